import TerminalTesting
import Testing

@Suite struct PaintingTests {
  @Test func charactersStandInTheirColumns() throws {
    let terminal = try openProbe()
    for (index, first) in ["é", "e\u{301}", "漢", "😀", "👩", "❤", "✓", "🇳"].enumerated() {
      #expect(terminal.screen.cell(row: 1, column: 4 * index).text == first, "\(terminal.row(1))")
      #expect(terminal.screen.cell(row: 1, column: 4 * index + 3).text == "|", "\(first): \(terminal.row(1))")
    }
    #expect(terminal.row(4) == String(repeating: "─", count: 80))
  }

  @Test func attributesAndColoursAreShown() throws {
    let terminal = try openProbe()
    func cell(_ index: Int) -> VirtualCell { terminal.screen.cell(row: 2, column: 10 * index) }
    #expect(cell(0).foreground == .standard && cell(0).background == .standard && !cell(0).bold)
    #expect(cell(1).bold && cell(1).foreground == .standard)
    #expect(cell(2).reverse)
    #expect(cell(3).underline)
    #expect(cell(4).foreground == .indexed(196) && cell(4).background == .standard)
    #expect(cell(5).background == .indexed(4))
    #expect(cell(6).foreground == .indexed(9))
  }

  @Test(
    arguments: [
      (["--color", "16"], [:], 16), (["--color", "8"], [:], 8), (["--color", "never"], [:], 0),
      ([], ["NO_COLOR": "1"], 0), ([], ["NO_COLOR": ""], 256), (["--color", "always"], ["NO_COLOR": "1"], 256),
      ([], ["TERM": "xterm"], 8), ([], ["TERM": "vt100"], 0), ([], ["TERM": "vt220"], 0), ([], ["TERM": "linux"], 8),
      ([], ["TERM": "xterm-mono"], 0), (["--color", "256"], ["TERM": "screen"], 8),
    ] as [([String], [String: String], Int)])
  func fewerColoursKeepTheAttributes(arguments: [String], environment: [String: String], colors: Int) throws {
    let terminal = try openProbe(arguments, environment: environment)
    #expect(terminal.row(0).contains("colors=\(colors) "))
    #expect(terminal.screen.cell(row: 2, column: 10).bold)
    #expect(terminal.screen.cell(row: 2, column: 20).reverse)
    #expect(terminal.screen.cell(row: 2, column: 30).underline)
    let red = terminal.screen.cell(row: 2, column: 40)
    let expected: [Int: VirtualCell.Color] = [0: .standard, 8: .indexed(1), 16: .indexed(9), 256: .indexed(196)]
    #expect(red.foreground == expected[colors])
    #expect(red.text == "r")
    if colors == 0 {
      let sent = terminal.receivedText
      #expect(!sent.contains("[31") && !sent.contains("[44") && !sent.contains("38;5"))
    }
  }

  @Test func asciiIsDrawnWhereAskedFor() throws {
    let terminal = try openProbe(["--ascii"])
    #expect(terminal.row(0).hasSuffix("ascii"))
    #expect(terminal.row(4) == String(repeating: "-", count: 80))
    #expect(terminal.received.allSatisfy { $0 < 0x80 })
    #expect(terminal.screen.cell(row: 1, column: 11).text == "|")
  }

  @Test func aSmallChangeSendsFewBytes() throws {
    let terminal = try openProbe()
    terminal.send("a")
    #expect(terminal.waitForText("key character(\"a\")"))
    terminal.settle()
    terminal.markBytes()
    terminal.send("b")
    #expect(terminal.waitForText("key character(\"b\")"))
    terminal.settle()
    #expect(terminal.bytesSinceMark < 64, "\(terminal.textSinceMark.debugDescription)")
  }

  @Test func noTerminalIsEverAskedAnything() throws {
    for name in ["xterm-256color", "xterm", "screen", "tmux-256color", "linux", "vt100", "vt220"] {
      let terminal = try openProbe(environment: ["TERM": name])
      terminal.send("q")
      #expect(terminal.waitForExit() == .exited(0))
      let sent = terminal.receivedText
      for query in ["\u{1B}[c", "\u{1B}[>c", "\u{1B}[6n", "\u{1B}[5n", "\u{1B}]1", "\u{1B}P", "\u{1B}[?u", "\u{1B}Z"] {
        #expect(!sent.contains(query), "\(name)")
      }
      #expect(!sent.contains("?1002h") && !sent.contains("?1003h"))
    }
  }
}
