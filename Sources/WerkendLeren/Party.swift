/// One of the three that carry a placement together. The order is that of the triptych.
public enum Party: String, CaseIterable, Comparable, Hashable, Sendable {
  /// The student-employee (student-werknemer).
  case student
  /// The university of applied sciences (hogeschool).
  case school
  /// The employer or company (werkgever/bedrijf).
  case employer

  /// 0 for the student, 1 for the school, 2 for the employer.
  public var index: Int {
    switch self {
    case .student: 0
    case .school: 1
    case .employer: 2
    }
  }

  /// Student before school before employer.
  public static func < (first: Party, second: Party) -> Bool { first.index < second.index }
}

/// The two phases in which duties stand.
public enum Phase: String, CaseIterable, Comparable, Hashable, Sendable {
  /// Before the start (voorbereidingsfase).
  case preparation
  /// During the programme (tijdens de duale opleiding).
  case during

  /// Preparation before during.
  public static func < (first: Phase, second: Phase) -> Bool { first == .preparation && second == .during }
}

/// One value for each party.
public struct PerParty<Value> {
  /// The student's.
  public var student: Value
  /// The school's.
  public var school: Value
  /// The employer's.
  public var employer: Value

  /// Makes it from three values.
  public init(student: Value, school: Value, employer: Value) {
    self.student = student
    self.school = school
    self.employer = employer
  }

  /// Makes it with the same value thrice.
  public init(all value: Value) {
    self.init(student: value, school: value, employer: value)
  }

  /// The value of one party.
  public subscript(party: Party) -> Value {
    get {
      switch party {
      case .student: student
      case .school: school
      case .employer: employer
      }
    }
    set {
      switch party {
      case .student: student = newValue
      case .school: school = newValue
      case .employer: employer = newValue
      }
    }
  }
}

extension PerParty: Equatable where Value: Equatable {}
extension PerParty: Hashable where Value: Hashable {}
extension PerParty: Sendable where Value: Sendable {}
