import Language
import Testing
import WerkendLeren

@testable import Dashboards

/// A scan in memory with a person who types lines.
private final class TalkDoor: ScanTalkDoor {
  typealias Trouble = Never

  let questionnaire: Questionnaire
  var records: ScanRecords
  var lines: [String]
  var said: [String] = []
  /// How often the store fails before it writes.
  var failures = 0
  /// Answers that another person gives meanwhile, before the next one is saved.
  var theirs: [QuestionID: Answer] = [:]
  var kept: [String] = []
  /// What was called saved, by question; nil was taken away.
  private(set) var acknowledged: [QuestionID: Answer?] = [:]
  private var remembered: QuestionID?
  private var changed: [QuestionID: Int64] = [:]
  private var number: Int64 = 1

  init(_ questionnaire: Questionnaire = BuiltInQuestionnaire.load(), _ lines: [String] = []) {
    self.questionnaire = questionnaire
    self.lines = lines
    let scan = Scan(id: 1, workplace: 2, questionnaire: 3, begunOn: Self.today)
    records = ScanRecords(scan: scan, workplace: Workplace(id: 2, employer: 4, name: "Werkplaats"))
  }

  static let today = Day(year: 2026, month: 11, day: 23) ?? Day(number: 0)

  func load() -> TalkScan { TalkScan(records: records, questionnaire: questionnaire, seen: number) }

  func perform(_ step: ScanStep, seen: Int64) -> TalkResult {
    if failures > 0 {
      failures -= 1
      return .failed("De schijf is vol.")
    }
    if !theirs.isEmpty {
      take(.answer(theirs.mapValues { .some($0) }))
      for question in theirs.keys { changed[question] = number }
      theirs = [:]
    }
    if case .answer(let answers) = step, answers.keys.contains(where: { changed[$0].map { $0 > seen } ?? false }) {
      return .conflict(by: "Noor Bakker")
    }
    if let refusal = take(step) { return .refused(refusal) }
    if case .answer(let answers) = step { acknowledged.merge(answers) { $1 } }
    return .saved(moment: "2026-11-23T14:03:00+01:00")
  }

  @discardableResult
  private func take(_ step: ScanStep) -> Refusal? {
    number += 1
    let context = ScanContext(
      questionnaire: questionnaire, viewer: .school(name: "Noor"), today: Self.today,
      moment: "2026-11-23T14:03:00+01:00", nextRow: number * 1000)
    switch decideScan(step, on: records, context: context) {
    case .failure(let refusal): return refusal
    case .success(let decision):
      records = decision.records
      return nil
    }
  }

  func keep(_ text: String) -> String {
    kept.append(text)
    return "bestand"
  }

  func outcome(_ records: ScanRecords, _ questionnaire: Questionnaire) -> [String] { ["uitkomst"] }
  func place() -> QuestionID? { remembered }
  func keep(place: QuestionID) { remembered = place }

  func read(_ prompt: String) -> String? { lines.isEmpty ? nil : lines.removeFirst() }

  func say(_ lines: [String]) { said += lines }

  /// Talks with these lines and gives how it ended.
  @discardableResult
  func talk(_ lines: [String], language: Language = .dutch) -> TalkEnding {
    self.lines = lines
    said = []
    var talk = ScanTalk(self, words: Words(language), today: Self.today, model: BuiltInModel.load())
    return talk.run()
  }
}

@Suite("The scan as questions and answers")
struct ScanTalkTests {
  /// What can be typed at a question.
  private static func line(for question: Question, using random: inout SeededGenerator) -> [String] {
    switch question.kind {
    case .yesno: return [["ja", "nee", "Yes", "n", "misschien"].randomElement(using: &random) ?? "ja"]
    case .one: return [String(Int.random(in: 0...question.options.count + 1, using: &random))]
    case .several:
      return [
        (0..<Int.random(in: 1...4, using: &random)).map { _ in
          String(Int.random(in: 0...question.options.count, using: &random))
        }.joined(separator: Bool.random(using: &random) ? "," : " ")
      ]
    case .level: return [String(Int.random(in: 0...5, using: &random))]
    case .number: return [String(Int.random(in: -2...60, using: &random))]
    case .date: return [["1-9-2027", "2026-13-01", "gisteren", "x"].randomElement(using: &random) ?? "x"]
    case .person:
      return ["Ada", "", ["ada@x.nl", "geen mail", ""].randomElement(using: &random) ?? "", ""]
    case .prose: return ["een", "", "twee", "."]
    case .text, .email, .phone, .url: return [["tekst", "12345678", " stop"].randomElement(using: &random) ?? ""]
    }
  }

  /// A questionnaire with questions of any kind, some of which are shown only after a yes.
  private static func questionnaire(using random: inout SeededGenerator) -> Questionnaire {
    let both = Bilingual(dutch: "vraag", english: "question")
    var gates: [QuestionID] = []
    let sections = ["A", "B", "C", "E"].map { letter in
      QuestionSection(
        id: letter, title: both,
        questions: (1...Int.random(in: 1...9, using: &random)).map { number in
          let kind = QuestionKind.allCases.randomElement(using: &random) ?? .text
          var question = Question(id: QuestionID("\(letter)\(number)"), kind: kind, text: both)
          question.required = Bool.random(using: &random)
          question.maximum = 50
          question.levels = kind == .level ? Array(repeating: both, count: 4) : []
          if kind == .one || kind == .several {
            question.options = ["a", "b", "c"].map { .init(id: $0, text: both, excludesOthers: $0 == "a") }
          }
          question.condition = Bool.random(using: &random) ? gates.last.map { .equals($0, "yes") } : nil
          if kind == .yesno { gates.append(question.id) }
          return question
        })
    }
    return Questionnaire(
      version: "random", sections: sections, advice: [AdviceRow(.notYetSuitable, [.knockout, .sectionBelow(33)])])
  }

  @Test("whatever is typed, it neither ends in a crash nor loses or invents an answer", arguments: 0..<40)
  func anything(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let door = seed % 2 == 0 ? TalkDoor() : TalkDoor(Self.questionnaire(using: &random))
    let orders = [
      "?", "terug", "verder", "lijst", "naar C4", "naar E", "toon", "uitkomst", "inleveren", "erbij", "wis", "", "1",
      ".", "ja", "\u{1B}[2J", "é\u{301}",
    ]
    var lines: [String] = []
    for _ in 0..<300 {
      if Int.random(in: 0..<3, using: &random) == 0 {
        lines.append(orders.randomElement(using: &random) ?? "")
      } else if let question = door.questionnaire.questions.randomElement(using: &random) {
        lines += ["naar \(question.id)"] + Self.line(for: question, using: &random)
      }
    }
    let ending = door.talk(lines)
    #expect([.left, .submitted].contains(ending), "seed \(seed)")
    // Every stored answer can stand by itself, and each that was called saved was written.
    for (id, answer) in door.records.sheet.answers {
      #expect(door.questionnaire[id]?.problem(with: answer) == nil, "seed \(seed), \(id)")
    }
    #expect(
      door.records.sheet == AnswerSheet(door.acknowledged.compactMapValues { $0 }), "seed \(seed): not what was saved")
    let saved = door.said.count { $0.hasPrefix("Bewaard") }
    #expect(saved >= door.records.answers.count, "seed \(seed)")
    #expect(door.said.allSatisfy { !$0.hasPrefix("[talk.") }, "seed \(seed)")
  }

  @Test("the same answers in any order come to the same outcome", arguments: 0..<10)
  func anyOrder(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let questionnaire = BuiltInQuestionnaire.load()
    // First those on which others hang, so that each question is shown when it is its turn.
    let gates = ["C1", "C7", "D4", "E1", "F3", "F5"].map { QuestionID($0) }
    var answers: [(QuestionID, [String])] = []
    for question in questionnaire.questions where question.kind == .level || question.kind == .yesno {
      let given = question.kind == .level ? String(Int.random(in: 1...4, using: &random)) : "ja"
      answers.append((question.id, [given]))
    }
    answers += [("C5", ["60"]), ("C8", ["1"]), ("E3", ["2"])]
    var outcomes: Set<ScanOutcome> = []
    for _ in 0..<4 {
      let door = TalkDoor()
      let first = answers.filter { gates.contains($0.0) || $0.0 == "E3" }.shuffled(using: &random)
      let rest = answers.filter { !gates.contains($0.0) && $0.0 != "E3" }.shuffled(using: &random)
      door.talk((first.sorted { $0.0 < $1.0 } + rest).flatMap { ["naar \($0.0)"] + $0.1 })
      #expect(door.records.answers.count == answers.count, "seed \(seed)")
      outcomes.insert(door.records.outcome(questionnaire))
    }
    #expect(outcomes.count == 1 && outcomes.first?.advice != nil, "seed \(seed)")
  }

  @Test("a store that cannot write is tried again, and what was typed goes to a file")
  func failing() {
    let door = TalkDoor()
    door.failures = 2
    door.talk(["Van Dijk", "", "", "stop"])
    #expect(door.records.sheet["A1"] == .text("Van Dijk"))
    #expect(door.said.count { $0 == "De schijf is vol." } == 2)
    door.failures = 9
    #expect(door.talk(["naar A3", "Kade 1", "stop"]) == .left)
    #expect(door.records.sheet["A3"] == nil && door.kept == ["Kade 1"])
  }

  @Test("two people: both answers are shown, and the person chooses")
  func conflict() {
    for (choice, kept) in [("1", "Dijk en zoon"), ("", "Van Dijk")] {
      let door = TalkDoor()
      door.theirs = ["A1": .text("Van Dijk")]
      door.talk(["Dijk en zoon", choice, "stop"])
      #expect(door.said.contains("Noor Bakker heeft dit intussen ook veranderd."))
      #expect(door.said.contains("Daar staat nu: Van Dijk") && door.said.contains("U typte: Dijk en zoon"))
      #expect(door.records.sheet["A1"] == .text(kept))
    }
    // The same answer of both is no conflict.
    let door = TalkDoor()
    door.theirs = ["A1": .text("Van Dijk")]
    door.talk(["Van Dijk", "stop"])
    #expect(!door.said.contains { $0.contains("intussen") })
  }

  @Test("options that read as numbers get letters, so that no number means two things")
  func labels() {
    let texts = ["0", "1", "2"].map { Bilingual(dutch: $0, english: $0) }
    let question = Question(
      id: "A1", kind: .one, text: texts[0], options: zip(["zero", "one", "two"], texts).map { .init(id: $0, text: $1) })
    let choices = TalkChoices(question)
    #expect(choices.lines(Words(.dutch)) == ["  a. 0", "  b. 1", "  c. 2"])
    #expect(choices.answer("b", today: TalkDoor.today) == .success(.one("one")))
    #expect(choices.answer("1", today: TalkDoor.today) == .success(.one("one")))
    #expect(choices.answer("0", today: TalkDoor.today) == .success(.one("zero")))
  }

  @Test("a person part by part, back and forth")
  func person() {
    let door = TalkDoor()
    door.talk([
      "naar A6", "Jan", "directeur", "geen mail", "jan@vandijk.nl", "terug", "j@vandijk.nl", "06-12345678", "stop",
    ])
    #expect(
      door.records.sheet["A6"]
        == .person(PersonAnswer(name: "Jan", function: "directeur", mail: "j@vandijk.nl", phone: "06-12345678")))
    door.talk(["naar A6", "", "wis", "stop"])
    #expect(door.records.sheet["A6"] == .person(PersonAnswer(name: "Jan", mail: "j@vandijk.nl", phone: "06-12345678")))
    door.talk(["naar A6", "wis", "stop"])
    #expect(door.records.sheet["A6"] == nil)
  }

  @Test("a text of several lines: an empty line in it, a full stop of its own, more added, the end of the input")
  func prose() {
    let door = TalkDoor()
    door.talk(["naar A5", "een", "", "..", "stop", ".", "naar A5", "erbij", "nog een", ".", "stop"])
    #expect(door.records.sheet["A5"] == .text("een\n\n.\nstop\nnog een"))
    #expect(door.talk(["naar B1", "half", "werk"]) == .left)
    #expect(door.records.sheet["B1"] == .text("half\nwerk"))
  }

  @Test("every word and sentence is there in English, too")
  func english() {
    let door = TalkDoor()
    let ending = door.talk(
      ["?", "list", "go F2", "50", "go F1", "8", "go F2", "20", "", "submit", "2", "stop"], language: .english)
    #expect(ending == .left)
    #expect(door.said.contains { $0.hasPrefix("You cannot hand in yet.") })
    #expect(door.said.allSatisfy { !$0.contains("[") && !$0.contains("{") })
  }
}
