import Canvas
import Language
import Testing
import Widgets

@testable import Dashboards

/// The palette: what it finds, and what it shows as impossible now.
@Suite struct PaletteTests {
  private func found(_ session: Session, _ query: String) -> [String] {
    App.matching(session.app.paletteEntries, query).map(\.id)
  }

  @Test func commandsAreFoundInBothLanguagesAndByTheirId() {
    for language in Language.allCases {
      var session = Session(Fixture.store, language: language)
      session.open("Amira")
      #expect(found(session, "geschiedenis").contains("history"), "\(language)")
      #expect(found(session, "history").first == "history")
      #expect(found(session, "start-terug") == ["start-terug"])
      #expect(found(session, "BEGINNEN").first == "start")
      #expect(found(session, "wie").first == "wie")
    }
  }

  @Test func whatCannotBeDoneNowIsGreyAndSaysWhy() throws {
    var session = Session(Fixture.store)
    session.open("Amira")
    session.go(to: "school.preparation.agreement")
    session.press(.character(":"))
    session.type("niet van toepassing")
    let line = try #require(session.text.split(separator: "\n").first { $0.contains("– Niet van toepassing") })
    #expect(line.contains("x"))
    let entry = try #require(session.app.paletteEntries.first { $0.id == "exclude" })
    let reason = try #require(entry.reason)
    #expect(session.said.contains(reason.split(separator: " ").prefix(4).joined(separator: " ")))
    session.press(.enter)
    #expect(session.said.contains(reason) && session.isTriptych)
  }

  @Test func everyCommandOfTheBottomLineCanBeClicked() {
    for (screen, wide) in [("overview", 200), ("triptych", 240)] {
      let session =
        screen == "overview"
        ? Session(Fixture.store, size: Size(columns: wide, rows: 40))
        : {
          var session = Session(Fixture.store, size: Size(columns: wide, rows: 40))
          session.open("Amira")
          return session
        }()
      for (hint, area) in session.app.keys.hints.areas(in: session.app.hintRect) {
        var copy = session
        let before = copy.text
        copy.send(.mouse(MouseEvent(action: .press, place: area.origin)))
        let isMove = hint.command == "move" || hint.command == "undo"
        #expect(isMove || copy.hasQuit || copy.text != before, "\(hint.command)")
      }
    }
  }

  @Test func arrowsGoToThePartyAtTheirSide() {
    var session = Session(Fixture.store, size: Size(columns: 120, rows: 40))
    session.open("Amira")
    func party() -> String { if case .triptych(let screen) = session.app.top { screen.party.rawValue } else { "" } }
    #expect(party() == "school")
    session.press(.left)
    #expect(party() == "student")
    session.press(.right, .right)
    #expect(party() == "employer")
    session.press(.backTab)
    #expect(party() == "school")
  }
}
