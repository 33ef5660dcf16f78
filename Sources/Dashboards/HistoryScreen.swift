import Canvas
import Language
import WerkendLeren
import Widgets

/// Who did what, when, with what stood before and after: of a placement or of one of its items, newest first.
struct HistoryScreen: Equatable, Sendable {
  var placement: Int64
  var duty: DutyID?
  var model: DutyModel?
  var list = WindowedList(count: 0, height: 1)
  var offset = 0
  var lines: [ChangeLine] = []
  /// The change that was opened.
  var opened: ScrollText?

  static func listRect(_ size: Size) -> Rect {
    Rect(column: 0, row: 3, columns: size.columns, rows: size.rows - 6)
  }

  static func textRect(_ size: Size) -> Rect {
    Rect(column: 1, row: 2, columns: size.columns - 2, rows: size.rows - 4)
  }

  var window: Effect {
    .loadHistory(placement: placement, duty: duty, offset: list.visible.lowerBound, limit: list.height)
  }

  var isWindowRead: Bool {
    list.visible.isEmpty
      || (offset <= list.visible.lowerBound && offset + lines.count >= list.visible.upperBound)
  }

  func line(_ number: Int) -> ChangeLine? {
    lines.indices.contains(number - offset) ? lines[number - offset] : nil
  }

  func draw(into canvas: inout Canvas, context: ScreenContext) {
    let words = context.words
    let theme = context.theme
    let size = canvas.size
    canvas.drawHorizontalLine(at: Point(column: 0, row: 1), length: size.columns, style: theme.border)
    if let opened {
      opened.draw(into: &canvas, in: Self.textRect(size), theme: theme, position: context.position)
      return
    }
    let wording = HistoryWording(words: words, today: context.today, model: model)
    let columns = [
      ListColumn(title: words["history.when"], width: 13, isLabel: true),
      ListColumn(title: words["history.what"], width: 24, stretch: 2),
      ListColumn(title: words["history.who"], width: 18, stretch: 2),
      ListColumn(title: words["history.note"], width: 12, stretch: 2, givesWay: 1),
    ]
    ListLayout(columns: columns, width: size.columns - 1)
      .drawHeading(into: &canvas, at: Point(column: 1, row: 2), theme: theme)
    let rect = Self.listRect(size)
    list.draw(into: &canvas, in: rect, theme: theme, columns: columns) { number in
      guard let line = line(number) else { return ListRow([]) }
      return ListRow([
        .init(wording.when(line), style: theme.text), .init(wording.what(line), style: theme.text),
        .init(wording.who(line), style: theme.text), .init(wording.note(line), style: theme.faint),
      ])
    }
    if list.count == 0 {
      canvas.write(words["item.history.none"], at: Point(column: 1, row: rect.top), style: theme.text)
      canvas.cursor = Point(column: 0, row: rect.top)
    }
    canvas.drawHorizontalLine(at: Point(column: 0, row: size.rows - 3), length: size.columns, style: theme.border)
    let position = list.position(context.position)
    let width = TextWidth.columns(of: position)
    canvas.write(position, at: Point(column: size.columns - width - 1, row: size.rows - 2), style: theme.text)
  }
}
