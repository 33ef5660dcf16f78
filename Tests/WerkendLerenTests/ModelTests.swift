import Testing
import WerkendLeren

@Suite("The model's duties as they count")
struct ModelTests {
  private func ids(_ items: [Item]) -> [Int] { items.map { $0.place + 1 } }

  @Test("A shared duty counts once, under its owner (2/4/4 and 3/4/8)")
  func totals() throws {
    let summary = try World.running().summary
    #expect(Party.allCases.map { summary.preparation[$0].total } == [2, 4, 4])
    #expect(Party.allCases.map { summary.during[$0].total } == [3, 4, 8])
  }

  @Test("Items stand in the model's order, always, and no duty disappears")
  func order() throws {
    #expect(World().derivation.items.map(\.duty.id) == TestModel.duties.map(\.id))
    #expect(try World.running().derivation.items.map(\.place) == Array(0..<25))
  }

  @Test("It also stands, uncounted, in a group Samen of each other party named in it")
  func together() throws {
    let derivation = try World.running().derivation
    #expect(ids(derivation.shared(with: .student)) == [7, 8])
    #expect(ids(derivation.shared(with: .school)) == [23])
    #expect(ids(derivation.shared(with: .employer)) == [7, 12])
  }

  @Test("15 counts under the employer and mirrors 8")
  func mirror() throws {
    let derivation = try World.running().derivation
    #expect(ids(derivation.items(of: .employer, in: .preparation)) == [14, 15, 16, 17])
    #expect(ids(derivation.items(of: .school, in: .preparation)) == [6, 7, 8, 9])
    #expect(TestModel.model.leader(of: TestModel.duties[14]).id == TestModel.id(8))
    #expect(TestModel.model.mirrors(of: TestModel.id(8)).map(\.id) == [TestModel.id(15)])
  }

  @Test("A hidden leader leaves its mirror a duty of its own, which can be confirmed")
  func hiddenLeader() throws {
    let model = DutyModel(name: "without 8", duties: TestModel.duties.filter { $0.id != TestModel.id(8) })
    var world = World(model: model)
    try world.setWorkplace(on: "2026-05-28")
    try world.addPlan(on: "2026-05-28")
    for party in Party.allCases { try world.confirm(15, party) }
    #expect(try world.item(15).settled == .forGood)
  }

  @Test("The gates are 2, 7 and 14; kinds are named as in domain.md")
  func gatesAndKinds() {
    #expect(TestModel.model.gates.map(\.id) == [2, 7, 14].map(TestModel.id))
    #expect(TestModel.duties[6].kindNames == ["gate", "joint", "evidence"])
    #expect(TestModel.duties[19].kindNames == ["continuing", "evidence"])
    #expect(TestModel.schoolsOwn[3].kindNames == ["task", "conditional"])
  }

  @Test(
    "Conditional: applies only when its condition holds, else not applicable with the reason; progress leaves it out")
  func conditional() throws {
    let model = DutyModel(name: "own", duties: TestModel.duties + TestModel.schoolsOwn)
    var world = World(model: model)
    let safety = DutyID("employer.preparation.safety")
    let badge = DutyID("student.during.badge")
    #expect(world.derivation[safety]?.applies == false)
    #expect(world.derivation[safety]?.state(on: day("2027-01-01"), for: .employer) == .notApplicable)
    #expect(world.derivation[badge]?.applies == false)
    #expect(world.summary.during.student.total == 4)
    try world.setWorkplace("zorggroep noord", "Afdeling 3", on: "2026-05-28")
    #expect(world.derivation[badge]?.applies == true)
    #expect(world.summary.during.student.total == 5)
    world.records.placement.programme = "bouwkunde"
    #expect(world.derivation[safety]?.applies == true)
    #expect(
      world.refusal(.confirm(duty: badge, party: .student, day: world.today, note: ""), as: .student)?.kind
        == .notStarted)
  }
}
