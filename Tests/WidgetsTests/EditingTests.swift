import Canvas
import Testing

@testable import Widgets

@Suite struct EditingTests {
  private func typed(_ keys: [Key], in start: String = "", maximumLength: Int = 100) -> TextField {
    var field = TextField(start, maximumLength: maximumLength)
    for key in keys { _ = field.handle(.key(key)) }
    return field
  }

  @Test func aFieldEditsByCharactersAndWords() {
    #expect(typed([.character("é"), .character("👨‍👩‍👧‍👦"), .backspace]).text == "é")
    #expect(typed([.control("w")], in: "een twee  ").text == "een ")
    #expect(typed([.home, .delete], in: "een").text == "en")
    #expect(typed([.control("a"), .wordRight, .control("k")], in: "een twee").text == "een")
    #expect(typed([.wordLeft, .control("u")], in: "een twee").text == "twee")
    #expect(typed([.left, .character("\u{301}")], in: "ex").text == "e\u{301}x")
    #expect(typed([.left, .character("\u{301}")], in: "ex").cursor == 1)
    #expect(typed([.character("x"), .character("y")], in: "abc", maximumLength: 4).text == "abcx")
    var field = TextField("ab")
    #expect(field.handle(.key(.tab)) == .unhandled)
    #expect(field.handle(.key(.right)) == .unchanged)
    #expect(field.handle(.key(.left)) == .moved)
    #expect(field.handle(.paste("1\r\n2\t3\u{1B}[31m\u{202E}")) == .changed)
    #expect(field.text == "a1 2 3[31mb")
  }

  @Test func aFieldScrollsSoThatTheCursorIsSeen() {
    var field = TextField("abcdefghijklmnop")
    let draw = { (field: TextField) in picture(8, 1) { field.draw(into: &$0, in: $1, theme: .plain) } }
    #expect(draw(field).text == "mnop")
    #expect(draw(field).cursor == Point(column: 4, row: 0))
    _ = field.handle(.key(.home))
    #expect(draw(field).text == "abcdefg…")
    #expect(draw(field).cursor == Point(column: 0, row: 0))
    let click = Event.mouse(MouseEvent(action: .press, place: Point(column: 3, row: 0)))
    #expect(field.handle(click, in: Rect(column: 0, row: 0, columns: 8, rows: 1)) == .moved)
    #expect(field.cursor == 3)
  }

  @Test func anAreaWrapsAndMovesByRows() {
    let rect = Rect(column: 0, row: 0, columns: 8, rows: 3)
    var area = TextArea("een twee drie vier")
    let draw = { (area: TextArea) in picture(8, 3) { area.draw(into: &$0, in: $1, theme: .plain) } }
    #expect(draw(area).text == "een twee\ndrie\nvier")
    #expect(draw(area).cursor == Point(column: 4, row: 2))
    _ = area.handle(.key(.up), in: rect)
    #expect(draw(area).cursor == Point(column: 4, row: 1))
    _ = area.handle(.key(.enter), in: rect)
    #expect(area.text == "een twee drie\n vier")
    #expect(area.handle(.key(.down), in: rect) == .unhandled)
    _ = area.handle(.key(.control("u")), in: rect)
    _ = area.handle(.key(.control("k")), in: rect)
    #expect(area.text == "een twee drie\n")
    #expect(draw(area).cursor == Point(column: 0, row: 2))
    var short = TextArea("abc", maximumLength: 5)
    _ = short.handle(.paste("12345"), in: rect)
    #expect(short.text == "abc12")
  }

  @Test func anAreaKeepsItsColumnPastShortRows() {
    let rect = Rect(column: 0, row: 0, columns: 20, rows: 5)
    var area = TextArea("lange regel\nx\nnog een lange")
    for key in [Key.up, .up] { _ = area.handle(.key(key), in: rect) }
    #expect(area.cursor == 11)
    for key in [Key.down, .down] { _ = area.handle(.key(key), in: rect) }
    #expect(area.cursor == area.text.count)
  }

  @Test func aListOfManyRowsKeepsItsSelectionInView() {
    var list = WindowedList(count: 100_000, height: 20)
    let rect = Rect(column: 0, row: 2, columns: 40, rows: 20)
    #expect(list.handle(.key(.end), in: rect) == .moved)
    #expect(list.visible == 99_980..<100_000)
    #expect(list.handle(.key(.pageUp), in: rect) == .moved)
    #expect(list.selection == 99_980)
    #expect(list.handle(.key(.home), in: rect) == .moved)
    #expect(list.handle(.key(.up), in: rect) == .unchanged)
    let click = Event.mouse(MouseEvent(action: .press, place: Point(column: 5, row: 6)))
    #expect(list.handle(click, in: rect) == .moved)
    #expect(list.selection == 4)
    #expect(list.handle(click, in: rect) == .unchanged)
    let second = Event.mouse(MouseEvent(action: .press, place: Point(column: 5, row: 6), isDouble: true))
    #expect(list.handle(second, in: rect) == .activated(4))
    let elsewhere = Event.mouse(MouseEvent(action: .press, place: Point(column: 5, row: 7), isDouble: true))
    #expect(list.handle(elsewhere, in: rect) == .moved)
    _ = list.handle(click, in: rect)
    list.setCount(2)
    #expect(list.selected == 1)
    list.setCount(0)
    #expect(list.selected == nil)
    #expect(list.handle(.key(.enter), in: rect) == .unchanged)
    #expect(list.position { "\($0) \($1) \($2)" } == "0 0 0")
  }
}
