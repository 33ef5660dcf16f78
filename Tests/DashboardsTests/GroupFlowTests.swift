import Canvas
import Language
import Testing
import WerkendLeren
import Widgets

@testable import Dashboards

/// Many at once, from marks to preview to disk and back.
@Suite struct GroupFlowTests {
  private func session(_ viewer: Viewer = Fixture.viewer) -> Session {
    var store = Fixture.store
    store.viewer = viewer
    return Session(store)
  }

  private var marked: (Session) -> Int { { $0.app.marks.count } }

  @Test func vMarksGoesOnAndTakesTheMarkAwayAgain() {
    var session = session()
    session.press(.character("v"), .character("v"))
    #expect(session.line(4).contains("+ Amira") && session.line(5).contains("+ Daan"))
    #expect(session.noticeLine.contains("2 gemarkeerd"))
    #expect(session.cursorLine.contains("Gijs"))
    session.press(.up, .character("v"))
    #expect(marked(session) == 1 && !session.line(5).contains("+"))
    // The bottom line says what marks are for.
    #expect(session.line(23).contains("Spatie opdracht"))
    session.press(.escape)
    #expect(marked(session) == 0 && !session.text.contains("+ Amira"))
  }

  @Test func escapeTakesTheMarksFirstAndThenTheFilter() {
    var session = session()
    session.press(.character("f"), .character("v"), .escape)
    #expect(marked(session) == 0 && session.line(1).contains("voorb"))
    session.press(.escape)
    #expect(session.line(1).contains("fase: alle"))
    session.press(.character("t"), .character("v"), .escape)
    #expect(session.line(0).contains("Te doen") && marked(session) == 0)
    session.press(.escape)
    #expect(session.line(0).contains("Overzicht"))
  }

  @Test func everythingThatTheFilterShowsIsMarkedBeyondThePageToo() {
    var session = session()
    session.press(.character("V"))
    #expect(marked(session) == session.store.placements.count)
    #expect(session.store.placements.count > session.app.size.rows - 7)
    session.press(.escape, .character("f"), .character("V"))
    let waiting = session.store.placements.count { Summary($0, model: session.store.model).stage == .preparation }
    #expect(marked(session) == waiting && waiting > 0)
    // Marks stay while one looks for others.
    session.press(.character("f"))
    #expect(marked(session) == waiting)
  }

  @Test func tooManyAreToldAndNoneIsMarked() {
    var session = session()
    session.run(
      session.app.update(.allFound(OverviewFilter(), [], count: 100_000)))
    #expect(marked(session) == 0)
    #expect(session.said.contains("Dat zijn er 100000; markeer er hooguit 2000 tegelijk."))
  }

  @Test func withoutMarksTheCommandSaysHowToMark() {
    var session = session()
    session.press(.character(" "))
    #expect(session.noticeLine.contains("Markeer eerst regels met v"))
    #expect(session.app.overlay == nil)
  }

  @Test func aDutyIsConfirmedForAllAfterOnePreviewAndTakenBackByOneKey() throws {
    var session = session()
    let before = session.store.placements
    session.press(.character("V"), .character(" "), .enter)
    #expect(session.line(0).contains("Bevestigen: \(before.count) gemarkeerd"))
    session.type("informatie")
    session.press(.enter, .control("s"))
    // Nothing is written by looking; those that cannot are named with the reason, and the safe answer is the first.
    #expect(session.store.placements == before)
    #expect(session.said.contains("Dit kan bij"))
    #expect(session.said.contains("Niet bij"))
    #expect(session.cursorLine.contains("[ Terug ]"))
    session.press(.enter)
    #expect(session.isForm && session.store.placements == before)
    session.press(.control("s"), .right, .enter)
    #expect(!session.isForm && marked(session) == 0)
    #expect(session.said.contains("Bewaard: Informatie bevestigd, bij"))
    let changed = zip(before, session.store.placements).count { $0 != $1 }
    #expect(changed > 3 && changed < before.count)
    session.press(.character("u"))
    #expect(session.said.contains("Dit gebeurde bij \(changed) tegelijk"))
    session.press(.right, .enter)
    #expect(session.store.placements == before)
    #expect(session.said.contains("Ongedaan gemaakt bij \(changed): Informatie bevestigd"))
    session.press(.control("r"), .right, .enter)
    #expect(zip(before, session.store.placements).count { $0 != $1 } == changed)
  }

  @Test func ownItemsOfTheToDoListAreConfirmedWithoutAForm() {
    var session = session()
    session.press(.character("t"), .character("V"))
    let count = marked(session)
    #expect(count > 3)
    let before = session.store.placements
    session.press(.character(" "), .enter)
    // Evidence is not ticked, and a return from a pause is no item.
    #expect(session.said.contains("geen punt"))
    #expect(session.said.contains("Dit kan bij"))
    session.press(.right, .enter)
    #expect(session.store.placements != before && marked(session) == 0)
    session.press(.character("u"), .right, .enter)
    #expect(session.store.placements == before)
  }

  @Test func partsOfOthersInTheAgendaAskHowItWasTold() {
    var session = session()
    session.press(.character("a"))
    session.press(.character("v"), times: 2)
    session.press(.character(" "), .enter)
    #expect(session.isForm && session.said.contains("namens hen"))
    session.press(.tab, .control("s"))
    #expect(session.isForm && session.text.contains("Vul dit in"))
    session.type("gebeld met Jan")
    session.press(.control("s"), .right, .enter)
    #expect(session.said.contains("bij 2"))
    let marks = session.store[Fixture.amira]?.marks.suffix(2) ?? []
    #expect(marks.allSatisfy { $0.note == "gebeld met Jan" && $0.party == .employer && $0.byParty == .school })
  }

  @Test func aDayForMarkedItemsAndOneForAnItemOfMarkedPlacements() {
    var session = session()
    session.press(.character("t"), .character("v"), .character("v"))
    session.run(session.app.run("groep-datum"))
    session.type("1-2-2027")
    session.press(.control("s"), .right, .enter)
    #expect(session.said.contains("bij 2"), "\(session.text)")
    #expect(session.store.changes.suffix(2).allSatisfy { $0.line.kind == .dueDateSet })
    session.press(.escape)
    session.press(.character("v"), times: 3)
    session.run(session.app.run("groep-datum"))
    session.type("opleidingsplan")
    session.press(.enter)
    session.type("1-3-2027")
    session.press(.control("s"))
    #expect(session.said.contains("Dit kan bij"), "\(session.text)")
  }

  @Test func theContactPersonIsTakenOverAndWhoHasHerStaysAsTheyAre() throws {
    var session = session()
    session.press(.character("V"))
    session.run(session.app.run("groep-contactpersoon"))
    session.type("Noor Bakker")
    session.press(.tab)
    // What is known is filled in, so that she does not become another person.
    #expect(session.text.contains("noor.bakker@hogeschool.nl"))
    session.press(.control("s"))
    #expect(session.said.contains("Er verandert niets") || session.said.contains("Niet bij"), "\(session.text)")
    session.press(.right, .enter)
    let persons = Set(
      session.store.placements.flatMap { records in
        records.current(.schoolContact, on: Fixture.today).map(\.id)
      })
    #expect(persons.count <= 2, "\(persons)")
  }

  @Test func whatChangedMeanwhileIsShownAgain() throws {
    var session = session()
    session.press(.character("v"))
    session.run(session.app.run("groep-notitie"))
    session.type("voor allen")
    session.press(.control("s"))
    // Somebody ends it before the answer is given.
    session.store.tell(
      "2026-11-23", .school, .end(.endedEarly, day: Fixture.today, reason: "ander", by: nil))
    let before = session.store.placements
    session.press(.right, .enter)
    #expect(session.said.contains("Intussen is er iets veranderd"))
    #expect(session.store.placements == before)
    #expect(!session.said.contains("Doen bij"))
    session.press(.enter)
    #expect(session.isForm && session.text.contains("voor allen"))
  }

  @Test func theArchiveAsksForTheNumberAndTakesEndedOnesOnly() {
    var session = session()
    session.press(.character("V"))
    let count = marked(session)
    session.run(session.app.run("groep-archiveren"))
    session.type("1")
    session.press(.control("s"))
    #expect(session.isForm && session.text.contains("Dat is niet \(count)."))
    session.press(.control("u"))
    session.type(String(count))
    session.press(.control("s"), .right, .enter)
    let archived = session.store.placements.filter { $0.placement.archivedOn != nil }
    #expect(!archived.isEmpty && archived.allSatisfy { $0.placement.ending != nil })
  }

  @Test func whatTheStoreCannotWriteStaysInTheForm() {
    var session = session()
    session.press(.character("v"))
    session.run(session.app.run("groep-notitie"))
    session.type("voor allen")
    session.press(.control("s"))
    session.store.failure = "De schijf is vol."
    session.press(.right, .enter)
    #expect(session.text.contains("De schijf is vol."))
    session.press(.enter)
    #expect(session.said.contains("Bewaard: notitie"), "\(session.text)")
  }

  @Test func othersThanTheSchoolConfirmTheirOwnOnly() {
    var session = session(ViewerTests.employer(Fixture.store))
    session.press(.character("v"), .character(" "))
    #expect(session.text.contains("Bevestigen") && session.text.contains("Notitie"))
    #expect(!session.text.contains("Naar het archief") && !session.text.contains("Pauzeren"))
    session.press(.escape, .character(":"))
    session.type("groep")
    #expect(!session.text.contains("Naar het archief"))
  }

  @Test(arguments: GroupAction.allCases.map(\.rawValue))
  func everyCommandIsInThePaletteByItsName(name: String) throws {
    let action = try #require(GroupAction(rawValue: name))
    var session = session()
    session.press(.character("v"), .character(":"))
    session.type(action.id)
    session.press(.enter)
    #expect(session.isForm && session.line(0).contains("1 gemarkeerd"), "\(session.text)")
  }

  @Test func marksOfWhatIsDoneGoFromTheToDoList() {
    var session = session()
    session.press(.character("t"), .character("V"))
    let count = marked(session)
    session.press(.enter, .escape, .escape)
    #expect(marked(session) == count)
    session.store.tell(
      "2026-11-23", .school,
      .confirm(duty: DutyID("school.during.support"), party: .school, day: Fixture.today, note: "")
    )
    session.run(session.app.update(.storeChanged))
    #expect(marked(session) == count - 1)
  }

  @Test func longWorkSaysHowFarItIsAndThatNothingWasDoneWhereItIsBrokenOff() {
    var session = session()
    session.press(.character("v"))
    session.run(session.app.run("groep-notitie"))
    session.type("voor allen")
    session.run(session.app.update(.groupProgress(20, of: 1000, isUndo: false)))
    #expect(session.noticeLine.contains("20 van 1000 …; Esc breekt af"))
    let request = GroupRequest(orders: [])
    session.run(session.app.update(.grouped(request, agreed: nil, .stopped)))
    #expect(session.noticeLine.contains("Afgebroken; er is niets veranderd."))
    #expect(session.isForm && session.text.contains("voor allen"))
    let outcome = GroupOutcome(done: [], refused: [], students: [:])
    session.run(session.app.update(.groupProgress(40, of: 1000, isUndo: false)))
    session.run(session.app.update(.grouped(request, agreed: nil, .tried(outcome))))
    session.press(.escape)
    #expect(!session.text.contains("van 1000"))
  }

  @Test func whereOnePartCannotBeTakenBackNothingIsAndThatPartIsNamed() {
    var session = session()
    session.press(.character("v"), .character("v"))
    session.run(session.app.run("groep-datum"))
    session.type("salaris")
    session.press(.enter)
    session.type("1-2-2027")
    session.press(.control("s"), .right, .enter)
    #expect(session.noticeLine.contains("bij 2"))
    // A colleague sets another day for one of the two.
    session.store.viewer = Viewer(party: .school, name: "Tim Kuiper", scope: .all)
    let salary = DutyID("employer.during.salary")
    _ = session.store.perform(
      PerformRequest(
        placement: Fixture.daan, command: .setDueDate(duty: salary, day: Fixture.day("2027-03-01")), seen: nil))
    session.store.viewer = Fixture.viewer
    let before = session.store.placements
    session.press(.character("u"), .right, .enter)
    #expect(session.store.placements == before)
    #expect(session.said.contains("Daan Visser"), "\(session.text)")
    #expect(session.app.notice?.kind == .refused)
  }
}
