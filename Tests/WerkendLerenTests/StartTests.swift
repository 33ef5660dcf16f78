import Testing
import WerkendLeren

@Suite("Gates and the start")
struct StartTests {
  @Test("Beginnen: refused with the list of failing gates, in the model's order")
  func refusedWithList() throws {
    let world = World()
    let refusal = world.refusal(.start(day: world.today, withoutScanReason: "x"))
    #expect(refusal == Refusal(.gatesFail, duties: [2, 7, 14].map(TestModel.id)))
    #expect(world.summary.failingGates == [2, 7, 14].map { FailingGate(duty: TestModel.id($0), from: nil) })
  }

  @Test("Asks the day of start, never later than today; the school's alone; once")
  func start() throws {
    var world = try World.ready()
    world.today = day("2026-09-01")
    #expect(world.refusal(.start(day: day("2026-09-02"), withoutScanReason: ""))?.kind == .dayInFuture)
    #expect(world.refusal(.start(day: world.today, withoutScanReason: ""), as: .student)?.kind == .schoolOnly)
    #expect(world.refusal(.start(day: world.today, withoutScanReason: ""), as: .employer)?.kind == .schoolOnly)
    try world.startOn("2026-09-01")
    #expect(world.derivation.stage == .during)
    #expect(world.refusal(.start(day: world.today, withoutScanReason: ""))?.kind == .alreadyStarted)
  }

  @Test("No scan, an open or an expired one does not stop the start: a reason is asked once and kept")
  func withoutScan() throws {
    var world = try World.ready()
    let scan = try #require(world.records.scans.last)
    world.records.scans = []
    #expect(world.refusal(.start(day: world.today, withoutScanReason: " "))?.kind == .needsScanReason)
    try world.startOn("2026-07-01", reason: "werkgever wacht")
    #expect(world.records.placement.startReason == "werkgever wacht")
    #expect(try world.due(9) == "2026-07-01")
    #expect(world.summary.urgencyOf.school?.item.duty == 8)

    world = try World.ready()
    world.records.scans = [scan]
    world.records.scans[0].validUntil = day("2026-06-30")
    #expect(world.refusal(.start(day: world.today, withoutScanReason: ""))?.kind == .needsScanReason)
    #expect(world.refusal(.start(day: day("2026-06-30"), withoutScanReason: "")) == nil, "valid on that day")
  }

  @Test("With a valid scan a reason is not kept")
  func withScan() throws {
    var world = try World.ready()
    try world.startOn("2026-07-01", reason: "overbodig")
    #expect(world.records.placement.startReason.isEmpty)
  }

  @Test("The start stores which record met each gate")
  func gateRecords() throws {
    var world = try World.ready()
    try world.addPlan("2", on: "2026-07-02")
    try world.startOn("2026-09-01")
    let records = world.records
    #expect(records.gateRecords.map(\.duty) == [2, 7, 14].map(TestModel.id))
    #expect(records.gateRecords.map(\.recordTable) == ["workplace_link", "agreement", "workplace_link"])
    #expect(records.gateRecords.map(\.record) == [records.links[0].id, records.agreements[0].id, records.links[0].id])
  }

  @Test("A school's own gate on the plan stores the version that had all three, one on a task its mark")
  func ownGateRecords() throws {
    let model = TestModel.changed { duty in
      if [8, 6].map(TestModel.id).contains(duty.id) { duty.gate = true }
    }
    var world = try World.ready(model: model)
    try world.addPlan("2", on: "2026-07-02")
    try world.startOn("2026-09-01")
    let plan = try #require(world.records.gateRecords.first { $0.duty == TestModel.id(8) })
    #expect(plan.record == world.records.plans[0].id)
    let task = try #require(world.records.gateRecords.first { $0.duty == TestModel.id(6) })
    #expect(task.recordTable == "mark")
  }

  @Test("Gates are tested once, at the start: what no longer holds never moves a running placement back")
  func testedOnce() throws {
    var world = try World.running()
    try world.setWorkplace("Zorggroep Noord", "", on: "2026-10-01")
    #expect(world.derivation.stage == .during)
    #expect(world.summary.phase == .during)
    #expect(world.summary.failingGates.isEmpty)
    #expect(world.derivation.failingGates(on: world.today).map { $0.place + 1 } == [2, 7, 14])
  }

  @Test("Un-starting by its own command with a reason; confirmations stay in the records")
  func takeStartBack() throws {
    var world = try World.running()
    try world.confirm(3, .student, on: "2026-09-17")
    #expect(world.refusal(.takeStartBack(reason: ""))?.kind == .needsReason)
    #expect(world.refusal(.takeStartBack(reason: "x"), as: .student)?.kind == .schoolOnly)
    try world.perform(.takeStartBack(reason: "te vroeg"))
    #expect(world.derivation.stage == .preparation)
    #expect(world.records.gateRecords.isEmpty)
    #expect(try world.item(3).settled == .no)
    #expect(try world.due(3) == nil)
    #expect(world.refusal(.takeStartBack(reason: "x"))?.kind == .notStarted)
    try world.startOn("2026-09-17")
    #expect(try world.due(3) == "2026-11-12")
  }

  @Test("Continuing duties only from the start of during, dated not before it and not after today")
  func continuingWhen() throws {
    var world = try World.running()
    world.today = day("2026-09-10")
    func confirm(_ text: String) -> Refusal.Kind? {
      world.refusal(.confirm(duty: TestModel.id(3), party: .student, day: day(text), note: ""), as: .student)?.kind
    }
    #expect(confirm("2026-08-31") == .beforeStart)
    #expect(confirm("2026-09-01") == nil)
    #expect(confirm("2026-09-10") == nil)
    #expect(confirm("2026-09-11") == .dayInFuture)
  }

  @Test("Planned dates are the school's, the end not before the start")
  func dates() throws {
    let world = try World.ready()
    #expect(world.refusal(.setDates(start: day("2026-09-02"), end: day("2026-09-01")))?.kind == .endBeforeStart)
    #expect(world.refusal(.setDates(start: nil, end: day("2026-09-01"))) == nil)
    #expect(world.refusal(.setDates(start: day("2026-09-01"), end: nil))?.kind == .nothingChanges)
    #expect(world.refusal(.setDates(start: nil, end: nil), as: .employer)?.kind == .schoolOnly)
  }
}
