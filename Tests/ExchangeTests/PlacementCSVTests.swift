import Language
import Testing
import WerkendLeren

@testable import Exchange

@Suite("Placements as CSV")
struct PlacementCSVTests {
  @Test("headings and decisions are in the language asked for, and the separator is its spreadsheets'")
  func languages() throws {
    var row = ImportedPlacement(number: "1", student: "Ada, de Wit; jr.", programme: "HBO-ICT")
    row.scanOn = Day(number: 20_780)
    row.scanDecision = .suitableWithConditions
    let dutch = PlacementCSV(.dutch)
    #expect(dutch.header.hasPrefix("studentnummer;student;mail student;"))
    #expect(dutch.header.hasSuffix("scan op;scan besluit\n"))
    #expect(dutch.line(row).hasPrefix("1;\"Ada, de Wit; jr.\";;;HBO-ICT;"))
    #expect(dutch.line(row).hasSuffix(";2026-11-23;geschikt onder voorwaarden\n"))
    let english = PlacementCSV(.english)
    #expect(english.header.hasPrefix("student number,student,student mail,"))
    #expect(english.line(row).hasSuffix(",2026-11-23,suitable with conditions\n"))
  }

  @Test("what a spreadsheet would run is made harmless")
  func formulas() {
    let row = ImportedPlacement(number: "-1", student: "=cmd|' /C calc'!A0", programme: "'t Hart")
    #expect(PlacementCSV(.dutch).line(row).hasPrefix("'-1;'=cmd|' /C calc'!A0;;;'t Hart;"))
  }

  @Test("the import reads every line as it was, whatever its cells hold")
  func roundTrip() throws {
    for seed in 1...UInt64(csvTrials) {
      var random = CSVSeed(seed)
      let row = HostileRow.row(number: Int(seed), using: &random)
      for language in Language.allCases {
        let csv = PlacementCSV(language)
        let text = csv.header + csv.line(row)
        let file = try ImportFile(.bytes(Array(text.utf8)), today: HostileRow.today, text: importTestText)
        let line = try #require(try file.next())
        #expect(line.problems.isEmpty, "seed \(seed): \(text)")
        let read = try #require(line.row)
        #expect(read.studentNumber == row.number && read.student == row.student, "seed \(seed)")
        #expect(read.programme == row.programme, "seed \(seed)")
        #expect(read.employer == row.employer && read.workplace == row.workplace, "seed \(seed)")
        #expect(read.workplaceAddress == row.workplaceAddress && read.studentPhone == row.studentPhone, "seed \(seed)")
        #expect(read.schoolContact == row.schoolContact.name && read.workSupervisor == row.supervisor.name)
        #expect(read.employerContactMail == row.employerContact.mail && read.startDate == row.start)
        #expect(read.scan?.decision == row.scanDecision && read.agreementSignedOn == row.agreementSignedOn)
        #expect(try file.next() == nil)
      }
    }
  }
}

/// A row whose cells hold what breaks files and spreadsheets, as far as it can stand in a store.
enum HostileRow {
  static let today = Day(number: 20_780)

  private static let pieces = [
    "=1+1", "+31 6", "-2", "@SUM(A1)", "'", "''", "'=", "'t Hart", "\"", "\"\"", ";", ",", "é", "e\u{301}x", "😀", "x",
    " ", "|", "\\", "#", "0", "\u{1F468}\u{200D}\u{1F469}", "日本",
  ]

  static func text(using random: inout some RandomNumberGenerator) -> String {
    let count = Int.random(in: 1...5, using: &random)
    let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "x" }.joined()
    let clean = ImportCheck.oneLine(importTestText.clean(text))
    let trimmed = clean.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
    return trimmed.isEmpty ? "x" : String(Array(trimmed))
  }

  private static func mail(using random: inout some RandomNumberGenerator) -> String {
    (["=", "+", "", "'"].randomElement(using: &random) ?? "") + "a@b;c"
  }

  static func row(number: Int, using random: inout some RandomNumberGenerator) -> ImportedPlacement {
    func maybe<Value>(_ value: Value) -> Value? { Bool.random(using: &random) ? value : nil }
    var row = ImportedPlacement(
      number: "\(number)" + text(using: &random), student: text(using: &random), programme: text(using: &random))
    row.studentPhone = maybe(text(using: &random))
    row.studentMail = maybe(mail(using: &random))
    row.employer = text(using: &random)
    row.workplace = maybe(text(using: &random))
    row.workplaceAddress = maybe(text(using: &random))
    row.start = maybe(today.adding(days: -100))
    row.agreementSignedOn = maybe(today)
    row.schoolContact = .init(name: maybe(text(using: &random)), mail: maybe(mail(using: &random)))
    row.employerContact = .init(name: text(using: &random), mail: maybe(mail(using: &random)), phone: maybe("+31 6"))
    row.supervisor = .init(name: maybe(text(using: &random)), mail: nil)
    if row.workplace != nil, let decision = ScanDecision.allCases.randomElement(using: &random) {
      row.scanOn = today
      row.scanDecision = decision
    }
    return row
  }
}
