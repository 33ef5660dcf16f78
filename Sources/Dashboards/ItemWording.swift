import Language
import WerkendLeren

/// An item in words: what stands beside its sign.
struct ItemWording {
  let words: Words
  let today: Day

  var dates: DateWords { DateWords(words) }

  /// A date without its year where that is near: the day and the month.
  func day(_ day: Day) -> String { dates.short(day, today: today) }

  /// How far a due date is: "11 d te laat", "vandaag", "over 3 d", or the date where it is more than four weeks off.
  func distance(_ due: Day) -> String {
    due.days(since: today) > 28
      ? words("item.before", ["day": day(due)]) : dates.distance(to: due, today: today, form: .short)
  }

  /// The text at the right of a checklist line: when it was done, or when it is due, or what is missing.
  func value(of item: Item, in records: PlacementRecords, viewer: Party?) -> String {
    let state = item.state(on: today, for: viewer)
    switch state {
    case .notApplicable: return words["state.notApplicable"]
    case .overdue: return item.due.map(distance) ?? words["state.overdue"]
    case .done: return done(item, in: records)
    case .partial, .open, .dueSoon, .yours: break
    }
    if item.frozenOn != nil { return words["state.open"] }
    if isWithoutEmployer(item, records) { return words["missing.employer"] }
    if let due = item.due, due.days(since: today) <= 28 { return distance(due) }
    if let missing = item.missing, item.settled == .no { return short(missing) }
    return item.due.map(distance) ?? words["state.open"]
  }

  /// Whether it waits for an employer to be named: only the record's form helps then (`rules.md`, "Shared duties and change").
  func isWithoutEmployer(_ item: Item, _ records: PlacementRecords) -> Bool {
    item.duty.party == .employer && records.currentLink == nil
  }

  /// The letters of a shared item: who has confirmed stands as a letter, who has not as a point.
  func letters(of item: Item) -> String {
    guard item.duty.isShared else { return "" }
    return item.parties.map { item.confirmed.contains($0) ? $0.letter(words) : "·" }.joined(separator: " ")
  }

  private func done(_ item: Item, in records: PlacementRecords) -> String {
    if let mark = item.lastMark { return day(mark.day) }
    switch item.duty.record {
    case .workplace, .suitableWorkplace: return records.currentLink.map { day($0.from) } ?? ""
    case .scan:
      guard let scan = records.newestScan else { return "" }
      // Valid still, but due again.
      if let from = item.renewal, from <= today { return words("scan.again", ["day": day(scan.validUntil)]) }
      return scan.decision.short(words) + " " + day(scan.date)
    case .schoolContact: return since(.schoolContact, records)
    case .employerContact: return since(.employerContact, records)
    case .supervisor, .experiencedSupervisor: return since(.supervisor, records)
    case .agreement, .plan, nil: return ""
    }
  }

  private func since(_ role: PersonRole, _ records: PlacementRecords) -> String {
    let entries = records.assignments(of: role)
    let now = entries.last { $0.assignment.from <= today } ?? entries.last
    return now.map { day($0.assignment.from) } ?? ""
  }

  /// What is missing, in a few words.
  func short(_ missing: Missing) -> String {
    switch missing {
    case .employer: words["missing.employer"]
    case .workplace: words["missing.workplace"]
    case .person: words["missing.person"]
    case .personLeaves: words["missing.personLeaves"]
    case .scan: words["missing.scan"]
    case .scanExpires: words["missing.scanExpires"]
    case .scanNegative: words["missing.scanNegative"]
    case .scanWithdrawn: words["missing.scanWithdrawn"]
    case .condition: words["missing.condition"]
    case .version: words["missing.version"]
    case .experience: words["missing.experience"]
    }
  }

  /// What is missing, in a sentence that says what to do.
  func sentence(_ missing: Missing) -> String {
    switch missing {
    case .employer: words["missing.employer.sentence"]
    case .workplace: words["missing.workplace.sentence"]
    case .person: words["missing.person.sentence"]
    case .personLeaves: words["missing.personLeaves.sentence"]
    case .scan: words["missing.scan.sentence"]
    case .scanExpires: words["missing.scanExpires.sentence"]
    case .scanNegative: words["missing.scanNegative.sentence"]
    case .scanWithdrawn: words["missing.scanWithdrawn.sentence"]
    case .condition: words["missing.condition.sentence"]
    case .version: words["missing.version.sentence"]
    case .experience: words["missing.experience.sentence"]
    }
  }
}

extension ScanDecision {
  /// The decision in one word or two.
  public func short(_ words: Words) -> String {
    switch self {
    case .suitable: words["scan.suitable"]
    case .suitableWithConditions: words["scan.conditions"]
    case .notYetSuitable: words["scan.notYet"]
    }
  }
}
