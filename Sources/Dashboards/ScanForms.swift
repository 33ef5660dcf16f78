import Language
import WerkendLeren
import Widgets

/// A form about a scan: what the school says of it, and what becomes of its conditions.
public struct ScanForm: Equatable, Sendable {
  /// What it asks.
  public enum Kind: Equatable, Sendable {
    /// A comment on an answer, or on the whole.
    case comment(QuestionID?)
    /// The school's own level, or its own yes or no.
    case own(QuestionID)
    /// The visit, or why there was none.
    case visit
    /// A condition, of which a weak point may be the reason; nil for a new one.
    case condition(Int64?, of: QuestionID?)
    /// What has to be completed.
    case sendBack
    /// The decision.
    case decide
    /// That a condition of another party is met.
    case meet(Int64)
    /// Why what was done does not meet a condition.
    case refuse(Int64)
  }
  /// What it asks.
  public var kind: Kind
  /// The scan as it was read.
  public var scan: ScanSnapshot

  /// The end of the key of its title.
  var name: String {
    switch kind {
    case .comment(nil): "scanCommentWhole"
    case .comment: "scanComment"
    case .own: "scanOwn"
    case .visit: "scanVisit"
    case .condition: "scanCondition"
    case .sendBack: "scanSendBack"
    case .decide: "scanDecide"
    case .meet: "scanMeet"
    case .refuse: "scanRefuse"
    }
  }

  /// The question that it is about.
  var question: QuestionID? {
    switch kind {
    case .comment(let question), .condition(_, let question): question
    case .own(let question): question
    case .visit, .sendBack, .decide, .meet, .refuse: nil
    }
  }

  /// The condition that it is about.
  var condition: ScanCondition? {
    switch kind {
    case .condition(let id?, _), .meet(let id), .refuse(let id): scan.records.conditions.first { $0.id == id }
    default: nil
    }
  }
}

extension FormBuilding {
  /// The fields of a form about a scan, and what stands in them.
  func judgement(_ form: ScanForm) -> ([FormField], [String: String]) {
    let records = form.scan.records
    switch form.kind {
    case .comment(let question):
      let known = records.comments.first { $0.question == question }?.text ?? ""
      var fields = [information(words[question == nil ? "form.scanCommentWhole.why" : "form.scanComment.why"])]
      if let asked = asked(form) { fields.insert(information(asked), at: 0) }
      return (fields + [prose("comment", required: false)], ["comment": known])
    case .own(let question): return own(question, form)
    case .visit:
      let judgement = records.judgement
      return (
        [
          information(words["form.scanVisit.why"]), date("visitDay", required: false, side: .past), line("visitBy"),
          line("spokenWith", help: words["field.spokenWith.help"]), prose("notVisited", required: false),
        ],
        [
          "visitDay": judgement?.visitedOn.map(text) ?? "", "visitBy": judgement?.visitedBy ?? viewer.name,
          "spokenWith": judgement?.spokenWith ?? "", "notVisited": judgement?.notVisitedReason ?? "",
        ]
      )
    case .condition(_, let question): return condition(form, of: question)
    case .sendBack: return ([information(words["form.scanSendBack.why"]), prose("toComplete")], [:])
    case .decide: return decide(form)
    case .meet:
      let why = words("form.onBehalf.why", ["party": (form.condition?.owner ?? .employer).inSentence(words)])
      return (
        [information(form.condition?.text ?? ""), information(why), date("day", side: .past), prose("howTold")],
        ["day": text(today)]
      )
    case .refuse:
      return (
        [information(form.condition?.text ?? ""), information(words["form.scanRefuse.why"]), prose("reason")], [:]
      )
    }
  }

  /// The question and what the employer answered.
  private func asked(_ form: ScanForm) -> String? {
    guard let question = form.question.flatMap({ form.scan.questionnaire[$0] }) else { return nil }
    let answer = form.scan.records.sheet[question.id].map { words.line($0, to: question) } ?? words["outcome.open"]
    return words(
      "form.scan.asked", ["question": "\(question.id) \(words.text(question.text))", "answer": answer])
  }

  private func own(_ id: QuestionID, _ form: ScanForm) -> ([FormField], [String: String]) {
    guard let question = form.scan.questionnaire[id] else { return ([], [:]) }
    let known = form.scan.records.ownAnswers.first { $0.question == id }
    var choices: [FormField.Choice] =
      question.kind == .level
      ? zip(Question.levels, question.levels).map { .init(id: String($0), label: "\($0)  \(words.text($1))") }
      : [true, false].map { yes in
        let answer = Answer.yesNo(yes)
        return .init(id: answer.stored, label: words.answer(answer, to: question))
      }
    if known != nil { choices.append(.init(id: "none", label: words["form.scanOwn.none"])) }
    return (
      [
        information(asked(form) ?? ""), information(words["form.scanOwn.why"]),
        FormField(
          id: "ownAnswer", label: words["field.ownAnswer"], help: "", kind: .choice(choices), required: true,
          maximumLength: 0),
        prose("reason", required: false),
      ], ["ownAnswer": known?.value ?? "", "reason": known?.reason ?? ""]
    )
  }

  private func condition(_ form: ScanForm, of question: QuestionID?) -> ([FormField], [String: String]) {
    let known = form.condition
    let action = question.flatMap { form.scan.questionnaire[$0]?.action }.map(words.text)
    var fields = [
      prose("condition"),
      FormField(
        id: "owner", label: words["field.owner"], help: "",
        kind: .choice(Party.allCases.map { .init(id: $0.rawValue, label: $0.name(words)) }), required: true,
        maximumLength: 0),
      date("due", side: .coming),
      FormField(
        id: "beforeStart", label: words["field.beforeStart"], help: words["field.beforeStart.help"], kind: .tick,
        required: false, maximumLength: 0),
    ]
    if let asked = asked(form) { fields.insert(information(asked), at: 0) }
    return (
      fields,
      [
        "condition": known?.text ?? action ?? "", "owner": (known?.owner ?? .employer).rawValue,
        "due": text(known?.due ?? dueByItself), "beforeStart": known?.beforeStart == true ? "true" : "false",
      ]
    )
  }

  /// The day that is offered for a condition: the start where that is still to come, else in eight weeks.
  private var dueByItself: Day {
    let start = snapshot?.records.placement.start
    if let start, snapshot?.records.placement.startedOn == nil, start > today { return start }
    return today.adding(days: 56)
  }

  private func decide(_ form: ScanForm) -> ([FormField], [String: String]) {
    let records = form.scan.records
    let advice = records.judgedOutcome(form.scan.questionnaire).advice
    let said = advice.map { words("decision.\($0.rawValue)") } ?? words["compare.noAdvice"]
    var fields = [information(words("form.scanDecide.advice", ["advice": said]))]
    let wording = ConditionWording(words: words, today: today)
    fields.append(
      information(
        records.conditions.isEmpty
          ? words["form.scanDecide.noConditions"]
          : words(
            "form.scanDecide.conditions",
            ["list": records.conditions.map(wording.line).joined(separator: "; ")])))
    fields += [
      FormField(
        id: "decision", label: words["field.decision"], help: "",
        kind: .choice(ScanDecision.allCases.map { .init(id: $0.rawValue, label: words("decision.\($0.rawValue)")) }),
        required: true, maximumLength: 0),
      prose("adviceReason", required: false), date("validUntil", side: .coming), line("signedBy", required: true),
    ]
    return (
      fields,
      [
        "decision": "", "adviceReason": records.judgement?.reason ?? "",
        "validUntil": text(today.adding(years: ScanRecords.ordinaryYears)), "signedBy": viewer.name,
      ]
    )
  }
}

extension FormReading {
  /// What a form about a scan asks for.
  mutating func judgement(_ form: ScanForm) -> ScanStep {
    switch form.kind {
    case .comment(let question): return .comment(question, text: prose("comment"))
    case .own(let question): return own(question, form)
    case .visit: return .recordVisit(visit())
    case .condition(let row, let question):
      let owner = Party(rawValue: required("owner", text("owner"))) ?? .employer
      let due = date("due")
      if due < today { refuse("due", words["error.past"]) }
      return .setCondition(
        row,
        ScanConditionContent(
          text: required("condition", prose("condition")), owner: owner, due: due,
          beforeStart: text("beforeStart") == "true", question: question))
    case .sendBack: return .sendBack(note: required("toComplete", prose("toComplete")))
    case .decide: return decide(form)
    case .meet(let id):
      return .meetCondition(id, day: pastDate("day"), note: required("howTold", prose("howTold")))
    case .refuse(let id): return .refuseCondition(id, reason: required("reason", prose("reason")))
    }
  }

  private mutating func own(_ id: QuestionID, _ form: ScanForm) -> ScanStep {
    let chosen = text("ownAnswer")
    if chosen == "none" { return .dropOwnAnswer(id) }
    guard let question = form.scan.questionnaire[id],
      let answer = Answer(question.kind == .level ? .level : .yesNo, chosen)
    else {
      refuse("ownAnswer", words["error.choose"])
      return .dropOwnAnswer(id)
    }
    if form.scan.records.sheet[id] == answer { refuse("ownAnswer", words["refusal.sameAnswer"]) }
    return .setOwnAnswer(id, answer, reason: required("reason", prose("reason")))
  }

  private mutating func visit() -> ScanVisit {
    let day = optionalDate("visitDay")
    let reason = prose("notVisited")
    if let day {
      if day > today { refuse("visitDay", words["error.future"]) }
      if !reason.isEmpty { refuse("notVisited", words["error.visited"]) }
      return ScanVisit(
        day: day, by: required("visitBy", text("visitBy")), spokenWith: text("spokenWith"))
    }
    if text("visitDay").isEmpty, reason.isEmpty { refuse("notVisited", words["error.notVisited"]) }
    return ScanVisit(day: nil, notVisitedReason: reason)
  }

  private mutating func decide(_ form: ScanForm) -> ScanStep {
    let records = form.scan.records
    let decision = ScanDecision(rawValue: text("decision"))
    let reason = prose("adviceReason")
    let until = date("validUntil")
    if day("validUntil") != nil, until < today || until > today.adding(years: ScanRecords.mostYears) {
      refuse("validUntil", words["error.validity"])
    }
    switch decision {
    case nil: refuse("decision", words["error.choose"])
    case .suitableWithConditions? where records.conditions.isEmpty:
      refuse("decision", words["refusal.needsCondition"])
    case .suitable? where !records.conditions.isEmpty: refuse("decision", words["refusal.conditionsLeft"])
    default: break
    }
    if let decision, reason.isEmpty, decision != records.judgedOutcome(form.scan.questionnaire).advice {
      refuse("adviceReason", words["refusal.needsAdviceReason"])
    }
    return .decide(
      decision ?? .notYetSuitable, reason: reason, validUntil: until, by: required("signedBy", text("signedBy")))
  }
}
