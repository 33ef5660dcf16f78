import GRDB
import WerkendLeren

/// A version of the duties that the store keeps.
public struct ModelVersion: Hashable, Sendable, Identifiable {
  /// Its row; later ones are higher.
  public var id: Int64
  /// What it is called.
  public var name: String
  /// When it was added, as `YYYY-MM-DDTHH:MM:SS±HH:MM`.
  public var added: String
  /// How many placements stand on it.
  public var placements: Int
}

/// A placement that can be brought to another version of the duties.
public struct ModelMoveCandidate: Hashable, Sendable, Identifiable {
  /// Its row.
  public var id: Int64
  /// Its key.
  public var key: String
  /// The version on which it stands.
  public var model: Int64
  /// Whether it is over, so that nothing of it can be changed.
  public var isOver: Bool
}

extension Store {
  /// Every version of the duties that is kept, oldest first.
  public func modelVersions() throws(StoreProblem) -> [ModelVersion] {
    try readOnce { db in
      let sql = """
        SELECT m.id, m.name, m.added, coalesce(u.count, 0) FROM model m LEFT JOIN \
        (SELECT model, count(*) AS count FROM placement GROUP BY model) u ON u.model = m.id ORDER BY m.id
        """
      return try Row.fetchAll(db, sql: sql).map { row in
        ModelVersion(id: row[0], name: row[1], added: row[2], placements: row[3])
      }
    }
  }

  /// The placements that go on and stand on another version than this one, in the order of their keys; or those of a list, whatever they
  /// stand on.
  public func candidates(movingTo target: Int64, among list: [Int64]? = nil) throws(StoreProblem)
    -> [ModelMoveCandidate]
  {
    try readOnce { db in
      let condition =
        list == nil ? "p.model <> ? AND p.ending IS NULL" : "p.id IN (SELECT value FROM json_each(?))"
      let value: any DatabaseValueConvertible =
        list.map { "[" + $0.map(String.init).joined(separator: ",") + "]" } ?? target
      let sql = """
        SELECT p.id, s.key, p.model, p.ending IS NOT NULL FROM placement p JOIN summary s ON s.placement = p.id \
        WHERE \(condition) ORDER BY p.key_folded
        """
      return try Row.fetchAll(db, sql: sql, arguments: [value]).map { row in
        ModelMoveCandidate(id: row[0], key: row[1], model: row[2], isOver: row[3])
      }
    }
  }

  /// Brings placements to a version of the duties, as one batch. Some at a time go in one transaction, so that others who write wait a moment
  /// at most. `progress` is called with the number so far and says whether to go on; what was done until then stays.
  public func moveModels(
    _ placements: [Int64], to target: Int64, reason: String, as viewer: Viewer, at moment: Moment,
    progress: (Int) -> Bool = { _ in true }
  ) throws(StoreProblem) -> PerformedAll {
    var result = PerformedAll(batch: nil, done: [], refused: [])
    var start = 0
    while start < placements.count {
      let part = placements[start..<min(start + 100, placements.count)]
      let done = try performAll(
        part.map { ($0, .moveModel(to: target, reason: reason)) }, as: viewer, at: moment, batch: result.batch)
      result.batch = result.batch ?? done.batch
      result.done += done.done
      result.refused += done.refused
      start += part.count
      guard progress(start) else { break }
    }
    return result
  }

  /// The versions that a command names, and those on whose text the placement's marks were given.
  func models(for command: Command, on records: PlacementRecords, in db: Database) throws -> [Int64: DutyModel] {
    guard case .moveModel(let target, _) = command else { return [:] }
    var found: [Int64: DutyModel] = [:]
    for row in Set([target] + records.marks.compactMap(\.model)) {
      let sql = "SELECT id FROM model WHERE id = ?"
      if try Int64.fetchOne(db, cachedSQL: sql, arguments: [row]) != nil { found[row] = try model(row, in: db) }
    }
    return found
  }
}
