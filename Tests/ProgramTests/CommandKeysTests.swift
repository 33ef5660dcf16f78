import TerminalTesting
import Testing

/// `drieluik keys` and the user's own keys, through the real program.
@Suite struct CommandKeysTests {
  @Test func everyCommandHasALineAndTablesComeInMarkdown() throws {
    let place = try CommandPlace()
    let plain = try place.run(["keys"])
    #expect(plain.code == 0 && plain.errors.isEmpty)
    #expect(plain.lines.contains { $0.hasPrefix("overview.search: /; ") })
    #expect(plain.lines.contains { $0.hasPrefix("everywhere.undo: u, Ctrl-_, F4; ") })
    let tables = try place.run(["keys", "--markdown", "--language", "en"])
    #expect(tables.lines.first == "# Keys" && tables.output.contains("| `search` | / |"))
    #expect(!place.has("data"))
  }

  @Test func ownKeysAreListed() throws {
    let place = try CommandPlace()
    try place.write("config/drieluik/config.yaml", "keys:\n  overview:\n    search: [s, F3]\n")
    let outcome = try place.run(["keys"])
    #expect(outcome.code == 0 && outcome.lines.contains { $0.hasPrefix("overview.search: s, F3; ") })
  }

  @Test func aWrongKeyIsNamedBeforeAnythingOpens() throws {
    let place = try CommandPlace()
    try place.write("config/drieluik/config.yaml", "# mine\nkeys:\n  overview:\n    search: t\n")
    let outcome = try place.run(["keys", "--language", "en"])
    #expect(outcome.code == 65 && outcome.lines.contains { $0.hasPrefix("overview.search: /; ") })
    #expect(outcome.errors.contains("config.yaml, line 4, keys.overview.search: t belongs to mine too"))

    let world = try World()
    try world.importPlacements(StoryTests.placements)
    world.environment["XDG_CONFIG_HOME"] = place.folder + "/config"
    let terminal = try world.start()
    #expect(terminal.waitForExit() == .exited(65))
    #expect(!terminal.receivedText.contains("\u{1B}") && terminal.receivedText.contains("regel 4"))
  }

  @Test func ownKeysWorkInARealTerminal() throws {
    let place = try CommandPlace()
    try place.write(
      "config/drieluik/config.yaml",
      "keys:\n  everywhere:\n    down: [Down, ß]\n    quit: F12\n  overview:\n    open: [Enter, й]\n    search: Ctrl-T\n"
    )
    let world = try World()
    try world.importPlacements(StoryTests.placements)
    world.environment["XDG_CONFIG_HOME"] = place.folder + "/config"
    let terminal = try world.start()
    #expect(terminal.waitForText("Ctrl-T zoeken"))
    #expect(terminal.waitForText("F12 sluiten"))
    terminal.send("ß")
    #expect(terminal.wait { $0.row($0.cursor.row).contains("Daan Visser") })
    terminal.send(.control("t"))
    terminal.send("chloe")
    #expect(terminal.wait { $0.screenText.contains("Chloë Janssen") && !$0.screenText.contains("Amira") })
    terminal.send(.enter)
    terminal.send("й")
    #expect(terminal.waitForText("Chloë Janssen —"))
    terminal.send("?")
    terminal.send(.end)
    #expect(terminal.waitForText("F12"))
    terminal.send(.function(12))
    #expect(terminal.waitForExit() == .exited(0))
  }
}
