import Testing
import WerkendLeren

@Suite("Conditions of the workplace scan on the checklists")
struct ConditionItemTests {
  /// A placement in preparation with a scan that was decided with one condition.
  private func world(due: String = "2026-08-01", beforeStart: Bool = false, owner: Party = .employer) throws -> World {
    var world = World(start: "2026-09-01")
    try world.setWorkplace(on: "2026-05-28")
    try world.addScan(on: "2026-06-10", until: "2028-06-10")
    let scan = try #require(world.records.newestScan)
    world.records.conditions = [
      ScanCondition(
        id: 900, workplace: scan.workplace, scan: 1, decision: scan.id, text: "Wijs een vervanger aan.", owner: owner,
        due: day(due), beforeStart: beforeStart, setOn: scan.date)
    ]
    return world
  }

  private func condition(_ world: World) throws -> ConditionItem { try #require(world.derivation.conditions.first) }

  @Test("it stands under its owner with its date, urgent like the rest, and not in the progress")
  func urgency() throws {
    var world = try world()
    let without = World(start: "2026-09-01").summary
    let item = try condition(world)
    #expect(item.due == day("2026-08-01") && item.party == .employer)
    #expect(item.state(on: day("2026-07-17"), for: .school) == .open)
    #expect(item.state(on: day("2026-07-18"), for: .school) == .dueSoon)
    #expect(item.state(on: day("2026-07-01"), for: .employer) == .yours)
    #expect(item.state(on: day("2026-08-02"), for: .employer) == .overdue)
    #expect(world.summary.urgency?.day == day("2026-08-01") && world.summary.urgency?.item.condition == 900)
    #expect(world.summary.urgencyOf.employer?.day == day("2026-08-01"))
    #expect(world.summary.urgencyOf.student?.day != day("2026-08-01"))
    #expect(world.summary.overdueCount(of: .employer, on: day("2026-08-02")) == 1)
    #expect(world.summary.preparation.employer.total == without.preparation.employer.total)
    // Once met it is the school's to accept, and done when it did.
    world.records.conditions[0].metOn = day("2026-07-01")
    #expect(
      try condition(world).party == .school && condition(world).state(on: day("2026-07-02"), for: .school) == .partial)
    #expect(world.summary.urgencyOf.school?.item.condition == 900)
    world.records.conditions[0].acceptedOn = day("2026-07-03")
    #expect(try condition(world).due == nil && condition(world).state(on: day("2027-01-01"), for: .school) == .done)
    #expect(world.summary.open.allSatisfy { $0.condition == nil })
  }

  @Test("it stands in the agenda under who has to act, until it is accepted, and not while paused")
  func agenda() throws {
    var world = try world()
    func lines() -> [AgendaLine] {
      AgendaLine.all(world.derivation, of: world.records).filter { $0.kind == .condition }
    }
    #expect(lines().map(\.condition) == [900] && lines().map(\.day) == [day("2026-08-01")])
    #expect(lines().map(\.parties) == [[.employer]] && lines().map(\.readers) == [Party.allCases])
    world.records.conditions[0].metOn = day("2026-07-01")
    #expect(lines().map(\.parties) == [[.school]] && lines().map(\.partial) == [true])
    world.records.conditions[0].acceptedOn = day("2026-07-02")
    #expect(lines().isEmpty)
    world.records.conditions[0].acceptedOn = nil
    try world.perform(.pause(from: day("2026-07-03"), intendedReturn: nil, reason: "x"), on: "2026-07-03")
    #expect(lines().isEmpty)
  }

  @Test("a scan that is valid still is due again for the school 8 weeks before its last day, once it runs")
  func renewal() throws {
    var world = try World.running()
    try world.addScan(on: "2026-10-01", until: "2028-10-01")
    let item = try #require(
      world.summary.open.first { $0.party == .school && world.derivation.items[$0.duty ?? 0].duty.record == .scan })
    #expect(item.settled && item.again == day("2028-08-06"))
    #expect(!item.isToDo(on: day("2028-08-05")) && item.isToDo(on: day("2028-08-06")))
    #expect(item.isAgain(on: day("2028-08-06")) && !item.isAgain(on: day("2028-08-05")))
    #expect(try world.item(9).isDone(on: day("2028-10-01")))
    #expect(world.summary.open.allSatisfy { $0.party == .school || $0.again == nil })
  }

  @Test("one that has to be met before the start keeps gate 14 shut until the school accepts it")
  func gate() throws {
    var world = try world(beforeStart: true)
    #expect(try world.item(14).settled == .no && world.item(14).missing == .condition)
    #expect(try world.item(2).settled == .forGood)
    #expect(world.summary.failingGates.map(\.duty).contains(TestModel.id(14)))
    world.records.conditions[0].metOn = day("2026-07-01")
    #expect(try world.item(14).settled == .no)
    world.records.conditions[0].acceptedOn = day("2026-07-02")
    #expect(try world.item(14).settled == .forGood)
    // Another one is no gate.
    world.records.conditions[0].acceptedOn = nil
    world.records.conditions[0].beforeStart = false
    #expect(try world.item(14).settled == .forGood)
  }

  @Test("it counts with the newest decision alone, while that stands, at the present workplace")
  func standing() throws {
    var world = try world(beforeStart: true)
    try world.addScan(on: "2026-06-20", until: "2028-06-20")
    #expect(world.derivation.conditions.isEmpty)
    #expect(try world.item(14).settled == .forGood)
    world.records.conditions[0].decision = try #require(world.records.newestScan?.id)
    #expect(world.derivation.conditions.count == 1)
    try world.perform(
      .withdrawScan(scan: try #require(world.records.newestScan?.id), reason: "verbouwing"), on: "2026-06-21")
    #expect(world.derivation.conditions.isEmpty)
    #expect(try world.item(14).missing == .scanWithdrawn)
    try world.setWorkplace("Van Dijk Techniek", "Kantoor", on: "2026-06-22")
    #expect(world.derivation.conditions.isEmpty && world.records.conditions.count == 1)
  }

  @Test("its date moves in the placement that was paused, and stands still while it is")
  func pauses() throws {
    var world = try world()
    try world.perform(.pause(from: day("2026-07-01"), intendedReturn: nil, reason: "x"), on: "2026-07-01")
    #expect(try condition(world).due == nil)
    try world.perform(.resume(day: day("2026-07-11"), newStart: day("2026-09-01")), on: "2026-07-11")
    #expect(try condition(world).due == day("2026-08-11"))
  }

  @Test("what had fallen before a running placement was imported is due four weeks after the import")
  func imported() throws {
    var world = try World.running()
    let scan = try #require(world.records.newestScan)
    world.records.placement.importedOn = day("2026-11-01")
    world.records.conditions = [
      ScanCondition(
        id: 900, workplace: scan.workplace, scan: 1, decision: scan.id, text: "x", owner: .school,
        due: day("2026-10-01"),
        setOn: scan.date)
    ]
    #expect(try condition(world).due == day("2026-11-29"))
  }
}
