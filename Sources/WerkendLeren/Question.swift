/// The outside name of a question, such as `C7a`; answers are kept under it.
public struct QuestionID: Hashable, Sendable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The id as it is written in files and in the store.
  public let text: String
  /// Makes an id from its text.
  public init(_ text: String) { self.text = text }
  /// Makes an id from a literal.
  public init(stringLiteral text: String) { self.text = text }
  /// The text itself.
  public var description: String { text }
  /// Compares the texts.
  public static func < (first: QuestionID, second: QuestionID) -> Bool { first.text < second.text }
}

/// How a question is answered. Source: `workplace-scan.md`, "Kinds of answer".
public enum QuestionKind: String, CaseIterable, Hashable, Sendable {
  /// Yes or no.
  case yesno
  /// One of some options.
  case one
  /// At least one of some options.
  case several
  /// A level from 1 to 4, each with a description.
  case level
  /// One line.
  case text
  /// Several lines.
  case prose
  /// A whole number within bounds.
  case number
  /// A day.
  case date
  /// A person with function, mail and phone.
  case person
  /// A mail address.
  case email
  /// A phone number.
  case phone
  /// A web address.
  case url

  /// The most characters in an answer that is a text; nil for the other kinds.
  public var textLimit: Int? {
    switch self {
    case .prose: 20_000
    case .text, .email, .phone, .url: 200
    default: nil
    }
  }
}

/// One of the answers to choose from.
public struct QuestionOption: Hashable, Sendable {
  /// Its stable name in answer files.
  public var id: String
  /// What is shown.
  public var text: Bilingual
  /// Whether it excludes the others of its question.
  public var excludesOthers: Bool

  /// Makes an option.
  public init(id: String, text: Bilingual, excludesOthers: Bool = false) {
    self.id = id
    self.text = text
    self.excludesOthers = excludesOthers
  }
}

/// What must hold between an answer and earlier ones, with what is said at the field where it does not.
public struct QuestionCheck: Hashable, Sendable {
  /// What must hold once all its questions are answered.
  public var condition: QuestionCondition
  /// What is said where it does not hold.
  public var message: Bilingual

  /// Makes a check.
  public init(_ condition: QuestionCondition, message: Bilingual) {
    self.condition = condition
    self.message = message
  }
}

/// One question of the workplace scan.
public struct Question: Hashable, Sendable {
  /// The levels that a `level` question has.
  public static let levels = 1...4

  /// Its id, unique in the questionnaire.
  public var id: QuestionID
  /// How it is answered.
  public var kind: QuestionKind
  /// The question itself.
  public var text: Bilingual
  /// A word of explanation.
  public var help: Bilingual?
  /// Whether it must be answered, where it is shown, before the scan is submitted.
  public var required: Bool
  /// When it is shown; nil: always.
  public var condition: QuestionCondition?
  /// The options of `one` and `several`.
  public var options: [QuestionOption]
  /// The descriptions of the levels 1 to 4 of `level`.
  public var levels: [Bilingual]
  /// How much a level weighs in its section, 1 or more.
  public var weight: Int
  /// The answer that is a knock-out: `yes` or `no`, an option's id, or the highest level that is one.
  public var knockout: String?
  /// The smallest number.
  public var minimum: Int
  /// The largest number.
  public var maximum: Int
  /// What the number counts.
  public var unit: Bilingual?
  /// How many digits a `text` has, where it is a number of that length.
  public var digits: Int?
  /// The answer without which the scan cannot be submitted: `yes`, `no`, or an option's id.
  public var mustBe: String?
  /// What must hold between this answer and earlier ones.
  public var check: QuestionCheck?
  /// The duties that it informs; where empty those of its section.
  public var informs: [DutyID]
  /// What is proposed to the employer where the answer is a weak point.
  public var action: Bilingual?

  /// Makes a question.
  public init(
    id: QuestionID, kind: QuestionKind, text: Bilingual, help: Bilingual? = nil, required: Bool = false,
    condition: QuestionCondition? = nil, options: [QuestionOption] = [], levels: [Bilingual] = [], weight: Int = 1,
    knockout: String? = nil, minimum: Int = 0, maximum: Int = 0, unit: Bilingual? = nil, digits: Int? = nil,
    mustBe: String? = nil, check: QuestionCheck? = nil, informs: [DutyID] = [], action: Bilingual? = nil
  ) {
    self.id = id
    self.kind = kind
    self.text = text
    self.help = help
    self.required = required
    self.condition = condition
    self.options = options
    self.levels = levels
    self.weight = weight
    self.knockout = knockout
    self.minimum = minimum
    self.maximum = maximum
    self.unit = unit
    self.digits = digits
    self.mustBe = mustBe
    self.check = check
    self.informs = informs
    self.action = action
  }

  /// The option of that id.
  public func option(_ id: String) -> QuestionOption? { options.first { $0.id == id } }

  /// Whether an answer is this question's knock-out.
  public func isKnockout(_ answer: Answer) -> Bool {
    guard let knockout else { return false }
    if case .level(let level) = answer { return Int(knockout).map { level <= $0 } ?? false }
    return answer.word == knockout
  }

  /// Whether an answer is a weak point by itself: a knock-out, or level 1 or 2.
  public func isWeak(_ answer: Answer) -> Bool {
    if case .level(let level) = answer, level <= 2 { return true }
    return isKnockout(answer)
  }

  /// Whether the school may put an answer of its own in the place of the employer's: a level, or yes or no on a knock-out.
  public var takesOwnAnswer: Bool { kind == .level || (kind == .yesno && knockout != nil) }
}
