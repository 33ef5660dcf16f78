import Testing
import WerkendLeren

@Suite("Shared duties")
struct SharedDutyTests {
  private func placed() throws -> World {
    var world = World()
    try world.setWorkplace(on: "2026-05-28")
    return world
  }

  @Test("The letters S H W say which; 8 and 15 are done when all three have confirmed")
  func letters() throws {
    var world = try placed()
    try world.addPlan(on: "2026-06-01")
    var confirmed: Set<Party> = []
    for (party, place) in [(Party.employer, 15), (.student, 8), (.school, 8)] {
      try world.perform(.confirm(duty: TestModel.id(place), party: party, day: world.today, note: ""), as: party)
      confirmed.insert(party)
      for number in [8, 15] {
        #expect(try world.item(number).confirmed == confirmed)
        #expect(try world.state(number, on: "2026-06-01") == (confirmed.count == 3 ? .done : .partial))
      }
    }
    #expect(world.records.marks.allSatisfy { $0.duty == TestModel.id(8) })
  }

  @Test("With no plan version 8 is due for the school and 15 for the employer")
  func planWithoutVersion() throws {
    let world = try placed()
    #expect(try world.item(8).dueParties == [.school])
    #expect(try world.item(15).dueParties == [.employer])
    #expect(try world.item(7).dueParties == [.school])
  }

  @Test("Its due date falls on each party whose part is open; item 8's for the employer goes to 15")
  func dueParties() throws {
    var world = try placed()
    try world.addPlan(on: "2026-06-01")
    try world.addAgreement(on: "2026-06-01")
    #expect(try world.item(7).dueParties == [.student, .school, .employer])
    #expect(try world.item(8).dueParties == [.student, .school])
    #expect(try world.item(15).dueParties == [.employer])
    try world.confirm(8, .school)
    try world.confirm(7, .school)
    #expect(try world.item(8).dueParties == [.student])
    #expect(try world.item(7).dueParties == [.student, .employer])
    try world.confirm(8, .student)
    #expect(try world.item(8).dueParties == [])
    #expect(try world.item(15).dueParties == [.employer])
    try world.confirm(15, .employer)
    #expect(try world.item(15).dueParties == [])
    #expect(try world.item(15).settled == .forGood)
  }

  @Test("Where only an absent employer's part is open, the date falls on the owner")
  func absentEmployer() throws {
    var world = World()
    try world.addAgreement(on: "2026-06-01")
    try world.confirm(7, .student)
    #expect(try world.item(7).dueParties == [.school])
    try world.confirm(7, .school)
    #expect(try world.item(7).dueParties == [.school])
    #expect(try world.state(7, on: "2026-06-01") == .partial)
    #expect(world.summary.urgencyOf.employer == nil)
    #expect(world.summary.open.allSatisfy { $0.party != .employer })
    #expect(world.summary.urgency?.item.party == .student, "duty 1 comes first")
  }

  @Test("With none its items have no due date and no date of a shared duty falls on it")
  func sharedWithoutEmployer() throws {
    var world = World()
    try world.addPlan(on: "2026-06-01")
    try world.addAgreement(on: "2026-06-01")
    for item in world.derivation.items { #expect(!item.dueParties.contains(.employer)) }
    #expect(try world.due(15) == nil)
    try world.setWorkplace("Van Dijk Techniek", "", on: "2026-06-02")
    #expect(try world.due(15) == "2026-09-01")
    #expect(try world.due(14) == "2026-09-01")
    #expect(try world.item(7).dueParties == [.student, .school, .employer])
  }

  @Test("Agreement: a new version asks all three again")
  func newAgreement() throws {
    var world = try World.running()
    try world.addAgreement("2", on: "2026-10-01")
    #expect(try world.item(7).confirmed == [])
    #expect(try world.due(7) == "2026-10-15")
    #expect(try world.item(7).dueParties == [.student, .school, .employer])
    #expect(world.records.placement.startedOn != nil)
    for party in Party.allCases { try world.confirm(7, party) }
    #expect(try world.item(7).settled == .forGood)
  }

  @Test("Agreement: a new employer asks all three again, the first one too")
  func agreementAndEmployer() throws {
    var world = World()
    try world.addAgreement(on: "2026-06-01")
    try world.confirm(7, .student)
    try world.confirm(7, .school)
    try world.setWorkplace(on: "2026-06-02")
    #expect(try world.item(7).confirmed == [])
    for party in Party.allCases { try world.confirm(7, party) }
    try world.setWorkplace("Zorggroep Noord", "Afdeling 3", on: "2026-06-10")
    #expect(try world.item(7).confirmed == [])
    #expect(world.derivation.failingGates(on: world.today).map(\.duty.id) == [TestModel.id(7)])
  }

  @Test("A new contact person keeps a confirmation, another workplace at the same employer too")
  func sameOrganisation() throws {
    var world = try World.running()
    try world.setPerson(.employerContact, "Els Kok", on: "2026-10-01")
    try world.setWorkplace("van dijk  TECHNIEK", "Kantoor", on: "2026-10-01")
    #expect(try world.item(7).settled == .forGood)
    #expect(try world.item(8).settled == .forGood)
    #expect(try world.item(12).settled == .forGood)
  }

  @Test("Plan: 8/15 stay done once a version had all three")
  func newPlan() throws {
    var world = try World.running()
    try world.addPlan("2", on: "2026-10-01")
    #expect(try world.item(8).settled == .forGood)
    #expect(try world.item(15).settled == .forGood)
    #expect(
      world.refusal(.confirm(duty: TestModel.id(8), party: .school, day: world.today, note: ""))?.kind
        == .alreadyConfirmed)
  }

  @Test("Plan: before a version had all three, a new version asks every party for that version")
  func unfinishedPlan() throws {
    var world = try placed()
    try world.addPlan(on: "2026-06-01")
    try world.confirm(8, .student)
    try world.addPlan("2", on: "2026-06-02")
    #expect(try world.item(8).confirmed == [])
  }

  @Test("Plan: a new employer reopens 8/15; of the plan only the employer's part falls", arguments: [false, true])
  func planAndEmployer(_ newVersion: Bool) throws {
    var world = try World.running()
    if newVersion { try world.addPlan("2", on: "2026-09-20") }
    try world.setWorkplace("Zorggroep Noord", "Afdeling 3", on: "2026-10-01")
    #expect(try world.item(8).confirmed == [.student, .school])
    #expect(try world.state(8, on: "2026-10-01") == .partial)
    #expect(try world.due(15) == "2026-10-15")
    #expect(try world.due(8) == "2026-10-15")
    #expect(try world.item(8).dueParties == [])
    #expect(try world.item(15).dueParties == [.employer])
    try world.confirm(15, .employer)
    #expect(try world.item(8).settled == .forGood)
  }

  @Test("Declarations: asked again of a new employer only")
  func declarations() throws {
    var world = try World.running()
    try world.setWorkplace("Zorggroep Noord", "Afdeling 3", on: "2026-10-01")
    for number in [12, 23] {
      #expect(try world.item(number).confirmed == [.school])
      #expect(try world.due(number) == "2026-10-15")
      #expect(try world.item(number).dueParties == [.employer])
    }
    try world.confirm(12, .employer)
    #expect(try world.item(12).settled == .forGood)
  }

  @Test("Declarations: each party says so once, at any time; the student has no part")
  func declarationParts() throws {
    var world = try placed()
    #expect(
      world.refusal(.confirm(duty: TestModel.id(12), party: .student, day: world.today, note: ""), as: .student)?.kind
        == .otherParty)
    try world.confirm(12, .school)
    try world.confirm(12, .employer)
    #expect(try world.item(12).settled == .forGood)
    #expect(
      world.refusal(.confirm(duty: TestModel.id(12), party: .school, day: world.today, note: ""))?.kind
        == .alreadyConfirmed)
  }

  @Test("Intrekken with a reason: that part alone is open, 14 days on, urgent for the school in during")
  func withdrawn() throws {
    var world = try World.running()
    let mark = try #require(world.records.marks.last { $0.duty == TestModel.id(8) && $0.party == .student })
    #expect(world.refusal(.withdrawConfirmation(mark: mark.id, reason: " "))?.kind == .needsReason)
    #expect(world.refusal(.withdrawConfirmation(mark: mark.id, reason: "x"), as: .employer)?.kind == .otherParty)
    try world.perform(.withdrawConfirmation(mark: mark.id, reason: "toch niet"), on: "2026-10-01", as: .student)
    #expect(try world.item(8).confirmed == [.school, .employer])
    #expect(try world.due(8) == "2026-10-15")
    #expect(try world.item(8).dueParties == [.student])
    #expect(try world.item(15).dueParties == [])
    #expect(world.records.marks.contains { $0.id == mark.id && $0.withdrawnReason == "toch niet" })
    #expect(world.summary.urgencyOf.school?.reason == .withdrawal)
    #expect(world.summary.urgencyOf.school?.day == day("2026-10-01"))
    #expect(world.summary.urgency?.reason == .withdrawal)
    #expect(world.summary.urgencyOf.student?.day == day("2026-10-15"))
    #expect(world.refusal(.withdrawConfirmation(mark: mark.id, reason: "x"))?.kind == .noSuchRecord)
    try world.confirm(8, .student, on: "2026-10-02")
    #expect(world.summary.urgencyOf.school?.reason != .withdrawal)
  }

  @Test("A withdrawal that was answered since is no longer urgent, also when a new employer asks again")
  func withdrawalAnswered() throws {
    var world = try World.running()
    let mark = try #require(world.records.marks.last { $0.duty == TestModel.id(7) && $0.party == .school })
    try world.perform(.withdrawConfirmation(mark: mark.id, reason: "fout"), on: "2026-10-01")
    try world.confirm(7, .school, on: "2026-10-02")
    #expect(try world.item(7).withdrawnOn == nil)
    try world.setWorkplace("Zorggroep Noord", "Afdeling 3", on: "2026-10-20")
    #expect(try world.item(7).withdrawnOn == nil)
    #expect(world.summary.urgencyOf.school?.reason == .item)
  }

  @Test("An employer does not withdraw what another employer confirmed")
  func otherEmployersMark() throws {
    var world = try World.running()
    let mark = try #require(world.records.marks.last { $0.duty == TestModel.id(12) && $0.party == .employer })
    try world.setWorkplace("Zorggroep Noord", "Afdeling 3", on: "2026-10-20")
    #expect(world.refusal(.withdrawConfirmation(mark: mark.id, reason: "x"), as: .employer)?.kind == .otherParty)
    #expect(world.refusal(.withdrawConfirmation(mark: mark.id, reason: "x")) == nil)
  }

  @Test("Plan: intrekken after a version had all three opens that part alone, whatever versions followed")
  func planWithdrawn() throws {
    var world = try World.running()
    try world.addPlan("2", on: "2026-09-20")
    let mark = try #require(world.records.marks.last { $0.duty == TestModel.id(8) && $0.party == .student })
    try world.perform(.withdrawConfirmation(mark: mark.id, reason: "toch niet"), on: "2026-10-01", as: .student)
    #expect(try world.item(8).confirmed == [.school, .employer])
    try world.confirm(8, .student)
    #expect(try world.item(8).settled == .forGood)
    #expect(world.records.marks.last?.version == world.records.plans.last?.id)
  }

  @Test("Evidence on the plan or the agreement (a school's own): true as soon as its record exists")
  func recordedEvidence() throws {
    let own = TestModel.duty("school.preparation.file", .evidence, record: .plan)
    var world = World(model: DutyModel(name: "own", duties: TestModel.duties + [own]))
    #expect(world.derivation[own.id]?.missing == .version)
    try world.addPlan(on: "2026-06-01")
    #expect(world.derivation[own.id]?.settled == .forGood)
  }

  @Test("A mirror that does not apply leaves the employer's date with the leading duty")
  func mirrorNotApplying() throws {
    let condition = DutyCondition(
      programmes: ["Bouwkunde"], employers: [], reasonDutch: "alleen Bouwkunde", reasonEnglish: "only Bouwkunde")
    var world = World(model: TestModel.changed { if $0.id == TestModel.id(15) { $0.condition = condition } })
    try world.setWorkplace(on: "2026-05-28")
    try world.addPlan(on: "2026-06-01")
    #expect(try world.item(8).dueParties == [.student, .school, .employer])
    #expect(world.derivation.shared(with: .employer).map { $0.place + 1 } == [7, 8, 12])
  }

  @Test("A joint duty without a record is confirmed without a version")
  func plainJoint() throws {
    var world = World(model: DutyModel(name: "own", duties: TestModel.duties + TestModel.schoolsOwn))
    let visit = DutyID("school.preparation.visit")
    try world.perform(.confirm(duty: visit, party: .student, day: world.today, note: ""), as: .student)
    #expect(world.derivation[visit]?.confirmed == [.student])
    try world.perform(.confirm(duty: visit, party: .school, day: world.today, note: ""))
    #expect(world.derivation[visit]?.settled == .forGood)
  }
}
