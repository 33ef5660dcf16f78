import Canvas

/// A short list in a box over the screen, from which Enter goes somewhere: what is still wrong in a form, for instance.
public struct JumpList: Equatable, Sendable {
  /// A place to go to.
  public struct Entry: Equatable, Sendable {
    /// What is told to the caller.
    public var id: String
    /// What it is called.
    public var label: String
    /// What is said of it.
    public var text: String

    /// Makes an entry.
    public init(id: String, label: String, text: String) {
      self.id = id
      self.label = label
      self.text = text
    }
  }

  /// What an event did.
  public enum Outcome: Equatable, Sendable {
    /// Nothing, or another entry is selected.
    case unchanged
    /// An entry was chosen: its id.
    case chosen(String)
    /// Escape.
    case closed
  }

  /// The title in the frame.
  public let title: String
  /// The entries.
  public let entries: [Entry]
  private var list: WindowedList

  /// Makes a list with an entry selected, by default the first.
  public init(title: String, entries: [Entry], selection: Int = 0) {
    self.title = title
    self.entries = entries
    list = WindowedList(count: entries.count, height: entries.count, selection: selection)
  }

  /// Takes an event. `rect` is the room that the box stands in, as for drawing.
  public mutating func handle(_ event: Event, in rect: Rect) -> Outcome {
    if event == .key(.escape) { return .closed }
    let room = room(in: rect)
    list.setHeight(room.rows)
    if case .activated(let number) = list.handle(event, in: room) { return .chosen(entries[number].id) }
    return .unchanged
  }

  private func box(in rect: Rect) -> Rect {
    let columns = min(76, max(0, rect.columns - 4))
    let rows = min(entries.count + 2, max(0, rect.rows - 2))
    return Rect(
      column: rect.left + (rect.columns - columns) / 2, row: rect.top + (rect.rows - rows) / 2, columns: columns,
      rows: rows)
  }

  private func room(in rect: Rect) -> Rect { box(in: rect).inset(left: 2, top: 1, right: 2, bottom: 1) }

  /// Draws the box in the middle of a rectangle; the hardware cursor stands on the selected entry.
  /// - Parameter position: Which entries are seen, in words; shown in the frame when not all are.
  public func draw(
    into canvas: inout Canvas, in rect: Rect, theme: Theme,
    position: (_ first: Int, _ last: Int, _ count: Int) -> String
  ) {
    let box = box(in: rect)
    let room = room(in: rect)
    canvas.fill(box)
    canvas.placeCursor(box.origin, in: box)
    var shown = list
    shown.setHeight(room.rows)
    let note = shown.visible.count < entries.count ? shown.position(position) : ""
    Panel(title: title, note: note, hasFocus: true).draw(into: &canvas, in: box, theme: theme)
    let label = min(entries.map { TextWidth.columns(of: $0.label) }.max() ?? 0, room.columns / 3)
    shown.draw(
      into: &canvas, in: room, theme: theme,
      columns: [ListColumn(width: label, isLabel: true), ListColumn(width: 8, stretch: 1)]
    ) { number in
      ListRow([.init(entries[number].label, style: theme.text), .init(entries[number].text, style: theme.text)])
    }
  }
}
