/// The checklist of a placement: its model's duties and its records, turned into items. It holds no "today".
public struct Derivation: Hashable, Sendable {
  /// All items, in model order: no duty disappears.
  public let items: [Item]
  /// What entries ask of the school: what waits first. It counts as the school's, and not among the duties.
  public internal(set) var handlings: [Handling]
  /// The conditions of the workplace scan, each under its owner, and not among the duties either.
  public let conditions: [ConditionItem]
  /// Where the placement stands.
  public let stage: Stage

  /// Derives the items.
  public init(_ records: PlacementRecords, model: DutyModel) {
    let facts = PlacementFacts(records)
    stage = facts.stage
    var items: [Item] = []
    items.reserveCapacity(model.duties.count)
    for (place, duty) in model.duties.enumerated() {
      items.append(ItemDerivation(facts: facts, model: model, duty: duty, place: place).item)
    }
    self.items = items
    handlings = Handling.all(facts)
    conditions = ConditionItem.all(facts)
  }

  /// The item of that duty.
  public subscript(duty: DutyID) -> Item? { items.first { $0.duty.id == duty } }

  /// The items that count under a party in a phase.
  public func items(of party: Party, in phase: Phase) -> [Item] {
    items.filter { $0.duty.party == party && $0.duty.phase == phase }
  }

  /// The shared items of other owners in which the party has a part, uncounted ("Samen"). A mirrored record stands there once: its leader,
  /// and not even that where the party owns the mirror.
  public func shared(with party: Party) -> [Item] {
    let shown = items.filter(\.applies)
    return items.filter { item in
      guard item.duty.party != party, item.duty.isShared, item.parties.contains(party) else { return false }
      return !shown.contains { other in
        other.duty.id == item.duty.mirrors || (other.duty.mirrors == item.duty.id && other.duty.party == party)
      }
    }
  }

  /// The same with the handlings alone of the entries that a party's present people may read.
  func seen(by party: Party, of records: PlacementRecords) -> Derivation {
    let readable = Set(records.entries(readBy: party).map(\.id))
    var result = self
    result.handlings.removeAll { !readable.contains($0.id) }
    return result
  }

  /// The gates that fail on that day.
  public func failingGates(on day: Day) -> [Item] {
    items.filter { $0.duty.gate && $0.applies && !$0.settled.holds(on: day) }
  }
}

/// What all items of a placement share.
struct PlacementFacts {
  let records: PlacementRecords
  let stage: Stage
  let employer: Int64?
  let frozenOn: Day?

  init(_ records: PlacementRecords) {
    self.records = records
    employer = records.currentLink?.employer
    // Ended while paused: it has stood still since the first of both.
    let ended = records.placement.ending == nil ? nil : records.placement.endedOn
    frozenOn = [records.openPause?.from, ended].compactMap { $0 }.min()
    stage =
      records.placement.ending?.stage
      ?? (records.openPause != nil ? .paused : records.isDuring ? .during : .preparation)
  }

  /// Whether dates run: in preparation and during the programme.
  var isActive: Bool { stage == .preparation || stage == .during }
  var startedOn: Day? { records.placement.startedOn }
  var importedOn: Day? { records.placement.importedOn }
  /// What the programme's dates count from.
  var base: Day? { startedOn == nil ? nil : importedOn ?? startedOn }

  /// A date moved by the days paused after what it counts from (`rules.md`, "The course").
  func moved(_ date: Day, from basis: Day) -> Day {
    var days = 0
    for pause in records.pauses {
      guard let until = pause.until, until > basis else { continue }
      days += max(0, until.days(since: max(pause.from, basis)))
    }
    return date.adding(days: days)
  }

  /// The first day on which something became open again, if that is a reason for a date of its own: after the start only.
  func askedAgain(_ days: [Day]) -> Day? {
    guard let startedOn, let last = days.max(), last > startedOn else { return nil }
    return last
  }

  /// The date for what is asked again: 14 days on; what fell before a running placement was imported counts from the import.
  func dueAskedAgain(_ day: Day) -> Day {
    if let importedOn, day <= importedOn { return moved(importedOn.adding(days: 28), from: importedOn) }
    return moved(day.adding(days: 14), from: day)
  }

  /// Whether a confirmation counts for its party now: not withdrawn, and the employer's given by the current one.
  func counts(_ mark: Mark) -> Bool {
    mark.withdrawnOn == nil && (mark.party != .employer || (employer != nil && mark.employer == employer))
  }
}
