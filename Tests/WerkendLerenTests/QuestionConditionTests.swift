import Testing
import WerkendLeren

@Suite("Conditions of questions")
struct QuestionConditionTests {
  private func parse(_ text: String) throws -> QuestionCondition { try ConditionParser.parse(text).get() }

  private static let answers: [QuestionID: Answer] = [
    "A": .yesNo(true), "B": .yesNo(false), "C": .one("fully"), "D": .several(["machines", "lifting"]), "E": .level(2),
    "F": .number(12), "G": .number(8), "H": .text("x"),
  ]

  @Test(
    "hold or not by the answers that are there",
    arguments: [
      ("A is yes", true), ("A is no", false), ("B is no", true), ("C is fully", true), ("C is partly", false),
      ("E is 2", true), ("F is 12", true), ("D contains machines", true), ("D contains heights", false),
      ("answered(H)", true), ("answered(Z)", false), ("not answered(Z)", true), ("not A is yes", false),
      ("not B is yes", true), ("not D contains heights", true), ("G <= F", true), ("F <= G", false), ("F < 12", false),
      ("F >= 12", true), ("F > 11", true), ("not F < 12", true), ("A is yes and B is yes", false),
      ("A is yes or B is yes", true), ("B is yes and A is yes or C is fully", true),
      ("B is yes and (A is yes or C is fully)", false), ("not (A is yes and B is yes)", true),
    ])
  func holding(_ text: String, _ expected: Bool) throws {
    #expect(try parse(text).holds { Self.answers[$0] } == expected)
  }

  @Test(
    "say nothing of an open question, nor does a not directly around them",
    arguments: [
      ("Z is yes", false), ("not Z is yes", false), ("Z contains other", false), ("not Z contains other", false),
      ("not (Z contains other)", false), ("Z <= F", false), ("not Z <= F", false), ("not not Z is yes", true),
      ("not (Z is yes or Z is no)", true), ("answered(Z) and not Z contains other", false),
      ("not answered(Z) or Z is yes", true),
    ])
  func openQuestions(_ text: String, _ expected: Bool) throws {
    #expect(try parse(text).holds { Self.answers[$0] } == expected)
  }

  @Test(
    "are refused at the word where they go wrong",
    arguments: [
      ("", ConditionProblem.Kind.empty, ""), ("   ", .empty, ""), ("A", .unfinished, ""), ("A is", .unfinished, ""),
      ("A is yes B", .unexpected, "B"), ("A = yes", .badCharacter, "="), ("A is \"yes\"", .badCharacter, "\""),
      ("(A is yes", .unclosed, ""), ("A is yes)", .unexpected, ")"), ("answered A", .unexpected, "A"),
      ("answered(A", .unclosed, ""), ("not", .unfinished, ""), ("and A is yes", .unexpected, "and"),
      ("A is not", .unexpected, "not"), ("A is yes and", .unfinished, ""), ("A + B <= C", .badCharacter, "+"),
      ("A is yes or or B is no", .unexpected, "or"), ("A contains", .unfinished, ""), ("é is yes", .badCharacter, "é"),
      ("A <= <", .unexpected, "<"),
    ])
  func refusals(_ text: String, _ kind: ConditionProblem.Kind, _ word: String) {
    #expect(ConditionParser.parse(text) == .failure(ConditionProblem(kind: kind, word: word)))
  }

  @Test("are small: what is too deep or too long is refused, and costs nothing")
  func limits() throws {
    func depth(_ count: Int) -> String {
      String(repeating: "(", count: count) + "A is yes" + String(repeating: ")", count: count)
    }
    #expect(try parse(depth(19)) == .equals("A", "yes"))
    #expect(ConditionParser.parse(depth(20)) == .failure(ConditionProblem(kind: .tooDeep, word: "")))
    let nots = String(repeating: "not ", count: 450) + "A is yes"
    #expect(ConditionParser.parse(nots) == .failure(ConditionProblem(kind: .tooDeep, word: "")))
    let long = String(repeating: "A is yes or ", count: 200) + "A is yes"
    #expect(ConditionParser.parse(long) == .failure(ConditionProblem(kind: .tooLong, word: "")))
  }

  @Test("are read back as they are written", arguments: propertySeeds)
  func roundTrip(_ seed: UInt64) throws {
    var random = Seeded(seed)
    for _ in 0..<20 {
      let condition = RandomScan.condition(naming: ["A", "B", "C1", "d_2"], depth: 4, &random)
      #expect(try parse(condition.text) == condition, "seed \(seed): \(condition.text)")
      #expect(condition.questions.isSuperset(of: condition.statements.flatMap(\.questions)), "seed \(seed)")
    }
  }

  @Test("never end the program, whatever the text", arguments: propertySeeds)
  func anyText(_ seed: UInt64) {
    var random = Seeded(seed)
    let pieces = [
      "A", "is", "yes", "not", "and", "or", "(", ")", "answered", "contains", "<=", ">", "-", "é", " ", "\n",
    ]
    for _ in 0..<50 {
      let text = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        (pieces.randomElement(using: &random) ?? "") + (Bool.random(using: &random) ? " " : "")
      }.joined()
      if case .success(let condition) = ConditionParser.parse(text) {
        _ = condition.holds { Self.answers[$0] }
        #expect(ConditionParser.parse(condition.text) == .success(condition), "seed \(seed): \(text)")
      }
    }
  }
}
