import TerminalTesting
import Testing

/// Windows that claim to be larger than any screen, as a client over SSH can.
@Suite struct EnemySizeTests {
  @Test(arguments: [(4, 30_000, "1000x4"), (30_000, 20, "20x500"), (4, 65_535, "1000x4")])
  func aHugeWindowIsPaintedInPart(rows: Int, columns: Int, painted: String) throws {
    let terminal = try PseudoTerminal(
      program: try builtProgram(named: "TerminalProbe"),
      environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"],
      rows: rows, columns: columns)
    #expect(terminal.wait { $0.row(0).hasPrefix("probe \(painted)") })
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
    #expect(terminal.isCooked)
  }

  @Test func aWindowThatGrowsHugeIsPaintedInPart() throws {
    let terminal = try openProbe(rows: 24, columns: 80)
    terminal.resize(rows: 24, columns: 30_000)
    #expect(terminal.wait { $0.row(0).hasPrefix("probe 1000x24") })
    terminal.resize(rows: 24, columns: 80)
    #expect(terminal.wait { $0.row(0).hasPrefix("probe 80x24") && $0.row(23).count == 80 })
  }
}
