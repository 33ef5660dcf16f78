/// How many colours may be used.
public enum ColorMode: Equatable, Hashable, Sendable {
  /// As many as the terminal has; none where `NO_COLOR` is set and not empty.
  case automatic
  /// None. Bold, dim, reverse and underline stay.
  case never
  /// As many as the terminal has, whatever `NO_COLOR` says.
  case always
  /// At most this many (8, 16 or 256), whatever `NO_COLOR` says.
  case limited(Int)
}

/// How the terminal is to be opened.
public struct TerminalOptions: Sendable {
  /// Whether button presses and the wheel are asked for. Without, the terminal's own selection works.
  public var mouse: Bool
  /// Whether everything is drawn in ASCII, also where the locale knows more.
  public var ascii: Bool
  /// How many colours may be used.
  public var color: ColorMode
  /// The variables that are looked at: `TERM`, `NO_COLOR`, `SSH_CONNECTION`, `LC_ALL`, `LC_CTYPE`, `LANG`.
  public var environment: [String: String]

  /// Makes options.
  public init(
    mouse: Bool = true, ascii: Bool = false, color: ColorMode = .automatic, environment: [String: String]
  ) {
    self.mouse = mouse
    self.ascii = ascii
    self.color = color
    self.environment = environment
  }
}

/// Something the user should know about how the terminal was opened. The caller finds the words.
public enum TerminalNote: Equatable, Sendable {
  /// `TERM` names a terminal that this machine has no description of; another description is used.
  case unknownTerminal(name: String, used: String)
  /// The locale that the environment names is not installed here; UTF-8 is assumed, or ASCII where the name says so.
  case missingLocale(name: String)
}

/// Why no screen can be shown.
public enum TerminalError: Error, Equatable {
  /// Standard input or standard output is no terminal.
  case notATerminal
  /// A terminal that cannot move its cursor, by the name in `TERM`: empty, `dumb`, `unknown` and the like.
  case cannotShowScreens(name: String)
}
