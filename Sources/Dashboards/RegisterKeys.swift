import Canvas
import Language
import Widgets

/// The keys of employers, workplaces and students.
extension Keys {
  /// The list of employers, from the overview.
  static func employers(fromOverview words: Words) -> Binding {
    Binding(
      command: "werkgevers", keys: [.character("w")], keyName: "w", label: words["key.employers"],
      help: words["key.employers.help"], priority: 1)
  }

  /// The employers.
  static func employers(_ words: Words) -> BindingTable {
    BindingTable(
      [
        Binding(
          command: "open", keys: [.enter], keyName: "Enter", label: words["key.open"],
          help: words["key.openEmployer.help"], priority: 9),
        Binding(
          command: "search", keys: [.character("/")], keyName: "/", label: words["key.search"],
          help: words["key.searchEmployer.help"], priority: 8),
      ] + common(words))
  }

  /// Their search field, in which letters are text.
  static func employerSearch(_ words: Words) -> BindingTable {
    BindingTable([
      Binding(
        command: "list", keys: [.enter, .down, .tab, .backTab], keyName: "Enter", label: words["key.toList"],
        help: words["key.toList.help"], priority: 9),
      Binding(
        command: "clear", keys: [.escape], keyName: "Esc", label: words["key.clearSearch"],
        help: words["key.clearSearch.help"], priority: 8),
    ])
  }

  /// An employer, a workplace or a student.
  static func register(_ words: Words) -> BindingTable {
    BindingTable(
      [
        Binding(
          command: "open", keys: [.enter], keyName: "Enter", label: words["key.open"],
          help: words["key.openRegister.help"], priority: 9),
        Binding(
          command: "bewerken", keys: [.character("e")], keyName: "e", label: words["key.edit"],
          help: words["key.editRegister.help"], priority: 7),
      ] + common(words))
  }
}
