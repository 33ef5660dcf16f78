import Glibc

/// Which characters can be shown, from the locale that the environment names.
struct LocaleChoice: Equatable {
  /// What `setlocale` is given.
  var name: String
  /// Whether only ASCII can be shown.
  var ascii: Bool
  /// What the user should know.
  var note: TerminalNote?

  /// What is used where the environment says nothing usable. It is there in every glibc since 2.35.
  static let fallback = "C.UTF-8"
  /// The variables that name a locale for characters; the first that is not empty counts.
  static let variables = ["LC_ALL", "LC_CTYPE", "LANG"]

  /// Chooses by the rules of POSIX (the first of `LC_ALL`, `LC_CTYPE`, `LANG` that is not empty), but takes UTF-8
  /// where nothing is set or where the named locale is not installed: the visitors of a school's machine bring
  /// names of locales that only their own machines have.
  ///
  /// - Parameter codeset: the character set of a locale by its name, or nil where it is not installed.
  static func choose(environment: [String: String], codeset: (String) -> String?) -> LocaleChoice {
    let named = variables.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    guard let named else { return usual(codeset: codeset, note: nil) }
    if named == "C" || named == "POSIX" { return LocaleChoice(name: "C", ascii: true, note: nil) }
    if let found = codeset(named) {
      return LocaleChoice(name: named, ascii: !isUTF8(found), note: nil)
    }
    let note = TerminalNote.missingLocale(name: named)
    // nl_NL.ISO-8859-1 or nl_NL@euro: the terminal at the other end most likely does not show UTF-8.
    if let dot = named.firstIndex(of: "."), !isUTF8(String(named[named.index(after: dot)...])) {
      return LocaleChoice(name: "C", ascii: true, note: note)
    }
    return usual(codeset: codeset, note: note)
  }

  /// Sets the character part of the process's locale to the choice. Numbers and dates stay as they are.
  static func apply(environment: [String: String]) -> LocaleChoice {
    let choice = choose(environment: environment) { name in
      guard setlocale(LC_CTYPE, name) != nil, let codeset = nl_langinfo(nl_item(CODESET)) else { return nil }
      return String(cString: codeset)
    }
    setlocale(LC_CTYPE, choice.name)
    return choice
  }

  private static func usual(codeset: (String) -> String?, note: TerminalNote?) -> LocaleChoice {
    if let found = codeset(fallback), isUTF8(found) {
      return LocaleChoice(name: fallback, ascii: false, note: note)
    }
    return LocaleChoice(name: "C", ascii: true, note: note)
  }

  private static func isUTF8(_ codeset: String) -> Bool {
    let letters = codeset.lowercased().filter { $0.isLetter || $0.isNumber }
    return letters == "utf8"
  }
}
