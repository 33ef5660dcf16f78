import GRDB
import WerkendLeren

/// Why a change cannot be taken back, or done again. The text is found by `undo.<kind>`.
public enum UndoRefusal: Hashable, Sendable {
  /// Something changed since: a later change stands on it.
  case changedSince(ChangeRow?)
  /// Another record names one of its rows.
  case isReferred
  /// Imports are not taken back.
  case wasImported
  /// It is taken back by a command of its own, with a reason: a scan's decision, a model move, or the start after a confirmation.
  case needsWithdrawal
  /// The viewer may no longer see the placement.
  case notYours

  /// The stable name of its text.
  public var key: String {
    switch self {
    case .changedSince: "undo.changedSince"
    case .isReferred: "undo.isReferred"
    case .wasImported: "undo.wasImported"
    case .needsWithdrawal: "undo.needsWithdrawal"
    case .notYours: "undo.notYours"
    }
  }
}

/// What became of undo or redo.
public enum UndoOutcome: Hashable, Sendable {
  /// Taken back, or done again: the changes that were made once, newest first, and the number of the newest change now.
  case done(of: [ChangeRow], change: Int64)
  /// Nothing of this person in this session is left.
  case nothing
  /// This change stays, and why.
  case refused(UndoRefusal, ChangeRow)
}

extension UndoOutcome {
  /// The same with each change as this viewer may see it.
  fileprivate func seen(by viewer: Viewer) -> UndoOutcome {
    switch self {
    case .done(let changes, let last): .done(of: changes.map { $0.seen(by: viewer) }, change: last)
    case .nothing: .nothing
    case .refused(.changedSince(let later), let change):
      .refused(.changedSince(later?.seen(by: viewer)), change.seen(by: viewer))
    case .refused(let why, let change): .refused(why, change.seen(by: viewer))
    }
  }
}

extension Store {
  /// One change of the history; nil if there is none of that number that the viewer may see.
  public func change(_ number: Int64, as viewer: Viewer) throws(StoreProblem) -> ChangeRow? {
    try readOnce { db in
      var conditions = ["c.seq = ?"]
      var values: [any DatabaseValueConvertible] = [number]
      Scope.restrict(to: viewer, &conditions, &values, archivedToo: true)
      Scope.restrictChanges(to: viewer, &conditions, &values)
      return try ChangeRow.fetch(
        db, "WHERE \(conditions.joined(separator: " AND "))", StatementArguments(values)
      ).first?.seen(by: viewer)
    }
  }

  /// The change that undo would take back next, so that it can be named first; of a batch its newest.
  public func nextUndo(as viewer: Viewer) throws(StoreProblem) -> ChangeRow? {
    try readOnce { db in try nextUndo(db, viewer)?.seen(by: viewer) }
  }

  /// The change that redo would do again next: the row of kind `undone`.
  public func nextRedo(as viewer: Viewer) throws(StoreProblem) -> ChangeRow? {
    try readOnce { db in try nextRedo(db, viewer)?.seen(by: viewer) }
  }

  /// How many changes undo or redo would carry out for that row: those of its batch, or 1.
  public func batchCount(_ change: ChangeRow) throws(StoreProblem) -> Int {
    guard let batch = change.batch else { return 1 }
    return try readOnce { db in
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT count(*) FROM change WHERE batch = ? AND (kind = 'undone') = ?"),
        arguments: [batch, change.kind == .undone]) ?? 1
    }
  }

  /// Takes back the newest change of this person in this session that is not taken back yet, all of its batch at once, as new changes. With
  /// `expected` only if it is still that one, which the person was shown. `progress` gets how many were turned so far, and of how many.
  public func undo(
    as viewer: Viewer, at moment: Moment, expected: Int64? = nil, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(StoreProblem) -> UndoOutcome {
    try turn(as: viewer, at: moment, expected: expected, to: .undone, progress) { db in try nextUndo(db, viewer) }
  }

  /// Does again what undo took back last, unless something new was done since.
  public func redo(
    as viewer: Viewer, at moment: Moment, expected: Int64? = nil, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(StoreProblem) -> UndoOutcome {
    try turn(as: viewer, at: moment, expected: expected, to: .redone, progress) { db in try nextRedo(db, viewer) }
  }

  private func nextUndo(_ db: Database, _ viewer: Viewer) throws -> ChangeRow? {
    try ChangeRow.fetch(
      db,
      """
      WHERE c.session = ? AND c.actor = ? AND c.party = ? AND c.kind <> 'undone'
      AND NOT EXISTS (SELECT 1 FROM change u WHERE u.undoes = c.seq) ORDER BY c.seq DESC LIMIT 1
      """, [session, viewer.name, viewer.party.rawValue]
    ).first
  }

  private func nextRedo(_ db: Database, _ viewer: Viewer) throws -> ChangeRow? {
    try ChangeRow.fetch(
      db,
      """
      WHERE c.session = ?1 AND c.actor = ?2 AND c.party = ?3 AND c.kind = 'undone'
      AND NOT EXISTS (SELECT 1 FROM change u WHERE u.undoes = c.seq)
      AND NOT EXISTS (SELECT 1 FROM change n WHERE n.session = ?1 AND n.actor = ?2 AND n.party = ?3
      AND n.seq > c.seq AND n.kind NOT IN ('undone', 'redone')) ORDER BY c.seq DESC LIMIT 1
      """, [session, viewer.name, viewer.party.rawValue]
    ).first
  }

  private func turn(
    as viewer: Viewer, at moment: Moment, expected: Int64?, to kind: ChangeKind, _ progress: (Int, Int) -> Void,
    find: (Database) throws -> ChangeRow?
  ) throws(StoreProblem) -> UndoOutcome {
    var outcome = UndoOutcome.nothing
    _ = try write { db -> Bool? in
      guard let newest = try find(db) else { return nil }
      if let expected, expected != newest.id {
        outcome = .refused(.changedSince(newest), newest)
        return nil
      }
      let changes = try together(db, newest)
      var last: Int64 = 0
      let batch =
        newest.batch == nil ? nil : (try Int64.fetchOne(db, cachedSQL: "SELECT max(seq) FROM change") ?? 0) + 1
      for (number, change) in changes.enumerated() {
        if number > 0, number % 20 == 0 { progress(number, changes.count) }
        if let refusal = try self.refusal(db, change, viewer: viewer, kind: kind) {
          outcome = .refused(refusal, change)
          return nil
        }
        do {
          last = try turn(db, change, as: viewer, at: moment, to: kind, batch: batch)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
          outcome = .refused(.isReferred, change)
          return nil
        }
      }
      outcome = .done(of: changes, change: last)
      return true
    }
    return outcome.seen(by: viewer)
  }

  /// The changes that were made at once with this one, newest first.
  private func together(_ db: Database, _ change: ChangeRow) throws -> [ChangeRow] {
    guard let batch = change.batch, change.kind != .imported else { return [change] }
    return try ChangeRow.fetch(db, "WHERE c.batch = ? AND c.session = ? ORDER BY c.seq DESC", [batch, session])
      .filter { !$0.isUndone && ($0.kind == .undone) == (change.kind == .undone) }
  }

  private func turn(
    _ db: Database, _ change: ChangeRow, as viewer: Viewer, at moment: Moment, to kind: ChangeKind, batch: Int64?
  ) throws -> Int64 {
    let rows = change.rows.reversed().map(\.inverse)
    _ = try put(db, rows, of: change.placement, meant: nil)
    let access = RecordAccess(db: db, fold: options.fold)
    for row in rows {
      guard let place = row.after ?? row.before else { continue }
      guard try access.rows(place.table, ids: [place.id]).first == row.after else {
        throw StoreProblem(.notAsWritten, ["path": path])
      }
    }
    return try NewChange(
      moment: moment, session: session, viewer: viewer, placement: change.placement, kind: kind,
      onBehalfOf: change.onBehalfOf, subject: change.subject, duty: change.duty, note: change.note, rows: rows,
      undoes: change.id, batch: batch
    ).append(db)
  }

  private func refusal(
    _ db: Database, _ change: ChangeRow, viewer: Viewer, kind: ChangeKind
  ) throws -> UndoRefusal? {
    let access = RecordAccess(db: db, fold: options.fold)
    let made = try origin(db, change)
    let records = try access.load([change.placement])[change.placement]
    if let records {
      guard viewer.maySee(records) else { return .notYours }
    } else {
      // What a person made and took back, the same person makes again.
      guard made.kind == .created, kind == .redone, viewer.scope == .all else { return .notYours }
    }
    switch made.kind {
    case .imported: return .wasImported
    case .scanAdded, .scanWithdrawn, .scanDecided, .modelMoved: return .needsWithdrawal
    case .started where kind == .undone:
      guard let records else { return .notYours }
      let model = try model(records.placement.model, in: db)
      if try isConfirmedInDuring(db, since: change, model: model) { return .needsWithdrawal }
    default: break
    }
    for row in change.rows {
      guard let place = row.after ?? row.before else { continue }
      let now = try access.rows(place.table, ids: [place.id]).first
      if now != row.after { return .changedSince(try laterChange(db, change)) }
      if row.before == nil, try isReferred(db, place) { return .isReferred }
    }
    if try isSettledScan(db, change) { return .changedSince(nil) }
    // The course is one story: pauses and endings stand on what came before, in rows of their own.
    // What this person did since in this session is out of the way: undo and redo go step by step.
    if change.subject == "course", let later = try laterChange(db, change), later.subject == "course",
      later.session != session || later.actor != viewer.name
    {
      return .changedSince(later)
    }
    return nil
  }

  /// The change that was made first: a redone one leads back to it.
  private func origin(_ db: Database, _ change: ChangeRow) throws -> ChangeRow {
    var change = change
    while change.kind == .undone || change.kind == .redone, let before = change.undoes {
      guard let found = try ChangeRow.fetch(db, "WHERE c.seq = ?", [before]).first else { break }
      change = found
    }
    return change
  }

  private func isConfirmedInDuring(_ db: Database, since change: ChangeRow, model: DutyModel) throws -> Bool {
    let later = try ChangeRow.fetch(
      db, "WHERE c.placement = ? AND c.seq > ? AND c.kind IN ('confirmed', 'redone') ORDER BY c.seq",
      [change.placement, change.id])
    return try later.contains { row in
      guard !row.isUndone, let duty = row.duty, model[duty]?.phase == .during else { return false }
      return try origin(db, row).kind == .confirmed
    }
  }

  /// The newest later change of the same placement that still stands, on the same subject if there is one.
  private func laterChange(_ db: Database, _ change: ChangeRow) throws -> ChangeRow? {
    try ChangeRow.fetch(
      db,
      """
      WHERE c.placement = ? AND c.seq > ? AND c.kind <> 'undone' AND c.subject IS ?
      AND NOT EXISTS (SELECT 1 FROM change u WHERE u.undoes = c.seq) ORDER BY c.seq DESC LIMIT 1
      """, [change.placement, change.id, change.subject]
    ).first
  }

  /// Whether marks or gate records name a row without a foreign key.
  private func isReferred(_ db: Database, _ row: StoredRow) throws -> Bool {
    if row.table == .agreement || row.table == .plan,
      try Int64.fetchOne(db, cachedSQL: "SELECT 1 FROM mark WHERE version = ? LIMIT 1", arguments: [row.id]) != nil
    {
      return true
    }
    return try Int64.fetchOne(
      db, cachedSQL: "SELECT 1 FROM gate_record WHERE record = ? LIMIT 1", arguments: [row.id]) != nil
  }
}
