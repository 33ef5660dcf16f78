import StateStore
import StateStoreProbe
import Synchronization
import Testing
import WerkendLeren

/// Many placements at once: one transaction, one preview, one undo.
@Suite struct GroupTests {
  private let viewer = Fixture.school
  private let moment = Fixture.moment()

  private func orders(_ placements: [Int64], _ command: GroupCommand) -> [(placement: Int64, command: GroupCommand)] {
    placements.map { (placement: $0, command: command) }
  }

  private func information(_ note: String = "") -> GroupCommand {
    .same(.confirm(duty: DutyID("school.preparation.information"), party: .school, day: Fixture.today, note: note))
  }

  private func outcome(_ ending: GroupEnding) throws -> GroupPerformed {
    guard case .done(let result) = ending else {
      Issue.record("\(ending)")
      throw StoreProblem(.unexpected)
    }
    return result
  }

  private func filled(_ count: Int) throws -> (StoreFolder, Store, [Int64]) {
    let folder = try StoreFolder()
    try folder.filled(count).close()
    let store = try folder.open()
    return (folder, store, try (1...count).map { try store.placement($0) })
  }

  @Test func thePreviewSaysWhatIsThenDoneAndWritesNothing() throws {
    let (folder, store, placements) = try filled(5)
    defer { withExtendedLifetime(folder) {} }
    _ = try store.perform(
      .confirm(duty: DutyID("school.preparation.information"), party: .school, day: Fixture.today, note: ""),
      on: placements[1], as: viewer, at: moment)
    let before = try store.contentText()
    let asked = orders(placements + [999_999], information())
    let trial = try outcome(store.performGroup(asked, as: viewer, at: moment, isTrial: true))
    #expect(trial.done == [0, 2, 3, 4])
    #expect(trial.refused.map(\.place) == [1, 5])
    #expect(trial.refused.map(\.refusal.kind) == [.alreadyConfirmed, .notYours])
    #expect(trial.batch == nil && trial.students.count == 5)
    #expect(try store.contentText() == before)
    let done = try outcome(store.performGroup(asked, as: viewer, at: moment, agreed: trial))
    #expect(done.isLike(trial) && done.batch != nil)
    #expect(try store.verify() == [])
    let named = try #require(try store.nextUndo(as: viewer))
    #expect(try store.batchCount(named) == 4)
    var heard: [Int] = []
    guard
      case .done(let undone, _) = try store.undo(as: viewer, at: moment, progress: { count, _ in heard.append(count) })
    else {
      Issue.record("not undone")
      return
    }
    #expect(undone.count == 4 && heard.isEmpty)
    #expect(try store.contentText() == before)
  }

  @Test func whereItWouldDoSomethingElseThanWasShownNothingIsDone() throws {
    let (folder, store, placements) = try filled(4)
    defer { withExtendedLifetime(folder) {} }
    let asked = orders(placements, information())
    let trial = try outcome(store.performGroup(asked, as: viewer, at: moment, isTrial: true))
    let other = try folder.open()
    _ = try other.perform(
      .end(.neverStarted, day: Fixture.today, reason: "gone", by: nil), on: placements[2], as: viewer, at: moment)
    let before = try store.contentText()
    guard case .differs(let now) = try store.performGroup(asked, as: viewer, at: moment, agreed: trial) else {
      Issue.record("done")
      return
    }
    #expect(now.done == [0, 1, 3] && now.refused.map(\.refusal.kind) == [.ended])
    #expect(try store.contentText() == before)
    let done = try outcome(store.performGroup(asked, as: viewer, at: moment, agreed: now))
    #expect(done.done == [0, 1, 3])
  }

  @Test func whatIsBrokenOffLeavesNothing() throws {
    let (folder, store, placements) = try filled(30)
    defer { withExtendedLifetime(folder) {} }
    let before = try store.contentText()
    var heard: [Int] = []
    let ending = try store.performGroup(orders(placements, information()), as: viewer, at: moment) { count in
      heard.append(count)
      return false
    }
    #expect(ending == .stopped && heard == [20])
    #expect(try store.contentText() == before)
  }

  @Test func ofAGroupNothingIsTakenBackWhereOnePartCannotBeAndThatPartIsNamed() throws {
    let (folder, store, placements) = try filled(5)
    defer { withExtendedLifetime(folder) {} }
    let day = Fixture.today.adding(days: 9)
    let due = GroupCommand.same(.setDueDate(duty: DutyID("school.preparation.information"), day: day))
    _ = try store.performGroup(orders(placements, due), as: viewer, at: moment)
    let other = try folder.open()
    _ = try other.perform(
      .setDueDate(duty: DutyID("school.preparation.information"), day: day.adding(days: 3)), on: placements[2],
      as: viewer, at: moment)
    let before = try store.contentText()
    guard case .refused(.changedSince(let later), let change) = try store.undo(as: viewer, at: moment) else {
      Issue.record("taken back")
      return
    }
    #expect(change.placement == placements[2] && later?.session == other.session)
    #expect(try store.contentText() == before)
    // Once the other took that back, the whole goes back at once.
    _ = try other.undo(as: viewer, at: moment)
    guard case .done(let undone, _) = try store.undo(as: viewer, at: moment) else {
      Issue.record("not taken back")
      return
    }
    #expect(undone.count == 5)
  }

  @Test func theContactPersonIsOnePersonForAllAndNobodyLosesWhatIsKnownOfThem() throws {
    let (folder, store, placements) = try filled(4)
    defer { withExtendedLifetime(folder) {} }
    let anna = PersonContent(name: "Anna Smit", mail: "anna@school.test", phone: "06 1", from: Fixture.today)
    _ = try store.perform(.setPerson(role: .schoolContact, anna), on: placements[0], as: viewer, at: moment)
    let bare = PersonContent(name: "anna smit", mail: "anna@school.test", from: Fixture.today)
    let done = try outcome(
      store.performGroup(orders(placements, .assignContact(bare)), as: viewer, at: moment))
    #expect(done.done == [1, 2, 3])
    #expect(done.refused.map(\.refusal.kind) == [.nothingChanges])
    var people: Set<Int64> = []
    for placement in placements {
      let holder = try store.records(placement, as: viewer).records.holder(of: .schoolContact, on: Fixture.today)
      people.insert(holder?.id ?? 0)
      #expect(holder?.phone == "06 1")
    }
    #expect(people.count == 1)
    #expect(try store.verify() == [])
  }

  @Test func onlyWhatHasEndedGoesToTheArchive() throws {
    let (folder, store, placements) = try filled(3)
    defer { withExtendedLifetime(folder) {} }
    _ = try store.perform(
      .end(.neverStarted, day: Fixture.today, reason: "gone", by: nil), on: placements[0], as: viewer, at: moment)
    let done = try outcome(store.performGroup(orders(placements, .archive), as: viewer, at: moment))
    #expect(done.done == [0] && done.refused.map(\.refusal.kind) == [.notEnded, .notEnded])
    _ = try store.undo(as: viewer, at: moment)
    #expect(try store.records(placements[0], as: viewer).records.placement.archivedOn == nil)
  }

  // MARK: - Random groups

  @Test func takingAGroupBackIsTheIdentityAndDoingItAgainBringsItBack() throws {
    for seed in 0..<UInt64(isLongRun ? 60 : 5) {
      var generator = SeededGenerator(seed: seed &* 104_729 &+ 20_261_126)
      let (folder, store, placements) = try filled(5)
      defer { withExtendedLifetime(folder) {} }
      var states = [try store.contentText()]
      for _ in 0..<12 {
        let asked = (0..<Int.random(in: 1...8, using: &generator)).compactMap {
          _ -> (placement: Int64, command: GroupCommand)? in
          let placement = placements[Int.random(in: 0..<5, using: &generator)]
          guard let records = try? store.records(placement, as: viewer).records else { return nil }
          let command = RandomCommands.command(for: records, today: Fixture.today, using: &generator)
          switch command {
          // What undo does not take back, by the rules, stays out.
          case .addPaperScan, .withdrawScan, .moveModel: return nil
          case .setPerson(.schoolContact, let content): return (placement, .assignContact(content))
          case .archive: return (placement, .archive)
          default: return (placement, .same(command))
          }
        }
        let trial = try outcome(store.performGroup(asked, as: viewer, at: moment, isTrial: true))
        #expect(try store.contentText() == states.last, "seed \(seed): the preview wrote")
        let done = try outcome(store.performGroup(asked, as: viewer, at: moment, agreed: trial))
        if !done.done.isEmpty { states.append(try store.contentText()) }
      }
      for place in states.indices.dropLast().reversed() {
        let ending = try store.undo(as: viewer, at: moment)
        guard case .done = ending else {
          Issue.record("seed \(seed), undo to \(place): \(ending)")
          return
        }
        #expect(try store.contentText() == states[place], "seed \(seed), undo to \(place)")
      }
      for place in states.indices.dropFirst() {
        guard case .done = try store.redo(as: viewer, at: moment) else {
          Issue.record("seed \(seed): redo to \(place)")
          return
        }
        #expect(try store.contentText() == states[place], "seed \(seed), redo to \(place)")
      }
      #expect(try store.verify() == [], "seed \(seed)")
    }
  }

  // MARK: - Several processes

  @Test func twoProcessesWithGroupsOnTheSamePlacementsLoseNothing() throws {
    let (folder, store, placements) = try filled(6)
    defer { withExtendedLifetime(folder) {} }
    let before = try store.lastChange()
    let probes = try (0..<2).map { number in
      try ProbeProcess(["groups", folder.store, "6", "5", "g\(number)"])
    }
    for probe in probes {
      #expect(probe.lines() == (1...5).map { "done \($0) 6" })
      #expect(probe.wait() == 0)
    }
    #expect(try store.lastChange() == before + 60)
    for placement in placements {
      let notes = try store.records(placement, as: viewer).records.notes.map(\.text)
      #expect(Set(notes) == Set((0..<2).flatMap { number in (1...5).map { "g\(number) \($0)" } }))
    }
    #expect(try store.verify() == [])
  }

  @Test func aGroupThatIsKilledIsDoneWhollyOrNotAtAll() throws {
    let (folder, first, placements) = try filled(6)
    try first.close()
    for round in 0..<(isLongRun ? 40 : 6) {
      let probe = try ProbeProcess(["groups", folder.store, "6", "0", "k\(round)"])
      let said = String(decoding: probe.some(4096), as: UTF8.self)
      #expect(said.hasPrefix("done"))
      probe.killAtOnce()
      let whole = said.split(separator: "\n").map(String.init) + probe.lines()
      probe.wait()
      let store = try folder.open()
      var counts: [String: Int] = [:]
      for placement in placements {
        for note in try store.records(placement, as: viewer).records.notes where note.text.hasPrefix("k\(round) ") {
          counts[note.text, default: 0] += 1
        }
      }
      #expect(counts.values.allSatisfy { $0 == 6 }, "round \(round): \(counts)")
      for line in whole {
        let parts = line.split(separator: " ")
        guard parts.count == 3, parts[2] == "6" else { continue }
        #expect(counts["k\(round) \(parts[1])"] == 6, "round \(round): \(line)")
      }
      #expect(try store.verify() == [], "round \(round)")
      try store.close()
    }
  }

  @Test func findingAllThatAListShowsIsOneStatement() throws {
    func count(_ size: Int) throws -> Int {
      let folder = try StoreFolder()
      let store = try folder.filled(size)
      let counter = Mutex(0)
      try store.trace { _ in counter.withLock { $0 += 1 } }
      let found = try store.placements(matching: OverviewQuery(), as: viewer, limit: 2000, today: Fixture.today)
      #expect(found.count == size)
      return counter.withLock { $0 }
    }
    #expect(try count(10) == 1)
    #expect(try count(500) == 1)
  }
}
