import StateStore
import StateStoreProbe
import Testing
import WerkendLeren

@Suite struct ArchiveTests {
  private let viewer = Fixture.school
  private let moment = Fixture.moment()

  private func perform(_ store: Store, _ command: Command, _ placement: Int64) throws {
    let done = try store.perform(command, on: placement, as: viewer, at: moment)
    guard case .done = done else {
      Issue.record("\(command): \(done)")
      return
    }
  }

  private func archive(_ store: Store, _ number: Int) throws -> Int64 {
    let placement = try store.placement(number)
    try perform(store, .end(.neverStarted, day: Fixture.today, reason: "other study", by: nil), placement)
    try perform(store, .archive(name: Fixture.row(number).student), placement)
    return placement
  }

  @Test func whatIsArchivedIsInNoListAndNoFigureButStaysWhole() throws {
    let folder = try StoreFolder()
    let store = try folder.filled(6)
    let before = try store.status(today: Fixture.today, as: viewer)
    let placement = try archive(store, 3)
    let after = try store.status(today: Fixture.today, as: viewer)
    #expect(after.total == before.total - 1 && after.stages[.neverStarted] == 0)
    func keys(_ query: OverviewQuery, _ viewer: Viewer) throws -> [Int64] {
      try store.window(query, as: viewer, offset: 0, limit: 20, today: Fixture.today).rows.map(\.id)
    }
    #expect(try !keys(OverviewQuery(), viewer).contains(placement))
    #expect(try keys(OverviewQuery(words: ["student"], archived: true), viewer) == [placement])
    #expect(try store.position(of: placement, in: OverviewQuery(archived: true), as: viewer, today: Fixture.today) == 0)
    let records = try store.records(placement, as: viewer).records
    #expect(records.placement.archivedOn == Fixture.today)
    let history = try store.history(of: placement, as: viewer, limit: 9)
    #expect(history.map(\.kind) == [.archived, .ended, .imported] && history[0].student == records.student.name)
    #expect(try store.find(Fixture.row(3).number, as: viewer) == .none)
    // Their own they may see there too, others' never.
    let student = Viewer(party: .student, name: "S", scope: .student(records.student.id))
    #expect(try keys(OverviewQuery(archived: true), student) == [placement])
    #expect(try store.history(of: placement, as: student, limit: 9).count == 3)
    let employer = Viewer(party: .employer, name: "E", scope: .employer(records.currentLink?.employer ?? 0))
    #expect(try keys(OverviewQuery(archived: true), employer) == [placement])
    let other = try #require(try store.records(try store.placement(4), as: viewer).records.currentLink?.employer)
    let stranger = Viewer(party: .employer, name: "E", scope: .employer(other))
    #expect(try keys(OverviewQuery(archived: true), stranger).isEmpty)
    #expect(try store.history(of: placement, as: stranger, limit: 9).isEmpty)
    #expect(try store.verify() == [])
    try store.rebuildSummaries()
    #expect(try store.verify() == [])
    // Its key stays its own.
    var again = NewPlacement(number: Fixture.row(3).number, student: "X", programme: Fixture.row(3).programme)
    again.mail = ""
    #expect(try store.create(again, as: viewer, at: moment) == .refused(Refusal(.keyTaken)))
  }

  @Test func itIsTakenBackByItsCommandAndByUndo() throws {
    let folder = try StoreFolder()
    let store = try folder.filled(3)
    let placement = try archive(store, 3)
    let archived = try store.contentText()
    try perform(store, .unarchive, placement)
    #expect(try store.status(today: Fixture.today, as: viewer).total == 3)
    _ = try store.undo(as: viewer, at: moment)
    #expect(try store.contentText() == archived)
    for _ in 0..<2 { _ = try store.undo(as: viewer, at: moment) }
    #expect(try store.status(today: Fixture.today, as: viewer).stages[.preparation] == 3)
    #expect(try store.verify() == [])
  }

  @Test func anImportLeavesTheArchiveAlone() throws {
    let folder = try StoreFolder()
    let store = try folder.filled(3)
    let placement = try archive(store, 3)
    let result = try store.fill(2)
    #expect(result.missing == 0)
    var row = Fixture.row(3)
    row.studentMail = "other@x.test"
    var rows = [row][...]
    let refused = try store.importPlacements(
      file: "f", as: viewer, at: moment, next: { rows.popFirst() })
    #expect(refused.refused.map(\.refusal.kind) == [.ended])
    #expect(try store.records(placement, as: viewer).records.placement.archivedOn != nil)
  }

  @Test func aCorrectedNumberHoldsForAllPlacementsOfTheStudentAndGoesBackByUndo() throws {
    let folder = try StoreFolder()
    let store = try folder.filled(3)
    let row = Fixture.row(2)
    _ = try store.create(
      NewPlacement(number: row.number, student: row.student, programme: "Logopedie"), as: viewer, at: moment)
    let before = try store.contentText()
    let placement = try store.placement(2)
    try perform(store, .correctKey(number: "A9", programme: row.programme, reason: "typing mistake"), placement)
    guard case .ambiguous(let keys) = try store.find("a9", as: viewer) else {
      Issue.record("not both")
      return
    }
    #expect(keys.count == 2)
    #expect(try store.find(row.number, as: viewer) == .none)
    let page = try store.window(OverviewQuery(words: ["a9"]), as: viewer, offset: 0, limit: 5, today: Fixture.today)
    #expect(Set(page.rows.map(\.key)) == ["A9/\(row.programme)", "A9/Logopedie"])
    #expect(try store.verify() == [])
    // The old number is free, the new one taken.
    let taken = try store.perform(
      .correctKey(number: "a9", programme: "HBO", reason: "x"), on: try store.placement(1), as: viewer, at: moment)
    #expect(taken == .refused(Refusal(.numberTaken)))
    _ = try store.undo(as: viewer, at: moment)
    #expect(try store.contentText() == before)
    #expect(try store.find("\(row.number)/\(row.programme)", as: viewer) == .one(placement))
    let double = try store.perform(
      .correctKey(number: row.number, programme: "logopedie", reason: "x"), on: placement, as: viewer, at: moment)
    #expect(double == .refused(Refusal(.keyTaken)))
  }

  @Test func aRenamedEmployerIsRenamedEverywhere() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    var rows = [Fixture.row(3), Fixture.row(3 + 2018), Fixture.row(4)][...]
    _ = try store.importPlacements(file: "f", as: viewer, at: moment, next: { rows.popFirst() })
    let placement = try store.placement(3)
    let employer = try #require(try store.records(placement, as: viewer).records.currentLink?.employer)
    let before = try store.contentText()
    try perform(store, .renameEmployer(employer, name: "Nieuwe Naam"), placement)
    let page = try store.window(
      OverviewQuery(words: ["nieuwe naam"]), as: viewer, offset: 0, limit: 5, today: Fixture.today)
    #expect(page.total == 2)
    #expect(try store.verify() == [])
    let taken = try store.perform(
      .renameEmployer(employer, name: "WERKGEVER 4"), on: placement, as: viewer, at: moment)
    #expect(taken == .refused(Refusal(.nameTaken)))
    _ = try store.undo(as: viewer, at: moment)
    #expect(try store.contentText() == before)
  }
}
