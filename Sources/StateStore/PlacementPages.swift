import GRDB
import WerkendLeren

/// Which placements are asked for; all that the viewer may see by default.
public struct PlacementSelection: Hashable, Sendable {
  /// This one alone.
  public var placement: Int64?
  /// Only those in these stages; nil: all.
  public var stages: Set<Stage>?
  /// Only those of this programme, without regard to case, accents and superfluous spaces; nil: all.
  public var programme: String?
  /// Whether those in the archive are asked for too.
  public var archivedToo: Bool

  /// Makes a selection.
  public init(
    placement: Int64? = nil, stages: Set<Stage>? = nil, programme: String? = nil, archivedToo: Bool = false
  ) {
    self.placement = placement
    self.stages = stages
    self.programme = programme
    self.archivedToo = archivedToo
  }
}

/// Some placements with all their records.
public struct PlacementPage: Sendable {
  /// They, in the order of their keys.
  public var placements: [PlacementView]
  /// Where the next page begins; nil after the last one.
  public var next: String?
}

extension Store {
  /// Placements in the order of their keys, some at a time, so that any number of them takes the memory of a page. Each page is one short
  /// transaction: nothing stays open while somebody reads slowly, and each placement is whole by itself.
  /// - Parameter start: `next` of the page before; nil for the first one.
  public func placements(
    _ selection: PlacementSelection, as viewer: Viewer, from start: String? = nil, limit: Int = 200
  ) throws(StoreProblem) -> PlacementPage {
    let programme = selection.programme.map(options.fold)
    var conditions = ["p.key_folded > ?"]
    var values: [any DatabaseValueConvertible] = [start ?? ""]
    Scope.restrict(to: viewer, &conditions, &values, archivedToo: selection.archivedToo)
    if let placement = selection.placement {
      conditions.append("p.id = ?")
      values.append(placement)
    }
    if let stages = selection.stages {
      let stage = selection.archivedToo ? "coalesce(s.stage, a.stage)" : "s.stage"
      conditions.append("\(stage) IN (\(stages.map { String($0.number) }.sorted().joined(separator: ", ")))")
    }
    if let programme {
      // A number may hold a slash too, so that this finds a few too many at most.
      conditions.append("substr(p.key_folded, -length(?)) = ?")
      values += ["/" + programme, "/" + programme]
    }
    values.append(limit)
    // What is archived has its summary there and nowhere else.
    let summaries =
      selection.archivedToo
      ? "LEFT JOIN summary s ON s.placement = p.id LEFT JOIN archived a ON a.placement = p.id"
      : "CROSS JOIN summary s ON s.placement = p.id"
    return try read { db in
      let sql = """
        SELECT p.id, p.key_folded FROM placement p \(summaries) \
        WHERE \(conditions.joined(separator: " AND ")) ORDER BY p.key_folded LIMIT ?
        """
      let found = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: StatementArguments(values))
      let ids = found.map { $0[0] as Int64 }
      let loaded = try RecordAccess(db: db, fold: options.fold).load(ids)
      let last = try Int64.fetchOne(db, cachedSQL: "SELECT max(seq) FROM change") ?? 0
      var page = PlacementPage(placements: [], next: found.count < limit ? nil : found.last?[1])
      for id in ids {
        guard let records = loaded[id], viewer.maySee(records) else { continue }
        if let programme, options.fold(records.placement.programme) != programme { continue }
        page.placements.append(
          PlacementView(
            records: records.readable(by: viewer), model: try model(records.placement.model, in: db), lastChange: last))
      }
      return page
    }
  }
}
