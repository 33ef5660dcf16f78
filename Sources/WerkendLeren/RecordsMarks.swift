/// A confirmation (aftekening): what, for which party, by whom, when.
public struct Mark: RecordRow {
  /// The table.
  public static let table = RecordTable.mark
  /// The columns, in the order of the values.
  public static let columns = [
    "placement", "duty", "party", "on_day", "moment", "by_whom", "by_party", "note", "version", "employer",
    "withdrawn_on", "withdrawn_reason", "model",
  ]
  /// The row's number.
  public let id: Int64
  /// The placement's row.
  public var placement: Int64
  /// The duty; for a mirrored pair the leading one.
  public var duty: DutyID
  /// The party whose part is confirmed.
  public var party: Party
  /// The day it holds from.
  public var day: Day
  /// When it was recorded.
  public var moment: String
  /// Who recorded it.
  public var by: String
  /// The party of who recorded it; another than `party` means "namens".
  public var byParty: Party
  /// How it was told, or a note; may be empty.
  public var note: String
  /// The agreement or plan version confirmed.
  public var version: Int64?
  /// The employer at that time, for the employer's part.
  public var employer: Int64?
  /// The day it was withdrawn; nil if it stands.
  public var withdrawnOn: Day?
  /// Why it was withdrawn.
  public var withdrawnReason: String
  /// The version of the duties on whose text it was given, where the placement's present version words that duty otherwise or has it no
  /// more; nil: on the present text.
  public var model: Int64?

  /// Makes a row.
  public init(
    id: Int64, placement: Int64, duty: DutyID, party: Party, day: Day, moment: String = "", by: String = "",
    byParty: Party, note: String = "", version: Int64? = nil, employer: Int64? = nil, withdrawnOn: Day? = nil,
    withdrawnReason: String = "", model: Int64? = nil
  ) {
    self.id = id
    self.placement = placement
    self.duty = duty
    self.party = party
    self.day = day
    self.moment = moment
    self.by = by
    self.byParty = byParty
    self.note = note
    self.version = version
    self.employer = employer
    self.withdrawnOn = withdrawnOn
    self.withdrawnReason = withdrawnReason
    self.model = model
  }

  /// Its values in the order of `columns`.
  public var values: [RecordValue] {
    [
      RecordValue(placement),
      RecordValue(duty.text),
      RecordValue(party.rawValue),
      RecordValue(day),
      RecordValue(moment),
      RecordValue(by),
      RecordValue(byParty.rawValue),
      RecordValue(note),
      RecordValue(version),
      RecordValue(employer),
      RecordValue(withdrawnOn),
      RecordValue(withdrawnReason),
      RecordValue(model),
    ]
  }

  /// Reads it back; nil where the values do not fit.
  public init?(id: Int64, values: [RecordValue]) {
    var reader = ValueReader(values)
    self.id = id
    placement = reader.integer()
    duty = DutyID(reader.text())
    party = reader.choice(Party.school)
    day = reader.day()
    moment = reader.text()
    by = reader.text()
    byParty = reader.choice(Party.school)
    note = reader.text()
    version = reader.optionalInteger()
    employer = reader.optionalInteger()
    withdrawnOn = reader.optionalDay()
    withdrawnReason = reader.text()
    model = reader.optionalInteger()
    guard reader.isComplete else { return nil }
  }
}

/// A due date set by hand; it replaces the derived one, of a continuing duty once.
public struct DueDateRecord: RecordRow {
  /// The table.
  public static let table = RecordTable.dueDate
  /// The columns, in the order of the values.
  public static let columns = [
    "placement", "duty", "due", "set_on",
  ]
  /// The row's number.
  public let id: Int64
  /// The placement's row.
  public var placement: Int64
  /// The duty.
  public var duty: DutyID
  /// The day.
  public var due: Day
  /// The day it was set; a pause after it moves the date.
  public var setOn: Day

  /// Makes a row.
  public init(
    id: Int64, placement: Int64, duty: DutyID, due: Day, setOn: Day
  ) {
    self.id = id
    self.placement = placement
    self.duty = duty
    self.due = due
    self.setOn = setOn
  }

  /// Its values in the order of `columns`.
  public var values: [RecordValue] {
    [
      RecordValue(placement),
      RecordValue(duty.text),
      RecordValue(due),
      RecordValue(setOn),
    ]
  }

  /// Reads it back; nil where the values do not fit.
  public init?(id: Int64, values: [RecordValue]) {
    var reader = ValueReader(values)
    self.id = id
    placement = reader.integer()
    duty = DutyID(reader.text())
    due = reader.day()
    setOn = reader.day()
    guard reader.isComplete else { return nil }
  }
}

/// An item set to "not applicable".
public struct Exclusion: RecordRow {
  /// The table.
  public static let table = RecordTable.exclusion
  /// The columns, in the order of the values.
  public static let columns = [
    "placement", "duty", "reason", "on_day", "by_whom",
  ]
  /// The row's number.
  public let id: Int64
  /// The placement's row.
  public var placement: Int64
  /// The duty.
  public var duty: DutyID
  /// Why; never empty.
  public var reason: String
  /// The day it was set.
  public var day: Day
  /// Who set it.
  public var by: String

  /// Makes a row.
  public init(
    id: Int64, placement: Int64, duty: DutyID, reason: String = "", day: Day, by: String = ""
  ) {
    self.id = id
    self.placement = placement
    self.duty = duty
    self.reason = reason
    self.day = day
    self.by = by
  }

  /// Its values in the order of `columns`.
  public var values: [RecordValue] {
    [
      RecordValue(placement),
      RecordValue(duty.text),
      RecordValue(reason),
      RecordValue(day),
      RecordValue(by),
    ]
  }

  /// Reads it back; nil where the values do not fit.
  public init?(id: Int64, values: [RecordValue]) {
    var reader = ValueReader(values)
    self.id = id
    placement = reader.integer()
    duty = DutyID(reader.text())
    reason = reader.text()
    day = reader.day()
    by = reader.text()
    guard reader.isComplete else { return nil }
  }
}

/// A note on an item, or on the placement.
public struct Note: RecordRow {
  /// The table.
  public static let table = RecordTable.note
  /// The columns, in the order of the values.
  public static let columns = [
    "placement", "duty", "body", "moment", "by_whom", "party",
  ]
  /// The row's number.
  public let id: Int64
  /// The placement's row.
  public var placement: Int64
  /// The duty; nil for the placement.
  public var duty: DutyID?
  /// The text; never empty.
  public var text: String
  /// When.
  public var moment: String
  /// Who.
  public var by: String
  /// The party of who wrote it.
  public var party: Party

  /// Makes a row.
  public init(
    id: Int64, placement: Int64, duty: DutyID? = nil, text: String = "", moment: String = "", by: String = "",
    party: Party
  ) {
    self.id = id
    self.placement = placement
    self.duty = duty
    self.text = text
    self.moment = moment
    self.by = by
    self.party = party
  }

  /// Its values in the order of `columns`.
  public var values: [RecordValue] {
    [
      RecordValue(placement),
      RecordValue(duty?.text),
      RecordValue(text),
      RecordValue(moment),
      RecordValue(by),
      RecordValue(party.rawValue),
    ]
  }

  /// Reads it back; nil where the values do not fit.
  public init?(id: Int64, values: [RecordValue]) {
    var reader = ValueReader(values)
    self.id = id
    placement = reader.integer()
    duty = reader.optionalText().map(DutyID.init)
    text = reader.text()
    moment = reader.text()
    by = reader.text()
    party = reader.choice(Party.school)
    guard reader.isComplete else { return nil }
  }
}

/// How often a continuing duty comes back in one placement.
public struct Rhythm: RecordRow {
  /// The table.
  public static let table = RecordTable.rhythm
  /// The columns, in the order of the values.
  public static let columns = [
    "placement", "duty", "days",
  ]
  /// The row's number.
  public let id: Int64
  /// The placement's row.
  public var placement: Int64
  /// The duty; nil: all continuing ones.
  public var duty: DutyID?
  /// Days, 7–728.
  public var days: Int64

  /// Makes a row.
  public init(
    id: Int64, placement: Int64, duty: DutyID? = nil, days: Int64
  ) {
    self.id = id
    self.placement = placement
    self.duty = duty
    self.days = days
  }

  /// Its values in the order of `columns`.
  public var values: [RecordValue] {
    [
      RecordValue(placement),
      RecordValue(duty?.text),
      RecordValue(days),
    ]
  }

  /// Reads it back; nil where the values do not fit.
  public init?(id: Int64, values: [RecordValue]) {
    var reader = ValueReader(values)
    self.id = id
    placement = reader.integer()
    duty = reader.optionalText().map(DutyID.init)
    days = reader.integer()
    guard reader.isComplete else { return nil }
  }
}
