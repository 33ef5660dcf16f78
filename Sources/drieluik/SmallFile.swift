import ArgumentParser
import Glibc

/// Reads a small file of a user's own: settings, a model, a questionnaire, answers.
enum SmallFile {
  /// The bytes of a file, or of standard input for `-`; at most one more than is allowed, which is enough to see that it is too large.
  static func read(_ path: String, mebibytes: Int = 1) throws(Failure) -> [UInt8] {
    let limit = (mebibytes << 20) + 1
    guard path != "-" else { return try bytes(STDIN_FILENO, path, limit) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw failure(errno, path) }
    defer { close(descriptor) }
    return try bytes(descriptor, path, limit)
  }

  /// The bytes of a file; nil where there is none.
  static func readIfThere(_ path: String) throws(Failure) -> [UInt8]? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return try read(path)
  }

  private static func bytes(_ descriptor: Int32, _ path: String, _ limit: Int) throws(Failure) -> [UInt8] {
    var result: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while result.count < limit {
      let got = Glibc.read(descriptor, &block, block.count)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw failure(errno, path) }
      if got == 0 { break }
      result += block[0..<got]
    }
    return result
  }

  private static func failure(_ code: Int32, _ path: String) -> Failure {
    let reason = String(cString: strerror(code))
    switch code {
    case ENOENT, ENOTDIR: return Failure(66, programWords("file.notFound", ["path": path]))
    case EISDIR: return Failure(66, programWords("file.isFolder", ["path": path]))
    case EACCES, EPERM: return Failure(77, programWords("file.notReadable", ["path": path]))
    default: return Failure(74, programWords("file.unreadable", ["path": path, "reason": reason]))
    }
  }
}

extension CompletionKind {
  /// A YAML file of a user's own.
  static var yaml: CompletionKind { .file(extensions: ["yaml", "yml"]) }
  /// A file of answers.
  static var answers: CompletionKind { .file(extensions: ["yaml", "yml", "json"]) }
}
