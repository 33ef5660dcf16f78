import Glibc
import TerminalTesting
import Testing

@Suite struct EndingTests {
  @Test func aNewSizeIsPaintedWhole() throws {
    let terminal = try openProbe(rows: 60, columns: 200)
    terminal.resize(rows: 10, columns: 40)
    #expect(terminal.wait { $0.row(0).hasPrefix("probe 40x10") && $0.row(9).count == 40 })
    #expect(terminal.row(4) == String(repeating: "─", count: 40))
    #expect(terminal.waitForText("resize 40x10"))
    terminal.resize(rows: 60, columns: 200)
    #expect(terminal.wait { $0.row(0).hasPrefix("probe 200x60") && $0.row(59).count == 200 })
    #expect(terminal.row(4) == String(repeating: "─", count: 200))
    #expect(terminal.row(2).contains("bright"))
    terminal.resize(rows: 1, columns: 1)
    #expect(terminal.wait { $0.row(0) == "+" || $0.row(0) == "p" })
    terminal.resize(rows: 24, columns: 80)
    #expect(terminal.wait { $0.row(0).hasPrefix("probe 80x24") && $0.row(23).count == 80 })
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func aSignalToEndGivesTheTerminalBack(signal: Int32) throws {
    let terminal = try openProbe()
    terminal.kill(signal)
    #expect(terminal.waitForExit() == .exited(128 + signal))
    #expect(terminal.isCooked)
    #expect(!terminal.screen.isAlternateScreen && !terminal.screen.reportsMouse)
    #expect(terminal.screen.isCursorVisible)
  }

  @Test(arguments: [false, true])
  func aTerminalThatIsGoneEndsTheProgram(ignoringHangUp: Bool) throws {
    let terminal = try openProbe(ignoringHangUp: ignoringHangUp)
    terminal.hangUp()
    let status = try #require(terminal.waitForExit())
    #expect(status == .exited(3) || (!ignoringHangUp && status == .exited(128 + SIGHUP)), "\(status)")
  }

  @Test(arguments: [
    ("fatalError", SIGILL), ("range", SIGILL), ("overflow", SIGSEGV), ("pointer", SIGSEGV), ("abort", SIGABRT),
    ("quit", SIGQUIT),
  ])
  func aCrashGivesTheTerminalBack(kind: String, signal: Int32) throws {
    let terminal = try openProbe(["--crash", kind])
    terminal.send("!")
    #expect(terminal.waitForExit(seconds: 60) == .signalled(signal))
    #expect(terminal.isCooked)
    #expect(!terminal.screen.isAlternateScreen && !terminal.screen.reportsMouse)
    #expect(terminal.screen.isCursorVisible)
    if kind == "fatalError" { #expect(terminal.screenText.contains("the probe was told to die")) }
  }

  @Test(arguments: ["vt100", "linux"])
  func aCrashOnATerminalWithoutSecondScreenLeavesTheCursorBelow(name: String) throws {
    let terminal = try openProbe(["--crash", "abort"], environment: ["TERM": name])
    terminal.send("!")
    #expect(terminal.waitForExit() == .signalled(SIGABRT))
    #expect(terminal.isCooked)
    #expect(terminal.cursor == (23, 0))
  }

  @Test func leavingInTheMiddleGivesTheTerminalBack() throws {
    let terminal = try openProbe(["--crash", "exit"])
    terminal.send("!")
    #expect(terminal.waitForExit() == .exited(7))
    #expect(terminal.isCooked)
    #expect(!terminal.screen.isAlternateScreen)
  }

  @Test func ctrlZGivesTheTerminalToTheShellAndComesBack() throws {
    let probe = try builtProgram(named: "TerminalProbe")
    let terminal = try PseudoTerminal(
      program: "/bin/sh", arguments: ["-i"],
      environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PS1": "ready> ", "PATH": "/usr/bin:/bin"])
    #expect(terminal.waitForText("ready>"))
    for round in 1...3 {
      if round == 1 { terminal.send("\(probe)\r") } else { terminal.send("fg\r") }
      #expect(terminal.wait { $0.screen.isAlternateScreen && $0.row(0).hasPrefix("probe 80x24") })
      if round > 1 {
        #expect(terminal.waitForText("resumed"))
        #expect(terminal.row(23).hasSuffix("+") && terminal.screen.reportsMouse && !terminal.isCooked)
      }
      terminal.send("x")
      #expect(terminal.waitForText("key character(\"x\")"))
      terminal.send(.control("z"))
      #expect(terminal.wait { !$0.screen.isAlternateScreen && $0.isCooked && $0.screenText.contains("Stopped") })
      #expect(!terminal.screen.reportsMouse)
      terminal.send("echo shell-$((20 + \(round)))\r")
      #expect(terminal.waitForText("shell-\(20 + round)"))
    }
    terminal.resize(rows: 30, columns: 90)
    terminal.send("fg\r")
    #expect(terminal.wait { $0.screen.isAlternateScreen && $0.row(0).hasPrefix("probe 90x30") })
    terminal.send("q")
    #expect(terminal.wait { !$0.screen.isAlternateScreen && $0.isCooked && $0.screenText.contains("bye") })
  }

  @Test func withoutAShellToWakeItCtrlZOnlyRepaints() throws {
    let terminal = try openProbe()
    terminal.send(.control("z"))
    #expect(terminal.waitForText("resumed"))
    #expect(terminal.screen.isAlternateScreen && !terminal.isCooked)
  }

  @Test func stoppedFromOutsideItComesBackWhole() throws {
    let terminal = try openProbe()
    terminal.kill(SIGSTOP)
    terminal.settle(milliseconds: 50)
    terminal.kill(SIGCONT)
    #expect(terminal.waitForText("resumed"))
    #expect(terminal.row(0).hasPrefix("probe 80x24"))
    #expect(terminal.screen.isAlternateScreen && !terminal.isCooked)
  }
}
