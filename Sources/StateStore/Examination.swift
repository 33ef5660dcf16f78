import GRDB
import WerkendLeren

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a store is like, found by looking only: nothing is made, brought to a newer form or repaired.
public struct StoreExamination: Sendable {
  /// What is looked at.
  public enum Check: String, CaseIterable, Hashable, Sendable {
    /// SQLite's own look at every page and index.
    case integrity
    /// Rows that name others name rows that are there.
    case references
    /// The history leads to what the tables hold.
    case history
    /// What lists show equals what follows from the records.
    case summaries
  }
  /// What each check found, a line each in technical words, 100 at most; an empty list is a sound answer. A check that could not be carried
  /// out, because the store is of an older form, is left out.
  public var findings: [Check: [String]] = [:]
  /// The version of the tables; 0 in a file that is still empty.
  public var schema: Int
  /// The version that this program writes.
  public let known = StoreSchema.version
  /// How many placements there are.
  public var placements = 0
  /// How many changes the history holds.
  public var changes = 0

  /// Whether no check found anything.
  public var isSound: Bool { findings.values.allSatisfy(\.isEmpty) }
}

extension Store {
  /// Looks a store over. The file and its log are left byte for byte as they are.
  public static func examine(
    _ path: String, options: StoreOptions, progress: (Int) -> Bool = { _ in true }
  ) throws(StoreProblem) -> StoreExamination {
    let store = try look(path, options: options)
    defer { try? store.close() }
    var examination = StoreExamination(
      schema: try store.readOnce { db in try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 })
    examination.findings[.integrity] = try store.findings { db in try store.pageFindings(db) }
    examination.findings[.references] = try store.findings { db in try store.referenceFindings(db) }
    guard examination.schema == examination.known else { return examination }
    examination.findings[.history] = try store.findings { db in
      examination.changes = try Int.fetchOne(db, sql: "SELECT count(*) FROM change") ?? 0
      examination.placements = try Int.fetchOne(db, sql: "SELECT count(*) FROM placement") ?? 0
      return try HistoryCheck(db).findings()
    }
    examination.findings[.summaries] = try store.findings { db in
      try store.summaryFindings(db, progress: progress)
    }
    return examination
  }

  /// What a check says; damage on which it stumbles is a finding too.
  private func findings(_ body: (Database) throws -> [String]) throws(StoreProblem) -> [String] {
    do throws(StoreProblem) {
      return Array(try read(body).prefix(100))
    } catch {
      guard [.damaged, .notADatabase, .unreadableModel, .noSuchPlacement].contains(error.kind) else { throw error }
      return [error.parameters["detail"] ?? error.kind.rawValue]
    }
  }

  /// The version of SQLite that reads and writes stores.
  public static var sqliteVersion: String {
    let found = try? DatabaseQueue().inDatabase { db in try String.fetchOne(db, sql: "SELECT sqlite_version()") }
    return found.flatMap { $0 } ?? ""
  }

  /// The sizes and rights of a store's files, looked up without opening any of them: closing a second descriptor would drop SQLite's locks.
  public static func files(_ path: String) -> [StoreFile] {
    ["", "-wal", "-shm"].compactMap { StoreFile(path + $0) }
  }
}

/// A file of a store as the folder lists it.
public struct StoreFile: Hashable, Sendable {
  /// Where it lies.
  public let path: String
  /// Its size in bytes.
  public let bytes: Int
  /// Its rights, the lowest twelve bits of its mode.
  public let rights: UInt32
  /// The number of its owner.
  public let owner: UInt32

  /// Looks it up; nil where there is no file.
  init?(_ path: String) {
    var found = stat()
    guard stat(path, &found) == 0, found.st_mode & S_IFMT == S_IFREG else { return nil }
    self.path = path
    bytes = Int(found.st_size)
    rights = UInt32(found.st_mode & 0o7777)
    owner = UInt32(found.st_uid)
  }
}
