import Canvas

/// What a line and an area of text have in common.
enum TextEditing {
  /// The text without what must not be stored: line breaks stay or become spaces, tabs become spaces, other control
  /// characters and bidirectional overrides fall away.
  static func cleaned(_ text: String, keepingLineBreaks: Bool) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where wasReturn: break
      case "\n", "\r", "\u{2028}", "\u{2029}", "\u{85}": result.append(keepingLineBreaks ? "\n" : " ")
      case "\t": result.append(" ")
      case _ where TextWidth.isRefused(scalar): break
      default: result.append(scalar)
      }
      wasReturn = scalar == "\r"
    }
    return String(result)
  }

  /// The start of the word before a place.
  static func wordStart(in characters: [Character], before place: Int) -> Int {
    var result = min(place, characters.count)
    while result > 0, characters[result - 1].isWhitespace { result -= 1 }
    while result > 0, !characters[result - 1].isWhitespace { result -= 1 }
    return result
  }

  /// The end of the word after a place.
  static func wordEnd(in characters: [Character], after place: Int) -> Int {
    var result = place
    while result < characters.count, characters[result].isWhitespace { result += 1 }
    while result < characters.count, !characters[result].isWhitespace { result += 1 }
    return result
  }
}
