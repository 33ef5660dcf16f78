import Testing
import WerkendLeren

@Suite("Change of employer, workplace and person")
struct ChangeTests {
  @Test("2 and 14 need an employer and a workplace's name, and are done or open together")
  func workplace() throws {
    var world = World()
    #expect(try world.item(2).missing == .employer)
    #expect(try world.due(2) == "2026-09-01")
    try world.setWorkplace("Van Dijk Techniek", "", on: "2026-05-28")
    for number in [2, 14] {
      #expect(try world.item(number).missing == .workplace)
      #expect(try world.item(number).settled == .no)
    }
    try world.setWorkplace("Van Dijk Techniek", "Werkplaats", on: "2026-05-30")
    for number in [2, 14] { #expect(try world.item(number).settled == .forGood) }
    #expect(world.records.employers.count == 1)
  }

  @Test("Employers and workplaces are the same without regard to case and spaces: nothing changes, an address may")
  func spelling() throws {
    var world = try World.running()
    #expect(
      world.refusal(
        .setWorkplace(employer: " van dijk  techniek", workplace: "WERKPLAATS", address: "", from: world.today))?.kind
        == .nothingChanges)
    try world.perform(
      .setWorkplace(employer: "van dijk techniek", workplace: "werkplaats", address: "Kade 1", from: world.today))
    #expect(world.records.currentWorkplace?.address == "Kade 1")
    #expect(world.records.currentWorkplace?.name == "Werkplaats")
    #expect(world.records.links.count == 1)
  }

  @Test("A change is a change of record with its dates: the old one stays")
  func history() throws {
    var world = try World.running()
    try world.setWorkplace("Zorggroep Noord", "Afdeling 3", on: "2026-10-01")
    #expect(world.records.links.map(\.from) == [day("2026-05-28"), day("2026-10-01")])
    #expect(world.records.links.map(\.until) == [day("2026-09-30"), nil])
    #expect(world.records.employerSince == day("2026-10-01"))
    #expect(
      world.refusal(
        .setWorkplace(employer: "X", workplace: "Y", address: "", from: day("2026-09-01")))?.kind == .dayTooEarly)
    #expect(
      world.refusal(
        .setWorkplace(employer: "X", workplace: "Y", address: "", from: day("2026-10-02")))?.kind == .dayInFuture)
    #expect(
      world.refusal(.setWorkplace(employer: " ", workplace: "Y", address: "", from: world.today))?.kind
        == .needsName)
  }

  @Test("Persons of the old employer are not current after a change; what they met is asked again, due 14 days on")
  func persons() throws {
    var world = try World.running()
    try world.confirm(22, .employer, on: "2026-09-17")
    try world.setWorkplace("Zorggroep Noord", "Afdeling 3", on: "2026-10-01")
    for number in [16, 17, 25] {
      #expect(try world.item(number).settled == .no)
      #expect(try world.due(number) == "2026-10-15")
      #expect(try world.item(number).missing == .person)
    }
    #expect(world.records.current(.supervisor, on: world.today).isEmpty)
    #expect(try world.due(22) == "2026-10-15")
    #expect(try world.state(22, on: "2026-10-01") == .dueSoon)
    #expect(try world.item(13).settled == .forGood)
    try world.confirm(22, .employer)
    #expect(try world.due(22) == "2026-11-26")
  }

  @Test("A new workplace asks for its own scan, due 14 days on; 14 stays")
  func newWorkplace() throws {
    var world = try World.running()
    try world.setWorkplace("Van Dijk Techniek", "Kantoor", on: "2026-10-01")
    #expect(try world.item(9).settled == .no)
    #expect(try world.due(9) == "2026-10-15")
    #expect(try world.item(14).settled == .forGood)
    try world.addScan(on: "2026-10-05")
    #expect(try world.item(9).settled == .until(day("2028-06-10")))
  }

  @Test("With a new employer but no workplace yet, 2 and 14 are open, due 14 days on; the placement is not moved back")
  func employerAlone() throws {
    var world = try World.running()
    try world.setWorkplace("Zorggroep Noord", "", on: "2026-10-01")
    for number in [2, 14] { #expect(try world.due(number) == "2026-10-15") }
    #expect(world.derivation.stage == .during)
    #expect(world.summary.failingGates.isEmpty)
  }

  @Test(
    "A contact person or supervisor whose until passes without a successor: open, due that day; until is the last day")
  func leaving() throws {
    var world = try World.running()
    try world.setPerson(
      .supervisor, "Sanne Mol", experience: "9 jaar", on: "2026-10-01", from: "2026-05-28", until: "2026-11-30")
    #expect(try world.due(16) == "2026-11-30")
    #expect(try world.state(16, on: "2026-11-30") == .done)
    #expect(try world.state(16, on: "2026-12-01") == .overdue)
    #expect(world.summary.urgencyOf.employer?.day == day("2026-10-27"))
    #expect(world.count(.employer, .preparation, on: "2026-11-30") == "4/4")
    #expect(world.count(.employer, .preparation, on: "2026-12-01") == "3/4")
  }

  @Test("A successor or first person whose from is still to come counts as named for 13, 16, 17, 25")
  func successor() throws {
    var world = try World.running()
    try world.setPerson(.employerContact, "Jan van Dijk", on: "2026-10-01", from: "2026-05-28", until: "2026-11-30")
    #expect(try world.item(17).settled == .until(day("2026-11-30")))
    try world.setPerson(.employerContact, "Els Kok", on: "2026-10-02", from: "2026-12-15")
    #expect(try world.item(17).settled == .forGood)
    #expect(try world.item(25).settled == .forGood)
    #expect(world.records.current(.employerContact, on: day("2026-12-01")).isEmpty)
    #expect(world.records.current(.employerContact, on: day("2026-12-15")).map(\.name) == ["Els Kok"])
    var first = World()
    try first.setPerson(.schoolContact, "Noor Bakker", on: "2026-05-12", from: "2026-08-01")
    #expect(try first.item(13).settled == .forGood)
  }

  @Test("Somebody else ends the former assignment the day before; one at a time")
  func replaced() throws {
    var world = try World.running()
    try world.setPerson(.supervisor, "Piet Smit", on: "2026-10-01")
    let names = world.records.assignments(of: .supervisor)
    #expect(names.map(\.person.name) == ["Sanne Mol", "Piet Smit"])
    #expect(names.map(\.assignment.until) == [day("2026-09-30"), nil])
    try world.setPerson(.supervisor, "Kim Bos", on: "2026-10-02", from: "2026-10-01")
    #expect(world.records.assignments(of: .supervisor).map(\.person.name) == ["Sanne Mol", "Kim Bos"])
    #expect(!world.records.persons.contains { $0.name == "Piet Smit" }, "nothing names him any more")
  }

  @Test("A person of the same name or mail is edited, and empty texts of the form clear what was known")
  func edited() throws {
    var world = try World.running()
    try world.setPerson(.schoolContact, "Noor de Bakker", mail: "NOOR@school.nl", on: "2026-10-01", from: "2026-05-12")
    #expect(world.records.assignments(of: .schoolContact).count == 1)
    #expect(world.records.current(.schoolContact, on: world.today).map(\.name) == ["Noor de Bakker"])
    try world.setPerson(.supervisor, "Sanne Mol", on: "2026-10-01", from: "2026-05-28")
    #expect(world.records.current(.supervisor, on: world.today).map(\.experience) == [""])
  }

  @Test("A person's form: name needed, until not before from, an employer needed, own party or the school")
  func refused() throws {
    let world = World()
    func command(_ role: PersonRole, _ name: String, until: String? = nil) -> Command {
      .setPerson(role: role, PersonContent(name: name, from: day("2026-05-12"), until: until.map { day($0) }))
    }
    #expect(world.refusal(command(.schoolContact, " "))?.kind == .needsName)
    #expect(world.refusal(command(.schoolContact, "A", until: "2026-05-11"))?.kind == .endBeforeStart)
    #expect(world.refusal(command(.supervisor, "A"))?.kind == .noEmployer)
    let running = try World.running()
    #expect(running.refusal(command(.supervisor, "A"), as: .student)?.kind == .otherParty)
    #expect(running.refusal(command(.schoolContact, "A"), as: .employer)?.kind == .otherParty)
    #expect(running.refusal(command(.supervisor, "A"), as: .employer) == nil)
    let decision = try decide(
      command(.supervisor, "A"), on: running.records, context: running.context(running.viewer(.school))
    ).get()
    #expect(decision.onBehalfOf == .employer)
    #expect(decision.subject == "person:supervisor")
  }

  @Test("Evidence on an experienced supervisor as a gate (a school's own): fails without experience")
  func experiencedGate() throws {
    let model = DutyModel(name: "own", duties: TestModel.duties + TestModel.schoolsOwn)
    var world = try World.ready(model: model)
    #expect(world.derivation.failingGates(on: world.today).isEmpty)
    try world.setPerson(.supervisor, "Sanne Mol", on: "2026-07-02", from: "2026-05-28")
    #expect(world.derivation.failingGates(on: world.today).map(\.duty.id.text) == ["employer.preparation.guide"])
    #expect(world.summary.failingGates.map(\.duty.text) == ["employer.preparation.guide"])
    #expect(
      world.refusal(.start(day: world.today, withoutScanReason: ""))?.duties.map(\.text) == [
        "employer.preparation.guide"
      ])
  }

  @Test("A gate on a person who leaves fails from the day after the last")
  func leavingGate() throws {
    let model = DutyModel(name: "own", duties: TestModel.duties + TestModel.schoolsOwn)
    var world = try World.ready(model: model)
    try world.setPerson(
      .schoolContact, "Noor Bakker", mail: "noor@school.nl", on: "2026-07-02", from: "2026-05-12", until: "2026-08-01")
    let gate = FailingGate(duty: DutyID("school.preparation.contact"), from: day("2026-08-02"))
    #expect(world.summary.failingGates == [gate])
    #expect(!gate.fails(on: day("2026-08-01")))
    #expect(gate.fails(on: day("2026-08-02")))
  }

  @Test("A gate on a person who stays until the last day of the calendar never fails")
  func lastDayGate() throws {
    let model = DutyModel(name: "own", duties: TestModel.duties + TestModel.schoolsOwn)
    var world = try World.ready(model: model)
    try world.setPerson(
      .schoolContact, "Noor Bakker", mail: "noor@school.nl", on: "2026-07-02", from: "2026-05-12", until: "9999-12-31")
    #expect(world.summary.failingGates.isEmpty)
    #expect(world.derivation.failingGates(on: Day(number: .max)).isEmpty)
  }
}
