import Dashboards
import Language
import WerkendLeren

/// New placements in the store in memory.
extension FakeStore {
  func look(up lookup: FormLookup) -> FormFinding {
    guard viewer.scope == .all else { return .nothing }
    func same(_ first: String, _ second: String) -> Bool { TextDoor.folded(first) == TextDoor.folded(second) }
    let known = directory
    switch lookup {
    case .student(let number):
      guard let student = known.students.first(where: { same($0.number, number) }) else { return .nothing }
      return .student(student, placements: known.placements.filter { $0.student == student.id })
    case .employer(let name):
      guard let employer = known.employers.first(where: { same($0.name, name) }) else { return .nothing }
      let contacts = Set(
        placements.filter { $0.currentLink?.employer == employer.id }
          .flatMap { $0.current(.employerContact, on: today) })
      return .employer(
        employer, workplaces: known.workplaces.filter { $0.employer == employer.id },
        contact: contacts.count == 1 ? contacts.first : nil)
    case .person(let role, let name, let employer):
      let place = known.employers.first { same($0.name, employer) }?.id
      let found = known.persons.filter {
        same($0.name, name) && (role.party == .school ? $0.employer == nil : place != nil && $0.employer == place)
      }
      return found.count == 1 ? .person(found[0]) : .nothing
    }
  }

  mutating func create(_ new: NewPlacement) -> CreationResult {
    if let text = failure {
      failure = nil
      return .failed(text)
    }
    let context = DecisionContext(
      model: model, viewer: viewer, today: today, moment: moment("14:10"), directory: directory, nextRow: nextRow,
      fold: TextDoor.folded)
    let known = directory
    switch decideCreation(new, context: context) {
    case .failure(let refusal):
      let existing = placements.first {
        TextDoor.folded($0.key) == TextDoor.folded("\(new.number)/\(new.programme)")
      }
      return .refused(refusal, existing: refusal.kind == .keyTaken ? existing?.placement.id : nil)
    case .success(let decision):
      nextRow = decision.nextRow
      placements.append(decision.records)
      let rows = decision.records.storedRows.filter { !known.holds($0) }
      let line = ChangeLine(
        sequence: Int64(changes.count + 1), moment: moment("14:10"), actor: viewer.name, party: viewer.party,
        onBehalfOf: nil, kind: decision.kind, duty: nil, note: decision.note, placement: decision.records.placement.id,
        student: new.student, rows: rows.map { RecordChange(before: nil, after: $0) }, undoes: nil)
      changes.append(Change(line: line, subject: decision.subject))
      return .saved(decision.records.placement.id)
    }
  }
}

extension Directory {
  fileprivate func holds(_ row: StoredRow) -> Bool {
    let shared: [Int64] = students.map(\.id) + employers.map(\.id) + workplaces.map(\.id) + persons.map(\.id)
    return row.table != .placement && row.table != .assignment && row.table != .workplaceLink && shared.contains(row.id)
  }
}
