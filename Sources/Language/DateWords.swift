import WerkendLeren

/// Days and distances in words.
public struct DateWords: Equatable, Sendable {
  /// Whether units are written out.
  public enum Form: Sendable {
    /// `11 d te laat`, for lists.
    case short
    /// `11 dagen te laat`, for sentences.
    case long
  }

  private let words: Words

  /// Makes the words of a language.
  public init(_ words: Words) { self.words = words }

  /// `1 sep`; with the year where that is not this year's and more than half a year off, or where no today is given.
  public func short(_ day: Day, today: Day?) -> String {
    let parts = day.civil
    let text = "\(parts.day) \(monthShort(parts.month))"
    guard let today else { return "\(text) \(parts.year)" }
    let near = abs(day.days(since: today)) <= 183 || today.civil.year == parts.year
    return near ? text : "\(text) \(parts.year)"
  }

  /// `1 sep`, or `sep ’27` where the year is another and more than half a year off: for narrow columns.
  public func compact(_ day: Day, today: Day) -> String {
    let parts = day.civil
    if abs(day.days(since: today)) <= 183 || today.civil.year == parts.year { return short(day, today: today) }
    let year = parts.year % 100
    return "\(monthShort(parts.month)) ’\(year < 10 ? "0" : "")\(year)"
  }

  /// `dinsdag 1 september 2026`.
  public func long(_ day: Day) -> String {
    let parts = day.civil
    return "\(weekday(day)) \(parts.day) \(monthLong(parts.month)) \(parts.year)"
  }

  /// `1 september 2026`.
  public func full(_ day: Day) -> String {
    let parts = day.civil
    return "\(parts.day) \(monthLong(parts.month)) \(parts.year)"
  }

  /// `september 2026`.
  public func month(of day: Day) -> String { "\(monthLong(day.civil.month)) \(day.civil.year)" }

  /// `dinsdag`.
  public func weekday(_ day: Day) -> String { list("date.weekdays")[day.weekday - 1] }

  /// `2 nov 14:10` of a moment written as `YYYY-MM-DDTHH:MM:SS±HH:MM`; the moment itself where it is written otherwise.
  public func moment(_ moment: String, today: Day) -> String {
    guard let day = Day(iso: moment.prefix(10)), moment.count >= 16 else { return moment }
    return "\(short(day, today: today)) \(moment.dropFirst(11).prefix(5))"
  }

  /// How far a day is: `11 dagen te laat`, `vandaag`, `over 3 dagen`, and in weeks from three weeks on.
  public func distance(to day: Day, today: Day, form: Form) -> String {
    let days = day.days(since: today)
    if days == 0 { return words["date.today"] }
    let long = form == .long
    if days < 0 {
      return words(long ? "date.late.long" : "date.late.short", ["count": String(-days)])
    }
    if days >= 21 {
      return words(long ? "date.inWeeks.long" : "date.inWeeks.short", ["count": String(days / 7)])
    }
    return words(long ? "date.inDays.long" : "date.inDays.short", ["count": String(days)])
  }

  /// What a date that was typed means: `do, week 47`, with the day itself before it where it was not written in full.
  public func reading(_ day: Day, of text: String) -> String {
    let week = words("date.week", ["number": String(Week(of: day).number)])
    let parts = day.civil
    let written = ["\(parts.day)-\(parts.month)-\(parts.year)", day.iso].contains(text)
    return "\(weekdayShort(day))\(written ? "" : " \(parts.day)-\(parts.month)-\(parts.year)"), \(week)"
  }

  /// Some days after each other: `23–29 nov`, `30 nov – 6 dec`.
  public func span(from first: Day, to last: Day) -> String {
    let (one, other) = (first.civil, last.civil)
    if one.month == other.month, one.year == other.year { return "\(one.day)–\(other.day) \(monthShort(one.month))" }
    return "\(one.day) \(monthShort(one.month)) – \(other.day) \(monthShort(other.month))"
  }

  /// `di`.
  public func weekdayShort(_ day: Day) -> String { list("date.weekdays.short")[day.weekday - 1] }

  private func monthShort(_ month: Int) -> String { list("date.months.short")[month - 1] }
  private func monthLong(_ month: Int) -> String { list("date.months.long")[month - 1] }

  /// The parts of a text that lists names, always enough of them.
  private func list(_ key: String) -> [String] {
    let parts = words(key).split(separator: " ").map(String.init)
    return parts.count >= 7 ? parts : Array(repeating: "?", count: 12)
  }
}
