import WerkendLeren

/// One placement as it was read at a moment: what the triptych and the item screens show.
public struct PlacementSnapshot: Equatable, Sendable {
  /// The records.
  public var records: PlacementRecords
  /// The model it began with.
  public var model: DutyModel
  /// The items.
  public var derivation: Derivation
  /// The newest change of this placement when it was read: a command carries it, so that nobody overwrites another unseen.
  public var seen: Int64
  /// The newest change, for the line below the panels.
  public var latest: ChangeLine?

  /// Derives the items of records that were just read.
  public init(records: PlacementRecords, model: DutyModel, seen: Int64, latest: ChangeLine?) {
    self.records = records
    self.model = model
    derivation = Derivation(records, model: model)
    self.seen = seen
    self.latest = latest
  }

  /// The placement's row.
  public var id: Int64 { records.placement.id }
}

/// One change of the history, as a screen needs it.
public struct ChangeLine: Equatable, Sendable {
  /// Its number.
  public var sequence: Int64
  /// When, as `YYYY-MM-DDTHH:MM:SS±HH:MM`.
  public var moment: String
  /// Who.
  public var actor: String
  /// The party of who did it.
  public var party: Party
  /// For which party it was recorded, if that is another.
  public var onBehalfOf: Party?
  /// What it is called.
  public var kind: ChangeKind
  /// The duty.
  public var duty: DutyID?
  /// A reason or note.
  public var note: String
  /// The placement's row and how it is named.
  public var placement: Int64
  /// The student's name.
  public var student: String
  /// The rows before and after.
  public var rows: [RecordChange]
  /// The change that this one took back.
  public var undoes: Int64?

  /// Makes a line.
  public init(
    sequence: Int64, moment: String, actor: String, party: Party, onBehalfOf: Party?, kind: ChangeKind, duty: DutyID?,
    note: String, placement: Int64, student: String, rows: [RecordChange], undoes: Int64?
  ) {
    self.sequence = sequence
    self.moment = moment
    self.actor = actor
    self.party = party
    self.onBehalfOf = onBehalfOf
    self.kind = kind
    self.duty = duty
    self.note = note
    self.placement = placement
    self.student = student
    self.rows = rows
    self.undoes = undoes
  }
}
