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

  /// The same, no higher than the longest of the lists: all three end on one line.
  private var panels: [(party: Party, rect: Rect)] {
    let panels = Self.panels(context.size, focus: screen.party)
    let longest = Party.allCases.map { screen.lines($0, size: context.size, wording: wording).count }.max() ?? 0
    return panels.map { party, rect in
      let rows = min(rect.rows, longest + 2)
      return (party, Rect(column: rect.left, row: rect.top, columns: rect.columns, rows: rows))
    }
  }

  func draw(into canvas: inout Canvas) {
    guard let snapshot = screen.snapshot else { return }
    drawProgress(snapshot, into: &canvas)
    drawCourse(snapshot, into: &canvas)
    if !TriptychScreen.isWide(context.size) { drawTabs(snapshot, into: &canvas) }
    let panels = panels
    for (party, rect) in panels {
      let focused = party == screen.party
      let lines = screen.lines(party, size: context.size, wording: wording)
      let height = Self.panelHeight(context.size)
      let top = screen.top[party]
      let last = min(lines.count, top + height)
      let note = lines.count > height ? context.position(top + 1, last, lines.count) : ""
      let inside = Panel(title: party.name(words), note: note, hasFocus: focused)
        .draw(into: &canvas, in: rect, theme: theme)
      let drawing = PanelDrawing(
        lines, of: party, wording: wording, records: snapshot.records, viewer: context.viewer.party, theme: theme)
      guard top < last else { continue }
      for number in top..<last {
        drawing.draw(
          lines[number], into: &canvas, row: inside.top + number - top, in: inside,
          selected: focused && lines[number].isItem(screen.selection[party]))
      }
    }
    if let bottom = panels.map(\.rect.bottom).max() { drawLegend(into: &canvas, row: bottom) }
    drawBelow(snapshot, into: &canvas)
  }

  /// The signs with their words, where the panels leave a line: side by side there is no room for a word beside each.
  private func drawLegend(into canvas: inout Canvas, row: Int) {
    guard TriptychScreen.isWide(context.size), row < context.size.rows - 2 else { return }
    let states: [ItemState] = [.done, .yours, .open, .dueSoon, .overdue, .partial, .notApplicable]
    var column = 2
    for (sign, word, style) in states.map({ ($0.sign, $0.word(words), $0.style(theme)) })
      + [("◆", words["kind.gate"], theme.gate)]
    {
      let width = TextWidth.columns(of: word) + 2
      guard column + width < canvas.size.columns else { return }
      canvas.write(sign, at: Point(column: column, row: row), style: style)
      canvas.write(word, at: Point(column: column + 2, row: row), style: theme.faint)
      column += width + 3
    }
    let letters = words(
      "triptych.letters", ["letters": Party.allCases.map { $0.letter(words) }.joined(separator: " ")])
    let width = TextWidth.columns(of: letters)
    guard column + width + 2 <= canvas.size.columns else { return }
    canvas.write(letters, at: Point(column: canvas.size.columns - width - 2, row: row), style: theme.faint)
  }

  /// Where the item lines are, for clicks: the party and the number of the item.
  func item(at point: Point) -> (party: Party, number: Int?)? {
    for (party, rect) in panels where rect.contains(point) {
      let lines = screen.lines(party, size: context.size, wording: wording)
      let number = screen.top[party] + point.row - rect.top - 1
      if lines.indices.contains(number), let line = lines[number].number { return (party, line) }
      return (party, nil)
    }
    return nil
  }

  // MARK: - The lines above the panels

  private func drawProgress(_ snapshot: PlacementSnapshot, into canvas: inout Canvas) {
    let counts = Phase.allCases.map { phase -> (phase: Phase, done: Int, total: Int, text: String) in
      let items = snapshot.derivation.items.filter { $0.applies && $0.duty.phase == phase }
      let done = items.count { $0.isDone(on: context.today) }
      let mark = done == items.count && done > 0 ? " ✓" : ""
      return (phase, done, items.count, "\(done)/\(items.count)\(mark)")
    }
    // What does not fit goes whole: first the bars, then words of the course, then the long name of the phase.
    func texts(_ names: [String]) -> Int {
      zip(names, counts).reduce(0) { $0 + TextWidth.columns(of: $1.0) + TextWidth.columns(of: $1.1.text) + 1 } + 3
    }
    let long = [words["triptych.progress.preparation"], words["triptych.progress.during"]]
    let short = [words["phase.preparation.short"], words["triptych.progress.during"]]
    let courses = courseTexts(snapshot)
    let room = canvas.size.columns - 4
    let choices = [long, short].flatMap { names in courses.map { (names, $0) } }
    guard
      let (names, course) = choices.first(where: { texts($0.0) + TextWidth.columns(of: $0.1) <= room }) ?? choices.last
    else { return }
    let bar = min(24, (room - texts(names) - TextWidth.columns(of: course) - 2) / 2)
    var column = 1
    for (name, count) in zip(names, counts) {
      column += canvas.write(name, at: Point(column: column, row: 1), style: theme.text) + 1
      if bar >= 4 {
        let filled = count.total == 0 ? 0 : count.done * bar / count.total
        canvas.drawHorizontalLine(
          at: Point(column: column, row: 1), length: filled, character: "━", style: theme.bar)
        canvas.drawHorizontalLine(
          at: Point(column: column + filled, row: 1), length: bar - filled, character: "╌", style: theme.border)
        column += bar + 1
      }
      column += canvas.write(count.text, at: Point(column: column, row: 1), style: theme.text) + 3
    }
    let width = TextWidth.columns(of: course)
    canvas.write(course, at: Point(column: canvas.size.columns - width - 1, row: 1), style: theme.text)
  }

  /// Where the placement stands in time, the fullest first.
  private func courseTexts(_ snapshot: PlacementSnapshot) -> [String] {
    let full = courseText(snapshot)
    guard let dot = full.firstRange(of: " · ") else { return [full] }
    return [full, String(full[..<dot.lowerBound])]
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
    let (texts, style) = course(snapshot)
    let room = canvas.size.columns - 2
    let text = texts.first { TextWidth.columns(of: $0) <= room } ?? texts.last ?? ""
    canvas.write(text, at: Point(column: 1, row: 2), width: room, style: style)
  }

  /// What is said of the course, the fullest first.
  private func course(_ snapshot: PlacementSnapshot) -> ([String], Style) {
    let records = snapshot.records
    switch snapshot.derivation.stage {
    case .preparation:
      let failing = snapshot.derivation.failingGates(on: context.today)
      if failing.isEmpty { return (["◆ " + words["triptych.mayStart"]], theme.gate) }
      let names = failing.map { item in
        let letters = wording.letters(of: item)
        let name =
          item.duty.short(words)
          + (failing.count { $0.duty.shortDutch == item.duty.shortDutch } > 1
            ? " (\(item.duty.party.letter(words)))" : "")
        return item.confirmed.isEmpty || letters.isEmpty ? name : "\(name) \(letters)"
      }
      let count = String(failing.count)
      return (
        [
          "◆ " + words("triptych.mayNotStart", ["gates": names.joined(separator: ", ")]),
          "◆ " + words("triptych.mayNotStart.short", ["count": count]),
        ], theme.gate
      )
    case .during:
      let overdue =
        snapshot.derivation.items.count { $0.isOverdue(on: context.today) }
        + snapshot.derivation.handlings.count { $0.isOverdue(on: context.today) }
        + snapshot.derivation.conditions.count { $0.isOverdue(on: context.today) }
      let finish = records.placement.end.flatMap { end in
        end < context.today ? words("triptych.finish", ["day": wording.day(end)]) : nil
      }
      if overdue > 0 {
        let text = "! " + words("triptych.overdue", ["count": String(overdue)])
        return ([finish.map { "\(text) · \($0)" }, text].compactMap { $0 }, theme.warning)
      }
      if let finish { return (["● " + finish], theme.attention) }
      return ([words["triptych.onTime"]], theme.faint)
    case .paused:
      guard let pause = records.openPause else { return ([], theme.text) }
      let full = words("triptych.paused", ["day": wording.day(pause.from), "reason": pause.reason])
      let short = words("triptych.paused.short", ["day": wording.day(pause.from)])
      var rest = ""
      let items = snapshot.derivation.items.filter { item in
        item.applies && (item.duty.kind == .continuing || !item.isDone(on: pause.from))
      }.compactMap(\.rawDue)
      let waiting = snapshot.derivation.handlings.filter { !$0.isDone }.compactMap(\.rawDue)
      let late = (items + waiting).filter { $0 < pause.from }.min()
      if let late { rest += words("triptych.paused.late", ["days": String(pause.from.days(since: late))]) }
      guard let back = pause.intendedReturn else { return (["– " + full + rest, "– " + short + rest], theme.text) }
      let isPassed = back < context.today
      rest += words(isPassed ? "triptych.paused.returnPassed" : "triptych.paused.return", ["day": wording.day(back)])
      let sign = isPassed ? "! " : "– "
      return ([sign + full + rest, sign + short + rest], isPassed ? theme.warning : theme.text)
    case .completed, .ended, .neverStarted:
      let placement = records.placement
      let stage = snapshot.derivation.stage.name(words)
      let day = placement.endedOn.map(wording.day)
      let party = placement.endedBy.map { words("triptych.endedBy", ["party": $0.inSentence(words)]) }
      let reason = placement.endReason.isEmpty ? nil : placement.endReason
      func text(_ parts: String?...) -> String { "– " + parts.compactMap { $0 }.joined(separator: " · ") }
      if let put = placement.archivedOn.map({ words("triptych.archived", ["day": wording.day($0)]) }) {
        return ([text(put, stage, day, party, reason), text(put, stage, day)], theme.text)
      }
      return ([text(stage, day, party, reason), text(stage, day, reason)], theme.text)
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
      // With its moment, without, or not at all: never half a sentence.
      let wording = HistoryWording(words: words, today: context.today, model: snapshot.model)
      let room = canvas.size.columns - 2 - (nextWidth > 0 ? nextWidth + 2 : 0)
      let texts = [wording.line(latest), "\(wording.who(latest)): \(wording.what(latest))"]
      if let text = texts.first(where: { TextWidth.columns(of: $0) <= room }) {
        canvas.write(text, at: Point(column: 1, row: row), style: theme.faint)
      }
    }
    if nextWidth > 0 {
      canvas.write(next, at: Point(column: canvas.size.columns - nextWidth - 1, row: row), style: theme.text)
    }
  }

  private func nextText(_ snapshot: PlacementSnapshot) -> String {
    let items = snapshot.derivation.items.compactMap { item -> (name: String, due: Day)? in
      guard let due = item.due, item.applies, item.duty.kind == .continuing || !item.isDone(on: context.today) else {
        return nil
      }
      return (item.duty.short(words), due)
    }
    let waiting = snapshot.derivation.handlings.compactMap { handling in
      handling.due.map { (name: handling.entry.kind.title(words), due: $0) }
    }
    let conditions = snapshot.derivation.conditions.compactMap { item in
      item.due.map { (name: words["condition.name"], due: $0) }
    }
    // On one day the items come first, in their order.
    guard let coming = (items + waiting + conditions).filter({ $0.due >= context.today }).min(by: { $0.due < $1.due })
    else {
      return ""
    }
    return words("triptych.next", ["item": coming.name, "day": wording.day(coming.due)])
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
