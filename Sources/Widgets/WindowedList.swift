import Canvas

/// A selection among any number of rows of which a window is seen. It holds no rows, so 100,000 cost nothing.
public struct WindowedList: Equatable, Sendable {
  /// How many rows there are.
  public private(set) var count: Int
  /// The selected row, from 0; 0 too when there are no rows.
  public private(set) var selection: Int
  /// The first row seen.
  public private(set) var top: Int
  /// How many rows are seen at once, at least 1.
  public private(set) var height: Int

  /// What an event did.
  public enum Outcome: Equatable, Sendable {
    /// Nothing: the event was not for the list, or there was nowhere to go.
    case unchanged
    /// Another row is selected.
    case moved
    /// A row was chosen, by Enter or by a double click.
    case activated(Int)
  }

  /// Makes a list with a row selected.
  public init(count: Int, height: Int, selection: Int = 0) {
    self.count = max(0, count)
    self.height = max(1, height)
    self.selection = 0
    top = 0
    select(selection)
  }

  /// The rows that are seen.
  public var visible: Range<Int> { top..<min(count, top + height) }

  /// The selected row, or nil when there are none.
  public var selected: Int? { count > 0 ? selection : nil }

  /// Selects a row, or the nearest that there is, and brings it in view.
  public mutating func select(_ row: Int) {
    selection = max(0, min(row, count - 1))
    top = Window.top(top, showing: selection..<(selection + 1), height: height, count: count)
  }

  /// Selects a row and makes it the first one seen, as far as there are rows enough below it.
  public mutating func selectFirst(_ row: Int) {
    select(row)
    top = max(0, min(selection, count - height))
  }

  /// Takes another number of rows; the selection stays where it can.
  public mutating func setCount(_ count: Int) {
    self.count = max(0, count)
    select(selection)
  }

  /// Takes another height; the selection stays in view.
  public mutating func setHeight(_ height: Int) {
    self.height = max(1, height)
    select(selection)
  }

  /// Moves by keys, wheel and clicks. `rect` is where the rows are drawn, without heading; only clicks need it.
  public mutating func handle(_ event: Event, in rect: Rect) -> Outcome {
    guard count > 0 else { return .unchanged }
    let before = selection
    switch event {
    case .key(.up): select(selection - 1)
    case .key(.down): select(selection + 1)
    case .key(.pageUp): select(selection - max(1, height - 1))
    case .key(.pageDown): select(selection + max(1, height - 1))
    case .key(.home): select(0)
    case .key(.end): select(count - 1)
    case .key(.enter): return .activated(selection)
    case .mouse(let mouse) where rect.contains(mouse.place):
      switch mouse.action {
      case .wheelUp: select(selection - 3)
      case .wheelDown: select(selection + 3)
      case .press:
        let row = shownTop(height: rect.rows) + mouse.place.row - rect.top
        guard row < count else { return .unchanged }
        // The first of the two clicks has selected the row.
        if mouse.isDouble, row == selection { return .activated(row) }
        select(row)
      case .release: return .unchanged
      }
    default: return .unchanged
    }
    return selection == before ? .unchanged : .moved
  }

  /// The first row in a room of another height than was set; the selection is in view there too.
  private func shownTop(height: Int) -> Int {
    Window.top(top, showing: selection..<(selection + 1), height: height, count: count)
  }

  /// Where one is, in words of the caller: given the first and the last row seen (from 1; 0 when there are none) and
  /// the number of rows, for instance "18–34 of 100".
  public func position(_ format: (_ first: Int, _ last: Int, _ count: Int) -> String) -> String {
    count == 0 ? format(0, 0, 0) : format(visible.lowerBound + 1, visible.upperBound, count)
  }

  /// Draws the rows that are seen. The selected one gets `▸` in its first column with the hardware cursor on it, and its
  /// label in the selected style without the room behind it, so that a step changes few cells.
  /// - Parameters:
  ///   - columns: The columns of the table; `ListLayout` says which of them fit.
  ///   - row: Gives a row by its number; asked only for rows that are seen.
  public func draw(
    into canvas: inout Canvas, in rect: Rect, theme: Theme, columns: [ListColumn], row: (Int) -> ListRow
  ) {
    guard rect.columns > 0 else { return }
    let layout = ListLayout(columns: columns, width: rect.columns - 1)
    let first = shownTop(height: rect.rows)
    for index in first..<max(first, min(count, first + rect.rows)) {
      let line = rect.top + index - first
      draw(row(index), number: index, into: &canvas, in: rect, line: line, layout: layout, theme: theme)
    }
  }

  /// Draws one row on a line of its own choice, for lists that have headings between their rows.
  public func draw(
    _ row: ListRow, number: Int, into canvas: inout Canvas, in rect: Rect, line: Int, layout: ListLayout, theme: Theme
  ) {
    let isSelected = number == selection
    layout.draw(row, into: &canvas, at: Point(column: rect.left + 1, row: line), isSelected: isSelected, theme: theme)
    guard isSelected else { return }
    canvas.write("▸", column: rect.left, row: line, in: rect, style: theme.text)
    canvas.placeCursor(Point(column: rect.left, row: line), in: rect)
  }
}
