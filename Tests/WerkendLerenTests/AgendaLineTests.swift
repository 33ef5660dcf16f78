import Testing
import WerkendLeren

@Suite("What an agenda lists")
struct AgendaLineTests {
  private func lines(_ world: World) -> [AgendaLine] { AgendaLine.all(world.derivation, of: world.records) }

  private func line(_ world: World, _ number: Int, _ kind: AgendaLine.Kind = .item) -> AgendaLine? {
    lines(world).first { line in
      line.kind == kind && line.duty.map { world.model.duties[$0].id } == TestModel.id(number)
    }
  }

  @Test("In preparation: what is due at the start, once for all its parties, and the planned start and end")
  func preparation() throws {
    var world = World()
    try world.setWorkplace(on: "2026-05-28")
    try world.addAgreement(on: "2026-06-20")
    try world.perform(.setDates(start: day("2026-09-01"), end: day("2028-08-31")))
    let agreement = try #require(line(world, 7))
    #expect(agreement.parties == Party.allCases && agreement.gate && agreement.day == day("2026-09-01"))
    #expect(lines(world).contains { $0.kind == .startDate && $0.day == day("2026-09-01") && $0.parties == [.school] })
    #expect(lines(world).contains { $0.kind == .endDate && $0.day == day("2028-08-31") })
    #expect(line(world, 3) == nil, "items of during are never due in preparation")
    #expect(line(world, 2) == nil, "done for good")
  }

  @Test("During: continuing items always, each for its party, and when a scan expires")
  func during() throws {
    var world = try World.running()
    try world.confirm(3, .student, on: "2026-09-17")
    #expect(line(world, 3)?.day == day("2026-11-12"))
    #expect(line(world, 3)?.settled == true && line(world, 3)?.parties == [.student])
    #expect(line(world, 20)?.parties == [.employer])
    #expect(line(world, 9, .scan)?.day == day("2028-06-10"))
    #expect(!lines(world).contains { $0.kind == .startDate })
  }

  @Test("Paused: the intended return alone; ended: nothing")
  func resting() throws {
    var world = try World.running()
    try world.pause("2026-11-16", back: "2027-02-01")
    #expect(
      lines(world) == [AgendaLine(day: day("2027-02-01"), kind: .intendedReturn, parties: [.school], actors: [.school])]
    )
    try world.perform(.setIntendedReturn(nil))
    #expect(lines(world).isEmpty)
    try world.perform(.end(.completed, day: day("2026-11-16"), reason: "", by: nil))
    #expect(lines(world).isEmpty)
  }

  @Test("A withdrawn confirmation stands there for the school, beside the item itself")
  func withdrawn() throws {
    var world = try World.running()
    let mark = try #require(world.records.marks.last { $0.duty == TestModel.id(7) && $0.party == .student })
    try world.perform(.withdrawConfirmation(mark: mark.id, reason: "vergissing"), on: "2026-10-01")
    #expect(line(world, 7, .withdrawal)?.day == day("2026-10-01"))
    #expect(line(world, 7)?.day == day("2026-10-15") && line(world, 7)?.parties == [.student])
    #expect(line(world, 7)?.partial == true)
  }

  @Test("The first line of a party is its urgency, and the first of all that of all", arguments: propertySeeds)
  func urgency(_ seed: UInt64) throws {
    var random = RandomWorld(seed: seed)
    for _ in 0..<60 {
      random.wait()
      let (command, party) =
        random.random.chance(1, in: 2) ? random.usefulCommand() : (random.command(), random.speaker())
      _ = try? random.world.perform(command, as: party)
      let world = random.world
      let lines = lines(world).filter { $0.kind != .startDate }
      let summaries = Summary.forEach(world.records, model: world.model)
      for viewer in Party.allCases where world.records.placement.archivedOn == nil {
        let seen = lines.filter { $0.readers.contains(viewer) }
        let note = Comment(rawValue: "seed \(seed), seen by \(viewer)")
        #expect(seen.map(\.day).min() == summaries[viewer].urgency?.day, note)
        for party in Party.allCases {
          let own = seen.filter { $0.parties.contains(party) }
          #expect(own.map(\.day).min() == summaries[viewer].urgencyOf[party]?.day, note)
          let due = own.filter { $0.kind == .item || $0.kind == .handling }
          #expect(due.map(\.day).min() == summaries[viewer].dueOf[party], note)
        }
      }
      if world.records.placement.archivedOn != nil { #expect(lines.isEmpty, "seed \(seed)") }
      #expect(lines.allSatisfy { !$0.parties.isEmpty }, "seed \(seed)")
      let places = lines.map { [Int($0.kind.rawValue), $0.entry.map { Int($0.id) } ?? $0.duty ?? -1] }
      #expect(Set(places).count == places.count, "each kind names a duty once; seed \(seed)")
    }
  }

  @Test("A condition of the workplace scan: for its owner until it is met, then for the school until it accepts it")
  func conditions() throws {
    var world = World(start: "2026-09-01")
    try world.setWorkplace(on: "2026-05-28")
    try world.addScan(on: "2026-06-10", until: "2028-06-10")
    let scan = try #require(world.records.newestScan)
    world.records.conditions = [
      ScanCondition(
        id: 900, workplace: scan.workplace, scan: 1, decision: scan.id, text: "Wijs een vervanger aan.",
        owner: .employer,
        due: day("2026-08-01"), beforeStart: false, setOn: scan.date)
    ]
    func own() -> AgendaLine? { lines(world).first { $0.kind == .condition } }
    #expect(
      own()
        == AgendaLine(
          day: day("2026-08-01"), kind: .condition, parties: [.employer], actors: [.employer], condition: 900))
    world.records.conditions[0].metOn = day("2026-07-01")
    #expect(own()?.parties == [.school] && own()?.partial == true)
    world.records.conditions[0].acceptedOn = day("2026-07-03")
    #expect(own() == nil)
  }
}
