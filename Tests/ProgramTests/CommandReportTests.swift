import Foundation
import StateStore
import Testing
import WerkendLeren

@Suite("The command line: report")
struct CommandReportTests {
  /// A placement with a bit of everything, and with hostile names.
  static func place() throws -> CommandPlace {
    let place = try CommandPlace()
    let file = try place.write(
      "in.csv",
      """
      studentnummer;student;opleiding;werkgever;werkplek;gestart op;overeenkomst getekend op;contactpersoon school
      1;"Ada <script>x</script>";HBO|ICT;"Van `Dijk`";Hal 3;2026-09-01;2026-06-01;"[Noor](javascript:x) \u{202E}rooN"
      2;Bob;Pabo;Zorg;;;;

      """)
    #expect(try place.run(["import", file]).code == 0)
    let store = try HostileFile.open(place.store)
    let school = Viewer.school(name: "Noor")
    guard case .one(let row) = try store.find("1", as: school) else { throw CocoaError(.fileNoSuchFile) }
    let today = Day(number: 20_780)
    let moment = Moment(today: today, text: "\(today.iso)T10:00:00+01:00")
    let student = Viewer(
      party: .student, name: "Ada", scope: .student(try store.records(row, as: school).records.student.id))
    func entry(_ text: String, _ readers: Circle) -> Command {
      .addEntry(
        duty: nil, party: .student, EntryContent(kind: .question, day: today, text: text, readers: readers))
    }
    let commands: [(Viewer, Command)] = [
      (school, .addNote(duty: DutyID("student.during.participation"), text: "# een *notitie*")),
      (school, .addNote(duty: nil, text: "bij het traject")),
      (school, .addPlan(label: "plan 1", date: today, kept: "map")),
      (school, .pause(from: today.adding(days: -9), intendedReturn: nil, reason: "<b>ziek</b>")),
      (school, .resume(day: today.adding(days: -1), newStart: nil)), (student, entry("voor allen", .everyone)),
      (student, entry("geheim", Circle([.student, .school]))),
    ]
    for (viewer, command) in commands {
      guard case .done = try store.perform(command, on: row, as: viewer, at: moment) else {
        Issue.record("refused: \(command)")
        continue
      }
    }
    try store.close()
    return place
  }

  @Test("all of a placement, as Markdown and as HTML, in both languages")
  func everything() throws {
    let place = try Self.place()
    for arguments in [[], ["--html"], ["--language", "en"], ["--html", "--language", "en"]] {
      let outcome = try place.run(["report", "1", "--history"] + arguments)
      #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
      let isEnglish = arguments.contains("en")
      for text in [
        isEnglish ? "Participation" : "Deelname", "notitie", "bij het traject", "plan 1", "ziek", "voor allen",
        isEnglish ? "Work-and-learn placement" : "Traject werkend leren",
        isEnglish
          ? "The student-employee is responsible for taking" : "De student-werknemer is verantwoordelijk voor het",
      ] { #expect(outcome.output.contains(text), "\(arguments): \(text)") }
      #expect(!outcome.output.contains("<script>"), "\(arguments)")
      if !arguments.contains("--html") { #expect(!outcome.output.contains("[Noor](")) }
      #expect(!outcome.output.unicodeScalars.contains { $0 == "\u{202E}" })
    }
    #expect(try !place.run(["report", "1"]).output.contains("## Geschiedenis"))
  }

  @Test("paper is handed on: what not all three may read stands on it only where it is asked for")
  func confidential() throws {
    let place = try Self.place()
    for arguments in [["--history"], ["--html", "--history"]] {
      #expect(try !place.run(["report", "1"] + arguments).output.contains("geheim"))
      #expect(try place.run(["report", "1", "--confidential"] + arguments).output.contains("geheim"))
    }
    let own = ["--role", "student", "--as", "1"]
    #expect(try place.run(["report", "1", "--confidential"] + own).output.contains("geheim"))
    #expect(try place.run(["report", "2"] + own).code == 65)
  }

  @Test("into a file, never over another one")
  func file() throws {
    let place = try Self.place()
    let path = place.folder + "/traject.html"
    #expect(try place.run(["report", "1", "--html", "--output", path]).output == "Geschreven: \(path)\n")
    #expect(try place.run(["report", "1", "--html", "--output", path]).code == 73)
    #expect(place.text("traject.html") == (try place.run(["report", "1", "--html"]).output))
    #expect(try place.run(["report", "9"]).code == 65)
  }

  private static let chromium = "/usr/bin/chromium"
  private static let canPrint =
    ProcessInfo.processInfo.environment["DRIELUIK_TEST_LONG"] != nil
    && [chromium, "/usr/bin/pdftotext"].allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(
    "a browser opens it and prints it, no duty over two pages",
    .enabled(if: canPrint, "asked for by make test-long, which installs chromium and poppler-utils"))
  func browser() throws {
    let place = try Self.place()
    let html = try place.run(["report", "1", "--html", "--history"]).output
    try place.write("r.html", html)
    let flags = "--headless --no-sandbox --disable-gpu --user-data-dir=chromium --no-pdf-header-footer"
    let printed = try place.shell(
      "\(Self.chromium) \(flags) --print-to-pdf=r.pdf --screenshot=r.png r.html; pdftotext -raw r.pdf r.txt")
    let text = try #require(place.text("r.txt"), "\(printed.errors)")
    let pages = text.split(separator: "\u{0C}").map { page in
      page.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect(pages.count >= 4 && pages.count <= 10)
    #expect(pages[0].contains("Ada <script>x</script>"))
    let pattern = try NSRegularExpression(pattern: #"<p class="text">([^<]*)</p>"#)
    let duties = pattern.matches(in: html, range: NSRange(html.startIndex..., in: html)).compactMap {
      Range($0.range(at: 1), in: html).map { String(html[$0]).replacing("&#39;", with: "'") }
    }
    #expect(duties.count == 25)
    for duty in duties {
      let words = duty.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      // A word that was parted at its hyphen stands on two lines.
      #expect(pages.contains { $0.replacing("- ", with: "-").contains(words.replacing("- ", with: "-")) }, "\(words)")
    }
  }
}
