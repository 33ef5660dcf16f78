import GRDB
import WerkendLeren

/// Reads and writes rows of the record tables, whatever their kind.
struct RecordAccess {
  let db: Database
  let fold: (String) -> String

  /// The rows that a statement with one list or value gives.
  private func rows(_ table: RecordTable, _ sql: String, _ arguments: StatementArguments) throws -> [StoredRow] {
    let cursor = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
    var result: [StoredRow] = []
    while let row = try cursor.next() { result.append(try StoredRow(row, of: table)) }
    return result
  }

  private func rows(_ table: RecordTable, _ sql: String, in ids: [Int64]) throws -> [StoredRow] {
    guard !ids.isEmpty else { return [] }
    return try rows(table, sql, ["[" + ids.map(String.init).joined(separator: ",") + "]"])
  }

  /// The rows of that table with those numbers.
  func rows(_ table: RecordTable, ids: [Int64]) throws -> [StoredRow] {
    try rows(table, RecordStatements.of(table).byID, in: ids)
  }

  /// The rows of that table for which a condition with `?` holds.
  func rows(_ table: RecordTable, where condition: String, _ arguments: StatementArguments) throws -> [StoredRow] {
    try rows(table, table.selection(where: condition), arguments)
  }

  /// All records of some placements, in a fixed number of statements; those that are not there are left out.
  func load(_ ids: [Int64]) throws -> [Int64: PlacementRecords] {
    var own: [Int64: [StoredRow]] = [:]
    for placement in try rows(.placement, ids: ids) { own[placement.id] = [placement] }
    var employers: Set<Int64> = []
    var workplaces: Set<Int64> = []
    var persons: Set<Int64> = []
    for table in RecordTable.ofPlacement {
      for row in try rows(table, RecordStatements.of(table).byPlacement, in: ids) {
        guard let placement = row.number(0) else { continue }
        own[placement, default: []].append(row)
        if table == .workplaceLink {
          row.number(1).map { _ = employers.insert($0) }
          row.number(2).map { _ = workplaces.insert($0) }
        } else if table == .assignment {
          row.number(1).map { _ = persons.insert($0) }
        }
      }
    }
    let students = Set(own.values.compactMap { $0.first?.number(0) })
    let studentRows = byID(try rows(.student, ids: students.sorted()))
    let personRows = byID(try rows(.person, ids: persons.sorted()))
    let workplaceRows = byID(try rows(.workplace, ids: workplaces.sorted()))
    for person in personRows.values { person.number(1).map { _ = employers.insert($0) } }
    let employerRows = byID(try rows(.employer, ids: employers.sorted()))
    let scans = try rows(.scanDecision, Self.scansByWorkplace, in: workplaces.sorted())
    let scanRows = Dictionary(grouping: scans) { $0.number(0) ?? 0 }
    // Those that a scan is only going to set are no conditions yet.
    let conditions = try rows(.scanCondition, Self.conditionsByWorkplace, in: workplaces.sorted())
    let conditionRows = Dictionary(grouping: conditions.filter { $0.number(2) != nil }) { $0.number(0) ?? 0 }
    var result: [Int64: PlacementRecords] = [:]
    for (id, rows) in own {
      var all = rows
      var named = (employers: Set<Int64>(), workplaces: Set<Int64>(), persons: Set<Int64>())
      for row in rows {
        if row.table == .workplaceLink {
          row.number(1).map { _ = named.employers.insert($0) }
          row.number(2).map { _ = named.workplaces.insert($0) }
        } else if row.table == .assignment {
          row.number(1).map { _ = named.persons.insert($0) }
        }
      }
      if let student = rows.first?.number(0).flatMap({ studentRows[$0] }) { all.append(student) }
      for person in named.persons.compactMap({ personRows[$0] }) {
        all.append(person)
        person.number(1).map { _ = named.employers.insert($0) }
      }
      all += named.employers.compactMap { employerRows[$0] }
      for workplace in named.workplaces {
        if let row = workplaceRows[workplace] { all.append(row) }
        all += (scanRows[workplace] ?? []) + (conditionRows[workplace] ?? [])
      }
      guard let records = PlacementRecords(rows: all) else {
        throw StoreProblem(.damaged, ["path": "", "detail": "placement \(id)"])
      }
      result[id] = records
    }
    return result
  }

  private static let scansByWorkplace = RecordTable.scanDecision.selection(by: "workplace")
  private static let conditionsByWorkplace = RecordTable.scanCondition.selection(by: "workplace")

  private func byID(_ rows: [StoredRow]) -> [Int64: StoredRow] {
    Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Writes changes in their order.
  func apply(_ changes: [RecordChange]) throws {
    for change in changes {
      switch (change.before, change.after) {
      case (nil, let row?): try run(RecordStatements.of(row.table).insertion, [.integer(row.id)] + cells(row))
      case (let before?, let row?):
        try run(RecordStatements.of(row.table).change, cells(row) + [.integer(row.id)])
        if row.table == .student { try renumber(row, before: before) }
      case (let row?, nil): try run(RecordStatements.of(row.table).removal, [.integer(row.id)])
      case (nil, nil): break
      }
    }
  }

  /// The keys of a student's placements begin with the number.
  private func renumber(_ student: StoredRow, before: StoredRow) throws {
    guard case .text(let old) = before.values[0], case .text(let new) = student.values[0], fold(old) != fold(new)
    else { return }
    let sql = "UPDATE placement SET key_folded = ? || substr(key_folded, length(?) + 1) WHERE student = ?"
    try db.cachedStatement(sql: sql).execute(arguments: [fold(new), fold(old), student.id])
  }

  private func run(_ sql: String, _ values: [RecordValue]) throws {
    let statement = try db.cachedStatement(sql: sql)
    try statement.execute(arguments: StatementArguments(values))
  }

  private func cells(_ row: StoredRow) -> [RecordValue] {
    var cells = row.values
    for folded in row.table.foldedColumns {
      if row.table == .placement { cells.append(row.values[0]) }
      if case .text(let text) = row.values[folded.source] {
        cells.append(.text(fold(text)))
      } else {
        cells.append(.text(""))
      }
    }
    return cells
  }

  /// Whether a change of a shared row can change a summary: a mail address or a phone stands in none.
  static func mattersToSummaries(_ change: RecordChange) -> Bool {
    guard let before = change.before, let after = change.after else { return true }
    switch after.table {
    case .student: return before.values[0...1] != after.values[0...1]
    case .workplace: return before.values[0...1] != after.values[0...1]
    case .person: return before.values[0...2] != after.values[0...2] || before.values[7] != after.values[7]
    default: return true
    }
  }

  /// The placements whose derivation reads one of the rows that these changes touch.
  func placements(touchedBy changes: [RecordChange]) throws -> Set<Int64> {
    var result: Set<Int64> = []
    for change in changes where Self.mattersToSummaries(change) {
      guard let row = change.after ?? change.before else { continue }
      switch row.table {
      case .placement: result.insert(row.id)
      case .student: try collect("SELECT id FROM placement WHERE student = ?", row.id, into: &result)
      case .employer:
        try collect("SELECT placement FROM workplace_link WHERE employer = ?", row.id, into: &result)
      case .workplace:
        try collect("SELECT placement FROM workplace_link WHERE workplace = ?", row.id, into: &result)
      case .person: try collect("SELECT placement FROM assignment WHERE person = ?", row.id, into: &result)
      case .scan, .scanAnswer, .scanOwnAnswer, .scanComment, .scanJudgement: continue
      case .scanDecision, .scanCondition:
        guard let workplace = row.number(0) else { continue }
        try collect("SELECT placement FROM workplace_link WHERE workplace = ?", workplace, into: &result)
      default: row.number(0).map { _ = result.insert($0) }
      }
    }
    return result
  }

  private func collect(_ sql: String, _ id: Int64, into result: inout Set<Int64>) throws {
    let cursor = try Int64.fetchCursor(db.cachedStatement(sql: sql), arguments: [id])
    while let placement = try cursor.next() { result.insert(placement) }
  }
}
