import GRDB
import WerkendLeren

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The shared state on disk: one write door (`perform`), one read door (each query takes a `Viewer`). SQLite in WAL mode, each change durable
/// before it is acknowledged.
///
/// A store belongs to one thread. Several sessions open a store each, in one process or in many.
public final class Store {
  let queue: DatabaseQueue
  let options: StoreOptions
  /// Where it lies.
  public let path: String
  /// Whether nothing can be written: the place may only be read.
  public let isReadOnly: Bool
  /// Which file it is, so that one put in its place is noticed.
  private let identity: FileIdentity?
  /// The model versions that were decoded already.
  var models: [Int64: DutyModel] = [:]
  /// Versions of the questionnaire that were read already.
  var questionnaires: [Int64: Questionnaire] = [:]
  private let clock = ContinuousClock()

  /// The name of this session; undo reaches what was done under it.
  public var session: String { options.session }

  private init(queue: DatabaseQueue, options: StoreOptions, path: String, isReadOnly: Bool) {
    self.queue = queue
    self.options = options
    self.path = path
    self.isReadOnly = isReadOnly
    identity = FileIdentity(path)
  }

  /// Opens the store at a path, or makes it. On a place that may only be read it opens for reading.
  public static func open(_ path: String, options: StoreOptions) throws(StoreProblem) -> Store {
    let access = try StorePlace.prepare(path, makesFolder: options.makesFolder, makesFile: options.makesFile)
    let deadline = ContinuousClock.now + .seconds(options.patience)
    while true {
      do {
        return try attempt(path, access: access, options: options)
      } catch {
        // Turning a new file to WAL and migrating it exclude each other without SQLite waiting by itself.
        guard error.kind == .locked, ContinuousClock.now < deadline else { throw error }
        pauseBriefly()
      }
    }
  }

  /// Opens a store that is there to look at it only: nothing is made, migrated or written, and closing it leaves the log as it is.
  static func look(_ path: String, options: StoreOptions) throws(StoreProblem) -> Store {
    let access = try StorePlace.prepare(path, makesFolder: false, makesFile: false)
    do {
      var configuration = configuration(options)
      // Whoever closes a store as the last works its log away, unless they may only read. Without a log there is nothing to work away, and
      // who may only read would leave two empty files.
      let hasLog = (StoreFile(path + "-wal")?.bytes ?? 0) > 0
      configuration.readonly = access == .immutable || hasLog
      configuration.prepareDatabase { db in
        try db.execute(sql: "PRAGMA query_only=ON; PRAGMA temp_store=MEMORY")
        try StoreSchema.check(db, path: path)
      }
      let file = StorePlace.fileName(path)
      let address = access == .immutable ? StorePlace.immutableAddress(file) : file
      let queue = try DatabaseQueue(path: address, configuration: configuration)
      return Store(queue: queue, options: options, path: path, isReadOnly: true)
    } catch {
      throw StoreProblem(error, path: path)
    }
  }

  /// How every connection waits for others.
  private static func configuration(_ options: StoreOptions) -> Configuration {
    var configuration = Configuration()
    // SQLite's own waiting grows to 100 ms a time: beside others who write without a pause it would come too late again and again.
    let attempts = Int(options.patience * 400)
    configuration.busyMode = .callback { count in
      pauseBriefly()
      return count < attempts
    }
    return configuration
  }

  private static func attempt(
    _ path: String, access: StorePlace.Access, options: StoreOptions
  ) throws(StoreProblem) -> Store {
    do {
      var configuration = configuration(options)
      configuration.readonly = access == .immutable
      configuration.prepareDatabase { db in
        try StoreSchema.check(db, path: path)
        if access == .readWrite {
          // A queue with `journalMode` left alone: GRDB would set `synchronous=NORMAL` after us.
          try db.execute(sql: "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL")
          // What an import wrote to the log is given back to the disk at the next checkpoint.
          try db.execute(sql: "PRAGMA journal_size_limit=4194304")
        }
        try db.execute(sql: "PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY")
      }
      let file = StorePlace.fileName(path)
      let address = access == .immutable ? StorePlace.immutableAddress(file) : file
      let queue = try DatabaseQueue(path: address, configuration: configuration)
      let store = Store(queue: queue, options: options, path: path, isReadOnly: access == .immutable)
      try store.migrate()
      try store.deriveWhereOlder()
      return store
    } catch {
      throw StoreProblem(error, path: path)
    }
  }

  private func migrate() throws {
    func version() throws -> Int {
      try queue.inDatabase { db in try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }
    }
    var before = try version()
    while before < StoreSchema.version {
      if isReadOnly { throw StoreProblem(.readOnly, ["path": path]) }
      do {
        try StoreSchema.migrator.migrate(queue)
        return
      } catch {
        // Somebody who opened it at the same moment may have been first with a step: the migrator looks before it holds the lock.
        let now = try version()
        guard now > before else { throw error }
        before = now
      }
    }
  }

  /// Derives everything anew where an older program kept it in another form. The records are those of this version only after the last
  /// migration, so no migration can do it.
  private func deriveWhereOlder() throws {
    func isCurrent(_ db: Database) throws -> Bool {
      try Int.fetchOne(db, sql: "SELECT form FROM derived") ?? 0 >= StoreSchema.derivedForm
    }
    guard try !queue.inDatabase(isCurrent) else { return }
    _ = try write { db -> Bool? in
      if try isCurrent(db) { return nil }
      try deriveAnew(db)
      return true
    }
  }

  /// Closes the connection; the store cannot be used after it. Without it that happens when the store goes.
  public func close() throws(StoreProblem) {
    do { try queue.close() } catch { throw StoreProblem(error, path: path) }
  }

  /// Waits 1–4 ms.
  static func pauseBriefly() {
    var time = timespec(tv_sec: 0, tv_nsec: Int.random(in: 1_000_000...4_000_000))
    nanosleep(&time, nil)
  }

  /// Reads in one short transaction: all statements see the same state, and nothing stays open. Readers wait for nobody.
  func read<Value>(_ body: (Database) throws -> Value) throws(StoreProblem) -> Value {
    do {
      return try queue.inDatabase { db in
        try db.execute(sql: "BEGIN DEFERRED")
        do {
          let value = try body(db)
          try db.execute(sql: "COMMIT")
          return value
        } catch {
          if db.isInsideTransaction { try? db.execute(sql: "ROLLBACK") }
          throw error
        }
      }
    } catch {
      throw StoreProblem(error, path: path)
    }
  }

  /// Reads with one statement, which needs no transaction around it.
  func readOnce<Value>(_ body: (Database) throws -> Value) throws(StoreProblem) -> Value {
    do { return try queue.inDatabase(body) } catch { throw StoreProblem(error, path: path) }
  }

  /// The one place where anything is written: a transaction that holds the write lock from its beginning, retried while another program
  /// holds it, and committed durably. `body` gives nil to roll back without a problem.
  func write<Value>(_ body: (Database) throws -> Value?) throws(StoreProblem) -> Value? {
    if isReadOnly { throw StoreProblem(.readOnly, ["path": path]) }
    guard FileIdentity(path) == identity else { throw StoreProblem(.gone, ["path": path]) }
    do {
      return try queue.inDatabase { db in
        try begin(db)
        do {
          guard let value = try body(db) else {
            try db.execute(sql: "ROLLBACK")
            return nil
          }
          try db.execute(sql: "COMMIT")
          return value
        } catch {
          if db.isInsideTransaction { try? db.execute(sql: "ROLLBACK") }
          throw error
        }
      }
    } catch {
      throw StoreProblem(error, path: path)
    }
  }

  private func begin(_ db: Database) throws {
    let deadline = clock.now + .seconds(options.patience)
    while true {
      do {
        return try db.execute(sql: "BEGIN IMMEDIATE")
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && clock.now < deadline {
        // Another's lock after the connection's own waiting, or a log being recovered after a kill.
        Self.pauseBriefly()
      }
    }
  }

  /// Moves whenever another session has committed; not on this one's own commits. Costs some microseconds and no look at any table.
  public func changeTick() throws(StoreProblem) -> Int64 {
    try readOnce { db in try Int64.fetchOne(db, cachedSQL: "PRAGMA data_version") ?? 0 }
  }

  /// The number of the newest change; 0 while there is none.
  public func lastChange() throws(StoreProblem) -> Int64 {
    try readOnce { db in try Int64.fetchOne(db, cachedSQL: "SELECT max(seq) FROM change") ?? 0 }
  }
}

extension Int64 {
  /// The number that a statement gives, prepared once for the connection.
  static func fetchOne(
    _ db: Database, cachedSQL sql: String, arguments: StatementArguments = StatementArguments()
  ) throws -> Int64? {
    try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
  }
}
