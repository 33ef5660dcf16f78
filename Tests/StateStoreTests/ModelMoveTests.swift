import GRDB
import StateStoreProbe
import Testing
import WerkendLeren

@testable import StateStore

@Suite struct ModelMoveTests {
  private let viewer = Fixture.school
  private let moment = Fixture.moment()

  /// A store with running placements, which began with the first version, and the row of the later one.
  private func store(_ folder: StoreFolder, _ count: Int) throws -> (store: Store, later: Int64) {
    let store = try folder.filled(count, running: true)
    return (store, try store.ensureModel(Fixture.laterModel, at: moment))
  }

  @Test func placementsMoveAsOneBatchAndTheirSummariesFollow() throws {
    let folder = try StoreFolder()
    let (store, later) = try store(folder, 250)
    let all = try store.candidates(movingTo: later)
    #expect(all.count == 250 && all.map(\.key) == all.map(\.key).sorted())
    let agreement = DutyID("school.preparation.agreement")
    let started = try store.placement(2)
    #expect(try store.records(started, as: viewer).records.marks.count == 3)
    var seen: [Int] = []
    let result = try store.moveModels(all.map(\.id), to: later, reason: "", as: viewer, at: moment) { count in
      seen.append(count)
      return true
    }
    #expect(result.done == all.map(\.id) && result.refused.isEmpty)
    #expect(seen == [100, 200, 250])
    #expect(try store.candidates(movingTo: later).isEmpty)
    #expect(try store.modelVersions().map(\.placements) == [0, 250])
    let view = try store.records(started, as: viewer)
    #expect(view.model == Fixture.laterModel)
    #expect(view.records.marks.count == 3 && view.records.marks.allSatisfy { $0.model == 1 })
    #expect(Derivation(view.records, model: view.model)[agreement]?.confirmed.isEmpty == true)
    #expect(try store.verify() == [])
    let newest = try #require(try store.nextUndo(as: viewer))
    #expect(newest.kind == .modelMoved)
    #expect(try store.batchCount(newest) == 250)
  }

  @Test func aMoveIsNotUndoneButMovedBack() throws {
    let folder = try StoreFolder()
    let (store, later) = try store(folder, 2)
    let placement = try store.placement(2)
    let before = try store.records(placement, as: viewer).records
    _ = try store.moveModels([placement], to: later, reason: "", as: viewer, at: moment)
    guard case .refused(.needsWithdrawal, _) = try store.undo(as: viewer, at: moment) else {
      Issue.record("the move was undone")
      return
    }
    let refused = try store.moveModels([placement], to: 1, reason: "", as: viewer, at: moment)
    #expect(refused.refused.map(\.refusal.kind) == [.needsReason] && refused.batch == nil)
    _ = try store.moveModels([placement], to: 1, reason: "vergissing", as: viewer, at: moment)
    var after = try store.records(placement, as: viewer).records
    #expect(after.modelMoves.map(\.to) == [later, 1])
    after.modelMoves = []
    #expect(after == before)
    #expect(try store.verify() == [])
  }

  @Test func whoIsOverOrStandsThereAlreadyIsLeftAlone() throws {
    let folder = try StoreFolder()
    let (store, later) = try store(folder, 3)
    let placements = try (1...3).map { try store.placement($0) }
    _ = try store.perform(
      .end(.neverStarted, day: Fixture.today, reason: "weg", by: nil), on: placements[0], as: viewer, at: moment)
    _ = try store.moveModels([placements[1]], to: later, reason: "", as: viewer, at: moment)
    #expect(try store.candidates(movingTo: later).map(\.id) == [placements[2]])
    let named = try store.candidates(movingTo: later, among: placements)
    #expect(named.map(\.isOver) == [true, false, false] && named.map(\.model) == [1, later, 1])
    let result = try store.moveModels(placements, to: later, reason: "", as: viewer, at: moment)
    #expect(result.done == [placements[2]])
    #expect(result.refused.map(\.refusal.kind) == [.ended, .nothingChanges])
  }

  @Test func stoppingKeepsWhatWasDone() throws {
    let folder = try StoreFolder()
    let (store, later) = try store(folder, 150)
    let all = try store.candidates(movingTo: later).map(\.id)
    let result = try store.moveModels(all, to: later, reason: "", as: viewer, at: moment) { _ in false }
    #expect(result.done.count == 100)
    #expect(try store.candidates(movingTo: later).count == 50)
    #expect(try store.verify() == [])
  }

  @Test func aStoreOfBeforeGetsTheNewTables() throws {
    let folder = try StoreFolder()
    try folder.filled(4, running: true).close()
    // As a program left it that knew of no moves yet.
    let queue = try DatabaseQueue(path: folder.store)
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          DROP TABLE model_move; ALTER TABLE mark DROP COLUMN model;
          DELETE FROM grdb_migrations WHERE identifier = 'model moves'; PRAGMA user_version=1
          """)
    }
    try queue.close()
    let store = try folder.open()
    #expect(try store.verify() == [])
    let later = try store.ensureModel(Fixture.laterModel, at: moment)
    let result = try store.moveModels([try store.placement(2)], to: later, reason: "", as: viewer, at: moment)
    #expect(result.done.count == 1)
    #expect(try store.verify() == [])
  }
}
