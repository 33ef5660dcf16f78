import Canvas
import Language
import Testing
import WerkendLeren
import Widgets

@testable import Dashboards

/// Filling in a workplace scan: going through it, saving, what comes and goes, what is wrong, two people at once.
@Suite struct WizardTests {
  private func wizard(_ session: Session) throws -> WizardScreen {
    guard case .wizard(let screen) = session.app.top else {
      Issue.record("no wizard:\n\(session.text)")
      throw Failure()
    }
    return screen
  }

  private struct Failure: Error {}

  private func sheet(_ session: Session) -> AnswerSheet { session.store.scans.last?.sheet ?? AnswerSheet() }

  private func asked(_ session: Session, _ fits: (ScanRequest) -> Bool) -> Int {
    session.store.asked.count { if case .scan(let request) = $0 { fits(request) } else { false } }
  }

  /// Answers the question in which the cursor stands by arrows, letters, Tab and Enter alone.
  private func answer(_ session: inout Session, levels: Int = 3) throws {
    guard let id = try wizard(session).focusedQuestion else {
      session.press(.enter)
      return
    }
    let question = try #require(session.store.questionnaire[id])
    switch question.kind {
    case .yesno: session.press(.left, .enter)
    case .one, .several: session.press(.right, .enter)
    case .level: session.press(.character(Character(String(levels))), .enter)
    case .text:
      session.type(question.digits == nil ? "Een regel" : "12345678")
      session.press(.enter)
    case .prose:
      session.type("Een tekst")
      session.press(.tab)
    case .number:
      session.type(String((question.minimum + question.maximum) / 2))
      session.press(.enter)
    case .date:
      session.type("1-9-2026")
      session.press(.enter)
    case .person:
      session.type("Sanne Mol")
      session.press(.enter, .enter, .enter, .enter)
    default: session.press(.enter)
    }
  }

  @Test(arguments: [(60, 18), (80, 24), (120, 40)], Language.allCases)
  func aWholeScanIsFilledInFromTheFirstKeyToHandingIn(size: (Int, Int), language: Language) throws {
    var session = Session(Fixture.store, language: language, size: Size(columns: size.0, rows: size.1))
    session.beginScan()
    session.press(.enter)
    for _ in 0..<100 {
      guard case .questions = try wizard(session).page else { break }
      try answer(&session)
      #expect(session.app.overlay == nil, "\(session.text)")
    }
    #expect(try wizard(session).page == .handIn, "\(session.text)")
    session.press(.enter)
    #expect(try wizard(session).page == .closing)
    #expect(session.store.scans.last?.scan.state == .submitted)
    let reading = SheetReading(sheet(session), of: session.store.questionnaire)
    #expect(reading.answeredCount == reading.shownCount && reading.shownCount == 50)
    session.press(.enter)
    #expect(session.cursorLine.contains(session.app.words["scans.state.submitted"]))
  }

  @Test func anAnswerIsSavedWhenItsQuestionIsLeftAndSaysWhen() throws {
    var session = Session(Fixture.store)
    session.beginScan()
    session.press(.enter)
    session.type("Van Dijk")
    #expect(sheet(session)["A1"] == nil && !session.line(0).contains("bewaard"))
    session.press(.tab)
    #expect(sheet(session)["A1"] == .text("Van Dijk"))
    #expect(session.line(0).contains("bewaard 14:03") && session.line(0).contains("1 van 39"))
    // Going by without typing saves nothing again.
    let before = session.store.changes.count
    session.press(.backTab, .tab, .tab)
    #expect(session.store.changes.count == before)
  }

  @Test func aQuestionThatAnAnswerCallsUpComesNextAndOneThatGoesIsKept() throws {
    var session = Session(Fixture.store)
    session.beginScan()
    session.go(toQuestion: "C1")
    session.press(.left)
    #expect(session.said.contains("Wie is de werkbegeleider"))
    session.press(.enter)
    #expect(try wizard(session).focusedQuestion == "C2")
    session.type("Sanne Mol")
    session.press(.enter, .enter, .enter, .enter)
    #expect(try wizard(session).focusedQuestion == "C3")
    session.go(toQuestion: "C1")
    session.press(.right)
    #expect(!session.said.contains("Wie is de werkbegeleider"))
    session.press(.enter)
    #expect(try wizard(session).focusedQuestion == "C6")
    #expect(sheet(session)["C2"] != nil && session.line(0).contains("1 van"))
    session.go(toQuestion: "C1")
    session.press(.left, .enter)
    #expect(session.said.contains("Sanne Mol"))
  }

  @Test func choosingAnAnswerWithEnterAlreadyGoesToTheQuestionThatItCallsUp() throws {
    var session = Session(Fixture.store)
    session.beginScan()
    session.go(toQuestion: "B5")
    session.press(.down, .down, .down, .down, .down, .enter)
    #expect(sheet(session)["B5"] == .several(["other"]))
    #expect(try wizard(session).focusedQuestion == "B5a")
  }

  @Test func whatCannotBeAnAnswerStaysAsTypedAndIsNotSaved() throws {
    var session = Session(Fixture.store)
    session.beginScan()
    session.go(toQuestion: "A7")
    session.type("5")
    session.press(.tab)
    session.go(toQuestion: "A7")
    session.press(.control("u"))
    session.type("5000")
    session.press(.tab)
    #expect(session.said.contains("! 5000 kan hier niet"))
    #expect(sheet(session)["A7"] == .number(5))
    // It stays in another section too, and stands in the way of handing in.
    session.go(toQuestion: "C1")
    session.go(toQuestion: "A7")
    #expect(session.said.contains("5000"))
    session.press(.control("s"))
    #expect(session.said.contains("A7") && session.said.contains("5000 kan hier niet"))
    session.press(.escape, .control("u"))
    session.type("7")
    session.press(.tab)
    #expect(sheet(session)["A7"] == .number(7) && !session.said.contains("kan hier niet"))
  }

  @Test func aCheckBetweenTwoAnswersIsToldAtTheFieldAndTheAnswersAreKept() {
    var session = Session(Fixture.store)
    session.beginScan()
    session.go(toQuestion: "F1")
    session.type("36")
    session.press(.enter)
    session.type("40")
    session.press(.enter)
    #expect(sheet(session)["F2"] == .number(40))
    #expect(session.app.errors["F2"] != nil, "\(session.text)")
    session.go(toQuestion: "F1")
    session.press(.control("u"))
    session.type("40")
    session.press(.enter)
    #expect(session.app.errors["F2"] == nil, "\(session.text)")
  }

  @Test func nextGoesToTheFirstQuestionThatIsOpenAndTheListJumps() throws {
    var session = Session(Fixture.store)
    session.beginScan(answered: "ABD")
    session.go(toQuestion: "B1")
    session.press(.function(6))
    #expect(try wizard(session).focusedQuestion == "C1")
    session.press(.function(2), .down, .down, .enter)
    #expect(try wizard(session).focusedQuestion == "E1")
    session.press(.control("s"))
    #expect(session.said.contains("C1") && session.said.contains("━ Nog "))
    session.press(.down, .enter)
    #expect(try wizard(session).focusedQuestion == "C6")
  }

  @Test func everySectionIsReachedByTabAndBackAlone() throws {
    var session = Session(Fixture.store, size: App.smallest)
    session.beginScan()
    session.press(.enter)
    var seen: Set<QuestionID> = []
    for _ in 0..<90 {
      if let id = try wizard(session).focusedQuestion { seen.insert(id) }
      session.press(.tab)
      if session.app.overlay != nil { break }
    }
    #expect(seen.count == 39)
    session.press(.escape)
    for _ in 0..<90 { session.press(.backTab) }
    #expect(try wizard(session).focusedQuestion == "A1")
  }

  @Test func theNextOpeningGoesOnAtTheSameQuestion() throws {
    var session = Session(Fixture.store)
    session.beginScan()
    session.press(.enter)
    session.type("Van Dijk")
    session.press(.enter, .enter, .enter)
    let place = try wizard(session).focusedQuestion
    session.press(.escape, .enter)
    #expect(try wizard(session).focusedQuestion == place)
    // Where the place is not known, as elsewhere, at the first open question after the newest answer.
    session.press(.escape)
    session.store.scanPlaces = [:]
    session.press(.enter)
    #expect(try wizard(session).focusedQuestion == "A2")
  }

  @Test func leavingSavesWhatStandsInTheField() {
    var session = Session(Fixture.store)
    session.beginScan()
    session.press(.enter)
    session.type("Van Dijk")
    session.press(.escape)
    #expect(sheet(session)["A1"] == .text("Van Dijk"))
    #expect(session.line(0).contains("Werkplekscans"))
  }

  @Test func leavingWithSomethingThatIsNotSavedAsksFirst() throws {
    var session = Session(Fixture.store)
    session.beginScan()
    session.go(toQuestion: "A2")
    session.type("12")
    session.press(.escape)
    #expect(session.said.contains("Nog niet bewaard: A2"))
    session.press(.enter)
    #expect(try wizard(session).focusedQuestion == "A2" && session.said.contains("12"))
    session.press(.escape, .tab, .enter)
    #expect(session.line(0).contains("Werkplekscans"))
  }

  @Test func whenTheStoreFailsWhatWasTypedStaysAndGoesToAFile() throws {
    var session = Session(Fixture.store)
    session.beginScan()
    session.press(.enter)
    session.type("Van Dijk")
    session.store.failure = "De schijf is vol."
    session.press(.tab)
    #expect(session.said.contains("De schijf is vol.") && !session.line(0).contains("bewaard"))
    session.press(.tab, .enter)
    #expect(session.store.kept.last?.contains("Van Dijk") == true)
    #expect(session.said.contains("drieluik-niet-bewaard"))
    session.go(toQuestion: "A1")
    #expect(session.said.contains("Van Dijk"))
    session.press(.tab)
    #expect(sheet(session)["A1"] == .text("Van Dijk") && session.line(0).contains("bewaard"))
  }

  @Test func aStoreThatFailsWhileLeavingKeepsTheScreenOpen() throws {
    var session = Session(Fixture.store)
    session.beginScan()
    session.press(.enter)
    session.type("Van Dijk")
    session.store.failure = "De schijf is vol."
    session.press(.escape)
    #expect(session.said.contains("De schijf is vol."))
    session.press(.enter)
    #expect(sheet(session)["A1"] == .text("Van Dijk"))
    #expect(try wizard(session).focusedQuestion == "A1")
  }

  @Test func eachSeesTheOthersSavedAnswers() throws {
    var session = Session(Fixture.store)
    session.beginScan()
    session.go(toQuestion: "A4")
    session.store.answer("A1", .text("Van Dijk BV"), as: "Sanne Mol")
    session.run(session.app.update(.storeChanged))
    #expect(session.said.contains("Van Dijk BV") && session.said.contains("Sanne Mol vulde intussen in: A1"))
    #expect(try wizard(session).focusedQuestion == "A4")
    // What one is typing stays, whatever others do elsewhere.
    session.go(toQuestion: "A3")
    session.type("Kerkstraat")
    session.store.answer("A7", .number(3), as: "Sanne Mol")
    session.run(session.app.update(.storeChanged))
    #expect(session.said.contains("Kerkstraat"))
    session.press(.tab)
    #expect(sheet(session)["A3"] == .text("Kerkstraat"))
  }

  @Test(arguments: [true, false])
  func twoAnswersToOneQuestionAreBothShown(mine: Bool) throws {
    var session = Session(Fixture.store)
    session.beginScan()
    session.press(.enter)
    session.type("Van Dijk")
    session.store.answer("A1", .text("Techniek BV"), as: "Sanne Mol")
    // The tick comes before the field is left: the other's answer is known then, and yet it is a conflict.
    if mine { session.run(session.app.update(.storeChanged)) }
    session.press(.tab)
    #expect(session.said.contains("Sanne Mol antwoordde intussen"))
    #expect(session.said.contains("Techniek BV") && session.said.contains("Van Dijk"))
    if mine { session.press(.tab) }
    session.press(.enter)
    #expect(sheet(session)["A1"] == .text(mine ? "Van Dijk" : "Techniek BV"))
    session.go(toQuestion: "A1")
    #expect(session.said.contains(mine ? "Van Dijk" : "Techniek BV"))
    #expect(try wizard(session).drafts.isEmpty)
  }

  @Test func whoeverTypesNothingNeverWritesOverAnother() throws {
    var session = Session(Fixture.store)
    session.beginScan()
    session.press(.enter)
    session.type("Van Dijk")
    // The other's answer to the next question comes with one's own saving, before any tick.
    session.store.answer("A2", .text("87654321"), as: "Sanne Mol")
    session.press(.tab)
    #expect(session.said.contains("87654321"))
    session.press(.tab)
    #expect(sheet(session)["A1"] == .text("Van Dijk") && sheet(session)["A2"] == .text("87654321"))
    #expect(session.app.overlay == nil)
  }

  @Test func whatWasTypedStaysWhereAnotherTakesItsQuestionAway() throws {
    var session = Session(Fixture.store)
    session.beginScan()
    session.go(toQuestion: "C1")
    session.press(.left, .enter)
    session.type("Sanne")
    session.store.answer("C1", .yesNo(false), as: "Els Kok")
    session.run(session.app.update(.storeChanged))
    #expect(try wizard(session).focusedQuestion == "C6")
    session.store.answer("C1", .yesNo(true), as: "Els Kok")
    session.run(session.app.update(.storeChanged))
    session.go(toQuestion: "C2")
    #expect(session.cursorLine.contains("Sanne"), "\(session.text)")
    session.press(.tab, .tab, .tab, .tab)
    #expect(sheet(session)["C2"] == .person(PersonAnswer(name: "Sanne")))
  }

  @Test func whatWasTypedWhenAnotherHandedInGoesToAFile() throws {
    var session = Session(Fixture.store)
    session.beginScan(answered: "ABCDEFGH")
    session.go(toQuestion: "H1")
    session.type("Nog een opmerking. ")
    session.store.step(.submit)
    session.run(session.app.update(.storeChanged))
    #expect(try wizard(session).page == .closing)
    #expect(session.store.kept.last?.contains("Nog een opmerking") == true && session.said.contains("niet-bewaard"))
  }

  @Test func nothingIsHandedInWhileAnAnswerIsNotSaved() throws {
    var session = Session(Fixture.store)
    session.beginScan(answered: "ABCDEFGH")
    session.go(toQuestion: "H1")
    session.type("x")
    session.store.failure = "De schijf is vol."
    session.press(.control("s"), .escape, .enter)
    #expect(session.store.scans.last?.scan.state == .draft && session.said.contains("H1"), "\(session.text)")
    session.press(.enter, .tab)
    #expect(try wizard(session).drafts.isEmpty)
  }

  @Test func twoWhoAnswerTheSameAreNotAsked() throws {
    var session = Session(Fixture.store)
    session.beginScan()
    session.press(.enter)
    session.type("Van Dijk")
    session.store.answer("A1", .text("Van Dijk"), as: "Sanne Mol")
    session.press(.tab)
    #expect(session.app.overlay == nil)
    #expect(try wizard(session).drafts.isEmpty)
  }

  @Test func aScanThatAnotherHandsInCanOnlyBeReadOn() throws {
    var session = Session(Fixture.store)
    session.beginScan(answered: "ABCDEFGH")
    session.go(toQuestion: "A1")
    session.store.step(.submit)
    session.run(session.app.update(.storeChanged))
    #expect(try wizard(session).page == .closing && session.said.contains("is ingeleverd"))
  }

  @Test func whatTheSchoolWroteStandsAtItsQuestion() throws {
    let scene = try #require(Scene.all.first { $0.name == "wizard-comment" })
    let session = scene.play(language: .dutch, size: App.smallest)
    #expect(session.said.contains("De hogeschool schrijft: Noem ook de taken"))
  }

  @Test func ownEditorChangesALongTextAndSaysWhenThereIsNone() {
    var session = Session(Fixture.store)
    session.beginScan()
    session.go(toQuestion: "A5")
    session.type("kort")
    session.press(.function(7))
    #expect(session.said.contains("geen editor") && session.said.contains("kort"))
    session.store.edited = { $0 + " en lang\nop twee regels" }
    session.press(.function(7), .tab)
    #expect(sheet(session)["A5"] == .text("kort en lang\nop twee regels"))
    session.press(.function(7))
    #expect(session.said.contains("alleen voor een tekst"))
  }

  @Test func whatTheEditorMadeTooLongIsKeptInAFile() {
    var session = Session(Fixture.store)
    session.beginScan()
    session.go(toQuestion: "A5")
    session.store.edited = { _ in String(repeating: "lang ", count: 5000) }
    session.press(.function(7))
    #expect(session.said.contains("passen 20000 tekens"))
    #expect(session.store.kept.last?.count == 25_000)
  }

  @Test func theCalendarFillsADate() {
    var session = Session(Fixture.store)
    session.beginScan(answered: "ABCD")
    session.go(toQuestion: "E1")
    session.press(.left, .enter, .function(3), .enter, .tab)
    #expect(sheet(session)["E2"] == .date(Fixture.today))
  }

  @Test func theSchoolFillsInNamensTheEmployerAndAnEmployerForItself() {
    var session = Session(Fixture.store)
    session.beginScan()
    session.press(.enter)
    session.type("Van Dijk")
    session.press(.tab)
    #expect(session.store.changes.last?.line.onBehalfOf == .employer)
    var store = session.store
    store.viewer = ViewerTests.employer(store)
    var other = Session(store)
    other.run(other.app.openPlacement(Fixture.amira))
    #expect(other.line(23).contains("w scan"), "\(other.text)")
    other.press(.character("w"), .enter)
    #expect(other.said.contains("Van Dijk"))
    other.press(.tab)
    other.type("Kerkstraat 1")
    other.press(.tab)
    #expect(other.store.changes.last?.line.onBehalfOf == nil)
  }

  @Test func aClickOnASectionGoesThere() throws {
    var session = Session(Fixture.store)
    session.beginScan(answered: "A")
    session.send(.mouse(MouseEvent(action: .press, place: Point(column: 5, row: 5))))
    #expect(try wizard(session).focusedQuestion == "D1")
  }

  @Test func aLongQuestionnaireStaysUsable() throws {
    var store = Fixture.store
    let questions = (1...300).map { number in
      Question(
        id: QuestionID("X\(number)"), kind: number.isMultiple(of: 3) ? .prose : .level,
        text: Bilingual(dutch: "Vraag \(number)", english: "Question \(number)"), required: true,
        levels: (1...4).map { Bilingual(dutch: "niveau \($0)", english: "level \($0)") })
    }
    store.questionnaire = Questionnaire(
      version: "lang",
      sections: stride(from: 0, to: 300, by: 10).map { first in
        QuestionSection(
          id: "S\(first / 10)", title: Bilingual(dutch: "Deel \(first)", english: "Part \(first)"),
          questions: Array(questions[first..<first + 10]))
      }, advice: [])
    for size in [App.smallest, Size(columns: 80, rows: 24)] {
      var session = Session(store, size: size)
      session.beginScan()
      session.press(.enter)
      session.go(toQuestion: "X291")
      #expect(session.said.contains("S29") && session.said.contains("Vraag 291"))
      session.press(.function(2))
      #expect(session.said.contains("van 30"))
    }
  }

  @Test func aKeyInALongTextAsksNothingOfTheStoreAndChangesOneRow() {
    var session = Session(Fixture.store)
    session.beginScan()
    session.go(toQuestion: "A5")
    session.send(.paste(String(repeating: "woord ", count: 3000)))
    let asked = session.store.asked.count
    let before = session.canvas
    session.type("x")
    let after = session.canvas
    let rows = (0..<24).filter { Array(before.cells(inRow: $0)) != Array(after.cells(inRow: $0)) }
    #expect(rows.count == 1 && session.store.asked.count == asked)
  }
}

extension App {
  /// What is said to be wrong in the scan that is seen.
  var errors: [String: String] {
    guard case .wizard(let screen) = top else { return [:] }
    return screen.form.errors
  }
}
