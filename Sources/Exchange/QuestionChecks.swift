import Language
import WerkendLeren

/// What must be true of the questions of a file together, after each field by itself was read. Source: `workplace-scan.md`, "The file".
struct QuestionChecks {
  /// What a condition may look at.
  enum Reach {
    /// Questions before this place: when a question is shown.
    case before(Int)
    /// Questions up to this place, and comparisons: a check.
    case upTo(Int)
    /// All questions: a rule of the advice.
    case all
  }

  /// All questions, in order.
  let drafts: [QuestionDraft]
  private let places: [QuestionID: Int]

  /// Prepares the checks.
  init(_ drafts: [QuestionDraft]) {
    self.drafts = drafts
    places = Dictionary(
      drafts.enumerated().map { ($0.element.question.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The question of that id.
  subscript(id: QuestionID) -> QuestionDraft? { places[id].map { drafts[$0] } }

  /// Whether a text can be an option's id: small letters, digits, `_`, `-` and `.`, and no word of conditions.
  static func isOption(_ text: String) -> Bool {
    guard text.utf8.count <= 60, !ConditionParser.reserved.contains(text) else { return false }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
      default: false
      }
    }
  }

  /// Runs them all.
  func run(_ fields: inout YAMLFields) {
    for (place, draft) in drafts.enumerated() {
      required(draft, &fields)
      // Without a kind nothing can be said of what belongs to it.
      guard draft.isSound("kind") else { continue }
      kindFields(draft, &fields)
      options(draft, &fields)
      words(draft, &fields)
      if draft.isSound("min"), draft.isSound("max"), draft.question.minimum > draft.question.maximum {
        let details = ["first": String(draft.question.minimum), "last": String(draft.question.maximum)]
        fields.refuse(draft.place("max"), draft.path("max"), "questionnaire.badBounds", details)
      }
      if draft.question.kind == .level || draft.isSound("knockout"), !draft.has("action") {
        fields.refuse(draft.line, draft.path("action"), "questionnaire.actionMissing", ["id": draft.question.id.text])
      }
      if let condition = draft.question.condition {
        check(condition, draft.place("if"), draft.path("if"), .before(place), &fields)
      }
      if let check = draft.question.check {
        self.check(check.condition, draft.place("check"), draft.path("check.if"), .upTo(place), &fields)
      }
    }
  }

  private func required(_ draft: QuestionDraft, _ fields: inout YAMLFields) {
    var names = ["kind", "text"]
    if draft.isSound("kind") {
      switch draft.question.kind {
      case .one, .several: names.append("options")
      case .level: names.append("levels")
      case .number: names += ["min", "max"]
      default: break
      }
    }
    for name in names where !draft.has(name) {
      fields.refuse(draft.line, draft.path(name), "missing", ["key": name])
    }
  }

  private func kindFields(_ draft: QuestionDraft, _ fields: inout YAMLFields) {
    let kind = draft.question.kind
    for (name, kinds) in QuestionDraft.fieldKinds.sorted(by: { $0.key < $1.key })
    where draft.has(name) && !kinds.contains(kind) {
      let details = ["field": name, "kind": kind.rawValue]
      fields.refuse(draft.place(name), draft.path(name), "questionnaire.notForKind", details)
    }
  }

  private func options(_ draft: QuestionDraft, _ fields: inout YAMLFields) {
    guard draft.isSound("options"), QuestionDraft.fieldKinds["options"]?.contains(draft.question.kind) ?? false else {
      return
    }
    let path = draft.path("options")
    if draft.question.options.count < 2 { fields.refuse(draft.place("options"), path, "questionnaire.fewOptions") }
    var seen: [String: (id: String, line: Int)] = [:]
    for (option, line) in zip(draft.question.options, draft.optionLines) {
      // Answers name an option by its id or by its text in either language: each may mean one option only.
      for text in Set([option.id, option.text.dutch, option.text.english].map(AnswerText.folded)) {
        if let first = seen[text], first.line != line || first.id != option.id {
          let details = ["id": option.id, "text": YAMLSource.shown(text), "first": String(first.line)]
          let inside = YAMLFields.path(path, option.id)
          fields.refuse(line, inside, "questionnaire.optionTwice", details)
          break
        }
        seen[text] = (option.id, line)
      }
      if option.excludesOthers, draft.question.kind == .one {
        let details = ["field": "excludes", "kind": draft.question.kind.rawValue]
        fields.refuse(line, YAMLFields.path(path, option.id), "questionnaire.notForKind", details)
      }
    }
  }

  /// `knockout` and `must_be` name an answer that the question can have.
  private func words(_ draft: QuestionDraft, _ fields: inout YAMLFields) {
    for (name, word) in [("knockout", draft.question.knockout), ("must_be", draft.question.mustBe)] {
      guard let word, QuestionDraft.fieldKinds[name]?.contains(draft.question.kind) ?? false,
        let choices = choices(of: draft), !choices.contains(word)
      else { continue }
      refuseWord(word, choices, draft.place(name), draft.path(name), &fields)
    }
  }

  private func refuseWord(
    _ word: String, _ choices: [String], _ line: Int, _ path: String, _ fields: inout YAMLFields
  ) {
    let details = ["text": YAMLSource.shown(word), "choices": choices.joined(separator: ", ")]
    fields.refuse(line, path, "wantsChoice", details)
  }

  /// The answers that a question can have, as conditions name them; nil where they cannot be listed or were given wrongly.
  private func choices(of draft: QuestionDraft) -> [String]? {
    switch draft.question.kind {
    case .yesno: ["yes", "no"]
    case .level: Question.levels.map(String.init)
    case .one, .several: draft.isSound("options") ? draft.question.options.map(\.id) : nil
    default: nil
    }
  }
}

extension QuestionChecks {
  /// Checks what a condition says of questions.
  func check(
    _ condition: QuestionCondition, _ line: Int, _ path: String, _ reach: Reach, _ fields: inout YAMLFields
  ) {
    for statement in condition.statements {
      let names = statement.questions.sorted()
      let before = fields.problems.count
      for id in names { reaches(id, line, path, reach, &fields) }
      guard fields.problems.count == before else { return }
      says(statement, names, line, path, reach, &fields)
      // One problem for each condition is enough to mend it.
      guard fields.problems.count == before else { return }
    }
  }

  private func reaches(
    _ id: QuestionID, _ line: Int, _ path: String, _ reach: Reach, _ fields: inout YAMLFields
  ) {
    let details = ["id": YAMLSource.shown(id.text)]
    guard let place = places[id] else {
      fields.refuse(line, path, "questionnaire.unknownQuestion", details)
      return
    }
    switch reach {
    case .all: return
    case .upTo(let own):
      if place > own { fields.refuse(line, path, "questionnaire.laterQuestion", details) }
    case .before(let own):
      if place == own {
        fields.refuse(line, path, "questionnaire.ownQuestion", details)
      } else if place > own {
        let key = depends(place, on: own) ? "questionnaire.cycle" : "questionnaire.laterQuestion"
        fields.refuse(line, path, key, details)
      }
    }
  }

  /// Whether it depends on the one question, by whatever way, whether the other is shown.
  private func depends(_ place: Int, on other: Int) -> Bool {
    var seen: Set<Int> = []
    var open = [place]
    while let next = open.popLast() {
      if next == other { return true }
      guard seen.insert(next).inserted, let condition = drafts[next].question.condition else { continue }
      open += condition.questions.compactMap { places[$0] }
    }
    return false
  }

  private func says(
    _ statement: QuestionCondition, _ names: [QuestionID], _ line: Int, _ path: String, _ reach: Reach,
    _ fields: inout YAMLFields
  ) {
    func refuse(_ key: String, _ draft: QuestionDraft) {
      let details = ["id": draft.question.id.text, "kind": draft.question.kind.rawValue]
      fields.refuse(line, path, "questionnaire.\(key)", details)
    }
    switch statement {
    case .equals(let id, let word):
      guard let draft = self[id], draft.isSound("kind") else { return }
      switch draft.question.kind {
      case .yesno, .level, .one:
        if let choices = choices(of: draft), !choices.contains(word) { refuseWord(word, choices, line, path, &fields) }
      case .number:
        if Int(word).map(String.init) != word { refuse("numberWanted", draft) }
      case .date:
        if Day(iso: word) == nil { refuse("dayWanted", draft) }
      case .several: refuse("containsWanted", draft)
      case .text, .prose, .person, .email, .phone, .url: refuse("answeredWanted", draft)
      }
    case .contains(let id, let option):
      guard let draft = self[id], draft.isSound("kind") else { return }
      if draft.question.kind != .several {
        refuse("notSeveral", draft)
      } else if let choices = choices(of: draft), !choices.contains(option) {
        refuseWord(option, choices, line, path, &fields)
      }
    case .compares:
      if names.isEmpty {
        fields.refuse(line, path, "questionnaire.noQuestion")
      } else if case .upTo = reach {
        for id in names {
          guard let draft = self[id], draft.isSound("kind"), draft.question.kind != .number else { continue }
          refuse("notNumber", draft)
          return
        }
      } else {
        fields.refuse(line, path, "questionnaire.comparison")
      }
    case .answered, .not, .all, .any: break
    }
  }
}
