import Canvas
import Language
import Testing
import WerkendLeren
import Widgets

@testable import Dashboards

/// A placement's own data, its people, who follows whom, and the archive.
@Suite struct PeopleFlowTests {
  private func session(_ student: String = "Amira", _ keys: Key...) -> Session {
    var session = Session(Fixture.store)
    session.open(student)
    for key in keys { session.press(key) }
    return session
  }

  private func value(_ session: Session, _ id: String) -> String? {
    guard case .form(let screen) = session.app.top else { return nil }
    return screen.form.values[id]
  }

  private func command(_ session: inout Session, _ id: String) { session.run(session.app.run(id)) }

  @Test func editingChangesOnlyWhatWasTypedAnew() {
    var session = session("Amira", .character("e"))
    session.press(.tab, .control("u"))
    session.type("amira@nieuw.nl")
    session.press(.control("s"))
    #expect(session.noticeLine.contains("Bewaard: gegevens gewijzigd"))
    let records = session.store[Fixture.amira]
    #expect(records?.student.mail == "amira@nieuw.nl" && records?.student.name == "Amira El Idrissi")
    #expect(records?.placement.start == Fixture.store[Fixture.amira]?.placement.start)
    session.press(.character("u"))
    #expect(session.store[Fixture.amira] == Fixture.store[Fixture.amira])
  }

  @Test func aStudentEditsTheirOwnMailAndPhoneAlone() {
    var store = Fixture.store
    store.viewer = ViewerTests.student
    var session = Session(store)
    session.press(.escape, .enter, .character("e"))
    #expect(session.isForm && value(session, "student") == nil && value(session, "start") == nil)
    session.press(.control("u"))
    session.type("mij@thuis.nl")
    session.press(.control("s"))
    #expect(session.store[Fixture.amira]?.student.mail == "mij@thuis.nl")
    store.viewer = ViewerTests.employer(store)
    session = Session(store)
    session.press(.escape, .enter, .character("e"))
    #expect(!session.isForm && session.said.contains("deel van een andere partij"))
  }

  @Test func aCorrectedKeyNeedsAReason() {
    var session = session()
    command(&session, "sleutel")
    session.press(.control("u"))
    session.type("12/3")
    session.press(.control("s"))
    guard case .form(let screen) = session.app.top else {
      Issue.record("no form")
      return
    }
    #expect(Set(screen.form.errors.keys) == ["number", "reason"])
    session.press(.escape, .control("u"))
    session.type("0309999")
    session.press(.tab, .tab)
    session.type("tikfout")
    session.press(.control("s"))
    #expect(session.store[Fixture.amira]?.key == "0309999/HBO-ICT")
  }

  @Test func archivingAsksForTheNameAndTheFilterShowsWhatIsArchived() {
    var session = session("Fenna")
    command(&session, "archiveren")
    session.type("Fenna")
    session.press(.control("s"))
    #expect(session.isForm && session.text.contains("niet de naam van de student"))
    session.type(" hoekstra")
    session.press(.control("s"))
    #expect(session.store[Fixture.fenna]?.placement.archivedOn == Fixture.today)
    #expect(session.text.contains("in het archief sinds"))
    session.press(.escape, .escape)
    #expect(session.text.contains("20 trajecten") && !session.text.contains("Fenna"))
    for _ in 0..<5 { session.press(.character("f")) }
    #expect(session.text.contains("fase: archief") && session.text.contains("Fenna Hoekstra"))
    session.press(.enter)
    command(&session, "terughalen")
    #expect(session.store[Fixture.fenna]?.placement.archivedOn == nil)
    #expect(session.noticeLine.contains("Bewaard: uit het archief gehaald"))
  }

  @Test func whatHasNotEndedIsNotArchivedAndThePaletteSaysWhy() {
    var session = session()
    command(&session, "archiveren")
    #expect(!session.isForm && session.noticeLine.contains("niet afgesloten"))
    session.press(.character(":"))
    session.type("archiveren")
    session.press(.enter)
    #expect(session.noticeLine.contains("niet afgesloten"))
  }

  @Test func allPeopleAreListedByRoleTheFormerLast() throws {
    let scene = try #require(Scene.all.first { $0.name == "people" })
    var session = scene.play(language: .dutch, size: Size(columns: 80, rows: 24))
    let names = session.app.peopleRows.map { row -> String in
      switch row {
      case .student(let student): student.name
      case .person(_, let person): person.name
      case .nobody: "-"
      }
    }
    #expect(
      names == ["Amira El Idrissi", "Noor Bakker", "Jan van Dijk", "Els Kok", "Piet Groen", "Sanne Mol"])
    #expect(session.text.contains("28 mei – 31 okt") && session.text.contains("vanaf 1 jan"))
    // A future successor is named already; the present one is still the one whose data the first line opens.
    session.press(.home, .down, .enter)
    #expect(value(session, "name") == "Noor Bakker" && session.line(2).contains("Geldt voor 21 trajecten"))
  }

  @Test func aSuccessorOfARoleBeginsWithEmptyFieldsAndFillsInWhoIsKnown() {
    var session = session("Amira", .character("p"), .end, .character("o"))
    #expect(session.line(0).contains("Opvolger werkbegeleider") && value(session, "mail") == "")
    session.press(.control("s"))
    #expect(session.text.contains("Vul dit in."))
    session.type("jan van dijk")
    session.press(.tab)
    #expect(
      value(session, "mail") == Fixture.store[Fixture.amira]?.current(.employerContact, on: Fixture.today).first?.mail)
    while case .form(let screen) = session.app.top, screen.form.focusedField?.id != "from" { session.press(.tab) }
    session.press(.control("u"))
    session.type("1-1-2020")
    session.press(.tab)
    #expect(session.text.contains("toen begon Sanne Mol"))
    session.press(.backTab, .control("u"))
    session.type("1-1-2027")
    session.press(.control("s"))
    #expect(session.noticeLine.contains("jan van dijk vervangt Sanne Mol vanaf 1 jan 2027"))
    let records = session.store[Fixture.amira]
    #expect(records?.current(.supervisor, on: Fixture.today).map(\.name) == ["Sanne Mol"])
    #expect(
      records?.current(.supervisor, on: Fixture.day("2027-01-01")).map(\.id)
        == records?.current(.employerContact, on: Fixture.today).map(\.id))
  }

  @Test func aNameThatIsOnlyCorrectedStaysTheSamePerson() {
    var session = session("Amira", .character("p"), .end, .enter, .control("u"))
    session.type("Sanne Moll")
    session.press(.control("s"), .right, .enter)
    let records = session.store[Fixture.amira]
    #expect(records?.current(.supervisor, on: Fixture.today).map(\.name) == ["Sanne Moll"])
    #expect(records?.persons.count == Fixture.store[Fixture.amira]?.persons.count)
    #expect(session.noticeLine.contains("gegevens van persoon gewijzigd"))
  }

  @Test func anEmployerSeesNoOtherEmployersPeople() {
    var store = Fixture.store
    store.viewer = .school(name: "Noor Bakker")
    _ = store.perform(
      PerformRequest(
        placement: Fixture.amira,
        command: .setWorkplace(employer: "Zorggroep Noord", workplace: "Afdeling 3", address: "", from: Fixture.today),
        seen: nil))
    let zorggroep = store[Fixture.amira]?.currentLink?.employer ?? 0
    store.viewer = Viewer(party: .employer, name: "Els", scope: .employer(zorggroep))
    var session = Session(store)
    session.press(.escape)
    session.open("Amira")
    session.press(.character("p"))
    #expect(session.text.contains("Noor Bakker") && session.text.contains("(nog niemand)"))
    #expect(!session.text.contains("Sanne Mol") && !session.text.contains("Jan van Dijk"))
    session.press(.down, .enter)
    #expect(!session.isForm && session.said.contains("deel van een andere partij"))
  }
}
