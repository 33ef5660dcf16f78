import Canvas
import WerkendLeren
import Widgets

/// The employers by name, to search while typing. It holds what is seen and a little around it, never all.
struct EmployersScreen: Equatable, Sendable {
  var search = TextField(maximumLength: 80)
  /// Whether what is typed goes into the search field.
  var isSearching = false
  /// What was typed, as it is asked of the store.
  var text = ""
  var list = WindowedList(count: 0, height: 1)
  var page = EmployersPage(offset: 0, lines: [], total: 0)
  var isLoaded = false

  func line(_ number: Int) -> EmployerLine? {
    let index = number - page.offset
    return page.lines.indices.contains(index) ? page.lines[index] : nil
  }

  var selected: EmployerLine? { list.selected.flatMap(line) }

  /// The window to read: what is seen, and as much before and after it.
  var window: Effect {
    .loadEmployers(text, offset: max(0, list.visible.lowerBound - list.height), limit: list.height * 3)
  }

  /// Whether every line that is seen was read.
  var isWindowRead: Bool {
    list.visible.isEmpty
      || (page.offset <= list.visible.lowerBound && page.offset + page.lines.count >= list.visible.upperBound)
  }

  mutating func take(_ page: EmployersPage) {
    self.page = page
    isLoaded = true
    list.setCount(page.total)
  }

  /// Starts from the top with another text.
  mutating func find(_ text: String) {
    self.text = text
    list.select(0)
  }

  static func listRect(_ size: Size) -> Rect {
    Rect(column: 0, row: 4, columns: size.columns, rows: size.rows - 7)
  }

  // MARK: - Drawing

  static func searchRect(_ context: ScreenContext) -> Rect {
    let label = TextWidth.columns(of: context.words["overview.search"]) + 2
    return Rect(column: label, row: 1, columns: min(40, context.size.columns - label - 2), rows: 1)
  }

  func draw(into canvas: inout Canvas, context: ScreenContext) {
    let words = context.words
    let theme = context.theme
    let size = canvas.size
    canvas.write(words["overview.search"], at: Point(column: 1, row: 1), style: theme.text)
    canvas.drawHorizontalLine(at: Point(column: 0, row: 2), length: size.columns, style: theme.border)
    let rect = Self.listRect(size)
    let columns = [
      ListColumn(title: Party.employer.name(words), width: 24, stretch: 2, isLabel: true),
      ListColumn(title: words["register.running"], width: 8, alignment: .trailing),
      ListColumn(title: words["register.former"], width: 8, alignment: .trailing),
      ListColumn(title: words["register.workplaces"], width: 16, stretch: 3, givesWay: 1),
    ]
    ListLayout(columns: columns, width: size.columns - 1)
      .drawHeading(into: &canvas, at: Point(column: 1, row: 3), theme: theme)
    if list.count == 0, isLoaded {
      canvas.write(
        words[text.isEmpty ? "employers.none" : "employers.noneFound"], at: Point(column: 1, row: rect.top),
        width: size.columns - 2, style: theme.text)
      canvas.cursor = Point(column: 0, row: rect.top)
    }
    list.draw(into: &canvas, in: rect, theme: theme, columns: columns) { number in
      guard let line = line(number) else { return ListRow([]) }
      let counts = line.placements
      return ListRow([
        .init(line.name, style: theme.text), .init(String(counts.running), style: theme.text),
        .init(String(counts.former), style: theme.text),
        .init(line.workplaces.joined(separator: " · "), style: theme.faint),
      ])
    }
    canvas.drawHorizontalLine(at: Point(column: 0, row: size.rows - 3), length: size.columns, style: theme.border)
    let position = list.position(context.position)
    let width = TextWidth.columns(of: position)
    canvas.write(position, at: Point(column: size.columns - width - 1, row: size.rows - 2), style: theme.text)
    search.draw(into: &canvas, in: Self.searchRect(context), theme: theme, hasFocus: isSearching)
  }
}
