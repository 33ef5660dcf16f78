import Canvas

extension Form {
  /// Draws the form and places the hardware cursor: at the insertion point of a field, at the answer of a choice or a
  /// tick, at the button.
  /// - Parameter position: Where one is in words ("3 of 8"), given the number of the field and how many there are. It is
  ///   shown in the last row when the form is higher than its room.
  public func draw(
    into canvas: inout Canvas, in rect: Rect, theme: Theme, position: (_ number: Int, _ count: Int) -> String
  ) {
    guard rect.columns > 0, rect.rows > 0 else { return }
    let layout = layout(width: rect.columns)
    let top = shownTop(layout, rect: rect)
    let height = contentHeight(layout, rect: rect)
    let content = Rect(column: rect.left, row: rect.top, columns: rect.columns, rows: height)
    var areaRows: [Int: [String]] = [:]
    for (offset, row) in layout.rows.dropFirst(top).prefix(height).enumerated() {
      if case .area = row.content, areaRows[row.field] == nil { areaRows[row.field] = shownRows(row.field, rect: rect) }
      draw(row, line: rect.top + offset, areaRows: areaRows[row.field] ?? [], into: &canvas, in: content, theme: theme)
    }
    let place = cursorPlace(layout, rect: rect)
    let markerRow = markedRow(layout) - top
    canvas.write("▸", column: rect.left, row: rect.top + markerRow, in: content, style: theme.accent)
    canvas.placeCursor(Point(column: rect.left + place.column, row: rect.top + place.row - top), in: content)
    if height < rect.rows, height < layout.rows.count {
      canvas.write(
        position(self.place.number, self.place.count), column: rect.left, row: rect.bottom - 1, in: rect,
        style: theme.faint, alignment: .trailing)
    }
  }

  private func draw(
    _ row: FormLayout.Row, line: Int, areaRows: [String], into canvas: inout Canvas, in rect: Rect, theme: Theme
  ) {
    let hasFocus = row.field == focus
    let start = rect.left + FormLayout.margin
    let labelStyle = hasFocus ? theme.text.emphasised : theme.text
    switch row.content {
    case .nothing: break
    case .text(let text, let column, let role):
      let style = role == .error ? theme.error : role == .help ? theme.faint : theme.text
      canvas.write(text, column: rect.left + column, row: line, in: rect, style: style)
    case .label(let text): canvas.write(text, column: start, row: line, in: rect, style: labelStyle)
    case .line(let label, let column):
      canvas.write(label, column: start, row: line, in: rect, style: labelStyle)
      let room = Rect(column: rect.left + column, row: line, columns: rect.columns - column, rows: 1)
      lines[fields[row.field].id]?.draw(into: &canvas, in: room, theme: theme, hasFocus: hasFocus)
    case .area(let number):
      let room = Rect(column: start, row: line, columns: rect.columns - FormLayout.margin, rows: 1)
      canvas.fill(room, style: theme.field)
      if areaRows.indices.contains(number) {
        canvas.write(areaRows[number], column: start, row: line, in: rect, style: theme.field)
      }
    case .choice(let index, let number, let text):
      let field = fields[row.field]
      if number == 0, case .choice(let choices) = field.kind {
        let sign = picked[field.id] == choices[index].id ? "(•)" : "( )"
        canvas.write(sign, column: start, row: line, in: rect, style: theme.text)
      }
      let style = hasFocus && index == highlight ? theme.selected : theme.text
      canvas.write(text, column: start + FormLayout.boxColumns, row: line, in: rect, style: style)
    case .tick(let number, let text):
      if number == 0 {
        let sign = picked[fields[row.field].id] == "true" ? "[x]" : "[ ]"
        canvas.write(sign, column: start, row: line, in: rect, style: theme.text)
      }
      let style = hasFocus ? theme.selected : theme.text
      canvas.write(text, column: start + FormLayout.boxColumns, row: line, in: rect, style: style)
    case .button(let text):
      canvas.write(text, column: start, row: line, in: rect, style: hasFocus ? theme.selected : theme.text)
    }
  }

  private func shownRows(_ number: Int, rect: Rect) -> [String] {
    guard fields.indices.contains(number), case .prose(let height) = fields[number].kind else { return [] }
    let width = rect.columns - FormLayout.margin
    return areas[fields[number].id]?.shown(width: width, height: max(1, height), hasFocus: number == focus).rows ?? []
  }

  func layout(width: Int) -> FormLayout {
    FormLayout(fields: fields, errors: errors, submitLabel: submitLabel, width: width)
  }

  /// The rows for the fields: all, or all but the last, which tells the position when not everything fits.
  func contentHeight(_ layout: FormLayout, rect: Rect) -> Int {
    layout.rows.count > rect.rows && rect.rows > 2 ? rect.rows - 1 : rect.rows
  }

  /// The first row shown: the focused field is in view as far as it fits, the cursor always.
  func shownTop(_ layout: FormLayout, rect: Rect) -> Int {
    let height = contentHeight(layout, rect: rect)
    let count = layout.rows.count
    let field = Window.top(top, showing: layout.range(of: focus), height: height, count: count)
    let row = cursorPlace(layout, rect: rect).row
    return Window.top(field, showing: row..<(row + 1), height: height, count: count)
  }

  /// The row of the layout that has the marker.
  private func markedRow(_ layout: FormLayout) -> Int {
    layout.inputRow(of: focus, choice: highlight)
  }

  /// Where the cursor stands: a row of the layout, and a column from the left edge of the form.
  private func cursorPlace(_ layout: FormLayout, rect: Rect) -> Point {
    let row = layout.inputRow(of: focus, choice: highlight)
    guard let field = focusedField else { return Point(column: FormLayout.margin, row: row) }
    switch field.kind {
    case .line, .date:
      guard case .line(_, let column) = layout.rows[row].content, let line = lines[field.id] else { break }
      return Point(column: column + line.view(width: rect.columns - column).cursorColumn, row: row)
    case .prose(let height):
      let width = rect.columns - FormLayout.margin
      guard let cursor = areas[field.id]?.shown(width: width, height: max(1, height), hasFocus: true).cursor else {
        break
      }
      return Point(column: FormLayout.margin + cursor.column, row: row + cursor.row)
    default: break
    }
    return Point(column: FormLayout.margin, row: row)
  }

  /// Where a field is typed in on the screen; it may lie partly outside the form's room.
  func inputRect(of number: Int, in rect: Rect) -> Rect {
    let layout = layout(width: rect.columns)
    let row = layout.inputRow(of: number, choice: 0)
    var column = FormLayout.margin
    var rows = 1
    if case .line(_, let place) = layout.rows[row].content { column = place }
    if fields.indices.contains(number), case .prose(let height) = fields[number].kind { rows = max(1, height) }
    return Rect(
      column: rect.left + column, row: rect.top + row - shownTop(layout, rect: rect), columns: rect.columns - column,
      rows: rows)
  }
}
