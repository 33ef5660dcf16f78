import Foundation
import Testing

@testable import Exchange

@Suite("Safe files")
struct SafeFileTests {
  @Test("a file appears whole, readable by its owner alone, with nothing beside it")
  func appears() throws {
    let folder = try CSVFolder()
    let file = try SafeFile(folder: folder.path)
    for _ in 0..<1000 { try file.write(String(repeating: "x", count: 100)) }
    #expect(try folder.names.count == 1)
    #expect(try folder.names.first?.hasPrefix(".drieluik-") == true)
    try file.publish(as: "a.txt", replacing: false)
    #expect(try folder.names == ["a.txt"])
    #expect(try folder.read("a.txt").count == 100_000)
    var status = stat()
    #expect(stat("\(folder.path)/a.txt", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(status.st_nlink == 1)
  }

  @Test("an existing file is replaced only where that is asked")
  func replacing() throws {
    let folder = try CSVFolder()
    let path = try folder.write("old", to: "a.txt")
    #expect(throws: SafeFileFailure.exists(path: path)) { try SafeFile.write([1], to: path, replacing: false) }
    #expect(try folder.read("a.txt") == Array("old".utf8))
    #expect(try folder.names == ["a.txt"])
    try SafeFile.write(Array("new".utf8), to: path, replacing: true)
    #expect(try folder.read("a.txt") == Array("new".utf8))
    #expect(try folder.names == ["a.txt"])
  }

  @Test("a dangling link counts as a file that is there")
  func danglingLink() throws {
    let folder = try CSVFolder()
    let path = "\(folder.path)/a.txt"
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/nonexistent/x")
    #expect(throws: SafeFileFailure.exists(path: path)) { try SafeFile.write([1], to: path, replacing: false) }
  }

  @Test("a missing folder, a file as folder and a folder as name say what is wrong")
  func badPlaces() throws {
    let folder = try CSVFolder()
    let file = try folder.write("x", to: "file")
    for place in ["\(folder.path)/missing/a.txt", "\(file)/a.txt", "\(folder.path)/", "\(folder.path)/.."] {
      let failure = #expect(throws: SafeFileFailure.self) { try SafeFile.write([1], to: place, replacing: true) }
      #expect(failure?.key == "file.cannotCreate", "\(place)")
    }
    #expect(try folder.names == ["file"])
  }

  @Test("paths are split into folder and name")
  func splitting() {
    for (path, folder, name) in [("a", "", "a"), ("/a", "/", "a"), ("x/y/a", "x/y", "a"), ("x/", "x", "")] {
      let split = SafeFile.split(path)
      #expect([split.folder, split.name] == [folder, name])
    }
  }

  /// A small file system in memory, gone at the end; nil where this user may not mount one.
  private func withTinyDisk(_ options: String, _ body: (String) throws -> Void) throws {
    let folder = try CSVFolder()
    let place = "\(folder.path)/disk"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
    guard mount("drieluik", place, "tmpfs", 0, options) == 0 else { return }
    defer { umount2(place, 2) }
    try body(place)
  }

  static let canMount: Bool = {
    guard geteuid() == 0, let folder = try? CSVFolder() else { return false }
    guard mount("drieluik", folder.path, "tmpfs", 0, "size=16k") == 0 else { return false }
    return umount(folder.path) == 0
  }()

  @Test(
    "a full disk is told, leaves nothing and spares what was there",
    .enabled(if: SafeFileTests.canMount, "may not mount"))
  func fullDisk() throws {
    try withTinyDisk("size=64k") { place in
      try SafeFile.write(Array("old".utf8), to: "\(place)/a.txt", replacing: false)
      let big = [UInt8](repeating: 0x78, count: 200_000)
      #expect(throws: SafeFileFailure.diskFull(path: place)) {
        try SafeFile.write(big, to: "\(place)/a.txt", replacing: true)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: place) == ["a.txt"])
      #expect(try String(contentsOfFile: "\(place)/a.txt", encoding: .utf8) == "old")
    }
  }

  @Test("a read-only place is told", .enabled(if: SafeFileTests.canMount, "may not mount"))
  func readOnly() throws {
    try withTinyDisk("size=64k,ro") { place in
      let failure = #expect(throws: SafeFileFailure.self) {
        try SafeFile.write([1], to: "\(place)/a.txt", replacing: false)
      }
      #expect(failure?.key == "file.cannotCreate")
    }
  }

  @Test("no permission is told", .enabled(if: geteuid() != 0, "root may write everywhere"))
  func noPermission() throws {
    let folder = try CSVFolder()
    #expect(chmod(folder.path, 0o500) == 0)
    #expect(throws: SafeFileFailure.noPermission(path: folder.path)) {
      try SafeFile.write([1], to: "\(folder.path)/a.txt", replacing: false)
    }
  }

  @Test("the system's error numbers are told apart")
  func errorNumbers() {
    for (code, key) in [
      (EACCES, "noPermission"), (EPERM, "noPermission"), (ENOSPC, "diskFull"), (EDQUOT, "diskFull"),
      (EROFS, "cannotCreate"), (ENOENT, "cannotCreate"), (EEXIST, "exists"), (EIO, "failed"),
    ] {
      #expect(SafeFileFailure(code: code, path: "a").key == "file.\(key)")
    }
    #expect(SafeFileFailure(code: EIO, path: "a").parameters["reason"]?.isEmpty == false)
  }
}
