import Glibc
import Language
import TerminalTesting
import Testing

/// Many at once in a real terminal: a cohort is marked, done after one preview, there after a kill, and taken back by one key.
@Suite struct GroupStoryTests {
  private static let cohort = 40

  private static func placements() -> String {
    let rows = (1...cohort).map { number in
      "\(3000 + number);Student \(number) van Toets;HBO-ICT;Van Dijk Techniek;Werkplaats;14-12-2026;Noor Bakker"
    }
    return "studentnummer;student;opleiding;werkgever;werkplek;startdatum;contactpersoon school\n"
      + rows.joined(separator: "\n") + "\n"
  }

  @Test(arguments: CourseStoryTests.places)
  func aCohortIsConfirmedAtOnceAndWhatIsDoneAfterItTakenBackByOneKey(rows: Int, columns: Int, language: String) throws {
    let world = try World(language: language)
    try world.importPlacements(Self.placements())
    let words = Words(language == "nl" ? .dutch : .english)
    var terminal = try world.start(["--as", "Noor Bakker"], rows: rows, columns: columns)
    func expect(_ text: String, line: Int = #line) {
      let found = terminal.wait { screen in
        screen.screenText.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(text)
      }
      #expect(found, "line \(line), no \(text):\n\(terminal.screenText)")
    }
    let all = String(Self.cohort)
    let saved = String(words["notice.saved"].prefix { $0 != " " })

    expect("Student 1 ")
    // One of them was told before.
    terminal.send("\r")
    expect(words["phase.preparation"])
    terminal.send(" ")
    expect(saved)
    terminal.send(.escape)
    expect(words["overview.search"])

    terminal.send("V")
    expect(words("marks.count", ["count": all]))
    #expect(
      terminal.wait { screen in (4..<rows - 3).allSatisfy { screen.row($0).contains("+") } }, "\(terminal.screenText)")
    terminal.send(" ")
    expect(words("group.title", ["count": all]))
    terminal.send(.enter)
    expect(words("form.title.group.confirm", ["count": all]))
    terminal.send("informati")
    terminal.send(.enter)
    terminal.send(.control("s"))
    // The preview: how many, and which not.
    expect(words("group.refused", ["count": "1"]))
    expect(words("group.do", ["count": "39"]))
    terminal.resize(rows: rows + 6, columns: columns + 20)
    expect(words("group.do", ["count": "39"]))
    terminal.resize(rows: rows, columns: columns)
    expect(words("group.do", ["count": "39"]))
    // What does not fit in the box is reached by scrolling.
    #expect(!terminal.screenText.contains("Student 40 van Toets"))
    for _ in 0..<80 { terminal.send(.down) }
    expect("Student 40 van Toets")
    terminal.send(.right)
    terminal.send(.enter)
    expect(saved)
    terminal.kill(SIGKILL)
    #expect(terminal.waitForExit() == .signalled(SIGKILL))

    var look = try FormStore.look(world)
    #expect(look.findings.isEmpty)
    let batch = look.changes.suffix(39)
    #expect(Set(batch.map(\.batch)).count == 1 && batch.allSatisfy { $0.kind == .confirmed && $0.batch != nil })

    // A note to all, and one key takes it back.
    terminal = try world.start(["--as", "Noor Bakker"], rows: rows, columns: columns)
    expect("Student 1 ")
    terminal.send("V:groep-notitie\r")
    expect(words("form.title.group.note", ["count": all]))
    terminal.send("voorlichting geweest")
    terminal.send(.control("s"))
    expect(words("group.do", ["count": all]))
    terminal.send(.right)
    terminal.send(.enter)
    expect(saved)
    terminal.send("u")
    expect(words("undo.many", ["count": all]))
    terminal.send(.right)
    terminal.send(.enter)
    expect(String(words("notice.undone.many", ["count": all, "what": ""]).prefix(15)))
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
    look = try FormStore.look(world)
    #expect(look.findings.isEmpty)
    let last = look.changes.suffix(80)
    #expect(last.prefix(40).allSatisfy { $0.kind == .noteAdded && $0.isUndone })
    #expect(last.suffix(40).allSatisfy { $0.kind == .undone })
  }
}
