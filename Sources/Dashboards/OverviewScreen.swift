import Canvas
import WerkendLeren
import Widgets

/// The overview: the placements, most urgent first. It holds the rows that are seen, never all.
struct OverviewScreen: Equatable, Sendable {
  /// What the keys are for.
  enum Focus: Equatable, Sendable {
    case list
    case search
    case filter(Int)
  }

  var filter = OverviewFilter()
  var search = TextField(maximumLength: 80)
  var focus = Focus.list
  var list = WindowedList(count: 0, height: 1)
  var page = OverviewPage(offset: 0, rows: [], total: 0, models: [:])
  var counts: OverviewCounts?
  var welcome = Welcome()
  var marks = Marks()

  /// The filters on the second line, in the order of Tab.
  static let filterCount = 4

  /// The row of the selected placement, if it was read.
  var selectedRow: OverviewRow? { list.selected.flatMap(row) }

  func row(_ number: Int) -> OverviewRow? {
    let index = number - page.offset
    return page.rows.indices.contains(index) ? page.rows[index] : nil
  }

  /// The window to read: what is seen.
  var window: Effect {
    .loadOverview(filter, offset: list.visible.lowerBound, limit: list.height)
  }

  /// Whether every row that is seen was read.
  var isWindowRead: Bool {
    list.visible.isEmpty
      || (page.offset <= list.visible.lowerBound && page.offset + page.rows.count >= list.visible.upperBound)
  }

  mutating func take(_ page: OverviewPage) {
    self.page = page
    list.setCount(page.total)
  }

  /// Goes to the next choice of a filter; `back` to the one before.
  mutating func turn(filter number: Int, gates: [DutyID], back: Bool = false) {
    switch number {
    case 0:
      let all = OverviewFilter.Stages.allCases
      let place = all.firstIndex(of: filter.stages) ?? 0
      filter.stages = all[(place + (back ? all.count - 1 : 1)) % all.count]
    case 1: filter.mine.toggle()
    case 2: filter.overdue.toggle()
    default:
      let all: [DutyID?] = [nil] + gates.map { $0 }
      let place = all.firstIndex(of: filter.gate) ?? 0
      filter.gate = all[(place + (back ? all.count - 1 : 1)) % all.count]
    }
  }

  /// Starts from the top with the filter as it is.
  mutating func restart() {
    list.select(0)
  }
}
