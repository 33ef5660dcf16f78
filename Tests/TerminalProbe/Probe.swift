import Canvas
import Glibc
import Terminal

/// The loop of the probe.
final class Probe {
  private let terminal: Terminal
  private let crash: String
  private var log: [String] = []
  private var mouse = true

  init(terminal: Terminal, crash: String) {
    self.terminal = terminal
    self.crash = crash
  }

  /// Runs until `q` or the end of the terminal.
  ///
  /// - Returns: 0 after `q`; 3 when the terminal was gone; 128 + the signal that ended it.
  func run() -> Int32 {
    while true {
      terminal.paint(picture())
      for event in terminal.nextEvents(timeoutMilliseconds: nil) {
        log.append(Self.words(for: event))
        switch event {
        case .ended:
          terminal.close()
          return terminal.endingSignal.map { 128 + $0 } ?? 3
        case .key(.character("q")):
          terminal.close()
          return 0
        case .key(.control("z")): terminal.suspend()
        case .key(.control("g")): terminal.ringBell()
        case .key(.control("t")):
          mouse.toggle()
          terminal.setMouse(mouse)
        case .key(.character("#")):
          let message = Array("message on standard error\n".utf8)
          _ = write(STDERR_FILENO, message, message.count)
        case .key(.character("!")): die()
        default: break
        }
      }
    }
  }

  private func picture() -> Canvas {
    let size = terminal.size
    var canvas = Canvas(size: size)
    let kind = terminal.isASCII ? "ascii" : "unicode"
    canvas.write(
      "probe \(size.columns)x\(size.rows) colors=\(terminal.colors) \(kind)", at: Point(column: 0, row: 0))
    let samples = ["é", "e\u{301}", "漢", "😀", "👩‍🚀", "❤️", "✓", "🇳🇱"]
    for (index, sample) in samples.enumerated() {
      canvas.write(sample, at: Point(column: 4 * index, row: 1))
      canvas.write("|", at: Point(column: 4 * index + 3, row: 1))
    }
    let styles: [(String, Style)] = [
      ("plain", .plain), ("bold", Style(bold: true)), ("reverse", Style(reverse: true)),
      ("underline", Style(underline: true)), ("red", Style(foreground: .rgb(250, 10, 10))),
      ("blue", Style(background: .palette(4))), ("bright", Style(foreground: .palette(9))),
    ]
    for (index, (name, style)) in styles.enumerated() {
      canvas.write(name, at: Point(column: 10 * index, row: 2), style: style)
    }
    canvas.write("notes: \(terminal.notes)", at: Point(column: 0, row: 3))
    canvas.drawHorizontalLine(at: Point(column: 0, row: 4), length: size.columns)
    let room = max(0, size.rows - 6)
    for (index, line) in log.suffix(room).enumerated() {
      canvas.write(line, at: Point(column: 0, row: 5 + index))
    }
    // Also the bottom right cell, which terminals treat in ways of their own.
    canvas.write("+", at: Point(column: size.columns - 1, row: size.rows - 1))
    canvas.cursor = Point(column: 2, row: min(size.rows - 1, 5 + min(log.count, room)))
    return canvas
  }

  private static func words(for event: Event) -> String {
    switch event {
    case .key(let key): "key \(key)"
    case .paste(let text): "paste \(text.utf8.count) \(checksum(text)) \(text.prefix(20).debugDescription)"
    case .mouse(let mouse): "mouse \(mouse.action) \(mouse.place.column),\(mouse.place.row)"
    case .resize(let size): "resize \(size.columns)x\(size.rows)"
    case .resumed: "resumed"
    case .ended: "ended"
    }
  }

  /// The same sum as the test makes of what it pasted.
  private static func checksum(_ text: String) -> UInt32 {
    text.utf8.reduce(0) { $0 &* 31 &+ UInt32($1) }
  }

  private func die() {
    switch crash {
    case "fatalError": fatalError("the probe was told to die")
    case "range": print(log[log.count + 5])
    case "overflow": print(deepen(1))
    case "abort": abort()
    case "pointer": UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
    case "exit": exit(7)
    case "quit": kill(getpid(), SIGQUIT)
    default: break
    }
  }

  /// Never comes to its end within any stack.
  private func deepen(_ depth: Int) -> Int {
    depth < 0 ? log.count : depth &+ deepen(depth &+ 1) &+ log.count
  }
}
