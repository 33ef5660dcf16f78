import StateStore
import WerkendLeren

extension Fixture {
  private static func both(_ text: String) -> Bilingual { Bilingual(dutch: text, english: text) }

  /// A small questionnaire: a level, a knock-out, a text that hangs on it, a declaration.
  package static let questionnaire = Questionnaire(
    version: "tests",
    sections: [
      QuestionSection(
        id: "B", title: both("work"),
        questions: [
          Question(
            id: "B1", kind: .level, text: both("fits?"), required: true, levels: Array(repeating: both("l"), count: 4),
            action: both("choose")),
          Question(id: "B2", kind: .yesno, text: both("paid?"), required: true, knockout: "no", action: both("pay")),
          Question(id: "B3", kind: .prose, text: both("how?"), required: true, condition: .equals("B2", "yes")),
          Question(id: "B4", kind: .yesno, text: both("true?"), required: true, mustBe: "yes"),
        ])
    ],
    advice: [
      AdviceRow(.notYetSuitable, [.knockout, .sectionBelow(33)]),
      AdviceRow(.suitableWithConditions, [.sectionBelow(60)]),
    ])

  /// A later version of it, without the text.
  package static let laterQuestionnaire = Questionnaire(
    version: "later",
    sections: [
      QuestionSection(
        id: "B", title: both("work"), questions: questionnaire.questions.filter { $0.id != "B3" })
    ], advice: questionnaire.advice)

  /// Answers that give "suitable with conditions".
  package static let answers: [QuestionID: Answer?] = [
    "B1": .level(2), "B2": .yesNo(true), "B3": .text("genoeg"), "B4": .yesNo(true),
  ]

  /// A random step, often one that can be taken.
  package static func scanStep(
    for records: ScanRecords, today: Day, using generator: inout SeededGenerator
  ) -> ScanStep {
    let condition = records.conditions.randomElement(using: &generator)?.id ?? 0
    let level = Answer.level(Int.random(in: 1...4, using: &generator))
    switch Int.random(in: 0..<14, using: &generator) {
    case 0...3: return .answer(["B1": Bool.random(using: &generator) ? level : nil])
    case 4: return .answer(answers)
    case 5: return .submit
    case 6: return .comment("B1", text: Bool.random(using: &generator) ? "x" : "")
    case 7: return .setOwnAnswer("B1", level, reason: "x")
    case 8: return .recordVisit(ScanVisit(day: today, by: "x", spokenWith: "y"))
    case 9:
      let content = ScanConditionContent(
        text: "x", owner: .employer, due: today.adding(days: 9), beforeStart: Bool.random(using: &generator))
      return .setCondition(nil, content)
    case 10: return .meetCondition(condition, day: today, note: "x")
    case 11:
      return Bool.random(using: &generator) ? .acceptCondition(condition) : .refuseCondition(condition, reason: "x")
    case 12: return .share(Bool.random(using: &generator))
    default: return .sendBack(note: "x")
    }
  }
}
