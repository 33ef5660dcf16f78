import StateStore
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The probe as a process of its own, with what it prints.
final class ProbeProcess {
  let process: pid_t
  private var output: Int32

  /// Where the build put the probe: beside the tests.
  static var program: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let own = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var folder = own.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    // The tests run inside a helper of the toolchain where they are a library.
    if access(folder + "/StateStoreProbe", X_OK) != 0, let built = CommandLine.arguments.first(where: isTestBundle) {
      folder = built.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    }
    return folder + "/StateStoreProbe"
  }

  private static func isTestBundle(_ argument: String) -> Bool { argument.hasSuffix(".xctest") }

  /// Starts a program, the probe by default.
  init(_ arguments: [String], program: String = ProbeProcess.program) throws {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw StoreProblem(.unexpected) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    var vector = ([program] + arguments).map { strdup($0) }
    vector.append(nil)
    defer { vector.forEach { free($0) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, program, &actions, nil, vector, environ)
    close(ends[1])
    output = ends[0]
    process = child
    guard code == 0 else { throw StoreProblem(.unexpected, ["detail": "\(program): \(code)"]) }
  }

  deinit { if output >= 0 { close(output) } }

  /// Reads up to so many bytes, waiting for the first; empty at the end.
  func some(_ limit: Int = 65_536) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: limit)
    let count = read(output, &buffer, limit)
    return Array(buffer.prefix(max(0, count)))
  }

  /// All lines that are whole, to the end.
  func lines() -> [String] {
    var all: [UInt8] = []
    while true {
      let part = some()
      if part.isEmpty { break }
      all += part
    }
    guard let last = all.lastIndex(of: 0x0A) else { return [] }
    return String(decoding: all[..<last], as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Ends it without warning.
  func killAtOnce() { kill(process, SIGKILL) }

  /// Waits for its end and gives its exit code; 128 and the signal where a signal ended it.
  @discardableResult
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}
