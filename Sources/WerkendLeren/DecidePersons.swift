/// Who has which role. Source: `rules.md`, "Small records now" and "Import and export".
extension Draft {
  mutating func setPerson(_ role: PersonRole, _ content: PersonContent) throws(Refusal) {
    try ownerOrSchool([role.party], named: role.party)
    try text(content.name, else: .needsName)
    if let until = content.until, until < content.from { throw Refusal(.endBeforeStart, day: content.from) }
    if role.party == .employer, records.currentLink == nil { throw Refusal(.noEmployer) }
    try putPerson(role, content, complete: true)
    kind = .personSet
    subject = "person:\(role.rawValue)"
    duty = context.model.duty(on: role.record)
    note = content.name
  }

  /// Changes what is known of a person without making it another; with an assignment its dates, hours and stand-in too.
  mutating func editPerson(_ id: Int64, assignment: Int64?, _ content: PersonContent) throws(Refusal) {
    guard let person = records.person(id) else { throw Refusal(.noSuchRecord) }
    try ownerOrSchool([person.party], named: person.party)
    if case .employer(let own) = viewer.scope, person.employer != own { throw Refusal(.otherParty, party: .employer) }
    try text(content.name, else: .needsName)
    update(id, with: content, complete: true)
    if let assignment {
      guard let index = records.assignments.firstIndex(where: { $0.id == assignment && $0.person == id }) else {
        throw Refusal(.noSuchRecord)
      }
      if let until = content.until, until < content.from { throw Refusal(.endBeforeStart, day: content.from) }
      try put(content, at: index)
      let role = records.assignments[index].role
      duty = context.model.duty(on: role.record)
      subject = "person:\(role.rawValue)"
    }
    kind = .personEdited
    subject = subject ?? "person:\(id)"
    note = content.name
  }

  /// Writes what an assignment holds, if nobody else has the role in that time.
  private mutating func put(_ content: PersonContent, at index: Int) throws(Refusal) {
    let own = records.assignments[index]
    if content.from != own.from || content.until != own.until {
      let employer = records.person(own.person)?.employer
      for other in records.assignments where other.id != own.id && other.role == own.role {
        guard records.person(other.person)?.employer == employer,
          other.from <= content.until ?? Day(number: .max), content.from <= other.until ?? Day(number: .max)
        else { continue }
        throw Refusal(.rolesOverlap, day: other.from < content.from ? other.until ?? other.from : other.from)
      }
    }
    records.assignments[index].from = content.from
    records.assignments[index].until = content.until
    records.assignments[index].hours = content.hours
    records.assignments[index].standIn = content.standIn
  }

  /// Records a person in a role. `complete`: empty texts clear what was known; else they leave it.
  mutating func putPerson(_ role: PersonRole, _ content: PersonContent, complete: Bool) throws(Refusal) {
    let latest = records.assignments(of: role).last
    if let latest, isSame(latest.person, content, role: role, assigned: true) {
      update(latest.person.id, with: content, complete: complete)
      if complete, let index = records.assignments.firstIndex(where: { $0.id == latest.assignment.id }) {
        try put(content, at: index)
      }
      return
    }
    let employer = role.party == .employer ? records.currentLink?.employer : nil
    let known = (records.persons + context.directory.persons).first {
      $0.party == role.party && $0.employer == employer && isSame($0, content, role: role, assigned: false)
    }
    let person = known ?? Person(id: context.row(), party: role.party, employer: employer, name: content.name)
    if !records.persons.contains(where: { $0.id == person.id }) { records.persons.append(person) }
    records.persons.sort { $0.id < $1.id }
    update(person.id, with: content, complete: complete && known == nil)
    // One at a time: whoever has the role from that day on gives it up the day before; one who would only come later does not come.
    records.assignments.removeAll { $0.role == role && $0.from >= content.from }
    for index in records.assignments.indices
    where records.assignments[index].role == role
      && records.assignments[index].until.map({ $0 >= content.from }) ?? true
    {
      records.assignments[index].until = content.from.adding(days: -1)
    }
    records.assignments.append(
      Assignment(
        id: context.row(), placement: placement, person: person.id, role: role, from: content.from,
        until: content.until, hours: content.hours, standIn: content.standIn))
  }

  /// The same by mail; with no mail on either side, or for who has the role already, by name.
  func isSame(_ person: Person, _ content: PersonContent, role: PersonRole, assigned: Bool) -> Bool {
    let mails = (context.fold(person.mail), context.fold(content.mail))
    let sameName = context.fold(person.name) == context.fold(content.name)
    if !mails.0.isEmpty, mails.0 == mails.1 { return true }
    if assigned { return sameName }
    return sameName && mails.0.isEmpty && mails.1.isEmpty
  }

  mutating func update(_ id: Int64, with content: PersonContent, complete: Bool) {
    guard let index = records.persons.firstIndex(where: { $0.id == id }) else { return }
    func put(_ value: String, _ place: WritableKeyPath<Person, String>) {
      if complete || !value.isEmpty { records.persons[index][keyPath: place] = value }
    }
    put(content.name, \.name)
    put(content.function, \.function)
    put(content.mail, \.mail)
    put(content.phone, \.phone)
    put(content.reachable, \.reachable)
    put(content.experience, \.experience)
    put(content.basis, \.basis)
  }
}

extension PersonRole {
  /// The record that the role makes.
  public var record: RecordKind {
    switch self {
    case .schoolContact: .schoolContact
    case .employerContact: .employerContact
    case .supervisor: .supervisor
    }
  }
}
