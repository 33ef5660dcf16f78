import Canvas

/// Tells which presses of the mouse are the second of two. Pure: the time is handed in.
struct DoubleClick {
  /// How long after the first the second press may come.
  static let milliseconds = 500

  private var first: (row: Int, time: Int)?

  /// The event as it was, or marked as the second of two presses on one row. A third begins anew.
  mutating func mark(_ event: Event, at time: Int) -> Event {
    guard case .mouse(var mouse) = event else {
      // A key between two clicks makes them two.
      first = nil
      return event
    }
    switch mouse.action {
    case .press:
      let isSecond = first.map { $0.row == mouse.place.row && time - $0.time <= Self.milliseconds } ?? false
      first = isSecond ? nil : (mouse.place.row, time)
      mouse.isDouble = isSecond
      return .mouse(mouse)
    case .wheelUp, .wheelDown: first = nil
    case .release: break
    }
    return event
  }
}
