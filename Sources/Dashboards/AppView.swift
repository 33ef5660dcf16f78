import Canvas
import Language
import WerkendLeren
import Widgets

extension App {
  /// The screen as it is to be painted.
  public func view() -> Canvas {
    var canvas = Canvas(size: size)
    guard !isTooSmall else {
      canvas.write(
        words("screen.tooSmall", ["columns": String(App.smallest.columns), "rows": String(App.smallest.rows)]),
        at: Point(column: 0, row: 0), style: theme.text)
      canvas.cursor = Point(column: 0, row: 0)
      return canvas
    }
    drawTitle(into: &canvas)
    let context = context
    switch top {
    case .overview(let screen) where isWelcome: screen.welcome.draw(into: &canvas, context: context)
    case .overview(let screen): OverviewView(screen: screen, context: context).draw(into: &canvas)
    case .mine(let screen): screen.draw(into: &canvas, context: context)
    case .agenda(let screen): AgendaView(screen: screen, context: context).draw(into: &canvas)
    case .triptych(let screen): TriptychView(screen: screen, context: context).draw(into: &canvas)
    case .item(let screen): ItemView(screen: screen, context: context).draw(into: &canvas)
    case .history(let screen): screen.draw(into: &canvas, context: context)
    case .report(let screen): drawText(screen.text, into: &canvas, in: ImportScreen.textRect(size))
    case .people(let screen):
      screen.draw(into: &canvas, context: context, rows: peopleRows, records: snapshot?.records)
    case .page(let page): page.draw(into: &canvas, context: context)
    case .employers(let screen): screen.draw(into: &canvas, context: context)
    case .register(let screen): RegisterView(screen: screen, context: context).draw(into: &canvas)
    case .entries(let screen): screen.draw(into: &canvas, context: context)
    case .entry(let screen): screen.draw(into: &canvas, context: context)
    case .scans(let screen): screen.draw(into: &canvas, context: context, mayBegin: fillsInScans)
    case .wizard(let screen): screen.draw(into: &canvas, context: context)
    case .judgement(let screen): screen.draw(into: &canvas, context: context)
    case .question(let screen): screen.draw(into: &canvas, context: context)
    case .conditions(let screen): screen.draw(into: &canvas, context: context)
    case .outcome(let screen): screen.draw(into: &canvas, context: context)
    case .compare(let screen): screen.draw(into: &canvas, context: context)
    case .help(let text): drawText(text, into: &canvas)
    case .form(let form): form.draw(into: &canvas, context: context)
    }
    drawNotice(into: &canvas)
    keys.hints.draw(into: &canvas, in: hintRect, theme: theme)
    // Without frames, what lies behind would be read on beside the lines of a box.
    if isPlain, overlay != nil {
      canvas.fill(Rect(column: 0, row: 1, columns: size.columns, rows: size.rows - 2))
    }
    switch overlay {
    case .dialog(let dialog, _): dialog.draw(into: &canvas, in: canvas.bounds, theme: theme, position: context.position)
    case .palette(let palette, _):
      canvas.fill(paletteBox)
      let isGates = isGateList(palette)
      let inside = Panel(title: isGates ? words["palette.gates"] : words["palette.title"], hasFocus: true)
        .draw(into: &canvas, in: paletteBox, theme: theme)
      palette.draw(
        into: &canvas, in: inside, theme: theme, prompt: ":", nothingFound: words["palette.nothing"])
    case .themes(let themes): draw(themes, into: &canvas)
    case .course(let menu): menu.draw(courseEntries, title: words["course.title"], into: &canvas, context: context)
    case .group(let menu):
      let title = words("group.title", ["count": String(marks.count)])
      menu.draw(groupEntries, title: title, into: &canvas, context: context)
    case .calendar(let calendar): calendar.draw(into: &canvas, in: canvas.bounds, words: words, theme: theme)
    case .errors(let list): list.draw(into: &canvas, in: canvas.bounds, theme: theme, position: context.position)
    case nil: break
    }
    if canvas.cursor == nil { canvas.cursor = Point(column: 0, row: 0) }
    return isPlain ? canvas.withoutDecoration() : canvas
  }

  /// A text to read, below the title.
  private func drawText(_ text: ScrollText, into canvas: inout Canvas, in rect: Rect? = nil) {
    canvas.drawHorizontalLine(at: Point(column: 0, row: 1), length: size.columns, style: theme.border)
    text.draw(into: &canvas, in: rect ?? readingRect, theme: theme, position: context.position)
  }

  var overlayRoom: Rect { Rect(column: 0, row: 0, columns: size.columns, rows: size.rows) }
  var hintRect: Rect { Rect(column: 0, row: size.rows - 1, columns: size.columns, rows: 1) }
  var readingRect: Rect { Rect(column: 1, row: 2, columns: size.columns - 2, rows: size.rows - 4) }

  var paletteBox: Rect {
    let columns = min(72, size.columns - 4)
    var rows = min(16, size.rows - 4)
    if case .palette(let palette, _) = overlay, isGateList(palette) { rows = min(rows, palette.entries.count + 3) }
    return Rect(column: (size.columns - columns) / 2, row: 2, columns: columns, rows: rows)
  }

  /// Whether the list offers the gates that fail rather than commands.
  private func isGateList(_ palette: PaletteList) -> Bool {
    !palette.entries.isEmpty && palette.entries.allSatisfy { $0.id.hasPrefix("gate:") }
  }

  var paletteRoom: Rect { paletteBox.inset(left: 2, top: 1, right: 2, bottom: 1) }

  /// What happened, above the bottom line; a text that is too long for one line takes the lines above it too, and is never cut.
  private func drawNotice(into canvas: inout Canvas) {
    guard let notice else { return }
    let room = size.columns - (positionWidth > 0 ? positionWidth + 4 : 2)
    let (sign, style) =
      switch notice.kind {
      case .done: ("✓ ", theme.done)
      case .refused: ("! ", theme.error)
      case .note: ("", theme.text)
      }
    let lines = TextWidth.wrapped(sign + notice.text, to: room).suffix(4)
    let first = size.rows - 1 - lines.count
    for (offset, line) in lines.enumerated() {
      let isLast = offset == lines.count - 1
      canvas.fill(Rect(column: 0, row: first + offset, columns: isLast ? room + 1 : size.columns, rows: 1))
      canvas.write(line, at: Point(column: 1, row: first + offset), width: room, style: style)
    }
  }

  /// The columns that a list's position takes at the right of the notice's line.
  private var positionWidth: Int {
    let list: WindowedList
    switch top {
    case .overview(let screen):
      if isWelcome { return 0 }
      list = screen.list
    case .mine(let screen): list = screen.list
    case .agenda(let screen): list = screen.list
    case .history(let screen) where screen.opened == nil: list = screen.list
    case .people(let screen): list = screen.list
    case .employers(let screen): list = screen.list
    case .register(let screen): return TextWidth.columns(of: screen.position(context.position))
    case .entries(let screen): list = screen.list
    case .scans(let screen): list = screen.list
    case .judgement(let screen): list = screen.list
    case .conditions(let screen) where !screen.isOpened: list = screen.list
    case .compare(let screen) where screen.opened == nil:
      return TextWidth.columns(of: screen.position(context))
    default: return 0
    }
    return TextWidth.columns(of: list.position(context.position))
  }

  private func drawTitle(into canvas: inout Canvas) {
    let titles = titles
    let room = size.columns - 4
    let fitting = titles.first { TextWidth.columns(of: $0.left) + TextWidth.columns(of: $0.right) <= room }
    guard let title = fitting ?? titles.last else { return }
    title.draw(into: &canvas, in: Rect(column: 0, row: 0, columns: size.columns, rows: 1), theme: theme)
  }

  /// What the title line can say, the fullest first: what does not fit goes whole, what one is looking at goes last.
  private var titles: [TitleLine] {
    let who = "\(viewer.name) · \(viewer.party.inSentence(words))"
    func path(_ parts: String?...) -> String { parts.compactMap { $0 }.joined(separator: " › ") }
    func lines(_ lefts: [String]) -> [TitleLine] {
      lefts.map { TitleLine(left: $0, right: who) }
        + (lefts.last.map { [TitleLine(left: $0, right: viewer.name)] } ?? [])
    }
    let student = snapshot?.records.student.name
    switch top {
    case .overview where isWelcome: return lines([words["title.welcome"]])
    case .overview(let screen):
      let count = screen.counts.map { words("title.count", ["count": String($0.placements)]) }
      let right = [who, count].compactMap { $0 }.joined(separator: " · ")
      let short = words["title.overview.short"]
      return [TitleLine(left: words["title.overview"], right: right), TitleLine(left: short, right: right)]
        + lines([short])
    case .mine: return lines([words["title.mine"]])
    case .agenda: return lines([words["title.agenda"]])
    case .triptych(let screen): return lines(screen.snapshot.map(placementTitles) ?? [words["title.program"]])
    case .item(let screen):
      let item = screen.item
      let name = item?.duty.short(words)
      return lines([
        path(student, screen.party.name(words), item?.duty.phase.name(words), name),
        path(student, screen.party.name(words), name), path(student, name),
      ])
    case .history(let screen):
      let item = screen.duty.flatMap { screen.model?[$0] }?.short(words)
      return lines([path(words["title.history"], student, item), path(student, item)])
    case .report: return lines([words["title.import"]])
    case .people: return lines([path(student, words["title.people"])])
    case .entries, .entry:
      return lines(entryTitles(top, student: student).map { $0.compactMap { $0 }.joined(separator: " › ") })
    case .scans(let screen): return lines([path(words["title.scans"], screen.name), words["title.scans"]])
    case .employers: return lines([words["title.employers"], words["title.employers.path"]])
    case .register(let screen):
      return lines(screen.titles(words).map { $0.compactMap { $0 }.joined(separator: " › ") })
    case .wizard(let screen): return screen.titles(words)
    case .judgement, .question, .conditions, .outcome, .compare:
      return lines((judgementTitles(top) ?? []).map { $0.compactMap { $0 }.joined(separator: " › ") })
    case .help: return lines([words["title.help"]])
    case .page(let page):
      let name = page.snapshot?.records.student.name
      switch page.kind {
      case .explanation: return lines([path(words["title.explanation"], name), words["title.explanation"]])
      case .contacts: return lines([path(words["title.contacts"], name), path(name)])
      case .modelMove: return lines([path(words["title.model"], name), path(name)])
      }
    case .form(let form):
      return lines([path(form.student, form.title)])
        + [TitleLine(left: form.title, right: viewer.name)]
    }
  }

  private func placementTitles(_ snapshot: PlacementSnapshot) -> [String] {
    let records = snapshot.records
    let student = records.student.name
    let programme = records.placement.programme
    let employer = records.currentEmployer?.name
    let place = employer.map { words("title.at", ["programme": programme, "employer": $0]) } ?? programme
    return [
      words("title.placement", ["student": student, "place": place]), "\(student) — \(place)",
      "\(student) — \(employer ?? programme)", student,
    ]
  }
}
