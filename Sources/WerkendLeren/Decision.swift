/// Rows that a command may refer to by name, found by the store beforehand with folded names.
public struct Directory: Hashable, Sendable {
  /// The student with the number asked for, for a placement that is new.
  public var students: [Student]
  /// The placements of those students, and of the placement's own.
  public var placements: [Placement]
  /// Employers whose folded name is the one asked for.
  public var employers: [Employer]
  /// Workplaces of those employers.
  public var workplaces: [Workplace]
  /// Persons with the name or the mail asked for.
  public var persons: [Person]
  /// Scans of those workplaces.
  public var scans: [ScanDecisionRecord]

  /// Makes a directory; empty by default.
  public init(
    students: [Student] = [], placements: [Placement] = [], employers: [Employer] = [], workplaces: [Workplace] = [],
    persons: [Person] = [], scans: [ScanDecisionRecord] = []
  ) {
    self.students = students
    self.placements = placements
    self.employers = employers
    self.workplaces = workplaces
    self.persons = persons
    self.scans = scans
  }
}

/// What `decide` must know beside the records.
public struct DecisionContext {
  /// The placement's model.
  public var model: DutyModel
  /// Who acts.
  public var viewer: Viewer
  /// Today.
  public var today: Day
  /// Now, as `YYYY-MM-DDTHH:MM:SS±HH:MM`.
  public var moment: String
  /// Rows that the command names.
  public var directory: Directory
  /// The next free row number.
  public var nextRow: Int64
  /// The versions of the duties that a model move names: where it goes to, and those on whose text marks were given.
  public var models: [Int64: DutyModel]
  /// The row of the model version with which a new placement begins.
  public var newestModel: Int64
  /// Makes two spellings of one name equal: without case, accents and superfluous spaces.
  public var fold: (String) -> String

  /// Makes a context.
  public init(
    model: DutyModel, viewer: Viewer, today: Day, moment: String, directory: Directory = Directory(),
    nextRow: Int64, newestModel: Int64 = 1, models: [Int64: DutyModel] = [:], fold: @escaping (String) -> String
  ) {
    self.model = model
    self.viewer = viewer
    self.today = today
    self.moment = moment
    self.directory = directory
    self.nextRow = nextRow
    self.newestModel = newestModel
    self.models = models
    self.fold = fold
  }

  /// Takes a free row number.
  mutating func row() -> Int64 {
    defer { nextRow += 1 }
    return nextRow
  }
}

/// What a change is called in the history. The text is found by `change.<kind>`.
public enum ChangeKind: String, CaseIterable, Hashable, Sendable {
  /// The placement was made.
  case created
  /// A task was ticked, or a continuing duty, a joint part or a declaration confirmed.
  case confirmed
  /// A confirmation was withdrawn.
  case confirmationWithdrawn
  /// A due date was set or cleared.
  case dueDateSet
  /// An item was set to "not applicable".
  case excluded
  /// That was taken back.
  case included
  /// A note was written.
  case noteAdded
  /// An agreement version was recorded.
  case agreementAdded
  /// A plan version was recorded.
  case planAdded
  /// Employer or workplace was recorded or changed.
  case workplaceSet
  /// A person was recorded or changed.
  case personSet
  /// A paper scan was recorded.
  case scanAdded
  /// A scan's decision was withdrawn.
  case scanWithdrawn
  /// The programme began.
  case started
  /// The start was taken back.
  case startTakenBack
  /// Planned dates were changed.
  case datesSet
  /// A rhythm was changed.
  case rhythmSet
  /// The placement was paused.
  case paused
  /// The intended return from a pause was changed.
  case returnSet
  /// It was resumed.
  case resumed
  /// It ended.
  case ended
  /// The ending was taken back.
  case reopened
  /// It was brought to another version of the duties.
  case modelMoved
  /// The student's data or the planned dates were changed.
  case edited
  /// The student number or the programme was corrected.
  case keyCorrected
  /// It was put away.
  case archived
  /// It was taken out of the archive.
  case unarchived
  /// What is known of a person was changed.
  case personEdited
  /// An employer got another name.
  case employerRenamed
  /// The name or the address of a workplace was changed.
  case workplaceEdited
  /// An entry was recorded.
  case entryAdded
  /// An entry was corrected, or its circle of readers changed.
  case entryEdited
  /// An entry was closed.
  case entryClosed
  /// A closed entry was opened again.
  case entryReopened
  /// It was imported.
  case imported
  /// A workplace scan was begun.
  case scanBegun
  /// Questions of a scan were answered.
  case scanAnswered
  /// A scan was handed in.
  case scanSubmitted
  /// It was sent back.
  case scanSentBack
  /// The student may see its answers, or no longer.
  case scanShared
  /// The school commented on it.
  case scanCommented
  /// The school gave an answer of its own, or took it back.
  case scanOwnAnswer
  /// The visit was recorded.
  case scanVisited
  /// A condition was set or changed.
  case scanConditionSet
  /// A condition was dropped.
  case scanConditionDropped
  /// The scan was decided.
  case scanDecided
  /// A condition was met.
  case conditionMet
  /// That was accepted.
  case conditionAccepted
  /// That was not accepted.
  case conditionRefused
  /// A change was undone.
  case undone
  /// An undone change was done again.
  case redone
}

/// What a command that may be carried out changes.
public struct Decision: Hashable, Sendable {
  /// The records as they will be.
  public var records: PlacementRecords
  /// What the change is called.
  public var kind: ChangeKind
  /// What it is about, for noticing that two people change the same thing: `duty:<id>`, `person:<role>`, `workplace`, `scan`, `course`, `dates` …;
  /// nil where two changes never collide, such as notes.
  public var subject: String?
  /// The duty it is about.
  public var duty: DutyID?
  /// The party for which it was recorded, if that is another than the viewer's.
  public var onBehalfOf: Party?
  /// The reason or the note that was given.
  public var note: String
  /// The next free row number.
  public var nextRow: Int64
}

/// One row of an import, already read and checked by itself; empty optionals leave the store as it is.
public struct ImportedPlacement: Hashable, Sendable {
  /// A person as a row names them.
  public struct Person: Hashable, Sendable {
    /// Name; nil where only mail or phone stand in the row.
    public var name: String?
    /// Mail.
    public var mail: String?
    /// Phone.
    public var phone: String?
    /// Makes it.
    public init(name: String? = nil, mail: String? = nil, phone: String? = nil) {
      self.name = name
      self.mail = mail
      self.phone = phone
    }
    /// Whether nothing is named.
    public var isEmpty: Bool { name == nil && mail == nil && phone == nil }
  }
  /// Student number.
  public var number: String
  /// Student's name.
  public var student: String
  /// Student's mail.
  public var studentMail: String?
  /// Student's phone.
  public var studentPhone: String?
  /// Programme.
  public var programme: String
  /// Employer.
  public var employer: String?
  /// Workplace.
  public var workplace: String?
  /// Workplace's address.
  public var workplaceAddress: String?
  /// Planned start.
  public var start: Day?
  /// Planned end.
  public var end: Day?
  /// Contact person at the school.
  public var schoolContact: Person
  /// Contact person at the employer.
  public var employerContact: Person
  /// Work supervisor.
  public var supervisor: Person
  /// The day it started, not after today.
  public var startedOn: Day?
  /// The day the agreement was signed.
  public var agreementSignedOn: Day?
  /// The day of the scan's decision.
  public var scanOn: Day?
  /// The scan's decision.
  public var scanDecision: ScanDecision?

  /// Makes a row of which only the required cells are known.
  public init(number: String, student: String, programme: String) {
    self.number = number
    self.student = student
    self.programme = programme
    schoolContact = Person()
    employerContact = Person()
    supervisor = Person()
  }
}
