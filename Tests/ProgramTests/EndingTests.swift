import Glibc
import Language
import StateStore
import TerminalTesting
import Testing
import WerkendLeren

/// However the program ends, the terminal is given back and what was called saved is on disk.
@Suite struct EndingTests {
  private func world() throws -> World {
    let world = try World()
    try world.importPlacements(StoryTests.placements)
    return world
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func aSignalGivesTheTerminalBack(signal: Int32) throws {
    let world = try world()
    let terminal = try world.start()
    #expect(terminal.waitForText("Amira"))
    terminal.kill(signal)
    #expect(terminal.waitForExit() == .exited(128 + signal))
    #expect(terminal.isCooked)
    #expect(!terminal.screen.isAlternateScreen)
  }

  @Test(arguments: [false, true])
  func aTerminalThatIsGoneEndsTheProgram(ignoringHangUp: Bool) throws {
    let world = try world()
    let terminal = try world.start([], ignoringHangUp: ignoringHangUp)
    #expect(terminal.waitForText("Amira"))
    terminal.hangUp()
    #expect(terminal.waitForExit() != nil)
  }

  @Test func whatTheScreenCalledSavedSurvivesBeingKilled() throws {
    let rounds = Environment.isLong ? 100 : 12
    let world = try world()
    var saved = 0
    var generator = SystemRandomNumberGenerator()
    for round in 0..<rounds {
      let terminal = try world.start(["--as", "Noor Bakker"])
      #expect(terminal.waitForText("Amira"))
      terminal.send(.enter)
      #expect(terminal.waitForText("Informatie"))
      let notes = Int.random(in: 0...2, using: &generator)
      for number in 0..<notes {
        terminal.send("n")
        #expect(terminal.waitForText("Notitie"))
        terminal.send("ronde \(round) nummer \(number)")
        terminal.send(.tab)
        terminal.send(.enter)
        // The form must be gone from the screen too: what is typed next would else be taken for commands.
        #expect(terminal.wait { $0.screenText.contains("Bewaard") && !$0.screenText.contains("Notitie") })
        saved += 1
      }
      // Another one is on its way when the kill comes.
      terminal.send("n")
      terminal.send("half")
      terminal.send(.tab)
      terminal.send(.enter)
      usleep(UInt32.random(in: 0...30_000, using: &generator))
      terminal.kill(SIGKILL)
      #expect(terminal.waitForExit() == .signalled(SIGKILL))
    }
    let store = try Store.open(
      world.store,
      options: StoreOptions(
        fold: TextDoor.folded, encodeModel: ModelPlainForm.encode, decodeModel: ModelPlainForm.decode))
    #expect(try store.verify().isEmpty)
    let viewer = Viewer.school(name: "toets")
    guard case .one(let placement) = try store.find("1001", as: viewer) else {
      Issue.record("the placement is gone")
      return
    }
    let notes = try store.records(placement, as: viewer).records.notes.map(\.text)
    #expect(notes.count { $0.hasPrefix("ronde") } == saved, "\(notes)")
  }
}

enum Environment {
  /// Whether `make test-long` asks for the full counts.
  static var isLong: Bool { getenv("DRIELUIK_TEST_LONG") != nil }
}
