import GRDB
import WerkendLeren

/// The lists of employers, and what belongs to an employer, a workplace or a student. Each costs the same number of statements at any size.
extension Store {
  /// A part of the list of employers, by name: for the school all, for a student those of their own placements, for an employer itself. With
  /// `words`, folded, only those in whose name they all stand, or for the school in that of one of their workplaces.
  public func employers(
    matching words: [String] = [], as viewer: Viewer, offset: Int, limit: Int
  ) throws(StoreProblem) -> EmployersPage {
    let reach = RegisterReach(viewer)
    var conditions: [String] = []
    var values: [any DatabaseValueConvertible] = []
    switch viewer.scope {
    // A name that was mistyped and corrected at once is kept, but belongs to nothing.
    case .all: conditions.append("EXISTS (SELECT 1 FROM workplace_link l WHERE l.employer = e.id)")
    case .employer(let id):
      conditions.append("e.id = ?")
      values.append(id)
    case .student(let id):
      conditions.append("e.id IN (SELECT employer FROM (\(RegisterReach.linksOfStudent)))")
      values.append(id)
    }
    for word in words where !word.isEmpty {
      let pattern = "%" + OverviewSQL.escaped(word) + "%"
      let name = "name_folded LIKE ? ESCAPE '\\'"
      if viewer.scope == .all {
        conditions.append("(e.\(name) OR e.id IN (SELECT employer FROM workplace WHERE \(name)))")
        values += [pattern, pattern]
      } else {
        conditions.append("e.\(name)")
        values.append(pattern)
      }
    }
    let condition = conditions.joined(separator: " AND ")
    let own = reach.ownWorkplaces("w")
    // What is counted and named is so for the lines that are asked for alone.
    let sql = """
      SELECT e.id, e.name, (\(reach.count("l.employer = e.id", isRunning: true))), \
      (\(reach.count("l.employer = e.id", isRunning: false))), \
      (SELECT group_concat(name, char(10)) FROM (SELECT w.name FROM workplace w WHERE w.employer = e.id \
      AND \(own.condition) ORDER BY w.name_folded, w.id LIMIT \(EmployerLine.namedWorkplaces))) \
      FROM (SELECT e.id FROM employer e WHERE \(condition) ORDER BY e.name_folded, e.id LIMIT ? OFFSET ?) c \
      CROSS JOIN employer e ON e.id = c.id ORDER BY e.name_folded, e.id
      """
    let all = reach.values + reach.values + own.values + values + [limit, offset]
    return try read { db in
      let total = try Int.fetchOne(
        db.cachedStatement(sql: "SELECT count(*) FROM employer e WHERE \(condition)"),
        arguments: StatementArguments(values))
      let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: StatementArguments(all))
      return EmployersPage(
        offset: offset,
        lines: rows.map { row in
          let (running, all) = (row[2] as Int, row[3] as Int)
          // A name holds no line break.
          let names = (row[4] as String? ?? "").split(separator: "\n").map(String.init)
          return EmployerLine(
            id: row[0], name: row[1], workplaces: names,
            placements: PlacementCounts(running: running, former: all - running))
        }, total: total ?? 0)
    }
  }

  /// An employer, a workplace or a student, with a part of what belongs to it; nil where it is not there or not the viewer's to see.
  public func register(
    _ subject: RegisterSubject, as viewer: Viewer, offset: Int, limit: Int, today: Day
  ) throws(StoreProblem) -> RegisterPage? {
    try read { db in
      let query = RegisterQuery(
        db: db, access: RecordAccess(db: db, fold: options.fold), subject: subject, reach: RegisterReach(viewer),
        today: today)
      guard let head = try query.head() else { return nil }
      let placements = try query.placementCounts()
      let (workplaces, people) = try query.counts()
      // Every list is asked, also for no line, so that the number of statements tells nothing and never grows.
      var rest = offset..<(offset + max(0, limit))
      func part(of count: Int) -> (offset: Int, limit: Int) {
        let asked = rest.clamped(to: 0..<count)
        rest = max(0, rest.lowerBound - count)..<max(0, rest.upperBound - count)
        return (asked.lowerBound, asked.count)
      }
      var lines: [RegisterLine] = []
      lines += try query.workplaces(part(of: workplaces))
      lines += try query.people(part(of: people))
      lines += try query.placements(part(of: placements.counts.all))
      return RegisterPage(
        head: head, anchor: placements.anchor, workplaces: workplaces, people: people, placements: placements.counts,
        offset: offset, lines: lines)
    }
  }
}

/// How far a viewer sees from placements to employers, workplaces and people.
struct RegisterReach {
  let viewer: Viewer
  /// A condition on `s`, the summary of a placement, or `a`, where it lies in the archive.
  let condition: String
  /// Its values.
  let values: [any DatabaseValueConvertible]

  init(_ viewer: Viewer) {
    self.viewer = viewer
    var conditions: [String] = []
    var values: [any DatabaseValueConvertible] = []
    Scope.restrict(to: viewer, &conditions, &values, archivedToo: true)
    condition = conditions.isEmpty ? "1" : conditions.joined(separator: " AND ")
    self.values = values
  }

  /// The links of a student's placements.
  static let linksOfStudent = """
    SELECT l.employer, l.workplace FROM workplace_link l JOIN placement p ON p.id = l.placement WHERE p.student = ?
    """
  static let isRunning = "s.stage IN (\(Stage.running.map { String($0.number) }.joined(separator: ", ")))"
  static let summaries =
    "LEFT JOIN summary s ON s.placement = l.placement LEFT JOIN archived a ON a.placement = l.placement"

  /// The statement that counts the placements of links `l` for which a condition holds: those that run there, or all that ever were there.
  func count(_ links: String, isRunning: Bool) -> String {
    """
    SELECT count(DISTINCT l.placement) FROM workplace_link l \(Self.summaries) \
    WHERE \(links)\(isRunning ? " AND l.until_day IS NULL AND \(Self.isRunning)" : "") AND \(condition)
    """
  }

  /// The workplaces with placements that the viewer may know, of an employer that they may know.
  func ownWorkplaces(_ row: String) -> (condition: String, values: [any DatabaseValueConvertible]) {
    guard case .student(let id) = viewer.scope else {
      return ("EXISTS (SELECT 1 FROM workplace_link l WHERE l.workplace = \(row).id)", [])
    }
    return ("\(row).id IN (SELECT workplace FROM (\(Self.linksOfStudent)))", [id])
  }
}

/// Reads one screen of a register inside a transaction.
private struct RegisterQuery {
  let db: Database
  let access: RecordAccess
  let subject: RegisterSubject
  let reach: RegisterReach
  let today: Day

  private func fetch(_ sql: String, _ values: [any DatabaseValueConvertible]) throws -> [Row] {
    try Row.fetchAll(db.cachedStatement(sql: sql), arguments: StatementArguments(values))
  }

  // MARK: - Who or what it is

  func head() throws -> RegisterPage.Head? {
    switch subject {
    case .employer(let id):
      guard let employer = try employer(id), try mayKnow(employer: id) else { return nil }
      return .employer(employer)
    case .workplace(let id):
      let found: [Workplace] = try access.typed(.workplace, where: "id = ?", [id])
      guard let workplace = found.first, let employer = try employer(workplace.employer),
        try mayKnow(workplace: workplace)
      else { return nil }
      return .workplace(workplace, employer)
    case .student(let id):
      let found: [Student] = try access.typed(.student, where: "id = ?", [id])
      guard let student = found.first, try mayKnow(student: id) else { return nil }
      return .student(student)
    }
  }

  private func employer(_ id: Int64) throws -> Employer? {
    let found: [Employer] = try access.typed(.employer, where: "id = ?", [id])
    return found.first
  }

  private func mayKnow(employer id: Int64) throws -> Bool {
    switch reach.viewer.scope {
    case .all: true
    case .employer(let own): own == id
    case .student(let student):
      try fetch("SELECT 1 FROM (\(RegisterReach.linksOfStudent)) WHERE employer = ? LIMIT 1", [student, id]).first
        != nil
    }
  }

  private func mayKnow(workplace: Workplace) throws -> Bool {
    switch reach.viewer.scope {
    case .all: true
    case .employer(let own): own == workplace.employer
    case .student(let student):
      try fetch(
        "SELECT 1 FROM (\(RegisterReach.linksOfStudent)) WHERE workplace = ? LIMIT 1", [student, workplace.id]
      ).first != nil
    }
  }

  private func mayKnow(student id: Int64) throws -> Bool {
    switch reach.viewer.scope {
    case .all: return true
    case .student(let own): return own == id
    case .employer:
      let sql = """
        SELECT 1 FROM placement p LEFT JOIN summary s ON s.placement = p.id LEFT JOIN archived a ON a.placement = p.id \
        WHERE p.student = ? AND \(reach.condition) LIMIT 1
        """
      return try fetch(sql, [id] + reach.values).first != nil
    }
  }

  // MARK: - Placements

  /// Each placement of the subject with its first and last day there, `9999` where it still is there.
  private var stays: (sql: String, id: Int64) {
    func links(_ column: String) -> String {
      """
      SELECT placement, min(from_day) AS first_day, max(coalesce(until_day, '9999')) AS last_day FROM workplace_link \
      WHERE \(column) = ? GROUP BY placement
      """
    }
    switch subject {
    case .employer(let id): return (links("employer"), id)
    case .workplace(let id): return (links("workplace"), id)
    case .student(let id):
      return (
        """
        SELECT id AS placement, coalesce(started_on, start_day) AS first_day, '9999' AS last_day FROM placement \
        WHERE student = ?
        """, id
      )
    }
  }

  private var found: String {
    "FROM (\(stays.sql)) l CROSS JOIN placement p ON p.id = l.placement \(RegisterReach.summaries) WHERE \(reach.condition)"
  }

  private var foundValues: [any DatabaseValueConvertible] { [stays.id] + reach.values }
  private static let runs = "coalesce(l.last_day = '9999' AND \(RegisterReach.isRunning), 0)"

  /// How many there are, and under which one the history keeps a change of the subject: one that is there now, so that nobody else reads of it.
  func placementCounts() throws -> (counts: PlacementCounts, anchor: Int64?) {
    // The lowest of those that run, else of those that ended there.
    let sql = """
      SELECT count(*), coalesce(sum(\(Self.runs)), 0), min(CASE WHEN \(Self.runs) THEN p.id END), \
      min(CASE WHEN l.last_day = '9999' THEN p.id END) \(found)
      """
    guard let row = try fetch(sql, foundValues).first else { return (PlacementCounts(), nil) }
    let (all, running) = (row[0] as Int, row[1] as Int)
    return (PlacementCounts(running: running, former: all - running), row[2] as Int64? ?? row[3] as Int64?)
  }

  func placements(_ part: (offset: Int, limit: Int)) throws -> [RegisterLine] {
    let sql = """
      SELECT p.id, coalesce(s.student, a.student), p.programme, coalesce(s.employer, a.employer), \
      coalesce(s.stage, a.stage), a.placement IS NOT NULL, l.first_day, l.last_day, p.ended_on, p.end_day \(found) \
      ORDER BY \(Self.runs) DESC, coalesce(s.name_folded, a.name_folded), coalesce(s.key, a.key), p.id LIMIT ? OFFSET ?
      """
    return try fetch(sql, foundValues + [part.limit, part.offset]).map { row in
      guard let stage = Stage(number: row[4]) else {
        throw StoreProblem(.damaged, ["path": "", "detail": "summary \(row[0] as Int64)"])
      }
      func day(_ place: Int) -> Day? { (row[place] as String?).flatMap { Day(iso: $0) } }
      let isHere = (row[7] as String) == "9999"
      var until = isHere ? day(8) : day(7)
      if case .student = subject { until = until ?? day(9) }
      let employer: String = row[3]
      return .placement(
        RegisterPlacement(
          id: row[0], student: row[1], programme: row[2], employer: employer.isEmpty ? nil : employer, stage: stage,
          isArchived: row[5], isHere: isHere, from: day(6), until: until))
    }
  }

  // MARK: - Workplaces and people

  /// How many workplaces and people there are.
  func counts() throws -> (workplaces: Int, people: Int) {
    let (places, persons) = (places, persons)
    let sql = """
      SELECT (SELECT count(*) FROM workplace w WHERE \(places.condition)), \
      (SELECT count(*) FROM person q WHERE \(persons.condition))
      """
    guard let row = try fetch(sql, places.values + persons.values).first else { return (0, 0) }
    return (row[0], row[1])
  }

  private var places: (condition: String, values: [any DatabaseValueConvertible]) {
    guard case .employer(let id) = subject else { return ("0", []) }
    let own = reach.ownWorkplaces("w")
    return ("w.employer = ? AND \(own.condition)", [id] + own.values)
  }

  func workplaces(_ part: (offset: Int, limit: Int)) throws -> [RegisterLine] {
    let places = places
    let sql = """
      SELECT w.id, (\(reach.count("l.workplace = w.id", isRunning: true))), \
      (\(reach.count("l.workplace = w.id", isRunning: false))) \
      FROM workplace w WHERE \(places.condition) ORDER BY w.name_folded, w.id LIMIT ? OFFSET ?
      """
    let rows = try fetch(sql, reach.values + reach.values + places.values + [part.limit, part.offset])
    let found = try typed(Workplace.self, rows)
    return rows.compactMap { row in
      let (running, all) = (row[1] as Int, row[2] as Int)
      return found[row[0]].map { .workplace($0, PlacementCounts(running: running, former: all - running)) }
    }
  }

  /// The people `q` of an employer that the viewer may know; of a workplace those who have a role in a placement that runs there.
  private var persons: (condition: String, values: [any DatabaseValueConvertible]) {
    switch subject {
    case .student: return ("0", [])
    case .employer(let id):
      guard case .student = reach.viewer.scope else {
        return ("q.employer = ? AND EXISTS (SELECT 1 FROM assignment l WHERE l.person = q.id)", [id])
      }
      let sql = """
        q.employer = ? AND EXISTS (SELECT 1 FROM assignment l \(RegisterReach.summaries) \
        WHERE l.person = q.id AND \(reach.condition))
        """
      return (sql, [id] + reach.values)
    case .workplace(let id):
      let roles = roles
      return (
        "q.employer = (SELECT employer FROM workplace WHERE id = ?) AND EXISTS (SELECT 1 \(roles.sql))",
        [id] + roles.values
      )
    }
  }

  /// What a person `q` has to do now in placements that run at the subject.
  private var roles: (sql: String, values: [any DatabaseValueConvertible]) {
    var sql = """
      FROM assignment l \(RegisterReach.summaries) WHERE l.person = q.id AND l.from_day <= ? \
      AND (l.until_day IS NULL OR l.until_day >= ?) AND s.employer_id = q.employer AND \(RegisterReach.isRunning) \
      AND \(reach.condition)
      """
    var values: [any DatabaseValueConvertible] = [today.iso, today.iso] + reach.values
    if case .workplace(let id) = subject {
      sql += """
         AND EXISTS (SELECT 1 FROM workplace_link k WHERE k.placement = l.placement AND k.workplace = ? \
        AND k.until_day IS NULL)
        """
      values.append(id)
    }
    return (sql, values)
  }

  func people(_ part: (offset: Int, limit: Int)) throws -> [RegisterLine] {
    let (persons, roles) = (persons, roles)
    // Under which placement the history keeps a change: one at that employer now.
    let anchor = """
      SELECT min(l.placement) FROM assignment l \(RegisterReach.summaries) WHERE l.person = q.id \
      AND coalesce(s.employer_id, a.employer_id) = q.employer AND \(reach.condition)
      """
    let sql = """
      SELECT q.id, (SELECT group_concat(DISTINCT l.role) \(roles.sql)) AS roles, \
      (SELECT count(DISTINCT l.placement) \(roles.sql)), (\(anchor)) \
      FROM person q WHERE \(persons.condition) ORDER BY roles IS NULL, q.name_folded, q.id LIMIT ? OFFSET ?
      """
    let values = roles.values + roles.values + reach.values + persons.values + [part.limit, part.offset]
    let rows = try fetch(sql, values)
    let found = try typed(Person.self, rows)
    return rows.compactMap { row in
      guard let person = found[row[0]] else { return nil }
      let names = (row[1] as String? ?? "").split(separator: ",").map(String.init)
      return .person(
        RegisterPerson(
          person: person, roles: PersonRole.allCases.filter { names.contains($0.rawValue) }, placements: row[2],
          anchor: row[3]))
    }
  }

  /// The records of rows that were chosen, by their numbers.
  private func typed<Record: RecordRow>(_ type: Record.Type, _ rows: [Row]) throws -> [Int64: Record] {
    let ids = rows.map { String($0[0] as Int64) }.joined(separator: ",")
    let found: [Record] = try access.typed(
      Record.table, where: "id IN (SELECT value FROM json_each(?))", ["[\(ids)]"])
    return Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
