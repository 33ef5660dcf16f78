/// Says whether a command may be carried out on these records by this viewer, and what they become. Nothing else changes records, but for
/// imports (`decideImport`) and undo, which puts former rows back.
public func decide(_ command: Command, on records: PlacementRecords, context: DecisionContext) -> Result<
  Decision, Refusal
> {
  var draft = Draft(records: records, context: context)
  do throws(Refusal) {
    guard context.viewer.maySee(records) else { throw Refusal(.notYours) }
    try draft.mayChange(by: command)
    try draft.apply(command)
  } catch {
    return .failure(error)
  }
  guard draft.records != records else { return .failure(Refusal(.nothingChanges)) }
  return .success(draft.decision)
}

/// Records on their way to a decision.
struct Draft {
  var records: PlacementRecords
  var context: DecisionContext
  var kind = ChangeKind.noteAdded
  var subject: String?
  var duty: DutyID?
  var onBehalfOf: Party?
  var note = ""

  init(records: PlacementRecords, context: DecisionContext) {
    self.records = records
    self.context = context
  }

  var decision: Decision {
    Decision(
      records: records.withoutUnnamed, kind: kind, subject: subject, duty: duty, onBehalfOf: onBehalfOf, note: note,
      nextRow: context.nextRow)
  }

  var viewer: Viewer { context.viewer }
  var today: Day { context.today }
  var placement: Int64 { records.placement.id }

  mutating func apply(_ command: Command) throws(Refusal) {
    switch command {
    case .confirm(let duty, let party, let day, let note):
      try confirm(duty, for: party, on: day, note: note)
    case .withdrawConfirmation(let mark, let reason): try withdrawConfirmation(mark, reason: reason)
    case .setDueDate(let duty, let day): try setDueDate(duty, day)
    case .exclude(let duty, let reason): try exclude(duty, reason: reason)
    case .include(let duty): try include(duty)
    case .addNote(let duty, let text): try addNote(duty, text)
    case .addAgreement(let content): try addAgreement(content)
    case .addPlan(let label, let date, let kept): try addPlan(label: label, date: date, kept: kept)
    case .setWorkplace(let employer, let workplace, let address, let from):
      try setWorkplace(employer: employer, workplace: workplace, address: address, from: from)
    case .setPerson(let role, let content): try setPerson(role, content)
    case .addPaperScan(let content): try addPaperScan(content)
    case .withdrawScan(let scan, let reason): try withdrawScan(scan, reason: reason)
    case .start(let day, let reason): try start(day, withoutScanReason: reason)
    case .takeStartBack(let reason): try takeStartBack(reason: reason)
    case .setDates(let start, let end): try setDates(start: start, end: end)
    case .setRhythm(let duty, let weeks): try setRhythm(duty, weeks: weeks)
    case .pause(let from, let back, let reason): try pause(from: from, intendedReturn: back, reason: reason)
    case .setIntendedReturn(let day): try setIntendedReturn(day)
    case .resume(let day, let newStart): try resume(day, newStart: newStart)
    case .end(let ending, let day, let reason, let by): try end(ending, day: day, reason: reason, by: by)
    case .reopen(let reason): try reopen(reason: reason)
    case .moveModel(let row, let reason): try moveModel(to: row, reason: reason)
    case .edit(let edit): try self.edit(edit)
    case .correctKey(let number, let programme, let reason):
      try correctKey(number: number, programme: programme, reason: reason)
    case .archive(let name): try archive(name: name)
    case .unarchive: try unarchive()
    case .editPerson(let person, let assignment, let content):
      try editPerson(person, assignment: assignment, content)
    case .renameEmployer(let employer, let name): try renameEmployer(employer, to: name)
    case .editWorkplace(let workplace, let name, let address):
      try editWorkplace(workplace, name: name, address: address)
    case .addEntry(let duty, let party, let content): try addEntry(content, on: duty, of: party)
    case .editEntry(let entry, let content): try editEntry(entry, content)
    case .closeEntry(let entry, let outcome): try closeEntry(entry, outcome: outcome)
    case .reopenEntry(let entry, let reason): try reopenEntry(entry, reason: reason)
    }
  }

  /// What has ended is read only until it is reopened, what is archived until it is taken back.
  func mayChange(by command: Command) throws(Refusal) {
    guard records.placement.ending != nil, !command.isAboutSharedRows else { return }
    switch command {
    case .unarchive: return
    case .reopen, .archive: if records.placement.archivedOn == nil { return }
    default: break
    }
    throw Refusal(records.placement.archivedOn == nil ? .ended : .archived)
  }

  func onlySchool() throws(Refusal) {
    guard viewer.party == .school else { throw Refusal(.schoolOnly) }
  }

  /// The owner's party, or the school, which records namens another; others are refused.
  mutating func ownerOrSchool(_ owners: Set<Party>, named: Party) throws(Refusal) {
    if owners.contains(viewer.party) { return }
    guard viewer.party == .school else { throw Refusal(.otherParty, party: named) }
    onBehalfOf = named
  }

  func text(_ text: String, else kind: Refusal.Kind) throws(Refusal) {
    guard text.contains(where: { !$0.isWhitespace }) else { throw Refusal(kind) }
  }

  func notAfterToday(_ day: Day) throws(Refusal) {
    guard day <= today else { throw Refusal(.dayInFuture, day: day) }
  }

  func item(_ duty: DutyID) throws(Refusal) -> Item {
    guard let item = Derivation(records, model: context.model)[duty] else {
      throw Refusal(.unknownDuty, duty: duty)
    }
    return item
  }
}
