import Glibc
import TerminalTesting
import Testing

/// Entries in a real terminal: written, there after a kill, read by those alone who may, handled.
@Suite struct EntryStoryTests {
  private static let secret = "Op dinsdag is er altijd spoed"
  private static let outcome = "Dinsdag is nu leerdag"

  private func start(_ world: World, as party: String, _ name: String, rows: Int = 24, columns: Int = 80) throws
    -> PseudoTerminal
  {
    try world.start(["--role", party, "--as", name], rows: rows, columns: columns)
  }

  private func leave(_ terminal: PseudoTerminal) {
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0), "\(terminal.screenText)")
  }

  @Test(arguments: [(24, 80), (18, 60)])
  func whatAStudentToldTheSchoolIsKeptAndHandledAndNeverTheEmployers(rows: Int, columns: Int) throws {
    let world = try FormStore.world("nl")
    let student = try start(world, as: "student", "Amira Lopend", rows: rows, columns: columns)
    #expect(student.waitForText("Te doen"))
    student.send("p")
    #expect(student.waitForText("Voorbereiding"))
    student.send("m")
    #expect(student.waitForText("Nieuwe melding"))
    // A problem, of the placement, today.
    student.send(.down)
    student.send(.down)
    student.send(.down)
    student.send(" ")
    for _ in 0..<4 { student.send(.tab) }
    student.send(Self.secret)
    #expect(student.waitForText(Self.secret))
    student.send(.control("s"))
    #expect(student.waitForText("Bewaard: probleem vastgelegd"), "\(student.screenText)")
    student.kill(SIGKILL)
    #expect(student.waitForExit() == .signalled(SIGKILL))

    // The school has it on its panel, and handles it.
    let school = try start(world, as: "school", "Noor Bakker", rows: rows, columns: columns)
    #expect(school.waitForText("Amira Lopend"))
    school.send("/Amira\r\r")
    #expect(school.wait { $0.row(0).contains("Amira Lopend") && $0.screenText.contains("Informatie") })
    school.send("g")
    #expect(school.waitForText("Probleem (S)"))
    school.send(.enter)
    #expect(school.waitForText(Self.secret))
    #expect(school.waitForText("werkgever ziet het niet"))
    school.send(" ")
    #expect(school.waitForText("Wat is er gedaan"))
    school.send(Self.outcome)
    school.send(.control("s"))
    #expect(school.waitForText("Bewaard: probleem afgehandeld"), "\(school.screenText)")
    school.kill(SIGKILL)
    #expect(school.waitForExit() == .signalled(SIGKILL))

    // The employer finds nothing of it, wherever it looks.
    let employer = try start(world, as: "employer", "Els Kok", rows: rows, columns: columns)
    #expect(employer.waitForText("Te doen"))
    employer.send("t")
    #expect(employer.waitForText("Amira Lopend"))
    employer.send(.enter)
    #expect(employer.waitForText("Voorbereiding"))
    employer.send("g")
    #expect(employer.waitForText("Er zijn nog geen meldingen"))
    employer.send(.escape)
    #expect(employer.waitForText("Voorbereiding"))
    employer.send("h")
    #expect(employer.wait { !$0.screenText.contains("Voorbereiding") })
    for _ in 0..<30 { employer.send(.down) }
    employer.settle()
    leave(employer)
    let seen = employer.receivedText
    for word in ["spoed", "leerdag", "robleem"] {
      #expect(!seen.contains(word), "the employer was shown \(word)")
    }

    // The student reads what was done.
    let again = try start(world, as: "student", "Amira Lopend", rows: rows, columns: columns)
    #expect(again.waitForText("Te doen"))
    again.send("p")
    #expect(again.waitForText("Voorbereiding"))
    again.send("g")
    #expect(again.waitForText("klaar"))
    again.send(.enter)
    again.send(.end)
    #expect(again.waitForText(Self.outcome), "\(again.screenText)")
    leave(again)
    #expect(try FormStore.look(world).findings.isEmpty)
  }

  @Test func anEntryIsOpenedFromTheAgendaAndTheToDoList() throws {
    let world = try FormStore.world("nl")
    let terminal = try start(world, as: "school", "Noor Bakker")
    #expect(terminal.waitForText("Amira Lopend"))
    for (key, screen) in [("a", "Agenda"), ("t", "Te doen")] {
      terminal.send(key)
      #expect(terminal.waitForText(screen))
      for _ in 0..<40 {
        terminal.settle(milliseconds: 40)
        let line = terminal.row(terminal.cursor.row)
        if line.contains("Vraag"), line.contains("Gijs") { break }
        terminal.send(.down)
      }
      #expect(terminal.wait { $0.row($0.cursor.row).contains("Vraag") }, "\(terminal.screenText)")
      terminal.send(.enter)
      #expect(terminal.waitForText("Past het rooster?"), "\(terminal.screenText)")
      terminal.send(.escape)
      #expect(terminal.waitForText("Voorbereiding"))
      terminal.send(.escape)
      #expect(terminal.waitForText(screen))
      terminal.send(.escape)
      #expect(terminal.waitForText("Overzicht"))
    }
    leave(terminal)
  }
}
