import GRDB
import WerkendLeren

/// Writes and reads the rows of `agenda`, the dated things of every placement.
struct AgendaRows {
  /// Every dated thing, kept with the summaries: a function of the records. The index gives them by day and holds all that is filtered by.
  static let migration = """
    CREATE TABLE agenda (
      placement INTEGER NOT NULL REFERENCES placement (id), kind INTEGER NOT NULL, subject INTEGER NOT NULL,
      day INTEGER NOT NULL, parties INTEGER NOT NULL, readers INTEGER NOT NULL, marks INTEGER NOT NULL,
      PRIMARY KEY (placement, kind, subject)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX agenda_day ON agenda (day, placement, kind, subject, parties, readers);
    CREATE TABLE derived (id INTEGER PRIMARY KEY CHECK (id = 1), form INTEGER NOT NULL) STRICT;
    INSERT INTO derived SELECT 1, CASE WHEN EXISTS (SELECT 1 FROM placement) THEN 0 ELSE \(StoreSchema.derivedForm) END;
    """

  /// Stands for "no duty" where a line is of neither a duty nor an entry.
  private static let noDuty: Int64 = -1
  /// What a line's row holds beside its placement. The subject is the duty's place in the model, or the row of the entry
  /// or condition.
  static let columns = ["kind", "subject", "day", "parties", "readers", "marks"]

  /// The values of a line's row in that order.
  private static func values(_ line: AgendaLine) -> [Int64] {
    let flags = (line.gate ? 1 : 0) + (line.partial ? 2 : 0) + (line.settled ? 4 : 0)
    let kind = line.entry.flatMap { EntryKind.allCases.firstIndex(of: $0.kind) } ?? 0
    return [
      line.kind.rawValue, subject(line), Int64(line.day.number), mask(line.parties), mask(line.readers),
      Int64(flags) + mask(line.actors) << 3 + Int64(kind) << 6,
    ]
  }

  static func subject(_ line: AgendaLine) -> Int64 {
    line.entry?.id ?? line.condition ?? line.duty.map(Int64.init) ?? noDuty
  }

  /// Parties as bits: 1 student, 2 school, 4 employer.
  static func mask(_ parties: [Party]) -> Int64 { parties.reduce(0) { $0 | 1 << Int64($1.index) } }

  private static func parties(_ mask: Int64) -> [Party] { Party.allCases.filter { mask & 1 << Int64($0.index) != 0 } }

  /// Reads a row that selected `columns` from a place on; nil where it does not fit.
  static func line(_ row: Row, at place: Int = 0) -> AgendaLine? {
    let values = (place..<place + columns.count).map { row[$0] as Int64 }
    let (subject, marks) = (values[1], values[5])
    guard let kind = AgendaLine.Kind(rawValue: values[0]), marks >= 0 else { return nil }
    var line = AgendaLine(
      day: Day(number: Int(values[2])), kind: kind, parties: parties(values[3]), actors: parties(marks >> 3),
      gate: marks & 1 != 0, partial: marks & 2 != 0, settled: marks & 4 != 0, readers: parties(values[4]))
    if kind == .handling {
      guard EntryKind.allCases.indices.contains(Int(marks >> 6)) else { return nil }
      line.entry = OpenEntry(id: subject, kind: EntryKind.allCases[Int(marks >> 6)])
    } else if kind == .condition {
      line.condition = subject
    } else if subject != noDuty {
      line.duty = Int(subject)
    }
    return line
  }

  private static let ofPlacement = "SELECT \(columns.joined(separator: ", ")) FROM agenda WHERE placement = ?"

  /// Writes the lines of a placement, of which only what differs from what stands there is touched.
  static func write(_ db: Database, _ lines: [AgendaLine], of placement: Int64, isNew: Bool) throws {
    var missing = lines.map(values)
    if !isNew {
      for row in try Row.fetchAll(db.cachedStatement(sql: ofPlacement), arguments: [placement]) {
        let stands = columns.indices.map { row[$0] as Int64 }
        if let known = missing.firstIndex(of: stands) {
          missing.remove(at: known)
        } else {
          try db.cachedStatement(sql: "DELETE FROM agenda WHERE placement = ? AND kind = ? AND subject = ?")
            .execute(arguments: [placement, stands[0], stands[1]])
        }
      }
    }
    guard !missing.isEmpty else { return }
    let insertion = try db.cachedStatement(sql: "INSERT INTO agenda VALUES (?, ?, ?, ?, ?, ?, ?)")
    for row in missing { try insertion.execute(arguments: StatementArguments([placement] + row)) }
  }

  /// The lines of a placement as they stand in the store.
  static func stored(_ db: Database, _ placement: Int64) throws -> Set<AgendaLine> {
    Set(try Row.fetchAll(db.cachedStatement(sql: ofPlacement), arguments: [placement]).compactMap { line($0) })
  }
}
