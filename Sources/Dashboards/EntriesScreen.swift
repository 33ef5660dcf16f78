import Canvas
import Language
import WerkendLeren
import Widgets

/// The entries of a placement, or of one of its items: what waits first, then the newest.
struct EntriesScreen: Equatable, Sendable {
  /// Which entries are shown.
  enum Filter: Hashable, Sendable {
    case all
    case waiting
    case kind(EntryKind)

    static let allCases: [Filter] = [.all, .waiting] + EntryKind.allCases.map { .kind($0) }

    func name(_ words: Words) -> String {
      switch self {
      case .all: words["entries.filter.all"]
      case .waiting: words["entries.filter.waiting"]
      case .kind(let kind): kind.name(words)
      }
    }
  }

  var placement: Int64
  var duty: DutyID?
  var snapshot: PlacementSnapshot?
  var filter = Filter.all
  var list = WindowedList(count: 0, height: 1)

  init(placement: Int64, duty: DutyID?, snapshot: PlacementSnapshot?) {
    self.placement = placement
    self.duty = duty
    self.snapshot = snapshot
  }

  /// Those that the filter leaves, in their order.
  var entries: [Entry] {
    guard let snapshot else { return [] }
    let all =
      duty.flatMap { snapshot.model[$0] }.map(snapshot.records.entries(of:))
      ?? PlacementRecords.listed(snapshot.records.entries)
    return all.filter { entry in
      switch filter {
      case .all: true
      case .waiting: entry.isWaiting
      case .kind(let kind): entry.kind == kind
      }
    }
  }

  var selected: Entry? {
    let entries = entries
    return list.selected.flatMap { entries.indices.contains($0) ? entries[$0] : nil }
  }

  /// Takes what was read; the same entry stays selected.
  mutating func take(_ snapshot: PlacementSnapshot) {
    let before = selected?.id
    self.snapshot = snapshot
    settle(on: before)
  }

  /// Goes to the next filter.
  mutating func turn() {
    let place = Filter.allCases.firstIndex(of: filter) ?? 0
    filter = Filter.allCases[(place + 1) % Filter.allCases.count]
    settle(on: nil)
  }

  private mutating func settle(on entry: Int64?) {
    let entries = entries
    list.setCount(entries.count)
    if let place = entries.firstIndex(where: { $0.id == entry }) {
      list.select(place)
    } else if entry == nil {
      list.select(0)
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
    let entries = entries
    let columns = [
      ListColumn(title: "", width: 1), ListColumn(title: words["entries.kind"], width: 20, isLabel: true),
      ListColumn(title: words["mine.when"], width: 13),
      ListColumn(title: words["entries.text"], width: 14, stretch: 4),
      ListColumn(title: words["entries.day"], width: 8, givesWay: 2),
      ListColumn(title: words["entries.readers"], width: 9, givesWay: 1),
    ]
    ListLayout(columns: columns, width: size.columns - 1)
      .drawHeading(into: &canvas, at: Point(column: 1, row: 2), theme: theme)
    list.draw(into: &canvas, in: rect, theme: theme, columns: columns) { number in
      entries.indices.contains(number) ? row(entries[number], context) : ListRow([])
    }
    if entries.isEmpty {
      canvas.write(
        words[filter == .all ? "entries.none" : "entries.noneHere"], at: Point(column: 1, row: rect.top),
        width: size.columns - 2, style: theme.text)
      canvas.cursor = Point(column: 0, row: rect.top)
    }
    canvas.drawHorizontalLine(at: Point(column: 0, row: size.rows - 3), length: size.columns, style: theme.border)
    let position = list.position(context.position)
    let width = TextWidth.columns(of: position)
    canvas.write(position, at: Point(column: size.columns - width - 1, row: size.rows - 2), style: theme.text)
    guard context.notice == nil else { return }
    let text = words(
      "entries.status", ["count": String(entries.count(where: \.isWaiting)), "filter": filter.name(words)])
    canvas.write(text, at: Point(column: 1, row: size.rows - 2), width: size.columns - width - 4, style: theme.text)
  }

  private func row(_ entry: Entry, _ context: ScreenContext) -> ListRow {
    let theme = context.theme
    let wording = context.wording
    let handling = snapshot?.derivation.handlings.first { $0.id == entry.id }
    let state =
      handling?.state(on: context.today, for: context.viewer.party) ?? (entry.closedOn == nil ? nil : ItemState.done)
    return ListRow([
      .init(state?.sign ?? "", style: state?.style(theme) ?? theme.text),
      .init(wording.name(of: entry), style: theme.text),
      .init(
        wording.value(of: entry, handling), style: state == .overdue ? theme.warning : theme.text),
      .init(entry.text.split(whereSeparator: \.isWhitespace).joined(separator: " "), style: theme.text),
      .init(wording.day(entry.day), style: theme.text),
      .init(entry.readers.letters(context.words), style: theme.faint),
    ])
  }
}

/// One entry, opened: its text, who reads along, what was done, its history.
struct EntryScreen: Equatable, Sendable {
  var placement: Int64
  var id: Int64
  var snapshot: PlacementSnapshot?
  var history: [ChangeLine] = []
  var text = ScrollText("")

  init(placement: Int64, id: Int64, snapshot: PlacementSnapshot?) {
    self.placement = placement
    self.id = id
    self.snapshot = snapshot
  }

  var entry: Entry? { snapshot?.records.entries.first { $0.id == id } }

  static func textRect(_ size: Size) -> Rect {
    Rect(column: 1, row: 4, columns: size.columns - 2, rows: size.rows - 6)
  }

  private func content(_ context: ScreenContext) -> EntryText? {
    guard let snapshot, let entry else { return nil }
    return EntryText(entry: entry, snapshot: snapshot, context: context, history: history)
  }

  mutating func scroll(_ event: Event, context: ScreenContext) {
    guard let content = content(context) else { return }
    text.setText(content.lines.joined(separator: "\n"))
    _ = text.handle(event, in: Self.textRect(context.size))
  }

  func draw(into canvas: inout Canvas, context: ScreenContext) {
    let theme = context.theme
    let size = canvas.size
    canvas.drawHorizontalLine(at: Point(column: 0, row: 1), length: size.columns, style: theme.border)
    guard let content = content(context), let entry else { return }
    let state = content.handling?.state(on: context.today, for: context.viewer.party)
    var column = 1
    if let sign = state?.sign ?? (entry.closedOn == nil ? nil : ItemState.done.sign) {
      canvas.write(sign, at: Point(column: 1, row: 2), style: (state ?? .done).style(theme))
      column = 3
    }
    let used = canvas.write(
      context.wording.name(of: entry), at: Point(column: column, row: 2), width: size.columns - 4, style: theme.title)
    let room = size.columns - column - used - 3
    if room > 8 {
      canvas.write(
        content.stateLine, at: Point(column: column + used + 2, row: 2), width: room,
        style: state == .overdue ? theme.warning : theme.text, alignment: .trailing)
    }
    var shown = text
    shown.setText(content.lines.joined(separator: "\n"))
    shown.draw(into: &canvas, in: Self.textRect(size), theme: theme, position: context.position)
    canvas.cursor = Point(column: 1, row: 2)
  }
}
