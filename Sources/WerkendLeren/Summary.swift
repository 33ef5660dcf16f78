/// Where a placement stands. Each placement is in exactly one. Source: `rules.md`, "`status`".
public enum Stage: String, CaseIterable, Hashable, Sendable {
  /// Before the start.
  case preparation
  /// During the programme.
  case during
  /// Resting.
  case paused
  /// The programme was completed.
  case completed
  /// Ended early.
  case ended
  /// Never started.
  case neverStarted

  /// The number kept in the store.
  public var number: Int64 { Int64(Stage.allCases.firstIndex(of: self) ?? 0) }
  /// The stage of a number kept in the store.
  public init?(number: Int64) {
    guard let index = Int(exactly: number), Stage.allCases.indices.contains(index) else { return nil }
    self = Stage.allCases[index]
  }
}

/// An item that is not done for good, as a list row needs it: enough for a sign and a word without reading the records.
public struct OpenItem: Hashable, Sendable {
  /// The duty's place in the placement's model, from 0; nil for a date that no duty gives.
  public var duty: Int?
  /// The party on which the date falls; where several do, there is one for each.
  public var party: Party
  /// The day it is due; nil for none.
  public var due: Day?
  /// Whether it is a gate.
  public var gate: Bool
  /// Whether some of the parties have confirmed.
  public var partial: Bool
  /// Whether the party can act on it now.
  public var actable: Bool
  /// Whether it is done for now, such as a continuing duty that was confirmed: nothing is to do until it comes near again.
  public var settled: Bool
  /// The day from which what is done for now is to do again; nil: 14 days before it is due.
  public var again: Day?
  /// The entry that asks to be handled; no duty gives the date then.
  public var entry: OpenEntry?
  /// The row of the workplace scan's condition; no duty gives the date then either.
  public var condition: Int64?

  /// Whether it is what an entry or a condition asks.
  var isBesideDuties: Bool { entry != nil || condition != nil }

  /// Makes an open item.
  public init(
    duty: Int?, party: Party, due: Day?, gate: Bool, partial: Bool, actable: Bool, settled: Bool = false,
    again: Day? = nil, entry: OpenEntry? = nil, condition: Int64? = nil
  ) {
    self.duty = duty
    self.party = party
    self.due = due
    self.gate = gate
    self.partial = partial
    self.actable = actable
    self.settled = settled
    self.again = again
    self.entry = entry
    self.condition = condition
  }
}

/// An entry that waits for the school, as a list row needs it.
public struct OpenEntry: Hashable, Sendable {
  /// The entry's row.
  public var id: Int64
  /// What it tells.
  public var kind: EntryKind

  /// Makes it.
  public init(id: Int64, kind: EntryKind) {
    self.id = id
    self.kind = kind
  }
}

extension OpenItem {
  /// Whether it is to do on that day: what is done for now comes back 14 days before it is due, a workplace scan 8 weeks before it expires.
  public func isToDo(on today: Day) -> Bool {
    !settled || isAgain(on: today) || due.map { $0.days(since: today) <= 14 } ?? false
  }

  /// Whether it is done still, and is to be done again because it will lapse.
  public func isAgain(on today: Day) -> Bool { settled && again.map { $0 <= today } ?? false }
}

/// The date by which a placement sorts, and what gives it. It holds no "today". Source: `rules.md`, "Urgency".
public struct Urgency: Hashable, Sendable {
  /// What gives the date.
  public enum Reason: Int64, CaseIterable, Hashable, Sendable {
    /// An item's due date.
    case item = 0
    /// The planned end.
    case endDate = 1
    /// The intended return from a pause.
    case intendedReturn = 2
    /// A scan's withdrawal or expiry that nothing answered yet.
    case scan = 3
    /// A confirmation that was withdrawn.
    case withdrawal = 4
  }
  /// The day.
  public var day: Day
  /// What gives it.
  public var reason: Reason
  /// The item; for an end date or a return only party and day count.
  public var item: OpenItem

  /// Makes an urgency.
  public init(day: Day, reason: Reason, item: OpenItem) {
    self.day = day
    self.reason = reason
    self.item = item
  }
}

/// How many items of a party in a phase are done, for any day: some for good, some until a day.
public struct Progress: Hashable, Sendable {
  /// Items that apply and are done, whatever the day.
  public var done: Int
  /// Items that apply.
  public var total: Int
  /// For each item that is done only until a day: that day, the last on which it counts. Sorted.
  public var lapses: [Day]

  /// Makes a progress.
  public init(done: Int = 0, total: Int = 0, lapses: [Day] = []) {
    self.done = done
    self.total = total
    self.lapses = lapses
  }

  /// How many are done on that day.
  public func done(on today: Day) -> Int { done + lapses.count { $0 >= today } }
}

/// A gate that fails, now or from a day on.
public struct FailingGate: Hashable, Sendable {
  /// The gate.
  public var duty: DutyID
  /// The first day on which it fails; nil: it fails already.
  public var from: Day?

  /// Makes it.
  public init(duty: DutyID, from: Day?) {
    self.duty = duty
    self.from = from
  }

  /// Whether it fails on that day.
  public func fails(on today: Day) -> Bool { from.map { $0 <= today } ?? true }
}

/// What lists sort, filter and count by: a function of the records alone, kept beside them in the store, holding no "today". It is one
/// party's view: what entries ask counts in the summaries of those alone who may read them.
public struct Summary: Hashable, Sendable {
  /// Where the placement stands.
  public var stage: Stage
  /// Its phase, also while paused or after the end.
  public var phase: Phase
  /// The planned start.
  public var start: Day?
  /// The day `during` began.
  public var startedOn: Day?
  /// The day from which progress stands still; nil while the placement goes on.
  public var frozenOn: Day?
  /// The most urgent date of all three.
  public var urgency: Urgency?
  /// The most urgent date of each party.
  public var urgencyOf: PerParty<Urgency?>
  /// The earliest due date of each party, by which "overdue" is counted.
  public var dueOf: PerParty<Day?>
  /// The items that are not done for good, with their dates, earliest first.
  public var open: [OpenItem]
  /// Progress in preparation.
  public var preparation: PerParty<Progress>
  /// Progress during the programme.
  public var during: PerParty<Progress>
  /// Gates that fail or will, in model order; empty after the start.
  public var failingGates: [FailingGate]

  /// Progress in the phase the placement is in.
  public var progress: PerParty<Progress> { phase == .preparation ? preparation : during }

  /// Done and total of a party in its phase, on that day.
  public func count(of party: Party, in phase: Phase, on today: Day) -> (done: Int, total: Int) {
    let progress = (phase == .preparation ? preparation : during)[party]
    return (progress.done(on: frozenOn ?? today), progress.total)
  }

  /// How many different items are overdue on that day, those of entries and conditions too; of one party, or of all.
  public func overdueCount(of party: Party? = nil, on today: Day) -> Int {
    var duties: Set<Int> = []
    var others = 0
    for item in open {
      guard let due = item.due, due < today else { continue }
      if let party, item.party != party { continue }
      if let duty = item.duty { duties.insert(duty) } else if item.isBesideDuties { others += 1 }
    }
    return duties.count + others
  }
}
