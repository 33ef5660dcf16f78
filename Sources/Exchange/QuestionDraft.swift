import Language
import WerkendLeren

/// A question as a file gives it, field by field, with the lines of its fields.
struct QuestionDraft: YAMLDraft {
  /// The fields of a question, as they are named in the file.
  static let fields = [
    "id", "kind", "text", "help", "required", "if", "options", "levels", "weight", "knockout", "min", "max", "unit",
    "digits", "must_be", "check", "informs", "action",
  ]
  /// The fields that belong to some kinds only.
  static let fieldKinds: [String: Set<QuestionKind>] = [
    "options": [.one, .several], "levels": [.level], "weight": [.level], "knockout": [.yesno, .one, .level],
    "min": [.number], "max": [.number], "unit": [.number], "digits": [.text], "must_be": [.yesno, .one],
  ]
  /// The numbers that bounds can be.
  static let bounds = -1_000_000_000...1_000_000_000
  /// The most options of one question.
  static let optionLimit = 100

  /// The question, as far as it was read.
  var question: Question
  /// The line where the file begins it.
  let line: Int
  /// The line of each field that the file gives.
  var lines: [String: Int] = [:]
  /// Fields that the file gives wrongly; nothing more is said of them.
  var broken: Set<String> = []
  /// The line of each option, in the order of the options.
  private(set) var optionLines: [Int] = []

  /// Starts a question.
  init(id: QuestionID, line: Int) {
    question = Question(id: id, kind: .text, text: Bilingual(dutch: "", english: ""))
    self.line = line
  }

  /// The path of one of its fields, for problems.
  func path(_ field: String) -> String { "questions.\(question.id).\(field)" }

  /// The line to name for a field: its own, else that of the question.
  func place(_ field: String) -> Int { lines[field] ?? line }

  /// Whether the file gives a field.
  func has(_ field: String) -> Bool { lines[field] != nil }

  /// Whether a field was given and could be read.
  func isSound(_ field: String) -> Bool { has(field) && !broken.contains(field) }

  mutating func take(_ entry: YAMLEntry, _ fields: inout YAMLFields) {
    let node = entry.value
    let path = path(entry.key)
    switch entry.key {
    case "kind": question.kind = fields.choice(node, path, QuestionKind.self) ?? question.kind
    case "text": question.text = fields.both(node, path, limit: 500) ?? question.text
    case "help": question.help = fields.both(node, path, limit: 1000)
    case "required": question.required = fields.yesNo(node, path) ?? false
    case "if": question.condition = fields.condition(node, path)
    case "options": takeOptions(node, path, &fields)
    case "levels": takeLevels(node, path, &fields)
    case "weight": question.weight = fields.number(node, path, in: 1...100) ?? 1
    case "knockout": question.knockout = fields.word(node, path)
    case "min": question.minimum = fields.number(node, path, in: Self.bounds) ?? 0
    case "max": question.maximum = fields.number(node, path, in: Self.bounds) ?? 0
    case "unit": question.unit = fields.both(node, path, limit: 40)
    case "digits": question.digits = fields.number(node, path, in: 1...50)
    case "must_be": question.mustBe = fields.word(node, path)
    case "check": takeCheck(node, path, &fields)
    case "informs": question.informs = (fields.texts(node, path, limit: 100) ?? []).map { DutyID($0) }
    case "action": question.action = fields.both(node, path, limit: 500)
    default: break
    }
  }

  private mutating func takeOptions(_ node: YAMLNode, _ path: String, _ fields: inout YAMLFields) {
    guard let members = fields.list(node, path) else { return }
    if members.count > Self.optionLimit {
      fields.refuse(node.line, path, "questionnaire.tooMany", ["limit": String(Self.optionLimit)])
      return
    }
    for member in members {
      guard let entries = fields.map(member, path, known: ["id", "nl", "en", "excludes"]) else { continue }
      guard let named = entries.first(where: { $0.key == "id" }) else {
        fields.refuse(member.line, YAMLFields.path(path, "id"), "missing", ["key": "id"])
        continue
      }
      guard let id = fields.text(named.value, YAMLFields.path(path, "id"), limit: 100) else { continue }
      guard QuestionChecks.isOption(id) else {
        let details = ["text": YAMLSource.shown(id)]
        fields.refuse(named.line, YAMLFields.path(path, "id"), "questionnaire.badOption", details)
        continue
      }
      let inside = YAMLFields.path(path, id)
      guard let text = fields.both(entries, of: member, inside, limit: 200) else { continue }
      var option = QuestionOption(id: id, text: text)
      if let excludes = entries.first(where: { $0.key == "excludes" }) {
        option.excludesOthers = fields.yesNo(excludes.value, YAMLFields.path(inside, "excludes")) ?? false
      }
      question.options.append(option)
      optionLines.append(member.line)
    }
  }

  private mutating func takeLevels(_ node: YAMLNode, _ path: String, _ fields: inout YAMLFields) {
    let names = Question.levels.map(String.init)
    guard let entries = fields.map(node, path, known: names) else { return }
    for name in names {
      guard let entry = entries.first(where: { $0.key == name }) else {
        fields.refuse(node.line, YAMLFields.path(path, name), "questionnaire.levelGap", ["level": name])
        continue
      }
      if let text = fields.both(entry.value, YAMLFields.path(path, name), limit: 300) { question.levels.append(text) }
    }
  }

  private mutating func takeCheck(_ node: YAMLNode, _ path: String, _ fields: inout YAMLFields) {
    guard let entries = fields.map(node, path, known: ["if", "nl", "en"]) else { return }
    let message = fields.both(entries, of: node, path, limit: 300)
    guard let entry = entries.first(where: { $0.key == "if" }) else {
      fields.refuse(node.line, YAMLFields.path(path, "if"), "missing", ["key": "if"])
      return
    }
    let condition = fields.condition(entry.value, YAMLFields.path(path, "if"))
    if let message, let condition { question.check = QuestionCheck(condition, message: message) }
  }
}

extension YAMLFields {
  /// A condition; nil after a problem.
  mutating func condition(_ node: YAMLNode, _ field: String) -> QuestionCondition? {
    guard let written = text(node, field, limit: ConditionParser.lengthLimit) else { return nil }
    switch ConditionParser.parse(written) {
    case .success(let condition): return condition
    case .failure(let problem):
      let limit = problem.kind == .tooDeep ? ConditionParser.depthLimit : ConditionParser.lengthLimit
      let details = ["word": YAMLSource.shown(problem.word), "limit": String(limit)]
      refuse(node.line, field, "condition.\(problem.kind.rawValue)", details)
      return nil
    }
  }

  /// An answer as conditions name it: yes and no in any of the words for them, else the text itself.
  mutating func word(_ node: YAMLNode, _ field: String) -> String? {
    guard let written = text(node, field, limit: 100) else { return nil }
    switch written.lowercased() {
    case "yes", "true", "ja": return "yes"
    case "no", "false", "nee": return "no"
    default: return written
    }
  }
}
