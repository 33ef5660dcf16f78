import Dashboards
import Language
import Testing
import WerkendLeren

/// The placements of the pictures: those of the sketches in `screens.md`, on 23 November 2026, and some more to scroll through.
enum Fixture {
  static let amira: Int64 = 11
  static let daan: Int64 = 12
  static let bram: Int64 = 13
  static let chloe: Int64 = 14
  static let emre: Int64 = 15
  static let fenna: Int64 = 16
  static let ready: Int64 = 17
  static let noor: Int64 = 1

  static let today = day("2026-11-23")
  static let viewer = Viewer(party: .school, name: "Noor Bakker", scope: .all, persons: [noor])

  static func day(_ text: String) -> Day {
    guard let day = Day(iso: text) else {
      Issue.record("no such day: \(text)")
      return Day(number: 0)
    }
    return day
  }

  /// Everything, as it stands on 23 November 2026. Made once: the pictures read it, tests work on copies.
  static let store = make()

  /// What lists know of each placement as it stands there.
  static let rows = Dictionary(
    store.placements.map { ($0.placement.id, (records: $0, row: FakeStore.row($0, model: store.model))) },
    uniquingKeysWith: { first, _ in first })

  private static func make() -> FakeStore {
    var maker = FixtureMaker(store: FakeStore(model: BuiltInModel.load(), viewer: viewer, today: today))
    maker.amira()
    maker.daan()
    maker.bram()
    maker.chloe()
    maker.emre()
    maker.fenna()
    maker.ready()
    let names = [
      "Hanna Øverli", "Ilse van den Berg-Oosterhuis", "Joris Łukasik", "Kim Nguyễn", "Lotte Smit", "Mo Haddad",
      "Nina Bos", "Oscar Prins", "Pien Dekker", "Quint Vos", "Rosa Blom", "Sem Kuipers", "Tess Mulder", "Uma Peeters",
    ]
    for (number, name) in names.enumerated() { maker.other(name, number: number) }
    maker.store.viewer = viewer
    maker.store.today = today
    return maker.store
  }
}

/// Gives the commands that make the fixture, day by day.
struct FixtureMaker {
  var store: FakeStore

  private mutating func add(
    _ id: Int64, _ name: String, _ programme: String, start: String?, end: String? = nil, mail: String = "",
    phone: String = ""
  ) {
    let student = Student(id: id + 100, number: "03012\(id)", name: name, mail: mail, phone: phone)
    let placement = Placement(
      id: id, student: student.id, programme: programme, start: start.map(Fixture.day), end: end.map(Fixture.day),
      model: 1)
    var records = PlacementRecords(placement: placement, student: student)
    records.persons = [
      Person(
        id: Fixture.noor, party: .school, name: "Noor Bakker", function: "praktijkcoördinator",
        mail: "noor.bakker@hogeschool.nl", phone: "030-1234567", reachable: "ma–do")
    ]
    records.assignments = [
      Assignment(
        id: id + 200, placement: id, person: Fixture.noor, role: .schoolContact, from: Fixture.day("2026-05-12"))
    ]
    store.placements.append(records)
  }

  private mutating func give(
    _ id: Int64, _ day: String, _ command: Command, as party: Party = .school, by name: String? = nil
  ) {
    store.today = Fixture.day(day)
    let records = store[id]
    let own = name ?? (party == .school ? "Noor Bakker" : party == .student ? records?.student.name : "Jan van Dijk")
    store.viewer = Viewer(party: party, name: own ?? "", scope: .all)
    let result = store.perform(PerformRequest(placement: id, command: command, seen: nil))
    if case .saved = result { return }
    Issue.record("\(id) \(day) \(command): \(result)")
  }

  private mutating func confirm(_ id: Int64, _ duty: String, _ day: String, _ party: Party, note: String = "") {
    give(id, day, .confirm(duty: DutyID(duty), party: party, day: Fixture.day(day), note: note), as: party)
  }

  private mutating func workplace(_ id: Int64, _ day: String, _ employer: String, _ workplace: String) {
    give(
      id, day,
      .setWorkplace(employer: employer, workplace: workplace, address: "", from: Fixture.day(day)))
  }

  private mutating func person(_ id: Int64, _ day: String, _ role: PersonRole, _ content: PersonContent) {
    give(id, day, .setPerson(role: role, content))
  }

  private mutating func agreement(_ id: Int64, _ day: String) {
    let yes = AgreementContent.Section(included: true)
    give(
      id, day,
      .addAgreement(
        AgreementContent(
          label: "versie 1", date: Fixture.day(day), kept: "map 2026-117", content: yes,
          guidance: .init(included: true, line: "elke dinsdag een uur"), programme: yes, assessment: yes)))
  }

  private mutating func scan(_ id: Int64, _ day: String, _ decision: ScanDecision = .suitable) {
    give(
      id, day,
      .addPaperScan(
        PaperScanContent(
          date: Fixture.day(day), decision: decision, validUntil: Fixture.day(day).adding(years: 2), by: "Noor Bakker",
          kept: "map 2026-117")))
  }

  /// Everything of the preparation, done in May, June and July 2026.
  private mutating func prepare(
    _ id: Int64, _ employer: String, contact: String, supervisor: String, scanned: Bool = true
  ) {
    confirm(id, "school.preparation.information", "2026-05-03", .school)
    workplace(id, "2026-05-10", employer, "")
    confirm(id, "student.preparation.orientation", "2026-05-12", .student)
    confirm(id, "school.during.no_fee", "2026-05-12", .school)
    confirm(id, "school.during.no_fee", "2026-05-12", .employer)
    confirm(id, "employer.during.no_fee", "2026-05-12", .school)
    confirm(id, "employer.during.no_fee", "2026-05-12", .employer)
    workplace(id, "2026-05-28", employer, "Werkplaats Utrecht")
    person(
      id, "2026-05-28", .employerContact,
      PersonContent(
        name: contact, function: "directeur", mail: "jan@vandijk.example", phone: "030-7654321", reachable: "di, do",
        from: Fixture.day("2026-05-28")))
    person(
      id, "2026-05-28", .supervisor,
      PersonContent(
        name: supervisor, function: "teamleider", experience: "9 jaar, praktijkbegeleider sinds 2021",
        from: Fixture.day("2026-05-28")))
    if scanned { scan(id, "2026-06-10") }
    agreement(id, "2026-06-15")
    for party in Party.allCases { confirm(id, "school.preparation.agreement", "2026-06-20", party) }
    give(id, "2026-06-25", .addPlan(label: "versie 1", date: Fixture.day("2026-06-25"), kept: "map 2026-117"))
    for party in Party.allCases { confirm(id, "school.preparation.plan", "2026-07-01", party) }
  }

  private mutating func during(_ id: Int64, _ days: [(String, String)]) {
    for (duty, day) in days.sorted(by: { $0.1 < $1.1 }) {
      guard let party = store.model[DutyID(duty)]?.party else { continue }
      confirm(id, duty, day, party, note: duty == "employer.during.supervision" ? "gesprek elke dinsdag" : "")
    }
  }

  mutating func amira() {
    add(
      Fixture.amira, "Amira El Idrissi", "HBO-ICT", start: "2026-09-01", end: "2028-08-31", mail: "amira@student.nl",
      phone: "06-12345678")
    prepare(Fixture.amira, "Van Dijk Techniek", contact: "Jan van Dijk", supervisor: "Sanne Mol")
    give(Fixture.amira, "2026-09-01", .start(day: Fixture.day("2026-09-01"), withoutScanReason: ""))
    give(
      Fixture.amira, "2026-09-01",
      .confirm(
        duty: DutyID("employer.during.supervision"), party: .employer, day: Fixture.day("2026-09-01"),
        note: "per mail"))
    during(
      Fixture.amira,
      [
        ("student.during.participation", "2026-11-02"), ("student.during.communication", "2026-10-01"),
        ("student.during.ownership", "2026-11-02"), ("school.during.support", "2026-10-03"),
        ("school.during.coordination", "2026-11-09"), ("employer.during.team", "2026-11-02"),
        ("employer.during.supervision", "2026-09-17"), ("employer.during.involvement", "2026-09-24"),
        ("employer.during.salary", "2026-10-07"), ("employer.during.assessment", "2026-11-02"),
        ("employer.during.environment", "2026-11-02"),
      ])
    give(
      Fixture.amira, "2026-11-10",
      .addNote(duty: DutyID("employer.during.supervision"), text: "Sanne is terug van verlof."))
  }

  /// All continuing duties, confirmed on one day, but for those that are named.
  private mutating func allDuring(_ id: Int64, _ day: String, but others: [(String, String)] = []) {
    let duties = store.model.duties.filter { $0.kind == .continuing }.map(\.id.text)
    during(id, duties.filter { duty in !others.contains { $0.0 == duty } }.map { ($0, day) } + others)
  }

  mutating func daan() {
    add(Fixture.daan, "Daan Visser", "Verpleegkunde", start: "2026-09-01")
    prepare(Fixture.daan, "Zorggroep Noord", contact: "Wilma Postma", supervisor: "Els de Boer")
    give(Fixture.daan, "2026-09-01", .start(day: Fixture.day("2026-09-01"), withoutScanReason: ""))
    allDuring(Fixture.daan, "2026-11-12", but: [("employer.during.salary", "2026-10-01")])
  }

  mutating func bram() {
    add(Fixture.bram, "Bram de Wit", "Civiele techniek", start: "2026-12-14", mail: "bram@student.nl")
    confirm(Fixture.bram, "school.preparation.information", "2026-09-14", .school)
    confirm(Fixture.bram, "student.preparation.orientation", "2026-09-20", .student)
    workplace(Fixture.bram, "2026-10-01", "Waterschap Vechtstromen", "Rioolwaterzuivering")
    person(
      Fixture.bram, "2026-10-01", .employerContact,
      PersonContent(name: "Petra ter Horst", from: Fixture.day("2026-10-01")))
    agreement(Fixture.bram, "2026-10-20")
    confirm(Fixture.bram, "school.preparation.agreement", "2026-10-22", .school)
    confirm(Fixture.bram, "school.preparation.agreement", "2026-10-23", .student)
  }

  mutating func chloe() {
    add(Fixture.chloe, "Chloë Janssen", "Social work", start: "2026-12-14")
    confirm(Fixture.chloe, "student.preparation.orientation", "2026-10-05", .student)
  }

  mutating func emre() {
    add(Fixture.emre, "Emre Yılmaz", "Bedrijfskunde", start: "2026-08-01")
    prepare(Fixture.emre, "Bakkerij ’t Hart", contact: "Karin ’t Hart", supervisor: "Lies Kok")
    give(Fixture.emre, "2026-08-01", .start(day: Fixture.day("2026-08-01"), withoutScanReason: ""))
    allDuring(Fixture.emre, "2026-09-07", but: [("employer.during.team", "2026-08-27")])
    give(
      Fixture.emre, "2026-10-26",
      .pause(
        from: Fixture.day("2026-10-26"), intendedReturn: Fixture.day("2027-01-11"), reason: "ouderschapsverlof"))
  }

  mutating func fenna() {
    add(Fixture.fenna, "Fenna Hoekstra", "Chemie", start: "2026-08-01")
    prepare(Fixture.fenna, "DSM Delft", contact: "Rik Maas", supervisor: "Ans Vink")
    give(Fixture.fenna, "2026-08-01", .start(day: Fixture.day("2026-08-01"), withoutScanReason: ""))
    give(
      Fixture.fenna, "2026-09-30",
      .end(.endedEarly, day: Fixture.day("2026-09-30"), reason: "andere opleiding gekozen", by: .student))
  }

  /// All gates hold, but no scan was decided.
  mutating func ready() {
    add(Fixture.ready, "Gijs Brouwer", "HBO-ICT", start: "2026-11-30")
    prepare(Fixture.ready, "Van Dijk Techniek Noord", contact: "Jan van Dijk", supervisor: "Sanne Mol", scanned: false)
  }

  mutating func other(_ name: String, number: Int) {
    let id = Int64(21 + number)
    add(id, name, number.isMultiple(of: 2) ? "Bouwkunde" : "Verpleegkunde", start: "2027-0\(2 + number / 4)-01")
    if number.isMultiple(of: 3) { workplace(id, "2026-10-01", "Gemeente Zwolle", "Stadhuis") }
  }
}
