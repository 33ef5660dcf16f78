import Testing
import WerkendLeren

@Suite("Entries")
struct EntryTests {
  private static let own = Circle([.student, .school])

  private func content(
    _ kind: EntryKind = .problem, _ readers: Circle = EntryTests.own, on text: String = "2026-11-23",
    followUp: String? = nil, text words: String = "Ik kom niet aan leren toe."
  ) -> EntryContent {
    EntryContent(
      kind: kind, day: day(text), people: "Amira", text: words, followUp: followUp.map { day($0) }, readers: readers)
  }

  /// A running placement on Monday 23 November 2026 with one entry of that party.
  private func world(
    _ kind: EntryKind = .problem, _ readers: Circle = EntryTests.own, of party: Party = .student,
    followUp: String? = nil
  ) throws -> World {
    var world = try World.running()
    world.today = day("2026-11-23")
    try world.perform(
      .addEntry(duty: TestModel.id(4), party: party, content(kind, readers, followUp: followUp)), as: party)
    return world
  }

  private func entry(_ world: World) throws -> Entry { try #require(world.records.entries.last) }

  // MARK: - Handling

  @Test(
    "A question, problem or need is due for the school in five working days",
    arguments: [
      ("2026-11-23", "2026-11-30"), ("2026-11-26", "2026-12-03"), ("2026-11-27", "2026-12-04"),
      ("2026-11-28", "2026-12-04"), ("2026-11-29", "2026-12-04"),
    ])
  func fiveWorkingDays(_ recorded: String, _ due: String) throws {
    for kind in [EntryKind.question, .problem, .need] {
      var world = try World.running()
      try world.perform(.addEntry(duty: nil, party: .student, content(kind)), on: recorded, as: .student)
      let handling = try #require(world.derivation.handlings.first)
      #expect(handling.due == day(due))
      #expect(handling.state(on: day(recorded), for: .school) == .yours)
      #expect(handling.state(on: day(recorded), for: .student) == .dueSoon)
      #expect(handling.state(on: day(due).adding(days: 1), for: .student) == .overdue)
    }
  }

  @Test("The last days of the calendar end no count")
  func workingDaysEnd() {
    #expect(Day(number: .max).adding(workingDays: 5) == Day(number: .max))
    #expect(day("2026-11-23").adding(workingDays: 0) == day("2026-11-23"))
  }

  @Test("It counts under the school: urgency, due, overdue; not in the progress of the duties")
  func countsForTheSchool() throws {
    var without = try World.running()
    without.today = day("2026-11-23")
    let world = try world()
    let after = day("2026-12-01")
    #expect(world.summary.dueOf.school == min(day("2026-11-30"), without.summary.dueOf.school ?? after))
    #expect(
      world.summary.overdueCount(of: .school, on: after) == without.summary.overdueCount(of: .school, on: after) + 1)
    #expect(world.summary.overdueCount(on: after) == without.summary.overdueCount(on: after) + 1)
    for party in [Party.student, .employer] {
      #expect(world.summary.dueOf[party] == without.summary.dueOf[party])
      #expect(world.summary.urgencyOf[party] == without.summary.urgencyOf[party])
    }
    #expect(world.summary.preparation == without.summary.preparation)
    #expect(world.summary.during == without.summary.during)
    #expect(world.derivation.items == without.derivation.items)
  }

  @Test("What gives the most urgent date names its entry")
  func urgencyNamesTheEntry() throws {
    var world = World(start: "2026-12-20", today: "2026-11-23")
    try world.perform(.addEntry(duty: nil, party: .student, content(.question)), as: .student)
    let urgency = try #require(world.summary.urgency)
    #expect(urgency.day == day("2026-11-30") && urgency.reason == .item && urgency.item.party == .school)
    #expect(urgency.item.entry == OpenEntry(id: try entry(world).id, kind: .question))
    #expect(world.summary.urgencyOf.school == urgency)
  }

  @Test("Meetings and the like ask nothing, but a day to come back to them does")
  func followUp() throws {
    #expect(try world(.meeting).derivation.handlings.isEmpty)
    let meeting = try world(.meeting, followUp: "2026-12-10")
    #expect(meeting.derivation.handlings.map(\.due) == [day("2026-12-10")])
    // For a question that day takes the place of the five working days.
    #expect(try world(.question, followUp: "2026-12-10").derivation.handlings.map(\.due) == [day("2026-12-10")])
  }

  @Test("Paused, nothing is due; on resume the date moves by the days paused")
  func pause() throws {
    var world = try world()
    try world.pause("2026-11-25", back: "2027-01-11")
    #expect(world.derivation.handlings.map(\.due) == [nil])
    #expect(world.derivation.handlings.map(\.rawDue) == [day("2026-11-30")])
    #expect(world.summary.open.isEmpty)
    try world.resume("2026-12-05")
    #expect(world.derivation.handlings.map(\.due) == [day("2026-12-10")])
  }

  @Test("After the end entries are read only and nothing is due")
  func ended() throws {
    var world = try world()
    try world.perform(.end(.endedEarly, day: world.today, reason: "gestopt", by: .student))
    let id = try entry(world).id
    #expect(world.derivation.handlings.map(\.due) == [nil])
    for command in [
      Command.addEntry(duty: nil, party: .school, content(.meeting, .everyone)), .editEntry(entry: id, content()),
      .closeEntry(entry: id, outcome: "gesproken"),
    ] {
      #expect(world.refusal(command)?.kind == .ended)
    }
  }

  @Test("The school closes it with what was done; then nothing is due, and who asked can open it again")
  func closing() throws {
    var world = try world()
    let id = try entry(world).id
    #expect(world.refusal(.closeEntry(entry: id, outcome: " "))?.kind == .needsText)
    #expect(world.refusal(.closeEntry(entry: id, outcome: "opgelost"), as: .student)?.kind == .schoolOnly)
    try world.perform(.closeEntry(entry: id, outcome: "Studiedag geregeld."), on: "2026-11-25")
    let closed = try entry(world)
    #expect(closed.closedOn == day("2026-11-25") && closed.closedBy == "Noor Bakker")
    #expect(closed.outcome == "Studiedag geregeld.")
    #expect(world.derivation.handlings.map { $0.state(on: day("2027-03-01"), for: .school) } == [.done])
    #expect(world.summary.open.allSatisfy { $0.entry == nil })
    #expect(world.refusal(.closeEntry(entry: id, outcome: "nog eens"))?.kind == .entryClosed)
    try world.perform(.reopenEntry(entry: id, reason: "Er is niets veranderd."), on: "2026-12-07", as: .student)
    #expect(try entry(world).closedOn == nil && entry(world).outcome.isEmpty)
    // It waits anew from that day.
    #expect(world.derivation.handlings.map(\.due) == [day("2026-12-14")])
    #expect(world.refusal(.reopenEntry(entry: id, reason: "nog eens"))?.kind == .nothingChanges)
  }

  @Test("What asks for nothing is closed by the school or by whose it is")
  func closingOthers() throws {
    let world = try world(.application, .everyone)
    let close = Command.closeEntry(entry: try entry(world).id, outcome: "afgewezen")
    #expect(world.refusal(close, as: .student) == nil)
    #expect(world.refusal(close) == nil)
    #expect(world.refusal(close, as: .employer)?.kind == .entryOfOther)
  }

  // MARK: - Who reads

  @Test("What a party may not read is not there for it, and naming it is refused as naming nothing")
  func unreadableIsNotThere() throws {
    let world = try world()
    let id = try entry(world).id
    #expect(world.records.readable(by: world.viewer(.employer)).entries.isEmpty)
    #expect(world.records.readable(by: world.viewer(.student)).entries.count == 1)
    #expect(world.records.readable(by: world.viewer(.school)).entries.count == 1)
    for (known, unknown) in [
      (Command.editEntry(entry: id, content()), Command.editEntry(entry: 9_999, content())),
      (.closeEntry(entry: id, outcome: "x"), .closeEntry(entry: 9_999, outcome: "x")),
      (.reopenEntry(entry: id, reason: "x"), .reopenEntry(entry: 9_999, reason: "x")),
    ] {
      #expect(world.refusal(known, as: .employer) == world.refusal(unknown, as: .employer))
      #expect(world.refusal(known, as: .employer)?.kind == .noSuchRecord)
    }
  }

  @Test("A later employer reads nothing of a former one's time, and the former one keeps it for itself")
  func anotherEmployer() throws {
    var world = try world(.meeting, .everyone, of: .school)
    try world.perform(
      .addEntry(duty: nil, party: .employer, content(.problem, [.init(.employer), .init(.school)])), as: .employer)
    let former = world.viewer(.employer)
    #expect(world.records.readable(by: former).entries.count == 2)
    try world.setWorkplace("Zorggroep Noord", "Afdeling 3", on: "2026-11-24")
    #expect(world.records.readable(by: world.viewer(.employer)).entries.isEmpty)
    #expect(Summary.forEach(world.records, model: world.model).employer.open.allSatisfy { $0.entry == nil })
    #expect(Summary.forEach(world.records, model: world.model).school.open.contains { $0.entry != nil })
  }

  @Test("A circle holds whose entry it is, who recorded it, and the school for what it handles or two share")
  func circles() throws {
    var world = try World.running()
    world.today = day("2026-11-23")
    func refusal(_ kind: EntryKind, _ readers: Circle, of party: Party, by writer: Party) -> Refusal.Kind? {
      world.refusal(.addEntry(duty: nil, party: party, content(kind, readers)), as: writer)?.kind
    }
    let student = Circle(.student)
    #expect(refusal(.meeting, student, of: .student, by: .student) == nil)
    #expect(refusal(.problem, student, of: .student, by: .student) == .circleNeedsSchool)
    #expect(refusal(.meeting, [student, .init(.employer)], of: .student, by: .student) == .circleNeedsSchool)
    #expect(refusal(.meeting, .init(.school), of: .student, by: .student) == .circleNeedsParty)
    #expect(refusal(.meeting, .init(.school), of: .student, by: .school) == .circleNeedsParty)
    #expect(refusal(.meeting, student, of: .student, by: .school) == .circleNeedsParty)
    #expect(refusal(.problem, Self.own, of: .student, by: .school) == nil)
    #expect(refusal(.problem, Self.own, of: .student, by: .employer) == .otherParty)
    #expect(refusal(.meeting, .init(.school), of: .school, by: .school) == nil)
    world.records.links = []
    #expect(refusal(.meeting, .everyone, of: .school, by: .school) == .noEmployer)
  }

  @Test("Only whose entry it is lets more read it, while it is open; the school may let fewer read it")
  func wideningAndNarrowing() throws {
    var world = try world()
    let id = try entry(world).id
    let wider = Command.editEntry(entry: id, content(.problem, .everyone))
    #expect(world.refusal(wider)?.kind == .circleNotYours)
    try world.perform(.closeEntry(entry: id, outcome: "in vertrouwen besproken"))
    #expect(world.refusal(wider, as: .student)?.kind == .circleClosed)
    try world.perform(.reopenEntry(entry: id, reason: "ook de werkgever mag het weten"), as: .student)
    try world.perform(wider, as: .student)
    #expect(world.records.readable(by: world.viewer(.employer)).entries.count == 1)
    #expect(world.refusal(.editEntry(entry: id, content()), as: .employer)?.kind == .entryOfOther)
    try world.perform(.editEntry(entry: id, content()))
    #expect(world.records.readable(by: world.viewer(.employer)).entries.isEmpty)
    #expect(try entry(world).employer == nil)
  }

  @Test("The school may set when it comes back; the words are those of whose entry it is")
  func editing() throws {
    var world = try world()
    let id = try entry(world).id
    #expect(world.refusal(.editEntry(entry: id, content(text: "iets anders")))?.kind == .entryOfOther)
    try world.perform(.editEntry(entry: id, content(followUp: "2026-12-03")))
    #expect(try entry(world).followUpSet == world.today)
    try world.perform(.editEntry(entry: id, content(text: "Ik kom niet aan leren toe op dinsdag.")), as: .student)
    #expect(try entry(world).text.hasSuffix("dinsdag.") && entry(world).followUp == nil)
    #expect(world.refusal(.editEntry(entry: id, content(on: "2026-11-24")), as: .student)?.kind == .dayInFuture)
    #expect(world.refusal(.editEntry(entry: id, content(followUp: "2026-11-22")), as: .student)?.kind == .dayTooEarly)
  }

  @Test("What the school records for another is theirs, and both may correct it")
  func onBehalf() throws {
    var world = try World.running()
    world.today = day("2026-11-23")
    let decision = try world.perform(.addEntry(duty: nil, party: .student, content()))
    #expect(decision.onBehalfOf == .student)
    let entry = try entry(world)
    #expect(entry.party == .student && entry.byParty == .school)
    #expect(world.refusal(.editEntry(entry: entry.id, content(text: "beter"))) == nil)
    #expect(world.refusal(.editEntry(entry: entry.id, content(text: "beter")), as: .student) == nil)
    // It was told to the school alone: the school does not pass it on.
    #expect(world.refusal(.editEntry(entry: entry.id, content(.problem, .everyone)))?.kind == .circleNotYours)
  }

  @Test("A duty lists what was raised on it and the kinds that belong to it, what waits first")
  func listing() throws {
    var world = try world(.meeting, .everyone, of: .school)
    try world.perform(.addEntry(duty: nil, party: .student, content(.question, on: "2026-11-20")), as: .student)
    var duty = try #require(world.model[TestModel.id(4)])
    #expect(world.records.entries(of: duty).map(\.kind) == [.meeting])
    duty.entryKinds = [.question]
    #expect(world.records.entries(of: duty).map(\.kind) == [.question, .meeting])
  }

  // MARK: - Properties

  @Test("No one's view depends on what they may not read", arguments: propertySeeds)
  func viewsAreIndependent(_ seed: UInt64) throws {
    var random = RandomWorld(seed: seed)
    for _ in 0..<60 {
      random.wait()
      let (command, party) =
        random.random.chance(2, in: 3) ? random.usefulCommand() : (random.command(), random.speaker())
      _ = try? random.world.perform(command, as: party)
      let records = random.world.records
      let summaries = Summary.forEach(records, model: random.world.model)
      for party in Party.allCases {
        let viewer = random.world.viewer(party)
        let readable = records.readable(by: viewer)
        #expect(readable.readable(by: viewer) == readable, "seed \(seed)")
        #expect(summaries[party] == Summary(readable, model: random.world.model), "seed \(seed) \(party)")
        // Whether a command is refused hangs on nothing that cannot be read.
        let asked = random.command()
        let context = random.world.context(viewer)
        let whole = decide(asked, on: records, context: context).map { $0.records.readable(by: viewer) }
        let part = decide(asked, on: readable, context: context).map { $0.records.readable(by: viewer) }
        #expect(whole == part, "seed \(seed) \(asked)")
      }
    }
  }

  @Test("Each side of a change is read by its own circle")
  func changesAreRedacted() throws {
    var world = try world()
    let before = world.records
    try world.perform(.editEntry(entry: try entry(world).id, content(.problem, .everyone)), as: .student)
    let changes = before.changes(to: world.records)
    let seen = changes.compactMap { $0.readable(by: world.viewer(.employer)) }
    #expect(seen.map(\.before) == [nil] && seen.map { $0.after != nil } == [true])
    #expect(changes.compactMap { $0.readable(by: world.viewer(.student)) } == changes)
    let changed = try #require(ChangedEntry(changes))
    #expect(changed.readers == .everyone && changed.employer == world.records.currentLink?.employer)
    #expect(ChangedEntry(changes.map(\.inverse)) == changed)
  }
}
