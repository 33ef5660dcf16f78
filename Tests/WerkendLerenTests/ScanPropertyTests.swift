import Testing
import WerkendLeren

@Suite("Properties of random questionnaires and answers")
struct ScanPropertyTests {
  private struct Case {
    var random: Seeded
    var questionnaire: Questionnaire
    /// Answers in the order in which they are given; a question may come again.
    var given: [(QuestionID, Answer)] = []

    init(_ seed: UInt64) {
      random = Seeded(seed)
      questionnaire = RandomScan.questionnaire(&random)
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        guard let question = questionnaire.questions.randomElement(using: &random) else { continue }
        given.append((question.id, RandomScan.answer(to: question, &random)))
      }
    }

    var sheet: AnswerSheet {
      given.reduce(into: AnswerSheet()) { $0[$1.0] = $1.1 }
    }
  }

  @Test("no answer is lost, whatever is shown and hidden on the way", arguments: propertySeeds)
  func nothingIsLost(_ seed: UInt64) {
    let made = Case(seed)
    var sheet = AnswerSheet()
    var last: [QuestionID: Answer] = [:]
    for (id, answer) in made.given {
      sheet[id] = answer
      last[id] = answer.isEmpty ? nil : answer
      _ = ScanOutcome(sheet, of: made.questionnaire)
      #expect(sheet.answers == last, "seed \(seed)")
    }
  }

  @Test("the outcome is the same whatever the order of the answers", arguments: propertySeeds)
  func orderDoesNotMatter(_ seed: UInt64) {
    var made = Case(seed)
    let answers = made.sheet.answers
    let outcome = ScanOutcome(made.sheet, of: made.questionnaire)
    for _ in 0..<3 {
      var sheet = AnswerSheet()
      for (id, answer) in answers.shuffled(using: &made.random) { sheet[id] = answer }
      #expect(ScanOutcome(sheet, of: made.questionnaire) == outcome, "seed \(seed)")
    }
  }

  @Test("answers to hidden questions count nowhere", arguments: propertySeeds)
  func hiddenCountsNowhere(_ seed: UInt64) {
    var made = Case(seed)
    let reading = SheetReading(made.sheet, of: made.questionnaire)
    var other = made.sheet
    for question in made.questionnaire.questions where !reading.isShown(question.id) {
      other[question.id] = Bool.random(using: &made.random) ? nil : RandomScan.answer(to: question, &made.random)
    }
    let changed = SheetReading(other, of: made.questionnaire)
    #expect(changed.shown == reading.shown, "seed \(seed)")
    #expect(ScanOutcome(changed) == ScanOutcome(reading), "seed \(seed)")
    #expect(changed.sections == reading.sections && changed.missing == reading.missing, "seed \(seed)")
    #expect(changed.problems == reading.problems, "seed \(seed)")
  }

  @Test("conditions and counts agree with each other", arguments: propertySeeds)
  func counts(_ seed: UInt64) {
    let made = Case(seed)
    let reading = SheetReading(made.sheet, of: made.questionnaire)
    for question in made.questionnaire.questions {
      let holds = question.condition?.holds(reading.answer) ?? true
      #expect(reading.isShown(question.id) == holds, "seed \(seed): \(question.id)")
    }
    #expect(reading.sections.map(\.shown).reduce(0, +) == reading.shownCount, "seed \(seed)")
    #expect(reading.sections.map(\.answered).reduce(0, +) == reading.answeredCount, "seed \(seed)")
    #expect(reading.answeredCount <= reading.shownCount && reading.shown.count == reading.shownCount, "seed \(seed)")
    #expect((reading.nextOpen() == nil) == (reading.answeredCount == reading.shownCount), "seed \(seed)")
    #expect(Set(reading.missing).isSubset(of: reading.shown.map(\.id)), "seed \(seed)")
    if reading.maySubmit { #expect(reading.missing.isEmpty, "seed \(seed)") }
  }

  @Test("scores, rules and advice keep to each other", arguments: propertySeeds)
  func outcomes(_ seed: UInt64) {
    let made = Case(seed)
    let reading = SheetReading(made.sheet, of: made.questionnaire)
    let outcome = ScanOutcome(reading)
    for score in outcome.scores { #expect(score.score.map { (0...100).contains($0) } ?? true, "seed \(seed)") }
    let read = made.questionnaire.readByRules
    let isComplete = reading.shown.allSatisfy { !read.contains($0.id) || reading.answer($0.id) != nil }
    #expect((outcome.advice != nil) == isComplete, "seed \(seed)")
    if !isComplete { #expect(!outcome.missing.isEmpty, "seed \(seed)") }
    // The rules are those of the one row that gave the advice.
    let names = Set(outcome.rules.map(\.name))
    let row = made.questionnaire.advice.first { $0.advice == outcome.advice }
    #expect(names.isSubset(of: (row?.rules ?? []).map(\.name)), "seed \(seed)")
    #expect((outcome.advice.map { $0 != .suitable } ?? false) == !outcome.rules.isEmpty, "seed \(seed)")
    #expect(outcome.rules.allSatisfy { !$0.questions.isEmpty }, "seed \(seed)")
    if outcome.advice == .suitable {
      #expect(outcome.knockouts.isEmpty, "seed \(seed)")
      #expect(outcome.scores.allSatisfy { $0.score.map { $0 >= 60 } ?? true }, "seed \(seed)")
    }
    // No rule about levels and knock-outs fires without an action.
    for rule in outcome.rules {
      #expect(!Set(rule.questions).isDisjoint(with: outcome.weakPoints), "seed \(seed): \(rule.name)")
    }
  }

  @Test("a better level never lowers a score", arguments: propertySeeds)
  func scoresGrow(_ seed: UInt64) {
    var random = Seeded(seed)
    var levels = (0..<Int.random(in: 1...8, using: &random)).map { _ in
      (level: Int.random(in: 1...4, using: &random), weight: Int.random(in: 1...100, using: &random))
    }
    let before = ScanOutcome.score(levels) ?? -1
    guard let place = levels.indices.filter({ levels[$0].level < 4 }).randomElement(using: &random) else { return }
    levels[place].level += 1
    #expect((ScanOutcome.score(levels) ?? -1) >= before, "seed \(seed)")
    #expect(ScanOutcome.score([]) == nil)
  }

  @Test("a large scan is read as a small one, and one answer can hide all that follow")
  func size() {
    let prose = String(repeating: "woord en ", count: 2_200)
    let both = Bilingual(dutch: "v", english: "q")
    let questions = (1...300).map { number in
      Question(
        id: QuestionID("A\(number)"), kind: number.isMultiple(of: 3) ? .level : .prose, text: both,
        condition: number == 1 ? nil : .answered(QuestionID("A\(number - 1)")))
    }
    let questionnaire = Questionnaire(
      version: "1", sections: [QuestionSection(id: "A", title: both, questions: questions)], advice: [])
    var sheet = AnswerSheet()
    for question in questions {
      sheet[question.id] = question.kind == .prose ? .text(prose) : .level(3)
    }
    let reading = SheetReading(sheet, of: questionnaire)
    #expect(reading.answeredCount == 300 && reading.problems.isEmpty)
    sheet["A1"] = nil
    #expect(SheetReading(sheet, of: questionnaire).shownCount == 1)
  }
}
