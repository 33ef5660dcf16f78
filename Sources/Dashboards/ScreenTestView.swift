import Canvas
import Language
import Widgets

/// Draws the test picture. Everything fits 60 columns by 18 rows.
struct ScreenTestView {
  let test: ScreenTest

  private var words: Words { test.words }
  private var theme: Theme { test.theme }
  private var size: Size { test.size }

  /// The languages and signs whose columns are shown. Each is written without a gap up to the bar, so that the bar moves where a terminal
  /// counts otherwise.
  static let samples = [
    ("signs", "✓●○◷!◐–◆▸━╌"), ("dutch", "ëïéóüÉ’t„ja”€"), ("turkish", "İıĞğŞşÇç"), ("polish", "ŁłĄąĘężźń"),
    ("vietnamese", "Nguyễnờữậ"), ("combining", "e\u{301}o\u{308}Z\u{30C}n\u{303}"), ("chinese", "中文字"),
    ("japanese", "ひらがな"), ("korean", "한국어"), ("emoji", "😀🏠📅"),
    ("joined", "👩\u{200D}👩\u{200D}👧👍\u{1F3FD}🇳🇱"),
  ]
  private static let sampleColumn = 17
  private static let barColumn = 40

  func draw(into canvas: inout Canvas) {
    guard size.columns >= App.smallest.columns, size.rows >= App.smallest.rows else {
      let small = ["columns": String(App.smallest.columns), "rows": String(App.smallest.rows)]
      canvas.write(words("screen.tooSmall", small), at: Point(column: 0, row: 0))
      canvas.cursor = Point(column: 0, row: 0)
      return
    }
    let about = ["terminal": test.terminal, "colors": String(test.colors)]
    TitleLine(
      left: words(
        "test.title", ["page": String(test.page.rawValue + 1), "name": words["test.page.\(test.page)"]]),
      right: words(test.isASCII ? "test.about.ascii" : "test.about", about)
    ).draw(into: &canvas, in: Rect(column: 0, row: 0, columns: size.columns, rows: 1), theme: theme)
    canvas.drawHorizontalLine(at: Point(column: 0, row: 1), length: size.columns, style: theme.border)
    drawPage(into: &canvas)
    let last = test.arrived.first.map { words("test.event", ["text": $0]) } ?? words["test.event.none"]
    canvas.write(last, at: Point(column: 1, row: size.rows - 2), width: size.columns - 2, style: theme.text)
    test.keys.hints.draw(into: &canvas, in: test.hintRow, theme: theme)
    canvas.cursor = Point(column: 1, row: test.page == .keys ? keysIntro.count + 3 : 2)
  }

  /// The picture without title, notice and keys, from the third row on.
  func drawPage(into canvas: inout Canvas) {
    switch test.page {
    case .colors: drawColors(into: &canvas)
    case .lines: drawLines(into: &canvas)
    case .widths: drawWidths(into: &canvas)
    case .keys: drawKeys(into: &canvas)
    }
  }

  private func write(_ text: String, _ column: Int, _ row: Int, _ style: Style, into canvas: inout Canvas) {
    canvas.write(text, at: Point(column: column, row: row), width: size.columns - column - 1, style: style)
  }

  // MARK: - Colours

  private func drawColors(into canvas: inout Canvas) {
    write(words["test.colors.sixteen"], 1, 2, theme.text, into: &canvas)
    for number in 0..<16 {
      write("██", 1 + number * 3, 3, Style(foreground: .palette(UInt8(number))), into: &canvas)
      write(String(number), 1 + number * 3, 4, theme.text, into: &canvas)
    }
    write(words[test.colors == 0 ? "test.colors.none" : "test.colors.roles"], 1, 6, theme.text, into: &canvas)
    for (place, role) in theme.roles.enumerated() {
      write(words["test.role.\(role.name)"], 1 + place / 5 * 18, 7 + place % 5, role.style, into: &canvas)
    }
    write(words["test.colors.attributes"], 1, 13, theme.text, into: &canvas)
    var column = 3 + TextWidth.columns(of: words["test.colors.attributes"])
    let attributes = [
      ("bold", Style(bold: true)), ("dim", Style(dim: true)), ("underline", Style(underline: true)),
      ("reverse", Style(reverse: true)),
    ]
    for (name, style) in attributes {
      let text = words["test.colors.\(name)"]
      write(text, column, 13, style, into: &canvas)
      column += TextWidth.columns(of: text) + 2
    }
    write(words["test.colors.help"], 1, 15, theme.faint, into: &canvas)
  }

  // MARK: - Lines

  private func drawLines(into canvas: inout Canvas) {
    write(words["test.lines.intro"], 1, 2, theme.text, into: &canvas)
    let left = Panel(title: words["test.lines.panel"]).draw(
      into: &canvas, in: Rect(column: 1, row: 3, columns: 24, rows: 5), theme: theme)
    write(words["test.lines.inside"], left.left + 1, left.top + 1, theme.text, into: &canvas)
    let right = Panel(title: words["test.lines.chosen"], note: "1–5", hasFocus: true).draw(
      into: &canvas, in: Rect(column: 25, row: 3, columns: 24, rows: 5), theme: theme)
    write(words["test.lines.chosenInside"], right.left + 1, right.top + 1, theme.text, into: &canvas)
    for (row, text) in ["┌─┬─┐", "├─┼─┤", "└─┴─┘"].enumerated() {
      write(text, 51, 4 + row, theme.border, into: &canvas)
    }
    let label = words["test.lines.progress"]
    write(label, 1, 9, theme.text, into: &canvas)
    ProgressBar(done: 7, total: 12).draw(
      into: &canvas, in: Rect(column: TextWidth.columns(of: label) + 3, row: 9, columns: 24, rows: 1), theme: theme)
    canvas.drawHorizontalLine(at: Point(column: 0, row: 11), length: size.columns, style: theme.border)
    for (row, line) in TextWidth.wrapped(words["test.lines.help"], to: min(78, size.columns - 2)).enumerated() {
      write(line, 1, 12 + row, theme.faint, into: &canvas)
    }
  }

  // MARK: - Widths

  private func drawWidths(into canvas: inout Canvas) {
    write(words["test.widths.intro"], 1, 2, theme.text, into: &canvas)
    let room = Self.barColumn - Self.sampleColumn
    let ruler = (1...room).map { String($0 % 10) }.joined()
    drawSample("ruler", ruler, row: 3, into: &canvas)
    for (place, sample) in Self.samples.enumerated() {
      drawSample(sample.0, sample.1, row: 4 + place, into: &canvas)
    }
    write(words["test.widths.help"], 1, 4 + Self.samples.count, theme.faint, into: &canvas)
  }

  private func drawSample(_ name: String, _ text: String, row: Int, into canvas: inout Canvas) {
    write(words["test.widths.\(name)"], 1, row, theme.text, into: &canvas)
    let columns = TextWidth.columns(of: text)
    let fill = String(repeating: ".", count: max(0, Self.barColumn - Self.sampleColumn - columns))
    write("\(text)\(fill)│ \(columns)", Self.sampleColumn, row, theme.text, into: &canvas)
  }

  // MARK: - Keys

  private var keysIntro: [String] { TextWidth.wrapped(words["test.keys.intro"], to: min(78, size.columns - 2)) }

  private func drawKeys(into canvas: inout Canvas) {
    for (row, line) in keysIntro.enumerated() { write(line, 1, 2 + row, theme.text, into: &canvas) }
    let first = keysIntro.count + 3
    for (row, text) in test.arrived.prefix(max(0, size.rows - 3 - first)).enumerated() {
      write(text, 1, first + row, row == 0 ? theme.selected : theme.text, into: &canvas)
    }
  }
}
