import GRDB
import WerkendLeren

/// One placement as a screen needs it.
public struct PlacementView: Hashable, Sendable {
  /// Its records, as the viewer may read them.
  public var records: PlacementRecords
  /// The model with which it began.
  public var model: DutyModel
  /// The newest change of the whole store when it was read: what `perform` takes as `seen`.
  public var lastChange: Int64
}

/// What was found for a key that somebody typed.
public enum KeyFinding: Hashable, Sendable {
  /// This placement.
  case one(Int64)
  /// No placement that the viewer may see.
  case none
  /// Several: their keys.
  case ambiguous([String])
}

extension Store {
  /// The records of a placement; throws `noSuchPlacement` where it is not there or not the viewer's to see.
  public func records(_ placement: Int64, as viewer: Viewer) throws(StoreProblem) -> PlacementView {
    let path = path
    return try read { db in
      let access = RecordAccess(db: db, fold: options.fold)
      guard let records = try access.load([placement])[placement], viewer.maySee(records) else {
        throw StoreProblem(.noSuchPlacement, ["path": path])
      }
      let last = try Int64.fetchOne(db, cachedSQL: "SELECT max(seq) FROM change") ?? 0
      return PlacementView(
        records: records.readable(by: viewer), model: try model(records.placement.model, in: db), lastChange: last)
    }
  }

  /// The placement of `<student number>/<programme>`, or of the number alone if it has one only. What is archived is not found.
  public func find(_ text: String, as viewer: Viewer) throws(StoreProblem) -> KeyFinding {
    let keyed = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    return try readOnce { db in
      var conditions: [String]
      var values: [any DatabaseValueConvertible]
      if keyed.count == 2 {
        conditions = ["p.key_folded = ?"]
        values = [options.fold(String(keyed[0])) + "/" + options.fold(String(keyed[1]))]
      } else {
        conditions = ["s.student_id IN (SELECT id FROM student WHERE number_folded = ?)"]
        values = [options.fold(text)]
      }
      Scope.restrict(to: viewer, &conditions, &values)
      let sql =
        "SELECT s.placement, s.key FROM summary s JOIN placement p ON p.id = s.placement "
        + "WHERE \(conditions.joined(separator: " AND ")) ORDER BY s.key LIMIT 20"
      let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: StatementArguments(values))
      switch rows.count {
      case 0: return .none
      case 1: return .one(rows[0][0])
      default: return .ambiguous(rows.map { $0[1] })
      }
    }
  }

  /// Whether there is no placement at all, not in the archive either; for the school alone, others may merely have none of their own.
  public func isEmpty(as viewer: Viewer) throws(StoreProblem) -> Bool {
    guard viewer.scope == .all else { return false }
    return try readOnce { db in try Int64.fetchOne(db, cachedSQL: "SELECT 1 FROM placement LIMIT 1") == nil }
  }

  /// The history, newest first: of a placement, or of one of its duties.
  public func history(
    of placement: Int64, duty: DutyID? = nil, as viewer: Viewer, offset: Int = 0, limit: Int
  ) throws(StoreProblem) -> [ChangeRow] {
    try readOnce { db in
      var conditions = ["c.placement = ?"]
      var values: [any DatabaseValueConvertible] = [placement]
      if let duty {
        conditions.append("c.duty = ?")
        values.append(duty.text)
      }
      return try history(db, conditions, values, as: viewer, offset: offset, limit: limit)
    }
  }

  /// The history of one entry, newest first.
  public func history(
    ofEntry entry: Int64, in placement: Int64, as viewer: Viewer, limit: Int
  ) throws(StoreProblem) -> [ChangeRow] {
    try readOnce { db in
      try history(db, ["c.placement = ?", "c.entry = ?"], [placement, entry], as: viewer, offset: 0, limit: limit)
    }
  }

  private func history(
    _ db: Database, _ conditions: [String], _ values: [any DatabaseValueConvertible], as viewer: Viewer, offset: Int,
    limit: Int
  ) throws -> [ChangeRow] {
    var conditions = conditions
    var values = values
    Scope.restrict(to: viewer, &conditions, &values, archivedToo: true)
    Scope.restrictChanges(to: viewer, &conditions, &values)
    values += [limit, offset]
    return try ChangeRow.fetch(
      db, "WHERE \(conditions.joined(separator: " AND ")) ORDER BY c.seq DESC LIMIT ? OFFSET ?",
      StatementArguments(values)
    ).map { $0.seen(by: viewer) }
  }
}

/// Which rows of `summary s`, or of `archived a` where there is none, and which changes `c` a viewer may see.
enum Scope {
  static func restrict(
    to viewer: Viewer, _ conditions: inout [String], _ values: inout [any DatabaseValueConvertible],
    archivedToo: Bool = false
  ) {
    func add(_ column: String, _ id: Int64) {
      conditions.append(archivedToo ? "coalesce(s.\(column), a.\(column)) = ?" : "s.\(column) = ?")
      values.append(id)
    }
    switch viewer.scope {
    case .all: break
    case .student(let id): add("student_id", id)
    case .employer(let id): add("employer_id", id)
    }
  }

  /// Leaves out what lies between employer and school in a scan, and the changes of entries that the viewer could not read then or may not read now. One that is there no more, because its
  /// writer took it back at once, is seen by the writer's party alone.
  static func restrictChanges(
    to viewer: Viewer, _ conditions: inout [String], _ values: inout [any DatabaseValueConvertible]
  ) {
    ScanPrivacy.restrict(to: viewer, &conditions)
    let bit = Circle(viewer.party).rawValue
    var employer: Int64?
    if viewer.party == .employer {
      guard case .employer(let id) = viewer.scope else {
        conditions.append("c.entry IS NULL")
        return
      }
      employer = id
    }
    func reads(_ row: String) -> String {
      "\(row).readers & \(bit) <> 0" + (employer.map { " AND \(row).employer = \($0)" } ?? "")
    }
    conditions.append(
      """
      (c.entry IS NULL OR (\(reads("c")) AND \
      coalesce((SELECT ifnull(\(reads("e")), 0) FROM entry e WHERE e.id = c.entry), c.party = ?)))
      """)
    values.append(viewer.party.rawValue)
  }
}
