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

  /// The names in the file, in the order in which they are written.
  static let fields = ["role", "as", "language", "mouse", "ascii", "plain", "color"]

  /// Makes settings.
  public init(
    role: Party? = nil, person: String? = nil, language: Language? = nil, mouse: Bool? = nil, ascii: Bool? = nil,
    plain: Bool? = nil, color: Color? = nil
  ) {
    self.role = role
    self.person = person
    self.language = language
    self.mouse = mouse
    self.ascii = ascii
    self.plain = plain
    self.color = color
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
      default: break
      }
    }
    return settings
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
    return lines.map { "\($0)\n" }.joined()
  }

  /// A text in double quotes, cleaned as `read` would.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in TextDoor.clean(text, limit: 200).unicodeScalars {
      if character == "\"" || character == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(character)
    }
    return quoted + "\""
  }
}
