/// A student-employee. Told apart by number.
public struct Student: RecordRow {
  /// The table.
  public static let table = RecordTable.student
  /// The columns, in the order of the values.
  public static let columns = [
    "number", "name", "mail", "phone",
  ]
  /// The row's number.
  public let id: Int64
  /// Student number, first spelling kept.
  public var number: String
  /// Name.
  public var name: String
  /// Mail address; empty if unknown.
  public var mail: String
  /// Phone; empty if unknown.
  public var phone: String

  /// Makes a row.
  public init(
    id: Int64, number: String = "", name: String = "", mail: String = "", phone: String = ""
  ) {
    self.id = id
    self.number = number
    self.name = name
    self.mail = mail
    self.phone = phone
  }

  /// Its values in the order of `columns`.
  public var values: [RecordValue] {
    [
      RecordValue(number),
      RecordValue(name),
      RecordValue(mail),
      RecordValue(phone),
    ]
  }

  /// Reads it back; nil where the values do not fit.
  public init?(id: Int64, values: [RecordValue]) {
    var reader = ValueReader(values)
    self.id = id
    number = reader.text()
    name = reader.text()
    mail = reader.text()
    phone = reader.text()
    guard reader.isComplete else { return nil }
  }
}

/// An employer or company (werkgever/bedrijf).
public struct Employer: RecordRow {
  /// The table.
  public static let table = RecordTable.employer
  /// The columns, in the order of the values.
  public static let columns = [
    "name"
  ]
  /// The row's number.
  public let id: Int64
  /// Name, first spelling kept.
  public var name: String

  /// Makes a row.
  public init(
    id: Int64, name: String = ""
  ) {
    self.id = id
    self.name = name
  }

  /// Its values in the order of `columns`.
  public var values: [RecordValue] {
    [
      RecordValue(name)
    ]
  }

  /// Reads it back; nil where the values do not fit.
  public init?(id: Int64, values: [RecordValue]) {
    var reader = ValueReader(values)
    self.id = id
    name = reader.text()
    guard reader.isComplete else { return nil }
  }
}

/// A workplace at an employer. A scan belongs to it.
public struct Workplace: RecordRow {
  /// The table.
  public static let table = RecordTable.workplace
  /// The columns, in the order of the values.
  public static let columns = [
    "employer", "name", "address",
  ]
  /// The row's number.
  public let id: Int64
  /// The employer's row.
  public var employer: Int64
  /// Name.
  public var name: String
  /// Address; empty if unknown.
  public var address: String

  /// Makes a row.
  public init(
    id: Int64, employer: Int64, name: String = "", address: String = ""
  ) {
    self.id = id
    self.employer = employer
    self.name = name
    self.address = address
  }

  /// Its values in the order of `columns`.
  public var values: [RecordValue] {
    [
      RecordValue(employer),
      RecordValue(name),
      RecordValue(address),
    ]
  }

  /// Reads it back; nil where the values do not fit.
  public init?(id: Int64, values: [RecordValue]) {
    var reader = ValueReader(values)
    self.id = id
    employer = reader.integer()
    name = reader.text()
    address = reader.text()
    guard reader.isComplete else { return nil }
  }
}

/// A contact person or work supervisor.
public struct Person: RecordRow {
  /// The table.
  public static let table = RecordTable.person
  /// The columns, in the order of the values.
  public static let columns = [
    "party", "employer", "name", "function", "mail", "phone", "reachable", "experience", "basis",
  ]
  /// The row's number.
  public let id: Int64
  /// The party they belong to: school or employer.
  public var party: Party
  /// The employer's row; nil for the school's people.
  public var employer: Int64?
  /// Name.
  public var name: String
  /// Function; empty if unknown.
  public var function: String
  /// Mail address; empty if unknown.
  public var mail: String
  /// Phone; empty if unknown.
  public var phone: String
  /// When they can be reached, in words.
  public var reachable: String
  /// A supervisor's experience in words; not empty means marked experienced (`rules.md`).
  public var experience: String
  /// What that rests on, such as a course; empty if unknown.
  public var basis: String

  /// Makes a row.
  public init(
    id: Int64, party: Party, employer: Int64? = nil, name: String = "", function: String = "", mail: String = "",
    phone: String = "", reachable: String = "", experience: String = "", basis: String = ""
  ) {
    self.id = id
    self.party = party
    self.employer = employer
    self.name = name
    self.function = function
    self.mail = mail
    self.phone = phone
    self.reachable = reachable
    self.experience = experience
    self.basis = basis
  }

  /// Its values in the order of `columns`.
  public var values: [RecordValue] {
    [
      RecordValue(party.rawValue),
      RecordValue(employer),
      RecordValue(name),
      RecordValue(function),
      RecordValue(mail),
      RecordValue(phone),
      RecordValue(reachable),
      RecordValue(experience),
      RecordValue(basis),
    ]
  }

  /// Reads it back; nil where the values do not fit.
  public init?(id: Int64, values: [RecordValue]) {
    var reader = ValueReader(values)
    self.id = id
    party = reader.choice(Party.school)
    employer = reader.optionalInteger()
    name = reader.text()
    function = reader.text()
    mail = reader.text()
    phone = reader.text()
    reachable = reader.text()
    experience = reader.text()
    basis = reader.text()
    guard reader.isComplete else { return nil }
  }
}
