import Canvas
import Language
import WerkendLeren
import Widgets

/// Draws the screen of an employer, a workplace or a student.
struct RegisterView {
  let screen: RegisterScreen
  let context: ScreenContext

  private var words: Words { context.words }
  private var theme: Theme { context.theme }

  func draw(into canvas: inout Canvas) {
    let size = canvas.size
    canvas.drawHorizontalLine(at: Point(column: 0, row: 1), length: size.columns, style: theme.border)
    let facts = screen.facts(words)
    let labels = (facts.map { TextWidth.columns(of: $0.label) }.max() ?? 0) + 2
    for (offset, fact) in facts.enumerated() {
      canvas.write(fact.label, at: Point(column: 1, row: 2 + offset), style: theme.faint)
      canvas.write(
        fact.value.isEmpty ? "–" : fact.value, at: Point(column: 1 + labels, row: 2 + offset),
        width: size.columns - labels - 2, style: theme.text)
    }
    let rect = screen.listRect(size)
    if screen.list.count == 0 || screen.selected == nil { canvas.cursor = Point(column: 0, row: rect.top) }
    for number in screen.list.visible {
      let row = rect.top + number - screen.list.visible.lowerBound
      switch screen.line(number) {
      case .heading(let section, let isEmpty): drawHeading(section, isEmpty, into: &canvas, row: row)
      case .item(let section, let item):
        screen.list.draw(
          screen.item(item).map(listRow) ?? ListRow([]), number: number, into: &canvas, in: rect, line: row,
          layout: layout(section), theme: theme)
      case nil: break
      }
    }
    canvas.drawHorizontalLine(at: Point(column: 0, row: size.rows - 3), length: size.columns, style: theme.border)
    let position = screen.position(context.position)
    let width = TextWidth.columns(of: position)
    canvas.write(position, at: Point(column: size.columns - width - 1, row: size.rows - 2), style: theme.text)
  }

  private func drawHeading(_ section: RegisterScreen.Section, _ isEmpty: Bool, into canvas: inout Canvas, row: Int) {
    let start = Point(column: 1, row: row)
    guard !isEmpty else {
      let used = canvas.write(name(section), at: start, style: theme.title)
      canvas.write(
        words["register.nothing"], at: Point(column: 3 + used, row: row), width: canvas.size.columns - used - 4,
        style: theme.faint)
      return
    }
    layout(section).drawHeading(into: &canvas, at: start, theme: theme)
    canvas.write(name(section), at: start, style: theme.title)
  }

  private func name(_ section: RegisterScreen.Section) -> String {
    switch section {
    case .workplaces: words["register.workplaces"]
    case .people: words["title.people"]
    case .placements: words["register.placements"]
    }
  }

  private func layout(_ section: RegisterScreen.Section) -> ListLayout {
    // The first column's heading is that of the section.
    let columns: [ListColumn]
    switch section {
    case .workplaces:
      columns = [
        ListColumn(width: 20, stretch: 2, isLabel: true),
        ListColumn(title: words["register.running"], width: 8, alignment: .trailing),
        ListColumn(title: words["register.former"], width: 8, alignment: .trailing),
        ListColumn(title: words["field.address"], width: 16, stretch: 3, givesWay: 1),
      ]
    case .people:
      columns = [
        ListColumn(width: 20, stretch: 2, isLabel: true),
        ListColumn(title: words["people.role"], width: 20, stretch: 1),
        ListColumn(title: words["field.phone"], width: 15, givesWay: 2),
        ListColumn(title: words["field.mail"], width: 26, stretch: 2, givesWay: 0),
        ListColumn(title: words["register.running"], width: 7, alignment: .trailing, givesWay: 1),
      ]
    case .placements:
      let other = isOfStudent ? Party.employer.name(words) : words["overview.programme"]
      columns = [
        ListColumn(width: 20, stretch: 3, isLabel: true),
        ListColumn(title: words["register.state"], width: context.size.columns < 80 ? 20 : 22),
        ListColumn(title: words["people.when"], width: 17),
        ListColumn(title: other, width: 16, stretch: 2, givesWay: 1),
      ]
    }
    return ListLayout(columns: columns, width: context.size.columns - 1)
  }

  private var isOfStudent: Bool { if case .student = screen.subject { true } else { false } }

  private func listRow(_ line: RegisterLine) -> ListRow {
    func cells(_ texts: [String], _ style: Style) -> ListRow { ListRow(texts.map { .init($0, style: style) }) }
    switch line {
    case .workplace(let workplace, let counts):
      return cells(
        [workplace.name, String(counts.running), String(counts.former), workplace.address],
        counts.running > 0 ? theme.text : theme.faint)
    case .person(let entry):
      let roles = entry.roles.map { words("register.role.\($0.rawValue)") }.joined(separator: ", ")
      return cells(
        [
          entry.person.name, roles.isEmpty ? words["register.noRole"] : roles, entry.person.phone, entry.person.mail,
          entry.placements == 0 ? "–" : String(entry.placements),
        ], roles.isEmpty ? theme.faint : theme.text)
    case .placement(let placement):
      return cells(
        [
          isOfStudent ? placement.programme : placement.student, state(placement), when(placement),
          isOfStudent ? placement.employer ?? words["overview.noEmployer"] : placement.programme,
        ], placement.isRunning ? theme.text : theme.faint)
    }
  }

  /// Where it stands, such as `Afgerond, archief` or `nu elders`.
  private func state(_ placement: RegisterPlacement) -> String {
    if !placement.isHere { return words["register.elsewhere"] }
    let stage = placement.stage.name(words)
    return placement.isArchived ? words("register.archived", ["stage": stage]) : stage
  }

  /// `sinds 1 sep`, `vanaf 14 dec`, `sep ’25 – 30 sep`.
  private func when(_ placement: RegisterPlacement) -> String {
    let dates = context.wording.dates
    func day(_ day: Day) -> String { dates.compact(day, today: context.today) }
    guard let from = placement.from else { return placement.until.map { "– \(day($0))" } ?? "–" }
    if let until = placement.until { return "\(day(from)) – \(day(until))" }
    return words(from > context.today ? "people.later" : "register.since", ["day": day(from)])
  }
}
