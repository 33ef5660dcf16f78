/// A placement brought to another version of the duties.
public struct ModelMove: RecordRow {
  /// The table.
  public static let table = RecordTable.modelMove
  /// The columns, in the order of the values.
  public static let columns = [
    "placement", "from_model", "to_model", "on_day", "by_whom", "reason", "added", "dropped", "reworded",
  ]
  /// The row's number.
  public let id: Int64
  /// The placement's row.
  public var placement: Int64
  /// The version before.
  public var from: Int64
  /// The version since.
  public var to: Int64
  /// The day of the move.
  public var day: Day
  /// Who moved it.
  public var by: String
  /// Why; may be empty.
  public var reason: String
  /// Duties that this version has and the one before has not.
  public var added: [DutyID]
  /// Duties that the version before has and this one has not.
  public var dropped: [DutyID]
  /// Duties that both have in other words.
  public var reworded: [DutyID]

  /// Makes a row.
  public init(
    id: Int64, placement: Int64, from: Int64, to: Int64, day: Day, by: String = "", reason: String = "",
    added: [DutyID] = [], dropped: [DutyID] = [], reworded: [DutyID] = []
  ) {
    self.id = id
    self.placement = placement
    self.from = from
    self.to = to
    self.day = day
    self.by = by
    self.reason = reason
    self.added = added
    self.dropped = dropped
    self.reworded = reworded
  }

  /// Its values in the order of `columns`.
  public var values: [RecordValue] {
    [
      RecordValue(placement),
      RecordValue(from),
      RecordValue(to),
      RecordValue(day),
      RecordValue(by),
      RecordValue(reason),
      RecordValue(Self.joined(added)),
      RecordValue(Self.joined(dropped)),
      RecordValue(Self.joined(reworded)),
    ]
  }

  /// Reads it back; nil where the values do not fit.
  public init?(id: Int64, values: [RecordValue]) {
    var reader = ValueReader(values)
    self.id = id
    placement = reader.integer()
    from = reader.integer()
    to = reader.integer()
    day = reader.day()
    by = reader.text()
    reason = reader.text()
    added = Self.parted(reader.text())
    dropped = Self.parted(reader.text())
    reworded = Self.parted(reader.text())
    guard reader.isComplete else { return nil }
  }

  /// Ids hold no spaces (`docs/model-file.md`).
  private static func joined(_ duties: [DutyID]) -> String { duties.map(\.text).joined(separator: " ") }

  private static func parted(_ text: String) -> [DutyID] { text.split(separator: " ").map { DutyID(String($0)) } }
}
