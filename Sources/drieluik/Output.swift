import Glibc

/// What was to be written to standard output could not be: nobody reads on, or writing failed.
struct OutputClosed: Error, Equatable {
  /// 0 where the reader just stopped reading, else 74.
  let exitCode: Int32
  /// The system's own text; nil where the reader stopped.
  let reason: String?
}

/// A command that is done with everything and ends with this exit code; all has been said.
struct Ended: Error, Equatable {
  /// The exit code.
  let exitCode: Int32
}

/// Why a command cannot go on: what, where and what to do, as lines for standard error.
struct Failure: Error, Equatable {
  /// The exit code that belongs to it (`sysexits.h`).
  let exitCode: Int32
  /// What to say, in the user's language.
  let lines: [String]

  /// Takes the code and the lines.
  init(_ exitCode: Int32, _ lines: [String]) {
    self.exitCode = exitCode
    self.lines = lines
  }

  /// Takes the code and one line.
  init(_ exitCode: Int32, _ line: String) { self.init(exitCode, [line]) }

  /// All lines as one text, for the screens.
  var text: String { lines.joined(separator: " ") }
}

/// The one way out for plain text: what came from outside never reaches a terminal as an escape sequence.
enum Output {
  /// Writes text to standard output.
  static func write(_ text: String) throws(OutputClosed) { try writeAsItIs(harmless(text)) }

  /// Writes the mark by which spreadsheets know UTF-8 to standard output.
  static func writeByteOrderMark() throws(OutputClosed) { try writeAsItIs("\u{FEFF}") }

  /// Writes text whose own form has made it harmless, such as a calendar file, whose lines end in CR LF.
  static func writeExactly(_ text: String) throws(OutputClosed) { try writeAsItIs(text) }

  /// Writes bytes that are no text, such as a PDF.
  static func writeExactly(_ bytes: [UInt8]) throws(OutputClosed) {
    try check(bytes.withUnsafeBufferPointer { put($0, to: STDOUT_FILENO) })
  }

  private static func writeAsItIs(_ text: String) throws(OutputClosed) { try check(put(text, to: STDOUT_FILENO)) }

  private static func check(_ code: Int32) throws(OutputClosed) {
    guard code != 0 else { return }
    if code == EPIPE { throw OutputClosed(exitCode: 0, reason: nil) }
    throw OutputClosed(exitCode: 74, reason: String(cString: strerror(code)))
  }

  /// Writes lines to standard output.
  static func write(lines: [String]) throws(OutputClosed) {
    try write(lines.map { oneLine($0) + "\n" }.joined())
  }

  /// Writes a line to standard output of which the first part looks as these parameters of SGR say.
  static func write(_ part: String, codes: [Int], _ rest: String) throws(OutputClosed) {
    let look = codes.isEmpty ? "" : "\u{1B}[" + codes.map(String.init).joined(separator: ";") + "m"
    try writeAsItIs(look + oneLine(part) + (codes.isEmpty ? "" : "\u{1B}[0m") + oneLine(rest) + "\n")
  }

  /// Writes lines to standard error; that nobody reads them is no reason to fail.
  static func complain(_ lines: [String]) {
    _ = put(lines.map { oneLine($0) + "\n" }.joined(), to: STDERR_FILENO)
  }

  /// Overwrites the line on which the cursor of a terminal stands, on standard error.
  static func progress(_ line: String) { _ = put("\r\u{1B}[K" + oneLine(line), to: STDERR_FILENO) }

  /// The columns of the terminal; nil where standard output is none.
  static var terminalColumns: Int? {
    var size = winsize()
    guard isatty(STDOUT_FILENO) != 0, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// The text without line breaks and other control characters.
  static func oneLine(_ text: String) -> String { harmless(text, breaks: false) }

  /// The text with a space in place of each control character and each mark that turns the direction of text.
  static func harmless(_ text: String, breaks: Bool = true) -> String {
    // By bytes first: most texts hold none that a harmful character begins with.
    let mayHarm = text.utf8.contains { byte in
      byte < 0x20 && (byte != 0x0A || !breaks) || byte == 0x7F || [0xC2, 0xD8, 0xE2, 0xEF].contains(byte)
    }
    guard mayHarm, text.unicodeScalars.contains(where: { isHarmful($0, breaks: breaks) }) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(isHarmful(scalar, breaks: breaks) ? " " : scalar) }
    return String(scalars)
  }

  private static func isHarmful(_ scalar: Unicode.Scalar, breaks: Bool) -> Bool {
    switch scalar.value {
    case 0x0A: !breaks
    case 0x00..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  private static func put(_ text: String, to descriptor: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { put($0, to: descriptor) }
  }

  private static func put(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) -> Int32 {
    var done = 0
    while done < bytes.count {
      let wrote = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
      if wrote < 0, errno == EINTR { continue }
      if wrote < 0, errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waiting, 1, -1)
        continue
      }
      if wrote <= 0 { return wrote < 0 ? errno : EIO }
      done += wrote
    }
    return 0
  }
}
