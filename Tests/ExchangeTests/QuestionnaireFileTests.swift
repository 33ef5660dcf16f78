import Foundation
import Language
import Testing
import WerkendLeren

@testable import Exchange

/// A school's own questionnaire: what it may say, and each thing that can be wrong with its line and field.
struct QuestionnaireFileTests {
  /// A complete questionnaire of two sections.
  static let complete = """
    version: "Eigen 1"
    sections:
      - id: A
        title: {nl: "Het werk", en: "The work"}
        informs: [employer.during.environment]
        questions:
          - id: A1
            kind: level
            required: yes
            weight: 2
            text: {nl: "Past het?", en: "Does it fit?"}
            levels:
              1: {nl: "niet", en: "not"}
              2: {nl: "deels", en: "partly"}
              3: {nl: "goed", en: "well"}
              4: {nl: "helemaal", en: "wholly"}
            action: {nl: "Maak het passend.", en: "Make it fit."}
          - id: A2
            kind: several
            text: {nl: "Welke?", en: "Which?"}
            options:
              - {id: none, nl: "geen", en: "none", excludes: yes}
              - {id: other, nl: "anders", en: "other"}
          - id: A3
            kind: text
            if: A2 contains other
            text: {nl: "Namelijk?", en: "Namely?"}
      - id: B
        title: {nl: "Uren", en: "Hours"}
        questions:
          - id: B1
            kind: yesno
            knockout: no
            text: {nl: "Betaald?", en: "Paid?"}
            action: {nl: "Betaal.", en: "Pay."}
          - id: B2
            kind: number
            min: 0
            max: 40
            text: {nl: "Hoeveel?", en: "How many?"}
    advice:
      - advice: not_yet
        rules:
          - {rule: knockout}
          - {rule: section_below, value: 33}
      - advice: conditional
        rules:
          - {rule: B1, if: "B1 is no"}

    """

  private func load(_ text: String) -> Result<Questionnaire, YAMLProblems> {
    QuestionnaireFile.load(bytes: Array(text.utf8), file: "own.yaml")
  }
  private func problems(_ text: String) -> [String] { shown(load(text)) }

  @Test func theBuiltInFileIsWhatTheBinaryCarries() throws {
    let bytes = try ModelTestFiles.bytes("Sources/CEmbedded/data/questionnaire.yaml")
    let read = try QuestionnaireFile.load(bytes: bytes, file: "questionnaire.yaml").get()
    #expect(read == BuiltInQuestionnaire.load(), "run scripts/plain-forms")
    #expect(QuestionnairePlainForm.decode(QuestionnairePlainForm.encode(read)) == read)
  }

  @Test func aCompleteFileIsRead() throws {
    let questionnaire = try load(Self.complete).get()
    #expect(questionnaire.version == "Eigen 1")
    #expect(questionnaire.questions.map(\.id) == ["A1", "A2", "A3", "B1", "B2"])
    #expect(questionnaire["A1"]?.weight == 2 && questionnaire["A1"]?.levels.count == 4)
    #expect(questionnaire["A3"]?.condition == .contains("A2", "other"))
    #expect(questionnaire["B1"]?.knockout == "no" && questionnaire["B2"]?.maximum == 40)
    #expect(questionnaire["A2"]?.options.map(\.excludesOthers) == [true, false])
    #expect(questionnaire.informed(by: "A1") == [DutyID("employer.during.environment")])
    #expect(questionnaire.advice.flatMap(\.rules).map(\.name) == ["knockout", "section_below_33", "B1"])
  }

  /// What is replaced in the complete file by what, and what is then wrong.
  static let faults: [(old: String, new: String, problem: String)] = [
    ("version: \"Eigen 1\"\n", "", "1 version yaml.missing"),
    ("version: \"Eigen 1\"", "version: \"\"", "1 version yaml.emptyField"),
    ("version:", "colour: blue\nversion:", "1 colour yaml.unknownKey"),
    ("weight: 2", "wieght: 2", "10 questions.wieght yaml.unknownKey"),
    ("kind: number", "kind: nummer", "37 questions.B2.kind yaml.wantsChoice"),
    ("weight: 2", "weight: 0", "10 questions.A1.weight yaml.wantsNumber"),
    ("id: B2", "id: A2", "36 questions.id questionnaire.duplicateID"),
    ("  - id: B\n", "  - id: A\n", "28 sections.id questionnaire.duplicateID"),
    ("id: B2", "id: 2B", "36 questions.id questionnaire.badID"),
    ("id: B2", "id: version", "36 questions.id questionnaire.badID"),
    ("id: B2", "id: not", "36 questions.id questionnaire.badID"),
    ("      - id: B2\n        kind: number\n", "      - kind: number\n", "36 questions.id yaml.missing"),
    ("    if: A2 contains other", "    if: A9 contains other", "26 questions.A3.if questionnaire.unknownQuestion"),
    ("    if: A2 contains other", "    if: B1 is yes", "26 questions.A3.if questionnaire.laterQuestion"),
    ("    if: A2 contains other", "    if: answered(A3)", "26 questions.A3.if questionnaire.ownQuestion"),
    ("    if: A2 contains other", "    if: A2 contains othr", "26 questions.A3.if yaml.wantsChoice"),
    ("    if: A2 contains other", "    if: A2 is other", "26 questions.A3.if questionnaire.containsWanted"),
    ("    if: A2 contains other", "    if: A1 contains other", "26 questions.A3.if questionnaire.notSeveral"),
    ("    if: A2 contains other", "    if: A1 is 5", "26 questions.A3.if yaml.wantsChoice"),
    ("    if: A2 contains other", "    if: A1 <= 3", "26 questions.A3.if questionnaire.comparison"),
    ("    if: A2 contains other", "    if: A2 contains", "26 questions.A3.if condition.unfinished"),
    ("    if: A2 contains other", "    if: A2 contains other)", "26 questions.A3.if condition.unexpected"),
    ("    if: A2 contains other", "    if: A2 == other", "26 questions.A3.if condition.badCharacter"),
    ("          3: {nl: \"goed\", en: \"well\"}\n", "", "13 questions.A1.levels.3 questionnaire.levelGap"),
    ("          4: {nl", "          5: {nl", "13 questions.A1.levels.4 questionnaire.levelGap"),
    ("en: \"well\"", "en: \"\"", "15 questions.A1.levels.3.en yaml.emptyField"),
    ("{nl: \"goed\", en: \"well\"}", "{nl: \"goed\"}", "15 questions.A1.levels.3.en yaml.missing"),
    ("{nl: \"Hoeveel?\", en: \"How many?\"}", "\"Hoeveel?\"", "40 questions.B2.text yaml.wantsMap"),
    ("        max: 40\n", "", "36 questions.B2.max yaml.missing"),
    ("max: 40", "max: -1", "39 questions.B2.max questionnaire.badBounds"),
    ("max: 40", "max: veel", "39 questions.B2.max yaml.wantsNumber"),
    ("max: 40", "max: 99999999999999999999", "39 questions.B2.max yaml.wantsNumber"),
    ("knockout: no", "knockout: maybe", "33 questions.B1.knockout yaml.wantsChoice"),
    ("knockout: no", "weight: 2", "33 questions.B1.weight questionnaire.notForKind"),
    ("            action: {nl: \"Betaal.\", en: \"Pay.\"}\n", "", ""),
    ("id: other, nl", "id: none, nl", "23 questions.A2.options.none questionnaire.optionTwice"),
    ("nl: \"anders\"", "nl: \"GEEN\"", "23 questions.A2.options.other questionnaire.optionTwice"),
    ("id: other, nl", "id: Ot her, nl", "23 questions.A2.options.id questionnaire.badOption"),
    ("value: 33", "value: 101", "45 advice.not_yet.section_below.value yaml.wantsNumber"),
    (", value: 33", "", "45 advice.not_yet.section_below.value yaml.missing"),
    ("{rule: knockout}", "{rule: knockout, value: 3}", "44 advice.not_yet.knockout.value questionnaire.notForRule"),
    ("{rule: knockout}", "{rule: wrong}", "44 advice.not_yet.wrong questionnaire.ruleUnknown"),
    ("{rule: knockout}", "{rule: section_below, value: 33}", "45 advice.not_yet questionnaire.ruleTwice"),
    ("if: \"B1 is no\"", "if: \"B9 is no\"", "48 advice.conditional.B1.if questionnaire.unknownQuestion"),
    ("if: \"B1 is no\"", "if: \"B2 is 0\"", "48 advice.conditional.B1.if questionnaire.actionMissing"),
    ("if: \"B1 is no\"", "if: \"B2 is many\"", "48 advice.conditional.B1.if questionnaire.numberWanted"),
    ("if: \"B1 is no\"", "if: \"A3 is x\"", "48 advice.conditional.B1.if questionnaire.answeredWanted"),
    ("advice: conditional", "advice: not_yet", "46 advice.advice questionnaire.adviceOrder"),
    ("advice: conditional", "advice: fine", "46 advice.advice yaml.wantsChoice"),
  ]

  @Test(arguments: faults.filter { !$0.problem.isEmpty })
  func aWrongFieldIsNamedWithItsLineAndField(_ old: String, _ new: String, _ expected: String) {
    let text = Self.complete.replacingOccurrences(of: old, with: new)
    #expect(text != Self.complete, "nothing was replaced")
    #expect(problems(text).first == expected)
  }

  @Test func aWeakPointWithoutAnActionIsRefused() {
    let text = Self.complete.replacingOccurrences(of: "        action: {nl: \"Betaal.\", en: \"Pay.\"}\n", with: "")
    #expect(
      problems(text) == [
        "31 questions.B1.action questionnaire.actionMissing",
        "47 advice.conditional.B1.if questionnaire.actionMissing",
      ])
  }

  /// The complete file with questions C1 to C3 that have these further lines.
  private func withQuestions(_ lines: [String]) -> String {
    var added = "  - id: C\n    title: {nl: \"c\", en: \"c\"}\n    questions:\n"
    for (place, line) in lines.enumerated() {
      added += "      - {id: C\(place + 1), text: {nl: v, en: q}, \(line)}\n"
    }
    return Self.complete.replacingOccurrences(of: "advice:\n  - advice: not", with: added + "advice:\n  - advice: not")
  }

  @Test func conditionsThatGoInACircleAreCalledSo() {
    #expect(
      problems(
        withQuestions(["kind: yesno, if: C3 is yes", "kind: yesno, if: C1 is yes", "kind: yesno, if: C2 is yes"]))
        == ["44 questions.C1.if questionnaire.cycle"])
    #expect(
      problems(withQuestions(["kind: yesno, if: C3 is yes", "kind: yesno", "kind: yesno, if: C2 is yes"]))
        == ["44 questions.C1.if questionnaire.laterQuestion"])
  }

  @Test func checksCompareNumbersUpToTheirOwnQuestion() throws {
    func check(_ condition: String) -> [String] {
      problems(
        withQuestions([
          "kind: number, min: 0, max: 9, check: {if: \"\(condition)\", nl: a, en: b}", "kind: number, min: 0, max: 9",
        ]))
    }
    #expect(check("C1 <= B2") == [])
    #expect(check("C1 <= 5 and B1 is yes") == [])
    #expect(check("C1 <= C2") == ["44 questions.C1.check.if questionnaire.laterQuestion"])
    #expect(check("C1 <= B1") == ["44 questions.C1.check.if questionnaire.notNumber"])
    #expect(check("1 <= 2") == ["44 questions.C1.check.if questionnaire.noQuestion"])
    #expect(problems(withQuestions(["kind: text, check: {nl: a, en: b}"])) == ["44 questions.C1.check.if yaml.missing"])
  }

  @Test func fieldsBelongToTheirKinds() {
    #expect(
      problems(withQuestions(["kind: text, min: 1, options: [], levels: {}, unit: {nl: u, en: u}"])).map {
        $0.split(separator: " ").last.map(String.init)
      }.contains("questionnaire.notForKind"))
    #expect(problems(withQuestions(["kind: one"])) == ["44 questions.C1.options yaml.missing"])
    #expect(
      problems(withQuestions(["kind: one, options: [{id: a, nl: a, en: a}]"]))
        == ["44 questions.C1.options questionnaire.fewOptions"])
    #expect(
      problems(withQuestions(["kind: one, options: [{id: a, nl: a, en: a, excludes: yes}, {id: b, nl: b, en: b}]"]))
        == ["44 questions.C1.options.a questionnaire.notForKind"])
    #expect(
      problems(withQuestions(["kind: one, must_be: b, options: [{id: a, nl: a, en: a}, {id: b, nl: b, en: b}]"])) == [])
    #expect(problems(withQuestions(["kind: level"])).first == "44 questions.C1.levels yaml.missing")
  }

  @Test func threeHundredQuestionsAreReadAndSixHundredAreTooMany() throws {
    func many(_ count: Int) -> String {
      let questions = (1...count).map { "      - {id: Q\($0), kind: text, text: {nl: v, en: q}}\n" }.joined()
      return "version: x\nsections:\n  - id: A\n    title: {nl: a, en: a}\n    questions:\n" + questions
        + "advice:\n  - {advice: not_yet, rules: [{rule: knockout}]}\n"
    }
    #expect(try load(many(300)).get().questions.count == 300)
    #expect(problems(many(600)) == ["506 sections questionnaire.tooMany"])
  }

  @Test func whatIsNoQuestionnaireIsSaidToBeNone() throws {
    #expect(problems("") == ["1  yaml.empty"])
    #expect(problems("- a\n") == ["1  yaml.notARoot"])
    #expect(
      problems("version: x\nsections: []\nadvice: []\n") == [
        "2 sections questionnaire.noQuestions", "3 advice yaml.emptyField",
      ])
    #expect(
      shown(QuestionnaireFile.load(bytes: [UInt8](repeating: 0x23, count: (1 << 20) + 1), file: "f")) == [
        "1  yaml.tooLarge"
      ])
    #expect(problems("a: &a [x]\nb: [*a, *a]\n") == ["1  yaml.alias"])
    #expect(
      shown(QuestionnaireFile.load(bytes: try ModelTestFiles.model(), file: "f")).first == "3 name yaml.unknownKey")
  }

  @Test func everyProblemHasWordsInBothLanguages() {
    for key in YAMLProblem.allKeys {
      for language in Language.allCases { #expect(Words(language).has(key), "\(key)") }
    }
    for fault in Self.faults where !fault.problem.isEmpty {
      let text = Self.complete.replacingOccurrences(of: fault.old, with: fault.new)
      guard case .failure(let problems) = load(text) else { continue }
      for problem in problems.problems {
        let words = Words(.dutch)(problem.key, problem.parameters)
        #expect(!words.contains("{"), "\(words)")
      }
    }
  }

  @Test func randomChangesToAQuestionnaireNeverEndTheProgram() throws {
    let builtIn = try ModelTestFiles.bytes("Sources/CEmbedded/data/questionnaire.yaml")
    for seed in 1...modelTrials {
      var random = CSVSeed(seed)
      let isShort = Int.random(in: 0..<4, using: &random) > 0
      let bytes = mutated(isShort ? Array(Self.complete.utf8) : builtIn, &random)
      switch QuestionnaireFile.load(bytes: bytes, file: "own.yaml") {
      case .success(let questionnaire):
        #expect(Set(questionnaire.questions.map(\.id)).count == questionnaire.questions.count, "seed \(seed)")
        let text = QuestionnairePlainForm.encode(questionnaire)
        #expect(QuestionnairePlainForm.decode(text) == questionnaire, "seed \(seed)")
        _ = ScanOutcome(AnswerSheet(["A1": .level(1), "B1": .yesNo(false)]), of: questionnaire)
      case .failure(let problems):
        let lines = problems.problems.map(\.line)
        let count = bytes.count { $0 == 0x0A || $0 == 0x0D } + 2
        #expect(!lines.isEmpty && lines == lines.sorted(), "seed \(seed)")
        #expect(lines.allSatisfy { $0 >= 1 && $0 <= count }, "seed \(seed)")
        for problem in problems.problems {
          #expect(YAMLProblem.allKeys.contains(problem.key), "seed \(seed): \(problem.key)")
        }
      }
    }
  }
}
