import Canvas

/// Where everything of a form stands in a width, row by row, before scrolling.
struct FormLayout {
  /// What a row shows.
  enum Content: Equatable {
    case nothing
    case text(String, role: Role)
    /// The label of a field with its line, its answers, its tick, or the first row of what is typed in it.
    case label(String)
    case line(label: String, column: Int)
    case area(row: Int)
    case suggestion(place: Int)
    case choice(index: Int, row: Int, text: String, indent: Int)
    case yesNo(label: String, column: Int)
    case tick(row: Int, text: String)
    case button(String)
  }
  enum Role { case error, information }
  struct Row: Equatable {
    /// The number of the field; the number of fields for the button.
    var field: Int
    var content: Content
  }

  /// Columns at the left for the marker of the focus.
  static let margin = 2
  /// Columns of `( ) ` and `[ ] `.
  static let boxColumns = 4
  /// Columns of the key of an answer, and of the space behind it.
  static let keyColumns = 3
  /// Columns beside a question for which part is seen of a long text.
  static let positionColumns = 14
  /// A number before a question is so long at most, with the spaces behind it.
  private static let mostIndent = 8

  private(set) var rows: [Row] = []
  /// The column at which answers begin that stand beside their label.
  let inputColumn: Int

  init(form: Form, width: Int) {
    let room = max(4, width - Self.margin)
    let fields = form.fields
    let longest =
      fields.filter(Self.standsBesideItsLabel).map { TextWidth.columns(of: Self.label(of: $0)) }
      .filter { $0 <= room * 2 / 5 }.max() ?? 0
    inputColumn = Self.margin + longest + (longest > 0 ? 2 : 0)
    var before: Shape?
    for (number, field) in fields.enumerated() {
      let shape = shape(of: field)
      if let before, before != .row || shape != .row || !field.heading.isEmpty {
        rows.append(Row(field: number, content: .nothing))
      }
      before = shape
      addHanging(field.heading, number: number, room: labelRoom(field, room))
      add(field, number: number, room: room)
      if number == form.focus, let list = form.suggestions {
        for row in 0..<list.rows { rows.append(Row(field: number, content: .suggestion(place: list.top + row))) }
      }
      if let error = form.errors[field.id], !error.isEmpty { add("! " + error, as: .error, field: number, room: room) }
    }
    if !fields.isEmpty { rows.append(Row(field: fields.count, content: .nothing)) }
    rows.append(Row(field: fields.count, content: .button("[ \(form.submitLabel) ]")))
  }

  /// Whether a field takes a row, which may stand next to another, or a block with a free row around it.
  private enum Shape { case row, block }

  private func shape(of field: FormField) -> Shape {
    switch field.kind {
    case .tick: .row
    case _ where field.label.isEmpty: .block
    case _ where Self.standsBesideItsLabel(field): isShort(Self.label(of: field)) ? .row : .block
    default: .block
    }
  }

  private static func standsBesideItsLabel(_ field: FormField) -> Bool {
    if case .yesNo = field.kind { return true }
    return field.isLine
  }

  private static func label(of field: FormField) -> String {
    field.required && !field.label.isEmpty ? field.label + " *" : field.label
  }

  private func isShort(_ label: String) -> Bool {
    TextWidth.columns(of: label) <= inputColumn - Self.margin - 2
  }

  private mutating func add(_ field: FormField, number: Int, room: Int) {
    let label = Self.label(of: field)
    switch field.kind {
    case .line, .date, .number, .email, .phone, .url, .search:
      let (text, column) = besides(label, number: number, room: room)
      rows.append(Row(field: number, content: .line(label: text, column: column)))
    case .yesNo:
      let (text, column) = besides(label, number: number, room: room)
      rows.append(Row(field: number, content: .yesNo(label: text, column: column)))
    case .prose(let height):
      addLabel(label, number: number, room: labelRoom(field, room))
      for row in 0..<max(1, height) { rows.append(Row(field: number, content: .area(row: row))) }
    case .choice(let choices), .several(let choices):
      addLabel(label, number: number, room: room)
      for (index, choice) in choices.enumerated() {
        let indent = choice.key == nil ? 0 : Self.keyColumns
        for (row, text) in TextWidth.wrapped(choice.label, to: room - Self.boxColumns - indent).enumerated() {
          rows.append(Row(field: number, content: .choice(index: index, row: row, text: text, indent: indent)))
        }
      }
    case .tick:
      for (row, text) in TextWidth.wrapped(label, to: room - Self.boxColumns).enumerated() {
        rows.append(Row(field: number, content: .tick(row: row, text: text)))
      }
    case .information(let text):
      if !label.isEmpty { addLabel(label, number: number, room: room) }
      add(text, as: .information, field: number, room: room)
    }
  }

  /// The label that stands beside an answer, and the column of that answer; a long label gets rows of its own.
  private mutating func besides(_ label: String, number: Int, room: Int) -> (label: String, column: Int) {
    if label.isEmpty { return ("", Self.margin) }
    if isShort(label) { return (label, inputColumn) }
    addLabel(label, number: number, room: room)
    return ("", Self.margin)
  }

  /// The room for what stands above a field. Beside a text of many lines that is which part of it is seen.
  private func labelRoom(_ field: FormField, _ room: Int) -> Int {
    if case .prose = field.kind { return room - Self.positionColumns }
    return room
  }

  /// A text whose second row begins below what follows its number, if it begins with one.
  private mutating func addHanging(_ text: String, number: Int, room: Int) {
    guard !text.isEmpty else { return }
    let head = text.ranges(of: "  ").first.map { text[..<$0.upperBound] } ?? ""
    let indent = head.utf8.count <= Self.mostIndent ? head.count : 0
    let body = indent == 0 ? text : String(text.dropFirst(indent))
    for (row, part) in TextWidth.wrapped(body, to: room - indent).enumerated() {
      let start = row == 0 ? text.prefix(indent) : Substring(String(repeating: " ", count: indent))
      rows.append(Row(field: number, content: .label(start + part)))
    }
  }

  private mutating func addLabel(_ label: String, number: Int, room: Int) {
    guard !label.isEmpty else { return }
    for text in TextWidth.wrapped(label, to: room) { rows.append(Row(field: number, content: .label(text))) }
  }

  private mutating func add(_ text: String, as role: Role, field: Int, room: Int) {
    for line in TextWidth.wrapped(text, to: room) {
      rows.append(Row(field: field, content: .text(line, role: role)))
    }
  }

  /// The rows of a field, without the free row above it.
  func range(of field: Int) -> Range<Int> {
    let first = rows.firstIndex { $0.field == field && $0.content != .nothing } ?? 0
    let last = rows.lastIndex { $0.field == field } ?? first
    return first..<(last + 1)
  }

  /// The rows of a field and of those that stand under the same heading, such as the parts of a person.
  func groupRange(of field: Int, _ fields: [FormField]) -> Range<Int> {
    guard fields.indices.contains(field), let first = fields[...field].lastIndex(where: { !$0.heading.isEmpty }) else {
      return range(of: field)
    }
    let next = fields[(field + 1)...].firstIndex { !$0.heading.isEmpty } ?? fields.count
    return range(of: first).lowerBound..<range(of: max(field, next - 1)).upperBound
  }

  /// The row on which a field's input begins; for a choice that of the choice `index`.
  func inputRow(of field: Int, choice index: Int) -> Int {
    let place = rows.firstIndex { row in
      guard row.field == field else { return false }
      switch row.content {
      case .line, .yesNo, .button, .area(row: 0), .tick(row: 0, _): return true
      case .choice(let number, row: 0, _, _): return number == index
      default: return false
      }
    }
    return place ?? range(of: field).lowerBound
  }

  /// The row of an answer that is offered while one searches.
  func suggestionRow(_ place: Int) -> Int? {
    rows.firstIndex { $0.content == .suggestion(place: place) }
  }
}
