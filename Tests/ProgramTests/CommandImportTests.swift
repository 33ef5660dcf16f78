import Foundation
import StateStore
import Testing
import WerkendLeren

@Suite("The command line: import")
struct CommandImportTests {
  private let good = """
    studentnummer,student,opleiding,werkgever,startdatum,hobby
    1,Ada,HBO-ICT,Van Dijk,1-9-2027,lezen
    2,Bob,HBO-ICT,,,

    """
  private let mixed = """
    studentnummer,student,opleiding,werkplek,startdatum
    1,Ada,HBO-ICT,,31-2-2027
    2,Bob,HBO-ICT,,
    3,Cas,HBO-ICT,Hal 3,
    2,Bob,hbo-ict,,

    """

  @Test("the same file twice changes nothing, and unknown columns are named")
  func twice() throws {
    let place = try CommandPlace()
    let file = try place.write("a.csv", good)
    let first = try place.run(["import", file])
    #expect(first.code == 0)
    #expect(first.value("Nieuw") == "2")
    #expect(first.output.contains("hobby"))
    let second = try place.run(["import", file, "--language", "en"])
    #expect(second.code == 0)
    #expect([second.value("New"), second.value("Changed"), second.value("Unchanged")] == ["0", "0", "2"])
    let mode = try FileManager.default.attributesOfItem(atPath: place.store)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("a trial run keeps nothing, not even a store")
  func dryRun() throws {
    let place = try CommandPlace()
    let file = try place.write("a.csv", good)
    let trial = try place.run(["import", file, "--dry-run"])
    #expect(trial.code == 0)
    #expect(trial.value("Nieuw") == "2")
    #expect(!FileManager.default.fileExists(atPath: place.store))
    let bad = try place.write("b.csv", mixed)
    #expect(try place.run(["import", bad, "--dry-run"]).code == 65)
    #expect(!place.has("b.mend.csv"))
    #expect(try place.run(["import", file]).code == 0)
    #expect(try place.run(["import", bad, "--dry-run"]).code == 65)
    #expect(try place.run(["status"]).lines.first == "Trajecten op 23 november 2026: 2")
  }

  @Test("bad lines are told with line and column, also those that the store refuses; the rest goes in")
  func badLines() throws {
    let place = try CommandPlace()
    let file = try place.write("b.csv", mixed)
    let outcome = try place.run(["import", file])
    #expect(outcome.code == 65)
    #expect(outcome.value("Nieuw") == "1")
    #expect(outcome.value("Foute regels") == "3")
    #expect(outcome.errors.contains("regel 2, kolom startdatum: geen datum: 31-2-2027"))
    #expect(outcome.errors.contains("regel 4, kolom werkgever: "))
    #expect(outcome.errors.contains("regel 5, kolom studentnummer: "))
    let mend = try #require(place.text("b.mend.csv"))
    let lines = mend.split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(lines[0] == "studentnummer,student,opleiding,werkplek,startdatum,fout")
    #expect(lines[1].hasPrefix("1,Ada,HBO-ICT,,31-2-2027,"))
    #expect(lines[2].hasPrefix("3,Cas,HBO-ICT,Hal 3,,"))
    let english = try place.run(["import", file, "--language", "en"])
    #expect(english.errors.contains("line 2, column startdatum: no date"))
    #expect(place.has("b.mend-2.csv"), "a file to mend is never overwritten")
  }

  @Test("a mended file goes in with its last column")
  func mendRoundTrip() throws {
    let place = try CommandPlace()
    _ = try place.run(["import", try place.write("b.csv", mixed)])
    let mend = try #require(place.text("b.mend.csv"))
    var lines = mend.split(separator: "\n").map(String.init)
    lines[1] = lines[1].replacingOccurrences(of: "1,Ada,HBO-ICT,,31-2-2027", with: "1,Ada,HBO-ICT,,28-2-2027")
    lines[2] = lines[2].replacingOccurrences(of: "Hal 3", with: "")
    lines.removeLast()
    let again = try place.run(["import", try place.write("c.csv", lines.joined(separator: "\n"))])
    #expect(again.code == 0, "\(again.errors)")
    #expect(again.value("Nieuw") == "2")
  }

  @Test("strict writes nothing where one line is bad")
  func strict() throws {
    let place = try CommandPlace()
    let outcome = try place.run(["import", try place.write("b.csv", mixed), "--strict"])
    #expect(outcome.code == 65)
    #expect(outcome.output.hasPrefix("Niets ingelezen"))
    #expect(!place.has("b.mend.csv"))
    #expect(try place.run(["status"]).lines.first == "Trajecten op 23 november 2026: 0")
    #expect(try place.run(["import", try place.write("a.csv", good), "--strict"]).code == 0)
  }

  @Test("what is no longer in the file is listed; a bad line is still in it")
  func missing() throws {
    let place = try CommandPlace()
    var rows = "studentnummer,student,opleiding\n"
    for number in 1...30 { rows += "\(number),Student \(number),HBO-ICT\n" }
    _ = try place.run(["import", try place.write("a.csv", rows)])
    let short = "studentnummer,student,opleiding,startdatum\n1,Student 1,HBO-ICT,\n2,Student 2,hbo-ict,nooit\n"
    let outcome = try place.run(["import", try place.write("b.csv", short)])
    #expect(outcome.lines.contains { $0.hasPrefix("Wel bewaard") && $0.hasSuffix(": 28") }, "\(outcome.output)")
    #expect(outcome.lines.filter { $0.hasPrefix("  ") && $0.hasSuffix("/HBO-ICT") }.count == 20)
    #expect(outcome.output.contains("en nog 8"))
    #expect(!outcome.output.contains("  2/HBO-ICT"))
  }

  @Test("fifty bad lines are told on screen, all stand in the file to mend")
  func manyBadLines() throws {
    let place = try CommandPlace()
    var rows = "studentnummer,student,opleiding,startdatum\n"
    for number in 1...70 { rows += "\(number),Student,HBO-ICT,nooit\n" }
    let outcome = try place.run(["import", try place.write("a.csv", rows)])
    #expect(outcome.errors.split(separator: "\n").filter { $0.hasPrefix("regel ") }.count == 50)
    #expect(outcome.errors.contains("en nog 20"))
    #expect(place.text("a.mend.csv")?.split(separator: "\n").count == 71)
  }

  @Test("standard input, its file to mend, and Windows-1252")
  func standardInput() throws {
    let place = try CommandPlace()
    let text = Array("studentnummer;student;opleiding\n1;Zo".utf8) + [0xEB] + Array(";HBO-ICT\n2;;X\n".utf8)
    let outcome = try place.run(["import", "-"], bytes: text)
    #expect(outcome.code == 65)
    #expect(place.has("import.mend.csv"))
    #expect(try place.run(["status", "--role", "student", "--as", "Zoë"]).code == 0)
  }

  @Test("files that cannot be read or will not do are refused as a whole")
  func refused() throws {
    let place = try CommandPlace()
    #expect(try place.run(["import", "none.csv"]).code == 66)
    #expect(try place.run(["import", "none.csv", "--language", "en"]).errors.contains("not there"))
    #expect(try place.run(["import", place.folder]).code == 66)
    #expect(try place.run(["import", try place.write("empty.csv", "")]).code == 65)
    let columns = try place.run(["import", try place.write("b.csv", "student,opleiding\nA,B\n")])
    #expect(columns.code == 65)
    #expect(columns.errors.contains("studentnummer"))
    let twice = "studentnummer,student,student number,opleiding\n1,A,2,B\n"
    #expect(try place.run(["import", try place.write("c.csv", twice)]).code == 65)
    #expect(!FileManager.default.fileExists(atPath: place.store), "nothing was made")
    _ = try place.run(["import", try place.write("a.csv", good)])
    #expect(try place.run(["import", "a.csv", "--role", "student", "--as", "Ada"]).code == 77)
  }

  @Test("an import that is interrupted, whenever it is, has written all or nothing")
  func interrupted() throws {
    let place = try CommandPlace()
    var rows = "studentnummer,student,opleiding\n"
    for number in 1...3000 { rows += "\(number),Student \(number),HBO-ICT\n" }
    try place.write("a.csv", rows)
    let line = "\"$DRIELUIK\" import a.csv & sleep 0.15; kill -TERM $!; wait $!; echo code $?"
    let outcome = try place.shell(line)
    let total = try place.run(["status"]).lines.first?.split(separator: " ").last.map(String.init)
    if outcome.output.hasSuffix("code 0\n") {
      #expect(total == "3000")
    } else {
      #expect(total == "0")
    }
    if outcome.output.hasSuffix("code 130\n") { #expect(outcome.errors.contains("er is niets ingelezen")) }
  }

  @Test("where no file to mend can be written, all bad lines are told and it says so")
  func noPlaceToMend() throws {
    let place = try CommandPlace()
    var rows = "studentnummer,student,opleiding,startdatum\n100,Ada,HBO-ICT,\n"
    for number in 1...60 { rows += "\(number),Student,HBO-ICT,nooit\n" }
    try place.write("a.csv", rows)
    // Nobody can make a file in this folder.
    let outcome = try place.shell("\"$DRIELUIK\" import /proc/self/fd/0 < a.csv")
    #expect([73, 74, 77].contains(outcome.code))
    #expect(outcome.value("Nieuw") == "1")
    #expect(outcome.errors.split(separator: "\n").filter { $0.hasPrefix("regel ") }.count == 60)
    #expect(outcome.errors.contains("De goede regels zijn ingelezen"))
  }

  @Test("a store that another program holds gives 69 and is left as it is")
  func lockedStore() throws {
    let place = try CommandPlace()
    let file = try place.write("a.csv", good)
    _ = try place.run(["import", file])
    let before = try place.run(["status"]).output
    let held = try Store.open(place.store, options: .plain)
    defer { try? held.close() }
    let more = try place.write("b.csv", "studentnummer,student,opleiding\n7,Eva,HBO-ICT\n")
    var outcome: CommandOutcome?
    var first = true
    _ = try held.importPlacements(
      file: "x", as: .school(name: "x"), at: Moment(today: Day(number: 20_000), text: ""), dryRun: true,
      next: {
        guard first else { return nil }
        first = false
        outcome = try place.run(["import", more])
        return nil
      })
    #expect(outcome?.code == 69)
    #expect(outcome?.errors.contains("houdt") == true)
    #expect(try place.run(["status"]).output == before)
  }

  @Test("hostile text reaches neither the terminal nor a program as control characters")
  func hostileText() throws {
    let place = try CommandPlace()
    let name = "Ev\u{1B}[31mil\u{7}\u{202E}X \"quoted\" back\\slash"
    let cell = "\"" + name.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    let rows = "studentnummer,student,opleiding,startdatum\n1,\(cell),HBO-ICT,1-11-2026\n2,A,\(cell),\u{1B}]0;x\u{7}\n"
    let outcome = try place.run(["import", try place.write("a.csv", rows)])
    #expect(outcome.code == 65)
    let status = try place.run(["status"])
    let named = try place.run(["status", "--placement", "\u{1B}[2J9", "--as", "x\u{1B}c"])
    let unknown = try place.run(["--\u{1B}[2J"])
    for text in [outcome.output, outcome.errors, status.output, named.errors, unknown.errors] {
      let harmful = text.unicodeScalars.contains {
        ($0.value < 0x20 && $0 != "\n") || $0.value == 0x202E || $0.value == 0x9B
      }
      #expect(!harmful, "\(text)")
    }
    let first = try #require(try place.run(["status", "--json"]).json()["first"] as? [[String: Any]])
    #expect((first.first?["student"] as? String)?.contains("\"quoted\" back\\slash") == true)
  }
}

extension StoreOptions {
  /// Options that suffice to hold a store: it reads no model and folds no names.
  fileprivate static var plain: StoreOptions {
    StoreOptions(
      fold: { $0.lowercased() }, encodeModel: { $0.name }, decodeModel: { DutyModel(name: $0, duties: []) },
      makesFile: false)
  }
}
