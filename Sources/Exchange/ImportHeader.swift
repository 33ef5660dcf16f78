/// The program's text door, as an import needs it.
public struct ImportText: Sendable {
  /// Makes a text fit to be kept: NFC, no control characters, no bidirectional overrides. Text of printable ASCII alone is
  /// not sent through it: there it must change nothing.
  public let clean: @Sendable (String) -> String
  /// Makes texts comparable: small letters, no accents.
  public let fold: @Sendable (String) -> String

  /// Takes the door's two functions.
  public init(clean: @escaping @Sendable (String) -> String, fold: @escaping @Sendable (String) -> String) {
    self.clean = clean
    self.fold = fold
  }
}

/// Why a file is refused as a whole for its header.
public enum ImportRefusal: Error, Equatable, Sendable {
  /// Columns without which nothing can be imported are not there.
  case missingColumns([ImportColumn])
  /// A known column stands in the header more than once, with the headers as written and their numbers, from 1.
  case repeatedColumn(ImportColumn, names: [String], places: [Int])

  /// A stable name for the texts of the program.
  public var key: String {
    switch self {
    case .missingColumns: "import.missingColumns"
    case .repeatedColumn: "import.repeatedColumn"
    }
  }

  /// What the text names: `columns_nl` and `columns_en`, or `names` and `places`; each a list with commas.
  public var parameters: [String: String] {
    switch self {
    case .missingColumns(let columns):
      [
        "columns_nl": columns.map(\.dutchName).joined(separator: ", "),
        "columns_en": columns.map(\.englishName).joined(separator: ", "),
      ]
    case .repeatedColumn(_, let names, let places):
      ["names": names.joined(separator: ", "), "places": places.map(String.init).joined(separator: ", ")]
    }
  }
}

/// The header of an import: which column stands where. Order, case, accents and spaces make no difference.
public struct ImportHeader: Equatable, Sendable {
  /// The headers as written, cleaned, in the file's order.
  public let names: [String]
  /// The known column at each place; nil where it is unknown.
  public let columns: [ImportColumn?]
  /// The place of each known column, by its raw value; nil where the file has none. Looked up for every cell.
  let places: [Int?]

  /// The headers of columns that are left alone, in the file's order; empty ones are not named.
  public var unknownNames: [String] {
    zip(names, columns).compactMap { name, column in column == nil && !name.isEmpty ? name : nil }
  }

  /// Reads the header's cells. Refuses a known column that stands there twice (but for `fout`, which is not read) and the
  /// lack of a required one.
  public init(texts: [String], text: ImportText) throws(ImportRefusal) {
    let names = texts.map { Self.oneLine(text.clean(CSVCell.unguarded($0))) }
    let columns = names.map { Self.known[Self.key(of: text.fold($0))] }
    for column in ImportColumn.allCases where column != .mendMessage {
      let places = columns.indices.filter { columns[$0] == column }
      if places.count > 1 {
        throw .repeatedColumn(column, names: places.map { names[$0] }, places: places.map { $0 + 1 })
      }
    }
    let missing = ImportColumn.required.filter { !columns.contains($0) }
    guard missing.isEmpty else { throw .missingColumns(missing) }
    places = ImportColumn.allCases.map { column in columns.firstIndex(of: column) }
    self.names = names
    self.columns = columns
  }

  /// The header as written for a known column; its Dutch name where the file has no such column.
  public func name(of column: ImportColumn) -> String {
    places[column.rawValue].map { names[$0] } ?? column.dutchName
  }

  private static let known: [String: ImportColumn] = {
    var known: [String: ImportColumn] = [:]
    for column in ImportColumn.allCases {
      known[key(of: column.dutchName)] = column
      known[key(of: column.englishName)] = column
    }
    return known
  }()

  private static func key(of name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.filter { !$0.properties.isWhitespace }))
  }

  private static func oneLine(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
