import Canvas
import Language
import WerkendLeren
import Widgets

/// Draws the triptych: side by side from 100 columns, one panel at a time below.
struct TriptychView {
  let screen: TriptychScreen
  let context: ScreenContext

  private var words: Words { context.words }
  private var theme: Theme { context.theme }
  private var wording: ItemWording { context.wording }

  private static let panelTop = 3

  /// The lines that a panel shows.
  static func panelHeight(_ size: Size) -> Int {
    max(1, size.rows - panelTop - (TriptychScreen.isWide(size) ? 0 : 1) - 2 - 2)
  }

  /// Where each party's panel stands; only the one with the focus where there is room for one.
  static func panels(_ size: Size, focus: Party) -> [(party: Party, rect: Rect)] {
    guard TriptychScreen.isWide(size) else {
      return [(focus, Rect(column: 0, row: panelTop + 1, columns: size.columns, rows: size.rows - panelTop - 3))]
    }
    let width = size.columns / 3
    let spare = size.columns - width * 3
    var column = 0
    return Party.allCases.map { party in
      let columns = width + (party.index < spare ? 1 : 0)
      defer { column += columns }
      return (party, Rect(column: column, row: panelTop, columns: columns, rows: size.rows - panelTop - 2))
    }
  }

  func draw(into canvas: inout Canvas) {
    guard let snapshot = screen.snapshot else { return }
    drawProgress(snapshot, into: &canvas)
    drawCourse(snapshot, into: &canvas)
    if !TriptychScreen.isWide(context.size) { drawTabs(snapshot, into: &canvas) }
    for (party, rect) in Self.panels(context.size, focus: screen.party) {
      let focused = party == screen.party
      let lines = screen.lines(party, size: context.size, wording: wording)
      let height = Self.panelHeight(context.size)
      let top = screen.top[party]
      let last = min(lines.count, top + height)
      let note = lines.count > height ? context.position(top + 1, last, lines.count) : ""
      let inside = Panel(title: party.name(words), note: note, hasFocus: focused)
        .draw(into: &canvas, in: rect, theme: theme)
      let drawing = PanelDrawing(
        wording: wording, records: snapshot.records, viewer: context.viewer.party, party: party, theme: theme)
      guard top < last else { continue }
      for number in top..<last {
        drawing.draw(
          lines[number], into: &canvas, row: inside.top + number - top, in: inside,
          selected: focused && lines[number].isItem(screen.selection[party]))
      }
    }
    drawBelow(snapshot, into: &canvas)
  }

  /// Where the item lines are, for clicks: the party and the number of the item.
  func item(at point: Point) -> (party: Party, number: Int?)? {
    for (party, rect) in Self.panels(context.size, focus: screen.party) where rect.contains(point) {
      let lines = screen.lines(party, size: context.size, wording: wording)
      let number = screen.top[party] + point.row - rect.top - 1
      if lines.indices.contains(number), case .item(_, let item) = lines[number] { return (party, item) }
      return (party, nil)
    }
    return nil
  }

  // MARK: - The lines above the panels

  private func drawProgress(_ snapshot: PlacementSnapshot, into canvas: inout Canvas) {
    let right = courseText(snapshot)
    let rightWidth = TextWidth.columns(of: right)
    let room = canvas.size.columns - rightWidth - 4
    var column = 1
    let counts = Phase.allCases.map { phase -> (Phase, Int, Int) in
      let items = snapshot.derivation.items.filter { $0.applies && $0.duty.phase == phase }
      return (phase, items.count { $0.isDone(on: context.today) }, items.count)
    }
    let names = counts.map { phase, done, total in
      (
        phase == .preparation ? words["triptych.progress.preparation"] : words["triptych.progress.during"],
        "\(done)/\(total)" + (done == total && total > 0 ? " ✓" : "")
      )
    }
    let texts = names.reduce(0) { $0 + TextWidth.columns(of: $1.0) + TextWidth.columns(of: $1.1) + 2 }
    let bar = min(24, max(0, (room - texts - 3) / 2))
    for (index, (_, done, total)) in counts.enumerated() {
      let used = canvas.write(names[index].0, at: Point(column: column, row: 1), style: theme.text)
      column += used + 1
      if bar >= 4 {
        let filled = total == 0 ? 0 : done * bar / total
        canvas.drawHorizontalLine(
          at: Point(column: column, row: 1), length: filled, character: "━", style: theme.accent)
        canvas.drawHorizontalLine(
          at: Point(column: column + filled, row: 1), length: bar - filled, character: "╌", style: theme.border)
        column += bar + 1
      }
      column += canvas.write(names[index].1, at: Point(column: column, row: 1), style: theme.text) + 3
    }
    canvas.write(
      right, at: Point(column: canvas.size.columns - rightWidth - 1, row: 1), style: theme.text)
  }

  private func courseText(_ snapshot: PlacementSnapshot) -> String {
    let placement = snapshot.records.placement
    if let started = placement.startedOn {
      let week = max(1, context.today.days(since: started) / 7 + 1)
      return words("triptych.since", ["week": String(week), "day": wording.dates.short(started, today: nil)])
    }
    guard let start = placement.start else { return words["triptych.noStart"] }
    return words(
      "triptych.begins",
      ["day": wording.day(start), "distance": wording.dates.distance(to: start, today: context.today, form: .short)])
  }

  /// Whether the start may happen, or where the placement stands.
  private func drawCourse(_ snapshot: PlacementSnapshot, into canvas: inout Canvas) {
    let (text, style) = course(snapshot)
    canvas.write(text, at: Point(column: 1, row: 2), width: canvas.size.columns - 2, style: style)
  }

  private func course(_ snapshot: PlacementSnapshot) -> (String, Style) {
    let records = snapshot.records
    switch snapshot.derivation.stage {
    case .preparation:
      let failing = snapshot.derivation.failingGates(on: context.today)
      if failing.isEmpty { return ("◆ " + words["triptych.mayStart"], theme.gate) }
      let names = failing.map { item in
        let letters = wording.letters(of: item)
        let name =
          item.duty.short(words)
          + (failing.count { $0.duty.shortDutch == item.duty.shortDutch } > 1
            ? " (\(item.duty.party.letter(words)))" : "")
        return item.confirmed.isEmpty || letters.isEmpty ? name : "\(name) \(letters)"
      }
      return (
        "◆ "
          + words(
            "triptych.mayNotStart", ["count": String(failing.count), "gates": names.joined(separator: ", ")]),
        theme.gate
      )
    case .during:
      let overdue = snapshot.derivation.items.count { $0.isOverdue(on: context.today) }
      if overdue > 0 { return ("! " + words("triptych.overdue", ["count": String(overdue)]), theme.warning) }
      if let end = records.placement.end, end < context.today {
        return ("● " + words("triptych.finish", ["day": wording.day(end)]), theme.attention)
      }
      return (words["triptych.onTime"], theme.faint)
    case .paused:
      guard let pause = records.openPause else { return ("", theme.text) }
      var text = words("triptych.paused", ["day": wording.day(pause.from), "reason": pause.reason])
      let late = snapshot.derivation.items.compactMap(\.rawDue).filter { $0 < pause.from }.min()
      if let late { text += words("triptych.paused.late", ["days": String(pause.from.days(since: late))]) }
      if let back = pause.intendedReturn { text += words("triptych.paused.return", ["day": wording.day(back)]) }
      return ("– " + text, theme.text)
    case .completed, .ended, .neverStarted:
      let placement = records.placement
      var text = snapshot.derivation.stage.name(words)
      if let day = placement.endedOn { text += " · " + wording.day(day) }
      if !placement.endReason.isEmpty { text += " · " + placement.endReason }
      return ("– " + text, theme.text)
    }
  }

  private func drawTabs(_ snapshot: PlacementSnapshot, into canvas: inout Canvas) {
    var column = 1
    for party in Party.allCases {
      let content = PanelContent(party: party, snapshot: snapshot, wording: wording)
      let state = content.pressing(for: context.viewer.party)
      let counts = Phase.allCases.map { phase -> String in
        let count = content.count(in: phase)
        return "\(count.done)/\(count.total)"
      }.joined(separator: " ")
      let focused = party == screen.party
      if focused { canvas.write("▸", at: Point(column: column - 1, row: 3), style: theme.accent) }
      canvas.write(state.sign, at: Point(column: column, row: 3), style: state.style(theme))
      column += 2
      let name = canvas.size.columns >= 76 ? party.name(words) : party.short(words)
      column += canvas.write(name, at: Point(column: column, row: 3), style: focused ? theme.selected : theme.text)
      column += 1
      column += canvas.write(counts, at: Point(column: column, row: 3), style: theme.faint) + 3
    }
  }

  // MARK: - The line below the panels

  private func drawBelow(_ snapshot: PlacementSnapshot, into canvas: inout Canvas) {
    guard context.notice == nil else { return }
    let row = canvas.size.rows - 2
    let next = nextText(snapshot)
    let nextWidth = TextWidth.columns(of: next)
    if let latest = snapshot.latest {
      let room = canvas.size.columns - 2 - (nextWidth > 0 ? nextWidth + 2 : 0)
      if room > 20 {
        canvas.write(
          HistoryWording(words: words, today: context.today, model: snapshot.model).line(latest),
          at: Point(column: 1, row: row), width: room, style: theme.faint)
      }
    }
    if nextWidth > 0 {
      canvas.write(next, at: Point(column: canvas.size.columns - nextWidth - 1, row: row), style: theme.text)
    }
  }

  private func nextText(_ snapshot: PlacementSnapshot) -> String {
    let coming = snapshot.derivation.items.filter { item in
      guard let due = item.due, item.applies else { return false }
      return due >= context.today && (item.duty.kind == .continuing || !item.isDone(on: context.today))
    }.min { ($0.due?.number ?? 0, $0.place) < ($1.due?.number ?? 0, $1.place) }
    guard let coming, let due = coming.due else { return "" }
    return words("triptych.next", ["item": coming.duty.short(words), "day": wording.day(due)])
  }
}

extension Party {
  /// A name for narrow screens.
  func short(_ words: Words) -> String {
    switch self {
    case .student: words["party.student.short"]
    case .school: words["party.school.short"]
    case .employer: words["party.employer.short"]
    }
  }
}
