import Canvas

/// Where everything of a form stands in a width, row by row, before scrolling.
struct FormLayout {
  /// What a row shows.
  enum Content: Equatable {
    case nothing
    case text(String, column: Int, role: Role)
    /// The label of a field with its line, its tick, or the first row of what is typed in it.
    case label(String)
    case line(label: String, column: Int)
    case area(row: Int)
    case choice(index: Int, row: Int, text: String)
    case tick(row: Int, text: String)
    case button(String)
  }
  enum Role { case help, error, information }
  struct Row: Equatable {
    /// The number of the field; the number of fields for the button.
    var field: Int
    var content: Content
  }

  /// Columns at the left for the marker of the focus.
  static let margin = 2
  /// Columns of `( ) ` and `[ ] `.
  static let boxColumns = 4

  private(set) var rows: [Row] = []
  /// The column at which texts begin that stand beside their label.
  let inputColumn: Int

  init(fields: [FormField], errors: [String: String], submitLabel: String, width: Int) {
    let room = max(4, width - Self.margin)
    let longest =
      fields.compactMap { field -> Int? in
        switch field.kind {
        case .line, .date: TextWidth.columns(of: Self.label(of: field))
        default: nil
        }
      }.filter { $0 <= room / 3 }.max() ?? 0
    inputColumn = Self.margin + longest + (longest > 0 ? 2 : 0)
    for (number, field) in fields.enumerated() {
      if number > 0 { rows.append(Row(field: number, content: .nothing)) }
      add(field, number: number, room: room)
      if let error = errors[field.id], !error.isEmpty {
        add("! " + error, as: .error, field: number, column: Self.margin, room: room)
      }
      if !field.help.isEmpty { add(field.help, as: .help, field: number, column: Self.margin, room: room) }
    }
    if !fields.isEmpty { rows.append(Row(field: fields.count, content: .nothing)) }
    rows.append(Row(field: fields.count, content: .button("[ \(submitLabel) ]")))
  }

  private static func label(of field: FormField) -> String {
    field.required ? field.label + " *" : field.label
  }

  private mutating func add(_ field: FormField, number: Int, room: Int) {
    let label = Self.label(of: field)
    switch field.kind {
    case .line, .date:
      if TextWidth.columns(of: label) <= inputColumn - Self.margin - 2 {
        rows.append(Row(field: number, content: .line(label: label, column: inputColumn)))
      } else {
        addLabel(label, number: number, room: room)
        rows.append(Row(field: number, content: .line(label: "", column: Self.margin)))
      }
    case .prose(let height):
      addLabel(label, number: number, room: room)
      for row in 0..<max(1, height) { rows.append(Row(field: number, content: .area(row: row))) }
    case .choice(let choices):
      addLabel(label, number: number, room: room)
      for (index, choice) in choices.enumerated() {
        for (row, text) in TextWidth.wrapped(choice.label, to: room - Self.boxColumns).enumerated() {
          rows.append(Row(field: number, content: .choice(index: index, row: row, text: text)))
        }
      }
    case .tick:
      for (row, text) in TextWidth.wrapped(label, to: room - Self.boxColumns).enumerated() {
        rows.append(Row(field: number, content: .tick(row: row, text: text)))
      }
    case .information(let text):
      if !label.isEmpty { addLabel(label, number: number, room: room) }
      add(text, as: .information, field: number, column: Self.margin, room: room)
    }
  }

  private mutating func addLabel(_ label: String, number: Int, room: Int) {
    for text in TextWidth.wrapped(label, to: room) { rows.append(Row(field: number, content: .label(text))) }
  }

  private mutating func add(_ text: String, as role: Role, field: Int, column: Int, room: Int) {
    for line in TextWidth.wrapped(text, to: room) {
      rows.append(Row(field: field, content: .text(line, column: column, role: role)))
    }
  }

  /// The rows of a field, without the free row above it.
  func range(of field: Int) -> Range<Int> {
    let first = rows.firstIndex { $0.field == field && $0.content != .nothing } ?? 0
    let last = rows.lastIndex { $0.field == field } ?? first
    return first..<(last + 1)
  }

  /// The row on which a field's input begins; for a choice that of the choice `index`.
  func inputRow(of field: Int, choice index: Int) -> Int {
    let place = rows.firstIndex { row in
      guard row.field == field else { return false }
      switch row.content {
      case .line, .button, .area(row: 0), .tick(row: 0, _): return true
      case .choice(let number, row: 0, _): return number == index
      default: return false
      }
    }
    return place ?? range(of: field).lowerBound
  }
}
