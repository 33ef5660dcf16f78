import Canvas

/// A column of a list, as data.
public struct ListColumn: Equatable, Sendable {
  /// The heading, empty for none.
  public var title: String
  /// The columns that it needs at least.
  public var width: Int
  /// Its share of the room that is left; 0 for a fixed width.
  public var stretch: Int
  /// Where its texts stand.
  public var alignment: TextAlignment
  /// When room is short columns go in this order, the lowest number first; nil stays always.
  public var givesWay: Int?
  /// Whether this is the column of the row's label, which is highlighted on the selected row.
  public var isLabel: Bool

  /// Makes a column.
  public init(
    title: String = "", width: Int, stretch: Int = 0, alignment: TextAlignment = .leading, givesWay: Int? = nil,
    isLabel: Bool = false
  ) {
    self.title = title
    self.width = max(0, width)
    self.stretch = max(0, stretch)
    self.alignment = alignment
    self.givesWay = givesWay
    self.isLabel = isLabel
  }
}

/// A row of a list, as data: the same for a screen and for plain lines.
public struct ListRow: Equatable, Sendable {
  /// One text in a row.
  public struct Cell: Equatable, Sendable {
    /// What is read.
    public var text: String
    /// How it looks.
    public var style: Style

    /// Makes a cell.
    public init(_ text: String, style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }
  /// One for each column.
  public var cells: [Cell]

  /// Makes a row.
  public init(_ cells: [Cell]) { self.cells = cells }
}

/// Which columns of a list are shown in a width, and how wide each is. One column stays free between two.
public struct ListLayout: Equatable, Sendable {
  /// The columns shown, with their number in the list, first cell and width.
  public let places: [(index: Int, offset: Int, width: Int)]
  private let columns: [ListColumn]

  /// Fits columns in a width.
  public init(columns: [ListColumn], width: Int) {
    self.columns = columns
    var shown = Array(columns.indices)
    func needed() -> Int { shown.reduce(max(0, shown.count - 1)) { $0 + columns[$1].width } }
    while needed() > width,
      let first = shown.filter({ columns[$0].givesWay != nil })
        .min(by: { columns[$0].givesWay ?? 0 < columns[$1].givesWay ?? 0 })
    {
      shown.removeAll { $0 == first }
    }
    var widths = shown.map { columns[$0].width }
    var room = width - needed()
    let shares = shown.reduce(0) { $0 + columns[$1].stretch }
    if room > 0, shares > 0 {
      let total = room
      for (place, index) in shown.enumerated() where columns[index].stretch > 0 {
        let extra = total * columns[index].stretch / shares
        widths[place] += extra
        room -= extra
      }
      if let place = shown.firstIndex(where: { columns[$0].stretch > 0 }) { widths[place] += room }
    }
    var offset = 0
    var result: [(index: Int, offset: Int, width: Int)] = []
    for (place, index) in shown.enumerated() {
      let fitting = min(widths[place], width - offset)
      if fitting > 0 { result.append((index, offset, fitting)) }
      offset += widths[place] + 1
    }
    places = result
  }

  /// Draws the headings; `point` is the first cell of the first column.
  public func drawHeading(into canvas: inout Canvas, at point: Point, theme: Theme) {
    for place in places where !columns[place.index].title.isEmpty {
      canvas.write(
        columns[place.index].title, at: Point(column: point.column + place.offset, row: point.row), width: place.width,
        style: theme.faint, alignment: columns[place.index].alignment)
    }
  }

  /// Draws one row.
  func draw(_ row: ListRow, into canvas: inout Canvas, at point: Point, isSelected: Bool, theme: Theme) {
    for place in places where row.cells.indices.contains(place.index) {
      let cell = row.cells[place.index]
      let column = columns[place.index]
      canvas.write(
        cell.text, at: Point(column: point.column + place.offset, row: point.row), width: place.width,
        style: isSelected && column.isLabel ? theme.selected : cell.style, alignment: column.alignment)
    }
  }

  /// Whether both show the same columns in the same places.
  public static func == (first: ListLayout, second: ListLayout) -> Bool {
    first.columns == second.columns && first.places.elementsEqual(second.places, by: ==)
  }
}
