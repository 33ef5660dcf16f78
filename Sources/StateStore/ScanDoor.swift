import GRDB
import WerkendLeren

/// What became of a step on a scan.
public enum PerformedScan: Hashable, Sendable {
  /// It is written and durable, as the change of that number; these are the scan's records now.
  case done(change: Int64, records: ScanRecords)
  /// It may not be taken.
  case refused(Refusal)
  /// Another session changed the same thing since.
  case conflict(Conflict)
}

extension Store {
  /// Begins a scan of the present workplace of a placement, on the newest version of the questionnaire, as a copy of the newest decided scan's
  /// answers if there is one.
  public func beginScan(
    at placement: Int64, as viewer: Viewer, at moment: Moment
  ) throws(StoreProblem) -> PerformedScan {
    try writeScan { db in
      let access = RecordAccess(db: db, fold: options.fold)
      guard let place = try access.load([placement])[placement], viewer.maySee(place) else {
        throw StoreProblem(.noSuchPlacement, ["path": path])
      }
      guard let workplace = place.currentWorkplace else { return .refused(Refusal(.noWorkplace)) }
      guard let newest = try Int64.fetchOne(db, cachedSQL: "SELECT max(id) FROM questionnaire") else {
        throw StoreProblem(.damaged, ["path": path, "detail": "questionnaire"])
      }
      let others: [Scan] = try access.typed(.scan, where: "workplace = ? ORDER BY id", [workplace.id])
      let former = try others.last { $0.state == .decided }.flatMap { try access.scan($0.id) }
      let next = try nextRow(db)
      let context = ScanContext(
        questionnaire: try questionnaire(newest, in: db), viewer: viewer, today: moment.today, moment: moment.text,
        nextRow: next)
      switch WerkendLeren.beginScan(
        of: workplace, questionnaire: newest, others: others, copying: former, context: context)
      {
      case .failure(let refusal): return .refused(refusal)
      case .success(let decision):
        let changes = decision.records.storedRows.map { RecordChange(before: nil, after: $0) }
        return try put(db, decision, changes, of: placement, as: viewer, at: moment)
      }
    }
  }

  /// Takes a step on a scan: authorised and decided by the domain, written in one transaction together with its row of the history, and read
  /// back before it is committed. `placement` is the one from which the scan was opened, under which the history keeps it; `seen` the newest change
  /// that the person's screen knew.
  public func perform(
    _ step: ScanStep, onScan id: Int64, from placement: Int64? = nil, as viewer: Viewer, at moment: Moment,
    seen: Int64? = nil
  ) throws(StoreProblem) -> PerformedScan {
    try writeScan { db in
      let access = RecordAccess(db: db, fold: options.fold)
      guard let records = try access.scan(id), try access.reaches(viewer, records.workplace),
        records.seen(by: viewer) != nil
      else { throw StoreProblem(.noSuchScan, ["path": path, "scan": String(id)]) }
      let context = ScanContext(
        questionnaire: try questionnaire(records.scan.questionnaire, in: db), viewer: viewer, today: moment.today,
        moment: moment.text, nextRow: try nextRow(db))
      let decision: ScanStepDecision
      switch decideScan(step, on: records, context: context) {
      case .failure(let refusal): return .refused(refusal)
      case .success(let made): decision = made
      }
      if let seen, let subject = decision.subject, let other = try laterChange(db, than: seen, subject: subject) {
        return .conflict(Conflict(change: other))
      }
      guard let place = try placement ?? access.placement(at: records.workplace.id) else {
        throw StoreProblem(.noSuchPlacement, ["path": path])
      }
      return try put(db, decision, records.changes(to: decision.records), of: place, as: viewer, at: moment)
    }
  }

  /// Writes, unless what is to be done is refused or collides.
  private func writeScan(_ body: (Database) throws -> PerformedScan) throws(StoreProblem) -> PerformedScan {
    var outcome: PerformedScan?
    let done: PerformedScan? = try write { db in
      let result = try body(db)
      outcome = result
      guard case .done = result else { return nil }
      return result
    }
    guard let result = done ?? outcome else { throw StoreProblem(.unexpected, ["path": path]) }
    return result
  }

  private func put(
    _ db: Database, _ decision: ScanStepDecision, _ changes: [RecordChange], of placement: Int64, as viewer: Viewer,
    at moment: Moment
  ) throws -> PerformedScan {
    let access = RecordAccess(db: db, fold: options.fold)
    try access.apply(changes)
    guard let written = try access.scan(decision.records.scan.id), written == decision.records else {
      throw StoreProblem(.notAsWritten, ["path": path])
    }
    // Decisions and conditions count in the placements at the workplace; answers do in none.
    try refreshSummaries(db, of: try access.placements(touchedBy: changes).sorted())
    try setNextRow(db, decision.nextRow)
    let change = NewChange(
      moment: moment, session: session, viewer: viewer, placement: placement, kind: decision.kind,
      onBehalfOf: decision.onBehalfOf, subject: decision.subject, duty: nil, note: decision.note, rows: changes)
    return .done(change: try change.append(db), records: written.seen(by: viewer) ?? written)
  }

  /// Another session's later change of the same thing, from whatever placement the scan was opened there.
  private func laterChange(_ db: Database, than seen: Int64, subject: String) throws -> ChangeRow? {
    try ChangeRow.fetch(
      db, "WHERE c.seq > ? AND c.subject = ? AND c.session <> ? ORDER BY c.seq DESC LIMIT 1", [seen, subject, session]
    ).first
  }

  /// Whether rows of a scan have become part of something that undo must not reach: answers that were handed in, findings that were decided on.
  func isSettledScan(_ db: Database, _ change: ChangeRow) throws -> Bool {
    let access = RecordAccess(db: db, fold: options.fold)
    for row in change.rows {
      guard let place = row.after ?? row.before, place.table != .scan, let id = access.scan(of: place),
        let stored = try access.rows(.scan, ids: [id]).first, let scan = Scan(id: id, values: stored.values)
      else { continue }
      switch place.table {
      case .scanAnswer: if !scan.state.takesAnswers { return true }
      case .scanCondition:
        // Whether it is met is told after the decision.
        if scan.state == .decided, row.before == nil || row.after == nil { return true }
      default: if scan.state == .decided { return true }
      }
    }
    return false
  }
}
