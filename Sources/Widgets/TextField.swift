import Canvas

/// One line of text that can be typed in. The cursor counts characters as a person knows them.
public struct TextField: Equatable, Sendable {
  private var content: EditedText

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
    content = EditedText(text, maximumLength: maximumLength, keepsLineBreaks: false)
  }

  /// The text; never a line break or another control character.
  public var text: String { content.text }
  /// Characters before the cursor.
  public var cursor: Int { content.cursor }
  /// The longest text allowed, in characters; more is not taken.
  public var maximumLength: Int { content.maximumLength }

  /// Puts another text in its place, with the cursor behind it, so that it can be undone.
  public mutating func replace(with text: String) { content.replaceAll(with: text) }

  /// Takes a key, a pasted text, or a click. `rect` is where the field is drawn; only clicks need it.
  public mutating func handle(_ event: Event, in rect: Rect = Rect(column: 0, row: 0, columns: 0, rows: 0)) -> Outcome {
    let revision = content.revision
    let cursor = content.cursor
    switch event {
    case .paste(let pasted): content.paste(pasted)
    case .mouse(let mouse):
      guard mouse.action == .press, rect.contains(mouse.place) else { return .unhandled }
      click(column: mouse.place.column - rect.left, width: rect.columns)
    case .key(.home), .key(.control("a")): content.move(to: 0)
    case .key(.end), .key(.control("e")): content.move(to: content.characters.count)
    case .key(.control("u")): content.remove(0..<cursor)
    case .key(.control("k")): content.remove(cursor..<content.characters.count)
    case .key(let key): guard content.handle(key) else { return .unhandled }
    default: return .unhandled
    }
    if content.revision != revision { return .changed }
    return content.cursor == cursor ? .unchanged : .moved
  }

  /// The first character shown in a width, and the columns from there to the cursor. The view moves by half a width, so
  /// that it does not move at each key.
  func view(width: Int) -> (first: Int, cursorColumn: Int) {
    let characters = content.characters
    var column = characters[..<cursor].reduce(0) { $0 + TextWidth.columns(of: $1) }
    var first = 0
    while column > max(0, width - 1), first < cursor {
      var left = 0
      while first < cursor, left < max(1, width / 2) {
        left += TextWidth.columns(of: characters[first])
        first += 1
      }
      column -= left
    }
    return (first, max(0, column))
  }

  private mutating func click(column: Int, width: Int) {
    let characters = content.characters
    var place = view(width: width).first
    var used = 0
    while place < characters.count, used + TextWidth.columns(of: characters[place]) <= column {
      used += TextWidth.columns(of: characters[place])
      place += 1
    }
    content.move(to: place)
  }

  /// Draws the field over the first row of a rectangle; with the focus it places the hardware cursor.
  public func draw(into canvas: inout Canvas, in rect: Rect, theme: Theme, hasFocus: Bool = true) {
    guard rect.columns > 0, rect.rows > 0 else { return }
    canvas.fill(Rect(column: rect.left, row: rect.top, columns: rect.columns, rows: 1), style: theme.field)
    let (first, cursorColumn) = hasFocus ? view(width: rect.columns) : (0, 0)
    // No character is narrower than none, so a few more than there are columns always fill the row.
    let shown = content.characters.dropFirst(first).prefix(rect.columns * 2 + 8)
    // What is typed has the terminal's own look, which costs a byte for a letter; the room that is left shows the field.
    canvas.write(String(shown), column: rect.left, row: rect.top, in: rect, style: theme.text)
    if hasFocus {
      canvas.placeCursor(Point(column: rect.left + cursorColumn, row: rect.top), in: rect)
    }
  }
}
