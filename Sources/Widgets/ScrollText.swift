import Canvas

/// A long text to read, wrapped to its room and scrolled.
public struct ScrollText: Equatable, Sendable {
  /// The text, with its line breaks.
  public private(set) var text: String
  private var top = 0

  /// What an event did.
  public enum Outcome: Equatable, Sendable {
    /// Nothing.
    case unchanged
    /// Other lines are seen.
    case moved
  }

  /// Makes a text, seen from its start.
  public init(_ text: String) { self.text = text }

  /// Takes another text and stays where it is as far as that goes.
  public mutating func setText(_ text: String) { self.text = text }

  private func rows(in rect: Rect) -> [String] { TextWidth.wrapped(text, to: rect.columns) }

  /// The rows for the text: all, or all but the last, which tells the position when not everything fits.
  private func height(_ count: Int, _ rect: Rect) -> Int {
    count > rect.rows && rect.rows > 1 ? rect.rows - 1 : rect.rows
  }

  private func shownTop(_ count: Int, _ rect: Rect) -> Int { max(0, min(top, count - height(count, rect))) }

  /// Scrolls by keys and wheel. `rect` is where the text is drawn.
  public mutating func handle(_ event: Event, in rect: Rect) -> Outcome {
    let count = rows(in: rect).count
    let height = height(count, rect)
    let before = shownTop(count, rect)
    switch event {
    case .key(.up): top = before - 1
    case .key(.down): top = before + 1
    case .key(.pageUp): top = before - max(1, height - 1)
    case .key(.pageDown), .key(.character(" ")): top = before + max(1, height - 1)
    case .key(.home): top = 0
    case .key(.end): top = count
    case .mouse(let mouse) where rect.contains(mouse.place) && mouse.action == .wheelUp: top = before - 3
    case .mouse(let mouse) where rect.contains(mouse.place) && mouse.action == .wheelDown: top = before + 3
    default: return .unchanged
    }
    top = shownTop(count, rect)
    return top == before ? .unchanged : .moved
  }

  /// Draws the text; the hardware cursor stands at the first line seen.
  /// - Parameter position: Which lines are seen, in words ("line 3 of 40"); shown in the last row when the text is longer
  ///   than its room.
  public func draw(
    into canvas: inout Canvas, in rect: Rect, theme: Theme,
    position: (_ first: Int, _ last: Int, _ count: Int) -> String
  ) {
    guard rect.columns > 0, rect.rows > 0 else { return }
    let rows = rows(in: rect)
    let height = height(rows.count, rect)
    let first = shownTop(rows.count, rect)
    for (offset, line) in rows.dropFirst(first).prefix(height).enumerated() {
      canvas.write(line, column: rect.left, row: rect.top + offset, in: rect, style: theme.text)
    }
    if height < rect.rows, height < rows.count {
      canvas.write(
        position(first + 1, first + height, rows.count), column: rect.left, row: rect.bottom - 1, in: rect,
        style: theme.faint, alignment: .trailing)
    }
    canvas.placeCursor(rect.origin, in: rect)
  }
}
