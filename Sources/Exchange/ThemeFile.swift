import Language

/// A base16 colour scheme in a YAML file: `scheme` (or `name`), `author` and `base00` to `base0F`, each red, green and blue in six
/// hexadecimal digits. The newer form, with the colors under `palette`, is read too; further fields are left alone, because
/// schemes in circulation carry them. Two that we look at: `variant`, dark or light, and `colors`, how many it uses (0, 16 or 256).
public struct ThemeFile: Equatable, Sendable {
  /// The scheme's name; the file's name where it has none.
  public let name: String
  /// The background that it is made for.
  public let variant: ColorScheme.Variant
  /// How many colours it uses.
  public let depth: ColorScheme.Depth
  /// The sixteen colors, base00 to base0F.
  public let colors: [RGB]

  /// The names of the sixteen, in order.
  static let slots = "0123456789ABCDEF".map { "base0\($0)" }

  /// Reads and checks a file, with all problems at once.
  public static func read(bytes: [UInt8], file: String) -> Result<ThemeFile, YAMLProblems> {
    switch YAMLSource.read(bytes, file: file) {
    case .failure(let problems): return .failure(problems)
    case .success(let root):
      var fields = YAMLFields(file: file)
      let theme = read(root, file: file, &fields)
      guard let theme, fields.problems.isEmpty else { return .failure(YAMLProblems(fields.problems)) }
      return .success(theme)
    }
  }

  private static func read(_ root: YAMLNode, file: String, _ fields: inout YAMLFields) -> ThemeFile? {
    guard case .map(let entries) = root.content else {
      fields.refuse(root.line, "", root.isNothing ? "empty" : "notARoot")
      return nil
    }
    var name = file
    var variant = ColorScheme.Variant.any
    var depth = ColorScheme.Depth.full
    if let written = entries.first(where: { $0.key == "variant" }) {
      variant = fields.choice(written.value, "variant", ColorScheme.Variant.self) ?? variant
    }
    if let written = entries.first(where: { $0.key == "colors" }) {
      depth = fields.choice(written.value, "colors", ColorScheme.Depth.self) ?? depth
    }
    var holder = entries
    var line = root.line
    var path = ""
    if let written = entries.first(where: { $0.key == "scheme" }) ?? entries.first(where: { $0.key == "name" }) {
      name = fields.text(written.value, written.key, limit: 100) ?? name
    }
    if let palette = entries.first(where: { $0.key == "palette" }) {
      guard case .map(let inside) = palette.value.content else {
        fields.refuse(palette.line, "palette", "wantsMap")
        return nil
      }
      holder = inside
      line = palette.line
      path = "palette"
    }
    var colors: [RGB] = []
    for slot in slots {
      let field = YAMLFields.path(path, slot)
      guard let entry = holder.first(where: { $0.key.lowercased() == slot.lowercased() }) else {
        fields.refuse(line, field, "missing", ["key": slot])
        continue
      }
      guard let text = fields.text(entry.value, field, limit: 1000) else { continue }
      if let color = RGB(hexadecimal: text) {
        colors.append(color)
      } else {
        fields.refuse(entry.line, field, "theme.color", ["text": YAMLSource.shown(text)])
      }
    }
    return ThemeFile(name: name, variant: variant, depth: depth, colors: colors)
  }
}
