import Canvas

/// A selection among blocks of one or more rows, of which a window is seen: a list whose entries are as high as they need to be.
public struct BlockList: Equatable, Sendable {
  /// The rows of each block, at least 1.
  public private(set) var heights: [Int]
  /// The selected block, from 0; 0 too when there are none.
  public private(set) var selection = 0
  /// The first row seen, counted over all blocks.
  public private(set) var top = 0
  /// How many rows are seen at once, at least 1.
  public private(set) var height: Int
  /// The first row of each block.
  private var starts: [Int] = []

  /// Makes a list with the first block selected.
  public init(heights: [Int] = [], height: Int = 1) {
    self.heights = []
    self.height = max(1, height)
    setHeights(heights)
  }

  /// How many blocks there are.
  public var count: Int { heights.count }

  /// The selected block, or nil when there are none.
  public var selected: Int? { heights.isEmpty ? nil : selection }

  private var rows: Int { (starts.last ?? 0) + (heights.last ?? 0) }

  /// Takes other blocks; the selection stays where it can.
  public mutating func setHeights(_ heights: [Int]) {
    self.heights = heights.map { max(1, $0) }
    starts = []
    var row = 0
    for height in self.heights {
      starts.append(row)
      row += height
    }
    select(selection)
  }

  /// Takes another number of rows for the window; the selection stays in view.
  public mutating func setHeight(_ height: Int) {
    self.height = max(1, height)
    select(selection)
  }

  /// Selects a block, or the nearest that there is, and brings it in view.
  public mutating func select(_ block: Int) {
    selection = max(0, min(block, heights.count - 1))
    guard heights.indices.contains(selection) else {
      top = 0
      return
    }
    let first = starts[selection]
    top = Window.top(top, showing: first..<(first + min(heights[selection], height)), height: height, count: rows)
  }

  /// The blocks that are seen, with the row of the window on which each begins; above the window for one of which only the end is seen.
  public var visible: [(block: Int, row: Int)] {
    heights.indices.filter { starts[$0] + heights[$0] > top && starts[$0] < top + height }.map {
      ($0, starts[$0] - top)
    }
  }

  /// The block at a row of the window.
  public func block(atRow row: Int) -> Int? {
    visible.first { $0.row <= row && row < $0.row + heights[$0.block] }?.block
  }

  /// Moves by keys, wheel and clicks. `rect` is where the blocks are drawn; only clicks need it.
  public mutating func handle(_ event: Event, in rect: Rect) -> WindowedList.Outcome {
    guard !heights.isEmpty else { return .unchanged }
    let before = (selection, top)
    switch event {
    case .key(.up): select(selection - 1)
    case .key(.down): select(selection + 1)
    case .key(.pageUp): select((visible.first?.block ?? selection) - 1)
    case .key(.pageDown): select((visible.last?.block ?? selection) + 1)
    case .key(.home): select(0)
    case .key(.end): select(heights.count - 1)
    case .key(.enter): return .activated(selection)
    case .mouse(let mouse) where rect.contains(mouse.place):
      switch mouse.action {
      case .wheelUp: select(selection - 1)
      case .wheelDown: select(selection + 1)
      case .press:
        guard let block = block(atRow: mouse.place.row - rect.top) else { return .unchanged }
        if mouse.isDouble, block == selection { return .activated(block) }
        select(block)
      case .release: return .unchanged
      }
    default: return .unchanged
    }
    return before == (selection, top) ? .unchanged : .moved
  }
}
