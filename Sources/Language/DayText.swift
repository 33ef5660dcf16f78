import WerkendLeren

/// Reads days as people write them.
public enum DayText {
  /// Which of several days is meant where a text leaves it open, such as one without a year.
  public enum Nearest: Sendable {
    /// The one nearest to today; for a day of the week the next one, never today.
    case either
    /// Today or the first one after it.
    case coming
    /// Today or the last one before it.
    case past
  }

  /// The day meant by a text; nil where none is. Read are `1-9-2027` (also `1-9-27`, and with `/` or `.`), `2027-09-01`, `1-9` and `1 sep` (of
  /// the nearest year), `1 september 2027`, `di 1-9-2026` where that is one, today, yesterday and tomorrow in both languages, `vr` or `fri`,
  /// and `+8w`, `-3d`, `+2m`, `+1j`.
  public static func parse(_ text: String, today: Day, nearest: Nearest = .either) -> Day? {
    let folded = TextDoor.folded(text)
    if folded.isEmpty { return nil }
    if let day = Day(iso: folded) { return day }
    if let day = word(folded, today: today, nearest) ?? step(folded, today: today) { return day }
    if let space = folded.firstIndex(of: " "), let weekday = weekday(folded[..<space]) {
      return date(String(folded[folded.index(after: space)...]), today: today, nearest, weekday: weekday)
    }
    return date(folded, today: today, nearest)
  }

  private static func word(_ text: String, today: Day, _ nearest: Nearest) -> Day? {
    switch text {
    case "vandaag", "today", "nu", "now": return today
    case "gisteren", "yesterday": return today.adding(days: -1)
    case "eergisteren": return today.adding(days: -2)
    case "morgen", "tomorrow": return today.adding(days: 1)
    case "overmorgen": return today.adding(days: 2)
    default: break
    }
    guard let number = weekday(text) else { return nil }
    let ahead = (number - today.weekday + 7) % 7
    switch nearest {
    case .either: return today.adding(days: ahead == 0 ? 7 : ahead)
    case .coming: return today.adding(days: ahead)
    case .past: return today.adding(days: ahead == 0 ? 0 : ahead - 7)
    }
  }

  /// 1 for Monday to 7 for Sunday.
  private static func weekday(_ text: some StringProtocol) -> Int? {
    let names = [
      ["ma", "maandag", "mon", "monday"], ["di", "dinsdag", "tue", "tuesday"], ["wo", "woensdag", "wed", "wednesday"],
      ["do", "donderdag", "thu", "thursday"], ["vr", "vrijdag", "fri", "friday"],
      ["za", "zaterdag", "sat", "saturday"],
      ["zo", "zondag", "sun", "sunday"],
    ]
    return names.firstIndex { $0.contains { $0 == text } }.map { $0 + 1 }
  }

  private static func step(_ text: String, today: Day) -> Day? {
    guard let sign = text.first, sign == "+" || sign == "-", let unit = text.last else { return nil }
    guard let count = Int(text.dropFirst().dropLast().filter { $0 != " " }), (0...5000).contains(count) else {
      return nil
    }
    let factor = sign == "+" ? 1 : -1
    switch unit {
    case "d": return today.adding(days: factor * count)
    case "w": return today.adding(days: factor * count * 7)
    case "m": return today.adding(months: factor * min(count, 2400))
    case "j", "y": return today.adding(years: factor * min(count, 200))
    default: return nil
    }
  }

  /// A date by its day and month; with a weekday only a day that falls on it.
  private static func date(_ text: String, today: Day, _ nearest: Nearest, weekday: Int? = nil) -> Day? {
    func fits(_ day: Day) -> Bool { weekday == nil || day.weekday == weekday }
    let parts = text.split(whereSeparator: { "-/. ".contains($0) }).map(String.init)
    guard parts.count == 2 || parts.count == 3, let day = number(parts[0]), let month = month(parts[1]) else {
      return nil
    }
    if parts.count == 3 {
      let short = number(parts[2]).flatMap { parts[2].utf8.count == 2 ? 2000 + $0 : nil }
      guard let year = short ?? (parts[2].utf8.count == 4 ? Int(parts[2]) : nil), (1900...2200).contains(year) else {
        return nil
      }
      return Day(year: year, month: month, day: day).flatMap { fits($0) ? $0 : nil }
    }
    let year = today.civil.year
    // 29 February can be eight years away, where a century without a leap year lies between.
    let candidates = (year - 8...year + 8).compactMap { Day(year: $0, month: month, day: day) }.filter(fits)
    switch nearest {
    case .either: return candidates.min { abs($0.days(since: today)) < abs($1.days(since: today)) }
    case .coming: return candidates.first { $0 >= today }
    case .past: return candidates.last { $0 <= today }
    }
  }

  /// A number of one or two digits.
  private static func number(_ text: String) -> Int? { text.utf8.count <= 2 ? Int(text) : nil }

  /// A month by its number, or by the first three letters or more of its name.
  private static func month(_ text: String) -> Int? {
    if let number = number(text) { return (1...12).contains(number) ? number : nil }
    let names = [
      ["januari", "january"], ["februari", "february"], ["maart", "mrt", "march"], ["april"], ["mei", "may"],
      ["juni", "june"], ["juli", "july"], ["augustus", "august"], ["september"], ["oktober", "october"], ["november"],
      ["december"],
    ]
    guard text.count >= 3 else { return nil }
    return names.firstIndex { $0.contains { $0.hasPrefix(text) } }.map { $0 + 1 }
  }
}
