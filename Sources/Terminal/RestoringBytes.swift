import CNcurses
import Glibc

/// The bytes that we turn things on and off with beside ncurses, and what leaves the terminal as it was found.
struct RestoringBytes {
  private let modes: termios
  /// From the description: attributes off, the cursor shown, the first screen back.
  private let attributesOff: [UInt8]
  private let leaving: [UInt8]

  private static let pasteOn = Array("\u{1B}[?2004h".utf8)
  private static let pasteOff = Array("\u{1B}[?2004l".utf8)

  /// Reads the loaded description.
  ///
  /// - Parameter modes: how the terminal was set before.
  init(modes: termios) {
    self.modes = modes
    attributesOff = TerminalDescription.bytes("sgr0") + TerminalDescription.bytes("op")
    let back = TerminalDescription.bytes("rmcup")
    // Without a second screen the shell goes on below the picture.
    let below = TerminalDescription.cursorAddress(row: 998, column: 0) + Array("\r\n".utf8)
    leaving = TerminalDescription.bytes("cnorm") + (back.isEmpty ? below : back)
  }

  /// Prepares what is to be done should the program die.
  func arm(mouse: Bool, errorOutput: ErrorOutput) {
    CrashRestore.arm(
      bytes: Self.closing(mouse: mouse) + attributesOff + leaving, modes: modes, messages: errorOutput.messages,
      realErrorOutput: errorOutput.real)
  }

  /// Sets the terminal as it was found. Does not wait for its output.
  func restoreModes() {
    var modes = modes
    tcsetattr(STDIN_FILENO, TCSANOW, &modes)
  }

  /// What is sent after the screen has opened. Without the mouse nothing is said about it at all.
  static func opening(mouse: Bool) -> [UInt8] { pasteOn + (mouse ? self.mouse(true) : []) }

  /// What is sent before the screen closes.
  static func closing(mouse: Bool) -> [UInt8] { (mouse ? self.mouse(false) : []) + pasteOff }

  /// Button presses and the wheel, with places of any size. Motion is never asked for: over a line that dropped it
  /// would print garbage in the shell.
  static func mouse(_ on: Bool) -> [UInt8] {
    Array((on ? "\u{1B}[?1000h\u{1B}[?1006h" : "\u{1B}[?1006l\u{1B}[?1000l").utf8)
  }

  /// Writes bytes to the terminal, past ncurses, which has sent all of its own by then.
  static func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return
      }
    }
  }
}
