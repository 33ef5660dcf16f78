import Foundation
import StateStore
import Testing
import WerkendLeren

@Suite("The command line: export")
struct CommandExportTests {
  private static let running = """
    studentnummer;student;opleiding;werkgever;werkplek;startdatum;gestart op;overeenkomst getekend op;scan op;scan besluit
    1;"'=A1";HBO-ICT;Van Dijk;Hal 3;2026-09-01;2026-09-01;2026-06-01;2026-06-02;geschikt onder voorwaarden
    2;Bob;Pabo;;;;;;;
    3;'t Hart;HBO-ICT;Van Dijk;Hal 3;;;;;

    """

  private func place(_ text: String = running) throws -> CommandPlace {
    let place = try CommandPlace()
    let outcome = try place.run(["import", try place.write("in.csv", text)])
    #expect(outcome.code == 0, "\(outcome.errors)")
    return place
  }

  @Test("the columns of the import come out, formulas harmless, in the order of the keys")
  func columns() throws {
    let place = try place()
    let outcome = try place.run(["export"])
    #expect(outcome.code == 0)
    #expect(outcome.lines.count == 4)
    #expect(outcome.lines[0].hasPrefix("studentnummer;student;mail student;"))
    #expect(outcome.lines[1].hasPrefix("1;'=A1;"))
    #expect(outcome.lines[1].hasSuffix(";2026-09-01;2026-06-01;2026-06-02;geschikt onder voorwaarden"))
    #expect(outcome.lines[3].hasPrefix("3;'t Hart;"))
    #expect(try place.run(["export", "--language", "en"]).lines[0].hasPrefix("student number,student,"))
  }

  @Test("one placement, a phase, a programme")
  func selections() throws {
    let place = try place()
    func keys(_ arguments: String...) throws -> [Substring] {
      try place.run(["export"] + arguments).lines.dropFirst().map { $0.prefix { $0 != ";" } }
    }
    #expect(try keys("--placement", "3") == ["3"])
    #expect(try keys("--phase", "preparation") == ["2", "3"])
    #expect(try keys("--phase", "during", "--phase", "paused") == ["1"])
    #expect(try keys("--programme", "hbo-ict") == ["1", "3"])
    #expect(try keys("--programme", "ict") == [])
    #expect(try place.run(["export", "--placement", "9"]).code == 65)
    #expect(try place.run(["export", "--phase", "soon"]).code == 64)
  }

  @Test("what is archived comes along where it is asked for")
  func archived() throws {
    let place = try place()
    let store = try HostileFile.open(place.store)
    let school = Viewer.school(name: "Noor")
    guard case .one(let row) = try store.find("2", as: school) else {
      Issue.record("not found")
      return
    }
    let today = Day(number: 20_780)
    let moment = Moment(today: today, text: "\(today.iso)T10:00:00+01:00")
    for command in [Command.end(.neverStarted, day: today, reason: "weg", by: nil), .archive(name: "Bob")] {
      guard case .done = try store.perform(command, on: row, as: school, at: moment) else {
        Issue.record("refused: \(command)")
        return
      }
    }
    try store.close()
    #expect(try place.run(["export"]).lines.count == 3)
    #expect(try place.run(["export", "--archived"]).lines.count == 4)
    #expect(try place.run(["export", "--archived", "--phase", "never-started"]).lines.count == 2)
    let student = try place.run(["export", "--json", "--archived", "--role", "student", "--as", "Bob", "--history"])
    #expect(student.output.contains("\"archivedOn\": \"2026-11-23\"") && !student.output.contains("Hart"))
    #expect(student.output.contains("\"kind\": \"archived\""))
  }

  @Test("others get their own placements only")
  func viewers() throws {
    let place = try place(
      """
      studentnummer;student;opleiding;werkgever;contactpersoon werkgever
      1;Ada;HBO-ICT;Van Dijk;Jan
      2;Bob;Pabo;Zorggroep;Griet

      """)
    #expect(try place.run(["export", "--role", "employer", "--as", "Griet"]).lines.count == 2)
    let json = try place.run(["export", "--json", "--role", "student", "--as", "Ada"])
    #expect(json.output.contains("Ada") && !json.output.contains("Bob") && !json.output.contains("Griet"))
    #expect(try place.run(["export", "--role", "employer", "--as", "Griet", "--placement", "1"]).code == 65)
  }

  @Test("a file is written whole, for its owner only, and never over another without --force")
  func file() throws {
    let place = try place()
    let path = place.folder + "/out.csv"
    let written = try place.run(["export", "--output", path])
    #expect(written.code == 0)
    #expect(written.output == "Geschreven: \(path), 3 trajecten\n")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    try place.write("out.csv", "van iemand anders")
    #expect(try place.run(["export", "--output", path]).code == 73)
    #expect(place.text("out.csv") == "van iemand anders")
    #expect(try place.run(["export", "--output", path, "--force"]).code == 0)
    #expect(place.text("out.csv") == (try place.run(["export"]).output))
    for other in ["/dev/null", place.store, place.store + "-wal", place.folder, place.folder + "/none/x.csv", "/"] {
      #expect(try place.run(["export", "--force", "--output", other]).code == 73, "\(other)")
    }
    #expect(try place.run(["status"]).code == 0)
  }

  @Test("a link stays a link, and what it leads to is written")
  func link() throws {
    let place = try place()
    try place.write("real.csv", "oud")
    try FileManager.default.createSymbolicLink(
      atPath: place.folder + "/link.csv", withDestinationPath: place.folder + "/real.csv")
    #expect(try place.run(["export", "--force", "--output", place.folder + "/link.csv"]).code == 0)
    #expect(place.text("real.csv")?.hasPrefix("studentnummer") == true)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: place.folder + "/link.csv").hasSuffix("real.csv"))
  }

  @Test("--bom puts the mark before the CSV, and the import reads that too")
  func byteOrderMark() throws {
    let place = try place()
    let path = place.folder + "/bom.csv"
    #expect(try place.run(["export", "--bom", "--output", path]).code == 0)
    #expect(FileManager.default.contents(atPath: path)?.prefix(3) == Data([0xEF, 0xBB, 0xBF]))
    #expect(try place.run(["import", path]).value("Ongewijzigd") == "3")
    #expect(try place.run(["export", "--bom", "--json"]).code == 64)
    #expect(try place.run(["export", "--history"]).code == 64)
  }

  @Test("nothing is made where there is no store")
  func noStore() throws {
    let place = try CommandPlace()
    let outcome = try place.run(["export"])
    #expect(outcome.code == 0 && outcome.lines.count == 1 && !outcome.errors.isEmpty)
    #expect(!place.has("data"))
    let json = try place.run(["export", "--json"]).json()
    #expect((json["placements"] as? [Any])?.isEmpty == true)
  }

  @Test("everything as JSON, as its document says, the example too")
  func json() throws {
    let place = try place()
    let outcome = try place.run(["export", "--json", "--history"])
    let root = try outcome.json()
    #expect(Set(root.keys) == ["version", "today", "placements", "models"])
    let placements = try #require(root["placements"] as? [[String: Any]])
    #expect(placements.count == 3)
    #expect((placements[0]["student"] as? [String: Any])?["name"] as? String == "=A1")
    #expect((placements[0]["marks"] as? [Any])?.count == 3)
    #expect((placements[0]["items"] as? [Any])?.count == 25)
    #expect((placements[0]["changes"] as? [Any])?.count == 1)
    let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
    let document = try String(contentsOf: repository.appendingPathComponent("docs/export-json.md"), encoding: .utf8)
    func names(_ value: Any) -> Set<String> {
      if let list = value as? [Any] { return list.reduce(into: []) { $0.formUnion(names($1)) } }
      guard let object = value as? [String: Any] else { return [] }
      return object.reduce(into: []) { $0.formUnion(names($1.value).union([$1.key])) }
    }
    for name in names(root) { #expect(document.contains("`\(name)`"), "docs/export-json.md does not name \(name)") }
  }

  @Test(
    "what an export gives, an import takes into an empty store, and the next export gives the same bytes",
    arguments: 1...UInt64(6))
  func roundTrip(_ seed: UInt64) throws {
    var random = ExportSeed(state: seed)
    let place = try place(HostileFile.file(using: &random))
    let store = try HostileFile.open(place.store)
    try HostileFile.live(store, using: &random)
    try store.close()
    let first = try place.run(["export"])
    #expect(first.code == 0)
    let same = try place.run(["import", try place.write("first.csv", first.output)])
    #expect(same.code == 0, "seed \(seed): \(same.errors)")
    #expect([same.value("Nieuw"), same.value("Gewijzigd")] == ["0", "0"], "seed \(seed)")
    let empty = try CommandPlace()
    let taken = try empty.run(["import", try empty.write("first.csv", first.output)])
    #expect(taken.code == 0, "seed \(seed): \(taken.errors)")
    let second = try empty.run(["export"])
    #expect(second.output == first.output, "seed \(seed)")
  }
}
