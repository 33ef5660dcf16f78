import Foundation
import Testing

@Suite("The command line: agenda")
struct CommandAgendaTests {
  private func filled() throws -> CommandPlace {
    let place = try CommandPlace()
    let file = try place.write(
      "a.csv",
      """
      studentnummer;student;opleiding;werkgever;werkplek;startdatum;einddatum;gestart op;overeenkomst getekend op;\
      contactpersoon school;mail contactpersoon school
      1;"Ada, ""de""; Lovelace\\nBEGIN:VEVENT";HBO-ICT;Van Dijk;Werkplaats;1-9-2026;31-8-2028;1-9-2026;1-8-2026;Noor;noor@school.example
      2;Bob de Wit;Verpleegkunde;;;1-2-2027;;;;Jan;jan@school.example

      """)
    #expect(try place.run(["import", file]).code == 0)
    return place
  }

  private func lines(_ outcome: CommandOutcome) throws -> [[String: Any]] {
    try #require(try outcome.json()["lines"] as? [[String: Any]])
  }

  @Test("plain lines and JSON say the same, the earliest first")
  func linesEqualJSON() throws {
    let place = try CommandPlace()
    let plain = try place.run(["agenda", "--demo", "--language", "nl", "--weeks", "3"])
    let json = try place.run(["agenda", "--demo", "--json", "--weeks", "3"])
    #expect(plain.code == 0 && json.code == 0)
    let found = try lines(json)
    #expect(plain.lines.count == found.count && found.count > 10)
    #expect(found.compactMap { $0["due"] as? String } == found.compactMap { $0["due"] as? String }.sorted())
    #expect(found.allSatisfy { ($0["due"] as? String ?? "z") <= "2026-12-14" })
    #expect(
      plain.lines[0]
        == "Week 46, donderdag 12 november 2026: Amira El Idrissi, werkgever, Begeleiding, 11 dagen te laat"
    )
    #expect(found[0]["week"] as? String == "2026-W46" && found[0]["daysOverdue"] as? Int == 11)
    #expect(found[0]["duty"] as? String == "employer.during.supervision")
    for (line, entry) in zip(plain.lines, found) {
      let student = try #require(entry["student"] as? String)
      #expect(line.contains(": \(student), "))
    }
  }

  @Test("from, until, party and mine leave out what was not asked for")
  func filters() throws {
    let place = try filled()
    func dates(_ arguments: String...) throws -> [String] {
      try lines(try place.run(["agenda", "--json"] + arguments)).compactMap { $0["due"] as? String }
    }
    #expect(try dates("--from", "2027-01-01", "--until", "31-12-2027").allSatisfy { $0.hasPrefix("2027-") })
    #expect(try dates("--until", "2029-01-01").contains("2028-08-31"))
    #expect(try !dates().contains("2028-08-31"), "eight weeks by default")
    let student = try lines(try place.run(["agenda", "--json", "--party", "student", "--until", "2030-01-01"]))
    #expect(!student.isEmpty)
    #expect(student.allSatisfy { ($0["parties"] as? [String] ?? []).contains("student") })
    let mine = try lines(
      try place.run(["agenda", "--json", "--as", "jan@school.example", "--mine", "--until", "2030-01-01"]))
    #expect(!mine.isEmpty && mine.allSatisfy { $0["placement"] as? String == "2/Verpleegkunde" })
    let own = try place.run(["agenda", "--role", "employer", "--as", "Noor", "--json"])
    #expect(own.code == 65)
  }

  @Test(
    "the calendar file says what the JSON says, to a real reader of calendars",
    .enabled(if: CommandAgendaTests.hasCalendarReader))
  func calendar() throws {
    let place = try filled()
    let json = try lines(try place.run(["agenda", "--json", "--until", "9999-12-31"]))
    let written = try place.run(["agenda", "--ics", "--output", "agenda.ics"])
    #expect(written.code == 0 && written.lines == ["agenda.ics: \(json.count) regels geschreven"])
    let script = """
      import json, sys, vobject
      calendar = vobject.readOne(open(sys.argv[1], 'rb').read().decode('utf-8'))
      calendar.validate(raiseException=True)
      print(json.dumps(
        [[e.uid.value, e.dtstart.value.isoformat(), e.summary.value] for e in calendar.vevent_list]))
      """
    let path = try place.write("read.py", script)
    let read = try place.shell("/usr/bin/python3 '\(path)' agenda.ics")
    #expect(read.code == 0, "\(read.errors)")
    let events = try #require(try JSONSerialization.jsonObject(with: Data(read.output.utf8)) as? [[String]])
    #expect(events.count == json.count)
    for (event, line) in zip(events, json) {
      #expect(event[0] == line["uid"] as? String && event[1] == line["due"] as? String)
      #expect(event[2].contains(line["student"] as? String ?? "?"))
    }
    #expect(Set(events.map { $0[0] }).count == events.count)
    // Read again on another day, after a change: the same things have the same names.
    let later = try lines(
      try place.run(["agenda", "--json", "--until", "9999-12-31"], today: "2027-03-01"))
    #expect(later.compactMap { $0["uid"] as? String } == json.compactMap { $0["uid"] as? String })
  }

  @Test("a file that is there stays, unless it may be replaced; the store never goes")
  func files() throws {
    let place = try filled()
    try place.write("agenda.ics", "mine")
    let refused = try place.run(["agenda", "--ics", "--output", "agenda.ics"])
    #expect(refused.code == 73 && refused.errors.contains("agenda.ics"))
    #expect(place.text("agenda.ics") == "mine")
    #expect(try place.run(["agenda", "--ics", "--output", "agenda.ics", "--force"]).code == 0)
    #expect(place.text("agenda.ics")?.hasPrefix("BEGIN:VCALENDAR\r\n") == true)
    #expect(try place.run(["agenda", "--ics", "--output", place.store, "--force"]).code == 73)
    #expect(try place.run(["agenda", "--ics", "--output", "no/such/agenda.ics"]).code == 73)
    let printed = try place.run(["agenda", "--ics"])
    #expect(printed.output.hasPrefix("BEGIN:VCALENDAR\r\n") && printed.output.hasSuffix("END:VCALENDAR\r\n"))
  }

  @Test(
    "what does not fit is said, with code 64",
    arguments: [
      ["--json", "--ics"], ["--weeks", "0"], ["--weeks", "2", "--until", "2027-01-01"], ["--from", "ooit"],
      ["--party", "ouders"],
    ])
  func wrongCalls(arguments: [String]) throws {
    let place = try CommandPlace()
    let outcome = try place.run(["agenda", "--demo", "--language", "nl"] + arguments)
    #expect(outcome.code == 64 && !outcome.errors.isEmpty && outcome.output.isEmpty)
  }

  @Test("an empty store says that there is nothing")
  func empty() throws {
    let place = try CommandPlace()
    let outcome = try place.run(["agenda", "--language", "en"])
    #expect(outcome.code == 0 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("Nothing with a date in this time."))
    #expect(try lines(try place.run(["agenda", "--json"])).isEmpty)
    #expect(!place.has("data"))
  }

  /// Whether Debian's `python3-vobject` is there; `scripts/setup test` installs it.
  private static let hasCalendarReader: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = ["-c", "import vobject"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()
}
