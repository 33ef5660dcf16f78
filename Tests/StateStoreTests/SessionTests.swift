import StateStore
import StateStoreProbe
import Synchronization
import Testing
import WerkendLeren

@Suite struct SessionTests {
  private let viewer = Fixture.school
  private let moment = Fixture.moment()

  @Test func theTickMovesOnAnothersCommitOnly() throws {
    let folder = try StoreFolder()
    let mine = try folder.filled(1)
    let other = try folder.open()
    let placement = try mine.placement(1)
    let tick = try mine.changeTick()
    _ = try mine.perform(.addNote(duty: nil, text: "mine"), on: placement, as: viewer, at: moment)
    #expect(try mine.changeTick() == tick)
    _ = try other.perform(.addNote(duty: nil, text: "theirs"), on: placement, as: viewer, at: moment)
    #expect(try mine.changeTick() != tick)
  }

  @Test func twoWhoChangeTheSameThingBothSeeIt() throws {
    let folder = try StoreFolder()
    let mine = try folder.filled(1)
    let other = try folder.open()
    let placement = try mine.placement(1)
    let seen = try mine.records(placement, as: viewer).lastChange
    let theirs = Command.setPerson(role: .schoolContact, PersonContent(name: "Anna", from: Fixture.today))
    _ = try other.perform(theirs, on: placement, as: viewer, at: moment, seen: seen)
    let own = Command.setPerson(role: .schoolContact, PersonContent(name: "Bea", from: Fixture.today))
    guard case .conflict(let conflict) = try mine.perform(own, on: placement, as: viewer, at: moment, seen: seen)
    else {
      Issue.record("no conflict")
      return
    }
    #expect(conflict.change.session == other.session)
    #expect(conflict.change.kind == .personSet)
    // What is about something else goes through, and so does the same once it was seen.
    let note = Command.addNote(duty: nil, text: "n")
    guard case .done = try mine.perform(note, on: placement, as: viewer, at: moment, seen: seen) else {
      Issue.record("a note was held up")
      return
    }
    let now = try mine.records(placement, as: viewer).lastChange
    guard case .done = try mine.perform(own, on: placement, as: viewer, at: moment, seen: now) else {
      Issue.record("still a conflict")
      return
    }
    #expect(try mine.verify() == [])
  }

  @Test func anEmployerAndAStudentSeeTheirOwnOnly() throws {
    let folder = try StoreFolder()
    let store = try folder.filled(40)
    let one = try store.placement(3)
    let records = try store.records(one, as: viewer).records
    let employer = try #require(records.currentLink?.employer)
    let party = Viewer(party: .employer, name: "Jan", scope: .employer(employer))
    let other = try store.placement(4)
    #expect(try store.records(one, as: party).records == records)
    #expect(throws: StoreProblem.self) { try store.records(other, as: party) }
    #expect(try store.history(of: other, as: party, limit: 5).isEmpty)
    #expect(try store.history(of: one, as: party, limit: 5).count == 1)
    let refused = try store.perform(.addNote(duty: nil, text: "n"), on: other, as: party, at: moment)
    guard case .refused(let refusal) = refused else {
      Issue.record("\(refused)")
      return
    }
    #expect(refusal.kind == .notYours)
    let page = try store.window(OverviewQuery(), as: party, offset: 0, limit: 50, today: Fixture.today)
    #expect(page.rows.map(\.id) == [one])
    #expect(try store.status(today: Fixture.today, as: party).total == 1)
    #expect(try store.find(Fixture.row(4).number, as: party) == .none)
    let student = Viewer(party: .student, name: "S", scope: .student(records.student.id))
    #expect(
      try store.window(OverviewQuery(), as: student, offset: 0, limit: 50, today: Fixture.today).rows.map(\.id) == [one]
    )
    #expect(try store.position(of: other, in: OverviewQuery(), as: student, today: Fixture.today) == nil)
  }

  @Test func statementsPerScreenDoNotGrowWithThePlacements() throws {
    func counts(_ size: Int) throws -> [Int] {
      let folder = try StoreFolder()
      let store = try folder.filled(size)
      let placement = try store.placement(3)
      let counter = Mutex(0)
      try store.trace { _ in counter.withLock { $0 += 1 } }
      func count(_ work: () throws -> Void) rethrows -> Int {
        counter.withLock { $0 = 0 }
        try work()
        return counter.withLock { $0 }
      }
      let query = OverviewQuery(words: ["s"])
      return [
        try count { _ = try store.window(query, as: viewer, offset: 0, limit: 20, today: Fixture.today) },
        try count { _ = try store.status(today: Fixture.today, as: viewer) },
        try count { _ = try store.records(placement, as: viewer) },
        try count { _ = try store.history(of: placement, as: viewer, limit: 50) },
        try count { _ = try store.mineRows(viewer, limit: 50, today: Fixture.today) },
        try count { _ = try store.position(of: placement, in: query, as: viewer, today: Fixture.today) },
        try count { _ = try store.changeTick() },
      ]
    }
    let few = try counts(10)
    #expect(try counts(1000) == few)
    #expect(few == [4, 12, 23, 1, 1, 4, 1])
  }

  @Test func theLogStaysSmallWhileOthersLookOn() throws {
    let folder = try StoreFolder()
    let store = try folder.filled(1)
    let placement = try store.placement(1)
    let readers = try (0..<(isLongRun ? 50 : 10)).map { _ in try folder.open() }
    for reader in readers { _ = try reader.records(placement, as: viewer) }
    for number in 0..<(isLongRun ? 20_000 : 400) {
      let due = Command.setDueDate(
        duty: DutyID("school.preparation.information"), day: Fixture.today.adding(days: number % 300 + 1))
      _ = try store.perform(due, on: placement, as: viewer, at: moment)
      if number % 100 == 0 { for reader in readers { _ = try reader.changeTick() } }
    }
    #expect(folder.size("-wal") < 8 << 20)
    #expect(try readers.last?.verify() == [])
  }
}
