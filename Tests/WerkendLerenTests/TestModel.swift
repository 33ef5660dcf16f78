import WerkendLeren

/// The 25 duties of `domain.md` as values, numbered as there; their texts are short names only.
enum TestModel {
  static let model = DutyModel(name: "test", duties: duties)

  /// The id of a duty by its number in `domain.md`, from 1.
  static func id(_ number: Int) -> DutyID { duties[number - 1].id }

  static let duties: [Duty] = [
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
      mirrors: DutyID("school.preparation.plan")),
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
  ]

  /// Duties that a school might add: conditional ones, a task for the employer, a joint one without a record, gates on persons.
  static let schoolsOwn: [Duty] = [
    duty("employer.preparation.keys", .task),
    duty("student.during.logbook", .task),
    duty("school.preparation.visit", .joint, parties: [.student, .school]),
    duty(
      "employer.preparation.safety", .task,
      condition: .init(
        programmes: ["Bouwkunde"], employers: [], reasonDutch: "alleen Bouwkunde", reasonEnglish: "only Bouwkunde")),
    duty(
      "student.during.badge", .continuing,
      condition: .init(
        programmes: [], employers: ["Zorggroep Noord"], reasonDutch: "alleen daar", reasonEnglish: "only there")),
    duty("school.preparation.contact", .evidence, gate: true, record: .schoolContact),
    duty("employer.preparation.guide", .evidence, gate: true, record: .experiencedSupervisor),
  ]

  /// A model of the 25 duties in which some are changed.
  static func changed(_ change: (inout Duty) -> Void) -> DutyModel {
    DutyModel(
      name: "changed",
      duties: duties.map { duty in
        var duty = duty
        change(&duty)
        return duty
      })
  }

  /// Party and phase are read from the id.
  static func duty(
    _ id: String, _ kind: DutyKind, gate: Bool = false, parties: [Party] = [], record: RecordKind? = nil,
    mirrors: DutyID? = nil, rhythmDays: Int? = nil, condition: DutyCondition? = nil
  ) -> Duty {
    let parts = id.split(separator: ".").map(String.init)
    return Duty(
      id: DutyID(id), party: Party(rawValue: parts[0]) ?? .school, phase: Phase(rawValue: parts[1]) ?? .preparation,
      kind: kind, gate: gate, parties: parties, record: record, mirrors: mirrors, rhythmDays: rhythmDays,
      condition: condition, shortDutch: parts[2], shortEnglish: parts[2], dutch: parts[2], english: parts[2])
  }
}
