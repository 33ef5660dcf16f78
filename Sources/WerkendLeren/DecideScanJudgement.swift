/// The school's judgement of a scan. Source: `workplace-scan.md`, "J" and "Life of a scan".
extension ScanDraft {
  /// Comments come at any time before the decision, so that what was said during a visit has its place.
  mutating func comment(_ question: QuestionID?, _ text: String) throws(Refusal) {
    try onlySchool()
    try state(.draft, .submitted, .sentBack)
    if let question, context.questionnaire[question] == nil {
      throw Refusal(.noSuchQuestion, questions: [question])
    }
    let place = records.comments.firstIndex { $0.question == question }
    if text.allSatisfy(\.isWhitespace) {
      if let place { records.comments.remove(at: place) }
    } else if let place {
      guard records.comments[place].text != text else { throw Refusal(.nothingChanges) }
      records.comments[place].text = text
      records.comments[place].moment = context.moment
      records.comments[place].by = viewer.name
    } else {
      records.comments.append(
        ScanComment(
          id: context.row(), scan: records.scan.id, question: question, text: text, moment: context.moment,
          by: viewer.name))
    }
    kind = .scanCommented
    subject = name("comment:\(question?.text ?? "")")
    note = text
  }

  mutating func setOwnAnswer(_ id: QuestionID, _ answer: Answer, reason: String) throws(Refusal) {
    try onlySchool()
    try state(.submitted)
    try text(reason, else: .needsReason)
    guard let question = context.questionnaire[id] else { throw Refusal(.noSuchQuestion, questions: [id]) }
    guard question.takesOwnAnswer else { throw Refusal(.noOwnAnswer, questions: [id]) }
    guard question.problem(with: answer) == nil else { throw Refusal(.badAnswer, questions: [id]) }
    // It is there where it differs: an equal one says nothing.
    guard records.sheet[id] != answer else { throw Refusal(.sameAnswer, questions: [id]) }
    if let place = records.ownAnswers.firstIndex(where: { $0.question == id }) {
      records.ownAnswers[place].form = answer.form
      records.ownAnswers[place].value = answer.stored
      records.ownAnswers[place].reason = reason
      records.ownAnswers[place].by = viewer.name
    } else {
      records.ownAnswers.append(
        ScanOwnAnswer(
          id: context.row(), scan: records.scan.id, question: id, form: answer.form, value: answer.stored,
          reason: reason, by: viewer.name))
    }
    kind = .scanOwnAnswer
    subject = name("own:\(id)")
    note = reason
  }

  mutating func dropOwnAnswer(_ id: QuestionID) throws(Refusal) {
    try onlySchool()
    try state(.submitted, .sentBack, .draft)
    guard let place = records.ownAnswers.firstIndex(where: { $0.question == id }) else {
      throw Refusal(.noSuchRecord)
    }
    records.ownAnswers.remove(at: place)
    kind = .scanOwnAnswer
    subject = name("own:\(id)")
  }

  mutating func recordVisit(_ visit: ScanVisit) throws(Refusal) {
    try onlySchool()
    // A visit may come before the answers, which are then filled in together.
    try state(.draft, .submitted, .sentBack)
    if let day = visit.day {
      guard day <= today else { throw Refusal(.dayInFuture, day: day) }
      try text(visit.by, else: .needsName)
    } else {
      try text(visit.notVisitedReason, else: .needsReason)
    }
    var judgement = records.judgement ?? ScanJudgement(id: context.row(), scan: records.scan.id)
    judgement.visitedOn = visit.day
    judgement.visitedBy = visit.by
    judgement.spokenWith = visit.spokenWith
    judgement.notVisitedReason = visit.day == nil ? visit.notVisitedReason : ""
    records.judgement = judgement
    kind = .scanVisited
    subject = name("visit")
    note = visit.day == nil ? visit.notVisitedReason : visit.spokenWith
  }

  mutating func setCondition(_ row: Int64?, _ content: ScanConditionContent) throws(Refusal) {
    try onlySchool()
    try state(.submitted)
    try text(content.text, else: .needsText)
    if let question = content.question, context.questionnaire[question] == nil {
      throw Refusal(.noSuchQuestion, questions: [question])
    }
    var condition: ScanCondition
    if let row {
      guard let found = records.conditions.first(where: { $0.id == row }) else { throw Refusal(.noSuchRecord) }
      condition = found
    } else {
      condition = ScanCondition(
        id: context.row(), workplace: records.workplace.id, scan: records.scan.id, text: "", due: content.due,
        setOn: today)
    }
    condition.text = content.text
    condition.owner = content.owner
    condition.due = content.due
    condition.beforeStart = content.beforeStart
    condition.question = content.question
    if let place = records.conditions.firstIndex(where: { $0.id == condition.id }) {
      records.conditions[place] = condition
    } else {
      records.conditions.append(condition)
    }
    kind = .scanConditionSet
    subject = name("condition:\(condition.id)")
    note = content.text
  }

  mutating func dropCondition(_ row: Int64) throws(Refusal) {
    try onlySchool()
    try state(.submitted)
    guard let place = records.conditions.firstIndex(where: { $0.id == row }) else { throw Refusal(.noSuchRecord) }
    note = records.conditions[place].text
    records.conditions.remove(at: place)
    kind = .scanConditionDropped
    subject = name("condition:\(row)")
  }

  mutating func decide(_ decision: ScanDecision, reason: String, validUntil: Day, by: String) throws(Refusal) {
    try onlySchool()
    try state(.submitted)
    try text(by, else: .needsName)
    guard var judgement = records.judgement else { throw Refusal(.needsVisit) }
    guard validUntil >= today, validUntil <= today.adding(years: ScanRecords.mostYears) else {
      throw Refusal(.badValidity, day: today.adding(years: ScanRecords.mostYears))
    }
    let advice = records.judgedOutcome(context.questionnaire).advice
    if advice != decision { try text(reason, else: .needsAdviceReason) }
    switch decision {
    case .suitableWithConditions where records.conditions.isEmpty: throw Refusal(.needsCondition)
    case .suitable where !records.conditions.isEmpty: throw Refusal(.conditionsLeft)
    default: break
    }
    if let early = records.conditions.first(where: { $0.due < today }) { throw Refusal(.dayTooEarly, day: early.due) }
    judgement.reason = advice == decision ? "" : reason
    records.judgement = judgement
    let row = ScanDecisionRecord(
      id: context.row(), workplace: records.workplace.id, date: today, decision: decision, validUntil: validUntil,
      by: by)
    records.decision = row
    records.scan.decision = row.id
    records.scan.state = .decided
    for place in records.conditions.indices { records.conditions[place].decision = row.id }
    kind = .scanDecided
    subject = "decision:\(records.scan.id)"
    note = decision.rawValue
  }
}

/// Conditions after the decision: met by their owner, accepted by the school.
extension ScanDraft {
  /// The place of a condition that counts.
  private func condition(_ row: Int64) throws(Refusal) -> Int {
    try state(.decided)
    guard records.decision?.withdrawnOn == nil, let place = records.conditions.firstIndex(where: { $0.id == row })
    else {
      throw Refusal(.noSuchRecord)
    }
    return place
  }

  mutating func meetCondition(_ row: Int64, on day: Day, _ text: String) throws(Refusal) {
    let place = try condition(row)
    let owner = records.conditions[place].owner
    if viewer.party != owner {
      guard viewer.party == .school else { throw Refusal(.otherParty, party: owner) }
      try self.text(text, else: .needsHowTold)
      onBehalfOf = owner
    }
    if case .employer(let employer) = viewer.scope, employer != records.workplace.employer {
      throw Refusal(.otherParty, party: owner)
    }
    guard records.conditions[place].metOn == nil else { throw Refusal(.alreadyConfirmed, party: owner) }
    guard day <= today else { throw Refusal(.dayInFuture, day: day) }
    records.conditions[place].metOn = day
    records.conditions[place].metBy = viewer.name
    records.conditions[place].metParty = viewer.party
    records.conditions[place].metNote = text
    kind = .conditionMet
    subject = "condition:\(row)"
    note = text
  }

  mutating func acceptCondition(_ row: Int64) throws(Refusal) {
    try onlySchool()
    let place = try condition(row)
    guard records.conditions[place].metOn != nil else { throw Refusal(.conditionNotMet) }
    guard records.conditions[place].acceptedOn == nil else { throw Refusal(.nothingChanges) }
    records.conditions[place].acceptedOn = today
    records.conditions[place].acceptedBy = viewer.name
    kind = .conditionAccepted
    subject = "condition:\(row)"
    note = records.conditions[place].text
  }

  mutating func refuseCondition(_ row: Int64, _ reason: String) throws(Refusal) {
    try onlySchool()
    try text(reason, else: .needsReason)
    let place = try condition(row)
    guard records.conditions[place].metOn != nil else { throw Refusal(.conditionNotMet) }
    records.conditions[place].metOn = nil
    records.conditions[place].metBy = ""
    records.conditions[place].metParty = nil
    records.conditions[place].metNote = ""
    records.conditions[place].acceptedOn = nil
    records.conditions[place].acceptedBy = ""
    kind = .conditionRefused
    subject = "condition:\(row)"
    note = reason
  }
}
