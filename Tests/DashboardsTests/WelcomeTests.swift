import Canvas
import Language
import Testing
import WerkendLeren
import Widgets

@testable import Dashboards

/// An empty store: the school is offered three ways to begin, others read plain words.
@Suite struct WelcomeTests {
  static func empty(_ viewer: Viewer = Fixture.viewer) -> Session {
    var store = FakeStore(model: Fixture.store.model, viewer: viewer, today: Fixture.today)
    store.placements = []
    return Session(store)
  }

  @Test func theSchoolIsOfferedThreeWaysToBegin() {
    var session = Self.empty()
    #expect(session.text.contains("Welkom bij Drieluik") && session.cursorLine.hasPrefix("▸"))
    session.press(.down, .down, .up, .enter)
    #expect(session.line(0).contains("Nieuw traject"))
    session.press(.escape, .character("d"))
    #expect(session.store.asked.last == .openDemonstration)
    session.press(.character("n"))
    session.type("1")
    session.press(.tab)
    session.type("Lotte")
    session.press(.tab)
    session.type("Chemie")
    session.press(.control("s"))
    #expect(session.isTriptych)
    session.press(.escape)
    #expect(session.line(0).contains("Overzicht") && session.text.contains("Lotte"))
  }

  @Test func aFileIsTriedFirstAndTakenInOnlyAfterThat() {
    var session = Self.empty()
    session.press(.character("i"))
    session.type("weg.csv")
    session.press(.control("s"))
    #expect(session.isForm && session.text.contains("weg.csv is er niet."))
    session.press(.control("u"))
    session.type("goed.csv")
    session.press(.control("s"))
    #expect(session.store.asked.contains(.importFile(path: "goed.csv", isTrial: true)))
    #expect(!session.store.asked.contains(.importFile(path: "goed.csv", isTrial: false)))
    #expect(session.text.contains("Nieuw: 4") && session.text.contains("Enter inlezen"))
    session.press(.enter)
    #expect(session.store.asked.contains(.importFile(path: "goed.csv", isTrial: false)))
    #expect(session.noticeLine.contains("Ingelezen"))
    // Enter a second time takes nothing in again.
    let asked = session.store.asked.count
    session.press(.enter)
    #expect(session.store.asked.count == asked)
    session.press(.escape)
    #expect(!session.text.contains("Nieuw: 4"))
  }

  @Test func othersReadPlainWords() {
    var session = Self.empty(ViewerTests.student)
    session.press(.escape)
    #expect(!session.text.contains("Welkom") && session.text.contains("Hier staan nog geen trajecten van u."))
  }
}
