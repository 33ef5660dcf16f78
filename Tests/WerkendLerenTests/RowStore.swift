import WerkendLeren

/// What a store does with rows: keeps all of them and reads those that a placement names.
struct RowStore {
  private var rows: [RecordTable: [Int64: StoredRow]] = [:]

  init(_ records: PlacementRecords) {
    for row in records.storedRows { put(row) }
  }

  private mutating func put(_ row: StoredRow) { rows[row.table, default: [:]][row.id] = row }

  /// What has to be written to come from the one to the other; rows that were found by name are there already and are changed at most.
  func differences(from before: PlacementRecords, to after: PlacementRecords) -> [RecordChange] {
    before.changes(to: after).compactMap { change in
      guard change.before == nil, let row = change.after, let there = rows[row.table]?[row.id] else { return change }
      return there == row ? nil : RecordChange(before: there, after: row)
    }
  }

  /// Applies changes; whether each row was what the change says it was before.
  mutating func apply(_ changes: [RecordChange]) -> Bool {
    var fits = true
    for change in changes {
      guard let row = change.after ?? change.before else { return false }
      fits = fits && rows[row.table]?[row.id] == change.before
      rows[row.table, default: [:]][row.id] = change.after
    }
    return fits
  }

  private func all<Row: RecordRow>(_ type: Row.Type) -> [Row] {
    (rows[Row.table] ?? [:]).values.compactMap { Row(id: $0.id, values: $0.values) }.sorted { $0.id < $1.id }
  }

  /// Every shared row, as a directory that has found them all.
  var directory: Directory {
    Directory(
      students: all(Student.self), employers: all(Employer.self), workplaces: all(Workplace.self),
      persons: all(Person.self), scans: all(ScanDecisionRecord.self))
  }

  /// The records of the placement, read in a shuffled order.
  func load(using random: inout Seeded) -> PlacementRecords? {
    let persons = Set(all(Assignment.self).map(\.person))
    let links = all(WorkplaceLink.self)
    let workplaces = Set(links.compactMap(\.workplace))
    let employers = Set(links.map(\.employer))
      .union(all(Person.self).filter { persons.contains($0.id) }.compactMap(\.employer))
    let named = rows.values.flatMap(\.values).filter { row in
      switch row.table {
      case .person: persons.contains(row.id)
      case .employer: employers.contains(row.id)
      case .workplace: workplaces.contains(row.id)
      case .scanDecision:
        ScanDecisionRecord(id: row.id, values: row.values).map { workplaces.contains($0.workplace) } ?? false
      default: true
      }
    }
    return PlacementRecords(rows: named.shuffled(using: &random))
  }
}

/// The rows in which two records differ, and whether their order does; empty if they are equal.
func differences(_ first: PlacementRecords?, _ second: PlacementRecords) -> [String] {
  guard let first else { return ["not read"] }
  if first == second { return [] }
  let rows = Set(first.storedRows).symmetricDifference(second.storedRows)
  return rows.isEmpty ? ["another order"] : rows.map { "\($0.table.rawValue) \($0.id) \($0.values)" }.sorted()
}
