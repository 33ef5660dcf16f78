import TerminalTesting
import Testing

/// The first start, in a real terminal, on a store that is not there yet.
@Suite struct WelcomeStoryTests {
  @Test(arguments: [(24, 80), (18, 60)])
  func aFileIsTakenInFromTheFirstScreen(rows: Int, columns: Int) throws {
    let world = try World()
    let path = try world.write(StoryTests.placements + "1005;Zonder opleiding;;;;;\n", to: "mijn lijst.csv")
    let terminal = try world.start([], rows: rows, columns: columns)
    #expect(terminal.waitForText("Welkom bij Drieluik"))
    terminal.send("i")
    #expect(terminal.waitForText("Bestand"))
    // As a file manager pastes it.
    terminal.paste("'\(path)'")
    terminal.send(.control("s"))
    #expect(terminal.waitForText("Enter inlezen"))
    terminal.send(.enter)
    #expect(terminal.waitForText("Ingelezen"))
    terminal.send(.escape)
    #expect(terminal.waitForText("Amira El Idrissi"))
    #expect(terminal.waitForText("4 trajecten"))
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test func aFileThatIsNotThereIsSaidAtItsField() throws {
    let world = try World()
    let terminal = try world.start()
    #expect(terminal.waitForText("Welkom"))
    terminal.send("i")
    #expect(terminal.waitForText("Bestand"))
    terminal.send("/nergens/niets.csv")
    terminal.send(.control("s"))
    #expect(terminal.waitForText("niets.csv is er niet"))
    terminal.send(.escape)
    #expect(terminal.waitForText("Weggooien"))
    terminal.send(.right)
    terminal.send(.right)
    terminal.send(.enter)
    #expect(terminal.waitForText("Welkom"))
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test func theExamplesOpenAndNothingOfThemIsKept() throws {
    let world = try World()
    let terminal = try world.start()
    #expect(terminal.waitForText("Welkom"))
    terminal.send("d")
    #expect(terminal.waitForText("40 trajecten"))
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
    let again = try world.start()
    #expect(again.waitForText("Welkom"))
    again.send("q")
    #expect(again.waitForExit() == .exited(0))
  }
}
