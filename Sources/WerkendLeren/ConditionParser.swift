/// Why a condition cannot be read. The text is found by `condition.<kind>`.
public struct ConditionProblem: Error, Hashable, Sendable {
  /// The reason.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Nothing stands there.
    case empty
    /// It is longer than conditions are.
    case tooLong
    /// Too many parentheses or `not`s in one another.
    case tooDeep
    /// A character that stands in no condition.
    case badCharacter
    /// Something else was expected at this word.
    case unexpected
    /// It ends too early.
    case unfinished
    /// A parenthesis is not closed.
    case unclosed
  }
  /// The reason.
  public var kind: Kind
  /// The word at which it went wrong; empty at the end.
  public var word: String

  /// Makes a problem.
  public init(kind: Kind, word: String) {
    self.kind = kind
    self.word = word
  }
}

/// Reads conditions: `answered(q)`, `q is value`, `q contains value`, comparisons of numbers, `not`, `and`, `or` and parentheses; `not` binds
/// strongest, then `and`.
public struct ConditionParser {
  /// The longest condition, in bytes.
  public static let lengthLimit = 2000
  /// How deep parentheses and `not` may stand in one another.
  public static let depthLimit = 20
  /// Words of the language, which cannot be a question's id.
  public static let reserved: Set<String> = ["answered", "is", "contains", "not", "and", "or"]

  private enum Token: Equatable {
    case word(String)
    case comparison(QuestionCondition.Comparison)
    case open
    case close
  }

  private var tokens: ArraySlice<Token>
  private var depth = 0

  /// Reads a text.
  public static func parse(_ text: String) -> Result<QuestionCondition, ConditionProblem> {
    do throws(ConditionProblem) {
      guard text.utf8.count <= lengthLimit else { throw ConditionProblem(kind: .tooLong, word: "") }
      var parser = ConditionParser(tokens: try tokens(of: text)[...])
      guard !parser.tokens.isEmpty else { throw ConditionProblem(kind: .empty, word: "") }
      let condition = try parser.any()
      if let rest = parser.tokens.first { throw ConditionProblem(kind: .unexpected, word: Self.shown(rest)) }
      return .success(condition)
    } catch {
      return .failure(error)
    }
  }

  private init(tokens: ArraySlice<Token>) { self.tokens = tokens }

  /// Whether a byte can stand in an id, an option, a number or a day.
  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: false
    }
  }

  private static func tokens(of text: String) throws(ConditionProblem) -> [Token] {
    var tokens: [Token] = []
    var rest = Substring(text).utf8
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"): rest.removeFirst()
      case UInt8(ascii: "("):
        tokens.append(.open)
        rest.removeFirst()
      case UInt8(ascii: ")"):
        tokens.append(.close)
        rest.removeFirst()
      case UInt8(ascii: "<"), UInt8(ascii: ">"):
        rest.removeFirst()
        let orEqual = rest.first == UInt8(ascii: "=")
        if orEqual { rest.removeFirst() }
        let isLess = byte == UInt8(ascii: "<")
        tokens.append(.comparison(isLess ? (orEqual ? .atMost : .less) : (orEqual ? .atLeast : .greater)))
      case _ where isWord(byte):
        let word = rest.prefix(while: isWord)
        tokens.append(.word(String(Substring(word))))
        rest = rest[word.endIndex...]
      default:
        throw ConditionProblem(kind: .badCharacter, word: String(Substring(rest).prefix(1)))
      }
    }
    return tokens
  }

  private static func shown(_ token: Token?) -> String {
    switch token {
    case .word(let word): word
    case .comparison(let comparison): comparison.rawValue
    case .open: "("
    case .close: ")"
    case nil: ""
    }
  }

  private func failure() -> ConditionProblem {
    tokens.isEmpty
      ? ConditionProblem(kind: .unfinished, word: "")
      : ConditionProblem(kind: .unexpected, word: Self.shown(tokens.first))
  }

  private mutating func takes(_ word: String) -> Bool {
    guard tokens.first == .word(word) else { return false }
    tokens.removeFirst()
    return true
  }

  private mutating func word() throws(ConditionProblem) -> String {
    guard case .word(let word) = tokens.first, !Self.reserved.contains(word) else { throw failure() }
    tokens.removeFirst()
    return word
  }

  private mutating func any() throws(ConditionProblem) -> QuestionCondition {
    var parts = [try all()]
    while takes("or") { parts.append(try all()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func all() throws(ConditionProblem) -> QuestionCondition {
    var parts = [try single()]
    while takes("and") { parts.append(try single()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func single() throws(ConditionProblem) -> QuestionCondition {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw ConditionProblem(kind: .tooDeep, word: "") }
    if takes("not") { return .not(try single()) }
    if tokens.first == .open {
      tokens.removeFirst()
      let inner = try any()
      try close()
      return inner
    }
    if takes("answered") {
      guard tokens.first == .open else { throw failure() }
      tokens.removeFirst()
      let id = QuestionID(try word())
      try close()
      return .answered(id)
    }
    let first = try word()
    if takes("is") { return .equals(QuestionID(first), try word()) }
    if takes("contains") { return .contains(QuestionID(first), try word()) }
    guard case .comparison(let comparison) = tokens.first else { throw failure() }
    tokens.removeFirst()
    return .compares(Self.operand(first), comparison, Self.operand(try word()))
  }

  private mutating func close() throws(ConditionProblem) {
    guard let next = tokens.first else { throw ConditionProblem(kind: .unclosed, word: "") }
    guard next == .close else { throw failure() }
    tokens.removeFirst()
  }

  private static func operand(_ word: String) -> QuestionCondition.Operand {
    Int(word).map { .number($0) } ?? .question(QuestionID(word))
  }
}
