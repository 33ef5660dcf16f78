import Testing
import WerkendLeren

@Suite("Moving to another version of the duties")
struct ModelMoveTests {
  /// A running placement for which version 2 changes some duties.
  private func world(_ change: (inout Duty) -> Void = { _ in }, adding added: [Duty] = []) throws -> World {
    var world = try World.running()
    let changed = TestModel.changed(change).duties.filter { !$0.dutch.isEmpty }
    world.models[2] = DutyModel(name: "2027", duties: changed + added)
    return world
  }

  private func reword(_ numbers: Int...) -> (inout Duty) -> Void {
    { duty in if numbers.contains(where: { TestModel.id($0) == duty.id }) { duty.dutch += ", in andere woorden" } }
  }

  private func drop(_ number: Int) -> (inout Duty) -> Void {
    { duty in if TestModel.id(number) == duty.id { duty.dutch = "" } }
  }

  private let move = Command.moveModel(to: 2, reason: "")
  private let back = Command.moveModel(to: 1, reason: "toch niet")

  @Test("only the school moves, to a version that is there, and back with a reason alone")
  func refusals() throws {
    var world = try world()
    #expect(world.refusal(move, as: .employer)?.kind == .schoolOnly)
    #expect(world.refusal(.moveModel(to: 1, reason: ""))?.kind == .nothingChanges)
    #expect(world.refusal(.moveModel(to: 9, reason: ""))?.kind == .noSuchRecord)
    let decision = try world.perform(move, on: "2026-10-01")
    #expect(decision.kind == .modelMoved && decision.note == "test → 2027")
    #expect(world.records.placement.model == 2)
    #expect(world.refusal(.moveModel(to: 1, reason: " "))?.kind == .needsReason)
    try world.perform(.end(.completed, day: world.today, reason: "", by: nil))
    #expect(world.refusal(back)?.kind == .ended)
  }

  @Test("marks on duties that stay are kept, and keep the text that they were given on")
  func marksStay() throws {
    var world = try world(reword(1, 3))
    try world.confirm(3, .student, on: "2026-09-17")
    let before = world.records.marks
    try world.perform(move, on: "2026-10-01")
    #expect(world.records.marks.map(\.id) == before.map(\.id))
    #expect(Set(world.records.marks.filter { $0.model == 1 }.map(\.duty)) == [TestModel.id(1), TestModel.id(3)])
    #expect(try world.state(1, on: "2026-10-01") == .done, "a task that was ticked stays ticked")
    #expect(try world.due(3) == "2026-11-12", "a continuing duty goes on as it was")
    try world.confirm(3, .student, on: "2026-10-02")
    #expect(world.records.marks.last?.model == nil)
  }

  @Test("a reworded joint duty or declaration asks again, due 14 days after")
  func asksAgain() throws {
    var world = try world(reword(7, 12))
    try world.perform(move, on: "2026-10-01")
    for number in [7, 12] {
      #expect(try world.state(number, on: "2026-10-01") == .dueSoon)
      #expect(try world.due(number) == "2026-10-15")
      #expect(try world.item(number).confirmed.isEmpty)
    }
    #expect(try world.state(8, on: "2026-10-01") == .done)
    #expect(world.derivation.stage == .during, "a running placement never goes back")
    for party in Party.allCases { try world.confirm(7, party) }
    #expect(try world.state(7, on: "2026-10-01") == .done)
  }

  @Test("the employer's part of the plan is asked again where its own words changed")
  func mirrored() throws {
    var world = try world(reword(15))
    try world.perform(move, on: "2026-10-01")
    #expect(try world.item(8).confirmed == [.student, .school])
    #expect(try world.state(8, on: "2026-10-01") == .partial)
    #expect(try world.due(15) == "2026-10-15")
    try world.confirm(15, .employer)
    #expect(try world.state(8, on: "2026-10-01") == .done)
  }

  @Test("a reworded plan asks all three, on its newest version")
  func plan() throws {
    var world = try world(reword(8))
    try world.addPlan("2", on: "2026-09-20")
    #expect(try world.state(8, on: "2026-09-20") == .done)
    try world.perform(move, on: "2026-10-01")
    #expect(try world.item(8).confirmed.isEmpty)
    for party in Party.allCases { try world.confirm(8, party) }
    #expect(try world.state(15, on: "2026-10-01") == .done)
  }

  @Test("a duty that comes counts from the day of the move; one that goes keeps its marks")
  func addedAndDropped() throws {
    let added = [
      TestModel.duty("student.during.logbook", .continuing), TestModel.duty("employer.preparation.keys", .task),
      TestModel.duty("school.during.visit", .task),
    ]
    var world = try world(drop(1), adding: added)
    try world.perform(move, on: "2026-12-01")
    #expect(world.derivation[added[0].id]?.due == day("2027-01-26"))
    #expect(world.derivation[added[1].id]?.due == day("2026-12-29"))
    #expect(world.derivation[added[2].id]?.due == day("2026-12-29"))
    #expect(world.derivation[TestModel.id(1)] == nil)
    #expect(world.records.marks.contains { $0.duty == TestModel.id(1) && $0.model == 1 })
    let move = try #require(world.records.modelMoves.last)
    #expect(move.added == added.map(\.id) && move.dropped == [TestModel.id(1)] && move.reworded.isEmpty)
  }

  @Test("in preparation a duty that comes is due at the start, as the others")
  func preparation() throws {
    var world = try World.ready()
    let added = TestModel.duty("employer.preparation.keys", .task)
    world.models[2] = DutyModel(name: "2027", duties: TestModel.duties + [added])
    try world.perform(move, on: "2026-07-02")
    #expect(world.derivation[added.id]?.due == day("2026-09-01"))
  }

  @Test("words that come back are the words again on which a mark was given")
  func wordsComeBack() throws {
    var world = try world(reword(7))
    world.models[3] = TestModel.changed(reword(12))
    try world.perform(move, on: "2026-10-01")
    try world.perform(.moveModel(to: 3, reason: ""), on: "2026-10-05")
    #expect(try world.state(7, on: "2026-10-05") == .done)
    #expect(try world.state(12, on: "2026-10-05") == .dueSoon)
  }

  @Test("a duty that went and came back in other words is asked again from then on")
  func goneAndBack() throws {
    var world = try world(drop(12))
    world.models[3] = TestModel.changed(reword(12))
    try world.perform(move, on: "2026-10-01")
    try world.perform(.moveModel(to: 3, reason: ""), on: "2026-12-01")
    #expect(try world.due(12) == "2026-12-15")
  }

  @Test("No mark is lost by moves, and there and back everything stands as it stood", arguments: propertySeeds)
  func thereAndBack(_ seed: UInt64) throws {
    var random = RandomWorld(seed: seed)
    for _ in 0..<50 {
      random.wait()
      let (command, party) =
        random.random.chance(2, in: 3) ? random.usefulCommand() : (random.command(), random.speaker())
      if case .moveModel = command { continue }
      _ = try? random.world.perform(command, as: party)
      guard random.world.records.placement.ending == nil, random.random.chance(1, in: 4) else { continue }
      var there = random.world
      let before = there.records
      try there.perform(.moveModel(to: 2, reason: ""))
      #expect(there.records.marks.map(\.id) == before.marks.map(\.id), "seed \(seed)")
      #expect(there.derivation.items.map(\.duty.id) == there.model.duties.map(\.id), "seed \(seed)")
      try there.perform(.moveModel(to: 3, reason: ""))
      there.today = there.today.adding(days: Int.random(in: 0...20, using: &random.random))
      try there.perform(back)
      var after = there.records
      #expect(after.modelMoves.count == 3)
      after.modelMoves = []
      #expect(differences(after, before) == [], "seed \(seed)")
      #expect(there.derivation == random.world.derivation, "seed \(seed)")
    }
  }
}
