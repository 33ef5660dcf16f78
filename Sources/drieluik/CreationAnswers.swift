import Dashboards
import StateStore
import WerkendLeren

/// What forms ask of the store about new placements.
extension StoreAnswers {
  func look(up lookup: FormLookup) throws(StoreProblem) -> FormFinding {
    switch lookup {
    case .student(let number):
      guard let found = try store.student(number: number, as: viewer) else { return .nothing }
      return .student(found.student, placements: found.placements)
    case .employer(let name):
      guard let found = try store.employer(named: name, as: viewer, today: today) else { return .nothing }
      return .employer(found.employer, workplaces: found.workplaces, contact: found.contact)
    case .person(let role, let name, let employer):
      let found = try store.person(named: name, role: role, employer: employer, as: viewer)
      return found.map(FormFinding.person) ?? .nothing
    }
  }

  func create(_ new: NewPlacement) throws(StoreProblem) -> CreationResult {
    switch try store.create(new, as: viewer, at: clock.now()) {
    case .done(_, let records): return .saved(records.placement.id)
    case .refused(let refusal):
      var existing: Int64?
      if refusal.kind == .keyTaken, case .one(let found) = try store.find("\(new.number)/\(new.programme)", as: viewer)
      {
        existing = found
      }
      return .refused(refusal, existing: existing)
    case .conflict: throw StoreProblem(.unexpected)
    }
  }
}
