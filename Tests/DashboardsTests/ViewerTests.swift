import Canvas
import Language
import Testing
import WerkendLeren

@testable import Dashboards

/// Student and employer see their own placements, act for themselves, and are told in words what they cannot do.
@Suite struct ViewerTests {
  static let student = Viewer(party: .student, name: "Amira El Idrissi", scope: .student(Fixture.amira + 100))

  static func employer(_ store: FakeStore) -> Viewer {
    let id = store[Fixture.amira]?.currentLink?.employer ?? 0
    return Viewer(party: .employer, name: "Jan van Dijk", scope: .employer(id))
  }

  private func session(_ viewer: Viewer, language: Language = .dutch) -> Session {
    var store = Fixture.store
    store.viewer = viewer
    return Session(store, language: language)
  }

  @Test(arguments: [Language.dutch, .english])
  func aStudentSeesNobodyElse(language: Language) {
    var session = session(Self.student, language: language)
    var texts = [session.text]
    session.press(.escape)
    texts.append(session.text)
    session.press(.enter)
    texts.append(session.text)
    session.press(.character("h"))
    texts.append(session.text)
    for text in texts {
      #expect(text.contains("Amira El Idrissi"))
      for other in ["Daan", "Bram", "Chloë", "Emre", "Fenna", "Gijs"] { #expect(!text.contains(other)) }
    }
  }

  @Test func aStudentBeginsWithWhatIsTheirsToDo() {
    let session = session(Self.student)
    #expect(session.line(0).contains("Te doen"))
    #expect(session.line(0).contains("student-werknemer"))
    #expect(session.text.contains("Communicatie"))
    #expect(!session.text.contains("Begeleiding"))
  }

  @Test func anEmployersPersonSeesTheirOwnOverdueItems() {
    var session = session(Self.employer(Fixture.store))
    #expect(session.text.contains("Begeleiding") && session.text.contains("11 d te laat"))
    #expect(!session.text.contains("Daan"))
    session.press(.enter)
    #expect(session.line(0).contains("Begeleiding"))
    session.press(.character(" "))
    #expect(session.noticeLine.contains("Bewaard: Begeleiding bevestigd"))
    #expect(session.item("employer.during.supervision")?.lastMark?.byParty == .employer)
  }

  @Test func whatIsAnothersIsRefusedInWords() {
    var session = session(Self.student)
    session.press(.escape, .enter)
    let before = session.store.placements
    session.go(to: "student.during.communication")
    session.press(.character("b"))
    #expect(session.noticeLine.contains("Alleen de hogeschool"))
    session.press(.character("d"))
    #expect(session.noticeLine.contains("Alleen de hogeschool"))
    session.press(.right)
    session.go(to: "school.during.support")
    session.press(.character(" "))
    #expect(session.said.contains("alleen de hogeschool legt namens een ander vast"))
    session.press(.character("x"))
    #expect(session.said.contains("alleen de hogeschool legt namens een ander vast"))
    #expect(session.store.placements == before)
    #expect(!session.isForm)
  }

  @Test func aStudentConfirmsTheOwnPartAtOnce() {
    var session = session(Self.student)
    session.press(.escape, .enter)
    session.go(to: "student.during.communication")
    session.press(.character(" "))
    #expect(session.item("student.during.communication")?.lastMark?.day == Fixture.today)
    #expect(session.noticeLine.contains("Bewaard: Communicatie bevestigd"))
  }

  @Test func aPlacementThatIsNoLongerOnesOwnLeavesTheScreen() {
    var session = session(Self.employer(Fixture.store))
    session.press(.escape, .enter)
    #expect(session.isTriptych)
    session.store.placements.removeAll { $0.placement.id == Fixture.amira }
    session.run(session.app.update(.storeChanged))
    #expect(!session.isTriptych)
    #expect(!session.text.contains("Amira"))
    #expect(session.noticeLine.contains("Dit traject is er niet meer"))
  }

  @Test func choosingWhoLooksShowsTheirScreens() {
    var session = Session(Fixture.store)
    session.press(.character(":"))
    session.type("wie")
    session.press(.enter)
    #expect(session.line(0).contains("Wie bent u?"))
    session.press(.up, .character(" "), .tab, .control("u"))
    session.press(.tab, .enter)
    #expect(session.text.contains("Vul dit in."))
    session.type("Amira El Idrissi")
    session.press(.tab, .enter)
    #expect(session.app.viewer.party == .student)
    #expect(session.line(0).contains("student-werknemer"))
  }
}
