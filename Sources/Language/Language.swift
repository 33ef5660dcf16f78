/// The language of every text on screen. Dutch comes first; English is complete beside it.
public enum Language: String, CaseIterable, Hashable, Sendable {
  /// Dutch.
  case dutch = "nl"
  /// English.
  case english = "en"

  /// Chooses by an option, else by the environment as POSIX orders it (`LC_ALL`, `LC_MESSAGES`, `LANG`). Only a value that begins with
  /// `en` gives English; C, POSIX, unset and unknown ones give Dutch (`rules.md`, "Text, time, language, keys").
  public init(option: String?, environment: [String: String]) {
    let variables = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
    let value = option.flatMap { $0.isEmpty ? nil : $0 } ?? variables.first { !$0.isEmpty } ?? ""
    self = value.lowercased().hasPrefix("en") ? .english : .dutch
  }
}
