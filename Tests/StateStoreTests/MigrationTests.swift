import Foundation
import GRDB
import Language
import StateStore
import StateStoreProbe
import Testing
import WerkendLeren

/// Stores of versions that were released are brought to this one with all that they hold. `version-1.sql` is a store of eight placements in
/// all states, written by the first released version.
@Suite struct MigrationTests {
  private let folder: StoreFolder

  init() throws {
    folder = try StoreFolder()
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("version-1.sql")
    // Its tables stand by their names, not parents first.
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: folder.store, configuration: configuration)
    let sql = try String(contentsOf: file, encoding: .utf8)
    try queue.writeWithoutTransaction { db in try db.execute(sql: sql) }
    try queue.close()
  }

  private func open() throws -> Store {
    try Store.open(
      folder.store,
      options: StoreOptions(
        fold: { TextDoor.folded($0) }, encodeModel: ModelPlainForm.encode, decodeModel: ModelPlainForm.decode,
        makesFile: false))
  }

  @Test func aStoreOfTheFirstVersionKeepsAllItHoldsAndEverySummaryIsAsDerived() throws {
    let store = try open()
    #expect(try store.verify() == [])
    let page = try store.window(
      OverviewQuery(), as: Fixture.school, offset: 0, limit: 50, today: Fixture.today)
    #expect(page.total == 8)
    #expect(Set(page.rows.map(\.summary.stage)) == [.preparation, .during, .paused, .completed, .ended, .neverStarted])
    var changes = 0
    for row in page.rows {
      changes += try store.history(of: row.id, as: Fixture.school, limit: 1000).count
      let records = try store.records(row.id, as: Fixture.school).records
      #expect(records.entries.isEmpty)
      // What an employer's person and a student see of an old history is all of it.
      let student = Viewer(party: .student, name: "S", scope: .student(records.student.id))
      #expect(
        try store.history(of: row.id, as: student, limit: 1000)
          == store.history(of: row.id, as: Fixture.school, limit: 1000))
    }
    #expect(changes == 138)
    try store.close()
    #expect(try open().verify() == [])
  }

  @Test func entriesGoIntoAStoreOfTheFirstVersion() throws {
    let store = try open()
    let row = try #require(
      try store.window(
        OverviewQuery(stages: [.during]), as: Fixture.school, offset: 0, limit: 1, today: Fixture.today
      ).rows.first)
    let content = EntryContent(kind: .need, day: Fixture.today, text: "een dag om te leren", readers: .everyone)
    let added = try store.perform(
      .addEntry(duty: nil, party: .school, content), on: row.id, as: Fixture.school, at: Fixture.moment())
    guard case .done(_, let records) = added else {
      Issue.record("\(added)")
      return
    }
    #expect(records.entries.map(\.kind) == [.need])
    #expect(try store.verify() == [])
    guard case .done = try store.undo(as: Fixture.school, at: Fixture.moment()) else {
      Issue.record("not undone")
      return
    }
    #expect(try store.verify() == [])
  }
}
