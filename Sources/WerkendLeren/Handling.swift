extension Day {
  /// This day and so many working days later: Monday to Friday, holidays counted as any other day. From a Saturday or Sunday the Monday is
  /// the first.
  public func adding(workingDays: Int) -> Day {
    var day = self
    var left = max(0, workingDays)
    while left > 0 {
      let next = day.adding(days: 1)
      // The calendar ends.
      if next == day { break }
      day = next
      if day.weekday <= 5 { left -= 1 }
    }
    return day
  }
}

extension Entry {
  /// Working days that the school has to handle a question, problem or need.
  public static let daysToHandle = 5

  /// Whether it asks something of the school: to be handled, or to come back to it on a day.
  public var asksSomething: Bool { kind.asksForHandling || followUp != nil }

  /// Whether it still does.
  public var isWaiting: Bool { closedOn == nil && asksSomething }
}

/// What an entry asks of the school ("afhandelen"): derived, never stored, and not one of the duties. It holds no "today".
public struct Handling: Hashable, Sendable, Identifiable {
  /// The entry.
  public var entry: Entry
  /// The due date, whatever the course.
  public var rawDue: Day?
  /// The due date; nil once it is closed, while paused and after the end.
  public var due: Day?
  /// The first day of a pause or the end, on which everything stands as it stood.
  public var frozenOn: Day?

  /// The entry's row.
  public var id: Int64 { entry.id }

  /// Whether it was closed.
  public var isDone: Bool { entry.closedOn != nil }

  /// Whether its due date has passed on that day.
  public func isOverdue(on today: Day) -> Bool { due.map { $0 < today } ?? false }

  /// Its state on that day for a viewer of that party.
  public func state(on today: Day, for viewer: Party?) -> ItemState {
    if isDone { return .done }
    if isOverdue(on: today) { return .overdue }
    if viewer == .school, frozenOn == nil { return .yours }
    return due.map { $0.days(since: today) <= 14 } ?? false ? .dueSoon : .open
  }
}

extension Handling {
  /// What entries ask: what waits first, by its date, then what was closed, the newest first.
  static func all(_ facts: PlacementFacts) -> [Handling] {
    facts.records.entries.filter(\.asksSomething).map { entry in
      let raw = due(entry, facts)
      return Handling(
        entry: entry, rawDue: raw, due: facts.isActive && entry.closedOn == nil ? raw : nil, frozenOn: facts.frozenOn)
    }.sorted { first, second in
      switch (first.entry.closedOn, second.entry.closedOn) {
      case (nil, nil): return (first.rawDue?.number ?? .max, first.id) < (second.rawDue?.number ?? .max, second.id)
      case (nil, _?): return true
      case (_?, nil): return false
      case (let one?, let two?): return (one, first.id) > (two, second.id)
      }
    }
  }

  /// The day set for coming back to it takes the place of the five working days.
  private static func due(_ entry: Entry, _ facts: PlacementFacts) -> Day? {
    if let day = entry.followUp { return facts.moved(day, from: entry.followUpSet ?? day) }
    return entry.askedOn.map { facts.moved($0.adding(workingDays: Entry.daysToHandle), from: $0) }
  }
}
