import Canvas
import Language
import Widgets

extension Keys {
  /// A form.
  static func form(_ words: Words) -> BindingTable {
    func field(_ name: String, _ keyName: String) -> Binding {
      Binding(command: "field.\(name)", keys: [], keyName: keyName, label: "", help: words("key.field.\(name).help"))
    }
    return BindingTable([
      Binding(
        command: "next", keys: [], keyName: "Tab", label: words["key.nextField"], help: words["key.nextField.help"],
        priority: 7),
      Binding(
        command: "submit", keys: [.control("s")], keyName: "Ctrl-S", label: words["key.submit"],
        help: words["key.submit.help"], priority: 8),
      Binding(
        command: "close", keys: [.control("c")], keyName: "Esc", label: words["key.close"],
        help: words["key.close.help"], priority: 9),
      Binding(
        command: "help", keys: [.function(1)], keyName: "F1", label: words["key.help"], help: words["key.help.help"],
        priority: 3),
      // What changes from field to field stands last, so that little is painted anew.
      Binding(
        command: "choose", keys: [.function(3)], keyName: "F3", label: words["key.suggestions"],
        help: words["key.choose.help"], priority: 6),
      Binding(
        command: "toggle", keys: [], keyName: words["key.space"], label: words["key.toggle"],
        help: words["key.toggle.help"], priority: 5),
      Binding(
        command: "previous", keys: [], keyName: "⇧Tab", label: words["key.previousField"],
        help: words["key.previousField.help"]),
      field("enter", "Enter"), field("words", "Ctrl-←→"), field("ends", "Home End"), field("deleteWord", "Ctrl-W"),
      field("deleteToEnd", "Ctrl-U K"), field("undo", "F4"), field("redo", "F5"),
      Binding(
        command: "palette", keys: [.function(10)], keyName: "F10", label: words["key.palette"],
        help: words["key.palette.help"]),
    ])
  }

  /// The calendar of a date.
  static func calendar(_ words: Words) -> BindingTable {
    func line(_ command: String, _ keyName: String, _ label: String, _ priority: Int) -> Binding {
      Binding(command: command, keys: [], keyName: keyName, label: label, priority: priority)
    }
    return BindingTable([
      line("day", "←→", words["calendar.day"], 5), line("week", "↑↓", words["calendar.week"], 4),
      line("month", "PgUp PgDn", words["calendar.month"], 6), line("choose", "Enter", words["key.toggle"], 8),
      line("close", "Esc", words["key.back"], 9),
    ])
  }

  /// The keys of a form, with on the bottom line only those that do something in the field with the focus.
  static func fitting(_ table: BindingTable, _ form: Form, _ words: Words) -> BindingTable {
    BindingTable(
      table.bindings.map { binding in
        var binding = binding
        switch (binding.command, form.focusedField?.kind) {
        case ("choose", .date): binding.label = words["key.calendar"]
        case ("choose", .search), ("toggle", .choice), ("toggle", .several), ("toggle", .yesNo), ("toggle", .tick):
          break
        case ("choose", _), ("toggle", _): binding.priority = nil
        default: break
        }
        return binding
      })
  }
}
