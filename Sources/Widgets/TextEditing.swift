import Canvas

/// What a line and an area of text have in common.
enum TextEditing {
  /// The text without what must not be stored: line breaks stay or become spaces, tabs become spaces, other control
  /// characters and bidirectional overrides fall away.
  static func cleaned(_ text: String, keepingLineBreaks: Bool) -> String {
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

  /// The text with an addition at a place, as much of it as the length allows, and the cursor behind it. A mark that
  /// joins the character before it makes the text no longer.
  static func inserting(
    _ addition: String, in text: String, at place: Int, maximumLength: Int
  ) -> (text: String, cursor: Int) {
    let before = String(text.prefix(place))
    let after = String(text.dropFirst(place))
    var part = addition
    var whole = before + part + after
    while whole.count > maximumLength, !part.isEmpty {
      part.removeLast(min(part.count, max(1, whole.count - maximumLength)))
      whole = before + part + after
    }
    if part.isEmpty { return (text, place) }
    return (whole, min((before + part).count, whole.count))
  }

  /// The text without some characters, and the cursor where they were.
  static func removing(_ range: Range<Int>, from text: String) -> (text: String, cursor: Int) {
    let before = String(text.prefix(range.lowerBound))
    let whole = before + text.dropFirst(range.upperBound)
    return (whole, min(before.count, whole.count))
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
