/// A person as a questionnaire asks for one.
public struct PersonAnswer: Hashable, Sendable {
  /// Name; never empty.
  public var name: String
  /// Function; may be empty.
  public var function: String
  /// Mail; may be empty.
  public var mail: String
  /// Phone; may be empty.
  public var phone: String

  /// Makes a person.
  public init(name: String, function: String = "", mail: String = "", phone: String = "") {
    self.name = name
    self.function = function
    self.mail = mail
    self.phone = phone
  }
}

/// The answer to one question.
public enum Answer: Hashable, Sendable {
  /// Yes or no.
  case yesNo(Bool)
  /// The option of that id.
  case one(String)
  /// The options of those ids, in the question's order.
  case several([String])
  /// A level from 1 to 4.
  case level(Int)
  /// A text, a mail address, a phone number or a web address.
  case text(String)
  /// A number.
  case number(Int)
  /// A day.
  case date(Day)
  /// A person.
  case person(PersonAnswer)

  /// The answer as conditions and knock-outs name it; nil for texts, persons and several options.
  public var word: String? {
    switch self {
    case .yesNo(let yes): yes ? "yes" : "no"
    case .one(let option): option
    case .level(let level): String(level)
    case .number(let number): String(number)
    case .date(let day): day.iso
    case .several, .text, .person: nil
    }
  }

  /// Whether nothing is said by it: no text but spaces, no option.
  public var isEmpty: Bool {
    switch self {
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .several(let options): options.isEmpty
    case .person(let person): person.name.allSatisfy(\.isWhitespace)
    default: false
    }
  }
}

/// All answers that were given to a questionnaire, those to questions that are hidden now too.
public struct AnswerSheet: Hashable, Sendable {
  /// The answers.
  public private(set) var answers: [QuestionID: Answer]

  /// Makes a sheet; empty by default.
  public init(_ answers: [QuestionID: Answer] = [:]) { self.answers = answers.filter { !$0.value.isEmpty } }

  /// The answer to a question; an empty one is none.
  public subscript(id: QuestionID) -> Answer? {
    get { answers[id] }
    set { answers[id] = newValue.flatMap { $0.isEmpty ? nil : $0 } }
  }

  /// The same sheet with answers of the school's own in the place of the employer's.
  public func replacing(with own: [QuestionID: Answer]) -> AnswerSheet {
    AnswerSheet(answers.merging(own) { $1 })
  }
}
