import Dashboards
import Language
import WerkendLeren

/// Employers, workplaces and students of the store in memory: put together anew from all records at each question.
extension FakeStore {
  /// What changed of rows that placements share, in all the others too.
  mutating func share(_ changes: [RecordChange]) {
    let shared = changes.compactMap(\.after).filter {
      [.student, .employer, .workplace, .person].contains($0.table)
    }
    guard !shared.isEmpty else { return }
    for index in placements.indices {
      var rows = placements[index].storedRows
      var isTouched = false
      for row in shared {
        guard let place = rows.firstIndex(where: { $0.table == row.table && $0.id == row.id && $0 != row }) else {
          continue
        }
        rows[place] = row
        isTouched = true
      }
      if isTouched, let records = PlacementRecords(rows: rows) { placements[index] = records }
    }
  }

  private var seen: [PlacementRecords] { placements.filter(viewer.maySee) }

  private func line(
    _ records: PlacementRecords, _ links: [WorkplaceLink], isStudents: Bool = false
  ) -> RegisterPlacement {
    let placement = records.placement
    let isHere = isStudents || links.contains { $0.until == nil }
    let from = isStudents ? placement.startedOn ?? placement.start : links.map(\.from).min()
    var until = isHere ? placement.endedOn : links.compactMap(\.until).max()
    if isStudents { until = until ?? placement.end }
    return RegisterPlacement(
      id: placement.id, student: records.student.name, programme: placement.programme,
      employer: records.currentEmployer?.name, stage: Summary(records, model: model).stage,
      isArchived: placement.archivedOn != nil, isHere: isHere, from: from, until: until)
  }

  private func placements(_ subject: RegisterSubject) -> [RegisterPlacement] {
    seen.compactMap { records in
      switch subject {
      case .student(let id): return records.student.id == id ? line(records, [], isStudents: true) : nil
      case .employer(let id):
        let links = records.links.filter { $0.employer == id }
        return links.isEmpty ? nil : line(records, links)
      case .workplace(let id):
        let links = records.links.filter { $0.workplace == id }
        return links.isEmpty ? nil : line(records, links)
      }
    }.sorted {
      ($0.isRunning ? 0 : 1, TextDoor.folded($0.student), $0.programme, $0.id)
        < ($1.isRunning ? 0 : 1, TextDoor.folded($1.student), $1.programme, $1.id)
    }
  }

  private func counts(_ placements: [RegisterPlacement]) -> PlacementCounts {
    let running = placements.count(where: \.isRunning)
    return PlacementCounts(running: running, former: placements.count - running)
  }

  /// The employers that the viewer may know.
  private var employers: [Employer] {
    switch viewer.scope {
    case .all: directory.employers
    case .employer(let id): directory.employers.filter { $0.id == id }
    case .student:
      directory.employers.filter { employer in
        seen.contains { $0.links.contains { $0.employer == employer.id } }
      }
    }
  }

  private func workplaces(of employer: Int64) -> [Workplace] {
    var all = directory.workplaces.filter { $0.employer == employer }
    if case .student = viewer.scope {
      let own = Set(seen.flatMap(\.links).compactMap(\.workplace))
      all.removeAll { !own.contains($0.id) }
    }
    return all.sorted { (TextDoor.folded($0.name), $0.id) < (TextDoor.folded($1.name), $1.id) }
  }

  func employersPage(_ text: String, offset: Int, limit: Int) -> EmployersPage {
    let words = TextDoor.folded(text).split(separator: " ")
    let found = employers.filter { employer in
      let names = [employer.name] + (viewer.scope == .all ? workplaces(of: employer.id).map(\.name) : [])
      return words.allSatisfy { word in names.contains { TextDoor.folded($0).contains(word) } }
    }.sorted { (TextDoor.folded($0.name), $0.id) < (TextDoor.folded($1.name), $1.id) }
    return EmployersPage(
      offset: offset,
      lines: found.dropFirst(offset).prefix(limit).map { employer in
        EmployerLine(
          id: employer.id, name: employer.name,
          workplaces: workplaces(of: employer.id).prefix(EmployerLine.namedWorkplaces).map(\.name),
          placements: counts(placements(.employer(employer.id))))
      }, total: found.count)
  }

  private func people(_ subject: RegisterSubject) -> [RegisterPerson] {
    let employer: Int64
    switch subject {
    case .student: return []
    case .employer(let id): employer = id
    case .workplace(let id): employer = directory.workplaces.first { $0.id == id }?.employer ?? 0
    }
    let entries = directory.persons.filter { $0.employer == employer }.map { person -> RegisterPerson in
      let own = seen.filter { $0.currentLink?.employer == employer }
      let named = own.filter { $0.assignments.contains { $0.person == person.id } }
      let running = named.filter { records in
        if case .workplace(let id) = subject, records.currentLink?.workplace != id { return false }
        return records.placement.archivedOn == nil && Stage.running.contains(Summary(records, model: model).stage)
      }
      var roles: Set<PersonRole> = []
      var count = 0
      for records in running {
        let current = records.assignments.filter {
          $0.person == person.id && $0.from <= today && $0.until.map { $0 >= today } ?? true
        }
        roles.formUnion(current.map(\.role))
        count += current.isEmpty ? 0 : 1
      }
      return RegisterPerson(
        person: person, roles: PersonRole.allCases.filter(roles.contains), placements: count,
        anchor: named.map(\.placement.id).min())
    }
    return entries.filter { entry in
      if case .workplace = subject { return !entry.roles.isEmpty }
      if case .student = viewer.scope { return seen.contains { $0.assignments.contains { $0.person == entry.id } } }
      return true
    }.sorted {
      ($0.roles.isEmpty ? 1 : 0, TextDoor.folded($0.person.name), $0.id)
        < ($1.roles.isEmpty ? 1 : 0, TextDoor.folded($1.person.name), $1.id)
    }
  }

  private func head(_ subject: RegisterSubject) -> RegisterPage.Head? {
    switch subject {
    case .employer(let id): return employers.first { $0.id == id }.map { .employer($0) }
    case .workplace(let id):
      guard let workplace = directory.workplaces.first(where: { $0.id == id }),
        let employer = employers.first(where: { $0.id == workplace.employer }),
        workplaces(of: employer.id).contains(workplace)
      else { return nil }
      return .workplace(workplace, employer)
    case .student(let id): return seen.first { $0.student.id == id }.map { .student($0.student) }
    }
  }

  func registerPage(_ subject: RegisterSubject, offset: Int, limit: Int) -> RegisterPage? {
    guard let head = head(subject) else { return nil }
    var places: [RegisterLine] = []
    if case .employer(let id) = subject {
      places = workplaces(of: id).map { .workplace($0, counts(placements(.workplace($0.id)))) }
    }
    let (people, listed) = (people(subject), placements(subject))
    let here = listed.filter(\.isHere)
    let lines = places + people.map { .person($0) } + listed.map { .placement($0) }
    return RegisterPage(
      head: head, anchor: here.filter(\.isRunning).map(\.id).min() ?? here.map(\.id).min(), workplaces: places.count,
      people: people.count, placements: counts(listed), offset: offset,
      lines: Array(lines.dropFirst(offset).prefix(limit)))
  }
}
