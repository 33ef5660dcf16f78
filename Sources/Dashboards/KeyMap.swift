import Canvas
import Language
import Widgets

/// The keys that a user wants for a command of a screen, as written in the settings, each with its line there.
public struct KeyWish: Equatable, Sendable {
  /// A name and its line.
  public struct Name: Equatable, Sendable {
    /// As written.
    public var text: String
    /// The line, from 1.
    public var line: Int

    /// Takes a name.
    public init(_ text: String, line: Int) {
      self.text = text
      self.line = line
    }
  }
  /// The screen.
  public var screen: Name
  /// The command.
  public var command: Name
  /// The keys; none to have no key.
  public var keys: [Name]

  /// Takes a wish.
  public init(screen: Name, command: Name, keys: [Name]) {
    self.screen = screen
    self.command = command
    self.keys = keys
  }

  /// The field in the settings.
  var field: String { "keys.\(screen.text).\(command.text)" }
}

/// What is wrong with a wish, and where.
public struct KeyProblem: Equatable, Sendable {
  /// The line in the settings.
  public var line: Int
  /// The field there.
  public var field: String
  /// The name of the text that says what is wrong.
  public var key: String
  /// What that text names.
  public var details: [String: String]
}

/// The user's own keys, which take the place of those in `Keys`.
public struct KeyMap: Equatable, Sendable {
  /// By screen and command. What stands under `everywhere` holds on each screen that has the command.
  private var own: [KeyScreen: [String: [Key]]] = [:]

  /// What stands where a command has no key.
  static let noKey = "–"

  /// The program's own keys.
  public static let standard = KeyMap()

  /// The keys of a screen as they are now.
  public func table(_ screen: KeyScreen, _ words: Words) -> BindingTable {
    BindingTable(
      screen.bindings(words).map { binding in
        guard let keys = keys(screen, binding) else { return binding }
        var binding = binding
        binding.keys = keys
        binding.keyName = keys.first.map { KeyName.text($0, space: words["key.space"]) } ?? KeyMap.noKey
        binding.isListed = true
        if keys.isEmpty { binding.priority = nil }
        return binding
      })
  }

  /// A screen's keys as lines for the help, each with all keys that give the command.
  func helpLines(_ screen: KeyScreen, _ words: Words) -> [String] {
    BindingTable(
      table(screen, words).bindings.map { binding in
        var binding = binding
        let names = binding.keys.map { KeyName.text($0, space: words["key.space"]) }
        let others = names.filter { $0 != binding.keyName }
        if !others.isEmpty, others.count < names.count {
          if binding.help.isEmpty { binding.help = binding.label }
          binding.help += " (" + words("key.also", ["keys": others.joined(separator: ", ")]) + ")"
        }
        return binding
      }
    ).helpLines
  }

  /// The user's keys for a command on a screen; nil where the program's hold.
  private func keys(_ screen: KeyScreen, _ binding: Binding) -> [Key]? {
    if let keys = own[screen]?[binding.command] { return keys }
    // Where nothing can be changed, nor where letters are text, does a key for everywhere hold.
    guard !binding.keys.isEmpty, !screen.isForTyping else { return nil }
    return own[.everywhere]?[binding.command]
  }

  // MARK: - Reading

  /// Takes the user's wishes over; all problems at once where there are any.
  public static func read(_ wishes: [KeyWish], _ words: Words) -> (map: KeyMap, problems: [KeyProblem]) {
    var map = KeyMap()
    var problems: [KeyProblem] = []
    for wish in wishes {
      guard let screen = KeyScreen(rawValue: wish.screen.text) else {
        let names = KeyScreen.allCases.map(\.rawValue)
        let problem = unknown(
          "keys.unknownScreen", "keys.unknownScreenNear", wish.screen, names, field: "keys.\(wish.screen.text)")
        if problems.last?.line != problem.line { problems.append(problem) }
        continue
      }
      switch keys(wish, on: screen, words) {
      case .success(let keys): map.own[screen, default: [:]][wish.command.text] = keys
      case .failure(let found): problems += found.problems
      }
    }
    // Of keys that are wrong by themselves nothing more can be said.
    if problems.isEmpty { problems = map.conflicts(wishes, words) }
    return (problems.isEmpty ? map : .standard, problems.sorted { $0.line < $1.line })
  }

  private struct Problems: Error { var problems: [KeyProblem] }

  private static func unknown(
    _ key: String, _ keyNear: String, _ name: KeyWish.Name, _ known: [String], field: String
  ) -> KeyProblem {
    let near = Nearness.nearest(to: name.text, in: known)
    return KeyProblem(
      line: name.line, field: field, key: near.isEmpty ? key : keyNear,
      details: ["name": name.text, "near": near.joined(separator: ", "), "known": known.joined(separator: ", ")])
  }

  /// The commands that a user may give keys on a screen; everywhere: those of all screens.
  private static func commands(_ screen: KeyScreen, _ words: Words) -> [Binding] {
    let screens = screen == .everywhere ? KeyScreen.allCases.filter { !$0.isForTyping } : [screen]
    var seen: Set<String> = []
    return screens.flatMap { $0.bindings(words) }.filter { !$0.keys.isEmpty && seen.insert($0.command).inserted }
  }

  private static func keys(_ wish: KeyWish, on screen: KeyScreen, _ words: Words) -> Result<[Key], Problems> {
    let commands = commands(screen, words)
    func problem(_ line: Int, _ key: String, _ details: [String: String]) -> KeyProblem {
      KeyProblem(line: line, field: wish.field, key: key, details: details)
    }
    guard commands.contains(where: { $0.command == wish.command.text }) else {
      if screen.bindings(words).contains(where: { $0.command == wish.command.text }) {
        return .failure(
          Problems(problems: [problem(wish.command.line, "keys.fixed", ["command": wish.command.text])]))
      }
      return .failure(
        Problems(problems: [
          unknown(
            "keys.unknownCommand", "keys.unknownCommandNear", wish.command, commands.map(\.command), field: wish.field)
        ]))
    }
    if wish.keys.isEmpty, ["quit", "back", "palette"].contains(wish.command.text) {
      return .failure(Problems(problems: [problem(wish.command.line, "keys.needed", ["command": wish.command.text])]))
    }
    var keys: [Key] = []
    var problems: [KeyProblem] = []
    for name in wish.keys {
      switch KeyName.key(name.text) {
      case .success(let key) where screen.needs(key):
        problems.append(problem(name.line, "keys.isTyping", ["name": name.text]))
      case .success(let key): if !keys.contains(key) { keys.append(key) }
      case .failure(.unknown(let near)):
        problems.append(
          problem(
            name.line, near.isEmpty ? "keys.unknownKey" : "keys.unknownKeyNear",
            ["name": name.text, "near": near.joined(separator: ", ")]))
      case .failure(.sameAs(let other)):
        problems.append(problem(name.line, "keys.sameAs", ["name": name.text, "other": other]))
      case .failure(.neverSent): problems.append(problem(name.line, "keys.neverSent", ["name": name.text]))
      }
    }
    return problems.isEmpty ? .success(keys) : .failure(Problems(problems: problems))
  }

  /// Keys that two commands of one screen have now, each told once, at the wish that brought it there.
  private func conflicts(_ wishes: [KeyWish], _ words: Words) -> [KeyProblem] {
    var problems: [KeyProblem] = []
    for screen in KeyScreen.allCases where screen != .everywhere {
      for conflict in table(screen, words).conflicts {
        let named = wishes.last { wish in
          (wish.screen.text == screen.rawValue || wish.screen.text == KeyScreen.everywhere.rawValue)
            && conflict.commands.contains(wish.command.text)
            && wish.keys.contains { KeyName.key($0.text) == .success(conflict.key) }
        }
        guard let wish = named, let other = conflict.commands.first(where: { $0 != wish.command.text }) else {
          continue
        }
        let line = wish.keys.first { KeyName.key($0.text) == .success(conflict.key) }?.line ?? wish.command.line
        let name = KeyName.text(conflict.key, space: words["key.space"])
        let details = ["key": name, "screen": screen.rawValue, "other": other]
        if problems.contains(where: { $0.field == wish.field && $0.details["key"] == name }) { continue }
        problems.append(KeyProblem(line: line, field: wish.field, key: "keys.conflict", details: details))
      }
    }
    return problems
  }
}
