/// One cell of a canvas.
public struct Cell: Equatable, Sendable {
  /// What stands in the cell: one character of one or two columns; empty in the right half of a wide one. Never a
  /// control character, a line separator or a bidirectional override.
  public fileprivate(set) var text: String
  /// 1, or 2 for the left half of a wide character, or 0 for its right half.
  public fileprivate(set) var width: UInt8
  /// How the cell looks.
  public fileprivate(set) var style: Style

  /// A space in the terminal's own colours.
  public static let blank = Cell(text: " ", width: 1, style: .plain)

  /// Whether this is the right half of the wide character to its left.
  public var isContinuation: Bool { width == 0 }
}

/// A grid of styled cells: what a screen is to look like, as a plain value. `Terminal` paints it, tests read its `text`.
///
/// Every operation is clipped to the canvas; places outside are allowed everywhere and change nothing.
public struct Canvas: Equatable, Sendable {
  /// Columns and rows.
  public let size: Size
  /// Where the hardware cursor stands, hidden when nil. Screen readers and braille displays follow it.
  public var cursor: Point?
  private var cells: [Cell]

  /// A canvas of spaces in the terminal's own colours.
  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The whole canvas as a rectangle.
  public var bounds: Rect { Rect(column: 0, row: 0, columns: size.columns, rows: size.rows) }

  /// The cell at a place; a blank one outside the canvas.
  public subscript(row: Int, column: Int) -> Cell {
    guard row >= 0, row < size.rows, column >= 0, column < size.columns else { return .blank }
    return cells[row * size.columns + column]
  }

  /// The cells of a row from left to right; empty outside the canvas.
  public func cells(inRow row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[(row * size.columns)..<((row + 1) * size.columns)]
  }

  /// Fills a rectangle with spaces of a style.
  public mutating func fill(_ rect: Rect, style: Style = .plain) {
    let part = clipped(rect)
    guard part.columns > 0, part.rows > 0 else { return }
    let space = Cell(text: " ", width: 1, style: style)
    for row in part.top..<part.bottom {
      splitWide(row: row, column: part.left)
      splitWide(row: row, column: part.right)
      for index in (row * size.columns + part.left)..<(row * size.columns + part.right) { cells[index] = space }
    }
  }

  /// Gives the cells of a rectangle another style and leaves what stands in them; a wide character whose left half lies
  /// inside is restyled whole.
  public mutating func restyle(_ rect: Rect, style: Style) {
    let part = clipped(rect)
    guard part.columns > 0, part.rows > 0 else { return }
    for row in part.top..<part.bottom {
      let start = row * size.columns
      for column in part.left..<part.right where !cells[start + column].isContinuation {
        cells[start + column].style = style
        if cells[start + column].width == 2 { cells[start + column + 1].style = style }
      }
    }
  }

  /// Writes a text on one row.
  ///
  /// The text is clipped to `width` columns (and to the canvas) and ends in `…` when it was cut; a wide character is
  /// never halved. Control characters, line breaks and bidirectional overrides are drawn as U+FFFD. Cells beside the
  /// text are left as they are.
  /// - Parameters:
  ///   - text: The text, without line breaks.
  ///   - point: Where the text, or the room that it is aligned in, begins; may lie outside the canvas.
  ///   - width: The room in columns; without it the text may run to the right edge, and is not aligned.
  ///   - style: How the written cells look.
  ///   - alignment: Where the text stands in `width` when it is shorter.
  /// - Returns: The columns that the text took, also those that fell off the left edge.
  @discardableResult
  public mutating func write(
    _ text: String, at point: Point, width: Int? = nil, style: Style = .plain, alignment: TextAlignment = .leading
  ) -> Int {
    guard point.row >= 0, point.row < size.rows, point.column < size.columns, point.column > -1_000_000 else {
      return 0
    }
    let toEdge = size.columns - point.column
    let room = min(width ?? toEdge, toEdge)
    guard room > 0 else { return 0 }
    var column = point.column
    if let width, alignment != .leading {
      let needed = TextWidth.columns(of: text)
      if needed < width { column += min(alignment.offset(in: width - needed), room) }
    }
    let end = point.column + room
    let shown = text.utf8.count > end - column ? TextWidth.clipped(text, to: end - column) : text
    let first = column
    TextWidth.forEachPiece(of: shown) { piece in
      put(piece, row: point.row, column: column, style: style)
      column += piece.width
      return true
    }
    return column - first
  }

  /// Draws a character of one column again and again to the right.
  public mutating func drawHorizontalLine(
    at point: Point, length: Int, character: Character = "─", style: Style = .plain
  ) {
    guard let piece = Self.linePiece(character), length > 0 else { return }
    let part = clipped(Rect(column: point.column, row: point.row, columns: length, rows: 1))
    guard part.columns > 0, part.rows > 0 else { return }
    for column in part.left..<part.right { put(piece, row: point.row, column: column, style: style) }
  }

  /// Draws a character of one column again and again downwards.
  public mutating func drawVerticalLine(
    at point: Point, length: Int, character: Character = "│", style: Style = .plain
  ) {
    guard let piece = Self.linePiece(character), length > 0 else { return }
    let part = clipped(Rect(column: point.column, row: point.row, columns: 1, rows: length))
    guard part.columns > 0, part.rows > 0 else { return }
    for row in part.top..<part.bottom { put(piece, row: row, column: point.column, style: style) }
  }

  /// Draws a box with round corners along the inside edge of a rectangle; nothing when it is smaller than 2 × 2.
  public mutating func drawBox(_ rect: Rect, style: Style = .plain) {
    guard rect.columns >= 2, rect.rows >= 2 else { return }
    let right = rect.right - 1
    let bottom = rect.bottom - 1
    for row in [rect.top, bottom] {
      drawHorizontalLine(at: Point(column: rect.left + 1, row: row), length: rect.columns - 2, style: style)
    }
    for column in [rect.left, right] {
      drawVerticalLine(at: Point(column: column, row: rect.top + 1), length: rect.rows - 2, style: style)
    }
    drawHorizontalLine(at: Point(column: rect.left, row: rect.top), length: 1, character: "╭", style: style)
    drawHorizontalLine(at: Point(column: right, row: rect.top), length: 1, character: "╮", style: style)
    drawHorizontalLine(at: Point(column: rect.left, row: bottom), length: 1, character: "╰", style: style)
    drawHorizontalLine(at: Point(column: right, row: bottom), length: 1, character: "╯", style: style)
  }

  /// The canvas as text, for text pictures in tests: rows joined by line breaks, spaces at their ends left out.
  public var text: String {
    (0..<size.rows).map { row in
      var line = ""
      for cell in cells(inRow: row) { line += cell.text }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  /// The same picture with each cell's text exchanged; for the fallbacks.
  ///
  /// `replacement` is given a cell that is no right half, and returns one character of one column for it (nil: as it
  /// is). It stands in both halves of a wide character.
  func mappingCells(_ replacement: (Cell) -> String?) -> Canvas {
    var copy = self
    for index in cells.indices where !cells[index].isContinuation {
      guard let text = replacement(cells[index]) else { continue }
      let isWide = cells[index].width == 2
      copy.cells[index] = Cell(text: text, width: 1, style: cells[index].style)
      if isWide { copy.cells[index + 1] = Cell(text: text, width: 1, style: cells[index].style) }
    }
    return copy
  }

  private static func linePiece(_ character: Character) -> TextPiece? {
    let pieces = TextWidth.pieces(of: character)
    guard pieces.count == 1, let piece = pieces.first, piece.width == 1 else { return nil }
    return piece
  }

  /// The part of a rectangle that lies on the canvas.
  private func clipped(_ rect: Rect) -> Rect {
    let left = min(max(0, rect.left), size.columns)
    let top = min(max(0, rect.top), size.rows)
    let right = min(max(left, Self.sum(rect.left, rect.columns)), size.columns)
    let bottom = min(max(top, Self.sum(rect.top, rect.rows)), size.rows)
    return Rect(column: left, row: top, columns: right - left, rows: bottom - top)
  }

  /// The sum of a place and a length that is not negative, or the largest number.
  private static func sum(_ place: Int, _ length: Int) -> Int {
    let (result, overflow) = place.addingReportingOverflow(length)
    return overflow ? .max : result
  }

  /// Puts a piece in its cells; a wide one that hangs over an edge becomes a space.
  private mutating func put(_ piece: TextPiece, row: Int, column: Int, style: Style) {
    guard piece.width > 0, column < size.columns, column + piece.width > 0 else { return }
    let start = row * size.columns
    if piece.width == 1 {
      if cells[start + column].width != 1 {
        splitWide(row: row, column: column)
        splitWide(row: row, column: column + 1)
      }
      cells[start + column] = Cell(text: piece.text, width: 1, style: style)
      return
    }
    guard column >= 0, column + 1 < size.columns else {
      let space = TextPiece(text: " ", width: 1, sourceBytes: 0)
      put(space, row: row, column: max(0, column), style: style)
      return
    }
    splitWide(row: row, column: column)
    splitWide(row: row, column: column + 2)
    cells[start + column] = Cell(text: piece.text, width: 2, style: style)
    cells[start + column + 1] = Cell(text: "", width: 0, style: style)
  }

  /// Makes two spaces of a wide character that an edge just left of `column` would cut in two.
  private mutating func splitWide(row: Int, column: Int) {
    guard column > 0, column < size.columns else { return }
    let index = row * size.columns + column
    guard cells[index].isContinuation else { return }
    cells[index - 1] = Cell(text: " ", width: 1, style: cells[index - 1].style)
    cells[index] = Cell(text: " ", width: 1, style: cells[index].style)
  }
}
