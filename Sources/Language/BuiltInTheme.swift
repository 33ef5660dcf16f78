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

/// The colour scheme that travels in the binary, from `Themes/drieluik.yaml`; a test proves both equal.
public enum BuiltInTheme {
  /// The sixteen colours, base00 to base0F.
  public static func load() -> [RGB] {
    var length = 0
    guard let bytes = drieluik_embedded_theme(&length), length > 0 else { return [] }
    let text = String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
    return text.split(separator: "\n").compactMap { RGB(hexadecimal: $0) }
  }
}
