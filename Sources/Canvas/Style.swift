/// A colour of a cell. `Terminal` brings it down to what the terminal can show.
public enum Color: Equatable, Hashable, Sendable {
  /// The terminal's own foreground or background, which its owner can read.
  case standard
  /// Red, green and blue, 0–255 each.
  case rgb(UInt8, UInt8, UInt8)
  /// One of the sixteen colours of the terminal's palette, 0–15.
  case palette(UInt8)
}

/// How a cell looks. Colour never carries meaning alone: signs and words stand beside it.
public struct Style: Equatable, Hashable, Sendable {
  /// The colour of the letters.
  public var foreground: Color
  /// The colour behind the letters.
  public var background: Color
  /// Heavier letters.
  public var bold: Bool
  /// Fainter letters; shown as plain where the terminal has none.
  public var dim: Bool
  /// Foreground and background exchanged.
  public var reverse: Bool
  /// A line under the letters.
  public var underline: Bool

  /// Makes a style; without arguments the terminal's own colours and no attribute.
  public init(
    foreground: Color = .standard, background: Color = .standard, bold: Bool = false, dim: Bool = false,
    reverse: Bool = false, underline: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.bold = bold
    self.dim = dim
    self.reverse = reverse
    self.underline = underline
  }

  /// The terminal's own colours, no attribute.
  public static let plain = Style()

  /// The same style in reverse.
  public var reversed: Style {
    var copy = self
    copy.reverse = true
    return copy
  }

  /// The same style in bold.
  public var emphasised: Style {
    var copy = self
    copy.bold = true
    return copy
  }
}
