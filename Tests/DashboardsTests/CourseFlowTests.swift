import Canvas
import Language
import Testing
import WerkendLeren
import Widgets

@testable import Dashboards

/// The course of a placement by keys: `l`, its list, its forms, and what the screens then say.
@Suite struct CourseFlowTests {
  private func session(_ student: String = "Amira") -> Session {
    var session = Session(Fixture.store)
    session.open(student)
    return session
  }

  /// Chooses a line of the list by its name.
  private func choose(_ name: String, _ session: inout Session) {
    session.press(.character("l"), .home)
    for _ in 0..<20 where !session.cursorLine.contains(name) { session.press(.down) }
    #expect(session.cursorLine.contains(name))
    session.press(.enter)
  }

  @Test func whatCannotBeDoneStandsInTheListWithTheReasonAndDoesNothing() {
    var session = session("Emre")
    session.press(.character("l"), .down)
    #expect(session.cursorLine.contains("Pauzeren") && session.cursorLine.contains("kan nu niet"))
    #expect(session.said.contains("Dit traject is gepauzeerd sinds 26 okt 2026; hervat het eerst."))
    let before = session.canvas
    session.press(.enter)
    #expect(session.canvas.text == before.text && !session.isForm)
    session.press(.escape)
    #expect(session.isTriptych && !session.text.contains("Pauzeren"))
  }

  @Test(arguments: CourseAction.allCases.map(\.rawValue))
  func everyCommandIsInThePaletteByItsNameAndSaysWhyItCannotBeDone(name: String) throws {
    let action = try #require(CourseAction(rawValue: name))
    for student in ["Amira", "Bram", "Emre", "Fenna", "Gijs"] {
      var session = session(student)
      let possible = session.app.courseEntries.first { $0.id == action.id }?.isPossible
      session.press(.character(":"))
      session.type(action.id)
      session.press(.enter)
      if possible == true {
        let opened = session.isForm
        #expect(opened, "\(student), \(action.id)")
      } else {
        // The start lists its gates; all others say on the line below why not.
        let refused = !session.isForm && session.app.notice?.kind == .refused
        #expect(refused, "\(student), \(action.id)")
      }
    }
  }

  @Test func pauseAndResume() {
    var session = session()
    let before = session.store[Fixture.amira]
    choose("Pauzeren", &session)
    session.press(.tab)
    session.type("11-1-2027")
    session.press(.tab)
    session.type("zwangerschapsverlof")
    session.press(.tab, .enter)
    #expect(session.isTriptych)
    #expect(session.said.contains("Gepauzeerd sinds 23 nov · was 11 d te laat · terug 11 jan"))
    #expect(session.noticeLine.contains("Bewaard: gepauzeerd"))
    choose("Hervatten", &session)
    session.press(.tab, .enter)
    #expect(session.line(2).contains("2 punten te laat"))
    #expect(session.item("employer.during.supervision")?.due == Fixture.day("2026-11-12"))
    session.press(.character("u"), .character("u"))
    #expect(session.store[Fixture.amira] == before)
    session.press(.escape)
    #expect(session.text.contains("Amira El Idrissi   2 te laat"))
  }

  @Test func aPauseThatBeginsTomorrowOrEndsBeforeItBeginsIsToldAtItsField() {
    var session = session()
    choose("Pauzeren", &session)
    session.press(.control("u"))
    session.type("morgen")
    session.press(.tab)
    session.type("1-1-2026")
    session.press(.tab, .tab, .enter)
    #expect(session.isForm && session.said.contains("3 velden kloppen nog niet"))
    #expect(session.said.contains("Deze dag is nog niet geweest."))
    #expect(session.said.contains("De terugkeer ligt voor het begin van de pauze."))
  }

  @Test func resumingInPreparationAsksForANewStartDate() {
    var session = session("Bram")
    choose("Pauzeren", &session)
    session.press(.control("u"))
    session.type("14-11")
    session.press(.tab, .tab)
    session.type("ziek")
    session.press(.tab, .enter)
    choose("Hervatten", &session)
    #expect(session.text.contains("Nieuwe startdatum"))
    session.press(.tab, .tab, .enter)
    // Nine days of pause.
    #expect(session.store[Fixture.bram]?.placement.start == Fixture.day("2026-12-23"))
  }

  @Test func completingSaysWhatIsOpenAndLetsItHappen() {
    var session = session()
    choose("Afronden", &session)
    #expect(session.said.contains("Nog open (") && session.said.contains("Begeleiding (W)"))
    session.press(.tab, .tab, .enter)
    #expect(session.isTriptych && session.store[Fixture.amira]?.placement.ending == .completed)
    #expect(session.line(2).contains("Afgerond · 23 nov"))
    session.press(.character("h"))
    #expect(session.text.contains("afgerond"))
  }

  @Test func endingEarlyAsksTheDayByWhomAndWhy() {
    var session = session()
    choose("Stoppen", &session)
    session.press(.tab, .tab, .tab, .enter)
    #expect(session.isForm && session.said.contains("2 velden kloppen nog niet"))
    #expect(session.said.contains("Kies een antwoord."))
    // Enter in the list goes to the first of them.
    session.press(.enter, .right, .right, .tab)
    session.type("andere baan")
    session.press(.tab, .enter)
    let placement = session.store[Fixture.amira]?.placement
    #expect(placement?.ending == .endedEarly && placement?.endReason == "andere baan")
    #expect(session.line(2).contains("Gestopt · 23 nov · door hogeschool · andere baan"))
    session.press(.character(" "))
    #expect(session.said.contains("afgesloten en alleen te lezen"))
  }

  @Test func theDatesOfAPlacementChange() {
    var session = session("Bram")
    choose("Startdatum", &session)
    session.press(.control("u"))
    session.type("1-2-2027")
    session.press(.tab)
    session.type("31-1-2027")
    session.press(.tab, .enter)
    #expect(session.isForm && session.said.contains("De laatste dag ligt voor de eerste."))
    session.press(.control("u"))
    session.type("31-1-2029")
    session.press(.tab, .enter)
    let placement = session.store[Fixture.bram]?.placement
    #expect(placement?.start == Fixture.day("2027-02-01") && placement?.end == Fixture.day("2029-01-31"))
  }

  @Test func theRhythmOfAPlacementAndOfOneItem() {
    var session = session()
    session.go(to: "employer.during.supervision")
    choose("Ritme van Begeleiding", &session)
    session.type("0")
    session.press(.tab, .enter)
    #expect(session.isForm && session.said.contains("Schrijf een heel getal van 1 tot en met 104."))
    session.press(.backspace)
    session.type("12")
    session.press(.tab, .enter)
    #expect(session.item("employer.during.supervision")?.due == Fixture.day("2026-12-10"))
    #expect(session.item("employer.during.involvement")?.due == Fixture.day("2026-11-19"))
    choose("Ritme van de doorlopende punten", &session)
    #expect(session.said.contains("Met een eigen ritme: Begeleiding (elke 12 weken)."))
    session.type("4")
    session.press(.tab, .enter)
    #expect(session.item("employer.during.involvement")?.due == Fixture.day("2026-10-22"))
    #expect(session.item("employer.during.supervision")?.due == Fixture.day("2026-12-10"))
    session.press(.enter)
    #expect(session.text.contains("elke 12 weken"))
  }

  @Test func aStudentSeesWhyTheCourseIsNotTheirs() {
    var store = Fixture.store
    store.viewer = Viewer(party: .student, name: "Amira El Idrissi", scope: .student(Fixture.amira + 100))
    var session = Session(store)
    session.press(.escape, .enter)
    session.press(.character("l"), .down)
    #expect(session.said.contains("Alleen de hogeschool kan dit doen."))
  }

  @Test func theListFitsAndScrollsInASmallWindow() {
    var session = Session(Fixture.store, size: Size(columns: 60, rows: 18))
    session.open("Fenna")
    session.press(.character("l"), .end)
    #expect(session.cursorLine.contains("heropenen"))
    #expect(session.text.contains("Het traject gaat verder waar het stopte."))
    session.press(.enter)
    #expect(session.isForm)
  }

  @Test func whileTheListIsOpenSomebodyElseEndsThePlacement() {
    var session = session()
    session.press(.character("l"), .down)
    _ = session.store.perform(
      PerformRequest(
        placement: Fixture.amira, command: .end(.completed, day: Fixture.today, reason: "", by: nil), seen: nil))
    session.run(session.app.update(.storeChanged))
    #expect(session.said.contains("afgesloten en alleen te lezen"))
    session.press(.enter)
    #expect(!session.isForm)
  }
}
