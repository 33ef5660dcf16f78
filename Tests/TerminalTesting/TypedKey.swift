/// Keys and what xterm sends for them.
public enum TypedKey: Sendable {
  /// Enter.
  case enter
  /// Escape by itself.
  case escape
  /// Tab and Shift-Tab.
  case tab, backTab
  /// Backspace and Delete.
  case backspace, delete
  /// The arrows.
  case up, down, left, right
  /// Control with an arrow.
  case wordLeft, wordRight
  /// Home, End and the pages.
  case home, end, pageUp, pageDown
  /// F1–F12.
  case function(Int)
  /// Control with a small letter.
  case control(Character)
  /// Alt with a character.
  case alt(Character)

  /// The bytes, as text.
  public var bytes: String {
    switch self {
    case .enter: "\r"
    case .escape: "\u{1B}"
    case .tab: "\t"
    case .backTab: "\u{1B}[Z"
    case .backspace: "\u{7F}"
    case .delete: "\u{1B}[3~"
    case .up: "\u{1B}[A"
    case .down: "\u{1B}[B"
    case .right: "\u{1B}[C"
    case .left: "\u{1B}[D"
    case .wordRight: "\u{1B}[1;5C"
    case .wordLeft: "\u{1B}[1;5D"
    case .home: "\u{1B}[H"
    case .end: "\u{1B}[F"
    case .pageUp: "\u{1B}[5~"
    case .pageDown: "\u{1B}[6~"
    case .function(let number): Self.functionKey(number)
    case .control(let letter): String(UnicodeScalar((letter.asciiValue ?? 0) & 0x1F))
    case .alt(let character): "\u{1B}" + String(character)
    }
  }

  private static func functionKey(_ number: Int) -> String {
    let codes = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24]
    switch number {
    case 1...4: return "\u{1B}O" + ["P", "Q", "R", "S"][number - 1]
    case 5...12: return "\u{1B}[\(codes[number - 1])~"
    default: return ""
    }
  }
}
