import Dashboards
import Exchange
import Language
import StateStore
import WerkendLeren

/// Puts a placement in words for paper.
///
/// Paper is handed on. So entries stand on it that all three may read, and others only where they are asked for.
struct PlacementReport {
  let call: Call
  let viewer: Viewer
  let isConfidential: Bool
  private var words: Words { call.words }
  private var today: Day { call.clock.now().today }

  /// The paper of a placement.
  func paper(of row: Int64, in store: Store, withHistory: Bool) throws(StoreProblem) -> PlacementPaper {
    let view = try store.records(row, as: viewer)
    var snapshot = PlacementSnapshot(records: view.records, model: view.model, seen: view.lastChange, latest: nil)
    snapshot.records = view.records.shown(to: viewer)
    snapshot.records.entries.removeAll { !isConfidential && $0.readers != .everyone }
    let wording = PaperWording(snapshot: snapshot, words: words, viewer: viewer, today: today)
    let records = snapshot.records
    let employer = records.currentEmployer?.name
    let programme = records.placement.programme
    return PlacementPaper(
      language: words.language.rawValue, labels: labels, title: records.student.name,
      subtitle: employer.map { words("title.at", ["programme": programme, "employer": $0]) } ?? programme,
      facts: facts(snapshot), notices: wording.notices, parties: Party.allCases.map { party($0, snapshot, wording) },
      sections: try sections(snapshot, wording, store),
      history: withHistory ? try changes(of: snapshot, wording, store) : nil,
      signs: wording.signs.map { .init($0.sign, $0.word) },
      footer: words("report.footer", ["day": DateWords(words).full(today), "key": records.key]))
  }

  private var labels: PlacementPaper.Labels {
    .init(
      document: words["report.document"], duties: words["report.duties"], notes: words["report.notes"],
      history: words["report.history"], when: words["history.when"], what: words["history.what"],
      who: words["history.who"], note: words["history.note"], gate: words["report.gate"])
  }

  private func day(_ day: Day) -> String { DateWords(words).full(day) }

  private func facts(_ snapshot: PlacementSnapshot) -> [PlacementPaper.Fact] {
    let placement = snapshot.records.placement
    var facts: [PlacementPaper.Fact] = [
      .init(words["report.key"], snapshot.records.key),
      .init(words["report.stage"], snapshot.derivation.stage.name(words)),
    ]
    if let started = placement.startedOn {
      facts.append(.init(words["report.startedOn"], day(started)))
    } else {
      facts.append(.init(words["report.start"], placement.start.map(day) ?? words["report.unknown"]))
    }
    if let end = placement.end { facts.append(.init(words["report.end"], day(end))) }
    if let ended = placement.endedOn { facts.append(.init(words["report.endedOn"], day(ended))) }
    if !placement.endReason.isEmpty { facts.append(.init(words["report.endReason"], placement.endReason)) }
    if !placement.startReason.isEmpty { facts.append(.init(words["report.startReason"], placement.startReason)) }
    facts.append(.init(words["report.model"], snapshot.model.name))
    return facts
  }

  private func party(
    _ party: Party, _ snapshot: PlacementSnapshot, _ wording: PaperWording
  ) -> PlacementPaper.Party {
    func duty(_ item: Item) -> PlacementPaper.Duty {
      let said = wording.item(item, entries: snapshot.records.entries(of: item.duty))
      return .init(
        sign: said.sign, state: said.state, short: said.short, isLate: said.isLate, isGate: item.duty.gate,
        name: item.duty.short(words), text: item.duty.full(words), facts: said.facts, notes: said.notes)
    }
    let phases = Phase.allCases.map { phase in
      let count = wording.progress(of: party, in: phase)
      return PlacementPaper.Phase(
        name: words("phase.\(phase.rawValue).long"), done: count.done, total: count.total,
        duties: snapshot.derivation.items(of: party, in: phase).map(duty))
    }
    return .init(
      name: party.name(words),
      people: wording.people(of: party).map { .init(role: $0.role, name: $0.name, lines: $0.lines) }, phases: phases)
  }

  // MARK: - Records

  private func sections(
    _ snapshot: PlacementSnapshot, _ wording: PaperWording, _ store: Store
  ) throws(StoreProblem) -> [PlacementPaper.Section] {
    let records = snapshot.records
    var sections: [PlacementPaper.Section] = []
    func add(_ key: String, _ found: [PlacementPaper.Section.Record]) {
      if !found.isEmpty { sections.append(.init(title: words(key), records: found)) }
    }
    add("report.agreements", records.agreements.reversed().map(agreement))
    add("report.plans", records.plans.reversed().map(plan))
    add("report.scans", records.scans.reversed().map { scan($0, records) })
    if records.links.count > 1 { add("report.workplaces", records.links.reversed().map { workplace($0, records) }) }
    add("report.people", others(records))
    add("report.pauses", records.pauses.reversed().map(pause))
    var moves: [PlacementPaper.Section.Record] = []
    for move in records.modelMoves.reversed() {
      let (from, to) = (try store.model(move.from).name, try store.model(move.to).name)
      moves.append(
        .init(
          words("move.title", ["from": from, "to": to]),
          [words("report.move", ["day": day(move.day), "name": move.by]), move.reason].filter { !$0.isEmpty }))
    }
    add("report.moves", moves)
    let listed = Set(snapshot.derivation.items.flatMap { records.entries(of: $0.duty).map(\.id) })
    let loose = records.entries.filter { !listed.contains($0.id) }
    let lines = wording.notes(of: nil) + PlacementRecords.listed(loose).map(wording.entry)
    add("report.entries", lines.map { .init($0) })
    return sections
  }

  private func kept(_ text: String) -> [String] { text.isEmpty ? [] : ["\(words["item.kept"]): \(text)"] }

  private func agreement(_ version: AgreementVersion) -> PlacementPaper.Section.Record {
    func section(_ key: String, _ included: Bool, _ line: String) -> String {
      "\(included ? "✓" : "○") \(words(key))" + (line.isEmpty ? "" : ": \(line)")
    }
    return .init(
      words("report.version", ["label": version.label, "day": day(version.date)]),
      [words("report.addedOn", ["day": day(version.addedOn)])] + kept(version.kept) + [
        section("form.agreement.content", version.hasContent, version.contentLine),
        section("form.agreement.guidance", version.hasGuidance, version.guidanceLine),
        section("form.agreement.programme", version.hasProgramme, version.programmeLine),
        section("form.agreement.assessment", version.hasAssessment, version.assessmentLine),
      ])
  }

  private func plan(_ version: PlanVersion) -> PlacementPaper.Section.Record {
    .init(
      words("report.version", ["label": version.label, "day": day(version.date)]),
      [words("report.addedOn", ["day": day(version.addedOn)])] + kept(version.kept))
  }

  private func scan(_ scan: ScanDecisionRecord, _ records: PlacementRecords) -> PlacementPaper.Section.Record {
    let place = records.workplaces.first { $0.id == scan.workplace }?.name ?? ""
    var lines = [
      "\(words["item.workplace"]): \(place)", "\(words["item.scan.valid"]): \(day(scan.validUntil))",
      "\(words["item.scan.by"]): \(scan.by)",
    ]
    lines += kept(scan.kept)
    if let withdrawn = scan.withdrawnOn {
      lines.append(words("item.withdrawn", ["day": day(withdrawn), "reason": scan.withdrawnReason]))
    }
    return .init("\(scan.decision.short(words)), \(day(scan.date))", lines)
  }

  private func time(_ from: Day, _ until: Day?) -> String {
    guard let until else { return words("report.since", ["from": day(from)]) }
    return words("report.time", ["from": day(from), "until": day(until)])
  }

  private func workplace(_ link: WorkplaceLink, _ records: PlacementRecords) -> PlacementPaper.Section.Record {
    let employer = records.employers.first { $0.id == link.employer }?.name ?? ""
    let place = records.workplaces.first { $0.id == link.workplace }
    let names = [employer, place?.name, place?.address].compactMap { $0 }.filter { !$0.isEmpty }
    return .init(names.joined(separator: ", "), [time(link.from, link.until)])
  }

  /// Whoever had a role before, or will have one: those who have it now stand beside their party.
  private func others(_ records: PlacementRecords) -> [PlacementPaper.Section.Record] {
    let shown = PersonRole.allCases.compactMap { records.holder(of: $0, on: today)?.id }
    return records.assignments.reversed().compactMap { assignment in
      guard let person = records.person(assignment.person) else { return nil }
      let isNow = assignment.from <= today && assignment.until.map { $0 >= today } ?? true
      if isNow, shown.contains(person.id) { return nil }
      let key =
        switch assignment.role {
        case .schoolContact: "contacts.school"
        case .employerContact: "contacts.employer"
        case .supervisor: "contacts.supervisor"
        }
      return .init(person.name, [words(key), time(assignment.from, assignment.until)])
    }
  }

  private func pause(_ pause: Pause) -> PlacementPaper.Section.Record {
    var lines = [pause.reason].filter { !$0.isEmpty }
    if pause.until == nil, let back = pause.intendedReturn { lines.append(words("report.pause", ["day": day(back)])) }
    return .init(time(pause.from, pause.until), lines)
  }

  // MARK: - History

  private func changes(
    of snapshot: PlacementSnapshot, _ wording: PaperWording, _ store: Store
  ) throws(StoreProblem) -> [PlacementPaper.Change] {
    var found: [ChangeRow] = []
    while true {
      let page = try store.history(of: snapshot.id, as: viewer, offset: found.count, limit: 500)
      found += page
      if page.count < 500 { break }
    }
    return found.filter { row in
      guard snapshot.records.isShown(row.moment, to: viewer) else { return false }
      return isConfidential || ChangedEntry(row.rows).map { $0.readers == .everyone } ?? true
    }.map { row in
      let said = wording.change(ChangeLine(row))
      return .init(when: said.when, what: said.what, who: said.who, note: said.note)
    }
  }
}
