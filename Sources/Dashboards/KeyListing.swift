import Language
import Widgets

/// All keys of all screens, written out.
public enum KeyListing {
  /// One fact a line: `overview.search: /; Finds by name …`.
  public static func lines(_ map: KeyMap, _ words: Words) -> [String] {
    KeyScreen.allCases.flatMap { screen in
      bindings(map, screen, words).map { binding in
        words(
          "keys.line",
          [
            "screen": screen.rawValue, "command": binding.command, "keys": names(binding, words),
            "what": what(binding),
          ])
      }
    }
  }

  /// A table in Markdown for each screen.
  public static func markdown(_ map: KeyMap, _ words: Words) -> [String] {
    var lines = ["# " + words["keys.title"]]
    for screen in KeyScreen.allCases {
      lines += ["", "## \(words["keys.screen.\(screen.rawValue)"]) (`\(screen.rawValue)`)", words["keys.heading"]]
      lines.append("| --- | --- | --- |")
      lines += bindings(map, screen, words).map { binding in
        let cells = ["`\(binding.command)`", names(binding, words), what(binding)]
        return "| " + cells.map { $0.split(separator: "|").joined(separator: "\\|") }.joined(separator: " | ") + " |"
      }
    }
    return lines
  }

  /// A page to read on a screen.
  static func page(_ map: KeyMap, _ words: Words) -> [String] {
    var lines: [String] = []
    for screen in KeyScreen.allCases {
      let table = BindingTable(
        bindings(map, screen, words).map { binding in
          var binding = binding
          if !binding.keys.isEmpty { binding.keyName = names(binding, words) }
          binding.isListed = true
          return binding
        })
      lines += (lines.isEmpty ? [] : [""]) + [words["keys.screen.\(screen.rawValue)"]] + table.helpLines
    }
    return lines
  }

  /// A screen's own; what is the same on all screens stands with those.
  private static func bindings(_ map: KeyMap, _ screen: KeyScreen, _ words: Words) -> [Binding] {
    let common = map.table(.everywhere, words).bindings
    return map.table(screen, words).bindings.filter { binding in
      // Lines that only sum up keys which have lines of their own.
      if binding.keys.isEmpty, binding.keyName != KeyMap.noKey, screen != .form { return false }
      return screen == .everywhere || !common.contains { $0.command == binding.command && $0.keys == binding.keys }
    }
  }

  private static func names(_ binding: Binding, _ words: Words) -> String {
    if !binding.keys.isEmpty {
      let names = binding.keys.map { KeyName.text($0, space: words["key.space"]) }
      // A key that the fields see to themselves, such as Esc, stands before those that can be changed.
      let isFixed = !binding.keyName.isEmpty && !names.contains(binding.keyName)
      return ((isFixed ? [words("keys.fixedMark", ["keys": binding.keyName])] : []) + names).joined(separator: ", ")
    }
    return binding.keyName == KeyMap.noKey
      ? words["keys.none"] : words("keys.fixedMark", ["keys": binding.keyName])
  }

  private static func what(_ binding: Binding) -> String { binding.help.isEmpty ? binding.label : binding.help }
}
