import Glibc

/// The end of the pipe that the signal handler writes to; -1 while no terminal is open.
///
/// A pointer that is filled before the handler is installed: the handler must neither allocate nor wait.
private nonisolated(unsafe) let signalWriteEnd: UnsafeMutablePointer<Int32> = {
  let place = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  place.initialize(to: -1)
  return place
}()

/// Signals as bytes of a pipe, so that `poll` wakes up for them.
final class SignalPipe {
  /// The end to wait on.
  let readEnd: Int32
  private let writeEnd: Int32
  private var saved: [(signal: Int32, action: sigaction)] = []

  /// Signals that end the program, and those that concern the screen.
  private static let watched = [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT]

  /// Makes the pipe; nil where the system has no descriptors left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    readEnd = ends[0]
    writeEnd = ends[1]
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
  }

  /// Starts to catch the signals; again after ncurses may have put handlers of its own. A signal that whoever started
  /// the program has set to be ignored stays ignored.
  func install() {
    signalWriteEnd.pointee = writeEnd
    let first = saved.isEmpty
    for signal in Self.watched {
      var old = sigaction()
      sigaction(signal, nil, &old)
      if first { saved.append((signal, old)) }
      if startedIgnoring(signal), signal != SIGWINCH, signal != SIGCONT {
        var ignoring = sigaction()
        ignoring.__sigaction_handler.sa_handler = SIG_IGN
        sigaction(signal, &ignoring, nil)
        continue
      }
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        let before = errno
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(signalWriteEnd.pointee, &byte, 1)
        errno = before
      }
      action.sa_flags = SA_RESTART
      sigaction(signal, &action, nil)
    }
  }

  /// Puts back what was there before.
  func uninstall() {
    for (signal, action) in saved {
      var action = action
      sigaction(signal, &action, nil)
    }
    saved = []
    signalWriteEnd.pointee = -1
  }

  /// Whether a signal was set to be ignored before the program caught it.
  func startedIgnoring(_ signal: Int32) -> Bool {
    saved.contains { $0.signal == signal && Self.isIgnored($0.action) }
  }

  /// Does something while a signal has its usual effect.
  func withDefaultAction(_ signal: Int32, _ body: () -> Void) {
    var usual = sigaction()
    var ours = sigaction()
    sigaction(signal, &usual, &ours)
    body()
    sigaction(signal, &ours, nil)
  }

  /// The signals that came since the last call, oldest first.
  func drain() -> [Int32] {
    var result: [Int32] = []
    var buffer = [UInt8](repeating: 0, count: 64)
    while true {
      let count = read(readEnd, &buffer, buffer.count)
      guard count > 0 else { return result }
      result += buffer.prefix(count).map(Int32.init)
    }
  }

  deinit {
    uninstall()
    Glibc.close(readEnd)
    Glibc.close(writeEnd)
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    guard let handler = action.__sigaction_handler.sa_handler else { return false }
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
