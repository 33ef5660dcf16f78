import Canvas
import Language
import Widgets

/// The keys of marks.
extension Keys {
  /// Marking rows of a list, and what goes to all that is marked.
  static func marks(_ words: Words) -> [Binding] {
    [
      Binding(
        command: "markeren", keys: [.character("v")], keyName: "v", label: words["key.mark"],
        help: words["key.mark.help"], priority: 2),
      Binding(
        command: "alles-markeren", keys: [.character("V")], keyName: "V", label: words["key.markAll"],
        help: words["key.markAll.help"]),
      Binding(
        command: "groep", keys: [.character(" ")], keyName: words["key.space"], label: words["key.group"],
        help: words["key.group.help"]),
    ]
  }
}
