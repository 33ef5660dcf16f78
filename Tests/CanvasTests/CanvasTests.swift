import Testing

@testable import Canvas

@Suite struct CanvasTests {
  private func canvas(_ columns: Int, _ rows: Int) -> Canvas { Canvas(size: Size(columns: columns, rows: rows)) }

  @Test func writesTextAndTrimsTheSpacesAtTheEndOfRows() {
    var canvas = canvas(10, 3)
    #expect(canvas.write("één", at: Point(column: 1, row: 1)) == 3)
    #expect(canvas.text == "\n één\n")
  }

  @Test func cutsWithAnEllipsisAtTheWidthAndAtTheEdge() {
    var canvas = canvas(12, 3)
    #expect(canvas.write("begeleiding", at: Point(column: 0, row: 0), width: 6) == 6)
    #expect(canvas.write("begeleiding", at: Point(column: 5, row: 1)) == 7)
    #expect(canvas.write("precies", at: Point(column: 5, row: 2)) == 7)
    #expect(canvas.text == "begel…\n     begele…\n     precies")
  }

  @Test func alignsInTheGivenWidth() {
    var canvas = canvas(12, 3)
    canvas.write("3/4", at: Point(column: 0, row: 0), width: 10, alignment: .trailing)
    canvas.write("3/4", at: Point(column: 0, row: 1), width: 10, alignment: .center)
    canvas.write("langer dan", at: Point(column: 0, row: 2), width: 5, alignment: .trailing)
    #expect(canvas.text == "       3/4\n   3/4\nlang…")
  }

  @Test func neverHalvesAWideCharacter() {
    var canvas = canvas(6, 4)
    canvas.write("日本語日", at: Point(column: 0, row: 0))
    canvas.write("日本語", at: Point(column: 0, row: 1), width: 4)
    canvas.write("日本", at: Point(column: -1, row: 2))
    canvas.write("日本", at: Point(column: 0, row: 3))
    canvas.write("x", at: Point(column: 1, row: 3))
    #expect(canvas.text == "日本…\n日…\n 本\n x本")
    #expect(canvas[3, 2].width == 2)
    #expect(canvas[3, 3].isContinuation)
    #expect(canvas[0, 5] == .blank)
  }

  @Test func fillingTheEdgeOfAWideCharacterLeavesNoHalf() {
    var canvas = canvas(6, 1)
    canvas.write("日本語", at: Point(column: 0, row: 0))
    canvas.fill(Rect(column: 1, row: 0, columns: 2, rows: 1), style: Style(bold: true))
    #expect(canvas.text == "    語")
    #expect(!canvas.cells(inRow: 0).prefix(4).contains { $0.width != 1 })
  }

  @Test(arguments: [
    "\u{1B}[31m", "\u{0}", "\u{7F}", "\u{9B}31m", "a\u{202E}b", "\u{2066}x\u{2069}", "\u{2028}", "\u{2029}", "a\tb",
    "a\r\nb", "\u{FFFE}", "\u{FFF9}x",
  ])
  func neverStoresWhatATerminalMightObey(text: String) {
    var canvas = canvas(12, 1)
    let used = canvas.write(text, at: Point(column: 0, row: 0))
    #expect(used == TextWidth.columns(of: text))
    for cell in canvas.cells(inRow: 0) {
      #expect(!cell.text.unicodeScalars.contains(where: TextWidth.isRefused))
    }
    #expect(canvas.text.contains("\u{FFFD}"))
  }

  @Test func drawsABoxWithLinesInIt() {
    var canvas = canvas(7, 4)
    canvas.drawBox(Rect(column: 0, row: 0, columns: 7, rows: 4))
    canvas.drawVerticalLine(at: Point(column: 3, row: 1), length: 2)
    canvas.drawHorizontalLine(at: Point(column: 4, row: 2), length: 2, character: "━")
    #expect(canvas.text == "╭─────╮\n│  │  │\n│  │━━│\n╰─────╯")
    #expect(canvas.asciiFallback().text == "+-----+\n|  |  |\n|  |==|\n+-----+")
    #expect(canvas.withoutDecoration().text == "\n\n\n")
  }

  @Test func restylesWithoutTouchingTheText() {
    var canvas = canvas(6, 1)
    canvas.write("a日b", at: Point(column: 0, row: 0))
    canvas.restyle(Rect(column: 0, row: 0, columns: 2, rows: 1), style: Style(reverse: true))
    #expect(canvas.text == "a日b")
    #expect(canvas.cells(inRow: 0).map(\.style.reverse) == [true, true, true, false, false, false])
  }

  @Test func fallsBackToOneAsciiSignForEachCell() {
    var canvas = canvas(40, 3)
    canvas.write("✓●○◷!◐–◆▸•…· ─│╭╮╰╯━╌ ›→←↑↓⇧", at: Point(column: 0, row: 0))
    canvas.write("é ë ß Æ ø ł ệ e\u{301} “x” ’ €", at: Point(column: 0, row: 1))
    canvas.write("日👍 ж", at: Point(column: 0, row: 2))
    #expect(canvas.asciiFallback().text == "x*o@!%-#>*~. -|++++=- >><^v^\ne e s A o l e e \"x\" ' E\n???? ?")
  }

  @Test func placesFarOutsideChangeNothing() {
    var canvas = canvas(5, 2)
    let empty = canvas
    canvas.write("x", at: Point(column: 99, row: 0))
    canvas.write("x", at: Point(column: 0, row: -1))
    canvas.write("x", at: Point(column: .min, row: 0))
    canvas.fill(Rect(column: 9, row: 9, columns: 9, rows: 9), style: Style(bold: true))
    canvas.fill(Rect(column: 5, row: 0, columns: .max, rows: .max), style: Style(bold: true))
    canvas.drawBox(Rect(column: -50, row: -50, columns: 20, rows: 20))
    canvas.drawHorizontalLine(at: Point(column: 0, row: 7), length: 5)
    #expect(canvas == empty)
    #expect(canvas[7, 7] == .blank)
    #expect(Canvas(size: Size(columns: 0, rows: 0)).text.isEmpty)
  }
}
