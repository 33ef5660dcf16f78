import GRDB
import WerkendLeren

/// Which placements a list shows. Their order is that of urgency, ties by start, name and key.
public struct OverviewQuery: Hashable, Sendable {
  /// Words, folded, that must all stand somewhere in the student, number, employer, programme, workplace or persons.
  public var words: [String]
  /// Only these stages; nil: all.
  public var stages: Set<Stage>?
  /// Only those of which the viewer is the current contact person; means nothing for a viewer of whom all are.
  public var mine: Bool
  /// Only those that are overdue: for the school by any party's items, for others by their own.
  public var overdue: Bool
  /// Only those in preparation in which this gate fails today.
  public var failingGate: DutyID?
  /// Those in the archive, and no others.
  public var archived: Bool

  /// Makes a query; everything by default.
  public init(
    words: [String] = [], stages: Set<Stage>? = nil, mine: Bool = false, overdue: Bool = false,
    failingGate: DutyID? = nil, archived: Bool = false
  ) {
    self.words = words
    self.stages = stages
    self.mine = mine
    self.overdue = overdue
    self.failingGate = failingGate
    self.archived = archived
  }
}

/// The visible part of a list.
public struct OverviewPage: Hashable, Sendable {
  /// The rows asked for.
  public var rows: [OverviewRow]
  /// How many placements the query finds.
  public var total: Int
}

/// A query as SQL on `summary s`, or on the archive under that name.
struct OverviewSQL {
  /// Where the rows stand.
  let table: String
  var conditions: [String] = []
  var values: [any DatabaseValueConvertible] = []
  /// The column of the urgency that sorts.
  let urgency: String
  /// The index in that order which holds all that is filtered by, so that rows which do not match are never read.
  let index: String

  init(_ query: OverviewQuery, as viewer: Viewer, today: Day) {
    table = query.archived ? "archived" : "summary"
    switch viewer.scope {
    case .all:
      urgency = "urgency"
      index = "INDEXED BY \(table)_order"
    case .student, .employer:
      urgency = "urgency_\(viewer.party.rawValue)"
      index = ""
    }
    Scope.restrict(to: viewer, &conditions, &values)
    for word in query.words where !word.isEmpty {
      conditions.append("s.searched LIKE ? ESCAPE '\\'")
      values.append("%" + Self.escaped(word) + "%")
    }
    if let stages = query.stages {
      let numbers = stages.map { String($0.number) }.sorted().joined(separator: ", ")
      conditions.append("s.stage IN (\(numbers))")
    }
    if query.overdue {
      conditions.append(viewer.party == .school ? "s.due_any < ?" : "s.due_\(viewer.party.rawValue) < ?")
      values.append(today.number)
    }
    if let gate = query.failingGate {
      conditions.append("s.placement IN (SELECT placement FROM failing_gate WHERE duty = ? AND from_day <= ?)")
      values += [gate.text, today.number]
    }
    if query.mine { Self.restrictToMine(viewer, today: today, &conditions, &values) }
  }

  var condition: String { conditions.isEmpty ? "1" : conditions.joined(separator: " AND ") }
  var order: String { "s.\(urgency), s.start_day, s.name_folded, s.key" }

  /// A word as LIKE takes it literally.
  static func escaped(_ word: String) -> String {
    var result = ""
    for character in word.unicodeScalars {
      if character == "%" || character == "_" || character == "\\" { result += "\\" }
      result.unicodeScalars.append(character)
    }
    return result
  }

  /// The placements whose current contact person at the school is the viewer.
  static func restrictToMine(
    _ viewer: Viewer, today: Day, _ conditions: inout [String], _ values: inout [any DatabaseValueConvertible]
  ) {
    guard viewer.party == .school, let persons = viewer.persons else { return }
    conditions.append(
      """
      s.placement IN (SELECT placement FROM assignment WHERE person IN (SELECT value FROM json_each(?)) \
      AND role = 'school-contact' AND from_day <= ? AND (until_day IS NULL OR until_day >= ?))
      """)
    values += ["[" + persons.map(String.init).joined(separator: ",") + "]", today.iso, today.iso]
  }
}

extension Store {
  /// The visible part of a list: two statements, however many placements there are.
  public func window(
    _ query: OverviewQuery, as viewer: Viewer, offset: Int, limit: Int, today: Day
  ) throws(StoreProblem) -> OverviewPage {
    let parts = OverviewSQL(query, as: viewer, today: today)
    return try read { db in
      let count =
        parts.conditions.isEmpty
        ? "SELECT count(*) FROM \(parts.table)"
        : "SELECT count(*) FROM \(parts.table) s \(parts.index) WHERE \(parts.condition)"
      let total = try Int.fetchOne(
        db.cachedStatement(sql: count), arguments: StatementArguments(parts.values))
      let chosen = """
        SELECT s.placement AS id FROM \(parts.table) s \(parts.index) WHERE \(parts.condition) ORDER BY \(parts.order) \
        LIMIT ? OFFSET ?
        """
      return OverviewPage(
        rows: try rows(
          db, chosen, parts.values + [limit, offset], order: parts.order, in: parts.table, to: viewer.party),
        total: total ?? 0)
    }
  }

  /// The rows whose placements a statement chooses, read only after they were chosen, as a party's people may know them.
  func rows(
    _ db: Database, _ chosen: String, _ values: [any DatabaseValueConvertible], order: String,
    in table: String = "summary", to party: Party
  ) throws -> [OverviewRow] {
    let sql = """
      SELECT \(SummaryRow.shown(to: party)) FROM (\(chosen)) w CROSS JOIN \(table) s ON s.placement = w.id \
      CROSS JOIN placement p ON p.id = w.id ORDER BY \(order)
      """
    let cursor = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: StatementArguments(values))
    var result: [OverviewRow] = []
    while let row = try cursor.next() { result.append(try SummaryRow.read(row)) }
    return result
  }

  /// The placements that a list shows, in its order; at most `limit`. One statement, however many there are.
  public func placements(
    matching query: OverviewQuery, as viewer: Viewer, limit: Int, today: Day
  ) throws(StoreProblem) -> [Int64] {
    let parts = OverviewSQL(query, as: viewer, today: today)
    let sql = """
      SELECT s.placement FROM \(parts.table) s \(parts.index) WHERE \(parts.condition) ORDER BY \(parts.order) LIMIT ?
      """
    return try readOnce { db in
      try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: StatementArguments(parts.values + [limit]))
    }
  }

  /// The place of a placement in a list, from 0; nil if the query does not find it.
  public func position(
    of placement: Int64, in query: OverviewQuery, as viewer: Viewer, today: Day
  ) throws(StoreProblem) -> Int? {
    let parts = OverviewSQL(query, as: viewer, today: today)
    return try read { db in
      let own = "SELECT \(parts.order) FROM \(parts.table) s WHERE s.placement = ? AND \(parts.condition)"
      guard
        let row = try Row.fetchOne(
          db.cachedStatement(sql: own), arguments: StatementArguments([placement] + parts.values))
      else { return nil }
      let before = """
        SELECT count(*) FROM \(parts.table) s \(parts.index) WHERE (\(parts.order)) < (?, ?, ?, ?) AND \(parts.condition)
        """
      let place: [any DatabaseValueConvertible] = Array(row.databaseValues)
      return try Int.fetchOne(
        db.cachedStatement(sql: before), arguments: StatementArguments(place + parts.values))
    }
  }

  /// What is the viewer's to do: their placements by their own party's urgency, those without a date last.
  public func mineRows(_ viewer: Viewer, limit: Int, today: Day) throws(StoreProblem) -> [OverviewRow] {
    try readOnce { db in
      let chosen = Self.mostUrgent(
        viewer, party: viewer.party, mine: true, placement: nil, today: today, limit: limit, isDated: false)
      return try rows(db, chosen.sql, chosen.values, order: chosen.order, to: viewer.party)
    }
  }

  /// The statement that chooses the most urgent placements, by a party's urgency or, without one, by that of all; `isDated` leaves out those
  /// without a date.
  static func mostUrgent(
    _ viewer: Viewer, party: Party?, mine: Bool, placement: Int64?, today: Day, limit: Int, isDated: Bool = true
  ) -> (sql: String, values: [any DatabaseValueConvertible], order: String) {
    let column = party.map { "urgency_\($0.rawValue)" } ?? "urgency"
    var conditions =
      isDated ? ["s.\(column) < \(SummaryRow.none)"] : ["(s.frozen_on IS NULL OR s.\(column) < \(SummaryRow.none))"]
    var values: [any DatabaseValueConvertible] = []
    Scope.restrict(to: viewer, &conditions, &values)
    if mine { OverviewSQL.restrictToMine(viewer, today: today, &conditions, &values) }
    if let placement {
      conditions.append("s.placement = ?")
      values.append(placement)
    }
    let order = "s.\(column), s.start_day, s.name_folded, s.key"
    return (
      "SELECT s.placement AS id FROM summary s WHERE \(conditions.joined(separator: " AND ")) ORDER BY \(order) "
        + "LIMIT \(limit)", values, order
    )
  }
}
