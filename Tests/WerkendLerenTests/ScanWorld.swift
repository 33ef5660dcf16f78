import Testing
import WerkendLeren

/// One scan of a workplace, on which tests take steps.
struct ScanWorld {
  static let employer = Viewer(party: .employer, name: "Jan van Dijk", scope: .employer(2))
  static let school = Viewer.school(name: "Noor Bakker")
  static let student = Viewer(party: .student, name: "Amira El Idrissi", scope: .student(5))
  static let stranger = Viewer(party: .employer, name: "Els", scope: .employer(9))
  static let workplace = Workplace(id: 3, employer: 2, name: "Werkplaats", address: "Kade 1")

  static func both(_ text: String) -> Bilingual { Bilingual(dutch: text, english: text) }

  /// A level, a knock-out, what hangs on it, and a declaration.
  static let questionnaire = Questionnaire(
    version: "1",
    sections: [
      QuestionSection(
        id: "B", title: both("work"),
        questions: [
          Question(
            id: "B1", kind: .level, text: both("fits?"), required: true,
            levels: Array(repeating: both("level"), count: 4), action: both("choose")),
          Question(
            id: "B2", kind: .yesno, text: both("paid?"), required: true, knockout: "no", action: both("pay")),
          Question(id: "B3", kind: .prose, text: both("how much?"), required: true, condition: .equals("B2", "yes")),
          Question(id: "B4", kind: .person, text: both("who?")),
          Question(id: "B5", kind: .yesno, text: both("true?"), required: true, mustBe: "yes"),
        ])
    ],
    advice: [
      AdviceRow(.notYetSuitable, [.knockout, .sectionBelow(33)]),
      AdviceRow(.suitableWithConditions, [.sectionBelow(60)]),
    ])

  var records: ScanRecords
  var today: Day
  var nextRow: Int64

  init(today: String = "2026-11-23") throws {
    self.today = try #require(Day(iso: today))
    let context = ScanContext(
      questionnaire: Self.questionnaire, viewer: Self.employer, today: self.today, moment: "m", nextRow: 10)
    let begun = try beginScan(of: Self.workplace, questionnaire: 1, others: [], context: context).get()
    records = begun.records
    nextRow = begun.nextRow
  }

  func context(_ viewer: Viewer) -> ScanContext {
    ScanContext(
      questionnaire: Self.questionnaire, viewer: viewer, today: today, moment: "\(today.iso)T12:00:00+01:00",
      nextRow: nextRow)
  }

  /// Takes a step that must be allowed.
  @discardableResult
  mutating func take(_ step: ScanStep, as viewer: Viewer = Self.school) throws -> ScanStepDecision {
    let decision = try decideScan(step, on: records, context: context(viewer)).get()
    records = decision.records
    nextRow = decision.nextRow
    return decision
  }

  /// Why a step is refused; nil if it is not.
  func refusal(_ step: ScanStep, as viewer: Viewer = Self.school) -> Refusal.Kind? {
    guard case .failure(let refusal) = decideScan(step, on: records, context: context(viewer)) else { return nil }
    return refusal.kind
  }

  /// Answers with a section score of 33: suitable with conditions.
  static let middling: [QuestionID: Answer?] = [
    "B1": .level(2), "B2": .yesNo(true), "B3": .text("genoeg"), "B5": .yesNo(true),
  ]

  /// Filled in and handed in by the employer.
  mutating func submitted() throws {
    try take(.answer(Self.middling), as: Self.employer)
    try take(.submit, as: Self.employer)
  }

  var nextYear: Day { today.adding(years: 1) }

  /// Judged with one condition, and decided.
  @discardableResult
  mutating func decided(beforeStart: Bool = false) throws -> Int64 {
    try submitted()
    try take(.recordVisit(ScanVisit(day: today, by: "Noor Bakker", spokenWith: "Jan van Dijk")))
    try take(
      .setCondition(
        nil,
        ScanConditionContent(
          text: "Kies passende taken.", owner: .employer, due: today.adding(days: 30), beforeStart: beforeStart,
          question: "B1")))
    try take(.decide(.suitableWithConditions, reason: "", validUntil: nextYear, by: "Noor Bakker"))
    return try #require(records.conditions.first?.id)
  }
}
