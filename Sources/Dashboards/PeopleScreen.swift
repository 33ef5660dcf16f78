import Canvas
import Language
import WerkendLeren
import Widgets

/// One line of the people of a placement.
enum PeopleRow: Equatable, Sendable {
  /// The student.
  case student(Student)
  /// Somebody who has, had or will have a role.
  case person(Assignment, Person)
  /// A role that nobody has.
  case nobody(PersonRole)

  /// By role: who has it now or will have it, then who had it, the latest first. An employer does not see another one's people.
  static func all(of records: PlacementRecords, viewer: Viewer, today: Day) -> [PeopleRow] {
    var rows = [PeopleRow.student(records.student)]
    for role in PersonRole.allCases {
      var entries = records.assignments.filter { $0.role == role }.compactMap { assignment in
        records.person(assignment.person).map { (assignment: assignment, person: $0) }
      }
      if case .employer(let own) = viewer.scope {
        entries.removeAll { $0.person.employer.map { $0 != own } ?? false }
      }
      let current = records.assignments(of: role).map(\.assignment.id)
      func isFormer(_ entry: (assignment: Assignment, person: Person)) -> Bool {
        !current.contains(entry.assignment.id) || entry.assignment.until.map { $0 < today } ?? false
      }
      let present = entries.filter { !isFormer($0) }.sorted { $0.assignment.from < $1.assignment.from }
      let former = entries.filter(isFormer).sorted {
        ($0.assignment.until ?? $0.assignment.from) > ($1.assignment.until ?? $1.assignment.from)
      }
      if present.isEmpty { rows.append(.nobody(role)) }
      rows += (present + former).map { .person($0.assignment, $0.person) }
    }
    return rows
  }
}

/// The people of a placement: who has which role, and who had it before.
struct PeopleScreen: Equatable, Sendable {
  var list = WindowedList(count: 0, height: 1)

  static func listRect(_ size: Size) -> Rect {
    Rect(column: 0, row: 3, columns: size.columns, rows: size.rows - 6)
  }

  func draw(into canvas: inout Canvas, context: ScreenContext, rows: [PeopleRow], records: PlacementRecords?) {
    let words = context.words
    let theme = context.theme
    let size = canvas.size
    canvas.drawHorizontalLine(at: Point(column: 0, row: 1), length: size.columns, style: theme.border)
    let rect = Self.listRect(size)
    let columns = [
      ListColumn(title: words["people.name"], width: 14, stretch: 2, isLabel: true),
      ListColumn(title: words["people.role"], width: 18),
      ListColumn(title: words["people.when"], width: 25),
      ListColumn(title: words["field.phone"], width: 13, givesWay: 1),
      ListColumn(title: words["field.mail"], width: 26, stretch: 2, givesWay: 0),
    ]
    ListLayout(columns: columns, width: size.columns - 1)
      .drawHeading(into: &canvas, at: Point(column: 1, row: 2), theme: theme)
    list.draw(into: &canvas, in: rect, theme: theme, columns: columns) { number in
      rows.indices.contains(number) ? listRow(rows[number], context: context, records: records) : ListRow([])
    }
    canvas.drawHorizontalLine(at: Point(column: 0, row: size.rows - 3), length: size.columns, style: theme.border)
    let position = list.position(context.position)
    let width = TextWidth.columns(of: position)
    canvas.write(position, at: Point(column: size.columns - width - 1, row: size.rows - 2), style: theme.text)
  }

  private func listRow(_ row: PeopleRow, context: ScreenContext, records: PlacementRecords?) -> ListRow {
    let words = context.words
    let theme = context.theme
    func cells(_ texts: [String], _ style: Style) -> ListRow { ListRow(texts.map { .init($0, style: style) }) }
    switch row {
    case .student(let student):
      return cells(
        [student.name, words["party.student.small"], student.number, student.phone, student.mail], theme.text)
    case .nobody(let role):
      return cells([words["people.nobody"], words("people.role.\(role.rawValue)"), "", "", ""], theme.faint)
    case .person(let assignment, let person):
      let when = PersonTime(assignment, person, records: records, today: context.today)
      return cells(
        [
          person.name, words("people.role.\(assignment.role.rawValue)"), when.text(words), person.phone, person.mail,
        ], when.isFormer ? theme.faint : theme.text)
    }
  }
}

/// When somebody has a role, in words.
struct PersonTime {
  let assignment: Assignment
  let today: Day
  /// The last day: where the employer changed, the day before the present one's first.
  let until: Day?

  init(_ assignment: Assignment, _ person: Person, records: PlacementRecords?, today: Day) {
    self.assignment = assignment
    self.today = today
    var until = assignment.until
    if let records, let employer = person.employer, records.currentLink?.employer != employer {
      let left = records.links.filter { $0.employer == employer }.compactMap(\.until).max()
      until = [until, left].compactMap { $0 }.min()
    }
    self.until = until
  }

  var isFormer: Bool { until.map { $0 < today } ?? false }

  func text(_ words: Words) -> String {
    let dates = DateWords(words)
    let from = dates.short(assignment.from, today: today)
    if isFormer, let until { return "\(from) – \(dates.short(until, today: today))" }
    if assignment.from > today { return words("people.later", ["day": from]) }
    if let until { return words("people.until", ["day": dates.short(until, today: today)]) }
    return words("people.since", ["day": from])
  }
}
