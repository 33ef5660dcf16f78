/// Says whether a step may be taken on a scan by this viewer, and what its records become. Source: `workplace-scan.md`, "Life of a scan".
public func decideScan(
  _ step: ScanStep, on records: ScanRecords, context: ScanContext
) -> Result<ScanStepDecision, Refusal> {
  var draft = ScanDraft(records: records, context: context)
  do throws(Refusal) { try draft.apply(step) } catch { return .failure(error) }
  guard draft.records != records else { return .failure(Refusal(.nothingChanges)) }
  return .success(draft.decision)
}

/// Begins a scan of a workplace, if none is open there. With `former`, an earlier scan, it begins as a copy of its answers, but for those that
/// confirm them, such as "filled in truthfully". `others` are all scans of the workplace.
public func beginScan(
  of workplace: Workplace, questionnaire row: Int64, others: [Scan], copying former: ScanRecords? = nil,
  context: ScanContext
) -> Result<ScanStepDecision, Refusal> {
  var context = context
  let viewer = context.viewer
  switch viewer.scope {
  case .all: break
  case .employer(let employer) where employer == workplace.employer: break
  case .employer, .student: return .failure(Refusal(.otherParty, party: .employer))
  }
  if others.contains(where: { $0.workplace == workplace.id && $0.state != .decided }) {
    return .failure(Refusal(.scanOpen))
  }
  let scan = Scan(
    id: context.row(), workplace: workplace.id, questionnaire: row, begunOn: context.today, begunBy: viewer.name,
    begunParty: viewer.party, copiedFrom: former?.scan.id)
  var records = ScanRecords(scan: scan, workplace: workplace)
  for old in former?.answers ?? [] {
    guard let question = context.questionnaire[old.question], question.mustBe == nil,
      let answer = Answer(old.form, old.value), question.problem(with: answer) == nil
    else { continue }
    records.answers.append(
      ScanAnswer(
        id: context.row(), scan: scan.id, question: old.question, form: old.form, value: old.value, moment: old.moment,
        by: old.by, byParty: old.byParty))
  }
  return .success(
    ScanStepDecision(
      records: records, kind: .scanBegun, subject: "scan:\(scan.id)", onBehalfOf: nil, note: workplace.name,
      nextRow: context.nextRow))
}

/// A scan's records on their way to a decision.
struct ScanDraft {
  var records: ScanRecords
  var context: ScanContext
  var kind = ChangeKind.scanAnswered
  var subject: String?
  var onBehalfOf: Party?
  var note = ""

  init(records: ScanRecords, context: ScanContext) {
    self.records = records
    self.context = context
  }

  var decision: ScanStepDecision {
    ScanStepDecision(
      records: records, kind: kind, subject: subject, onBehalfOf: onBehalfOf, note: note, nextRow: context.nextRow)
  }

  var viewer: Viewer { context.viewer }
  var today: Day { context.today }

  /// The name under which changes of the scan collide; with a part, those of that part. By its beginning, `scan:`, the history knows what is between
  /// school and employer; decisions and conditions have names of their own, because the student sees them too.
  func name(_ part: String? = nil) -> String { "scan:\(records.scan.id)" + (part.map { ":\($0)" } ?? "") }

  mutating func apply(_ step: ScanStep) throws(Refusal) {
    switch step {
    case .answer(let answers): try answer(answers)
    case .submit: try submit()
    case .sendBack(let note): try sendBack(note)
    case .comment(let question, let text): try comment(question, text)
    case .setOwnAnswer(let question, let answer, let reason): try setOwnAnswer(question, answer, reason: reason)
    case .dropOwnAnswer(let question): try dropOwnAnswer(question)
    case .recordVisit(let visit): try recordVisit(visit)
    case .setCondition(let row, let content): try setCondition(row, content)
    case .dropCondition(let row): try dropCondition(row)
    case .decide(let decision, let reason, let validUntil, let by):
      try decide(decision, reason: reason, validUntil: validUntil, by: by)
    case .share(let isShared): try share(isShared)
    case .meetCondition(let row, let day, let note): try meetCondition(row, on: day, note)
    case .acceptCondition(let row): try acceptCondition(row)
    case .refuseCondition(let row, let reason): try refuseCondition(row, reason)
    }
  }

  func onlySchool() throws(Refusal) {
    guard viewer.party == .school else { throw Refusal(.schoolOnly) }
  }

  /// The employer of the workplace, or the school namens it.
  mutating func employerOrSchool() throws(Refusal) {
    switch (viewer.party, viewer.scope) {
    case (.school, _): onBehalfOf = .employer
    case (.employer, .employer(let employer)) where employer == records.workplace.employer: break
    default: throw Refusal(.otherParty, party: .employer)
    }
  }

  func text(_ text: String, else kind: Refusal.Kind) throws(Refusal) {
    guard text.contains(where: { !$0.isWhitespace }) else { throw Refusal(kind) }
  }

  func state(_ states: ScanState...) throws(Refusal) {
    guard states.contains(records.scan.state) else { throw Refusal(.scanState) }
  }

  // MARK: - Filling in

  private mutating func answer(_ answers: [QuestionID: Answer?]) throws(Refusal) {
    try employerOrSchool()
    guard records.scan.state.takesAnswers else { throw Refusal(.scanState) }
    for (id, answer) in answers.sorted(by: { $0.key < $1.key }) {
      guard let question = context.questionnaire[id] else { throw Refusal(.noSuchQuestion, questions: [id]) }
      if let answer, question.problem(with: answer) != nil { throw Refusal(.badAnswer, questions: [id]) }
      put(answer.flatMap { $0.isEmpty ? nil : $0 }, at: id)
    }
    kind = .scanAnswered
    let names = answers.keys.map(\.text)
    subject = name(names.count == 1 ? names[0] : "answers")
    note = names.sorted().joined(separator: " ")
  }

  private mutating func put(_ answer: Answer?, at id: QuestionID) {
    let place = records.answers.firstIndex { $0.question == id }
    guard let answer else {
      if let place { records.answers.remove(at: place) }
      return
    }
    if let place {
      if records.answers[place].form == answer.form, records.answers[place].value == answer.stored { return }
      records.answers[place].form = answer.form
      records.answers[place].value = answer.stored
      records.answers[place].moment = context.moment
      records.answers[place].by = viewer.name
      records.answers[place].byParty = viewer.party
      return
    }
    records.answers.append(
      ScanAnswer(
        id: context.row(), scan: records.scan.id, question: id, form: answer.form, value: answer.stored,
        moment: context.moment, by: viewer.name, byParty: viewer.party))
  }

  private mutating func submit() throws(Refusal) {
    try employerOrSchool()
    guard records.scan.state.takesAnswers else { throw Refusal(.scanState) }
    let problems = SheetReading(records.sheet, of: context.questionnaire).problems
    guard problems.isEmpty else { throw Refusal(.notComplete, questions: problems.map(\.question)) }
    records.scan.state = .submitted
    records.scan.submittedOn = today
    records.scan.submittedBy = viewer.name
    kind = .scanSubmitted
    subject = name()
  }

  private mutating func sendBack(_ text: String) throws(Refusal) {
    try onlySchool()
    try state(.submitted)
    try self.text(text, else: .needsReason)
    records.scan.state = .sentBack
    records.scan.sentBackOn = today
    records.scan.sentBackNote = text
    kind = .scanSentBack
    subject = name()
    note = text
  }

  private mutating func share(_ isShared: Bool) throws(Refusal) {
    try onlySchool()
    records.scan.isShared = isShared
    kind = .scanShared
    subject = name("shared")
  }
}
