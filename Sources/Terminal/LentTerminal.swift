import Canvas
import Glibc

/// How a program ended that had the terminal for a while.
public enum LentEnding: Equatable, Sendable {
  /// By itself, with this status.
  case exited(Int32)
  /// By a signal.
  case signalled(Int32)
  /// It did not start; the system's number of why.
  case notStarted(Int32)
  /// The terminal went, or this program was asked to end: the other one was told so too.
  case ended
}

/// A program that runs in the terminal while ours waits.
struct LentProgram {
  private let process: pid_t

  /// Starts a program that is found as a shell would find it: no shell reads the words, and signals have their usual effect in it.
  static func start(_ words: [String], environment: [String: String]) -> Result<LentProgram, LentProgramFailure> {
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    sigemptyset(&usual)
    for signal in [SIGINT, SIGQUIT, SIGTSTP, SIGTERM, SIGHUP, SIGPIPE, SIGWINCH, SIGCONT] { sigaddset(&usual, signal) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var process: pid_t = 0
    let code = posix_spawnp(&process, words.first ?? "", nil, &attributes, &arguments, &variables)
    return code == 0 ? .success(LentProgram(process: process)) : .failure(LentProgramFailure(code: code))
  }

  /// How it ended; nil while it runs.
  var ending: LentEnding? {
    var status: Int32 = 0
    let found = waitpid(process, &status, WNOHANG)
    if found < 0, errno != EINTR { return .exited(0) }
    guard found == process else { return nil }
    // WIFEXITED and its kin are macros.
    return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
  }

  /// Tells it that the terminal is gone, and waits for it a second.
  func hangUp() {
    kill(process, SIGHUP)
    for _ in 0..<50 where ending == nil { usleep(20_000) }
  }
}

/// Why a program did not start.
struct LentProgramFailure: Error {
  /// The system's number.
  var code: Int32
}

/// Waits until a program in the terminal has ended, the terminal is gone, or a signal asks ours to end.
/// - Returns: How it ended, and the signals that came meanwhile.
func waitForLent(_ program: LentProgram, signals: SignalPipe) -> (ending: LentEnding, signals: [Int32]) {
  var received: [Int32] = []
  while true {
    if let ending = program.ending { return (ending, received) }
    // Nothing is read: the keys are the other program's.
    var descriptors = [
      pollfd(fd: STDIN_FILENO, events: 0, revents: 0), pollfd(fd: signals.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    poll(&descriptors, 2, 50)
    received += signals.drain()
    let isGone = Int32(descriptors[0].revents) & (POLLHUP | POLLERR | POLLNVAL) != 0
    if isGone || received.contains(SIGHUP) || received.contains(SIGTERM) {
      program.hangUp()
      return (.ended, received)
    }
  }
}
