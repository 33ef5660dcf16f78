import WerkendLeren

/// Random questionnaires, as a checked file can give them, and random answers to them.
enum RandomScan {
  private static let both = Bilingual(dutch: "vraag", english: "question")
  static let options = ["none", "a", "b", "c"].map {
    QuestionOption(id: $0, text: both, excludesOthers: $0 == "none")
  }

  /// A condition that names some of these questions, whatever they are.
  static func condition(naming ids: [QuestionID], depth: Int, _ random: inout Seeded) -> QuestionCondition {
    let id = ids.randomElement(using: &random) ?? "A"
    switch Int.random(in: 0..<(depth > 0 ? 8 : 4), using: &random) {
    case 0: return .answered(id)
    case 1: return .equals(id, ["yes", "no", "a", "2", "0"].randomElement(using: &random) ?? "yes")
    case 2: return .contains(id, ["a", "none"].randomElement(using: &random) ?? "a")
    case 3:
      let comparison = QuestionCondition.Comparison.allCases.randomElement(using: &random) ?? .less
      return .compares(.question(id), comparison, .number(Int.random(in: -3...30, using: &random)))
    case 4: return .not(condition(naming: ids, depth: depth - 1, &random))
    default:
      // Parts of one kind within another stand in parentheses, and are read back so.
      let parts = (0..<Int.random(in: 2...3, using: &random)).map { _ in
        condition(naming: ids, depth: depth - 1, &random)
      }
      return Bool.random(using: &random) ? .all(parts) : .any(parts)
    }
  }

  static func questionnaire(_ random: inout Seeded) -> Questionnaire {
    var earlier: [QuestionID] = []
    let sections = ["A", "B", "C"].map { letter in
      let questions = (1...Int.random(in: 1...8, using: &random)).map { number in
        let question = question(QuestionID("\(letter)\(number)"), after: earlier, &random)
        earlier.append(question.id)
        return question
      }
      return QuestionSection(id: letter, title: both, questions: questions)
    }
    let own = AdviceRule.answers(name: "own", condition(naming: earlier, depth: 1, &random))
    return Questionnaire(
      version: "random", sections: sections,
      advice: [
        AdviceRow(.notYetSuitable, [.knockout, .sectionBelow(33)]),
        AdviceRow(.suitableWithConditions, [.sectionBelow(60), .level(1), own]),
      ])
  }

  private static func question(
    _ id: QuestionID, after earlier: [QuestionID], _ random: inout Seeded
  ) -> Question {
    let kinds: [QuestionKind] = [
      .yesno, .one, .several, .level, .level, .level, .text, .number, .date, .person, .prose,
    ]
    var question = Question(id: id, kind: kinds.randomElement(using: &random) ?? .level, text: both)
    question.required = Bool.random(using: &random)
    question.action = both
    if !earlier.isEmpty, Bool.random(using: &random) {
      question.condition = condition(naming: earlier, depth: 2, &random)
    }
    switch question.kind {
    case .one, .several: question.options = options
    case .level:
      question.levels = Array(repeating: both, count: 4)
      question.weight = Int.random(in: 1...3, using: &random)
      if Int.random(in: 0..<5, using: &random) == 0 { question.knockout = "1" }
    case .yesno: if Bool.random(using: &random) { question.knockout = "no" }
    case .number:
      question.maximum = 20
      if let before = earlier.last {
        question.check = QuestionCheck(.compares(.question(id), .atMost, .question(before)), message: both)
      }
    default: break
    }
    return question
  }

  /// An answer to a question, mostly one that it can have.
  static func answer(to question: Question, _ random: inout Seeded) -> Answer {
    if Int.random(in: 0..<20, using: &random) == 0 {
      return [.level(0), .level(9), .number(99), .one("x"), .several(["none", "a"]), .text("")].randomElement(
        using: &random)
        ?? .level(0)
    }
    switch question.kind {
    case .yesno: return .yesNo(Int.random(in: 0..<4, using: &random) > 0)
    case .one: return .one(options.randomElement(using: &random)?.id ?? "a")
    case .several: return .several(Bool.random(using: &random) ? ["none"] : ["a", "c"])
    case .level: return .level(Int.random(in: 1...4, using: &random))
    case .number: return .number(Int.random(in: 0...20, using: &random))
    case .date: return .date(Day(number: Int.random(in: 0...30_000, using: &random)))
    case .person: return .person(PersonAnswer(name: "Ada"))
    case .text, .prose, .email, .phone, .url: return .text("antwoord")
    }
  }
}

extension RandomWorld {
  /// The world's records with conditions on its newest scan, some of them met and accepted.
  mutating func recordsWithConditions() -> PlacementRecords {
    var records = world.records
    guard let scan = records.newestScan else { return records }
    for number in 0..<Int.random(in: 0...3, using: &random) {
      var condition = ScanCondition(
        id: 1_000_000 + Int64(number), workplace: scan.workplace, scan: 1,
        decision: random.chance(1, in: 6) ? 1 : scan.id,
        text: "x", owner: random.pick(Party.allCases, or: .employer), due: day(), beforeStart: random.chance(1, in: 2),
        setOn: scan.date)
      if random.chance(1, in: 3) { condition.metOn = scan.date }
      if condition.metOn != nil, random.chance(1, in: 2) { condition.acceptedOn = scan.date }
      records.conditions.append(condition)
    }
    return records
  }
}
