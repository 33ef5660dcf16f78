/// The way back of an import. Source: `rules.md`, "Import and export".
extension ImportedPlacement {
  /// What a line of an import would say of these records on that day, so that the same line changes nothing of them, and gives the same line
  /// again in a store that is empty. Nothing is said that the line would make more of than it is: an agreement that not everybody has
  /// confirmed, a decision that was withdrawn, a person who has left.
  public init(_ records: PlacementRecords, model: DutyModel, today: Day) {
    self.init(
      number: records.student.number, student: records.student.name, programme: records.placement.programme)
    func known(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }
    studentMail = known(records.student.mail)
    studentPhone = known(records.student.phone)
    employer = known(records.currentEmployer?.name)
    workplace = known(records.currentWorkplace?.name)
    workplaceAddress = known(records.currentWorkplace?.address)
    start = records.placement.start
    end = records.placement.end
    func named(_ role: PersonRole) -> Person {
      guard let person = records.holder(of: role, on: today) else { return Person() }
      return Person(name: known(person.name), mail: known(person.mail), phone: known(person.phone))
    }
    schoolContact = named(.schoolContact)
    employerContact = named(.employerContact)
    supervisor = named(.supervisor)
    startedOn = records.placement.startedOn
    agreementSignedOn = Self.signedOn(records, model: model, today: today)
    if let scan = records.newestScan, scan.withdrawnOn == nil, scan.date <= today {
      scanOn = scan.date
      scanDecision = scan.decision
    }
  }

  /// The date of the newest agreement, where everybody has confirmed it who can: without an employer it waits for that part alone.
  private static func signedOn(_ records: PlacementRecords, model: DutyModel, today: Day) -> Day? {
    guard let version = records.agreements.last, version.date <= today,
      let duty = model.duties.first(where: { $0.kind == .joint && $0.record == .agreement })
    else { return nil }
    let item = ItemDerivation(facts: PlacementFacts(records), model: model, duty: duty, place: 0).item
    let asked = duty.parties.filter { $0 != .employer || records.currentLink != nil }
    return asked.isEmpty || !item.confirmed.isSuperset(of: asked) ? nil : version.date
  }
}

extension PlacementRecords {
  /// Who has the role on that day, or will have it next.
  public func holder(of role: PersonRole, on day: Day) -> Person? {
    current(role, on: day).last ?? assignments(of: role).last { $0.assignment.from > day }?.person
  }
}
