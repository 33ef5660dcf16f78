import Testing
import WerkendLeren

@Suite("State of an item")
struct StateTests {
  @Test("The same for every viewer, first that fits: not applicable before overdue")
  func notApplicableFirst() throws {
    var world = World()
    try world.perform(.exclude(duty: TestModel.id(6), reason: "is bekend"))
    #expect(try world.state(6, on: "2027-09-01") == .notApplicable)
    #expect(try world.item(6).due == nil)
  }

  @Test("Overdue before partly confirmed")
  func overdueBeforePartial() throws {
    var world = World()
    try world.setWorkplace(on: "2026-05-28")
    try world.addAgreement(on: "2026-06-20")
    try world.confirm(7, .student)
    #expect(try world.state(7, on: "2026-09-01") == .partial)
    #expect(try world.state(7, on: "2026-09-02") == .overdue)
  }

  @Test("Some of the parties have confirmed: partial also within 14 days and for the party that has to act")
  func partial() throws {
    var world = World()
    try world.setWorkplace(on: "2026-05-28")
    try world.addAgreement(on: "2026-06-20")
    try world.confirm(7, .school)
    for viewer in [nil, Party.student, .school, .employer] {
      #expect(try world.state(7, on: "2026-08-30", for: viewer) == .partial)
    }
    #expect(try world.item(7).confirmed == [.school])
  }

  @Test("A continuing duty: done when confirmed and not within 14 days of due; within 14 days includes the 14th")
  func continuing() throws {
    var world = try World.running()
    try world.confirm(3, .student, on: "2026-09-17")
    #expect(try world.due(3) == "2026-11-12")
    #expect(try world.state(3, on: "2026-10-28") == .done)
    #expect(try world.state(3, on: "2026-10-29") == .dueSoon)
    #expect(try world.state(3, on: "2026-10-29", for: .student) == .yours)
    #expect(try world.state(3, on: "2026-10-29", for: .school) == .dueSoon)
    #expect(try world.state(3, on: "2026-11-12") == .dueSoon)
    #expect(try world.state(3, on: "2026-11-13", for: .student) == .overdue)
  }

  @Test("Due within 14 days: a continuing one confirmed before still counts as done, one never confirmed does not")
  func countsAsDone() throws {
    var world = try World.running()
    #expect(world.count(.student, .during, on: "2026-10-27") == "0/3")
    try world.confirm(3, .student, on: "2026-09-17")
    #expect(world.count(.student, .during, on: "2026-11-12") == "1/3")
    #expect(world.count(.student, .during, on: "2026-11-13") == "0/3")
  }

  @Test("Open, then due soon from the 14th day before, then overdue the day after")
  func task() throws {
    let world = World()
    #expect(try world.state(1, on: "2026-08-17") == .open)
    #expect(try world.state(1, on: "2026-08-18") == .dueSoon)
    #expect(try world.state(1, on: "2026-09-01") == .dueSoon)
    #expect(try world.state(1, on: "2026-09-02") == .overdue)
    #expect(try world.state(1, on: "2026-08-17", for: .student) == .yours)
    #expect(try world.state(1, on: "2026-08-17", for: .school) == .open)
    #expect(try world.state(1, on: "2026-09-02", for: .student) == .overdue)
  }

  @Test("Not before during for a continuing duty: no dot for the viewer")
  func continuingInPreparation() throws {
    let world = try World.ready()
    #expect(try world.state(3, on: "2026-08-30", for: .student) == .open)
    #expect(try World.running().state(3, on: "2026-09-01", for: .student) == .yours)
  }

  @Test("While there is no version to confirm, only the party that fills it in has to act")
  func noVersion() throws {
    var world = World()
    try world.setWorkplace(on: "2026-05-28")
    for number in [7, 8] {
      #expect(try world.state(number, on: "2026-06-01", for: .school) == .yours)
      #expect(try world.state(number, on: "2026-06-01", for: .student) == .open)
      #expect(try world.state(number, on: "2026-06-01", for: .employer) == .open)
    }
    #expect(try world.state(15, on: "2026-06-01", for: .employer) == .open)
    try world.addPlan(on: "2026-06-01")
    #expect(try world.state(15, on: "2026-06-01", for: .employer) == .yours)
    #expect(try world.state(8, on: "2026-06-01", for: .student) == .yours)
  }

  @Test("No employer yet: the employer's items are open, count in its total (0/4), are never overdue")
  func noEmployer() throws {
    let world = World()
    #expect(world.count(.employer, .preparation, on: "2026-11-23") == "0/4")
    for number in 14...17 {
      #expect(try world.state(number, on: "2028-01-01", for: .employer) == .open)
      #expect(try world.item(number).missing == (number == 15 ? .version : .employer))
      #expect(try world.item(number).due == nil)
    }
    #expect(world.summary.dueOf.employer == nil)
  }

  @Test("20 cannot be confirmed while no current supervisor is marked experienced: no dot for the employer")
  func experience() throws {
    var world = try World.running()
    #expect(try world.state(20, on: "2026-09-01", for: .employer) == .yours)
    try world.setPerson(.supervisor, "Piet Smit", on: "2026-09-10")
    #expect(try world.state(20, on: "2026-09-10", for: .employer) == .open)
    #expect(try !world.item(20).hasExperiencedSupervisor(on: day("2026-09-10")))
    #expect(
      world.refusal(.confirm(duty: TestModel.id(20), party: .employer, day: world.today, note: ""), as: .employer)?.kind
        == .noExperiencedSupervisor)
  }

  @Test("A confirmation of 20 stands till its date when its supervisor leaves; 20 needs a current one")
  func experiencedLeaves() throws {
    var world = try World.running()
    try world.confirm(20, .employer, on: "2026-09-17")
    try world.setPerson(
      .supervisor, "Sanne Mol", experience: "9 jaar", on: "2026-09-20", from: "2026-05-28",
      until: "2026-10-01")
    #expect(try world.due(20) == "2026-11-12")
    #expect(try world.state(20, on: "2026-10-15") == .done)
    world.today = day("2026-10-02")
    #expect(
      world.refusal(.confirm(duty: TestModel.id(20), party: .employer, day: world.today, note: ""), as: .employer)?.kind
        == .noExperiencedSupervisor)
    try world.setPerson(.supervisor, "Piet Smit", experience: "veel", on: "2026-10-02", from: "2026-12-01")
    #expect(
      world.refusal(.confirm(duty: TestModel.id(20), party: .employer, day: world.today, note: ""), as: .employer)?.kind
        == .noExperiencedSupervisor)
    #expect(try world.item(16).settled == .forGood)
  }

  @Test("The worked figures: started 1 September, 17 September confirmed, 12 November due, 11 days late on 23 November")
  func sketch() throws {
    var world = try World.running()
    for number in [18, 19, 24] { try world.confirm(number, .employer, on: "2026-09-07") }
    try world.confirm(20, .employer, on: "2026-09-17")
    try world.confirm(21, .employer, on: "2026-09-24")
    try world.confirm(22, .employer, on: "2026-10-07")
    for number in [18, 19, 24] { try world.confirm(number, .employer, on: "2026-11-02") }
    for number in [3, 5] { try world.confirm(number, .student, on: "2026-11-02") }
    try world.confirm(4, .student, on: "2026-10-01")
    try world.confirm(10, .school, on: "2026-10-03")
    try world.confirm(11, .school, on: "2026-11-09")
    let today = day("2026-11-23")
    #expect(try world.due(20) == "2026-11-12")
    #expect(try world.item(20).due.map { today.days(since: $0) } == 11)
    #expect(try world.due(21) == "2026-11-19")
    #expect(world.summary.urgency?.day == day("2026-11-12"))
    #expect(world.summary.urgency?.item.duty == 19)
    #expect(world.summary.urgency?.item.party == .employer)
    #expect(world.summary.overdueCount(on: today) == 2)
    #expect(world.summary.overdueCount(of: .school, on: today) == 0)
    let counts = Party.allCases.map { world.count($0, .during, on: "2026-11-23") }
    #expect(counts == ["3/3", "4/4", "6/8"])
    #expect(Party.allCases.map { world.count($0, .preparation, on: "2026-11-23") } == ["2/2", "4/4", "4/4"])
    #expect(try world.state(4, on: "2026-11-23") == .dueSoon)
    #expect(try world.state(10, on: "2026-11-23", for: .school) == .yours)
    #expect(try world.state(22, on: "2026-11-23", for: .school) == .dueSoon)
    #expect(try world.state(21, on: "2026-11-23") == .overdue)
    #expect(try world.state(18, on: "2026-11-23") == .done)
  }
}
