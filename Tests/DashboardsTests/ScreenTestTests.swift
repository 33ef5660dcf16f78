import Canvas
import Language
import Testing
import Widgets

@testable import Dashboards

/// The test picture of `drieluik doctor --screen`.
@Suite struct ScreenTestTests {
  static func test(
    _ language: Language = .dutch, _ columns: Int = 80, _ rows: Int = 24, page: Character = "1"
  ) -> ScreenTest {
    var test = ScreenTest(
      words: Words(language), theme: .plain, size: Size(columns: columns, rows: rows), terminal: "xterm-256color",
      colors: 256)
    _ = test.update(.key(.character(page)))
    return test
  }

  @Test(arguments: ["1", "2", "3", "4"] as [Character])
  func everyPictureLooksAsItWasSeen(page: Character) throws {
    for (columns, rows) in PictureTests.sizes {
      for language in Language.allCases {
        let canvas = Self.test(language, columns, rows, page: page).view()
        try Picture.compare(canvas, to: "screen-test-\(page)-\(columns)x\(rows)-\(language.rawValue)")
        // Nothing is cut: neither the title nor a line of the picture.
        for row in 0..<rows - 1 {
          #expect(!canvas.cells(inRow: row).contains { $0.text == "…" }, "\(page), \(columns)x\(rows), row \(row)")
        }
      }
    }
    try Picture.compare(Self.test(page: page).view().asciiFallback(), to: "screen-test-\(page)-80x24-ascii")
  }

  @Test func everyBarStandsInOneColumnByOurOwnCount() {
    let canvas = Self.test(page: "3").view()
    let bars = (0..<canvas.size.rows).compactMap { row in
      canvas.cells(inRow: row).firstIndex { $0.text == "│" }.map { $0 % canvas.size.columns }
    }
    #expect(bars.count == ScreenTestView.samples.count + 1 && Set(bars) == [40])
  }

  @Test func keysTurnThePagesAndAreNamed() {
    var test = Self.test()
    _ = test.update(.key(.right))
    #expect(test.page == .lines)
    _ = test.update(.key(.left))
    _ = test.update(.key(.backTab))
    #expect(test.page == .keys)
    // On the last picture arrows and letters are only named.
    for (key, name) in [
      (Key.right, "→"), (.character("a"), "a"), (.control("r"), "Ctrl-R"), (.character(" "), "Spatie"),
    ] {
      #expect(test.update(.key(key)).isEmpty)
      #expect(test.page == .keys && test.arrived.first == "toets \(name)")
    }
    #expect(test.view().text.contains("toets Ctrl-R"))
    _ = test.update(.paste("één\ntwee"))
    #expect(test.arrived.first == "geplakt, 8 tekens")
    _ = test.update(.mouse(MouseEvent(action: .press, place: Point(column: 4, row: 2))))
    #expect(test.arrived.first == "muis ingedrukt op kolom 5, rij 3")
    #expect(test.update(.key(.function(8))) == [.setMouse(false)])
    #expect(test.update(.key(.function(8))) == [.setMouse(true)])
    #expect(test.update(.key(.control("l"))) == [.repaint])
    for way in [Key.escape, .character("q"), .control("c")] { #expect(test.update(.key(way)) == [.quit]) }
    #expect(test.update(.ended) == [.quit])
  }

  @Test func theBottomLineCanBeClicked() throws {
    var test = Self.test()
    let area = try #require(test.keys.hints.areas(in: test.hintRow).first { $0.hint.command == "next" }?.area)
    _ = test.update(.mouse(MouseEvent(action: .press, place: area.origin)))
    #expect(test.page == .lines)
  }

  @Test func itHasNoKeysInConflictAndNamesItsWayOut() {
    for page in ["1", "4"] as [Character] {
      let keys = Self.test(page: page).keys
      #expect(keys.conflicts.isEmpty)
      #expect(Self.test(.dutch, 60, 18, page: page).view().text.contains("q sluiten"))
    }
  }

  @Test func anyEventAtAnySizeIsTaken() {
    var random = SeededGenerator(seed: 9)
    var test = Self.test()
    let keys: [Key] = [.left, .right, .tab, .character("4"), .character("é"), .control("a"), .alt("x"), .function(24)]
    for _ in 0..<2000 {
      let number = Int.random(in: 0..<12, using: &random)
      switch number {
      case 0:
        let size = (0..<2).map { _ in Int.random(in: 0...130, using: &random) }
        _ = test.update(.resize(Size(columns: size[0], rows: size[1])))
      case 1: _ = test.update(.paste("\u{1B}[31m" + String(repeating: "x", count: 500)))
      case 2:
        let place = Point(column: Int.random(in: 0...200, using: &random), row: Int.random(in: 0...90, using: &random))
        _ = test.update(.mouse(MouseEvent(action: .press, place: place)))
      default: _ = test.update(.key(keys[number % keys.count]))
      }
      let canvas = test.view()
      #expect(canvas.size == test.size)
    }
  }

  @Test func withoutATerminalThePicturesComeAsLines() {
    for language in Language.allCases {
      let lines = ScreenTest.lines(words: Words(language), isASCII: false)
      #expect(lines.count > 35 && lines.allSatisfy { TextWidth.columns(of: $0) <= 78 && !$0.contains("…") })
      let plain = ScreenTest.lines(words: Words(language), isASCII: true)
      #expect(plain.count == lines.count && plain.allSatisfy { $0.allSatisfy(\.isASCII) })
    }
  }
}
