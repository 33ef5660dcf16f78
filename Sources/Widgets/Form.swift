import Canvas

/// Fields to fill in, one below the other, with a button at the end. It scrolls when it is higher than its room.
///
/// Tab, Shift-Tab, Enter and the arrows up and down go between fields; Space ticks and chooses, left and right choose
/// too. Within a choice up and down first go through its answers; Enter then takes the answer that one went to.
/// Enter on the last field or on the button submits, Escape closes. Nothing that was typed is ever dropped here.
public struct Form: Equatable, Sendable {
  /// What is asked and told.
  public let fields: [FormField]
  /// The words on the button.
  public let submitLabel: String
  /// What is wrong, by the id of the field; shown below its input until the caller takes it away.
  public var errors: [String: String] = [:]
  /// The number of the field with the focus; the number of fields for the button.
  public private(set) var focus: Int
  private(set) var lines: [String: TextField] = [:]
  private(set) var areas: [String: TextArea] = [:]
  private(set) var picked: [String: String] = [:]
  /// The answer of the focused choice on which the cursor stands.
  private(set) var highlight = 0
  /// Whether the arrows brought the cursor to that answer since the field got the focus.
  private var didMoveHighlight = false
  private(set) var top = 0

  /// What an event did.
  public enum Outcome: Equatable, Sendable {
    /// No value is another; the focus or the cursor may be.
    case unchanged
    /// A value is another.
    case changed
    /// The person is ready. The caller judges, and sets `errors` where something is wrong.
    case submitted
    /// The person wants to leave the form.
    case closed
  }

  /// Makes a form with the focus on its first field. `values` are as in `values`; what is missing is empty.
  public init(fields: [FormField], values: [String: String] = [:], submitLabel: String) {
    self.fields = fields
    self.submitLabel = submitLabel
    focus = fields.firstIndex(where: \.isAsked) ?? fields.count
    for field in fields { store(values[field.id] ?? "", for: field) }
    arrive()
  }

  /// The value of each field that asks something, by id.
  public var values: [String: String] {
    var result: [String: String] = [:]
    for field in fields {
      switch field.kind {
      case .line, .date: result[field.id] = lines[field.id]?.text ?? ""
      case .prose: result[field.id] = areas[field.id]?.text ?? ""
      case .choice, .tick: result[field.id] = picked[field.id] ?? ""
      case .information: break
      }
    }
    return result
  }

  /// Gives a field another value; an unknown choice counts as none.
  public mutating func set(_ value: String, for id: String) {
    guard let field = fields.first(where: { $0.id == id }) else { return }
    store(value, for: field)
    if focusedField?.id == id { arrive() }
  }

  private mutating func store(_ value: String, for field: FormField) {
    switch field.kind {
    case .line: lines[field.id] = TextField(value, maximumLength: field.maximumLength)
    case .date: lines[field.id] = TextField(value, maximumLength: min(20, field.maximumLength))
    case .prose: areas[field.id] = TextArea(value, maximumLength: field.maximumLength)
    case .choice(let choices): picked[field.id] = choices.contains { $0.id == value } ? value : ""
    case .tick: picked[field.id] = value == "true" ? "true" : "false"
    case .information: break
    }
  }

  /// The field with the focus, nil for the button.
  public var focusedField: FormField? { fields.indices.contains(focus) ? fields[focus] : nil }

  /// Whether letters are text where the focus is, so that they cannot be commands.
  public var takesText: Bool {
    switch focusedField?.kind {
    case .line, .date, .prose: true
    default: false
    }
  }

  /// Puts the focus on a field, for instance the first with an error.
  public mutating func focus(on id: String) {
    guard let number = fields.firstIndex(where: { $0.id == id && $0.isAsked }) else { return }
    focus = number
    arrive()
  }

  /// Puts the focus on the first field with an error, if there is one.
  public mutating func focusOnFirstError() {
    if let field = fields.first(where: { !(errors[$0.id] ?? "").isEmpty && $0.isAsked }) { focus(on: field.id) }
  }

  /// Which of the fields that ask something has the focus, and how many there are; on the button the last.
  public var place: (number: Int, count: Int) {
    let asked = fields.indices.filter { fields[$0].isAsked }
    let number = asked.firstIndex(of: focus).map { $0 + 1 } ?? asked.count
    return (number, asked.count)
  }

  /// Takes an event. `rect` is where the form is drawn.
  public mutating func handle(_ event: Event, in rect: Rect) -> Outcome {
    let outcome = respond(to: event, in: rect)
    top = shownTop(layout(width: rect.columns), rect: rect)
    return outcome
  }

  private mutating func respond(to event: Event, in rect: Rect) -> Outcome {
    if case .mouse(let mouse) = event { return handle(mouse, in: rect) }
    switch event {
    case .key(.escape): return .closed
    case .key(.tab): return move(1)
    case .key(.backTab): return move(-1)
    case .key(.enter): return enter()
    default: break
    }
    guard let field = focusedField else { return handleOnButton(event) }
    switch field.kind {
    case .line, .date:
      let outcome = lines[field.id]?.handle(event) ?? .unhandled
      return outcome == .unhandled ? moveByArrow(event) : outcome == .changed ? .changed : .unchanged
    case .prose:
      let room = inputRect(of: focus, in: rect)
      let outcome = areas[field.id]?.handle(event, in: room) ?? .unhandled
      return outcome == .unhandled ? moveByArrow(event) : outcome == .changed ? .changed : .unchanged
    case .choice(let choices): return handle(event, choices: choices, id: field.id)
    case .tick:
      guard event == .key(.character(" ")) else { return moveByArrow(event) }
      picked[field.id] = picked[field.id] == "true" ? "false" : "true"
      return .changed
    case .information: return moveByArrow(event)
    }
  }

  private mutating func handleOnButton(_ event: Event) -> Outcome {
    event == .key(.character(" ")) ? .submitted : moveByArrow(event)
  }

  private mutating func moveByArrow(_ event: Event) -> Outcome {
    switch event {
    case .key(.up): moveUp()
    case .key(.down): move(1)
    default: .unchanged
    }
  }

  /// Goes to the field above; on a choice without an answer the cursor comes in from below.
  private mutating func moveUp() -> Outcome {
    let before = focus
    let outcome = move(-1)
    if focus != before, let field = focusedField, case .choice(let choices) = field.kind, picked[field.id] == "" {
      highlight = max(0, choices.count - 1)
    }
    return outcome
  }

  private mutating func enter() -> Outcome {
    guard let field = focusedField else { return .submitted }
    var changed = false
    if case .choice(let choices) = field.kind, didMoveHighlight, choices.indices.contains(highlight) {
      changed = picked[field.id] != choices[highlight].id
      picked[field.id] = choices[highlight].id
    }
    if fields.lastIndex(where: \.isAsked) == focus { return .submitted }
    _ = move(1)
    return changed ? .changed : .unchanged
  }

  private mutating func handle(_ event: Event, choices: [FormField.Choice], id: String) -> Outcome {
    guard !choices.isEmpty else { return moveByArrow(event) }
    switch event {
    case .key(.up) where highlight > 0:
      highlight -= 1
      didMoveHighlight = true
      return .unchanged
    case .key(.down) where highlight < choices.count - 1:
      highlight += 1
      didMoveHighlight = true
      return .unchanged
    case .key(.up): return moveUp()
    case .key(.down): return move(1)
    case .key(.left), .key(.right):
      // From no answer both keys take the one under the cursor.
      if picked[id] != "" {
        highlight = max(0, min(highlight + (event == .key(.left) ? -1 : 1), choices.count - 1))
      }
      return pick(choices[highlight].id, for: id)
    case .key(.character(" ")): return pick(choices[highlight].id, for: id)
    default: return .unchanged
    }
  }

  private mutating func pick(_ choice: String, for id: String) -> Outcome {
    guard picked[id] != choice else { return .unchanged }
    picked[id] = choice
    return .changed
  }

  private mutating func move(_ step: Int) -> Outcome {
    var next = focus + step
    while fields.indices.contains(next), !fields[next].isAsked { next += step }
    guard next >= 0, next <= fields.count else { return .unchanged }
    focus = next
    arrive()
    return .unchanged
  }

  /// Puts the cursor on the answer given, or on the first.
  private mutating func arrive() {
    highlight = 0
    didMoveHighlight = false
    guard let field = focusedField, case .choice(let choices) = field.kind else { return }
    highlight = choices.firstIndex { $0.id == picked[field.id] } ?? 0
  }

  private mutating func handle(_ mouse: MouseEvent, in rect: Rect) -> Outcome {
    guard rect.contains(mouse.place) else { return .unchanged }
    switch mouse.action {
    case .wheelUp: return move(-1)
    case .wheelDown: return move(1)
    case .release: return .unchanged
    case .press: break
    }
    let layout = layout(width: rect.columns)
    let number = shownTop(layout, rect: rect) + mouse.place.row - rect.top
    guard mouse.place.row - rect.top < contentHeight(layout, rect: rect), layout.rows.indices.contains(number) else {
      return .unchanged
    }
    let row = layout.rows[number]
    if case .button = row.content {
      focus = fields.count
      return .submitted
    }
    guard fields.indices.contains(row.field), fields[row.field].isAsked, row.content != .nothing else {
      return .unchanged
    }
    // The place on the screen is that from before the focus moved, for moving it may scroll.
    let room = inputRect(of: row.field, in: rect)
    let id = fields[row.field].id
    if focus != row.field {
      focus = row.field
      arrive()
    }
    switch row.content {
    case .line: _ = lines[id]?.handle(.mouse(mouse), in: room)
    case .area: _ = areas[id]?.handle(.mouse(mouse), in: room)
    case .choice(let index, _, _):
      highlight = index
      if case .choice(let choices) = fields[row.field].kind { return pick(choices[index].id, for: id) }
    case .tick: return respond(to: .key(.character(" ")), in: rect)
    default: break
    }
    return .unchanged
  }
}
