import Foundation
import Language
import Testing
import WerkendLeren

@testable import Exchange

/// Files of answers: what is read, what is refused, and that what is written is read back.
struct AnswerFileTests {
  static let questionnaire = BuiltInQuestionnaire.load()

  private func load(_ text: String, _ file: String = "answers") -> Result<AnswerFile, YAMLProblems> {
    AnswerFile.load(bytes: Array(text.utf8), file: file, questionnaire: Self.questionnaire, language: .english)
  }
  private func sheet(_ text: String) throws -> AnswerSheet { try load(text).get().sheet }

  @Test func theExampleOfTheIssueIsRead() throws {
    let sheet = try sheet("{B2: 3, C1: true, C8: ja, E3: [machines]}")
    #expect(
      sheet.answers == ["B2": .level(3), "C1": .yesNo(true), "C8": .one("fully"), "E3": .several(["machines"])])
  }

  @Test func eachKindIsReadFromYAMLAndFromJSON() throws {
    let yaml = """
      version: "2026-11"
      A1: Van Dijk Techniek
      A2: 01234567
      A4: 10–49
      A5: |
        Wij maken
          installaties.
      A6: {naam: Jan van Dijk, functie: eigenaar, mail: jan@vandijk.example, telefoon: 06-12345678}
      A7: 2
      B2: 4
      B6: Nee
      C2: Sanne Mol
      E2: 1-9-2025
      E3: [tillen, Night work, machines, tillen]
      """
    let json = #"""
      {"version": "2026-11", "A1": "Van Dijk Techniek", "A2": "01234567", "A4": "10\u201349",
       "A5": "Wij maken\n  installaties.",
       "A6": {"name": "Jan van Dijk", "function": "eigenaar", "mail": "jan@vandijk.example", "phone": "06-12345678"},
       "A7": 2, "A8": null, "B2": 4, "B6": false, "C2": {"name": "Sanne Mol"}, "E2": "2025-09-01",
       "E3": ["lifting", "night_work", "machines"]}
      """#
    let read = try load(yaml).get()
    #expect(read.version == "2026-11")
    #expect(read.sheet["A2"] == .text("01234567") && read.sheet["A5"] == .text("Wij maken\n  installaties."))
    #expect(read.sheet["E2"] == Day(iso: "2025-09-01").map { .date($0) })
    #expect(read.sheet["E3"] == .several(["machines", "lifting", "night_work"]))
    #expect(try load(json).get() == read)
    #expect(try load(json, "answers.json").get() == read)
  }

  /// Answers that cannot be, and what is wrong with them.
  static let faults: [(text: String, problem: String)] = [
    ("A1: x\nB9: 3", "2 B9 answer.unknown"), ("b2: 3", "1 b2 answer.unknown"), ("B2: 0", "1 B2 answer.outOfRange"),
    ("B2: 5", "1 B2 answer.outOfRange"), ("B2: drie", "1 B2 answer.outOfRange"), ("B2: 3.0", "1 B2 answer.outOfRange"),
    ("B2: [3]", "1 B2 answer.wrongKind"), ("B2: {a: 3}", "1 B2 answer.wrongKind"),
    ("C1: soms", "1 C1 answer.wantsYesNo"), ("C1: 1", "1 C1 answer.wantsYesNo"),
    ("C8: true", "1 C8 answer.noSuchOption"), ("A4: 9", "1 A4 answer.noSuchOption"),
    ("E3: []", "1 E3 answer.noOption"), ("E3: [none, machines]", "1 E3 answer.excludesOthers"),
    ("E3:\n- machines\n- tijgers", "3 E3 answer.noSuchOption"), ("E3: [[machines]]", "1 E3 answer.wrongKind"),
    ("A7: -1", "1 A7 answer.outOfRange"), ("A7: 1000", "1 A7 answer.outOfRange"),
    ("A7: 1_0", "1 A7 answer.outOfRange"), ("A7: 0x1F", "1 A7 answer.outOfRange"),
    ("A7: 99999999999999999999", "1 A7 answer.outOfRange"), ("A7: ٣", "1 A7 answer.outOfRange"),
    ("E2: gisteren", "1 E2 answer.wantsDate"), ("E2: 2025-02-29", "1 E2 answer.wantsDate"),
    ("A2: 1234567", "1 A2 answer.wantsDigits"), ("A1: [x]", "1 A1 answer.wrongKind"),
    ("A6: {mail: a@b.nl}", "1 A6.name answer.noName"), ("A6:\n  name: Jan\n  mail: jan", "3 A6.mail answer.badMail"),
    ("A6:\n  name: Jan\n  phone: x", "3 A6.phone answer.badPhone"),
    ("A6: {name: Jan, age: 3}", "1 A6.age yaml.unknownKey"),
    ("A6: {name: Jan, naam: Piet}", "1 A6.naam yaml.duplicateKey"),
    ("A6: {name: [Jan]}", "1 A6.name yaml.wantsText"), ("A6: [Jan]", "1 A6 answer.wrongKind"),
    ("F1: 10\nF2: 12", "2 F2 answer.check"), ("F2: 12\nF1: 10", "1 F2 answer.check"),
    ("A1: a\nA1: b", "2 A1 yaml.duplicateKey"), ("- a", "1  yaml.notARoot"), ("A1: &a x\nA3: *a", "1  yaml.alias"),
    ("A1: \"x", "1  yaml.syntax"), ("A1: x\n---\nA3: y", "2  yaml.documents"),
  ]

  @Test(arguments: faults)
  func anImpossibleAnswerIsNamedWithItsLineAndQuestion(_ text: String, _ expected: String) {
    #expect(shown(load(text)) == [expected])
  }

  /// What is wrong in JSON, by the line where it stands.
  static let jsonFaults: [(text: String, problem: String)] = [
    ("{\"A1\": \"x\",\n \"B2\": 9}", "2 B2 answer.outOfRange"),
    ("{\"B2\": 1,\n\"A1\": \"x\",\n\"B2\": 2}", "3 B2 yaml.duplicateKey"),
    ("{\"A6\": {\"name\": \"a\",\n\"name\": \"b\"}}", "2 A6.name yaml.duplicateKey"),
    ("{\"A1\": \"x\",\n\"B2\": 3,\n}", "3  yaml.syntax"), ("{\"A1\": \"x\"\n\"B2\": 3}", "2  yaml.syntax"),
    ("{\"B2\": 03}", "1 B2 yaml.syntax"), ("{\"B2\": +3}", "1 B2 yaml.syntax"), ("{\"B2\": 3.}", "1 B2 yaml.syntax"),
    ("{\"A7\": 1e400}", "1 A7 answer.outOfRange"), ("{\"A7\": 123456789012345678901234}", "1 A7 answer.outOfRange"),
    ("{\"C1\": True}", "1 C1 yaml.syntax"), ("{B2: 3}", "1  yaml.syntax"), ("{\"A1\": 'x'}", "1 A1 yaml.syntax"),
    ("{\"A1\": \"a\nb\"}", "1 A1 yaml.syntax"), ("{\"A1\": \"\\ud83d\"}", "1 A1 yaml.syntax"),
    ("{\"A1\": \"\\u0000\"}", "1 A1 yaml.control"), ("{\"A1\": \"\\u202E\"}", "1 A1 yaml.control"),
    ("{\"A1\": \"\\x41\"}", "1 A1 yaml.syntax"), ("{\"A1\": \"x\"} {}", "1  yaml.syntax"),
    ("{\"A1\": \"x", "1 A1 yaml.syntax"),
    ("{\r\n\"A1\": \"x\",\r\n\"B2\": 9}", "3 B2 answer.outOfRange"), ("[]", "1  yaml.notARoot"),
    ("{\"A1\": \(String(repeating: "[", count: 50))", "1 A1 yaml.nesting"), ("", "1  yaml.syntax"),
  ]

  @Test(arguments: jsonFaults)
  func whatIsWrongInJSONIsNamedWithItsLine(_ text: String, _ expected: String) {
    #expect(shown(load(text, "answers.json")) == [expected])
  }

  @Test func aFileThatBeginsLikeJSONIsReadAsYAMLWhereItIsNone() throws {
    #expect(try sheet("{\"B2\": 3,\n \"C1\": yes, }").answers == ["B2": .level(3), "C1": .yesNo(true)])
    // Neither: what it was meant to be says what is wrong.
    #expect(shown(load("{\"A1\": \"x\",\n \"B2\": 3")) == ["2  yaml.syntax"])
    #expect(shown(load("{\"A1\": \"\\ud83d\\ude00\\/\"}")) == [])
  }

  @Test func nothingBehindAQuestionIsNoAnswer() throws {
    #expect(try sheet("A1:\nB2:\nC1: ~\nE3: null\nA6:\n  name:\n  mail:\nA4: ''\n") == AnswerSheet())
    #expect(try sheet("{\"A1\": null, \"B2\": null, \"A6\": {}, \"A5\": \"\"}") == AnswerSheet())
    // Where a text is asked for these are texts.
    #expect(try sheet("A1: null\nA3: ~\nA6: Null").answers.count == 3)
    #expect(try load("{}").get() == AnswerFile(version: nil, sheet: AnswerSheet()))
    #expect(shown(load("# nothing\n")) == ["1  yaml.empty"])
  }

  @Test func aCheckSpeaksInItsOwnWords() {
    guard case .failure(let problems) = load("F1: 10\nF2: 12") else {
      Issue.record("accepted")
      return
    }
    let words = problems.problems.map { Words(.english)($0.key, $0.parameters) }
    #expect(words == ["This cannot be more than the hours that the student-employee works a week."])
  }

  @Test func answersOfManyMebibytesAreRead() throws {
    let count = modelTrials > 500 ? 300 : 60
    let prose = String(repeating: "woord & *meer* ", count: 1300)
    let questions = (1...count).map {
      Question(id: QuestionID("P\($0)"), kind: .prose, text: Bilingual(dutch: "v", english: "q"))
    }
    let many = Questionnaire(
      version: "x",
      sections: [QuestionSection(id: "A", title: Bilingual(dutch: "a", english: "a"), questions: questions)],
      advice: [])
    let sheet = AnswerSheet(Dictionary(uniqueKeysWithValues: questions.map { ($0.id, .text(prose + "x")) }))
    for text in [AnswerFile.json(sheet, of: many), AnswerFile.yaml(sheet, of: many, words: Words(.dutch))] {
      let bytes = Array(text.utf8)
      #expect(bytes.count > max(1 << 20, count * 19_000))
      #expect(try AnswerFile.load(bytes: bytes, file: "f", questionnaire: many).get().sheet == sheet)
    }
    let huge = [UInt8](repeating: 0x20, count: (AnswerFile.mebibytes << 20) + 1)
    #expect(shown(AnswerFile.load(bytes: huge, file: "f", questionnaire: many)) == ["1  yaml.tooLarge"])
  }
}
