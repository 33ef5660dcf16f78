/// The score of a section.
public struct SectionScore: Hashable, Sendable {
  /// The section's letter.
  public var section: String
  /// 0 to 100, the mean level; nil while no level counts.
  public var score: Int?
}

/// A rule of the advice that fired, with the questions behind it.
public struct FiredRule: Hashable, Sendable {
  /// The rule.
  public var rule: AdviceRule
  /// The questions on whose answers it rests, in the questionnaire's order.
  public var questions: [QuestionID]

  /// The rule's name.
  public var name: String { rule.name }
}

/// What a sheet of answers comes to. Source: `workplace-scan.md`, "Scores and advice".
public struct ScanOutcome: Hashable, Sendable {
  /// The sections that have level questions, with their scores.
  public var scores: [SectionScore]
  /// The knock-outs that hold, also while there is no advice yet.
  public var knockouts: [QuestionID]
  /// The advice; nil while a question that a rule reads is open.
  public var advice: ScanDecision?
  /// The rules that gave it: those of its row that fired; none where it is "suitable".
  public var rules: [FiredRule]
  /// Questions that are shown and open and must be answered.
  public var missing: [QuestionID]
  /// The weak points for which an action is proposed to the employer.
  public var weakPoints: [QuestionID]

  /// Whether the advice can still change because required questions are open.
  public var isProvisional: Bool { !missing.isEmpty }

  /// The score of a section.
  public func score(of section: String) -> Int? { scores.first { $0.section == section }?.score }

  /// The mean of the levels as 0 to 100, halves rounded up, in whole numbers; nil without levels.
  public static func score(_ levels: [(level: Int, weight: Int)]) -> Int? {
    let weights = levels.reduce(0) { $0 + $1.weight }
    guard weights > 0 else { return nil }
    let points = levels.reduce(0) { $0 + $1.weight * ($1.level - 1) }
    return (200 * points + 3 * weights) / (6 * weights)
  }

  /// Works out the outcome.
  public init(_ reading: SheetReading) {
    let questionnaire = reading.questionnaire
    var levels: [String: [(question: Question, level: Int)]] = [:]
    for section in questionnaire.sections where section.isScored {
      levels[section.id] = section.questions.compactMap { question in
        guard case .level(let level) = reading.answer(question.id) else { return nil }
        return (question, level)
      }
    }
    let scores = questionnaire.sections.filter(\.isScored).map { section in
      SectionScore(
        section: section.id, score: Self.score((levels[section.id] ?? []).map { ($0.level, $0.question.weight) }))
    }
    self.scores = scores
    let answered = questionnaire.questions.compactMap { question in
      reading.answer(question.id).map { (question: question, answer: $0) }
    }
    let knockouts = answered.filter { $0.question.isKnockout($0.answer) }.map(\.question.id)
    self.knockouts = knockouts
    missing = reading.missing

    func fired(_ rule: AdviceRule) -> FiredRule? {
      var questions: [QuestionID] = []
      switch rule {
      case .knockout: questions = knockouts
      case .sectionBelow(let bound):
        let low = scores.filter { $0.score.map { $0 < bound } ?? false }
        questions = low.flatMap { levels[$0.section] ?? [] }.map(\.question.id)
      case .level(let bound):
        questions = answered.filter { entry in
          if case .level(let level) = entry.answer { return level <= bound }
          return false
        }.map(\.question.id)
      case .answers(_, let condition):
        guard condition.holds(reading.answer) else { return nil }
        let named = condition.questions
        questions = questionnaire.questions.map(\.id).filter(named.contains)
      }
      return questions.isEmpty ? nil : FiredRule(rule: rule, questions: questions)
    }
    let rows = questionnaire.advice.map { ($0.advice, $0.rules.compactMap(fired)) }
    let read = questionnaire.readByRules
    if reading.shown.contains(where: { read.contains($0.id) && reading.answer($0.id) == nil }) {
      advice = nil
      rules = []
    } else {
      let row = rows.first { !$0.1.isEmpty }
      advice = row?.0 ?? .suitable
      rules = row?.1 ?? []
    }
    var weak = Set(answered.filter { $0.question.isWeak($0.answer) }.map(\.question.id))
    for rule in rows.flatMap(\.1) {
      if case .answers = rule.rule { weak.formUnion(rule.questions) }
    }
    weakPoints = questionnaire.questions.filter { weak.contains($0.id) && $0.action != nil }.map(\.id)
  }

  /// Works out the outcome of a sheet.
  public init(_ sheet: AnswerSheet, of questionnaire: Questionnaire) {
    self.init(SheetReading(sheet, of: questionnaire))
  }
}
