import GRDB
import StateStore
import StateStoreProbe
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Stores that somebody damaged in ways that SQLite does not call damage.
@Suite struct EnemyOpeningTests {
  private func problem(_ body: () throws -> Void) -> StoreProblem? {
    do {
      try body()
      return nil
    } catch let problem as StoreProblem {
      return problem
    } catch {
      Issue.record("\(error)")
      return nil
    }
  }

  @Test(arguments: ["placement", "change", "student"])
  func aStoreWithoutATableIsCalledDamaged(_ table: String) throws {
    let folder = try StoreFolder()
    try folder.filled(3).close()
    let queue = try DatabaseQueue(path: folder.store)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys=OFF; DROP TABLE \(table)")
    }
    try queue.close()
    let found = problem { _ = try folder.open().fill(5) }
    #expect(found?.kind == .damaged)
    #expect(found?.exitCode == 65)
  }

  @Test func nothingIsCalledSavedInAFileThatWasTakenAway() throws {
    let folder = try StoreFolder()
    let store = try folder.filled(3)
    rename(folder.store, folder.store + ".elsewhere")
    #expect(problem { _ = try store.fill(1) }?.kind == .gone)
    let other = try folder.open()
    #expect(problem { _ = try store.fill(1) }?.exitCode == 74)
    try other.close()
  }

  @Test func aSchemaThatCannotBeReadIsCalledDamaged() throws {
    let folder = try StoreFolder()
    try folder.filled(3).close()
    let file = open(folder.store, O_WRONLY)
    // The number of the schema's format, which no SQLite knows.
    let bytes: [UInt8] = [0, 0, 0, 99]
    #expect(pwrite(file, bytes, bytes.count, 44) == bytes.count)
    close(file)
    #expect(problem { _ = try folder.open() }?.kind == .damaged)
  }
}
