import Canvas
import Glibc
import Terminal

// A program for the tests of `Terminal`: paints a fixed picture, then one row for each event that comes.
//   q quits · Ctrl-Z suspends · Ctrl-T mouse on and off · Ctrl-G bell · ! dies as --crash says · # writes to stderr

let arguments = Array(CommandLine.arguments.dropFirst())
var crash = "none"
var color = ColorMode.automatic
var words = arguments[...]
while let word = words.popFirst() {
  switch word {
  case "--crash": crash = words.popFirst() ?? crash
  case "--color":
    switch words.popFirst() ?? "" {
    case "never": color = .never
    case "always": color = .always
    case let number: color = Int(number).map { .limited($0) } ?? .automatic
    }
  default: break
  }
}

var environment: [String: String] = [:]
var entry = environ
while let variable = entry.pointee {
  let parts = String(cString: variable).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
  if parts.count == 2 { environment[String(parts[0])] = String(parts[1]) }
  entry += 1
}

do {
  let terminal = try Terminal.open(
    TerminalOptions(
      mouse: !arguments.contains("--no-mouse"), ascii: arguments.contains("--ascii"), color: color,
      environment: environment))
  let status = Probe(terminal: terminal, crash: crash).run()
  print("bye")
  exit(status)
} catch {
  print("cannot open: \(error)")
  exit(5)
}
