import Glibc

/// A program that the tests start could not be found or started.
public enum TestingError: Error, CustomStringConvertible {
  /// No program of that name lies beside the tests.
  case notBuilt(String)
  /// The system could not start it; `errno` says why.
  case notStarted(String, code: Int32)

  /// What went wrong, in a sentence.
  public var description: String {
    switch self {
    case .notBuilt(let path): "no program at \(path); the test target must depend on it"
    case .notStarted(let path, let code): "\(path) did not start: \(String(cString: strerror(code)))"
    }
  }
}

/// The path of a program that was built together with the tests, in whatever scratch folder they were built.
///
/// The running test bundle lies beside it; its own path is what the kernel says the process runs.
public func builtProgram(named name: String) throws -> String {
  var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
  let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
  let kernel = length > 0 ? String(decoding: buffer.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
  var tried = ""
  for program in [kernel].compactMap({ $0 }) + CommandLine.arguments {
    guard let slash = program.lastIndex(of: "/") else { continue }
    let path = program[..<slash] + "/" + name
    if access(String(path), X_OK) == 0 { return String(path) }
    if tried.isEmpty { tried = String(path) }
  }
  throw TestingError.notBuilt(tried)
}
