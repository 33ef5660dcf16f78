/// What an entry (melding) tells. Source: `domain.md`, "What the records hold".
public enum EntryKind: String, CaseIterable, Hashable, Sendable {
  /// A meeting (bijeenkomst).
  case meeting
  /// An evaluation (evaluatie).
  case evaluation
  /// A question (vraag).
  case question
  /// A problem (probleem).
  case problem
  /// A need (behoefte).
  case need
  /// An adjustment of the training plan (bijstelling plan).
  case planAdjustment = "plan-adjustment"
  /// An application for a workplace (sollicitatie).
  case application

  /// Whether the school has to handle it: a question, a problem or a need.
  public var asksForHandling: Bool {
    switch self {
    case .question, .problem, .need: true
    case .meeting, .evaluation, .planAdjustment, .application: false
    }
  }
}

/// The parties that may read an entry.
public struct Circle: OptionSet, Hashable, Sendable {
  /// 1 for the student, 2 for the school, 4 for the employer, added up.
  public let rawValue: Int64

  /// Makes it from that sum.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// Makes it of parties.
  public init(_ parties: some Sequence<Party>) {
    rawValue = parties.reduce(0) { $0 | 1 << Int64($1.index) }
  }

  /// One party alone.
  public init(_ party: Party) { self.init(CollectionOfOne(party)) }

  /// All three.
  public static let everyone = Circle(Party.allCases)

  /// Its parties, in their order.
  public var parties: [Party] { Party.allCases.filter(contains) }

  /// Whether the party reads along.
  public func contains(_ party: Party) -> Bool { contains(Circle(party)) }
}

/// An entry (melding): something that was said or done on a day, with the circle of those who may read it.
public struct Entry: RecordRow {
  /// The table.
  public static let table = RecordTable.entry
  /// The columns, in the order of the values.
  public static let columns = [
    "placement", "duty", "kind", "on_day", "people", "body", "party", "by_whom", "by_party", "moment", "readers",
    "employer", "asked_on", "follow_up", "follow_up_set", "closed_on", "closed_by", "outcome",
  ]
  /// The row's number.
  public let id: Int64
  /// The placement's row.
  public var placement: Int64
  /// The item on which it was raised; nil for the placement.
  public var duty: DutyID?
  /// What it tells.
  public var kind: EntryKind
  /// The day it is about.
  public var day: Day
  /// Who raised it, or who attended; may be empty.
  public var people: String
  /// The text; never empty.
  public var text: String
  /// The party whose entry it is.
  public var party: Party
  /// Who recorded it.
  public var by: String
  /// The party of who recorded it; another than `party` means "namens".
  public var byParty: Party
  /// When it was recorded.
  public var moment: String
  /// Who may read it.
  public var readers: Circle
  /// The employer that may read it; nil where none may. A later employer reads nothing of a former one's time.
  public var employer: Int64?
  /// The day since which it waits for the school, if it asks for handling: that of recording or of reopening.
  public var askedOn: Day?
  /// The day on which the school comes back to it.
  public var followUp: Day?
  /// The day on which that was set; a pause after it moves the date.
  public var followUpSet: Day?
  /// The day it was closed; nil while it is open.
  public var closedOn: Day?
  /// Who closed it.
  public var closedBy: String?
  /// What was done; empty while it is open.
  public var outcome: String

  /// Makes a row.
  public init(
    id: Int64, placement: Int64, duty: DutyID? = nil, kind: EntryKind, day: Day, people: String = "", text: String,
    party: Party, by: String = "", byParty: Party, moment: String = "", readers: Circle, employer: Int64? = nil,
    askedOn: Day? = nil, followUp: Day? = nil, followUpSet: Day? = nil, closedOn: Day? = nil,
    closedBy: String? = nil, outcome: String = ""
  ) {
    self.id = id
    self.placement = placement
    self.duty = duty
    self.kind = kind
    self.day = day
    self.people = people
    self.text = text
    self.party = party
    self.by = by
    self.byParty = byParty
    self.moment = moment
    self.readers = readers
    self.employer = employer
    self.askedOn = askedOn
    self.followUp = followUp
    self.followUpSet = followUpSet
    self.closedOn = closedOn
    self.closedBy = closedBy
    self.outcome = outcome
  }

  /// Its values in the order of `columns`.
  public var values: [RecordValue] {
    [
      RecordValue(placement),
      RecordValue(duty?.text),
      RecordValue(kind.rawValue),
      RecordValue(day),
      RecordValue(people),
      RecordValue(text),
      RecordValue(party.rawValue),
      RecordValue(by),
      RecordValue(byParty.rawValue),
      RecordValue(moment),
      RecordValue(readers.rawValue),
      RecordValue(employer),
      RecordValue(askedOn),
      RecordValue(followUp),
      RecordValue(followUpSet),
      RecordValue(closedOn),
      RecordValue(closedBy),
      RecordValue(outcome),
    ]
  }

  /// Reads it back; nil where the values do not fit.
  public init?(id: Int64, values: [RecordValue]) {
    var reader = ValueReader(values)
    self.id = id
    placement = reader.integer()
    duty = reader.optionalText().map(DutyID.init)
    kind = reader.choice(EntryKind.meeting)
    day = reader.day()
    people = reader.text()
    text = reader.text()
    party = reader.choice(Party.school)
    by = reader.text()
    byParty = reader.choice(Party.school)
    moment = reader.text()
    readers = Circle(rawValue: reader.integer()).intersection(.everyone)
    employer = reader.optionalInteger()
    askedOn = reader.optionalDay()
    followUp = reader.optionalDay()
    followUpSet = reader.optionalDay()
    closedOn = reader.optionalDay()
    closedBy = reader.optionalText()
    outcome = reader.text()
    guard reader.isComplete else { return nil }
  }
}

/// What the form of an entry holds.
public struct EntryContent: Hashable, Sendable {
  /// What it tells.
  public var kind: EntryKind
  /// The day it is about, not after today.
  public var day: Day
  /// Who raised it, or who attended.
  public var people: String
  /// The text; never empty.
  public var text: String
  /// The day on which the school comes back to it; nil for none.
  public var followUp: Day?
  /// Who may read it.
  public var readers: Circle

  /// Makes the content.
  public init(
    kind: EntryKind, day: Day, people: String = "", text: String, followUp: Day? = nil, readers: Circle
  ) {
    self.kind = kind
    self.day = day
    self.people = people
    self.text = text
    self.followUp = followUp
    self.readers = readers
  }
}
