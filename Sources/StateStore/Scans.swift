import GRDB
import WerkendLeren

/// One scan as a screen needs it.
public struct ScanView: Hashable, Sendable {
  /// Its records, as far as the viewer may see them.
  public var records: ScanRecords
  /// The version of the questionnaire with which it was begun.
  public var questionnaire: Questionnaire
  /// The name of the workplace's employer.
  public var employer: String
  /// The newest change of the whole store when it was read: what `perform` takes as `seen`.
  public var lastChange: Int64
}

/// One scan in a list.
public struct ScanLine: Hashable, Sendable, Identifiable {
  /// The scan.
  public var scan: Scan
  /// The workplace's name.
  public var workplace: String
  /// The employer's name.
  public var employer: String
  /// Its decision; nil until it is decided.
  public var decision: ScanDecisionRecord?

  /// The scan's row.
  public var id: Int64 { scan.id }

  /// Where it stands on a day.
  public func standing(on today: Day) -> ScanStanding { scan.standing(decision, on: today) }
}

extension Store {
  /// A scan; throws `noSuchScan` where it is not there or not the viewer's to see.
  public func scan(_ id: Int64, as viewer: Viewer) throws(StoreProblem) -> ScanView {
    let path = path
    return try read { db in
      let access = RecordAccess(db: db, fold: options.fold)
      guard let whole = try access.scan(id), try access.reaches(viewer, whole.workplace),
        let records = whole.seen(by: viewer)
      else { throw StoreProblem(.noSuchScan, ["path": path, "scan": String(id)]) }
      let name = try String.fetchOne(
        db.cachedStatement(sql: "SELECT name FROM employer WHERE id = ?"), arguments: [whole.workplace.employer])
      return ScanView(
        records: records, questionnaire: try questionnaire(whole.scan.questionnaire, in: db), employer: name ?? "",
        lastChange: try Int64.fetchOne(db, cachedSQL: "SELECT max(seq) FROM change") ?? 0)
    }
  }

  /// The scans that a viewer may see, newest first: of one workplace or of all, those in these states or in any.
  public func scans(
    of workplace: Int64? = nil, in states: [ScanState] = ScanState.allCases, as viewer: Viewer, offset: Int = 0,
    limit: Int
  ) throws(StoreProblem) -> [ScanLine] {
    var conditions = ["s.state IN (SELECT value FROM json_each(?))"]
    var values: [any DatabaseValueConvertible] = [
      "[" + states.map { "\"\($0.rawValue)\"" }.joined(separator: ",") + "]"
    ]
    if let workplace {
      conditions.append("s.workplace = ?")
      values.append(workplace)
    }
    switch viewer.scope {
    case .all: break
    case .employer(let employer):
      conditions.append("w.employer = ?")
      values.append(employer)
    case .student(let student):
      conditions.append("s.state = 'decided' AND EXISTS (\(RecordAccess.studentsPlace))")
      values.append(student)
    }
    values += [limit, offset]
    let scanColumns = Scan.columns.map { "s.\($0)" }.joined(separator: ", ")
    let decisionColumns = ScanDecisionRecord.columns.map { "d.\($0)" }.joined(separator: ", ")
    let sql = """
      SELECT s.id, w.name, e.name, d.id, \(scanColumns), \(decisionColumns) FROM scan s \
      JOIN workplace w ON w.id = s.workplace JOIN employer e ON e.id = w.employer \
      LEFT JOIN scan_decision d ON d.id = s.decision WHERE \(conditions.joined(separator: " AND ")) \
      ORDER BY s.id DESC LIMIT ? OFFSET ?
      """
    let path = path
    return try readOnce { db in
      try Row.fetchAll(db.cachedStatement(sql: sql), arguments: StatementArguments(values)).map { row in
        let cells: [RecordValue] = (4..<row.count).map { RecordValue.fromDatabaseValue(row[$0]) ?? .null }
        let decision: Int64? = row[3]
        guard let scan = Scan(id: row[0], values: Array(cells.prefix(Scan.columns.count))) else {
          throw StoreProblem(.damaged, ["path": path, "detail": "scan \(row[0] as Int64)"])
        }
        return ScanLine(
          scan: scan, workplace: row[1], employer: row[2],
          decision: decision.flatMap {
            ScanDecisionRecord(id: $0, values: Array(cells.dropFirst(Scan.columns.count)))
          })
      }
    }
  }

  /// A placement at a scan's workplace, from which it can be opened: the newest that a viewer may see; nil where there is none.
  public func placement(ofScan scan: Int64, as viewer: Viewer) throws(StoreProblem) -> Int64? {
    var scope = ["l.workplace = (SELECT workplace FROM scan WHERE id = ?)"]
    var values: [any DatabaseValueConvertible] = [scan]
    Scope.restrict(to: viewer, &scope, &values)
    let sql = """
      SELECT l.placement FROM workplace_link l JOIN summary s ON s.placement = l.placement \
      WHERE \(scope.joined(separator: " AND ")) ORDER BY l.until_day IS NULL DESC, l.id DESC LIMIT 1
      """
    return try readOnce { db in
      try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: StatementArguments(values))
    }
  }

  /// How many of the scans that a viewer may see are in a state; one statement that an index answers, but for decided ones.
  public func scanCount(in state: ScanState, as viewer: Viewer) throws(StoreProblem) -> Int {
    var sql = "SELECT count(*) FROM scan s JOIN workplace w ON w.id = s.workplace WHERE s.state = ?"
    // The index holds the open ones alone.
    if state != .decided { sql += " AND s.state <> 'decided'" }
    var values: [any DatabaseValueConvertible] = [state.rawValue]
    switch viewer.scope {
    case .all: break
    case .employer(let employer):
      sql += " AND w.employer = ?"
      values.append(employer)
    case .student(let student):
      guard state == .decided else { return 0 }
      sql += " AND EXISTS (\(RecordAccess.studentsPlace))"
      values.append(student)
    }
    return try readOnce { db in
      try Int.fetchOne(db.cachedStatement(sql: sql), arguments: StatementArguments(values)) ?? 0
    }
  }

  /// The history of a scan, newest first; of the school's viewers alone, because it holds what others may not see yet.
  public func history(ofScan scan: Int64, as viewer: Viewer, offset: Int = 0, limit: Int) throws(StoreProblem)
    -> [ChangeRow]
  {
    guard case .all = viewer.scope else { return [] }
    return try readOnce { db in
      try ChangeRow.fetch(
        db,
        """
        WHERE c.subject >= 'scan:' AND c.subject < 'scan;' AND (c.subject = ?1 OR (c.subject >= ?1 || ':' \
        AND c.subject < ?1 || ';')) ORDER BY c.seq DESC LIMIT ?2 OFFSET ?3
        """, ["scan:\(scan)", limit, offset])
    }
  }
}

extension RecordAccess {
  /// Whether a student, the last argument, has a placement at the workplace of a scan `s`.
  static let studentsPlace = """
    SELECT 1 FROM workplace_link l JOIN placement p ON p.id = l.placement \
    WHERE l.workplace = s.workplace AND l.until_day IS NULL AND p.student = ?
    """

  /// Whether a workplace is one of the viewer's.
  func reaches(_ viewer: Viewer, _ workplace: Workplace) throws -> Bool {
    switch viewer.scope {
    case .all: return true
    case .employer(let employer): return workplace.employer == employer
    case .student(let student):
      let sql = """
        SELECT 1 FROM workplace_link l JOIN placement p ON p.id = l.placement \
        WHERE l.workplace = ? AND l.until_day IS NULL AND p.student = ? LIMIT 1
        """
      return try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [workplace.id, student]) != nil
    }
  }

  /// All records of a scan; nil if it is not there.
  func scan(_ id: Int64) throws -> ScanRecords? {
    guard let scan = try rows(.scan, ids: [id]).first, let workplace = scan.number(0) else { return nil }
    var all = [scan] + (try rows(.workplace, ids: [workplace]))
    for table in [RecordTable.scanAnswer, .scanOwnAnswer, .scanComment, .scanJudgement, .scanCondition] {
      all += try rows(table, where: "scan = ?", [id])
    }
    if let typed = Scan(id: id, values: scan.values), let decision = typed.decision {
      all += try rows(.scanDecision, ids: [decision])
    }
    guard let records = ScanRecords(rows: all) else {
      throw StoreProblem(.damaged, ["path": "", "detail": "scan \(id)"])
    }
    return records
  }

  /// The scan of a row of one of the scan's own tables.
  func scan(of row: StoredRow) -> Int64? {
    switch row.table {
    case .scan: row.id
    case .scanAnswer, .scanOwnAnswer, .scanComment, .scanJudgement: row.number(0)
    case .scanCondition: row.number(1)
    default: nil
    }
  }

  /// The placement under which the history keeps changes of a scan that nobody opened from a placement: the newest that is at the workplace, else
  /// the newest that was.
  func placement(at workplace: Int64) throws -> Int64? {
    let sql = """
      SELECT placement FROM workplace_link WHERE workplace = ? ORDER BY until_day IS NULL DESC, id DESC LIMIT 1
      """
    return try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [workplace])
  }
}
