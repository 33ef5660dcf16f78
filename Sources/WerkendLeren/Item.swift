/// Until when something holds.
public enum Settled: Hashable, Sendable {
  /// It does not hold.
  case no
  /// It holds up to and including that day.
  case until(Day)
  /// It holds until a record changes.
  case forGood

  /// Whether it holds on that day.
  public func holds(on day: Day) -> Bool {
    switch self {
    case .no: false
    case .until(let last): day <= last
    case .forGood: true
    }
  }
}

/// What is missing where evidence is open or a confirmation cannot be given.
public enum Missing: String, CaseIterable, Hashable, Sendable {
  /// There is no employer yet.
  case employer
  /// There is no workplace yet.
  case workplace
  /// Nobody is named.
  case person
  /// The person's last day has passed, or will.
  case personLeaves
  /// There is no decided scan of the current workplace.
  case scan
  /// The scan is or will be no longer valid.
  case scanExpires
  /// The newest decision is "nog niet geschikt".
  case scanNegative
  /// The newest decision was withdrawn.
  case scanWithdrawn
  /// A condition that has to be met before the start is not accepted yet.
  case condition
  /// There is no version yet.
  case version
  /// No current supervisor is marked experienced.
  case experience
}

/// The state of an item on a day. Source: `rules.md`, "State of an item".
public enum ItemState: String, CaseIterable, Hashable, Sendable {
  /// Does not apply.
  case notApplicable
  /// Its due date has passed.
  case overdue
  /// Some of the parties have confirmed.
  case partial
  /// Done; a continuing duty: confirmed and not within 14 days of due.
  case done
  /// Due within 14 days.
  case dueSoon
  /// Open.
  case open
  /// The viewer's own party has to act, and can.
  case yours
}

/// A checklist item (punt): a duty and the placement's records, derived, never stored. It holds no "today".
public struct Item: Hashable, Sendable {
  /// The duty.
  public var duty: Duty
  /// Its place in the model, from 0.
  public var place: Int
  /// Whether it applies.
  public var applies: Bool
  /// Why it was set to "not applicable" by hand.
  public var exclusion: Exclusion?
  /// Until when it is done.
  public var settled: Settled
  /// The parties that have a part: those of a shared duty, else the owner alone.
  public var parties: [Party]
  /// The parties whose part is confirmed now.
  public var confirmed: Set<Party>
  /// The due date by which it is overdue, whatever the course: what a pause or an ending leaves aside too.
  public var rawDue: Day?
  /// The due date; nil for none, while paused and after the end.
  public var due: Day?
  /// The parties on which the due date falls.
  public var dueParties: [Party]
  /// The parties in whose lists of open things it stands while it is not done, with or without a date.
  public var listed: [Party]
  /// The newest confirmation that counts.
  public var lastMark: Mark?
  /// The version of agreement or plan that can be confirmed now.
  public var version: Int64?
  /// What is missing, if something is.
  public var missing: Missing?
  /// The day a part was withdrawn that is open since; counts as urgent for the school during the programme.
  public var withdrawnOn: Day?
  /// The days in which a supervisor marked experienced is there, for a duty that asks for one: first and last.
  public var experienced: [ExperiencedTime]
  /// The parties that can act, apart from `experienced`.
  public var actors: Set<Party>
  /// Days between confirmations of a continuing duty.
  public var rhythmDays: Int
  /// The first day of a pause or the end, on which everything stands as it stood.
  public var frozenOn: Day?

  /// A time in which an experienced supervisor is there.
  public struct ExperiencedTime: Hashable, Sendable {
    /// First day.
    public var from: Day
    /// Last day; nil if not known.
    public var until: Day?
  }

  /// Whether it is done on that day.
  public func isDone(on today: Day) -> Bool { settled.holds(on: frozenOn ?? today) }

  /// The day from which a workplace scan that is valid still is due again: 8 weeks before its last day. Source: `workplace-scan.md`, "Life of a
  /// scan".
  public var renewal: Day? {
    guard duty.record == .scan, duty.kind == .evidence, case .until(let last) = settled else { return nil }
    return last.adding(days: -ScanRecords.renewalDays)
  }

  /// Whether its due date has passed on that day.
  public func isOverdue(on today: Day) -> Bool {
    guard applies, let due, due < today else { return false }
    return duty.kind == .continuing || !isDone(on: today)
  }

  /// The parties whose part is open; none once it is done.
  public func openParties(on today: Day) -> [Party] {
    if duty.isShared { return isDone(on: today) ? [] : parties.filter { !confirmed.contains($0) } }
    return isDone(on: today) && duty.kind != .continuing ? [] : parties
  }

  /// Whether the party can act on it on that day.
  public func canAct(_ party: Party, on today: Day) -> Bool {
    guard applies, frozenOn == nil, actors.contains(party) else { return false }
    return duty.record != .experiencedSupervisor || hasExperiencedSupervisor(on: today)
  }

  /// Whether an experienced supervisor is there on that day.
  public func hasExperiencedSupervisor(on today: Day) -> Bool {
    experienced.contains { $0.from <= today && $0.until.map { $0 >= today } ?? true }
  }

  /// Its state on that day for a viewer of that party; without a party `yours` never comes.
  public func state(on today: Day, for viewer: Party?) -> ItemState {
    guard applies else { return .notApplicable }
    if isOverdue(on: today) { return .overdue }
    let done = isDone(on: today)
    if duty.isShared, !done, !confirmed.isEmpty { return .partial }
    let soon = due.map { $0.days(since: today) <= 14 } ?? false
    if done, !(duty.kind == .continuing && soon) { return .done }
    if let viewer, canAct(viewer, on: today) { return .yours }
    return soon ? .dueSoon : .open
  }
}
