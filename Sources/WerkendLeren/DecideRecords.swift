/// Commands on the records that evidence stands on. Source: `rules.md`, "Small records now, rich ones later".
extension Draft {
  mutating func addAgreement(_ content: AgreementContent) throws(Refusal) {
    try onlySchool()
    try text(content.label, else: .needsName)
    records.agreements.append(
      AgreementVersion(
        id: context.row(), placement: placement, label: content.label, date: content.date, addedOn: today,
        kept: content.kept, hasContent: content.content.included, contentLine: content.content.line,
        hasGuidance: content.guidance.included, guidanceLine: content.guidance.line,
        hasProgramme: content.programme.included, programmeLine: content.programme.line,
        hasAssessment: content.assessment.included, assessmentLine: content.assessment.line))
    kind = .agreementAdded
    subject = "agreement"
    duty = context.model.duty(on: .agreement)
    note = content.label
  }

  mutating func addPlan(label: String, date: Day, kept: String) throws(Refusal) {
    try onlySchool()
    try text(label, else: .needsName)
    records.plans.append(
      PlanVersion(id: context.row(), placement: placement, label: label, date: date, addedOn: today, kept: kept))
    kind = .planAdded
    subject = "plan"
    duty = context.model.duty(on: .plan)
    note = label
  }

  mutating func setWorkplace(employer: String, workplace: String, address: String, from: Day) throws(Refusal) {
    try ownerOrSchool([.employer, .student], named: .employer)
    try text(employer, else: .needsName)
    try notAfterToday(from)
    if viewer.party == .employer, records.currentEmployer.map({ context.fold($0.name) }) != context.fold(employer) {
      throw Refusal(.otherParty, party: .employer)
    }
    try putWorkplace(employer: employer, workplace: workplace, address: address, from: from)
    kind = .workplaceSet
    subject = "workplace"
    duty = context.model.duty(on: .workplace, .suitableWorkplace)
    note = workplace.isEmpty ? employer : "\(employer), \(workplace)"
  }

  /// Records employer and workplace; the same ones in another spelling change nothing but the address.
  mutating func putWorkplace(employer name: String, workplace: String?, address: String?, from: Day) throws(Refusal) {
    let place = workplace.flatMap { $0.isEmpty ? nil : $0 }
    let current = records.currentLink
    let sameEmployer = records.currentEmployer.map { context.fold($0.name) == context.fold(name) } ?? false
    if sameEmployer, let current {
      guard let place else { return }
      if let row = records.workplaces.firstIndex(where: { $0.id == current.workplace }),
        context.fold(records.workplaces[row].name) == context.fold(place)
      {
        if let address, !address.isEmpty { records.workplaces[row].address = address }
        return
      }
    }
    let employer = sameEmployer ? current?.employer ?? employerRow(name) : employerRow(name)
    let row = place.map { workplaceRow($0, of: employer, address: address ?? "") }
    if let current, let index = records.links.firstIndex(where: { $0.id == current.id }) {
      guard from >= current.from else { throw Refusal(.dayTooEarly, day: current.from) }
      if from == current.from {
        records.links[index].employer = employer
        records.links[index].workplace = row
        return
      }
      records.links[index].until = from.adding(days: -1)
    }
    records.links.append(
      WorkplaceLink(id: context.row(), placement: placement, employer: employer, workplace: row, from: from))
  }

  private mutating func employerRow(_ name: String) -> Int64 {
    let known = (records.employers + context.directory.employers).first {
      context.fold($0.name) == context.fold(name)
    }
    let employer = known ?? Employer(id: context.row(), name: name)
    if !records.employers.contains(where: { $0.id == employer.id }) { records.employers.append(employer) }
    return employer.id
  }

  private mutating func workplaceRow(_ name: String, of employer: Int64, address: String) -> Int64 {
    let known = (records.workplaces + context.directory.workplaces).first {
      $0.employer == employer && context.fold($0.name) == context.fold(name)
    }
    var workplace = known ?? Workplace(id: context.row(), employer: employer, name: name)
    if !address.isEmpty { workplace.address = address }
    if let index = records.workplaces.firstIndex(where: { $0.id == workplace.id }) {
      records.workplaces[index] = workplace
    } else {
      records.workplaces.append(workplace)
      let known = Set(records.scans.map(\.id))
      records.scans += context.directory.scans.filter { $0.workplace == workplace.id && !known.contains($0.id) }
      records.scans.sort { $0.id < $1.id }
    }
    return workplace.id
  }

  mutating func addPaperScan(_ content: PaperScanContent) throws(Refusal) {
    try onlySchool()
    guard let workplace = records.currentLink?.workplace else { throw Refusal(.noWorkplace) }
    try notAfterToday(content.date)
    try text(content.by, else: .needsName)
    guard content.validUntil >= content.date, content.validUntil <= content.date.adding(years: 4) else {
      throw Refusal(.badValidity, day: content.date.adding(years: 4))
    }
    records.scans.append(
      ScanDecisionRecord(
        id: context.row(), workplace: workplace, date: content.date, decision: content.decision,
        validUntil: content.validUntil, by: content.by, kept: content.kept))
    kind = .scanAdded
    subject = "scan"
    duty = context.model.duty(on: .scan)
    note = content.decision.rawValue
  }

  mutating func withdrawScan(_ id: Int64, reason: String) throws(Refusal) {
    try onlySchool()
    try text(reason, else: .needsReason)
    guard let place = records.scans.firstIndex(where: { $0.id == id && $0.withdrawnOn == nil }) else {
      throw Refusal(.noSuchRecord)
    }
    records.scans[place].withdrawnOn = today
    records.scans[place].withdrawnReason = reason
    kind = .scanWithdrawn
    subject = "scan"
    duty = context.model.duty(on: .scan)
    note = reason
  }
}
