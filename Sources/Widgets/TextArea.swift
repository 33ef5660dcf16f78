import Canvas

/// Text of many lines that can be typed in; it wraps at words and scrolls.
public struct TextArea: Equatable, Sendable {
  private var content: EditedText
  private var top = 0
  /// The column that up and down try to keep.
  private var goal: Int?
  /// The rows of the text in the width that was last used: wrapping a long text is most of the work of a key.
  private var wrapped = Wrapped()

  private struct Wrapped: Equatable, Sendable {
    var width = -1
    var revision = -1
    var rows: [TextWidth.WrappedLine] = []

    /// What is only remembered makes no difference.
    static func == (first: Wrapped, second: Wrapped) -> Bool { true }
  }

  /// Makes an area with the cursor behind its text. The text is cleaned and cut as if it had been pasted.
  public init(_ text: String = "", maximumLength: Int = 10_000) {
    content = EditedText(text, maximumLength: maximumLength, keepsLineBreaks: true)
  }

  /// The text; its only control character is the line break.
  public var text: String { content.text }
  /// Characters before the cursor, line breaks included.
  public var cursor: Int { content.cursor }
  /// The longest text allowed, in characters; more is not taken.
  public var maximumLength: Int { content.maximumLength }

  /// Puts another text in its place, with the cursor behind it, so that it can be undone.
  public mutating func replace(with text: String) { content.replaceAll(with: text) }

  /// Takes a key, a pasted text, a click or the wheel. `rect` is where the area is drawn: rows depend on its width.
  /// Up on the first row and down on the last are `.unhandled`, so that a form can go on.
  public mutating func handle(_ event: Event, in rect: Rect) -> TextField.Outcome {
    let revision = content.revision
    let cursor = content.cursor
    prepare(width: rect.columns)
    switch event {
    case .paste(let pasted):
      content.paste(pasted)
      goal = nil
    case .mouse(let mouse) where rect.contains(mouse.place):
      let rows = wrapped.rows
      switch mouse.action {
      case .press:
        let row = min(shownTop(rows, height: rect.rows) + mouse.place.row - rect.top, rows.count - 1)
        content.move(to: place(row: row, column: mouse.place.column - rect.left, rows: rows))
        goal = nil
      case .wheelUp: _ = moveRow(-1)
      case .wheelDown: _ = moveRow(1)
      case .release: return .unhandled
      }
    case .key(let key):
      guard handle(key, rect: rect) else { return .unhandled }
      if key != .up, key != .down, key != .pageUp, key != .pageDown { goal = nil }
    default: return .unhandled
    }
    prepare(width: rect.columns)
    top = shownTop(wrapped.rows, height: rect.rows)
    if content.revision != revision { return .changed }
    return content.cursor == cursor ? .unchanged : .moved
  }

  private mutating func handle(_ key: Key, rect: Rect) -> Bool {
    switch key {
    case .enter, .control("j"), .control("o"): content.type("\n")
    case .home, .control("a"): content.move(to: edges.lowerBound)
    case .end, .control("e"): content.move(to: edges.upperBound)
    case .control("u"): content.remove(edges.lowerBound..<cursor)
    case .control("k"): content.remove(cursor..<edges.upperBound)
    case .up: return moveRow(-1)
    case .down: return moveRow(1)
    case .pageUp: return moveRow(-max(1, rect.rows - 1))
    case .pageDown: return moveRow(max(1, rect.rows - 1))
    default: return content.handle(key)
    }
    return true
  }

  /// Remembers the rows of a width, so that drawing need not find them.
  mutating func prepare(width: Int) {
    guard wrapped.width != width || wrapped.revision != content.revision else { return }
    wrapped = Wrapped(width: width, revision: content.revision, rows: rows(width: width))
  }

  /// The rows that the text takes in a width.
  func rows(width: Int) -> [TextWidth.WrappedLine] {
    if wrapped.width == width, wrapped.revision == content.revision { return wrapped.rows }
    return TextWidth.wrappedLines(text, to: width, keepingSpaces: true)
  }

  /// The row of the cursor. At a place where a line was wrapped it stands at the start of the next row.
  private func cursorRow(_ rows: [TextWidth.WrappedLine]) -> Int {
    var low = 0
    var high = rows.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if rows[middle].start <= cursor { low = middle } else { high = middle }
    }
    return low
  }

  private func cursorColumn(_ rows: [TextWidth.WrappedLine], row: Int) -> Int {
    TextWidth.columns(of: String(rows[row].text.prefix(cursor - rows[row].start)))
  }

  /// Whether the cursor stands on the first row, in the width that was last used.
  var isOnFirstRow: Bool { wrapped.rows.isEmpty || cursorRow(wrapped.rows) == 0 }

  /// The first and last place of the cursor's row.
  private var edges: ClosedRange<Int> {
    let row = wrapped.rows[cursorRow(wrapped.rows)]
    let end = row.start + row.length - (row.continues ? 1 : 0)
    return row.start...max(row.start, end)
  }

  private mutating func moveRow(_ distance: Int) -> Bool {
    let rows = wrapped.rows
    let row = cursorRow(rows)
    let target = max(0, min(row + distance, rows.count - 1))
    guard target != row else { return false }
    let column = goal ?? cursorColumn(rows, row: row)
    goal = column
    content.move(to: place(row: target, column: column, rows: rows))
    return true
  }

  /// The place in the text nearest to a column of a row.
  private func place(row: Int, column: Int, rows: [TextWidth.WrappedLine]) -> Int {
    let line = rows[max(0, row)]
    var result = line.start
    var used = 0
    let end = line.start + line.length - (line.continues ? 1 : 0)
    for character in line.text {
      used += TextWidth.columns(of: character)
      if used > column || result >= end { break }
      result += 1
    }
    return result
  }

  private func shownTop(_ rows: [TextWidth.WrappedLine], height: Int) -> Int {
    let row = cursorRow(rows)
    return Window.top(top, showing: row..<(row + 1), height: height, count: rows.count)
  }

  /// The first row that is seen in a room, from 0, and how many there are.
  func seen(width: Int, height: Int) -> (first: Int, count: Int) {
    let rows = rows(width: width)
    return (shownTop(rows, height: height), rows.count)
  }

  /// What stands in a room: its rows, and with the focus the cursor's place from its top left.
  func shown(width: Int, height: Int, hasFocus: Bool) -> (rows: [String], cursor: Point?) {
    let rows = rows(width: width)
    let first = hasFocus ? shownTop(rows, height: height) : 0
    let texts = rows.dropFirst(first).prefix(max(0, height)).map { row in
      var shown = row.text
      while shown.last == " ", row.continues { shown.removeLast() }
      return String(shown)
    }
    guard hasFocus else { return (texts, nil) }
    let row = cursorRow(rows)
    let column = min(cursorColumn(rows, row: row), max(0, width - 1))
    return (texts, Point(column: column, row: row - first))
  }

  /// Draws the area; with the focus it places the hardware cursor.
  public func draw(into canvas: inout Canvas, in rect: Rect, theme: Theme, hasFocus: Bool = true) {
    guard rect.columns > 0, rect.rows > 0 else { return }
    canvas.fill(rect, style: theme.field)
    let (rows, cursor) = shown(width: rect.columns, height: rect.rows, hasFocus: hasFocus)
    for (offset, text) in rows.enumerated() {
      canvas.write(text, column: rect.left, row: rect.top + offset, in: rect, style: theme.text)
    }
    if let cursor {
      canvas.placeCursor(Point(column: rect.left + cursor.column, row: rect.top + cursor.row), in: rect)
    }
  }
}
