import TerminalTesting
import Testing

/// The mouse in the real program.
@Suite struct MouseTests {
  private func world() throws -> World {
    let world = try World()
    try world.importPlacements(StoryTests.placements)
    return world
  }

  /// A press and a release, as mode 1006 sends them or as mode 1000 alone does.
  private func click(column: Int, row: Int, old: Bool) -> String {
    guard old else { return "\u{1B}[<0;\(column + 1);\(row + 1)M\u{1B}[<0;\(column + 1);\(row + 1)m" }
    let place = [33 + column, 33 + row].compactMap { UnicodeScalar($0) }.map { String($0) }.joined()
    return "\u{1B}[M \(place)\u{1B}[M#\(place)"
  }

  @Test(arguments: [("xterm-256color", false), ("xterm", false), ("screen", true), ("linux", true)])
  func aClickSelectsADoubleClickOpensTheWheelScrolls(name: String, old: Bool) throws {
    let world = try world()
    world.environment["TERM"] = name
    let terminal = try world.start()
    #expect(terminal.waitForText("Amira"))
    #expect(terminal.receivedText.contains("\u{1B}[?1000h\u{1B}[?1006h"))
    // Buttons only: motion is never asked for.
    for mode in ["1001", "1002", "1003", "1015", "1016"] { #expect(!terminal.receivedText.contains("[?\(mode)h")) }
    terminal.send(click(column: 5, row: 6, old: old))
    #expect(terminal.wait { $0.cursor.row == 6 && $0.row(6).contains("Chloë") })
    terminal.send(old ? "\u{1B}[Ma&&" : "\u{1B}[<65;6;6M")
    #expect(terminal.wait { $0.row($0.cursor.row).contains("田中") })
    terminal.send(old ? "\u{1B}[M`&&" : "\u{1B}[<64;6;6M")
    #expect(terminal.wait { $0.row($0.cursor.row).contains("Amira") })
    terminal.send(click(column: 5, row: 5, old: old) + click(column: 9, row: 5, old: old))
    #expect(terminal.waitForText("Daan Visser —"))
    terminal.send(.escape)
    // The bottom line is painted last: the title alone does not say that it is the overview's already.
    #expect(terminal.wait { $0.row(0).contains("Overzicht") && $0.row(23).contains("n nieuw") })
    let help = try #require(terminal.row(23).firstRange(of: "? hulp"))
    let line = terminal.row(23)
    terminal.send(click(column: line.distance(from: line.startIndex, to: help.lowerBound), row: 23, old: old))
    #expect(terminal.waitForText("Drieluik · Hulp"))
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test func f8GivesTheMouseBackAndTakesItAgain() throws {
    let world = try world()
    let terminal = try world.start()
    #expect(terminal.waitForText("Amira") && terminal.screen.reportsMouse)
    terminal.send(.function(8))
    #expect(terminal.wait { !$0.screen.reportsMouse })
    #expect(terminal.waitForText("weer van de terminal"))
    terminal.send(.function(8))
    #expect(terminal.wait { $0.screen.reportsMouse })
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0) && !terminal.screen.reportsMouse)
  }

  @Test(
    arguments: [(nil, "1", false), ("yes", "1", true), ("no", nil, false), (nil, nil, true)]
      as [(String?, String?, Bool)])
  func overSSHItIsTheTerminalsUnlessTheSettingsAsk(setting: String?, ssh: String?, expected: Bool) throws {
    let place = try CommandPlace()
    if let setting { try place.write("config/drieluik/config.yaml", "mouse: \(setting)\n") }
    let world = try world()
    world.environment["XDG_CONFIG_HOME"] = place.folder + "/config"
    world.environment["SSH_CONNECTION"] = ssh
    let terminal = try world.start()
    #expect(terminal.waitForText("Amira"))
    #expect(terminal.screen.reportsMouse == expected)
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }
}
