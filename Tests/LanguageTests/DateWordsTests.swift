import Language
import Testing
import WerkendLeren

private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

@Suite struct DateWordsTests {
  private let dutch = DateWords(Words(.dutch))
  private let english = DateWords(Words(.english))

  @Test func daysAreWrittenShortAndLong() throws {
    let today = try day("2026-11-23")
    let first = try day("2026-09-01")
    #expect(dutch.short(first, today: today) == "1 sep")
    #expect(english.short(first, today: today) == "1 Sep")
    #expect(dutch.short(try day("2027-09-01"), today: today) == "1 sep 2027")
    #expect(dutch.short(first, today: nil) == "1 sep 2026")
    #expect(dutch.full(first) == "1 september 2026")
    #expect(dutch.long(first) == "dinsdag 1 september 2026")
    #expect(english.long(first) == "Tuesday 1 September 2026")
  }

  @Test func everyMonthAndWeekdayHasAName() throws {
    for words in [Words(.dutch), Words(.english)] {
      let dates = DateWords(words)
      let months = try (1...12).map { month in dates.full(try #require(Day(year: 2026, month: month, day: 1))) }
      #expect(Set(months).count == 12)
      #expect(Set((0..<7).map { dates.weekday(Day(number: $0)) }).count == 7)
      #expect(!months.joined().contains("?"))
    }
    #expect(dutch.weekday(try day("2026-11-23")) == "maandag")
    #expect(english.weekday(try day("2026-11-22")) == "Sunday")
  }

  @Test(arguments: [
    (-11, "11 dagen te laat", "11 d te laat"), (-1, "1 dag te laat", "1 d te laat"), (0, "vandaag", "vandaag"),
    (1, "over 1 dag", "over 1 d"), (3, "over 3 dagen", "over 3 d"), (20, "over 20 dagen", "over 20 d"),
    (21, "over 3 weken", "over 3 w"), (27, "over 3 weken", "over 3 w"), (28, "over 4 weken", "over 4 w"),
    (-40, "40 dagen te laat", "40 d te laat"),
  ])
  func distancesAreWrittenAsInTheSketches(days: Int, long: String, short: String) {
    let today = Day(number: 20_780)
    let due = today.adding(days: days)
    #expect(dutch.distance(to: due, today: today, form: .long) == long)
    #expect(dutch.distance(to: due, today: today, form: .short) == short)
    #expect(!english.distance(to: due, today: today, form: .long).contains("dag"))
  }

  @Test func momentsAreWrittenWithTheirTime() throws {
    let today = try day("2026-11-23")
    #expect(dutch.moment("2026-11-02T14:10:33+01:00", today: today) == "2 nov 14:10")
    #expect(english.moment("2026-11-02T14:10:33+01:00", today: today) == "2 Nov 14:10")
    #expect(dutch.moment("2025-01-02T14:10:33+01:00", today: today) == "2 jan 2025 14:10")
    #expect(dutch.moment("ooit", today: today) == "ooit")
    #expect(dutch.moment("", today: today) == "")
  }
}

@Suite struct DayTextTests {
  @Test(arguments: [
    ("1-9-2027", "2027-09-01"), ("01/09/2027", "2027-09-01"), ("1.9.2027", "2027-09-01"), ("2027-09-01", "2027-09-01"),
    (" 1 sep ", "2026-09-01"), ("1 sept. 2027", "2027-09-01"), ("1 september 2027", "2027-09-01"),
    ("1 March 2027", "2027-03-01"),
    ("1 mrt 2027", "2027-03-01"), ("1 maart", "2027-03-01"), ("29-2-2028", "2028-02-29"), ("vandaag", "2026-11-23"),
    ("Today", "2026-11-23"), ("gisteren", "2026-11-22"), ("yesterday", "2026-11-22"), ("morgen", "2026-11-24"),
    ("tomorrow", "2026-11-24"), ("vr", "2026-11-27"), ("Friday", "2026-11-27"), ("di", "2026-11-24"),
    ("ma", "2026-11-30"),
    ("+8w", "2027-01-18"), ("+3d", "2026-11-26"), ("-2d", "2026-11-21"), ("+ 3 d", "2026-11-26"), ("+1j", "2027-11-23"),
    ("1-12", "2026-12-01"), ("1-11", "2026-11-01"), ("30-4", "2027-04-30"),
  ])
  func daysAreReadAsPeopleWriteThem(text: String, expected: String) throws {
    #expect(DayText.parse(text, today: try day("2026-11-23"))?.iso == expected)
  }

  @Test(arguments: [
    "", "x", "31-2-2027", "29-2-2027", "32-1", "1-13", "0-1", "1-1-27", "1-1-10000", "2027-13-01", "1 maandag",
    "1 septem ber",
    "1 sepia", "+w", "+5001d", "--3d", "+-3d", "1-9-2027-1", "९-9-2027", "+99999999999999999999d", "1 m", "1 ma",
  ])
  func whatIsNoDayIsRefused(text: String) throws {
    #expect(DayText.parse(text, today: try day("2026-11-23")) == nil)
  }

  @Test func aDayWithoutYearCanBeAskedToComeOrToHavePassed() throws {
    let today = try day("2026-11-23")
    #expect(DayText.parse("1-9", today: today, nearest: .coming)?.iso == "2027-09-01")
    #expect(DayText.parse("1-9", today: today, nearest: .past)?.iso == "2026-09-01")
    #expect(DayText.parse("1-12", today: today, nearest: .past)?.iso == "2025-12-01")
    #expect(DayText.parse("23-11", today: today, nearest: .past)?.iso == "2026-11-23")
    #expect(DayText.parse("23-11", today: today, nearest: .coming)?.iso == "2026-11-23")
    #expect(DayText.parse("vr", today: today, nearest: .past)?.iso == "2026-11-20")
    #expect(DayText.parse("29-2", today: today, nearest: .coming)?.iso == "2028-02-29")
    #expect(DayText.parse("29-2", today: today, nearest: .past)?.iso == "2024-02-29")
  }

  @Test func whatTheProgramWritesItReadsBack() throws {
    let today = try day("2026-11-23")
    for language in Language.allCases {
      let dates = DateWords(Words(language))
      for number in stride(from: today.number - 800, to: today.number + 800, by: 7) {
        let day = Day(number: number)
        #expect(DayText.parse(dates.full(day), today: today) == day, "\(dates.full(day))")
        #expect(DayText.parse(dates.short(day, today: nil), today: today) == day)
        if abs(day.days(since: today)) <= 180 {
          #expect(
            DayText.parse(dates.short(day, today: today), today: today) == day, "\(dates.short(day, today: today))")
        }
        #expect(DayText.parse(day.iso, today: today) == day)
      }
    }
  }
}
