import Language
import WerkendLeren

extension ScanPaper {
  /// Puts a scan in words, as far as a viewer may see it: the student reads the decision and its conditions, the answers where the school shares
  /// them. `records` are what `ScanRecords.seen(by:)` gives.
  public init(
    _ records: ScanRecords, of questionnaire: Questionnaire, employer: String, viewer: Viewer, words: Words, today: Day
  ) {
    let wording = ScanPaperWording(
      records: records, questionnaire: questionnaire, viewer: viewer, words: words, today: today)
    self.words = words
    document = words("scanReport.document", ["number": String(records.scan.id)])
    title = records.workplace.name
    subtitle = [employer, records.workplace.address].filter { !$0.isEmpty }.joined(separator: ", ")
    facts = wording.facts
    notices = wording.notices
    decision = wording.decision
    decisionFacts = wording.decisionFacts
    conditions = wording.conditions
    outcomes = wording.outcomes
    knockouts = wording.mayRead ? wording.outcome.knockouts.map(wording.named) : []
    scores = wording.mayRead ? wording.scores : []
    bounds = questionnaire.advice.flatMap(\.rules).compactMap { rule in
      if case .sectionBelow(let bound) = rule, (1..<100).contains(bound) { return bound }
      return nil
    }.sorted()
    proposals = wording.proposals
    judgement = wording.visit
    remarks = records.comments.filter { $0.question == nil }.flatMap(wording.comment)
    sections = wording.mayRead ? wording.sections : []
    leftOut = wording.leftOut
    signatures = wording.signatures
    footer = words("report.footer", ["day": DateWords(words).full(today), "key": wording.name])
  }
}

/// The parts of a scan in words.
struct ScanPaperWording {
  let records: ScanRecords
  let questionnaire: Questionnaire
  let words: Words
  let today: Day
  let mayRead: Bool
  /// The outcome that counts: with the school's own answers where there are any.
  let outcome: ScanOutcome
  private let given: ScanOutcome
  private let reading: SheetReading
  private let isSchool: Bool

  init(records: ScanRecords, questionnaire: Questionnaire, viewer: Viewer, words: Words, today: Day) {
    self.records = records
    self.questionnaire = questionnaire
    self.words = words
    self.today = today
    mayRead = viewer.party != .student || records.scan.isShared
    isSchool = viewer.party == .school
    reading = SheetReading(records.sheet, of: questionnaire)
    given = ScanOutcome(reading)
    outcome = records.ownAnswers.isEmpty ? given : records.judgedOutcome(questionnaire)
  }

  private func day(_ day: Day) -> String { DateWords(words).full(day) }
  private func text(_ text: Bilingual) -> String { text.text(words.language) }
  private func fact(_ key: String, _ value: String) -> ScanPaper.Fact { .init(words(key), value) }

  /// What the scan is called: its number and the version of its questionnaire.
  var name: String { words("scanReport.scan", ["number": String(records.scan.id), "version": questionnaire.version]) }

  // MARK: - Where it stands

  var facts: [ScanPaper.Fact] {
    let scan = records.scan
    let standing = words("scanReport.standing.\(records.standing(on: today).rawValue)")
    var facts = [fact("scanReport.standing", standing)]
    if mayRead {
      facts.append(fact("scanReport.begun", dayAndName(scan.begunOn, scan.begunBy)))
      if let submitted = scan.submittedOn {
        facts.append(fact("scanReport.submitted", dayAndName(submitted, scan.submittedBy)))
      }
      if !answerers.isEmpty { facts.append(fact("scanReport.answerers", answerers)) }
    }
    facts.append(fact("scanReport.questionnaire", questionnaire.version))
    return facts
  }

  private func dayAndName(_ date: Day, _ name: String) -> String {
    name.isEmpty ? day(date) : words("scanReport.dayAndName", ["day": day(date), "name": name])
  }

  /// Who gave the answers; what the school filled in for the employer says so.
  private var answerers: String {
    var names: [String] = []
    for answer in records.answers where !answer.by.isEmpty {
      let key = answer.byParty == .employer ? "scanReport.byEmployer" : "scanReport.forEmployer"
      let name = words(key, ["name": answer.by])
      if !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: ", ")
  }

  var notices: [String] {
    var lines: [String] = []
    switch records.standing(on: today) {
    case .draft: lines.append(words("scanReport.isDraft"))
    case .submitted: lines.append(words(isSchool ? "scanReport.isJudged" : "scanReport.isSubmitted"))
    case .sentBack:
      let sent = records.scan.sentBackOn.map(day) ?? ""
      lines.append(words("scanReport.isSentBack", ["day": sent, "note": records.scan.sentBackNote]))
    case .decided: break
    case .expiring: lines.append(words("scanReport.isExpiring"))
    case .expired: lines.append(words("scanReport.isExpired"))
    case .withdrawn:
      if let decision = records.decision, let on = decision.withdrawnOn {
        let details = ["day": day(on), "reason": decision.withdrawnReason]
        lines.append(words("scanReport.isWithdrawn", details))
      }
    }
    return lines
  }

  /// The decision, which says itself that it was withdrawn: it stands larger than the notice.
  var decision: String {
    guard let decision = records.decision else { return "" }
    let name = words("decision.\(decision.decision.rawValue)")
    return decision.withdrawnOn == nil ? name : words("scanReport.withdrawnDecision", ["decision": name])
  }

  var decisionFacts: [ScanPaper.Fact] {
    guard let decision = records.decision else { return [] }
    var facts = [
      fact("scanReport.decidedOn", dayAndName(decision.date, decision.by)),
      fact("item.scan.valid", day(decision.validUntil)),
    ]
    if mayRead, let advice = outcome.advice {
      let key = advice == decision.decision ? "scanReport.follows" : "scanReport.differs"
      facts.append(fact("scanReport.advice", words(key, ["advice": words("decision.\(advice.rawValue)")])))
    }
    if let reason = records.judgement?.reason, !reason.isEmpty {
      facts.append(fact("scanReport.reason", reason))
    }
    if !decision.kept.isEmpty { facts.append(fact("item.kept", decision.kept)) }
    return facts
  }

  // MARK: - Conditions

  var conditions: [ScanPaper.Condition] {
    records.conditions.enumerated().map { place, condition in
      var marks: [String] = []
      if condition.beforeStart { marks.append(words("scanReport.beforeStart")) }
      if mayRead, let question = condition.question {
        marks.append(words("scanReport.from", ["question": question.text]))
      }
      return .init(
        number: place + 1, text: condition.text, marks: marks, owner: words("party.\(condition.owner.rawValue)"),
        due: day(condition.due), state: state(condition), note: condition.metNote)
    }
  }

  private func state(_ condition: ScanCondition) -> String {
    if condition.decision == nil { return words("scanReport.condition.proposed") }
    if let accepted = condition.acceptedOn {
      let details = ["day": day(accepted), "name": condition.acceptedBy]
      return words("scanReport.condition.accepted", details)
    }
    if let met = condition.metOn {
      return words("scanReport.condition.met", ["day": day(met), "name": condition.metBy])
    }
    let isLate = condition.due < today
    return words("scanReport.condition.\(isLate ? "late" : "open")")
  }

  // MARK: - Outcome

  var outcomes: [ScanPaper.Outcome] {
    guard mayRead else { return [] }
    var found = [put(given, "scanReport.ofEmployer")]
    if !records.ownAnswers.isEmpty { found.append(put(outcome, "scanReport.ofSchool")) }
    return found
  }

  private func put(_ outcome: ScanOutcome, _ key: String) -> ScanPaper.Outcome {
    var advice = words("scanReport.noAdvice")
    if let given = outcome.advice {
      let name = words("decision.\(given.rawValue)")
      advice = outcome.isProvisional ? words("scanReport.provisional", ["advice": name]) : name
    }
    var reasons = outcome.rules.map { rule in
      // A rule that is called after its question has named it already.
      if rule.questions.map(\.text) == [rule.name] { return words.rule(rule.rule) }
      return words("scanReport.rule", ["rule": words.rule(rule.rule), "questions": list(rule.questions)])
    }
    if !outcome.missing.isEmpty {
      let details = ["count": String(outcome.missing.count), "questions": list(outcome.missing)]
      reasons.append(words("scan.missing", details))
    }
    return .init(name: words(key), advice: advice, reasons: reasons)
  }

  private func list(_ ids: [QuestionID]) -> String { ids.map(\.text).joined(separator: ", ") }

  /// A question with its id.
  func named(_ id: QuestionID) -> String { "\(id) \(questionnaire[id].map { text($0.text) } ?? "")" }

  var scores: [ScanPaper.Score] {
    outcome.scores.map { score in
      let own = given.score(of: score.section)
      return .init(
        section: title(of: score.section), value: score.score, own: own == score.score ? nil : own,
        standing: score.score.map(standing) ?? words("scanReport.noScore"))
    }
  }

  private func title(of id: String) -> String {
    questionnaire.sections.first { $0.id == id }.map { "\(id). \(text($0.title))" } ?? id
  }

  private func standing(_ score: Int) -> String {
    words("scan.standing.\(questionnaire.standing(of: score).adviceName)")
  }

  var proposals: [ScanPaper.Proposal] {
    guard mayRead else { return [] }
    return outcome.weakPoints.compactMap { id in
      guard let action = questionnaire[id]?.action else { return nil }
      let numbers = records.conditions.enumerated().filter { $0.element.question == id }.map { String($0.offset + 1) }
      var became = ""
      if !numbers.isEmpty {
        became = words("scanReport.became", ["number": numbers.joined(separator: ", ")])
      } else if records.decision != nil {
        became = words("scanReport.dropped")
      }
      return .init(question: named(id), text: text(action), outcome: became)
    }
  }

  var visit: [ScanPaper.Fact] {
    guard let judgement = records.judgement else { return [] }
    guard let visited = judgement.visitedOn else {
      return [fact("scanReport.notVisited", judgement.notVisitedReason)]
    }
    var facts = [fact("scanReport.visited", dayAndName(visited, judgement.visitedBy))]
    if !judgement.spokenWith.isEmpty { facts.append(fact("scanReport.spokenWith", judgement.spokenWith)) }
    return facts
  }

  // MARK: - Questions

  var sections: [ScanPaper.Section] {
    questionnaire.sections.compactMap { section in
      let items = section.questions.filter { reading.isShown($0.id) }.map(item)
      guard !items.isEmpty else { return nil }
      let score = outcome.score(of: section.id).map { score in
        words("scanReport.scoreOf", ["score": String(score), "standing": standing(score)])
      }
      return .init(title: title(of: section.id), score: score ?? "", items: items)
    }
  }

  private func item(_ question: Question) -> ScanPaper.Item {
    let own = records.ownAnswers.first { $0.question == question.id }
    var reason = ""
    if let own {
      reason = own.by.isEmpty ? own.reason : words("scanReport.said", ["text": own.reason, "name": own.by])
    }
    var marks: [String] = []
    if outcome.knockouts.contains(question.id) {
      marks.append(words("scanReport.knockout"))
    } else if outcome.weakPoints.contains(question.id) {
      marks.append(words("scanReport.weak"))
    }
    let given = reading.answer(question.id)
    if given == nil, question.required { marks.append(words("scan.form.required")) }
    return .init(
      id: question.id.text, question: text(question.text), reply: given.map { reply($0, to: question) } ?? .init(),
      own: own.flatMap { Answer($0.form, $0.value) }.map { reply($0, to: question) }, ownReason: reason, marks: marks,
      comment: records.comments.filter { $0.question == question.id }.flatMap(comment))
  }

  private func reply(_ answer: Answer, to question: Question) -> ScanPaper.Reply {
    switch answer {
    case .yesNo(let yes): return .init(lines: [words(yes ? "general.yes" : "scanReport.no")])
    case .one(let option): return .init(lines: [label(option, of: question)])
    case .several(let options): return .init(lines: [options.map { label($0, of: question) }.joined(separator: ", ")])
    case .level(let level):
      let description = question.levels.indices.contains(level - 1) ? text(question.levels[level - 1]) : ""
      let details = ["level": String(level), "description": description]
      return .init(level: level, lines: [words("scanReport.level", details)])
    case .text(let text): return .init(lines: Self.lines(text))
    case .number(let number):
      return .init(lines: [
        [String(number), question.unit.map(text) ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
      ])
    case .date(let date): return .init(lines: [DateWords(words).long(date)])
    case .person(let person):
      let parts = [person.function, person.mail, person.phone].filter { !$0.isEmpty }
      return .init(lines: [([person.name] + parts).joined(separator: ", ")])
    }
  }

  private func label(_ option: String, of question: Question) -> String {
    question.option(option).map { text($0.text) } ?? option
  }

  /// The lines of a comment, the last with who wrote it.
  func comment(_ comment: ScanComment) -> [String] {
    var lines = Self.lines(comment.text)
    if let last = lines.popLast() {
      lines.append(comment.by.isEmpty ? last : words("scanReport.said", ["text": last, "name": comment.by]))
    }
    return lines
  }

  /// The lines of a text, without the empty ones.
  private static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(String.init).filter { $0.contains { !$0.isWhitespace } }
  }

  var leftOut: [String] {
    guard mayRead else { return [words("scanReport.notShared")] }
    let hidden = questionnaire.questions.filter { !reading.isShown($0.id) }.map(\.id)
    guard !hidden.isEmpty else { return [] }
    var lines = [words("scanReport.hidden", ["count": String(hidden.count), "questions": list(hidden)])]
    let answered = hidden.filter { records.sheet[$0] != nil }
    if !answered.isEmpty {
      lines.append(words("scanReport.hiddenAnswers", ["count": String(answered.count), "questions": list(answered)]))
    }
    return lines
  }

  // MARK: - Signatures

  var signatures: [ScanPaper.Signature] {
    var found: [ScanPaper.Signature] = []
    let scan = records.scan
    if mayRead {
      // What the school handed in for the employer, the employer has yet to sign.
      func gave(_ party: Party) -> Bool {
        records.answers.contains { $0.byParty == party && $0.by == scan.submittedBy }
      }
      let isIn = (scan.state == .submitted || scan.state == .decided) && (gave(.employer) || !gave(.school))
      found.append(
        .init(
          role: words("scanReport.signsEmployer"), name: isIn ? scan.submittedBy : "",
          day: isIn ? scan.submittedOn.map(day) ?? "" : ""))
    }
    found.append(
      .init(
        role: words("scanReport.signsSchool"), name: records.decision?.by ?? "",
        day: records.decision.map { day($0.date) } ?? ""))
    return found
  }
}
