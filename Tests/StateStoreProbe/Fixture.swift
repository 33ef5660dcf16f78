import StateStore
import WerkendLeren

/// What tests of the store share with the probe: a model with every kind of duty, options, and placements.
package enum Fixture {
  /// The day on which everything in the tests happens, unless a test says otherwise.
  package static let today = day(2026, 11, 23)

  /// A day that the calendar has.
  package static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Day(number: 0)
  }

  /// A moment on a day.
  package static func moment(_ day: Day = today) -> Moment { Moment(today: day, text: "\(day.iso)T12:00:00+01:00") }

  /// Who acts in most tests.
  package static let school = Viewer.school(name: "Noor Bakker")

  /// Options with a plain fold; the model is known by its name.
  package static func options(
    session: String = StoreOptions.newSession(), patience: Double = 5, makesFolder: Bool = false
  ) -> StoreOptions {
    StoreOptions(
      fold: { fold($0) }, encodeModel: \.name, decodeModel: { name in [model, laterModel].first { $0.name == name } },
      encodeQuestionnaire: \.version,
      decodeQuestionnaire: { version in [questionnaire, laterQuestionnaire].first { $0.version == version } },
      makesFolder: makesFolder, session: session, patience: patience)
  }

  /// Without case (of ASCII) and superfluous spaces.
  package static func fold(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == 0x20 {
        if let last = bytes.last, last != 0x20 { bytes.append(byte) }
      } else {
        bytes.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A later version: one duty dropped, one reworded, one added.
  package static let laterModel = DutyModel(
    name: "later",
    duties: model.duties.compactMap { duty -> Duty? in
      var duty = duty
      if duty.id.text == "employer.during.salary" { return nil }
      if duty.id.text == "school.preparation.agreement" { duty.dutch += ", in other words" }
      return duty
    } + [duty("student.during.logbook", .continuing)])

  /// The 25 duties with short names.
  package static let model = DutyModel(
    name: "tests",
    duties: [
      duty("student.preparation.orientation", .task),
      duty("student.preparation.workplace", .evidence, gate: true, record: .workplace),
      duty("student.during.participation", .continuing),
      duty("student.during.communication", .continuing),
      duty("student.during.ownership", .continuing),
      duty("school.preparation.information", .task),
      duty("school.preparation.agreement", .joint, gate: true, parties: Party.allCases, record: .agreement),
      duty("school.preparation.plan", .joint, parties: Party.allCases, record: .plan),
      duty("school.preparation.scan", .evidence, record: .scan),
      duty("school.during.support", .continuing),
      duty("school.during.coordination", .continuing),
      duty("school.during.no_fee", .declaration, parties: [.school, .employer]),
      duty("school.during.contact", .evidence, record: .schoolContact),
      duty("employer.preparation.workplace", .evidence, gate: true, record: .suitableWorkplace),
      duty(
        "employer.preparation.plan", .joint, parties: Party.allCases, record: .plan,
        mirrors: "school.preparation.plan"),
      duty("employer.preparation.supervisor", .evidence, record: .supervisor),
      duty("employer.preparation.contact", .evidence, record: .employerContact),
      duty("employer.during.environment", .continuing),
      duty("employer.during.team", .continuing),
      duty("employer.during.supervision", .continuing, record: .experiencedSupervisor),
      duty("employer.during.involvement", .continuing),
      duty("employer.during.salary", .continuing),
      duty("employer.during.no_fee", .declaration, parties: [.school, .employer]),
      duty("employer.during.assessment", .continuing),
      duty("employer.during.contact", .evidence, record: .employerContact),
    ])

  private static func duty(
    _ id: String, _ kind: DutyKind, gate: Bool = false, parties: [Party] = [], record: RecordKind? = nil,
    mirrors: String? = nil
  ) -> Duty {
    let parts = id.split(separator: ".")
    return Duty(
      id: DutyID(id), party: Party(rawValue: String(parts[0])) ?? .school,
      phase: Phase(rawValue: String(parts[1])) ?? .preparation, kind: kind, gate: gate, parties: parties,
      record: record, mirrors: mirrors.map { DutyID($0) }, shortDutch: String(parts[2]),
      shortEnglish: String(parts[2]), dutch: id, english: id)
  }

  /// A line of an import: every part filled in from its number.
  package static func row(_ number: Int, running: Bool = false) -> ImportedPlacement {
    var row = ImportedPlacement(
      number: String(100_000 + number), student: "Student \(number % 7919) \(number)",
      programme: ["HBO-ICT", "Verpleegkunde", "Bouwkunde"][number % 3])
    row.studentMail = "s\(number)@school.test"
    row.start = today.adding(days: number % 240 - 100)
    row.end = today.adding(days: 700 + number % 30)
    if number % 11 != 0 {
      row.employer = "Werkgever \(number % 1009)"
      row.workplace = "Locatie \(number % 3)"
      row.employerContact = .init(name: "Contact \(number % 1009)", mail: "c\(number % 1009)@werk.test")
      row.supervisor = .init(name: "Begeleider \(number % 2017)", mail: "b\(number % 2017)@werk\(number % 1009).test")
    }
    row.schoolContact = .init(name: "Docent \(number % 101)", mail: "d\(number % 101)@school.test")
    if running, number % 11 != 0 {
      row.startedOn = today.adding(days: -(number % 90) - 1)
      row.agreementSignedOn = today.adding(days: -100)
    }
    return row
  }

  /// Opens a store and makes sure of the model.
  package static func open(_ path: String, options: StoreOptions = options()) throws -> Store {
    let store = try Store.open(path, options: options)
    if !store.isReadOnly { try store.ensureModel(model, at: moment()) }
    return store
  }
}

/// A generator that gives the same numbers for the same seed (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  /// Starts it.
  package init(seed: UInt64) { state = seed }
  /// The next number.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
