import GRDB
import StateStoreProbe
import Testing
import WerkendLeren

@testable import StateStore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct OpeningTests {
  private func problem(_ path: String, patience: Double = 5) -> StoreProblem? {
    do {
      _ = try Fixture.open(path, options: Fixture.options(patience: patience))
      return nil
    } catch let problem as StoreProblem {
      return problem
    } catch {
      Issue.record("\(error)")
      return nil
    }
  }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  private func put(_ text: String, at path: String) {
    let descriptor = open(path, O_CREAT | O_TRUNC | O_WRONLY, 0o600)
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
  }

  private func bytes(_ path: String) -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return result }
      result += buffer[..<count]
    }
  }

  @Test func theConnectionThatWritesIsDurable() throws {
    let folder = try StoreFolder()
    let settings = try folder.open().settings()
    #expect(settings["journal_mode"] == "wal")
    #expect(settings["synchronous"] == "2")
    #expect(settings["foreign_keys"] == "1")
    #expect(settings["user_version"] == "\(StoreSchema.version)")
    #expect(settings["application_id"] == "1148349547")
  }

  @Test func filesAndAMadeFolderArePrivate() throws {
    let folder = try StoreFolder()
    let inner = folder.path + "/one"
    let path = inner + "/two/store.sqlite"
    let store = try Fixture.open(path, options: Fixture.options(makesFolder: true))
    #expect(mode(inner) == 0o700)
    #expect(mode(inner + "/two") == 0o700)
    for name in ["", "-wal", "-shm"] { #expect(mode(path + name) == 0o600, "\(name)") }
    try store.close()
    for name in ["", "-wal", "-shm"] { unlink(path + name) }
    rmdir(inner + "/two")
    rmdir(inner)
  }

  @Test func aMissingFolderIsNamed() throws {
    let folder = try StoreFolder()
    let found = problem(folder.path + "/none/store.sqlite")
    #expect(found?.kind == .folderMissing)
    #expect(found?.parameters["path"] == folder.path + "/none")
  }

  @Test func aFolderIsNoStore() throws {
    let folder = try StoreFolder()
    #expect(problem(folder.path)?.kind == .isFolder)
  }

  @Test func aFileThatIsNoDatabaseStaysAsItIs() throws {
    let folder = try StoreFolder()
    let text = String(repeating: "naam;nummer\n", count: 200)
    put(text, at: folder.store)
    let found = problem(folder.store)
    #expect(found?.kind == .notADatabase)
    #expect(found?.exitCode == 65)
    #expect(bytes(folder.store) == Array(text.utf8))
  }

  @Test func anotherProgramsDatabaseStaysAsItIs() throws {
    let folder = try StoreFolder()
    let other = try DatabaseQueue(path: folder.store)
    try other.write { db in try db.execute(sql: "CREATE TABLE bookmark (id INTEGER PRIMARY KEY, name TEXT)") }
    try other.close()
    let before = bytes(folder.store)
    #expect(problem(folder.store)?.kind == .otherProgram)
    #expect(bytes(folder.store) == before)
  }

  @Test func aNewerSchemaIsLeftAlone() throws {
    let folder = try StoreFolder()
    try folder.filled(1).close()
    let other = try DatabaseQueue(path: folder.store)
    try other.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA user_version=7") }
    try other.close()
    let found = problem(folder.store)
    #expect(found?.kind == .newerSchema)
    #expect(found?.parameters["schema"] == "7")
    #expect(found?.exitCode == 65)
  }

  @Test func anotherProgramsTableBesideOursIsNoHindrance() throws {
    let folder = try StoreFolder()
    try folder.filled(1).close()
    let other = try DatabaseQueue(path: folder.store)
    try other.write { db in try db.execute(sql: "CREATE TABLE _litestream_lock (id INTEGER)") }
    try other.close()
    #expect(problem(folder.store) == nil)
  }

  @Test func aStoreThatSomebodyHoldsIsLockedAfterTheTimeWaited() throws {
    let folder = try StoreFolder()
    try folder.filled(1).close()
    let holder = try DatabaseQueue(path: folder.store)
    try holder.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA locking_mode=EXCLUSIVE; BEGIN IMMEDIATE; DELETE FROM failing_gate; COMMIT")
    }
    let found = problem(folder.store, patience: 0.2)
    #expect(found?.kind == .locked)
    #expect(found?.exitCode == 69)
  }

  @Test func whileSomebodyWritesReadingWorksAndWritingWaits() throws {
    let folder = try StoreFolder()
    try folder.filled(1).close()
    let holder = try DatabaseQueue(path: folder.store)
    let store = try folder.open(patience: 0.2)
    let placement = try store.placement(1)
    try holder.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE; DELETE FROM failing_gate")
      _ = try store.records(placement, as: Fixture.school)
      #expect(throws: StoreProblem.self) {
        _ = try store.perform(
          .addNote(duty: nil, text: "n"), on: placement, as: Fixture.school, at: Fixture.moment())
      }
      try db.execute(sql: "ROLLBACK")
    }
    _ = try store.perform(.addNote(duty: nil, text: "n"), on: placement, as: Fixture.school, at: Fixture.moment())
    #expect(try store.verify() == [])
  }

  @Test func aDamagedStoreIsNamedAndStaysAsItIs() throws {
    let folder = try StoreFolder()
    try folder.filled(300).close()
    let whole = bytes(folder.store)
    var random = SeededGenerator(seed: 4)
    let rounds = isLongRun ? 300 : 30
    for round in 0..<rounds {
      var broken = whole
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        let place = Int.random(in: 0..<broken.count, using: &random)
        broken[place] = UInt8.random(in: 0...255, using: &random)
      }
      if round % 3 == 0 { broken.removeLast(Int.random(in: 1..<broken.count, using: &random)) }
      let descriptor = open(folder.store, O_TRUNC | O_WRONLY)
      _ = broken.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      close(descriptor)
      // A message or an open store, never a crash.
      do {
        let store = try folder.open()
        _ = try store.window(OverviewQuery(), as: Fixture.school, offset: 0, limit: 50, today: Fixture.today)
        _ = try store.status(today: Fixture.today, as: Fixture.school)
        _ = try store.verify()
        try store.close()
      } catch let problem as StoreProblem {
        #expect(!problem.key.isEmpty)
      }
      unlink(folder.store + "-wal")
      unlink(folder.store + "-shm")
    }
  }

  @Test func problemsCarryNoControlCharacters() {
    let problem = StoreProblem(.locked, ["path": "a\u{1B}[31mb\n\u{202E}c"])
    #expect(problem.parameters["path"] == "a [31mb  c")
  }
}
