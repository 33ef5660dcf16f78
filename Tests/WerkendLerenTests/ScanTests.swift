import Testing
import WerkendLeren

@Suite("The workplace scan")
struct ScanTests {
  private func placed(_ start: String = "2026-09-01") throws -> World {
    var world = World(start: start)
    try world.setWorkplace(on: "2026-05-28")
    return world
  }

  @Test("9 reads the newest decided scan: in preparation valid on the start date, else open on its ordinary date")
  func preparation() throws {
    var world = try placed()
    #expect(try world.item(9).missing == .scan)
    try world.addScan(on: "2026-06-10", until: "2026-08-31")
    #expect(try world.item(9).settled == .no)
    #expect(try world.item(9).missing == .scanExpires)
    #expect(try world.due(9) == "2026-09-01")
    try world.perform(.setDates(start: day("2026-08-31"), end: nil))
    #expect(try world.item(9).settled == .forGood)
    #expect(world.summary.urgency?.reason == .item)
  }

  @Test("In during today; else open, due 14 days after its last valid day; urgent for the school on the expiry")
  func during() throws {
    var world = try World.running()
    #expect(try world.item(9).settled == .until(day("2028-06-10")))
    #expect(try world.due(9) == "2028-06-24")
    #expect(try world.state(9, on: "2028-06-10") == .done)
    #expect(try world.state(9, on: "2028-06-11") == .dueSoon)
    #expect(try world.state(9, on: "2028-06-25") == .overdue)
    for number in [3, 4, 5, 10, 11, 18, 19, 20, 21, 22, 24] {
      try world.perform(.exclude(duty: TestModel.id(number), reason: "test"))
    }
    #expect(world.summary.urgencyOf.school?.reason == .scan)
    #expect(world.summary.urgencyOf.school?.day == day("2028-06-10"))
    #expect(world.summary.urgencyOf.school?.item.duty == 8)
    #expect(world.summary.dueOf.school == day("2028-06-24"))
    #expect(world.summary.urgency?.day == day("2028-06-10"))
  }

  @Test("Gate 14 alone is open, and says why, while the newest decided scan is not yet suitable or withdrawn")
  func gate() throws {
    var world = try placed()
    #expect(try world.item(14).settled == .forGood)
    try world.addScan(.notYetSuitable, on: "2026-06-10")
    #expect(try world.item(14).missing == .scanNegative)
    #expect(try world.item(9).missing == .scanNegative)
    #expect(try world.item(2).settled == .forGood)
    #expect(try world.due(14) == "2026-09-01")
    try world.addScan(.suitableWithConditions, on: "2026-06-11")
    #expect(try world.item(14).settled == .forGood)
    let scan = try #require(world.records.scans.last)
    try world.perform(.withdrawScan(scan: scan.id, reason: "ongeval"))
    #expect(try world.item(14).missing == .scanWithdrawn)
    #expect(try world.item(9).missing == .scanWithdrawn)
    #expect(world.refusal(.withdrawScan(scan: scan.id, reason: "x"))?.kind == .noSuchRecord)
    #expect(world.summary.urgency?.reason == .item, "a withdrawal counts in during only")
  }

  @Test("Withdrawn or negative in during: 9 and 14 due 14 days after that day; a withdrawal is urgent at once")
  func negativeInDuring() throws {
    var world = try World.running()
    try world.addScan(.notYetSuitable, on: "2026-09-10")
    #expect(try world.due(9) == "2026-09-24")
    #expect(try world.due(14) == "2026-09-24")
    #expect(try world.item(14).dueParties == [.employer])
    #expect(world.summary.urgencyOf.school?.reason == .item)
    #expect(world.derivation.stage == .during)
    try world.addScan(on: "2026-09-12")
    let scan = try #require(world.records.scans.last)
    try world.perform(.withdrawScan(scan: scan.id, reason: "ongeval"), on: "2026-09-20")
    #expect(try world.due(14) == "2026-10-04")
    #expect(world.summary.urgencyOf.school?.reason == .scan)
    #expect(world.summary.urgencyOf.school?.day == day("2026-09-20"))
  }

  @Test("Two scan decisions of one day: the later line; an older day recorded later does not count")
  func newest() throws {
    var world = try placed()
    try world.addScan(.notYetSuitable, on: "2026-06-10")
    try world.addScan(.suitable, on: "2026-06-10")
    #expect(try world.item(14).settled == .forGood)
    world.today = day("2026-06-20")
    try world.perform(
      .addPaperScan(
        PaperScanContent(
          date: day("2026-06-01"), decision: .notYetSuitable, validUntil: day("2026-07-01"), by: "N", kept: "")))
    #expect(try world.item(14).settled == .forGood)
  }

  @Test("A paper scan: the school's, needs a workplace and by whom, valid at most four years, not after today")
  func refused() throws {
    let world = try placed()
    func content(_ date: String, _ until: String, by: String = "N") -> Command {
      .addPaperScan(PaperScanContent(date: day(date), decision: .suitable, validUntil: day(until), by: by, kept: ""))
    }
    #expect(World().refusal(content("2026-05-01", "2027-05-01"))?.kind == .noWorkplace)
    #expect(world.refusal(content("2026-05-28", "2027-05-01"), as: .employer)?.kind == .schoolOnly)
    #expect(world.refusal(content("2026-05-29", "2027-05-01"))?.kind == .dayInFuture)
    #expect(world.refusal(content("2026-05-28", "2026-05-27"))?.kind == .badValidity)
    #expect(world.refusal(content("2026-05-28", "2030-05-29"))?.kind == .badValidity)
    #expect(world.refusal(content("2026-05-28", "2030-05-28")) == nil)
    #expect(world.refusal(content("2026-05-28", "2027-05-28", by: " "))?.kind == .needsName)
  }

  @Test("gate: true at duty 9 in a school's own model: the scan must hold on the day of the start")
  func ownGate() throws {
    let model = TestModel.changed { if $0.id == TestModel.id(9) { $0.gate = true } }
    var world = try World.ready(model: model)
    #expect(world.summary.failingGates.isEmpty)
    let scan = try #require(world.records.scans.last)
    try world.perform(.withdrawScan(scan: scan.id, reason: "fout"))
    #expect(world.summary.failingGates.map(\.duty) == [TestModel.id(9), TestModel.id(14)])
    try world.addScan(on: "2026-07-02", until: "2026-08-01")
    #expect(world.summary.failingGates.map(\.duty) == [TestModel.id(9)])
    #expect(world.refusal(.start(day: day("2026-07-02"), withoutScanReason: "")) == nil, "valid on that day")
    world.today = day("2026-08-02")
    #expect(world.refusal(.start(day: world.today, withoutScanReason: "x"))?.kind == .gatesFail)
    try world.addScan(on: "2026-08-03")
    try world.addScan(on: "2026-08-03")
    try world.startOn("2026-08-03")
    let record = try #require(world.records.gateRecords.first { $0.duty == TestModel.id(9) })
    #expect(record.record == world.records.scans.last?.id)
  }
}
