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
      ] + common(words))
  }
}
