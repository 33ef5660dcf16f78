import Canvas
import Language
import Widgets

/// The keys of workplace scans.
extension Keys {
  /// The scans of the workplace, on the screens of a placement.
  static func scans(_ words: Words) -> Binding {
    Binding(
      command: "werkplekscan", keys: [.character("w")], keyName: "w", label: words["key.scans"],
      help: words["key.scans.help"], priority: 3)
  }

  /// The list of scans.
  static func scanList(_ words: Words) -> BindingTable {
    BindingTable(
      [
        Binding(
          command: "open", keys: [.enter], keyName: "Enter", label: words["key.open"],
          help: words["key.openScan.help"], priority: 9),
        Binding(
          command: "scan-nieuw", keys: [.character("n")], keyName: "n", label: words["key.scanNew"],
          help: words["key.scanNew.help"], priority: 7),
        Binding(
          command: "scan-lezen", keys: [.character("l")], keyName: "l", label: words["key.scanRead"],
          help: words["key.scanRead.help"], priority: 4),
        Binding(
          command: "scan-markeren", keys: [.character("v")], keyName: "v", label: words["key.scanMark"],
          help: words["key.scanMark.help"], priority: 3),
        Binding(
          command: "scan-vergelijken", keys: [.character("k")], keyName: "k", label: words["key.scanCompare"],
          help: words["key.scanCompare.help"], priority: 5),
      ] + common(words))
  }
}

extension Keys {
  /// A scan that is being filled in.
  static func wizard(_ words: Words) -> BindingTable {
    BindingTable([
      Binding(
        command: "next", keys: [], keyName: "Tab", label: words["key.wizardNext"], help: words["key.wizardNext.help"],
        priority: 9),
      Binding(
        command: "previous", keys: [], keyName: "⇧Tab", label: words["key.wizardBack"],
        help: words["key.wizardBack.help"], priority: 7),
      Binding(
        command: "close", keys: [.control("c")], keyName: "Esc", label: words["key.close"],
        help: words["key.wizardClose.help"], priority: 9),
      Binding(
        command: "onderdelen", keys: [.function(2)], keyName: "F2", label: words["key.sections"],
        help: words["key.sections.help"], priority: 6),
      Binding(
        command: "help", keys: [.function(1)], keyName: "F1", label: words["key.help"], help: words["key.help.help"],
        priority: 4),
      // What changes from question to question stands last, so that little is painted anew.
      Binding(
        command: "toggle", keys: [], keyName: words["key.space"], label: words["key.toggle"],
        help: words["key.toggle.help"], priority: 8),
      Binding(
        command: "choose", keys: [.function(3)], keyName: "F3", label: words["key.calendar"],
        help: words["key.choose.help"], priority: 7),
      Binding(
        command: "eerste-open", keys: [.function(6)], keyName: "F6", label: words["key.nextOpen"],
        help: words["key.nextOpen.help"], priority: 3),
      Binding(
        command: "editor", keys: [.function(7)], keyName: "F7", label: words["key.editor"],
        help: words["key.editor.help"], priority: 2),
      Binding(
        command: "submit", keys: [.control("s")], keyName: "Ctrl-S", label: words["key.handIn"],
        help: words["key.handIn.help"], priority: 1),
      Binding(
        command: "palette", keys: [.function(10)], keyName: "F10", label: words["key.palette"],
        help: words["key.palette.help"]),
    ])
  }

  /// The keys of a scan, with on the bottom line those that do something where the cursor is.
  static func fitting(_ table: BindingTable, _ screen: WizardScreen, _ words: Words) -> BindingTable {
    BindingTable(
      table.bindings.compactMap { binding in
        var binding = binding
        guard screen.page == .questions else {
          switch binding.command {
          case "next":
            binding.keyName = "Enter"
            binding.label = screen.button(words).lowercased()
          case "close": if screen.page == .handIn { binding.label = words["key.back"] }
          case "help": break
          default:
            // A page has nothing to choose from and nothing to type.
            return binding.keys.isEmpty ? nil : binding.command == "palette" ? binding : nil
          }
          return binding
        }
        let kind = screen.form.focusedField?.kind
        switch (binding.command, kind) {
        case ("next", .prose): break
        case ("next", _): binding.keyName = "Enter"
        case ("toggle", .choice(let choices)):
          if let first = choices.first?.key, let last = choices.last?.key { binding.keyName = "\(first)-\(last)" }
        case ("toggle", .several): binding.label = words["key.tick"]
        case ("toggle", .yesNo): binding.keyName = "←→"
        case ("toggle", _): binding.priority = nil
        case ("choose", .date), ("editor", .prose): break
        case ("choose", _), ("editor", _): binding.priority = nil
        default: break
        }
        return binding
      })
  }
}
