import WerkendLeren

/// What a summary has to say, computed from the items in another, slower way.
struct SlowSummary {
  let items: [Item]
  let stage: Stage
  let records: PlacementRecords
  /// Due dates of what waits for the school.
  let waiting: [Day]
  /// Due dates of conditions, each with the party that has to act.
  let conditions: [(day: Day, party: Party)]

  init(_ derivation: Derivation, _ records: PlacementRecords) {
    items = derivation.items
    waiting = derivation.handlings.compactMap(\.due)
    conditions = derivation.conditions.compactMap { item in item.due.map { ($0, item.party) } }
    stage = derivation.stage
    self.records = records
  }

  private var active: Bool { stage == .preparation || stage == .during }

  /// Items with a date that are not done for good.
  private var dated: [Item] {
    active ? items.filter { $0.applies && $0.settled != .forGood && $0.due != nil } : []
  }

  func due(of party: Party) -> Day? {
    let own = dated.filter { $0.dueParties.contains(party) }.compactMap(\.due)
    return (own + (party == .school ? waiting : []) + conditions.filter { $0.party == party }.map(\.day)).min()
  }

  func overdue(of party: Party?, on today: Day) -> Int {
    dated.filter { item in
      item.isOverdue(on: today) && (party.map(item.dueParties.contains) ?? !item.dueParties.isEmpty)
    }.count + (party == nil || party == .school ? waiting.filter { $0 < today }.count : 0)
      + conditions.filter { $0.day < today && (party == nil || party == $0.party) }.count
  }

  func count(of party: Party, in phase: Phase, on today: Day) -> (done: Int, total: Int) {
    let own = items.filter { $0.applies && $0.duty.party == party && $0.duty.phase == phase }
    return (own.filter { $0.isDone(on: today) }.count, own.count)
  }

  func failingGates(on today: Day) -> [DutyID] {
    guard stage == .preparation else { return [] }
    return items.filter { $0.duty.gate && $0.applies && !$0.settled.holds(on: today) }.map(\.duty.id)
  }

  /// Day, 0 for a gate, place (a large number for none), party.
  typealias Key = (day: Day, gate: Int, place: Int, party: Party)

  private func key(_ item: Item, _ party: Party, _ day: Day? = nil) -> Key? {
    (day ?? item.due).map { ($0, item.duty.gate ? 0 : 1, item.place, party) }
  }

  /// The dates that count for the school and for all only; scan days are those of a placement without pauses.
  private var extras: [Key] {
    if stage == .paused {
      return records.openPause?.intendedReturn.map { [($0, 1, Int.max, .school)] } ?? []
    }
    guard active else { return [] }
    var keys: [Key] = []
    if let end = records.placement.end { keys.append((end, 1, Int.max, .school)) }
    guard records.placement.startedOn != nil else { return keys }
    for item in items where item.applies && item.settled != .forGood {
      if let day = item.withdrawnOn { keys += [key(item, .school, day)].compactMap { $0 } }
      guard item.duty.record == .scan, item.duty.kind == .evidence,
        let newest = records.scans.filter({ $0.workplace == records.currentWorkplace?.id })
          .sorted(by: { ($0.date, $0.id) < ($1.date, $1.id) }).last
      else { continue }
      guard newest.withdrawnOn != nil || newest.decision != .notYetSuitable else { continue }
      let day = newest.withdrawnOn ?? newest.validUntil
      if let imported = records.placement.importedOn, day <= imported { continue }
      var moved = day
      for pause in records.pauses {
        guard let until = pause.until, until > day else { continue }
        moved = moved.adding(days: until.days(since: max(day, pause.from)))
      }
      keys += [key(item, item.duty.party, moved)].compactMap { $0 }
    }
    return keys
  }

  func urgency(of party: Party?) -> Key? {
    var keys: [Key] = []
    for item in dated {
      if let party {
        if item.dueParties.contains(party) { keys += [key(item, party)].compactMap { $0 } }
      } else if item.dueParties.contains(item.duty.party) {
        keys += [key(item, item.duty.party)].compactMap { $0 }
      } else if let first = Party.allCases.first(where: item.dueParties.contains) {
        keys += [key(item, first)].compactMap { $0 }
      }
    }
    let isSchools = party == nil || party == .school
    if isSchools { keys += waiting.map { ($0, 1, Int.max, .school) } }
    keys += conditions.filter { party == nil || party == $0.party }.map { ($0.day, 1, Int.max, $0.party) }
    if isSchools { keys += extras }
    return keys.min { ($0.day, $0.gate, $0.place) < ($1.day, $1.gate, $1.place) }
  }

  /// Days on which something may turn, and those around them.
  var turningDays: [Day] {
    var days = waiting + items.compactMap(\.due) + items.compactMap(\.rawDue) + [day("2026-11-23")]
    for item in items { if case .until(let last) = item.settled { days.append(last) } }
    return days.flatMap { [$0.adding(days: -1), $0, $0.adding(days: 1)] }
  }
}
