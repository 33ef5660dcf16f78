import Testing
import WerkendLeren

@Suite("Answers to a questionnaire")
struct SheetReadingTests {
  private static func both(_ text: String) -> Bilingual { Bilingual(dutch: text, english: text) }

  /// Two sections: whether there is a dog, which one and how many; and whether hours fit.
  private static let questionnaire = Questionnaire(
    version: "1",
    sections: [
      QuestionSection(
        id: "A", title: both("A"),
        questions: [
          Question(id: "A1", kind: .yesno, text: both("dog?"), required: true),
          Question(
            id: "A2", kind: .text, text: both("name?"), required: true, condition: .equals("A1", "yes")),
          Question(id: "A3", kind: .text, text: both("kind?"), condition: .answered("A2")),
        ]),
      QuestionSection(
        id: "B", title: both("B"),
        questions: [
          Question(id: "B1", kind: .number, text: both("hours?"), required: true, minimum: 1, maximum: 40),
          Question(
            id: "B2", kind: .number, text: both("of these?"), required: true, maximum: 40,
            check: QuestionCheck(.compares(.question("B2"), .atMost, .question("B1")), message: both("too many"))),
          Question(id: "B3", kind: .yesno, text: both("true?"), required: true, mustBe: "yes"),
        ]),
    ], advice: [])

  private func reading(_ answers: [QuestionID: Answer]) -> SheetReading {
    SheetReading(AnswerSheet(answers), of: Self.questionnaire)
  }

  @Test("a hidden question keeps its answer and counts as unanswered, in conditions too")
  func hidden() {
    var sheet = AnswerSheet(["A1": .yesNo(true), "A2": .text("Fikkie"), "A3": .text("teckel")])
    #expect(SheetReading(sheet, of: Self.questionnaire).answer("A3") == .text("teckel"))
    sheet["A1"] = .yesNo(false)
    let hidden = SheetReading(sheet, of: Self.questionnaire)
    #expect(!hidden.isShown("A2") && !hidden.isShown("A3"))
    #expect(hidden.answer("A2") == nil && sheet["A2"] == .text("Fikkie"))
    #expect(hidden.shownCount == 4 && hidden.answeredCount == 1)
    sheet["A1"] = .yesNo(true)
    #expect(SheetReading(sheet, of: Self.questionnaire).answer("A3") == .text("teckel"))
  }

  @Test("progress counts the questions that are shown now, required or not")
  func progress() {
    let sections = reading(["A1": .yesNo(true), "A2": .text("Fikkie"), "B3": .yesNo(true)]).sections
    #expect(sections.map(\.id) == ["A", "B"])
    #expect(sections.map { [$0.shown, $0.answered, $0.missing] } == [[3, 2, 0], [3, 1, 2]])
    #expect(sections[0].isDone && !sections[1].isDone)
    #expect(!reading([:]).sections[0].isDone)
  }

  @Test("next goes to the first open question, after the present one and round again")
  func next() {
    let some = reading(["A1": .yesNo(true), "B2": .number(3)])
    #expect(some.nextOpen() == "A2")
    // A3 is hidden while A2 is open.
    #expect(some.nextOpen(after: "A2") == "B1")
    #expect(some.nextOpen(after: "B1") == "B3")
    #expect(some.nextOpen(after: "B3") == "A2")
    let all = reading([
      "A1": .yesNo(false), "B1": .number(3), "B2": .number(3), "B3": .yesNo(true),
    ])
    #expect(all.nextOpen() == nil && all.maySubmit)
  }

  @Test("what stands in the way of submitting is told in the order of the questions")
  func problems() {
    let found = reading([
      "A1": .yesNo(true), "B1": .number(3), "B2": .number(4), "B3": .yesNo(false),
    ]).problems
    #expect(found.map(\.question) == ["A2", "B2", "B3"])
    #expect(found.map(\.problem.kind) == [.missing, .check, .mustBe])
    #expect(found[1].problem.message == Self.both("too many"))
    #expect(reading(["B1": .number(99)]).problem(at: "B1")?.kind == .outOfRange)
    #expect(reading(["B1": .number(99)]).missing == ["A1", "B1", "B2", "B3"])
  }

  @Test("an answer is checked before it is given")
  func before() {
    let some = reading(["B1": .number(3)])
    #expect(some.problem(with: .number(4), at: "B2")?.kind == .check)
    #expect(some.problem(with: .number(3), at: "B2") == nil)
    #expect(some.problem(with: .number(-1), at: "B2")?.details == ["text": "-1", "first": "0", "last": "40"])
    #expect(some.problem(with: .text("3"), at: "B2")?.kind == .wrongKind)
    // Nothing is compared with a number that is not there.
    #expect(reading([:]).problem(with: .number(40), at: "B2") == nil)
  }

  @Test("an answer that says nothing is none")
  func empty() {
    var sheet = AnswerSheet(["A2": .text(" \n"), "A3": .text("x")])
    #expect(sheet["A2"] == nil)
    sheet["A3"] = .text("")
    #expect(sheet == AnswerSheet())
  }

  @Test(
    "mail addresses, phone numbers and web addresses are known by their form",
    arguments: [
      (QuestionKind.email, "a@b.nl", true), (.email, "jan.de-vries+x@mail.hogeschool.nl", true), (.email, "a@b", false),
      (.email, "a b@c.nl", false), (.email, "a@@b.nl", false), (.email, "@b.nl", false), (.email, "a@.nl", false),
      (.email, "zoë@café.nl", true), (.phone, "06-12345678", true), (.phone, "+31 (0)30 123 45 67", true),
      (.phone, "112", true), (.phone, "11", false), (.phone, "06 abc", false), (.phone, "0+31", false),
      (.phone, "123456789012345678901", false), (.url, "www.hogeschool.nl", true),
      (.url, "https://hogeschool.nl:8080/a?b=c#d", true), (.url, "HTTP://a.nl", true), (.url, "hogeschool", false),
      (.url, "ftp://a.nl", false), (.url, "a .nl", false), (.url, "https://", false), (.url, "a.nl:x", false),
    ])
  func forms(_ kind: QuestionKind, _ text: String, _ isRight: Bool) {
    let question = Question(id: "A", kind: kind, text: Self.both("?"))
    #expect((question.problem(with: .text(text)) == nil) == isRight)
  }

  @Test("texts have limits that count characters, and a number of so many digits is one")
  func texts() {
    let line = Question(id: "A", kind: .text, text: Self.both("?"))
    #expect(line.problem(with: .text(String(repeating: "👩‍👩‍👧", count: 200))) == nil)
    #expect(
      line.problem(with: .text(String(repeating: "é", count: 201)))?.details == ["limit": "200", "found": "201"])
    let prose = Question(id: "A", kind: .prose, text: Self.both("?"))
    #expect(prose.problem(with: .text(String(repeating: "a", count: 20_000))) == nil)
    #expect(prose.problem(with: .text(String(repeating: "a", count: 20_001)))?.kind == .tooLong)
    let digits = Question(id: "A", kind: .text, text: Self.both("?"), digits: 8)
    #expect(digits.problem(with: .text("12 34 56 78")) == nil)
    #expect(digits.problem(with: .text("1234567"))?.kind == .wantsDigits)
    #expect(digits.problem(with: .text("1234567٨"))?.kind == .wantsDigits)
  }

  @Test("a person has a name, and mail and phone in their forms")
  func persons() {
    let question = Question(id: "A", kind: .person, text: Self.both("?"))
    #expect(question.problem(with: .person(PersonAnswer(name: "Ada"))) == nil)
    #expect(question.problem(with: .person(PersonAnswer(name: " ", mail: "a@b.nl")))?.kind == .noName)
    #expect(question.problem(with: .person(PersonAnswer(name: "Ada", mail: "a")))?.kind == .badMail)
    #expect(question.problem(with: .person(PersonAnswer(name: "Ada", phone: "x")))?.kind == .badPhone)
  }
}
