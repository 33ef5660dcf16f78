import WerkendLeren

/// What a form asks about a name that was typed into it.
public enum FormLookup: Equatable, Sendable {
  /// The student with that number, and their placements.
  case student(number: String)
  /// The employer of that name, with its workplaces and its contact person.
  case employer(name: String)
  /// The one person of that name in a role, for the employer's people at that employer.
  case person(PersonRole, name: String, employer: String)
}

/// What was found for it.
public enum FormFinding: Equatable, Sendable {
  /// A student.
  case student(Student, placements: [Placement])
  /// An employer; its contact person where there is one only.
  case employer(Employer, workplaces: [Workplace], contact: Person?)
  /// A person.
  case person(Person)
  /// Nothing, or several.
  case nothing
}

/// What became of a new placement.
public enum CreationResult: Equatable, Sendable {
  /// It is on disk; its row.
  case saved(Int64)
  /// It may not be made; `existing` is the placement that has its key, if that is why.
  case refused(Refusal, existing: Int64?)
  /// The store could not write; the words say why.
  case failed(String)
}
