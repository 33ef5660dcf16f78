import Language
import WerkendLeren

/// A scan that is judged, in words.
struct JudgementWording {
  let snapshot: ScanSnapshot
  let words: Words
  let today: Day

  private var records: ScanRecords { snapshot.records }
  private var dates: DateWords { DateWords(words) }

  private func day(_ day: Day) -> String { dates.short(day, today: today) }

  /// The line above the list: where the scan stands and what is advised or decided, the fullest first.
  var heads: [String] {
    let state = state
    let advice = advice
    guard let advice else { return [state] }
    return ["\(state) · \(advice)", advice]
  }

  /// Where it stands.
  private var state: String {
    let scan = records.scan
    switch scan.state {
    case .draft: return words["scans.state.draft"]
    case .submitted:
      return words("judge.submitted", ["day": scan.submittedOn.map(day) ?? "", "name": scan.submittedBy])
    case .sentBack: return words("judge.sentBack", ["day": scan.sentBackOn.map(day) ?? ""])
    case .decided: return records.standing(on: today).words(words)
    }
  }

  /// What was decided, else what is advised; nil where the answers may not be seen.
  private var advice: String? {
    if let decision = records.decision {
      return words(
        "judge.decided", ["decision": words("decision.\(decision.decision.rawValue)"), "day": day(decision.validUntil)])
    }
    guard !records.answers.isEmpty else { return nil }
    let outcome = records.judgedOutcome(snapshot.questionnaire)
    guard let advice = outcome.advice else { return words["scan.noAdvice"] }
    return words(
      outcome.isProvisional ? "scan.provisional" : "scan.advice",
      ["advice": words("decision.\(advice.rawValue)")])
  }

  /// What the line below the list says: which questions are shown, and what is there for the decision, the fullest first.
  func states(filter: JudgementScreen.Filter) -> [String] {
    var parts: [String] = []
    if let judgement = records.judgement {
      parts.append(
        judgement.visitedOn.map { words("judge.visited", ["day": day($0)]) } ?? words["judge.notVisited"])
    } else if records.scan.state == .submitted {
      parts.append(words["judge.noVisit"])
    }
    if !records.conditions.isEmpty {
      parts.append(words("judge.conditions", ["count": String(records.conditions.count)]))
    }
    let shown = words("judge.shown", ["filter": filter.name(words)])
    return [([shown] + parts).joined(separator: " · "), parts.isEmpty ? shown : parts.joined(separator: " · "), shown]
  }

  /// `B3 Wordt het werk stap voor stap moeilijker?`
  func name(_ question: JudgedQuestion) -> String { "\(question.id) \(words.text(question.question.text))" }

  /// What was answered, on one line.
  func answer(_ question: JudgedQuestion) -> String {
    question.given.map { words.line($0, to: question.question) } ?? words["outcome.open"]
  }

  /// What is to know of a question, in a few words: the school's own answer first.
  func remarks(_ question: JudgedQuestion) -> String {
    var parts: [String] = []
    if question.own != nil, let judged = question.judged {
      let short = judged.word.flatMap { Int($0) }.map(String.init) ?? words.line(judged, to: question.question)
      parts.append(words("judge.own", ["answer": short]))
    }
    if question.isKnockout {
      parts.append(words["judge.knockout"])
    } else if question.isWeak {
      parts.append(words["judge.weak"])
    }
    if !question.conditions.isEmpty { parts.append(words["judge.condition"]) }
    if question.comment != nil { parts.append(words["judge.comment"]) }
    return parts.joined(separator: ", ")
  }

  // MARK: - One question

  /// Everything about one question: what was answered beside the rubric, and what the school makes of it.
  func lines(_ question: JudgedQuestion, columns: Int) -> [String] {
    let asked = question.question
    var lines = name(question).wrappedLines(to: columns, by: asked.id.text.count + 1)
    if let help = asked.help { lines += words.text(help).wrappedLines(to: columns, by: 0) }
    lines.append("")
    lines += choices(question).flatMap { $0.wrappedLines(to: columns, by: 6) }
    if let answer = question.answer { lines += ["", given(answer)] }
    lines += facts(question).flatMap { [""] + $0.wrappedLines(to: columns, by: 0) }
    return lines
  }

  /// The answers to choose from, the employer's and the school's marked in words; a text where there is nothing to choose.
  private func choices(_ question: JudgedQuestion) -> [String] {
    let asked = question.question
    func row(_ text: String, _ answer: Answer) -> String {
      let isGiven = question.given.map { Self.includes($0, answer) } ?? false
      let isOwn = question.own != nil && question.judged == answer
      var notes: [String] = []
      if isGiven { notes.append(words["judge.givenHere"]) }
      if isOwn { notes.append(words["judge.ownHere"]) }
      if asked.isKnockout(answer) { notes.append(words["judge.knockoutHere"]) }
      let mark = isGiven ? "(•)" : isOwn ? "(≠)" : "( )"
      return " \(mark) \(text)" + (notes.isEmpty ? "" : " — " + notes.joined(separator: ", "))
    }
    switch asked.kind {
    case .level:
      return zip(Question.levels, asked.levels).map { row("\($0) \(words.text($1))", .level($0)) }
    case .yesno: return [true, false].map { row(words.answer(.yesNo($0), to: asked), .yesNo($0)) }
    case .one: return asked.options.map { row(words.text($0.text), .one($0.id)) }
    case .several: return asked.options.map { row(words.text($0.text), .several([$0.id])) }
    default:
      let text = question.given.map { words.answer($0, to: asked) } ?? words["outcome.open"]
      return text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
    }
  }

  private static func includes(_ given: Answer, _ one: Answer) -> Bool {
    if case .several(let all) = given, case .several(let some) = one { return some.allSatisfy(all.contains) }
    return given == one
  }

  private func given(_ answer: ScanAnswer) -> String {
    let name =
      answer.byParty == .employer
      ? answer.by : words("change.onBehalf", ["actor": answer.by, "party": Party.employer.inSentence(words)])
    return words("judge.given", ["name": name, "when": dates.moment(answer.moment, today: today)])
  }

  /// What the school says, what is proposed, and what follows: one text a fact.
  private func facts(_ question: JudgedQuestion) -> [String] {
    let asked = question.question
    var facts: [String] = []
    if let own = question.own, let answer = Answer(own.form, own.value) {
      facts.append(
        words("judge.ownAnswer", ["answer": words.line(answer, to: asked), "name": own.by, "reason": own.reason]))
    }
    if asked.kind == .level, asked.weight > 1 {
      facts.append(words("outcome.weight.sentence", ["count": String(asked.weight)]))
    }
    if question.isWeak, let action = asked.action {
      facts.append(
        words[question.isKnockout ? "judge.knockout.sentence" : "judge.weak.sentence"] + " "
          + words("outcome.action", ["action": words.text(action)]))
    }
    for condition in question.conditions {
      facts.append(
        words(
          "judge.conditionOf", ["condition": ConditionWording(words: words, today: today).line(condition)]))
    }
    if let comment = question.comment {
      facts.append(words("judge.commentOf", ["name": comment.by, "text": comment.text]))
    }
    return facts
  }
}

extension HistoryWording {
  /// What a step on a scan does, such as `voorwaarde gesteld`.
  func what(_ step: ScanStep) -> String {
    let kind: ChangeKind =
      switch step {
      case .answer: .scanAnswered
      case .submit: .scanSubmitted
      case .sendBack: .scanSentBack
      case .comment: .scanCommented
      case .setOwnAnswer, .dropOwnAnswer: .scanOwnAnswer
      case .recordVisit: .scanVisited
      case .setCondition: .scanConditionSet
      case .dropCondition: .scanConditionDropped
      case .decide: .scanDecided
      case .share: .scanShared
      case .meetCondition: .conditionMet
      case .acceptCondition: .conditionAccepted
      case .refuseCondition: .conditionRefused
      }
    return words("change.\(kind.rawValue)")
  }
}
