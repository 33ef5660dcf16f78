import CNcurses
import Glibc

/// Keeps what is written to standard error away from the screen, and shows it afterwards.
///
/// Only where standard error is a terminal: what was sent to a file stays there.
struct ErrorOutput {
  /// The unnamed file that the messages go to; -1 where they go where they always went.
  private(set) var messages: Int32 = -1
  /// The real standard error; -1 as above.
  private(set) var real: Int32 = -1

  /// At most this many bytes are shown afterwards.
  private static let mostShown = 1 << 16

  /// Begins to keep messages.
  mutating func divert() {
    guard real < 0, isatty(STDERR_FILENO) == 1 else { return }
    let file = cn_memory_file()
    let copy = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    guard file >= 0, copy >= 0, dup2(file, STDERR_FILENO) >= 0 else {
      if file >= 0 { Glibc.close(file) }
      if copy >= 0 { Glibc.close(copy) }
      return
    }
    messages = file
    real = copy
  }

  /// Gives standard error back, and writes to it what was kept unless `discarding`.
  mutating func restore(discarding: Bool = false) {
    guard real >= 0 else { return }
    dup2(real, STDERR_FILENO)
    var buffer = [UInt8](repeating: 0, count: 4096)
    var offset: off_t = 0
    while !discarding, Int(offset) < Self.mostShown {
      let count = pread(messages, &buffer, buffer.count, offset)
      guard count > 0, write(STDERR_FILENO, buffer, count) > 0 else { break }
      offset += off_t(count)
    }
    Glibc.close(real)
    Glibc.close(messages)
    real = -1
    messages = -1
  }
}
