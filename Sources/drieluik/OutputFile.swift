import ArgumentParser
import Exchange
import Glibc

/// Where a command puts what it gives.
struct OutputOptions: ParsableArguments {
  @Option(help: help("help.output", "FILE"), completion: .file()) var output: String?
  @Flag(help: help("help.force")) var force = false
}

/// What a command gives, on its way to standard output or into a file that is whole or not there: written beside its place, forced to the disk,
/// and put there in one step, readable for its owner only.
final class OutputSink {
  private let file: SafeFile?
  private let name: String
  private let replacing: Bool
  /// The file's path; nil for standard output.
  let path: String?

  /// Begins it. A file that is there already is replaced with `--force` only, and never the store itself or what is no file.
  init(_ options: OutputOptions, call: Call) throws(Failure) {
    guard let asked = options.output, asked != "-" else {
      (file, name, replacing, path) = (nil, "", false, nil)
      return
    }
    let place = Self.resolved(asked)
    (replacing, path) = (options.force, asked)
    let (folder, name) = SafeFile.split(place)
    self.name = name
    guard !name.isEmpty, name != ".", name != ".." else {
      throw Failure(73, call.words("file.isFolder", ["path": asked]))
    }
    try Self.check(place, asked, force: options.force, call)
    do throws(SafeFileFailure) { file = try SafeFile(folder: folder) } catch { throw Failure(error) }
  }

  /// Adds text.
  func write(_ text: String) throws {
    guard let file else { return try Output.write(text) }
    do throws(SafeFileFailure) { try file.write(Output.harmless(text)) } catch { throw Failure(error) }
  }

  /// Adds text whose own form has made it harmless.
  func writeExactly(_ text: String) throws {
    guard let file else { return try Output.writeExactly(text) }
    do throws(SafeFileFailure) { try file.write(text) } catch { throw Failure(error) }
  }

  /// Adds bytes that are no text.
  func writeExactly(_ bytes: [UInt8]) throws {
    guard let file else { return try Output.writeExactly(bytes) }
    do throws(SafeFileFailure) { try file.write(bytes) } catch { throw Failure(error) }
  }

  /// Adds the mark by which spreadsheets know UTF-8.
  func writeByteOrderMark() throws {
    guard let file else { return try Output.writeByteOrderMark() }
    do throws(SafeFileFailure) { try file.write([0xEF, 0xBB, 0xBF]) } catch { throw Failure(error) }
  }

  /// Puts the file in its place.
  func finish() throws(Failure) {
    guard let file else { return }
    do throws(SafeFileFailure) { try file.publish(as: name, replacing: replacing) } catch { throw Failure(error) }
  }

  private static func check(_ place: String, _ asked: String, force: Bool, _ call: Call) throws(Failure) {
    let store = resolved(call.place.path)
    let isStore = ["", "-wal", "-shm"].contains { ending in
      place == store + ending || FileNumber(place).map { $0 == FileNumber(store + ending) } ?? false
    }
    if isStore { throw Failure(73, call.words("output.isStore", ["path": asked])) }
    guard let there = FileNumber(place) else { return }
    guard there.isOrdinary else { throw Failure(73, call.words("output.noFile", ["path": asked])) }
    guard force else { throw Failure(73, call.words("output.exists", ["path": asked])) }
  }

  /// The path without links, so that a link stays one and what it leads to is written.
  private static func resolved(_ path: String) -> String {
    func real(_ path: String) -> String? {
      guard let found = realpath(path, nil) else { return nil }
      defer { free(found) }
      return String(cString: found)
    }
    if let place = real(path) { return place }
    let (folder, name) = SafeFile.split(path)
    guard let place = real(folder.isEmpty ? "." : folder) else { return path }
    return place == "/" ? place + name : "\(place)/\(name)"
  }
}

/// Which file a path names, looked up without opening it; nil where there is none.
private struct FileNumber: Equatable {
  let device: UInt
  let number: UInt
  let isOrdinary: Bool

  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt(status.st_dev)
    number = UInt(status.st_ino)
    isOrdinary = status.st_mode & S_IFMT == S_IFREG
  }
}
