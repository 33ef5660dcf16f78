import Canvas

/// Something that can be chosen in a palette.
public struct PaletteEntry: Equatable, Sendable {
  /// What is told to the caller.
  public var id: String
  /// What is read.
  public var label: String
  /// The names of its keys, empty for none.
  public var keys: String
  /// What else it is found by, such as its name in another language; never shown.
  public var words: String
  /// Why it cannot be chosen now; nil when it can.
  public var reason: String?

  /// Makes an entry.
  public init(id: String, label: String, keys: String = "", words: String = "", reason: String? = nil) {
    self.id = id
    self.label = label
    self.keys = keys
    self.words = words
    self.reason = reason
  }
}

/// A field and the list of what fits what is typed in it.
public struct PaletteList: Equatable, Sendable {
  /// What is typed.
  public private(set) var field: TextField
  /// What fits, best first.
  public private(set) var entries: [PaletteEntry]
  private var list: WindowedList
  /// Whether the arrows were used last; then the hardware cursor stands on the selected entry, else in the field.
  private var isInList = false
  /// Whether room is kept below the list for the reason why the selected entry cannot be chosen.
  private let tellsReasons: Bool

  /// What an event did.
  public enum Outcome: Equatable, Sendable {
    /// Nothing.
    case unchanged
    /// Another entry is selected, or the cursor in the field moved.
    case moved
    /// Another text is typed.
    case changed
    /// An entry was chosen: its id.
    case chosen(String)
    /// Escape.
    case closed
  }

  /// Makes a palette with what fits `query`; the entry `selected` or else the first is selected.
  public init(query: String = "", entries: [PaletteEntry], selected: String? = nil) {
    field = TextField(query, maximumLength: 200)
    self.entries = entries
    let place = entries.firstIndex { $0.id == selected }
    list = WindowedList(count: entries.count, height: 1, selection: place ?? 0)
    isInList = place != nil
    tellsReasons = entries.contains { $0.reason != nil }
  }

  private static let reasonRows = 2

  /// Where the entries stand.
  private func room(in rect: Rect) -> Rect {
    rect.inset(top: 1, bottom: tellsReasons && rect.rows > Self.reasonRows + 3 ? Self.reasonRows : 0)
  }

  /// The selected entry.
  public var selected: PaletteEntry? { list.selected.map { entries[$0] } }

  /// Takes an event.
  /// - Parameters:
  ///   - rect: Where the palette is drawn: the field in its first row, the entries below.
  ///   - filter: Gives what fits a text, best first; called when another text is typed.
  public mutating func handle(
    _ event: Event, in rect: Rect, filter: (_ query: String) -> [PaletteEntry]
  ) -> Outcome {
    let room = room(in: rect)
    list.setHeight(room.rows)
    switch event {
    case .key(.escape): return .closed
    case .key(.enter): return selected.map { .chosen($0.id) } ?? .unchanged
    case .key(.up), .key(.down), .key(.pageUp), .key(.pageDown), .mouse:
      switch list.handle(event, in: room) {
      case .unchanged: return .unchanged
      case .moved:
        isInList = true
        return .moved
      case .activated(let number): return .chosen(entries[number].id)
      }
    default:
      let outcome = field.handle(event)
      guard outcome == .changed || outcome == .moved else { return .unchanged }
      isInList = false
      guard outcome == .changed else { return .moved }
      entries = filter(field.text)
      list = WindowedList(count: entries.count, height: room.rows)
      return .changed
    }
  }

  /// Draws the palette.
  /// - Parameters:
  ///   - prompt: Stands before the field.
  ///   - nothingFound: Stands below it when nothing fits.
  public func draw(into canvas: inout Canvas, in rect: Rect, theme: Theme, prompt: String, nothingFound: String) {
    guard rect.columns > 0, rect.rows > 0 else { return }
    // The field keeps at least half of the row.
    let used = canvas.write(
      prompt, at: Point(column: rect.left + 1, row: rect.top), width: max(0, rect.columns / 2 - 2), style: theme.text)
    let start = min(rect.left + used + 2, rect.right - 1)
    let line = Rect(column: start, row: rect.top, columns: max(1, rect.right - start - 1), rows: 1)
    let room = room(in: rect)
    if entries.isEmpty {
      canvas.write(nothingFound, column: rect.left + 1, row: rect.top + 1, in: rect, style: theme.faint)
    }
    let keys = min(entries.map { TextWidth.columns(of: $0.keys) }.max() ?? 0, rect.columns * 2 / 5)
    var shown = list
    shown.setHeight(room.rows)
    shown.draw(
      into: &canvas, in: room, theme: theme,
      columns: [
        ListColumn(width: max(0, min(8, room.columns - 2)), stretch: 1, isLabel: true),
        ListColumn(width: keys, alignment: .trailing, givesWay: 1),
      ],
      row: { number in
        let entry = entries[number]
        let isOpen = entry.reason == nil
        return ListRow([
          .init((isOpen ? "" : "– ") + entry.label, style: isOpen ? theme.text : theme.faint),
          .init(entry.keys, style: isOpen ? theme.keyName : theme.faint),
        ])
      })
    drawReason(into: &canvas, in: rect, below: room, theme: theme)
    let cursor = canvas.cursor
    field.draw(into: &canvas, in: line, theme: theme)
    if isInList, !entries.isEmpty, room.rows > 0 { canvas.cursor = cursor }
  }

  /// Why the selected entry cannot be chosen, below the list.
  private func drawReason(into canvas: inout Canvas, in rect: Rect, below room: Rect, theme: Theme) {
    guard room.bottom < rect.bottom, let reason = selected?.reason else { return }
    let width = rect.columns - 2
    let lines = TextWidth.wrapped(reason, to: width)
    for (offset, line) in lines.prefix(rect.bottom - room.bottom).enumerated() {
      let isCut = offset == rect.bottom - room.bottom - 1 && offset < lines.count - 1
      canvas.write(
        isCut ? TextWidth.clipped(line + " …", to: width) : line, column: rect.left + 1, row: room.bottom + offset,
        in: rect, style: theme.text)
    }
  }
}
