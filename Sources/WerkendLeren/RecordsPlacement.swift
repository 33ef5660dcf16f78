/// The roles that a person can have in a placement.
public enum PersonRole: String, CaseIterable, Hashable, Sendable {
  /// The one contact person at the school (duty 13).
  case schoolContact = "school-contact"
  /// The one contact person at the employer (duties 17 and 25).
  case employerContact = "employer-contact"
  /// The work supervisor at the employer (duties 16 and 20).
  case supervisor

  /// The party the person belongs to.
  public var party: Party { self == .schoolContact ? .school : .employer }
}

/// How a placement can end. Source: `domain.md`, "The course of a placement".
public enum Ending: String, CaseIterable, Hashable, Sendable {
  /// The programme was completed.
  case completed
  /// It ended early, from either phase.
  case endedEarly = "ended-early"
  /// It never started, from preparation.
  case neverStarted = "never-started"

  /// Where a placement stands that ended so.
  public var stage: Stage {
    switch self {
    case .completed: .completed
    case .endedEarly: .ended
    case .neverStarted: .neverStarted
    }
  }
}

/// A placement (traject): one student in one programme, carried by three parties.
public struct Placement: RecordRow {
  /// The table.
  public static let table = RecordTable.placement
  /// The columns, in the order of the values.
  public static let columns = [
    "student", "programme", "start_day", "end_day", "model", "started_on", "imported_on", "start_reason", "ending",
    "ended_on", "end_reason", "ended_by", "archived_on",
  ]
  /// The row's number.
  public let id: Int64
  /// The student's row.
  public var student: Int64
  /// Programme (opleiding); with the student number the outside key.
  public var programme: String
  /// Planned start date.
  public var start: Day?
  /// Planned end date.
  public var end: Day?
  /// The version of the responsibilities model that it began with.
  public var model: Int64
  /// The day `during` began; nil in preparation.
  public var startedOn: Day?
  /// The day a running placement was imported: what is open counts from it (`rules.md`).
  public var importedOn: Day?
  /// Why it began without a valid workplace scan; empty if it had one.
  public var startReason: String
  /// How it ended; nil while it goes on.
  public var ending: Ending?
  /// The day it ended.
  public var endedOn: Day?
  /// Why it ended; empty if unknown.
  public var endReason: String
  /// The party that ended it early.
  public var endedBy: Party?
  /// The day it was put away; nil: it is in the lists.
  public var archivedOn: Day?

  /// Makes a row.
  public init(
    id: Int64, student: Int64, programme: String = "", start: Day? = nil, end: Day? = nil, model: Int64,
    startedOn: Day? = nil, importedOn: Day? = nil, startReason: String = "", ending: Ending? = nil, endedOn: Day? = nil,
    endReason: String = "", endedBy: Party? = nil, archivedOn: Day? = nil
  ) {
    self.id = id
    self.student = student
    self.programme = programme
    self.start = start
    self.end = end
    self.model = model
    self.startedOn = startedOn
    self.importedOn = importedOn
    self.startReason = startReason
    self.ending = ending
    self.endedOn = endedOn
    self.endReason = endReason
    self.endedBy = endedBy
    self.archivedOn = archivedOn
  }

  /// Its values in the order of `columns`.
  public var values: [RecordValue] {
    [
      RecordValue(student),
      RecordValue(programme),
      RecordValue(start),
      RecordValue(end),
      RecordValue(model),
      RecordValue(startedOn),
      RecordValue(importedOn),
      RecordValue(startReason),
      RecordValue(ending?.rawValue),
      RecordValue(endedOn),
      RecordValue(endReason),
      RecordValue(endedBy?.rawValue),
      RecordValue(archivedOn),
    ]
  }

  /// Reads it back; nil where the values do not fit.
  public init?(id: Int64, values: [RecordValue]) {
    var reader = ValueReader(values)
    self.id = id
    student = reader.integer()
    programme = reader.text()
    start = reader.optionalDay()
    end = reader.optionalDay()
    model = reader.integer()
    startedOn = reader.optionalDay()
    importedOn = reader.optionalDay()
    startReason = reader.text()
    ending = reader.optionalChoice(Ending.self)
    endedOn = reader.optionalDay()
    endReason = reader.text()
    endedBy = reader.optionalChoice(Party.self)
    archivedOn = reader.optionalDay()
    guard reader.isComplete else { return nil }
  }
}

/// Which employer and workplace a placement has, from a day until a day.
public struct WorkplaceLink: RecordRow {
  /// The table.
  public static let table = RecordTable.workplaceLink
  /// The columns, in the order of the values.
  public static let columns = [
    "placement", "employer", "workplace", "from_day", "until_day",
  ]
  /// The row's number.
  public let id: Int64
  /// The placement's row.
  public var placement: Int64
  /// The employer's row.
  public var employer: Int64
  /// The workplace's row; nil while only the employer is known.
  public var workplace: Int64?
  /// First day.
  public var from: Day
  /// Last day; nil while current.
  public var until: Day?

  /// Makes a row.
  public init(
    id: Int64, placement: Int64, employer: Int64, workplace: Int64? = nil, from: Day, until: Day? = nil
  ) {
    self.id = id
    self.placement = placement
    self.employer = employer
    self.workplace = workplace
    self.from = from
    self.until = until
  }

  /// Its values in the order of `columns`.
  public var values: [RecordValue] {
    [
      RecordValue(placement),
      RecordValue(employer),
      RecordValue(workplace),
      RecordValue(from),
      RecordValue(until),
    ]
  }

  /// Reads it back; nil where the values do not fit.
  public init?(id: Int64, values: [RecordValue]) {
    var reader = ValueReader(values)
    self.id = id
    placement = reader.integer()
    employer = reader.integer()
    workplace = reader.optionalInteger()
    from = reader.day()
    until = reader.optionalDay()
    guard reader.isComplete else { return nil }
  }
}

/// Which person has which role in a placement, from a day until a day.
public struct Assignment: RecordRow {
  /// The table.
  public static let table = RecordTable.assignment
  /// The columns, in the order of the values.
  public static let columns = [
    "placement", "person", "role", "from_day", "until_day", "hours", "stand_in",
  ]
  /// The row's number.
  public let id: Int64
  /// The placement's row.
  public var placement: Int64
  /// The person's row.
  public var person: Int64
  /// The role.
  public var role: PersonRole
  /// First day.
  public var from: Day
  /// Last day; nil if not known.
  public var until: Day?
  /// A supervisor's hours for guidance, in words; empty if unknown.
  public var hours: String
  /// Who stands in for a supervisor; empty if unknown.
  public var standIn: String

  /// Makes a row.
  public init(
    id: Int64, placement: Int64, person: Int64, role: PersonRole, from: Day, until: Day? = nil, hours: String = "",
    standIn: String = ""
  ) {
    self.id = id
    self.placement = placement
    self.person = person
    self.role = role
    self.from = from
    self.until = until
    self.hours = hours
    self.standIn = standIn
  }

  /// Its values in the order of `columns`.
  public var values: [RecordValue] {
    [
      RecordValue(placement),
      RecordValue(person),
      RecordValue(role.rawValue),
      RecordValue(from),
      RecordValue(until),
      RecordValue(hours),
      RecordValue(standIn),
    ]
  }

  /// Reads it back; nil where the values do not fit.
  public init?(id: Int64, values: [RecordValue]) {
    var reader = ValueReader(values)
    self.id = id
    placement = reader.integer()
    person = reader.integer()
    role = reader.choice(PersonRole.supervisor)
    from = reader.day()
    until = reader.optionalDay()
    hours = reader.text()
    standIn = reader.text()
    guard reader.isComplete else { return nil }
  }
}

/// A time in which a placement rests: due dates stop.
public struct Pause: RecordRow {
  /// The table.
  public static let table = RecordTable.pause
  /// The columns, in the order of the values.
  public static let columns = [
    "placement", "from_day", "intended_return", "until_day", "reason",
  ]
  /// The row's number.
  public let id: Int64
  /// The placement's row.
  public var placement: Int64
  /// First day.
  public var from: Day
  /// The day the return is meant for.
  public var intendedReturn: Day?
  /// The day of resuming; nil while paused.
  public var until: Day?
  /// Why.
  public var reason: String

  /// Makes a row.
  public init(
    id: Int64, placement: Int64, from: Day, intendedReturn: Day? = nil, until: Day? = nil, reason: String = ""
  ) {
    self.id = id
    self.placement = placement
    self.from = from
    self.intendedReturn = intendedReturn
    self.until = until
    self.reason = reason
  }

  /// Its values in the order of `columns`.
  public var values: [RecordValue] {
    [
      RecordValue(placement),
      RecordValue(from),
      RecordValue(intendedReturn),
      RecordValue(until),
      RecordValue(reason),
    ]
  }

  /// Reads it back; nil where the values do not fit.
  public init?(id: Int64, values: [RecordValue]) {
    var reader = ValueReader(values)
    self.id = id
    placement = reader.integer()
    from = reader.day()
    intendedReturn = reader.optionalDay()
    until = reader.optionalDay()
    reason = reader.text()
    guard reader.isComplete else { return nil }
  }
}

/// Which record met a gate at the start.
public struct GateRecord: RecordRow {
  /// The table.
  public static let table = RecordTable.gateRecord
  /// The columns, in the order of the values.
  public static let columns = [
    "placement", "duty", "record_table", "record",
  ]
  /// The row's number.
  public let id: Int64
  /// The placement's row.
  public var placement: Int64
  /// The gate.
  public var duty: DutyID
  /// The record's table.
  public var recordTable: String
  /// The record's row.
  public var record: Int64

  /// Makes a row.
  public init(
    id: Int64, placement: Int64, duty: DutyID, recordTable: String = "", record: Int64
  ) {
    self.id = id
    self.placement = placement
    self.duty = duty
    self.recordTable = recordTable
    self.record = record
  }

  /// Its values in the order of `columns`.
  public var values: [RecordValue] {
    [
      RecordValue(placement),
      RecordValue(duty.text),
      RecordValue(recordTable),
      RecordValue(record),
    ]
  }

  /// Reads it back; nil where the values do not fit.
  public init?(id: Int64, values: [RecordValue]) {
    var reader = ValueReader(values)
    self.id = id
    placement = reader.integer()
    duty = DutyID(reader.text())
    recordTable = reader.text()
    record = reader.integer()
    guard reader.isComplete else { return nil }
  }
}
