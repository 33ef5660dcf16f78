/// How many columns a text takes in a terminal, and how it is cut, padded and wrapped by columns.
///
/// Ambiguous characters take one column. Counting follows the C library that ncurses paints with, except that an emoji
/// sequence (joined, with a skin tone, a flag, or with the emoji selector U+FE0F) takes two columns as a whole.
public enum TextWidth {
  /// The columns of a text. What `Canvas` refuses to store counts as the one column of the sign drawn in its place.
  public static func columns(of text: String) -> Int {
    var total = 0
    forEachPiece(of: text) { piece in
      total += piece.width
      return true
    }
    return total
  }

  /// The columns of one character as a person knows it: é with a combining mark 1, CJK 2, an emoji sequence 2,
  /// a lone zero width scalar 0.
  public static func columns(of character: Character) -> Int {
    if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F { return 1 }
    return columns(of: String(character))
  }

  /// The text in no more than `columns` columns; when it was cut it ends in `…`. Never more than asked for.
  public static func clipped(_ text: String, to columns: Int) -> String {
    guard columns > 0 else { return "" }
    if text.utf8.count <= columns { return text }
    var used = 0
    var atEllipsis = 0
    var bytes = 0
    var fits = true
    forEachPiece(of: text) { piece in
      if used + piece.width > columns {
        fits = false
        return false
      }
      used += piece.width
      bytes += piece.sourceBytes
      if used <= columns - 1 { atEllipsis = bytes }
      return true
    }
    if fits { return text }
    return String(decoding: text.utf8.prefix(atEllipsis), as: UTF8.self) + "…"
  }

  /// The text in exactly `columns` columns: clipped when longer, filled with spaces when shorter.
  public static func padded(_ text: String, to columns: Int, alignment: TextAlignment = .leading) -> String {
    let short = clipped(text, to: columns)
    let room = max(0, columns - Self.columns(of: short))
    let before = alignment.offset(in: room)
    return String(repeating: " ", count: before) + short + String(repeating: " ", count: room - before)
  }

  /// The text in rows of at most `columns` columns, broken at spaces; a longer word is broken where it must. Line
  /// breaks in the text stay, empty lines too. Spaces at a break fall away, those at the start of a line stay.
  /// An empty text gives one empty row. With less than one column it is wrapped as for one; then a character of two
  /// columns stands alone on a row that is too wide.
  public static func wrapped(_ text: String, to columns: Int) -> [String] {
    wrappedLines(text, to: columns).map { String($0.text) }
  }

  /// One row of a wrapped text, with its place in that text.
  public struct WrappedLine: Equatable, Sendable {
    /// What stands on the row.
    public let text: Substring
    /// Characters of the whole text before the row.
    public let start: Int
    /// Characters on the row.
    public let length: Int
    /// Whether the row goes on in the next without a line break in the text.
    public let continues: Bool
  }

  /// As `wrapped`, with the place of each row in the text, for a cursor. With `keepingSpaces` the spaces at a break
  /// stay at the end of their row (and may stand past its width), so that the rows hold every character of the text.
  public static func wrappedLines(_ text: String, to columns: Int, keepingSpaces: Bool = false) -> [WrappedLine] {
    let limit = max(1, columns)
    var result: [WrappedLine] = []
    var start = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      start = wrap(line, from: start, limit: limit, keepingSpaces: keepingSpaces, into: &result) + 1
    }
    return result
  }

  /// Wraps one line without line breaks; gives the number of characters up to its end.
  private static func wrap(
    _ line: Substring, from first: Int, limit: Int, keepingSpaces: Bool, into result: inout [WrappedLine]
  ) -> Int {
    var rowStart = line.startIndex
    var rowNumber = first
    var used = 0
    // The last place where the row may be broken: the end of the word before it, and the start of the next word.
    var breakEnd: (index: Substring.Index, number: Int)?
    var breakNext: (index: Substring.Index, number: Int, used: Int)?
    var seenWord = false
    var index = line.startIndex
    var number = first

    func append(to end: (index: Substring.Index, number: Int), continues: Bool) {
      result.append(
        WrappedLine(
          text: line[rowStart..<end.index], start: rowNumber, length: end.number - rowNumber, continues: continues))
    }

    while index < line.endIndex {
      let character = line[index]
      let width = self.columns(of: character)
      let next = line.index(after: index)
      if character == " ", seenWord {
        if breakNext?.number != number { breakEnd = (index, number) }
        used += 1
        breakNext = (next, number + 1, used)
      } else {
        if used + width > limit, number > rowNumber {
          if let end = breakEnd, let following = breakNext {
            append(to: keepingSpaces ? (following.index, following.number) : end, continues: true)
            rowStart = following.index
            rowNumber = following.number
            used -= following.used
          } else {
            append(to: (index, number), continues: true)
            rowStart = index
            rowNumber = number
            used = 0
          }
          breakEnd = nil
          breakNext = nil
          seenWord = false
          continue
        }
        seenWord = character != " "
        used += width
      }
      index = next
      number += 1
    }
    // Spaces that run past the width at the end of a line are no reason for a row of their own.
    if !keepingSpaces, used > limit, let end = breakEnd, breakNext?.number == number {
      append(to: end, continues: false)
    } else {
      append(to: (index, number), continues: false)
    }
    return number
  }
}

/// Where a text stands in a room that is wider than it.
public enum TextAlignment: Equatable, Sendable {
  /// At the left.
  case leading
  /// At the right.
  case trailing
  /// In the middle; an odd column is left at the right.
  case center

  /// The columns to leave free at the left, of `room` free columns.
  func offset(in room: Int) -> Int {
    switch self {
    case .leading: 0
    case .trailing: room
    case .center: room / 2
    }
  }
}
