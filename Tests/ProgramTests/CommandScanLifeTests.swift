import Foundation
import Language
import TerminalTesting
import Testing

@Suite("The command line: scans in the store")
struct CommandScanLifeTests {
  static let placements = """
    studentnummer;student;opleiding;werkgever;werkplek;startdatum;contactpersoon school;contactpersoon werkgever;\
    mail contactpersoon werkgever
    3001;Amira El Idrissi;HBO-ICT;Van Dijk Techniek;Werkplaats;1-9-2027;Noor Bakker;Jan van Dijk;jan@vandijk.nl
    3002;Bram de Wit;HBO-ICT;Zorggroep Noord;Afdeling 3;1-9-2027;Noor Bakker;Els Kok;els@zorg.nl
    3003;Chloë Kaal;HBO-ICT;;;1-9-2027;Noor Bakker;;

    """

  static func place() throws -> CommandPlace {
    let place = try CommandPlace()
    let file = try place.write("trajecten.csv", placements)
    let outcome = try place.run(["import", file])
    #expect(outcome.code == 0, "\(outcome.errors)")
    return place
  }

  /// Begins a scan and gives its number.
  static func begin(_ place: CommandPlace, _ placement: String = "3001") throws -> String {
    let outcome = try place.run(["scan", "new", placement])
    #expect(outcome.code == 0, "\(outcome.errors)")
    return try #require(outcome.output.firstMatch(of: /Werkplekscan (\d+)/).map { String($0.1) })
  }

  private static let employer = ["--role", "employer", "--as", "jan@vandijk.nl"]

  @Test("a scan begins once for a workplace, and the list shows it")
  func beginning() throws {
    let place = try Self.place()
    let empty = try place.run(["scan", "list"])
    #expect(empty.code == 0 && empty.lines == ["Er zijn geen werkplekscans."])
    let scan = try Self.begin(place)
    let second = try place.run(["scan", "new", "3001/HBO-ICT"])
    #expect(second.code == 65 && second.errors.contains("al een werkplekscan open"))
    #expect(try place.run(["scan", "new", "3003"]).code == 65)
    let list = try place.run(["scan", "list", "--language", "en"]).lines
    #expect(
      list == ["Workplace scan \(scan): Van Dijk Techniek, Werkplaats, being filled in, begun on 23 November 2026"])
    let json = try place.run(["scan", "list", "3001", "--json"]).json()
    let scans = try #require(json["scans"] as? [[String: Any]])
    #expect(scans.count == 1 && scans.first?["state"] as? String == "draft")
    #expect((scans.first?["id"] as? Int).map(String.init) == scan)
    // Others see nothing of it.
    let other = try place.run(["scan", "list", "--role", "employer", "--as", "els@zorg.nl"])
    #expect(other.lines == ["Er zijn geen werkplekscans."])
    #expect(try place.run(["scan", "fill", scan, "--role", "employer", "--as", "els@zorg.nl"]).code == 65)
  }

  @Test("the whole table through questions and answers, handed in, in both languages", arguments: ["nl", "en"])
  func wholeScan(language: String) throws {
    let place = try Self.place()
    let scan = try Self.begin(place)
    let lines = ScanAnswersTable.full.flatMap { $0.lines(dutch: language == "nl") }
    let handIn = language == "nl" ? "ja" : "yes"
    let outcome = try place.run(
      ["scan", "fill", scan, "--accessible", "--language", language] + Self.employer,
      input: (lines + [handIn]).joined(separator: "\n") + "\n")
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(outcome.lines.last == Words(language == "nl" ? .dutch : .english)["talk.submitted"])
    // Nothing but text: no cursor is moved and no colour is set.
    #expect(!outcome.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    let export = try place.run(["scan", "export", scan, "--json"])
    #expect(export.output == ScanAnswersTable.json(version: "2026-11"))
    let json = try place.run(["scan", "list", "--json"]).json()
    #expect((json["scans"] as? [[String: Any]])?.first?["state"] as? String == "submitted")
    // What was handed in takes no more answers.
    let again = try place.run(["scan", "fill", "3001", "--accessible"], input: "x\n")
    #expect(again.code == 65 && again.output.contains("ingeleverd"))
  }

  @Test("it goes on where it stopped, and an empty line leaves what stands there")
  func resuming() throws {
    let place = try Self.place()
    let scan = try Self.begin(place)
    let first = try place.run(["scan", "fill", scan, "--accessible"], input: "Van Dijk\n\nKade 1\n")
    #expect(first.code == 0 && first.output.contains("Vraag 1 van 39. A1: "))
    #expect(first.output.contains("Bewaard") && first.output.contains("Overgeslagen."))
    #expect(first.lines.last?.hasPrefix("Alles wat u hebt gegeven is bewaard.") == true)
    let second = try place.run(["scan", "fill", scan, "--accessible"], input: "terug\n\nstop\n")
    let asked = second.lines.filter { $0.hasPrefix("Vraag ") }.map { $0.prefix(15) }
    #expect(asked == ["Vraag 4 van 39.", "Vraag 3 van 39.", "Vraag 4 van 39."])
    #expect(second.output.contains("Nu: Kade 1. Enter laat dit zo."))
    #expect(second.output.contains("Het antwoord blijft zoals het is."))
    #expect(try place.run(["scan", "export", scan, "--json"]).output.contains("\"A3\": \"Kade 1\""))
  }

  @Test("what cannot be an answer is refused at its question, and nothing is saved")
  func refusals() throws {
    let place = try Self.place()
    let scan = try Self.begin(place)
    for row in ScanAnswersTable.refused {
      let outcome = try place.run(
        ["scan", "fill", scan, "--accessible"], input: "naar \(row.question)\n\(row.typed)\nstop\n")
      let refusal = outcome.lines.contains("Dit antwoord is niet bewaard.")
      #expect(outcome.code == 0 && refusal, "\(row): \(outcome.output)")
    }
    #expect(try place.run(["scan", "export", scan, "--json"]).output == "{\n  \"version\": \"2026-11\"\n}\n")
  }

  @Test(
    "a check between two answers is said at the field and again before handing in; the draft keeps it and comes back whole"
  )
  func failingCheck() throws {
    let place = try Self.place()
    let scan = try Self.begin(place)
    let outcome = try place.run(
      ["scan", "fill", scan, "--accessible"], input: "naar F1\n10\n20\n\ninleveren\nstop\n")
    let problem = "Dit kan niet meer zijn dan het aantal uren dat de student-werknemer per week werkt."
    #expect(outcome.lines.filter { $0.contains(problem) }.count == 2, "\(outcome.output)")
    #expect(outcome.output.contains("Inleveren kan nog niet."))
    for (name, option) in [("a.json", "--json"), ("a.yaml", "--yaml")] {
      let file = place.folder + "/" + name
      #expect(try place.run(["scan", "export", scan, option, "--output", file]).code == 0)
      let imported = try place.run(["scan", "import", file, "--placement", "3002"])
      #expect(imported.code == 0 && imported.output.contains(problem), "\(imported.errors)")
      let back = try place.run(["scan", "export", "3002", option])
      #expect(back.output == place.text(name))
    }
  }

  @Test("export and import are a round trip, into a new scan and into an open one")
  func roundTrip() throws {
    let place = try Self.place()
    let file = try place.write("answers.json", ScanAnswersTable.json(version: "2026-11"))
    let new = try place.run(["scan", "import", file, "--placement", "3001"])
    #expect(new.code == 0 && new.lines.last == "Alles wat verplicht is, is ingevuld.", "\(new.errors)")
    for option in ["--json", "--yaml"] {
      let export = try place.run(["scan", "export", "3001", option])
      let copy = try place.write("copy\(option).txt", export.output)
      #expect(try place.run(["scan", "import", copy, "3001"]).output.contains("er verandert niets"))
      #expect(try place.run(["scan", "export", "3001", option]).output == export.output)
    }
    // What the file does not name stays, unless it is to go.
    let small = try place.write("small.yaml", "A1: Anders\n")
    #expect(try place.run(["scan", "import", "3001", small]).output.contains("1 antwoord veranderd"))
    #expect(try place.run(["scan", "export", "3001", "--json"]).output.contains("\"H3\": true"))
    #expect(try place.run(["scan", "import", small, "3001", "--replace"]).code == 0)
    #expect(
      try place.run(["scan", "export", "3001", "--json"]).output
        == "{\n  \"version\": \"2026-11\",\n  \"A1\": \"Anders\"\n}\n")
  }

  @Test("a faulty file changes nothing and begins nothing")
  func faultyFile() throws {
    let place = try Self.place()
    let file = try place.write("answers.yaml", "A1: x\nB2: 7\nZ9: 1\n")
    let outcome = try place.run(["scan", "import", file, "--placement", "3001"])
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains("regel 2, B2") && outcome.errors.contains("regel 3, Z9"))
    #expect(try place.run(["scan", "list"]).lines == ["Er zijn geen werkplekscans."])
    #expect(try place.run(["scan", "import", file]).code == 64)
    #expect(try place.run(["scan", "import", file, "3001", "--placement", "3001"]).code == 64)
    #expect(try place.run(["scan", "export", "3001"]).code == 65)
    #expect(try place.run(["scan", "export", "3001", "--json", "--yaml"]).code == 64)
  }

  @Test("words that do something, and the same words as answers")
  func orders() throws {
    let place = try Self.place()
    let scan = try Self.begin(place)
    let outcome = try place.run(
      ["scan", "fill", scan, "--accessible"],
      input: " stop\nnaar A1\n?\nlijst\ntoon\nuitkomst\nnaar Z\nwis\nnaar a1\nNext\nstop\n")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("Nu: stop. Enter laat dit zo."))
    #expect(outcome.output.contains("A. Uw organisatie: 1 van 8, nog 4 verplicht"))
    #expect(outcome.output.contains("Advies: nog niet te geven"))
    #expect(outcome.output.contains("Er is nu geen vraag of onderdeel Z."))
    #expect(outcome.output.contains("het antwoord is weggehaald"))
    #expect(try place.run(["scan", "export", scan, "--json"]).output.contains("\"A1\": \"Next\""))
  }

  @Test("control characters, long lines and garbage do not end it")
  func garbage() throws {
    let place = try Self.place()
    let scan = try Self.begin(place)
    var bytes = Array("a\u{1B}[31mb\u{0}c\u{202E}d\r\n".utf8)
    bytes += [0xFF, 0xFE, 0x0A]
    bytes += Array(repeating: UInt8(ascii: "x"), count: 3_000_000) + [0x0A]
    bytes += Array("naar A5\n".utf8) + Array(repeating: UInt8(ascii: "y"), count: 30_000) + Array("\n.\n".utf8)
    bytes += Array("naar A5\n".utf8) + Array(repeating: UInt8(ascii: "z"), count: 20_000) + Array("\n.\n".utf8)
    let outcome = try place.run(["scan", "fill", scan, "--accessible"], bytes: bytes)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(!outcome.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(outcome.output.contains("Wat u typte, staat in "))
    let json = try place.run(["scan", "export", scan, "--json"]).json()
    #expect(json["A1"] as? String == "a[31mbcd" && (json["A5"] as? String)?.count == 20_000)
  }

  @Test("a scan on paper is a decision too")
  func paper() throws {
    let place = try Self.place()
    func isDone() throws -> Bool {
      try place.run(["export", "--json", "--placement", "3001"]).output.contains(
        #""duty": "school.preparation.scan", "party": "school", "phase": "preparation", "state": "done""#)
    }
    #expect(try !isDone())
    let outcome = try place.run(
      [
        "scan", "decide", "3001", "--decision", "geschikt onder voorwaarden", "--date", "2026-11-20", "--by", "Noor",
        "--kept", "map 4",
      ])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(
      outcome.lines == [
        "Vastgelegd: geschikt onder voorwaarden, besloten op 20 november 2026, geldig tot en met 20 november 2028."
      ])
    #expect(try isDone())
    // It holds for a new placement there, too, which `scan new` says.
    let again = try place.run(["scan", "new", "3001", "--language", "en"])
    #expect(again.lines.last?.hasPrefix("There is a decision already that holds for this placement, too") == true)
    for wrong in [
      ["--decision", "prima"], ["--decision", "suitable", "--date", "ooit"],
      ["--decision", "suitable", "--date", "2027-01-01"], ["--decision", "suitable", "--valid-until", "2040-01-01"],
    ] {
      let refused = try place.run(["scan", "decide", "3001"] + wrong)
      #expect([64, 65].contains(refused.code) && !refused.errors.isEmpty, "\(wrong)")
    }
    let employer = try place.run(["scan", "decide", "3001", "--decision", "suitable"] + Self.employer)
    #expect(employer.code == 77)
  }

  @Test("a school's own questionnaire counts for new scans; those that began keep theirs")
  func ownQuestionnaire() throws {
    let place = try Self.place()
    let old = try Self.begin(place)
    let file = try place.write(
      "eigen.yaml",
      """
      version: "onze 1"
      sections:
        - id: A
          title: {nl: "Over u", en: "About you"}
          questions:
            - {id: A1, kind: text, required: yes, text: {nl: "Naam", en: "Name"}}
      advice:
        - advice: not_yet
          rules:
            - {rule: knockout}
      """)
    let used = try place.run(["scan", "questionnaire", file])
    #expect(used.code == 0 && used.output.contains("versie onze 1: 1 vraag in 1 onderdeel"), "\(used.errors)")
    #expect(try place.run(["scan", "questionnaire"]).output.contains("versie onze 1"))
    #expect(try place.run(["scan", "questionnaire", file]).output.contains("beginnen al met"))
    let new = try Self.begin(place, "3002")
    #expect(try place.run(["scan", "export", new, "--json"]).output.contains("onze 1"))
    #expect(try place.run(["scan", "export", old, "--json"]).output.contains("2026-11"))
    #expect(try place.run(["scan", "questionnaire", file] + Self.employer).code == 77)
    #expect(try place.run(["scan", "questionnaire", file, "--built-in"]).code == 64)
    #expect(try place.run(["scan", "questionnaire", "--built-in"]).output.contains("versie 2026-11"))
  }
}

@Suite("Scans and what goes wrong")
struct ScanEnemyTests {
  /// The answers that the program called saved, by what it said, and those that the store has.
  @Test("kill -9 at every tenth line loses nothing that was called saved")
  func killed() throws {
    let place = try CommandScanLifeTests.place()
    let scan = try CommandScanLifeTests.begin(place)
    let rows = ScanAnswersTable.full
    var done = 0
    while done < rows.count {
      let process = try Talk(place, ["scan", "fill", scan, "--accessible"])
      defer { process.kill() }
      _ = try #require(process.wait(for: "Vraag "))
      // It goes on where it was: at the question asked last, or at that answered last if it had not come further.
      process.send("naar \(rows[done].question)")
      _ = try #require(process.wait(for: ". \(rows[done].question): "))
      for row in rows[done..<min(done + 10, rows.count)] {
        for line in row.lines(dutch: true) { process.send(line) }
        _ = try #require(process.wait(for: row.json == nil ? "Overgeslagen." : "Bewaard"), "\(row.question)")
        if case .person(_, let function, let mail, let phone) = row.given {
          for part in [function, mail, phone] {
            _ = try #require(process.wait(for: part.isEmpty ? "Overgeslagen." : "Bewaard"), "\(row.question)")
          }
        }
        done += 1
      }
      process.kill()
      let export = try place.run(["scan", "export", scan, "--json"]).output
      for row in rows[..<done] {
        guard let json = row.json else { continue }
        #expect(export.contains("\"\(row.question)\": \(json)"), "\(row.question) after \(done)")
      }
    }
    #expect(try place.run(["scan", "export", scan, "--json"]).output == ScanAnswersTable.json(version: "2026-11"))
    #expect(try place.run(["doctor"]).code == 0)
  }

  @Test("two people in one scan at once: other questions pass, the same one is asked about")
  func twoAtOnce() throws {
    let place = try CommandScanLifeTests.place()
    let scan = try CommandScanLifeTests.begin(place)
    let employer = try Talk(
      place, ["scan", "fill", scan, "--accessible", "--role", "employer", "--as", "jan@vandijk.nl"])
    let school = try Talk(place, ["scan", "fill", scan, "--accessible", "--as", "Noor Bakker"])
    defer {
      employer.kill()
      school.kill()
    }
    #expect(employer.wait(for: "A1: ") != nil && employer.wait(for: "Antwoord:") != nil)
    #expect(school.wait(for: "A1: ") != nil && school.wait(for: "Antwoord:") != nil)
    employer.send("Van Dijk")
    #expect(employer.wait(for: "Bewaard") != nil)
    school.send("Dijk en zoon")
    #expect(school.wait(for: "Jan van Dijk heeft dit intussen ook veranderd.") != nil)
    #expect(school.wait(for: "Daar staat nu: Van Dijk") != nil && school.wait(for: "U typte: Dijk en zoon") != nil)
    school.send("1")
    #expect(school.wait(for: "Bewaard") != nil)
    // Another question is in nobody's way.
    school.send("12345678")
    #expect(school.wait(for: "Bewaard") != nil)
    employer.send("stop")
    school.send("stop")
    #expect(employer.waitForExit() == 0 && school.waitForExit() == 0)
    let json = try place.run(["scan", "export", scan, "--json"]).json()
    #expect(json["A1"] as? String == "Dijk en zoon" && json["A2"] as? String == "12345678")
  }

  @Test("a signal and the end of the input save what was typed", arguments: [SIGTERM, SIGHUP, 0])
  func signalled(signal: Int32) throws {
    let place = try CommandScanLifeTests.place()
    let scan = try CommandScanLifeTests.begin(place)
    let process = try Talk(place, ["scan", "fill", scan, "--accessible"])
    defer { process.kill() }
    #expect(process.wait(for: "Antwoord:") != nil)
    process.send("naar A5")
    #expect(process.wait(for: "A5: ") != nil && process.wait(for: "Antwoord:") != nil)
    process.send("een half verhaal")
    // The first of several lines was read once the next word is answered by nothing: a line more shows that it was taken.
    process.send("en nog een regel")
    if signal == 0 { process.closeInput() } else { process.signalWhenRead(signal) }
    #expect(process.waitForExit() == (signal == 0 ? 0 : 128 + signal))
    let json = try place.run(["scan", "export", scan, "--json"]).json()
    #expect((json["A5"] as? String)?.hasPrefix("een half verhaal") == true)
  }
}
