import Language
import WerkendLeren

/// Everything about one item, line by line: its text, its records, who confirmed, where it comes from, its history.
struct ItemText {
  let item: Item
  let snapshot: PlacementSnapshot
  let context: ScreenContext
  let history: [ChangeLine]

  private var words: Words { context.words }
  private var records: PlacementRecords { snapshot.records }
  private var wording: ItemWording { context.wording }
  private var dates: DateWords { wording.dates }
  private var today: Day { context.today }

  /// The state in words, for the line below the title.
  var stateLine: String { stateLine(for: context.viewer.party) }

  /// The same for eyes of a party, or of nobody in particular.
  func stateLine(for party: Party?) -> String {
    var parts = [item.state(on: today, for: party).word(words)]
    if let due = item.due, item.isOverdue(on: today) || !item.isDone(on: today) || item.duty.kind == .continuing {
      let distance = dates.distance(to: due, today: today, form: .long)
      if item.isOverdue(on: today) { parts = [distance] } else { parts.append(distance) }
    }
    if item.duty.kind == .continuing {
      parts.append(words("item.rhythm", ["count": String(item.rhythmDays / 7)]))
    }
    return parts.joined(separator: " · ")
  }

  /// All lines, not yet wrapped.
  var lines: [String] {
    var lines: [String] = []
    lines.append(item.duty.full(words))
    lines.append("")
    lines += facts
    if let missing = item.missing, !item.isDone(on: today) { lines += ["", wording.sentence(missing)] }
    lines += ["", ownership]
    if !notes.isEmpty { lines += ["", words["item.notes"]] + notes }
    lines += ["", words["item.history"]]
    let wording = HistoryWording(words: words, today: today, model: snapshot.model)
    lines += history.isEmpty ? [words["item.history.none"]] : history.map { "  " + wording.line($0) }
    let source = item.duty.source(words)
    if !source.isEmpty { lines += ["", words("item.source", ["source": source])] }
    return lines
  }

  private func fact(_ key: String, _ value: String) -> String { words[key] + ": " + value }

  private var facts: [String] {
    var lines = exclusionFacts
    lines.append(words("item.kind", ["kind": words("kind.\(item.duty.kind.rawValue)")]))
    if item.duty.gate { lines.append("◆ " + words["item.gate"]) }
    return lines + recordFacts + confirmationFacts
  }

  /// The same for paper, where kind and gate stand elsewhere and people beside their party.
  var paperFacts: [String] {
    let lines = exclusionFacts + (role.map(namedFacts) ?? recordFacts) + confirmationFacts
    return lines.map { String($0.drop { $0 == " " }) }
  }

  /// The role whose people it asks for.
  private var role: PersonRole? {
    switch item.duty.record {
    case .schoolContact: .schoolContact
    case .employerContact: .employerContact
    case .supervisor, .experiencedSupervisor: .supervisor
    case .workplace, .suitableWorkplace, .agreement, .plan, .scan, nil: nil
    }
  }

  /// Who has or will have the role, a line each.
  private func namedFacts(_ role: PersonRole) -> [String] {
    records.assignments(of: role).filter { $0.assignment.until.map { $0 >= today } ?? true }.map { entry in
      var text = entry.person.name + ", " + words("item.from", ["day": dates.short(entry.assignment.from, today: nil)])
      if let until = entry.assignment.until {
        text += " " + words("item.until", ["day": dates.short(until, today: nil)])
      }
      if item.duty.record != .experiencedSupervisor || entry.person.experience.isEmpty { return text }
      return text + ", " + words["item.experience"].lowercased() + ": \"\(entry.person.experience)\""
    }
  }

  private var exclusionFacts: [String] {
    var lines: [String] = []
    if let exclusion = item.exclusion {
      lines.append(
        words("item.excluded", ["reason": exclusion.reason, "by": exclusion.by, "day": wording.day(exclusion.day)]))
    } else if !item.applies, let condition = item.duty.condition {
      lines.append(words.language == .english ? condition.reasonEnglish : condition.reasonDutch)
    }
    return lines
  }

  private var confirmationFacts: [String] {
    var lines: [String] = []
    if item.duty.isShared {
      for party in item.parties {
        let mark = lastMark(of: party)
        let value =
          item.confirmed.contains(party)
          ? mark.map(confirmation) ?? words["state.done"] : notConfirmed(mark)
        lines.append("  \(item.confirmed.contains(party) ? "✓" : "○") \(party.name(words)): \(value)")
      }
    } else {
      lines += marks.prefix(5).map { fact("item.confirmed", confirmation($0)) }
    }
    if let due = item.due, !item.isDone(on: today) || item.duty.kind == .continuing {
      lines.append(fact("item.due", "\(dates.long(due)) (\(dates.distance(to: due, today: today, form: .long)))"))
    }
    return lines
  }

  private var marks: [Mark] {
    let leading = item.duty.mirrors ?? item.duty.id
    return records.marks.filter { $0.duty == leading }.sorted { ($0.day, $0.id) > ($1.day, $1.id) }
  }

  private func lastMark(of party: Party) -> Mark? {
    marks.first { $0.party == party && $0.withdrawnOn == nil && (item.version == nil || $0.version != nil) }
  }

  /// That a party has yet to confirm, and what it had confirmed in other words.
  private func notConfirmed(_ mark: Mark?) -> String {
    guard let mark, mark.model != nil else { return words["item.notConfirmed"] }
    return "\(words["item.notConfirmed"]) (\(confirmation(mark)))"
  }

  private func confirmation(_ mark: Mark) -> String {
    var text = wording.dates.short(mark.day, today: nil) + " " + words("item.by", ["name": mark.by])
    if mark.byParty != mark.party {
      text += ", " + words("item.onBehalf", ["party": mark.party.inSentence(words)])
    }
    if mark.model != nil { text += ", " + words["item.earlierText"] }
    if !mark.note.isEmpty { text += ": \"\(mark.note)\"" }
    if let day = mark.withdrawnOn {
      text += " — " + words("item.withdrawn", ["day": wording.day(day), "reason": mark.withdrawnReason])
    }
    return text
  }

  private var recordFacts: [String] {
    switch item.duty.record {
    case .workplace, .suitableWorkplace:
      guard let employer = records.currentEmployer else { return [] }
      var lines = [fact("item.employer", employer.name)]
      if let workplace = records.currentWorkplace {
        lines.append(
          fact("item.workplace", [workplace.name, workplace.address].filter { !$0.isEmpty }.joined(separator: ", ")))
      }
      return lines + (item.duty.record == .suitableWorkplace ? scanFacts : [])
    case .agreement: return agreementFacts
    case .plan:
      return records.plans.last.map {
        [fact("item.version", "\($0.label), \(wording.dates.short($0.date, today: nil))"), kept($0.kept)]
          .filter { !$0.isEmpty }
      } ?? []
    case .scan: return scanFacts
    case .schoolContact: return personFacts(.schoolContact)
    case .employerContact: return personFacts(.employerContact)
    case .supervisor, .experiencedSupervisor: return personFacts(.supervisor)
    case nil: return []
    }
  }

  private func kept(_ text: String) -> String { text.isEmpty ? "" : fact("item.kept", text) }

  private var agreementFacts: [String] {
    guard let version = records.agreements.last else { return [] }
    func section(_ key: String, _ included: Bool, _ line: String) -> String {
      "  \(included ? "✓" : "○") \(words[key])" + (line.isEmpty ? "" : ": \(line)")
    }
    return [
      fact("item.version", "\(version.label), \(wording.dates.short(version.date, today: nil))"), kept(version.kept),
      section("form.agreement.content", version.hasContent, version.contentLine),
      section("form.agreement.guidance", version.hasGuidance, version.guidanceLine),
      section("form.agreement.programme", version.hasProgramme, version.programmeLine),
      section("form.agreement.assessment", version.hasAssessment, version.assessmentLine),
    ].filter { !$0.isEmpty }
  }

  private var scanFacts: [String] {
    guard let scan = records.newestScan else { return [] }
    var lines = [
      fact("item.scan", "\(scan.decision.short(words)), \(wording.dates.short(scan.date, today: nil))"),
      fact("item.scan.valid", wording.dates.short(scan.validUntil, today: nil)), fact("item.scan.by", scan.by),
      kept(scan.kept),
    ].filter { !$0.isEmpty }
    if let day = scan.withdrawnOn {
      lines.append(words("item.withdrawn", ["day": wording.day(day), "reason": scan.withdrawnReason]))
    }
    return lines
  }

  private func personFacts(_ role: PersonRole) -> [String] {
    records.assignments(of: role).reversed().flatMap { entry -> [String] in
      let person = entry.person
      var lines = [
        fact(
          "item.person",
          person.name + (person.function.isEmpty ? "" : ", \(person.function)"))
      ]
      let contact = [person.mail, person.phone, person.reachable].filter { !$0.isEmpty }
      if !contact.isEmpty { lines.append("  " + contact.joined(separator: " · ")) }
      if !person.experience.isEmpty { lines.append("  " + fact("item.experience", "\"\(person.experience)\"")) }
      var time = "  " + words("item.from", ["day": wording.dates.short(entry.assignment.from, today: nil)])
      if let until = entry.assignment.until {
        time += " " + words("item.until", ["day": wording.dates.short(until, today: nil)])
      }
      lines.append(time)
      return lines
    }
  }

  private var ownership: String {
    let owner = item.duty.party
    let viewer = context.viewer.party
    if owner == viewer || item.parties.contains(viewer) {
      return words("item.owner.yours", ["party": owner.inSentence(words)])
    }
    if viewer == .school {
      return words(
        "item.owner.onBehalf", ["party": owner.inSentence(words), "viewer": viewer.inSentence(words)])
    }
    return words("item.owner.other", ["party": owner.inSentence(words)])
  }

  private var notes: [String] {
    records.notes.filter { $0.duty == item.duty.id }.reversed().map { note in
      "  \(dates.moment(note.moment, today: today)) \(note.by): \(note.text)"
    }
  }
}
