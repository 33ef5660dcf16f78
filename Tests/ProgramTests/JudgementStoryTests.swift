import Glibc
import Language
import StateStore
import TerminalTesting
import Testing
import WerkendLeren

/// A scan that was handed in, judged in a real terminal by keys alone.
@Suite struct JudgementStoryTests {
  private static let places = [
    FormPlace(columns: 80, rows: 24, language: "nl"), FormPlace(columns: 60, rows: 18, language: "en"),
  ]
  private static let long =
    places + [
      FormPlace(columns: 60, rows: 18, language: "nl"), FormPlace(columns: 80, rows: 24, language: "en"),
    ]

  /// A person at a terminal, with the words of their language.
  private struct Person {
    let words: Words
    let terminal: PseudoTerminal

    init(_ world: World, _ place: FormPlace, as name: String = "Noor Bakker") throws {
      words = Words(place.language == "nl" ? .dutch : .english)
      terminal = try world.start(["--as", name], rows: place.rows, columns: place.columns)
      sees("Amira Lopend")
    }

    /// The screen as one line of words, for texts that are wrapped.
    var said: String { terminal.screenText.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    func sees(_ text: String, _ location: SourceLocation = #_sourceLocation) {
      let found = terminal.wait {
        $0.screenText.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(text)
      }
      #expect(found, "not seen: \(text)\n\(terminal.screenText)", sourceLocation: location)
    }

    /// Sees the beginning of a text of the program, up to its first value.
    func reads(_ key: String, _ location: SourceLocation = #_sourceLocation) {
      sees(String(words(key).prefix { $0 != "{" }).trimmed, location)
    }

    func isOn(_ text: String, _ location: SourceLocation = #_sourceLocation) {
      let found = terminal.wait { $0.row($0.cursor.row).contains(text) }
      #expect(found, "not on: \(text)\n\(terminal.screenText)", sourceLocation: location)
    }

    func types(_ keys: String) { terminal.send(keys) }
    func presses(_ keys: TypedKey...) { for key in keys { terminal.send(key) } }

    func opens(_ student: String) {
      types("/" + student)
      isOn(student)
      types("\r\r")
      let found = terminal.wait { $0.row(0).contains(student) && !$0.row(3).contains("Amira Lopend") }
      #expect(found, "\(terminal.screenText)")
    }

    func opensScan(_ student: String) {
      opens(student)
      types("w")
      reads("scans.state.submitted")
      types("\r")
      reads("judge.question")
    }

    /// Escape from a box with this title.
    func closes(_ title: String, _ location: SourceLocation = #_sourceLocation) {
      presses(.escape)
      let isGone = terminal.wait { !$0.screenText.contains(words(title)) }
      #expect(isGone, "still there: \(title)\n\(terminal.screenText)", sourceLocation: location)
    }

    /// Escape, and the title of the screen below.
    func backs(_ title: String, _ location: SourceLocation = #_sourceLocation) { goesBack(to: words(title), location) }

    func goesBack(to title: String, _ location: SourceLocation = #_sourceLocation) {
      presses(.escape)
      let found = terminal.wait { $0.row(0).contains(title) }
      #expect(found, "not back: \(title)\n\(terminal.screenText)", sourceLocation: location)
    }

    func saves() {
      presses(.control("s"))
      sees("✓")
      reads("notice.saved")
    }

    func leaves() {
      types("q")
      #expect(terminal.waitForExit() == .exited(0))
    }
  }

  @Test(arguments: Environment.isLong ? long : places)
  func fromWhatWasHandedInToTheDecisionThatOpensTheGate(place: FormPlace) throws {
    let world = try FormStore.world(place.language)
    let noor = try Person(world, place)
    noor.opensScan("Bram")
    noor.types("f")
    noor.isOn("B3")
    // The proposal at the weak point becomes a condition that goes before the start.
    noor.types("v")
    noor.reads("field.condition")
    noor.presses(.tab, .tab, .tab)
    noor.types(" ")
    noor.saves()
    noor.isOn("B3")
    noor.types("b")
    noor.reads("field.decision")
    noor.presses(.down)
    noor.types(" ")
    noor.saves()
    noor.sees(noor.words("decision.suitable_with_conditions"))
    // It stands on the triptych, and the gate does not hold.
    noor.backs("title.scans")
    noor.goesBack(to: "Bram")
    noor.presses(.right, .end)
    noor.isOn("◆")
    noor.types("b")
    noor.reads("missing.condition")
    noor.closes("palette.gates")
    noor.types(" ")
    noor.reads("form.title.scanMeet")
    noor.presses(.tab)
    noor.types("Els belde")
    noor.saves()
    noor.types(" ")
    noor.reads("condition.accepted.short")
    noor.goesBack(to: "Bram")
    noor.types("b")
    noor.reads("palette.gates")
    #expect(!noor.said.contains(noor.words("missing.condition")), "\(noor.terminal.screenText)")
    noor.closes("palette.gates")
    noor.leaves()

    let store = try FormStore.open(world.store)
    #expect(try store.verify().isEmpty)
    try store.close()
  }

  @Test(arguments: Environment.isLong ? long : places)
  func aWithdrawnDecisionIsUrgentForTheRunningPlacement(place: FormPlace) throws {
    let world = try FormStore.world(place.language)
    let store = try FormStore.open(world.store)
    let scan = try ScanStore.handIn(store, "2001", [:])
    try ScanStore.take(store, scan, ScanStore.visit, ScanStore.decide(.suitable))
    try store.close()
    // What fell up to the day of the import is due four weeks after it.
    world.environment["DRIELUIK_TODAY"] = "2026-11-25"
    let noor = try Person(world, place)
    noor.opens("Amira")
    noor.types("w")
    noor.reads("scans.state.decided")
    noor.types("\ri")
    noor.reads("form.title.withdrawScan")
    noor.types("ongeval op de werkvloer")
    noor.saves()
    noor.reads("scans.state.withdrawn")
    noor.backs("title.scans")
    noor.goesBack(to: "Amira")
    noor.backs("title.overview.short")
    noor.types("t")
    noor.isOn(noor.words("date.today"))
    noor.isOn("Amira")
    noor.leaves()
  }

  @Test(arguments: Environment.isLong ? long : Array(places.prefix(1)))
  func sentBackCompletedAndDecided(place: FormPlace) throws {
    let world = try FormStore.world(place.language)
    let noor = try Person(world, place)
    noor.opensScan("Bram")
    noor.types("t")
    noor.reads("field.toComplete")
    noor.types("Wie vervangt?")
    noor.saves()
    noor.reads("judge.sentBack")
    // The employer completes it from elsewhere; without a key the judge sees that it is back.
    let store = try FormStore.open(world.store)
    let scans = try store.scans(in: [.sentBack], as: ScanStore.school, limit: 10)
    let scan = try #require(scans.first).scan.id
    let completed = ScanStore.answers(["B3": .level(3)])
    try ScanStore.take(store, scan, .answer(completed), .submit)
    try store.close()
    noor.reads("judge.submitted")
    noor.types("b")
    noor.reads("field.decision")
    noor.types(" ")
    noor.saves()
    noor.sees(noor.words("decision.suitable"))
    noor.leaves()
  }

  @Test func twoWhoJudgeAtOnceSeeEachOthersWordsAndOverwriteNothing() throws {
    let place = Self.places[0]
    let world = try FormStore.world(place.language)
    let noor = try Person(world, place)
    let tim = try Person(world, place, as: "Tim Kuiper")
    for person in [noor, tim] {
      person.opensScan("Bram")
      person.types("f")
      person.isOn("B3")
      person.types("n")
      person.reads("field.comment")
    }
    noor.types("van Noor")
    noor.saves()
    tim.types("van Tim")
    tim.presses(.control("s"))
    tim.reads("conflict.title")
    tim.sees("van Noor")
    tim.presses(.right, .enter)
    tim.reads("notice.saved")
    let store = try FormStore.open(world.store)
    let lines = try store.scans(in: [.submitted], as: ScanStore.school, limit: 10)
    let records = try store.scan(try #require(lines.first).scan.id, as: ScanStore.school).records
    #expect(records.comments.map(\.text) == ["van Tim"])
    try store.close()
    noor.leaves()
    tim.leaves()
  }

  @Test func oneRowDownInTheListOfQuestionsTakesAtMostSixtyFourBytes() throws {
    let world = try FormStore.world("nl")
    let noor = try Person(world, Self.places[0])
    noor.opensScan("Bram")
    for _ in 0..<3 {
      noor.terminal.settle(milliseconds: 100)
      noor.terminal.markBytes()
      noor.presses(.down)
      #expect(noor.terminal.wait { $0.bytesSinceMark > 0 })
      noor.terminal.settle(milliseconds: 60)
      #expect(noor.terminal.bytesSinceMark <= 64, "\(noor.terminal.textSinceMark.debugDescription)")
    }
    noor.leaves()
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
