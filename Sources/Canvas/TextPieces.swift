/// What one cell holds of a text: a spacing scalar with the marks that belong to it, or an emoji sequence.
struct TextPiece {
  /// The text of the cell, cleaned; empty for what takes no column.
  var text: String
  /// 0, 1 or 2 columns.
  var width: Int
  /// How many bytes of the source the piece stands for.
  var sourceBytes: Int
}

extension TextWidth {
  /// Scalars in one cell at most: enough for every emoji sequence in use; a heap of combining marks is cut there.
  static let longestPiece = 12

  /// The sign in place of what may not reach a terminal.
  static let refusedSign = "\u{FFFD}"

  /// Calls `body` for each piece of the text, in order, until it returns false.
  @inline(__always)
  static func forEachPiece(of text: String, _ body: (TextPiece) -> Bool) {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      for byte in text.utf8 {
        guard body(TextPiece(text: String(Unicode.Scalar(byte)), width: 1, sourceBytes: 1)) else { return }
      }
    } else if text.unicodeScalars.allSatisfy(isSimple) {
      for scalar in text.unicodeScalars {
        let piece = TextPiece(text: String(scalar), width: 1, sourceBytes: UTF8.width(scalar))
        guard body(piece) else { return }
      }
    } else {
      for character in text {
        for piece in pieces(of: character) {
          guard body(piece) else { return }
        }
      }
    }
  }

  /// Scalars of one column that are a character by themselves beside any other such scalar.
  @inline(__always)
  private static func isSimple(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    return (value >= 0x20 && value < 0x7F) || (value >= 0xA0 && value < 0x300 && value != 0xAD)
      || (value >= 0x2010 && value <= 0x2027) || (value >= 0x2190 && value <= 0x22FF)
      || (value >= 0x2500 && value <= 0x25FC) || (value >= 0x2701 && value <= 0x2704)
      || (value >= 0x2713 && value <= 0x2727)
  }

  /// Whether a scalar must never reach a terminal: controls, line and paragraph separators, bidirectional embeddings,
  /// overrides and isolates, interlinear annotation, noncharacters.
  public static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0xA0 { return value < 0x20 || value >= 0x7F }
    if value < 0x2028 { return false }
    return value <= 0x202E || (value >= 0x2066 && value <= 0x206F) || (value >= 0xFFF9 && value <= 0xFFFB)
      || (value >= 0xFDD0 && value <= 0xFDEF) || value & 0xFFFE == 0xFFFE
  }

  /// The columns of a scalar by itself.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 || isRefused(scalar) { return 1 }
    if WidthTables.contains(value, in: WidthTables.zero) { return 0 }
    return WidthTables.contains(value, in: WidthTables.wide) ? 2 : 1
  }

  /// The pieces of one character: mostly one; several where a script joins spacing scalars into one character, which a
  /// terminal still shows in a cell for each.
  static func pieces(of character: Character) -> [TextPiece] {
    let scalars = character.unicodeScalars
    let bytes = character.utf8.count
    if scalars.contains(where: isRefused) {
      return [TextPiece(text: refusedSign, width: 1, sourceBytes: bytes)]
    }
    var widths = 0
    var spacing = 0
    for scalar in scalars {
      let width = columns(of: scalar)
      widths += width
      if width > 0 { spacing += 1 }
    }
    if widths == 0 { return [TextPiece(text: "", width: 0, sourceBytes: bytes)] }
    if isEmojiSequence(character) {
      return [TextPiece(text: limited(String(character)), width: 2, sourceBytes: bytes)]
    }
    if spacing == 1 {
      return [TextPiece(text: limited(String(character)), width: widths, sourceBytes: bytes)]
    }
    var result: [TextPiece] = []
    for scalar in scalars {
      let width = columns(of: scalar)
      if width > 0 || result.isEmpty {
        result.append(TextPiece(text: String(scalar), width: width, sourceBytes: UTF8.width(scalar)))
      } else {
        result[result.count - 1].text.unicodeScalars.append(scalar)
        result[result.count - 1].sourceBytes += UTF8.width(scalar)
      }
    }
    // A mark without width before the first spacing scalar (rare: prepended signs) goes with nothing.
    for index in result.indices {
      result[index].text = result[index].width == 0 ? "" : limited(result[index].text)
    }
    return result
  }

  /// Whether a character of several scalars is shown as one emoji of two columns.
  private static func isEmojiSequence(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    guard let first = scalars.first, scalars.count > 1, first.properties.isEmoji || isRegionalIndicator(first) else {
      return false
    }
    return scalars.dropFirst().contains { scalar in
      scalar.value == 0xFE0F || scalar.value == 0x200D && first.properties.isEmojiPresentation
        || (0x1F3FB...0x1F3FF).contains(scalar.value) || isRegionalIndicator(scalar)
    }
  }

  private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  private static func limited(_ text: String) -> String {
    guard text.unicodeScalars.count > longestPiece else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(longestPiece)))
  }
}
