import Canvas
import Language
import Testing
import WerkendLeren
import Widgets

@testable import Dashboards

/// What was typed is never lost: not by a refusal, a full disk, somebody else, or a slip of the finger.
@Suite struct FormFlowTests {
  private func session(at duty: String, _ student: String = "Amira") -> Session {
    var session = Session(Fixture.store)
    session.open(student)
    session.go(to: duty)
    return session
  }

  @Test func aFailedWriteKeepsTheFormWithWhatWasTyped() {
    var session = session(at: "employer.during.team")
    session.press(.character("n"))
    session.type("een lang verhaal")
    session.store.failure = "De schijf is vol."
    session.press(.tab, .enter)
    #expect(session.isForm)
    #expect(session.text.contains("De schijf is vol.") && session.text.contains("een lang verhaal"))
    session.press(.enter)
    #expect(!session.isForm)
    #expect(session.store[Fixture.amira]?.notes.last?.text == "een lang verhaal")
  }

  @Test func escapeOnAFormThatWasFilledInAsks() {
    var session = session(at: "employer.during.team")
    session.press(.character("n"))
    session.type("bel Jan")
    session.press(.escape)
    #expect(session.text.contains("nog niet is bewaard"))
    session.press(.enter)
    #expect(session.isForm && session.text.contains("bel Jan"))
    session.press(.escape, .escape)
    #expect(session.isForm && session.text.contains("bel Jan"))
    session.press(.escape, .right, .right, .enter)
    #expect(!session.isForm && session.store[Fixture.amira]?.notes.count == Fixture.store[Fixture.amira]?.notes.count)
  }

  @Test func escapeCanSaveToo() {
    var session = session(at: "employer.during.team")
    session.press(.character("n"))
    session.type("bel Jan")
    session.press(.escape, .right, .enter)
    #expect(!session.isForm && session.store[Fixture.amira]?.notes.last?.text == "bel Jan")
  }

  @Test func anUntouchedFormClosesAtOnce() {
    var session = session(at: "employer.during.team")
    session.press(.character("n"), .escape)
    #expect(session.isTriptych)
  }

  @Test func lettersAreTextInAFieldAndTheFunctionKeysStillWork() {
    var session = session(at: "employer.during.team")
    session.press(.character("n"))
    session.type("qu?/:nx")
    #expect(session.isForm && session.text.contains("qu?/:nx"))
    session.press(.function(1))
    #expect(session.line(0).contains("Hulp"))
    session.press(.escape)
    #expect(session.isForm && session.text.contains("qu?/:nx"))
  }

  @Test func aConflictShowsBothAndLosesNothing() {
    var session = session(at: "school.during.support")
    let own = session.store.viewer
    session.store.viewer = Viewer(party: .school, name: "Tim Kuiper", scope: .all)
    let other = PerformRequest(
      placement: Fixture.amira,
      command: .confirm(
        duty: DutyID("school.during.support"), party: .school, day: Fixture.today, note: "op school"), seen: nil)
    #expect(session.store.perform(other) != .refused(Refusal(.notYours)))
    session.store.viewer = own
    session.press(.character(" "))
    #expect(session.text.contains("Iemand anders was u voor"))
    #expect(session.text.contains("Tim Kuiper: Ondersteuning bevestigd") && session.text.contains("op school"))
    let marks = session.store[Fixture.amira]?.marks.count ?? 0
    session.press(.enter)
    #expect(session.store[Fixture.amira]?.marks.count == marks)
    session.press(.character(" "))
    #expect(session.store[Fixture.amira]?.marks.count == marks + 1)
  }

  @Test func aConflictInAFormKeepsTheForm() {
    var session = session(at: "employer.during.supervision")
    session.press(.character(" "))
    session.type("verteld door Sanne")
    let own = session.store.viewer
    session.store.viewer = Viewer(party: .school, name: "Tim Kuiper", scope: .all)
    _ = session.store.perform(
      PerformRequest(
        placement: Fixture.amira,
        command: .confirm(
          duty: DutyID("employer.during.supervision"), party: .employer, day: Fixture.today, note: "gebeld"), seen: nil)
    )
    session.store.viewer = own
    session.press(.tab, .enter)
    #expect(session.text.contains("Iemand anders was u voor"))
    session.press(.enter)
    #expect(session.isForm && session.text.contains("verteld door Sanne"))
    session.press(.enter, .right, .enter)
    #expect(!session.isForm)
    #expect(session.item("employer.during.supervision")?.lastMark?.note == "verteld door Sanne")
  }

  @Test func theFormOfAPersonMakesASuccessorAndKeepsTheFormer() {
    var session = session(at: "employer.preparation.supervisor")
    session.press(.character(" "), .control("u"))
    session.type("Piet Groen")
    #expect(session.line(2).contains("Opvolger van Sanne Mol, of dezelfde persoon?"))
    // Another name is asked after before it is saved, and nothing of the former's goes to the successor.
    session.press(.control("s"), .enter)
    #expect(session.isForm && session.line(2).contains("Vervangt Sanne Mol vanaf 23 nov 2026"))
    session.press(.control("s"))
    #expect(session.noticeLine.contains("Bewaard: Piet Groen vervangt Sanne Mol vanaf 23 nov 2026"))
    let records = session.store[Fixture.amira]
    #expect(records?.current(.supervisor, on: Fixture.today).map(\.name) == ["Piet Groen"])
    #expect(records?.persons.contains { $0.name == "Sanne Mol" } == true)
    session.go(to: "employer.during.supervision")
    session.press(.character(" "))
    #expect(session.said.contains("Geen huidige werkbegeleider is als ervaren vastgelegd"))
  }

  @Test func aFormCountsWhatIsWrongAndStandsAtTheFirst() {
    var session = session(at: "school.preparation.scan", "Bram")
    session.press(.character(" "), .control("u"))
    session.type("31-2")
    session.press(.tab, .tab, .tab, .control("u"), .tab, .tab, .enter)
    #expect(session.text.contains("3 velden kloppen nog niet"))
    #expect(session.text.contains("\"31-2\" is geen dag"))
    #expect(session.cursorLine.contains("Datum") && session.cursorLine.contains("is geen dag"))
    session.press(.down, .enter)
    #expect(session.cursorLine.contains("( ) geschikt"))
    session.press(.character(" "), .control("s"))
    #expect(session.text.contains("2 velden kloppen nog niet"))
    session.press(.enter)
    #expect(session.cursorLine.contains("Datum *"))
  }

  @Test func theErrorStandsAtTheFieldThatIsLeftAndGoesWhenItIsMended() {
    var session = session(at: "employer.preparation.contact", "Bram")
    session.press(.character(" "), .tab, .tab, .control("u"))
    session.type("jan@")
    #expect(!session.text.contains("Schrijf een mailadres"))
    let ways: [Event] = [
      .key(.tab), .key(.backTab), .key(.enter), .key(.up), .key(.down),
      .mouse(MouseEvent(action: .press, place: Point(column: 6, row: 6))),
    ]
    for way in ways {
      var other = session
      other.send(way)
      #expect(other.text.contains("Schrijf een mailadres als naam@hogeschool.nl."), "\(way)")
    }
    session.press(.tab, .backTab)
    session.type("w")
    #expect(session.text.contains("Schrijf een mailadres"), "it stays while it holds")
    session.type("erkgever.nl")
    #expect(!session.text.contains("Schrijf een mailadres"))
    session.press(.down)
    session.type("bel maar")
    session.press(.down, .down, .control("u"))
    session.type("+2w")
    session.press(.tab)
    session.type("vandaag")
    session.press(.tab)
    #expect(
      session.text.contains("7-12-2026") && session.text.contains("ma, week 50"), "a date is written out when left")
    #expect(session.text.contains("De laatste dag ligt voor de eerste."))
    session.press(.control("s"))
    #expect(session.text.contains("2 velden kloppen nog niet") && session.cursorLine.contains("▸Telefoon"))
    session.press(.down, .enter)
    #expect(session.cursorLine.contains("Tot en met"))
    session.press(.control("u"), .up, .up, .up, .control("u"), .control("s"))
    #expect(!session.isForm)
  }

  @Test func aRequiredFieldIsOnlyAskedForOnceItWasReached() {
    var session = session(at: "student.preparation.workplace", "Chloe")
    session.press(.character(" "), .tab)
    #expect(session.said.contains("Werkgever * ! Vul dit in.") && !session.said.contains("Werkplek * ! Vul dit in."))
  }

  @Test func theKnownEmployersAreOfferedWhileTyping() {
    var session = session(at: "student.preparation.workplace", "Chloe")
    session.press(.character(" "))
    session.type("GEM")
    #expect(session.text.contains("Gemeente Zwolle"))
    session.press(.down, .enter)
    session.type("Stadhuis")
    session.press(.control("s"))
    #expect(session.store[Fixture.chloe]?.currentEmployer?.name == "Gemeente Zwolle")
  }

  @Test func whatTheStoreCannotSaveCanBeWrittenToAFile() {
    var session = session(at: "employer.during.team")
    session.press(.character("n"))
    session.type("een lang verhaal")
    session.press(.enter)
    session.type("met een tweede regel")
    session.store.failure = "De schijf is vol."
    session.press(.control("s"), .right, .enter)
    #expect(
      session.said.contains("/home/noor/drieluik-niet-bewaard-2026-11-23.txt; het is nog niet bewaard in Drieluik"))
    #expect(session.isForm && session.text.contains("met een tweede regel"))
    let expected = """
      Amira El Idrissi
      Team: notitie
      maandag 23 november 2026

      Notitie:
      een lang verhaal
      met een tweede regel

      """
    #expect(session.store.kept == [expected])
    session.press(.control("s"))
    #expect(!session.isForm)
  }

  @Test func aPasteOfAPageGoesIntoTheField() {
    var session = session(at: "employer.during.team")
    session.press(.character("n"))
    let page = (1...40).map { "regel \($0) van het verslag" }.joined(separator: "\n")
    session.send(.paste(page))
    session.press(.tab, .enter)
    #expect(session.store[Fixture.amira]?.notes.last?.text == page)
  }

  @Test func somebodyElsesChangeLeavesAFormAsItIs() {
    var session = session(at: "employer.during.team")
    session.press(.character("n"))
    session.type("bel Jan")
    session.run(session.app.update(.storeChanged))
    session.run(session.app.update(.today(Fixture.today.adding(days: 1))))
    #expect(session.isForm && session.text.contains("bel Jan"))
  }

  @Test func helpAndLeavingWorkInTheSearchFieldToo() {
    var session = Session(Fixture.store)
    session.press(.character("/"), .function(1))
    #expect(session.line(0).contains("Hulp"))
  }
}
