import Canvas
import Testing

@testable import Widgets

/// A canvas drawn on by a closure.
func picture(_ columns: Int, _ rows: Int, _ draw: (inout Canvas, Rect) -> Void) -> Canvas {
  var canvas = Canvas(size: Size(columns: columns, rows: rows))
  draw(&canvas, canvas.bounds)
  return canvas
}

@Suite struct PictureTests {
  @Test func aListMarksTheSelectedRowAndPutsTheCursorThere() {
    var list = WindowedList(count: 5, height: 3)
    #expect(list.handle(.key(.down), in: Rect(column: 0, row: 0, columns: 30, rows: 3)) == .moved)
    let columns = [
      ListColumn(width: 1), ListColumn(title: "Naam", width: 8, stretch: 1, isLabel: true),
      ListColumn(title: "S", width: 3, alignment: .trailing, givesWay: 1),
    ]
    let canvas = picture(22, 3) { canvas, rect in
      list.draw(into: &canvas, in: rect, theme: .plain, columns: columns) { row in
        ListRow([.init("!"), .init("Amira \(row)"), .init("\(row)/4")])
      }
    }
    #expect(canvas.text == " ! Amira 0         0/4\n▸! Amira 1         1/4\n ! Amira 2         2/4")
    #expect(canvas.cursor == Point(column: 0, row: 1))
    #expect(canvas.cells(inRow: 1).map { $0.style.reverse ? "r" : "." }.joined() == "...rrrrrrr............")
    #expect(list.position { "\($0)–\($1) van \($2)" } == "1–3 van 5")
  }

  @Test func listColumnsGiveWayInTheirOrder() {
    let columns = [
      ListColumn(width: 10, stretch: 1, isLabel: true), ListColumn(width: 6, givesWay: 2),
      ListColumn(width: 6, givesWay: 1), ListColumn(width: 4),
    ]
    #expect(ListLayout(columns: columns, width: 40).places.map(\.width) == [21, 6, 6, 4])
    #expect(ListLayout(columns: columns, width: 25).places.map(\.index) == [0, 1, 3])
    #expect(ListLayout(columns: columns, width: 16).places.map(\.index) == [0, 3])
    #expect(ListLayout(columns: columns, width: 7).places.map(\.width) == [7])
  }

  @Test func aPanelWithTheFocusCanBeToldWithoutColour() {
    let canvas = picture(40, 3) { canvas, _ in
      Panel(title: "Hogeschool", note: "4/4 ✓").draw(
        into: &canvas, in: Rect(column: 0, row: 0, columns: 24, rows: 3), theme: .plain)
      let inside = Panel(title: "Werkgever", hasFocus: true).draw(
        into: &canvas, in: Rect(column: 24, row: 0, columns: 16, rows: 3), theme: .plain)
      #expect(inside == Rect(column: 26, row: 1, columns: 12, rows: 1))
    }
    #expect(
      canvas.text == """
        ╭─ Hogeschool ─ 4/4 ✓ ─╮╭━ Werkgever ━━╮
        │                      ││              │
        ╰──────────────────────╯╰──────────────╯
        """)
    #expect(canvas.asciiFallback().text.hasPrefix("+- Hogeschool - 4/4 x -++= Werkgever ==+"))
  }

  @Test func aBarStandsBesideItsNumbers() {
    let bar = { (done: Int, total: Int, width: Int) in
      picture(width, 1) { ProgressBar(done: done, total: total).draw(into: &$0, in: $1, theme: .plain) }.text
    }
    #expect(bar(10, 15, 16) == "━━━━━━━╌╌╌ 10/15")
    #expect(bar(14, 15, 9) == "━━╌ 14/15")
    #expect(bar(15, 15, 9) == "━━━ 15/15")
    #expect(bar(0, 0, 9) == "╌╌╌╌╌ 0/0")
    #expect(bar(10, 15, 6) == "10/15")
    #expect(ProgressBar(done: 1, total: 1000).filled(of: 10) == 1)
    #expect(ProgressBar(done: 999, total: 1000).filled(of: 10) == 9)
  }

  @Test func hintsThatDoNotFitGoWholeAndTheRestCanBeClicked() {
    let hints = KeyHints([
      KeyHint(key: "Enter", label: "openen", command: "open", priority: 5), KeyHint(key: "n", label: "nieuw"),
      KeyHint(key: "?", label: "hulp", command: "help", priority: 4),
    ])
    #expect(picture(40, 1) { hints.draw(into: &$0, in: $1, theme: .plain) }.text == " Enter openen  n nieuw  ? hulp")
    let short = picture(27, 1) { hints.draw(into: &$0, in: $1, theme: .plain) }
    #expect(short.text == " Enter openen  ? hulp  …")
    let rect = short.bounds
    #expect(hints.hint(at: Point(column: 1, row: 0), in: rect)?.command == "open")
    #expect(hints.hint(at: Point(column: 16, row: 0), in: rect)?.command == "help")
    #expect(hints.hint(at: Point(column: 14, row: 0), in: rect) == nil)
    #expect(picture(5, 1) { hints.draw(into: &$0, in: $1, theme: .plain) }.text == " …")
  }

  @Test func theLeftOfATitleLineIsCutFirst() {
    let line = TitleLine(left: "Amira El Idrissi › Werkgever › Begeleiding", right: "Noor Bakker · hogeschool")
    let at = { (width: Int) in picture(width, 1) { line.draw(into: &$0, in: $1, theme: .plain) }.text }
    #expect(at(80) == " Amira El Idrissi › Werkgever › Begeleiding            Noor Bakker · hogeschool")
    #expect(at(60) == " Amira El Idrissi › Werkgever › …  Noor Bakker · hogeschool")
    #expect(at(30) == " Amira E…  Noor Bakker · hog…")
  }

  @Test func aDialogHasASafeDefaultAndTakesLetters() {
    var dialog = Dialog(
      title: "Wissen", lines: ["Het traject van Amira wissen?"],
      choices: [
        .init(id: "erase", label: "wissen", key: "w", isDestructive: true), .init(id: "keep", label: "laten", key: "l"),
      ], defaultChoice: "erase")
    let canvas = picture(44, 8) { dialog.draw(into: &$0, in: $1, theme: .plain) { "\($0)–\($1) van \($2)" } }
    let expected = [
      "", "     ╭━ Wissen ━━━━━━━━━━━━━━━━━━━━━━╮", "     │ Het traject van Amira wissen? │",
      "     │                               │", "     │ [ w  wissen ]  [ l  laten ]   │",
      "     ╰───────────────────────────────╯", "", "",
    ]
    #expect(canvas.text == expected.joined(separator: "\n"))
    #expect(canvas.cursor.map { canvas[$0.row, $0.column].text } == "[")
    #expect(dialog.handle(.key(.enter), in: canvas.bounds) == .chosen("keep"))
    #expect(dialog.handle(.key(.character("W")), in: canvas.bounds) == .chosen("erase"))
    #expect(dialog.handle(.key(.escape), in: canvas.bounds) == .cancelled)
    #expect(dialog.handle(.key(.left), in: canvas.bounds) == .moved)
    #expect(dialog.handle(.key(.enter), in: canvas.bounds) == .chosen("erase"))
    var onlyDestructive = Dialog(
      title: "", lines: [], choices: [.init(id: "erase", label: "wissen", isDestructive: true)])
    #expect(onlyDestructive.handle(.key(.enter), in: canvas.bounds) == .unchanged)
  }

  @Test func aDialogThatIsTooHighScrolls() {
    let lines = (1...20).map { "regel \($0)" }
    var dialog = Dialog(title: "Lang", lines: lines, choices: [.init(id: "ok", label: "goed")])
    let rect = Rect(column: 0, row: 0, columns: 34, rows: 8)
    var seen: Set<String> = []
    for _ in 0..<30 {
      let text = picture(34, 8) { dialog.draw(into: &$0, in: $1, theme: .plain) { "\($0)–\($1) van \($2)" } }.text
      #expect(text.contains("van 20") && text.contains("[ goed ]"))
      for line in lines where text.contains("\(line) ") { seen.insert(line) }
      _ = dialog.handle(.key(.down), in: rect)
    }
    #expect(seen.count == 20)
  }

  @Test func aTextScrollsAndSaysWhereOneIs() {
    var text = ScrollText("een twee drie\n\nvier vijf")
    let rect = Rect(column: 0, row: 0, columns: 10, rows: 3)
    let draw = { (text: ScrollText) in
      picture(10, 3) { text.draw(into: &$0, in: $1, theme: .plain) { first, _, count in "\(first) van \(count)" } }.text
    }
    #expect(draw(text) == "een twee\ndrie\n   1 van 4")
    #expect(text.handle(.key(.end), in: rect) == .moved)
    #expect(draw(text) == "\nvier vijf\n   3 van 4")
    #expect(text.handle(.key(.down), in: rect) == .unchanged)
  }

  @Test func oneTableOfKeysGivesHintsHelpAndPalette() {
    let table = BindingTable([
      Binding(
        command: "open", keys: [.enter], keyName: "Enter", label: "openen", help: "Opent het traject",
        priority: 9),
      Binding(command: "find", keys: [.character("/")], keyName: "/", label: "zoeken"),
      Binding(command: "other", keys: [.character("/"), .enter], keyName: "/", label: "anders"),
    ])
    #expect(table.command(for: .enter) == "open")
    #expect(table.command(for: .tab) == nil)
    #expect(table.conflicts.map(\.key) == [.enter, .character("/")])
    #expect(table.conflicts.first?.commands == ["open", "other"])
    #expect(table.hints.hints.map(\.command) == ["open"])
    #expect(table.helpLines.first == "Enter  Opent het traject")
    #expect(table.paletteEntries.map(\.label) == ["Opent het traject", "zoeken", "anders"])
  }

  @Test func aPaletteFiltersWhileTypingAndChooses() {
    let all = [
      PaletteEntry(id: "a", label: "openen", keys: "Enter"), PaletteEntry(id: "b", label: "zoeken", keys: "/"),
    ]
    let filter = { (query: String) in all.filter { $0.label.contains(query) } }
    var palette = PaletteList(entries: all)
    let rect = Rect(column: 0, row: 0, columns: 24, rows: 4)
    let draw = { (palette: PaletteList) in
      picture(24, 4) { palette.draw(into: &$0, in: $1, theme: .plain, prompt: ":", nothingFound: "niets") }
    }
    #expect(draw(palette).text == " :\n▸openen            Enter\n zoeken                /\n")
    #expect(draw(palette).cursor == Point(column: 3, row: 0))
    #expect(palette.handle(.key(.down), in: rect, filter: filter) == .moved)
    #expect(draw(palette).cursor == Point(column: 0, row: 2))
    #expect(palette.handle(.key(.enter), in: rect, filter: filter) == .chosen("b"))
    #expect(palette.handle(.key(.character("p")), in: rect, filter: filter) == .changed)
    #expect(palette.selected?.id == "a")
    #expect(palette.handle(.paste("xx"), in: rect, filter: filter) == .changed)
    #expect(draw(palette).text == " : pxx\n niets\n\n")
    #expect(palette.handle(.key(.enter), in: rect, filter: filter) == .unchanged)
    #expect(palette.handle(.key(.escape), in: rect, filter: filter) == .closed)
  }
}
