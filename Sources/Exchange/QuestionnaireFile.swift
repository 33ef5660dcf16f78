import WerkendLeren

/// A questionnaire of the workplace scan in a YAML file: the built-in one, or a school's own. Nothing in it is ever executed.
public enum QuestionnaireFile {
  /// The most questions in one questionnaire.
  static let questionLimit = 500
  /// The most sections.
  static let sectionLimit = 40
  private static let rootFields = ["version", "sections", "advice"]
  private static let sectionFields = ["id", "title", "informs", "questions"]

  /// Reads and checks a file. All problems come at once, in the order of their lines.
  public static func load(bytes: [UInt8], file: String) -> Result<Questionnaire, YAMLProblems> {
    switch YAMLSource.read(bytes, file: file) {
    case .failure(let problems): return .failure(problems)
    case .success(let root):
      var fields = YAMLFields(file: file)
      let questionnaire = read(root, &fields)
      guard let questionnaire, fields.problems.isEmpty else { return .failure(YAMLProblems(fields.problems)) }
      return .success(questionnaire)
    }
  }

  private static func read(_ root: YAMLNode, _ fields: inout YAMLFields) -> Questionnaire? {
    if root.isNothing {
      fields.refuse(root.line, "", "empty")
      return nil
    }
    guard let entries = fields.map(root, "", known: rootFields) else { return nil }
    for name in rootFields where !entries.contains(where: { $0.key == name }) {
      fields.refuse(root.line, name, "missing", ["key": name])
    }
    func entry(_ key: String) -> YAMLEntry? { entries.first { $0.key == key } }
    let version = entry("version").flatMap { fields.text($0.value, "version", limit: 60) }
    var drafts = Drafts()
    if let entry = entry("sections") { read(entry, into: &drafts, &fields) }
    let checks = QuestionChecks(drafts.questions)
    checks.run(&fields)
    var advice: [AdviceRow] = []
    if let entry = entry("advice") { advice = AdviceReading(checks: checks).read(entry, &fields) }
    return Questionnaire(version: version ?? "", sections: drafts.sections, advice: advice)
  }

  /// Sections and questions as far as they could be read.
  private struct Drafts {
    var sections: [QuestionSection] = []
    var questions: [QuestionDraft] = []
    var sectionLines: [String: Int] = [:]
    var questionLines: [QuestionID: Int] = [:]
  }

  private static func read(_ entry: YAMLEntry, into drafts: inout Drafts, _ fields: inout YAMLFields) {
    guard let members = fields.list(entry.value, "sections") else { return }
    for member in members { readSection(member, into: &drafts, &fields) }
    if drafts.questions.isEmpty, fields.problems.isEmpty {
      fields.refuse(entry.line, "sections", "questionnaire.noQuestions")
    }
    if drafts.sections.count > sectionLimit {
      fields.refuse(entry.line, "sections", "questionnaire.tooMany", ["limit": String(sectionLimit)])
    }
    if drafts.questions.count > questionLimit {
      let line = drafts.questions[questionLimit].line
      fields.refuse(line, "sections", "questionnaire.tooMany", ["limit": String(questionLimit)])
    }
  }

  private static func readSection(_ node: YAMLNode, into drafts: inout Drafts, _ fields: inout YAMLFields) {
    guard let entries = fields.map(node, "sections", known: sectionFields) else { return }
    let id = name(in: entries, of: node, "sections", &fields) ?? ""
    if let first = drafts.sectionLines[id], !id.isEmpty {
      let details = ["id": id, "first": String(first)]
      fields.refuse(node.line, "sections.id", "questionnaire.duplicateID", details)
    }
    drafts.sectionLines[id] = drafts.sectionLines[id] ?? node.line
    let path = YAMLFields.path("sections", id)
    var section = QuestionSection(id: id, title: Bilingual(dutch: "", english: ""), questions: [])
    for name in ["title", "questions"] where !entries.contains(where: { $0.key == name }) {
      fields.refuse(node.line, YAMLFields.path(path, name), "missing", ["key": name])
    }
    for entry in entries {
      let inside = YAMLFields.path(path, entry.key)
      switch entry.key {
      case "title": section.title = fields.both(entry.value, inside, limit: 60) ?? section.title
      case "informs": section.informs = (fields.texts(entry.value, inside, limit: 100) ?? []).map { DutyID($0) }
      case "questions":
        for member in fields.list(entry.value, inside) ?? [] {
          guard let draft = readQuestion(member, into: &drafts, &fields) else { continue }
          section.questions.append(draft.question)
        }
      default: break
      }
    }
    drafts.sections.append(section)
  }

  private static func readQuestion(
    _ node: YAMLNode, into drafts: inout Drafts, _ fields: inout YAMLFields
  ) -> QuestionDraft? {
    guard let entries = fields.map(node, "questions", known: QuestionDraft.fields) else { return nil }
    guard let name = name(in: entries, of: node, "questions", &fields) else { return nil }
    let id = QuestionID(name)
    if let first = drafts.questionLines[id] {
      let details = ["id": name, "first": String(first)]
      fields.refuse(node.line, "questions.id", "questionnaire.duplicateID", details)
      return nil
    }
    drafts.questionLines[id] = node.line
    var draft = QuestionDraft(id: id, line: node.line)
    draft.take(entries, &fields)
    drafts.questions.append(draft)
    return draft
  }

  /// The id of a section or a question; nil after a problem.
  private static func name(
    in entries: [YAMLEntry], of node: YAMLNode, _ path: String, _ fields: inout YAMLFields
  ) -> String? {
    guard let entry = entries.first(where: { $0.key == "id" }) else {
      fields.refuse(node.line, "\(path).id", "missing", ["key": "id"])
      return nil
    }
    guard let text = fields.text(entry.value, "\(path).id", limit: 100) else { return nil }
    if isName(text) { return text }
    fields.refuse(entry.line, "\(path).id", "questionnaire.badID", ["text": YAMLSource.shown(text)])
    return nil
  }

  /// Whether a text can be an id: letters, digits and `_`, a letter first, at most 20, and no word of ours.
  static func isName(_ text: String) -> Bool {
    guard text.utf8.count <= 20, text.first?.isLetter ?? false, !ConditionParser.reserved.contains(text),
      !AnswerFile.otherFields.contains(text)
    else { return false }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
      default: false
      }
    }
  }
}

extension YAMLFields {
  /// A text in both languages, as `{nl: …, en: …}`; nil after a problem.
  mutating func both(_ node: YAMLNode, _ field: String, limit: Int) -> Bilingual? {
    guard let entries = map(node, field, known: ["nl", "en"]) else { return nil }
    return both(entries, of: node, field, limit: limit)
  }

  /// The texts `nl` and `en` among the entries of a mapping; nil after a problem.
  mutating func both(_ entries: [YAMLEntry], of node: YAMLNode, _ field: String, limit: Int) -> Bilingual? {
    var found: [String: String] = [:]
    for name in ["nl", "en"] {
      guard let entry = entries.first(where: { $0.key == name }) else {
        refuse(node.line, YAMLFields.path(field, name), "missing", ["key": name])
        continue
      }
      found[name] = text(entry.value, YAMLFields.path(field, name), limit: limit)
    }
    guard let dutch = found["nl"], let english = found["en"] else { return nil }
    return Bilingual(dutch: dutch, english: english)
  }
}
