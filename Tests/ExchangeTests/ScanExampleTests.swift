import Language
import Testing
import WerkendLeren

@testable import Exchange

/// The built-in questionnaire and what answers to it come to: the worked examples of `workplace-scan.md`, and more by hand.
struct ScanExampleTests {
  static let questionnaire = BuiltInQuestionnaire.load()

  /// All levels 3, no knock-out, everything yes, C8 `fully`, C5 120: example 4.
  static let sound: [String: String] = [
    "A1": "Van Dijk Techniek", "A3": "Kade 1, Utrecht", "A4": "10-49", "A5": "Installaties", "A6": "Jan van Dijk",
    "B1": "Ontwerpen", "B2": "3", "B3": "3", "B4": "3", "B6": "ja", "C1": "ja", "C2": "Sanne Mol", "C3": "9", "C4": "3",
    "C5": "120", "C6": "3", "C7": "ja", "C7a": "Piet", "C8": "ja", "D1": "3", "D2": "3", "D3": "3", "D4": "ja",
    "D5": "ja",
    "E1": "ja", "E3": "machines", "E4": "3", "E5": "ja", "E6": "ja", "F1": "32", "F2": "8", "F3": "ja",
    "F4": "de hele opleiding", "F5": "ja", "F6": "cao", "F7": "3", "F8": "ja", "G1": "ja", "G2": "3", "G3": "3",
    "G4": "mail",
    "H2": "Jan van Dijk", "H3": "ja",
  ]

  /// The sound answers with changes; an empty text takes one away.
  static func sheet(_ changes: [String: String] = [:]) -> AnswerSheet {
    var sheet = AnswerSheet()
    for (id, text) in sound.merging(changes, uniquingKeysWith: { $1 }) where !text.isEmpty {
      guard let question = questionnaire[QuestionID(id)],
        case .success(let answer) = AnswerText.read(text, for: question)
      else {
        Issue.record("\(id): \(text)")
        continue
      }
      sheet[question.id] = answer
    }
    return sheet
  }

  static func outcome(_ changes: [String: String]) -> ScanOutcome {
    ScanOutcome(sheet(changes), of: questionnaire)
  }

  /// The outcome in one line: advice, rules with their questions, and the scores of B to G.
  static func shown(_ outcome: ScanOutcome) -> String {
    let rules = outcome.rules.map { "\($0.name)(\($0.questions.map(\.text).joined(separator: " ")))" }
    let scores = outcome.scores.map { $0.score.map(String.init) ?? "-" }.joined(separator: " ")
    let parts = [outcome.advice?.adviceName ?? "none"] + rules
    return parts.joined(separator: " ") + " | " + scores
  }

  @Test func theQuestionnaireHasTheQuestionsOfThePaper() {
    let questionnaire = Self.questionnaire
    #expect(questionnaire.sections.map(\.id) == ["A", "B", "C", "D", "E", "F", "G", "H"])
    #expect(questionnaire.sections.map(\.questions.count) == [8, 7, 9, 6, 8, 8, 5, 3])
    #expect(
      questionnaire.questions.filter { $0.kind == .level }.map(\.id.text).joined(separator: " ")
        == "B2 B3 B4 C4 C6 D1 D2 D3 E4 F7 G2 G3")
    #expect(questionnaire.questions.filter { $0.weight == 2 }.map(\.id) == ["B2", "C4", "D1"])
    #expect(
      questionnaire.questions.filter { $0.knockout != nil }.map(\.id.text).joined(separator: " ")
        == "B6 C1 E1 E4 E6 F3 F5 G1")
    let optional = questionnaire.questions.filter { !$0.required }.map(\.id.text)
    #expect(optional.joined(separator: " ") == "A2 A7 A8 B5 D4a E2 E7 G5 H1")
    #expect(questionnaire.questions.filter { $0.action != nil }.count == 24)
    #expect(questionnaire.informed(by: "F8").map(\.text) == ["school.during.no_fee", "employer.during.no_fee"])
    #expect(questionnaire.informed(by: "C3").map(\.text).last == "employer.during.supervision")
  }

  @Test func everyDutyThatAQuestionInformsIsInTheModel() {
    let model = BuiltInModel.load()
    for question in Self.questionnaire.questions {
      for duty in Self.questionnaire.informed(by: question.id) {
        #expect(model[duty] != nil, "\(question.id): \(duty)")
      }
    }
  }

  @Test func rulesReadTheQuestionsThatThePaperNames() {
    let read = Self.questionnaire.readByRules.map(\.text).sorted().joined(separator: " ")
    #expect(read == "B2 B3 B4 B6 C1 C4 C5 C6 C7 C8 D1 D2 D3 D5 E1 E3 E4 E5 E6 F3 F5 F7 G1 G2 G3")
  }

  @Test func asFewAndAsManyQuestionsAreShownAsThePaperSays() {
    func counts(_ changes: [String: String]) -> [Int] {
      SheetReading(Self.sheet(changes), of: Self.questionnaire).sections.map(\.shown)
    }
    let nothing = SheetReading(AnswerSheet(), of: Self.questionnaire)
    #expect(nothing.sections.map(\.shown) == [8, 6, 2, 5, 4, 6, 5, 3] && nothing.shownCount == 39)
    let most = ["B5": "anders", "E3": "anders, nachtwerk"]
    #expect(counts(most) == [8, 7, 9, 6, 8, 8, 5, 3] && counts(most).reduce(0, +) == 54)
    // As in the sketch of the wizard.
    #expect(counts(["C7": ""])[2] == 8)
    #expect(counts(["C1": "nee"])[2] == 2)
    #expect(counts(["E3": "none"])[4] == 5)
  }

  /// Levels, each with its weight where that is not 1, and the score of a section with these.
  static let scores: [(levels: String, score: Int)] = [
    ("3*2 2 4", 67),  // example 1: B2 = 3, B3 = 2, B4 = 4
    ("2*2 2 1", 25),  // 2: D1 = 2, D2 = 2, D3 = 1
    ("3 1", 33),  // 5: G2 = 3, G3 = 1
    ("2 1", 17),  // 5: G2 = 2, G3 = 1
    ("2", 33),  // 6: F7 = 2
    ("1", 0), ("3", 67), ("4", 100), ("4*2 1", 67), ("1*2 4", 33),
    ("2*2 3 3", 50),  // 2·1 + 2 + 2 = 6 of 12: (1200 + 12) / 24 = 50.5
    ("2*2 1 2", 25),  // 3 of 12: (600 + 12) / 24 = 25.5
    ("3*2 3 2", 58),  // 7 of 12: (1400 + 12) / 24 = 58.8
    ("3*2 1", 44),  // 4 of 9: (800 + 9) / 18 = 44.9
    ("2*2 4 3", 58), ("4 2 1", 44),
  ]

  @Test(arguments: scores)
  func aScoreIsTheMeanLevelRoundedHalfUp(_ levels: String, _ expected: Int) {
    let pairs = levels.split(separator: " ").map { $0.split(separator: "*").compactMap { Int($0) } }
    let found = ScanOutcome.score(pairs.map { (level: $0[0], weight: $0.count > 1 ? $0[1] : 1) })
    #expect(found == expected)
  }

  /// Changes to the sound answers, and what they come to.
  static let examples: [(changes: String, outcome: String)] = [
    // 4: everything in order; also without special risks.
    ("", "suitable | 67 67 67 67 67 67"),
    ("E3=none", "suitable | 67 67 67 - 67 67"),
    // 1 and 2.
    ("B3=2 B4=4", "suitable | 67 67 67 67 67 67"),
    ("D1=2 D2=2 D3=1", "not_yet section_below_33(D1 D2 D3) | 67 67 25 67 67 67"),
    // 3: without a work supervisor section C counts C6 alone.
    ("C1=nee", "not_yet knockout(C1) | 67 67 67 67 67 67"),
    ("C1=nee C6=2", "not_yet knockout(C1) | 67 33 67 67 67 67"),
    ("C1=nee C6=1", "not_yet knockout(C1) section_below_33(C6) | 67 0 67 67 67 67"),
    // 5.
    ("G3=1", "conditional section_below_60(G2 G3) level_1(G3) | 67 67 67 67 67 33"),
    ("G2=2 G3=1", "not_yet section_below_33(G2 G3) | 67 67 67 67 67 17"),
    // 6.
    ("F7=2", "conditional section_below_60(F7) | 67 67 67 67 33 67"),
    ("E4=2", "conditional section_below_60(E4) | 67 67 67 33 67 67"),
    ("F7=1", "not_yet section_below_33(F7) | 67 67 67 67 0 67"),
    // 7.
    ("D5=nee", "conditional D5(D5) | 67 67 67 67 67 67"),
    // By hand: each other rule of the second row, alone and together.
    ("C5=0", "conditional C5(C5) | 67 67 67 67 67 67"),
    ("C5=1", "suitable | 67 67 67 67 67 67"),
    ("C7=nee", "conditional C7(C7) | 67 67 67 67 67 67"),
    ("C8=not_yet", "conditional C8(C8) | 67 67 67 67 67 67"),
    ("C8=partly", "suitable | 67 67 67 67 67 67"),
    ("E5=nee", "conditional E5(E5) | 67 67 67 67 67 67"),
    ("C5=0 C7=nee E5=nee", "conditional C5(C5) C7(C7) E5(E5) | 67 67 67 67 67 67"),
    // A level 1 in a section that scores well: 2·3 + 3 + 0 = 9 of 12, (1800 + 12) / 24 = 75.
    ("B2=4 B3=4 B4=1", "conditional level_1(B4) | 75 67 67 67 67 67"),
    // B2 weighs twice: 0 + 3 + 3 = 6 of 12, (1200 + 12) / 24 = 50.
    ("B2=1 B3=4 B4=4", "conditional section_below_60(B2 B3 B4) level_1(B2) | 50 67 67 67 67 67"),
    // C4 = 2, C6 = 3: 2 + 2 = 4 of 9, (800 + 9) / 18 = 44. Two sections below 60.
    ("C4=2 F7=2", "conditional section_below_60(C4 C6 F7) | 67 44 67 67 33 67"),
    // Each knock-out.
    ("B6=nee", "not_yet knockout(B6) | 67 67 67 67 67 67"),
    ("E1=nee", "not_yet knockout(E1) | 67 67 67 67 67 67"),
    ("E4=1", "not_yet knockout(E4) section_below_33(E4) | 67 67 67 0 67 67"),
    ("E6=nee E3=none", "not_yet knockout(E6) | 67 67 67 - 67 67"),
    ("F3=nee", "not_yet knockout(F3) | 67 67 67 67 67 67"),
    ("F5=nee", "not_yet knockout(F5) | 67 67 67 67 67 67"),
    ("G1=nee F3=nee", "not_yet knockout(F3 G1) | 67 67 67 67 67 67"),
    // The first row takes it all: what would be a condition is not told then.
    ("G1=nee D5=nee C5=0", "not_yet knockout(G1) | 67 67 67 67 67 67"),
    // All at their best.
    (
      "B2=4 B3=4 B4=4 C4=4 C6=4 D1=4 D2=4 D3=4 E4=4 F7=4 G2=4 G3=4", "suitable | 100 100 100 100 100 100"
    ),
    // What a rule reads is open: no advice, but knock-outs that hold already are named.
    ("E5=", "none | 67 67 67 67 67 67"), ("E3=", "none | 67 67 67 - 67 67"),
    ("C5= G1=nee", "none | 67 67 67 67 67 67"), ("F7=", "none | 67 67 67 67 - 67"),
    ("E4=", "none | 67 67 67 - 67 67"),
    // What no rule reads may be open.
    ("A1= B1= C2= C3= F1= H3=", "suitable | 67 67 67 67 67 67"),
    ("H3=nee F8=nee D4=nee", "suitable | 67 67 67 67 67 67"),
  ]

  @Test(arguments: examples)
  func anOutcomeIsAsWorkedOutByHand(_ changes: String, _ expected: String) {
    let pairs = changes.split(separator: " ").map { $0.split(separator: "=", omittingEmptySubsequences: false) }
    let answers = Dictionary(uniqueKeysWithValues: pairs.map { (String($0[0]), String($0[1])) })
    #expect(Self.shown(Self.outcome(answers)) == expected)
  }

  @Test func whatIsMissingIsNamedAndKnockOutsHoldBefore() {
    let outcome = Self.outcome(["C5": "", "A1": "", "G1": "nee", "G5": ""])
    #expect(outcome.advice == nil && outcome.missing == ["A1", "C5"] && outcome.knockouts == ["G1"])
    #expect(outcome.isProvisional && outcome.rules.isEmpty && outcome.weakPoints == ["G1"])
    #expect(!Self.outcome([:]).isProvisional)
  }

  @Test func eachWeakPointProposesOneAction() {
    #expect(Self.outcome([:]).weakPoints == [])
    let weak = [
      "B2": "2", "B3": "2", "B4": "2", "B6": "nee", "C4": "2", "C5": "0", "C6": "2", "C7": "nee", "C8": "nog niet",
      "D1": "2", "D2": "2", "D3": "2", "D5": "nee", "E1": "nee", "E4": "2", "E5": "nee", "E6": "nee", "F3": "nee",
      "F5": "nee",
      "F7": "2", "G1": "nee", "G2": "2", "G3": "2",
    ]
    // All but C1, without which most of C is not asked.
    #expect(Set(Self.outcome(weak).weakPoints.map(\.text)) == Set(weak.keys))
    #expect(Self.outcome(["C1": "nee", "C5": "0"]).weakPoints == ["C1"])
    #expect(Self.outcome(["E4": "1"]).weakPoints == ["E4"])
    #expect(Self.questionnaire["C1"]?.action?.dutch == "Wijs een ervaren werkbegeleider aan.")
  }

  @Test func anAnswerThatIsHiddenComesBackWithItsQuestion() {
    var sheet = Self.sheet(["C1": "nee", "C4": "4"])
    #expect(Self.shown(ScanOutcome(sheet, of: Self.questionnaire)) == "not_yet knockout(C1) | 67 67 67 67 67 67")
    sheet["C1"] = .yesNo(true)
    // 2·3 + 2 = 8 of 9: (1600 + 9) / 18 = 89.
    #expect(Self.shown(ScanOutcome(sheet, of: Self.questionnaire)) == "suitable | 67 89 67 67 67 67")
  }

  @Test func theSchoolsOwnAnswersTakeTheEmployersPlaceInEveryRule() {
    let own = Self.sheet(["E4": "1"]).replacing(with: ["E4": .level(3), "F7": .level(2)])
    #expect(
      Self.shown(ScanOutcome(own, of: Self.questionnaire)) == "conditional section_below_60(F7) | 67 67 67 67 33 67")
    let strict = Self.sheet().replacing(with: ["E4": .level(1), "G1": .yesNo(false)])
    #expect(
      Self.shown(ScanOutcome(strict, of: Self.questionnaire))
        == "not_yet knockout(E4 G1) section_below_33(E4) | 67 67 67 0 67 67")
  }

  @Test func studyTimeIsNotMoreThanTheHours() {
    let reading = SheetReading(Self.sheet(["F1": "10", "F2": "12"]), of: Self.questionnaire)
    #expect(reading.problems.map(\.question) == ["F2"] && reading.problems.first?.problem.kind == .check)
    #expect(SheetReading(Self.sheet(), of: Self.questionnaire).maySubmit)
    let untrue = SheetReading(Self.sheet(["H3": "nee"]), of: Self.questionnaire)
    #expect(untrue.problems.map(\.problem.kind) == [.mustBe] && untrue.missing.isEmpty)
  }

  @Test(arguments: [
    ("A4", "1-9", "micro"), ("A4", "1–9", "micro"), ("A4", "10—49", "small"), ("A4", "Medium", "medium"),
    ("A4", "250+", "large"), ("C8", "JA", "fully"), ("C8", "Nog niet", "not_yet"), ("C8", "not yet", "not_yet"),
    ("C8", "not_yet", "not_yet"), ("C8", "Partly", "partly"), ("F6", "CAO", "collective_agreement"),
    ("F6", "Minimum wage or more", "minimum_wage_or_more"), ("F4", "per studiejaar", "per_year"),
  ])
  func anOptionIsNamedByItsIdOrItsTextInEitherLanguage(_ id: QuestionID, _ text: String, _ option: String) throws {
    let question = try #require(Self.questionnaire[id])
    #expect(AnswerText.option(text, of: question)?.id == option)
  }
}
