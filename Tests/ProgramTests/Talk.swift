import Foundation
import Glibc
import TerminalTesting

/// The program between two pipes, as something that talks with it line by line.
final class Talk {
  private let process = Process()
  /// The end into which is typed; -1 once it is closed.
  private var input: Int32
  private let output: Int32
  private var received: [UInt8] = []
  private var looked = 0

  /// Starts it in a place of its own.
  init(_ place: CommandPlace, _ arguments: [String]) throws {
    signal(SIGPIPE, SIG_IGN)
    // Closed in programs that other tests start meanwhile: else these would keep the pipes open.
    var (inputs, outputs): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe2(&inputs, O_CLOEXEC) == 0, pipe2(&outputs, O_CLOEXEC) == 0 else {
      throw TestingError.notStarted("pipe", code: errno)
    }
    (input, output) = (inputs[1], outputs[0])
    process.executableURL = URL(fileURLWithPath: try place.program)
    process.arguments = arguments
    process.environment = place.variables(today: "2026-11-23")
    process.currentDirectoryURL = URL(fileURLWithPath: place.folder)
    process.standardInput = FileHandle(fileDescriptor: inputs[0], closeOnDealloc: false)
    process.standardOutput = FileHandle(fileDescriptor: outputs[1], closeOnDealloc: false)
    process.standardError = process.standardOutput
    try process.run()
    close(inputs[0])
    close(outputs[1])
  }

  deinit {
    kill()
    closeInput()
    close(output)
  }

  /// Types a line.
  func send(_ line: String) {
    var bytes = Array((line + "\n").utf8)[...]
    while !bytes.isEmpty {
      let wrote = bytes.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      guard wrote > 0 else { return }
      bytes = bytes.dropFirst(wrote)
    }
  }

  /// Ends what is typed.
  func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// Waits until a text is said after what was found before; nil where it never is.
  func wait(for text: String, seconds: Double = 60) -> String? {
    let wanted = Array(text.utf8)
    let deadline = Date(timeIntervalSinceNow: seconds)
    while true {
      if let found = received[looked...].firstRange(of: wanted) {
        looked = found.upperBound
        return String(decoding: received, as: UTF8.self)
      }
      var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      let left = deadline.timeIntervalSinceNow
      guard left > 0, poll(&waiting, 1, Int32(left * 1000)) > 0 else { return nil }
      var block = [UInt8](repeating: 0, count: 4096)
      let got = read(output, &block, block.count)
      guard got > 0 else { return nil }
      received += block[0..<got]
    }
  }

  /// Sends a signal once everything that was typed has been read.
  func signalWhenRead(_ number: Int32) {
    var left: Int32 = 1
    let deadline = Date(timeIntervalSinceNow: 60)
    while left > 0, deadline.timeIntervalSinceNow > 0 {
      guard ioctl(input, UInt(FIONREAD), &left) == 0 else { break }
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
    // What it still says is read, so that it never waits for that; at its end the pipe ends.
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
