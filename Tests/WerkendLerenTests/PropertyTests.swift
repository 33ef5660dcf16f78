import Testing
import WerkendLeren

@Suite("Properties of random placements")
struct PropertyTests {
  /// Runs random commands and imports on a world; `check` gets what was before and the decision.
  private func run(
    _ seed: UInt64, steps: Int = 60, _ check: (inout RandomWorld, PlacementRecords, Decision) throws -> Void
  ) throws {
    try runWithStore(seed, steps: steps) { random, _, before, decision in try check(&random, before, decision) }
  }

  /// The same; `check` also gets the store as it was before.
  private func runWithStore(
    _ seed: UInt64, steps: Int = 60, _ check: (inout RandomWorld, RowStore, PlacementRecords, Decision) throws -> Void
  ) throws {
    var random = RandomWorld(seed: seed)
    var store = RowStore(random.world.records)
    for _ in 0..<steps {
      random.wait()
      random.world.directory = store.directory
      let before = random.world.records
      let decision: Decision?
      if random.random.chance(1, in: 12) {
        let context = random.world.context(random.world.viewer(.school))
        decision = try? decideImport(random.row(), on: before, file: "f.csv", context: context).get()
      } else {
        let (command, party) =
          random.random.chance(1, in: 2) ? random.usefulCommand() : (random.command(), random.speaker())
        decision = try? decide(command, on: before, context: random.world.context(random.world.viewer(party))).get()
      }
      guard let decision else { continue }
      random.world.records = decision.records
      random.world.nextRow = decision.nextRow
      let former = store
      let applied = store.apply(store.differences(from: before, to: decision.records))
      #expect(applied, "seed \(seed)")
      try check(&random, former, before, decision)
    }
  }

  @Test("No duty disappears, progress counts only what applies, done never exceeds total", arguments: propertySeeds)
  func derivation(_ seed: UInt64) throws {
    try run(seed) { random, _, _ in
      let derivation = random.world.derivation
      #expect(derivation.items.map(\.duty.id) == random.world.model.duties.map(\.id), "seed \(seed)")
      let summary = random.world.summary
      let total = Party.allCases.map { summary.preparation[$0].total + summary.during[$0].total }.reduce(0, +)
      #expect(total == derivation.items.filter(\.applies).count, "seed \(seed)")
      for today in [Day(number: .min), random.day(), random.world.today, Day(number: .max)] {
        for party in Party.allCases {
          for phase in Phase.allCases {
            let count = summary.count(of: party, in: phase, on: today)
            #expect(count.done >= 0 && count.done <= count.total, "seed \(seed)")
          }
        }
        for item in derivation.items {
          for viewer in [nil, Party.student, .school, .employer] {
            let state = item.state(on: today, for: viewer)
            #expect(item.applies == (state != .notApplicable), "seed \(seed)")
            if state == .yours { #expect(viewer.map { item.canAct($0, on: today) } == true, "seed \(seed)") }
          }
        }
      }
    }
  }

  @Test(
    "The summary equals a slow computation from the items, before and after each due date", arguments: propertySeeds)
  func summary(_ seed: UInt64) throws {
    try run(seed) { random, _, _ in
      let records = random.recordsWithConditions()
      let summary = Summary(records, model: random.world.model)
      let slow = SlowSummary(Derivation(records, model: random.world.model), records)
      for party in Party.allCases { #expect(summary.dueOf[party] == slow.due(of: party), "seed \(seed)") }
      for party in [nil, Party.student, .school, .employer] {
        let fast = party.map { summary.urgencyOf[$0] } ?? summary.urgency
        let key = slow.urgency(of: party)
        #expect(fast?.day == key?.day, "seed \(seed)")
        #expect(fast.map { $0.item.duty ?? Int.max } == key?.place, "seed \(seed)")
        #expect(fast?.item.party == key?.party, "seed \(seed)")
      }
      for today in slow.turningDays.shuffled(using: &random.random).prefix(12) {
        for party in [nil, Party.student, .school, .employer] {
          #expect(summary.overdueCount(of: party, on: today) == slow.overdue(of: party, on: today), "seed \(seed)")
        }
        for party in Party.allCases {
          for phase in Phase.allCases {
            #expect(
              summary.count(of: party, in: phase, on: today) == slow.count(of: party, in: phase, on: today),
              "seed \(seed)")
          }
        }
        #expect(
          summary.failingGates.filter { $0.fails(on: today) }.map(\.duty) == slow.failingGates(on: today),
          "seed \(seed)")
      }
    }
  }

  @Test("Every command either refuses or changes records; its inverse is the identity", arguments: propertySeeds)
  func reversible(_ seed: UInt64) throws {
    try runWithStore(seed) { random, former, before, decision in
      #expect(decision.records != before, "seed \(seed)")
      var store = former
      let read = store.load(using: &random.random)
      #expect(differences(read, before) == [], "seed \(seed)")
      let changes = store.differences(from: before, to: decision.records)
      let done = store.apply(changes)
      #expect(done, "seed \(seed)")
      let after = store.load(using: &random.random)
      #expect(differences(after, decision.records) == [], "seed \(seed)")
      let undone = store.apply(changes.reversed().map(\.inverse))
      #expect(undone, "seed \(seed)")
      let back = store.load(using: &random.random)
      #expect(differences(back, before) == [], "seed \(seed)")
      let redone = store.apply(changes)
      #expect(redone, "seed \(seed), again")
      let again = store.load(using: &random.random)
      #expect(differences(again, decision.records) == [], "seed \(seed), again")
    }
  }

  @Test(
    "Records are their rows in any order; every row has a number of its own below the next", arguments: propertySeeds)
  func rows(_ seed: UInt64) throws {
    try run(seed) { random, _, decision in
      let rows = decision.records.storedRows
      let shuffled = rows.shuffled(using: &random.random)
      #expect(differences(PlacementRecords(rows: shuffled), decision.records) == [], "seed \(seed)")
      #expect(Set(rows.map(\.id)).count == rows.count, "seed \(seed)")
      #expect(rows.allSatisfy { $0.id < decision.nextRow }, "seed \(seed)")
    }
  }

  @Test("A mirrored pair always shows one status", arguments: propertySeeds)
  func mirrored(_ seed: UInt64) throws {
    try run(seed) { random, _, _ in
      let derivation = random.world.derivation
      for item in derivation.items {
        guard let leading = item.duty.mirrors, let leader = derivation[leading] else { continue }
        #expect(item.settled == leader.settled, "seed \(seed)")
        #expect(item.confirmed == leader.confirmed, "seed \(seed)")
        #expect(item.version == leader.version && item.missing == leader.missing, "seed \(seed)")
        guard item.applies, leader.applies, random.world.records.currentLink != nil else { continue }
        #expect(item.due == leader.due, "seed \(seed)")
        for today in [random.world.today, random.day()] {
          #expect(item.state(on: today, for: nil) == leader.state(on: today, for: nil), "seed \(seed)")
        }
        if !leader.isDone(on: random.world.today), leader.due != nil {
          #expect(!Set(leader.dueParties).union(item.dueParties).isEmpty, "seed \(seed)")
        }
      }
    }
  }

  @Test(
    "Frozen placements have no due dates and nothing overdue; stage, phase and course agree", arguments: propertySeeds)
  func frozen(_ seed: UInt64) throws {
    try run(seed) { random, _, _ in
      let records = random.world.records
      let derivation = random.world.derivation
      let summary = random.world.summary
      #expect(summary.stage == derivation.stage, "seed \(seed)")
      #expect((summary.phase == .during) == (records.placement.startedOn != nil), "seed \(seed)")
      #expect(records.pauses.filter { $0.until == nil }.count <= 1, "seed \(seed)")
      #expect(records.links.filter { $0.until == nil }.count <= 1, "seed \(seed)")
      guard derivation.stage != .preparation, derivation.stage != .during else { return }
      #expect(derivation.items.allSatisfy { $0.due == nil && !$0.isOverdue(on: Day(number: .max)) }, "seed \(seed)")
      #expect(summary.open.isEmpty && summary.dueOf == PerParty(all: nil), "seed \(seed)")
      #expect(summary.failingGates.isEmpty, "seed \(seed)")
      #expect(summary.urgency == nil || summary.urgency?.reason == .intendedReturn, "seed \(seed)")
      #expect(summary.urgency == nil || derivation.stage == .paused, "seed \(seed)")
    }
  }

  @Test("The summary holds no today: the same command given later makes the same summary", arguments: propertySeeds)
  func noToday(_ seed: UInt64) throws {
    try run(seed, steps: 40) { random, _, decision in
      let (command, party) = random.usefulCommand()
      let world = random.world
      var later = world
      later.today = world.today.adding(days: 500)
      // These keep the day on which they were given.
      switch command {
      case .addAgreement, .addEntry, .editEntry, .reopenEntry: return
      default: break
      }
      guard
        let now = try? decide(command, on: decision.records, context: world.context(world.viewer(party))).get(),
        let then = try? decide(command, on: decision.records, context: later.context(world.viewer(party))).get()
      else { return }
      #expect(
        Summary(now.records, model: world.model) == Summary(then.records, model: world.model), "seed \(seed) \(command)"
      )
    }
  }

  @Test("Importing the same row again changes nothing", arguments: propertySeeds)
  func importedTwice(_ seed: UInt64) throws {
    try run(seed, steps: 40) { random, _, _ in
      var world = random.world
      let row = random.row()
      guard
        let first = try? decideImport(row, on: world.records, file: "f", context: world.context(world.viewer(.school)))
          .get()
      else { return }
      world.records = first.records
      world.nextRow = first.nextRow
      let context = world.context(world.viewer(.school))
      let second = try decideImport(row, on: world.records, file: "f", context: context).get()
      let changes = second.map { world.records.changes(to: $0.records) }
      #expect(changes == nil, "seed \(seed) \(row) on \(world.today.iso)")
    }
  }

  @Test("No rows, however broken, trap: they are read or refused", arguments: propertySeeds)
  func brokenRows(_ seed: UInt64) throws {
    try run(seed, steps: 30) { random, _, decision in
      var rows = decision.records.storedRows
      for _ in 0..<3 {
        guard let place = rows.indices.randomElement(using: &random.random),
          let column = rows[place].values.indices.randomElement(using: &random.random)
        else { continue }
        let values: [RecordValue] = [
          .null, .integer(.max), .integer(.min), .integer(1), .text(""), .text("9999-12-31"), .text("0001-01-01"),
          .text("school"),
        ]
        rows[place].values[column] = random.random.pick(values, or: .null)
        if random.random.chance(1, in: 10) { rows[place].values.removeLast() }
      }
      guard let records = PlacementRecords(rows: rows) else { return }
      let summary = Summary(records, model: random.world.model)
      #expect(summary.overdueCount(on: random.day()) >= 0, "seed \(seed)")
      _ = decide(random.command(), on: records, context: random.world.context(random.world.viewer(.school)))
    }
  }
}
