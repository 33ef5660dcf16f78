import Foundation
import Language
import StateStore
import Testing
import WerkendLeren

@Suite("The command line: scan report")
struct CommandScanReportTests {
  private static let today = Day(number: 20_780)
  private static let moment = Moment(today: today, text: "\(today.iso)T10:00:00+01:00")

  /// A scan of the whole questionnaire that was decided, at the workplace of student 1; student 2 is elsewhere.
  static func place() throws -> (place: CommandPlace, scan: String) {
    let place = try CommandPlace()
    let file = try place.write(
      "in.csv",
      """
      studentnummer;student;opleiding;werkgever;werkplek;adres werkplek;contactpersoon werkgever
      1;Ada Lim;HBO-ICT;Van Dijk <script>x</script> Techniek;Hal 3 | Ede;Ambachtsweg 12, Ede;Jan van Dijk
      2;Bob;Pabo;Zorg;;;Els

      """)
    #expect(try place.run(["import", file]).code == 0)
    let store = try HostileFile.open(place.store)
    let school = Viewer.school(name: "Noor Bakker")
    try store.ensureQuestionnaire(BuiltInQuestionnaire.load(), at: moment)
    guard case .one(let row) = try store.find("1", as: school),
      case .done(_, let begun) = try store.beginScan(at: row, as: school, at: moment)
    else { throw CocoaError(.fileNoSuchFile) }
    let scan = begun.scan.id
    var answers: [QuestionID: Answer?] = [
      "A1": .text("Van Dijk Techniek"), "A3": .text("Ambachtsweg 12, Ede"), "A4": .one("small"),
      "A5": .text("Wij ontwerpen en onderhouden installaties voor scholen en zorg.\n\nDe afdeling telt twaalf mensen."),
      "A6": .person(PersonAnswer(name: "Jan van Dijk", function: "directeur", mail: "jan@vandijk.example")),
      "B1": .text("Ontwerpen, tekenen,\n# meten `en` <b>regelen</b>"), "B2": .level(3), "B3": .level(2),
      "B4": .level(4), "B5": .several(["own_workplace", "computer"]), "B6": .yesNo(true), "C1": .yesNo(true),
      "C2": .person(PersonAnswer(name: "Sanne Mol", function: "engineer", phone: "06 5555 0199")), "C3": .number(9),
      "C4": .level(3), "C5": .number(120), "C6": .level(3), "C7": .yesNo(false), "C8": .one("fully"), "D1": .level(3),
      "D2": .level(2), "D3": .level(4), "D4": .yesNo(false), "D5": .yesNo(true), "E1": .yesNo(true),
      "E2": .date(today.adding(days: -200)), "E3": .several(["machines", "heights"]), "E4": .level(3),
      "E5": .yesNo(true), "E6": .yesNo(true), "F1": .number(32), "F2": .number(8), "F3": .yesNo(true),
      "F4": .one("whole_programme"), "F5": .yesNo(true), "F6": .one("collective_agreement"), "F7": .level(3),
      "F8": .yesNo(true), "G1": .yesNo(true), "G2": .level(3), "G3": .level(2), "G4": .one("mail"),
      "H2": .person(PersonAnswer(name: "Jan van Dijk")), "H3": .yesNo(true),
    ]
    // Kept, and hidden because nothing else was chosen.
    answers["B5a"] = .text("een verborgen antwoord")
    let due = today.adding(days: 40)
    let steps: [ScanStep] = [
      .answer(answers), .submit, .comment("B1", text: "Gezien tijdens het bezoek."),
      .comment(nil, text: "Een prettige werkplek met aandacht voor leren."),
      .setOwnAnswer("B2", .level(2), reason: "De helft van de taken hoort bij het vak."),
      .recordVisit(ScanVisit(day: today.adding(days: -2), by: "Noor Bakker", spokenWith: "Jan van Dijk en Sanne Mol")),
      .setCondition(
        nil,
        ScanConditionContent(
          text: "Kies samen met de opleiding taken die bij het vak en het niveau passen.", owner: .employer, due: due,
          question: "B2")),
      .setCondition(
        nil,
        ScanConditionContent(
          text: "Wijs een vervanger aan.", owner: .employer, due: due, beforeStart: true, question: "C7")),
      .decide(.suitableWithConditions, reason: "", validUntil: today.adding(years: 2), by: "Noor Bakker"),
    ]
    for step in steps {
      guard case .done = try store.perform(step, onScan: scan, as: school, at: moment) else {
        Issue.record("refused: \(step)")
        continue
      }
    }
    try store.close()
    return (place, String(scan))
  }

  @Test("as Markdown and as HTML, in both languages, into a file too")
  func forms() throws {
    let (place, scan) = try Self.place()
    let markdown = try place.run(["scan", "report", scan])
    #expect(markdown.code == 0 && markdown.errors.isEmpty, "\(markdown.errors)")
    #expect(markdown.output.hasPrefix("# Werkplekscan Hal 3 \\| Ede\n\nVan Dijk \\<script\\>x\\</script\\> Techniek"))
    #expect(
      markdown.output.contains("**geschikt onder voorwaarden**") && !markdown.output.contains("verborgen antwoord"))
    let html = try place.run(["scan", "report", scan, "--html", "--language", "en"]).output
    #expect(html.contains("suitable with conditions") && html.contains("<svg") && !html.contains("<script>"))
    #expect(try place.run(["scan", "report", scan, "--format", "html", "--language", "en"]).output == html)
    let path = place.folder + "/scan.html"
    let written = try place.run(["scan", "report", scan, "--html", "--language", "en", "--output", path])
    #expect(written.output == "Written: \(path)\n" && place.text("scan.html") == html)
    #expect(try place.run(["scan", "report", scan, "--html", "--output", path]).code == 73)
  }

  @Test("who reads decides what stands on it")
  func readers() throws {
    let (place, scan) = try Self.place()
    let student = try place.run(["scan", "report", scan, "--role", "student", "--as", "Ada Lim"]).output
    #expect(student.contains("Wijs een vervanger aan.") && !student.contains("Ontwerpen") && !student.contains("Sanne"))
    let employer = try place.run(["scan", "report", scan, "--role", "employer", "--as", "Jan van Dijk"]).output
    #expect(employer.contains("Ontwerpen") && employer.contains("De helft van de taken"))
    #expect(try place.run(["scan", "report", scan, "--role", "student", "--as", "Bob"]).code == 65)
    #expect(try place.run(["scan", "report", scan, "--role", "employer", "--as", "Els"]).code == 65)
  }

  @Test("what cannot be done is said with its code")
  func refusals() throws {
    let place = try CommandPlace()
    #expect(try place.run(["scan", "report", "9"]).code == 65)
    #expect(try place.run(["scan", "report", "x"]).code == 64)
    #expect(try place.run(["scan", "report"]).code == 64)
    #expect(try place.run(["scan", "report", "9", "--html", "--format", "pdf"]).code == 64)
    // No folder on the path has the program.
    let missing = try place.run(["scan", "report", "9", "--format", "pdf"], environment: ["PATH": "/nowhere:bin:."])
    #expect(missing.code == 69 && missing.errors.contains("apt install weasyprint") && missing.output.isEmpty)
    #expect(!place.has("data"))
  }

  /// A program in the place of WeasyPrint, to see what it is handed and what is made of what it does.
  private func stand(_ place: CommandPlace, _ script: String) throws -> [String: String] {
    let path = try place.write("bin/weasyprint", "#!/bin/sh\n" + script)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return ["PATH": place.folder + "/bin:/usr/bin:/bin"]
  }

  @Test("the program for PDF gets the page on its standard input, and nothing of it is left behind")
  func program() throws {
    let (place, scan) = try Self.place()
    let call = ["scan", "report", scan, "--format", "pdf"]
    let works = try stand(place, "echo \"$@\" >arguments; cat >page; printf '%%PDF-1.7 \\377x'")
    let path = place.folder + "/scan.pdf"
    let outcome = try place.run(call + ["--output", path], environment: works)
    #expect(outcome.code == 0 && outcome.output == "Geschreven: \(path)\n", "\(outcome)")
    #expect(FileManager.default.contents(atPath: path) == Data("%PDF-1.7 ".utf8) + [0xFF] + Data("x".utf8))
    #expect(place.text("arguments") == "--quiet --encoding utf-8 --pdf-variant pdf/ua-1 - -\n")
    #expect(place.text("page") == (try place.run(["scan", "report", scan, "--html"]).output))
    let left = try FileManager.default.contentsOfDirectory(atPath: place.folder).filter { $0.hasPrefix("drieluik-") }
    #expect(left.isEmpty)

    let older = try stand(place, "case \"$*\" in *variant*) exit 2;; esac; printf '%%PDF-1.4'")
    #expect(try place.run(call, environment: older).output == "%PDF-1.4")
    for (script, says) in [
      ("echo 'geen letters' >&2; exit 1", "geen letters"), ("exit 3", "code 3"), ("kill -9 $$", "code 137"),
      ("exit 0", "niets"), ("echo '\u{1B}[31mrood' >&2; exit 1", " [31mrood"),
    ] {
      let broken = try place.run(call, environment: try stand(place, script))
      #expect(broken.code == 69 && broken.errors.contains(says) && broken.output.isEmpty, "\(broken)")
      #expect(!broken.errors.contains("\u{1B}"))
    }
  }

  @Test("doctor says whether PDF can be made")
  func doctor() throws {
    let place = try CommandPlace()
    #expect(try place.run(["doctor"]).value("PDF maken")?.contains("installeer dan weasyprint") == true)
    let there = try place.run(["doctor"], environment: try stand(place, ""))
    #expect(there.value("PDF maken") == "ok, kan, met \(place.folder)/bin/weasyprint")
  }

  private static let hasPrograms =
    ProcessInfo.processInfo.environment["DRIELUIK_TEST_LONG"] != nil
    && ["/usr/bin/weasyprint", "/usr/bin/pdftotext", "/usr/bin/pdfinfo"].allSatisfy {
      FileManager.default.isExecutableFile(atPath: $0)
    }

  @Test(
    "the PDF holds all words, is tagged, and has the page's head from the second page on",
    .enabled(if: hasPrograms, "asked for by make test-long, which installs weasyprint and poppler-utils"))
  func pdf() throws {
    let (place, scan) = try Self.place()
    let made = try place.shell(
      "$DRIELUIK scan report \(scan) --format pdf --output s.pdf && pdftotext -raw s.pdf s.txt && pdfinfo s.pdf >s.info"
    )
    #expect(made.code == 0, "\(made)")
    let info = try #require(place.text("s.info"))
    #expect(
      info.contains("Werkplekscan Hal 3 | Ede") && info.range(of: "Tagged: +yes", options: .regularExpression) != nil)
    #expect(info.range(of: "Page size: .*A4", options: .regularExpression) != nil)
    let pages = try #require(place.text("s.txt")).split(separator: "\u{0C}").map { page in
      page.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect((3...9).contains(pages.count))
    #expect(
      pages.dropFirst().allSatisfy { $0.contains("Werkplekscan Hal 3 | Ede · Van Dijk <script>x</script> Techniek") })
    let text = pages.joined(separator: " ")
    for part in [
      "geschikt onder voorwaarden", "# meten `en` <b>regelen</b>", "niveau 2 van 4: als het uitkomt",
      "Hoe goed past het werk bij het vakgebied van de opleiding?", "Handtekening",
    ] { #expect(text.contains(part), "\(part)") }
  }
}
