/// What a question's being shown, a check or a rule of the advice depends on: a small and total language without arithmetic and
/// loops. Source: `workplace-scan.md`, "The file".
public indirect enum QuestionCondition: Hashable, Sendable {
  /// One side of a comparison between numbers.
  public enum Operand: Hashable, Sendable {
    /// The answer to a question.
    case question(QuestionID)
    /// A number.
    case number(Int)
  }

  /// How two numbers are compared.
  public enum Comparison: String, CaseIterable, Hashable, Sendable {
    /// The first is smaller.
    case less = "<"
    /// The first is not larger.
    case atMost = "<="
    /// The first is larger.
    case greater = ">"
    /// The first is not smaller.
    case atLeast = ">="
  }

  /// The question has an answer.
  case answered(QuestionID)
  /// The answer is this: `yes`, `no`, an option's id, a level, a number or a day.
  case equals(QuestionID, String)
  /// The option of that id is among those chosen.
  case contains(QuestionID, String)
  /// Two numbers compared; false while one of them is not known.
  case compares(Operand, Comparison, Operand)
  /// Not so.
  case not(QuestionCondition)
  /// All of these; at least two.
  case all([QuestionCondition])
  /// One of these; at least two.
  case any([QuestionCondition])

  /// Whether it holds; `answer` gives the answer of a question that is shown, nil for one that is hidden or open. An open question is neither
  /// this nor that: a `not` directly around what is said of it is false too.
  public func holds(_ answer: (QuestionID) -> Answer?) -> Bool {
    switch self {
    case .answered(let id): return answer(id) != nil
    case .equals, .contains, .compares: return known(answer) ?? false
    case .not(let inner):
      switch inner {
      case .equals, .contains, .compares: return inner.known(answer).map { !$0 } ?? false
      default: return !inner.holds(answer)
      }
    case .all(let parts): return parts.allSatisfy { $0.holds(answer) }
    case .any(let parts): return parts.contains { $0.holds(answer) }
    }
  }

  /// Whether what is said of answers is so; nil while one of them is not known.
  private func known(_ answer: (QuestionID) -> Answer?) -> Bool? {
    switch self {
    case .equals(let id, let word): return answer(id).map { $0.word == word }
    case .contains(let id, let option):
      guard case .several(let chosen) = answer(id) else { return nil }
      return chosen.contains(option)
    case .compares(let first, let comparison, let second):
      guard let first = first.number(answer), let second = second.number(answer) else { return nil }
      switch comparison {
      case .less: return first < second
      case .atMost: return first <= second
      case .greater: return first > second
      case .atLeast: return first >= second
      }
    case .answered, .not, .all, .any: return nil
    }
  }

  /// The questions that it names.
  public var questions: Set<QuestionID> {
    switch self {
    case .answered(let id), .equals(let id, _), .contains(let id, _): [id]
    case .compares(let first, _, let second): Set([first, second].compactMap(\.question))
    case .not(let inner): inner.questions
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.questions) }
    }
  }

  /// The parts that say something of answers, in the order in which they stand.
  public var statements: [QuestionCondition] {
    switch self {
    case .answered, .equals, .contains, .compares: [self]
    case .not(let inner): inner.statements
    case .all(let parts), .any(let parts): parts.flatMap(\.statements)
    }
  }

  /// The condition as it is written in files; `ConditionParser` reads it back as the same.
  public var text: String {
    switch self {
    case .answered(let id): return "answered(\(id))"
    case .equals(let id, let word): return "\(id) is \(word)"
    case .contains(let id, let option): return "\(id) contains \(option)"
    case .compares(let first, let comparison, let second):
      return "\(first.text) \(comparison.rawValue) \(second.text)"
    case .not(let inner): return "not \(inner.enclosed)"
    case .all(let parts): return parts.map(\.enclosed).joined(separator: " and ")
    case .any(let parts): return parts.map(\.enclosed).joined(separator: " or ")
    }
  }

  private var enclosed: String {
    switch self {
    case .all, .any: "(\(text))"
    default: text
    }
  }
}

extension QuestionCondition.Operand {
  /// The question, where it is one.
  public var question: QuestionID? {
    if case .question(let id) = self { return id }
    return nil
  }

  /// As it is written.
  var text: String {
    switch self {
    case .question(let id): id.text
    case .number(let number): String(number)
    }
  }

  func number(_ answer: (QuestionID) -> Answer?) -> Int? {
    switch self {
    case .number(let number): return number
    case .question(let id):
      guard case .number(let number) = answer(id) else { return nil }
      return number
    }
  }
}
