import Foundation
import TerminalTesting

/// A place of its own for calls of the program: a home, a store and the files of one test, gone afterwards.
final class CommandPlace {
  /// The folder.
  let folder: String
  /// The store that the calls use, where they name none.
  var store: String { folder + "/data/drieluik/drieluik.sqlite" }

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/drieluik-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder + "/home", withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Writes a file into the folder and gives its path.
  @discardableResult
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let path = folder + "/" + name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Writes a text file.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, text.utf8) }

  /// The text of a file in the folder; nil where there is none.
  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: folder + "/" + name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether there is such a file.
  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder + "/" + name) }

  /// The program's path.
  var program: String { get throws { try builtProgram(named: "drieluik") } }

  /// Runs the program and waits for it. Its variables are these and no others.
  func run(
    _ arguments: [String], input: String = "", today: String = "2026-11-23", environment: [String: String] = [:]
  ) throws -> CommandOutcome {
    try CommandOutcome.of(
      try builtProgram(named: "drieluik"), arguments, in: self, input: Array(input.utf8),
      environment: variables(today: today).merging(environment) { $1 })
  }

  /// Runs the program with bytes as its standard input.
  func run(_ arguments: [String], bytes: [UInt8]) throws -> CommandOutcome {
    try CommandOutcome.of(
      try builtProgram(named: "drieluik"), arguments, in: self, input: bytes,
      environment: variables(today: "2026-11-23"))
  }

  /// Runs a line of the shell in which `$DRIELUIK` is the program.
  func shell(_ line: String) throws -> CommandOutcome {
    var environment = variables(today: "2026-11-23")
    environment["DRIELUIK"] = try builtProgram(named: "drieluik")
    environment["PATH"] = "/usr/bin:/bin"
    return try CommandOutcome.of("/bin/sh", ["-c", line], in: self, input: [], environment: environment)
  }

  /// The variables of a call.
  func variables(today: String) -> [String: String] {
    [
      "HOME": folder + "/home", "XDG_DATA_HOME": folder + "/data", "XDG_CONFIG_HOME": folder + "/config",
      "DRIELUIK_TODAY": today, "TERM": "dumb", "TMPDIR": folder,
    ]
  }
}

/// How a call of the program ended and what it said.
struct CommandOutcome {
  /// The exit code.
  let code: Int32
  /// Standard output.
  let output: String
  /// Standard error.
  let errors: String

  /// The lines of standard output.
  var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// The value of a line "name: value" of standard output.
  func value(_ name: String) -> String? {
    lines.first { $0.hasPrefix(name + ": ") }.map { String($0.dropFirst(name.count + 2)) }
  }

  /// The JSON on standard output, read by Foundation.
  func json() throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:]
  }

  static func of(
    _ program: String, _ arguments: [String], in place: CommandPlace, input: [UInt8], environment: [String: String]
  ) throws -> CommandOutcome {
    // Files instead of pipes: nobody has to empty them while the program runs.
    let name = "\(place.folder)/call-" + UUID().uuidString
    let manager = FileManager.default
    for (ending, bytes) in [("in", input), ("out", []), ("err", [])] {
      try Data(bytes).write(to: URL(fileURLWithPath: "\(name).\(ending)"))
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(fileURLWithPath: place.folder)
    process.standardInput = FileHandle(forReadingAtPath: name + ".in")
    process.standardOutput = FileHandle(forWritingAtPath: name + ".out")
    process.standardError = FileHandle(forWritingAtPath: name + ".err")
    try process.run()
    process.waitUntilExit()
    func text(_ ending: String) -> String {
      String(decoding: manager.contents(atPath: "\(name).\(ending)") ?? Data(), as: UTF8.self)
    }
    return CommandOutcome(code: process.terminationStatus, output: text("out"), errors: text("err"))
  }
}
