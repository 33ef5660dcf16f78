import Canvas
import Language
import WerkendLeren
import Widgets

/// The conditions of a scan: set before the decision, met and accepted after it.
struct ConditionsScreen: Equatable, Sendable {
  var scan: Int64
  var placement: Int64
  var snapshot: ScanSnapshot?
  var list = WindowedList(count: 0, height: 1)
  /// Whether the selected one is read in full.
  var isOpened = false
  /// How far that is read.
  private var text = ScrollText("")
  /// What is done as soon as the scan is read.
  var pending: String?
  /// The condition on which it opens, until the scan is read.
  private var wanted: Int64?

  init(scan: Int64, placement: Int64, snapshot: ScanSnapshot?, on condition: Int64? = nil, pending: String? = nil) {
    self.scan = scan
    self.placement = placement
    wanted = condition
    self.pending = pending
    if let snapshot { take(snapshot) }
  }

  var conditions: [ScanCondition] { (snapshot?.records.conditions ?? []).sorted { ($0.due, $0.id) < ($1.due, $1.id) } }

  var selected: ScanCondition? {
    let conditions = conditions
    return list.selected.flatMap { conditions.indices.contains($0) ? conditions[$0] : nil }
  }

  /// Takes what was read; the same condition stays selected.
  mutating func take(_ snapshot: ScanSnapshot) {
    let before = wanted ?? selected?.id
    wanted = nil
    self.snapshot = snapshot
    let conditions = conditions
    list.setCount(conditions.count)
    if conditions.isEmpty { isOpened = false }
    if let place = conditions.firstIndex(where: { $0.id == before }) { list.select(place) }
  }

  static func listRect(_ size: Size) -> Rect {
    Rect(column: 0, row: 3, columns: size.columns, rows: size.rows - 6)
  }

  func draw(into canvas: inout Canvas, context: ScreenContext) {
    let words = context.words
    let theme = context.theme
    let size = canvas.size
    canvas.drawHorizontalLine(at: Point(column: 0, row: 1), length: size.columns, style: theme.border)
    if isOpened {
      filled(context).draw(into: &canvas, in: QuestionScreen.textRect(size), theme: theme, position: context.position)
      return
    }
    canvas.drawHorizontalLine(at: Point(column: 0, row: size.rows - 3), length: size.columns, style: theme.border)
    guard snapshot != nil else { return }
    let rect = Self.listRect(size)
    let conditions = conditions
    let columns = [
      ListColumn(title: "", width: 1),
      ListColumn(title: words["condition.state"], width: 14, isLabel: true),
      ListColumn(title: words["condition.name"], width: 22, stretch: 1),
      ListColumn(title: words["field.owner"], width: 12, givesWay: 2),
      ListColumn(title: words["condition.start"], width: 10, givesWay: 1),
    ]
    ListLayout(columns: columns, width: size.columns - 1)
      .drawHeading(into: &canvas, at: Point(column: 1, row: 2), theme: theme)
    list.draw(into: &canvas, in: rect, theme: theme, columns: columns) { number in
      conditions.indices.contains(number) ? row(conditions[number], context) : ListRow([])
    }
    if conditions.isEmpty {
      let text = snapshot?.records.scan.state == .submitted && context.viewer.party == .school
      for (offset, line) in TextWidth.wrapped(
        words[text ? "condition.none" : "condition.noneHere"], to: size.columns - 2
      )
      .enumerated() {
        canvas.write(line, at: Point(column: 1, row: rect.top + offset), style: theme.text)
      }
      canvas.cursor = Point(column: 0, row: rect.top)
    }
    let position = list.position(context.position)
    canvas.write(
      position, at: Point(column: size.columns - TextWidth.columns(of: position) - 1, row: size.rows - 2),
      style: theme.text)
  }

  private func row(_ condition: ScanCondition, _ context: ScreenContext) -> ListRow {
    let theme = context.theme
    let state = ConditionWording.state(condition, on: context.today, for: context.viewer.party)
    return ListRow([
      .init(state.sign, style: state.style(theme)),
      .init(
        ConditionWording(words: context.words, today: context.today).short(condition),
        style: state == .overdue ? theme.warning : theme.text),
      .init(condition.text.split(whereSeparator: \.isWhitespace).joined(separator: " "), style: theme.text),
      .init(condition.owner.short(context.words), style: theme.text),
      .init(condition.beforeStart ? context.words["general.yes"] : "", style: theme.text),
    ])
  }

  /// The selected condition in full, ready to be drawn or moved.
  private func filled(_ context: ScreenContext) -> ScrollText {
    var text = text
    guard let condition = selected else { return text }
    let wording = ConditionWording(words: context.words, today: context.today)
    let lines = condition.text.wrappedLines(to: QuestionScreen.textRect(context.size).columns, by: 0) + [""]
    text.setText((lines + wording.details(condition)).joined(separator: "\n"))
    return text
  }

  /// Reads the selected one in full.
  mutating func open() {
    guard selected != nil else { return }
    isOpened = true
    text = ScrollText("")
  }

  /// Scrolls in what is read in full.
  mutating func scroll(_ event: Event, _ context: ScreenContext) {
    text = filled(context)
    _ = text.handle(event, in: QuestionScreen.textRect(context.size))
  }
}
