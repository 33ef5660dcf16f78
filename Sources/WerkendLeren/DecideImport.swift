/// Says what an imported row changes. Nil: nothing. Without records the placement is new. Source: `rules.md`, "Import and export".
public func decideImport(
  _ row: ImportedPlacement, on records: PlacementRecords?, file: String, context: DecisionContext
) -> Result<Decision?, Refusal> {
  guard context.viewer.party == .school else { return .failure(Refusal(.schoolOnly)) }
  var context = context
  let existing = records
  let start =
    existing ?? newPlacement(number: row.number, name: row.student, programme: row.programme, context: &context)
  var draft = Draft(records: start, context: context)
  draft.kind = .imported
  draft.note = file
  do throws(Refusal) {
    try draft.take(row, file: file)
    if let existing {
      if draft.records == existing { return .success(nil) }
      if existing.placement.ending != nil { throw Refusal(.ended) }
    }
  } catch {
    return .failure(error)
  }
  return .success(draft.decision)
}

extension Draft {
  fileprivate mutating func take(_ row: ImportedPlacement, file: String) throws(Refusal) {
    records.student.name = row.student
    if let mail = row.studentMail { records.student.mail = mail }
    if let phone = row.studentPhone { records.student.phone = phone }
    if let day = row.start { records.placement.start = day }
    if let day = row.end { records.placement.end = day }
    if let start = records.placement.start, let end = records.placement.end, end < start {
      throw Refusal(.endBeforeStart, day: start)
    }
    for day in [row.startedOn, row.agreementSignedOn, row.scanDecision.flatMap { _ in row.scanOn }] {
      if let day { try notAfterToday(day) }
    }
    if let employer = row.employer ?? records.currentEmployer?.name, row.employer != nil || row.workplace != nil {
      let known = records.currentLink
      try putWorkplace(
        employer: employer, workplace: row.workplace, address: row.workplaceAddress,
        from: known == nil ? row.startedOn ?? today : today)
    } else if row.workplace != nil {
      throw Refusal(.noEmployer)
    }
    try take(row.schoolContact, .schoolContact)
    try take(row.employerContact, .employerContact)
    try take(row.supervisor, .supervisor)
    if let signed = row.agreementSignedOn { takeAgreement(signed, file: file) }
    if let on = row.scanOn, let decision = row.scanDecision { takeScan(on, decision, file: file) }
    if let started = row.startedOn, records.placement.startedOn == nil {
      records.placement.startedOn = started
      records.placement.importedOn = today
      recordGates()
    }
  }

  private mutating func take(_ person: ImportedPlacement.Person, _ role: PersonRole) throws(Refusal) {
    guard !person.isEmpty else { return }
    if role.party == .employer, records.currentLink == nil { throw Refusal(.noEmployer) }
    let latest = records.assignments(of: role).last?.person
    // A row that names only a mail or a phone is about whoever has the role.
    guard let name = person.name ?? latest?.name ?? person.mail.map({ known(by: $0, role)?.name ?? $0 }), !name.isEmpty
    else { return }
    let content = PersonContent(
      name: name, mail: person.mail ?? "", phone: person.phone ?? "", from: min(firstDay(after: latest), today))
    // Whoever has the role today is no change, also where a successor is known already.
    if let holder = records.current(role, on: today).last, holder.id != latest?.id,
      isSame(holder, content, role: role, assigned: true)
    {
      return update(holder.id, with: content, complete: false)
    }
    try putPerson(role, content, complete: false)
  }

  /// Somebody of the role's party and organisation with that mail address.
  private func known(by mail: String, _ role: PersonRole) -> Person? {
    let employer = role.party == .employer ? records.currentLink?.employer : nil
    return (records.persons + context.directory.persons).first {
      $0.party == role.party && $0.employer == employer && !$0.mail.isEmpty
        && context.fold($0.mail) == context.fold(mail)
    }
  }

  /// From when a person counts: from today where somebody else had the role, from the employer's first day where nobody had.
  private func firstDay(after latest: Person?) -> Day {
    latest == nil ? records.employerSince ?? today : today
  }

  private mutating func takeAgreement(_ signed: Day, file: String) {
    guard !records.agreements.contains(where: { $0.date == signed }) else { return }
    guard let duty = context.model.duties.first(where: { $0.kind == .joint && $0.record == .agreement }) else { return }
    let version = AgreementVersion(
      id: context.row(), placement: placement, label: file, date: signed, addedOn: today, kept: file)
    records.agreements.append(version)
    for party in duty.parties where party != .employer || records.currentLink != nil {
      records.marks.append(
        Mark(
          id: context.row(), placement: placement, duty: duty.id, party: party, day: signed,
          moment: context.moment, by: viewer.name, byParty: viewer.party, note: file, version: version.id,
          employer: records.currentLink?.employer))
    }
  }

  private mutating func takeScan(_ on: Day, _ decision: ScanDecision, file: String) {
    guard let workplace = records.currentLink?.workplace,
      !records.scans.contains(where: { $0.workplace == workplace && $0.date == on && $0.decision == decision })
    else { return }
    records.scans.append(
      ScanDecisionRecord(
        id: context.row(), workplace: workplace, date: on, decision: decision, validUntil: on.adding(years: 2),
        by: viewer.name, kept: file))
  }
}
