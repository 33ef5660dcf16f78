import Language
import WerkendLeren

/// One line of a party's panel, as data: a screen draws it, a question-and-answer mode can say it.
enum PanelLine: Equatable {
  /// Nothing.
  case blank
  /// A person or a place: at the left who, at the right what they are.
  case person(String, role: String)
  /// A heading with the party's progress.
  case heading(String, progress: String)
  /// An item; the number counts the panel's items from 0.
  case item(Item, number: Int)
  /// What an entry asks of the school; the numbers go on after those of the items.
  case handling(Handling, number: Int)
  /// A condition of the workplace scan; the numbers go on after those.
  case condition(ConditionItem, number: Int)
}

/// What a party's panel shows of a placement.
struct PanelContent {
  let party: Party
  let snapshot: PlacementSnapshot
  let wording: ItemWording

  private var words: Words { wording.words }
  private var records: PlacementRecords { snapshot.records }

  /// The items of the panel in the order of its lines: preparation, during, together.
  var items: [Item] {
    snapshot.derivation.items(of: party, in: .preparation) + snapshot.derivation.items(of: party, in: .during)
      + snapshot.derivation.shared(with: party)
  }

  /// What entries ask, on the school's panel: what waits, and for two weeks what was closed.
  var handlings: [Handling] {
    guard party == .school else { return [] }
    return snapshot.derivation.handlings.filter { handling in
      handling.entry.closedOn.map { wording.today.days(since: $0) <= 14 } ?? true
    }
  }

  /// The conditions of the workplace scan that are the party's, and on the school's panel also those that wait for it; in the order of
  /// their due dates.
  var conditions: [ConditionItem] {
    snapshot.derivation.conditions.filter {
      $0.condition.owner == party || (party == .school && $0.isMet && !$0.isDone)
    }
  }

  /// How many lines can be selected.
  var count: Int { items.count + handlings.count + conditions.count }

  /// Done and total of the party in a phase.
  func count(in phase: Phase) -> (done: Int, total: Int) {
    let items = snapshot.derivation.items(of: party, in: phase).filter(\.applies)
    return (items.count { $0.isDone(on: wording.today) }, items.count)
  }

  /// `2/2 ✓`, or `1/2`.
  func progress(in phase: Phase) -> String {
    let count = count(in: phase)
    return "\(count.done)/\(count.total)" + (count.done == count.total && count.total > 0 ? " ✓" : "")
  }

  /// The lines, with so many lines of persons above the items. `rows` gives each phase so many rows at least, so that headings of panels
  /// side by side stand on one line.
  func lines(people count: Int, rows: [Phase: Int] = [:]) -> [PanelLine] {
    var lines = people(isTall: count > 2)
    while lines.count < count { lines.append(.blank) }
    lines = Array(lines.prefix(count))
    var number = 0
    func add(_ items: [Item]) {
      for item in items {
        lines.append(.item(item, number: number))
        number += 1
      }
    }
    for phase in Phase.allCases {
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.heading(phase.name(words), progress: progress(in: phase)))
      let items = snapshot.derivation.items(of: party, in: phase)
      add(items)
      for _ in items.count..<max(items.count, rows[phase] ?? 0) { lines.append(.blank) }
    }
    let shared = snapshot.derivation.shared(with: party)
    if !shared.isEmpty {
      lines.append(.blank)
      lines.append(.heading(words["triptych.together"], progress: ""))
      add(shared)
    }
    let handlings = handlings
    if !handlings.isEmpty {
      lines.append(.blank)
      lines.append(.heading(words["triptych.handle"], progress: ""))
      for handling in handlings {
        lines.append(.handling(handling, number: number))
        number += 1
      }
    }
    let conditions = conditions
    if !conditions.isEmpty {
      lines.append(.blank)
      let done = conditions.count(where: \.isDone)
      lines.append(.heading(words["triptych.conditions"], progress: "\(done)/\(conditions.count)"))
      for condition in conditions {
        lines.append(.condition(condition, number: number))
        number += 1
      }
    }
    return lines
  }

  /// Who carries the party's part; where there is room each person's mail and phone too.
  private func people(isTall: Bool) -> [PanelLine] {
    switch party {
    case .student:
      let student = records.student
      return [.person(student.name, role: student.number)] + reach(student.mail, student.phone, "", isTall: isTall)
    case .school:
      guard let person = named(.schoolContact) else {
        return [.person(words["triptych.noContact"], role: words["role.contact"])]
      }
      return [.person(person.name, role: words["role.contact"])]
        + reach(person.mail, person.phone, person.reachable, isTall: isTall)
    case .employer:
      guard records.currentLink != nil else { return [.person(words["missing.employer"], role: "")] }
      let person = named(.employerContact)
      var lines = [PanelLine.person(person?.name ?? words["triptych.noContact"], role: words["role.contact"])]
      if isTall, let person { lines.append(.person(contact(person.mail, person.phone), role: person.reachable)) }
      if let supervisor = named(.supervisor) {
        let isExperienced = !supervisor.experience.isEmpty
        lines.append(
          .person(
            supervisor.name, role: words[isExperienced ? "role.experiencedSupervisor" : "role.supervisor"]))
        if isTall { lines.append(.person(contact(supervisor.mail, supervisor.phone), role: supervisor.reachable)) }
      } else {
        lines.append(.person(words["triptych.noSupervisor"], role: words["role.supervisor"]))
      }
      return lines
    }
  }

  /// The lines that persons take where each has lines of its own.
  var peopleRows: Int {
    let isEmpty: (PanelLine) -> Bool = { line in
      if case .person(let name, let role) = line { return name.isEmpty && role.isEmpty }
      return true
    }
    return (people(isTall: true).lastIndex { !isEmpty($0) } ?? -1) + 1
  }

  private func reach(_ mail: String, _ phone: String, _ times: String, isTall: Bool) -> [PanelLine] {
    guard isTall, !mail.isEmpty else { return [.person(contact(mail, phone), role: times)] }
    return [.person(mail, role: ""), .person(phone, role: times)]
  }

  private func contact(_ mail: String, _ phone: String) -> String {
    [mail, phone].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// Who has the role now, or will have it next.
  private func named(_ role: PersonRole) -> Person? {
    records.holder(of: role, on: wording.today)
  }

  /// The most pressing state among the party's items, for its tab.
  func pressing(for viewer: Party) -> ItemState {
    let states =
      items.map { $0.state(on: wording.today, for: viewer) }
      + handlings.map { $0.state(on: wording.today, for: viewer) }
      + conditions.map { $0.state(on: wording.today, for: viewer) }
    for state in [ItemState.overdue, .yours, .dueSoon, .partial, .open] where states.contains(state) { return state }
    return .done
  }
}
