import Foundation
import Testing

@testable import Canvas

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2),
    ("🇳🇱", 2), ("✔\u{FE0F}", 2), ("\u{1112}\u{1161}", 2),
    ("✓", 1), ("●", 1), ("◷", 1), ("\u{200B}", 0), ("\u{200D}", 0), ("ｱ", 1), ("Ａ", 2), ("한", 2),
    ("\u{1B}", 1), ("\r\n", 1), ("…", 1), ("क्षि", 3), ("\u{301}", 0), ("1\u{FE0F}\u{20E3}", 2),
  ])
  func countsColumns(text: String, columns: Int) {
    #expect(TextWidth.columns(of: text) == columns)
  }

  @Test func clipsByColumnsWithAnEllipsis() {
    #expect(TextWidth.clipped("werkplek", to: 8) == "werkplek")
    #expect(TextWidth.clipped("werkplek", to: 5) == "werk…")
    #expect(TextWidth.clipped("日本語", to: 5) == "日本…")
    #expect(TextWidth.clipped("日本語", to: 4) == "日…")
    #expect(TextWidth.clipped("é", to: 1) == "é")
    #expect(TextWidth.clipped("ab", to: 1) == "…")
    #expect(TextWidth.clipped("ab", to: 0).isEmpty)
    #expect(TextWidth.clipped("ab", to: -3).isEmpty)
  }

  @Test func padsToExactlyTheWidth() {
    #expect(TextWidth.padded("日", to: 4) == "日  ")
    #expect(TextWidth.padded("3/4", to: 5, alignment: .trailing) == "  3/4")
    #expect(TextWidth.padded("ab", to: 5, alignment: .center) == " ab  ")
    #expect(TextWidth.padded("日本語", to: 4) == "日… ")
  }

  @Test func wrapsAtSpacesAndKeepsLineBreaks() {
    #expect(TextWidth.wrapped("een twee drie", to: 8) == ["een twee", "drie"])
    #expect(TextWidth.wrapped("een\n\ntwee", to: 8) == ["een", "", "twee"])
    #expect(TextWidth.wrapped("  inspringen en door", to: 12) == ["  inspringen", "en door"])
    #expect(TextWidth.wrapped("werkbegeleider", to: 5) == ["werkb", "egele", "ider"])
    #expect(TextWidth.wrapped("", to: 5) == [""])
    #expect(TextWidth.wrapped("日本語 日本", to: 5) == ["日本", "語", "日本"])
    #expect(TextWidth.wrapped("een   ", to: 4) == ["een"])
    #expect(TextWidth.wrapped("a b", to: 0) == ["a", "b"])
  }

  /// Every row fits, and no word is lost, whatever the text.
  @Test func wrappedRowsFitAndHoldEveryWord() {
    let parts = ["een", "werkbegeleider", " ", "  ", "\n", "日本語", "é", "e\u{301}", "👨‍👩‍👧‍👦", "-", "\u{200B}", "a\u{1B}b"]
    for seed in UInt64(1)...400 {
      var random = SeededGenerator(seed: seed)
      let text = (0..<Int.random(in: 0...20, using: &random))
        .map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }.joined()
      let width = Int.random(in: 2...14, using: &random)
      let rows = TextWidth.wrapped(text, to: width)
      #expect(rows.allSatisfy { TextWidth.columns(of: $0) <= width }, "seed \(seed)")
      let letters = { (value: String) in value.filter { $0 != " " && $0 != "\n" } }
      #expect(letters(rows.joined()) == letters(text), "seed \(seed)")
      let kept = TextWidth.wrappedLines(text, to: width, keepingSpaces: true)
      #expect(kept.map { $0.text + ($0.continues ? "" : "\n") }.joined() == text + "\n", "seed \(seed)")
      var place = 0
      for line in kept {
        #expect(line.start == place && line.length == line.text.count, "seed \(seed)")
        place += line.length + (line.continues ? 0 : 1)
      }
      let short = TextWidth.clipped(text, to: width)
      #expect(TextWidth.columns(of: short) <= width, "seed \(seed)")
    }
  }

  /// Whatever is written where, each wide character keeps its two halves and nothing is stored that must not be.
  @Test func anyWritingLeavesAWholeCanvas() {
    let parts = ["日", "a", "é", "\u{1B}", "👍🏽", "🇳🇱", "\u{202E}", "क्षि", "\u{301}", "…", "ab cd", "가\u{302E}"]
    for seed in UInt64(1)...300 {
      var random = SeededGenerator(seed: seed)
      let size = Size(columns: Int.random(in: 0...12, using: &random), rows: Int.random(in: 0...4, using: &random))
      var canvas = Canvas(size: size)
      for _ in 0..<12 {
        let text = (0..<Int.random(in: 0...6, using: &random))
          .map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }.joined()
        let point = Point(column: Int.random(in: -4...14, using: &random), row: Int.random(in: -1...5, using: &random))
        let width = Bool.random(using: &random) ? nil : Int.random(in: -1...9, using: &random)
        let alignments: [TextAlignment] = [.leading, .trailing, .center]
        let used = canvas.write(
          text, at: point, width: width, alignment: alignments[Int.random(in: 0..<3, using: &random)])
        #expect(used <= max(0, width ?? 99), "seed \(seed)")
        if Bool.random(using: &random) {
          canvas.fill(Rect(column: point.column, row: point.row, columns: width ?? 1, rows: 2))
        }
        let rect = Rect(column: point.column, row: point.row, columns: 3, rows: 3)
        canvas.restyle(rect, style: Style(bold: true))
        if Bool.random(using: &random) { canvas.drawBox(rect) }
      }
      for row in 0..<size.rows {
        let cells = Array(canvas.cells(inRow: row))
        #expect(cells.count == size.columns)
        for (column, cell) in cells.enumerated() {
          let next = column + 1 < cells.count ? cells[column + 1] : .blank
          #expect((cell.width == 2) == next.isContinuation, "seed \(seed)")
          #expect(Int(cell.width) == TextWidth.columns(of: cell.text), "seed \(seed)")
          #expect(!cell.text.unicodeScalars.contains(where: TextWidth.isRefused), "seed \(seed)")
        }
        #expect(!(cells.first?.isContinuation ?? false), "seed \(seed)")
        #expect(canvas.asciiFallback().cells(inRow: row).allSatisfy { $0.text.utf8.allSatisfy { $0 < 0x7F } })
      }
    }
  }

  /// Python's `wcwidth` as oracle, over every assigned code point of the first two planes.
  ///
  /// Differences on purpose: spacing marks (Mc) and Hangul fillers take the columns that the C library, and so
  /// ncurses, gives them; signs that Unicode 16 made wide stay as in Unicode 15; the circled numbers on black squares are
  /// wide in the C library; half a flag takes one column, a flag two; separators and bidirectional controls are drawn
  /// as a sign of one column.
  @Test(.enabled(if: WidthOracle.isThere, "python3 with the wcwidth module is not installed"))
  func agreesWithPythonsWcwidth() throws {
    let onPurpose: [ClosedRange<UInt32>] = [
      0x2028...0x202E, 0x2066...0x206F, 0xFFF9...0xFFFB, 0x3164...0x3164, 0xFFA0...0xFFA0, 0x302E...0x302F,
      0x16FF0...0x16FF1, 0x3248...0x324F, 0x2630...0x2637, 0x268A...0x268F, 0x4DC0...0x4DFF, 0x1D300...0x1D376,
      0x1F1E6...0x1F1FF,
    ]
    let widths = try WidthOracle.widths()
    #expect(widths.count > 50_000)
    var wrong: [String] = []
    for (value, width) in widths where !onPurpose.contains(where: { $0.contains(value) }) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if scalar.properties.generalCategory == .spacingMark { continue }
      if TextWidth.columns(of: scalar) != width {
        wrong.append("U+\(String(value, radix: 16)): \(TextWidth.columns(of: scalar)), not \(width)")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count) differ: \(wrong.prefix(20))")
  }
}

/// A small generator with a seed (SplitMix64), so that a failure can be seen again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Python's `wcwidth` module.
enum WidthOracle {
  static let isThere = (try? run("import wcwidth")) != nil

  static func widths() throws -> [(UInt32, Int)] {
    let output = try run(
      """
      import unicodedata, wcwidth
      for value in range(0xA0, 0x20000):
        if unicodedata.category(chr(value)) not in ("Cn", "Co", "Cs", "Cc"):
          print(value, wcwidth.wcwidth(chr(value)))
      """)
    return output.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ")
      guard fields.count == 2, let value = UInt32(fields[0]), let width = Int(fields[1]) else { return nil }
      return (value, width)
    }
  }

  private struct Failed: Error {}

  private static func run(_ program: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed() }
    return String(decoding: data, as: UTF8.self)
  }
}
