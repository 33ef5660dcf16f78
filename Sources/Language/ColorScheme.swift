import CEmbedded

/// A colour as red, green and blue, each 0 to 255.
public struct RGB: Hashable, Sendable {
  /// Red.
  public var red: UInt8
  /// Green.
  public var green: UInt8
  /// Blue.
  public var blue: UInt8

  /// Red, green and blue, as drawing code takes them.
  public var parts: (UInt8, UInt8, UInt8) { (red, green, blue) }

  /// Makes a colour.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads six hexadecimal digits, with or without `#`; nil for anything else.
  public init?(hexadecimal text: some StringProtocol) {
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit), let number = UInt32(digits, radix: 16) else {
      return nil
    }
    self.init(red: UInt8(number >> 16 & 0xFF), green: UInt8(number >> 8 & 0xFF), blue: UInt8(number & 0xFF))
  }
}

/// A base16 colour scheme and what it is for.
public struct ColorScheme: Equatable, Sendable {
  /// The background of the terminal that it is made for.
  public enum Variant: String, CaseIterable, Sendable {
    /// Any.
    case any
    /// A dark one.
    case dark
    /// A light one.
    case light
  }

  /// How many colours it uses, whatever the terminal has.
  public enum Depth: String, CaseIterable, Sendable {
    /// None: bold, underline and reverse only.
    case none = "0"
    /// The terminal's own sixteen.
    case sixteen = "16"
    /// Its own.
    case full = "256"
  }

  /// The name by which it is chosen.
  public var name: String
  /// The background.
  public var variant: Variant
  /// How many colours it uses.
  public var depth: Depth
  /// The sixteen colours, base00 to base0F.
  public var colors: [RGB]

  /// Makes a scheme.
  public init(name: String, variant: Variant, depth: Depth, colors: [RGB]) {
    self.name = name
    self.variant = variant
    self.depth = depth
    self.colors = colors
  }

  /// The backgrounds on which its text is to be read: black and white, or that of its variant and its own base00.
  public var backgrounds: [RGB] {
    let black = RGB(red: 0, green: 0, blue: 0)
    let white = RGB(red: 255, green: 255, blue: 255)
    switch variant {
    case .any: return [white, black]
    case .dark: return [black] + colors.prefix(1)
    case .light: return [white] + colors.prefix(1)
    }
  }

  // MARK: - Those in the binary

  /// The name of the scheme that is used where none is chosen.
  public static let standard = "drieluik"

  /// The names of the schemes that travel in the binary, the standard one first.
  public static var builtInNames: [String] { lines.compactMap { $0.split(separator: " ").first.map { String($0) } } }

  /// A scheme from the binary; nil where it has none of that name. It comes from `Themes/`; a test proves both equal.
  public static func builtIn(_ name: String) -> ColorScheme? {
    for line in lines where line.hasPrefix(name + " ") {
      let words = line.split(separator: " ")
      guard words.count == 19, let variant = Variant(rawValue: String(words[1])),
        let depth = Depth(rawValue: String(words[2]))
      else { return nil }
      return ColorScheme(
        name: name, variant: variant, depth: depth, colors: words[3...].compactMap { RGB(hexadecimal: $0) })
    }
    return nil
  }

  private static var lines: [Substring] {
    var length = 0
    guard let bytes = drieluik_embedded_themes(&length), length > 0 else { return [] }
    return String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self).split(separator: "\n")
  }
}
