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
    case .overview(let screen): OverviewView(screen: screen, context: context).draw(into: &canvas)
    case .mine(let screen): screen.draw(into: &canvas, context: context)
    case .triptych(let screen): TriptychView(screen: screen, context: context).draw(into: &canvas)
    case .item(let screen): ItemView(screen: screen, context: context).draw(into: &canvas)
    case .history(let screen): screen.draw(into: &canvas, context: context)
    case .help(let text):
      canvas.drawHorizontalLine(at: Point(column: 0, row: 1), length: size.columns, style: theme.border)
      text.draw(into: &canvas, in: readingRect, theme: theme, position: context.position)
    case .form(let form): form.draw(into: &canvas, context: context)
    }
    drawNotice(into: &canvas)
    keys.hints.draw(into: &canvas, in: hintRect, theme: theme)
    switch overlay {
    case .dialog(let dialog, _): dialog.draw(into: &canvas, in: canvas.bounds, theme: theme, position: context.position)
    case .palette(let palette):
      canvas.fill(paletteBox)
      let inside = Panel(title: words["palette.title"], hasFocus: true)
        .draw(into: &canvas, in: paletteBox, theme: theme)
      palette.draw(
        into: &canvas, in: inside, theme: theme, prompt: ":", nothingFound: words["palette.nothing"])
    case nil: break
    }
    if canvas.cursor == nil { canvas.cursor = Point(column: 0, row: 0) }
    return isPlain ? canvas.withoutDecoration() : canvas
  }

  var hintRect: Rect { Rect(column: 0, row: size.rows - 1, columns: size.columns, rows: 1) }
  var readingRect: Rect { Rect(column: 1, row: 2, columns: size.columns - 2, rows: size.rows - 4) }

  var paletteBox: Rect {
    let columns = min(72, size.columns - 4)
    let rows = min(16, size.rows - 4)
    return Rect(column: (size.columns - columns) / 2, row: 2, columns: columns, rows: rows)
  }

  var paletteRoom: Rect { paletteBox.inset(left: 2, top: 1, right: 2, bottom: 1) }

  private func drawNotice(into canvas: inout Canvas) {
    guard let notice else { return }
    let room = size.columns - (positionWidth > 0 ? positionWidth + 4 : 2)
    canvas.fill(Rect(column: 0, row: size.rows - 2, columns: room + 1, rows: 1))
    let (sign, style) =
      switch notice.kind {
      case .done: ("✓ ", theme.done)
      case .refused: ("! ", theme.error)
      case .note: ("", theme.text)
      }
    canvas.write(sign + notice.text, at: Point(column: 1, row: size.rows - 2), width: room, style: style)
  }

  /// The columns that a list's position takes at the right of the notice's line.
  private var positionWidth: Int {
    let list: WindowedList
    switch top {
    case .overview(let screen): list = screen.list
    case .mine(let screen): list = screen.list
    case .history(let screen) where screen.opened == nil: list = screen.list
    default: return 0
    }
    return TextWidth.columns(of: list.position(context.position))
  }

  private func drawTitle(into canvas: inout Canvas) {
    let who = "\(viewer.name) · \(viewer.party.inSentence(words))"
    let right: String
    let left: String
    switch top {
    case .overview(let screen):
      left = words["title.overview"]
      right = screen.counts.map { "\(who) · " + words("title.count", ["count": String($0.placements)]) } ?? who
    case .mine:
      left = words["title.mine"]
      right = who
    case .triptych(let screen):
      left = screen.snapshot.map(placementTitle) ?? words["title.program"]
      right = who
    case .item(let screen):
      let item = screen.item
      left = [
        screen.snapshot?.records.student.name, screen.party.name(words), item?.duty.phase.name(words),
        item?.duty.short(words),
      ].compactMap { $0 }.joined(separator: " › ")
      right = who
    case .history(let screen):
      left = [
        words["title.history"], snapshot?.records.student.name, screen.duty.flatMap { screen.model?[$0] }?.short(words),
      ]
      .compactMap { $0 }.joined(separator: " › ")
      right = who
    case .help:
      left = words["title.help"]
      right = who
    case .form(let form):
      left = [form.placement == nil ? nil : snapshot?.records.student.name, form.title].compactMap { $0 }
        .joined(separator: " › ")
      right = who
    }
    TitleLine(left: left, right: right)
      .draw(into: &canvas, in: Rect(column: 0, row: 0, columns: size.columns, rows: 1), theme: theme)
  }

  private func placementTitle(_ snapshot: PlacementSnapshot) -> String {
    let records = snapshot.records
    let employer = records.currentEmployer?.name
    let place = employer.map { words("title.at", ["programme": records.placement.programme, "employer": $0]) }
    return words(
      "title.placement", ["student": records.student.name, "place": place ?? records.placement.programme])
  }
}
