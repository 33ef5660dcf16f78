import Foundation
import StateStore
import TerminalTesting
import Testing
import WerkendLeren

@Suite("The command line: moving to another version of the duties")
struct CommandModelMoveTests {
  private static let own = """
    name: "2027-01"
    based_on: built-in
    hide:
      - employer.during.salary
    duties:
      - id: school.preparation.agreement
        nl: "De partijen zijn samen verantwoordelijk voor een overeenkomst."
      - id: student.during.participation
        rhythm_weeks: 4
      - id: school.preparation.laptop
        party: school
        phase: preparation
        kind: task
        short_nl: "Laptop"
        short_en: "Laptop"
        nl: "De hogeschool geeft een laptop."
        en: "The university hands out a laptop."
    """

  /// Three placements on the built-in version, and a newer one to go to.
  private func place() throws -> CommandPlace {
    let place = try CommandPlace()
    let file = try place.write(
      "in.csv",
      """
      studentnummer;student;opleiding;werkgever;werkplek;gestart op;overeenkomst getekend op
      1;Ada;HBO-ICT;Van Dijk;Hal 3;2026-09-01;2026-06-01
      2;Bob;Pabo;;;;
      3;Cas;HBO-ICT;;;;

      """)
    #expect(try place.run(["import", file]).code == 0)
    #expect(try place.run(["model", "use", try place.write("own.yaml", Self.own)]).code == 0)
    return place
  }

  @Test("shows what is added, dropped and reworded, and changes nothing with --dry-run")
  func dryRun() throws {
    let place = try place()
    let outcome = try place.run(["model", "move", "1", "--dry-run"])
    #expect(outcome.code == 0)
    for line in [
      "1/HBO-ICT, van versie 2026-11 naar 2027-01:", "  Laptop (hogeschool, voorbereiding)",
      "  Salaris (werkgever, tijdens)",
      "    nu: De partijen zijn samen verantwoordelijk voor een overeenkomst.",
      "    Wordt opnieuw gevraagd aan: student-werknemer, hogeschool, werkgever.",
      "  Deelname (student-werknemer, tijdens): ritme",
    ] { #expect(outcome.lines.contains(line), "\(line)\n\(outcome.output)") }
    let english = try place.run(["model", "move", "--all", "--dry-run", "--language", "en"])
    #expect(english.lines.contains("3 placements, from version 2026-11 to 2027-01:"))
    #expect(english.output.contains("now: De partijen zijn samen"), "the Dutch words count")
    #expect(try place.run(["model", "list"]).lines.last?.hasSuffix(": 0 trajecten") == true)
  }

  @Test("asks before it does anything, and without a terminal takes --yes only")
  func asks() throws {
    let place = try place()
    let silent = try place.run(["model", "move", "--all"])
    #expect(silent.code == 64 && silent.errors.contains("--yes"))
    #expect(try place.run(["model", "move"]).code == 64)
    #expect(try place.run(["model", "move", "1", "--all"]).code == 64)
    let done = try place.run(["model", "move", "--all", "--yes"])
    #expect(done.code == 0 && done.lines.last == "Naar versie 2027-01 gebracht: 3")
    let versions = try place.run(["model", "list"]).lines
    #expect(versions.map { $0.suffix(12) } == [": 0 trajecten".suffix(12), ": 3 trajecten".suffix(12)])
    let again = try place.run(["model", "move", "--all", "--yes"])
    #expect(again.code == 0 && again.lines == ["Er is niets te brengen naar versie 2027-01."])
  }

  @Test("on a terminal only a yes moves anything", arguments: ["nl", "en"])
  func question(language: String) throws {
    let world = try World(language: language)
    try world.importPlacements("studentnummer;student;opleiding\n1;Ada;HBO-ICT\n")
    let file = try world.write(Self.own, to: "own.yaml")
    #expect(try world.start(["model", "use", file]).waitForExit(seconds: 20) == .exited(0))
    for (answer, count) in [("", 0), ("n", 0), (language == "nl" ? "j" : "y", 1)] {
      let terminal = try world.start(["model", "move", "--all"], rows: 40, columns: 120)
      #expect(terminal.waitForText(language == "nl" ? "[j/N]" : "[y/N]"))
      terminal.send(answer + "\n")
      #expect(terminal.waitForExit(seconds: 20) == .exited(0))
      let list = try world.start(["model", "list"])
      #expect(list.waitForExit(seconds: 20) == .exited(0))
      #expect(list.waitForText(": \(count) "), "\(list.screenText)")
    }
  }

  @Test("going back takes a reason, and what was confirmed then holds again")
  func back() throws {
    let place = try place()
    #expect(try place.run(["model", "move", "1", "--yes"]).code == 0)
    #expect(try place.run(["model", "move", "1", "--to", "2026-11", "--yes"]).code == 64)
    let back = try place.run(["model", "move", "1", "--to", "1", "--reason", "te vroeg", "--yes"])
    #expect(back.code == 0, "\(back.errors)")
    #expect(back.output.contains("Geldt weer zoals eerder bevestigd: student-werknemer, hogeschool, werkgever."))
    let json = try place.run(["export", "--json", "--placement", "1", "--history"])
    #expect(json.output.contains("\"reason\": \"te vroeg\""))
    #expect(json.output.contains("\"kind\": \"modelMoved\""))
    #expect(!json.output.contains("\"model\": 2"))
  }

  @Test("names that are not known or not clear, others than the school, and what has ended")
  func refusals() throws {
    let place = try place()
    let unknown = try place.run(["model", "move", "1", "--to", "2031"])
    #expect(unknown.code == 65 && unknown.errors.contains("  2. 2027-01, sinds 23 november 2026: 0 trajecten"))
    let same = try place.write("same.yaml", Self.own.replacing("laptop.\"", with: "tablet.\""))
    #expect(try place.run(["model", "use", same]).code == 0)
    #expect(try place.run(["model", "move", "1", "--to", "2027-01"]).code == 65)
    #expect(try place.run(["model", "move", "1", "--to", "2", "--yes"]).code == 0)
    #expect(try place.run(["model", "move", "9", "--yes"]).code == 65)
    #expect(try place.run(["model", "move", "2", "--yes", "--role", "student", "--as", "Bob"]).code == 77)
    let store = try HostileFile.open(place.store)
    let school = Viewer.school(name: "Noor")
    guard case .one(let row) = try store.find("2", as: school) else { throw TestingError.notStarted("2", code: 0) }
    let today = Day(number: 20_780)
    _ = try store.perform(
      .end(.neverStarted, day: today, reason: "weg", by: nil), on: row, as: school,
      at: Moment(today: today, text: "\(today.iso)T10:00:00+01:00"))
    try store.close()
    let ended = try place.run(["model", "move", "2", "3", "--yes"])
    #expect(ended.code == 65 && ended.errors.contains("2/Pabo is afgesloten"))
    #expect(ended.lines.last == "Naar versie 2027-01 gebracht: 1")
  }
}
