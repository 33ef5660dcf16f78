import Canvas
import Glibc

/// Time that only goes forward.
enum Clock {
  /// Milliseconds since some moment.
  static var milliseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }
}

/// What can be read or written now.
struct Readiness {
  /// Bytes from the keyboard.
  var input = false
  /// Signals.
  var signals = false
  /// The terminal is gone: it hung up, or the descriptor is not usable any more.
  var gone = false

  /// Waits until something is there or until a time of `Clock`; nil waits as long as it takes.
  static func wait(input: Int32, signals: Int32, until: Int?) -> Readiness {
    var descriptors = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0), pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
    ]
    let milliseconds = until.map { Int32(clamping: max(0, $0 - Clock.milliseconds)) } ?? -1
    guard poll(&descriptors, 2, milliseconds) > 0 else { return Readiness() }
    let found = Int32(descriptors[0].revents)
    return Readiness(
      input: found & POLLIN != 0, signals: descriptors[1].revents != 0,
      // `read` alone cannot tell: a terminal that is gone without SIGHUP is always readable, for ever.
      gone: found & (POLLHUP | POLLERR | POLLNVAL) != 0)
  }

  /// Whether a descriptor takes bytes within a time.
  static func canWrite(_ descriptor: Int32, milliseconds: Int32) -> Bool {
    var one = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    guard poll(&one, 1, milliseconds) > 0 else { return false }
    return Int32(one.revents) & POLLOUT != 0 && Int32(one.revents) & (POLLHUP | POLLERR | POLLNVAL) == 0
  }

  /// The largest screen that is painted. A window may claim 65,535 columns and as many rows, over SSH without having them, and
  /// every cell takes memory.
  static let largestScreen = Size(columns: 1000, rows: 500)

  /// The size of the window, or nil where the terminal does not say.
  static func windowSize(_ descriptor: Int32) -> Size? {
    var window = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else { return nil }
    return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }

  /// As much of the window as is painted, from its top left; nil where the terminal does not say.
  static func screenSize(_ descriptor: Int32) -> Size? {
    windowSize(descriptor).map {
      Size(columns: min($0.columns, largestScreen.columns), rows: min($0.rows, largestScreen.rows))
    }
  }
}

/// Reads the keyboard and keeps the time of what is unfinished.
struct TerminalInput {
  private var decoder: InputDecoder
  private let escapeDelay: Int
  private var clicks = DoubleClick()
  private var lastRead = 0
  private var buffer = [UInt8](repeating: 0, count: 16384)

  /// How long the rest of a sequence is waited for: longer than an Escape, for lines that split it.
  private static let sequenceDelay = 500
  /// How long a paste may pause before it is taken as it is; else a lost end mark would make the keyboard dead.
  private static let pasteDelay = 5000
  /// The most that is read at once, so that a flood of input cannot keep the program from painting.
  private static let mostAtOnce = 1 << 18

  /// - Parameter escapeDelay: after how many milliseconds an Escape stands alone.
  init(decoder: InputDecoder, escapeDelay: Int) {
    self.decoder = decoder
    self.escapeDelay = escapeDelay
  }

  /// When what is unfinished will be taken as it stands, by `Clock`; nil where nothing is.
  var deadline: Int? {
    switch decoder.waiting {
    case .nothing: nil
    case .escape: lastRead + escapeDelay
    case .sequence: lastRead + Self.sequenceDelay
    case .paste: lastRead + Self.pasteDelay
    }
  }

  /// Reads all that is there, at least once.
  ///
  /// - Returns: the events, and whether there will never be more.
  mutating func read() -> (events: [Event], endOfInput: Bool) {
    var bytes: [UInt8] = []
    var ended = false
    repeat {
      let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer.prefix(count)
      } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
        ended = true
      }
    } while !ended && bytes.count < Self.mostAtOnce && hasMore
    lastRead = Clock.milliseconds
    // Decoded together: marks that follow their letter in the same drain belong to it.
    return (decoder.decode(bytes).map { clicks.mark($0, at: lastRead) }, ended)
  }

  /// Takes what is unfinished as it stands when its time is over.
  mutating func finishIfLate() -> [Event] {
    guard let deadline, Clock.milliseconds >= deadline else { return [] }
    return decoder.finishWaiting()
  }

  private var hasMore: Bool {
    var one = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&one, 1, 0) > 0 && Int32(one.revents) & POLLIN != 0
  }
}
