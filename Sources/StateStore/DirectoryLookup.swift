import GRDB
import WerkendLeren

extension RecordAccess {
  /// The rows that a command names; `records` are those of its placement.
  func directory(for command: Command, on records: PlacementRecords) throws -> Directory {
    var directory = Directory()
    switch command {
    case .setWorkplace(let employer, let workplace, _, _):
      try add(employer: employer, workplace: workplace, to: &directory)
    case .setPerson(_, let person): try add(person: person.name, mail: person.mail, at: nil, to: &directory)
    case .correctKey(let number, _, _):
      directory.students = try typed(.student, where: "number_folded = ?", [fold(number)])
      directory.placements = try typed(.placement, where: "student = ? ORDER BY id", [records.student.id])
    case .renameEmployer(_, let name):
      directory.employers = try typed(.employer, where: "name_folded = ? ORDER BY id", [fold(name)])
    case .editWorkplace(let workplace, let name, _):
      guard let employer = records.workplaces.first(where: { $0.id == workplace })?.employer else { break }
      directory.workplaces = try typed(
        .workplace, where: "employer = ? AND name_folded = ? ORDER BY id", [employer, fold(name)])
    default: break
    }
    return directory
  }

  /// The rows that a line of an import names; `current` are the placement's records, if it is there.
  func directory(for row: ImportedPlacement, current: PlacementRecords?) throws -> Directory {
    var directory = Directory()
    if current == nil {
      directory.students = try typed(.student, where: "number_folded = ?", [fold(row.number)])
    }
    if let employer = row.employer ?? current?.currentEmployer?.name {
      let same = current?.currentEmployer.map { fold($0.name) == fold(employer) } ?? false
      let place = row.workplace.map { name in current?.currentWorkplace.map { fold($0.name) != fold(name) } ?? true }
      // Most lines of a file that comes again name what is there already.
      if !same || place == true { try add(employer: employer, workplace: row.workplace ?? "", to: &directory) }
    }
    for (role, person) in [
      (PersonRole.schoolContact, row.schoolContact), (.employerContact, row.employerContact),
      (.supervisor, row.supervisor),
    ] where !person.isEmpty {
      let holder = current?.assignments(of: role).last?.person
      if let holder, let name = person.name, fold(holder.name) == fold(name),
        person.mail == nil || fold(person.mail ?? "") == fold(holder.mail)
      {
        continue
      }
      let employers =
        role.party == .school
        ? [] : directory.employers.map(\.id) + [current?.currentLink?.employer].compactMap { $0 }
      try add(person: person.name ?? "", mail: person.mail ?? "", at: employers, to: &directory)
    }
    return directory
  }

  /// The rows that a new placement names.
  func directory(for new: NewPlacement) throws -> Directory {
    var directory = Directory()
    directory.students = try typed(.student, where: "number_folded = ?", [fold(new.number)])
    for student in directory.students {
      directory.placements += try typed(.placement, where: "student = ? ORDER BY id", [student.id])
    }
    if !new.employer.isEmpty { try add(employer: new.employer, workplace: new.workplace, to: &directory) }
    for (role, person) in new.persons {
      let employers = role.party == .school ? [] : directory.employers.map(\.id)
      // An employer that is new has no persons yet.
      if role.party == .employer, employers.isEmpty { continue }
      try add(person: person.name, mail: person.mail, at: employers, to: &directory)
    }
    return directory
  }

  private func add(employer: String, workplace: String, to directory: inout Directory) throws {
    let found: [Employer] = try typed(.employer, where: "name_folded = ? ORDER BY id", [fold(employer)])
    directory.employers += found
    guard !workplace.isEmpty else { return }
    for row in found {
      let places: [Workplace] = try typed(
        .workplace, where: "employer = ? AND name_folded = ? ORDER BY id", [row.id, fold(workplace)])
      directory.workplaces += places
      for place in places {
        directory.scans += try typed(.scanDecision, where: "workplace = ? ORDER BY id", [place.id])
      }
    }
  }

  /// Persons who can be the one named: by mail, and by name where none is given. `employers` are those at which they can be, none of them for
  /// the school's people; nil: anywhere. A name that thousands bear at other employers must not be read thousands of times.
  private func add(
    person name: String, mail: String, at employers: [Int64]?, to directory: inout Directory
  ) throws {
    var places: [(condition: String, arguments: StatementArguments)] = [("", [])]
    if let employers {
      places = employers.isEmpty ? [(" AND employer IS NULL", [])] : employers.map { (" AND employer = ?", [$0]) }
    }
    var found: [Person] = []
    for place in places {
      if !mail.isEmpty {
        found += try typed(
          .person, where: "mail_folded = ? AND mail_folded <> ''\(place.condition) ORDER BY id",
          [fold(mail)] + place.arguments)
      } else if !name.isEmpty {
        found += try typed(
          .person, where: "name_folded = ? AND mail_folded = ''\(place.condition) ORDER BY id",
          [fold(name)] + place.arguments)
      }
    }
    var seen = Set(directory.persons.map(\.id))
    for person in found where seen.insert(person.id).inserted { directory.persons.append(person) }
    directory.persons.sort { $0.id < $1.id }
  }

  func typed<Record: RecordRow>(
    _ table: RecordTable, where condition: String, _ arguments: StatementArguments
  ) throws -> [Record] {
    try rows(table, where: condition, arguments).map { row in
      guard let record = Record(id: row.id, values: row.values) else {
        throw StoreProblem(.damaged, ["path": "", "detail": "\(table.rawValue) \(row.id)"])
      }
      return record
    }
  }
}

extension Directory {
  /// Every row, as the store knows it.
  var storedRows: [StoredRow] {
    students.map(\.stored) + employers.map(\.stored) + workplaces.map(\.stored) + persons.map(\.stored)
      + scans.map(\.stored)
  }
}
