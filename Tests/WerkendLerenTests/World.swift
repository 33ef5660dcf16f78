import Testing
import WerkendLeren

/// A day from its ISO text; a wrong text fails the test.
func day(_ text: String) -> Day {
  guard let day = Day(iso: text) else {
    Issue.record("no such day: \(text)")
    return Day(number: 0)
  }
  return day
}

/// Case and outer or double spaces aside, as the store's text door does it.
func fold(_ text: String) -> String {
  text.lowercased().split(separator: " ").joined(separator: " ")
}

/// One placement, the day it is, and rows that other placements left behind: enough to give commands one after the other.
struct World {
  var records: PlacementRecords {
    didSet { model = models[records.placement.model] ?? model }
  }
  /// The version of the duties on which the placement stands.
  private(set) var model: DutyModel
  /// Every version that there is, by its row.
  var models: [Int64: DutyModel]
  var today: Day
  var nextRow: Int64 = 100
  var directory = Directory()

  init(start: String? = "2026-09-01", today: String = "2026-05-03", model: DutyModel = TestModel.model) {
    let student = Student(id: 1, number: "0301234", name: "Amira El Idrissi", mail: "amira@school.nl")
    let placement = Placement(id: 2, student: 1, programme: "HBO-ICT", start: start.map { day($0) }, model: 1)
    records = PlacementRecords(placement: placement, student: student)
    self.model = model
    models = [1: model]
    self.today = day(today)
  }

  func viewer(_ party: Party) -> Viewer {
    switch party {
    case .school: .school(name: "Noor Bakker")
    case .student: Viewer(party: .student, name: "Amira El Idrissi", scope: .student(records.student.id))
    case .employer:
      Viewer(party: .employer, name: "Jan van Dijk", scope: records.currentLink.map { .employer($0.employer) } ?? .all)
    }
  }

  func context(_ viewer: Viewer) -> DecisionContext {
    DecisionContext(
      model: model, viewer: viewer, today: today, moment: "\(today.iso)T14:10:00+01:00", directory: directory,
      nextRow: nextRow, models: models, fold: fold)
  }

  /// Gives a command; on a refusal nothing changes and the refusal is thrown.
  @discardableResult
  mutating func perform(_ command: Command, as party: Party = .school) throws(Refusal) -> Decision {
    let decision = try decide(command, on: records, context: context(viewer(party))).get()
    records = decision.records
    nextRow = decision.nextRow
    return decision
  }

  /// Gives a command on a day.
  @discardableResult
  mutating func perform(_ command: Command, on text: String, as party: Party = .school) throws -> Decision {
    today = day(text)
    return try perform(command, as: party)
  }

  /// Why a command is refused; nil if it is not. Nothing changes.
  func refusal(_ command: Command, as party: Party = .school) -> Refusal? {
    if case .failure(let refusal) = decide(command, on: records, context: context(viewer(party))) { return refusal }
    return nil
  }

  /// Confirms a part by the party itself.
  mutating func confirm(_ number: Int, _ party: Party, on text: String? = nil) throws {
    if let text { today = day(text) }
    try perform(.confirm(duty: TestModel.id(number), party: party, day: today, note: ""), as: party)
  }

  mutating func setWorkplace(
    _ employer: String = "Van Dijk Techniek", _ workplace: String = "Werkplaats", on text: String, from: String? = nil
  ) throws {
    try perform(
      .setWorkplace(employer: employer, workplace: workplace, address: "", from: day(from ?? text)), on: text)
  }

  mutating func setPerson(
    _ role: PersonRole, _ name: String, mail: String = "", experience: String = "", on text: String,
    from: String? = nil, until: String? = nil
  ) throws {
    let content = PersonContent(
      name: name, mail: mail, experience: experience, from: day(from ?? text), until: until.map { day($0) })
    try perform(.setPerson(role: role, content), on: text)
  }

  mutating func addAgreement(_ label: String = "1", on text: String) throws {
    let yes = AgreementContent.Section(included: true)
    try perform(
      .addAgreement(
        AgreementContent(
          label: label, date: day(text), kept: "archief", content: yes, guidance: yes, programme: yes, assessment: yes)),
      on: text)
  }

  mutating func addPlan(_ label: String = "1", on text: String) throws {
    try perform(.addPlan(label: label, date: day(text), kept: "archief"), on: text)
  }

  mutating func addScan(
    _ decision: ScanDecision = .suitable, on text: String, until: String = "2028-06-10"
  ) throws {
    try perform(
      .addPaperScan(
        PaperScanContent(date: day(text), decision: decision, validUntil: day(until), by: "Noor Bakker", kept: "map")),
      on: text)
  }

  mutating func startOn(_ text: String, reason: String = "") throws {
    try perform(.start(day: day(text), withoutScanReason: reason), on: text)
  }

  mutating func pause(_ from: String, back: String? = nil) throws {
    try perform(.pause(from: day(from), intendedReturn: back.map { day($0) }, reason: "ziek"), on: from)
  }

  mutating func resume(_ on: String, newStart: String? = nil) throws {
    try perform(.resume(day: day(on), newStart: newStart.map { day($0) }), on: on)
  }

  var derivation: Derivation { Derivation(records, model: model) }
  var summary: Summary { Summary(records, model: model) }

  /// The item of a duty by its number in `domain.md`.
  func item(_ number: Int) throws -> Item { try #require(derivation[TestModel.id(number)]) }

  func due(_ number: Int) throws -> String? { try item(number).due?.iso }

  func state(_ number: Int, on text: String, for viewer: Party? = nil) throws -> ItemState {
    try item(number).state(on: day(text), for: viewer)
  }

  /// Done and total as the overview writes them: `2/4`.
  func count(_ party: Party, _ phase: Phase, on text: String) -> String {
    let count = summary.count(of: party, in: phase, on: day(text))
    return "\(count.done)/\(count.total)"
  }

  /// In preparation with everything that the start of the sketches asks for, but not started; today is 1 July 2026.
  static func ready(start: String? = "2026-09-01", model: DutyModel = TestModel.model) throws -> World {
    var world = World(start: start, model: model)
    try world.confirm(6, .school, on: "2026-05-03")
    try world.confirm(1, .student, on: "2026-05-12")
    try world.setPerson(.schoolContact, "Noor Bakker", mail: "noor@school.nl", on: "2026-05-12")
    try world.confirm(12, .school, on: "2026-05-12")
    try world.confirm(23, .school, on: "2026-05-12")
    try world.setWorkplace(on: "2026-05-28")
    try world.confirm(12, .employer)
    try world.confirm(23, .employer)
    try world.setPerson(.employerContact, "Jan van Dijk", on: "2026-05-28")
    try world.setPerson(.supervisor, "Sanne Mol", experience: "9 jaar", on: "2026-05-28")
    try world.addScan(on: "2026-06-10")
    try world.addAgreement(on: "2026-06-20")
    for party in Party.allCases { try world.confirm(7, party) }
    try world.addPlan(on: "2026-07-01")
    for party in Party.allCases { try world.confirm(8, party) }
    return world
  }

  /// Started on 1 September 2026, as in the sketches.
  static func running(model: DutyModel = TestModel.model) throws -> World {
    var world = try ready(model: model)
    try world.startOn("2026-09-01")
    return world
  }
}
