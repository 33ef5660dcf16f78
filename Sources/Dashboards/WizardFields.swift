import Language
import WerkendLeren
import Widgets

/// The fields of the questions of a workplace scan, and the answers that stand in them. It needs no screen.
struct WizardFields {
  let words: Words
  let today: Day

  /// What is wrong with what stands in a field.
  struct Problem: Error, Equatable {
    var field: String
    var text: String
  }

  /// The parts of a person, each a field of its own.
  private static let personParts = ["name", "function", "mail", "phone"]

  /// The question to which a field belongs.
  static func question(of field: String) -> QuestionID { QuestionID(String(field.prefix { $0 != "." })) }

  /// The fields in which a question is answered.
  func ids(of question: Question) -> [String] {
    guard question.kind == .person else { return [question.id.text] }
    return Self.personParts.map { "\(question.id.text).\($0)" }
  }

  /// The fields of a question.
  /// - Parameters:
  ///   - help: What is said of it while one is there.
  ///   - comment: What the school wrote about it; empty for nothing.
  ///   - rows: The rows of a text of several lines.
  func fields(for question: Question, help: String, comment: String, rows: Int) -> [FormField] {
    let id = question.id.text
    var heading = "\(id)  \(words.text(question.text))" + (question.required ? " *" : "")
    var fields: [FormField] = []
    if !comment.isEmpty {
      fields.append(
        FormField(
          id: "\(id).comment", heading: heading, label: "",
          kind: .information(words("wizard.comment", ["text": comment]))))
      heading = ""
    }
    guard question.kind == .person else {
      return fields + [
        FormField(
          id: id, heading: heading, label: "", help: help, kind: kind(of: question, rows: rows),
          required: question.required, maximumLength: question.kind.textLimit ?? 40)
      ]
    }
    let kinds: [FormField.Kind] = [.line, .line, .email, .phone]
    for (part, kind) in zip(Self.personParts, kinds) {
      fields.append(
        FormField(
          id: "\(id).\(part)", heading: part == "name" ? heading : "", label: words["field.\(part)"], help: help,
          kind: kind, maximumLength: 200))
    }
    return fields
  }

  private func kind(of question: Question, rows: Int) -> FormField.Kind {
    switch question.kind {
    case .yesno: return .yesNo(yes: words["wizard.yes"], no: words["wizard.no"])
    case .one: return .choice(question.options.map { .init(id: $0.id, label: words.text($0.text)) })
    case .several:
      return .several(
        question.options.map { .init(id: $0.id, label: words.text($0.text), excludesOthers: $0.excludesOthers) })
    case .level:
      return .choice(
        zip(Question.levels, question.levels).map { level, text in
          .init(id: String(level), label: words.text(text), key: String(level).first)
        })
    case .prose: return .prose(rows: rows)
    case .number:
      let unit = question.unit.map(words.text) ?? ""
      return .number(.init(question.minimum...max(question.minimum, question.maximum), unit: unit))
    case .date: return .date
    case .email: return .email
    case .phone: return .phone
    case .url: return .url
    case .text, .person: return .line
    }
  }

  /// What stands in the fields of a question when this is its answer.
  func values(of answer: Answer?, to question: Question) -> [String: String] {
    let ids = ids(of: question)
    var texts: [String]
    switch answer {
    case .yesNo(let yes): texts = [yes ? "true" : "false"]
    case .one(let id): texts = [id]
    case .several(let ids): texts = [ids.joined(separator: ",")]
    case .level(let number), .number(let number): texts = [String(number)]
    case .text(let text): texts = [text]
    case .date(let day): texts = [day.written]
    case .person(let person): texts = [person.name, person.function, person.mail, person.phone]
    case nil: texts = []
    }
    texts += Array(repeating: "", count: max(0, ids.count - texts.count))
    return Dictionary(zip(ids, texts), uniquingKeysWith: { first, _ in first })
  }

  /// The answer that stands in the fields of a question; nil where they are empty.
  func answer(to question: Question, _ value: (String) -> String) -> Result<Answer?, Problem> {
    let ids = ids(of: question)
    let values = ids.map(value)
    if values.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { return .success(nil) }
    let result: Result<Answer, AnswerProblem>
    switch question.kind {
    case .yesno: result = .success(.yesNo(values[0] == "true"))
    case .one: result = .success(.one(values[0]))
    case .several: result = .success(.several(values[0].split(separator: ",").map(String.init)))
    case .level: result = .success(.level(Int(values[0]) ?? 0))
    case .person:
      let parts = values.map { AnswerText.clean($0, for: .person) }
      result = .success(.person(PersonAnswer(name: parts[0], function: parts[1], mail: parts[2], phone: parts[3])))
    case .text, .prose, .number, .date, .email, .phone, .url:
      result = AnswerText.read(values[0], for: question, today: today)
    }
    switch result {
    case .success(let answer):
      if let problem = question.problem(with: answer) { return .failure(self.problem(problem, question)) }
      return .success(answer)
    case .failure(let problem): return .failure(self.problem(problem, question))
    }
  }

  /// What is wrong, at the field at which it is to be said.
  func problem(_ problem: AnswerProblem, _ question: Question) -> Problem {
    var field = ids(of: question)[0]
    if question.kind == .person {
      switch problem.kind {
      case .badMail: field = "\(question.id.text).mail"
      case .badPhone: field = "\(question.id.text).phone"
      default: break
      }
    }
    return Problem(field: field, text: text(problem, question))
  }

  /// What is wrong, in words.
  func text(_ problem: AnswerProblem, _ question: Question) -> String {
    if let message = problem.message { return words.text(message) }
    if problem.kind == .wantsDate { return words("error.date", ["text": problem.details["text"] ?? ""]) }
    var details = problem.details
    if let option = details["option"] {
      let known = question.option(option).map { words.text($0.text) }
      details["option"] =
        known ?? (option == "yes" ? words["wizard.yes"] : option == "no" ? words["wizard.no"] : option)
    }
    return words("answer.\(problem.kind.rawValue)", details)
  }
}
