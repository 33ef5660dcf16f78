import Canvas
import Language
import WerkendLeren
import Widgets

/// Draws the agenda.
struct AgendaView {
  let screen: AgendaScreen
  let context: ScreenContext

  private var words: Words { context.words }
  private var theme: Theme { context.theme }
  private var wording: ItemWording { context.wording }

  func draw(into canvas: inout Canvas) {
    let size = canvas.size
    drawFilters(into: &canvas)
    canvas.drawHorizontalLine(at: Point(column: 0, row: 2), length: size.columns, style: theme.border)
    let rect = AgendaScreen.listRect(size)
    if screen.list.count == 0 {
      canvas.write(
        screen.isLoaded ? words["agenda.nothing"] : "", at: Point(column: 1, row: rect.top), style: theme.text)
      canvas.cursor = Point(column: 0, row: rect.top)
    }
    let layout = ListLayout(columns: columns(size), width: size.columns - 1)
    for (offset, line) in screen.lines(today: context.today).enumerated() where offset < rect.rows {
      let row = rect.top + offset
      if let group = line.group {
        canvas.write(heading(group), at: Point(column: 1, row: row), style: theme.title)
      } else if let number = line.number, let entry = screen.entry(number) {
        screen.list.draw(
          listRow(entry), number: number, into: &canvas, in: rect, line: row, layout: layout, theme: theme)
      }
    }
    canvas.drawHorizontalLine(at: Point(column: 0, row: size.rows - 3), length: size.columns, style: theme.border)
    let position = screen.list.position(context.position)
    let width = TextWidth.columns(of: position)
    canvas.write(position, at: Point(column: size.columns - width - 1, row: size.rows - 2), style: theme.text)
    guard context.notice == nil, !screen.marks.isEmpty else { return }
    let text = words("marks.count", ["count": String(screen.marks.count)])
    canvas.write(text, at: Point(column: 1, row: size.rows - 2), width: size.columns - width - 4, style: theme.text)
  }

  // MARK: - Filters

  private var filterTexts: [(command: String, text: String)] {
    let party = screen.filter.party?.inSentence(words) ?? words["agenda.filter.all"]
    return [
      ("agenda.party", words("agenda.filter.party", ["value": party])),
      ("agenda.mine", words("overview.filter.mine", ["value": screen.filter.mine ? words["general.yes"] : "–"])),
    ]
  }

  private func filterPlaces() -> [(command: String, text: String, rect: Rect)] {
    var column = 1
    return filterTexts.map { command, text in
      let width = TextWidth.columns(of: text)
      defer { column += width + 2 }
      return (command, text, Rect(column: column, row: 1, columns: width, rows: 1))
    }
  }

  private func drawFilters(into canvas: inout Canvas) {
    for place in filterPlaces() where place.rect.right <= canvas.size.columns {
      canvas.write(place.text, at: place.rect.origin, style: theme.text)
    }
  }

  /// The command of a filter at a place of the screen, for a click.
  func filter(at point: Point) -> String? { filterPlaces().first { $0.rect.contains(point) }?.command }

  /// The entry at a place of the screen, for a click.
  func entry(at point: Point) -> Int? {
    let rect = AgendaScreen.listRect(context.size)
    let lines = screen.lines(today: context.today)
    let row = point.row - rect.top
    guard rect.contains(point), lines.indices.contains(row) else { return nil }
    return lines[row].number
  }

  // MARK: - Lines

  /// `Te laat`, `week 48 · 23–29 nov`; with the year where it is another than today's.
  func heading(_ group: AgendaScreen.Group) -> String {
    guard case .week(let week) = group else { return words["agenda.late"] }
    let dates = wording.dates
    let sunday = week.monday.adding(days: 6)
    let days = "\(dates.span(from: week.monday, to: sunday))"
    let text = words("agenda.week", ["number": String(week.number), "days": days])
    return week.year == Week(of: context.today).year ? text : "\(text) \(week.year)"
  }

  private func columns(_ size: Size) -> [ListColumn] {
    [ListColumn(width: 2)] + (screen.marks.isEmpty ? [] : [Marks.column]) + [
      ListColumn(width: 10),
      ListColumn(width: 14, stretch: 2, isLabel: true), ListColumn(width: 16, stretch: 2),
      ListColumn(width: 10), ListColumn(width: 13, alignment: .trailing, givesWay: 2),
    ] + (size.columns >= 110 ? [ListColumn(width: 16, stretch: 2, givesWay: 1)] : [])
  }

  private func listRow(_ entry: AgendaEntry) -> ListRow {
    let wording = AgendaWording(context: context)
    let state = wording.state(entry.line)
    let duty = screen.duty(entry)
    let dates = self.wording.dates
    let mark = screen.marks.isEmpty ? [] : [screen.marks.cell(screen.row(entry, of: context.viewer.party), theme)]
    return ListRow(
      [.init(state.sign + (entry.line.gate ? "◆" : ""), style: state.style(theme))] + mark + [
        // The heading says the year.
        .init("\(dates.weekdayShort(entry.line.day)) \(dates.short(entry.line.day, today: entry.line.day))"),
        .init(wording.name(entry.line, duty: duty, condition: screen.condition(entry)), style: theme.text),
        .init(entry.student, style: theme.text),
        .init(parties(entry.line.parties), style: theme.text),
        .init(wording.distance(entry.line), style: state.style(theme)),
      ] + (context.size.columns >= 110 ? [.init(entry.employer ?? words["overview.noEmployer"])] : []))
  }

  /// Whose it is: the party's short name, or the letters of several.
  private func parties(_ parties: [Party]) -> String {
    guard parties.count == 1, let party = parties.first else {
      return parties.map { $0.letter(words) }.joined(separator: " ")
    }
    return party.short(words)
  }
}

/// A dated thing in words.
public struct AgendaWording {
  private let words: Words
  private let today: Day
  private let viewer: Party

  /// Makes the wording of a language, on a day, for a party.
  public init(words: Words, today: Day, viewer: Party) {
    self.words = words
    self.today = today
    self.viewer = viewer
  }

  init(context: ScreenContext) {
    self.init(words: context.words, today: context.today, viewer: context.viewer.party)
  }

  /// What it is, such as `Begeleiding` or `Einddatum`; of a condition what has to be done.
  public func name(_ line: AgendaLine, duty: Duty?, condition: String? = nil) -> String {
    let short = duty?.short(words) ?? ""
    switch line.kind {
    case .item: return short
    case .withdrawal: return words("agenda.withdrawal", ["item": short])
    case .endDate: return words[line.day < today ? "mine.finish" : "agenda.endDate"]
    case .intendedReturn: return words["mine.return"]
    case .scan: return words["agenda.scan"]
    case .startDate: return words["agenda.startDate"]
    case .handling:
      guard let kind = line.entry?.kind else { return words["triptych.handle"] }
      let text = words(kind.asksForHandling ? "agenda.handling" : "agenda.followUp", ["kind": kind.name(words)])
      return text.prefix(1).uppercased() + text.dropFirst()
    case .condition:
      // In a list of facts a sentence needs no full stop.
      let text = condition.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
      return text.map { words("condition.named", ["text": $0]) } ?? words["condition.name"]
    }
  }

  /// How far it is: `4 d te laat` for an item, `4 d geleden` for a date that just passed, `over 3 d`.
  public func distance(_ line: AgendaLine, form: DateWords.Form = .short) -> String {
    let dates = DateWords(words)
    guard !isTask(line), line.day < today else { return dates.distance(to: line.day, today: today, form: form) }
    let count = ["count": String(today.days(since: line.day))]
    return words(form == .short ? "agenda.ago.short" : "agenda.ago.long", count)
  }

  /// Whether it has to be done by its day, and is overdue after that.
  private func isTask(_ line: AgendaLine) -> Bool { [.item, .handling, .condition].contains(line.kind) }

  /// Its state on the day, for the viewer.
  func state(_ line: AgendaLine) -> ItemState {
    let soon = line.day.days(since: today) <= 14
    guard isTask(line) else { return line.day < today ? .yours : soon ? .dueSoon : .open }
    if line.day < today { return .overdue }
    if line.partial { return .partial }
    if line.settled, !soon { return .done }
    if line.actors.contains(viewer) { return .yours }
    return soon ? .dueSoon : .open
  }
}
