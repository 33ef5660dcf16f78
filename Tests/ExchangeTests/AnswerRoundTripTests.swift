import Foundation
import Language
import Testing
import WerkendLeren

@testable import Exchange

/// What is written as JSON and as YAML is read back as it was, whatever people wrote.
struct AnswerRoundTripTests {
  private static let pieces = [
    "a", "é", "e\u{301}", "ß", " ", "  ", "\n", "\n\n", "\n  ", "\n- ", "\n# ", ": ", " #", "'", "\"", "\\", "\\n",
    "\\u0041",
    "{", "}", "[", "]", ",", "&a", "*a", "&", "*", "|", ">", "|-", "%", "@", "`", "---", "...", "!", "!!str", "?", "- ",
    "~",
    "null", "yes", "no", "true", "0123", "1e3", "0x1F", ".5", "1_000", "2026-11-23", "=cmd", "<b>", "&amp;", "👩‍👩‍👧",
    "🇳🇱", "漢字", "العربية", "\u{200D}", "\u{200C}x", "\u{2028}", "\u{85}", "\u{FEFF}", "\u{FFFE}", "\u{E000}", "\t",
    "\r\n", "\0",
    "\u{1B}[31m", "\u{202E}", "a\u{300}\u{301}\u{302}",
  ]

  /// A text as it stands in the store: what the one door lets through.
  private func text(_ kind: QuestionKind, _ random: inout CSVSeed) -> String {
    switch Int.random(in: 0..<12, using: &random) {
    case 0:
      return ["yes", "no", "null", "~", "true", "-", "?", ":", "&a", "*a", "0", "007", "''"].randomElement(
        using: &random) ?? ""
    case 1 where kind == .prose:
      let line = (0..<40).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
      return AnswerText.clean(String(String(repeating: line + "woord ", count: 400).prefix(20_000)), for: kind)
    default: break
    }
    let made = (0..<Int.random(in: 0...20, using: &random)).map { _ in
      Self.pieces.randomElement(using: &random) ?? ""
    }.joined()
    return AnswerText.clean(made, for: kind)
  }

  private func answer(to question: Question, _ random: inout CSVSeed) -> Answer? {
    switch question.kind {
    case .yesno: return .yesNo(Bool.random(using: &random))
    case .one: return question.options.randomElement(using: &random).map { .one($0.id) }
    case .several:
      let chosen = question.options.filter { !$0.excludesOthers && Bool.random(using: &random) }.map(\.id)
      return chosen.isEmpty ? nil : .several(chosen)
    case .level: return .level(Int.random(in: 1...4, using: &random))
    case .number: return .number(Int.random(in: question.minimum...question.maximum, using: &random))
    case .date: return .date(Day(number: Int.random(in: -7_000...84_000, using: &random)))
    case .person:
      return .person(
        PersonAnswer(
          name: text(.text, &random), function: text(.text, &random),
          mail: Bool.random(using: &random) ? "" : "jan@vandijk.example",
          phone: Bool.random(using: &random) ? "" : "+31 6 12"))
    case .text, .prose, .email, .phone, .url: return .text(text(question.kind, &random))
    }
  }

  private func sheet(of questionnaire: Questionnaire, _ random: inout CSVSeed) -> AnswerSheet {
    var sheet = AnswerSheet()
    for question in questionnaire.questions where Int.random(in: 0..<4, using: &random) > 0 {
      guard let answer = answer(to: question, &random), question.problem(with: answer) == nil else { continue }
      sheet[question.id] = answer
    }
    // A check between answers would refuse them.
    if SheetReading(sheet, of: questionnaire).problem(at: "F2") != nil { sheet["F2"] = nil }
    return sheet
  }

  private func isSame(_ one: AnswerSheet, _ other: AnswerSheet) -> Bool {
    // By their bytes: texts that look alike are equal to Swift.
    one == other
      && one.answers.allSatisfy { id, answer in
        guard case .text(let text) = answer, case .text(let back) = other[id] else { return true }
        return text.utf8.elementsEqual(back.utf8)
      }
  }

  @Test func whateverIsWrittenIsReadBack() throws {
    let questionnaire = BuiltInQuestionnaire.load()
    for seed in 1...max(60, modelTrials / 10) {
      var random = CSVSeed(seed)
      let sheet = sheet(of: questionnaire, &random)
      let language: Language = Bool.random(using: &random) ? .dutch : .english
      let files = [
        AnswerFile.json(sheet, of: questionnaire),
        AnswerFile.yaml(sheet, of: questionnaire, words: Words(language)),
      ]
      for text in files {
        switch AnswerFile.load(bytes: Array(text.utf8), file: "f", questionnaire: questionnaire) {
        case .success(let back):
          #expect(back.version == questionnaire.version, "seed \(seed)")
          #expect(isSame(back.sheet, sheet), "seed \(seed)")
        case .failure(let problems): Issue.record("seed \(seed): \(shown(Result<Int, YAMLProblems>.failure(problems)))")
        }
      }
      // Another reader sees the same JSON.
      let object = try JSONSerialization.jsonObject(with: Data(files[0].utf8)) as? [String: Any]
      #expect(object?.count == sheet.answers.count + 1, "seed \(seed)")
      for (id, answer) in sheet.answers {
        if case .text(let text) = answer { #expect(object?[id.text] as? String == text, "seed \(seed)") }
      }
    }
  }

  @Test func theDoorLetsThroughTwiceWhatItLetThroughOnce() {
    for seed in 1...modelTrials {
      var random = CSVSeed(seed)
      let cleaned = text(.prose, &random)
      #expect(AnswerText.clean(cleaned, for: .prose).utf8.elementsEqual(cleaned.utf8), "seed \(seed)")
    }
  }

  @Test func anEmptyScanIsAFormToFillIn() throws {
    let questionnaire = BuiltInQuestionnaire.load()
    let form = AnswerFile.yaml(AnswerSheet(), of: questionnaire, words: Words(.dutch))
    let lines = form.split(separator: "\n").map(String.init)
    for question in questionnaire.questions { #expect(lines.contains("\(question.id):"), "\(question.id)") }
    #expect(lines.contains("# B2. Hoe goed past het werk bij het vakgebied van de opleiding? (verplicht)"))
    #expect(lines.contains("#   2: een deel van de taken hoort bij het vak"))
    #expect(lines.contains("#   collective_agreement: cao"))
    #expect(lines.contains("# alleen als: answered(E3) and not E3 contains none"))
    let read = try AnswerFile.load(bytes: Array(form.utf8), file: "f", questionnaire: questionnaire).get()
    #expect(read == AnswerFile(version: questionnaire.version, sheet: AnswerSheet()))
  }

  @Test func severalLinesStandBelowTheirKeyWhereTheyStayWhatTheyAre() {
    let questionnaire = BuiltInQuestionnaire.load()
    func written(_ text: String) -> Substring {
      let form = AnswerFile.yaml(AnswerSheet(["G5": .text(text)]), of: questionnaire, words: Words(.english))
      guard let start = form.range(of: "\nG5:") else { return "" }
      return form[start.upperBound...].prefix { $0 != "#" }
    }
    #expect(written("Een\n\n  twee: 'drie'") == " |-\n  Een\n\n    twee: 'drie'\n\n")
    #expect(written("Een \"twee\"") == " \"Een \\\"twee\\\"\"\n\n")
    #expect(written("R&D, a & b") == " \"R&D, a & b\"\n\n")
    #expect(written("zie &a\nof *a") == " \"zie \\u0026a\\nof \\u002aa\"\n\n")
  }

  @Test func randomChangesToAnswersNeverEndTheProgram() {
    let questionnaire = BuiltInQuestionnaire.load()
    for seed in 1...modelTrials {
      var random = CSVSeed(seed)
      let isJSON = Bool.random(using: &random)
      let sheet = AnswerSheet([
        "A1": .text("x: 'y'"), "A5": .text("een\ntwee"), "A6": .person(PersonAnswer(name: "Jan", mail: "a@b.nl")),
        "B2": .level(3), "E3": .several(["machines", "other"]), "F1": .number(30), "C1": .yesNo(false),
      ])
      let text =
        isJSON
        ? AnswerFile.json(sheet, of: questionnaire) : AnswerFile.yaml(sheet, of: questionnaire, words: Words(.dutch))
      let bytes = mutated(Array(text.utf8), &random)
      let file = isJSON ? "f.json" : "f"
      switch AnswerFile.load(bytes: bytes, file: file, questionnaire: questionnaire) {
      case .success(let read): _ = ScanOutcome(read.sheet, of: questionnaire)
      case .failure(let problems):
        let count = bytes.count { $0 == 0x0A || $0 == 0x0D } + 2
        #expect(problems.problems.allSatisfy { $0.line >= 1 && $0.line <= count }, "seed \(seed)")
        #expect(problems.problems.allSatisfy { YAMLProblem.allKeys.contains($0.key) }, "seed \(seed)")
      }
    }
  }
}
