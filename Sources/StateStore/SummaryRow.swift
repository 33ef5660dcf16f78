import GRDB
import WerkendLeren

/// One placement as a list shows it.
public struct OverviewRow: Hashable, Sendable, Identifiable {
  /// The placement's row.
  public var id: Int64
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
  /// What is derived of it.
  public var summary: Summary
}

/// Writes and reads the rows of `summary` and `failing_gate`, and has those of `agenda` written with them.
struct SummaryRow {
  /// Stands for "no day" in columns that sort: later than every day.
  static let none: Int64 = 9_999_999
  /// Stands for "already" where a gate fails from a day on.
  static let already: Int64 = -9_999_999

  /// Where summaries stand: those of the lists, and those of the archive.
  static let tables = ["summary", "archived"]

  private static let columns = [
    "placement", "stage", "phase", "start_day", "started_on", "frozen_on", "urgency", "urgency_student",
    "urgency_school", "urgency_employer", "due_student", "due_school", "due_employer", "due_any", "student_id",
    "employer_id", "student", "employer", "programme", "key", "name_folded", "searched", "details",
    "due_school_student", "due_school_employer", "details_student", "details_employer",
  ]
  private static let replacement =
    "(\(columns.joined(separator: ", "))) VALUES "
    + "(\(columns.map { _ in "?" }.joined(separator: ", "))) ON CONFLICT (placement) DO UPDATE SET "
    + columns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", ")

  /// The values of the row, in the order of its columns: a function of the records. What sorts and counts is the school's view; student
  /// and employer have columns of their own for what differs in theirs.
  static func values(
    _ records: PlacementRecords, summaries: PerParty<Summary>, fold: (String) -> String
  ) -> [RecordValue] {
    let summary = summaries.school
    func day(_ day: Day?) -> RecordValue { .integer(day.map { Int64($0.number) } ?? none) }
    func plain(_ day: Day?) -> RecordValue { day.map { .integer(Int64($0.number)) } ?? .null }
    let due = Party.allCases.compactMap { summary.dueOf[$0] }.min()
    let details = SummaryText.encode(summary)
    func others(_ party: Party) -> RecordValue {
      let own = summaries[party] == summary ? details : SummaryText.encode(summaries[party])
      return own == details ? .null : .text(own)
    }
    let name = fold(records.student.name)
    return [
      .integer(records.placement.id), .integer(summary.stage.number), .integer(summary.phase == .preparation ? 0 : 1),
      day(summary.start), plain(summary.startedOn), plain(summary.frozenOn), day(summary.urgency?.day),
      day(summary.urgencyOf.student?.day), day(summary.urgencyOf.school?.day), day(summary.urgencyOf.employer?.day),
      day(summary.dueOf.student), day(summary.dueOf.school), day(summary.dueOf.employer), day(due),
      .integer(records.student.id), records.currentLink.map { .integer($0.employer) } ?? .null,
      .text(records.student.name), .text(records.currentEmployer?.name ?? ""), .text(records.placement.programme),
      .text(records.key), .text(name), .text(searched(records, name: name, fold: fold)),
      .text(details), day(summaries.student.dueOf.school), day(summaries.employer.dueOf.school), others(.student),
      others(.employer),
    ]
  }

  /// What `/` looks through: the student, number, programme, current employer and workplace, and everybody named, folded, a line each.
  private static func searched(_ records: PlacementRecords, name: String, fold: (String) -> String) -> String {
    var parts = [name, fold(records.student.number), fold(records.placement.programme)]
    if let employer = records.currentEmployer { parts.append(fold(employer.name)) }
    if let workplace = records.currentWorkplace { parts.append(fold(workplace.name)) }
    for person in records.persons { parts.append(fold(person.name)) }
    return parts.joined(separator: "\n")
  }

  /// Writes what is derived of a placement: its summary, which gates fail, and its agenda.
  static func write(
    _ db: Database, _ records: PlacementRecords, model: DutyModel, fold: (String) -> String, isNew: Bool = false
  ) throws {
    let derivation = Derivation(records, model: model)
    let summaries = Summary.forEach(derivation, of: records)
    let id = records.placement.id
    let isArchived = records.placement.archivedOn != nil
    if !isNew {
      let other = isArchived ? "summary" : "archived"
      try db.cachedStatement(sql: "DELETE FROM \(other) WHERE placement = ?").execute(arguments: [id])
    }
    try db.cachedStatement(sql: "INSERT INTO \(isArchived ? "archived" : "summary") \(replacement)").execute(
      arguments: StatementArguments(values(records, summaries: summaries, fold: fold)))
    if !isNew { try db.cachedStatement(sql: "DELETE FROM failing_gate WHERE placement = ?").execute(arguments: [id]) }
    for gate in summaries.school.failingGates {
      try db.cachedStatement(sql: "INSERT INTO failing_gate VALUES (?, ?, ?)").execute(
        arguments: [id, gate.duty.text, gate.from.map { Int64($0.number) } ?? already])
    }
    try AgendaRows.write(db, AgendaLine.all(derivation, of: records), of: id, isNew: isNew)
  }

  /// Takes away what is derived of a placement that goes itself.
  static func remove(_ db: Database, _ placement: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM agenda WHERE placement = ?").execute(arguments: [placement])
    try db.cachedStatement(sql: "DELETE FROM failing_gate WHERE placement = ?").execute(arguments: [placement])
    for table in tables {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE placement = ?").execute(arguments: [placement])
    }
  }

  /// The row's values as they stand in a table; nil if there is none.
  static func stored(_ db: Database, _ placement: Int64, in table: String) throws -> [RecordValue]? {
    let sql = "SELECT \(columns.joined(separator: ", ")) FROM \(table) WHERE placement = ?"
    guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [placement]) else { return nil }
    return row.databaseValues.map { RecordValue.fromDatabaseValue($0) ?? .null }
  }

  /// The columns that `OverviewRow` reads for a party's people, of a summary called `s` and its placement `p`.
  static func shown(to party: Party) -> String {
    let details = party == .school ? "s.details" : "coalesce(s.details_\(party.rawValue), s.details)"
    return """
      s.placement, s.key, s.student, s.employer, s.programme, p.model, s.stage, s.phase, s.start_day, s.started_on, \
      s.frozen_on, s.due_student, \(due(of: .school, to: party)), s.due_employer, \(details)
      """
  }

  /// The column of a party's earliest due date, as a party's people may know it.
  static func due(of party: Party, to viewer: Party) -> String {
    "s.due_\(party.rawValue)" + (party == .school && viewer != .school ? "_\(viewer.rawValue)" : "")
  }

  /// The earliest due date of all three, as a party's people may know it.
  static func dueOfAny(to viewer: Party) -> String {
    viewer == .school
      ? "s.due_any" : "min(\(Party.allCases.map { due(of: $0, to: viewer) }.joined(separator: ", ")))"
  }

  /// Reads a row that selected `shown`.
  static func read(_ row: Row) throws -> OverviewRow {
    func day(_ place: Int) -> Day? {
      guard let number = row[place] as Int64?, number != none else { return nil }
      return Day(number: Int(number))
    }
    let phase: Phase = (row[7] as Int64) == 0 ? .preparation : .during
    guard let stage = Stage(number: row[6]),
      let summary = SummaryText.decode(
        row[14], stage: stage, phase: phase, start: day(8), startedOn: day(9), frozenOn: day(10),
        due: PerParty(student: day(11), school: day(12), employer: day(13)))
    else { throw StoreProblem(.damaged, ["path": "", "detail": "summary \(row[0] as Int64)"]) }
    return OverviewRow(
      id: row[0], key: row[1], student: row[2], employer: row[3], programme: row[4], model: row[5], summary: summary)
  }
}
