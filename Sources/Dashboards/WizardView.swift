import Canvas
import Language
import WerkendLeren
import Widgets

/// How a scan that is being filled in looks: the sections at the left where there is room, else in a strip above their questions.
extension WizardScreen {
  /// Columns of the sections at the left.
  private static let sectionColumns = 24

  static func isWide(_ size: Size) -> Bool { size.columns >= 80 }

  /// The room to the right of the sections.
  private static func room(_ size: Size) -> Rect {
    let left = isWide(size) ? sectionColumns + 2 : 1
    return Rect(column: left, row: 2, columns: size.columns - left - 1, rows: size.rows - 4)
  }

  /// What is said above the questions.
  private func saidLines(_ size: Size) -> [String] {
    problem.map { Array(TextWidth.wrapped($0, to: Self.room(size).columns).prefix(3)) } ?? []
  }

  /// Where the questions stand.
  func formRect(_ size: Size) -> Rect {
    let room = Self.room(size)
    let top = 1 + saidLines(size).count
    return Rect(column: room.left, row: room.top + top, columns: room.columns, rows: room.rows - top)
  }

  /// Where the text of the other pages stands.
  static func textRect(_ size: Size) -> Rect {
    Rect(column: 1, row: 3, columns: size.columns - 2, rows: size.rows - 6)
  }

  private static func buttonPlace(_ size: Size) -> Point { Point(column: 1, row: size.rows - 3) }

  /// What Enter does on the other pages.
  func button(_ words: Words) -> String {
    switch page {
    case .intro: words[snapshot?.records.answers.isEmpty == false ? "wizard.goOn" : "wizard.begin"]
    case .questions: ""
    case .handIn: words["wizard.handIn"]
    case .closing: words["wizard.close"]
    }
  }

  /// What the title line can say, the fullest first: where one is, how far, and when the last answer was saved.
  func titles(_ words: Words) -> [TitleLine] {
    let counts = ["answered": String(progress.answered), "count": String(progress.shown)]
    let saved = savedAt.map { words("wizard.saved", ["time": $0]) }
    let right = [words("wizard.progress", counts), saved].compactMap { $0 }.joined(separator: " · ")
    let short = [words("wizard.progress.short", counts), saved].compactMap { $0 }.joined(separator: " · ")
    let name = [words["title.scan"], snapshot?.employer].compactMap { $0 }.joined(separator: " · ")
    return [
      TitleLine(left: name, right: right), TitleLine(left: words["title.scan"], right: right),
      TitleLine(left: words["title.scan"], right: short),
    ]
  }

  func draw(into canvas: inout Canvas, context: ScreenContext) {
    let size = canvas.size
    let theme = context.theme
    canvas.drawHorizontalLine(at: Point(column: 0, row: 1), length: size.columns, style: theme.border)
    guard snapshot != nil else { return }
    guard page == .questions else {
      text.draw(into: &canvas, in: Self.textRect(size), theme: theme, position: context.position)
      let place = Self.buttonPlace(size)
      canvas.write("▸", at: Point(column: place.column - 1, row: place.row), style: theme.text)
      canvas.write("[ \(button(context.words)) ]", at: place, style: theme.selected)
      canvas.cursor = place
      return
    }
    let room = Self.room(size)
    if Self.isWide(size) { drawSections(into: &canvas, context) }
    drawHead(into: &canvas, in: room, context)
    for (offset, line) in saidLines(size).enumerated() {
      canvas.write(
        line, at: Point(column: room.left, row: room.top + 1 + offset), width: room.columns, style: theme.error)
    }
    form.draw(
      into: &canvas, in: formRect(size), theme: theme, position: { _, _ in "" }, listPosition: context.position)
  }

  /// The section, and which of its questions this is.
  private func drawHead(into canvas: inout Canvas, in room: Rect, _ context: ScreenContext) {
    guard let section = currentSection else { return }
    let words = context.words
    let questions = form.fields.map { WizardFields.question(of: $0.id) }
    let order = questions.enumerated().filter { !questions[..<$0.offset].contains($0.element) }.map(\.element)
    let number = focusedQuestion.flatMap { order.firstIndex(of: $0) }
    let place = number.map { words("wizard.question", ["number": String($0 + 1), "count": String(order.count)]) } ?? ""
    let title = "\(section.id)  \(words.text(section.title))"
    let right = Self.isWide(context.size) ? place : strip(room.columns / 2)
    let used = TextWidth.columns(of: right)
    let columns = room.columns - used - 1
    var left = title
    if !Self.isWide(context.size), let number {
      left += " · " + place
      if TextWidth.columns(of: left) > columns {
        let short = " \(number + 1)/\(order.count)"
        left = TextWidth.clipped(title, to: columns - short.count) + short
      }
    }
    canvas.write(left, at: room.origin, width: columns, style: context.theme.title)
    canvas.write(
      right, at: Point(column: room.right - used, row: room.top), width: used, style: context.theme.text)
  }

  /// The sign of a section: done, begun, or not yet.
  private func sign(_ number: Int) -> String {
    guard progress.sections.indices.contains(number) else { return "○" }
    let section = progress.sections[number]
    return section.isDone ? "✓" : section.answered > 0 ? "◐" : "○"
  }

  /// All sections in a line: letter and sign, those around the present one where they are many.
  private func strip(_ columns: Int) -> String {
    guard let sections = questionnaire?.sections else { return "" }
    let widest = sections.map { TextWidth.columns(of: $0.id) + 2 }.max() ?? 1
    let room = max(1, columns / widest)
    let first = max(0, min(section - room / 2, sections.count - room))
    return sections.indices.dropFirst(first).prefix(room).map { sections[$0].id + sign($0) }.joined(separator: " ")
  }

  /// The first section that is seen at the left.
  private func firstSection(_ size: Size) -> Int {
    let count = questionnaire?.sections.count ?? 0
    return max(0, min(section - (size.rows - 6) / 2, count - (size.rows - 5)))
  }

  private func drawSections(into canvas: inout Canvas, _ context: ScreenContext) {
    let size = canvas.size
    let theme = context.theme
    let words = context.words
    canvas.drawVerticalLine(
      at: Point(column: Self.sectionColumns, row: 2), length: size.rows - 4, style: theme.border)
    guard let sections = questionnaire?.sections else { return }
    let first = firstSection(size)
    for (offset, number) in sections.indices.dropFirst(first).prefix(size.rows - 5).enumerated() {
      let row = 2 + offset
      let isHere = number == section
      if isHere { canvas.write("▸", at: Point(column: 0, row: row), style: theme.text) }
      canvas.write(sign(number), at: Point(column: 1, row: row), style: theme.text)
      let own = progress.sections.indices.contains(number) ? progress.sections[number] : nil
      let count = own.map { "\($0.answered)/\($0.shown)" } ?? ""
      let columns = Self.sectionColumns - 4 - TextWidth.columns(of: count) - 1
      canvas.write(
        "\(sections[number].id) \(words.text(sections[number].title))", at: Point(column: 3, row: row),
        width: columns, style: isHere ? theme.title : theme.text)
      canvas.write(
        count, at: Point(column: Self.sectionColumns - 1 - TextWidth.columns(of: count), row: row), style: theme.text)
    }
    if sections.count > size.rows - 5 {
      let text = context.position(first + 1, min(sections.count, first + size.rows - 5), sections.count)
      canvas.write(text, at: Point(column: 1, row: size.rows - 3), width: Self.sectionColumns - 2, style: theme.faint)
    }
  }

  /// The section that stands at a place of the screen.
  func section(at place: Point, _ size: Size) -> Int? {
    guard page == .questions, Self.isWide(size), place.column < Self.sectionColumns, place.row >= 2,
      let count = questionnaire?.sections.count
    else { return nil }
    let number = firstSection(size) + place.row - 2
    return place.row < size.rows - 3 && number < count ? number : nil
  }

  /// Whether a place is the button of a page.
  func isButton(_ place: Point, _ size: Size) -> Bool { page != .questions && place.row == Self.buttonPlace(size).row }

  // MARK: - What stands on the other pages

  mutating func fillText(_ context: ScreenContext, school: String?) {
    text.setText(lines(context, school: school).joined(separator: "\n\n"))
  }

  private func lines(_ context: ScreenContext, school: String?) -> [String] {
    guard let snapshot else { return [] }
    let words = context.words
    let records = snapshot.records
    let counts = [
      "count": String(progress.shown), "answered": String(progress.answered),
      "sections": String(snapshot.questionnaire.sections.count), "workplace": records.workplace.name,
      "employer": snapshot.employer,
    ]
    switch page {
    case .questions: return []
    case .intro:
      if records.scan.state == .sentBack {
        return [words["wizard.sentBack"], "\"\(records.scan.sentBackNote)\"", words["wizard.intro.keys"]]
      }
      let about = words("wizard.intro.about", counts)
      let copied = records.scan.copiedFrom == nil ? [] : [words["wizard.intro.copied"]]
      return [about] + copied + [words["wizard.intro.saving"], words["wizard.intro.keys"]]
    case .handIn:
      let reading = SheetReading(sheet, of: snapshot.questionnaire)
      let open = reading.shown.filter { reading.answer($0.id) == nil }.map(\.id.text)
      let left =
        open.isEmpty
        ? [] : [words("wizard.handIn.open", ["count": String(open.count), "questions": open.joined(separator: ", ")])]
      return [words("wizard.handIn.ready", counts)] + left + [words["wizard.handIn.after"]]
    case .closing:
      let day = records.scan.submittedOn.map { DateWords(words).full($0) } ?? ""
      let thanks = words(
        "wizard.closing.done", ["workplace": records.workplace.name, "day": day, "name": records.scan.submittedBy])
      let next = school.map { words("wizard.closing.nextBy", ["name": $0]) } ?? words["wizard.closing.next"]
      return [thanks, next, words["wizard.closing.back"], words["wizard.closing.read"]]
    }
  }
}
