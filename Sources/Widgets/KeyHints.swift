import Canvas

/// A key and what it does here, for the bottom line.
public struct KeyHint: Equatable, Sendable {
  /// The name of the key.
  public var key: String
  /// What it does, in a word or two.
  public var label: String
  /// The command that a click on the hint gives.
  public var command: String
  /// Hints with a higher number stay longer when room is short; among equals the first stay.
  public var priority: Int

  /// Makes a hint.
  public init(key: String, label: String, command: String = "", priority: Int = 0) {
    self.key = key
    self.label = label
    self.command = command
    self.priority = priority
  }

  var columns: Int { TextWidth.columns(of: key) + 1 + TextWidth.columns(of: label) }
}

/// The bottom line: the keys that work here. A hint that does not fit goes whole, and `…` says that there are more.
public struct KeyHints: Equatable, Sendable {
  /// All hints, in the order in which they are read.
  public var hints: [KeyHint]

  /// Makes a bottom line.
  public init(_ hints: [KeyHint]) { self.hints = hints }

  /// The hints that fit in the first row of a rectangle, each with the cells it takes; for drawing and for the mouse.
  public func areas(in rect: Rect) -> [(hint: KeyHint, area: Rect)] {
    var result: [(hint: KeyHint, area: Rect)] = []
    var column = rect.left + 1
    for index in shown(in: rect) {
      let columns = hints[index].columns
      result.append((hints[index], Rect(column: column, row: rect.top, columns: columns, rows: 1)))
      column += columns + 2
    }
    return result
  }

  /// The hint at a place, if there is one.
  public func hint(at point: Point, in rect: Rect) -> KeyHint? {
    areas(in: rect).first { $0.area.contains(point) }?.hint
  }

  private func shown(in rect: Rect) -> [Int] {
    guard rect.rows > 0 else { return [] }
    let room = rect.columns - 2
    var kept = Array(hints.indices)
    func needed() -> Int {
      let hintsAlone = kept.reduce(0) { $0 + hints[$1].columns } + max(0, kept.count - 1) * 2
      return kept.count < hints.count ? hintsAlone + (kept.isEmpty ? 1 : 3) : hintsAlone
    }
    while needed() > room, let lowest = kept.map({ hints[$0].priority }).min() {
      if let last = kept.lastIndex(where: { hints[$0].priority == lowest }) { kept.remove(at: last) }
    }
    return kept
  }

  /// Draws the line over the first row of a rectangle.
  public func draw(into canvas: inout Canvas, in rect: Rect, theme: Theme) {
    guard rect.rows > 0, rect.columns > 0 else { return }
    let areas = areas(in: rect)
    for (hint, area) in areas {
      let used = canvas.write(hint.key, at: area.origin, style: theme.keyName)
      canvas.write(hint.label, at: Point(column: area.left + used + 1, row: area.top), style: theme.text)
    }
    if areas.count < hints.count {
      let column = areas.last.map { $0.area.right + 2 } ?? rect.left + 1
      canvas.write("…", column: column, row: rect.top, in: rect, style: theme.faint)
    }
  }
}
