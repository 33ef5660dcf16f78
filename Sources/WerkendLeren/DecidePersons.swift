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

  /// Records a person in a role. `complete`: empty texts clear what was known; else they leave it.
  mutating func putPerson(_ role: PersonRole, _ content: PersonContent, complete: Bool) throws(Refusal) {
    let latest = records.assignments(of: role).last
    if let latest, isSame(latest.person, content, role: role, assigned: true) {
      update(latest.person.id, with: content, complete: complete)
      if complete, let index = records.assignments.firstIndex(where: { $0.id == latest.assignment.id }) {
        records.assignments[index].from = content.from
        records.assignments[index].until = content.until
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
        until: content.until))
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
