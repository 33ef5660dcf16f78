/// A day of the Gregorian calendar in the years 1–9999, without time and without time zone. The domain never asks the clock: today
/// is handed in. Whatever is computed stays within these years, so that every day can be written and read back.
public struct Day: Comparable, Hashable, Sendable {
  /// Days since 1 January 1970; negative before it.
  public let number: Int

  /// Makes a day from its number of days since 1 January 1970; outside the years 1–9999 it is the first or the last day of these.
  public init(number: Int) {
    self.number = min(max(number, Day.firstNumber), Day.lastNumber)
  }

  /// The number of 1 January of the year 1.
  private static let firstNumber = -719_162
  /// The number of 31 December of the year 9999.
  private static let lastNumber = 2_932_896

  /// Makes a day from year (1–9999), month (1–12) and day of the month; nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(year: year, month: month)
    else { return nil }
    // Years begin in March here, so that the leap day is the last one (Howard Hinnant, "chrono-compatible date algorithms").
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Makes a day from exactly `YYYY-MM-DD`; nil for anything else.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func value(_ range: Range<Int>) -> Int? {
      var result = 0
      for byte in bytes[range] {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        result = result * 10 + Int(byte - 0x30)
      }
      return result
    }
    guard let year = value(0..<4), let month = value(5..<7), let day = value(8..<10) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month (1–12) and day of the month.
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// `YYYY-MM-DD`.
  public var iso: String {
    let parts = civil
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(parts.year, 4))-\(padded(parts.month, 2))-\(padded(parts.day, 2))"
  }

  /// The day of the week by ISO 8601: 1 is Monday, 7 Sunday.
  public var weekday: Int {
    let shifted = (number + 3) % 7
    return (shifted < 0 ? shifted + 7 : shifted) + 1
  }

  /// This day and so many later; earlier where negative. It stops at the ends of the years 1–9999.
  public func adding(days: Int) -> Day {
    let (sum, overflow) = number.addingReportingOverflow(days)
    return Day(number: overflow ? (days < 0 ? .min : .max) : sum)
  }

  /// The same day so many years later; 29 February becomes 28 February where there is none. It stops at the ends of the years 1–9999.
  public func adding(years: Int) -> Day {
    let parts = civil
    let (year, overflow) = parts.year.addingReportingOverflow(years)
    let length = overflow ? 0 : Day.length(year: year, month: parts.month)
    return Day(year: overflow ? 0 : year, month: parts.month, day: min(parts.day, length))
      ?? Day(number: years < 0 ? .min : .max)
  }

  /// The same day so many months later, or the last day of a month that is shorter. It stops at the ends of the years 1–9999.
  public func adding(months: Int) -> Day {
    let parts = civil
    let (count, overflow) = (parts.year * 12 + parts.month - 1).addingReportingOverflow(months)
    let (year, month) = (count / 12, count % 12 + 1)
    guard !overflow, (1...9999).contains(year), month >= 1 else { return Day(number: months < 0 ? .min : .max) }
    return Day(year: year, month: month, day: min(parts.day, Day.length(year: year, month: month))) ?? self
  }

  /// Days from the other day to this one; negative if the other is later.
  public func days(since other: Day) -> Int { number - other.number }

  /// How many days the month has.
  public static func length(year: Int, month: Int) -> Int {
    switch month {
    case 2: return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// Whether the first is earlier.
  public static func < (first: Day, second: Day) -> Bool { first.number < second.number }
}
