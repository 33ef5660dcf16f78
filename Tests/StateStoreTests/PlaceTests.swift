import StateStore
import StateStoreProbe
import Testing
import WerkendLeren

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Places that need another user or a mount; skipped by name where neither can be had.
@Suite(.serialized) struct PlaceTests {
  /// Runs a program to its end and says whether it went well.
  private static func run(_ program: String, _ arguments: [String]) -> Bool {
    guard let process = try? ProbeProcess(arguments, program: program) else { return false }
    _ = process.lines()
    return process.wait() == 0
  }

  /// The problem that some work meets; nil if it goes well.
  private func problem(_ work: () throws -> Void) -> StoreProblem? {
    do {
      try work()
      return nil
    } catch {
      return error as? StoreProblem
    }
  }

  /// Whether this process may mount; tried once on a folder of its own.
  static let mayMount: Bool = {
    guard getuid() == 0, let folder = try? StoreFolder() else { return false }
    let inner = folder.path + "/mount"
    mkdir(inner, 0o700)
    defer { rmdir(inner) }
    guard run("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", inner]) else { return false }
    return run("umount", [inner])
  }()

  /// Whether a program can be run as another user who can reach the probe.
  static let mayBeNobody: Bool =
    getuid() == 0
    && run("setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", "test", "-x", ProbeProcess.program])

  @Test(.enabled(if: PlaceTests.mayMount, "mounting a tmpfs is not allowed here"))
  func aFullDiskIsNamedAndNothingIsDamaged() throws {
    let folder = try StoreFolder()
    let disk = folder.path + "/disk"
    mkdir(disk, 0o700)
    defer { rmdir(disk) }
    #expect(Self.run("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", disk]))
    defer { _ = Self.run("umount", ["-l", disk]) }
    let store = try Fixture.open(disk + "/store.sqlite")
    try store.fill(20)
    let placement = try store.placement(1)
    var full: StoreProblem?
    var written = 0
    for number in 0..<2000 where full == nil {
      full = problem {
        _ = try store.perform(
          .addNote(duty: nil, text: "\(number) " + String(repeating: "x", count: 4000)), on: placement,
          as: Fixture.school, at: Fixture.moment())
        written += 1
      }
    }
    #expect(full?.kind == .diskFull)
    #expect(full?.exitCode == 74)
    #expect(try store.records(placement, as: Fixture.school).records.notes.count == written)
    #expect(try store.verify() == [])
    try store.close()
    let again = try Fixture.open(disk + "/store.sqlite")
    #expect(try again.records(placement, as: Fixture.school).records.notes.count == written)
    #expect(try again.verify() == [])
    try again.close()
  }

  @Test(.enabled(if: PlaceTests.mayMount, "mounting is not allowed here"))
  func aPlaceThatMayOnlyBeReadIsRead() throws {
    let folder = try StoreFolder()
    try folder.filled(20).close()
    #expect(folder.size("-wal") == 0)
    let mirror = folder.path + "/mirror #1"
    mkdir(mirror, 0o700)
    defer { rmdir(mirror) }
    #expect(Self.run("mount", ["--bind", folder.path, mirror]))
    defer { _ = Self.run("umount", ["-l", mirror]) }
    #expect(Self.run("mount", ["-o", "remount,bind,ro", mirror]))
    let store = try Fixture.open(mirror + "/store.sqlite")
    #expect(store.isReadOnly)
    #expect(try store.status(today: Fixture.today, as: Fixture.school).total == 20)
    let placement = try store.placement(1)
    let note = Command.addNote(duty: nil, text: "n")
    let refused = problem { _ = try store.perform(note, on: placement, as: Fixture.school, at: Fixture.moment()) }
    #expect(refused?.kind == .readOnly)
    try store.close()
    // With a log beside it that was never taken in, reading would show an old state.
    let writer = try folder.open()
    _ = try writer.perform(note, on: placement, as: Fixture.school, at: Fixture.moment())
    let unfinished = problem { _ = try Fixture.open(mirror + "/store.sqlite") }
    #expect(unfinished?.kind == .readOnlyUnfinished)
    let new = problem { _ = try Fixture.open(mirror + "/new.sqlite") }
    #expect(new?.kind == .cannotCreate)
    #expect(new?.exitCode == 73)
  }

  @Test(.enabled(if: PlaceTests.mayBeNobody, "setpriv to another user does not work here"))
  func whatMayNotBeReadIsSaid() throws {
    let folder = try StoreFolder()
    try folder.filled(1).close()
    func open(_ path: String) throws -> ([String], Int32) {
      let probe = try ProbeProcess(
        ["--reuid=65534", "--regid=65534", "--clear-groups", ProbeProcess.program, "open", path], program: "setpriv")
      let lines = probe.lines()
      return (lines, probe.wait())
    }
    // The folder is closed to others, then the file alone, then the folder for making.
    let closed = try open(folder.store)
    #expect(closed.0 == ["problem noPermission 77"] && closed.1 == 77)
    chmod(folder.path, 0o755)
    let file = try open(folder.store)
    #expect(file.0 == ["problem noPermission 77"] && file.1 == 77)
    let new = try open(folder.path + "/new.sqlite")
    #expect(new.0 == ["problem noPermission 77"])
    chmod(folder.store, 0o644)
    let readOnly = try open(folder.store)
    #expect(readOnly.0 == ["read-only", "problem readOnly 73"])
  }
}
