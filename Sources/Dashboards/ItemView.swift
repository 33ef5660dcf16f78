import Canvas
import Language
import WerkendLeren
import Widgets

/// Draws an opened item.
struct ItemView {
  let screen: ItemScreen
  let context: ScreenContext

  private var words: Words { context.words }
  private var theme: Theme { context.theme }

  static let listWidth = 42

  /// Whether the checklist stands beside the text.
  static func isWide(_ size: Size) -> Bool { size.columns >= TriptychScreen.widthForThree }

  /// Where the checklist stands, beside the text.
  static func listRect(_ size: Size) -> Rect {
    Rect(column: 1, row: 2, columns: listWidth - 2, rows: size.rows - 4)
  }

  /// Where the text stands.
  static func textRect(_ size: Size) -> Rect {
    let left = isWide(size) ? listWidth + 2 : 1
    return Rect(column: left, row: 4, columns: size.columns - left - 1, rows: size.rows - 6)
  }

  func draw(into canvas: inout Canvas) {
    guard let snapshot = screen.snapshot, let item = screen.item else { return }
    let size = canvas.size
    canvas.drawHorizontalLine(at: Point(column: 0, row: 1), length: size.columns, style: theme.border)
    let rect = Self.textRect(size)
    let state = item.state(on: context.today, for: context.viewer.party)
    let head = Point(column: rect.left, row: 2)
    canvas.write(state.sign, at: head, style: state.style(theme))
    let text = ItemText(item: item, snapshot: snapshot, context: context, history: screen.history)
    let name = (item.duty.gate ? "◆ " : "") + item.duty.short(words)
    let used = canvas.write(
      name, at: Point(column: head.column + 2, row: 2), width: rect.columns - 2, style: theme.title)
    let room = rect.columns - used - 4
    if room > 8 {
      canvas.write(
        text.stateLine, at: Point(column: head.column + used + 4, row: 2), width: room,
        style: state == .overdue ? theme.warning : theme.text, alignment: .trailing)
    }
    var shown = screen.text
    shown.setText(text.lines.joined(separator: "\n"))
    let cursor: Point
    if Self.isWide(size) {
      let before = canvas.cursor
      shown.draw(into: &canvas, in: rect, theme: theme, position: context.position)
      canvas.cursor = before
      drawList(snapshot, into: &canvas)
      canvas.drawVerticalLine(
        at: Point(column: Self.listWidth, row: 2), length: size.rows - 4, style: theme.border)
      cursor = canvas.cursor ?? head
    } else {
      shown.draw(into: &canvas, in: rect, theme: theme, position: context.position)
      cursor = head
    }
    canvas.cursor = cursor
  }

  private func drawList(_ snapshot: PlacementSnapshot, into canvas: inout Canvas) {
    let rect = Self.listRect(canvas.size)
    let lines = PanelContent(party: screen.party, snapshot: snapshot, wording: context.wording).lines(people: 0)
    let drawing = PanelDrawing(
      lines, of: screen.party, wording: context.wording, records: snapshot.records, viewer: context.viewer.party,
      theme: theme)
    for (offset, line) in lines.dropFirst(screen.top).prefix(rect.rows).enumerated() {
      drawing.draw(line, into: &canvas, row: rect.top + offset, in: rect, selected: line.isDuty(screen.duty))
    }
  }

  /// The item on whose line of the checklist a place lies.
  func duty(at point: Point) -> DutyID? {
    let rect = Self.listRect(context.size)
    guard Self.isWide(context.size), rect.contains(point), let snapshot = screen.snapshot else { return nil }
    let lines = PanelContent(party: screen.party, snapshot: snapshot, wording: context.wording).lines(people: 0)
    let number = screen.top + point.row - rect.top
    guard lines.indices.contains(number), case .item(let item, _) = lines[number] else { return nil }
    return item.duty.id
  }
}
