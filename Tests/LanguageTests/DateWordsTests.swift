import Foundation
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
    ("1-12", "2026-12-01"), ("1-11", "2026-11-01"), ("30-4", "2027-04-30"), ("1-9-27", "2027-09-01"),
    ("1-1-00", "2000-01-01"), ("+2m", "2027-01-23"), ("-9m", "2026-02-23"), ("di 1-9-2026", "2026-09-01"),
    ("Tuesday 1 September 2026", "2026-09-01"), ("wo 1-9", "2027-09-01"),
  ])
  func daysAreReadAsPeopleWriteThem(text: String, expected: String) throws {
    #expect(DayText.parse(text, today: try day("2026-11-23"))?.iso == expected)
  }

  @Test(arguments: [
    "", "x", "31-2-2027", "29-2-2027", "32-1", "1-13", "0-1", "1-1-027", "1-1-7", "wo 1-9-2026", "wo 1-9-26 x",
    "1-1-10000", "2027-13-01", "1 maandag",
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

  /// Whatever the day and whatever today is: each way to write a day, in both languages, is read as that day.
  @Test func everyWayToWriteADayIsReadInBothLanguages() throws {
    let isLong = ProcessInfo.processInfo.environment["DRIELUIK_TEST_LONG"] != nil
    for seed in UInt64(1)...(isLong ? 20_000 : 400) {
      var random = SeededDays(seed: seed)
      let today = random.day(2000...2150)
      let wanted = random.day(1950...2190)
      let parts = wanted.civil
      var ways = [
        "\(parts.day)-\(parts.month)-\(parts.year)", "0\(parts.day % 10)/\(parts.month)/\(parts.year)", wanted.iso,
      ]
      if parts.day > 9 { ways.remove(at: 1) }
      if (2000...2099).contains(parts.year) {
        ways.append("\(parts.day).\(parts.month).\(wanted.iso.dropFirst(2).prefix(2))")
      }
      for language in Language.allCases {
        let dates = DateWords(Words(language))
        ways += [
          dates.full(wanted), dates.long(wanted).uppercased(), dates.short(wanted, today: nil),
          "  \(dates.full(wanted)) ",
        ]
        let near = today.adding(days: 1 + wanted.weekday)
        for (side, found) in [(DayText.Nearest.coming, near), (.past, near.adding(days: -14))] {
          let reached = DayText.parse(dates.weekday(near), today: today, nearest: side)
          #expect(reached.map { abs($0.days(since: found)) % 7 } == 0, "seed \(seed)")
          #expect(reached.map { abs($0.days(since: today)) <= 7 } == true, "seed \(seed)")
        }
      }
      for way in ways {
        for side in [DayText.Nearest.either, .coming, .past] {
          let read = DayText.parse(way, today: today, nearest: side)
          #expect(read == wanted, "seed \(seed): \(way) on \(today.iso) was read as \(read?.iso ?? "nothing")")
        }
      }
      let count = Int.random(in: 0...900, using: &random)
      #expect(DayText.parse("+\(count)d", today: today) == today.adding(days: count), "seed \(seed)")
      #expect(DayText.parse("-\(count)w", today: today) == today.adding(days: -7 * count), "seed \(seed)")
      let short = "\(parts.day)-\(parts.month)"
      let coming = DayText.parse(short, today: today, nearest: .coming)
      let past = DayText.parse(short, today: today, nearest: .past)
      #expect(
        coming.map { $0 >= today && $0.civil.month == parts.month && $0.civil.day == parts.day } == true, "seed \(seed)"
      )
      #expect(
        past.map { $0 <= today && $0.civil.month == parts.month && $0.civil.day == parts.day } == true, "seed \(seed)")
      let either = DayText.parse(short, today: today)
      #expect(either == coming || either == past, "seed \(seed)")
    }
  }

  /// A date field is read at every key: nothing that can be typed there may do harm.
  @Test func whateverIsTypedIsADayOrNot() {
    let letters = Array("0123456789-/. +dwmjyvraokt\u{301}日é")
    for seed in UInt64(1)...500 {
      var random = SeededDays(seed: seed)
      var text = ""
      for _ in 0..<Int.random(in: 0...14, using: &random) {
        text.append(letters[Int.random(in: 0..<letters.count, using: &random)])
        if let day = DayText.parse(text, today: random.day(1...9999)) {
          #expect((1...9999).contains(day.civil.year), "seed \(seed): \(text)")
        }
      }
    }
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

/// Random days, the same for the same seed (SplitMix64).
private struct SeededDays: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func day(_ years: ClosedRange<Int>) -> Day {
    let year = Int.random(in: years, using: &self)
    let month = Int.random(in: 1...12, using: &self)
    let length = Day.length(year: year, month: month)
    return Day(year: year, month: month, day: Int.random(in: 1...length, using: &self)) ?? Day(number: 0)
  }
}
