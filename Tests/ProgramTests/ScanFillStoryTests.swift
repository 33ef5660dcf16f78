import TerminalTesting
import Testing

/// `scan fill` in a real terminal: on the screen, and by question and answer.
@Suite struct ScanFillStoryTests {
  private func world() throws -> (World, scan: String) {
    let world = try World()
    try world.importPlacements(CommandScanLifeTests.placements)
    let begun = try start(world, ["scan", "new", "3001"])
    #expect(begun.waitForExit() == .exited(0))
    let scan = try #require(begun.screenText.firstMatch(of: /Werkplekscan (\d+)/).map { String($0.1) })
    return (world, scan)
  }

  private func start(
    _ world: World, _ arguments: [String], variables: [String: String] = [:]
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      program: world.program, arguments: arguments + ["--store", world.store],
      environment: world.environment.merging(variables) { $1 }, rows: 24, columns: 80)
  }

  @Test func itOpensOnTheScanAndTheOverviewLiesBelowIt() throws {
    let (world, scan) = try world()
    let terminal = try start(world, ["scan", "fill", scan])
    #expect(terminal.waitForText("Werkplekscan · Van Dijk Techniek"))
    terminal.send(.escape)
    #expect(terminal.waitForText("Overzicht"))
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test(arguments: [["--accessible"], []])
  func withoutCursorAddressingItAsksLineByLine(options: [String]) throws {
    let (world, scan) = try world()
    let terminal = try start(
      world, ["scan", "fill", scan] + options, variables: options.isEmpty ? ["ACCESSIBLE": "1"] : ["TERM": "dumb"])
    #expect(terminal.waitForText("Antwoord:"))
    terminal.send("Van Dijk")
    terminal.send(.enter)
    #expect(terminal.waitForText("Bewaard"))
    // Long questions break between words.
    terminal.send("naar A5")
    terminal.send(.enter)
    #expect(terminal.waitForText("A5: "))
    #expect(terminal.waitForText("\nstudent-werknemer gaat werken?"))
    #expect(!terminal.receivedText.contains("\u{1B}"))
    terminal.send(.control("c"))
    #expect(terminal.waitForExit() == .exited(130))
    #expect(terminal.receivedText.contains("Alles wat u hebt gegeven is bewaard."))
  }
}
