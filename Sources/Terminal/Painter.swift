import CNcurses
import Canvas

/// Hands canvases to ncurses, which works out the fewest bytes that change the screen.
struct Painter {
  private let palette: Palette
  private let ascii: Bool
  private let mostPairs: Int32
  private var pairs: [ColorPair: Int32] = [:]
  private var numbers: [Color: Int32] = [:]
  private var painted: Canvas?

  private struct ColorPair: Hashable {
    var foreground: Int32
    var background: Int32
  }

  /// Makes a painter for the screen that ncurses has opened.
  init(palette: Palette, ascii: Bool) {
    var palette = palette
    if palette != .none {
      start_color()
      // A terminal that cannot put its own colours back is treated as one without any: body text must stay readable.
      if use_default_colors() == ERR { palette = .none }
    }
    self.palette = palette
    self.ascii = ascii
    mostPairs = palette == .none ? 0 : min(cn_color_pairs(), 32767)
  }

  /// How many colours there are.
  var colors: Int { palette.count }

  /// Forgets what stands on the screen: the next painting is whole.
  mutating func forget() {
    painted = nil
    clearok(cn_standard_window(), true)
  }

  /// Shows a canvas, and the cursor at its place: at the top left where it has none, and never hidden.
  mutating func paint(_ canvas: Canvas) {
    let window = cn_standard_window()
    let rows = Int(getmaxy(window))
    let columns = Int(getmaxx(window))
    let shown = ascii ? canvas.asciiFallback() : canvas
    let previous = painted?.size == shown.size ? painted : nil
    if previous == nil { werase(window) }
    let changed = (0..<min(rows, shown.size.rows)).filter { row in
      previous.map { $0.cells(inRow: row) != shown.cells(inRow: row) } ?? true
    }
    if let previous { paintSteps(from: previous, to: shown, rows: changed, columns: columns, in: window) }
    for row in changed {
      // A row that differs is handed over whole, left to right: ncurses itself blanks the other half of a wide
      // character that is overwritten, and finds the cells that really differ.
      paint(shown.cells(inRow: row), row: Int32(row), columns: columns, in: window)
    }
    painted = shown
    let cursor = canvas.cursor ?? Point(column: 0, row: 0)
    let row = min(max(0, cursor.row), max(0, rows - 1))
    let column = min(max(0, cursor.column), max(0, columns - 1))
    wmove(window, Int32(row), Int32(column))
    wrefresh(window)
  }

  /// Paints a small change piece by piece, in reading order.
  ///
  /// Where a few unchanged cells lie between two changed ones, ncurses writes them again, which is cheap for letters but not for coloured signs:
  /// a step in a checklist took 130 bytes, and takes half of that when the pieces are sent one after the other.
  private mutating func paintSteps(
    from previous: Canvas, to shown: Canvas, rows: [Int], columns: Int, in window: UnsafeMutablePointer<WINDOW>?
  ) {
    var pieces: [(row: Int, end: Int)] = []
    for row in rows {
      pieces += Painter.pieceEnds(Array(previous.cells(inRow: row)), Array(shown.cells(inRow: row))).map { (row, $0) }
      if pieces.count > 8 { return }
    }
    guard pieces.count > 1 else { return }
    for piece in pieces {
      let before = previous.cells(inRow: piece.row)
      let after = shown.cells(inRow: piece.row)
      let cells = Array(after.prefix(piece.end)) + Array(before.dropFirst(piece.end))
      paint(cells[...], row: Int32(piece.row), columns: columns, in: window)
      wmove(window, Int32(piece.row), Int32(min(piece.end, columns - 1)))
      wrefresh(window)
    }
  }

  /// The columns at which the changed pieces of a row end; a gap of one plain cell does not part two pieces, and none is cut through a wide
  /// character.
  private static func pieceEnds(_ before: [Cell], _ after: [Cell]) -> [Int] {
    var ends: [Int] = []
    var gapIsDear = false
    for column in after.indices {
      if column >= before.count || before[column] != after[column] {
        if gapIsDear, let last = ends.last, !after[last].isContinuation, !before[last].isContinuation {
          ends.append(column + 1)
        } else {
          if ends.isEmpty { ends.append(column + 1) } else { ends[ends.count - 1] = column + 1 }
        }
        gapIsDear = false
      } else if after[column].style != .plain {
        gapIsDear = true
      }
    }
    return ends
  }

  private mutating func paint(
    _ cells: ArraySlice<Cell>, row: Int32, columns: Int, in window: UnsafeMutablePointer<WINDOW>?
  ) {
    for (column, cell) in cells.enumerated() where !cell.isContinuation {
      guard column + Int(cell.width) <= columns else { break }
      let (scalars, padded) = CellText.shown(cell.text, width: Int(cell.width))
      let attributes = attributes(of: cell.style)
      let pair = pair(of: cell.style)
      put(scalars, attributes: attributes, pair: pair, row: row, column: Int32(column), in: window)
      if padded { put([" "], attributes: attributes, pair: pair, row: row, column: Int32(column + 1), in: window) }
    }
  }

  private func put(
    _ scalars: [Unicode.Scalar], attributes: attr_t, pair: Int32, row: Int32, column: Int32,
    in window: UnsafeMutablePointer<WINDOW>?
  ) {
    var content = cchar_t()
    let wide = scalars.map { wchar_t(truncatingIfNeeded: $0.value) } + [0]
    guard cn_set_cell(&content, wide, attributes, pair) != ERR else { return }
    // The bottom right cell answers ERR although it is painted, because the cursor cannot go on.
    mvwadd_wch(window, row, column, &content)
  }

  private func attributes(of style: Style) -> attr_t {
    var result: attr_t = 0
    if style.bold { result |= cn_bold() }
    if style.dim { result |= cn_dim() }
    if style.reverse { result |= cn_reverse() }
    if style.underline { result |= cn_underline() }
    return result
  }

  /// The pair of a style's colours, made when it is first needed. When there are no more, the terminal's own colours.
  private mutating func pair(of style: Style) -> Int32 {
    guard palette != .none else { return 0 }
    if style.foreground == .standard, style.background == .standard { return 0 }
    let wanted = ColorPair(foreground: number(of: style.foreground), background: number(of: style.background))
    if wanted.foreground == Palette.standard, wanted.background == Palette.standard { return 0 }
    if let pair = pairs[wanted] { return pair }
    let next = Int32(pairs.count + 1)
    guard next < mostPairs, init_extended_pair(next, wanted.foreground, wanted.background) != ERR else { return 0 }
    pairs[wanted] = next
    return next
  }

  private mutating func number(of color: Color) -> Int32 {
    if let number = numbers[color] { return number }
    let number = palette.number(of: color)
    numbers[color] = number
    return number
  }
}
