/// What the form of a placement's own data changes; nil leaves what is there.
public struct PlacementEdit: Hashable, Sendable {
  /// Planned first and last day.
  public struct Dates: Hashable, Sendable {
    /// First day.
    public var start: Day?
    /// Last day.
    public var end: Day?
    /// Makes dates.
    public init(start: Day?, end: Day?) {
      self.start = start
      self.end = end
    }
  }
  /// The student's name.
  public var student: String?
  /// The student's mail; empty takes it away.
  public var mail: String?
  /// The student's phone; empty takes it away.
  public var phone: String?
  /// The planned dates.
  public var dates: Dates?

  /// Changes nothing yet, but for a student's mail.
  public init(mail: String? = nil) { self.mail = mail }
}

/// Changes of what is there already: names, dates, keys, and what lies in the archive. Source: `domain.md`, "The course of a placement"
/// ("names change, keys do not").
extension Draft {
  mutating func edit(_ edit: PlacementEdit) throws(Refusal) {
    if edit.student != nil || edit.dates != nil { try onlySchool() }
    // Mail and phone are the student's own, and the school's to keep.
    guard viewer.party != .employer else { throw Refusal(.otherParty, party: .student) }
    if let name = edit.student {
      try text(name, else: .needsName)
      records.student.name = name
    }
    if let mail = edit.mail { records.student.mail = mail }
    if let phone = edit.phone { records.student.phone = phone }
    if let dates = edit.dates { try putDates(start: dates.start, end: dates.end) }
    kind = .edited
    subject = edit.dates == nil ? "student" : "dates"
    note = records.student.name
  }

  mutating func correctKey(number: String, programme: String, reason: String) throws(Refusal) {
    try onlySchool()
    try text(number, else: .needsName)
    try text(programme, else: .needsName)
    try text(reason, else: .needsReason)
    let known = context.directory
    if known.students.contains(where: { $0.id != records.student.id && context.fold($0.number) == context.fold(number) }
    ) {
      throw Refusal(.numberTaken)
    }
    let isTaken = known.placements.contains {
      $0.id != placement && $0.student == records.student.id && context.fold($0.programme) == context.fold(programme)
    }
    if isTaken { throw Refusal(.keyTaken) }
    records.student.number = number
    records.placement.programme = programme
    kind = .keyCorrected
    subject = "key"
    note = reason
  }

  /// Asks for the student's name, so that no slip of the finger does it.
  mutating func archive(name: String) throws(Refusal) {
    try onlySchool()
    guard records.placement.ending != nil else { throw Refusal(.notEnded) }
    guard context.fold(name) == context.fold(records.student.name) else { throw Refusal(.nameDiffers) }
    records.placement.archivedOn = today
    kind = .archived
    subject = "archive"
  }

  mutating func unarchive() throws(Refusal) {
    try onlySchool()
    guard records.placement.archivedOn != nil else { throw Refusal(.notArchived) }
    records.placement.archivedOn = nil
    kind = .unarchived
    subject = "archive"
  }

  mutating func renameEmployer(_ id: Int64, to name: String) throws(Refusal) {
    try onlySchool()
    try text(name, else: .needsName)
    guard let place = records.employers.firstIndex(where: { $0.id == id }) else { throw Refusal(.noSuchRecord) }
    let others = (records.employers + context.directory.employers).filter { $0.id != id }
    if others.contains(where: { context.fold($0.name) == context.fold(name) }) { throw Refusal(.nameTaken) }
    records.employers[place].name = name
    kind = .employerRenamed
    subject = "employer:\(id)"
    note = name
  }

  mutating func editWorkplace(_ id: Int64, name: String, address: String) throws(Refusal) {
    try ownerOrSchool([.employer], named: .employer)
    try text(name, else: .needsName)
    guard let place = records.workplaces.firstIndex(where: { $0.id == id }) else { throw Refusal(.noSuchRecord) }
    let employer = records.workplaces[place].employer
    if case .employer(let own) = viewer.scope, own != employer { throw Refusal(.otherParty, party: .employer) }
    let others = (records.workplaces + context.directory.workplaces).filter { $0.id != id && $0.employer == employer }
    if others.contains(where: { context.fold($0.name) == context.fold(name) }) { throw Refusal(.nameTaken) }
    records.workplaces[place].name = name
    records.workplaces[place].address = address
    kind = .workplaceEdited
    subject = "workplace:\(id)"
    note = name
  }
}

extension Command {
  /// Whether it is about rows that many placements share, and so may be given on one that has ended.
  public var isAboutSharedRows: Bool {
    switch self {
    case .renameEmployer, .editWorkplace, .editPerson(_, assignment: nil, _): true
    default: false
    }
  }
}
