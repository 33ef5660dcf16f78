import GRDB
import WerkendLeren

extension Store {
  /// Makes a placement: decided by the domain, its rows, its summary and its row of the history written in one transaction. Undo takes all of
  /// it away again, but for the history.
  public func create(
    _ new: NewPlacement, as viewer: Viewer, at moment: Moment
  ) throws(StoreProblem) -> Performed {
    var refused: Refusal?
    let done: Performed? = try write { db in
      let access = RecordAccess(db: db, fold: options.fold)
      guard let newest = try newestModelRow(db) else { throw StoreProblem(.unreadableModel, ["path": path]) }
      let directory = try access.directory(for: new)
      let next = try nextRow(db)
      let context = DecisionContext(
        model: try model(newest, in: db), viewer: viewer, today: moment.today, moment: moment.text,
        directory: directory, nextRow: next, newestModel: newest, fold: options.fold)
      let decision: Decision
      switch decideCreation(new, context: context) {
      case .failure(let refusal):
        refused = refusal
        return nil
      case .success(let made): decision = made
      }
      let placement = decision.records.placement.id
      let changes = try Self.additions(decision.records, known: directory, next: next)
      guard let written = try put(db, changes, of: placement, meant: decision.records) else {
        throw StoreProblem(.notAsWritten, ["path": path])
      }
      try setNextRow(db, decision.nextRow)
      let change = NewChange(
        moment: moment, session: session, viewer: viewer, placement: placement, kind: decision.kind,
        onBehalfOf: decision.onBehalfOf, subject: decision.subject, duty: decision.duty, note: decision.note,
        rows: changes)
      return .done(change: try change.append(db), records: written)
    }
    if let refused { return .refused(refused) }
    guard let done else { throw StoreProblem(.unexpected, ["path": path]) }
    return done
  }

  /// The rows of a new placement, parents first: those that were found by name are changed at most.
  static func additions(
    _ records: PlacementRecords, known: Directory, next: Int64
  ) throws -> [RecordChange] {
    var there: [RecordTable: [Int64: StoredRow]] = [:]
    for row in known.storedRows { there[row.table, default: [:]][row.id] = row }
    var order: [RecordTable: [RecordChange]] = [:]
    for row in records.storedRows {
      if row.id >= next {
        order[row.table, default: []].append(RecordChange(before: nil, after: row))
      } else if let before = there[row.table]?[row.id] {
        if before != row { order[row.table, default: []].append(RecordChange(before: before, after: row)) }
      } else {
        throw StoreProblem(.unexpected, ["detail": "\(row.table.rawValue) \(row.id)"])
      }
    }
    return RecordTable.allCases.flatMap { order[$0] ?? [] }
  }
}
