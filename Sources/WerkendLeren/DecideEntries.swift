/// Commands on entries. Who cannot read an entry is told what they would be told if it were not there.
extension Draft {
  mutating func addEntry(_ content: EntryContent, on id: DutyID?, of party: Party) throws(Refusal) {
    if let id, context.model[id] == nil { throw Refusal(.unknownDuty, duty: id) }
    if party != viewer.party {
      guard viewer.party == .school else { throw Refusal(.otherParty, duty: id, party: party) }
      onBehalfOf = party
    }
    try check(content, of: party, by: viewer.party)
    let employer = try readingEmployer(content.readers)
    let row = context.row()
    records.entries.append(
      Entry(
        id: row, placement: placement, duty: id, kind: content.kind, day: content.day, people: content.people,
        text: content.text, party: party, by: viewer.name, byParty: viewer.party, moment: context.moment,
        readers: content.readers, employer: employer, askedOn: content.kind.asksForHandling ? today : nil,
        followUp: content.followUp, followUpSet: content.followUp == nil ? nil : today))
    tell(.entryAdded, records.entries[records.entries.count - 1], content.text)
  }

  mutating func editEntry(_ id: Int64, _ content: EntryContent) throws(Refusal) {
    let place = try entryPlace(id)
    let before = records.entries[place]
    try check(content, of: before.party, by: before.byParty)
    let isOwn = viewer.party == before.party || viewer.party == before.byParty
    let isSameText =
      content.kind == before.kind && content.day == before.day && content.people == before.people
      && content.text == before.text
    // The school may set the day on which it comes back; the words stay those of whose entry it is.
    guard isOwn || (isSameText && viewer.party == .school) else {
      throw Refusal(.entryOfOther, duty: before.duty, party: before.party)
    }
    var entry = before
    entry.kind = content.kind
    entry.day = content.day
    entry.people = content.people
    entry.text = content.text
    if content.kind.asksForHandling != before.kind.asksForHandling {
      entry.askedOn = content.kind.asksForHandling ? today : nil
    }
    if content.followUp != before.followUp {
      entry.followUp = content.followUp
      entry.followUpSet = content.followUp == nil ? nil : today
    }
    if content.readers != before.readers { try changeCircle(&entry, to: content.readers) }
    records.entries[place] = entry
    tell(.entryEdited, entry, "")
  }

  mutating func closeEntry(_ id: Int64, outcome: String) throws(Refusal) {
    let place = try entryPlace(id)
    let entry = records.entries[place]
    guard entry.closedOn == nil else { throw Refusal(.entryClosed, duty: entry.duty) }
    if entry.kind.asksForHandling {
      try onlySchool()
    } else if viewer.party != entry.party, viewer.party != .school {
      throw Refusal(.entryOfOther, duty: entry.duty, party: entry.party)
    }
    try text(outcome, else: .needsText)
    records.entries[place].closedOn = today
    records.entries[place].closedBy = viewer.name
    records.entries[place].outcome = outcome
    tell(.entryClosed, entry, outcome)
  }

  /// The school, or whose entry it is: who asked knows whether it was answered.
  mutating func reopenEntry(_ id: Int64, reason: String) throws(Refusal) {
    let place = try entryPlace(id)
    let entry = records.entries[place]
    guard entry.closedOn != nil else { throw Refusal(.nothingChanges, duty: entry.duty) }
    guard viewer.party == entry.party || viewer.party == .school else {
      throw Refusal(.entryOfOther, duty: entry.duty, party: entry.party)
    }
    try text(reason, else: .needsReason)
    records.entries[place].closedOn = nil
    records.entries[place].closedBy = nil
    records.entries[place].outcome = ""
    if entry.kind.asksForHandling { records.entries[place].askedOn = today }
    tell(.entryReopened, entry, reason)
  }

  /// Where an entry stands that the viewer may read.
  private func entryPlace(_ id: Int64) throws(Refusal) -> Int {
    guard let place = records.entries.firstIndex(where: { $0.id == id && viewer.mayRead($0) }) else {
      throw Refusal(.noSuchRecord)
    }
    return place
  }

  private func check(_ content: EntryContent, of party: Party, by writer: Party) throws(Refusal) {
    try text(content.text, else: .needsText)
    try notAfterToday(content.day)
    if let day = content.followUp, day < content.day { throw Refusal(.dayTooEarly, day: content.day) }
    for party in [party, writer] where !content.readers.contains(party) {
      throw Refusal(.circleNeedsParty, party: party)
    }
    if !content.readers.contains(.school), content.kind.asksForHandling || content.readers.parties.count > 1 {
      throw Refusal(.circleNeedsSchool)
    }
  }

  /// The employer that reads along from now on.
  private func readingEmployer(_ readers: Circle) throws(Refusal) -> Int64? {
    guard readers.contains(.employer) else { return nil }
    guard let employer = records.currentLink?.employer else { throw Refusal(.noEmployer) }
    return employer
  }

  /// Only whose entry it is lets more parties read it, and not what was answered in confidence; the school may let fewer read it.
  private func changeCircle(_ entry: inout Entry, to readers: Circle) throws(Refusal) {
    let isOwn = viewer.party == entry.party
    if !readers.isSubset(of: entry.readers) {
      guard isOwn else { throw Refusal(.circleNotYours, duty: entry.duty, party: entry.party) }
      guard entry.closedOn == nil else { throw Refusal(.circleClosed, duty: entry.duty) }
    } else if !isOwn, viewer.party != .school {
      throw Refusal(.circleNotYours, duty: entry.duty, party: entry.party)
    }
    if !readers.contains(.employer) {
      entry.employer = nil
    } else if !entry.readers.contains(.employer) {
      entry.employer = try readingEmployer(readers)
    }
    entry.readers = readers
  }

  private mutating func tell(_ kind: ChangeKind, _ entry: Entry, _ note: String) {
    self.kind = kind
    subject = "entry:\(entry.id)"
    duty = entry.duty
    self.note = note
  }
}
