import GRDB
import WerkendLeren

/// Which dated things an agenda lists, by day.
public struct AgendaQuery: Hashable, Sendable {
  /// Only what falls on this party; nil: on any.
  public var party: Party?
  /// Only those of which the viewer is the current contact person; means nothing for a viewer of whom all are.
  public var mine: Bool
  /// Only from this day on.
  public var from: Day?
  /// Only up to and including this day.
  public var until: Day?

  /// Makes a query; everything by default.
  public init(party: Party? = nil, mine: Bool = false, from: Day? = nil, until: Day? = nil) {
    self.party = party
    self.mine = mine
    self.from = from
    self.until = until
  }
}

/// One dated thing with its placement, as a list shows it.
public struct AgendaRow: Hashable, Sendable {
  /// What, when, for whom.
  public var line: AgendaLine
  /// The placement's row.
  public var placement: Int64
  /// `<student number>/<programme>`.
  public var key: String
  /// The student's name.
  public var student: String
  /// The current employer's name; empty while there is none.
  public var employer: String
  /// The programme.
  public var programme: String
  /// The row of the model with which it began, for the names of its items.
  public var model: Int64

  /// Makes a row.
  public init(
    line: AgendaLine, placement: Int64, key: String, student: String, employer: String, programme: String, model: Int64
  ) {
    self.line = line
    self.placement = placement
    self.key = key
    self.student = student
    self.employer = employer
    self.programme = programme
    self.model = model
  }
}

/// The visible part of an agenda.
public struct AgendaPage: Hashable, Sendable {
  /// The rows asked for.
  public var rows: [AgendaRow]
  /// How many the query finds; nil where that was not asked.
  public var total: Int?
}

/// A query as SQL on `agenda a`.
private struct AgendaSQL {
  var conditions: [String] = []
  var values: [any DatabaseValueConvertible] = []
  /// The tables, in the order in which they are read.
  var source = "agenda a INDEXED BY agenda_day"
  static let order = "a.day, a.placement, a.kind, a.subject"

  init(_ query: AgendaQuery, as viewer: Viewer, today: Day) {
    var scope: [String] = []
    Scope.restrict(to: viewer, &scope, &values)
    if query.mine { OverviewSQL.restrictToMine(viewer, today: today, &scope, &values) }
    if !scope.isEmpty {
      // Few placements of many: their own lines are read and put in order, and nobody else's.
      source = "summary s CROSS JOIN agenda a ON a.placement = s.placement"
      conditions += scope
    }
    // Of an entry only its circle knows.
    conditions.append("a.readers & ?")
    values.append(AgendaRows.mask([viewer.party]))
    if let party = query.party {
      conditions.append("a.parties & ?")
      values.append(AgendaRows.mask([party]))
    }
    if let from = query.from {
      conditions.append("a.day >= ?")
      values.append(from.number)
    }
    if let until = query.until {
      conditions.append("a.day <= ?")
      values.append(until.number)
    }
  }

  /// Leaves out everything up to and including that row.
  mutating func goOn(after row: AgendaRow) {
    conditions.append("(\(Self.order)) > (?, ?, ?, ?)")
    values += [row.line.day.number, row.placement, row.line.kind.rawValue, AgendaRows.subject(row.line)]
  }

  var condition: String { conditions.joined(separator: " AND ") }
}

extension Store {
  /// A part of an agenda, the earliest day first: one statement, and one more where it is counted, however many placements there are.
  public func agenda(
    _ query: AgendaQuery, as viewer: Viewer, offset: Int, limit: Int, counted: Bool = true, today: Day
  ) throws(StoreProblem) -> AgendaPage {
    let parts = AgendaSQL(query, as: viewer, today: today)
    return try read { db in
      AgendaPage(
        rows: try rows(db, parts, offset: offset, limit: limit), total: counted ? try count(db, parts) : nil)
    }
  }

  /// The place in an agenda of the first line on or after a day, from 0.
  public func agendaPosition(
    of day: Day, in query: AgendaQuery, as viewer: Viewer, today: Day
  ) throws(StoreProblem) -> Int {
    var before = query
    before.until = min(query.until ?? day, day.adding(days: -1))
    let parts = AgendaSQL(before, as: viewer, today: today)
    return try readOnce { db in try count(db, parts) }
  }

  /// The lines of an agenda after one of them, or from the first one on: for writing all of them out, page by page.
  public func agendaRows(
    _ query: AgendaQuery, as viewer: Viewer, after last: AgendaRow?, limit: Int, today: Day
  ) throws(StoreProblem) -> [AgendaRow] {
    var parts = AgendaSQL(query, as: viewer, today: today)
    if let last { parts.goOn(after: last) }
    return try readOnce { db in try rows(db, parts, offset: 0, limit: limit) }
  }

  private func count(_ db: Database, _ parts: AgendaSQL) throws -> Int {
    let sql = "SELECT count(*) FROM \(parts.source) WHERE \(parts.condition)"
    return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: StatementArguments(parts.values)) ?? 0
  }

  private func rows(_ db: Database, _ parts: AgendaSQL, offset: Int, limit: Int) throws -> [AgendaRow] {
    let chosen = """
      SELECT a.placement, a.kind, a.subject FROM \(parts.source) WHERE \(parts.condition) ORDER BY \(AgendaSQL.order) \
      LIMIT ? OFFSET ?
      """
    let sql = """
      SELECT a.placement, s.key, s.student, s.employer, s.programme, p.model, \
      \(AgendaRows.columns.map { "a.\($0)" }.joined(separator: ", ")) FROM (\(chosen)) w \
      CROSS JOIN agenda a ON a.placement = w.placement AND a.kind = w.kind AND a.subject = w.subject \
      CROSS JOIN summary s ON s.placement = w.placement CROSS JOIN placement p ON p.id = w.placement \
      ORDER BY \(AgendaSQL.order)
      """
    let cursor = try Row.fetchCursor(
      db.cachedStatement(sql: sql), arguments: StatementArguments(parts.values + [limit, offset]))
    var result: [AgendaRow] = []
    while let row = try cursor.next() {
      guard let line = AgendaRows.line(row, at: 6) else {
        throw StoreProblem(.damaged, ["path": "", "detail": "agenda \(row[0] as Int64)"])
      }
      result.append(
        AgendaRow(
          line: line, placement: row[0], key: row[1], student: row[2], employer: row[3], programme: row[4],
          model: row[5]))
    }
    return result
  }
}
