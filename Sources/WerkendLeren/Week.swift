/// A week by ISO 8601: it begins on Monday, and week 1 is the one with the first Thursday of the year.
public struct Week: Comparable, Hashable, Sendable {
  /// The year that the week counts for; at the turn of a year not always that of the day.
  public let year: Int
  /// 1–53.
  public let number: Int
  /// Its Monday.
  public let monday: Day

  /// The week of a day.
  public init(of day: Day) {
    monday = day.adding(days: 1 - day.weekday)
    let thursday = monday.adding(days: 3)
    year = thursday.civil.year
    let first = Day(year: year, month: 1, day: 1) ?? thursday
    number = thursday.days(since: first) / 7 + 1
  }

  /// Whether the first is earlier.
  public static func < (first: Week, second: Week) -> Bool { first.monday < second.monday }
}
