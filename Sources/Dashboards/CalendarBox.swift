import Canvas
import Language
import WerkendLeren
import Widgets

/// A month to choose a day from: weeks from Monday with their ISO numbers, the chosen day in words below.
struct CalendarBox: Equatable, Sendable {
  /// The field that the day is for.
  let field: String
  /// The title in the frame.
  let title: String
  let today: Day
  private(set) var day: Day

  init(field: String, title: String, day: Day?, today: Day) {
    self.field = field
    self.title = title
    self.today = today
    self.day = day ?? today
  }

  /// What an event did.
  enum Outcome: Equatable {
    case unchanged
    case chosen(Day)
    case closed
  }

  /// Takes an event; `rect` is the room that the box stands in, as for drawing.
  mutating func handle(_ event: Event, in rect: Rect) -> Outcome {
    switch event {
    case .key(.left): day = day.adding(days: -1)
    case .key(.right): day = day.adding(days: 1)
    case .key(.up): day = day.adding(days: -7)
    case .key(.down): day = day.adding(days: 7)
    case .key(.pageUp): day = day.adding(months: -1)
    case .key(.pageDown): day = day.adding(months: 1)
    case .key(.home): day = day.firstOfMonth
    case .key(.end): day = day.firstOfMonth.adding(months: 1).adding(days: -1)
    case .key(.character("t")), .key(.character("v")): day = today
    case .key(.enter), .key(.character(" ")): return .chosen(day)
    case .key(.escape), .key(.function(3)): return .closed
    case .mouse(let mouse):
      switch mouse.action {
      case .wheelUp: day = day.adding(months: -1)
      case .wheelDown: day = day.adding(months: 1)
      case .press:
        guard let clicked = self.day(at: mouse.place, in: rect) else { return .unchanged }
        if clicked == day { return .chosen(day) }
        day = clicked
      case .release: break
      }
    default: break
    }
    return .unchanged
  }

  // MARK: - Drawing

  /// Columns of the week's number and of a day.
  private static let weekColumns = 5
  private static let dayColumns = 4
  private static let size = Size(columns: weekColumns + 7 * dayColumns + 8, rows: 11)

  private func box(in rect: Rect) -> Rect {
    Rect(
      column: rect.left + max(0, rect.columns - Self.size.columns) / 2,
      row: rect.top + max(0, rect.rows - Self.size.rows) / 2, columns: min(Self.size.columns, rect.columns),
      rows: min(Self.size.rows, rect.rows))
  }

  /// The Monday with which the month's first week begins.
  private var firstMonday: Day { Week(of: day.firstOfMonth).monday }

  private func place(of day: Day, in inside: Rect) -> Point {
    Point(
      column: inside.left + Self.weekColumns + (day.weekday - 1) * Self.dayColumns,
      row: inside.top + 2 + day.days(since: firstMonday) / 7)
  }

  private func day(at point: Point, in rect: Rect) -> Day? {
    let inside = box(in: rect).inset(left: 2, top: 1, right: 2, bottom: 1)
    let column = point.column - inside.left - Self.weekColumns
    let row = point.row - inside.top - 2
    guard inside.contains(point), column >= 0, row >= 0 else { return nil }
    let day = firstMonday.adding(days: row * 7 + column / Self.dayColumns)
    return day.firstOfMonth == self.day.firstOfMonth ? day : nil
  }

  /// Draws the box in the middle of a rectangle; the hardware cursor stands on the day.
  func draw(into canvas: inout Canvas, in rect: Rect, words: Words, theme: Theme) {
    let box = box(in: rect)
    canvas.fill(box)
    let inside = Panel(title: title, hasFocus: true).draw(into: &canvas, in: box, theme: theme)
    let dates = DateWords(words)
    func write(_ text: String, _ column: Int, _ row: Int, _ style: Style) {
      guard row < inside.bottom else { return }
      canvas.write(text, at: Point(column: column, row: row), width: max(0, inside.right - column), style: style)
    }
    write(dates.month(of: day), inside.left + Self.weekColumns + 1, inside.top, theme.title)
    write(words["calendar.week"], inside.left, inside.top + 1, theme.faint)
    for weekday in 0..<7 {
      let place = place(of: firstMonday.adding(days: weekday), in: inside)
      write(dates.weekdayShort(firstMonday.adding(days: weekday)), place.column + 1, inside.top + 1, theme.faint)
    }
    var shown = day.firstOfMonth
    while shown.firstOfMonth == day.firstOfMonth {
      let place = place(of: shown, in: inside)
      if shown.weekday == 1 || shown == day.firstOfMonth {
        write(
          TextWidth.padded(String(Week(of: shown).number), to: 2, alignment: .trailing), inside.left, place.row,
          theme.faint)
      }
      let number = TextWidth.padded(String(shown.civil.day), to: 2, alignment: .trailing)
      write(
        number, place.column + 1, place.row,
        shown == day ? theme.selected : shown == today ? theme.text.emphasised : theme.text)
      if shown == day { write("▸", place.column, place.row, theme.accent) }
      guard shown < shown.adding(days: 1) else { break }
      shown = shown.adding(days: 1)
    }
    let isToday = day == today ? " (\(words["date.today"]))" : ""
    write(dates.long(day) + isToday, inside.left, inside.bottom - 1, theme.text)
    let place = place(of: day, in: inside)
    canvas.cursor = Point(column: min(place.column, canvas.size.columns - 1), row: min(place.row, canvas.size.rows - 1))
  }
}

extension Day {
  /// The first day of its month.
  var firstOfMonth: Day { adding(days: 1 - civil.day) }
}
