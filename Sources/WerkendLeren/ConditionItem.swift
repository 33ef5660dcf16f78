/// A condition of the workplace scan as it stands on its owner's checklist, in a group of its own: derived, not among the duties, and not in
/// their progress. It holds no "today". Source: `workplace-scan.md`, "Life of a scan".
public struct ConditionItem: Hashable, Sendable, Identifiable {
  /// The condition.
  public var condition: ScanCondition
  /// The due date, whatever the course.
  public var rawDue: Day
  /// The due date; nil once it is accepted, while paused and after the end.
  public var due: Day?
  /// The first day of a pause or the end, on which everything stands as it stood.
  public var frozenOn: Day?

  /// Makes it.
  public init(condition: ScanCondition, rawDue: Day, due: Day?, frozenOn: Day?) {
    self.condition = condition
    self.rawDue = rawDue
    self.due = due
    self.frozenOn = frozenOn
  }

  /// The condition's row.
  public var id: Int64 { condition.id }

  /// Whether its owner says that it is met.
  public var isMet: Bool { condition.metOn != nil }

  /// Whether the school accepted it.
  public var isDone: Bool { condition.acceptedOn != nil }

  /// The party that has to act: its owner, and once it is met the school, which accepts it.
  public var party: Party { isMet ? .school : condition.owner }

  /// Whether its due date has passed on that day.
  public func isOverdue(on today: Day) -> Bool { due.map { $0 < today } ?? false }

  /// Its state on that day for a viewer of that party.
  public func state(on today: Day, for viewer: Party?) -> ItemState {
    if isDone { return .done }
    if isOverdue(on: today) { return .overdue }
    if isMet { return .partial }
    if viewer == party, frozenOn == nil { return .yours }
    return due.map { $0.days(since: today) <= 14 } ?? false ? .dueSoon : .open
  }
}

extension ConditionItem {
  /// The conditions that count for a placement: those of the newest decision on its present workplace, while that stands; in the order of their
  /// due dates.
  static func all(_ facts: PlacementFacts) -> [ConditionItem] {
    facts.records.standingConditions.map { condition in
      let raw = due(condition, facts)
      return ConditionItem(
        condition: condition, rawDue: raw, due: facts.isActive && condition.acceptedOn == nil ? raw : nil,
        frozenOn: facts.frozenOn)
    }.sorted { ($0.rawDue, $0.id) < ($1.rawDue, $1.id) }
  }

  /// Its date counts from the day it was set, and moves in the placement that was paused alone. What had fallen before a running placement was
  /// imported is due four weeks after the import.
  private static func due(_ condition: ScanCondition, _ facts: PlacementFacts) -> Day {
    if let importedOn = facts.importedOn, condition.due <= importedOn {
      return facts.moved(importedOn.adding(days: 28), from: importedOn)
    }
    return facts.moved(condition.due, from: condition.setOn)
  }
}

extension PlacementRecords {
  /// The conditions of the newest decision on the present workplace; none once that decision was withdrawn, or another came after it.
  public var standingConditions: [ScanCondition] {
    guard let scan = newestScan, scan.withdrawnOn == nil else { return [] }
    return conditions.filter { $0.decision == scan.id }
  }
}
