import Canvas

/// Text of many lines that can be typed in; it wraps at words and scrolls.
public struct TextArea: Equatable, Sendable {
  /// The text; its only control character is the line break.
  public private(set) var text: String
  /// Characters before the cursor, line breaks included.
  public private(set) var cursor: Int
  /// The longest text allowed, in characters; more is not taken.
  public let maximumLength: Int
  private var top = 0
  /// The column that up and down try to keep.
  private var goal: Int?

  /// Makes an area with the cursor behind its text. The text is cleaned and cut as if it had been pasted.
  public init(_ text: String = "", maximumLength: Int = 10_000) {
    self.maximumLength = max(0, maximumLength)
    self.text = String(TextEditing.cleaned(text, keepingLineBreaks: true).prefix(self.maximumLength))
    cursor = self.text.count
  }

  /// Takes a key, a pasted text, a click or the wheel. `rect` is where the area is drawn: rows depend on its width.
  /// Up on the first row and down on the last are `.unhandled`, so that a form can go on.
  public mutating func handle(_ event: Event, in rect: Rect) -> TextField.Outcome {
    let before = self
    switch event {
    case .paste(let pasted): insert(pasted)
    case .mouse(let mouse) where rect.contains(mouse.place):
      let lines = rows(width: rect.columns)
      switch mouse.action {
      case .press:
        let shown = shownTop(lines: lines, height: rect.rows)
        let row = min(shown + mouse.place.row - rect.top, lines.count - 1)
        cursor = place(row: row, column: mouse.place.column - rect.left, lines: lines)
      case .wheelUp: _ = moveRow(-1, lines: lines)
      case .wheelDown: _ = moveRow(1, lines: lines)
      case .release: return .unhandled
      }
    case .key(let key):
      guard handle(key, rect: rect) else { return .unhandled }
      if key != .up, key != .down, key != .pageUp, key != .pageDown { goal = nil }
    default: return .unhandled
    }
    top = shownTop(lines: rows(width: rect.columns), height: rect.rows)
    if before.text != text { return .changed }
    return before.cursor == cursor ? .unchanged : .moved
  }

  private mutating func handle(_ key: Key, rect: Rect) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .enter, .control("j"), .control("o"): insert("\n")
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(text.count, cursor + 1)
    case .wordLeft, .alt("b"): cursor = TextEditing.wordStart(in: Array(text), before: cursor)
    case .wordRight, .alt("f"): cursor = TextEditing.wordEnd(in: Array(text), after: cursor)
    case .backspace, .control("h"): remove(max(0, cursor - 1)..<cursor)
    case .delete, .control("d"): remove(cursor..<min(text.count, cursor + 1))
    case .control("w"): remove(TextEditing.wordStart(in: Array(text), before: cursor)..<cursor)
    case .home, .control("a"): cursor = edges(rect.columns).lowerBound
    case .end, .control("e"): cursor = edges(rect.columns).upperBound
    case .control("u"): remove(edges(rect.columns).lowerBound..<cursor)
    case .control("k"): remove(cursor..<edges(rect.columns).upperBound)
    case .up: return moveRow(-1, lines: rows(width: rect.columns))
    case .down: return moveRow(1, lines: rows(width: rect.columns))
    case .pageUp: return moveRow(-max(1, rect.rows - 1), lines: rows(width: rect.columns))
    case .pageDown: return moveRow(max(1, rect.rows - 1), lines: rows(width: rect.columns))
    default: return false
    }
    return true
  }

  private mutating func insert(_ addition: String) {
    (text, cursor) = TextEditing.inserting(
      TextEditing.cleaned(addition, keepingLineBreaks: true), in: text, at: cursor, maximumLength: maximumLength)
  }

  private mutating func remove(_ range: Range<Int>) {
    (text, cursor) = TextEditing.removing(range, from: text)
  }

  /// The rows that the text takes in a width.
  func rows(width: Int) -> [TextWidth.WrappedLine] {
    TextWidth.wrappedLines(text, to: width, keepingSpaces: true)
  }

  /// The row of the cursor. At a place where a line was wrapped it stands at the start of the next row.
  private func cursorRow(_ lines: [TextWidth.WrappedLine]) -> Int {
    lines.lastIndex { $0.start <= cursor } ?? 0
  }

  private func cursorColumn(_ lines: [TextWidth.WrappedLine], row: Int) -> Int {
    TextWidth.columns(of: String(lines[row].text.prefix(cursor - lines[row].start)))
  }

  /// The first and last place of the cursor's row.
  private func edges(_ width: Int) -> ClosedRange<Int> {
    let lines = rows(width: width)
    let line = lines[cursorRow(lines)]
    let end = line.start + line.length - (line.continues ? 1 : 0)
    return line.start...max(line.start, end)
  }

  private mutating func moveRow(_ distance: Int, lines: [TextWidth.WrappedLine]) -> Bool {
    let row = cursorRow(lines)
    let target = max(0, min(row + distance, lines.count - 1))
    guard target != row else { return false }
    let column = goal ?? cursorColumn(lines, row: row)
    goal = column
    cursor = place(row: target, column: column, lines: lines)
    return true
  }

  /// The place in the text nearest to a column of a row.
  private func place(row: Int, column: Int, lines: [TextWidth.WrappedLine]) -> Int {
    let line = lines[max(0, row)]
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

  private func shownTop(lines: [TextWidth.WrappedLine], height: Int) -> Int {
    let row = cursorRow(lines)
    return Window.top(top, showing: row..<(row + 1), height: height, count: lines.count)
  }

  /// What stands in a room: its rows, and with the focus the cursor's place from its top left.
  func shown(width: Int, height: Int, hasFocus: Bool) -> (rows: [String], cursor: Point?) {
    let lines = rows(width: width)
    let first = hasFocus ? shownTop(lines: lines, height: height) : 0
    let texts = lines.dropFirst(first).prefix(max(0, height)).map { line in
      var shown = line.text
      while shown.last == " ", line.continues { shown.removeLast() }
      return String(shown)
    }
    guard hasFocus else { return (texts, nil) }
    let row = cursorRow(lines)
    let column = min(cursorColumn(lines, row: row), max(0, width - 1))
    return (texts, Point(column: column, row: row - first))
  }

  /// Draws the area; with the focus it places the hardware cursor.
  public func draw(into canvas: inout Canvas, in rect: Rect, theme: Theme, hasFocus: Bool = true) {
    guard rect.columns > 0, rect.rows > 0 else { return }
    canvas.fill(rect, style: theme.field)
    let (rows, cursor) = shown(width: rect.columns, height: rect.rows, hasFocus: hasFocus)
    for (offset, text) in rows.enumerated() {
      canvas.write(text, column: rect.left, row: rect.top + offset, in: rect, style: theme.field)
    }
    if let cursor {
      canvas.placeCursor(Point(column: rect.left + cursor.column, row: rect.top + cursor.row), in: rect)
    }
  }
}
