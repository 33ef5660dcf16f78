import GRDB
import WerkendLeren

/// What is known of names that somebody is typing, so that a form can fill in the rest. The school alone may look; others get nothing.
extension Store {
  /// The student with that number, and their placements.
  public func student(
    number: String, as viewer: Viewer
  ) throws(StoreProblem) -> (student: Student, placements: [Placement])? {
    guard viewer.scope == .all else { return nil }
    return try read { db in
      let access = RecordAccess(db: db, fold: options.fold)
      let found: [Student] = try access.typed(.student, where: "number_folded = ?", [options.fold(number)])
      guard let student = found.first else { return nil }
      return (student, try access.typed(.placement, where: "student = ? ORDER BY id", [student.id]))
    }
  }

  /// The employer of that name, its workplaces, and its contact person, if all its placements that have one now have the same one.
  public func employer(
    named name: String, as viewer: Viewer, today: Day
  ) throws(StoreProblem) -> (employer: Employer, workplaces: [Workplace], contact: Person?)? {
    guard viewer.scope == .all else { return nil }
    return try read { db in
      let access = RecordAccess(db: db, fold: options.fold)
      let found: [Employer] = try access.typed(.employer, where: "name_folded = ? ORDER BY id", [options.fold(name)])
      guard let employer = found.first else { return nil }
      let workplaces: [Workplace] = try access.typed(.workplace, where: "employer = ? ORDER BY id", [employer.id])
      let contacts: [Person] = try access.typed(
        .person,
        where: """
          employer = ? AND EXISTS (SELECT 1 FROM assignment a WHERE a.person = person.id AND a.role = 'employer-contact' \
          AND a.from_day <= ? AND (a.until_day IS NULL OR a.until_day >= ?)) ORDER BY id LIMIT 2
          """, [employer.id, today.iso, today.iso])
      return (employer, workplaces, contacts.count == 1 ? contacts.first : nil)
    }
  }

  /// The one person of that name in a role: at the school, or at the employer of that name. Nil where there are several.
  public func person(
    named name: String, role: PersonRole, employer: String, as viewer: Viewer
  ) throws(StoreProblem) -> Person? {
    guard viewer.scope == .all else { return nil }
    return try readOnce { db in
      let access = RecordAccess(db: db, fold: options.fold)
      let found: [Person] =
        role.party == .school
        ? try access.typed(
          .person, where: "name_folded = ? AND employer IS NULL ORDER BY id LIMIT 2", [options.fold(name)])
        : try access.typed(
          .person,
          where: """
            name_folded = ? AND employer = (SELECT id FROM employer WHERE name_folded = ? ORDER BY id LIMIT 1) \
            ORDER BY id LIMIT 2
            """, [options.fold(name), options.fold(employer)])
      return found.count == 1 ? found.first : nil
    }
  }

  /// The person as whom the viewer looks, for the school: the newest row of theirs; nil where nobody was named or known.
  public func ownPerson(of viewer: Viewer) throws(StoreProblem) -> Person? {
    guard viewer.scope == .all, let newest = viewer.persons?.max() else { return nil }
    return try readOnce { db in
      let found: [Person] = try RecordAccess(db: db, fold: options.fold).typed(.person, where: "id = ?", [newest])
      return found.first
    }
  }
}
