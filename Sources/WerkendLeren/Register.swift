/// Something beside placements that has a screen of its own, with everything that belongs to it.
public enum RegisterSubject: Hashable, Sendable {
  /// An employer, by its row.
  case employer(Int64)
  /// A workplace, by its row.
  case workplace(Int64)
  /// A student, by their row.
  case student(Int64)
}

/// How many placements there are somewhere.
public struct PlacementCounts: Hashable, Sendable {
  /// Those that are there and have not ended: in preparation, during, paused.
  public var running: Int
  /// The others: ended, put away in the archive, or elsewhere by now.
  public var former: Int

  /// Makes counts.
  public init(running: Int = 0, former: Int = 0) {
    self.running = running
    self.former = former
  }

  /// All of them.
  public var all: Int { running + former }
}

/// An employer in the list of employers.
public struct EmployerLine: Hashable, Sendable, Identifiable {
  /// Its row.
  public var id: Int64
  /// Its name.
  public var name: String
  /// The names of its workplaces, the first few by name.
  public var workplaces: [String]
  /// Its placements, as far as the viewer may see them.
  public var placements: PlacementCounts

  /// How many workplaces a line names.
  public static let namedWorkplaces = 3

  /// Makes a line.
  public init(id: Int64, name: String, workplaces: [String], placements: PlacementCounts) {
    self.id = id
    self.name = name
    self.workplaces = workplaces
    self.placements = placements
  }
}

/// A part of the list of employers.
public struct EmployersPage: Hashable, Sendable {
  /// The number of its first line, from 0.
  public var offset: Int
  /// The lines, by name.
  public var lines: [EmployerLine]
  /// How many there are.
  public var total: Int

  /// Makes a page.
  public init(offset: Int, lines: [EmployerLine], total: Int) {
    self.offset = offset
    self.lines = lines
    self.total = total
  }
}

/// A placement on the screen of an employer, a workplace or a student.
public struct RegisterPlacement: Hashable, Sendable, Identifiable {
  /// Its row.
  public var id: Int64
  /// The student's name.
  public var student: String
  /// The programme.
  public var programme: String
  /// The current employer's name; nil while there is none.
  public var employer: String?
  /// Where it stands.
  public var stage: Stage
  /// Whether it lies in the archive.
  public var isArchived: Bool
  /// Whether it still is at that employer or workplace; always, for a student.
  public var isHere: Bool
  /// Its first day there; for a student the day of the start, or the planned one.
  public var from: Day?
  /// Its last day there: that of a change, or of the end; for a student the planned last day until it has ended.
  public var until: Day?

  /// Makes it.
  public init(
    id: Int64, student: String, programme: String, employer: String?, stage: Stage, isArchived: Bool, isHere: Bool,
    from: Day?, until: Day?
  ) {
    self.id = id
    self.student = student
    self.programme = programme
    self.employer = employer
    self.stage = stage
    self.isArchived = isArchived
    self.isHere = isHere
    self.from = from
    self.until = until
  }

  /// Whether it counts as one that runs there.
  public var isRunning: Bool { isHere && !isArchived && Stage.running.contains(stage) }
}

extension Stage {
  /// The stages of placements that have not ended.
  public static let running: [Stage] = [.preparation, .during, .paused]
}

/// Somebody of an employer, with what they do in placements that run there.
public struct RegisterPerson: Hashable, Sendable, Identifiable {
  /// Their data.
  public var person: Person
  /// Their present roles; none: they have been or will be somebody's.
  public var roles: [PersonRole]
  /// In how many running placements they have one.
  public var placements: Int
  /// A placement under which the history keeps a change of their data; nil where there is none now.
  public var anchor: Int64?

  /// Their row.
  public var id: Int64 { person.id }

  /// Makes it.
  public init(person: Person, roles: [PersonRole], placements: Int, anchor: Int64?) {
    self.person = person
    self.roles = roles
    self.placements = placements
    self.anchor = anchor
  }
}

/// A line of such a screen.
public enum RegisterLine: Hashable, Sendable {
  /// A workplace of an employer.
  case workplace(Workplace, PlacementCounts)
  /// Somebody of an employer.
  case person(RegisterPerson)
  /// A placement.
  case placement(RegisterPlacement)
}

/// An employer, a workplace or a student, and a part of what belongs to it: workplaces by name, then people (those with a role first), then
/// placements (those that run first).
public struct RegisterPage: Hashable, Sendable {
  /// Who or what it is.
  public enum Head: Hashable, Sendable {
    /// An employer.
    case employer(Employer)
    /// A workplace, and its employer.
    case workplace(Workplace, Employer)
    /// A student.
    case student(Student)
  }
  /// Who or what it is.
  public var head: Head
  /// A placement under which the history keeps a change of the head; nil where there is none now.
  public var anchor: Int64?
  /// How many workplaces there are.
  public var workplaces: Int
  /// How many people.
  public var people: Int
  /// How many placements.
  public var placements: PlacementCounts
  /// The number of the first line, from 0.
  public var offset: Int
  /// The lines.
  public var lines: [RegisterLine]

  /// Makes a page.
  public init(
    head: Head, anchor: Int64?, workplaces: Int, people: Int, placements: PlacementCounts, offset: Int,
    lines: [RegisterLine]
  ) {
    self.head = head
    self.anchor = anchor
    self.workplaces = workplaces
    self.people = people
    self.placements = placements
    self.offset = offset
    self.lines = lines
  }

  /// How many lines there are.
  public var total: Int { workplaces + people + placements.all }
}
