import Canvas

/// How much of something is done, as a bar with its numbers beside it: `━━━━╌╌ 10/15`.
public struct ProgressBar: Equatable, Sendable {
  /// How many are done, at most `total`.
  public let done: Int
  /// How many there are.
  public let total: Int

  /// Makes a bar; numbers below zero count as zero.
  public init(done: Int, total: Int) {
    self.total = max(0, total)
    self.done = max(0, min(done, self.total))
  }

  /// The numbers: `10/15`.
  public var numbers: String { "\(done)/\(total)" }

  /// The columns of the bar that are filled, of `width`: none only for nothing done, all only for everything done.
  public func filled(of width: Int) -> Int {
    guard width > 0, done > 0 else { return 0 }
    if done == total { return width }
    let share = Int((Double(done) / Double(total) * Double(width)).rounded())
    return max(1, min(share, width - 1))
  }

  /// Draws the bar over the first row of a rectangle; the numbers stay when room is short.
  public func draw(into canvas: inout Canvas, in rect: Rect, theme: Theme) {
    guard rect.rows > 0, rect.columns > 0 else { return }
    let bar = rect.columns - TextWidth.columns(of: numbers) - 1
    guard bar > 1 else {
      canvas.write(numbers, column: rect.left, row: rect.top, in: rect, style: theme.text)
      return
    }
    let part = filled(of: bar)
    let style = done == total && total > 0 ? theme.done : theme.bar
    canvas.drawHorizontalLine(at: rect.origin, length: part, character: "━", style: style)
    canvas.drawHorizontalLine(
      at: Point(column: rect.left + part, row: rect.top), length: bar - part, character: "╌", style: theme.border)
    canvas.write(numbers, column: rect.left + bar + 1, row: rect.top, in: rect, style: theme.text)
  }
}
