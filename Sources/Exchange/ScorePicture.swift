import Language

/// The scores of all sections at once: as a drawing (SVG) and as bars of text. What the bars say stands beside them in figures and words, and
/// each standing has a pattern of its own, so that nothing is said by colour.
struct ScorePicture {
  let scores: [ScanPaper.Score]
  let bounds: [Int]
  let words: Words

  /// How many signs a bar of text has.
  static let cells = 20

  /// A score as a bar of text.
  static func bar(_ score: Int) -> String {
    let full = (min(max(score, 0), 100) * cells + 50) / 100
    return String(repeating: "█", count: full) + String(repeating: "░", count: cells - full)
  }

  // The drawing counts in pixels of CSS; on paper it is as wide as the text.
  private static let width = 680
  private static let barStart = 218
  private static let barWidth = 320
  private static let rowHeight = 26
  private static let top = 22

  private static func place(_ score: Int) -> Int { barStart + min(max(score, 0), 100) * barWidth / 100 }

  /// The drawing, with its content in words for those who do not see it.
  var svg: String {
    let end = Self.top + scores.count * Self.rowHeight
    let hasOwn = scores.contains { $0.own != nil }
    let height = end + (hasOwn ? 26 : 6)
    var text = """
      <svg class="scores" role="img" aria-labelledby="scores-title scores-text" width="\(Self.width)" \
      height="\(height)" viewBox="0 0 \(Self.width) \(height)" font-family="Liberation Sans, Arial, Helvetica, sans-serif" font-size="12" fill="#16202a">
      <title id="scores-title">\(HTMLText.escaped(words("scanReport.picture")))</title>
      <desc id="scores-text">\(HTMLText.escaped(description))</desc>
      <defs>
      <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse">\
      <path d="M0 6 L6 0 M-1 1 L1 -1 M5 7 L7 5" stroke="#14507a" stroke-width="2" /></pattern>
      </defs>

      """
    for bound in [0] + bounds + [100] {
      let x = Self.place(bound)
      let dash = bound == 0 || bound == 100 ? "" : " stroke-dasharray=\"3 3\""
      text += "<text x=\"\(x)\" y=\"12\" text-anchor=\"middle\" font-size=\"10\" fill=\"#51606e\">\(bound)</text>\n"
      text += "<path d=\"M\(x) 17 V\(end)\" stroke=\"#8a98a5\" stroke-width=\"1\"\(dash) />\n"
    }
    for (row, score) in scores.enumerated() { text += line(score, at: Self.top + row * Self.rowHeight) }
    if hasOwn {
      let y = end + 16
      text += Self.marker(Self.barStart + 6, y - 4)
      text += "<text x=\"\(Self.barStart + 18)\" y=\"\(y)\" font-size=\"11\">"
      text += HTMLText.escaped(words("scanReport.pictureOwn")) + "</text>\n"
    }
    return text + "</svg>\n"
  }

  private func line(_ score: ScanPaper.Score, at y: Int) -> String {
    let base = y + 16
    let name = HTMLText.escaped(HTMLPage.short(score.section, 38))
    var text = "<text x=\"0\" y=\"\(base)\">\(name)</text>\n"
    let word = HTMLText.escaped(HTMLPage.short(score.standing, 18))
    guard let value = score.value else {
      return text + "<text x=\"\(Self.barStart + 6)\" y=\"\(base)\" fill=\"#51606e\">\(word)</text>\n"
    }
    let width = Self.place(value) - Self.barStart
    text += "<rect x=\"\(Self.barStart)\" y=\"\(y + 5)\" width=\"\(Self.barWidth)\" height=\"14\" fill=\"#ffffff\""
    text += " stroke=\"#51606e\" stroke-width=\"1\" />\n"
    // Below the highest bound the bar is hatched: also without colours it is another one.
    let isWell = value >= bounds.last ?? 0
    if width > 0 {
      text += "<rect x=\"\(Self.barStart)\" y=\"\(y + 5)\" width=\"\(width)\" height=\"14\""
      text += " fill=\"\(isWell ? "#14507a" : "url(#hatch)")\" stroke=\"#14507a\" stroke-width=\"1\" />\n"
    }
    if let own = score.own { text += Self.marker(Self.place(own), y + 12) }
    let x = Self.barStart + Self.barWidth
    text += "<text x=\"\(x + 32)\" y=\"\(base)\" text-anchor=\"end\" font-weight=\"bold\">\(value)</text>\n"
    return text + "<text x=\"\(x + 40)\" y=\"\(base)\"\(isWell ? "" : " font-weight=\"bold\"")>\(word)</text>\n"
  }

  /// A diamond where the employer's own score stands.
  private static func marker(_ x: Int, _ y: Int) -> String {
    "<path d=\"M\(x) \(y - 6) L\(x + 6) \(y) L\(x) \(y + 6) L\(x - 6) \(y) Z\" fill=\"#ffffff\" stroke=\"#16202a\""
      + " stroke-width=\"1.5\" />\n"
  }

  private var description: String {
    let lines = scores.map { score in
      guard let value = score.value else { return "\(score.section): \(score.standing)." }
      let details = ["section": score.section, "score": String(value), "standing": score.standing]
      return words("scanReport.pictureLine", details)
    }
    return ([words("scanReport.pictureText")] + lines).joined(separator: " ")
  }
}
