import Language
import WerkendLeren

/// Answers to the questionnaire in a file of YAML or JSON: one mapping from questions to answers, and the questionnaire's version beside them.
/// Source: issue 4, items 8 and 9.
public struct AnswerFile: Hashable, Sendable {
  /// Fields beside the answers; no question can be called so.
  static let otherFields: Set = ["version"]
  /// The most that is read: 300 answers of 20,000 characters fit in it.
  public static let mebibytes = 32

  /// The version of the questionnaire for which it was written; nil where it names none.
  public var version: String?
  /// The answers.
  public var sheet: AnswerSheet

  /// Reads and checks a file. All problems come at once, in the order of their lines; `language` is that of a check's own words. A file that is called
  /// `.json` is JSON; of the others those that begin with `{` and are no JSON are YAML. In a draft what must hold between two answers may not hold yet.
  public static func load(
    bytes: [UInt8], file: String, questionnaire: Questionnaire, language: Language = .dutch, isDraft: Bool = false
  ) -> Result<AnswerFile, YAMLProblems> {
    switch root(bytes, file: file) {
    case .failure(let problems): return .failure(problems)
    case .success(let root):
      var reading = AnswerReading(questionnaire: questionnaire, language: language, fields: YAMLFields(file: file))
      let answers = reading.read(root)
      if !isDraft { reading.check(answers.sheet) }
      guard reading.fields.problems.isEmpty else { return .failure(YAMLProblems(reading.fields.problems)) }
      return .success(answers)
    }
  }

  private static func root(_ bytes: [UInt8], file: String) -> Result<YAMLNode, YAMLProblems> {
    let isNamed = file.lowercased().hasSuffix(".json")
    guard isNamed || JSONSource.mayBe(bytes) else { return YAMLSource.read(bytes, file: file, mebibytes: mebibytes) }
    let json = JSONSource.read(bytes, file: file, mebibytes: mebibytes)
    if case .success = json { return json }
    if isNamed { return json }
    let yaml = YAMLSource.read(bytes, file: file, mebibytes: mebibytes)
    // What is neither was meant as JSON where its first key stands in quotes.
    if case .failure = yaml, JSONSource.isMeant(bytes) { return json }
    return yaml
  }
}

/// Reads the answers of a file, each by the kind of its question.
struct AnswerReading {
  let questionnaire: Questionnaire
  let language: Language
  var fields: YAMLFields
  private var lines: [QuestionID: Int] = [:]

  init(questionnaire: Questionnaire, language: Language, fields: YAMLFields) {
    self.questionnaire = questionnaire
    self.language = language
    self.fields = fields
  }

  /// Reads the whole file.
  mutating func read(_ root: YAMLNode) -> AnswerFile {
    var result = AnswerFile(version: nil, sheet: AnswerSheet())
    guard case .map(let entries) = root.content else {
      // A file without any answer is one in which nothing was answered yet.
      if !root.isNothing { fields.refuse(root.line, "", "notARoot") }
      return result
    }
    for entry in entries {
      if entry.key == "version" {
        result.version = fields.text(entry.value, "version", limit: 60, mayBeEmpty: true)
        continue
      }
      guard let question = questionnaire[QuestionID(entry.key)] else {
        let name = YAMLSource.shown(entry.key)
        fields.refuse(entry.line, name, "answer.unknown", ["key": name])
        continue
      }
      lines[question.id] = entry.line
      result.sheet[question.id] = answer(entry.value, to: question, at: entry.line)
    }
    return result
  }

  /// What must hold between answers.
  mutating func check(_ sheet: AnswerSheet) {
    let reading = SheetReading(sheet, of: questionnaire)
    for question in questionnaire.questions where question.check != nil {
      guard let line = lines[question.id], let problem = reading.problem(at: question.id) else { continue }
      refuse(problem, line, question.id.text)
    }
  }

  private mutating func refuse(_ problem: AnswerProblem, _ line: Int, _ path: String) {
    var details = problem.details.mapValues(YAMLSource.shown)
    // The list of what can stand there is shown whole.
    details["choices"] = problem.details["choices"]
    if let message = problem.message { details["message"] = message.text(language) }
    fields.refuse(line, path, "answer.\(problem.kind.rawValue)", details)
  }

  private mutating func answer(_ node: YAMLNode, to question: Question, at line: Int) -> Answer? {
    if node.isNothing { return nil }
    let path = question.id.text
    let outcome: Result<Answer, AnswerProblem>
    switch node.content {
    case .text(let text):
      if isNull(text, question) { return nil }
      outcome = read(text, question)
    case .list(let members):
      guard question.kind == .several else { return wrongKind(node, path) }
      var texts: [String] = []
      for member in members {
        guard case .text(let text) = member.content else { return wrongKind(member, path) }
        guard AnswerText.option(text, of: question) != nil else {
          if case .failure(let problem) = AnswerText.several([text], of: question) {
            refuse(problem, member.line, path)
          }
          return nil
        }
        texts.append(text)
      }
      outcome = AnswerText.several(texts, of: question)
    case .map(let entries):
      guard question.kind == .person else { return wrongKind(node, path) }
      return person(entries, node, question)
    }
    switch outcome {
    case .success(let answer): return answer
    case .failure(let problem):
      refuse(problem, node.line, path)
      return nil
    }
  }

  private func read(_ text: String, _ question: Question) -> Result<Answer, AnswerProblem> {
    if question.kind == .date, case .day(let day) = ImportDate.read(AnswerText.clean(text, for: .date)) {
      return .success(.date(day))
    }
    return AnswerText.read(text, for: question)
  }

  /// Whether a plain `null` or `~` says that there is no answer; where a text is asked for they are text.
  private func isNull(_ text: String, _ question: Question) -> Bool {
    guard text == "null" || text == "~", AnswerText.option(text, of: question) == nil else { return false }
    switch question.kind {
    case .yesno, .one, .several, .level, .number, .date: return true
    case .text, .prose, .person, .email, .phone, .url: return false
    }
  }

  private mutating func wrongKind(_ node: YAMLNode, _ path: String) -> Answer? {
    refuse(AnswerProblem(.wrongKind), node.line, path)
    return nil
  }

  /// A person's fields, in both languages.
  private static let personFields = [
    "name": "name", "naam": "name", "function": "function", "functie": "function", "mail": "mail", "email": "mail",
    "e-mail": "mail", "phone": "phone", "telefoon": "phone",
  ]

  private mutating func person(_ entries: [YAMLEntry], _ node: YAMLNode, _ question: Question) -> Answer? {
    var found: [String: (text: String, line: Int, key: String)] = [:]
    let before = fields.problems.count
    for entry in entries {
      let path = YAMLFields.path(question.id.text, YAMLSource.shown(entry.key))
      guard let name = Self.personFields[entry.key.lowercased()] else {
        let details = ["key": YAMLSource.shown(entry.key), "known": "name, function, mail, phone"]
        fields.refuse(entry.line, path, "unknownKey", details)
        continue
      }
      guard case .text(let text) = entry.value.content else {
        fields.refuse(entry.value.line, path, "wantsText")
        continue
      }
      if let first = found[name] {
        let details = ["key": YAMLSource.shown(entry.key), "first": String(first.line)]
        fields.refuse(entry.line, path, "duplicateKey", details)
        continue
      }
      found[name] = (AnswerText.clean(text, for: .text), entry.line, YAMLSource.shown(entry.key))
    }
    guard fields.problems.count == before else { return nil }
    // Fields with nothing in them are no person yet.
    if found.values.allSatisfy(\.text.isEmpty) { return nil }
    func text(_ name: String) -> String { found[name]?.text ?? "" }
    let person = PersonAnswer(
      name: text("name"), function: text("function"), mail: text("mail"), phone: text("phone"))
    guard let problem = question.problem(with: .person(person)) else { return .person(person) }
    let place =
      switch problem.kind {
      case .badMail: found["mail"]
      case .badPhone: found["phone"]
      case .noName: found["name"]
      default: found.values.max { $0.text.utf8.count < $1.text.utf8.count }
      }
    refuse(problem, place?.line ?? node.line, YAMLFields.path(question.id.text, place?.key ?? "name"))
    return nil
  }
}
