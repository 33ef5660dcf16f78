import Testing
import WerkendLeren

@Suite("Who acts")
struct WhoActsTests {
  private func confirm(_ world: World, _ number: Int, _ party: Party, as viewer: Party, note: String = "") -> Refusal? {
    world.refusal(.confirm(duty: TestModel.id(number), party: party, day: world.today, note: note), as: viewer)
  }

  @Test("Only the school records namens, with a required note of how it was told, never for its own part")
  func onBehalf() throws {
    var world = World()
    #expect(confirm(world, 1, .student, as: .school)?.kind == .needsHowTold)
    #expect(confirm(world, 1, .student, as: .school, note: " \n")?.kind == .needsHowTold)
    let decision = try world.perform(
      .confirm(duty: TestModel.id(1), party: .student, day: world.today, note: "per mail"))
    #expect(decision.onBehalfOf == .student)
    #expect(decision.note == "per mail")
    let mark = try #require(world.records.marks.last)
    #expect(mark.party == .student)
    #expect(mark.byParty == .school)
    #expect(mark.by == "Noor Bakker")
    #expect(try world.item(1).lastMark == mark, "it shows as namens for ever")
    let own = try world.perform(.confirm(duty: TestModel.id(6), party: .school, day: world.today, note: ""))
    #expect(own.onBehalfOf == nil)
  }

  @Test("A party ticks and confirms its own part only")
  func ownPart() throws {
    let world = try World.running()
    #expect(confirm(world, 22, .employer, as: .student, note: "x")?.kind == .otherParty)
    #expect(confirm(world, 3, .student, as: .employer, note: "x")?.kind == .otherParty)
    #expect(confirm(world, 10, .school, as: .employer, note: "x")?.kind == .otherParty)
    #expect(confirm(world, 3, .employer, as: .employer)?.kind == .otherParty)
    #expect(confirm(world, 3, .student, as: .student) == nil)
  }

  @Test("Space on a done task, joint part or declaration does nothing; on a continuing item it confirms again, today")
  func again() throws {
    var world = try World.running()
    #expect(confirm(world, 1, .student, as: .student)?.kind == .alreadyConfirmed)
    #expect(confirm(world, 7, .student, as: .student)?.kind == .alreadyConfirmed)
    #expect(confirm(world, 12, .school, as: .school)?.kind == .alreadyConfirmed)
    try world.confirm(3, .student, on: "2026-09-17")
    try world.confirm(3, .student, on: "2026-09-20")
    #expect(try world.item(3).lastMark?.day == day("2026-09-20"))
    #expect(world.records.marks.filter { $0.duty == TestModel.id(3) }.count == 2)
  }

  @Test("Evidence: nobody can tick it by hand; a joint part not before there is a version")
  func evidence() throws {
    var world = World()
    try world.setWorkplace(on: "2026-05-28")
    for number in [2, 9, 13, 14, 16, 17, 25] {
      for party in Party.allCases {
        #expect(confirm(world, number, party, as: .school, note: "x")?.kind == .evidenceNotTicked)
      }
    }
    #expect(confirm(world, 7, .school, as: .school)?.kind == .noVersion)
    #expect(confirm(world, 15, .employer, as: .employer)?.kind == .noVersion)
  }

  @Test("No employer yet: nobody confirms for it")
  func noEmployer() throws {
    var world = World()
    try world.addAgreement(on: "2026-06-01")
    #expect(confirm(world, 7, .employer, as: .school, note: "per telefoon")?.kind == .noEmployer)
    #expect(confirm(world, 12, .employer, as: .school, note: "per telefoon")?.kind == .noEmployer)
  }

  @Test("Not applicable with a reason: the owner's party or the school, on tasks and continuing duties only")
  func exclude() throws {
    var world = try World.running()
    func exclude(_ number: Int, _ reason: String = "x", as party: Party) -> Refusal.Kind? {
      world.refusal(.exclude(duty: TestModel.id(number), reason: reason), as: party)?.kind
    }
    #expect(exclude(22, as: .student) == .otherParty)
    #expect(exclude(22, " ", as: .employer) == .needsReason)
    #expect(exclude(22, as: .employer) == nil)
    #expect(exclude(22, as: .school) == nil)
    for number in [2, 7, 8, 9, 12, 13, 14, 15] { #expect(exclude(number, as: .school) == .notExcludable) }
    try world.perform(.exclude(duty: TestModel.id(22), reason: "vrijwillig"))
    #expect(world.count(.employer, .during, on: "2026-09-01") == "2/7")
    #expect(try world.item(22).exclusion?.reason == "vrijwillig")
    #expect(confirm(world, 22, .employer, as: .employer)?.kind == .notApplicable)
    #expect(exclude(22, as: .school) == .nothingChanges)
    #expect(world.refusal(.include(duty: TestModel.id(22)), as: .student)?.kind == .otherParty)
    try world.perform(.include(duty: TestModel.id(22)), as: .employer)
    #expect(world.count(.employer, .during, on: "2026-09-01") == "2/8")
    #expect(world.refusal(.include(duty: TestModel.id(22)))?.kind == .nothingChanges)
  }

  @Test("Not applicable is refused on gates, a school's own task too")
  func excludeGate() throws {
    let model = TestModel.changed { if $0.id == TestModel.id(1) { $0.gate = true } }
    let world = World(model: model)
    #expect(world.refusal(.exclude(duty: TestModel.id(1), reason: "x"))?.kind == .notExcludable)
    #expect(world.summary.failingGates.map(\.duty) == [1, 2, 7, 14].map(TestModel.id))
  }

  @Test(
    "The school fills in agreement, plan and scan; workplace and persons their owner's party or the school, a workplace the student too"
  )
  func forms() throws {
    let world = try World.ready()
    let section = AgreementContent.Section(included: false)
    let agreement = Command.addAgreement(
      AgreementContent(
        label: "2", date: world.today, kept: "", content: section, guidance: section, programme: section,
        assessment: section))
    let plan = Command.addPlan(label: "2", date: world.today, kept: "")
    for command in [agreement, plan] {
      #expect(world.refusal(command, as: .student)?.kind == .schoolOnly)
      #expect(world.refusal(command, as: .employer)?.kind == .schoolOnly)
      #expect(world.refusal(command) == nil)
    }
    #expect(world.refusal(.addPlan(label: " ", date: world.today, kept: ""))?.kind == .needsName)
    let workplace = Command.setWorkplace(employer: "Zorggroep Noord", workplace: "A", address: "", from: world.today)
    #expect(world.refusal(workplace, as: .student) == nil)
    #expect(world.refusal(workplace) == nil)
    #expect(world.refusal(workplace, as: .employer)?.kind == .otherParty, "an employer does not change employers")
    let own = Command.setWorkplace(employer: "Van Dijk Techniek", workplace: "A", address: "", from: world.today)
    #expect(world.refusal(own, as: .employer) == nil)
    let decision = try decide(workplace, on: world.records, context: world.context(world.viewer(.school))).get()
    #expect(decision.onBehalfOf == .employer, "what the school fills in for another is namens, the note optional")
  }

  @Test("A note is for whoever sees the item; it needs a text")
  func notes() throws {
    var world = World()
    for party in Party.allCases {
      try world.perform(.addNote(duty: TestModel.id(9), text: "let op"), as: party)
    }
    #expect(world.records.notes.map(\.party) == Party.allCases)
    #expect(world.refusal(.addNote(duty: nil, text: "\t"))?.kind == .needsText)
    #expect(world.refusal(.addNote(duty: DutyID("x"), text: "a"))?.kind == .unknownDuty)
    let first = try decide(
      .addNote(duty: nil, text: "a"), on: world.records, context: world.context(world.viewer(.student))
    )
    .get()
    #expect(first.subject == nil, "two notes never collide")
  }

  @Test("Student and employer see their own placements only; the school all")
  func scope() throws {
    var world = try World.running()
    let stranger = Viewer(party: .student, name: "X", scope: .student(77))
    let former = world.viewer(.employer)
    let note = Command.addNote(duty: nil, text: "x")
    #expect(decide(note, on: world.records, context: world.context(stranger)).refusal == .notYours)
    #expect(former.maySee(world.records))
    try world.setWorkplace("Zorggroep Noord", "Afdeling 3", on: "2026-10-01")
    #expect(!former.maySee(world.records))
    #expect(decide(note, on: world.records, context: world.context(former)).refusal == .notYours)
    #expect(world.viewer(.school).maySee(world.records))
    #expect(!Viewer(party: .employer, name: "X", scope: .employer(1)).maySee(World().records))
  }

  @Test(
    "A confirmation's day is never after today; evidence, declarations and joint parts may be given at any time before")
  func days() throws {
    var world = try World.running()
    try world.addAgreement("2", on: "2026-09-10")
    func confirm(_ text: String) -> Refusal.Kind? {
      world.refusal(.confirm(duty: TestModel.id(7), party: .school, day: day(text), note: ""))?.kind
    }
    #expect(confirm("2026-09-11") == .dayInFuture)
    #expect(confirm("2026-08-01") == nil)
  }
}

extension Result<Decision, Refusal> {
  /// Why it was refused; nil if it was not.
  var refusal: Refusal.Kind? {
    if case .failure(let refusal) = self { return refusal.kind }
    return nil
  }
}
