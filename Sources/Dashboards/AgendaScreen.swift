import Canvas
import Language
import WerkendLeren
import Widgets

/// Which dated things the agenda shows.
public struct AgendaFilter: Hashable, Sendable {
  /// Only what falls on this party; nil: on any.
  public var party: Party?
  /// Only the viewer's own placements.
  public var mine = false

  /// Shows everything.
  public init(party: Party? = nil, mine: Bool = false) {
    self.party = party
    self.mine = mine
  }
}

/// One dated thing with its placement.
public struct AgendaEntry: Hashable, Sendable {
  /// What, when, for whom.
  public var line: AgendaLine
  /// The placement's row.
  public var placement: Int64
  /// The student's name.
  public var student: String
  /// The current employer's name; nil while there is none.
  public var employer: String?
  /// The programme.
  public var programme: String
  /// Its model's row.
  public var model: Int64

  /// Makes an entry.
  public init(
    line: AgendaLine, placement: Int64, student: String, employer: String?, programme: String, model: Int64
  ) {
    self.line = line
    self.placement = placement
    self.student = student
    self.employer = employer
    self.programme = programme
    self.model = model
  }
}

/// The part of the agenda that was read.
public struct AgendaPage: Equatable, Sendable {
  /// The number of its first entry, from 0.
  public var offset: Int
  /// The entries, the earliest day first.
  public var entries: [AgendaEntry]
  /// How many the filter leaves; nil where they were not counted again.
  public var total: Int?
  /// The models that the entries name.
  public var models: [Int64: DutyModel]
  /// What has to be done for the conditions of workplace scans that the entries name.
  public var conditions: [Int64: String]

  /// Makes a page.
  public init(
    offset: Int, entries: [AgendaEntry], total: Int?, models: [Int64: DutyModel], conditions: [Int64: String] = [:]
  ) {
    self.offset = offset
    self.entries = entries
    self.total = total
    self.models = models
    self.conditions = conditions
  }
}

/// The dated things of all placements, by week; what is late stands first. It holds what is seen and a little around it, never all.
struct AgendaScreen: Equatable, Sendable {
  /// What stands below one heading.
  enum Group: Equatable {
    /// Days that have passed.
    case late
    /// The rest of a week by ISO 8601.
    case week(Week)

    init(_ day: Day, today: Day) { self = day < today ? .late : .week(Week(of: day)) }
  }

  var filter: AgendaFilter
  var list = WindowedList(count: 0, height: 1)
  var page = AgendaPage(offset: 0, entries: [], total: nil, models: [:])
  var isLoaded = false
  var marks = Marks()
  /// The rows of the screen for headings and entries.
  private var rows = 1

  init(filter: AgendaFilter) { self.filter = filter }

  func entry(_ number: Int) -> AgendaEntry? {
    let index = number - page.offset
    return page.entries.indices.contains(index) ? page.entries[index] : nil
  }

  var selected: AgendaEntry? { list.selected.flatMap(entry) }

  func duty(_ entry: AgendaEntry) -> Duty? {
    guard let place = entry.line.duty, let duties = page.models[entry.model]?.duties, duties.indices.contains(place)
    else { return nil }
    return duties[place]
  }

  /// What has to be done for an entry that is a condition of the workplace scan.
  func condition(_ entry: AgendaEntry) -> String? { entry.line.condition.flatMap { page.conditions[$0] } }

  /// The window to read: what is seen, and as much before and after it.
  func window(counted: Bool) -> Effect {
    .loadAgenda(filter, offset: max(0, list.visible.lowerBound - rows), limit: rows * 3, counted: counted)
  }

  /// Whether every entry that is seen was read.
  var isWindowRead: Bool {
    list.visible.isEmpty
      || (page.offset <= list.visible.lowerBound && page.offset + page.entries.count >= list.visible.upperBound)
  }

  mutating func take(_ page: AgendaPage, today: Day) {
    self.page = page
    isLoaded = true
    if let total = page.total { list.setCount(total) }
    settle(today: today)
  }

  /// Starts from the top with the filter as it is.
  mutating func restart() {
    list.select(0)
    isLoaded = false
  }

  mutating func resize(_ size: Size, today: Day) {
    rows = max(1, Self.listRect(size).rows)
    settle(today: today)
  }

  /// Gives the list the height that headings leave it, and keeps the selection in view. Where that moves the top, other headings are seen;
  /// the height then only shrinks, so that it comes to rest.
  mutating func settle(today: Day) {
    var fits = height(today: today)
    list.setHeight(fits)
    while height(today: today) < fits {
      fits = height(today: today)
      list.setHeight(fits)
    }
  }

  /// How many entries from the top on fit below their headings.
  private func height(today: Day) -> Int {
    var left = rows
    var count = 0
    var group: Group?
    while left > 0 {
      let next = entry(list.top + count).map { Group($0.line.day, today: today) }
      if count == 0 || (next != nil && next != group) {
        left -= 1
        group = next
      }
      guard left > 0 else { break }
      left -= 1
      count += 1
    }
    return max(1, count)
  }

  /// The lines of the screen, from the first one: headings and the numbers of entries.
  func lines(today: Day) -> [(group: Group?, number: Int?)] {
    var lines: [(group: Group?, number: Int?)] = []
    var group: Group?
    for number in list.visible {
      guard let entry = entry(number) else { continue }
      let next = Group(entry.line.day, today: today)
      if next != group {
        group = next
        lines.append((next, nil))
      }
      lines.append((nil, number))
    }
    return lines
  }

  /// The first day below the heading after the selected entry's.
  func nextDay(today: Day) -> Day? {
    guard let entry = selected else { return nil }
    guard case .week(let week) = Group(entry.line.day, today: today) else { return today }
    return week.monday.adding(days: 7)
  }

  /// The first day below the selected entry's heading; where it is the first one there, below the heading before. Nil for the beginning.
  func previousDay(today: Day) -> Day? {
    guard let entry = selected else { return nil }
    var group = Group(entry.line.day, today: today)
    if let before = list.selected.flatMap({ self.entry($0 - 1) }) { group = Group(before.line.day, today: today) }
    guard case .week(let week) = group else { return nil }
    return max(week.monday, today)
  }

  static func listRect(_ size: Size) -> Rect {
    Rect(column: 0, row: 3, columns: size.columns, rows: size.rows - 6)
  }
}
