import Testing

@testable import Exchange

@Suite("Import header")
struct ImportHeaderTests {
  private func header(_ names: [String]) throws -> ImportHeader {
    try ImportHeader(texts: names, text: importTestText)
  }

  @Test("every column is known in both languages, in any order, case and spacing")
  func everyColumn() throws {
    for names in [ImportColumn.allCases.map(\.dutchName), ImportColumn.allCases.map(\.englishName)] {
      #expect(try header(names).columns == ImportColumn.allCases)
      #expect(try header(names.reversed()).columns == ImportColumn.allCases.reversed())
      let shouted = names.map { " \u{A0}" + $0.uppercased().split(separator: " ").joined(separator: " \n ") + "  " }
      #expect(try header(shouted).columns == ImportColumn.allCases)
      #expect(try header(names).unknownNames.isEmpty)
    }
  }

  @Test("accents make no difference, and the names of the guide hold")
  func accents() throws {
    let header = try header(["Studéntnummer", "STUDENT", "Opleiding", "Geboortedatum", "Start  date", "", "fout"])
    #expect(header.columns == [.studentNumber, .student, .programme, nil, .startDate, nil, .mendMessage])
    #expect(header.unknownNames == ["Geboortedatum"])
    #expect(header.name(of: .startDate) == "Start date")
    #expect(header.name(of: .endDate) == "einddatum")
  }

  @Test("a known column twice refuses the file, in one language or two")
  func repeated() {
    #expect(
      throws: ImportRefusal.repeatedColumn(.employer, names: ["Werkgever", "employer"], places: [4, 6])
    ) { try header(["studentnummer", "student", "opleiding", "Werkgever", "x", "employer"]) }
    #expect(throws: Never.self) { try header(["studentnummer", "student", "opleiding", "x", "x", "fout", "fout"]) }
  }

  @Test("a missing required column refuses the file and is named")
  func missing() throws {
    let refusal = ImportRefusal.missingColumns([.studentNumber, .programme])
    #expect(throws: refusal) { try header(["student", "werkgever"]) }
    #expect(refusal.parameters["columns_nl"] == "studentnummer, opleiding")
    #expect(refusal.parameters["columns_en"] == "student number, programme")
  }
}
