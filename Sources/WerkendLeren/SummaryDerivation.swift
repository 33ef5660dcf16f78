extension Summary {
  /// Derives the summary of a placement, with all that its entries ask. Source: `rules.md`, "Urgency".
  public init(_ records: PlacementRecords, model: DutyModel) {
    self.init(Derivation(records, model: model), of: records)
  }

  /// The summary for each party: the same but for what entries ask that it may not read.
  public static func forEach(_ records: PlacementRecords, model: DutyModel) -> PerParty<Summary> {
    forEach(Derivation(records, model: model), of: records)
  }

  /// The same of items that were derived already.
  public static func forEach(_ derivation: Derivation, of records: PlacementRecords) -> PerParty<Summary> {
    func summary(_ party: Party) -> Summary { Summary(derivation.seen(by: party, of: records), of: records) }
    guard !derivation.handlings.isEmpty else { return PerParty(all: Summary(derivation, of: records)) }
    return PerParty(student: summary(.student), school: summary(.school), employer: summary(.employer))
  }

  /// Makes the summary of items that were derived already.
  public init(_ derivation: Derivation, of records: PlacementRecords) {
    let facts = PlacementFacts(records)
    var preparation = PerParty(all: Progress())
    var during = PerParty(all: Progress())
    var open: [OpenItem] = []
    for item in derivation.items where item.applies {
      var progress = Progress(total: 1)
      switch item.settled {
      case .forGood: progress.done = 1
      case .until(let last): progress.lapses = [last]
      case .no: break
      }
      if item.duty.phase == .preparation {
        preparation[item.duty.party].add(progress)
      } else {
        during[item.duty.party].add(progress)
      }
      if item.settled != .forGood { open += OpenItem.all(of: item) }
    }
    open += derivation.handlings.filter { !$0.isDone }.map(OpenItem.init)
    open += derivation.conditions.filter { !$0.isDone }.map(OpenItem.init)
    for party in Party.allCases {
      preparation[party].lapses.sort()
      during[party].lapses.sort()
    }
    self.init(
      stage: derivation.stage, phase: facts.startedOn == nil ? .preparation : .during,
      start: records.placement.start, startedOn: facts.startedOn, frozenOn: facts.frozenOn, urgency: nil,
      urgencyOf: PerParty(all: nil), dueOf: PerParty(all: nil), open: [], preparation: preparation, during: during,
      failingGates: [])
    guard facts.isActive else {
      if derivation.stage == .paused, let back = records.openPause?.intendedReturn {
        let urgency = Urgency(day: back, reason: .intendedReturn, item: .school(due: back))
        self.urgency = urgency
        urgencyOf.school = urgency
      }
      return
    }
    self.open = open.enumerated().sorted { first, second in
      if let order = OpenItem.order(first.element, second.element) { return order }
      return first.offset < second.offset
    }.map(\.element)
    for party in Party.allCases {
      dueOf[party] = self.open.filter { $0.party == party }.compactMap(\.due).min()
      urgencyOf[party] = Self.first(self.open.filter { $0.party == party })
    }
    urgency = Self.first(Self.named(derivation) + self.open.filter(\.isBesideDuties))
    for extra in Self.extras(derivation, facts: facts) {
      urgency = Self.earlier(urgency, extra)
      urgencyOf.school = Self.earlier(urgencyOf.school, extra)
    }
    if derivation.stage == .preparation {
      failingGates = derivation.items.filter { $0.duty.gate && $0.applies }.compactMap { gate in
        switch gate.settled {
        case .forGood: nil
        case .no: FailingGate(duty: gate.duty.id, from: nil)
        case .until(let last):
          // No day comes after the last one of the calendar.
          last.adding(days: 1) == last ? nil : FailingGate(duty: gate.duty.id, from: last.adding(days: 1))
        }
      }
    }
  }

  private static func first(_ items: [OpenItem]) -> Urgency? {
    var best: Urgency?
    for item in items {
      guard let due = item.due else { continue }
      best = earlier(best, Urgency(day: due, reason: .item, item: item))
    }
    return best
  }

  /// The earlier of two; on one day gates first, then items in model order, then dates that no duty gives.
  private static func earlier(_ first: Urgency?, _ second: Urgency) -> Urgency {
    guard let first else { return second }
    func key(_ urgency: Urgency) -> (Int, Int, Int) {
      (urgency.day.number, urgency.item.gate ? 0 : 1, urgency.item.duty ?? Int.max)
    }
    return key(second) < key(first) ? second : first
  }

  /// Each item once, under the one party that is named for it: the owner if its part is open, else the first of student, school, employer.
  private static func named(_ derivation: Derivation) -> [OpenItem] {
    derivation.items.compactMap { item in
      guard item.applies, item.settled != .forGood, item.due != nil else { return nil }
      let owner = item.duty.party
      guard let party = item.dueParties.contains(owner) ? owner : item.dueParties.min() else { return nil }
      return OpenItem(item, party: party)
    }
  }

  /// The dates that count for the school and for all only.
  static func extras(_ derivation: Derivation, facts: PlacementFacts) -> [Urgency] {
    var extras: [Urgency] = []
    if let end = facts.records.placement.end {
      extras.append(Urgency(day: end, reason: .endDate, item: .school(due: end)))
    }
    guard facts.startedOn != nil else { return extras }
    for item in derivation.items where item.applies {
      if item.duty.record == .scan, item.duty.kind == .evidence, let scan = facts.records.newestScan {
        let day = scan.withdrawnOn ?? (scan.decision == .notYetSuitable ? nil : scan.validUntil)
        // What had fallen before a running placement was imported counts from the import, by its due date alone.
        if let day, facts.importedOn.map({ day > $0 }) ?? true {
          extras.append(
            Urgency(day: facts.moved(day, from: day), reason: .scan, item: OpenItem(item, party: item.duty.party)))
        }
      }
      if let day = item.withdrawnOn, item.settled != .forGood {
        extras.append(Urgency(day: day, reason: .withdrawal, item: OpenItem(item, party: .school)))
      }
    }
    return extras
  }
}

extension Progress {
  fileprivate mutating func add(_ other: Progress) {
    done += other.done
    total += other.total
    lapses += other.lapses
  }
}

extension OpenItem {
  fileprivate init(_ item: Item, party: Party) {
    self.init(
      duty: item.place, party: party, due: item.due, gate: item.duty.gate,
      partial: item.duty.isShared && !item.confirmed.isEmpty,
      actable: item.actors.contains(party) && item.missing != .experience, settled: item.settled != .no,
      again: item.renewal)
  }

  fileprivate init(_ handling: Handling) {
    self.init(
      duty: nil, party: .school, due: handling.due, gate: false, partial: false, actable: true,
      entry: OpenEntry(id: handling.id, kind: handling.entry.kind))
  }

  fileprivate init(_ condition: ConditionItem) {
    self.init(
      duty: nil, party: condition.party, due: condition.due, gate: false, partial: condition.isMet, actable: true,
      condition: condition.id)
  }

  fileprivate static func school(due: Day) -> OpenItem {
    OpenItem(duty: nil, party: .school, due: due, gate: false, partial: false, actable: true)
  }

  /// One for each party that has something to do: where a date falls on it, or where its part is open without a date.
  fileprivate static func all(of item: Item) -> [OpenItem] {
    let parties = item.due == nil ? item.listed.filter(item.actors.contains) : item.dueParties
    return parties.map { OpenItem(item, party: $0) }
  }

  /// Earliest first, none last, then gates; nil where both stand equal.
  fileprivate static func order(_ first: OpenItem, _ second: OpenItem) -> Bool? {
    switch (first.due, second.due) {
    case (let one?, let two?) where one != two: return one < two
    case (_?, nil): return true
    case (nil, _?): return false
    default: break
    }
    if first.gate != second.gate { return first.gate }
    if first.duty != second.duty { return (first.duty ?? Int.max) < (second.duty ?? Int.max) }
    return nil
  }
}
