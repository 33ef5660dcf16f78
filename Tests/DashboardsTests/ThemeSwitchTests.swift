import Canvas
import Language
import Testing
import Widgets

@testable import Dashboards

/// Choosing a theme with the screen behind the list shown in it.
@Suite struct ThemeSwitchTests {
  private func opened() -> Session {
    var session = Session(Fixture.store)
    session.open("Amira")
    session.press(.character(":"))
    session.type("thema")
    session.press(.enter)
    return session
  }

  private func theme(_ name: String) -> Theme {
    ColorScheme.builtIn(name).map { Theme(base16: $0.colors.map(\.parts)) } ?? .plain
  }

  @Test func movingShowsEachThemeAtOnceAndEscGivesTheFormerBack() {
    var session = opened()
    #expect(session.text.contains("Veel contrast, donker") && session.cursorLine.contains("drieluik"))
    let before = session.app.theme
    for name in ColorScheme.builtInNames.dropFirst() {
      session.press(.down)
      #expect(session.cursorLine.contains(name) && session.app.theme == theme(name))
    }
    session.press(.up, times: 20)
    #expect(session.app.theme == theme("drieluik"))
    session.press(.down, .escape)
    #expect(session.app.theme == before && session.app.themeName == "drieluik" && session.isTriptych)
  }

  @Test func enterKeepsTheThemeAndTypingFindsOne() {
    var session = opened()
    session.type("monochrome")
    session.press(.enter)
    #expect(session.app.themeName == "monochrome" && session.said.contains("Thema bewaard in uw instellingen"))
    session.press(.character(":"))
    session.type("theme")
    session.press(.enter)
    #expect(session.cursorLine.contains("monochrome"))
    session.type("zzz")
    #expect(session.text.contains("Geen thema gevonden"))
    session.press(.enter, .escape)
    #expect(session.app.themeName == "monochrome" && session.isTriptych)
  }

  @Test func aFaultyThemeIsNamedAndNotKept() {
    var session = opened()
    let before = session.app.theme
    session.run(
      session.app.update(
        .themesListed([ThemeChoice(name: "drieluik", isOwn: false), ThemeChoice(name: "x", isOwn: true)])))
    session.press(.down)
    #expect(session.text.contains("x (eigen)") && session.said.contains("geen thema") && session.app.theme == before)
    session.press(.enter)
    #expect(session.app.themeName == "drieluik" && session.said.contains("geen thema"))
    session.press(.up, .enter)
    #expect(session.app.themeName == "drieluik" && session.said.contains("Thema bewaard"))
  }

  @Test func anAnswerThatComesTooLateChangesNothing() {
    var session = opened()
    session.press(.escape)
    let before = session.app
    _ = session.app.update(.themeTried("dark", theme("dark"), problem: nil))
    #expect(session.app == before)
  }

  @Test func whatCouldNotBeKeptHoldsUntilTheEnd() {
    var session = opened()
    session.press(.down)
    let shown = session.app.theme
    _ = session.app.update(.event(.key(.enter)))
    _ = session.app.update(.themeKept("16-colours", problem: "de schijf is vol"))
    #expect(
      session.app.theme == shown && session.said.contains("geldt tot u sluit") && session.said.contains("schijf is vol")
    )
  }

  @Test func theListFitsTheSmallestWindow() {
    for language in Language.allCases {
      var session = Session(Fixture.store, language: language, size: App.smallest)
      session.run(session.app.run("thema"))
      for name in ColorScheme.builtInNames {
        #expect(session.cursorLine.contains(name), "\(session.text)")
        session.press(.down)
      }
    }
  }
}
