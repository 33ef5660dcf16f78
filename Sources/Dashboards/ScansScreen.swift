import Canvas
import Language
import WerkendLeren
import Widgets

/// The workplace scans of a placement's present workplace, newest first.
struct ScansScreen: Equatable, Sendable {
  /// The placement from which they were opened.
  var placement: Int64
  /// The workplace's row and name, and its employer's name.
  var workplace: Int64
  var name: String
  /// Nil until they are read.
  var lines: [ScanListLine]?
  var list = WindowedList(count: 0, height: 1)
  /// The scans that are marked, to be laid side by side; two at most.
  var marked: [Int64] = []

  init(placement: Int64, workplace: Int64, name: String) {
    self.placement = placement
    self.workplace = workplace
    self.name = name
  }

  var effect: Effect { .scan(.list(workplace: workplace)) }

  var selected: ScanListLine? {
    guard let lines, let number = list.selected, lines.indices.contains(number) else { return nil }
    return lines[number]
  }

  /// Takes what was read; the same scan stays selected.
  mutating func take(_ lines: [ScanListLine]) {
    let before = selected?.scan.id
    self.lines = lines
    list.setCount(lines.count)
    if let place = lines.firstIndex(where: { $0.scan.id == before }) { list.select(place) }
    marked = marked.filter { id in lines.contains { $0.scan.id == id } }
  }

  /// Marks the selected scan, or takes the mark away; a third mark takes the place of the first.
  mutating func mark() {
    guard let id = selected?.scan.id else { return }
    if let place = marked.firstIndex(of: id) {
      marked.remove(at: place)
    } else {
      marked = (marked + [id]).suffix(2)
    }
  }

  /// The two scans to lay side by side: those that are marked, else the selected one and the one before it.
  var pair: (Int64, Int64)? {
    if marked.count == 2 { return (marked[0], marked[1]) }
    guard let lines, let number = list.selected, lines.indices.contains(number) else { return nil }
    if let other = marked.first { return other == lines[number].scan.id ? nil : (other, lines[number].scan.id) }
    guard lines.indices.contains(number + 1) else { return nil }
    return (lines[number + 1].scan.id, lines[number].scan.id)
  }

  /// The decision that holds for every placement here: the newest one, while it stands and is valid.
  func standing(on today: Day) -> ScanListLine? {
    let decided = lines?.filter { $0.scan.state == .decided }
    guard let newest = decided?.max(by: { ($0.decision?.date ?? today, $0.id) < ($1.decision?.date ?? today, $1.id) }),
      [.decided, .expiring].contains(newest.scan.standing(newest.decision, on: today))
    else { return nil }
    return newest
  }

  static func listRect(_ size: Size) -> Rect {
    Rect(column: 0, row: 3, columns: size.columns, rows: size.rows - 6)
  }

  func draw(into canvas: inout Canvas, context: ScreenContext, mayBegin: Bool) {
    let words = context.words
    let theme = context.theme
    let size = canvas.size
    canvas.drawHorizontalLine(at: Point(column: 0, row: 1), length: size.columns, style: theme.border)
    canvas.drawHorizontalLine(at: Point(column: 0, row: size.rows - 3), length: size.columns, style: theme.border)
    guard let lines else { return }
    let rect = Self.listRect(size)
    let columns = [
      ListColumn(title: "", width: 1), ListColumn(title: words["scans.number"], width: 5, alignment: .trailing),
      ListColumn(title: words["scans.state"], width: 22, isLabel: true),
      ListColumn(title: words["scans.decision"], width: 18, stretch: 1),
      ListColumn(title: words["scans.begun"], width: 11, givesWay: 1),
      ListColumn(title: words["scans.submitted"], width: 11, givesWay: 2),
    ]
    guard !lines.isEmpty else {
      let text = words[mayBegin ? "scans.none" : "scans.noneYet"]
      for (offset, line) in TextWidth.wrapped(text, to: size.columns - 2).enumerated() {
        canvas.write(line, at: Point(column: 1, row: rect.top + offset), style: theme.text)
      }
      canvas.cursor = Point(column: 0, row: rect.top)
      return
    }
    ListLayout(columns: columns, width: size.columns - 1)
      .drawHeading(into: &canvas, at: Point(column: 1, row: 2), theme: theme)
    list.draw(into: &canvas, in: rect, theme: theme, columns: columns) { number in
      lines.indices.contains(number) ? row(lines[number], context) : ListRow([])
    }
    let position = list.position(context.position)
    let width = TextWidth.columns(of: position)
    canvas.write(position, at: Point(column: size.columns - width - 1, row: size.rows - 2), style: theme.text)
    guard context.notice == nil else { return }
    let room = size.columns - width - 4
    let texts = states(context)
    canvas.write(
      texts.first { TextWidth.columns(of: $0) <= room } ?? "", at: Point(column: 1, row: size.rows - 2), width: room,
      style: theme.text)
  }

  /// What stands below the list: what is marked, or the decision that a placement here can use again; the fullest first.
  private func states(_ context: ScreenContext) -> [String] {
    let words = context.words
    if !marked.isEmpty { return [words("scans.marked", ["count": String(marked.count)])] }
    guard let line = standing(on: context.today), let decision = line.decision else { return [] }
    let details = [
      "number": String(line.scan.id), "decision": decision.decision.short(words),
      "day": DateWords(words).short(decision.validUntil, today: nil),
    ]
    return [words("scans.reuse", details), words("scans.reuse.short", details)]
  }

  private func row(_ line: ScanListLine, _ context: ScreenContext) -> ListRow {
    let theme = context.theme
    let standing = line.scan.standing(line.decision, on: context.today)
    func day(_ day: Day?) -> String { day.map { DateWords(context.words).short($0, today: nil) } ?? "" }
    return ListRow([
      .init(marked.contains(line.scan.id) ? "•" : "", style: theme.attention),
      .init(String(line.scan.id), style: theme.text),
      .init(
        standing.words(context.words),
        style: [.expiring, .expired, .withdrawn].contains(standing) ? theme.warning : theme.text),
      .init(
        line.decision.map { decision in
          context.words(
            "scans.decided", ["decision": decision.decision.short(context.words), "day": day(decision.validUntil)])
        } ?? "", style: theme.text),
      .init(day(line.scan.begunOn), style: theme.text),
      .init(day(line.scan.submittedOn), style: theme.text),
    ])
  }
}

extension ScanStanding {
  /// Where a scan stands, in a few words.
  func words(_ words: Words) -> String { words["scans.state.\(rawValue)"] }
}
