import Canvas

/// A command with its keys and its words: the one place from which bottom line, help and palette come.
public struct Binding: Equatable, Sendable {
  /// The command, by an id of the caller.
  public var command: String
  /// The keys that give it.
  public var keys: [Key]
  /// How the keys are named on the screen.
  public var keyName: String
  /// What it does in a word or two, for the bottom line.
  public var label: String
  /// What it does in a sentence, for help and palette; the label where it is empty.
  public var help: String
  /// How long it stays on the bottom line when room is short; nil: it is never there.
  public var priority: Int?
  /// Whether help and palette name it; the steps of a list, which everybody knows, go without.
  public var isListed: Bool

  /// Makes a binding.
  public init(
    command: String, keys: [Key], keyName: String, label: String, help: String = "", priority: Int? = nil,
    isListed: Bool = true
  ) {
    self.command = command
    self.keys = keys
    self.keyName = keyName
    self.label = label
    self.help = help
    self.priority = priority
    self.isListed = isListed
  }
}

/// The keys that work on a screen.
public struct BindingTable: Equatable, Sendable {
  /// In the order in which they are shown.
  public var bindings: [Binding]

  /// Makes a table.
  public init(_ bindings: [Binding]) { self.bindings = bindings }

  /// The command of a key, nil when it has none here. Where two claim a key the first has it.
  public func command(for key: Key) -> String? {
    bindings.first { $0.keys.contains(key) }?.command
  }

  /// The binding of a command.
  public func binding(for command: String) -> Binding? {
    bindings.first { $0.command == command }
  }

  /// The keys that two or more commands claim, with those commands, in order.
  public var conflicts: [(key: Key, commands: [String])] {
    var order: [Key] = []
    var claims: [Key: [String]] = [:]
    for binding in bindings {
      for key in binding.keys where !(claims[key] ?? []).contains(binding.command) {
        if claims[key] == nil { order.append(key) }
        claims[key, default: []].append(binding.command)
      }
    }
    return order.compactMap { key in
      guard let commands = claims[key], commands.count > 1 else { return nil }
      return (key, commands)
    }
  }

  private var listed: [Binding] { bindings.filter(\.isListed) }

  /// The bottom line.
  public var hints: KeyHints {
    KeyHints(
      bindings.compactMap { binding in
        binding.priority.map {
          KeyHint(key: binding.keyName, label: binding.label, command: binding.command, priority: $0)
        }
      })
  }

  /// All commands for the palette.
  public var paletteEntries: [PaletteEntry] {
    listed.map { PaletteEntry(id: $0.command, label: $0.help.isEmpty ? $0.label : $0.help, keys: $0.keyName) }
  }

  /// All keys as lines of text for the help: the name, room, what it does.
  public var helpLines: [String] {
    let width = listed.map { TextWidth.columns(of: $0.keyName) }.max() ?? 0
    return listed.map {
      TextWidth.padded($0.keyName, to: width) + "  " + ($0.help.isEmpty ? $0.label : $0.help)
    }
  }
}
