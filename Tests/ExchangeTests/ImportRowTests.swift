import Testing
import WerkendLeren

@testable import Exchange

@Suite("Import lines")
struct ImportRowTests {
  private let today = Day(number: 20_780)  // 2026-11-23

  private func lines(_ text: String) throws -> [ImportLine] {
    let file = try ImportFile(.bytes(Array(text.utf8)), today: today, text: importTestText)
    var lines: [ImportLine] = []
    while let line = try file.next() { lines.append(line) }
    return lines
  }

  /// The problems of one line with these cells beside number, student and programme.
  private func problems(_ cells: KeyValuePairs<String, String>) throws -> [String] {
    let header = ["studentnummer", "student", "opleiding"] + cells.map(\.key)
    let row = ["1", "Jan", "HBO-ICT"] + cells.map { CSVCell.quoted($0.value, delimiter: 0x3B) }
    let text = header.joined(separator: ";") + "\n" + row.joined(separator: ";") + "\n"
    return try lines(text).flatMap(\.problems).map { "\($0.line) \($0.columnName ?? "-") \($0.key)" }
  }

  @Test("a whole row, every column")
  func wholeRow() throws {
    let header = ImportColumn.allCases.map(\.dutchName).joined(separator: ";")
    let line = try #require(
      try lines(
        header + "\n"
          + " 0123 ;\"Jansen,\n Jan\";jan@x.nl;'+31 6;HBO-ICT;'t Hart;Kantoor;Kade 1;1-9-2026;2027.08.31;Noor;noor@x.nl;"
          + "Piet;piet@x.nl;06;Sanne;s@x.nl;02/09/2026;01-07-2026;10-6-2026;Geschikt  onder voorwaarden;oude fout\n"
      ).first)
    var row = ImportRow(line: 2, studentNumber: "0123", student: "Jansen, Jan", programme: "HBO-ICT")
    row.studentMail = "jan@x.nl"
    row.studentPhone = "+31 6"
    row.employer = "'t Hart"
    row.workplace = "Kantoor"
    row.workplaceAddress = "Kade 1"
    row.startDate = Day(iso: "2026-09-01")
    row.endDate = Day(iso: "2027-08-31")
    row.schoolContact = "Noor"
    row.schoolContactMail = "noor@x.nl"
    row.employerContact = "Piet"
    row.employerContactMail = "piet@x.nl"
    row.employerContactPhone = "06"
    row.workSupervisor = "Sanne"
    row.workSupervisorMail = "s@x.nl"
    row.startedOn = Day(iso: "2026-09-02")
    row.agreementSignedOn = Day(iso: "2026-07-01")
    row.scan = ImportRow.Scan(decision: .suitableWithConditions, day: try #require(Day(iso: "2026-06-10")))
    #expect(line.problems.isEmpty)
    #expect(line.row == row)
  }

  @Test("empty cells and absent columns are nil; lines without anything are passed over")
  func emptyCells() throws {
    let lines = try lines("opleiding,studentnummer,student,werkgever\nA,1,Jan, \n,,,\n\n , ,,\nA,2,Piet,\n")
    #expect(lines.map(\.row?.studentNumber) == ["1", "2"])
    #expect(lines.map(\.row?.line) == [2, 6])
    #expect(lines.allSatisfy { $0.row?.employer == nil && $0.row?.startDate == nil })
  }

  @Test(
    "days as people write them",
    arguments: [
      ("1-9-2027", "2027-09-01"), ("01-09-2027", "2027-09-01"), ("2027-09-01", "2027-09-01"),
      ("1/9/2027", "2027-09-01"),
      ("1.9.2027", "2027-09-01"), ("2027/9/1", "2027-09-01"), ("29-2-2028", "2028-02-29"), ("1-1-1950", "1950-01-01"),
      ("31-12-2200", "2200-12-31"), ("29-2-2027", nil), ("31-4-2027", nil), ("1-13-2027", nil), ("0-1-2027", nil),
      ("1-9/2027", nil), ("1-9-27", nil), ("1-9", nil), ("1-9-2027-", nil), ("-1-9-2027", nil), ("001-9-2027", nil),
      ("1-9-20270", nil), ("1 sep 2027", nil), ("1--2027", nil), ("", nil), ("46266", nil), ("１-9-2027", nil),
    ] as [(String, String?)])
  func dates(text: String, expected: String?) {
    let reading = ImportDate.read(text)
    if let expected {
      #expect(reading == Day(iso: expected).map { .day($0) })
    } else {
      #expect(reading == .notADate)
    }
  }

  @Test("years out of all proportion are refused")
  func range() {
    for text in ["31-12-1949", "1-1-2201", "0202-09-01", "1-9-9999"] { #expect(ImportDate.read(text) == .outOfRange) }
  }

  @Test("each thing wrong is named with line and column, as the file writes it")
  func eachProblem() throws {
    #expect(try problems(["Start datum": "30-2-2027"]) == ["2 Start datum import.notDate"])
    #expect(try problems(["startdatum": "1-9-1027"]) == ["2 startdatum import.dateOutOfRange"])
    #expect(try problems(["mail student": "jan at x.nl"]) == ["2 mail student import.notMail"])
    #expect(try problems(["mail student": "jan jansen@x.nl"]) == ["2 mail student import.notMail"])
    #expect(try problems(["mail student": "@"]) == ["2 mail student import.notMail"])
    #expect(try problems(["gestart op": "24-11-2026"]) == ["2 gestart op import.afterToday"])
    #expect(try problems(["gestart op": "23-11-2026"]) == [])
    #expect(
      try problems(["overeenkomst getekend op": "24-11-2026"]) == ["2 overeenkomst getekend op import.afterToday"])
    #expect(try problems(["startdatum": "2-9-2027", "einddatum": "1-9-2027"]) == ["2 einddatum import.endBeforeStart"])
    #expect(try problems(["startdatum": "2-9-2027", "einddatum": "2-9-2027"]) == [])
    #expect(
      try problems(["gestart op": "2-9-2026", "einddatum": "1-9-2026"]) == ["2 einddatum import.endBeforeStart"])
  }

  @Test("a scan needs its decision, its day and a workplace")
  func scan() throws {
    #expect(
      try problems(["werkplek": "A", "scan besluit": "geschikt"]) == ["2 scan besluit import.decisionWithoutDay"])
    #expect(
      try problems(["werkplek": "A", "scan op": " ", "scan besluit": "geschikt"])
        == ["2 scan op import.decisionWithoutDay"])
    #expect(
      try problems(["werkplek": "A", "scan op": "24-11-2026", "scan besluit": "prima"])
        == ["2 scan besluit import.unknownDecision", "2 scan op import.afterToday"])
    // A day without a decision, and anything on a row without a workplace, is not looked at.
    #expect(try problems(["werkplek": "A", "scan op": "gisteren"]) == [])
    #expect(try problems(["scan op": "gisteren", "scan besluit": "prima"]) == [])
    #expect(try problems(["werkplek": "", "scan besluit": "geschikt"]) == [])
  }

  @Test("decisions are read in Dutch, in English and by id")
  func decisions() {
    for (words, decision) in [
      (["geschikt", "Suitable"], ScanDecision.suitable),
      (
        ["GESCHIKT ONDER VOORWAARDEN", "suitable with conditions", "suitable_with_conditions"], .suitableWithConditions
      ),
      (["nog niet geschikt", "Not yet  suitable", "not_yet_suitable", "nóg niet geschikt"], .notYetSuitable),
    ] {
      for word in words { #expect(ImportCheck.decision(of: word, text: importTestText) == decision, "\(word)") }
    }
    for decision in ScanDecision.allCases {
      #expect(ImportCheck.decision(of: decision.rawValue, text: importTestText) == decision)
    }
  }

  @Test("all problems of a line are reported, not only the first")
  func allProblems() throws {
    let line = try #require(
      try lines("studentnummer;student;opleiding;startdatum;mail student\n;;A;x;y\n").first)
    #expect(line.row == nil)
    #expect(line.problems.map(\.key) == ["import.empty", "import.empty", "import.notMail", "import.notDate"])
    #expect(line.problems.map(\.columnName) == ["studentnummer", "student", "mail student", "startdatum"])
    #expect(line.problems[3].parameters == ["line": "2", "column": "startdatum", "text": "x"])
  }

  @Test("too few and too many cells, text after a quote and an unclosed quote are bad lines; the rest goes on")
  func badShapes() throws {
    let lines = try lines(
      "studentnummer;student;opleiding\n1;Jan\n2;Jan;A;B\n3;\"Jan\"s;A\n4;\"Jan;A\n5;\"Jan\";A\n")
    #expect(
      lines.map { $0.problems.map(\.key) } == [
        ["import.tooFewCells"], ["import.tooManyCells"], ["import.textAfterQuote"], ["import.unclosedQuote"], [],
      ])
    #expect(lines.map(\.record.line) == [2, 3, 4, 5, 6])
    #expect(lines[2].problems.first?.columnName == "student")
    #expect(lines[0].problems.first?.parameters == ["line": "2", "found": "2", "expected": "3"])
  }

  @Test("the second line of a key is bad, even if the first was; case and spaces make no difference")
  func repeatedKeys() throws {
    let lines = try lines(
      "studentnummer;student;opleiding;startdatum\nA1;Jan;HBO ICT;x\n a1;Jan;hbo  ict ;\nA1;Jan;HBOICT;\n"
        + "A2;\"Jan\"s;B;\nA2;Jan;B;\nA3;Jan;B\nA3;Jan;B;\n\"A\n1\";Jan;HBO ICT;\n")
    #expect(
      lines.map { $0.problems.map(\.key) } == [
        ["import.notDate"], ["import.repeatedKey"], [], ["import.textAfterQuote"], [], ["import.tooFewCells"],
        ["import.repeatedKey"], [],
      ])
    #expect(lines[1].problems.first?.kind == .repeatedKey(firstLine: 2))
  }

  @Test("reading again gives the same lines")
  func rewinding() throws {
    let file = try ImportFile(
      .bytes(Array("studentnummer;student;opleiding\n1;Jan;A\n2;Piet;A\n".utf8)), today: today, text: importTestText)
    var rows: [ImportRow?] = []
    for _ in 0..<2 {
      while let line = try file.next() { rows.append(line.row) }
      file.rewind()
    }
    #expect(rows.count == 4)
    #expect(rows[0] != nil && rows[0] == rows[2] && rows[1] == rows[3])
  }

  @Test("text is cleaned, put on one line and limited")
  func text() throws {
    #expect(try problems(["werkgever": String(repeating: "é", count: 200)]) == [])
    #expect(try problems(["werkgever": String(repeating: "é", count: 201)]) == ["2 werkgever import.tooLong"])
    let marks = "e" + String(repeating: "\u{301}", count: 400)
    #expect(try problems(["werkgever": marks]) == ["2 werkgever import.tooLong"])
    let line = try lines(
      "studentnummer;student;opleiding;werkgever\n1;\"\u{A0}Chloe\u{308}\u{1B}[31m\r\n \u{202E}x\t y  z \";A;'=cmd\n")
    #expect(line.first?.row?.student == "Chloë[31m x y  z")
    #expect(line.first?.row?.employer == "=cmd")
  }

  @Test("keys and parameters of every kind of problem are there for the texts")
  func keys() {
    let kinds: [ImportProblem.Kind] = [
      .csv(.textAfterQuote, line: 2), .csv(.unclosedQuote, line: 2), .csv(.zeroByte, line: 2),
      .csv(.recordTooLong(limit: 9), line: 2), .csv(.notUTF8, line: 2), .csv(.undefinedByte(0x81), line: 2),
      .cellCount(found: 1, expected: 2), .cellCount(found: 3, expected: 2), .empty, .tooLong(limit: 200), .notMail("x"),
      .notDate("x"), .dateOutOfRange("x", first: 1950, last: 2200), .afterToday(day: "a", today: "b"),
      .endBeforeStart(end: "a", start: "b"), .unknownDecision("x"), .decisionWithoutDay, .repeatedKey(firstLine: 2),
    ]
    let problems = kinds.map { ImportProblem(line: 3, columnName: "x", kind: $0) }
    #expect(problems.map(\.key) == ImportProblem.allKeys)
    #expect(problems.allSatisfy { $0.parameters["line"] == "3" && $0.parameters["column"] == "x" })
    #expect(problems[5].parameters["byte"] == "81")
  }

  @Test("any bytes at all: no trap, and a line is good or has a problem")
  func fuzz() throws {
    let pieces = [
      ";", ";", "\"", "\n", "\r\n", "1", "'=", "1-9-2026", "31-2-2027", "@", "é", "geschikt", " ", "\t", "A", "\u{0}",
    ]
    for seed in 0..<UInt64(csvTrials) {
      var random = CSVSeed(seed)
      let columns = ImportColumn.allCases.shuffled(using: &random).map(\.dutchName).joined(separator: ";")
      let body = (0..<Int.random(in: 0...200, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }
      for line in try lines(columns + "\n" + body.joined()) {
        #expect((line.row == nil) == !line.problems.isEmpty, "seed \(seed)")
      }
    }
  }
}
