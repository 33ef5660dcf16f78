import Foundation
import Language

/// The manual page, as source for `man`: the commands and options that the command line itself has, and around them what it cannot know.
/// Everything is ASCII, so that it reads the same whatever the locale of `man`.
struct ManualPage {
  private let info: CommandInfo
  private let words: Words

  /// The variables of the environment that the page explains; a test holds them against the sources.
  static let variables = [
    "DRIELUIK_STORE", "DRIELUIK_PLAIN", "DRIELUIK_TODAY", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME", "LC_ALL", "TERM",
    "COLORTERM", "NO_COLOR", "SSH_CONNECTION", "TMPDIR", "VISUAL", "EDITOR",
  ]
  /// The exit codes, as in the README.
  static let exitCodes = [0, 64, 65, 66, 69, 70, 73, 74, 77, 130]

  /// Takes the help of the argument parser, as its `--experimental-dump-help` gives it.
  init(help: String, words: Words) throws {
    info = try JSONDecoder().decode(Help.self, from: Data(help.utf8)).command
    self.words = words
  }

  /// The page.
  var text: String {
    ([".TH DRIELUIK 1 \"\(programDate)\" \"Drieluik \(programVersion)\" \"\(plain("manual.book"))\"", ".nh", ".ad l"]
      + names + description
      + commands + options + environment + files + exits + examples)
      .joined(separator: "\n") + "\n"
  }

  // MARK: - Sections

  private var names: [String] {
    var lines = section("name") + ["drieluik \\- \(plain("manual.name"))"] + section("synopsis")
    let calls = [[String]()] + visible(info).flatMap { paths(of: $0, after: []) }
    for (number, path) in calls.enumerated() {
      if number > 0 { lines.append(".br") }
      lines.append(".B " + Roff.escaped((["drieluik"] + path).joined(separator: " ")))
      lines.append("[\\fI\(plain("manual.options"))\\fR]" + operands(at: path))
    }
    return lines
  }

  private var description: [String] {
    section("description")
      + ["what", "keys", "plain"].flatMap { part in
        (part == "what" ? [] : [".PP"]) + [plain("manual.description.\(part)")]
      }
  }

  private var commands: [String] {
    var lines = section("commands") + [plain("manual.commands")]
    for path in visible(info).flatMap({ paths(of: $0, after: []) }) {
      guard let command = command(at: path) else { continue }
      lines.append(".SS \"" + Roff.escaped((["drieluik"] + path).joined(separator: " ")) + operands(at: path) + "\"")
      lines += [command.abstract, command.discussion].compactMap { $0 }.filter { !$0.isEmpty }.map(Roff.escaped)
      lines += own(command).flatMap(entry)
    }
    return lines
  }

  private var options: [String] {
    let common = info.shown.filter { isCommon($0) }
    let ofScreens = info.shown.filter { !isCommon($0) && !isBuiltIn($0) }
    return section("options") + [plain("manual.options.intro")] + common.flatMap(entry)
      + [".TP", "\\fB\\-h\\fR, \\fB\\-\\-help\\fR", plain("manual.option.help")]
      + [".TP", "\\fB\\-\\-version\\fR", plain("manual.option.version")]
      + section("screenOptions") + [plain("manual.screenOptions.intro")] + ofScreens.flatMap(entry)
  }

  private var environment: [String] {
    section("environment") + Self.variables.flatMap { [".TP", ".B \($0)", plain("manual.environment.\($0)")] }
  }

  private var files: [String] {
    section("files") + [
      ".TP", ".I \\(ti/.local/share/drieluik/drieluik.sqlite", plain("manual.files.store"), ".TP",
      ".I \\(ti/.local/share/drieluik/scan-places", plain("manual.files.places"), ".TP",
      ".I \\(ti/.config/drieluik/config.yaml", plain("manual.files.settings"),
    ]
  }

  private var exits: [String] {
    section("exit") + Self.exitCodes.flatMap { [".TP", ".B \($0)", plain("manual.exit.\($0)")] }
      + [".TP", ".B 128 + n", plain("manual.exit.signal")]
  }

  private var examples: [String] {
    let file = words.language == .dutch ? "trajecten.csv" : "placements.csv"
    let calls = [
      ("demo", ["drieluik --demo"]),
      ("import", ["drieluik import \(file) --dry-run", "drieluik import \(file)"]),
      ("employer", ["drieluik --role employer --as jan@vandijk.nl"]), ("doctor", ["drieluik doctor"]),
    ]
    return section("examples")
      + calls.enumerated().flatMap { number, call in
        (number == 0 ? [] : [".PP"]) + [plain("manual.example.\(call.0)"), ".PP", ".RS 4", ".nf"]
          + call.1.map(Roff.escaped) + [".fi", ".RE"]
      }
      + section("see") + [plain("manual.see")]
  }

  // MARK: - Pieces

  private func plain(_ key: String) -> String { Roff.escaped(words(key)) }

  private func section(_ name: String) -> [String] { [".SH " + Roff.quoted(words("manual.section.\(name)"))] }

  /// An option or argument with what it is for.
  private func entry(_ argument: ArgumentInfo) -> [String] {
    var text = argument.abstract ?? ""
    // Where the name of the value lists the values, they need no second mention.
    if let values = argument.allValues, !values.allSatisfy({ (argument.valueName ?? "").contains($0) }) {
      text += " (" + words("manual.values", ["values": values.joined(separator: ", ")]) + ")"
    }
    return [".TP", name(of: argument), Roff.escaped(text)]
  }

  private func name(of argument: ArgumentInfo) -> String {
    let value = "\\fI" + Roff.escaped(argument.valueName ?? "") + "\\fR"
    if argument.kind == "positional" { return value }
    let names = (argument.names ?? []).map { "\\fB" + Roff.escaped($0.written) + "\\fR" }.joined(separator: ", ")
    return argument.kind == "option" ? names + " " + value : names
  }

  private func operands(at path: [String]) -> String {
    let positional = (command(at: path) ?? info).shown.filter { $0.kind == "positional" }
    return positional.map { argument in
      let name = "\\fI" + Roff.escaped(argument.valueName ?? "") + "\\fR" + (argument.isRepeating ? " ..." : "")
      return argument.isOptional ? " [\(name)]" : " \(name)"
    }.joined()
  }

  // MARK: - What the command line has

  private func visible(_ command: CommandInfo) -> [CommandInfo] {
    (command.subcommands ?? []).filter { ($0.shouldDisplay ?? true) && $0.commandName != "help" }
  }

  /// The commands that do something: those without further ones below them.
  private func paths(of command: CommandInfo, after path: [String]) -> [[String]] {
    let here = path + [command.commandName]
    let below = visible(command)
    return below.isEmpty ? [here] : below.flatMap { paths(of: $0, after: here) }
  }

  private func command(at path: [String]) -> CommandInfo? {
    path.reduce(info as CommandInfo?) { command, name in
      command.flatMap { visible($0) }?.first { $0.commandName == name }
    }
  }

  /// The options that every command has.
  private func isCommon(_ argument: ArgumentInfo) -> Bool {
    let leaves = visible(info).flatMap { paths(of: $0, after: []) }.compactMap(command)
    return !isBuiltIn(argument) && leaves.allSatisfy { $0.shown.contains { $0.key == argument.key } }
  }

  private func isBuiltIn(_ argument: ArgumentInfo) -> Bool { ["--help", "--version"].contains(argument.key) }

  private func own(_ command: CommandInfo) -> [ArgumentInfo] {
    command.shown.filter { !isBuiltIn($0) && !isCommon($0) }
  }
}

/// Text as troff takes it.
enum Roff {
  /// The text on one line, in ASCII, with nothing in it that troff would take for more than text.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "\"": result += "\\(dq"
      default:
        if scalar.value < 0x20 {
          result += " "
        } else if scalar.value < 0x7F {
          result.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          result += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
        }
      }
    }
    return result.hasPrefix(".") ? "\\&" + result : result
  }

  /// The text as one argument of a macro.
  static func quoted(_ text: String) -> String {
    let escaped = escaped(text)
    return escaped.contains(" ") ? "\"\(escaped)\"" : escaped
  }
}

/// What the argument parser says of the command line.
private struct Help: Decodable {
  let command: CommandInfo
}

private struct CommandInfo: Decodable {
  let commandName: String
  let abstract: String?
  let discussion: String?
  let shouldDisplay: Bool?
  let subcommands: [CommandInfo]?
  let arguments: [ArgumentInfo]?

  var shown: [ArgumentInfo] { (arguments ?? []).filter { $0.shouldDisplay ?? true } }
}

private struct ArgumentInfo: Decodable {
  struct Name: Decodable {
    let kind: String
    let name: String

    var written: String { (kind == "long" ? "--" : "-") + name }
  }

  let kind: String
  let names: [Name]?
  let preferredName: Name?
  let valueName: String?
  let abstract: String?
  let allValues: [String]?
  let isOptional: Bool
  let isRepeating: Bool
  let shouldDisplay: Bool?

  var key: String { preferredName?.written ?? valueName ?? "" }
}
