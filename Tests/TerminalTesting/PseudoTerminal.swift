import CTerminalTesting
import Glibc

/// How a program ended.
public enum ExitStatus: Equatable, Sendable {
  /// By itself, with this status.
  case exited(Int32)
  /// By this signal.
  case signalled(Int32)
}

/// A program in a terminal of its own: what it writes is read by libvterm, what a person would type is sent to it.
///
/// Nothing is read in the background: `wait`, `send` and `settle` do it. Deadlines are generous, so that a slow machine
/// never decides a test.
public final class PseudoTerminal {
  /// What a person would see.
  public let screen: VirtualTerminal
  /// All that the program wrote since the start.
  public private(set) var received: [UInt8] = []
  /// The process that was started.
  public let process: Int32
  /// How the process ended; nil while it runs, as far as was looked.
  public private(set) var exitStatus: ExitStatus?
  /// Whether the program's side of the terminal is closed.
  public private(set) var isClosed = false

  private var master: Int32
  private var mark = 0

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - program: the path; no search is done.
  ///   - arguments: without the program's name.
  ///   - environment: all of it; nothing is inherited.
  ///   - ignoringHangUp: whether SIGHUP is ignored in the program, as under `nohup`.
  /// - Throws: `TestingError.notStarted`.
  public init(
    program: String, arguments: [String] = [], environment: [String: String] = ["TERM": "xterm-256color"],
    rows: Int = 24, columns: Int = 80, ignoringHangUp: Bool = false
  ) throws {
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var child: Int32 = 0
    master = ct_spawn(program, &words, &variables, Int32(rows), Int32(columns), ignoringHangUp ? 1 : 0, &child)
    guard master >= 0 else { throw TestingError.notStarted(program, code: errno) }
    process = child
    screen = VirtualTerminal(rows: rows, columns: columns)
  }

  deinit {
    if master >= 0 { close(master) }
    if exitStatus == nil {
      Glibc.kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
  }

  // MARK: What is seen

  /// The screen as text, rows joined by line breaks.
  public var screenText: String { screen.text }

  /// A row as text.
  public func row(_ row: Int) -> String { screen.row(row) }

  /// Where the cursor stands, from 0.
  public var cursor: (row: Int, column: Int) { screen.cursor }

  /// Begins a new count of bytes.
  public func markBytes() { mark = received.count }

  /// How many bytes the program wrote since `markBytes`.
  public var bytesSinceMark: Int { received.count - mark }

  /// What the program wrote since `markBytes`, as text.
  public var textSinceMark: String { String(decoding: received[mark...], as: UTF8.self) }

  /// All that the program wrote, as text with its control sequences.
  public var receivedText: String { String(decoding: received, as: UTF8.self) }

  /// How the terminal is set; nil once it is gone.
  public var modes: termios? {
    guard master >= 0 else { return nil }
    var found = termios()
    return tcgetattr(master, &found) == 0 ? found : nil
  }

  /// Whether lines are edited and echoed, as a shell's user expects it.
  public var isCooked: Bool {
    guard let modes else { return false }
    let wanted = tcflag_t(ICANON | ECHO | ISIG)
    return modes.c_lflag & wanted == wanted && modes.c_oflag & tcflag_t(OPOST) != 0
  }

  /// The process group in the foreground.
  public var foregroundGroup: Int32 { ct_foreground_group(master) }

  // MARK: Waiting

  /// Reads and feeds the screen until the condition holds.
  ///
  /// - Returns: whether it came to hold before the time was over. It is not given up when the program ends: what it
  ///   wrote last is still read.
  @discardableResult
  public func wait(seconds: Double = 20, until condition: (PseudoTerminal) -> Bool) -> Bool {
    let end = Self.now + seconds
    while true {
      pump(milliseconds: 0)
      collectStatus()
      if condition(self) {
        // A paint may come in parts: what is looked at next has to be the whole of it.
        if !pump(milliseconds: 15) || Self.now >= end { return true }
        continue
      }
      if Self.now >= end { return false }
      pump(milliseconds: 20)
    }
  }

  /// Waits until a text is on the screen.
  @discardableResult
  public func waitForText(_ text: String, seconds: Double = 20) -> Bool {
    wait(seconds: seconds) { $0.screenText.contains(text) }
  }

  /// Waits until the program has ended, and gives how.
  public func waitForExit(seconds: Double = 20) -> ExitStatus? {
    wait(seconds: seconds) { $0.exitStatus != nil }
    pump(milliseconds: 0)
    return exitStatus
  }

  /// Reads until the program has written nothing for a while. For counting bytes, not for deciding whether it is done.
  public func settle(milliseconds: Int = 150) {
    var quietSince = Self.now
    while Self.now - quietSince < Double(milliseconds) / 1000 {
      let before = received.count
      pump(milliseconds: 20)
      if received.count != before { quietSince = Self.now }
      if isClosed { return }
    }
  }

  // MARK: Doing

  /// Sends bytes, all at once as far as the terminal takes them.
  public func send(bytes: [UInt8]) {
    var rest = bytes[...]
    let end = Self.now + 20
    while !rest.isEmpty, master >= 0, Self.now < end {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else {
        guard errno == EAGAIN || errno == EINTR else { return }
        pump(milliseconds: 5)
      }
    }
  }

  /// Types a text.
  public func send(_ text: String) { send(bytes: Array(text.utf8)) }

  /// Presses a key, in the form in which xterm sends it.
  public func send(_ key: TypedKey) { send(key.bytes) }

  /// Pastes a text as a terminal with bracketed paste does.
  public func paste(_ text: String) { send("\u{1B}[200~" + text + "\u{1B}[201~") }

  /// Gives the window another size.
  public func resize(rows: Int, columns: Int) {
    // What was written for the old size comes first.
    pump(milliseconds: 0)
    screen.resize(rows: rows, columns: columns)
    _ = ct_resize(master, Int32(rows), Int32(columns))
  }

  /// Takes the terminal away, as a dropped line does.
  public func hangUp() {
    guard master >= 0 else { return }
    close(master)
    master = -1
    isClosed = true
  }

  /// Sends a signal to the process.
  public func kill(_ signal: Int32) { _ = Glibc.kill(process, signal) }

  // MARK: Inside

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Reads what is there or comes within a while; tells whether there was any.
  @discardableResult
  private func pump(milliseconds: Int32) -> Bool {
    guard master >= 0, !isClosed else {
      if milliseconds > 0 { usleep(UInt32(milliseconds) * 1000) }
      return false
    }
    var one = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&one, 1, milliseconds) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65536)
    var hasRead = false
    while true {
      let count = read(master, &buffer, buffer.count)
      if count > 0 {
        let bytes = Array(buffer.prefix(count))
        received += bytes
        screen.feed(bytes)
        hasRead = true
      } else {
        // EIO: nobody has the other side open any more.
        if count == 0 || (errno != EAGAIN && errno != EINTR) { isClosed = true }
        return hasRead
      }
    }
  }

  private func collectStatus() {
    guard exitStatus == nil else { return }
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return }
    // WIFEXITED and its kin are macros.
    exitStatus = status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
  }
}
