import Glibc

/// WeasyPrint, which turns a page of HTML into PDF.
///
/// It was chosen over headless Chromium after trying both on our reports: it writes tagged PDF that names itself PDF/UA, in a file of about two
/// thirds the size; it runs no scripts, needs no sandbox, no profile and no display, and begins nothing that looks for a network. Chromium
/// lays out more of CSS, which these pages do not need.
struct PDFProgram {
  /// Its name.
  static let name = "weasyprint"

  /// Where it is.
  let path: String
  private let environment: [String: String]

  /// Finds it on the path; nil where it is not there. Only whole paths are looked at, so that nothing is run from where the user happens to be.
  init?(_ environment: [String: String]) {
    let folders = (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    let found = folders.lazy.map { "\($0)/\(Self.name)" }.first { path in
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }
    guard let found else { return nil }
    path = found
    self.environment = environment
  }

  /// The PDF of a page that needs nothing from elsewhere.
  func pdf(of html: String) throws(Failure) -> [UInt8] {
    var run = try run(["--pdf-variant", "pdf/ua-1"], html)
    // Older versions know no such option, which their parser says by a 2.
    if run.code == 2 { run = try self.run([], html) }
    guard run.code == 0 else {
      let said = run.errors.split(separator: "\n").last.map { Output.oneLine(String($0.prefix(300))) }
      throw Self.failure(said ?? programWords("pdf.failed.code", ["code": String(run.code)]))
    }
    guard run.output.starts(with: Array("%PDF".utf8)) else { throw Self.failure(programWords("pdf.failed.empty")) }
    return run.output
  }

  private static func failure(_ reason: String) -> Failure {
    Failure(69, programWords("pdf.failed", ["reason": reason]))
  }

  /// Runs it on the page, without a shell. All it reads and writes are files that have lost their names, so that nothing is left behind
  /// whatever happens.
  private func run(_ options: [String], _ html: String) throws(Failure) -> (
    code: Int32, output: [UInt8], errors: String
  ) {
    let folder = try ThrowAwayFolder()
    let files = ["page", "pdf", "errors"].map {
      open("\(folder.path)/\($0)", O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    }
    folder.remove()
    defer { for file in files where file >= 0 { close(file) } }
    guard files.allSatisfy({ $0 >= 0 }), Self.fill(files[0], Array(Output.harmless(html).utf8)) else {
      throw Self.failure(String(cString: strerror(errno)))
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (standard, file) in files.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, file, Int32(standard))
    }
    let arguments = [path, "--quiet", "--encoding", "utf-8"] + options + ["-", "-"]
    var child = pid_t()
    let failed = Self.withPointers(arguments) { arguments in
      Self.withPointers(environment.map { "\($0)=\($1)" }) { variables in
        posix_spawn(&child, path, &actions, nil, arguments, variables)
      }
    }
    guard failed == 0 else { throw Self.failure(String(cString: strerror(failed))) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { throw Self.failure(String(cString: strerror(errno))) }
    }
    // The low seven bits are the signal that ended it.
    let signal = status & 0x7F
    let code = signal == 0 ? status >> 8 & 0xFF : 128 + signal
    return (code, Self.content(files[1]), String(decoding: Self.content(files[2]), as: UTF8.self))
  }

  private static func withPointers<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }

  private static func fill(_ file: Int32, _ bytes: [UInt8]) -> Bool {
    var done = 0
    while done < bytes.count {
      let wrote = bytes[done...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if wrote < 0, errno == EINTR { continue }
      guard wrote > 0 else { return false }
      done += wrote
    }
    return lseek(file, 0, SEEK_SET) == 0
  }

  private static func content(_ file: Int32) -> [UInt8] {
    guard lseek(file, 0, SEEK_SET) == 0 else { return [] }
    var result: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = read(file, &block, block.count)
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return result }
      result += block[0..<got]
    }
  }
}
