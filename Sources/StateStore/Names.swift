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

  /// The programmes that placements have, in order, for choosing one while typing; for the school alone. One statement; at most `limit`.
  public func programmeNames(as viewer: Viewer, limit: Int = 1000) throws(StoreProblem) -> [String] {
    guard viewer.scope == .all else { return [] }
    let sql = "SELECT programme FROM placement GROUP BY programme ORDER BY programme LIMIT ?"
    return try readOnce { db in try String.fetchAll(db.cachedStatement(sql: sql), arguments: [limit]) }
  }
}
