import Glibc
import TerminalTesting
import Testing

/// The real program in a real terminal: what a person does, from key press to disk.
@Suite struct StoryTests {
  static let placements = """
    studentnummer;student;opleiding;werkgever;werkplek;startdatum;contactpersoon school
    1001;Amira El Idrissi;HBO-ICT;Van Dijk Techniek;Werkplaats;14-12-2026;Noor Bakker
    1002;Daan Visser;Verpleegkunde;Zorggroep Noord;Afdeling 3;21-12-2026;Noor Bakker
    1003;Chloë Janssen;HBO-ICT;;;28-12-2026;Noor Bakker
    1004;田中 太郎;Bouwkunde;Bouw & Zn;Loods;4-1-2027;Noor Bakker

    """

  private func world(language: String = "nl") throws -> World {
    let world = try World(language: language)
    try world.importPlacements(Self.placements)
    return world
  }

  @Test func whatWasTickedAndNotedIsThereAfterReopening() throws {
    let world = try world()
    let first = try world.start(["--as", "Noor Bakker"])
    #expect(first.waitForText("Overzicht"))
    #expect(first.waitForText("Amira El Idrissi"))
    first.send(.enter)
    #expect(first.waitForText("Informatie"))
    first.send(" ")
    #expect(first.waitForText("Bewaard"))
    #expect(first.wait { $0.screenText.contains("✓  Informatie") })
    first.send("n")
    #expect(first.waitForText("notitie"))
    first.send("Brochure gemaild, \u{65}\u{301}én vraag open")
    first.send(.tab)
    first.send(.enter)
    #expect(first.waitForText("Bewaard: notitie"))
    first.send("q")
    #expect(first.waitForExit() == .exited(0))
    #expect(first.isCooked)

    let second = try world.start()
    #expect(second.waitForText("Amira El Idrissi"))
    second.send(.enter)
    #expect(second.wait { $0.screenText.contains("✓  Informatie") })
    second.send(.enter)
    #expect(second.waitForText("verstrekt informatie"))
    second.send(.end)
    #expect(second.waitForText("één vraag open"))
    second.send("q")
    #expect(second.waitForExit() == .exited(0))
  }

  @Test func undoTakesBackNamesWhatItTookAndRedoDoesItAgain() throws {
    let world = try world()
    let terminal = try world.start()
    #expect(terminal.waitForText("Amira"))
    terminal.send(.enter)
    #expect(terminal.waitForText("Informatie"))
    terminal.send(" ")
    #expect(terminal.waitForText("Bewaard"))
    terminal.send("u")
    #expect(terminal.waitForText("Ongedaan gemaakt: Informatie bevestigd"))
    #expect(!terminal.screenText.contains("✓  Informatie"))
    terminal.send(.control("r"))
    #expect(terminal.wait { $0.screenText.contains("✓  Informatie") })
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test func theStartIsRefusedWithTheListOfOpenGates() throws {
    let world = try world()
    let terminal = try world.start()
    #expect(terminal.waitForText("Amira"))
    terminal.send(.enter)
    #expect(terminal.waitForText("Informatie"))
    terminal.send("b")
    #expect(terminal.waitForText("Beginnen kan nog niet"))
    #expect(terminal.waitForText("◆ Overeenkomst"))
    terminal.send(.enter)
    #expect(terminal.waitForText("tripartite overeenkomst"))
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test func searchingFindsWithoutAccentsAndCase() throws {
    let world = try world()
    let terminal = try world.start()
    #expect(terminal.waitForText("Amira"))
    terminal.send("/")
    terminal.send("CHLOE")
    #expect(terminal.wait { $0.screenText.contains("Chloë Janssen") && !$0.screenText.contains("Amira") })
    terminal.send(.enter)
    #expect(
      terminal.wait {
        let row = $0.row($0.cursor.row)
        return row.hasPrefix("▸") && row.contains("Chloë Janssen")
      }, "\(terminal.screenText)")
    terminal.send(.escape)
    #expect(terminal.waitForText("Amira"))
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test func theCursorStandsOnTheSelectedLineOfEveryList() throws {
    let world = try world()
    let terminal = try world.start()
    #expect(terminal.waitForText("Amira"))
    func expectSelected(after key: TypedKey, _ place: String) {
      terminal.send(key)
      terminal.settle(milliseconds: 60)
      let row = Array(terminal.row(terminal.cursor.row))
      #expect(
        row.indices.contains(terminal.cursor.column) && row[terminal.cursor.column] == "▸",
        "\(place): \(terminal.screenText)")
    }
    for key in [TypedKey.down, .down, .up, .end, .home] { expectSelected(after: key, "overview") }
    terminal.send("t")
    #expect(terminal.waitForText("Te doen"))
    for key in [TypedKey.down, .end, .home] { expectSelected(after: key, "to do") }
    terminal.send(.escape)
    #expect(terminal.waitForText("Overzicht"))
    terminal.send(.enter)
    #expect(terminal.waitForText("Informatie"))
    for key in [TypedKey.down, .down, .right, .down, .right, .end, .home] { expectSelected(after: key, "triptych") }
    terminal.send("h")
    #expect(terminal.waitForText("Wanneer"))
    for key in [TypedKey.down, .home] { expectSelected(after: key, "history") }
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test func oneRowDownTakesAtMostSixtyFourBytes() throws {
    let world = try world()
    let terminal = try world.start()
    #expect(terminal.waitForText("Amira"))
    terminal.settle(milliseconds: 100)
    terminal.markBytes()
    terminal.send(.down)
    #expect(terminal.wait { $0.bytesSinceMark > 0 })
    terminal.settle(milliseconds: 60)
    #expect(terminal.bytesSinceMark <= 64, "\(terminal.textSinceMark.debugDescription)")
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test func anotherSizeBreaksNothing() throws {
    let world = try world()
    let terminal = try world.start([], rows: 60, columns: 200)
    #expect(terminal.waitForText("Amira"))
    terminal.send(.enter)
    #expect(terminal.waitForText("Informatie"))
    terminal.settle(milliseconds: 200)
    let before = terminal.screenText
    terminal.resize(rows: 10, columns: 40)
    #expect(terminal.waitForText("Maak het venster groter"))
    terminal.resize(rows: 18, columns: 60)
    #expect(terminal.waitForText("Informatie"))
    terminal.resize(rows: 60, columns: 200)
    #expect(terminal.wait(seconds: 5) { $0.screenText == before }, "\(before)\n=====\n\(terminal.screenText)")
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test func aPastedPageIsTextAndNoCommands() throws {
    let world = try world()
    let terminal = try world.start()
    #expect(terminal.waitForText("Amira"))
    let page = (1...60).map { "q regel \($0): u x b : ? / \u{1B}[31m rood\u{7}" }.joined(separator: "\n")
    terminal.paste(page)
    terminal.settle(milliseconds: 100)
    #expect(terminal.waitForText("Amira"))
    terminal.send(.enter)
    #expect(terminal.waitForText("Informatie"))
    terminal.send("n")
    #expect(terminal.waitForText("Notitie"))
    terminal.paste(page)
    #expect(terminal.waitForText("regel 60"))
    terminal.send(.tab)
    terminal.send(.enter)
    #expect(terminal.waitForText("Bewaard"))
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test func ctrlZStopsAndFgBringsTheScreenBack() throws {
    let world = try world()
    var environment = world.environment
    environment["PS1"] = "klaar> "
    let terminal = try PseudoTerminal(
      program: "/bin/bash", arguments: ["--norc", "--noprofile", "-i"], environment: environment, rows: 24, columns: 80)
    #expect(terminal.waitForText("klaar>"))
    terminal.send("\(world.program) --store \(world.store)\r")
    #expect(terminal.waitForText("Amira El Idrissi"))
    terminal.send(.control("z"))
    #expect(terminal.waitForText("Stopped"))
    terminal.send("stty -a | grep -o ' icanon'; echo weer; fg\r")
    #expect(terminal.waitForText("Amira El Idrissi"))
    #expect(terminal.receivedText.contains("icanon\r\nweer"))
    terminal.send("q")
    terminal.settle(milliseconds: 200)
    terminal.send("exit\r")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test func twoPeopleAtOnceSeeEachOthersChangesAndOverwriteNothing() throws {
    let world = try world()
    let first = try world.start(["--as", "Noor Bakker"])
    let second = try world.start(["--as", "Piet de Boer"])
    #expect(first.waitForText("Amira"))
    #expect(second.waitForText("Amira"))
    first.send(.enter)
    second.send(.enter)
    #expect(first.waitForText("Informatie"))
    #expect(second.waitForText("Informatie"))
    first.send(" ")
    #expect(first.waitForText("Bewaard"))
    // Without a key the other session shows it within its tick.
    #expect(second.wait { $0.screenText.contains("✓  Informatie") })
    second.send("q")
    first.send("q")
    #expect(first.waitForExit() == .exited(0))
    #expect(second.waitForExit() == .exited(0))
  }
}
