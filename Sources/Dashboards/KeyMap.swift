import Canvas
import Language
import Widgets

/// The user's own keys, which take the place of those in `Keys`.
public struct KeyMap: Equatable, Sendable {
  /// By screen and command. What stands under `everywhere` holds on each screen that has the command.
  private var own: [KeyScreen: [String: [Key]]] = [:]

  /// The program's own keys.
  public static let standard = KeyMap()

  /// The keys of a screen as they are now.
  public func table(_ screen: KeyScreen, _ words: Words) -> BindingTable {
    BindingTable(
      screen.bindings(words).map { binding in
        guard let keys = keys(screen, binding) else { return binding }
        var binding = binding
        binding.keys = keys
        binding.keyName = keys.first.map { KeyName.text($0, space: words["key.space"]) } ?? "–"
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
}
