import GRDB
import WerkendLeren

/// Whether the history leads to what the tables hold. Each change says what its rows were and what they became; so all changes together,
/// one after the other, must come out at the rows that are there.
struct HistoryCheck {
  let db: Database
  /// What stands in a column that was added after a change was written.
  private let defaults: [RecordTable: [RecordValue]]

  init(_ db: Database) throws {
    self.db = db
    var defaults: [RecordTable: [RecordValue]] = [:]
    for table in RecordTable.allCases { defaults[table] = try Self.defaults(db, table) }
    self.defaults = defaults
  }

  /// What is wrong, a line each; empty where history and tables agree.
  func findings() throws -> [String] {
    var findings: [String] = []
    let span = try Row.fetchOne(db, sql: "SELECT count(*), coalesce(max(seq), 0) FROM change")
    if let span, (span[0] as Int64) != (span[1] as Int64) {
      findings.append("change: \((span[1] as Int64) - (span[0] as Int64)) missing")
    }
    // The sum of all that came less the sum of all that went is the sum of what is there: no table is held in memory.
    var sums: [RecordTable: UInt64] = [:]
    var newest: Int64 = 0
    findings += try forEachChange { _, change in
      for row in [change.before, change.after].compactMap({ $0 }) { newest = max(newest, row.id) }
      guard let table = change.table else { return }
      let coming = change.after.map(fingerprint) ?? 0
      sums[table, default: 0] &+= coming &- (change.before.map(fingerprint) ?? 0)
    }
    for table in RecordTable.allCases {
      var present: UInt64 = 0
      try forEachRow(table) { present &+= fingerprint($0) }
      if present != sums[table] ?? 0 { findings += try differences(table) }
    }
    if let next = try Int64.fetchOne(db, sql: "SELECT next FROM sequence"), next > newest { return findings }
    return findings + ["sequence: not beyond row \(newest)"]
  }

  /// The rows of a table that are not as the history says; at most 20.
  private func differences(_ table: RecordTable) throws -> [String] {
    var known: [Int64: UInt64] = [:]
    var findings: [String] = []
    _ = try forEachChange { number, change in
      guard change.table == table, let id = (change.after ?? change.before)?.id else { return }
      if known[id] != change.before.map(fingerprint) {
        findings.append("\(table.rawValue) \(id): change \(number) does not follow the one before")
      }
      known[id] = change.after.map(fingerprint)
    }
    try forEachRow(table) { row in
      if known.removeValue(forKey: row.id) != fingerprint(row) {
        findings.append("\(table.rawValue) \(row.id): not as the history says")
      }
    }
    findings += known.keys.sorted().map { "\(table.rawValue) \($0): gone" }
    return Array(findings.prefix(20))
  }

  /// Calls back with each row change of the history, in its order; gives the changes that cannot be read, at most 20.
  private func forEachChange(_ body: (Int64, RecordChange) -> Void) throws -> [String] {
    var unreadable: [String] = []
    let cursor = try Row.fetchCursor(db, sql: "SELECT seq, rows FROM change ORDER BY seq")
    while let row = try cursor.next() {
      let number: Int64 = row[0]
      // In a damaged file anything can stand there.
      let text = String.fromDatabaseValue(row[1] as DatabaseValue)
      if let changes = text.flatMap(RowText.decode) {
        for change in changes { body(number, change) }
      } else if unreadable.count < 20 {
        unreadable.append("change \(number): unreadable")
      }
    }
    return unreadable
  }

  private func forEachRow(_ table: RecordTable, _ body: (StoredRow) -> Void) throws {
    let cursor = try Row.fetchCursor(db, sql: table.selection(where: "TRUE"))
    while let row = try cursor.next() { body(try StoredRow(row, of: table)) }
  }

  /// A number that two different rows of a table practically never share.
  private func fingerprint(_ row: StoredRow) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    func addNumber(_ number: Int64) { withUnsafeBytes(of: number.littleEndian) { $0.forEach(add) } }
    addNumber(row.id)
    let later = defaults[row.table]?.dropFirst(row.values.count) ?? []
    for value in row.values + later {
      switch value {
      case .null: add(0)
      case .integer(let number):
        add(1)
        addNumber(number)
      case .text(let text):
        add(2)
        for byte in text.utf8 { add(byte) }
        add(0)
      }
    }
    // Sums of unmixed values would cancel each other out too easily.
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }

  /// The default of each column, as `ALTER TABLE … ADD COLUMN … DEFAULT` gives it to rows that are there.
  private static func defaults(_ db: Database, _ table: RecordTable) throws -> [RecordValue] {
    var found: [String: RecordValue] = [:]
    for row in try Row.fetchAll(db, sql: "PRAGMA table_info(\(table.rawValue))") {
      guard let text: String = row["dflt_value"] else { continue }
      found[row["name"]] = Int64(text).map(RecordValue.integer) ?? .text(text.filter { $0 != "'" })
    }
    return table.columns.map { found[$0] ?? .null }
  }
}
