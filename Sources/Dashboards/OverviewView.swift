import Canvas
import Language
import WerkendLeren
import Widgets

/// Draws the overview.
struct OverviewView {
  let screen: OverviewScreen
  let context: ScreenContext

  private var words: Words { context.words }
  private var theme: Theme { context.theme }

  /// Where the rows of the list stand.
  static func listRect(_ size: Size) -> Rect {
    Rect(column: 0, row: 4, columns: size.columns, rows: size.rows - 7)
  }

  func draw(into canvas: inout Canvas) {
    let size = canvas.size
    drawFilters(into: &canvas)
    canvas.drawHorizontalLine(at: Point(column: 0, row: 2), length: size.columns, style: theme.border)
    let rect = Self.listRect(size)
    let columns = columns(size)
    ListLayout(columns: columns, width: size.columns - 1)
      .drawHeading(into: &canvas, at: Point(column: 1, row: 3), theme: theme)
    if screen.page.total == 0 {
      let lines = emptyLines
      for (offset, line) in lines.enumerated() {
        canvas.write(line, at: Point(column: 1, row: rect.top + 1 + offset), style: theme.text)
      }
      canvas.cursor = Point(column: 0, row: rect.top + 1)
    }
    screen.list.draw(into: &canvas, in: rect, theme: theme, columns: columns) { number in
      screen.row(number).map(listRow) ?? ListRow([])
    }
    canvas.drawHorizontalLine(
      at: Point(column: 0, row: size.rows - 3), length: size.columns, style: theme.border)
    drawStatus(into: &canvas, row: size.rows - 2)
    placeCursor(into: &canvas)
  }

  private var emptyLines: [String] {
    if screen.filter.isActive { return [words["overview.nothingFound"], words["overview.nothingFound.hint"]] }
    if context.viewer.party != .school { return [words["overview.empty.own"], words["overview.empty.own.hint"]] }
    return [words["overview.empty"], words["overview.empty.hint"]]
  }

  // MARK: - The line of filters

  private var filterTexts: [String] {
    [
      words("overview.filter.stages", ["value": screen.filter.stages.name(words)]),
      words("overview.filter.mine", ["value": yesNo(screen.filter.mine)]),
      words("overview.filter.overdue", ["value": yesNo(screen.filter.overdue)]),
      words("overview.filter.gate", ["value": screen.filter.gate.map(gateName) ?? "–"]),
    ]
  }

  private func yesNo(_ value: Bool) -> String { value ? words["general.yes"] : "–" }

  private func gateName(_ id: DutyID) -> String {
    for model in screen.page.models.values { if let duty = model[id] { return duty.short(words) } }
    return context.gates.first { $0.id == id }?.short(words) ?? id.text
  }

  private var searchRect: Rect {
    let label = TextWidth.columns(of: words["overview.search"]) + 2
    return Rect(column: label, row: 1, columns: context.size.columns >= 76 ? 14 : 10, rows: 1)
  }

  private func filterPlaces() -> [Rect] {
    var column = searchRect.right + 2
    return filterTexts.map { text in
      let width = TextWidth.columns(of: text)
      defer { column += width + 2 }
      return Rect(column: column, row: 1, columns: width, rows: 1)
    }
  }

  private func drawFilters(into canvas: inout Canvas) {
    canvas.write(words["overview.search"], at: Point(column: 1, row: 1), style: theme.text)
    screen.search.draw(into: &canvas, in: searchRect, theme: theme, hasFocus: screen.focus == .search)
    for (number, (text, place)) in zip(filterTexts, filterPlaces()).enumerated()
    where place.right <= canvas.size.columns {
      let focused = screen.focus == .filter(number)
      canvas.write(text, at: place.origin, style: focused ? theme.selected : theme.text)
    }
    let sorted = words["overview.sorted"]
    let end = filterPlaces().last?.right ?? 0
    if end + TextWidth.columns(of: sorted) + 2 < canvas.size.columns {
      canvas.write(
        sorted, at: Point(column: end + 1, row: 1), width: canvas.size.columns - end - 2, style: theme.faint,
        alignment: .trailing)
    }
  }

  private func placeCursor(into canvas: inout Canvas) {
    switch screen.focus {
    case .list: break
    case .search: screen.search.draw(into: &canvas, in: searchRect, theme: theme, hasFocus: true)
    case .filter(let number):
      let places = filterPlaces()
      if places.indices.contains(number) { canvas.cursor = places[number].origin }
    }
  }

  /// The filter at a place of the screen, for a click.
  func filter(at point: Point) -> Int? { filterPlaces().firstIndex { $0.contains(point) } }

  /// Whether the place lies in the search field.
  func isSearch(at point: Point) -> Bool { searchRect.contains(point) }

  // MARK: - The list

  private func columns(_ size: Size) -> [ListColumn] {
    let wide = size.columns >= 110
    var columns = [
      ListColumn(title: "", width: 1),
      ListColumn(title: Party.student.name(words), width: 18, stretch: 3, isLabel: true),
      ListColumn(title: words["overview.now"], width: wide ? 27 : 14, stretch: 1),
      ListColumn(title: Party.employer.name(words), width: 14, stretch: 2, givesWay: 3),
    ]
    if !screen.marks.isEmpty { columns.insert(Marks.column, at: 1) }
    if wide { columns.append(ListColumn(title: words["overview.programme"], width: 14, stretch: 2, givesWay: 0)) }
    columns += [
      ListColumn(title: words["overview.phase"], width: 8, givesWay: 2),
      ListColumn(title: words["overview.start"], width: 7, givesWay: 1),
    ]
    for party in Party.allCases { columns.append(ListColumn(title: party.letter(words), width: 3, givesWay: 4)) }
    return columns
  }

  private func listRow(_ row: OverviewRow) -> ListRow {
    let now = OverviewNow(row, page: screen.page, context: context)
    var cells: [ListRow.Cell] = [
      .init(now.sign, style: now.state.style(theme)), .init(row.student, style: theme.text),
      .init(
        context.size.columns >= 110 ? now.longText : now.text,
        style: now.state == .done ? theme.text : now.state.style(theme)),
      .init(row.employer ?? words["overview.noEmployer"], style: row.employer == nil ? theme.faint : theme.text),
    ]
    if !screen.marks.isEmpty {
      cells.insert(screen.marks.cell(MarkedRow(placement: row.id), theme), at: 1)
    }
    if context.size.columns >= 110 { cells.append(.init(row.programme, style: theme.text)) }
    cells.append(.init(phaseText(row.summary), style: theme.text))
    cells.append(
      .init(row.summary.start.map { context.wording.dates.compact($0, today: context.today) } ?? "–", style: theme.text)
    )
    for party in Party.allCases {
      let count = row.summary.count(of: party, in: row.summary.phase, on: context.today)
      cells.append(.init("\(count.done)/\(count.total)", style: theme.text))
    }
    return ListRow(cells)
  }

  private func phaseText(_ summary: Summary) -> String {
    switch summary.stage {
    case .preparation: return words["phase.preparation.short"]
    case .during:
      guard let started = summary.startedOn else { return words["phase.during.short"] }
      let week = context.today.days(since: started) / 7 + 1
      return words("phase.during.week", ["week": String(max(1, week))])
    case .paused: return words["stage.paused.short"]
    case .completed: return words["stage.completed.short"]
    case .ended: return words["stage.ended.short"]
    case .neverStarted: return words["stage.neverStarted.short"]
    }
  }

  // MARK: - The line below

  private func drawStatus(into canvas: inout Canvas, row: Int) {
    let position = screen.list.position { first, last, count in
      words("list.position", ["first": String(first), "last": String(last), "count": String(count)])
    }
    let width = TextWidth.columns(of: position)
    canvas.write(
      position, at: Point(column: canvas.size.columns - width - 1, row: row), style: theme.text)
    guard context.notice == nil else { return }
    if !screen.marks.isEmpty {
      let text = words("marks.count", ["count": String(screen.marks.count)])
      canvas.write(text, at: Point(column: 1, row: row), width: canvas.size.columns - width - 4, style: theme.text)
      return
    }
    guard let counts = screen.counts else { return }
    let texts = [
      words("overview.count.overdue", ["count": String(counts.overdue)]),
      words("overview.count.gates", ["count": String(counts.failingGates)]),
      words("overview.count.starting", ["count": String(counts.startingSoon)]),
    ]
    // A count that does not fit goes whole.
    let room = canvas.size.columns - width - 4
    let shown = (1...texts.count).reversed().lazy.map { texts.prefix($0).joined(separator: " · ") }
      .first { TextWidth.columns(of: $0) <= room }
    canvas.write(
      shown ?? "", at: Point(column: 1, row: row), style: counts.overdue > 0 ? theme.text : theme.faint)
  }
}

extension OverviewFilter.Stages {
  /// The filter's value in words.
  func name(_ words: Words) -> String {
    switch self {
    case .all: words["overview.stages.all"]
    case .preparation: words["overview.stages.preparation"]
    case .during: words["overview.stages.during"]
    case .paused: words["overview.stages.paused"]
    case .finished: words["overview.stages.finished"]
    case .archived: words["overview.stages.archived"]
    }
  }
}

/// What a placement needs now: the sign and the words of the item that gives its date. Source: `rules.md`, "Urgency".
struct OverviewNow {
  let state: ItemState
  let sign: String
  /// In about thirteen columns.
  let text: String
  /// Where there is room.
  let longText: String

  private init(_ state: ItemState, _ text: String, long: String? = nil, sign: String? = nil) {
    self.state = state
    self.sign = sign ?? state.sign
    self.text = text
    longText = long ?? text
  }

  init(_ row: OverviewRow, page: OverviewPage, context: ScreenContext) {
    let summary = row.summary
    if summary.stage == .preparation || summary.stage == .during {
      self = OverviewNow.active(summary, model: page.models[row.model], page.conditions, context: context)
    } else {
      self = OverviewNow.resting(summary, context: context)
    }
  }

  /// Paused or ended: nothing is due, but for the intended return.
  private static func resting(_ summary: Summary, context: ScreenContext) -> OverviewNow {
    let words = context.words
    guard let urgency = summary.urgency, urgency.reason == .intendedReturn else {
      return OverviewNow(.notApplicable, summary.stage.name(words))
    }
    if urgency.day < context.today { return OverviewNow(.overdue, words["overview.now.return.passed"]) }
    return OverviewNow(
      .notApplicable, words("overview.now.return", ["day": context.wording.day(urgency.day)]))
  }

  private static func active(
    _ summary: Summary, model: DutyModel?, _ conditions: [Int64: String], context: ScreenContext
  ) -> OverviewNow {
    let words = context.words
    let today = context.today
    let viewer = context.viewer.party
    let urgency = viewer == .school ? summary.urgency : summary.urgencyOf[viewer]
    let item = urgency?.item ?? summary.open.first { viewer == .school || $0.party == viewer }
    var name = ""
    var longName: String?
    if let place = item?.duty, let model, model.duties.indices.contains(place) {
      name = model.duties[place].short(words)
    } else if let entry = item?.entry {
      name = entry.kind.title(words)
    } else if let condition = item?.condition {
      name = words["condition.name"]
      longName = conditions[condition].map { words("condition.named", ["text": $0]) }
    }
    let overdue = summary.overdueCount(of: viewer == .school ? nil : viewer, on: today)
    if overdue > 0 {
      let text = words("overview.now.overdue", ["count": String(overdue)])
      return OverviewNow(.overdue, text, long: name.isEmpty ? text : text + " · " + (longName ?? name))
    }
    if let urgency, urgency.reason == .endDate {
      return urgency.day < today
        ? OverviewNow(.yours, words["overview.now.finish"])
        : OverviewNow(.open, words("overview.now.end", ["day": context.wording.day(urgency.day)]))
    }
    if let urgency, urgency.reason == .scan {
      return urgency.day < today
        ? OverviewNow(.yours, words["overview.now.scan.passed"])
        : OverviewNow(.open, words("overview.now.scan", ["day": context.wording.day(urgency.day)]))
    }
    if let urgency, urgency.reason == .withdrawal {
      return OverviewNow(.yours, words["overview.now.withdrawn"], long: words["overview.now.withdrawn"] + " · " + name)
    }
    guard let item else { return OverviewNow(.done, words["overview.now.nothing"]) }
    let due = urgency?.day
    let soon = due.map { $0.days(since: today) <= 14 } ?? false
    let mine = item.party == viewer && item.actable
    let state: ItemState =
      item.partial ? .partial : item.settled && !soon ? .done : mine ? .yours : soon ? .dueSoon : .open
    let short = (item.gate ? "◆ " : "") + name
    let distance = due.map { context.wording.distance($0) } ?? ""
    return OverviewNow(
      state, soon && !item.gate ? distance : short,
      long: longName.map { distance.isEmpty ? $0 : distance + " · " + $0 }
        ?? (distance.isEmpty ? short : short + " · " + distance))
  }
}
