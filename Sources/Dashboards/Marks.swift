import WerkendLeren
import Widgets

/// A row of a list, to be marked: a placement, in lists of items the item too.
public struct MarkedRow: Hashable, Sendable {
  /// The placement.
  public var placement: Int64
  /// The item; nil where the row is no item.
  public var duty: DutyID?
  /// The party for whose part of the item it stands; nil where there is none.
  public var party: Party?
  /// Tells rows of one placement apart that are no items.
  public var other: Int64

  /// Makes a row.
  public init(placement: Int64, duty: DutyID? = nil, party: Party? = nil, other: Int64 = 0) {
    self.placement = placement
    self.duty = duty
    self.party = party
    self.other = other
  }
}

/// The rows of a list that were marked, in the order in which that was done.
struct Marks: Equatable, Sendable {
  private(set) var rows: [MarkedRow] = []
  private var known: Set<MarkedRow> = []

  /// How many rows can be marked at once: more would keep others waiting who want to write.
  static let limit = 2000

  var count: Int { rows.count }
  var isEmpty: Bool { rows.isEmpty }

  func contains(_ row: MarkedRow) -> Bool { known.contains(row) }

  /// Marks a row, or takes its mark away.
  /// - Returns: Whether that could be done.
  mutating func toggle(_ row: MarkedRow) -> Bool {
    if known.remove(row) != nil {
      rows.removeAll { $0 == row }
      return true
    }
    return add([row])
  }

  /// Marks rows; none where they are too many.
  mutating func add(_ new: [MarkedRow]) -> Bool {
    let fresh = new.filter { !known.contains($0) }
    guard rows.count + fresh.count <= Marks.limit else { return false }
    for row in fresh where known.insert(row).inserted { rows.append(row) }
    return true
  }

  /// Leaves only rows that are still there.
  mutating func keep(_ rows: some Sequence<MarkedRow>) {
    let there = Set(rows)
    known.formIntersection(there)
    self.rows.removeAll { !there.contains($0) }
  }
}

extension Marks {
  /// The column of the marks, shown while there are any.
  static let column = ListColumn(width: 1)

  /// A row's cell in it; the sign is plain ASCII and is read as a word.
  func cell(_ row: MarkedRow, _ theme: Theme) -> ListRow.Cell {
    ListRow.Cell(contains(row) ? "+" : "", style: theme.title)
  }
}
