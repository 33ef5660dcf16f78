/// The course of a placement. Source: `rules.md`, "The course" and "Who acts".
extension Draft {
  mutating func start(_ day: Day, withoutScanReason reason: String) throws(Refusal) {
    try onlySchool()
    guard records.placement.startedOn == nil else {
      throw Refusal(.alreadyStarted, day: records.placement.startedOn)
    }
    try notPaused()
    try notAfterToday(day)
    if let last = records.pauses.compactMap(\.until).max(), day < last { throw Refusal(.dayTooEarly, day: last) }
    // The gates are tested for the day on which it really begins.
    var asked = records
    asked.placement.start = day
    let derivation = Derivation(asked, model: context.model)
    let failing = derivation.failingGates(on: day)
    guard failing.isEmpty else { throw Refusal(.gatesFail, duties: failing.map(\.duty.id)) }
    let scanMissing = derivation.items.contains {
      $0.applies && $0.duty.record == .scan && !$0.settled.holds(on: day)
    }
    if scanMissing { try text(reason, else: .needsScanReason) }
    records.placement.startedOn = day
    records.placement.startReason = scanMissing ? reason : ""
    recordGates()
    kind = .started
    subject = "course"
    note = records.placement.startReason
  }

  private func notPaused() throws(Refusal) {
    if let pause = records.openPause { throw Refusal(.alreadyPaused, day: pause.from) }
  }

  /// Stores which record met each gate that holds.
  mutating func recordGates() {
    let derivation = Derivation(records, model: context.model)
    for item in derivation.items where item.duty.gate && item.applies && item.settled != .no {
      guard let record = gateRow(item) else { continue }
      records.gateRecords.append(
        GateRecord(
          id: context.row(), placement: placement, duty: item.duty.id, recordTable: record.table.rawValue,
          record: record.id))
    }
  }

  private func gateRow(_ item: Item) -> (table: RecordTable, id: Int64)? {
    switch item.duty.record {
    case .workplace, .suitableWorkplace: records.currentLink.map { (.workplaceLink, $0.id) }
    case .agreement: item.version.map { (.agreement, $0) }
    case .plan: (item.lastMark?.version ?? item.version).map { (.plan, $0) }
    case .scan: records.newestScan.map { (.scanDecision, $0.id) }
    case .schoolContact: records.assignments(of: .schoolContact).last.map { (.assignment, $0.assignment.id) }
    case .employerContact: records.assignments(of: .employerContact).last.map { (.assignment, $0.assignment.id) }
    case .supervisor, .experiencedSupervisor:
      records.assignments(of: .supervisor).last.map { (.assignment, $0.assignment.id) }
    case nil: item.lastMark.map { (.mark, $0.id) }
    }
  }

  mutating func takeStartBack(reason: String) throws(Refusal) {
    try onlySchool()
    guard records.placement.startedOn != nil else { throw Refusal(.notStarted) }
    try text(reason, else: .needsReason)
    records.placement.startedOn = nil
    records.placement.importedOn = nil
    records.placement.startReason = ""
    records.gateRecords = []
    kind = .startTakenBack
    subject = "course"
    note = reason
  }

  mutating func setDates(start: Day?, end: Day?) throws(Refusal) {
    try onlySchool()
    try putDates(start: start, end: end)
    kind = .datesSet
    subject = "dates"
  }

  /// Writes the planned dates, which follow each other.
  mutating func putDates(start: Day?, end: Day?) throws(Refusal) {
    if let first = [start, records.placement.startedOn].compactMap({ $0 }).max(), let end, end < first {
      throw Refusal(.endBeforeStart, day: first)
    }
    records.placement.start = start
    records.placement.end = end
  }

  mutating func pause(from: Day, intendedReturn: Day?, reason: String) throws(Refusal) {
    try onlySchool()
    try notPaused()
    try notAfterToday(from)
    try text(reason, else: .needsReason)
    if let started = records.placement.startedOn, from < started { throw Refusal(.beforeStart, day: started) }
    if let last = records.pauses.compactMap(\.until).max(), from < last { throw Refusal(.pausesOverlap, day: last) }
    if let back = intendedReturn, back < from { throw Refusal(.endBeforeStart, day: from) }
    records.pauses.append(
      Pause(id: context.row(), placement: placement, from: from, intendedReturn: intendedReturn, reason: reason))
    kind = .paused
    subject = "course"
    note = reason
  }

  /// Sets another day for the return from the pause that is open; nil: not known.
  mutating func setIntendedReturn(_ day: Day?) throws(Refusal) {
    try onlySchool()
    guard let open = records.openPause, let index = records.pauses.firstIndex(where: { $0.id == open.id }) else {
      throw Refusal(.notPaused)
    }
    if let day, day < open.from { throw Refusal(.dayTooEarly, day: open.from) }
    records.pauses[index].intendedReturn = day
    kind = .returnSet
    subject = "course"
  }

  mutating func resume(_ day: Day, newStart: Day?) throws(Refusal) {
    try onlySchool()
    guard let open = records.openPause, let index = records.pauses.firstIndex(where: { $0.id == open.id }) else {
      throw Refusal(.notPaused)
    }
    try notAfterToday(day)
    guard day >= open.from else { throw Refusal(.dayTooEarly, day: open.from) }
    records.pauses[index].until = day
    if records.placement.startedOn == nil, let newStart { records.placement.start = newStart }
    kind = .resumed
    subject = "course"
  }

  mutating func end(_ ending: Ending, day: Day, reason: String, by: Party?) throws(Refusal) {
    try onlySchool()
    try notAfterToday(day)
    switch (ending, records.placement.startedOn) {
    case (.completed, nil): throw Refusal(.notStarted)
    case (.neverStarted, let started?): throw Refusal(.alreadyStarted, day: started)
    case (_, let started?) where day < started: throw Refusal(.beforeStart, day: started)
    default: break
    }
    if ending != .completed { try text(reason, else: .needsReason) }
    records.placement.ending = ending
    records.placement.endedOn = day
    records.placement.endReason = reason
    records.placement.endedBy = by
    kind = .ended
    subject = "course"
    note = reason
  }

  mutating func reopen(reason: String) throws(Refusal) {
    try onlySchool()
    guard records.placement.ending != nil else { throw Refusal(.notEnded) }
    try text(reason, else: .needsReason)
    records.placement.ending = nil
    records.placement.endedOn = nil
    records.placement.endReason = ""
    records.placement.endedBy = nil
    kind = .reopened
    subject = "course"
    note = reason
  }
}
