import Testing
import WerkendLeren

@Suite("The course")
struct CourseTests {
  @Test("While paused nothing is due or overdue; soon and overdue do not show")
  func paused() throws {
    var world = try World.running()
    try world.confirm(3, .student, on: "2026-09-17")
    try world.pause("2026-11-16", back: "2027-02-01")
    #expect(world.derivation.stage == .paused)
    for item in world.derivation.items {
      #expect(item.due == nil)
      for viewer in [nil, Party.student, .school, .employer] {
        let state = item.state(on: day("2027-06-01"), for: viewer)
        #expect(state != .overdue && state != .dueSoon && state != .yours)
      }
    }
    #expect(try world.item(3).rawDue == day("2026-11-12"), "was 4 d late")
    #expect(try world.state(3, on: "2026-11-16") == .open)
    #expect(world.summary.open.isEmpty)
    #expect(world.summary.overdueCount(on: day("2027-06-01")) == 0)
  }

  @Test("Paused: the intended return alone, for the school and for all; none: empty")
  func intendedReturn() throws {
    var world = try World.running()
    try world.perform(.setDates(start: world.records.placement.start, end: day("2027-01-01")))
    try world.pause("2026-11-16", back: "2027-02-01")
    let urgency = try #require(world.summary.urgency)
    #expect(urgency.reason == .intendedReturn)
    #expect(urgency.day == day("2027-02-01"))
    #expect(world.summary.urgencyOf.school == urgency)
    #expect(world.summary.urgencyOf.student == nil)
    #expect(world.summary.urgencyOf.employer == nil)
    #expect(world.summary.dueOf == PerParty(all: nil))
    var other = try World.running()
    try other.pause("2026-11-16")
    #expect(other.summary.urgency == nil)
  }

  @Test("What was 4 days late is 4 days late on the day of resuming")
  func resumed() throws {
    var world = try World.running()
    try world.confirm(3, .student, on: "2026-09-17")
    try world.pause("2026-11-16")
    try world.resume("2027-01-10")
    #expect(try world.item(3).due.map { day("2027-01-10").days(since: $0) } == 4)
    #expect(try world.state(3, on: "2027-01-10") == .overdue)
  }

  @Test(
    "Every due date but those that hang on the placement's start date moves by the days paused after what it counts from"
  )
  func moves() throws {
    var world = World()
    try world.setWorkplace(on: "2026-05-28")
    try world.addAgreement(on: "2026-06-20")
    for party in Party.allCases { try world.confirm(7, party) }
    try world.startOn("2026-09-01", reason: "haast")
    try world.confirm(22, .employer, on: "2026-09-05")
    try world.pause("2026-09-10")
    try world.resume("2026-09-20")
    try world.confirm(21, .employer, on: "2026-09-25")
    #expect(try world.due(1) == "2026-09-01")
    #expect(try world.due(13) == "2026-10-09")
    #expect(try world.due(3) == "2026-11-06")
    #expect(try world.due(22) == "2026-11-10")
    #expect(try world.due(21) == "2026-11-20")
  }

  @Test("Several pauses add up; one before what a date counts from does not count")
  func severalPauses() throws {
    var world = try World.running()
    try world.pause("2026-09-10")
    try world.resume("2026-09-20")
    try world.confirm(22, .employer, on: "2026-09-25")
    try world.pause("2026-10-01")
    try world.resume("2026-10-04")
    try world.pause("2026-10-04")
    try world.resume("2026-10-06")
    #expect(try world.due(22) == "2026-11-25")
    #expect(try world.due(21) == "2026-11-11")
  }

  @Test("Confirming during a pause is allowed and counts from the day of resuming; it shows at once")
  func confirmedWhilePaused() throws {
    var world = try World.running()
    try world.pause("2026-11-16")
    #expect(world.count(.student, .during, on: "2026-12-01") == "0/3")
    try world.confirm(3, .student, on: "2026-12-01")
    #expect(try world.state(3, on: "2026-12-01") == .done)
    #expect(world.count(.student, .during, on: "2027-06-01") == "1/3")
    try world.resume("2027-01-10")
    #expect(try world.due(3) == "2027-03-07")
  }

  @Test("While paused, or after the end, progress stands as on the first day of that")
  func frozen() throws {
    var world = try World.running()
    try world.confirm(3, .student, on: "2026-09-17")
    var ended = world
    try world.pause("2026-11-12")
    #expect(world.count(.student, .during, on: "2029-01-01") == "1/3")
    try ended.perform(.end(.completed, day: day("2026-11-13"), reason: "", by: nil), on: "2026-11-13")
    #expect(ended.count(.student, .during, on: "2029-01-01") == "0/3")
    #expect(ended.count(.student, .during, on: "2026-09-18") == "0/3")
    #expect(try ended.state(3, on: "2029-01-01") == .open)
  }

  @Test("In preparation the resume form asks for a new start date")
  func pausedPreparation() throws {
    var world = World()
    try world.pause("2026-06-01", back: "2026-08-01")
    #expect(try world.due(6) == nil)
    try world.resume("2026-08-10", newStart: "2027-02-01")
    #expect(try world.due(6) == "2027-02-01")
    #expect(world.summary.start == day("2027-02-01"))
    var kept = World()
    try kept.pause("2026-06-01")
    try kept.resume("2026-08-10")
    #expect(try kept.due(6) == "2026-09-01", "it hangs on the start date")
    var paused = try World.ready()
    try paused.pause("2026-07-10")
    #expect(paused.refusal(.start(day: paused.today, withoutScanReason: ""))?.kind == .alreadyPaused)
    #expect(paused.summary.failingGates.isEmpty)
  }

  @Test("Pauses neither overlap nor start in the future, nor before the start of during")
  func pauseRefused() throws {
    var world = try World.running()
    world.today = day("2026-10-01")
    func pause(_ from: String, back: String? = nil, reason: String = "ziek") -> Command {
      .pause(from: day(from), intendedReturn: back.map { day($0) }, reason: reason)
    }
    #expect(world.refusal(pause("2026-10-02"))?.kind == .dayInFuture)
    #expect(world.refusal(pause("2026-08-31"))?.kind == .beforeStart)
    #expect(world.refusal(pause("2026-09-10", back: "2026-09-09"))?.kind == .endBeforeStart)
    #expect(world.refusal(pause("2026-09-10", reason: ""))?.kind == .needsReason)
    #expect(world.refusal(pause("2026-09-10"), as: .student)?.kind == .schoolOnly)
    #expect(world.refusal(.resume(day: world.today, newStart: nil))?.kind == .notPaused)
    try world.perform(pause("2026-09-10"))
    #expect(world.refusal(pause("2026-09-20"))?.kind == .alreadyPaused)
    #expect(world.refusal(.resume(day: day("2026-09-09"), newStart: nil))?.kind == .dayTooEarly)
    #expect(world.refusal(.resume(day: day("2026-10-02"), newStart: nil))?.kind == .dayInFuture)
    try world.perform(.resume(day: day("2026-09-20"), newStart: nil))
    #expect(world.refusal(pause("2026-09-19"))?.kind == .pausesOverlap)
    #expect(world.refusal(pause("2026-09-20")) == nil)
  }

  @Test("Ended, completed, never started: read only, nothing due, until the school takes that back with a reason")
  func ended() throws {
    var world = try World.running()
    let stands = world.derivation
    try world.perform(.end(.endedEarly, day: day("2026-10-01"), reason: "verhuisd", by: .student), on: "2026-10-01")
    #expect(world.derivation.stage == .ended)
    #expect(world.summary.urgency == nil)
    #expect(world.summary.urgencyOf == PerParty(all: nil))
    #expect(world.derivation.items.allSatisfy { $0.due == nil })
    #expect(world.refusal(.addNote(duty: nil, text: "x"))?.kind == .ended)
    #expect(
      world.refusal(.confirm(duty: TestModel.id(3), party: .student, day: world.today, note: ""), as: .student)?
        .kind == .ended)
    #expect(world.refusal(.reopen(reason: ""))?.kind == .needsReason)
    #expect(world.refusal(.reopen(reason: "x"), as: .student)?.kind == .schoolOnly)
    try world.perform(.reopen(reason: "vergissing"))
    #expect(world.derivation == stands)
    #expect(world.refusal(.reopen(reason: "x"))?.kind == .notEnded)
  }

  @Test("Each placement is in exactly one of six stages; endings fit their phase and need a reason, but for completed")
  func endings() throws {
    var preparation = try World.ready()
    var running = try World.running()
    func end(_ ending: Ending, _ reason: String = "x", _ text: String = "2026-09-01") -> Command {
      .end(ending, day: day(text), reason: reason, by: nil)
    }
    preparation.today = day("2026-09-01")
    #expect(preparation.refusal(end(.completed))?.kind == .notStarted)
    #expect(running.refusal(end(.neverStarted))?.kind == .alreadyStarted)
    #expect(running.refusal(end(.endedEarly, ""))?.kind == .needsReason)
    #expect(running.refusal(end(.completed, "", "2026-09-02"))?.kind == .dayInFuture)
    #expect(running.refusal(end(.completed, "", "2026-08-31"))?.kind == .beforeStart)
    #expect(running.refusal(end(.completed), as: .employer)?.kind == .schoolOnly)
    #expect(preparation.derivation.stage == .preparation)
    try preparation.perform(end(.neverStarted))
    #expect(preparation.derivation.stage == .neverStarted)
    try running.perform(end(.completed, ""))
    #expect(running.derivation.stage == .completed)
    #expect(Stage.allCases.allSatisfy { Stage(number: $0.number) == $0 })
  }

  @Test("Ended while paused, then taken back: paused still")
  func endedWhilePaused() throws {
    var world = try World.running()
    try world.pause("2026-10-01")
    try world.perform(.end(.endedEarly, day: day("2026-11-01"), reason: "x", by: .employer), on: "2026-11-01")
    #expect(world.derivation.stage == .ended)
    #expect(world.summary.frozenOn == day("2026-10-01"))
    try world.perform(.reopen(reason: "x"))
    #expect(world.derivation.stage == .paused)
  }

  @Test("End date passed: still during, urgent for the school and for all, not for the others")
  func endDate() throws {
    var world = try World.running()
    try world.perform(.setDates(start: world.records.placement.start, end: day("2026-10-01")))
    #expect(world.derivation.stage == .during)
    #expect(world.summary.urgency?.reason == .endDate)
    #expect(world.summary.urgencyOf.school?.day == day("2026-10-01"))
    #expect(world.summary.urgencyOf.school?.item.duty == nil)
    #expect(world.summary.urgencyOf.school?.item.party == .school)
    #expect(world.summary.urgencyOf.student?.reason == .item)
    #expect(world.summary.overdueCount(of: .school, on: day("2026-10-02")) == 0)
    #expect(world.summary.dueOf.school == day("2026-10-27"))
  }
}
