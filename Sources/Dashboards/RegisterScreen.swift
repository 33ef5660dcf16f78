import Canvas
import Language
import WerkendLeren
import Widgets

/// An employer, a workplace or a student, with all that belongs to it in one list below headings. It holds what is seen and a little around it,
/// never all. A workplace's row stands in `subject` for whoever shows more of it.
struct RegisterScreen: Equatable, Sendable {
  /// What stands below one heading.
  enum Section: Equatable, Sendable {
    case workplaces
    case people
    case placements
  }

  /// A line of the list.
  enum Line: Equatable, Sendable {
    /// The heading of a section; of an empty one all that there is.
    case heading(Section, isEmpty: Bool)
    /// A line of the register, by its number.
    case item(Section, Int)
  }

  let subject: RegisterSubject
  var page: RegisterPage?
  /// Goes through all lines, headings too, on which it never stays.
  var list = WindowedList(count: 0, height: 1)

  init(_ subject: RegisterSubject) { self.subject = subject }

  // MARK: - Lines

  /// The sections with how much stands in each.
  private var sections: [(section: Section, count: Int)] {
    guard let page else { return [] }
    let all = [(Section.workplaces, page.workplaces), (.people, page.people), (.placements, page.placements.all)]
    switch subject {
    case .employer: return all
    case .workplace: return Array(all.dropFirst())
    case .student: return Array(all.suffix(1))
    }
  }

  private var lineCount: Int { sections.reduce(0) { $0 + 1 + $1.count } }

  func line(_ number: Int) -> Line? {
    var first = 0
    var before = 0
    for (section, count) in sections {
      if number == first { return .heading(section, isEmpty: count == 0) }
      if number <= first + count { return .item(section, before + number - first - 1) }
      first += count + 1
      before += count
    }
    return nil
  }

  func item(_ number: Int) -> RegisterLine? {
    guard let page, page.lines.indices.contains(number - page.offset) else { return nil }
    return page.lines[number - page.offset]
  }

  /// What is selected, if it was read.
  var selected: RegisterLine? {
    guard case .item(_, let number) = list.selected.flatMap(line) else { return nil }
    return item(number)
  }

  /// The numbers of the lines of the register that are seen.
  private var visible: Range<Int> {
    let numbers = list.visible.compactMap { number -> Int? in
      if case .item(_, let item) = line(number) { item } else { nil }
    }
    guard let first = numbers.first, let last = numbers.last else { return 0..<0 }
    return first..<(last + 1)
  }

  /// The window to read: what is seen, and as much before and after it.
  var window: Effect {
    .loadRegister(subject, offset: max(0, visible.lowerBound - list.height), limit: list.height * 3)
  }

  /// Whether every line that is seen was read.
  var isWindowRead: Bool {
    guard let page else { return false }
    return visible.isEmpty
      || (page.offset <= visible.lowerBound && page.offset + page.lines.count >= visible.upperBound)
  }

  /// Where one is, of the lines without headings.
  func position(_ format: (_ first: Int, _ last: Int, _ count: Int) -> String) -> String {
    visible.isEmpty ? format(0, 0, 0) : format(visible.lowerBound + 1, visible.upperBound, page?.total ?? 0)
  }

  mutating func take(_ page: RegisterPage) {
    let isFirst = self.page == nil
    self.page = page
    list.setCount(lineCount)
    if isFirst { list.select(0) }
    settle(forward: true)
  }

  mutating func resize(_ size: Size) {
    list.setHeight(listRect(size).rows)
  }

  /// Moves; on a heading it goes on in the same direction.
  mutating func handle(_ event: Event, in rect: Rect) -> WindowedList.Outcome {
    let before = list.selection
    let outcome = list.handle(event, in: rect)
    if case .activated = outcome { return outcome }
    // A click on a heading chooses what stands below it.
    var forward = list.selection >= before
    if case .mouse(let mouse) = event, mouse.action == .press { forward = true }
    settle(forward: forward)
    return list.selection == before ? .unchanged : .moved
  }

  /// Leaves a heading, forwards or backwards; at either end the other way.
  private mutating func settle(forward: Bool) {
    func isItem(_ number: Int) -> Bool { if case .item = line(number) { true } else { false } }
    guard list.count > 0, !isItem(list.selection) else { return }
    let after = (list.selection..<list.count).first(where: isItem)
    let before = (0..<list.selection).last(where: isItem)
    guard let next = forward ? after ?? before : before ?? after else { return }
    // The headings above the first line are seen with it.
    if !forward, before == nil { list.select(0) }
    list.select(next)
  }

  // MARK: - What is known of it

  /// How many lines say who or what it is.
  private var factCount: Int {
    switch subject {
    case .employer: 1
    case .workplace: 2
    case .student: 3
    }
  }

  func listRect(_ size: Size) -> Rect {
    let top = 2 + factCount
    return Rect(column: 0, row: top, columns: size.columns, rows: size.rows - 3 - top)
  }

  /// Its name; nil until it is read.
  var name: String? {
    switch page?.head {
    case .employer(let employer): employer.name
    case .workplace(let workplace, _): workplace.name
    case .student(let student): student.name
    case nil: nil
    }
  }

  /// The employer of a workplace; nil for others.
  var employerOfWorkplace: Employer? { if case .workplace(_, let employer) = page?.head { employer } else { nil } }

  /// Titles, the fullest first.
  func titles(_ words: Words) -> [[String?]] {
    switch subject {
    case .employer: [[words["title.employers.path"], name], [name]]
    case .workplace: [[employerOfWorkplace?.name, name], [name]]
    case .student: [[words["field.student"], name], [name]]
    }
  }

  func facts(_ words: Words) -> [(label: String, value: String)] {
    guard let page else { return [] }
    let counts = page.placements
    let placements = words(
      "register.counts", ["running": String(counts.running), "former": String(counts.former)])
    switch page.head {
    case .employer: return [(words["register.placements"], placements)]
    case .workplace(let workplace, let employer):
      return [(Party.employer.name(words), employer.name), (words["field.address"], workplace.address)]
    case .student(let student):
      return [
        (words["field.number"], student.number), (words["field.mail"], student.mail),
        (words["field.phone"], student.phone),
      ]
    }
  }
}
