import Canvas
import Language
import Testing
import WerkendLeren
import Widgets

@testable import Dashboards

/// A new placement from the overview: few keys, nothing twice, nothing lost.
@Suite struct CreationFlowTests {
  private func form(_ keys: (inout Session) -> Void = { _ in }) -> Session {
    var session = Session(Fixture.store)
    session.press(.character("n"))
    keys(&session)
    return session
  }

  private func fill(_ session: inout Session, _ texts: String...) {
    for text in texts {
      session.type(text)
      session.press(.tab)
    }
  }

  private func value(_ session: Session, _ id: String) -> String? {
    guard case .form(let screen) = session.app.top else { return nil }
    return screen.form.values[id]
  }

  @Test func threeFieldsSufficeAndTheTriptychOpens() {
    var session = form()
    fill(&session, "500777", "Lotte Test", "HBO-ICT")
    while session.isForm { session.press(.enter) }
    #expect(session.isTriptych && session.line(0).contains("Lotte Test"))
    #expect(session.noticeLine.contains("Bewaard: traject gemaakt"))
    let made = session.store.placements.last
    #expect(made?.key == "500777/HBO-ICT")
    // Who makes it is its contact person, unless another is named.
    #expect(made?.current(.schoolContact, on: Fixture.today).map(\.id) == [Fixture.noor])
    session.press(.character("u"))
    #expect(!session.isTriptych && session.noticeLine.contains("Ongedaan gemaakt: traject gemaakt (Lotte Test)"))
    #expect(session.store.placements.count == Fixture.store.placements.count)
    session.press(.control("r"), .right, .enter)
    #expect(session.store.placements.last?.key == "500777/HBO-ICT")
  }

  @Test func theRhythmOfTheSettingsHoldsInWhatThisUserMakesAndIsOfferedElsewhere() {
    var session = Session(Fixture.store, rhythmWeeks: 6)
    session.press(.character("n"))
    fill(&session, "500777", "Lotte Test", "HBO-ICT")
    while session.isForm { session.press(.enter) }
    #expect(session.store.placements.last?.rhythms.map(\.days) == [42])
    session.press(.escape)
    session.open("Amira")
    session.run(session.app.run("ritme"))
    #expect(session.isForm && value(session, "weeks") == "6")
  }

  @Test func aKnownNumberFillsInTheStudentAndADoubleOneIsRefusedAtTheField() {
    var session = form()
    let amira = Fixture.store[Fixture.amira]
    fill(&session, amira?.student.number ?? "")
    #expect(value(session, "student") == "Amira El Idrissi")
    #expect(value(session, "mail") == amira?.student.mail)
    #expect(session.line(2).contains("bekend"))
    session.press(.tab)
    fill(&session, "hbo-ict")
    #expect(session.text.contains("Dat traject openen"))
    session.press(.escape)
    #expect(session.isForm && session.text.contains("heeft al een traject voor HBO-ICT"))
    // Another programme takes the error away; the same one offers again.
    session.press(.backTab, .control("u"))
    fill(&session, "Chemie")
    #expect(!session.text.contains("heeft al een traject"))
    session.press(.backTab, .control("u"))
    fill(&session, "HBO-ICT")
    session.press(.right, .enter)
    #expect(session.isTriptych && session.line(0).contains("Amira El Idrissi"))
    #expect(session.store.placements == Fixture.store.placements)
  }

  @Test func savingADoubleOneKeepsTheFormAndOffersTheOther() {
    var session = form()
    fill(&session, "500777", "Lotte", "Chemie")
    var new = NewPlacement(number: "500777", student: "Lotte", programme: "Chemie")
    new.mail = "l@x.nl"
    _ = session.store.create(new)
    while !session.text.contains("Dat traject openen"), session.isForm { session.press(.enter) }
    session.press(.escape)
    #expect(session.isForm && value(session, "student") == "Lotte")
    #expect(session.cursorLine.contains("Chemie"))
  }

  @Test func aKnownEmployerFillsInWhatIsCertain() {
    var session = form()
    fill(&session, "1", "A", "B", "", "", "", "", "zorggroep noord")
    #expect(value(session, "workplace") == Fixture.store[Fixture.daan]?.currentWorkplace?.name)
    let contact = Fixture.store[Fixture.daan]?.current(.employerContact, on: Fixture.today).first
    #expect(value(session, "employer-contact.name") == contact?.name)
    #expect(value(session, "supervisor.name") == "")
    #expect(session.line(2).contains("Zorggroep Noord is bekend"))
  }

  @Test func whatIsWrongIsSaidAtItsField() {
    var session = form()
    fill(&session, "12/3", "", "B", "geen mail", "", "1-9-2027", "1-8-2027", "", "Loods")
    while session.isForm, !session.text.contains("kloppen nog niet") { session.press(.enter) }
    guard case .form(let screen) = session.app.top else {
      Issue.record("no form")
      return
    }
    #expect(Set(screen.form.errors.keys) == ["number", "student", "mail", "end", "employer"])
    #expect(session.cursorLine.contains("Studentnummer"))
  }

  @Test func aFailedWriteKeepsEverything() {
    var session = form()
    fill(&session, "500777", "Lotte", "Chemie")
    session.store.failure = "De schijf is vol."
    while session.isForm, !session.text.contains("De schijf is vol") { session.press(.enter) }
    #expect(session.isForm && value(session, "programme") == "Chemie")
    session.press(.enter)
    #expect(session.isTriptych)
  }

  @Test func othersThanTheSchoolAreToldWhoMayDoIt() {
    var store = Fixture.store
    store.viewer = ViewerTests.student
    var session = Session(store)
    session.press(.escape, .character("n"))
    #expect(!session.isForm && session.noticeLine.contains("Alleen de hogeschool"))
  }
}
