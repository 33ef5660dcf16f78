import Canvas

extension Form {
  /// Draws the form and places the hardware cursor: at the insertion point of a field, at the answer of a choice or a
  /// tick, at the button. Below it stands the help of the field with the focus.
  /// - Parameters:
  ///   - position: Where one is in words ("field 3 of 8"), given the number of the field and how many there are. It is
  ///     shown in the last row when the form is higher than its room.
  ///   - listPosition: The same for a list of which a part is seen, given the first and the last row and the count.
  public func draw(
    into canvas: inout Canvas, in rect: Rect, theme: Theme, position: (_ number: Int, _ count: Int) -> String,
    listPosition: (_ first: Int, _ last: Int, _ count: Int) -> String = { "\($0)–\($1)/\($2)" }
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
    let markerRow = layout.inputRow(of: focus, choice: highlight) - top
    canvas.write("▸", column: rect.left, row: rect.top + markerRow, in: content, style: theme.text)
    drawAreaPosition(layout, top: top, into: &canvas, in: content, theme: theme, listPosition)
    drawListPosition(layout, top: top, into: &canvas, in: content, theme: theme, listPosition)
    canvas.placeCursor(Point(column: rect.left + place.column, row: rect.top + place.row - top), in: content)
    drawFoot(layout, height: height, into: &canvas, in: rect, theme: theme, position: position)
  }

  private func draw(
    _ row: FormLayout.Row, line: Int, areaRows: [String], into canvas: inout Canvas, in rect: Rect, theme: Theme
  ) {
    let hasFocus = row.field == focus
    let start = rect.left + FormLayout.margin
    switch row.content {
    case .nothing: break
    case .text(let text, let role):
      canvas.write(text, column: start, row: line, in: rect, style: role == .error ? theme.error : theme.text)
    case .label(let text): canvas.write(text, column: start, row: line, in: rect, style: theme.text)
    case .line(let label, let column):
      canvas.write(label, column: start, row: line, in: rect, style: theme.text)
      drawLine(fields[row.field], column: rect.left + column, line: line, hasFocus, into: &canvas, in: rect, theme)
    case .area(let number):
      let room = Rect(column: start, row: line, columns: rect.columns - FormLayout.margin, rows: 1)
      canvas.fill(room, style: theme.field)
      if areaRows.indices.contains(number) {
        canvas.write(areaRows[number], column: start, row: line, in: rect, style: theme.text)
      }
    case .suggestion(let place):
      guard let list = suggestions, list.found.indices.contains(place),
        case .search(let choices, _) = fields[row.field].kind
      else { return }
      let style = place == list.selected ? theme.selected : theme.text
      canvas.write(
        choices[list.found[place]].label, column: start + FormLayout.boxColumns, row: line, in: rect, style: style)
    case .choice(let index, let number, let text, let indent):
      let style = hasFocus && index == highlight ? theme.selected : theme.text
      let column = start + FormLayout.boxColumns
      let key =
        number == 0 ? drawBox(of: fields[row.field], answer: index, start, line, into: &canvas, in: rect, theme) : nil
      // Where an answer has a key, that is what is marked: descriptions are long, and each step would be one more.
      if let key { canvas.write(String(key), column: column, row: line, in: rect, style: style) }
      canvas.write(text, column: column + indent, row: line, in: rect, style: indent > 0 ? theme.text : style)
    case .yesNo(let label, let column):
      canvas.write(label, column: start, row: line, in: rect, style: theme.text)
      guard case .yesNo(let yes, let no) = fields[row.field].kind else { return }
      let answer = picked[fields[row.field].id]
      var place = rect.left + column
      for (value, text) in [("true", yes), ("false", no)] {
        drawBox(answer == value, column: place, row: line, into: &canvas, in: rect, theme)
        place += FormLayout.boxColumns
        place += canvas.write(text, column: place, row: line, in: rect, style: theme.text) + 2
      }
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

  /// The box of one of a field's answers.
  /// - Returns: The answer's key, if it has one.
  private func drawBox(
    of field: FormField, answer: Int, _ column: Int, _ line: Int, into canvas: inout Canvas, in rect: Rect,
    _ theme: Theme
  ) -> Character? {
    switch field.kind {
    case .choice(let choices):
      drawBox(picked[field.id] == choices[answer].id, column: column, row: line, into: &canvas, in: rect, theme)
      return choices[answer].key
    case .several(let choices):
      let isChosen = (picked[field.id] ?? "").split(separator: ",").contains { $0 == choices[answer].id }
      canvas.write(isChosen ? "[x]" : "[ ]", column: column, row: line, in: rect, style: theme.text)
      return choices[answer].key
    default: return nil
    }
  }

  private func drawBox(
    _ isPicked: Bool, column: Int, row: Int, into canvas: inout Canvas, in rect: Rect, _ theme: Theme
  ) {
    canvas.write(isPicked ? "(•)" : "( )", column: column, row: row, in: rect, style: theme.text)
  }

  /// A line to type in, with its unit and what its text means.
  private func drawLine(
    _ field: FormField, column: Int, line: Int, _ hasFocus: Bool, into canvas: inout Canvas, in rect: Rect,
    _ theme: Theme
  ) {
    let columns = field.lineColumns(rect.right - column)
    let room = Rect(column: column, row: line, columns: columns, rows: 1)
    lines[field.id]?.draw(into: &canvas, in: room, theme: theme, hasFocus: hasFocus)
    var place = column + columns + 1
    for text in [field.unit, readings[field.id] ?? ""] where !text.isEmpty {
      place += canvas.write(text, column: place, row: line, in: rect, style: theme.text) + 2
    }
  }

  /// Which part is seen of a list that is longer than its rows.
  private func drawListPosition(
    _ layout: FormLayout, top: Int, into canvas: inout Canvas, in rect: Rect, theme: Theme,
    _ listPosition: (_ first: Int, _ last: Int, _ count: Int) -> String
  ) {
    guard let list = suggestions, list.found.count > list.rows, let row = layout.suggestionRow(list.top + list.rows - 1)
    else { return }
    let text = listPosition(list.top + 1, min(list.top + list.rows, list.found.count), list.found.count)
    let columns = TextWidth.columns(of: text)
    guard columns + 12 <= rect.columns else { return }
    let line = rect.top + row - top
    canvas.fill(
      Rect(column: rect.right - columns - 1, row: line, columns: columns + 1, rows: line < rect.bottom ? 1 : 0))
    canvas.write(text, column: rect.right - columns, row: line, in: rect, style: theme.faint)
  }

  /// Which rows are seen of a text that is longer than its room, beside the question above it.
  private func drawAreaPosition(
    _ layout: FormLayout, top: Int, into canvas: inout Canvas, in rect: Rect, theme: Theme,
    _ listPosition: (_ first: Int, _ last: Int, _ count: Int) -> String
  ) {
    guard let field = focusedField, case .prose(let height) = field.kind, let area = areas[field.id] else { return }
    let seen = area.seen(width: rect.columns - FormLayout.margin, height: max(1, height))
    let line = layout.inputRow(of: focus, choice: 0) - top - 1
    guard seen.count > max(1, height), line >= 0, line < rect.rows, rect.columns > FormLayout.positionColumns else {
      return
    }
    let text = listPosition(seen.first + 1, min(seen.first + height, seen.count), seen.count)
    canvas.write(
      text, at: Point(column: rect.right - FormLayout.positionColumns, row: rect.top + line),
      width: FormLayout.positionColumns, style: theme.faint, alignment: .trailing)
  }

  private func shownRows(_ number: Int, rect: Rect) -> [String] {
    guard fields.indices.contains(number), case .prose(let height) = fields[number].kind else { return [] }
    let width = rect.columns - FormLayout.margin
    return areas[fields[number].id]?.shown(width: width, height: max(1, height), hasFocus: number == focus).rows ?? []
  }

  func layout(width: Int) -> FormLayout { FormLayout(form: self, width: width) }

  // MARK: - The foot: help and position

  /// Columns kept free for the position beside the help.
  private static let positionColumns = 16

  private func helpLines(of field: FormField?, width: Int) -> [String] {
    guard let help = field?.help, !help.isEmpty else { return [] }
    return Array(TextWidth.wrapped(help, to: max(10, width - FormLayout.margin - Self.positionColumns)).prefix(3))
  }

  /// The rows below the fields: as many as the longest help takes, so that nothing moves when the focus does.
  private func footRows(_ layout: FormLayout, rect: Rect) -> Int {
    let least = showsPosition ? 1 : 0
    guard rect.rows > 4 else { return rect.rows > 2 && layout.rows.count > rect.rows ? least : 0 }
    let help = fields.map { helpLines(of: $0, width: rect.columns).count }.max() ?? 0
    let rows = min(help, rect.rows / 4)
    return layout.rows.count + (rows > 0 ? rows + 1 : 0) > rect.rows ? max(least, rows) : rows
  }

  /// The rows for the fields: all, or all but the foot.
  func contentHeight(_ layout: FormLayout, rect: Rect) -> Int {
    rect.rows - footRows(layout, rect: rect)
  }

  private func drawFoot(
    _ layout: FormLayout, height: Int, into canvas: inout Canvas, in rect: Rect, theme: Theme,
    position: (_ number: Int, _ count: Int) -> String
  ) {
    guard height < rect.rows else { return }
    let isWhole = layout.rows.count <= height
    // Where there is room the help stands near the fields.
    let first = isWhole ? min(layout.rows.count + 1, height) : height
    for (offset, text) in helpLines(of: focusedField, width: rect.columns).prefix(rect.rows - height).enumerated() {
      canvas.write(
        text, column: rect.left + FormLayout.margin, row: rect.top + first + offset, in: rect, style: theme.text)
    }
    if !isWhole, showsPosition {
      canvas.write(
        position(place.number, place.count), column: rect.left, row: rect.bottom - 1, in: rect, style: theme.text,
        alignment: .trailing)
    }
  }

  // MARK: - What is in view

  /// The first row shown: the focused field, with what stands under the same heading, is in view as far as it fits, the cursor always.
  func shownTop(_ layout: FormLayout, rect: Rect) -> Int {
    let height = contentHeight(layout, rect: rect)
    let count = layout.rows.count
    let group = Window.top(top, showing: layout.groupRange(of: focus, fields), height: height, count: count)
    let field = Window.top(group, showing: layout.range(of: focus), height: height, count: count)
    let row = cursorPlace(layout, rect: rect).row
    return Window.top(field, showing: row..<(row + 1), height: height, count: count)
  }

  /// Where the cursor stands: a row of the layout, and a column from the left edge of the form.
  private func cursorPlace(_ layout: FormLayout, rect: Rect) -> Point {
    let row = layout.inputRow(of: focus, choice: highlight)
    let start = Point(column: FormLayout.margin, row: row)
    guard let field = focusedField else { return start }
    if let list = suggestions, list.isInList, let place = list.selected, let row = layout.suggestionRow(place) {
      return Point(column: FormLayout.margin + FormLayout.boxColumns, row: row)
    }
    switch layout.rows[row].content {
    case .line(_, let column):
      guard let line = lines[field.id] else { return start }
      let columns = field.lineColumns(rect.columns - column)
      return Point(column: column + line.view(width: columns).cursorColumn, row: row)
    case .yesNo(_, let column):
      guard case .yesNo(let yes, _) = field.kind, picked[field.id] == "false" else {
        return Point(column: column, row: row)
      }
      return Point(column: column + FormLayout.boxColumns + TextWidth.columns(of: yes) + 2, row: row)
    case .area:
      guard case .prose(let height) = field.kind,
        let cursor = areas[field.id]?.shown(
          width: rect.columns - FormLayout.margin, height: max(1, height), hasFocus: true
        ).cursor
      else { return start }
      return Point(column: FormLayout.margin + cursor.column, row: row + cursor.row)
    default: return start
    }
  }

  /// Where a field is typed in on the screen; it may lie partly outside the form's room.
  func inputRect(of number: Int, in rect: Rect) -> Rect {
    let layout = layout(width: rect.columns)
    let row = layout.inputRow(of: number, choice: 0)
    var column = FormLayout.margin
    var rows = 1
    var columns = rect.columns - column
    if case .line(_, let place) = layout.rows[row].content {
      column = place
      columns = fields[number].lineColumns(rect.columns - place)
    }
    if fields.indices.contains(number), case .prose(let height) = fields[number].kind { rows = max(1, height) }
    return Rect(
      column: rect.left + column, row: rect.top + row - shownTop(layout, rect: rect), columns: columns, rows: rows)
  }
}
