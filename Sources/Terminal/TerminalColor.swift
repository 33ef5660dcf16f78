import Canvas

/// What becomes of a colour in a terminal, for those who write to it without a screen.
public enum TerminalColor {
  /// The number of a colour among 8, 16 or 256; nil for the terminal's own.
  public static func number(of color: Color, among count: Int) -> Int? {
    let palette: Palette =
      switch count {
      case 256...: .full
      case 16...: .sixteen
      case 8...: .eight
      default: .none
      }
    let number = palette.number(of: color)
    return number == Palette.standard ? nil : Int(number)
  }

  /// Red, green and blue of what becomes of a colour, as xterm shows it; nil for the terminal's own.
  public static func parts(of color: Color, among count: Int) -> (UInt8, UInt8, UInt8)? {
    number(of: color, among: count).map { number in
      let parts = Palette.parts(of: number)
      return (UInt8(parts.red), UInt8(parts.green), UInt8(parts.blue))
    }
  }

  /// The parameters of SGR (ECMA-48) for a style; empty for plain text.
  public static func codes(of style: Style, among count: Int) -> [Int] {
    var codes: [Int] = []
    if style.bold { codes.append(1) }
    if style.dim { codes.append(2) }
    if style.underline { codes.append(4) }
    if style.reverse { codes.append(7) }
    for (color, base) in [(style.foreground, 30), (style.background, 40)] {
      guard let number = number(of: color, among: count) else { continue }
      switch number {
      case ..<8: codes.append(base + number)
      case ..<16: codes.append(base + 60 + number - 8)
      default: codes += [base + 8, 5, number]
      }
    }
    return codes
  }
}
