import WerkendLeren

/// Reads days as people write them.
public enum DayText {
  /// The day meant by a text; nil where none is. Read are `1-9-2027` (also with `/` or `.`), `2027-09-01`, `1-9` and `1 sep` (the nearest to
  /// today), `1 september 2027`, today, yesterday and tomorrow in both languages, `vr` or `fri` (the next such day), and `+8w`, `-3d`.
  public static func parse(_ text: String, today: Day) -> Day? {
    let folded = TextDoor.folded(text)
    if folded.isEmpty { return nil }
    if let day = Day(iso: folded) { return day }
    if let day = word(folded, today: today) ?? step(folded, today: today) { return day }
    return date(folded, today: today)
  }

  private static func word(_ text: String, today: Day) -> Day? {
    switch text {
    case "vandaag", "today", "nu", "now": return today
    case "gisteren", "yesterday": return today.adding(days: -1)
    case "morgen", "tomorrow": return today.adding(days: 1)
    case "overmorgen": return today.adding(days: 2)
    default: break
    }
    let names = [
      ["ma", "maandag", "mon", "monday"], ["di", "dinsdag", "tue", "tuesday"], ["wo", "woensdag", "wed", "wednesday"],
      ["do", "donderdag", "thu", "thursday"], ["vr", "vrijdag", "fri", "friday"],
      ["za", "zaterdag", "sat", "saturday"],
      ["zo", "zondag", "sun", "sunday"],
    ]
    guard let number = names.firstIndex(where: { $0.contains(text) }) else { return nil }
    let ahead = (number + 1 - today.weekday + 7) % 7
    return today.adding(days: ahead == 0 ? 7 : ahead)
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
    case "j", "y": return today.adding(years: factor * min(count, 200))
    default: return nil
    }
  }

  private static func date(_ text: String, today: Day) -> Day? {
    let parts = text.split(whereSeparator: { "-/. ".contains($0) }).map(String.init)
    guard parts.count == 2 || parts.count == 3, let day = Int(parts[0]), parts[0].count <= 2 else { return nil }
    guard let month = month(parts[1]) else { return nil }
    if parts.count == 3 {
      guard parts[2].count == 4, let year = Int(parts[2]), (1900...2200).contains(year) else { return nil }
      return Day(year: year, month: month, day: day)
    }
    let year = today.civil.year
    let near = [year - 1, year, year + 1].compactMap { Day(year: $0, month: month, day: day) }
    return near.min { abs($0.days(since: today)) < abs($1.days(since: today)) }
  }

  private static func month(_ text: String) -> Int? {
    if let number = Int(text), text.count <= 2 { return (1...12).contains(number) ? number : nil }
    let names = [
      ["jan"], ["feb"], ["mrt", "maa", "mar"], ["apr"], ["mei", "may"], ["jun"], ["jul"], ["aug"], ["sep"],
      ["okt", "oct"], ["nov"], ["dec"],
    ]
    guard text.count >= 3 else { return nil }
    return names.firstIndex { $0.contains(String(text.prefix(3))) }.map { $0 + 1 }
  }
}
