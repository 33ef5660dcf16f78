import TerminalTesting
import Testing

/// Every terminal and locale either shows the screens or says why not.
@Suite struct SurroundingsTests {
  private func world() throws -> World {
    let world = try World()
    try world.importPlacements(StoryTests.placements)
    return world
  }

  @Test(arguments: ["xterm-256color", "xterm", "screen", "tmux-256color", "linux", "vt100", "vt220"])
  func opensUnderKnownTerminals(name: String) throws {
    let world = try world()
    world.environment["TERM"] = name
    let terminal = try world.start()
    #expect(terminal.waitForText("Amira El Idrissi"), "\(terminal.screenText)")
    terminal.send(.down)
    #expect(terminal.wait { $0.row($0.cursor.row).contains("Daan Visser") })
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test func anUnknownTerminalFallsBackWithANote() throws {
    let world = try world()
    world.environment["TERM"] = "geen-bekende"
    let terminal = try world.start()
    #expect(terminal.waitForText("geen-bekende"), "\(terminal.screenText)")
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test(arguments: ["dumb", "unknown", ""])
  func aTerminalThatCannotShowScreensGivesPlainLines(name: String) throws {
    let world = try world()
    world.environment["TERM"] = name
    let terminal = try world.start()
    #expect(terminal.waitForExit() == .exited(0))
    #expect(terminal.receivedText.contains("Voorbereiding: 4"), "\(terminal.receivedText)")
    #expect(!terminal.receivedText.contains("\u{1B}"))
  }

  @Test(arguments: ["C", "POSIX", "C.utf8", nil, "xx_XX.UTF-8"] as [String?])
  func opensInEveryLocale(locale: String?) throws {
    let world = try world()
    world.environment["LC_ALL"] = locale
    let terminal = try world.start()
    let isASCII = locale == "C" || locale == "POSIX"
    #expect(terminal.waitForText(isASCII ? "Chloe Janssen" : "Chloë Janssen"), "\(terminal.screenText)")
    if isASCII { #expect(terminal.received.max() ?? 0 < 0x80) }
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test func withoutColourNoColourIsSent() throws {
    let world = try world()
    world.environment["NO_COLOR"] = "1"
    let terminal = try world.start()
    #expect(terminal.waitForText("Amira"))
    terminal.send(.enter)
    #expect(terminal.waitForText("Informatie"))
    #expect(!terminal.receivedText.contains("\u{1B}[3") || !terminal.receivedText.contains(";5;"))
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test func englishWhenAsked() throws {
    let world = try World(language: "en")
    try world.importPlacements(StoryTests.placements)
    let terminal = try world.start()
    #expect(terminal.waitForText("Overview"))
    terminal.send(.enter)
    #expect(terminal.waitForText("Training plan"))
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test func theMouseSelectsAndCanBeLeftToTheTerminal() throws {
    let world = try world()
    let terminal = try world.start()
    #expect(terminal.waitForText("Amira"))
    #expect(terminal.screen.reportsMouse)
    terminal.send("\u{1B}[<0;5;7M\u{1B}[<0;5;7m")
    #expect(terminal.wait { $0.cursor.row == 6 })
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
    let without = try world.start(["--no-mouse"])
    #expect(without.waitForText("Amira"))
    #expect(!without.screen.reportsMouse)
    #expect(!without.receivedText.contains("1000"))
    without.send("q")
    #expect(without.waitForExit() == .exited(0))
  }
}
