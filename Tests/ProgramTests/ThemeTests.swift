import Foundation
import TerminalTesting
import Testing

/// Themes through the real program.
@Suite struct ThemeTests {
  /// A world with settings of its own, and the place where they lie.
  private func world(settings: String? = nil) throws -> (World, CommandPlace) {
    let place = try CommandPlace()
    if let settings { try place.write("config/drieluik/config.yaml", settings) }
    let world = try World()
    try world.importPlacements(StoryTests.placements)
    world.environment["XDG_CONFIG_HOME"] = place.folder + "/config"
    return (world, place)
  }

  /// The colour of the title.
  private func title(_ terminal: PseudoTerminal) -> VirtualCell.Color {
    terminal.screen.cell(row: 0, column: 1).foreground
  }

  @Test func theSwitchShowsEachThemeAtOnceAndRemembersTheChosenOne() throws {
    let settings = "# how I like it\nmouse: no   # the terminal's\nkeys:\n  overview:\n    search: [\"/\", F3]\n"
    let (world, place) = try world(settings: settings)
    let terminal = try world.start()
    #expect(terminal.waitForText("Amira"))
    let former = title(terminal)
    terminal.send(":thema\r")
    #expect(terminal.waitForText("Veel contrast, donker"))
    terminal.send("high-contrast-dark")
    // 87d7ff of the 256.
    #expect(terminal.wait { self.title($0) == .indexed(117) })
    terminal.send(.escape)
    #expect(terminal.wait { self.title($0) == former })
    #expect(place.text("config/drieluik/config.yaml") == settings)
    terminal.send(":thema\r")
    #expect(terminal.waitForText("Veel contrast, donker"))
    terminal.send("rood donker")
    #expect(terminal.wait { self.title($0) == .indexed(69) })
    terminal.send(.enter)
    #expect(terminal.waitForText("Thema bewaard"))
    #expect(place.text("config/drieluik/config.yaml") == settings + "theme: red-green-dark\n")
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
    let again = try world.start()
    #expect(again.waitForText("Amira") && title(again) == .indexed(69))
    again.send("q")
    #expect(again.waitForExit() == .exited(0))
    let other = try world.start(["--theme", "dark"])
    #expect(other.waitForText("Amira") && title(other) == .indexed(75))
    other.send("q")
    #expect(other.waitForExit() == .exited(0))
  }

  @Test(
    arguments: [("xterm-256color", nil), ("xterm", nil), ("linux", nil), ("vt100", nil), ("xterm-256color", "1")]
      as [(String, String?)])
  func everyTerminalShowsWhatItCan(name: String, noColor: String?) throws {
    let (world, place) = try world(settings: "theme: light\n")
    world.environment["TERM"] = name
    world.environment["NO_COLOR"] = noColor
    let terminal = try world.start(rows: 30, columns: 120)
    #expect(terminal.waitForText("Amira"))
    terminal.send(.enter)
    #expect(terminal.waitForText("Informatie"))
    let isFull = name == "xterm-256color" && noColor == nil
    #expect(title(terminal) == (isFull ? .indexed(26) : .standard))
    #expect(terminal.screen.cell(row: 0, column: 1).bold)
    // Text has the terminal's own colours; where there are few, only edges and bars have one.
    var colored: Set<String> = []
    for row in 0..<30 {
      for column in 0..<120 {
        let cell = terminal.screen.cell(row: row, column: column)
        #expect(cell.background == .standard)
        if cell.foreground != .standard { colored.insert(cell.text) }
      }
    }
    if !isFull {
      #expect(colored.isSubset(of: ["━", "╭", "╮", "╰", "╯", "│", "─", "╌", "", " ", "-", "|", "+"]), "\(colored)")
    }
    #expect((name == "vt100" || noColor != nil) == colored.isEmpty)
    terminal.send(":thema")
    #expect(terminal.waitForText("Thema kiezen"))
    terminal.send(.enter)
    let isColourless = name == "vt100" || noColor != nil
    #expect(terminal.waitForText(isColourless ? "Hier zijn geen kleuren" : "Veel contrast, licht"))
    // What is grey says why, and the list is gone by itself.
    if !isColourless { terminal.send(.escape) }
    #expect(terminal.wait { !$0.screenText.contains("Veel contrast") && !$0.screenText.contains("Thema kiezen") })
    #expect(place.text("config/drieluik/config.yaml") == "theme: light\n")
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  // MARK: - The commands

  private static let own = "scheme: Mine\n" + "0123456789ABCDEF".map { "base0\($0): \"808080\"\n" }.joined()

  @Test func themesAreListedWithTheUsersOwn() throws {
    let place = try CommandPlace()
    try place.write("config/drieluik/themes/zee.yaml", Self.own)
    try place.write("config/drieluik/themes/notes.txt", "x")
    let names = try place.run(["theme", "list", "--names"])
    #expect(names.code == 0 && names.lines.first == "drieluik" && names.lines.last == "zee")
    #expect(names.lines.count == 12 && !names.output.contains(":"))
    let list = try place.run(["theme", "list", "--language", "en"])
    #expect(list.value("dark") == "Dark" && list.value("zee") == "a file of your own")
    #expect(!place.has("data"))
  }

  @Test func aThemeIsShownInWords() throws {
    let place = try CommandPlace()
    let shown = try place.run(["theme", "show", "high-contrast-light"])
    #expect(shown.code == 0 && !shown.output.contains("\u{1B}"))
    #expect(shown.value("te laat")?.hasPrefix("#870000, vet, contrast ") ?? false)
    #expect(shown.value("gekozen") == "de kleuren van de terminal, omgekeerd")
    let wrong = try place.run(["theme", "show", "darc", "--language", "en"])
    #expect(wrong.code == 65 && wrong.errors == "darc is no theme. Do you mean dark?\n")
    let path = try place.run(["theme", "show", "../themes/dark"])
    #expect(path.code == 65)
  }

  @Test func onATerminalItIsShownInItsColours() throws {
    let (world, place) = try world()
    let terminal = try PseudoTerminal(
      program: world.program, arguments: ["theme", "show", "dark", "--language", "en"], environment: world.environment)
    #expect(terminal.waitForExit() == .exited(0))
    let row = try #require((0..<24).first { terminal.row($0).hasPrefix("overdue:") })
    #expect(terminal.screen.cell(row: row, column: 0).foreground == .indexed(215))
    #expect(terminal.screen.cell(row: row, column: 0).bold)
    #expect(terminal.screen.cell(row: row, column: 9).foreground == .standard)
    #expect(!place.has("data"))
  }

  @Test func aFileIsCheckedWithItsLinesAndItsContrast() throws {
    let place = try CommandPlace()
    let file = try place.write("zee.yaml", Self.own)
    let sound = try place.run(["theme", "check", file, "--language", "en"])
    #expect(sound.code == 0 && sound.lines.first == "\(file) is sound: Mine")
    #expect(
      sound.lines.contains("Note: overdue is hard to read, contrast 3.9 : 1; 4.5 : 1 is needed."), "\(sound.output)")
    #expect(!sound.output.contains("border is"))
    try place.write("zee.yaml", Self.own.replacingOccurrences(of: "base03: \"808080\"", with: "base03: red"))
    let faulty = try place.run(["theme", "check", file, "--language", "en"])
    #expect(faulty.code == 65 && faulty.errors.contains("zee.yaml, line 5, base03"))
    #expect(try place.run(["theme", "check", place.folder + "/none.yaml"]).code == 66)
  }

  @Test func anOwnThemeIsUsedAndAFaultyOneNamed() throws {
    let (world, place) = try world(settings: "theme: zee\n")
    try place.write(
      "config/drieluik/themes/zee.yaml",
      Self.own.replacingOccurrences(of: "base0D: \"808080\"", with: "base0D: \"00ffff\""))
    let terminal = try world.start()
    #expect(terminal.waitForText("Amira") && title(terminal) == .indexed(51))
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
    try place.write("config/drieluik/themes/zee.yaml", "scheme: x\n")
    let faulty = try world.start()
    #expect(faulty.waitForExit() == .exited(65))
    #expect(faulty.receivedText.contains("zee.yaml, regel 1, base00") && !faulty.receivedText.contains("\u{1B}"))
    try place.write("config/drieluik/config.yaml", "mouse: no\ntheme: zeee\n")
    let unknown = try world.start()
    #expect(unknown.waitForExit() == .exited(65))
    #expect(unknown.receivedText.contains("config.yaml, regel 2, theme: zeee is geen thema. Bedoelt u zee?"))
    let option = try world.start(["--theme", "darck"])
    #expect(option.waitForExit() == .exited(64))
    #expect(option.receivedText.contains("Bedoelt u dark?"))
  }
}
