import GRDB
import WerkendLeren

/// What an import did, or would do.
public struct ImportResult: Hashable, Sendable {
  /// A line that was not taken, by its place in what was handed in, from 0.
  public struct Refused: Hashable, Sendable {
    /// The place.
    public var line: Int
    /// Why.
    public var refusal: Refusal
  }
  /// What all these changes have in common; nil where nothing was written.
  public var batch: Int64?
  /// Placements that were new.
  public var new = 0
  /// Placements that were changed.
  public var changed = 0
  /// Placements that stayed as they were.
  public var unchanged = 0
  /// Lines that were not taken.
  public var refused: [Refused] = []
  /// Placements in the store whose key no line had.
  public var missing = 0
  /// The keys of the first 1000 of them.
  public var missingKeys: [String] = []
}

/// Takes lines of an import into the store, in one transaction that is written by `finish` or not at all.
extension Store {
  /// Imports placements in one transaction with one batch number. `next` gives the lines one after the other; a line whose key stood before
  /// counts as refused by the caller's own check. `progress` is called after every 500 lines with the number so far and says whether to go on.
  /// With `dryRun`, and where `mayWrite` says no at the end, everything is as it was.
  public func importPlacements(
    file: String, as viewer: Viewer, at moment: Moment, dryRun: Bool = false,
    next: () throws -> ImportedPlacement?, progress: (Int) -> Bool = { _ in true },
    mayWrite: (ImportResult) -> Bool = { _ in true }
  ) throws(StoreProblem) -> ImportResult {
    var result = ImportResult()
    // A long transaction keeps its pages in memory, instead of writing the same ones to the log again and again.
    try settle("PRAGMA cache_size=-131072")
    defer { try? settle("PRAGMA cache_size=-2000; PRAGMA shrink_memory") }
    _ = try write { db -> Bool? in
      var run = try ImportRun(store: self, db: db, file: file, viewer: viewer, moment: moment)
      while true {
        var part: [ImportedPlacement] = []
        while part.count < 500, let row = try next() { part.append(row) }
        if part.isEmpty { break }
        try run.take(part)
        guard progress(run.lines) else { throw StoreProblem(.cancelled, ["path": path]) }
      }
      try run.finish()
      result = run.result
      guard !dryRun, result.new + result.changed > 0, mayWrite(result) else {
        result.batch = nil
        return nil
      }
      result.batch = run.batch
      return true
    }
    // A long transaction leaves a long log; readers that still need it keep it, and SQLite shortens it later.
    if result.batch != nil { try? checkpoint() }
    return result
  }

  private func settle(_ pragmas: String) throws(StoreProblem) {
    try readOnce { db in try db.execute(sql: pragmas) }
  }

  func checkpoint() throws(StoreProblem) {
    _ = try readOnce { db in try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
  }
}

private struct ImportRun {
  let store: Store
  let db: Database
  let access: RecordAccess
  let file: String
  let viewer: Viewer
  let moment: Moment
  let batch: Int64
  let newestModel: Int64
  var next: Int64
  var result = ImportResult()
  var lines = 0
  /// Rows that placements share and that this import changed, or whose scans it added to, since the part was read.
  private var changedRows: Set<Place> = []
  /// What this part wrote.
  private var written: [Int64: PlacementRecords] = [:]
  /// Placements whose summaries must be written again because a shared row changed.
  private var touched: Set<Int64> = []

  private struct Place: Hashable {
    let table: RecordTable
    let id: Int64
  }

  init(store: Store, db: Database, file: String, viewer: Viewer, moment: Moment) throws {
    self.store = store
    self.db = db
    access = RecordAccess(db: db, fold: store.options.fold)
    self.file = file
    self.viewer = viewer
    self.moment = moment
    batch = (try Int64.fetchOne(db, cachedSQL: "SELECT max(seq) FROM change") ?? 0) + 1
    guard let newest = try store.newestModelRow(db) else {
      throw StoreProblem(.unreadableModel, ["path": store.path])
    }
    newestModel = newest
    next = try store.nextRow(db)
    try db.execute(sql: "CREATE TEMP TABLE IF NOT EXISTS imported (placement INTEGER PRIMARY KEY)")
    try db.execute(sql: "DELETE FROM temp.imported")
  }

  /// Takes some lines: those that are there already are read together.
  mutating func take(_ rows: [ImportedPlacement]) throws {
    changedRows = []
    var known: [Int64?] = []
    for row in rows { known.append(try placement(row)) }
    var loaded = try access.load(known.compactMap { $0 })
    for (row, place) in zip(rows, known) {
      defer { lines += 1 }
      // A line before in this part may have made it, or changed a row that it shares.
      guard let id = try place ?? placement(row) else {
        try take(row, on: nil)
        continue
      }
      if loaded[id].map(isStale) ?? true { loaded[id] = try access.load([id])[id] }
      guard let records = loaded[id] else { throw StoreProblem(.damaged, ["detail": "placement \(id)"]) }
      try take(row, on: records)
      // The same key again must see what this line did.
      loaded[id] = nil
    }
    try readBack()
  }

  /// Reads what this part wrote and compares it with what was meant; shared rows may have been changed by a later line since.
  private mutating func readBack() throws {
    let read = try access.load(written.keys.sorted())
    for (id, meant) in written {
      guard let now = read[id], Store.isSame(now, meant, ownRowsOnly: true) else {
        throw StoreProblem(.notAsWritten, ["path": store.path])
      }
    }
    written = [:]
  }

  private func placement(_ row: ImportedPlacement) throws -> Int64? {
    let key = access.fold(row.number) + "/" + access.fold(row.programme)
    return try Int64.fetchOne(
      db, cachedSQL: "SELECT id FROM placement WHERE key_folded = ?", arguments: [key])
  }

  private func isStale(_ records: PlacementRecords) -> Bool {
    guard !changedRows.isEmpty else { return false }
    if changedRows.contains(Place(table: .student, id: records.student.id)) { return true }
    return records.persons.contains { changedRows.contains(Place(table: .person, id: $0.id)) }
      || records.workplaces.contains { changedRows.contains(Place(table: .workplace, id: $0.id)) }
      || records.employers.contains { changedRows.contains(Place(table: .employer, id: $0.id)) }
  }

  private mutating func take(_ row: ImportedPlacement, on records: PlacementRecords?) throws {
    let directory = try access.directory(for: row, current: records)
    let model = try store.model(records?.placement.model ?? newestModel, in: db)
    let context = DecisionContext(
      model: model, viewer: viewer, today: moment.today, moment: moment.text, directory: directory, nextRow: next,
      newestModel: newestModel, fold: access.fold)
    switch decideImport(row, on: records, file: file, context: context) {
    case .failure(let refusal):
      result.refused.append(.init(line: lines, refusal: refusal))
      if let records { try remember(records.placement.id) }
    case .success(nil):
      result.unchanged += 1
      if let records { try remember(records.placement.id) }
    case .success(let decision?):
      try put(decision, before: records, known: directory, model: model)
      try remember(decision.records.placement.id)
    }
  }

  private func remember(_ placement: Int64) throws {
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO temp.imported VALUES (?)").execute(arguments: [placement])
  }

  private mutating func put(
    _ decision: Decision, before: PlacementRecords?, known: Directory, model: DutyModel
  ) throws {
    let changes: [RecordChange]
    if let before {
      changes = try Store.differences(from: before, to: decision.records, known: known, next: next)
      result.changed += 1
    } else {
      changes = try Store.additions(decision.records, known: known, next: next)
      result.new += 1
    }
    let shared = changes.filter { $0.table?.isShared ?? false }
    for change in shared where change.before != nil || change.table == .scanDecision {
      guard let row = change.after else { continue }
      if row.table == .scanDecision {
        if case .integer(let workplace) = row.values[0] {
          changedRows.insert(Place(table: .workplace, id: workplace))
          if workplace < next { touched.formUnion(try access.placements(touchedBy: [change])) }
        }
      } else {
        changedRows.insert(Place(table: row.table, id: row.id))
        if RecordAccess.mattersToSummaries(change) {
          touched.formUnion(try access.placements(touchedBy: [change]))
        }
      }
    }
    try access.apply(changes)
    next = decision.nextRow
    try SummaryRow.write(db, decision.records, model: model, fold: access.fold, isNew: before == nil)
    touched.remove(decision.records.placement.id)
    written[decision.records.placement.id] = decision.records
    _ = try NewChange(
      moment: moment, session: store.session, viewer: viewer, placement: decision.records.placement.id,
      kind: decision.kind, onBehalfOf: decision.onBehalfOf, subject: decision.subject, duty: decision.duty,
      note: decision.note, rows: changes, batch: batch
    ).append(db)
  }

  mutating func finish() throws {
    try store.setNextRow(db, next)
    try store.refreshSummaries(db, of: touched.sorted())
    let missing = "FROM summary WHERE placement NOT IN (SELECT placement FROM temp.imported)"
    result.missing = try Int.fetchOne(db, sql: "SELECT count(*) \(missing)") ?? 0
    result.missingKeys = try String.fetchAll(db, sql: "SELECT key \(missing) ORDER BY key LIMIT 1000")
    try db.execute(sql: "DELETE FROM temp.imported")
  }
}
