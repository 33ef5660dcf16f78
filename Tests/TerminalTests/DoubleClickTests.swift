import Canvas
import Testing

@testable import Terminal

/// Two presses on one row within half a second are a double click.
@Suite struct DoubleClickTests {
  private func press(_ row: Int, column: Int = 3) -> Event {
    .mouse(MouseEvent(action: .press, place: Point(column: column, row: row)))
  }

  private func doubles(_ events: [(Event, Int)]) -> [Bool] {
    var clicks = DoubleClick()
    return events.map { event, time in
      guard case .mouse(let mouse) = clicks.mark(event, at: time) else { return false }
      return mouse.isDouble
    }
  }

  private static let release = Event.mouse(MouseEvent(action: .release, place: Point(column: 3, row: 5)))
  private static let wheel = Event.mouse(MouseEvent(action: .wheelDown, place: Point(column: 3, row: 5)))

  @Test func theSecondOfTwoPressesIsDouble() {
    #expect(doubles([(press(5), 0), (Self.release, 10), (press(5, column: 9), 500)]) == [false, false, true])
    #expect(doubles([(press(5), 7), (press(5), 7)]) == [false, true])
  }

  @Test func laterOrElsewhereOrWithSomethingBetweenItIsNot() {
    #expect(doubles([(press(5), 0), (press(5), 501)]) == [false, false])
    #expect(doubles([(press(5), 0), (press(6), 100)]) == [false, false])
    #expect(doubles([(press(5), 0), (.key(.down), 50), (press(5), 100)]) == [false, false, false])
    #expect(doubles([(press(5), 0), (Self.wheel, 50), (press(5), 100)]) == [false, false, false])
  }

  @Test func aThirdPressBeginsAnew() {
    #expect(doubles([(press(5), 0), (press(5), 100), (press(5), 200), (press(5), 300)]) == [false, true, false, true])
    #expect(doubles([(press(5), 0), (press(6), 100), (press(6), 200)]) == [false, false, true])
  }
}
