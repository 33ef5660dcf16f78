import Testing
import WerkendLeren

@Suite("Days")
struct DayTests {
  @Test("Every day of 1896–2104 follows the one before, with its weekday")
  func calendar() throws {
    var expected = try #require(Day(year: 1896, month: 1, day: 1))
    #expect(expected.weekday == 3)
    var weekday = expected.weekday
    for year in 1896...2104 {
      for month in 1...12 {
        for date in 1...Day.length(year: year, month: month) {
          let day = try #require(Day(year: year, month: month, day: date))
          guard day == expected, day.civil == (year, month, date), day.weekday == weekday, Day(iso: day.iso) == day
          else {
            Issue.record("\(year)-\(month)-\(date)")
            return
          }
          expected = expected.adding(days: 1)
          weekday = weekday % 7 + 1
        }
      }
    }
    #expect(Day(year: 1970, month: 1, day: 1)?.number == 0)
    #expect(day("2026-11-23").weekday == 1)
  }

  @Test("29 February + two years: 28 February")
  func leapDay() {
    #expect(day("2028-02-29").adding(years: 2) == day("2030-02-28"))
    #expect(day("2028-02-29").adding(years: 4) == day("2032-02-29"))
    #expect(day("2096-02-29").adding(years: 4) == day("2100-02-28"))
  }

  @Test(
    "Days that no calendar has are refused",
    arguments: [
      "2027-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-4-3", "2026-04-03 ", "٢٠٢٦-04-03",
      "0000-01-01", "", "2026/04/03", "+026-04-03",
    ])
  func refused(_ text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test("Days outside the years 1–9999 become the nearest of these, and nothing overflows")
  func absurd() {
    let first = day("0001-01-01")
    let last = day("9999-12-31")
    #expect(Day(number: .max) == last)
    #expect(Day(number: .min) == first)
    #expect(last.adding(days: .max) == last)
    #expect(first.adding(days: .min) == first)
    #expect(first.adding(days: .max) == last)
    #expect(last.adding(years: 2) == last)
    #expect(first.adding(years: -2) == first)
    #expect(day("2028-02-29").adding(years: .max) == last)
    #expect(day("2028-02-29").adding(years: .min) == first)
    #expect(Day(iso: last.iso) == last)
    #expect(last.days(since: first) == 3_652_058)
    #expect((1...7).contains(first.weekday))
  }
}
