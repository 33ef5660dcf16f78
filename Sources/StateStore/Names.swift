import GRDB
import WerkendLeren

extension Store {
  /// The names of the employers that a viewer may know, in order, for choosing one while typing: for the school all, for a student those of
  /// their own placements, for an employer itself. One statement; at most `limit`.
  public func employerNames(as viewer: Viewer, limit: Int = 5000) throws(StoreProblem) -> [String] {
    var condition = "1"
    var values: [any DatabaseValueConvertible] = []
    switch viewer.scope {
    case .all: break
    case .student(let id):
      condition = """
        id IN (SELECT l.employer FROM workplace_link l JOIN placement p ON p.id = l.placement WHERE p.student = ?)
        """
      values = [id]
    case .employer(let id):
      condition = "id = ?"
      values = [id]
    }
    let sql = "SELECT min(name) FROM employer WHERE \(condition) GROUP BY name_folded ORDER BY name_folded LIMIT ?"
    return try readOnce { db in
      try String.fetchAll(db.cachedStatement(sql: sql), arguments: StatementArguments(values + [limit]))
    }
  }

  /// What has to be done for conditions of workplace scans, by their rows, as far as they stand on placements of the viewer. One statement.
  public func conditionTexts(_ conditions: Set<Int64>, as viewer: Viewer) throws(StoreProblem) -> [Int64: String] {
    guard !conditions.isEmpty else { return [:] }
    var scope = ["l.workplace = c.workplace"]
    var values: [any DatabaseValueConvertible] = [
      "[" + conditions.sorted().map(String.init).joined(separator: ",") + "]"
    ]
    Scope.restrict(to: viewer, &scope, &values)
    let sql = """
      SELECT c.id, c.body FROM scan_condition c WHERE c.id IN (SELECT value FROM json_each(?)) \
      AND c.decision IS NOT NULL AND EXISTS (SELECT 1 FROM workplace_link l JOIN summary s ON s.placement = l.placement \
      WHERE \(scope.joined(separator: " AND ")))
      """
    return try readOnce { db in
      let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: StatementArguments(values))
      return Dictionary(rows.map { ($0[0] as Int64, $0[1] as String) }) { first, _ in first }
    }
  }

  /// The programmes that placements have, in order, for choosing one while typing; for the school alone. One statement; at most `limit`.
  public func programmeNames(as viewer: Viewer, limit: Int = 1000) throws(StoreProblem) -> [String] {
    guard viewer.scope == .all else { return [] }
    let sql = "SELECT programme FROM placement GROUP BY programme ORDER BY programme LIMIT ?"
    return try readOnce { db in try String.fetchAll(db.cachedStatement(sql: sql), arguments: [limit]) }
  }
}
