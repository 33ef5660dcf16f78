import Canvas
import Language
import WerkendLeren
import Widgets

/// The list of what can be done with the course of a placement now. What cannot be done stands there too, with the reason.
struct CourseMenu: Equatable, Sendable {
  /// One line of the list.
  struct Entry: Equatable {
    /// What is run.
    var id: String
    /// What is read.
    var name: String
    /// What it does, or why it cannot be done now.
    var explanation: String
    /// Whether it can be done.
    var isPossible: Bool
  }

  /// What an event did.
  enum Outcome: Equatable {
    case unchanged
    /// Something was chosen: its id.
    case chosen(String)
    case closed
  }

  var list = WindowedList(count: 0, height: 1)

  /// Lines for the explanation below the list.
  private static let explanationRows = 3

  /// Where the box stands on the screen.
  static func box(_ size: Size, count: Int) -> Rect {
    let columns = min(72, size.columns - 4)
    let rows = min(count + explanationRows + 3, size.rows - 3)
    return Rect(column: (size.columns - columns) / 2, row: 1, columns: columns, rows: rows)
  }

  private static func rooms(_ size: Size, count: Int) -> (list: Rect, rule: Int, text: Rect) {
    let inside = box(size, count: count).inset(left: 2, top: 1, right: 2, bottom: 1)
    let rows = inside.rows - explanationRows - 1
    return (
      Rect(column: inside.left, row: inside.top, columns: inside.columns, rows: rows), inside.top + rows,
      Rect(column: inside.left + 1, row: inside.top + rows + 1, columns: inside.columns - 1, rows: explanationRows)
    )
  }

  /// Takes the size of the screen and what there is to choose from.
  mutating func settle(_ size: Size, count: Int) {
    list.setCount(count)
    list.setHeight(Self.rooms(size, count: count).list.rows)
  }

  mutating func handle(_ event: Event, _ entries: [Entry], size: Size) -> Outcome {
    if event == .key(.escape) { return .closed }
    settle(size, count: entries.count)
    if case .activated(let number) = list.handle(event, in: Self.rooms(size, count: entries.count).list) {
      return .chosen(entries[number].id)
    }
    return .unchanged
  }

  func draw(_ entries: [Entry], title: String, into canvas: inout Canvas, context: ScreenContext) {
    let words = context.words
    let theme = context.theme
    let box = Self.box(context.size, count: entries.count)
    let rooms = Self.rooms(context.size, count: entries.count)
    canvas.fill(box)
    var shown = self
    shown.settle(context.size, count: entries.count)
    let note = rooms.list.rows < entries.count ? shown.list.position(context.position) : ""
    Panel(title: title, note: note, hasFocus: true).draw(into: &canvas, in: box, theme: theme)
    let notNow = words["course.notNow"]
    shown.list.draw(
      into: &canvas, in: rooms.list, theme: theme,
      columns: [
        ListColumn(width: 12, stretch: 1, isLabel: true),
        ListColumn(width: TextWidth.columns(of: notNow), alignment: .trailing),
      ]
    ) { number in
      guard entries.indices.contains(number) else { return ListRow([]) }
      let entry = entries[number]
      return ListRow([
        .init(entry.name, style: entry.isPossible ? theme.text : theme.faint),
        .init(entry.isPossible ? "" : notNow, style: theme.faint),
      ])
    }
    canvas.drawHorizontalLine(
      at: Point(column: rooms.list.left, row: rooms.rule), length: rooms.list.columns, style: theme.border)
    guard let number = shown.list.selected, entries.indices.contains(number) else { return }
    let lines = TextWidth.wrapped(entries[number].explanation, to: rooms.text.columns)
    for (offset, line) in lines.prefix(rooms.text.rows).enumerated() {
      canvas.write(
        line, at: Point(column: rooms.text.left, row: rooms.text.top + offset), width: rooms.text.columns,
        style: theme.text)
    }
  }
}
