import Canvas

/// How each role of a screen looks. Body text always has the terminal's own colours, and no role is told by colour
/// alone: bold, underline or reverse, a sign and a word stand beside it.
public struct Theme: Equatable, Sendable {
  /// Titles of screens and panels.
  public var title: Style
  /// Body text.
  public var text: Style
  /// What may be overlooked: help lines, dates long past.
  public var faint: Style
  /// What draws the eye without a meaning of its own: markers.
  public var accent: Style
  /// The edge of what has the focus, and bars: no text.
  public var bar: Style
  /// What is overdue.
  public var warning: Style
  /// What the viewer's own party has to do.
  public var attention: Style
  /// What is done.
  public var done: Style
  /// What must hold before a start.
  public var gate: Style
  /// Frames and rules.
  public var border: Style
  /// The label of the selected line.
  public var selected: Style
  /// The room of a field that can be typed in.
  public var field: Style
  /// What was refused, and why.
  public var error: Style
  /// The name of a key on the bottom line.
  public var keyName: Style

  /// Attributes only, for `NO_COLOR` and terminals without colour.
  public static let plain = Theme(
    title: Style(bold: true), text: .plain, faint: .plain, accent: .plain, bar: .plain,
    warning: Style(bold: true), attention: Style(bold: true), done: .plain, gate: Style(bold: true),
    border: Style(dim: true),
    selected: Style(reverse: true), field: Style(underline: true), error: Style(bold: true),
    keyName: Style(bold: true))

  /// Makes a theme from styles.
  public init(
    title: Style, text: Style, faint: Style, accent: Style, bar: Style, warning: Style, attention: Style, done: Style,
    gate: Style,
    border: Style, selected: Style, field: Style, error: Style, keyName: Style
  ) {
    self.title = title
    self.text = text
    self.faint = faint
    self.accent = accent
    self.bar = bar
    self.warning = warning
    self.attention = attention
    self.done = done
    self.gate = gate
    self.border = border
    self.selected = selected
    self.field = field
    self.error = error
    self.keyName = keyName
  }

  /// Makes a theme from the sixteen colours of a base16 scheme, base00 to base0F, each red, green and blue.
  ///
  /// No red–green pair carries a meaning: overdue is orange and bold (base09), done is blue (base0D). The background
  /// colours of the scheme are not used. From fewer than sixteen colours comes the plain theme.
  public init(base16 colors: [(UInt8, UInt8, UInt8)]) {
    self = .plain
    guard colors.count >= 16 else { return }
    func color(_ index: Int) -> Color { .rgb(colors[index].0, colors[index].1, colors[index].2) }
    title = Style(foreground: color(0x0D), bold: true)
    faint = Style(foreground: color(0x04))
    accent = Style(foreground: color(0x0D))
    bar = Style(foreground: color(0x0D))
    warning = Style(foreground: color(0x09), bold: true)
    attention = Style(foreground: color(0x0E), bold: true)
    done = Style(foreground: color(0x0D))
    gate = Style(foreground: color(0x0C), bold: true)
    border = Style(foreground: color(0x03))
    error = Style(foreground: color(0x08), bold: true)
    keyName = Style(foreground: color(0x0D), bold: true)
  }

  /// The theme as a terminal with so many colours can carry it. With sixteen or eight the palette is the user's, and nobody knows
  /// what can be read in it: then text has the terminal's own colours with bold, underline and reverse, and only edges and bars,
  /// beside which words stand, have one of the palette's.
  public func reduced(toColors count: Int) -> Theme {
    guard self != .plain, count < 256 else { return self }
    var theme = Theme.plain
    if count >= 8 { theme.bar = Style(foreground: .palette(count >= 16 ? 12 : 5)) }
    return theme
  }

  /// The roles that are no text: what they say stands in words beside them.
  public static let decoration: Set = ["bar", "border"]

  /// Every role with its name, for tests and for a picture of the theme.
  public var roles: [(name: String, style: Style)] {
    [
      ("title", title), ("text", text), ("faint", faint), ("accent", accent), ("bar", bar), ("warning", warning),
      ("attention", attention), ("done", done), ("gate", gate), ("border", border), ("selected", selected),
      ("field", field), ("error", error), ("keyName", keyName),
    ]
  }

  /// The contrast of two colours as WCAG 2.2 defines it, from 1 (the same) to 21 (black and white).
  public static func contrastRatio(_ first: (UInt8, UInt8, UInt8), _ second: (UInt8, UInt8, UInt8)) -> Double {
    let one = luminance(first)
    let other = luminance(second)
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  /// Relative luminance, 0–1 (WCAG 2.2).
  private static func luminance(_ color: (UInt8, UInt8, UInt8)) -> Double {
    0.2126 * linear(color.0) + 0.7152 * linear(color.1) + 0.0722 * linear(color.2)
  }

  /// One channel without the gamma of sRGB.
  private static func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    if value <= 0.04045 { return value / 12.92 }
    // base^2.4 = base² · (base²)^(1/5); the fifth root by Newton's method, for this target imports no mathematics.
    let base = (value + 0.055) / 1.055
    let square = base * base
    var root = 1.0
    for _ in 0..<40 {
      let fourth = root * root * root * root
      root -= (root * fourth - square) / (5 * fourth)
    }
    return square * root
  }
}
