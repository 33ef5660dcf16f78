import Canvas

/// A question over the screen, with a few answers. No destructive answer is ever the default.
public struct Dialog: Equatable, Sendable {
  /// An answer.
  public struct Choice: Equatable, Sendable {
    /// What is told to the caller.
    public var id: String
    /// The words on the button.
    public var label: String
    /// A letter that gives the answer at once; capitals do not matter.
    public var key: Character?
    /// Whether it takes something away that is hard to get back.
    public var isDestructive: Bool

    /// Makes an answer.
    public init(id: String, label: String, key: Character? = nil, isDestructive: Bool = false) {
      self.id = id
      self.label = label
      self.key = key
      self.isDestructive = isDestructive
    }
  }

  /// What an event did.
  public enum Outcome: Equatable, Sendable {
    /// Nothing.
    case unchanged
    /// Another answer has the focus, or the text was scrolled.
    case moved
    /// An answer was given: its id.
    case chosen(String)
    /// Escape: as if it had not been asked.
    case cancelled
  }

  /// The title in the frame.
  public let title: String
  /// The text; each line is wrapped to the width.
  public let lines: [String]
  /// The answers.
  public let choices: [Choice]
  /// The number of the answer with the focus, nil while there is none (all are destructive).
  public private(set) var focus: Int?
  private var top = 0

  /// Makes a dialog. The default is the answer with the id `defaultChoice`, or else the first, among those that are not
  /// destructive; with none of those Enter does nothing until one goes to an answer.
  public init(title: String, lines: [String], choices: [Choice], defaultChoice: String? = nil) {
    self.title = title
    self.lines = lines
    self.choices = choices
    let safe = choices.indices.filter { !choices[$0].isDestructive }
    focus = safe.first { choices[$0].id == defaultChoice } ?? safe.first
  }

  /// Takes an event. `rect` is the room that the dialog stands in, as for drawing.
  public mutating func handle(_ event: Event, in rect: Rect) -> Outcome {
    let frame = Frame(self, in: rect)
    switch event {
    case .key(.escape): return .cancelled
    case .key(.enter): return focus.map { .chosen(choices[$0].id) } ?? .unchanged
    case .key(.tab), .key(.right): return move(1)
    case .key(.backTab), .key(.left): return move(-1)
    case .key(.down): return frame.hidesText ? scroll(1, frame) : move(1)
    case .key(.up): return frame.hidesText ? scroll(-1, frame) : move(-1)
    case .key(.pageDown): return scroll(max(1, frame.textHeight - 1), frame)
    case .key(.pageUp): return scroll(-max(1, frame.textHeight - 1), frame)
    case .key(.character(let character)):
      let wanted = character.lowercased()
      guard let choice = choices.first(where: { $0.key?.lowercased() == wanted }) else { return .unchanged }
      return .chosen(choice.id)
    case .mouse(let mouse):
      switch mouse.action {
      case .wheelUp: return scroll(-1, frame)
      case .wheelDown: return scroll(1, frame)
      case .press:
        guard let number = frame.buttons.firstIndex(where: { $0.contains(mouse.place) }) else { return .unchanged }
        return .chosen(choices[number].id)
      case .release: return .unchanged
      }
    default: return .unchanged
    }
  }

  private mutating func move(_ step: Int) -> Outcome {
    guard !choices.isEmpty else { return .unchanged }
    let next = focus.map { ($0 + step + choices.count) % choices.count } ?? (step > 0 ? 0 : choices.count - 1)
    if next == focus { return .unchanged }
    focus = next
    return .moved
  }

  private mutating func scroll(_ step: Int, _ frame: Frame) -> Outcome {
    let next = max(0, min(top + step, frame.text.count - frame.textHeight))
    if next == top { return .unchanged }
    top = next
    return .moved
  }

  /// Where the parts of a dialog stand.
  private struct Frame {
    var box: Rect
    var text: [String]
    var textHeight: Int
    var buttons: [Rect]
    var hidesText: Bool { text.count > textHeight }

    init(_ dialog: Dialog, in rect: Rect) {
      let labels = dialog.choices.map { TextWidth.columns(of: Dialog.button($0)) }
      let wanted = max(
        dialog.lines.map { TextWidth.columns(of: $0) }.max() ?? 0, TextWidth.columns(of: dialog.title) + 4,
        labels.reduce(max(0, labels.count - 1) * 2, +))
      let width = min(max(wanted, 20), 72, max(1, rect.columns - 4))
      text = dialog.lines.flatMap { TextWidth.wrapped($0, to: width) }
      // The answers stand in one row, or below each other when they are too long for that.
      var places: [Point] = []
      var column = 0
      var row = 0
      for label in labels {
        if column > 0, column + label > width {
          column = 0
          row += 1
        }
        places.append(Point(column: column, row: row))
        column += label + 2
      }
      let buttonRows = labels.isEmpty ? 0 : row + 1
      let around = 2 + (buttonRows > 0 ? buttonRows + 1 : 0)
      textHeight = max(0, min(text.count, rect.rows - around))
      let height = min(rect.rows, textHeight + around)
      box = Rect(
        column: rect.left + max(0, rect.columns - width - 4) / 2, row: rect.top + max(0, rect.rows - height) / 2,
        columns: min(width + 4, rect.columns), rows: height)
      let first = box.bottom - 1 - buttonRows
      let left = box.left + 2
      buttons = zip(places, labels).map { place, label in
        Rect(column: left + place.column, row: first + place.row, columns: min(label, width - place.column), rows: 1)
      }
    }
  }

  private static func button(_ choice: Choice) -> String {
    guard let key = choice.key else { return "[ \(choice.label) ]" }
    return "[ \(key)  \(choice.label) ]"
  }

  /// Draws the dialog in the middle of a rectangle over what is there; the hardware cursor stands at the answer with
  /// the focus.
  /// - Parameter position: Which lines are seen, in words; shown in the lower edge when the text is too long for its room.
  public func draw(
    into canvas: inout Canvas, in rect: Rect, theme: Theme,
    position: (_ first: Int, _ last: Int, _ count: Int) -> String
  ) {
    guard rect.columns > 0, rect.rows > 0 else { return }
    let frame = Frame(self, in: rect)
    canvas.fill(frame.box)
    let inside = Panel(title: title, hasFocus: true).draw(into: &canvas, in: frame.box, theme: theme)
    let room = Rect(column: inside.left, row: inside.top, columns: inside.columns, rows: frame.textHeight)
    let first = max(0, min(top, frame.text.count - frame.textHeight))
    for (offset, line) in frame.text.dropFirst(first).prefix(frame.textHeight).enumerated() {
      canvas.write(line, column: room.left, row: room.top + offset, in: room, style: theme.text)
    }
    if frame.hidesText, frame.box.columns > 6 {
      let words = " " + position(first + 1, first + frame.textHeight, frame.text.count) + " "
      canvas.write(
        words, at: Point(column: frame.box.left + 2, row: frame.box.bottom - 1), width: frame.box.columns - 4,
        style: theme.faint, alignment: .trailing)
    }
    for (number, button) in frame.buttons.enumerated() {
      let style = number == focus ? theme.selected : choices[number].isDestructive ? theme.warning : theme.text
      canvas.write(Self.button(choices[number]), column: button.left, row: button.top, in: inside, style: style)
    }
    let start = focus.map { frame.buttons[$0].origin } ?? frame.buttons.first?.origin ?? inside.origin
    canvas.placeCursor(start, in: frame.box)
  }
}
