import CNcurses
import Canvas

/// What is handed to ncurses for one cell, so that columns never shift.
enum CellText {
  /// At most this many marks stand on a letter; ncurses keeps five characters a cell.
  static let mostMarks = 4

  /// The character with its marks that stands for a cell of `width` columns, and whether a space must follow because
  /// the C library counts it narrower. A character that the C library counts wider, or does not know, becomes `?`.
  ///
  /// ncurses places characters by `wcwidth`; a joined emoji is drawn as its first part, because terminals do not agree
  /// on the width of the whole.
  static func shown(_ text: String, width: Int) -> (scalars: [Unicode.Scalar], padded: Bool) {
    let scalars = text.unicodeScalars
    guard let first = scalars.first else { return ([" "], width == 2) }
    if first.value >= 0x20, first.value < 0x7F, scalars.count == 1 { return ([first], width == 2) }
    let columns = Self.columns(of: first)
    guard columns == 1 || columns == 2, columns <= width else { return (["?"], width == 2) }
    var result = [first]
    for mark in scalars.dropFirst() where result.count <= mostMarks && isMark(mark) { result.append(mark) }
    return (result, columns < width)
  }

  /// The columns of a scalar by the C library's table; -1 for one that it does not know.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    Int(wcwidth(wchar_t(truncatingIfNeeded: scalar.value)))
  }

  /// A mark that stands on the letter before it. Joiners, variation selectors and tags are none.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0xFE00...0xFE0F, 0xE0000...0xE0FFF: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return columns(of: scalar) == 0
    default: return false
    }
  }
}
