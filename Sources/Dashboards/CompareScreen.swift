import Canvas
import Language
import WerkendLeren
import Widgets

/// Two scans of one workplace: side by side where there is room for two columns, else one above the other.
struct CompareScreen: Equatable, Sendable {
  /// The numbers of the two scans.
  let scans: [Int64]
  /// What was read of them so far.
  var read: [Int64: ScanSnapshot] = [:]
  /// Only what differs.
  var onlyDifferences = false
  var list = BlockList()
  /// One thing in full, opened.
  var opened: ScrollText?
  private var rows: [ComparedRow] = []
  private var blocks: [[Line]] = []
  /// What the two are called, in full and by their days.
  private var names: [String] = []
  private var days: [String] = []

  /// One row of a block: at the left, and where it stands in two columns at the right.
  private struct Line: Equatable {
    var left: String
    var right: String?
    var isLabel = false
  }

  /// The most rows that an answer takes here; the rest is there when it is opened.
  private static let answerRows = 4
  /// From this width the scans stand side by side.
  private static let widthForTwo = 76

  init(_ first: Int64, _ second: Int64) { scans = [min(first, second), max(first, second)] }

  static func listRect(_ size: Size) -> Rect {
    Rect(column: 0, row: 3, columns: size.columns, rows: size.rows - 6)
  }

  static func textRect(_ size: Size) -> Rect {
    Rect(column: 1, row: 3, columns: size.columns - 2, rows: size.rows - 5)
  }

  var comparison: ScanComparison? {
    guard let first = read[scans[0]]?.versioned, let second = read[scans[1]]?.versioned else { return nil }
    return ScanComparison(first, second)
  }

  var selected: ComparedRow? { list.selected.flatMap { rows.indices.contains($0) ? rows[$0] : nil } }

  /// How many things differ.
  var differences: Int { rows.count(where: \.isDifferent) }

  /// Lays everything out anew, after something was read, filtered, or the size changed; the same thing stays selected.
  mutating func settle(size: Size, words: Words, today: Day) {
    let before = selected?.subject
    guard let comparison else { return }
    let wording = CompareWording(comparison: comparison, words: words, today: today)
    let all = wording.rows
    rows = onlyDifferences ? all.filter(\.isDifferent) : all
    names = [wording.name(comparison.first), wording.name(comparison.second)]
    days = [wording.day(comparison.first), wording.day(comparison.second)]
    blocks = rows.map { lines($0, columns: size.columns, words: words) }
    list.setHeight(Self.listRect(size).rows)
    list.setHeights(blocks.map(\.count))
    if let before, let place = rows.firstIndex(where: { $0.subject == before }) { list.select(place) }
  }

  /// Goes to the next thing that differs, or the one before, round and round.
  mutating func goToDifference(_ step: Int) {
    let places = rows.indices.filter { rows[$0].isDifferent }
    guard let first = places.first, let last = places.last else { return }
    let place =
      step > 0
      ? places.first { $0 > list.selection } ?? first : places.last { $0 < list.selection } ?? last
    list.select(place)
  }

  /// The selected thing in full.
  mutating func open(_ words: Words) {
    guard let row = selected else { return }
    let parts = [
      row.label, row.remark, difference(row, words), "", names[0] + ":", row.first, "", names[1] + ":", row.second,
    ]
    let lines = parts.enumerated().filter { $0.offset >= 3 || !$0.element.isEmpty }.map(\.element)
    opened = ScrollText(lines.joined(separator: "\n"))
  }

  private func difference(_ row: ComparedRow, _ words: Words) -> String {
    row.difference.map { "≠ " + $0 } ?? words["compare.same"]
  }

  private func lines(_ row: ComparedRow, columns: Int, words: Words) -> [Line] {
    let label = [row.label, row.difference.map { "[\($0)]" } ?? "", row.remark.isEmpty ? "" : "(\(row.remark))"]
      .filter { !$0.isEmpty }.joined(separator: " ")
    var lines = TextWidth.wrapped(label, to: columns - 4).map { Line(left: $0, right: nil, isLabel: true) }
    // What is the same is said once.
    guard row.first != row.second else {
      return lines + short(row.first, columns - 6).map { Line(left: $0, right: nil) }
    }
    if columns >= Self.widthForTwo {
      let half = (columns - 8) / 2
      let (left, right) = (short(row.first, half), short(row.second, half))
      for number in 0..<max(left.count, right.count) {
        lines.append(
          Line(
            left: left.indices.contains(number) ? left[number] : "",
            right: right.indices.contains(number) ? right[number] : ""))
      }
      return lines
    }
    for (name, text) in [(words["compare.before"], row.first), (words["compare.after"], row.second)] {
      lines += short(name + " " + text, columns - 6).map { Line(left: $0, right: nil) }
    }
    return lines
  }

  /// A text in few rows; `…` where it goes on.
  private func short(_ text: String, _ columns: Int) -> [String] {
    let rows = TextWidth.wrapped(text, to: columns)
    guard rows.count > Self.answerRows else { return rows }
    let last = rows[Self.answerRows - 1]
    let cut = TextWidth.columns(of: last) < columns - 1 ? last : String(last.dropLast(2))
    return rows.prefix(Self.answerRows - 1) + [cut + " …"]
  }

  func draw(into canvas: inout Canvas, context: ScreenContext) {
    let words = context.words
    let theme = context.theme
    let size = canvas.size
    canvas.drawHorizontalLine(at: Point(column: 0, row: 1), length: size.columns, style: theme.border)
    drawNames(into: &canvas, theme: theme, words: words)
    if let opened {
      opened.draw(into: &canvas, in: Self.textRect(size), theme: theme, position: context.position)
      return
    }
    let rect = Self.listRect(size)
    let right = size.columns >= Self.widthForTwo ? 5 + (size.columns - 8) / 2 + 2 : 0
    for (block, start) in list.visible {
      for (number, line) in blocks[block].enumerated() {
        let row = rect.top + start + number
        guard row >= rect.top, row < rect.bottom else { continue }
        let isSelected = block == list.selection
        if line.isLabel {
          if number == 0, rows[block].isDifferent {
            canvas.write("≠", at: Point(column: 1, row: row), style: theme.attention)
          }
          canvas.write(line.left, at: Point(column: 3, row: row), width: size.columns - 4, style: theme.title)
          if number == 0, isSelected {
            canvas.write(line.left.firstWords(upTo: 12), at: Point(column: 3, row: row), style: theme.selected)
            canvas.write("▸", at: Point(column: 0, row: row), style: theme.text)
            canvas.cursor = Point(column: 0, row: row)
          }
        } else {
          canvas.write(line.left, at: Point(column: 5, row: row), width: size.columns - 6, style: theme.text)
          if let text = line.right {
            canvas.write("│", at: Point(column: right - 2, row: row), style: theme.border)
            canvas.write(text, at: Point(column: right, row: row), width: size.columns - right, style: theme.text)
          }
        }
      }
    }
    if list.count == 0 {
      let text = names.isEmpty ? "" : words["compare.nothing"]
      canvas.write(text, at: Point(column: 1, row: rect.top), width: size.columns - 2, style: theme.text)
      canvas.cursor = Point(column: 0, row: rect.top)
    }
    canvas.drawHorizontalLine(at: Point(column: 0, row: size.rows - 3), length: size.columns, style: theme.border)
    let position = position(context)
    let width = TextWidth.columns(of: position)
    canvas.write(position, at: Point(column: size.columns - width - 1, row: size.rows - 2), style: theme.text)
    guard context.notice == nil, !names.isEmpty else { return }
    let key = onlyDifferences ? "compare.statusOnly" : "compare.status"
    canvas.write(
      words(key, ["count": String(differences)]), at: Point(column: 1, row: size.rows - 2),
      width: size.columns - width - 4, style: theme.text)
  }

  /// Which of how many things are seen.
  func position(_ context: ScreenContext) -> String {
    guard let first = list.visible.first, let last = list.visible.last else { return "" }
    return context.position(first.block + 1, last.block + 1, list.count)
  }

  private func drawNames(into canvas: inout Canvas, theme: Theme, words: Words) {
    guard names.count == 2 else { return }
    let columns = canvas.size.columns
    guard columns >= Self.widthForTwo else {
      let texts = [names, days].map { words("compare.names", ["first": $0[0], "second": $0[1]]) }
      let text = texts.first { TextWidth.columns(of: $0) <= columns - 2 } ?? texts[1]
      canvas.write(text, at: Point(column: 1, row: 2), width: columns - 2, style: theme.title)
      return
    }
    canvas.write(names[0], at: Point(column: 5, row: 2), width: (columns - 8) / 2, style: theme.title)
    let right = 5 + (columns - 8) / 2 + 2
    canvas.write("│", at: Point(column: right - 2, row: 2), style: theme.border)
    canvas.write(names[1], at: Point(column: right, row: 2), width: columns - right, style: theme.title)
  }
}
