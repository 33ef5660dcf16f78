import TerminalTesting
import Testing

/// Employers, workplaces and students in a real terminal, from key press to disk.
@Suite struct RegisterStoryTests {
  static let placements = """
    studentnummer;student;opleiding;werkgever;werkplek;adres werkplek;startdatum;contactpersoon werkgever
    1001;Amira El Idrissi;HBO-ICT;Van Dijk Techniek;Werkplaats;Kade 1;14-12-2026;Jan van Dijk
    1002;Daan Visser;Verpleegkunde;Zorggroep Noord;Afdeling 3;;21-12-2026;
    1003;Chloë Janssen;HBO-ICT;Van Dijk Techniek;Kantoor;;28-12-2026;Jan van Dijk

    """

  @Test(arguments: [(24, 80, "nl"), (18, 60, "en")])
  func anEmployerIsFoundRenamedAndFoundAgainAfterReopening(place: (Int, Int, String)) throws {
    let isDutch = place.2 == "nl"
    let world = try World(language: place.2)
    try world.importPlacements(Self.placements)
    let first = try world.start([], rows: place.0, columns: place.1)
    #expect(first.waitForText("Daan Visser"))
    first.send("w")
    #expect(first.waitForText("Zorggroep Noord") && first.waitForText(isDutch ? "Werkgevers" : "Employers"))
    first.send("/DIJK")
    #expect(first.wait { !$0.screenText.contains("Zorggroep") && $0.screenText.contains("Van Dijk Techniek") })
    first.send("\r")
    #expect(first.wait { $0.row($0.cursor.row).hasPrefix("▸Van Dijk Techniek") })
    first.send("\r")
    #expect(first.waitForText("Kantoor") && first.waitForText("Chloë Janssen"))
    first.send("e")
    #expect(first.waitForText("Ctrl-S"))
    first.send(.control("u"))
    first.send("Dijk & Dochter")
    first.send(.control("s"))
    #expect(first.wait { $0.row(0).contains("Dijk & Dochter") })
    // Each placement has the new name, and one of them keeps the change.
    first.send(.end)
    first.send("\r")
    #expect(first.wait { $0.row(0).contains("Chloë Janssen") && $0.row(0).contains("Dijk & Dochter") })
    first.send("qq")
    #expect(first.waitForExit() == .exited(0))

    let second = try world.start([], rows: place.0, columns: place.1)
    #expect(second.waitForText("Daan Visser"))
    second.send("/amira\r\rh")
    #expect(second.waitForText(isDutch ? "werkgever hernoemd" : "employer renamed"))
    second.send("q")
    #expect(second.waitForExit() == .exited(0))
  }

  @Test func theCursorStandsOnTheSelectedLineAndAStepIsSmall() throws {
    let world = try World(language: "nl")
    try world.importPlacements(Self.placements)
    let terminal = try world.start()
    #expect(terminal.waitForText("Daan Visser"))
    terminal.send("w")
    #expect(terminal.waitForText("Werkgevers"))
    func step(_ place: String) {
      terminal.settle(milliseconds: 100)
      terminal.markBytes()
      terminal.send(.down)
      #expect(terminal.wait { $0.bytesSinceMark > 0 })
      terminal.settle(milliseconds: 60)
      #expect(terminal.bytesSinceMark <= 64, "\(place): \(terminal.textSinceMark.debugDescription)")
      let row = Array(terminal.row(terminal.cursor.row))
      #expect(
        row.indices.contains(terminal.cursor.column) && row[terminal.cursor.column] == "▸",
        "\(place): \(terminal.screenText)")
    }
    step("employers")
    terminal.send(.home)
    terminal.send("\r")
    #expect(terminal.waitForText("Jan van Dijk"))
    // Down a workplace, over a heading to somebody, and over one to a placement.
    for _ in 0..<3 { step("employer") }
    #expect(terminal.wait { $0.row($0.cursor.row).contains("Amira") })
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }
}
