import Canvas

/// The first line of a screen: where one is at the left, who one is at the right. When both do not fit, the left is cut.
public struct TitleLine: Equatable, Sendable {
  /// Where one is.
  public var left: String
  /// Who one is.
  public var right: String

  /// Makes a title line.
  public init(left: String, right: String = "") {
    self.left = left
    self.right = right
  }

  /// Draws the line over the first row of a rectangle, with a free column at each end.
  public func draw(into canvas: inout Canvas, in rect: Rect, theme: Theme) {
    let room = rect.columns - 2
    guard room > 0, rect.rows > 0 else { return }
    let start = Point(column: rect.left + 1, row: rect.top)
    let rightColumns = min(TextWidth.columns(of: right), room)
    // At least something of the left stays: the right is cut only when it alone would fill the line.
    let rightRoom = min(rightColumns, max(0, room - min(8, TextWidth.columns(of: left)) - 2))
    let leftRoom = rightColumns == 0 ? room : room - rightRoom - 2
    canvas.write(left, at: start, width: max(0, leftRoom), style: theme.title)
    canvas.write(
      right, at: Point(column: start.column + room - rightRoom, row: start.row), width: rightRoom, style: theme.text)
  }
}
