import Foundation
import Glibc
import TerminalTesting
import Testing

/// `drieluik doctor` says what is wrong and what to do, changes nothing, and its exit code is that of the store.
@Suite struct DoctorTests {
  private static let placements = """
    studentnummer;student;opleiding;werkgever;werkplek;startdatum
    1001;Amira El Idrissi;HBO-ICT;Van Dijk;Werkplaats;1-9-2026
    1002;Daan Visser;Verpleegkunde;;;1-12-2026

    """
  private static let locale = ["LC_ALL": "C.utf8", "TERM": "xterm-256color"]

  private func filled() throws -> CommandPlace {
    let place = try CommandPlace()
    try place.write("t.csv", Self.placements)
    #expect(try place.run(["import", "t.csv"]).code == 0)
    return place
  }

  private func states(_ outcome: CommandOutcome) throws -> [String: String] {
    let findings = try outcome.json()["findings"] as? [[String: Any]] ?? []
    return Dictionary(
      findings.map { ($0["id"] as? String ?? "", $0["state"] as? String ?? "") },
      uniquingKeysWith: { first, _ in first })
  }

  private func files(_ place: CommandPlace) throws -> [String: Data] {
    var found: [String: Data] = [:]
    let folder = place.folder + "/data/drieluik"
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      found[name] = FileManager.default.contents(atPath: folder + "/" + name)
    }
    return found
  }

  @Test func withoutAStoreItSaysSoAndMakesNone() throws {
    let place = try CommandPlace()
    let outcome = try place.run(["doctor"], environment: Self.locale)
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome)")
    #expect(outcome.value("Opslag") == "ok, nog geen; bij het eerste gebruik komt die hier: \(place.store)")
    #expect(outcome.lines.last == "Uitslag: ok, alles is in orde", "\(outcome.output)")
    #expect(!place.has("data"))
  }

  @Test func aSoundStoreIsSoundAndIsLeftAsItWas() throws {
    let place = try filled()
    let before = try files(place)
    let outcome = try place.run(["doctor"], environment: Self.locale)
    #expect(outcome.code == 0, "\(outcome)")
    #expect(outcome.lines.allSatisfy { $0.contains(": ok, ") }, "\(outcome.output)")
    #expect(outcome.value("Inhoud")?.hasSuffix("2 trajecten, 2 wijzigingen") ?? false, "\(outcome.output)")
    #expect(try files(place) == before)
    let json = try place.run(["doctor", "--json"], environment: Self.locale)
    #expect(try json.json()["result"] as? String == "ok" && json.json()["exitCode"] as? Int == 0)
    let states = try states(json)
    #expect(states.count == outcome.lines.count - 1 && Set(states.values) == ["ok"])
  }

  @Test func theWordsAreThereInEnglishToo() throws {
    let place = try filled()
    let outcome = try place.run(["doctor", "--language", "en"], environment: Self.locale)
    #expect(outcome.value("Summaries") == "ok, equal to what follows from the records")
    #expect(outcome.lines.last == "Result: ok, everything is in order", "\(outcome.output)")
  }

  @Test func aDamagedStoreGivesAllLinesAndCode65() throws {
    let place = try filled()
    var bytes = try #require(FileManager.default.contents(atPath: place.store))
    for page in bytes.count / 8192..<bytes.count / 4096 where page % 2 == 0 {
      bytes.replaceSubrange(page * 4096..<page * 4096 + 200, with: Data(repeating: 0xA5, count: 200))
    }
    try bytes.write(to: URL(fileURLWithPath: place.store))
    let outcome = try place.run(["doctor"], environment: Self.locale)
    #expect(outcome.code == 65, "\(outcome)")
    // Where SQLite notices it depends on the page: on opening, or when it looks at all of them.
    #expect(outcome.lines.contains { $0.contains(": fout, ") }, "\(outcome.output)")
    #expect(outcome.output.contains("zet een reservekopie terug"))
    #expect(outcome.value("Systeem") != nil && outcome.lines.last?.hasPrefix("Uitslag: fout, ") ?? false)
    #expect(FileManager.default.contents(atPath: place.store) == bytes)
    let json = try place.run(["doctor", "--json"], environment: Self.locale)
    #expect(try json.code == 65 && json.json()["exitCode"] as? Int == 65 && json.json()["result"] as? String == "error")
  }

  @Test(arguments: [("text", "geen opslag"), ("", "Vorm van de opslag: ok, 0;")])
  func aFileThatIsNoStoreIsNamed(text: String, says: String) throws {
    let place = try CommandPlace()
    let path = try place.write("x.sqlite", String(repeating: text, count: 1000))
    let outcome = try place.run(["doctor", "--store", path], environment: Self.locale)
    #expect(outcome.code == (text.isEmpty ? 0 : 65), "\(outcome)")
    #expect(outcome.output.contains(says) && outcome.lines.count > 12)
    // No advice on the rights of a file that is somebody else's.
    if !text.isEmpty { #expect(!outcome.output.contains("chmod")) }
    #expect(place.text("x.sqlite") == String(repeating: text, count: 1000))
  }

  @Test func aMissingFolderOrAFolderIsNamed() throws {
    let place = try CommandPlace()
    let missing = try place.run(["doctor", "--store", place.folder + "/no/such"], environment: Self.locale)
    #expect(missing.code == 66 && missing.lines.count > 8, "\(missing)")
    let folder = try place.run(["doctor", "--store", place.folder], environment: Self.locale)
    #expect(folder.code == 66 && folder.lines.count > 8, "\(folder)")
    #expect(try place.run(["doctor", "--store", ""]).code == 64)
  }

  static let python: String? = ["/usr/bin/python3", "/usr/local/bin/python3"].first { access($0, X_OK) == 0 }

  @Test(.enabled(if: python != nil, "there is no python3"))
  func aNewerAndAHeldStoreGiveTheirCodes() throws {
    let place = try filled()
    let python = try #require(Self.python)
    let held = """
      import os, sqlite3, subprocess, sys
      db = sqlite3.connect(sys.argv[1], isolation_level=None)
      db.execute("PRAGMA locking_mode=EXCLUSIVE"); db.execute("BEGIN EXCLUSIVE"); db.execute("UPDATE tally SET count = count")
      sys.exit(subprocess.run([os.environ["DRIELUIK"], "doctor"]).returncode)
      """
    try place.write("held.py", held)
    let locked = try place.shell("\(python) held.py '\(place.store)'")
    #expect(locked.code == 69 && locked.output.contains("houdt") && locked.value("Uitslag") != nil, "\(locked)")
    try place.write(
      "newer.py",
      "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.execute('PRAGMA user_version=99'); db.commit()\n")
    #expect(try place.shell("\(python) newer.py '\(place.store)'").code == 0)
    let newer = try place.run(["doctor"], environment: Self.locale)
    #expect(newer.code == 65 && newer.output.contains("nieuwere Drieluik") && newer.value("Uitslag") != nil, "\(newer)")
  }

  @Test func rightsThatLetOthersReadAreNamedWithTheRemedy() throws {
    let place = try filled()
    chmod(place.folder, 0o755)
    for folder in ["data", "data/drieluik"] { chmod(place.folder + "/" + folder, 0o755) }
    chmod(place.store, 0o644)
    let open = try place.run(["doctor"], environment: Self.locale)
    #expect(open.code == 0)
    #expect(open.value("Rechten van de opslag") == "let op, 644: iedereen op deze computer kan het lezen")
    #expect(open.output.contains("typ dan: chmod 600 \(place.store)"), "\(open.output)")
    chmod(place.folder + "/data", 0o700)
    let shut = try place.run(["doctor"], environment: Self.locale)
    #expect(shut.value("Rechten van de opslag") == "ok, 644; de map erboven houdt anderen buiten")
    chmod(place.folder + "/data", 0o755)
    chmod(place.folder + "/data/drieluik", 0o777)
    #expect(try states(try place.run(["doctor", "--json"], environment: Self.locale))["rights.folder"] == "warning")
  }

  static let mayBeNobody = getuid() == 0 && access("/usr/bin/setpriv", X_OK) == 0

  @Test(.enabled(if: mayBeNobody, "not root, or no setpriv"))
  func aPlaceThatMayOnlyBeReadIsAWarning() throws {
    let place = try filled()
    for folder in ["", "/data", "/data/drieluik"] { chmod(place.folder + folder, 0o755) }
    chmod(place.store, 0o644)
    let program = try builtProgram(named: "drieluik")
    let line =
      "cp '\(program)' d && chmod 755 d && exec setpriv --reuid=65534 --regid=65534 --clear-groups ./d doctor --json"
    let outcome = try place.shell("HOME=/nonexistent \(line)")
    #expect(outcome.code == 0, "\(outcome)")
    let states = try states(outcome)
    #expect(states["rights.folder"] == "warning" && states["store.history"] == "ok", "\(outcome.output)")
  }

  @Test func settingsWithMistakesAreShownAndDoNotStopIt() throws {
    let place = try filled()
    try place.write("config/drieluik/config.yaml", "language: nl\nmouse: perhaps\nnonsense: 1\n")
    #expect(try place.run(["status"]).code == 65)
    let outcome = try place.run(["doctor"], environment: Self.locale)
    #expect(outcome.code == 0, "\(outcome)")
    #expect(outcome.value("Instellingen")?.hasPrefix("fout, ") ?? false, "\(outcome.output)")
    let found = outcome.lines.filter { $0.hasPrefix("  Gevonden: ") }
    #expect(found.contains { $0.contains("config.yaml") && $0.contains("regel 2") && $0.contains("mouse") }, "\(found)")
  }

  @Test func wrongKeysAndThemesAreFoundToo() throws {
    let place = try filled()
    try place.write("config/drieluik/config.yaml", "theme: darc\nkeys:\n  overview:\n    search: Ctrl-I\n")
    let outcome = try place.run(["doctor"], environment: Self.locale)
    #expect(outcome.code == 0)
    let found = outcome.lines.filter { $0.hasPrefix("  Gevonden: ") }
    #expect(found.contains { $0.contains("regel 1, theme: darc is geen thema") }, "\(found)")
    #expect(found.contains { $0.contains("regel 4, keys.overview.search: Ctrl-I") }, "\(found)")
  }

  @Test func whatTheSettingsAskForInVainAndFaultyThemesAreShown() throws {
    let place = try filled()
    try place.write("config/drieluik/config.yaml", "theme: nowhere\n")
    try place.write("config/drieluik/themes/mine.yaml", "scheme: mine\nbase00: nonsense\n")
    let outcome = try place.run(["doctor"], environment: Self.locale)
    #expect(outcome.code == 0, "\(outcome)")
    #expect(outcome.value("Instellingen")?.hasPrefix("fout, ") ?? false, "\(outcome.output)")
    #expect(outcome.output.contains("nowhere is geen thema"), "\(outcome.output)")
    #expect(outcome.value("Eigen thema's") == "let op, 1 van de 1 met fouten", "\(outcome.output)")
    #expect(outcome.lines.contains { $0.contains("mine.yaml, regel ") }, "\(outcome.output)")
  }

  @Test func terminalsAndLocalesThatAreNotHereAreWarnings() throws {
    let place = try filled()
    func value(_ name: String, _ environment: [String: String]) throws -> String {
      let outcome = try place.run(["doctor"], environment: environment)
      #expect(outcome.code == 0)
      return outcome.value(name) ?? ""
    }
    #expect(try value("Terminal (TERM)", ["TERM": "geen-bekende"]).hasPrefix("let op, geen-bekende is hier onbekend"))
    #expect(try value("Terminal (TERM)", ["TERM": "dumb"]).hasPrefix("let op, dumb kan geen schermen tonen"))
    #expect(try value("Terminal (TERM)", ["TERM": ""]).hasPrefix("let op, niet ingesteld"))
    #expect(try value("Terminal (TERM)", ["TERM": "\u{1B}[31mx"]).contains("[31mx"))
    #expect(
      try value("Tekens (locale)", ["LC_ALL": "xx_XX.UTF-8"]).hasPrefix("let op, xx_XX.UTF-8 (LC_ALL) staat niet"))
    #expect(try value("Tekens (locale)", ["LANG": "C"]).hasPrefix("let op, C: alleen ASCII"))
    #expect(
      try value("Kleuren", ["TERM": "xterm-256color", "NO_COLOR": "1"]) == "ok, geen, door de variabele NO_COLOR")
    #expect(try value("Kleuren", ["TERM": "xterm-256color", "COLORTERM": "truecolor"]).contains("256 van de 256;"))
    #expect(try value("Muis", ["SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"]).hasPrefix("ok, uit, omdat u via SSH"))
  }

  @Test func onATerminalItNamesTheWindowAndSendsNoEscapes() throws {
    let world = try World()
    let terminal = try world.start(["doctor"], rows: 30, columns: 50)
    #expect(terminal.waitForExit() == .exited(0))
    let text = terminal.receivedText.filter { $0 != "\r" }
    #expect(text.contains("Venster: let op, 50 bij 30 tekens is te klein"), "\(text)")
    #expect(!text.contains("\u{1B}"))
  }

  @Test func strangePathsReachNoTerminalAsEscapes() throws {
    let place = try CommandPlace()
    let outcome = try place.run(["doctor", "--store", place.folder + "/a\u{1B}[31m' b"], environment: Self.locale)
    #expect(outcome.code == 0 && !outcome.output.contains("\u{1B}"), "\(outcome)")
  }

  @Test func theTestPictureShowsWhatArrivesAndGivesTheTerminalBack() throws {
    let world = try World()
    let terminal = try world.start(["doctor", "--screen"])
    #expect(terminal.waitForText("Testbeeld 1 van 4"), "\(terminal.screenText)")
    terminal.send("3")
    // Every bar stands where we count it, in a terminal that counts as we do.
    #expect(
      terminal.wait { terminal in (3..<15).allSatisfy { terminal.row($0).contains("│") } }, "\(terminal.screenText)")
    #expect(terminal.waitForText("中文字................."))
    terminal.send("4")
    #expect(terminal.waitForText("Testbeeld 4 van 4: toetsen"))
    terminal.send("\u{12}")
    #expect(terminal.waitForText("Laatst: toets Ctrl-R"))
    terminal.send("\u{1B}[<0;5;7M")
    #expect(terminal.waitForText("Laatst: muis ingedrukt op kolom 5, rij 7"))
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
    #expect(!terminal.screen.reportsMouse)
  }

  @Test func withoutATerminalTheTestPictureIsText() throws {
    let place = try CommandPlace()
    let outcome = try place.run(["doctor", "--screen"], environment: Self.locale)
    #expect(outcome.code == 0 && outcome.errors.contains("geen terminal"), "\(outcome)")
    #expect(outcome.output.contains("中文字.................│ 6") && !outcome.output.contains("\u{1B}"))
    let ascii = try place.run(["doctor", "--screen"], environment: ["LC_ALL": "C"])
    #expect(ascii.code == 0 && ascii.output.allSatisfy(\.isASCII), "\(ascii)")
    #expect(!place.has("data"))
  }
}
