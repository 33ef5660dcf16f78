import Foundation
import GRDB
import StateStoreProbe
import Testing
import WerkendLeren

@testable import StateStore

/// Looking a store over finds what is wrong and changes nothing.
@Suite struct ExaminationTests {
  private func examine(_ folder: StoreFolder, patience: Double = 5) throws -> StoreExamination {
    try Store.examine(folder.store, options: Fixture.options(patience: patience))
  }

  /// A store with random changes in it, closed.
  private func lived(seed: UInt64 = 1) throws -> StoreFolder {
    let folder = try StoreFolder()
    let store = try folder.filled(12, running: true)
    var random = SeededGenerator(seed: seed)
    // Their keys may be corrected, and they may be archived.
    let placements = try (1...12).map { try store.placement($0) }
    for _ in 0..<120 {
      let placement = placements[Int.random(in: 0..<12, using: &random)]
      let records = try store.records(placement, as: Fixture.school).records
      let command = RandomCommands.command(for: records, today: Fixture.today, using: &random)
      _ = try store.perform(command, on: placement, as: Fixture.school, at: Fixture.moment())
      if Int.random(in: 0..<6, using: &random) == 0 { _ = try store.undo(as: Fixture.school, at: Fixture.moment()) }
    }
    try store.close()
    return folder
  }

  /// Changes the file behind the program's back.
  private func tamper(_ folder: StoreFolder, _ sql: String) throws {
    let queue = try DatabaseQueue(path: folder.store)
    try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA foreign_keys=OFF; \(sql)") }
    try queue.close()
  }

  private func files(_ folder: StoreFolder) throws -> [String: Data] {
    var found: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where !name.hasSuffix("-shm") {
      found[name] = FileManager.default.contents(atPath: folder.path + "/" + name)
    }
    return found
  }

  @Test func aSoundStoreIsSoundAndStaysByteForByte() throws {
    let folder = try lived()
    let before = try files(folder)
    let examination = try examine(folder)
    #expect(examination.isSound, "\(examination.findings)")
    #expect(Set(examination.findings.keys) == Set(StoreExamination.Check.allCases))
    #expect(examination.placements == 12 && examination.changes > 12)
    #expect(try files(folder) == before)
    #expect(Store.files(folder.store).map(\.path) == [folder.store])
  }

  @Test func whatWasChangedBehindTheProgramIsFoundAndNamed() throws {
    typealias Case = (sql: String, check: StoreExamination.Check, says: String)
    let cases: [Case] = [
      ("UPDATE person SET phone = '112' WHERE id = (SELECT max(id) FROM person)", .history, "not as the history says"),
      ("DELETE FROM assignment WHERE id = (SELECT max(id) FROM assignment)", .history, "gone"),
      ("INSERT INTO note VALUES (9000, 1, NULL, 'x', 'm', 'y', 'school')", .history, "note 9000"),
      ("DROP TRIGGER change_is_kept; DELETE FROM change WHERE seq = 5", .history, "change: 1 missing"),
      ("DROP TRIGGER change_is_fixed; UPDATE change SET rows = '[' WHERE seq = 3", .history, "change 3: unreadable"),
      ("UPDATE sequence SET next = 1", .history, "sequence"),
      ("UPDATE summary SET urgency = 1 WHERE placement = (SELECT max(placement) FROM summary)", .summaries, "summary"),
      ("UPDATE tally SET count = count + 1 WHERE kind = 'stage'", .summaries, "tally"),
      ("UPDATE assignment SET person = 777777 WHERE id = (SELECT max(id) FROM assignment)", .references, "foreign key"),
    ]
    for (sql, check, says) in cases {
      let folder = try lived()
      try tamper(folder, sql)
      let before = try files(folder)
      let findings = try examine(folder).findings[check] ?? []
      #expect(findings.contains { $0.contains(says) }, "\(sql): \(findings)")
      #expect(try files(folder) == before, "\(sql)")
    }
  }

  @Test func aLogThatWasLeftBehindIsReadAndLeft() throws {
    let folder = try StoreFolder()
    let copy = try StoreFolder()
    let store = try folder.filled(5)
    _ = try store.perform(
      .addNote(duty: nil, text: "in the log"), on: try store.placement(1), as: Fixture.school, at: Fixture.moment())
    for ending in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: folder.store + ending, toPath: copy.store + ending)
    }
    let before = try files(copy)
    #expect((before["store.sqlite-wal"]?.count ?? 0) > 0)
    let examination = try examine(copy)
    #expect(examination.isSound && examination.changes == 6, "\(examination)")
    #expect(try files(copy) == before)
  }

  @Test func anotherSessionMayBeAtWork() throws {
    let folder = try StoreFolder()
    let store = try folder.filled(5)
    #expect(try examine(folder).isSound)
    _ = try store.perform(
      .addNote(duty: nil, text: "afterwards"), on: try store.placement(1), as: Fixture.school, at: Fixture.moment())
    #expect(try examine(folder).changes == 6)
    #expect(try store.verify() == [])
  }

  @Test func aStoreThatIsHeldIsNamedSo() throws {
    let folder = try StoreFolder()
    try folder.filled(1).close()
    let holder = try DatabaseQueue(path: folder.store)
    try holder.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; DELETE FROM failing_gate")
      #expect(problem(folder, patience: 0.05) == .locked)
      try db.execute(sql: "ROLLBACK")
    }
  }

  /// What is in the way of looking; nil where nothing is.
  private func problem(_ folder: StoreFolder, patience: Double = 5) -> StoreProblem.Kind? {
    do throws(StoreProblem) {
      _ = try Store.examine(folder.store, options: Fixture.options(patience: patience))
      return nil
    } catch {
      return error.kind
    }
  }

  @Test func aNewerStoreAnotherProgramsAndNoneAreNamedAndNotTouched() throws {
    let newer = try lived()
    try tamper(newer, "PRAGMA user_version=\(StoreSchema.version + 1)")
    #expect(problem(newer) == .newerSchema)
    let other = try StoreFolder()
    try tamper(other, "CREATE TABLE theirs (a)")
    #expect(problem(other) == .otherProgram)
    let none = try StoreFolder()
    #expect(problem(none) == .cannotCreate)
    #expect(try files(none).isEmpty)
  }

  @Test func aStoreOfAnOlderFormIsNotBroughtUpToDate() throws {
    let folder = try lived()
    try tamper(folder, "PRAGMA user_version=0")
    let before = try files(folder)
    let examination = try examine(folder)
    #expect(examination.schema == 0 && examination.isSound)
    #expect(examination.findings[.summaries] == nil)
    #expect(try files(folder) == before)
  }

  @Test func aDamagedStoreGivesFindingsOrAMessageAndStaysAsItIs() throws {
    let folder = try lived()
    let whole = try #require(FileManager.default.contents(atPath: folder.store))
    var random = SeededGenerator(seed: 11)
    var noticed = 0
    for round in 0..<(isLongRun ? 300 : 30) {
      var broken = whole
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        broken[Int.random(in: 0..<broken.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if round % 3 == 0 { broken.removeLast(Int.random(in: 1..<broken.count, using: &random)) }
      try broken.write(to: URL(fileURLWithPath: folder.store))
      do throws(StoreProblem) {
        if try !Store.examine(folder.store, options: Fixture.options()).isSound { noticed += 1 }
      } catch {
        noticed += 1
      }
      #expect(FileManager.default.contents(atPath: folder.store) == broken, "seed 11, round \(round)")
      for ending in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: folder.store + ending) }
    }
    #expect(noticed > 20)
  }

  @Test func aStoreOfTheFirstVersionThatWasBroughtUpToDateIsSound() throws {
    let folder = try StoreFolder()
    let queue = try DatabaseQueue(path: folder.store)
    try StoreSchema.migrator.migrate(queue, upTo: "1")
    // As the first version wrote it: without the columns that came later, in the table and in the history.
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          INSERT INTO person VALUES (1, 'school', NULL, 'Noor Bakker', '', 'noor@x.test', '', '', '', 'noor', 'noor');
          UPDATE sequence SET next = 2;
          INSERT INTO change (moment, session, actor, party, placement, kind, note, rows) VALUES ('m', 's', 'a', 'school',
          1, 'person-set', '', '[["person",1,null,["school",null,"Noor Bakker","","noor@x.test","","",""]]]');
          """)
    }
    try queue.close()
    let store = try folder.open()
    #expect(try store.verify() == [])
    try store.close()
    #expect(try examine(folder).isSound)
    try tamper(folder, "UPDATE person SET basis = 'invented'")
    #expect(try examine(folder).findings[.history] == ["person 1: not as the history says"])
  }
}
