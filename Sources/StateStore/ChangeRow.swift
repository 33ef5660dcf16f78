import GRDB
import WerkendLeren

/// One row of the history: who did what, when, before and after.
public struct ChangeRow: Hashable, Sendable, Identifiable {
  /// Its number, from 1, growing.
  public var id: Int64
  /// When, as `YYYY-MM-DDTHH:MM:SS±HH:MM`.
  public var moment: String
  /// The session in which it was made.
  public var session: String
  /// Who.
  public var actor: String
  /// For which party they acted.
  public var party: Party
  /// The party for which they recorded, if that is another ("namens").
  public var onBehalfOf: Party?
  /// The placement.
  public var placement: Int64
  /// The placement's key; empty if it is gone.
  public var key: String
  /// The student's name; where the placement was taken back, what its making noted.
  public var student: String
  /// What it is about, by which colliding changes are noticed.
  public var subject: String?
  /// The duty it is about.
  public var duty: DutyID?
  /// What it is called.
  public var kind: ChangeKind
  /// The reason or note that was given.
  public var note: String
  /// The rows, before and after.
  public var rows: [RecordChange]
  /// The change that it took back or did again.
  public var undoes: Int64?
  /// What all changes made at once have in common.
  public var batch: Int64?
  /// Whether a later change took it back.
  public var isUndone: Bool

  static let columns = """
    c.seq, c.moment, c.session, c.actor, c.party, c.on_behalf, c.placement, c.subject, c.duty, c.kind, c.note, \
    c.rows, c.undoes, c.batch, EXISTS (SELECT 1 FROM change u WHERE u.undoes = c.seq) AS undone, \
    coalesce(s.key, a.key, ''), coalesce(s.student, a.student, '')
    """
  static let source =
    "change c LEFT JOIN summary s ON s.placement = c.placement LEFT JOIN archived a ON a.placement = c.placement"

  init(_ row: Row) throws {
    let seq: Int64 = row[0]
    guard let party = Party(rawValue: row[4]), let kind = ChangeKind(rawValue: row[9]),
      let rows = RowText.decode(row[11])
    else { throw StoreProblem(.damaged, ["path": "", "detail": "change \(seq)"]) }
    id = seq
    moment = row[1]
    session = row[2]
    actor = row[3]
    self.party = party
    onBehalfOf = (row[5] as String?).flatMap(Party.init(rawValue:))
    placement = row[6]
    subject = row[7]
    duty = (row[8] as String?).map(DutyID.init)
    self.kind = kind
    note = row[10]
    self.rows = rows
    undoes = row[12]
    batch = row[13]
    isUndone = row[14]
    key = row[15]
    student = row[16]
    // A placement that was taken back stands in no list any more; its making names it.
    if student.isEmpty { student = note }
  }

  /// The change as this viewer may see it: of an entry only what they may read, of a scan the decision and its conditions.
  func seen(by viewer: Viewer) -> ChangeRow {
    var seen = self
    seen.rows = ScanPrivacy.rows(rows, for: viewer).compactMap { $0.readable(by: viewer) }
    return seen
  }

  /// The rows of the history for which a condition on `c` holds.
  static func fetch(_ db: Database, _ tail: String, _ arguments: StatementArguments) throws -> [ChangeRow] {
    let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM \(source) \(tail)")
    let cursor = try Row.fetchCursor(statement, arguments: arguments)
    var result: [ChangeRow] = []
    while let row = try cursor.next() { result.append(try ChangeRow(row)) }
    return result
  }
}

/// A change on its way into the history.
struct NewChange {
  var moment: Moment
  var session: String
  var viewer: Viewer
  var placement: Int64
  var kind: ChangeKind
  var onBehalfOf: Party?
  var subject: String?
  var duty: DutyID?
  var note = ""
  var rows: [RecordChange]
  var undoes: Int64?
  var batch: Int64?

  /// Appends it and gives its number.
  func append(_ db: Database) throws -> Int64 {
    let sql = """
      INSERT INTO change (moment, session, actor, party, on_behalf, placement, subject, duty, kind, note, rows, undoes,
      batch, entry, readers, employer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    let entry = ChangedEntry(rows)
    try db.cachedStatement(sql: sql).execute(arguments: [
      moment.text, session, viewer.name, viewer.party.rawValue, onBehalfOf?.rawValue, placement, subject, duty?.text,
      kind.rawValue, note, RowText.encode(rows), undoes, batch, entry?.entry,
      (entry?.readers ?? .everyone).rawValue, entry?.employer,
    ])
    return db.lastInsertedRowID
  }
}
