import Glibc
import TerminalTesting

/// A folder of its own with settings, data and a clock of its own, in which the real program runs.
final class World {
  let folder: String
  let program: String
  var environment: [String: String]

  /// Makes the folder. Today is 23 November 2026 for the program.
  init(language: String = "nl", today: String = "2026-11-23") throws {
    program = try builtProgram(named: "drieluik")
    var template = Array("/tmp/drieluik-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw TestingError.notStarted("mkdtemp", code: errno) }
    folder = String(cString: made)
    environment = [
      "HOME": folder, "XDG_DATA_HOME": folder + "/data", "XDG_CONFIG_HOME": folder + "/config",
      "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.utf8", "DRIELUIK_TODAY": today,
      "SWIFT_BACKTRACE": "enable=no", "TMPDIR": folder,
    ]
    self.language = language
  }

  private let language: String

  deinit {
    let removal = ["/bin/rm", "-rf", "--", folder]
    var arguments = removal.map { strdup($0) } + [nil]
    var child: pid_t = 0
    posix_spawn(&child, removal[0], nil, nil, &arguments, nil)
    waitpid(child, nil, 0)
    for argument in arguments { free(argument) }
  }

  var store: String { folder + "/trajecten.sqlite" }

  /// Starts the program in a terminal.
  func start(
    _ arguments: [String] = [], rows: Int = 24, columns: Int = 80, ignoringHangUp: Bool = false
  ) throws -> PseudoTerminal {
    let options = arguments.contains("--demo") ? [] : ["--store", store]
    return try PseudoTerminal(
      program: program, arguments: ["--language", language] + options + arguments, environment: environment,
      rows: rows, columns: columns, ignoringHangUp: ignoringHangUp)
  }

  /// Writes a file into the folder and gives its path.
  func write(_ text: String, to name: String) throws -> String {
    let path = folder + "/" + name
    guard let file = fopen(path, "w") else { throw TestingError.notStarted(path, code: errno) }
    fputs(text, file)
    fclose(file)
    return path
  }

  /// Brings placements in, through the real command.
  func importPlacements(_ text: String) throws {
    let path = try write(text, to: "trajecten.csv")
    let terminal = try PseudoTerminal(
      program: program, arguments: ["import", path, "--store", store], environment: environment, rows: 24, columns: 80)
    let status = terminal.waitForExit(seconds: 60)
    guard status == .exited(0) else {
      throw TestingError.notStarted("import: \(terminal.screenText)", code: 0)
    }
  }
}
