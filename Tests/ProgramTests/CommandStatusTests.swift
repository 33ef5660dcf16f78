import Foundation
import Testing

@Suite("The command line: status and who acts")
struct CommandStatusTests {
  private let header =
    "studentnummer;student;opleiding;werkgever;startdatum;contactpersoon school;mail contactpersoon school"

  private func filled() throws -> CommandPlace {
    let place = try CommandPlace()
    let file = try place.write(
      "a.csv",
      """
      \(header)
      1;Ada Lovelace;HBO-ICT;Van Dijk;1-12-2026;Noor Bakker;noor@school.example
      1;Ada Lovelace;Wiskunde;Van Dijk;1-2-2027;Noor Bakker;noor@school.example
      2;Bob de Wit;HBO-ICT;;1-11-2026;Jan Kok;jan1@school.example
      3;Cas Kok;HBO-ICT;;;Jan Kok;jan2@school.example

      """)
    #expect(try place.run(["import", file]).code == 0)
    return place
  }

  @Test("the plain lines and the JSON say the same of the demonstration", arguments: ["2026-11-23", "2028-02-29"])
  func linesEqualJSON(today: String) throws {
    let place = try CommandPlace()
    let plain = try place.run(["status", "--demo", "--language", "nl"], today: today)
    let json = try place.run(["status", "--demo", "--json"], today: today).json()
    #expect(plain.code == 0)
    #expect(json["version"] as? Int == 1)
    #expect(json["today"] as? String == today)
    let placements = try #require(json["placements"] as? [String: Int])
    #expect(placements["total"] == 40)
    #expect(placements.filter { $0.key != "total" }.values.reduce(0, +) == 40)
    #expect(placements.values.allSatisfy { $0 > 0 }, "the demonstration has every stage")
    #expect(plain.value("Voorbereiding") == placements["preparation"].map(String.init))
    #expect(plain.value("Tijdens de opleiding") == placements["during"].map(String.init))
    #expect(plain.value("Niet begonnen") == placements["neverStarted"].map(String.init))
    let overdue = try #require(json["overdue"] as? [String: Int])
    #expect(plain.value("Te laat, student-werknemer") == overdue["student"].map(String.init))
    #expect(plain.value("Te laat, hogeschool") == overdue["school"].map(String.init))
    #expect(plain.value("Te laat, werkgever") == overdue["employer"].map(String.init))
    let gates = try #require(json["gates"] as? [String: Int])
    #expect(gates.count == 3)
    #expect(plain.value("Poort overeenkomst") == gates["school.preparation.agreement"].map(String.init))
    #expect(plain.value("Poort werkplek") == gates["employer.preparation.workplace"].map(String.init))
    #expect(plain.value("Beginnen binnen 4 weken") == (json["startingWithin28Days"] as? Int).map(String.init))
    #expect(plain.value("Startdatum voorbij") == (json["startPassed"] as? Int).map(String.init))
    let first = try #require(json["first"] as? [[String: Any]])
    #expect(first.count == 5)
    #expect(first[0]["student"] as? String == "Amira El Idrissi")
    #expect(first[0]["duty"] as? String == "employer.during.supervision")
    #expect(first[0]["daysOverdue"] as? Int == 11)
    #expect(first.contains { $0["duty"] is NSNull }, "an end date stands without a duty")
    #expect(plain.lines.filter { $0.hasPrefix("Eerst: ") }.count == 5)
    #expect(
      plain.lines.contains("Eerst: Amira El Idrissi, werkgever, Begeleiding, 11 dagen te laat"))
    #expect(!place.has("data"), "looking makes no store")
    let left = try FileManager.default.contentsOfDirectory(atPath: place.folder).filter { $0.hasPrefix("drieluik-") }
    #expect(left.isEmpty, "the throw-away store is gone")
  }

  @Test("English and Dutch by option, environment and default")
  func languages() throws {
    let place = try CommandPlace()
    #expect(try place.run(["status"]).lines.first == "Trajecten op 23 november 2026: 0")
    #expect(
      try place.run(["status"], environment: ["LANG": "en_GB.UTF-8"]).lines.first?.hasPrefix("Placements") == true)
    #expect(
      try place.run(["--language", "nl", "status"], environment: ["LANG": "en"]).lines.first?.hasPrefix("Traj") == true)
    #expect(try place.run(["status", "--language=en"]).lines.contains("Gate agreement: 0"))
    #expect(try place.run(["status"]).errors.contains("Er is nog geen opslag"))
    #expect(try place.run(["status", "--help", "--language", "en"]).output.contains("one fact a line"))
    #expect(try place.run(["status", "--help"]).output.contains("één feit per regel"))
  }

  @Test("a mistake on the command line gives 64, the parser's words and a line of ours")
  func usage() throws {
    let place = try CommandPlace()
    for arguments in [["--foo"], ["nonsense"], ["import"], ["--role", "teacher"], ["status", "--language", "fr"]] {
      let dutch = try place.run(arguments)
      #expect(dutch.code == 64, "\(arguments)")
      #expect(dutch.output.isEmpty)
      #expect(dutch.errors.hasSuffix("De opdrachtregel klopt niet. Kijk met: drieluik --help\n"), "\(dutch.errors)")
    }
    #expect(try place.run(["--foo", "--language", "en"]).errors.hasSuffix("See: drieluik --help\n"))
    #expect(try place.run(["status"], today: "vandaag").code == 64)
    #expect(try place.run(["status", "--demo", "--store", "x"]).code == 64)
    #expect(try place.run(["--version"]).code == 0)
  }

  @Test("students and employers must say who they are; names that come near are told")
  func identity() throws {
    let place = try filled()
    let bare = try place.run(["status", "--role", "student"])
    #expect(bare.code == 64)
    #expect(bare.errors.contains("--as"))
    #expect(try place.run(["status", "--role", "employer", "--language", "en"]).errors.contains("say who you are"))
    let near = try place.run(["status", "--role", "student", "--as", "Lovelace"])
    #expect(near.code == 65)
    #expect(near.errors.contains("Ada Lovelace"))
    let ambiguous = try place.run(["status", "--as", "Jan Kok"])
    #expect(ambiguous.code == 65)
    #expect(ambiguous.errors.contains("jan1@school.example") && ambiguous.errors.contains("jan2@school.example"))
    #expect(try place.run(["status", "--as", "jan1@school.example"]).code == 0)
    #expect(try place.run(["status", "--as", "Niemand"]).code == 0, "somebody of the school need not be known")
    let own = try place.run(["status", "--role", "student", "--as", "ada lovelace"])
    #expect(own.lines.first == "Trajecten op 23 november 2026: 2")
  }

  @Test("one placement by its key, or by the number alone where that is clear")
  func placement() throws {
    let place = try filled()
    #expect(try place.run(["status", "--placement", "2"]).lines.first == "Trajecten op 23 november 2026: 1")
    #expect(try place.run(["status", "--placement", " 1/hbo-ict"]).value("Beginnen binnen 4 weken") == "1")
    let several = try place.run(["status", "--placement", "1"])
    #expect(several.code == 65)
    #expect(several.errors.contains("1/HBO-ICT") && several.errors.contains("1/Wiskunde"))
    #expect(try place.run(["status", "--placement", "9"]).code == 65)
    #expect(
      try place.run(["status", "--role", "student", "--as", "Bob de Wit", "--placement", "3"]).code == 65,
      "another's placement is not to be seen")
  }

  @Test("the remembered person counts only with the remembered role, and options go first")
  func settings() throws {
    let place = try filled()
    try place.write("config/drieluik/config.yaml", "role: student\nas: Bob de Wit\nlanguage: en\n")
    #expect(try place.run(["status"]).lines.first == "Placements on 23 November 2026: 1")
    #expect(try place.run(["status", "--role", "school", "--language", "nl"]).value("Startdatum voorbij") == "1")
    #expect(try place.run(["status", "--role", "employer"]).code == 64)
    #expect(
      try place.run(["status", "--demo"]).value("Preparation") == "12", "the demonstration knows nobody of yours")
    try place.write("config/drieluik/config.yaml", "role: student\nrole: school\n")
    let faulty = try place.run(["status"])
    #expect(faulty.code == 65)
    #expect(faulty.errors.contains("config.yaml"))
  }

  @Test("without a terminal the overview is the same plain lines")
  func withoutTerminal() throws {
    let place = try filled()
    #expect(try place.run([]).output == place.run(["status"]).output)
  }

  @Test("a reader that stops is no error; a full device is")
  func closedOutput() throws {
    let place = try filled()
    let stopped = try place.shell("{ sleep 0.2; \"$DRIELUIK\" model show; echo code $? >&2; } | true")
    #expect(stopped.errors == "code 0\n")
    #expect(try place.shell("\"$DRIELUIK\" status > /dev/full").code == 74)
  }

  @Test("files that are no store, or of a newer version, are refused and left as they are")
  func stores() throws {
    let place = try filled()
    let text = try place.write("text.sqlite", "this is no database, only some text that is long enough to be read")
    #expect(try place.run(["status", "--store", text]).code == 65)
    #expect(place.text("text.sqlite")?.hasPrefix("this is no database") == true)
    #expect(try place.run(["status", "--store", place.folder]).code == 66)
    #expect(try place.run(["import", "a.csv", "--store", place.folder + "/none/s.sqlite"]).code == 66)
    #expect(try place.run(["status"], environment: ["DRIELUIK_STORE": text]).code == 65)
    #expect(try place.run(["status", "--store", ""]).code == 64)
    // user_version stands at byte 60 of the header, as a big-endian number.
    _ = try place.run(["status"])
    var bytes = [UInt8](try #require(FileManager.default.contents(atPath: place.store)))
    bytes[63] = 99
    let newer = try place.write("newer.sqlite", bytes)
    let outcome = try place.run(["status", "--store", newer])
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains("99"))
    #expect(try place.run(["status", "--store", newer, "--language", "en"]).errors.contains("newer"))
  }
}
