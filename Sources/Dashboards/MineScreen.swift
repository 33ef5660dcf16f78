import Canvas
import Language
import WerkendLeren
import Widgets

/// What is the viewer's to do now, across placements, most urgent first.
struct MineScreen: Equatable, Sendable {
  /// One thing to do.
  struct Entry: Equatable, Sendable {
    var placement: Int64
    var student: String
    var programme: String
    var employer: String?
    /// The duty; nil where a date of the placement asks for something, such as its end.
    var duty: Duty?
    var reason: Urgency.Reason
    var item: OpenItem
    var due: Day?
    /// What has to be done where it is a condition of the workplace scan.
    var condition: String?
  }

  /// How many placements are read at once, the most urgent ones.
  static let limit = 500

  var entries: [Entry] = []
  var hasMore = false
  var list = WindowedList(count: 0, height: 1)
  var isLoaded = false
  var marks = Marks()

  var selected: Entry? { list.selected.map { entries[$0] } }

  /// Takes the placements' rows and lays out what is the party's own, by date.
  mutating func take(_ page: OverviewPage, more: Bool, party: Party, today: Day) {
    var found: [Entry] = []
    for row in page.rows {
      let model = page.models[row.model]
      func entry(_ item: OpenItem, reason: Urgency.Reason, due: Day?) -> Entry {
        let duty = item.duty.flatMap { place in
          model.flatMap { $0.duties.indices.contains(place) ? $0.duties[place] : nil }
        }
        return Entry(
          placement: row.id, student: row.student, programme: row.programme, employer: row.employer, duty: duty,
          reason: reason, item: item, due: due, condition: item.condition.flatMap { page.conditions[$0] })
      }
      let own = row.summary.open.filter { $0.party == party && $0.isToDo(on: today) }
      // What is done still and lapses stands by the day on which it does: once.
      let urgency = row.summary.urgencyOf[party].flatMap { $0.reason == .item ? nil : $0 }
      let lapsing = own.filter { $0.isAgain(on: today) && !(urgency?.reason == .scan && urgency?.item.duty == $0.duty) }
      found += own.filter { !$0.isAgain(on: today) }.map { entry($0, reason: .item, due: $0.due) }
      found += lapsing.map { entry($0, reason: .scan, due: $0.again?.adding(days: ScanRecords.renewalDays)) }
      if let urgency { found.append(entry(urgency.item, reason: urgency.reason, due: urgency.day)) }
    }
    let selectedBefore = isLoaded ? selected : nil
    entries = found.enumerated().sorted { first, second in
      let one = first.element.due?.number ?? Int.max
      let two = second.element.due?.number ?? Int.max
      if one != two { return one < two }
      if first.element.item.gate != second.element.item.gate { return first.element.item.gate }
      return first.offset < second.offset
    }.map(\.element)
    hasMore = more
    isLoaded = true
    list.setCount(entries.count)
    if !marks.isEmpty { marks.keep(entries.map { row($0, of: party) }) }
    if let before = selectedBefore,
      let place = entries.firstIndex(where: {
        $0.placement == before.placement && $0.duty == before.duty && $0.item.entry == before.item.entry
      })
    {
      list.select(place)
    }
  }

  static func listRect(_ size: Size) -> Rect {
    Rect(column: 0, row: 3, columns: size.columns, rows: size.rows - 6)
  }

  func draw(into canvas: inout Canvas, context: ScreenContext) {
    let words = context.words
    let theme = context.theme
    let size = canvas.size
    canvas.drawHorizontalLine(at: Point(column: 0, row: 1), length: size.columns, style: theme.border)
    let rect = Self.listRect(size)
    var columns = [
      ListColumn(title: "", width: 3),
      ListColumn(title: words["mine.item"], width: 16, stretch: 1, isLabel: true),
      ListColumn(title: words["mine.when"], width: 13),
      ListColumn(title: Party.student.name(words), width: 18, stretch: 2),
      ListColumn(title: Party.employer.name(words), width: 14, stretch: 2, givesWay: 1),
    ]
    if !marks.isEmpty { columns.insert(Marks.column, at: 1) }
    ListLayout(columns: columns, width: size.columns - 1)
      .drawHeading(into: &canvas, at: Point(column: 1, row: 2), theme: theme)
    list.draw(into: &canvas, in: rect, theme: theme, columns: columns) { number in
      entries.indices.contains(number) ? row(entries[number], context: context) : ListRow([])
    }
    if entries.isEmpty {
      canvas.write(
        isLoaded ? words["mine.nothing"] : "", at: Point(column: 1, row: rect.top), style: theme.text)
      canvas.cursor = Point(column: 0, row: rect.top)
    }
    canvas.drawHorizontalLine(at: Point(column: 0, row: size.rows - 3), length: size.columns, style: theme.border)
    let position = list.position(context.position)
    let width = TextWidth.columns(of: position)
    canvas.write(position, at: Point(column: size.columns - width - 1, row: size.rows - 2), style: theme.text)
    guard context.notice == nil else { return }
    let overdue = entries.count { $0.due.map { $0 < context.today } ?? false }
    if !marks.isEmpty {
      let text = words("marks.count", ["count": String(marks.count)])
      canvas.write(text, at: Point(column: 1, row: size.rows - 2), width: size.columns - width - 4, style: theme.text)
      return
    }
    var text = words("mine.count", ["count": String(entries.count), "overdue": String(overdue)])
    if hasMore { text += " · " + words("mine.more", ["count": String(Self.limit)]) }
    canvas.write(text, at: Point(column: 1, row: size.rows - 2), width: size.columns - width - 4, style: theme.text)
  }

  private func row(_ entry: Entry, context: ScreenContext) -> ListRow {
    let words = context.words
    let overdue = entry.due.map { $0 < context.today } ?? false
    let soon = entry.due.map { $0.days(since: context.today) <= 14 } ?? false
    let state: ItemState =
      overdue ? .overdue : entry.item.partial ? .partial : entry.item.actable ? .yours : soon ? .dueSoon : .open
    var cells: [ListRow.Cell] = [
      .init(state.sign + (entry.item.gate ? "◆" : ""), style: state.style(context.theme)),
      .init(name(entry, words: words), style: context.theme.text),
      .init(
        entry.due.map(context.wording.distance) ?? state.word(words),
        style: state.style(context.theme)),
      .init(entry.student, style: context.theme.text),
      .init(entry.employer ?? words["overview.noEmployer"], style: context.theme.text),
    ]
    if !marks.isEmpty { cells.insert(marks.cell(row(entry, of: context.viewer.party), context.theme), at: 1) }
    return ListRow(cells)
  }

  private func condition(_ entry: Entry, words: Words) -> String {
    entry.condition.map { words("condition.named", ["text": $0]) } ?? words["condition.name"]
  }

  private func name(_ entry: Entry, words: Words) -> String {
    switch entry.reason {
    case .item, .withdrawal:
      return entry.duty?.short(words) ?? entry.item.entry?.kind.title(words)
        ?? (entry.item.condition == nil ? "" : condition(entry, words: words))
    case .endDate: return words["mine.finish"]
    case .intendedReturn: return words["mine.return"]
    case .scan: return words["mine.scan"]
    }
  }
}
