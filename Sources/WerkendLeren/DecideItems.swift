/// Commands on one item. Source: `rules.md`, "Who acts" and "When".
extension Draft {
  mutating func confirm(_ id: DutyID, for party: Party, on day: Day, note: String) throws(Refusal) {
    let item = try item(id)
    guard item.applies else { throw Refusal(.notApplicable, duty: id) }
    guard item.duty.kind != .evidence else { throw Refusal(.evidenceNotTicked, duty: id) }
    guard item.parties.contains(party) else { throw Refusal(.otherParty, duty: id, party: party) }
    if viewer.party != party {
      guard viewer.party == .school else { throw Refusal(.otherParty, duty: id, party: party) }
      try text(note, else: .needsHowTold)
      onBehalfOf = party
    }
    if party == .employer, records.currentLink == nil { throw Refusal(.noEmployer, duty: id) }
    try notAfterToday(day)
    if item.duty.kind == .continuing {
      guard let started = records.placement.startedOn else { throw Refusal(.notStarted, duty: id) }
      guard day >= started else { throw Refusal(.beforeStart, duty: id, day: started) }
      if item.duty.record == .experiencedSupervisor, !item.hasExperiencedSupervisor(on: today) {
        throw Refusal(.noExperiencedSupervisor, duty: id)
      }
    } else {
      if item.missing == .version { throw Refusal(.noVersion, duty: id) }
      if item.confirmed.contains(party) || item.settled == .forGood {
        throw Refusal(.alreadyConfirmed, duty: id, party: party)
      }
    }
    let leading = context.model.leader(of: item.duty).id
    records.marks.append(
      Mark(
        id: context.row(), placement: placement, duty: leading, party: party, day: day, moment: context.moment,
        by: viewer.name, byParty: viewer.party, note: note, version: item.version,
        employer: records.currentLink?.employer))
    kind = .confirmed
    subject = "duty:\(leading.text):\(party.rawValue)"
    duty = id
    self.note = note
  }

  mutating func withdrawConfirmation(_ id: Int64, reason: String) throws(Refusal) {
    guard let place = records.marks.firstIndex(where: { $0.id == id && $0.withdrawnOn == nil }) else {
      throw Refusal(.noSuchRecord)
    }
    let mark = records.marks[place]
    try ownerOrSchool([mark.party], named: mark.party)
    // What another employer confirmed is not the present one's to take back.
    if viewer.party == .employer, mark.employer != records.currentLink?.employer {
      throw Refusal(.otherParty, duty: mark.duty, party: .employer)
    }
    try text(reason, else: .needsReason)
    records.marks[place].withdrawnOn = today
    records.marks[place].withdrawnReason = reason
    kind = .confirmationWithdrawn
    subject = "duty:\(mark.duty.text):\(mark.party.rawValue)"
    duty = mark.duty
    note = reason
  }

  mutating func setDueDate(_ id: DutyID, _ day: Day?) throws(Refusal) {
    try onlySchool()
    let item = try item(id)
    guard item.applies else { throw Refusal(.notApplicable, duty: id) }
    if item.settled == .forGood, day != nil { throw Refusal(.alreadyConfirmed, duty: id) }
    // One record has one date, wherever it is shown.
    let leading = context.model.leader(of: item.duty).id
    if let day, let kept = records.dueDates.last(where: { $0.duty == leading }), kept.due == day, item.rawDue == day {
      throw Refusal(.nothingChanges, duty: id)
    }
    records.dueDates.removeAll { $0.duty == leading }
    if let day {
      records.dueDates.append(
        DueDateRecord(id: context.row(), placement: placement, duty: leading, due: day, setOn: today))
    }
    kind = .dueDateSet
    subject = "due:\(leading.text)"
    duty = id
  }

  mutating func exclude(_ id: DutyID, reason: String) throws(Refusal) {
    let item = try item(id)
    guard item.duty.kind == .task || item.duty.kind == .continuing, !item.duty.gate else {
      throw Refusal(.notExcludable, duty: id)
    }
    try ownerOrSchool([item.duty.party], named: item.duty.party)
    try text(reason, else: .needsReason)
    guard item.exclusion == nil else { throw Refusal(.nothingChanges, duty: id) }
    records.exclusions.append(
      Exclusion(
        id: context.row(), placement: placement, duty: id, reason: reason, day: today, by: viewer.name))
    kind = .excluded
    subject = "exclusion:\(id.text)"
    duty = id
    note = reason
  }

  mutating func include(_ id: DutyID) throws(Refusal) {
    let item = try item(id)
    try ownerOrSchool([item.duty.party], named: item.duty.party)
    guard item.exclusion != nil else { throw Refusal(.nothingChanges, duty: id) }
    records.exclusions.removeAll { $0.duty == id }
    kind = .included
    subject = "exclusion:\(id.text)"
    duty = id
  }

  mutating func addNote(_ id: DutyID?, _ text: String) throws(Refusal) {
    if let id, context.model[id] == nil { throw Refusal(.unknownDuty, duty: id) }
    try self.text(text, else: .needsText)
    records.notes.append(
      Note(
        id: context.row(), placement: placement, duty: id, text: text, moment: context.moment, by: viewer.name,
        party: viewer.party))
    kind = .noteAdded
    duty = id
    note = text
  }

  mutating func setRhythm(_ id: DutyID?, weeks: Int?) throws(Refusal) {
    try onlySchool()
    if let weeks, !(1...104).contains(weeks) { throw Refusal(.badRhythm, duty: id) }
    if let id {
      guard let found = context.model[id] else { throw Refusal(.unknownDuty, duty: id) }
      guard found.kind == .continuing else { throw Refusal(.badRhythm, duty: id) }
    }
    let days = weeks.map { Int64($0 * 7) }
    if records.rhythms.last(where: { $0.duty == id })?.days == days { throw Refusal(.nothingChanges, duty: id) }
    records.rhythms.removeAll { $0.duty == id }
    if let days {
      records.rhythms.append(Rhythm(id: context.row(), placement: placement, duty: id, days: days))
    }
    kind = .rhythmSet
    subject = "rhythm:\(id?.text ?? "")"
    duty = id
  }
}
