import GRDB
import WerkendLeren

/// A change that somebody else made meanwhile to the same thing. Nothing was written, so that both can be shown side by side.
public struct Conflict: Hashable, Sendable {
  /// The other's change.
  public var change: ChangeRow
}

/// What became of a command.
public enum Performed: Hashable, Sendable {
  /// It is written and durable, as the change of that number; these are the records now.
  case done(change: Int64, records: PlacementRecords)
  /// It may not be carried out.
  case refused(Refusal)
  /// Another session changed the same thing since.
  case conflict(Conflict)
}

/// What became of one command for several placements.
public struct PerformedAll: Hashable, Sendable {
  /// A placement and why its command may not be carried out.
  public struct Refused: Hashable, Sendable {
    /// The placement.
    public var placement: Int64
    /// Why.
    public var refusal: Refusal
  }
  /// What all these changes have in common, for one undo; nil where nothing was written.
  public var batch: Int64?
  /// The placements that were changed, or would be.
  public var done: [Int64]
  /// Those that were left alone.
  public var refused: [Refused]
}

extension Store {
  /// Carries out a command: authorised and decided by the domain, written in one transaction together with its row of the history, and read
  /// back before it is committed. `seen` is the newest change that the person's screen knew.
  public func perform(
    _ command: Command, on placement: Int64, as viewer: Viewer, at moment: Moment, seen: Int64? = nil,
    batch: Int64? = nil
  ) throws(StoreProblem) -> Performed {
    var outcome: Performed?
    let done: Performed? = try write { db in
      let result = try carryOut(db, command, on: placement, as: viewer, at: moment, seen: seen, batch: batch)
      outcome = result
      guard case .done = result else { return nil }
      return result
    }
    guard let result = done ?? outcome else { throw StoreProblem(.unexpected, ["path": path]) }
    return result
  }

  /// Carries out commands for several placements in one transaction, as one batch that one undo takes back. Those that are refused are left
  /// out and named. With `dryRun` nothing is written: the preview. With `batch` they go on with one that was begun before.
  public func performAll(
    _ commands: [(placement: Int64, command: Command)], as viewer: Viewer, at moment: Moment, dryRun: Bool = false,
    batch known: Int64? = nil
  ) throws(StoreProblem) -> PerformedAll {
    var result = PerformedAll(batch: nil, done: [], refused: [])
    _ = try write { db -> Int64? in
      let batch = try known ?? (Int64.fetchOne(db, cachedSQL: "SELECT max(seq) FROM change") ?? 0) + 1
      for (placement, command) in commands {
        switch try carryOut(db, command, on: placement, as: viewer, at: moment, seen: nil, batch: batch) {
        case .done: result.done.append(placement)
        case .refused(let refusal): result.refused.append(.init(placement: placement, refusal: refusal))
        case .conflict: break
        }
      }
      guard !dryRun, !result.done.isEmpty else { return nil }
      result.batch = batch
      return batch
    }
    return result
  }

  /// Carries out a command within a transaction; `known` are the placement's records where they were just read.
  func carryOut(
    _ db: Database, _ command: Command, on placement: Int64, as viewer: Viewer, at moment: Moment, seen: Int64?,
    batch: Int64?, known: PlacementRecords? = nil
  ) throws -> Performed {
    let access = RecordAccess(db: db, fold: options.fold)
    guard let records = try known ?? access.load([placement])[placement] else {
      throw StoreProblem(.noSuchPlacement, ["path": path])
    }
    let directory = try access.directory(for: command, on: records)
    let next = try nextRow(db)
    let context = DecisionContext(
      model: try model(records.placement.model, in: db), viewer: viewer, today: moment.today, moment: moment.text,
      directory: directory, nextRow: next, newestModel: try newestModelRow(db) ?? records.placement.model,
      models: try models(for: command, on: records, in: db), fold: options.fold)
    let decision: Decision
    switch decide(command, on: records, context: context) {
    case .failure(let refusal): return .refused(refusal)
    case .success(let made): decision = made
    }
    // What placements share can have been changed from another one; only the school may read of all of them.
    let isShared = command.isAboutSharedRows && viewer.scope == .all
    if let seen, let subject = decision.subject,
      let other = try laterChange(db, than: seen, on: isShared ? nil : placement, subject: subject)
    {
      return .conflict(Conflict(change: other.seen(by: viewer)))
    }
    let changes = try Self.differences(from: records, to: decision.records, known: directory, next: next)
    guard let written = try put(db, changes, of: placement, meant: decision.records) else {
      throw StoreProblem(.notAsWritten, ["path": path])
    }
    if decision.nextRow != next { try setNextRow(db, decision.nextRow) }
    let change = NewChange(
      moment: moment, session: session, viewer: viewer, placement: placement, kind: decision.kind,
      onBehalfOf: decision.onBehalfOf, subject: decision.subject, duty: decision.duty, note: decision.note,
      rows: changes, batch: batch)
    return .done(change: try change.append(db), records: written.readable(by: viewer))
  }

  private func laterChange(
    _ db: Database, than seen: Int64, on placement: Int64?, subject: String
  ) throws -> ChangeRow? {
    let since = "c.seq > ? AND c.subject = ? AND c.session <> ?"
    let tail = "ORDER BY c.seq DESC LIMIT 1"
    guard let placement else {
      return try ChangeRow.fetch(db, "WHERE \(since) \(tail)", [seen, subject, session]).first
    }
    return try ChangeRow.fetch(
      db, "WHERE c.placement = ? AND \(since) \(tail)", [placement, seen, subject, session]
    ).first
  }

  /// What has to be written; rows that were found by name are there already and are changed at most.
  static func differences(
    from before: PlacementRecords, to after: PlacementRecords, known: Directory, next: Int64
  ) throws -> [RecordChange] {
    let changes = before.changes(to: after)
    guard changes.contains(where: { $0.before == nil && ($0.after?.id ?? next) < next }) else { return changes }
    var rows: [RecordTable: [Int64: StoredRow]] = [:]
    for row in known.storedRows { rows[row.table, default: [:]][row.id] = row }
    var added: [RecordChange] = []
    for change in changes {
      guard change.before == nil, let row = change.after, row.id < next else {
        added.append(change)
        continue
      }
      guard let there = rows[row.table]?[row.id] else {
        throw StoreProblem(.unexpected, ["detail": "\(row.table.rawValue) \(row.id)"])
      }
      if there != row { added.append(RecordChange(before: there, after: row)) }
    }
    return added
  }

  /// Writes rows, reads them back, and brings the summaries of all placements that read them up to date. Gives the placement's records as
  /// they now stand; nil where the changes take the placement itself away. Throws if they are not as `meant`.
  func put(
    _ db: Database, _ changes: [RecordChange], of placement: Int64, meant: PlacementRecords?
  ) throws -> PlacementRecords? {
    let access = RecordAccess(db: db, fold: options.fold)
    let isGone = changes.contains { $0.after == nil && $0.before?.table == .placement }
    if isGone { try SummaryRow.remove(db, placement) }
    // Looked for on both sides: a link that goes away is found before, one that comes after.
    var touched = try access.placements(touchedBy: changes)
    try access.apply(changes)
    touched.formUnion(try access.placements(touchedBy: changes))
    if isGone {
      touched.remove(placement)
      try refreshSummaries(db, of: touched.sorted())
      return nil
    }
    guard let written = try access.load([placement])[placement] else {
      throw StoreProblem(.notAsWritten, ["path": path])
    }
    if let meant, !Self.isSame(written, meant) { throw StoreProblem(.notAsWritten, ["path": path]) }
    try SummaryRow.write(
      db, written, model: try model(written.placement.model, in: db), fold: options.fold)
    touched.remove(placement)
    try refreshSummaries(db, of: touched.sorted())
    return written
  }

  /// Whether what was read back is what was meant. Rows that other placements share may be more or fewer on either side; those on both
  /// sides must be equal.
  static func isSame(_ written: PlacementRecords, _ meant: PlacementRecords, ownRowsOnly: Bool = false) -> Bool {
    var own = (written: Set<StoredRow>(), meant: Set<StoredRow>())
    var shared: [RecordTable: [Int64: StoredRow]] = [:]
    for row in written.storedRows {
      if row.table.isShared { shared[row.table, default: [:]][row.id] = row } else { own.written.insert(row) }
    }
    for row in meant.storedRows {
      if row.table.isShared {
        if !ownRowsOnly, let there = shared[row.table]?[row.id], there != row { return false }
      } else {
        own.meant.insert(row)
      }
    }
    return own.written == own.meant
  }

  /// Derives and writes the summaries of placements anew.
  func refreshSummaries(_ db: Database, of placements: [Int64]) throws {
    let access = RecordAccess(db: db, fold: options.fold)
    var start = 0
    while start < placements.count {
      let part = Array(placements[start..<min(start + 200, placements.count)])
      for (_, records) in try access.load(part).sorted(by: { $0.key < $1.key }) {
        try SummaryRow.write(db, records, model: try model(records.placement.model, in: db), fold: options.fold)
      }
      start += part.count
    }
  }

  func nextRow(_ db: Database) throws -> Int64 {
    guard let next = try Int64.fetchOne(db, cachedSQL: "SELECT next FROM sequence") else {
      throw StoreProblem(.damaged, ["path": path, "detail": "sequence"])
    }
    return next
  }

  func setNextRow(_ db: Database, _ next: Int64) throws {
    try db.cachedStatement(sql: "UPDATE sequence SET next = ?").execute(arguments: [next])
  }
}
