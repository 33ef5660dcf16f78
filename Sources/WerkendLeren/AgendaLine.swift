/// One dated thing of a placement, as an agenda lists it: what, on which day, and for whom. Like the summary it is a function of the
/// records alone and holds no "today". Source: `rules.md`, "Due dates" and "Urgency".
public struct AgendaLine: Hashable, Sendable {
  /// What falls on the day.
  public enum Kind: Int64, CaseIterable, Hashable, Sendable {
    /// An item is due.
    case item = 0
    /// The programme ends by plan.
    case endDate = 1
    /// The return from a pause is meant for it.
    case intendedReturn = 2
    /// A workplace scan was withdrawn, or is valid for the last time.
    case scan = 3
    /// A confirmation was withdrawn.
    case withdrawal = 4
    /// The programme starts by plan.
    case startDate = 5
    /// The school has to handle an entry, or to come back to it.
    case handling = 6
    /// A condition of the workplace scan is due; once it is met, the school has to accept it.
    case condition = 7
  }
  /// The day.
  public var day: Day
  /// What falls on it.
  public var kind: Kind
  /// The duty's place in the placement's model, from 0; nil for a date that no duty gives.
  public var duty: Int?
  /// The parties on which the date falls, at least one.
  public var parties: [Party]
  /// Those of them that can act on it now.
  public var actors: [Party]
  /// Whether it is a gate.
  public var gate: Bool
  /// Whether some of the parties have confirmed.
  public var partial: Bool
  /// Whether it is done for now: nothing is to do until it comes near again.
  public var settled: Bool
  /// The entry that asks for it, if one does.
  public var entry: OpenEntry?
  /// The row of the workplace scan's condition, if it is one.
  public var condition: Int64?
  /// The parties whose people may see it: all, but for an entry those of its circle.
  public var readers: [Party]

  /// Makes a line.
  public init(
    day: Day, kind: Kind, duty: Int? = nil, parties: [Party], actors: [Party] = [], gate: Bool = false,
    partial: Bool = false, settled: Bool = false, entry: OpenEntry? = nil, condition: Int64? = nil,
    readers: [Party] = Party.allCases
  ) {
    self.day = day
    self.kind = kind
    self.duty = duty
    self.parties = parties
    self.actors = actors
    self.gate = gate
    self.partial = partial
    self.settled = settled
    self.entry = entry
    self.condition = condition
    self.readers = readers
  }

  /// All dated things of a placement: the due dates of what is not done for good, its planned start and end, and what else counts for the
  /// school; of a paused placement the intended return alone, of an ended or archived one nothing. Each kind names a duty, an entry
  /// or a condition once at most.
  public static func all(_ derivation: Derivation, of records: PlacementRecords) -> [AgendaLine] {
    let facts = PlacementFacts(records)
    guard records.placement.archivedOn == nil else { return [] }
    guard facts.isActive else {
      guard derivation.stage == .paused, let back = records.openPause?.intendedReturn else { return [] }
      return [school(back, .intendedReturn)]
    }
    var lines = derivation.items.compactMap(AgendaLine.init)
    if facts.startedOn == nil, let start = records.placement.start { lines.append(school(start, .startDate)) }
    lines += Summary.extras(derivation, facts: facts).map(AgendaLine.init)
    lines += derivation.handlings.compactMap { handling in
      guard let due = handling.due else { return nil }
      return AgendaLine(
        day: due, kind: .handling, parties: [.school], actors: [.school],
        entry: OpenEntry(id: handling.id, kind: handling.entry.kind),
        readers: Party.allCases.filter { records.entries(readBy: $0).contains { $0.id == handling.id } })
    }
    lines += derivation.conditions.compactMap { item in
      item.due.map { due in
        AgendaLine(
          day: due, kind: .condition, parties: [item.party], actors: [item.party], partial: item.isMet,
          condition: item.id)
      }
    }
    return lines
  }

  private static func school(_ day: Day, _ kind: Kind) -> AgendaLine {
    AgendaLine(day: day, kind: kind, parties: [.school], actors: [.school])
  }

  /// The line of an item that is not done for good and has a due date; nil for others, and for one whose date falls on its pair alone.
  private init?(_ item: Item) {
    guard item.applies, item.settled != .forGood, let due = item.due, !item.dueParties.isEmpty else { return nil }
    let parties = Party.allCases.filter(item.dueParties.contains)
    self.init(
      day: due, kind: .item, duty: item.place, parties: parties,
      actors: item.missing == .experience ? [] : parties.filter(item.actors.contains), gate: item.duty.gate,
      partial: item.duty.isShared && !item.confirmed.isEmpty, settled: item.settled != .no)
  }

  /// The line of a date that counts beside the due dates.
  private init(_ urgency: Urgency) {
    let kind: Kind =
      switch urgency.reason {
      case .item: .item
      case .endDate: .endDate
      case .intendedReturn: .intendedReturn
      case .scan: .scan
      case .withdrawal: .withdrawal
      }
    let item = urgency.item
    self.init(
      day: urgency.day, kind: kind, duty: item.duty, parties: [item.party], actors: item.actable ? [item.party] : [],
      gate: item.gate, partial: item.partial, settled: item.settled)
  }
}
