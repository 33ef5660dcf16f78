import Foundation
import Glibc
import TerminalTesting

/// The program on a socket, as something that talks with it line by line.
final class Talk {
  private let process = Process()
  /// Our end of the socket that is the program's standard input and output.
  private let socket: Int32
  private var received: [UInt8] = []
  private var looked = 0

  /// Starts it in a place of its own.
  init(_ place: CommandPlace, _ arguments: [String]) throws {
    signal(SIGPIPE, SIG_IGN)
    // Closed in programs that other tests start meanwhile: else these would keep it open.
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw TestingError.notStarted("socketpair", code: errno) }
    socket = ends[0]
    process.executableURL = URL(fileURLWithPath: try place.program)
    process.arguments = arguments
    process.environment = place.variables(today: "2026-11-23")
    process.currentDirectoryURL = URL(fileURLWithPath: place.folder)
    let theirs = FileHandle(fileDescriptor: ends[1], closeOnDealloc: false)
    process.standardInput = theirs
    process.standardOutput = theirs
    process.standardError = theirs
    try process.run()
    close(ends[1])
  }

  deinit {
    kill()
    close(socket)
  }

  /// Types a line.
  func send(_ line: String) {
    var bytes = Array((line + "\n").utf8)[...]
    while !bytes.isEmpty {
      let wrote = bytes.withUnsafeBytes { write(socket, $0.baseAddress, $0.count) }
      guard wrote > 0 else { return }
      bytes = bytes.dropFirst(wrote)
    }
  }

  /// Ends what is typed.
  func closeInput() { shutdown(socket, Int32(SHUT_WR)) }

  /// Waits until a text is said after what was found before; nil where it never is.
  func wait(for text: String, seconds: Double = 60) -> String? {
    let wanted = Array(text.utf8)
    let deadline = Date(timeIntervalSinceNow: seconds)
    while true {
      if let found = received[looked...].firstRange(of: wanted) {
        looked = found.upperBound
        return String(decoding: received, as: UTF8.self)
      }
      var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
      let left = deadline.timeIntervalSinceNow
      guard left > 0, poll(&waiting, 1, Int32(left * 1000)) > 0 else { return nil }
      var block = [UInt8](repeating: 0, count: 4096)
      let got = read(socket, &block, block.count)
      guard got > 0 else { return nil }
      received += block[0..<got]
    }
  }

  /// Sends a signal once everything that was typed has been read.
  func signalWhenRead(_ number: Int32) {
    var left: Int32 = 1
    let deadline = Date(timeIntervalSinceNow: 60)
    while left > 0, deadline.timeIntervalSinceNow > 0 {
      guard ioctl(socket, UInt(TIOCOUTQ), &left) == 0 else { break }
      if left > 0 { sched_yield() }
    }
    Glibc.kill(process.processIdentifier, number)
  }

  /// Ends it at once, as by a power cut.
  func kill() {
    guard process.isRunning else { return }
    Glibc.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// How it ended; nil where it did not.
  func waitForExit() -> Int32? {
    // What it still says is read, so that it never waits for that; at its end the socket ends.
    if wait(for: "\u{0}") == nil, process.isRunning {
      let deadline = Date(timeIntervalSinceNow: 20)
      while process.isRunning, deadline.timeIntervalSinceNow > 0 { sched_yield() }
      if process.isRunning {
        kill()
        return nil
      }
    }
    return process.terminationStatus
  }
}
