/// Derives one item. Source: `rules.md`, "State of an item" and "Shared duties and change".
struct ItemDerivation {
  let facts: PlacementFacts
  let model: DutyModel
  let duty: Duty
  let place: Int

  /// What a kind says about an item, before dates are set.
  private struct Finding {
    var settled = Settled.no
    var confirmed: Set<Party> = []
    var lastMark: Mark?
    var version: Int64?
    var missing: Missing?
    /// Days on which it became open again.
    var reasons: [Day] = []
    /// A due date of its own, such as a person's last day.
    var ownDue: Day?
    var withdrawnOn: Day?
  }

  private var records: PlacementRecords { facts.records }
  private var leader: Duty { model.leader(of: duty) }
  private var isMirror: Bool { leader.id != duty.id }
  private var hasEmployer: Bool { facts.employer != nil }

  var item: Item {
    let exclusion = records.exclusions.last { $0.duty == duty.id }
    let applies = exclusion == nil && conditionHolds(duty)
    let shared = leader.isShared
    let parties = shared ? Party.allCases.filter(leader.parties.contains) : [duty.party]
    let finding = found
    let rhythm = rhythmDays
    var raw = applies ? dueDate(finding, rhythm: rhythm) : nil
    // What still holds is not due before its last day, whatever date was set by hand.
    if leader.kind == .evidence, case .until(let last) = finding.settled { raw = raw.map { max($0, last) } }
    let times: [Item.ExperiencedTime] =
      duty.record == .experiencedSupervisor
      ? records.assignments(of: .supervisor).filter { !$0.person.experience.isEmpty }
        .map { Item.ExperiencedTime(from: $0.assignment.from, until: $0.assignment.until) } : []
    let listed = listedParties(finding, parties: parties)
    var item = Item(
      duty: duty, place: place, applies: applies, exclusion: exclusion, settled: finding.settled, parties: parties,
      confirmed: finding.confirmed, rawDue: raw, due: facts.isActive ? raw : nil,
      dueParties: raw == nil ? [] : listed, listed: listed, lastMark: finding.lastMark, version: finding.version,
      missing: finding.missing, withdrawnOn: finding.withdrawnOn, experienced: times,
      actors: actors(finding, parties: parties), rhythmDays: rhythm, frozenOn: facts.frozenOn)
    // Kinds of a mirrored duty follow its leader, so that one record gives one status in both places.
    item.duty.kind = leader.kind
    return item
  }

  private func conditionHolds(_ duty: Duty) -> Bool {
    guard let condition = duty.condition else { return true }
    func named(_ names: [String], _ name: String?) -> Bool {
      guard !names.isEmpty else { return true }
      guard let name else { return false }
      return names.contains { $0.lowercased() == name.lowercased() }
    }
    return named(condition.programmes, records.placement.programme)
      && named(condition.employers, records.currentEmployer?.name)
  }

  private var rhythmDays: Int {
    let own = records.rhythms.last { $0.duty == duty.id } ?? records.rhythms.last { $0.duty == nil }
    return own.map { Int($0.days) } ?? duty.rhythmDays ?? DutyModel.ordinaryRhythmDays
  }

  private var found: Finding {
    switch leader.kind {
    case .task: task
    case .continuing: continuing
    case .declaration: parts(wordedMarks)
    case .joint:
      switch leader.record {
      case .agreement: agreement
      case .plan: plan
      default: parts(wordedMarks)
      }
    case .evidence: evidence
    }
  }

  private var marks: [Mark] { records.marks.filter { $0.duty == leader.id } }

  /// The day on which the current employer came, if an earlier confirmation of another employer fell by that.
  private func employerReason(_ marks: [Mark]) -> [Day] {
    guard let link = records.currentLink,
      marks.contains(where: { $0.withdrawnOn == nil && $0.party == .employer && $0.employer != link.employer })
    else { return [] }
    return [records.employerSince ?? link.from]
  }

  /// Marks of a joint duty or a declaration hold for the words they were given on: where those were changed since, it is asked again.
  private var wordedMarks: [Mark] { marks.filter { $0.model == nil } }

  /// The last day on which a party that has not confirmed was given other words than those it had confirmed.
  private func rewording(confirmed: Set<Party>) -> [Day] {
    let pair = [leader.id] + model.mirrors(of: leader.id).map(\.id)
    return marks.filter { $0.model != nil && facts.counts($0) && !confirmed.contains($0.party) }.compactMap { mark in
      records.modelMoves.last { move in
        move.id > mark.id && pair.contains { move.reworded.contains($0) || move.added.contains($0) }
      }?.day
    }
  }

  /// The day on which the duty came with a later version of the model; nil if the placement's first version had it.
  private var cameOn: Day? {
    let move = records.modelMoves.first { $0.added.contains(duty.id) || $0.dropped.contains(duty.id) }
    return move.flatMap { $0.added.contains(duty.id) ? $0.day : nil }
  }

  /// The last day on which a party that has not confirmed took its newest confirmation back.
  private func withdrawal(_ marks: [Mark], confirmed: Set<Party> = []) -> Day? {
    Party.allCases.filter { !confirmed.contains($0) }
      .compactMap { party in marks.filter { $0.party == party }.max { $0.id < $1.id }?.withdrawnOn }.max()
  }

  private var task: Finding {
    var finding = Finding()
    let own = marks.filter { $0.party == duty.party }
    if let mark = own.last(where: facts.counts) {
      finding.settled = .forGood
      finding.lastMark = mark
      finding.confirmed = [duty.party]
    } else {
      finding.withdrawnOn = withdrawal(own)
      finding.reasons = employerReason(own) + [finding.withdrawnOn].compactMap { $0 }
      if duty.party == .employer, !hasEmployer { finding.missing = .employer }
    }
    return finding
  }

  private var continuing: Finding {
    var finding = Finding()
    let own = marks.filter { mark in
      mark.party == duty.party && facts.startedOn.map { mark.day >= $0 } ?? false
    }
    if duty.party == .employer, !hasEmployer { finding.missing = .employer }
    if duty.record == .experiencedSupervisor,
      !records.assignments(of: .supervisor).contains(where: { !$0.person.experience.isEmpty })
    {
      finding.missing = .experience
    }
    if let mark = own.filter(facts.counts).max(by: { ($0.day, $0.id) < ($1.day, $1.id) }) {
      finding.lastMark = mark
      finding.confirmed = [duty.party]
      let due = continuingDue(mark)
      finding.ownDue = due
      finding.settled = .until(due)
    } else {
      finding.reasons = employerReason(own)
    }
    return finding
  }

  private func continuingDue(_ mark: Mark) -> Day {
    let newest = marks.filter { $0.party == duty.party && facts.counts($0) }.map(\.id).max() ?? 0
    if let override = records.dueDates.last(where: { $0.duty == duty.id }), override.id > newest {
      return facts.moved(override.due, from: override.setOn)
    }
    return facts.moved(mark.day.adding(days: rhythmDays), from: mark.day)
  }

  /// Parts that each party confirms, from the marks that can count for them.
  private func parts(_ marks: [Mark]) -> Finding {
    var finding = Finding()
    let counting = marks.filter { facts.counts($0) && leader.parties.contains($0.party) }
    finding.confirmed = Set(counting.map(\.party))
    finding.lastMark = counting.last
    if finding.confirmed.isSuperset(of: leader.parties) {
      finding.settled = .forGood
    } else {
      finding.withdrawnOn = withdrawal(marks, confirmed: finding.confirmed)
      finding.reasons = [finding.withdrawnOn].compactMap { $0 }
      if !finding.confirmed.contains(.employer) { finding.reasons += employerReason(marks) }
      finding.reasons += rewording(confirmed: finding.confirmed)
    }
    return finding
  }

  /// The newest of these versions to which every party once gave its part, the employer of that time for the employer.
  private func complete(_ versions: [Int64]) -> Int64? {
    versions.last { version in
      Set(wordedMarks.filter { $0.version == version }.map(\.party)).isSuperset(of: leader.parties)
    }
  }

  private var agreement: Finding {
    guard let newest = records.agreements.last else {
      var finding = Finding()
      finding.missing = .version
      return finding
    }
    var finding = Finding()
    finding.version = newest.id
    // A new employer asks all three again, the first one too: every part counts only with the employer of that time.
    let counting = wordedMarks.filter {
      $0.withdrawnOn == nil && $0.version == newest.id && $0.employer == facts.employer
        && ($0.party != .employer || hasEmployer)
    }
    finding.confirmed = Set(counting.map(\.party)).intersection(leader.parties)
    finding.lastMark = counting.last
    if finding.confirmed.isSuperset(of: leader.parties) {
      finding.settled = .forGood
      return finding
    }
    if let last = complete(records.agreements.map(\.id)), last != newest.id { finding.reasons.append(newest.addedOn) }
    if marks.contains(where: { $0.withdrawnOn == nil && $0.employer != facts.employer }),
      let since = records.employerSince
    {
      finding.reasons.append(since)
    }
    finding.withdrawnOn = withdrawal(marks.filter { $0.version == newest.id }, confirmed: finding.confirmed)
    finding.reasons += [finding.withdrawnOn].compactMap { $0 } + rewording(confirmed: finding.confirmed)
    return finding
  }

  private var plan: Finding {
    guard let newest = records.plans.last else {
      var finding = Finding()
      finding.missing = .version
      return finding
    }
    // Once a version had all three it stays done, whatever versions follow; of a new employer only its own part is asked, on that
    // version or a later one (`rules.md`, "Shared duties and change").
    let first = complete(records.plans.map(\.id)) ?? newest.id
    let versions = Set(records.plans.map(\.id).filter { $0 >= first })
    var finding = parts(wordedMarks.filter { $0.version.map(versions.contains) ?? false })
    finding.version = newest.id
    return finding
  }

  private var evidence: Finding {
    switch duty.record {
    case .workplace, .suitableWorkplace: workplace
    case .scan: scan
    case .schoolContact: person(.schoolContact)
    case .employerContact: person(.employerContact)
    case .supervisor: person(.supervisor)
    case .experiencedSupervisor: person(.supervisor, experienced: true)
    case .agreement: recorded(records.agreements.last?.id)
    case .plan: recorded(records.plans.last?.id)
    case nil: recorded(nil)
    }
  }

  private func recorded(_ version: Int64?) -> Finding {
    var finding = Finding()
    finding.version = version
    finding.settled = version == nil ? .no : .forGood
    if version == nil { finding.missing = .version }
    return finding
  }

  private var workplace: Finding {
    var finding = Finding()
    guard let link = records.currentLink else {
      finding.missing = .employer
      return finding
    }
    guard link.workplace != nil else {
      finding.missing = .workplace
      if records.links.contains(where: { $0.workplace != nil }) { finding.reasons = [link.from] }
      return finding
    }
    finding.settled = .forGood
    guard duty.record == .suitableWorkplace, let scan = records.newestScan else { return finding }
    if let day = scan.withdrawnOn {
      finding.settled = .no
      finding.missing = .scanWithdrawn
      finding.reasons = [day]
    } else if scan.decision == .notYetSuitable {
      finding.settled = .no
      finding.missing = .scanNegative
      finding.reasons = [scan.date]
    } else if facts.startedOn == nil,
      records.standingConditions.contains(where: { $0.beforeStart && $0.acceptedOn == nil })
    {
      // After the start such a condition is one like the others.
      finding.settled = .no
      finding.missing = .condition
    }
    if finding.settled == .no, records.links.count > 1 { finding.reasons.append(link.from) }
    return finding
  }

  private var scan: Finding {
    var finding = Finding()
    guard let link = records.currentLink, link.workplace != nil else {
      finding.missing = records.currentLink == nil ? .employer : .workplace
      return finding
    }
    if records.links.contains(where: { $0.workplace != nil && $0.workplace != link.workplace }) {
      finding.reasons.append(link.from)
    }
    guard let scan = records.newestScan else {
      finding.missing = .scan
      return finding
    }
    if let day = scan.withdrawnOn {
      finding.missing = .scanWithdrawn
      finding.reasons.append(day)
      return finding
    }
    guard scan.decision != .notYetSuitable else {
      finding.missing = .scanNegative
      finding.reasons.append(scan.date)
      return finding
    }
    if facts.startedOn != nil {
      finding.settled = .until(scan.validUntil)
      finding.missing = .scanExpires
      finding.reasons.append(scan.validUntil)
    } else if records.placement.start.map({ $0 <= scan.validUntil }) ?? true {
      finding.settled = .forGood
    } else {
      finding.missing = .scanExpires
    }
    return finding
  }

  private func person(_ role: PersonRole, experienced: Bool = false) -> Finding {
    var finding = Finding()
    if role.party == .employer, !hasEmployer {
      finding.missing = .employer
      return finding
    }
    let named = records.assignments(of: role).filter { !experienced || !$0.person.experience.isEmpty }
    if named.contains(where: { $0.assignment.until == nil }) {
      finding.settled = .forGood
    } else if let last = named.compactMap(\.assignment.until).max() {
      finding.settled = .until(last)
      finding.missing = .personLeaves
      finding.reasons = [last]
      finding.ownDue =
        facts.importedOn.map { last <= $0 } == true
        ? facts.importedOn.map { facts.moved($0.adding(days: 28), from: $0) } : facts.moved(last, from: last)
    } else {
      finding.missing = experienced && !records.assignments(of: role).isEmpty ? .experience : .person
      if records.assignments.contains(where: { $0.role == role }), let since = records.employerSince {
        finding.reasons = [since]
      }
    }
    return finding
  }

  /// The due date of the item itself. Source: `rules.md`, "Due dates".
  private func dueDate(_ finding: Finding, rhythm: Int) -> Day? {
    if duty.party == .employer, !hasEmployer { return nil }
    if duty.phase == .during, facts.startedOn == nil { return nil }
    if leader.kind == .continuing, let due = finding.ownDue { return due }
    let again = facts.askedAgain(finding.reasons)
    if let override = records.dueDates.last(where: { $0.duty == leader.id }),
      again.map({ $0 <= override.setOn }) ?? true
    {
      return facts.moved(override.due, from: override.setOn)
    }
    if let due = finding.ownDue { return due }
    if let again { return facts.dueAskedAgain(again) }
    guard let started = facts.startedOn, let base = facts.base else { return records.placement.start }
    // A duty that came while it ran counts from that day, as what is open does where a running placement was imported.
    let late = cameOn.flatMap { $0 > started ? $0 : nil }
    if duty.phase == .preparation {
      guard let since = [facts.importedOn, late].compactMap({ $0 }).max() else { return started }
      return facts.moved(since.adding(days: 28), from: since)
    }
    let since = max(base, late ?? base)
    return facts.moved(since.adding(days: leader.kind == .continuing ? rhythm : 28), from: since)
  }

  /// In whose lists it stands; on them falls the date. Source: `rules.md`, "Shared duties and change" and "Details".
  private func listedParties(_ finding: Finding, parties: [Party]) -> [Party] {
    guard leader.isShared else { return [duty.party] }
    if finding.missing == .version { return [duty.party] }
    if isMirror { return finding.confirmed.contains(duty.party) ? [] : [duty.party] }
    let mirrored = Set(model.mirrors(of: duty.id).filter(conditionHolds).map(\.party))
    let open = parties.filter { !finding.confirmed.contains($0) }
    let present = open.filter { $0 != .employer || hasEmployer }
    if present.isEmpty { return open.isEmpty ? [] : [duty.party] }
    return present.filter { !mirrored.contains($0) }
  }

  /// Who can act: without an employer nobody acts for it, but by the form that records it.
  private func actors(_ finding: Finding, parties: [Party]) -> Set<Party> {
    let absent: Set<Party> = hasEmployer ? [] : [.employer]
    switch leader.kind {
    case .task, .evidence: return Set([duty.party]).subtracting(absent)
    case .continuing: return facts.startedOn == nil ? [] : Set([duty.party]).subtracting(absent)
    case .declaration: return Set(parties).subtracting(finding.confirmed).subtracting(absent)
    case .joint:
      // The school fills in versions, of a mirrored pair at the leading one.
      if finding.missing == .version { return isMirror ? [] : [.school] }
      return Set(parties).subtracting(finding.confirmed).subtracting(absent)
    }
  }
}

extension PlacementRecords {
  /// The first day of the current employer, whatever workplaces it had; nil without an employer.
  public var employerSince: Day? {
    guard let current = currentLink else { return nil }
    var since = current.from
    for link in links.reversed() {
      guard link.employer == current.employer else { break }
      since = min(since, link.from)
    }
    return since
  }
}
