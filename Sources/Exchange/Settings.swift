import Language
import WerkendLeren

/// What a user set once and for all: `$XDG_CONFIG_HOME/drieluik/config.yaml`. What is nil was left to the program; an option on the command
/// line goes before each.
public struct Settings: Equatable, Sendable {
  /// How many colours may be used.
  public enum Color: String, CaseIterable, Sendable {
    /// As many as the terminal has; none where `NO_COLOR` says so.
    case auto
    /// As many as the terminal has, whatever `NO_COLOR` says.
    case always
    /// None.
    case never
    /// At most 8, whatever `NO_COLOR` says.
    case eight = "8"
    /// At most 16, likewise.
    case sixteen = "16"
    /// At most 256, likewise.
    case many = "256"
  }

  /// The party whose eyes the user looks with.
  public var role: Party?
  /// Who the user is: a mail address or a name, as typed.
  public var person: String?
  /// The language of the screens.
  public var language: Language?
  /// Whether the mouse is asked for.
  public var mouse: Bool?
  /// Whether everything is drawn in ASCII.
  public var ascii: Bool?
  /// Whether frames and charts are left out, for screen readers.
  public var plain: Bool?
  /// How many colours may be used.
  public var color: Color?
  /// The colour scheme, by its name as written.
  public var theme: Name?
  /// After how many weeks continuing duties come due again in placements that this user makes, 1–104.
  public var rhythm: Int?
  /// The user's own keys, in the file's order.
  public var keys: [KeySetting]

  /// A name with the line where it stands, so that who knows the names can say where a wrong one is.
  public struct Name: Equatable, Sendable {
    /// The name as written.
    public var text: String
    /// Its line, from 1.
    public var line: Int

    /// Takes a name.
    public init(_ text: String, line: Int = 1) {
      self.text = text
      self.line = line
    }
  }

  /// The keys of one command on one screen, as written; what they mean is checked by the screens.
  public struct KeySetting: Equatable, Sendable {
    /// The screen's name.
    public var screen: Name
    /// The command's name.
    public var command: Name
    /// The keys' names; none: the command has no key.
    public var keys: [Name]

    /// Takes the names.
    public init(screen: Name, command: Name, keys: [Name]) {
      self.screen = screen
      self.command = command
      self.keys = keys
    }
  }

  /// How many weeks a rhythm may have.
  public static let rhythmWeeks = 1...104

  /// The names in the file, in the order in which they are written.
  static let fields = ["role", "as", "language", "mouse", "ascii", "plain", "color", "theme", "rhythm", "keys"]

  /// Makes settings.
  public init(
    role: Party? = nil, person: String? = nil, language: Language? = nil, mouse: Bool? = nil, ascii: Bool? = nil,
    plain: Bool? = nil, color: Color? = nil, theme: Name? = nil, rhythm: Int? = nil, keys: [KeySetting] = []
  ) {
    self.role = role
    self.person = person
    self.language = language
    self.mouse = mouse
    self.ascii = ascii
    self.plain = plain
    self.color = color
    self.theme = theme
    self.rhythm = rhythm
    self.keys = keys
  }

  /// Reads and checks a file, with all problems at once. A file with nothing in it sets nothing.
  public static func read(bytes: [UInt8], file: String) -> Result<Settings, YAMLProblems> {
    switch YAMLSource.read(bytes, file: file) {
    case .failure(let problems):
      if problems.problems.allSatisfy({ $0.key == "yaml.empty" }) { return .success(Settings()) }
      return .failure(problems)
    case .success(let root):
      var fields = YAMLFields(file: file)
      let settings = root.isNothing ? Settings() : read(root, &fields)
      return fields.problems.isEmpty ? .success(settings) : .failure(YAMLProblems(fields.problems))
    }
  }

  private static func read(_ root: YAMLNode, _ fields: inout YAMLFields) -> Settings {
    var settings = Settings()
    for entry in fields.map(root, "", known: Settings.fields) ?? [] where !entry.value.isNothing {
      let node = entry.value
      switch entry.key {
      case "role": settings.role = fields.choice(node, "role", Party.self)
      case "as": settings.person = fields.text(node, "as", limit: 200)
      case "language": settings.language = fields.choice(node, "language", Language.self)
      case "mouse": settings.mouse = fields.yesNo(node, "mouse")
      case "ascii": settings.ascii = fields.yesNo(node, "ascii")
      case "plain": settings.plain = fields.yesNo(node, "plain")
      case "color": settings.color = fields.choice(node, "color", Color.self)
      case "theme": settings.theme = fields.text(node, "theme", limit: 100).map { Name($0, line: node.line) }
      case "rhythm": settings.rhythm = fields.number(node, "rhythm", in: rhythmWeeks)
      case "keys": settings.keys = readKeys(node, &fields)
      default: break
      }
    }
    return settings
  }

  /// `screen:`, below it `command: key` or `command: [key, key]`.
  private static func readKeys(_ node: YAMLNode, _ fields: inout YAMLFields) -> [KeySetting] {
    var settings: [KeySetting] = []
    for screen in entries(node, "keys", &fields) {
      let screenField = YAMLFields.path("keys", YAMLSource.shown(screen.key))
      for command in entries(screen.value, screenField, &fields) where !command.value.isNothing {
        let field = YAMLFields.path(screenField, YAMLSource.shown(command.key))
        var nodes = [command.value]
        if case .list(let members) = command.value.content { nodes = members }
        let keys = nodes.compactMap { node in
          fields.text(node, field, limit: 100).map { Name($0, line: node.line) }
        }
        settings.append(
          KeySetting(
            screen: Name(screen.key, line: screen.line), command: Name(command.key, line: command.line), keys: keys))
      }
    }
    return settings
  }

  /// The entries of a mapping with any keys; none where nothing stands there.
  private static func entries(_ node: YAMLNode, _ field: String, _ fields: inout YAMLFields) -> [YAMLEntry] {
    if node.isNothing { return [] }
    guard case .map(let entries) = node.content else {
      fields.refuse(node.line, field, "wantsMap")
      return []
    }
    return entries
  }

  /// The file with these settings; `read` gives the same ones back. What is nil is left out.
  public var text: String {
    var lines: [String] = []
    if let role { lines.append("role: \(role.rawValue)") }
    if let person { lines.append("as: \(Settings.quoted(person))") }
    if let language { lines.append("language: \(language.rawValue)") }
    if let mouse { lines.append("mouse: \(mouse ? "yes" : "no")") }
    if let ascii { lines.append("ascii: \(ascii ? "yes" : "no")") }
    if let plain { lines.append("plain: \(plain ? "yes" : "no")") }
    if let color { lines.append("color: \(color.rawValue)") }
    if let theme { lines.append("theme: \(Settings.quoted(theme.text))") }
    if let rhythm { lines.append("rhythm: \(rhythm)") }
    lines += keyLines
    return lines.map { "\($0)\n" }.joined()
  }

  private var keyLines: [String] {
    var lines = keys.isEmpty ? [] : ["keys:"]
    var screen: String?
    for setting in keys {
      if setting.screen.text != screen { lines.append("  \(Settings.quoted(setting.screen.text)):") }
      screen = setting.screen.text
      let names = setting.keys.map { Settings.quoted($0.text) }.joined(separator: ", ")
      lines.append("    \(Settings.quoted(setting.command.text)): [\(names)]")
    }
    return lines
  }

  /// A text in double quotes, cleaned as `read` would.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in TextDoor.clean(text, limit: 200).unicodeScalars {
      if character == "\"" || character == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(character)
    }
    return quoted + "\""
  }
}
