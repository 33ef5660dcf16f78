import Canvas

/// A frame with a title in its upper edge. With the focus the upper edge is heavy and the title bold, so that it can be
/// told without colour, in ASCII too.
public struct Panel: Equatable, Sendable {
  /// The title at the left.
  public var title: String
  /// A short text at the right of the upper edge; it goes first when room is short.
  public var note: String
  /// Whether keys go to what is inside.
  public var hasFocus: Bool

  /// Makes a panel.
  public init(title: String, note: String = "", hasFocus: Bool = false) {
    self.title = title
    self.note = note
    self.hasFocus = hasFocus
  }

  /// Draws the frame and leaves the inside as it is.
  /// - Returns: The room inside, with one free column at each side; empty when the frame is too small for it.
  @discardableResult
  public func draw(into canvas: inout Canvas, in rect: Rect, theme: Theme) -> Rect {
    let border = hasFocus ? theme.bar : theme.border
    canvas.drawBox(rect, style: border)
    if hasFocus, rect.rows >= 2 {
      canvas.drawHorizontalLine(
        at: Point(column: rect.left + 1, row: rect.top), length: rect.columns - 2, character: "━", style: border)
    }
    let room = rect.columns - 6
    if room > 0, rect.rows > 0, !title.isEmpty {
      let shown = TextWidth.clipped(title, to: room)
      let used = canvas.write(
        " \(shown) ", at: Point(column: rect.left + 2, row: rect.top),
        style: hasFocus ? theme.title.emphasised : theme.title)
      if !note.isEmpty, used + TextWidth.columns(of: note) + 3 <= rect.columns - 4 {
        canvas.write(
          " \(note) ", at: Point(column: rect.left + 2, row: rect.top), width: rect.columns - 4, style: theme.text,
          alignment: .trailing)
      }
    }
    return rect.inset(left: 2, top: 1, right: 2, bottom: 1)
  }
}
