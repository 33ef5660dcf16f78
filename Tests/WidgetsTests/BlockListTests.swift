import Canvas
import Testing

@testable import Widgets

/// A list whose entries take several rows.
@Suite struct BlockListTests {
  private static let room = Rect(column: 0, row: 3, columns: 20, rows: 6)

  @Test func theSelectedBlockIsSeenWhole() {
    var list = BlockList(heights: [2, 3, 1, 4, 2], height: 6)
    #expect(list.visible.map(\.block) == [0, 1, 2])
    for (key, selection, top) in [
      (Key.down, 1, 0), (.down, 2, 0), (.down, 3, 4), (.down, 4, 6), (.up, 3, 6), (.up, 2, 5),
    ] {
      #expect(list.handle(.key(key), in: Self.room) == .moved)
      #expect(list.selection == selection && list.top == top, "\(key): \(list.selection) \(list.top)")
    }
    #expect(list.handle(.key(.enter), in: Self.room) == .activated(2))
  }

  @Test func aBlockHigherThanTheWindowIsSeenFromItsFirstRow() {
    var list = BlockList(heights: [1, 20, 1], height: 6)
    list.select(1)
    #expect(list.visible.first?.row == 0 || list.visible.first?.block == 0)
    #expect(list.visible.contains { $0.block == 1 && $0.row >= 0 })
  }

  @Test func aClickSelectsTheBlockUnderItAndASecondOpensIt() {
    var list = BlockList(heights: [2, 3, 1], height: 6)
    let place = Point(column: 4, row: 6)
    #expect(list.handle(.mouse(MouseEvent(action: .press, place: place)), in: Self.room) == .moved)
    #expect(list.selection == 1)
    #expect(
      list.handle(.mouse(MouseEvent(action: .press, place: place, isDouble: true)), in: Self.room) == .activated(1))
    #expect(
      list.handle(.mouse(MouseEvent(action: .press, place: Point(column: 4, row: 20))), in: Self.room) == .unchanged)
  }

  @Test func anEmptyListTakesNothing() {
    var list = BlockList()
    for key in [Key.down, .up, .home, .end, .pageDown, .enter] {
      #expect(list.handle(.key(key), in: Self.room) == .unchanged)
    }
    #expect(list.selected == nil && list.visible.isEmpty)
  }

  @Test(arguments: 1...40)
  func whateverIsPressedTheSelectionIsInsideAndInView(seed: Int) {
    var number = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(number >> 33) % bound
    }
    var list = BlockList(heights: (0..<(1 + next(30))).map { _ in next(9) }, height: 1 + next(12))
    let keys: [Key] = [.up, .down, .pageUp, .pageDown, .home, .end]
    for _ in 0..<200 {
      switch next(12) {
      case 0: list.setHeight(1 + next(15))
      case 1: list.setHeights((0..<next(30)).map { _ in next(9) })
      default: _ = list.handle(.key(keys[next(keys.count)]), in: Self.room)
      }
      guard let selected = list.selected else { continue }
      #expect(list.heights.indices.contains(selected), "seed \(seed)")
      let seen = list.visible.first { $0.block == selected }
      #expect(seen.map { $0.row >= 0 && $0.row < list.height } == true, "seed \(seed): \(list)")
    }
  }
}
