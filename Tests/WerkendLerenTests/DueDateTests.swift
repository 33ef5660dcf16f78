import Testing
import WerkendLeren

@Suite("Due dates")
struct DueDateTests {
  private func setDue(_ world: inout World, _ number: Int, _ due: String, on text: String) throws {
    try world.perform(.setDueDate(duty: TestModel.id(number), day: day(due)), on: text)
  }

  @Test("Preparation items: the start date (once started, the day of the start)")
  func preparation() throws {
    var world = try World.ready()
    #expect(try world.due(1) == "2026-09-01")
    #expect(try world.due(9) == "2026-09-01")
    try world.startOn("2026-09-07")
    #expect(try world.due(1) == "2026-09-07")
    #expect(world.summary.start == day("2026-09-01"))
    #expect(world.summary.startedOn == day("2026-09-07"))
  }

  @Test("During tasks, evidence, declarations: start of during + 4 weeks")
  func during() throws {
    var world = World()
    try world.setWorkplace(on: "2026-05-28")
    try world.addAgreement(on: "2026-06-20")
    for party in Party.allCases { try world.confirm(7, party) }
    try world.startOn("2026-09-01", reason: "haast")
    for number in [12, 13, 23, 25] { #expect(try world.due(number) == "2026-09-29") }
    for number in [6, 8, 9, 15, 16, 17] { #expect(try world.due(number) == "2026-09-01") }
  }

  @Test("Continuing: last confirmation + rhythm, the first time start of during + rhythm")
  func continuing() throws {
    var world = try World.running()
    #expect(try world.due(22) == "2026-10-27")
    try world.confirm(22, .employer, on: "2026-09-17")
    #expect(try world.due(22) == "2026-11-12")
    try world.perform(
      .confirm(duty: TestModel.id(22), party: .employer, day: day("2026-09-10"), note: ""), on: "2026-09-20",
      as: .employer)
    #expect(try world.due(22) == "2026-11-12")
  }

  @Test("The rhythm: 8 weeks, the duty's own, all of a placement's, one duty's of a placement")
  func rhythm() throws {
    let own = TestModel.changed { if $0.id == TestModel.id(22) { $0.rhythmDays = 30 } }
    var world = try World.running(model: own)
    #expect(try world.due(21) == "2026-10-27")
    #expect(try world.due(22) == "2026-10-01")
    try world.perform(.setRhythm(duty: nil, weeks: 2))
    #expect(try world.due(21) == "2026-09-15")
    #expect(try world.due(22) == "2026-09-15")
    try world.perform(.setRhythm(duty: TestModel.id(22), weeks: 1))
    #expect(try world.due(22) == "2026-09-08")
    try world.perform(.setRhythm(duty: nil, weeks: nil))
    #expect(try world.due(21) == "2026-10-27")
    #expect(try world.due(22) == "2026-09-08")
    for weeks in [0, 105, -1, .max, .min] {
      #expect(world.refusal(.setRhythm(duty: nil, weeks: weeks))?.kind == .badRhythm)
    }
    #expect(world.refusal(.setRhythm(duty: nil, weeks: nil))?.kind == .nothingChanges)
    #expect(world.refusal(.setRhythm(duty: TestModel.id(1), weeks: 4))?.kind == .badRhythm)
  }

  @Test("A date set with d replaces the derived one")
  func setByHand() throws {
    var world = World()
    try setDue(&world, 6, "2026-07-01", on: "2026-06-01")
    #expect(try world.due(6) == "2026-07-01")
    #expect(try world.state(6, on: "2026-07-02") == .overdue)
    try world.perform(.setDueDate(duty: TestModel.id(6), day: nil))
    #expect(try world.due(6) == "2026-09-01")
    #expect(world.refusal(.setDueDate(duty: TestModel.id(6), day: nil))?.kind == .nothingChanges)
  }

  @Test("A date set with d replaces the derived one of a continuing duty once")
  func setByHandOnce() throws {
    var world = try World.running()
    try setDue(&world, 22, "2026-09-20", on: "2026-09-05")
    #expect(try world.due(22) == "2026-09-20")
    try world.confirm(22, .employer, on: "2026-09-17")
    #expect(try world.due(22) == "2026-11-12")
    try setDue(&world, 22, "2026-12-24", on: "2026-09-18")
    #expect(try world.due(22) == "2026-12-24")
    #expect(try world.state(22, on: "2026-11-20") == .done)
    try world.confirm(22, .employer, on: "2026-09-19")
    #expect(try world.due(22) == "2026-11-14")
  }

  @Test("A date set with d is dropped when asked again after it was set; one set after that stays")
  func setByHandDropped() throws {
    var world = try World.running()
    try world.addAgreement("2", on: "2026-10-01")
    #expect(try world.due(7) == "2026-10-15")
    try setDue(&world, 7, "2026-12-01", on: "2026-10-02")
    #expect(try world.due(7) == "2026-12-01")
    for party in Party.allCases { try world.confirm(7, party) }
    try world.addAgreement("3", on: "2026-11-01")
    #expect(try world.due(7) == "2026-11-15")
  }

  @Test("A date set with d moves with pauses after the day it was set")
  func setByHandPaused() throws {
    var world = try World.running()
    try world.addAgreement("2", on: "2026-10-01")
    try setDue(&world, 7, "2026-12-01", on: "2026-10-02")
    try world.pause("2026-10-10")
    try world.resume("2026-10-20")
    #expect(try world.due(7) == "2026-12-11")
  }

  @Test("One record, one status: a date set at 15 or at 8 is the date of both")
  func setByHandMirrored() throws {
    var world = World()
    try world.setWorkplace(on: "2026-05-28")
    try setDue(&world, 15, "2026-07-01", on: "2026-05-28")
    #expect(try world.due(15) == "2026-07-01")
    #expect(try world.due(8) == "2026-07-01")
    try setDue(&world, 8, "2026-07-08", on: "2026-05-29")
    #expect(try world.due(15) == "2026-07-08")
    #expect(world.records.dueDates.count == 1)
    try world.perform(.setDueDate(duty: TestModel.id(15), day: nil))
    #expect(try world.due(8) == "2026-09-01")
  }

  @Test("Items of during are never due in preparation, not even by a date set with d")
  func neverInPreparation() throws {
    var world = try World.ready()
    try setDue(&world, 3, "2026-07-05", on: "2026-07-02")
    for number in [3, 4, 5, 10, 11, 12, 13, 18, 19, 20, 21, 22, 23, 24, 25] {
      #expect(try world.due(number) == nil)
      #expect(try world.state(number, on: "2030-01-01") != .overdue)
    }
  }

  @Test("Overdue: due date < today and not done (continuing: the date alone decides)")
  func overdue() throws {
    var world = try World.running()
    #expect(try world.state(1, on: "2030-01-01") == .done)
    try world.confirm(3, .student, on: "2026-09-17")
    #expect(try world.item(3).isOverdue(on: day("2026-11-13")))
    #expect(try !world.item(3).isOverdue(on: day("2026-11-12")))
  }

  @Test("No start date: no due date")
  func noStart() throws {
    let world = try World.ready(start: nil)
    #expect(world.derivation.items.allSatisfy { $0.due == nil && $0.dueParties.isEmpty })
    #expect(world.summary.urgency == nil)
  }

  @Test("A date set with d on evidence that still holds is not due before its last day")
  func setByHandOnLapsing() throws {
    var world = try World.ready()
    try world.setPerson(
      .supervisor, "Sanne Mol", experience: "9 jaar", on: "2026-07-02", from: "2026-05-28", until: "2026-08-20")
    try setDue(&world, 16, "2026-08-01", on: "2026-07-03")
    #expect(try world.due(16) == "2026-08-20")
    #expect(world.summary.overdueCount(on: day("2026-08-20")) == 0)
    #expect(world.summary.overdueCount(on: day("2026-08-21")) == 1)
  }

  @Test("d is the school's, on items that apply and are not done for good")
  func refused() throws {
    let world = try World.ready()
    let when = day("2026-12-01")
    #expect(world.refusal(.setDueDate(duty: TestModel.id(3), day: when), as: .student)?.kind == .schoolOnly)
    #expect(world.refusal(.setDueDate(duty: TestModel.id(1), day: when))?.kind == .alreadyConfirmed)
    #expect(world.refusal(.setDueDate(duty: DutyID("x"), day: when))?.kind == .unknownDuty)
  }

  @Test(
    "Asked again in during: due 14 days after the later of two reasons; on the day of the start itself it is not again")
  func askedAgain() throws {
    var world = try World.running()
    try world.addAgreement("2", on: "2026-09-01")
    #expect(try world.due(7) == "2026-09-01")
    try world.addAgreement("3", on: "2026-09-02")
    #expect(try world.due(7) == "2026-09-16")
    try world.setWorkplace("Zorggroep Noord", "Afdeling 3", on: "2026-09-20")
    #expect(try world.due(7) == "2026-10-04")
  }
}
