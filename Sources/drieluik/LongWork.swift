import Glibc
import Language

/// Ctrl-C and its like, held back while something must be either whole or not at all.
enum Interruption {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// Holds them back from now on.
  static func hold() {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Whether one has come since.
  static var isAsked: Bool {
    var pending = sigset_t()
    guard sigpending(&pending) == 0 else { return false }
    return signals.contains { sigismember(&pending, $0) == 1 }
  }
}

/// The line that says how far something long is; on a terminal only, and not more often than can be read.
final class ProgressLine {
  private let words: Words
  private let key: String
  private let isShown = isatty(STDERR_FILENO) != 0
  private var last = ContinuousClock.now
  private var isThere = false

  /// Makes it; nothing shows for the first moment.
  init(words: Words, key: String) {
    self.words = words
    self.key = key
  }

  /// Shows the number so far.
  func show(_ count: Int) {
    guard isShown, last.duration(to: .now) > .milliseconds(200) else { return }
    last = .now
    isThere = true
    Output.progress(words(key, ["count": String(count)]))
  }

  /// Takes the line away.
  func clear() {
    if isThere { Output.progress("") }
    isThere = false
  }
}
