import Testing
import WerkendLeren

@Suite("Urgency")
struct UrgencyTests {
  @Test("The earliest due date of what is not done for good, for each party and for all three")
  func earliest() throws {
    var world = try World.running()
    #expect(world.summary.urgency?.day == day("2026-10-27"))
    #expect(world.summary.urgency?.item.duty == 2, "model order on one day")
    try world.confirm(3, .student, on: "2026-09-02")
    try world.perform(.setDueDate(duty: TestModel.id(22), day: day("2026-09-15")))
    #expect(world.summary.urgency?.item.duty == 21)
    #expect(world.summary.urgencyOf.employer?.day == day("2026-09-15"))
    #expect(world.summary.urgencyOf.student?.item.duty == 3)
    #expect(world.summary.urgencyOf.school?.item.duty == 9)
    #expect(world.summary.dueOf.student == day("2026-10-27"))
  }

  @Test("On one day gates come first, then model order")
  func gatesFirst() throws {
    let world = World()
    #expect(world.summary.urgencyOf.student?.item.duty == 1)
    #expect(world.summary.urgencyOf.student?.item.gate == true)
    #expect(world.summary.urgency?.item.duty == 1)
    #expect(world.summary.urgencyOf.school?.item.duty == 6)
    #expect(world.summary.open.first?.duty == 1)
  }

  @Test("Where one party must be named: the owner if its part is open, else the first of student, school, employer")
  func named() throws {
    var world = World()
    try world.setWorkplace(on: "2026-05-28")
    try world.addAgreement(on: "2026-06-20")
    try world.perform(.setDueDate(duty: TestModel.id(7), day: day("2026-07-01")))
    #expect(world.summary.urgency?.item.party == .school)
    try world.confirm(7, .school)
    #expect(world.summary.urgency?.item.party == .student)
    #expect(world.summary.urgencyOf.school?.day == day("2026-09-01"))
    try world.confirm(7, .student)
    #expect(world.summary.urgency?.item.party == .employer)
    #expect(world.summary.urgency?.item.partial == true)
  }

  @Test("Item 8's date for the employer goes to 15")
  func mirrored() throws {
    var world = World()
    try world.setWorkplace(on: "2026-05-28")
    try world.addPlan(on: "2026-06-20")
    try world.perform(.setDueDate(duty: TestModel.id(8), day: day("2026-07-01")))
    #expect(world.summary.urgency?.item.duty == 7)
    #expect(world.summary.urgency?.item.party == .school)
    #expect(world.summary.urgencyOf.employer?.item.duty == 14)
    try world.confirm(8, .school)
    #expect(world.summary.urgency?.item.party == .student)
    try world.confirm(8, .student)
    #expect(world.summary.urgency?.item.duty == 14)
    #expect(world.summary.urgency?.item.party == .employer)
    #expect(world.summary.overdueCount(on: day("2026-07-02")) == 1)
  }

  @Test("It is kept beside each party's earliest due date, by which overdue is counted")
  func overdue() throws {
    var world = try World.running()
    try world.perform(.setDates(start: world.records.placement.start, end: day("2026-09-05")))
    #expect(world.summary.urgencyOf.school?.day == day("2026-09-05"))
    #expect(world.summary.dueOf.school == day("2026-10-27"))
    #expect(world.summary.overdueCount(on: day("2026-10-27")) == 0)
    #expect(world.summary.overdueCount(on: day("2026-10-28")) == 11)
    #expect(world.summary.overdueCount(of: .student, on: day("2026-10-28")) == 3)
    #expect(world.summary.overdueCount(of: .school, on: day("2026-10-28")) == 2)
    #expect(world.summary.overdueCount(of: .employer, on: day("2026-10-28")) == 6)
  }

  @Test("Known expiries and last days of persons count in the urgency beforehand")
  func beforehand() throws {
    var world = try World.running()
    try world.setPerson(
      .schoolContact, "Noor Bakker", mail: "noor@school.nl", on: "2026-09-02", from: "2026-05-12", until: "2026-10-02")
    #expect(world.summary.urgencyOf.school?.day == day("2026-10-02"))
    #expect(world.summary.urgencyOf.school?.item.duty == 12)
  }

  @Test("End date counts for the school and for all in preparation and during; scan expiry in during only")
  func inPreparation() throws {
    var world = try World.ready()
    #expect(world.summary.urgency == nil)
    try world.perform(.setDates(start: day("2026-09-01"), end: day("2028-07-01")))
    #expect(world.summary.urgency?.reason == .endDate)
    #expect(world.summary.urgencyOf.school?.reason == .endDate)
    try world.startOn("2026-09-01")
    #expect(world.summary.urgency?.reason == .item)
  }

  @Test("Open things without a date stand last, for those who can act")
  func withoutDate() throws {
    var world = World(start: nil)
    try world.perform(.setDueDate(duty: TestModel.id(6), day: day("2026-08-01")))
    let open = world.summary.open
    #expect(open.first?.duty == 5)
    #expect(open.dropFirst().allSatisfy { $0.due == nil })
    #expect(open.allSatisfy { $0.party != .employer })
    #expect(!open.contains { $0.duty == 2 }, "a continuing duty is nothing to do before the start")
    #expect(open.filter { $0.duty == 7 }.map(\.party) == [.school])
    try world.setWorkplace(on: "2026-05-28")
    try world.addPlan(on: "2026-05-28")
    #expect(world.summary.open.filter { $0.duty == 7 }.map(\.party) == [.student, .school])
    #expect(world.summary.open.filter { $0.duty == 14 }.map(\.party) == [.employer])
  }
}
