import Glibc
import TerminalTesting
import Testing

/// Starts the probe and waits until its picture is there.
func openProbe(
  _ arguments: [String] = [], environment: [String: String] = [:], rows: Int = 24, columns: Int = 80,
  ignoringHangUp: Bool = false
) throws -> PseudoTerminal {
  // The toolchain's own backtraces wait for a key when they find a terminal; programs that are shipped have none.
  let base = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"]
  let terminal = try PseudoTerminal(
    program: try builtProgram(named: "TerminalProbe"), arguments: arguments,
    environment: base.merging(environment) { $1 }, rows: rows, columns: columns, ignoringHangUp: ignoringHangUp)
  // The bottom right sign is the last of the picture.
  #expect(
    terminal.wait { $0.row(0).hasPrefix("probe \(columns)x\(rows)") && $0.row(rows - 1).hasSuffix("+") },
    "\(terminal.screenText)")
  return terminal
}

@Suite struct OpeningTests {
  @Test func opensPaintsAndGivesTheTerminalBack() throws {
    let terminal = try openProbe()
    #expect(terminal.screen.isAlternateScreen)
    #expect(terminal.screen.isCursorVisible)
    #expect(!terminal.isCooked)
    #expect(terminal.cursor == (5, 2))
    #expect(terminal.row(0) == "probe 80x24 colors=256 unicode")
    #expect(terminal.screen.cell(row: 23, column: 79).text == "+")
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
    #expect(terminal.isCooked)
    #expect(!terminal.screen.isAlternateScreen)
    #expect(!terminal.screen.reportsMouse)
    #expect(terminal.waitForText("bye"))
    #expect(terminal.receivedText.contains("\u{1B}[?2004h") && terminal.receivedText.contains("\u{1B}[?2004l"))
  }

  @Test(arguments: [
    "xterm-256color", "xterm", "screen", "tmux-256color", "linux", "vt100", "vt220", "rxvt", "xterm-mono",
  ])
  func opensUnderEachTerminal(name: String) throws {
    let terminal = try openProbe(environment: ["TERM": name])
    #expect(terminal.row(3) == "notes: []")
    terminal.send(.down)
    #expect(terminal.waitForText("key down"))
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
    #expect(terminal.isCooked)
  }

  @Test(arguments: ["dumb", "unknown", "", "../../etc/passwd"])
  func saysWhyItCannotOpen(name: String) throws {
    let terminal = try PseudoTerminal(
      program: try builtProgram(named: "TerminalProbe"), environment: ["TERM": name, "LC_ALL": "C.UTF-8"])
    #expect(terminal.waitForExit() == .exited(5))
    #expect(terminal.row(0) == "cannot open: cannotShowScreens(name: \"\(name)\")")
    #expect(terminal.isCooked)
    #expect(!terminal.receivedText.contains("\u{1B}"))
  }

  @Test func noTerminalAtAllIsAnError() throws {
    let program = try builtProgram(named: "TerminalProbe")
    let terminal = try PseudoTerminal(
      program: "/bin/sh", arguments: ["-c", "\(program) </dev/null; \(program) | cat"],
      environment: ["TERM": "xterm", "PATH": "/usr/bin:/bin"])
    #expect(terminal.waitForExit() == .exited(0))
    #expect(terminal.row(0) == "cannot open: notATerminal")
    #expect(terminal.row(1) == "cannot open: notATerminal")
  }

  @Test func anUnknownTerminalFallsBackWithANote() throws {
    let terminal = try openProbe(environment: ["TERM": "xterm-ghostty"], columns: 120)
    #expect(terminal.row(3).contains("unknownTerminal(name: \"xterm-ghostty\", used: \"xterm-256color\")"))
    #expect(terminal.row(0).contains("colors=256"))
  }

  @Test(
    arguments: [
      (["LC_ALL": "C"], "ascii", ""), (["LC_ALL": "POSIX"], "ascii", ""), (["LC_ALL": "C.utf8"], "unicode", ""),
      (["LC_ALL": ""], "unicode", ""), (["LC_ALL": "nonsense"], "unicode", "missingLocale(name: \"nonsense\")"),
      (["LC_ALL": "", "LANG": "C"], "ascii", ""), (["LC_ALL": "", "LC_CTYPE": "C.UTF-8", "LANG": "C"], "unicode", ""),
      (["LC_ALL": "tlh_QO.ISO-8859-1"], "ascii", "missingLocale"),
    ] as [([String: String], String, String)])
  func theLocaleDecidesWhichCharactersAreDrawn(environment: [String: String], kind: String, note: String) throws {
    let terminal = try openProbe(environment: environment)
    #expect(terminal.row(0).hasSuffix(kind))
    #expect(note.isEmpty ? terminal.row(3) == "notes: []" : terminal.row(3).contains(note))
    #expect(terminal.screen.cell(row: 1, column: 11).text == "|")
    if kind == "ascii" { #expect(terminal.received.allSatisfy { $0 < 0x80 }) }
  }

  @Test func aTerminalOfMillionsOfColoursIsUsedWith256() throws {
    var folder = Array("/tmp/terminfo-XXXXXX".utf8CString)
    try #require(mkdtemp(&folder) != nil)
    let path = String(decoding: folder.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm"]
    let entry = "mine-direct|test, RGB, colors#0x1000000, pairs#0x10000, use=xterm-256color,"
    let compiler = try PseudoTerminal(
      program: "/bin/sh", arguments: ["-c", "echo '\(entry)' >\(path)/mine; tic -x -o \(path) \(path)/mine"],
      environment: environment)
    #expect(compiler.waitForExit() == .exited(0))
    let terminal = try openProbe(environment: ["TERM": "mine-direct", "TERMINFO": path])
    #expect(terminal.row(0).contains("colors=256"))
    #expect(terminal.row(3) == "notes: []")
    let remover = try PseudoTerminal(program: "/bin/rm", arguments: ["-rf", path], environment: environment)
    #expect(remover.waitForExit() == .exited(0))
  }

  @Test func withoutTheMouseNothingIsSaidAboutIt() throws {
    let silent = try openProbe(["--no-mouse"])
    silent.send("q")
    #expect(silent.waitForExit() == .exited(0))
    #expect(!silent.receivedText.contains("?1000") && !silent.receivedText.contains("?1006"))
    let usual = try openProbe()
    #expect(usual.screen.reportsMouse)
  }

  @Test func theWindowsSizeCountsAndNotTheEnvironments() throws {
    let terminal = try openProbe(environment: ["LINES": "10", "COLUMNS": "20"], rows: 30, columns: 100)
    #expect(terminal.row(0).hasPrefix("probe 100x30"))
  }

  @Test func messagesAreShownAfterTheScreenIsClosed() throws {
    let terminal = try openProbe()
    terminal.send("#")
    #expect(terminal.waitForText("key character(\"#\")"))
    #expect(!terminal.receivedText.contains("message on standard error"))
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
    #expect(terminal.waitForText("message on standard error"))
  }
}
