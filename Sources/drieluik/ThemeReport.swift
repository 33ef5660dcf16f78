import Canvas
import Language
import Terminal
import Widgets

/// A colour scheme in words: how each role looks, and how well it can be read.
struct ThemeReport {
  let scheme: ColorScheme
  let words: Words

  /// One role.
  struct Role {
    /// In words.
    let name: String
    /// Its colour, its attributes and its contrast, in words.
    let what: String
    /// How it is shown with so many colours.
    let shown: (Int) -> Style
  }

  private var theme: Theme { Theme(scheme, terminalColors: 256) }

  /// The scheme's name and its background.
  var heading: String { "\(scheme.name): \(ground)" }

  /// On which background it is to be read.
  var ground: String { words["theme.ground.\(scheme.variant.rawValue)"] }

  /// Every role.
  var roles: [Role] {
    theme.roles.enumerated().map { place, role in
      let parts = [look(role.style), contrast(role.style).map { words("theme.contrast", ["ratio": decimal($0)]) }]
      return Role(
        name: words["test.role.\(role.name)"], what: parts.compactMap { $0 }.joined(separator: ", "),
        shown: { Theme(scheme, terminalColors: $0).roles[place].style })
    }
  }

  /// What may be hard to read: a line for each role.
  var warnings: [String] {
    theme.roles.compactMap { role in
      let needed = Theme.decoration.contains(role.name) ? 3 : 4.5
      guard let ratio = contrast(role.style), ratio < needed else { return nil }
      return words(
        "theme.weak",
        ["role": words["test.role.\(role.name)"], "ratio": decimal(ratio), "needed": decimal(needed)])
    }
  }

  /// The least contrast with the backgrounds after the colour was brought down to 256; nil for the terminal's own colours.
  private func contrast(_ style: Style) -> Double? {
    guard case .rgb = style.foreground, let color = TerminalColor.parts(of: style.foreground, among: 256) else {
      return nil
    }
    return scheme.backgrounds.map { Theme.contrastRatio(color, $0.parts) }.min()
  }

  private func look(_ style: Style) -> String {
    var parts: [String] = []
    switch style.foreground {
    case .standard: parts.append(words["theme.standard"])
    case .palette(let number): parts.append(words("theme.palette", ["number": String(number)]))
    case .rgb(let red, let green, let blue): parts.append("#" + [red, green, blue].map(hexadecimal).joined())
    }
    if style.bold { parts.append(words["theme.bold"]) }
    if style.dim { parts.append(words["theme.dim"]) }
    if style.underline { parts.append(words["theme.underline"]) }
    if style.reverse { parts.append(words["theme.reverse"]) }
    return parts.joined(separator: ", ")
  }

  private func hexadecimal(_ value: UInt8) -> String {
    (value < 16 ? "0" : "") + String(value, radix: 16)
  }

  /// One figure behind the comma, never more than there is.
  private func decimal(_ value: Double) -> String {
    let tenths = Int(value * 10)
    return "\(tenths / 10)\(words["theme.comma"])\(tenths % 10)"
  }
}
