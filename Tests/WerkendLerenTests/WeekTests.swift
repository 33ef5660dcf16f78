import Foundation
import Testing
import WerkendLeren

@Suite struct WeekTests {
  @Test(arguments: [
    ("2026-11-23", 2026, 48), ("2026-12-31", 2026, 53), ("2027-01-01", 2026, 53), ("2027-01-03", 2026, 53),
    ("2027-01-04", 2027, 1), ("2024-12-30", 2025, 1), ("2021-01-03", 2020, 53), ("2028-02-29", 2028, 9),
  ])
  func weeksHaveTheirISONumbers(iso: String, year: Int, number: Int) throws {
    let week = Week(of: try #require(Day(iso: iso)))
    #expect(week.year == year && week.number == number && week.monday.weekday == 1)
  }

  /// Another calendar than ours, for three centuries.
  @Test func everyWeekAgreesWithFoundation() {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = .gmt
    for number in stride(from: -40_000, to: 70_000, by: 3) {
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let week = Week(of: Day(number: number))
      #expect(week.number == calendar.component(.weekOfYear, from: date))
      #expect(week.year == calendar.component(.yearForWeekOfYear, from: date))
    }
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2026-11-23", -11, "2025-12-23"),
    ("2026-11-23", 14, "2028-01-23"), ("9999-12-31", 1, "9999-12-31"), ("0001-01-31", -1, "0001-01-01"),
    ("2026-11-23", .max, "9999-12-31"), ("2026-11-23", .min, "0001-01-01"),
  ])
  func monthsAreAddedWithinTheCalendar(iso: String, months: Int, expected: String) throws {
    #expect(try #require(Day(iso: iso)).adding(months: months).iso == expected)
  }
}
