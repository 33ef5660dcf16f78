import Canvas
import Language
import Testing
import WerkendLeren
import Widgets

@testable import Dashboards

/// The calendar of a date field.
@Suite struct CalendarTests {
  private let room = Rect(column: 0, row: 0, columns: 60, rows: 18)

  private func draw(_ calendar: CalendarBox, _ language: Language = .dutch) -> Canvas {
    var canvas = Canvas(size: Size(columns: 60, rows: 18))
    calendar.draw(into: &canvas, in: room, words: Words(language), theme: .plain)
    return canvas
  }

  private func line(_ canvas: Canvas, _ row: Int) -> String { canvas.cells(inRow: row).map(\.text).joined() }

  @Test func arrowsGoByDaysAndWeeksAndPagesByMonths() throws {
    var calendar = CalendarBox(field: "day", title: "Dag", day: nil, today: Fixture.today)
    for (key, iso) in [
      (Key.right, "2026-11-24"), (.down, "2026-12-01"), (.left, "2026-11-30"), (.up, "2026-11-23"),
      (.pageDown, "2026-12-23"), (.end, "2026-12-31"), (.pageDown, "2027-01-31"), (.pageDown, "2027-02-28"),
      (.home, "2027-02-01"), (.pageUp, "2027-01-01"), (.character("v"), "2026-11-23"),
    ] {
      #expect(calendar.handle(.key(key), in: room) == .unchanged)
      #expect(calendar.day.iso == iso)
    }
    #expect(calendar.handle(.key(.enter), in: room) == .chosen(Fixture.today))
    #expect(calendar.handle(.key(.escape), in: room) == .closed)
  }

  /// For any day and whatever keys: the day is in the calendar, weeks stand under their numbers with Monday first, and the cursor stands on the
  /// day, whose number is drawn there; a click on that place chooses it.
  @Test func theDayIsSeenWhereverOneGoes() {
    let keys: [Key] = [.left, .right, .up, .down, .pageUp, .pageDown, .home, .end, .character("t")]
    for seed in UInt64(1)...150 {
      var random = SeededGenerator(seed: seed)
      let start = Day(number: Int.random(in: -800_000...3_000_000, using: &random))
      var calendar = CalendarBox(field: "day", title: "Dag", day: start, today: Fixture.today)
      for _ in 0..<25 {
        let before = calendar.day
        _ = calendar.handle(.key(keys[Int.random(in: 0..<keys.count, using: &random)]), in: room)
        let canvas = draw(calendar, Bool.random(using: &random) ? .dutch : .english)
        guard let cursor = canvas.cursor else {
          Issue.record("seed \(seed): no cursor")
          return
        }
        let number = (1...2).map { canvas[cursor.row, cursor.column + $0].text }.joined()
        #expect(number.trimmed == String(calendar.day.civil.day), "seed \(seed): \(calendar.day.iso)")
        #expect(canvas[cursor.row, cursor.column].text == "▸", "seed \(seed)")
        #expect(canvas.text.contains(String(calendar.day.civil.year)), "seed \(seed)")
        let week = Array(line(canvas, cursor.row)).firstIndex(of: "│").map { first in
          String(Array(line(canvas, cursor.row))[(first + 2)..<(first + 4)])
        }
        #expect(week?.trimmed == String(Week(of: calendar.day).number), "seed \(seed): \(calendar.day.iso)")
        let click = Event.mouse(MouseEvent(action: .press, place: Point(column: cursor.column + 1, row: cursor.row)))
        #expect(calendar.handle(click, in: room) == .chosen(calendar.day), "seed \(seed)")
        #expect(abs(calendar.day.days(since: before)) <= 800_000 || before != calendar.day)
      }
    }
  }

  @Test func everyKeyLeadsFromTheFieldAndBack() {
    var session = Session(Fixture.store)
    session.open("Amira")
    session.go(to: "employer.during.supervision")
    session.press(.character("d"), .control("u"), .function(3))
    #expect(session.text.contains("maandag 23 november 2026 (vandaag)"))
    #expect(session.line(23).contains("PgUp PgDn maand"))
    session.press(.down, .escape)
    #expect(session.isForm && session.cursorLine.contains("Vóór"))
    session.press(.function(3), .down, .enter)
    #expect(session.cursorLine.contains("30-11-2026") && session.cursorLine.contains("ma, week 49"))
    session.press(.function(4))
    #expect(!session.cursorLine.contains("30-11-2026"))
    session.press(.function(5), .control("s"))
    #expect(session.item("employer.during.supervision")?.due == Fixture.day("2026-11-30"))
  }
}

extension String {
  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
