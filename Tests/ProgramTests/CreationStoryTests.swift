import Glibc
import TerminalTesting
import Testing

/// The form of a new placement in a real terminal, by keys alone.
@Suite struct CreationStoryTests {
  static let places: [(rows: Int, columns: Int, language: String)] = [
    (24, 80, "nl"), (24, 80, "en"), (18, 60, "nl"), (18, 60, "en"),
  ]

  @Test(arguments: places)
  func aPlacementWithThreePeopleIsFilledInByKeysAlone(place: (rows: Int, columns: Int, language: String)) throws {
    let isDutch = place.language == "nl"
    let world = try World(language: place.language)
    try world.importPlacements(StoryTests.placements)
    let terminal = try world.start([], rows: place.rows, columns: place.columns)
    #expect(terminal.waitForText("Amira"))
    terminal.send("n")
    #expect(terminal.waitForText(isDutch ? "Nieuw traject" : "New placement"))
    func fill(_ texts: String...) {
      for text in texts {
        terminal.send(text)
        terminal.send(.tab)
      }
    }
    // Wrong input at the fields that can be wrong; each is said, and stands where the cursor goes.
    fill("20/1", "Lotte Test", "Logopedie", "geen mail", "06-1", "31-2-2027", "1-1-2027", "", "Loods")
    terminal.resize(rows: place.rows + 6, columns: place.columns + 30)
    #expect(terminal.waitForText("Loods"))
    terminal.resize(rows: place.rows, columns: place.columns)
    fill("Kade 1", "", "mail@x.nl", "", "Els Kok", "els@x.nl", "", "Piet Vos", "piet@x.nl", "")
    terminal.send("9 jaar")
    terminal.send(.enter)
    #expect(terminal.waitForText(isDutch ? "5 velden kloppen nog niet" : "5 fields need attention"))
    // The list of what is wrong leads to its first.
    terminal.send(.enter)
    #expect(terminal.wait { $0.row($0.cursor.row).contains("20/1") })
    terminal.send(.control("u"))
    fill("2001", "", "")
    terminal.send(.control("u"))
    fill("lotte@x.nl", "")
    terminal.send(.control("u"))
    fill("1-2-2027")
    terminal.send(.control("u"))
    fill("1-2-2029", "Nieuw Bedrijf", "", "", "Noor Bakker", "", "", "", "", "", "", "", "")
    terminal.send(.enter)
    #expect(terminal.waitForText(isDutch ? "Bewaard: traject gemaakt" : "Saved: placement created"))
    #expect(terminal.wait { $0.row(0).contains("Lotte Test") })
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))

    let again = try world.start([], rows: place.rows, columns: place.columns)
    #expect(again.waitForText("Amira"))
    again.send("/")
    again.send("piet vos")
    #expect(again.wait { $0.screenText.contains("Lotte Test") && !$0.screenText.contains("Amira") })
    again.send(.enter)
    again.send("q")
    #expect(again.waitForExit() == .exited(0))
  }

  @Test func killedInTheMiddleOfTheFormTheStoreIsAsItWas() throws {
    let world = try World()
    try world.importPlacements(StoryTests.placements)
    let terminal = try world.start()
    #expect(terminal.waitForText("Amira"))
    terminal.send("n")
    #expect(terminal.waitForText("Nieuw traject"))
    terminal.send("2001\tLotte Test\tLogopedie")
    #expect(terminal.waitForText("Logopedie"))
    terminal.kill(SIGKILL)
    _ = terminal.waitForExit()
    let again = try world.start()
    #expect(again.waitForText("4 trajecten"))
    again.send("q")
    #expect(again.waitForExit() == .exited(0))
  }
}
