import StateStore
import StateStoreProbe
import WerkendLeren

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of its own for one test, taken away with it.
final class StoreFolder {
  let path: String
  var store: String { path + "/store.sqlite" }

  init() throws {
    var template = Array("/tmp/drieluik-store-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw StoreProblem(.cannotCreate) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in ["store.sqlite", "store.sqlite-wal", "store.sqlite-shm"] { unlink(path + "/" + name) }
    rmdir(path)
  }

  /// Opens the store in it.
  func open(session: String = StoreOptions.newSession(), patience: Double = 5) throws -> Store {
    try Fixture.open(store, options: Fixture.options(session: session, patience: patience))
  }

  /// Opens it with so many placements imported.
  func filled(_ count: Int, running: Bool = false) throws -> Store {
    let store = try open()
    try store.fill(count, running: running)
    return store
  }
}

extension Store {
  @discardableResult
  func fill(_ count: Int, running: Bool = false) throws -> ImportResult {
    var number = 0
    return try importPlacements(
      file: "test.csv", as: Fixture.school, at: Fixture.moment(),
      next: {
        guard number < count else { return nil }
        number += 1
        return Fixture.row(number, running: running && number % 2 == 0)
      })
  }

  /// The row of the placement that was imported from that line.
  func placement(_ number: Int) throws -> Int64 {
    let row = Fixture.row(number)
    guard case .one(let id) = try find("\(row.number)/\(row.programme)", as: Fixture.school) else {
      throw StoreProblem(.noSuchPlacement)
    }
    return id
  }
}

extension StoreFolder {
  /// The size in bytes of the store's file with that ending; 0 if there is none.
  func size(_ ending: String) -> Int {
    var status = stat()
    return stat(store + ending, &status) == 0 ? Int(status.st_size) : 0
  }
}
