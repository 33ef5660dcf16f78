import GRDB
import WerkendLeren

/// The numbers of `drieluik status`. Source: `rules.md`, "`status`".
public struct StatusFigures: Hashable, Sendable {
  /// How many placements have a gate that does not hold.
  public struct Gate: Hashable, Sendable {
    /// The gate.
    public var duty: DutyID
    /// How many placements in preparation it holds up.
    public var placements: Int
  }
  /// One of the most urgent placements.
  public struct First: Hashable, Sendable {
    /// The placement, as a list shows it.
    public var row: OverviewRow
    /// The date and what gives it.
    public var urgency: Urgency
    /// The item's duty; nil if none gives the date.
    public var duty: DutyID?
    /// Days from the date to today, at least 0.
    public var daysOverdue: Int
  }
  /// The day they hold for.
  public var today: Day
  /// Placements in each stage, 0 too.
  public var stages: [Stage: Int]
  /// Placements in which a party has something overdue.
  public var overdue: PerParty<Int>
  /// Placements in which any party has.
  public var overdueForAny: Int
  /// Every gate, in model order, 0 too.
  public var gates: [Gate]
  /// In preparation, to start today or within 28 days.
  public var startingWithin28Days: Int
  /// In preparation, with a start day that has passed.
  public var startPassed: Int
  /// The most urgent, at most five.
  public var first: [First]

  /// All placements.
  public var total: Int { stages.values.reduce(0, +) }
}

extension Store {
  /// The numbers of `status` for what a viewer may see, in a fixed number of statements that indexes answer. With a party the first ones are
  /// by its own urgency; with `mine` only the viewer's placements count; with a placement it alone. For student and employer the first ones
  /// are by their own urgency always: another's would tell what the school was told in confidence.
  public func status(
    today: Day, as viewer: Viewer, party: Party? = nil, mine: Bool = false, placement: Int64? = nil,
    first limit: Int = 5
  ) throws(StoreProblem) -> StatusFigures {
    try read { db in
      let party = viewer.party == .school ? party : viewer.party
      let scope = StatusScope(viewer, mine: mine, placement: placement, today: today)
      var stages = Dictionary(uniqueKeysWithValues: Stage.allCases.map { ($0, 0) })
      for row in try scope.stages(db) { if let stage = Stage(number: row[0]) { stages[stage] = row[1] } }
      func overdue(_ column: String) throws -> Int {
        try scope.count(db, "\(column) < ?", [today.number])
      }
      func due(_ party: Party) -> String { SummaryRow.due(of: party, to: viewer.party) }
      let preparation = "s.stage = \(Stage.preparation.number) AND s.start_day"
      var gates: [DutyID: Int] = [:]
      for row in try scope.gates(db) { gates[DutyID(row[0]), default: 0] += row[1] as Int }
      let model = try newestModelRow(db).map { try self.model($0, in: db) }
      let known = (model?.gates ?? []).map(\.id)
      let others = gates.keys.filter { !known.contains($0) }.sorted()
      let chosen = Self.mostUrgent(
        viewer, party: party, mine: mine, placement: placement, today: today, limit: limit)
      let rows = try rows(db, chosen.sql, chosen.values, order: chosen.order, to: viewer.party)
      return StatusFigures(
        today: today, stages: stages,
        overdue: PerParty(
          student: try overdue(due(.student)), school: try overdue(due(.school)),
          employer: try overdue(due(.employer))),
        overdueForAny: try overdue(SummaryRow.dueOfAny(to: viewer.party)),
        gates: (known + others).map { StatusFigures.Gate(duty: $0, placements: gates[$0] ?? 0) },
        startingWithin28Days: try scope.count(
          db, "\(preparation) BETWEEN ? AND ?", [today.number, today.number + 28]),
        startPassed: try scope.count(db, "\(preparation) < ?", [today.number]),
        first: try rows.compactMap { try first($0, party: party, today: today, db) })
    }
  }

  private func first(
    _ row: OverviewRow, party: Party?, today: Day, _ db: Database
  ) throws -> StatusFigures.First? {
    guard let urgency = party.map({ row.summary.urgencyOf[$0] }) ?? row.summary.urgency else { return nil }
    let duties = try model(row.model, in: db).duties
    let duty = urgency.item.duty.flatMap { duties.indices.contains($0) ? duties[$0].id : nil }
    return StatusFigures.First(
      row: row, urgency: urgency, duty: duty, daysOverdue: max(0, today.days(since: urgency.day)))
  }
}

/// Restricts the counts of `status` to what a viewer may see or asked for.
private struct StatusScope {
  var conditions: [String] = []
  var values: [any DatabaseValueConvertible] = []
  let today: Day

  init(_ viewer: Viewer, mine: Bool, placement: Int64?, today: Day) {
    self.today = today
    Scope.restrict(to: viewer, &conditions, &values)
    if mine { OverviewSQL.restrictToMine(viewer, today: today, &conditions, &values) }
    if let placement {
      conditions.append("s.placement = ?")
      values.append(placement)
    }
  }

  /// Whether everything counts, so that the tallies say it.
  private var isEverything: Bool { conditions.isEmpty }

  /// Stages and how many placements are in each.
  func stages(_ db: Database) throws -> [Row] {
    let sql =
      isEverything
      ? "SELECT CAST(name AS INTEGER), count FROM tally WHERE kind = 'stage'"
      : "SELECT s.stage, count(*) FROM summary s WHERE \(conditions.joined(separator: " AND ")) GROUP BY s.stage"
    return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: StatementArguments(values))
  }

  func count(_ db: Database, _ condition: String, _ arguments: [any DatabaseValueConvertible]) throws -> Int {
    let all = ([condition] + conditions).joined(separator: " AND ")
    return try Int.fetchOne(
      db.cachedStatement(sql: "SELECT count(*) FROM summary s WHERE \(all)"),
      arguments: StatementArguments(arguments + values)) ?? 0
  }

  /// Gates and how many placements they hold up; a gate may come twice, the numbers then add up.
  func gates(_ db: Database) throws -> [Row] {
    let sql =
      isEverything
      ? """
      SELECT name, count FROM tally WHERE kind = 'gate' UNION ALL \
      SELECT duty, count(*) FROM failing_gate WHERE from_day > \(SummaryRow.already) AND from_day <= ? GROUP BY duty
      """
      : """
      SELECT duty, count(*) FROM failing_gate WHERE from_day <= ? AND placement IN \
      (SELECT s.placement FROM summary s WHERE \(conditions.joined(separator: " AND "))) GROUP BY duty
      """
    return try Row.fetchAll(
      db.cachedStatement(sql: sql), arguments: StatementArguments([today.number] + values))
  }
}
