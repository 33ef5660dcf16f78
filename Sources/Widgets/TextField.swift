import Canvas

/// One line of text that can be typed in. The cursor counts characters as a person knows them.
public struct TextField: Equatable, Sendable {
  /// The text; never a line break or another control character.
  public private(set) var text: String
  /// Characters before the cursor.
  public private(set) var cursor: Int
  /// The longest text allowed, in characters; more is not taken.
  public let maximumLength: Int

  /// What an event did.
  public enum Outcome: Equatable, Sendable {
    /// The event is not for a field.
    case unhandled
    /// It was for the field but changed nothing.
    case unchanged
    /// The cursor moved.
    case moved
    /// The text is another.
    case changed
  }

  /// Makes a field with the cursor behind its text. The text is cleaned and cut as if it had been pasted.
  public init(_ text: String = "", maximumLength: Int = 500) {
    self.maximumLength = max(0, maximumLength)
    self.text = String(Self.cleaned(text).prefix(self.maximumLength))
    cursor = self.text.count
  }

  /// Takes a key, a pasted text, or a click. `rect` is where the field is drawn; only clicks need it.
  public mutating func handle(_ event: Event, in rect: Rect = Rect(column: 0, row: 0, columns: 0, rows: 0)) -> Outcome {
    let before = self
    switch event {
    case .paste(let pasted): insert(pasted)
    case .mouse(let mouse):
      guard mouse.action == .press, rect.contains(mouse.place) else { return .unhandled }
      click(column: mouse.place.column - rect.left, width: rect.columns)
    case .key(let key):
      guard handle(key) else { return .unhandled }
    default: return .unhandled
    }
    if before.text != text { return .changed }
    return before.cursor == cursor ? .unchanged : .moved
  }

  private mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(text.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .wordLeft, .alt("b"): cursor = TextEditing.wordStart(in: Array(text), before: cursor)
    case .wordRight, .alt("f"): cursor = TextEditing.wordEnd(in: Array(text), after: cursor)
    case .backspace, .control("h"): remove(max(0, cursor - 1)..<cursor)
    case .delete, .control("d"): remove(cursor..<min(text.count, cursor + 1))
    case .control("k"): remove(cursor..<text.count)
    case .control("u"): remove(0..<cursor)
    case .control("w"): remove(TextEditing.wordStart(in: Array(text), before: cursor)..<cursor)
    default: return false
    }
    return true
  }

  private mutating func insert(_ addition: String) {
    (text, cursor) = TextEditing.inserting(
      Self.cleaned(addition), in: text, at: cursor, maximumLength: maximumLength)
  }

  private mutating func remove(_ range: Range<Int>) {
    (text, cursor) = TextEditing.removing(range, from: text)
  }

  /// One line: breaks and tabs become spaces, other control characters fall away.
  private static func cleaned(_ text: String) -> String {
    TextEditing.cleaned(text, keepingLineBreaks: false)
  }

  /// The first character shown in a width, and the columns from there to the cursor. The view moves by half a width, so
  /// that it does not move at each key.
  func view(width: Int) -> (first: Int, cursorColumn: Int) {
    let widths = text.map { TextWidth.columns(of: $0) }
    var column = widths[..<cursor].reduce(0, +)
    var first = 0
    while column > max(0, width - 1), first < cursor {
      var left = 0
      while first < cursor, left < max(1, width / 2) {
        left += widths[first]
        first += 1
      }
      column -= left
    }
    return (first, max(0, column))
  }

  private mutating func click(column: Int, width: Int) {
    let characters = Array(text)
    var place = view(width: width).first
    var used = 0
    while place < characters.count, used + TextWidth.columns(of: characters[place]) <= column {
      used += TextWidth.columns(of: characters[place])
      place += 1
    }
    cursor = place
  }

  /// Draws the field over the first row of a rectangle; with the focus it places the hardware cursor.
  public func draw(into canvas: inout Canvas, in rect: Rect, theme: Theme, hasFocus: Bool = true) {
    guard rect.columns > 0, rect.rows > 0 else { return }
    canvas.fill(Rect(column: rect.left, row: rect.top, columns: rect.columns, rows: 1), style: theme.field)
    let (first, cursorColumn) = hasFocus ? view(width: rect.columns) : (0, 0)
    canvas.write(
      String(text.dropFirst(first)), column: rect.left, row: rect.top, in: rect, style: theme.field)
    if hasFocus {
      canvas.placeCursor(Point(column: rect.left + cursorColumn, row: rect.top), in: rect)
    }
  }
}
