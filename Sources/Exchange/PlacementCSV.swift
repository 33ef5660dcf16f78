import Language
import WerkendLeren

/// Placements as CSV with the columns of an import: what `import` reads back. Headings and decisions are in the language asked for, days are
/// `YYYY-MM-DD`, and cells that a spreadsheet would run as a formula are made harmless.
public struct PlacementCSV: Sendable {
  /// The columns, in their order.
  public static let columns = ImportColumn.allCases.filter { $0 != .mendMessage }

  private let language: Language
  private let delimiter: UInt8

  /// Makes it in a language. The separator is that of the language's spreadsheets: a semicolon in Dutch, where the comma belongs to numbers, a
  /// comma in English.
  public init(_ language: Language) {
    self.language = language
    delimiter = language == .dutch ? UInt8(ascii: ";") : UInt8(ascii: ",")
  }

  /// The line with the names of the columns.
  public var header: String {
    line(Self.columns.map { language == .dutch ? $0.dutchName : $0.englishName })
  }

  /// The line of a placement.
  public func line(_ row: ImportedPlacement) -> String { line(Self.columns.map { cell($0, of: row) ?? "" }) }

  private func line(_ cells: [String]) -> String {
    let separator = String(UnicodeScalar(delimiter))
    return cells.map { CSVCell.exported($0, delimiter: delimiter) }.joined(separator: separator) + "\n"
  }

  private func cell(_ column: ImportColumn, of row: ImportedPlacement) -> String? {
    switch column {
    case .studentNumber: row.number
    case .student: row.student
    case .studentMail: row.studentMail
    case .studentPhone: row.studentPhone
    case .programme: row.programme
    case .employer: row.employer
    case .workplace: row.workplace
    case .workplaceAddress: row.workplaceAddress
    case .startDate: row.start?.iso
    case .endDate: row.end?.iso
    case .schoolContact: row.schoolContact.name
    case .schoolContactMail: row.schoolContact.mail
    case .employerContact: row.employerContact.name
    case .employerContactMail: row.employerContact.mail
    case .employerContactPhone: row.employerContact.phone
    case .workSupervisor: row.supervisor.name
    case .workSupervisorMail: row.supervisor.mail
    case .startedOn: row.startedOn?.iso
    case .agreementSignedOn: row.agreementSignedOn?.iso
    case .scanOn: row.scanOn?.iso
    case .scanDecision: row.scanDecision.map(word)
    case .mendMessage: nil
    }
  }

  /// A decision in a word that the import reads.
  private func word(_ decision: ScanDecision) -> String {
    switch (decision, language) {
    case (.suitable, .dutch): "geschikt"
    case (.suitable, .english): "suitable"
    case (.suitableWithConditions, .dutch): "geschikt onder voorwaarden"
    case (.suitableWithConditions, .english): "suitable with conditions"
    case (.notYetSuitable, .dutch): "nog niet geschikt"
    case (.notYetSuitable, .english): "not yet suitable"
    }
  }
}
