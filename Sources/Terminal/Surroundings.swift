import CNcurses
import Canvas
import Glibc

/// What the terminal and the locale are like, found without opening a screen: for a report on what may stand in the way.
public struct Surroundings: Equatable, Sendable {
  /// What terminfo knows of the terminal.
  public enum Description: Equatable, Sendable {
    /// It knows the terminal, and screens can be shown.
    case known
    /// It does not know the terminal; this entry stands in for it.
    case replaced(by: String)
    /// No screen can be shown on it.
    case cannotShowScreens
  }

  /// The name in `TERM`; empty where there is none.
  public var terminal: String
  /// What is known of it.
  public var description: Description
  /// The file of terminfo in which that stands; nil where it is not found in the usual places.
  public var descriptionFile: String?
  /// Whether standard input and standard output are terminals.
  public var isTerminal: Bool
  /// The size of the window; nil where there is none.
  public var size: Size?
  /// How many colours terminfo says the terminal has.
  public var terminalColors: Int
  /// How many of them are used.
  public var colors: Int
  /// The version of ncurses.
  public var ncurses: String
  /// The variable that names the locale, such as `LC_ALL`; nil where none does.
  public var localeVariable: String?
  /// The locale that it names; empty where none is named.
  public var locale: String
  /// The locale that is used.
  public var usedLocale: String
  /// Whether the named locale is there on this machine.
  public var isLocaleInstalled: Bool
  /// Whether only ASCII can be shown.
  public var isASCII: Bool
  /// Those of the asked signs that the C library, by which ncurses counts columns, takes for wider or narrower than we do.
  public var signsOfOtherWidth: [Character]

  /// Looks around. Nothing is sent to the terminal.
  /// - Parameters:
  ///   - options: Colours and the environment, as for `Terminal.open`.
  ///   - signs: The signs whose widths are compared.
  public static func look(_ options: TerminalOptions, signs: String) -> Surroundings {
    let environment = options.environment
    let name = environment["TERM"] ?? ""
    var description = Description.cannotShowScreens
    var entry = name
    var colors = 0
    do throws(TerminalError) {
      let found = try TerminalDescription.load(name)
      entry = found.name
      colors = Int(cn_number_capability("colors"))
      description = found.note == nil ? .known : .replaced(by: found.name)
      cn_unload_description()
    } catch {}
    let palette = Palette.choose(mode: options.color, colors: colors, noColor: environment["NO_COLOR"])
    let locale = LocaleChoice.apply(environment: environment)
    let variable = LocaleChoice.variables.first { !(environment[$0] ?? "").isEmpty }
    let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    return Surroundings(
      terminal: name, description: description, descriptionFile: descriptionFile(entry, environment),
      isTerminal: isTerminal,
      size: [STDOUT_FILENO, STDIN_FILENO, STDERR_FILENO].lazy.compactMap(Readiness.windowSize).first,
      terminalColors: max(0, colors), colors: palette.count,
      ncurses: curses_version().map { String(cString: $0) } ?? "",
      localeVariable: variable, locale: variable.flatMap { environment[$0] } ?? "", usedLocale: locale.name,
      isLocaleInstalled: locale.note == nil, isASCII: locale.ascii,
      signsOfOtherWidth: locale.ascii ? [] : signs.filter(hasOtherWidth))
  }

  /// Whether the C library counts other columns for a character of one scalar than we do.
  private static func hasOtherWidth(_ character: Character) -> Bool {
    guard character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first else { return false }
    return Int(wcwidth(wchar_t(scalar.value))) != TextWidth.columns(of: String(character))
  }

  /// Looks where ncurses does: first the places of the user, then those of the system; by letter, or by its number.
  static func descriptionFile(_ name: String, _ environment: [String: String]) -> String? {
    guard let first = name.utf8.first, !name.contains("/") else { return nil }
    var folders = [environment["TERMINFO"], environment["HOME"].map { $0 + "/.terminfo" }].compactMap { $0 }
    folders += (environment["TERMINFO_DIRS"] ?? "").split(separator: ":").map(String.init)
    folders += [
      "/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo", "/usr/local/share/terminfo",
    ]
    let letter = name.prefix(1)
    for folder in folders where !folder.isEmpty {
      for part in [String(letter), String(first, radix: 16)] {
        let path = "\(folder)/\(part)/\(name)"
        if access(path, R_OK) == 0 { return path }
      }
    }
    return nil
  }
}
