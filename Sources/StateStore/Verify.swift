import GRDB
import WerkendLeren

extension Store {
  /// Looks whether the store is whole: SQLite's own checks, foreign keys, that the history leads to what the tables hold, and that every
  /// summary equals its derivation. Gives what is wrong, a line each, at most 100; repairs nothing.
  public func verify(progress: (Int) -> Bool = { _ in true }) throws(StoreProblem) -> [String] {
    try read { db in
      let findings = try pageFindings(db) + referenceFindings(db) + HistoryCheck(db).findings()
      return Array((findings + (try summaryFindings(db, progress: progress))).prefix(100))
    }
  }

  /// What SQLite finds wrong with pages and indexes.
  func pageFindings(_ db: Database) throws -> [String] {
    try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
  }

  /// Rows that name others which are not there.
  func referenceFindings(_ db: Database) throws -> [String] {
    try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
      "foreign key: \(row[0] as String) \(row[1] as Int64? ?? 0)"
    }
  }

  /// Summaries and tallies that do not follow from the records; stops at the first hundred.
  func summaryFindings(_ db: Database, progress: (Int) -> Bool) throws -> [String] {
    let access = RecordAccess(db: db, fold: options.fold)
    var findings: [String] = []
    var last: Int64 = 0
    var seen = 0
    while findings.count < 100 {
      let ids = try Int64.fetchAll(
        db.cachedStatement(sql: "SELECT id FROM placement WHERE id > ? ORDER BY id LIMIT 200"), arguments: [last])
      guard let newest = ids.last else { break }
      last = newest
      let loaded = try access.load(ids)
      for id in ids {
        guard let records = loaded[id] else {
          findings.append("placement \(id): unreadable")
          continue
        }
        findings += try difference(db, records)
      }
      seen += ids.count
      guard progress(seen) else { throw StoreProblem(.cancelled, ["path": path]) }
    }
    findings += try wrongTallies(db)
    for table in SummaryRow.tables {
      let strangers = "SELECT placement FROM \(table) WHERE placement NOT IN (SELECT id FROM placement)"
      findings += try Int64.fetchAll(db, sql: strangers).map { "\(table) \($0): no placement" }
    }
    return findings
  }

  /// Tallies that differ from what they count.
  private func wrongTallies(_ db: Database) throws -> [String] {
    let counted = """
      SELECT 'stage' AS kind, CAST(stage AS TEXT) AS name, count(*) AS count FROM summary GROUP BY stage UNION ALL \
      SELECT 'gate', duty, count(*) FROM failing_gate WHERE from_day = \(SummaryRow.already) GROUP BY duty
      """
    let kept = "SELECT kind, name, count FROM tally WHERE count <> 0"
    let sql = """
      WITH counted AS (\(counted)), kept AS (\(kept)) SELECT * FROM (SELECT * FROM counted EXCEPT SELECT * FROM kept) \
      UNION SELECT * FROM (SELECT * FROM kept EXCEPT SELECT * FROM counted)
      """
    return try Row.fetchAll(db, sql: sql).map { "tally \($0[0] as String) \($0[1] as String): not as counted" }
  }

  /// How the stored summary of a placement differs from what its records give.
  private func difference(_ db: Database, _ records: PlacementRecords) throws -> [String] {
    let id = records.placement.id
    let derivation = Derivation(records, model: try model(records.placement.model, in: db))
    let summaries = Summary.forEach(derivation, of: records)
    let derived = SummaryRow.values(records, summaries: summaries, fold: options.fold)
    var findings: [String] = []
    let place = records.placement.archivedOn == nil ? "summary" : "archived"
    for table in SummaryRow.tables where try SummaryRow.stored(db, id, in: table) != (table == place ? derived : nil) {
      findings.append("\(table) \(id): not as derived")
    }
    let sql = "SELECT duty, from_day FROM failing_gate WHERE placement = ?"
    let gates = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [id]).map { row in
      let day: Int64 = row[1]
      return FailingGate(
        duty: DutyID(row[0]), from: day == SummaryRow.already ? nil : Day(number: Int(day)))
    }
    if Set(gates) != Set(summaries.school.failingGates) { findings.append("gates \(id): not as derived") }
    for party in Party.allCases {
      let read = try rows(
        db, "SELECT placement AS id FROM \(place) WHERE placement = ?", [id], order: "s.placement", in: place, to: party
      ).first?.summary
      if read != summaries[party] { findings.append("summary \(id): reads back otherwise") }
    }
    let lines = try AgendaRows.stored(db, id)
    if lines != Set(AgendaLine.all(derivation, of: records)) { findings.append("agenda \(id): not as derived") }
    return findings
  }

  /// Derives everything anew that is kept beside the records, in one transaction.
  public func rebuildSummaries() throws(StoreProblem) {
    _ = try write { db -> Bool? in
      try deriveAnew(db)
      return true
    }
  }

  /// Derives everything anew that is kept beside the records.
  func deriveAnew(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM agenda; DELETE FROM failing_gate; DELETE FROM summary; DELETE FROM archived")
    try refreshSummaries(db, of: try Int64.fetchAll(db, sql: "SELECT id FROM placement ORDER BY id"))
    try db.execute(sql: "UPDATE derived SET form = ?", arguments: [StoreSchema.derivedForm])
  }

  /// A text of every table but the history and the row numbers, equal where all records and all that is derived from them are.
  public func contentText() throws(StoreProblem) -> String {
    try read { db in
      var lines: [String] = []
      for table in RecordTable.allCases.map(\.rawValue) + SummaryRow.tables + [
        "failing_gate", "agenda", "model", "questionnaire",
      ] {
        let rows = try Row.fetchAll(db, sql: "SELECT * FROM \(table)")
        lines += rows.map { row in table + " " + row.databaseValues.map(\.description).joined(separator: ", ") }
          .sorted()
      }
      return lines.joined(separator: "\n")
    }
  }

  /// `PRAGMA` settings that durability rests on, read from the connection that writes.
  public func settings() throws(StoreProblem) -> [String: String] {
    try readOnce { db in
      var result: [String: String] = [:]
      for name in ["journal_mode", "synchronous", "foreign_keys", "application_id", "user_version"] {
        result[name] = try String.fetchOne(db, sql: "PRAGMA \(name)")
      }
      return result
    }
  }

  /// Calls back with each statement that this connection begins, values left out; for tests of how many a screen needs.
  public func trace(_ call: (@Sendable (String) -> Void)?) throws(StoreProblem) {
    try readOnce { db in
      if let call { db.trace(options: .statement) { call("\($0)") } } else { db.trace(nil) }
    }
  }
}
