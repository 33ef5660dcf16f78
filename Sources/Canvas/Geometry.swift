/// A place on a canvas; column 0, row 0 is the top left cell.
public struct Point: Equatable, Hashable, Sendable {
  /// Cells from the left edge, from 0.
  public var column: Int
  /// Cells from the top edge, from 0.
  public var row: Int

  /// Makes a place.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// Columns and rows, never below zero.
public struct Size: Equatable, Hashable, Sendable {
  /// Width in cells.
  public var columns: Int
  /// Height in cells.
  public var rows: Int

  /// Makes a size; negative numbers become zero.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A rectangle of cells.
public struct Rect: Equatable, Hashable, Sendable {
  /// The top left cell.
  public var origin: Point
  /// Width and height.
  public var size: Size

  /// Makes a rectangle from its top left cell and its width and height; negative lengths become zero.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    origin = Point(column: column, row: row)
    size = Size(columns: columns, rows: rows)
  }

  /// The first column inside.
  public var left: Int { origin.column }
  /// The first row inside.
  public var top: Int { origin.row }
  /// The first column to the right, outside.
  public var right: Int { origin.column + size.columns }
  /// The first row below, outside.
  public var bottom: Int { origin.row + size.rows }
  /// Width in cells.
  public var columns: Int { size.columns }
  /// Height in cells.
  public var rows: Int { size.rows }

  /// Whether the point lies inside.
  public func contains(_ point: Point) -> Bool {
    point.column >= left && point.column < right && point.row >= top && point.row < bottom
  }

  /// The rectangle made smaller on each side; empty where nothing is left.
  public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    Rect(
      column: self.left + left, row: self.top + top, columns: columns - left - right, rows: rows - top - bottom)
  }
}
