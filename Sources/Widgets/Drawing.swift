import Canvas

extension Canvas {
  /// Puts the hardware cursor in a rectangle, at the nearest place inside; leaves it where nothing of the rectangle is
  /// on the canvas.
  mutating func placeCursor(_ point: Point, in rect: Rect) {
    let left = max(0, rect.left)
    let top = max(0, rect.top)
    let right = min(size.columns, rect.right)
    let bottom = min(size.rows, rect.bottom)
    guard left < right, top < bottom else { return }
    cursor = Point(column: min(max(point.column, left), right - 1), row: min(max(point.row, top), bottom - 1))
  }

  /// Writes in a rectangle only: nothing on rows or columns outside it.
  @discardableResult
  mutating func write(
    _ text: String, column: Int, row: Int, in rect: Rect, style: Style, alignment: TextAlignment = .leading
  ) -> Int {
    guard row >= rect.top, row < rect.bottom, column >= rect.left, column < rect.right else { return 0 }
    return write(
      text, at: Point(column: column, row: row), width: rect.right - column, style: style, alignment: alignment)
  }
}

/// Which part of something long is seen.
enum Window {
  /// The first row to show, nearest to `top`, so that `rows` (as much of them as fits, its first row surely) are seen
  /// in `height` rows and no room is wasted at the end of `count` rows.
  static func top(_ top: Int, showing rows: Range<Int>, height: Int, count: Int) -> Int {
    guard height > 0 else { return max(0, min(rows.lowerBound, count - 1)) }
    var result = top
    if rows.upperBound > result + height { result = rows.upperBound - height }
    if rows.lowerBound < result { result = rows.lowerBound }
    return max(0, min(result, count - height))
  }
}
