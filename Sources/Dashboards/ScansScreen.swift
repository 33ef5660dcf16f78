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
      ListColumn(title: words["scans.number"], width: 5, alignment: .trailing),
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
    canvas.write(
      position, at: Point(column: size.columns - TextWidth.columns(of: position) - 1, row: size.rows - 2),
      style: theme.text)
  }

  private func row(_ line: ScanListLine, _ context: ScreenContext) -> ListRow {
    let theme = context.theme
    let standing = line.scan.standing(line.decision, on: context.today)
    func day(_ day: Day?) -> String { day.map { DateWords(context.words).short($0, today: nil) } ?? "" }
    return ListRow([
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

/// One scan to read: its questions and what was answered.
struct ScanTextScreen: Equatable, Sendable {
  var scan: Int64
  var placement: Int64
  var snapshot: ScanSnapshot?
  var text = ScrollText("")

  init(scan: Int64, placement: Int64) {
    self.scan = scan
    self.placement = placement
  }

  var effect: Effect { .scan(.load(scan)) }

  /// Takes what was read, with its text in words.
  mutating func take(_ snapshot: ScanSnapshot, _ context: ScreenContext) {
    self.snapshot = snapshot
    text.setText(Self.lines(snapshot, context).joined(separator: "\n"))
  }

  static func lines(_ snapshot: ScanSnapshot, _ context: ScreenContext) -> [String] {
    let words = context.words
    let records = snapshot.records
    let dates = DateWords(words)
    var lines = [
      words(
        "scans.head",
        [
          "workplace": records.workplace.name, "employer": snapshot.employer,
          "state": records.standing(on: context.today).words(words),
        ])
    ]
    if let day = records.scan.submittedOn {
      lines.append(words("scans.handedIn", ["day": dates.full(day), "name": records.scan.submittedBy]))
    }
    if let decision = records.decision {
      lines.append(
        words(
          "scans.decidedOn",
          [
            "decision": decision.decision.short(words), "day": dates.full(decision.date),
            "until": dates.full(decision.validUntil), "name": decision.by,
          ]))
    }
    guard !records.answers.isEmpty else { return lines }
    let reading = snapshot.reading
    for section in snapshot.questionnaire.sections {
      lines += ["", "\(section.id)  \(words.text(section.title))"]
      for question in section.questions where reading.isShown(question.id) {
        let answer = reading.answer(question.id).map { words.answer($0, to: question) } ?? words["scans.noAnswer"]
        lines += ["", "\(question.id)  \(words.text(question.text))"]
        lines += answer.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
      }
    }
    return lines
  }
}
