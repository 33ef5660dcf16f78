import Testing

@testable import Exchange

@Suite("A placement on paper")
struct PlacementPaperTests {
  private static let hostile = hostilePaperTexts

  /// A paper in which every text is a hostile one.
  private static func paper(_ text: (Int) -> String) -> PlacementPaper {
    var number = 0
    func next() -> String {
      number += 1
      return text(number)
    }
    func duty(_ isLate: Bool) -> PlacementPaper.Duty {
      .init(
        sign: "!", state: next(), short: next(), isLate: isLate, isGate: isLate, name: next(), text: next(),
        facts: [next(), "✓ " + next()], notes: [next()])
    }
    let parties = (0..<3).map { _ in
      PlacementPaper.Party(
        name: next(), people: [.init(role: next(), name: next(), lines: [next(), next()])],
        phases: [
          .init(name: next(), done: 1, total: 2, duties: [duty(true), duty(false)]),
          .init(name: next(), done: 0, total: 0, duties: []),
        ])
    }
    return PlacementPaper(
      language: "nl",
      labels: .init(
        document: next(), duties: next(), notes: next(), history: next(), when: next(), what: next(), who: next(),
        note: next(), gate: next()), title: next(), subtitle: next(), facts: [.init(next(), next())],
      notices: [next()], parties: parties,
      sections: [.init(title: next(), records: [.init(next(), [next(), next()])])],
      history: [.init(when: next(), what: next(), who: next(), note: next())], signs: [.init("!", next())],
      footer: next())
  }

  private static var hostilePapers: [PlacementPaper] {
    hostile.map { text in paper { _ in text } } + [paper { hostile[$0 % hostile.count] }]
  }

  @Test("the HTML is well-formed, and nothing that stands in it becomes more than text")
  func html() throws {
    let plain = try Page(Self.paper { "tekst\($0)" }.html)
    for (paper, text) in zip(Self.hostilePapers, Self.hostile) {
      let page = try Page(paper.html)
      #expect(page.elements == plain.elements, "\(text)")
      #expect(page.attributes.isSubset(of: plain.attributes), "\(text)")
      #expect(page.text.contains(text.replacing("\r", with: "")) || text.contains("\n"), "\(text)")
    }
  }

  @Test("the HTML needs nothing else: no scripts, no links, no pictures, no addresses")
  func selfContained() throws {
    let html = Self.paper { "tekst\($0)" }.html
    let page = try Page(html)
    #expect(page.elements.isDisjoint(with: ["script", "link", "img", "iframe", "object", "a", "form", "base"]))
    #expect(!page.attributes.contains { $0.hasPrefix("on") || $0 == "src" || $0 == "href" })
    #expect(!html.contains("url(") && !html.contains("@import") && !html.contains("http://"))
    #expect(html.contains("default-src 'none'"))
    #expect(html.contains("lang=\"nl\"") && html.contains("@page { size: A4;"))
    #expect(html.contains("article { break-inside: avoid;"))
  }

  @Test("all that the paper says stands in the HTML and in the Markdown")
  func everything() throws {
    var count = 0
    let paper = Self.paper {
      count = max(count, $0)
      return "tekst\($0)."
    }
    let text = try Page(paper.html).text
    let markdown = paper.markdown
    for number in 1...count {
      let isEmpty = paper.parties.flatMap(\.phases).contains { $0.duties.isEmpty && $0.name == "tekst\(number)." }
      if isEmpty { continue }
      #expect(text.contains("tekst\(number)."), "\(number) in HTML")
      // A short form for a narrow column, and the heading of the duties, have no place in Markdown.
      let isShort = paper.parties.flatMap(\.phases).flatMap(\.duties).contains { $0.short == "tekst\(number)." }
      let isLeftOut = isShort || ["tekst\(number)."].contains { $0 == paper.labels.duties || $0 == paper.labels.gate }
      if !isLeftOut { #expect(markdown.contains("tekst\(number)."), "\(number) in Markdown") }
    }
  }

  @Test("in Markdown every sign that could begin something is escaped, and no line begins anything that is not ours")
  func markdown() {
    func shape(_ paper: PlacementPaper) -> [String] {
      paper.markdown.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        String(line.prefix { "#>|- ".contains($0) }.filter { $0 != " " })
      }
    }
    let plain = shape(Self.paper { "tekst\($0)" })
    for (paper, text) in zip(Self.hostilePapers, Self.hostile) {
      let found = shape(paper)
      #expect(found.count == plain.count, "\(text)")
      for line in paper.markdown.split(separator: "\n") {
        #expect(
          !unescapedMarkdown(line).contains { "`<>[]~$&".contains($0) } || line.hasPrefix("> "), "\(text): \(line)")
        #expect(!line.contains("\n#"), "\(text)")
      }
    }
    // The cells of a table stay cells.
    for (paper, text) in zip(Self.hostilePapers, Self.hostile) {
      for line in paper.markdown.split(separator: "\n") where line.hasPrefix("| ") {
        let bars = unescapedMarkdown(line).count { $0 == "|" }
        #expect(bars == 3 || bars == 5, "\(text): \(line)")
      }
    }
  }

  @Test(
    "text that begins like a heading, a list or a rule is escaped at its start",
    arguments: [
      ("# x", "\\# x"), ("- x", "\\- x"), ("+ x", "\\+ x"), ("=== x", "\\=== x"), ("12. x", "12\\. x"),
      ("3) x", "3\\) x"),
      ("12.5", "12\\.5"), ("06-123", "06-123"), ("a\nb", "a b"), ("'t Hart", "'t Hart"), ("", ""),
      ("a_b", "a\\_b"), ("x\u{2028}# y", "x # y"),
    ])
  func starts(text: String, escaped: String) {
    #expect(MarkdownText.escaped(text) == escaped)
  }
}
