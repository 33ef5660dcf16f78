import GRDB
import WerkendLeren

extension RecordTable {
  /// Folded columns by which rows are looked up, with the place of the column they fold.
  var foldedColumns: [(name: String, source: Int)] {
    switch self {
    case .student: [("number_folded", 0), ("name_folded", 1), ("mail_folded", 2)]
    case .employer: [("name_folded", 0)]
    case .workplace: [("name_folded", 1)]
    case .person: [("name_folded", 2), ("mail_folded", 4)]
    case .placement: [("key_folded", 1)]
    default: []
    }
  }

  /// Whether rows belong to no placement alone.
  var isShared: Bool {
    switch self {
    case .student, .employer, .workplace, .person, .scanDecision: true
    case .scan, .scanAnswer, .scanOwnAnswer, .scanComment, .scanJudgement, .scanCondition: true
    default: false
    }
  }

  /// The tables whose rows belong to one placement, named by their first column.
  static let ofPlacement = allCases.filter { !$0.isShared && $0 != .placement }

  var insertion: String {
    let names = (["id"] + columns + foldedColumns.map(\.name)).joined(separator: ", ")
    let marks = Array(repeating: "?", count: columns.count + 1) + foldedColumns.map { _ in folding }
    return "INSERT INTO \(rawValue) (\(names)) VALUES (\(marks.joined(separator: ", ")))"
  }

  var change: String {
    let settings = columns.map { "\($0) = ?" } + foldedColumns.map { "\($0.name) = \(folding)" }
    return "UPDATE \(rawValue) SET \(settings.joined(separator: ", ")) WHERE id = ?"
  }

  /// A placement's key joins the student's folded number to the programme's.
  private var folding: String {
    self == .placement ? "(SELECT number_folded FROM student WHERE id = ?) || '/' || ?" : "?"
  }

  /// Rows whose `column` is one of a JSON list of numbers.
  func selection(by column: String) -> String {
    "SELECT id, \(columns.joined(separator: ", ")) FROM \(rawValue) WHERE \(column) IN (SELECT value FROM json_each(?))"
  }

  /// Rows whose `column` is that value.
  func selection(where condition: String) -> String {
    "SELECT id, \(columns.joined(separator: ", ")) FROM \(rawValue) WHERE \(condition)"
  }
}

/// The SQL of every table, put together once.
struct RecordStatements {
  var insertion: String
  var change: String
  var removal: String
  var byID: String
  var byPlacement: String

  private static let all: [RecordTable: RecordStatements] = Dictionary(
    uniqueKeysWithValues: RecordTable.allCases.map { table in
      (
        table,
        RecordStatements(
          insertion: table.insertion, change: table.change, removal: "DELETE FROM \(table.rawValue) WHERE id = ?",
          byID: table.selection(by: "id"), byPlacement: table.isShared ? "" : table.selection(by: "placement"))
      )
    })

  static func of(_ table: RecordTable) -> RecordStatements {
    all[table]
      ?? RecordStatements(
        insertion: table.insertion, change: table.change, removal: "DELETE FROM \(table.rawValue) WHERE id = ?",
        byID: table.selection(by: "id"), byPlacement: table.selection(by: "placement"))
  }
}

extension RecordValue: DatabaseValueConvertible {
  /// The value as SQLite keeps it.
  public var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .text(let text): text.databaseValue
    }
  }

  /// Reads it back; nil for a number with a fraction or bytes.
  public static func fromDatabaseValue(_ value: DatabaseValue) -> RecordValue? {
    switch value.storage {
    case .null: RecordValue.null
    case .int64(let number): .integer(number)
    case .string(let text): .text(text)
    case .double, .blob: nil
    }
  }
}

extension StoredRow {
  /// The row a cursor stands on, `id` first.
  init(_ row: Row, of table: RecordTable) throws {
    var values: [RecordValue] = []
    values.reserveCapacity(row.count - 1)
    for place in 1..<row.count {
      let value: DatabaseValue = row[place]
      guard let read = RecordValue.fromDatabaseValue(value) else {
        throw StoreProblem(.damaged, ["path": "", "detail": "\(table.rawValue) \(row[0] as Int64)"])
      }
      values.append(read)
    }
    self.init(table: table, id: row[0], values: values)
  }

  /// The whole number in that place of the values.
  func number(_ place: Int) -> Int64? {
    guard case .integer(let number) = values[place] else { return nil }
    return number
  }
}
