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
    var lines = people
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
    return lines
  }

  private var people: [PanelLine] {
    switch party {
    case .student:
      let student = records.student
      return [
        .person(student.name, role: student.number),
        .person(contact(student.mail, student.phone), role: ""),
      ]
    case .school:
      guard let entry = named(.schoolContact) else {
        return [.person(words["triptych.noContact"], role: words["role.contact"])]
      }
      return [
        .person(entry.name, role: words["role.contact"]),
        .person(contact(entry.mail, entry.phone), role: entry.reachable),
      ]
    case .employer:
      guard records.currentLink != nil else { return [.person(words["missing.employer"], role: "")] }
      var lines: [PanelLine] = []
      lines.append(
        .person(named(.employerContact)?.name ?? words["triptych.noContact"], role: words["role.contact"]))
      if let supervisor = named(.supervisor) {
        lines.append(
          .person(
            supervisor.name,
            role: supervisor.experience.isEmpty ? words["role.supervisor"] : words["role.experiencedSupervisor"]))
      } else {
        lines.append(.person(words["triptych.noSupervisor"], role: words["role.supervisor"]))
      }
      return lines
    }
  }

  private func contact(_ mail: String, _ phone: String) -> String {
    [mail, phone].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// Who has the role now, or will have it next.
  private func named(_ role: PersonRole) -> Person? {
    records.current(role, on: wording.today).last
      ?? records.assignments(of: role).last { $0.assignment.from > wording.today }?.person
  }

  /// The most pressing state among the party's items, for its tab.
  func pressing(for viewer: Party) -> ItemState {
    let states = items.map { $0.state(on: wording.today, for: viewer) }
    for state in [ItemState.overdue, .yours, .dueSoon, .partial, .open] where states.contains(state) { return state }
    return .done
  }
}
