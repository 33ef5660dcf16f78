import Language
import TerminalTesting
import Testing

/// The agenda in a real terminal: opened, filtered, from week to week, an item opened and done.
@Suite struct AgendaStoryTests {
  @Test(arguments: CourseStoryTests.places)
  func theAgendaIsFilteredWalkedThroughAndOpened(rows: Int, columns: Int, language: String) throws {
    let world = try FormStore.world(language)
    let words = Words(language == "nl" ? .dutch : .english)
    let terminal = try world.start(["--as", "Noor Bakker"], rows: rows, columns: columns)
    func expect(_ text: String, line: Int = #line) {
      #expect(terminal.waitForText(text), "line \(line), no \(text):\n\(terminal.screenText)")
    }
    func selected() -> String { terminal.row(terminal.cursor.row) }
    /// The lines of the list.
    func lines() -> [String] { (3..<rows - 3).map { terminal.row($0) } }

    #expect(terminal.waitForText("Amira Lopend"))
    terminal.send("a")
    expect(words("agenda.filter.party", ["value": words["agenda.filter.all"]]))
    expect(words("overview.filter.mine", ["value": "–"]))
    /// Waits until the cursor rests on a line of the list: while it is painted it stands elsewhere.
    func rests(_ condition: (String) -> Bool = { _ in true }, line: Int = #line) {
      let rests = terminal.wait { screen in
        let row = screen.row(screen.cursor.row)
        return screen.cursor.column == 0 && row.hasPrefix("▸") && condition(row)
      }
      #expect(rests, "line \(line):\n\(terminal.screenText)")
    }
    rests()

    // By party: only what falls on it is left.
    terminal.send("f")
    expect(words("agenda.filter.party", ["value": words["party.student.small"]]))
    let short = words["party.student.short"]
    #expect(
      terminal.wait { _ in
        let entries = lines().filter { $0.contains("2") && !$0.contains("week") && !$0.contains(words["agenda.late"]) }
          .filter { !$0.allSatisfy(\.isWhitespace) }
        return !entries.isEmpty && entries.allSatisfy { $0.contains(short) || $0.contains("S ") }
      }, "\(terminal.screenText)")
    for _ in 0..<3 { terminal.send("f") }
    expect(words("agenda.filter.party", ["value": words["agenda.filter.all"]]))

    // From week to week, and back to what is late or to the first week.
    rests()
    let first = selected()
    terminal.send(.right)
    rests { $0 != first }
    let heading = terminal.row(terminal.cursor.row - 1)
    #expect(heading.contains("week"), "a week begins below its heading: \(terminal.screenText)")
    terminal.send(.left)
    rests { $0 == first }

    // An item is opened from its line and done; then the line is gone.
    let name = words.language == .dutch ? "Informatie" : "Information"
    for _ in 0..<80 where !(selected().contains(name) && selected().contains("Bram")) {
      terminal.send(.down)
      terminal.settle(milliseconds: 40)
    }
    let before = String(selected().dropFirst(5).prefix(30))
    #expect(selected().contains(name) && selected().contains("Bram"), "\(terminal.screenText)")
    terminal.send(.enter)
    #expect(terminal.wait { $0.row(0).contains("Bram Bezig") && $0.row(2).contains(name) }, "\(terminal.screenText)")
    terminal.send(" ")
    expect(String(words["notice.saved"].prefix { $0 != "{" }))
    terminal.send(.escape)
    #expect(terminal.wait { !$0.row(2).contains(name) }, "\(terminal.screenText)")
    terminal.send(.escape)
    expect(words("agenda.filter.party", ["value": words["agenda.filter.all"]]))
    #expect(terminal.wait { !$0.screenText.contains(before) }, "\(terminal.screenText)")
    // The placement itself.
    terminal.send(.home)
    terminal.send("p")
    #expect(terminal.wait { !$0.screenText.contains(words("overview.filter.mine", ["value": "–"])) })
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
    #expect(try FormStore.look(world).findings.isEmpty)
  }
}
