/// What the form of a new placement holds. Only number, student and programme are needed; an empty text means that nothing is known.
public struct NewPlacement: Hashable, Sendable {
  /// Student number.
  public var number: String
  /// Student's name.
  public var student: String
  /// Student's mail.
  public var mail = ""
  /// Student's phone.
  public var phone = ""
  /// Programme; with the number the outside key.
  public var programme: String
  /// Planned start.
  public var start: Day?
  /// Planned end.
  public var end: Day?
  /// Employer.
  public var employer = ""
  /// Workplace.
  public var workplace = ""
  /// Workplace's address.
  public var address = ""
  /// After how many weeks its continuing duties come due again, 1–104; nil: as the model says.
  public var rhythmWeeks: Int?
  /// Who has which role.
  public var persons: [PersonRole: PersonContent] = [:]

  /// Makes one of which only the key and the name are known.
  public init(number: String, student: String, programme: String) {
    self.number = number
    self.student = student
    self.programme = programme
  }
}

/// Says whether a placement may be made, and with which records it begins. Its key must be new; a student whose number is known is that
/// student. Source: `rules.md`, "Who acts" and "Import and export".
public func decideCreation(_ new: NewPlacement, context: DecisionContext) -> Result<Decision, Refusal> {
  var context = context
  let students = context.directory.students.filter { context.fold($0.number) == context.fold(new.number) }
  let isTaken = context.directory.placements.contains { placement in
    students.contains { $0.id == placement.student } && context.fold(placement.programme) == context.fold(new.programme)
  }
  let start = newPlacement(number: new.number, name: new.student, programme: new.programme, context: &context)
  var draft = Draft(records: start, context: context)
  do throws(Refusal) {
    try draft.onlySchool()
    if isTaken { throw Refusal(.keyTaken) }
    try draft.create(new)
  } catch {
    return .failure(error)
  }
  return .success(draft.decision)
}

/// The records of a placement of which nothing but key and name is known; a student with that number is found in the directory.
func newPlacement(
  number: String, name: String, programme: String, context: inout DecisionContext
) -> PlacementRecords {
  let student =
    context.directory.students.first { context.fold($0.number) == context.fold(number) }
    ?? Student(id: context.row(), number: number, name: name)
  let placement = Placement(
    id: context.row(), student: student.id, programme: programme, model: context.newestModel)
  return PlacementRecords(placement: placement, student: student)
}

extension Draft {
  fileprivate mutating func create(_ new: NewPlacement) throws(Refusal) {
    for needed in [new.number, new.student, new.programme] { try text(needed, else: .needsName) }
    records.student.name = new.student
    if !new.mail.isEmpty { records.student.mail = new.mail }
    if !new.phone.isEmpty { records.student.phone = new.phone }
    try putDates(start: new.start, end: new.end)
    if !new.employer.isEmpty {
      try putWorkplace(employer: new.employer, workplace: new.workplace, address: new.address, from: today)
    } else if !new.workplace.isEmpty || !new.address.isEmpty {
      throw Refusal(.noEmployer)
    }
    for role in PersonRole.allCases {
      guard let content = new.persons[role] else { continue }
      try text(content.name, else: .needsName)
      if role.party == .employer, records.currentLink == nil { throw Refusal(.noEmployer) }
      try putPerson(role, content, complete: false)
    }
    if let weeks = new.rhythmWeeks {
      guard (1...104).contains(weeks) else { throw Refusal(.badRhythm) }
      records.rhythms.append(Rhythm(id: context.row(), placement: placement, duty: nil, days: Int64(weeks * 7)))
    }
    kind = .created
    note = "\(new.student), \(new.programme)"
  }
}
