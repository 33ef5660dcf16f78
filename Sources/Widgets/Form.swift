import Canvas

/// Fields to fill in, one below the other, with a button at the end. It scrolls when it is higher than its room.
///
/// Tab, Shift-Tab and the arrows up and down go between fields, Enter too but for a text of many lines, where it makes a
/// line break; Space ticks and chooses, left and right choose too. Within a choice up and down first go through its
/// answers; Enter then takes the answer that one went to. Enter on the last field or on the button submits, Escape
/// closes. Nothing that was typed is ever dropped here.
///
/// The caller judges values, when a field was left (`focusedField` is another after an event than before it) and before
/// saving, and sets `errors`.
public struct Form: Equatable, Sendable {
  /// What is asked and told.
  public private(set) var fields: [FormField]
  /// The words on the button.
  public let submitLabel: String
  /// What is wrong, by the id of the field; shown below its input until the caller takes it away.
  public var errors: [String: String] = [:]
  /// What a text means, by the id of the field, such as the weekday of a date; shown beside its input.
  public var readings: [String: String] = [:]
  /// Whether a row is kept, where not everything fits, for which field this is; without it the caller tells.
  public var showsPosition = true
  /// The number of the field with the focus; the number of fields for the button.
  public private(set) var focus: Int
  var lines: [String: TextField] = [:]
  var areas: [String: TextArea] = [:]
  var picked: [String: String] = [:]
  /// The answer of the focused choice on which the cursor stands.
  var highlight = 0
  /// Whether the arrows brought the cursor to that answer since the field got the focus.
  var didMoveHighlight = false
  /// What is offered below the focused field that searches; nil while nothing is.
  var suggestions: Suggestions?
  private(set) var top = 0

  /// What an event did.
  public enum Outcome: Equatable, Sendable {
    /// No value is another; the focus or the cursor may be.
    case unchanged
    /// A value is another; the focus may be too.
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
    for field in fields { result[field.id] = value(of: field) }
    return result
  }

  /// The value of a field; nil where it asks nothing.
  public func value(of field: FormField) -> String? {
    switch field.kind {
    case .line, .date, .number, .email, .phone, .url: return lines[field.id]?.text ?? ""
    case .prose: return areas[field.id]?.text ?? ""
    case .choice, .several, .tick, .yesNo: return picked[field.id] ?? ""
    case .search(let choices, _):
      if let id = picked[field.id], !id.isEmpty { return id }
      let text = lines[field.id]?.text ?? ""
      return choices.contains { $0.id == text && $0.label != text } ? "" : text
    case .information: return nil
    }
  }

  /// Gives a field another value; an unknown choice counts as none. In a text it can be undone.
  public mutating func set(_ value: String, for id: String) {
    guard let field = fields.first(where: { $0.id == id }) else { return }
    store(value, for: field)
    if focusedField?.id == id { arrive() }
  }

  /// Gives a choice other answers, for instance when the names that are known have been read. What was answered stays.
  public mutating func setChoices(_ choices: [FormField.Choice], for id: String) {
    guard let number = fields.firstIndex(where: { $0.id == id }) else { return }
    let answer = value(of: fields[number]) ?? ""
    switch fields[number].kind {
    case .choice: fields[number].kind = .choice(choices)
    case .search(_, let allowsOther):
      fields[number].kind = .search(choices, allowsOther: allowsOther)
      let chosen = choices.first { $0.id == answer }
      // The text may be half typed, and the cursor stands in it.
      picked[id] = chosen?.id ?? ""
      suggestions = nil
      return
    default: return
    }
    store(answer, for: fields[number])
    if focus == number { arrive() }
  }

  /// Gives the form other fields, as when some come or go with an answer. What stands in a field that stays is kept, with the cursor in it;
  /// new ones begin with `values`. The focus stays on its field; where that goes, it comes on the next one that stays.
  public mutating func setFields(_ new: [FormField], values: [String: String] = [:]) {
    let old = fields
    let focused = focusedField?.id
    let before = Set(old.map(\.id))
    let after = Set(new.map(\.id))
    fields = new
    for field in new where !before.contains(field.id) { store(values[field.id] ?? "", for: field) }
    for id in before.subtracting(after) {
      lines[id] = nil
      areas[id] = nil
      picked[id] = nil
      errors[id] = nil
      readings[id] = nil
    }
    guard let focused else {
      focus = new.count
      return
    }
    if let place = new.firstIndex(where: { $0.id == focused }) {
      focus = place
      return
    }
    let later = old.drop { $0.id != focused }.first { after.contains($0.id) && $0.isAsked }
    focus = later.flatMap { field in new.firstIndex { $0.id == field.id } } ?? new.count
    arrive()
  }

  private mutating func store(_ value: String, for field: FormField) {
    switch field.kind {
    case .line, .date, .number, .email, .phone, .url: fill(value, field)
    case .search(let choices, _):
      let chosen = choices.first { $0.id == value }
      picked[field.id] = chosen?.id ?? ""
      fill(chosen?.label ?? value, field)
    case .prose:
      if areas[field.id] == nil { areas[field.id] = TextArea(value, maximumLength: field.maximumLength) }
      areas[field.id]?.replace(with: value)
    case .choice(let choices): picked[field.id] = choices.contains { $0.id == value } ? value : ""
    case .several(let choices):
      let wanted = Set(value.split(separator: ",").map(String.init))
      picked[field.id] = choices.map(\.id).filter(wanted.contains).joined(separator: ",")
    case .yesNo: picked[field.id] = ["true", "false"].contains(value) ? value : ""
    case .tick: picked[field.id] = value == "true" ? "true" : "false"
    case .information: break
    }
  }

  private mutating func fill(_ text: String, _ field: FormField) {
    if lines[field.id] == nil { lines[field.id] = TextField(text, maximumLength: field.lineLength) }
    lines[field.id]?.replace(with: text)
  }

  /// The field with the focus, nil for the button.
  public var focusedField: FormField? { fields.indices.contains(focus) ? fields[focus] : nil }

  /// Whether letters are text where the focus is, so that they cannot be commands.
  public var takesText: Bool {
    guard let field = focusedField else { return false }
    if case .prose = field.kind { return true }
    return field.isLine
  }

  /// Puts the focus on a field, for instance the first with an error.
  public mutating func focus(on id: String) {
    guard let number = fields.firstIndex(where: { $0.id == id && $0.isAsked }) else { return }
    focus = number
    arrive()
  }

  /// Puts the focus on the button.
  public mutating func focusOnButton() {
    focus = fields.count
    arrive()
  }

  /// Whether a key goes up from the first field, or from the first answer of it: above that there is nothing here, but there may be
  /// something for the caller.
  public func goesAbove(_ event: Event) -> Bool {
    guard let first = fields.firstIndex(where: \.isAsked), focus == first else { return false }
    switch (event, fields[first].kind) {
    case (.key(.backTab), _): return true
    case (.key(.up), .choice), (.key(.up), .several): return highlight == 0
    case (.key(.up), .prose): return areas[fields[first].id]?.isOnFirstRow ?? true
    case (.key(.up), _): return suggestions == nil
    default: return false
    }
  }

  /// The ids of the fields with an error, in the order of the form.
  public var wrongFields: [String] { fields.filter { !(errors[$0.id] ?? "").isEmpty && $0.isAsked }.map(\.id) }

  /// Puts the focus on the first field with an error, if there is one.
  public mutating func focusOnFirstError() {
    if let id = wrongFields.first { focus(on: id) }
  }

  /// Which of the fields that ask something has the focus, and how many there are; on the button the last.
  public var place: (number: Int, count: Int) {
    let asked = fields.indices.filter { fields[$0].isAsked }
    let number = asked.firstIndex(of: focus).map { $0 + 1 } ?? asked.count
    return (number, asked.count)
  }

  /// Takes an event.
  /// - Parameters:
  ///   - rect: Where the form is drawn.
  ///   - fold: Makes of what is typed in a field that searches what is compared with `FormField.Choice.folded`.
  public mutating func handle(
    _ event: Event, in rect: Rect, fold: (String) -> String = { $0.lowercased() }
  ) -> Outcome {
    let left = focusedField
    var outcome = respond(to: event, in: rect, fold: fold)
    if let left, left.id != focusedField?.id || outcome == .submitted, settle(left, fold: fold), outcome == .unchanged {
      outcome = .changed
    }
    for id in areas.keys { areas[id]?.prepare(width: rect.columns - FormLayout.margin) }
    top = shownTop(layout(width: rect.columns), rect: rect)
    return outcome
  }

  private mutating func respond(to event: Event, in rect: Rect, fold: (String) -> String) -> Outcome {
    if case .mouse(let mouse) = event { return handle(mouse, in: rect, fold: fold) }
    guard let field = focusedField else { return handleOnButton(event) }
    if case .search(let choices, let allowsOther) = field.kind,
      let outcome = handleSearch(event, field, choices, allowsOther: allowsOther, fold: fold)
    {
      return outcome
    }
    if case .prose = field.kind {
      let room = inputRect(of: focus, in: rect)
      let outcome = areas[field.id]?.handle(event, in: room) ?? .unhandled
      if outcome != .unhandled { return outcome == .changed ? .changed : .unchanged }
    }
    switch event {
    case .key(.escape): return .closed
    case .key(.tab): return move(1)
    case .key(.backTab): return move(-1)
    case .key(.enter): return enter()
    default: break
    }
    switch field.kind {
    case .line, .date, .number, .email, .phone, .url, .search:
      let outcome = lines[field.id]?.handle(event) ?? .unhandled
      return outcome == .unhandled ? moveByArrow(event) : outcome == .changed ? .changed : .unchanged
    case .choice(let choices): return handle(event, choices: choices, id: field.id)
    case .several(let choices): return handle(event, several: choices, id: field.id)
    case .yesNo(let yes, let no): return handleYesNo(event, field.id, yes: yes, no: no)
    case .tick:
      guard event == .key(.character(" ")) else { return moveByArrow(event) }
      picked[field.id] = picked[field.id] == "true" ? "false" : "true"
      return .changed
    case .prose, .information: return moveByArrow(event)
    }
  }

  private mutating func handleOnButton(_ event: Event) -> Outcome {
    switch event {
    case .key(.escape): .closed
    case .key(.backTab): move(-1)
    case .key(.enter), .key(.character(" ")): .submitted
    default: moveByArrow(event)
    }
  }

  mutating func moveByArrow(_ event: Event) -> Outcome {
    switch event {
    case .key(.up): moveUp()
    case .key(.down): move(1)
    default: .unchanged
    }
  }

  /// Goes to the field above; on a choice without an answer the cursor comes in from below.
  mutating func moveUp() -> Outcome {
    let before = focus
    let outcome = move(-1)
    guard focus != before, let field = focusedField else { return outcome }
    switch field.kind {
    case .choice(let choices) where picked[field.id] == "": highlight = max(0, choices.count - 1)
    case .several(let choices): highlight = max(0, choices.count - 1)
    default: break
    }
    return outcome
  }

  mutating func enter() -> Outcome {
    guard let field = focusedField else { return .submitted }
    var changed = false
    switch field.kind {
    case .choice(let choices) where didMoveHighlight && choices.indices.contains(highlight):
      changed = pick(choices[highlight].id, for: field.id) == .changed
    case .several(let choices) where didMoveHighlight && picked[field.id] == "":
      // Whoever goes to an answer and presses Enter means that one.
      changed = tick(highlight, of: choices, id: field.id, on: true) == .changed
    default: break
    }
    if fields.lastIndex(where: \.isAsked) == focus { return .submitted }
    _ = move(1)
    return changed ? .changed : .unchanged
  }

  mutating func pick(_ choice: String, for id: String) -> Outcome {
    guard picked[id] != choice else { return .unchanged }
    picked[id] = choice
    return .changed
  }

  mutating func move(_ step: Int) -> Outcome {
    var next = focus + step
    while fields.indices.contains(next), !fields[next].isAsked { next += step }
    guard next >= 0, next <= fields.count else { return .unchanged }
    focus = next
    arrive()
    return .unchanged
  }

  /// Puts the cursor on the answer given, or on the first.
  mutating func arrive() {
    highlight = 0
    didMoveHighlight = false
    suggestions = nil
    guard let field = focusedField, case .choice(let choices) = field.kind else { return }
    highlight = choices.firstIndex { $0.id == picked[field.id] } ?? 0
  }

  private mutating func handle(_ mouse: MouseEvent, in rect: Rect, fold: (String) -> String) -> Outcome {
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
      arrive()
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
    case .suggestion(let place): return take(suggestion: place, of: fields[row.field])
    case .choice(let index, _, _, _):
      highlight = index
      switch fields[row.field].kind {
      case .choice(let choices): return pick(choices[index].id, for: id)
      case .several(let choices): return tick(index, of: choices, id: id)
      default: break
      }
    case .yesNo(_, let column):
      guard case .yesNo(let yes, _) = fields[row.field].kind else { break }
      let end = rect.left + column + FormLayout.boxColumns + TextWidth.columns(of: yes) + 1
      if mouse.place.column >= rect.left + column { return pick(mouse.place.column < end ? "true" : "false", for: id) }
    case .tick: return respond(to: .key(.character(" ")), in: rect, fold: fold)
    default: break
    }
    return .unchanged
  }
}
