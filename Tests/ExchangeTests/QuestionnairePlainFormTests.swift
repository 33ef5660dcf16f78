import Language
import Testing
import WerkendLeren

@testable import Exchange

/// The plain form of a questionnaire: what is written is read back, and nothing else is read.
struct QuestionnairePlainFormTests {
  private func both(_ random: inout CSVSeed) -> Bilingual {
    Bilingual(dutch: troubleText(using: &random), english: troubleText(using: &random))
  }

  private func maybe<Value>(_ random: inout CSVSeed, _ make: (inout CSVSeed) -> Value) -> Value? {
    Bool.random(using: &random) ? make(&random) : nil
  }

  private func number(_ random: inout CSVSeed) -> Int { Int.random(in: -5...5, using: &random) }

  private func condition(_ random: inout CSVSeed) -> QuestionCondition {
    let all: [QuestionCondition] = [
      .equals("A1", "yes"), .not(.contains("A2", "x")),
      .all([.answered("A1"), .any([.equals("B", "2"), .compares(.question("B"), .less, .number(-3))])]),
    ]
    return all.randomElement(using: &random) ?? .answered("A")
  }

  private func question(_ random: inout CSVSeed) -> Question {
    Question(
      id: QuestionID(troubleText(using: &random)), kind: QuestionKind.allCases.randomElement(using: &random) ?? .text,
      text: both(&random), help: maybe(&random, both), required: Bool.random(using: &random),
      condition: maybe(&random, condition),
      options: (0..<Int.random(in: 0...3, using: &random)).map { _ in
        QuestionOption(
          id: troubleText(using: &random), text: both(&random), excludesOthers: Bool.random(using: &random))
      }, levels: (0..<Int.random(in: 0...4, using: &random)).map { _ in both(&random) }, weight: number(&random),
      knockout: maybe(&random) { troubleText(using: &$0) }, minimum: number(&random), maximum: number(&random),
      unit: maybe(&random, both), digits: maybe(&random, number), mustBe: maybe(&random) { troubleText(using: &$0) },
      check: maybe(&random) { QuestionCheck(condition(&$0), message: both(&$0)) },
      informs: (0..<Int.random(in: 0...2, using: &random)).map { _ in DutyID(troubleText(using: &random)) },
      action: maybe(&random, both))
  }

  private func questionnaire(_ random: inout CSVSeed) -> Questionnaire {
    let sections = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      QuestionSection(
        id: troubleText(using: &random), title: both(&random),
        informs: (0..<Int.random(in: 0...2, using: &random)).map { _ in DutyID(troubleText(using: &random)) },
        questions: (0..<Int.random(in: 0...4, using: &random)).map { _ in question(&random) })
    }
    let rules: [AdviceRule] = [
      .knockout, .sectionBelow(33), .level(1), .answers(name: troubleText(using: &random), condition(&random)),
    ]
    let advice = ScanDecision.allCases.filter { _ in Bool.random(using: &random) }.map { decision in
      AdviceRow(decision, rules.filter { _ in Bool.random(using: &random) })
    }
    return Questionnaire(version: troubleText(using: &random), sections: sections, advice: advice)
  }

  @Test func anyQuestionnaireIsReadBackAsWritten() {
    for seed in 1...modelTrials {
      var random = CSVSeed(seed)
      let made = questionnaire(&random)
      let text = QuestionnairePlainForm.encode(made)
      guard let back = QuestionnairePlainForm.decode(text) else {
        Issue.record("seed \(seed): not read")
        continue
      }
      #expect(QuestionnairePlainForm.encode(back).utf8.elementsEqual(text.utf8), "seed \(seed)")
      #expect(back == made, "seed \(seed)")
    }
  }

  @Test func whatWasCutOrChangedIsNoQuestionnaireOrAnotherOne() {
    let bytes = Array(QuestionnairePlainForm.encode(BuiltInQuestionnaire.load()).utf8)
    for seed in 1...modelTrials {
      var random = CSVSeed(seed)
      var changed = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
      if !changed.isEmpty, Bool.random(using: &random) {
        changed[Int.random(in: 0..<changed.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      let read = QuestionnairePlainForm.decode(String(decoding: changed, as: UTF8.self))
      if changed.last != 0x0A { #expect(read == nil, "seed \(seed)") }
    }
  }

  @Test(arguments: [
    "", "drieluik-questionnaire 1\n", "drieluik-questionnaire 2\nversion x\n", "drieluik-model 1\nversion x\n",
    "drieluik-questionnaire 1\nversion x\nquestion A1\nkind text\n",
    "drieluik-questionnaire 1\nversion x\nsection A\nquestion A1\n",
    "drieluik-questionnaire 1\nversion x\nsection A\nquestion A1\nkind wish\n",
    "drieluik-questionnaire 1\nversion x\nsection A\nquestion A1\nkind text\nif A is\n",
    "drieluik-questionnaire 1\nversion x\nsection A\nquestion A1\nkind text\noption_nl x\n",
    "drieluik-questionnaire 1\nversion x\nadvice fine\n",
    "drieluik-questionnaire 1\nversion x\nadvice suitable\nrule_answers B\n",
    "drieluik-questionnaire 1\nversion x\nadvice suitable\nsection A\n",
  ])
  func otherTextIsNoQuestionnaire(_ text: String) { #expect(QuestionnairePlainForm.decode(text) == nil) }
}
