import Foundation
import Testing

/// Rules that hold for every source file.
@Suite("Source files")
struct SourceRuleTests {
  static let endings: Set = ["swift", "c", "h", "py", "sh"]
  static let sources =
    Repository.files(in: "Sources", endings: endings) + Repository.files(in: "Tests", endings: endings)
    + Repository.files(in: "scripts")

  @Test("each is under 24 kB and 600 lines")
  func staySmall() throws {
    for file in Self.sources {
      let bytes = try file.bytes()
      #expect(bytes.count < 24_000, "\(file.path): \(bytes.count) bytes")
      let lines = bytes.count { $0 == 0x0A }
      #expect(lines < 600, "\(file.path): \(lines) lines")
    }
  }

  @Test("none stops the program at an error by a forced try")
  func noForcedTry() {
    for (file, text) in Repository.swiftFiles {
      for (number, line) in text.code.enumerated() where line.contains("try!") {
        Issue.record("\(file.path):\(number + 1)")
      }
    }
  }

  @Test("each gives a reason for what the compiler cannot check")
  func uncheckedIsExplained() {
    for (file, text) in Repository.swiftFiles {
      for (number, line) in text.code.enumerated()
      where line.contains("@unchecked Sendable") || line.contains("nonisolated(unsafe)") {
        let isExplained = Self.hasComment(text.lines, near: number)
        #expect(isExplained, "\(file.path):\(number + 1): no comment says why")
      }
    }
  }

  /// Whether a comment stands on the line, or above it before the next empty line.
  private static func hasComment(_ lines: [String], near number: Int) -> Bool {
    let paragraph = lines[...number].reversed().prefix { !$0.allSatisfy(\.isWhitespace) }
    return paragraph.contains { $0.contains("//") }
  }

  @Test("none holds plans")
  func noPlans() throws {
    // Put together here, so that this file does not find itself.
    for file in Self.sources {
      let text = try file.text()
      for word in ["TO" + "DO", "FIX" + "ME", "XX" + "X:"] where text.contains(word) {
        Issue.record("\(file.path) holds \(word)")
      }
    }
  }

  @Test("random tests take their full counts from one variable")
  func oneVariableForLongTests() {
    for (file, text) in Repository.swiftFiles where file.path.hasPrefix("Tests/") {
      var rest = Substring(text.lines.joined(separator: "\n"))
      while let found = rest.range(of: "\"DRIELUIK_[A-Z_]*LONG[A-Z_]*\"", options: .regularExpression) {
        #expect(rest[found] == "\"DRIELUIK_TEST_LONG\"", "\(file.path) reads another variable")
        rest = rest[found.upperBound...]
      }
    }
  }

  @Test("every script can be run")
  func scriptsAreExecutable() throws {
    var scripts = Repository.files(in: "scripts") + Repository.files(in: "Tests", endings: ["sh"])
    scripts.append(Repository.File(path: ".ci/run"))
    for script in scripts where try script.bytes().starts(with: Data("#!".utf8)) {
      #expect(FileManager.default.isExecutableFile(atPath: script.url.path), "\(script.path) cannot be run")
    }
  }

  @Test(
    "nothing that was built is kept in git",
    .enabled(if: Repository.has(".git") && GitListing.isThere, "not a git checkout"))
  func nothingBuiltIsTracked() throws {
    let tracked = try GitListing.tracked()
    #expect(!tracked.isEmpty)
    let built = tracked.filter { path in
      path.split(separator: "/").contains { $0.hasPrefix(".build") || $0 == "Package.resolved" || $0 == "__pycache__" }
    }
    #expect(built.isEmpty)
  }

  @Test("code is told from comments and literals")
  func readingCode() {
    let source = """
      let a = "x // no comment \\" y" // try
      let b = #"raw " text"# + b
      /* two
      lines */ let c = 1
      """
    #expect(SwiftText(source).code == ["let a =  ", "let b = ## + b", "", " let c = 1"])
  }
}

/// What git keeps of this repository.
enum GitListing {
  static let program = ["/usr/bin/git", "/usr/local/bin/git"].first { FileManager.default.isExecutableFile(atPath: $0) }
  static var isThere: Bool { program != nil }

  /// The paths that git tracks; empty where git refuses to look.
  static func tracked() throws -> [String] {
    guard let program else { return [] }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    // The checkout may belong to another user than the one who tests.
    process.arguments = ["-c", "safe.directory=*", "-C", Repository.root.path, "ls-files", "-z"]
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }
}
