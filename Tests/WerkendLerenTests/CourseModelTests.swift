import Testing
import WerkendLeren

/// Counts, day by day, how far a due date still is: a day that passes takes one off, unless the placement rests on it. It knows nothing of
/// how the domain moves dates.
private struct SlowClock {
  /// The pauses, from the first day that rests to the first that does not.
  var pauses: [(from: Day, until: Day)] = []

  /// Where a date that lay so many days ahead on a day stands on a later day.
  func due(on today: Day, days: Int, ahead day: Day) -> Day {
    var left = days
    var current = day
    while current < today {
      let rests = pauses.contains { $0.from <= current && current < $0.until }
      if !rests { left -= 1 }
      current = current.adding(days: 1)
    }
    return today.adding(days: left)
  }
}

@Suite("The course against a slow clock")
struct CourseModelTests {
  /// What gives a continuing duty its date.
  private enum Base {
    case started
    case confirmed(Day)
    case set(due: Day, on: Day)
  }

  private static let duties: [(number: Int, party: Party)] = [
    (3, .student), (4, .student), (10, .school), (18, .employer), (20, .employer), (22, .employer),
  ]

  @Test("Due dates after any pauses, confirmations, dates set by hand and rhythms", arguments: propertySeeds)
  func dueDates(_ seed: UInt64) throws {
    var random = Seeded(seed)
    var world = try World.running()
    let started = day("2026-09-01")
    var clock = SlowClock()
    var bases: [Int: Base] = [:]
    var rhythm = 8
    var own: [Int: Int] = [:]
    world.today = started
    for _ in 0..<60 {
      world.today = world.today.adding(days: Int.random(in: 0...12, using: &random))
      let today = world.today
      let duty = random.pick(Self.duties, or: (3, .student))
      let id = TestModel.id(duty.number)
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<2:
        let from = today.adding(days: -Int.random(in: 0...9, using: &random))
        _ = try? world.perform(.pause(from: from, intendedReturn: nil, reason: "ziek"))
      case 2..<5:
        let until = today.adding(days: -Int.random(in: 0...4, using: &random))
        guard let open = world.records.openPause, (try? world.perform(.resume(day: until, newStart: nil))) != nil
        else { continue }
        clock.pauses.append((open.from, until))
      case 5..<8:
        let on = today.adding(days: -Int.random(in: 0...20, using: &random))
        guard (try? world.perform(.confirm(duty: id, party: duty.party, day: on, note: ""), as: duty.party)) != nil
        else { continue }
        // The newest day counts, whatever was recorded last; a date set by hand holds once.
        if case .confirmed(let before) = bases[duty.number] {
          bases[duty.number] = .confirmed(max(before, on))
        } else if case .set = bases[duty.number] {
          let marks = world.records.marks.filter { $0.duty == id }.map(\.day)
          bases[duty.number] = .confirmed(marks.max() ?? on)
        } else {
          bases[duty.number] = .confirmed(on)
        }
      case 8:
        let due = today.adding(days: Int.random(in: -5...60, using: &random))
        guard (try? world.perform(.setDueDate(duty: id, day: due))) != nil else { continue }
        bases[duty.number] = .set(due: due, on: today)
      default:
        let weeks = Int.random(in: 1...20, using: &random)
        if random.chance(1, in: 2) {
          if (try? world.perform(.setRhythm(duty: nil, weeks: weeks))) != nil { rhythm = weeks }
        } else if (try? world.perform(.setRhythm(duty: id, weeks: weeks))) != nil {
          own[duty.number] = weeks
        }
      }
      guard world.derivation.stage == .during else {
        #expect(try world.due(duty.number) == nil, "seed \(seed)")
        continue
      }
      for (number, _) in Self.duties {
        let days = (own[number] ?? rhythm) * 7
        let expected =
          switch bases[number] ?? .started {
          case .started: clock.due(on: today, days: days, ahead: started)
          case .confirmed(let on): clock.due(on: today, days: days, ahead: on)
          case .set(let due, let on): clock.due(on: today, days: due.days(since: on), ahead: on)
          }
        #expect(try world.due(number) == expected.iso, "seed \(seed), duty \(number) on \(today.iso)")
      }
    }
  }

  @Test(
    "What was so many days late on the first day of a pause is so late on the day of resuming", arguments: [0, 4, 40])
  func late(_ days: Int) throws {
    var world = try World.running()
    try world.confirm(3, .student, on: "2026-09-17")
    let from = day("2026-11-12").adding(days: days)
    try world.pause(from.iso)
    for length in [0, 1, 200] {
      var resumed = world
      let until = from.adding(days: length)
      try resumed.resume(until.iso)
      #expect(try resumed.item(3).due.map { until.days(since: $0) } == days, "\(length)")
    }
  }

  @Test("Another day of return is set while paused only, not before the pause, by the school")
  func intendedReturn() throws {
    var world = try World.running()
    #expect(world.refusal(.setIntendedReturn(day("2027-01-01")))?.kind == .notPaused)
    try world.pause("2026-11-16", back: "2027-02-01")
    #expect(world.refusal(.setIntendedReturn(day("2026-11-15")))?.kind == .dayTooEarly)
    #expect(world.refusal(.setIntendedReturn(nil), as: .student)?.kind == .schoolOnly)
    #expect(world.refusal(.setIntendedReturn(day("2027-02-01")))?.kind == .nothingChanges)
    try world.perform(.setIntendedReturn(day("2027-03-01")))
    #expect(world.summary.urgency?.day == day("2027-03-01"))
    try world.perform(.setIntendedReturn(nil))
    #expect(world.summary.urgency == nil && world.derivation.stage == .paused)
  }

  @Test("The programme does not begin within a pause that is over; its end does not lie before its first day")
  func daysFit() throws {
    var world = try World.ready()
    try world.pause("2026-07-10")
    try world.resume("2026-08-20", newStart: "2026-09-01")
    world.today = day("2026-09-05")
    #expect(world.refusal(.start(day: day("2026-08-19"), withoutScanReason: ""))?.day == day("2026-08-20"))
    try world.perform(.start(day: day("2026-08-20"), withoutScanReason: ""))
    #expect(world.refusal(.setDates(start: nil, end: day("2026-08-19")))?.kind == .endBeforeStart)
    #expect(world.refusal(.setDates(start: nil, end: day("2026-08-20"))) == nil)
  }

  @Test("Ended on a day before the pause that was open: it has stood still since then")
  func endedBeforeThePause() throws {
    var world = try World.running()
    try world.pause("2026-10-01")
    try world.perform(.end(.endedEarly, day: day("2026-09-20"), reason: "x", by: nil), on: "2026-11-01")
    #expect(world.summary.frozenOn == day("2026-09-20"))
  }
}
