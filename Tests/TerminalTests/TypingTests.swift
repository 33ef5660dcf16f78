import TerminalTesting
import Testing

@Suite struct TypingTests {
  @Test func aCharacterInPiecesIsOneKey() throws {
    let terminal = try openProbe()
    for byte in "é漢😀".utf8 {
      terminal.send(bytes: [byte])
      // Long enough that each byte is a read of its own; the outcome must be the same when it is not.
      terminal.settle(milliseconds: 30)
    }
    #expect(terminal.waitForText("key character(\"😀\")"))
    #expect(terminal.waitForText("key character(\"é\")"))
    #expect(terminal.waitForText("key character(\"漢\")"))
  }

  @Test func aSequenceInPiecesIsOneKey() throws {
    let terminal = try openProbe()
    terminal.send("\u{1B}[")
    terminal.settle(milliseconds: 80)
    terminal.send("1;5")
    terminal.settle(milliseconds: 80)
    terminal.send("C")
    #expect(terminal.waitForText("key wordRight"))
    #expect(terminal.row(6).isEmpty)
  }

  @Test func escapeAloneComesByItself() throws {
    let terminal = try openProbe()
    terminal.send(.escape)
    #expect(terminal.waitForText("key escape"))
    terminal.send(.alt("x"))
    #expect(terminal.waitForText("key alt(\"x\")"))
    #expect(!terminal.row(6).contains("escape"))
  }

  @Test func controlKeysComeAsKeys() throws {
    let terminal = try openProbe()
    for letter in ["c", "s", "q", "a", "v", "o", "d"] as [Character] {
      terminal.send(.control(letter))
      #expect(terminal.waitForText("key control(\"\(letter)\")"))
    }
    terminal.send("\u{1C}")
    #expect(terminal.waitForText("key control(\"\\\\\")"))
  }

  @Test(arguments: ["xterm-256color", "xterm", "screen", "tmux-256color", "linux", "vt100", "vt220", "unheard-of"])
  func keysWorkUnderEachTerminal(name: String) throws {
    let terminal = try openProbe(environment: ["TERM": name], rows: 50)
    let typed: [(String, String)] = [
      ("\u{1B}[A", "up"), ("\u{1B}OB", "down"), ("\u{1B}[1;5C", "wordRight"), ("\u{1B}[1~", "home"),
      ("\u{1B}[F", "end"), ("\u{1B}[5~", "pageUp"), ("\u{1B}[6~", "pageDown"), ("\u{1B}[3~", "delete"),
      ("\u{1B}[2~", "insert"), ("\u{1B}OP", "function(1)"), ("\u{1B}[[B", "function(2)"),
      ("\u{1B}[24~", "function(12)"),
      ("\u{1B}[Z", "backTab"), ("\u{7F}", "backspace"), ("\r", "enter"), ("\t", "tab"),
    ]
    terminal.send(typed.map(\.0).joined())
    #expect(terminal.waitForText("key tab"))
    for (index, (_, key)) in typed.enumerated() { #expect(terminal.row(5 + index) == "key \(key)") }
    #expect(terminal.row(5 + typed.count).isEmpty)
  }

  @Test func aLongPasteComesWhole() throws {
    let terminal = try openProbe()
    let text = (0..<700).map { "regel \($0): één vlotte begeleider" }.joined(separator: "\n")
    #expect(text.utf8.count > 20_000)
    terminal.paste(text.replacing("\n", with: "\r"))
    let sum = text.utf8.reduce(UInt32(0)) { $0 &* 31 &+ UInt32($1) }
    #expect(terminal.waitForText("paste \(text.utf8.count) \(sum)"), "\(terminal.screenText)")
    #expect(terminal.row(6).isEmpty)
  }

  @Test func theMouseIsReportedAndCanBeReleased() throws {
    let terminal = try openProbe(columns: 250)
    terminal.send("\u{1B}[<0;240;5M\u{1B}[<0;240;5m\u{1B}[<64;1;1M")
    #expect(terminal.waitForText("mouse wheelUp 0,0"))
    #expect(terminal.row(5) == "mouse press 239,4")
    #expect(terminal.row(6) == "mouse release 239,4")
    terminal.send(.control("t"))
    #expect(terminal.wait { !$0.screen.reportsMouse })
    terminal.send(.control("t"))
    #expect(terminal.wait { $0.screen.reportsMouse })
  }

  @Test func theBellIsRung() throws {
    let terminal = try openProbe()
    terminal.send(.control("g"))
    #expect(terminal.wait { $0.screen.bells == 1 })
  }
}
