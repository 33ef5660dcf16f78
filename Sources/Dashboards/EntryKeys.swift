import Canvas
import Language
import Widgets

/// The keys of entries.
extension Keys {
  /// A new entry, on every screen of a placement and in the to-do list.
  static func newEntry(_ words: Words) -> Binding {
    Binding(
      command: "melding", keys: [.character("m")], keyName: "m", label: words["key.entry"],
      help: words["key.entry.help"], priority: 3)
  }

  /// The list of entries of a placement, or of the opened item.
  static func entryList(_ words: Words) -> Binding {
    Binding(
      command: "meldingen", keys: [.character("g")], keyName: "g", label: words["key.entries"],
      help: words["key.entries.help"], priority: 2)
  }

  private static func close(_ words: Words) -> Binding {
    Binding(
      command: "afhandelen", keys: [.character(" ")], keyName: words["key.space"], label: words["key.handle"],
      help: words["key.handle.help"], priority: 8)
  }

  /// The list of entries.
  static func entries(_ words: Words) -> BindingTable {
    BindingTable(
      [
        Binding(
          command: "open", keys: [.enter], keyName: "Enter", label: words["key.open"],
          help: words["key.openEntry.help"], priority: 9),
        close(words),
        Binding(
          command: "soort", keys: [.character("f")], keyName: "f", label: words["key.entryKind"],
          help: words["key.entryKind.help"], priority: 6), newEntry(words),
      ] + common(words))
  }

  /// An opened entry.
  static func entry(_ words: Words) -> BindingTable {
    BindingTable(
      [
        close(words),
        Binding(
          command: "melding-wijzigen", keys: [.enter, .character("e")], keyName: "Enter",
          label: words["key.entryEdit"], help: words["key.entryEdit.help"], priority: 7),
        Binding(
          command: "melding-heropenen", keys: [.character("i")], keyName: "i", label: words["key.entryReopen"],
          help: words["key.entryReopen.help"], priority: 4), newEntry(words),
      ] + common(words))
  }
}
