import Canvas
import Foundation
import Language
import Testing
import WerkendLeren
import Widgets

@testable import Dashboards

/// Whatever is typed, clicked, pasted and resized: no trap, the canvas has the size, the cursor stands inside and on what is chosen.
@Suite struct RandomEventTests {
  private static let runs = ProcessInfo.processInfo.environment["DRIELUIK_TEST_LONG"] == nil ? 30 : 1000

  private static func event(_ generator: inout SeededGenerator) -> Event {
    let keys: [Key] = [
      .up, .down, .left, .right, .enter, .escape, .tab, .backTab, .backspace, .delete, .home, .end, .pageUp, .pageDown,
      .insert, .wordLeft, .control("r"), .control("l"), .control("z"), .control("_"), .control("u"), .alt("x"),
      .function(1), .function(2), .function(4), .function(6), .function(7), .function(5), .function(8), .function(10),
    ]
    let letters = Array("ntdxbuhioepmflgvwkzo/:? abc1-92+wéß中")
    let pastes = ["Anna\nde Vries", "\u{1B}[31m", "31-12-2026", String(repeating: "lang ", count: 300), "👩‍👩‍👧\u{202E}"]
    switch Int.random(in: 0..<40, using: &generator) {
    case 0: return .paste(pastes[Int.random(in: 0..<pastes.count, using: &generator)])
    case 1: return .resumed
    case 2...3:
      let small = Bool.random(using: &generator)
      return .resize(
        Size(
          columns: Int.random(in: small ? 1...100 : 60...200, using: &generator),
          rows: Int.random(in: small ? 1...30 : 18...60, using: &generator)))
    case 4...6:
      let actions: [MouseEvent.Action] = [.press, .press, .release, .wheelUp, .wheelDown]
      return .mouse(
        MouseEvent(
          action: actions[Int.random(in: 0..<actions.count, using: &generator)],
          place: Point(
            column: Int.random(in: 0..<120, using: &generator), row: Int.random(in: 0..<40, using: &generator)),
          isDouble: Bool.random(using: &generator)))
    case 7...18: return .key(.character(letters[Int.random(in: 0..<letters.count, using: &generator)]))
    default: return .key(keys[Int.random(in: 0..<keys.count, using: &generator)])
    }
  }

  @Test(arguments: 0..<runs)
  func nothingThatHappensBreaksAScreen(run: Int) {
    let seed = UInt64(20_261_123 + run)
    var generator = SeededGenerator(seed: seed)
    let language: Language = run.isMultiple(of: 2) ? .dutch : .english
    var store = Fixture.store
    store.newest = Scene.laterModel
    if run % 4 > 1 { store.addEntries() }
    if run % 5 > 2 {
      store.decidedScan()
      store.judgeScan()
    }
    if run % 3 == 1 { store.viewer = ViewerTests.student }
    if run % 3 == 2, run.isMultiple(of: 2) { store.viewer = ViewerTests.employer(store) }
    var session = Session(store, language: language, isPlain: run % 5 == 4)
    var told: [Event] = []
    for _ in 0..<150 {
      let event = Self.event(&generator)
      told.append(event)
      session.send(event)
      session.hasQuit = false
      if Int.random(in: 0..<30, using: &generator) == 0 { session.store.failure = "De schijf is vol." }
      if Int.random(in: 0..<40, using: &generator) == 0 { session.run(session.app.update(.storeChanged)) }
      // Pages that have no key of their own.
      let isFree: Bool =
        switch session.app.top {
        case .form, .wizard: false
        default: session.app.overlay == nil
        }
      if isFree, Int.random(in: 0..<25, using: &generator) == 0 {
        let pages = ["uitleg", "model", "werkgever", "werkplek", "student"]
        session.run(session.app.run(pages.randomElement(using: &generator) ?? ""))
      }
      let canvas = session.canvas
      let size = session.app.size
      let where_ = Comment(rawValue: "seed \(seed), after \(told.suffix(12)), size \(size)")
      #expect(canvas.size == size, where_)
      guard let cursor = canvas.cursor else {
        Issue.record("no cursor: \(where_)")
        return
      }
      #expect(canvas.bounds.contains(cursor), where_)
      guard size.columns >= 60, size.rows >= 18 else { continue }
      #expect(isOnWhatIsChosen(session, canvas, cursor), "\(where_)\n\(canvas.text)")
      #expect(!canvas.text.contains(/\[[a-z]+(\.[a-zA-Z]+)+\]/), where_)
    }
  }

  /// Whether the cursor stands in the first column of the chosen line, or in the field that is typed in.
  private func isOnWhatIsChosen(_ session: Session, _ canvas: Canvas, _ cursor: Point) -> Bool {
    func stands(_ list: WindowedList, _ rect: Rect) -> Bool {
      guard let selected = list.selected else { return rect.contains(cursor) }
      return list.visible.contains(selected)
        && cursor == Point(column: 0, row: rect.top + selected - list.visible.lowerBound)
    }
    if session.app.overlay != nil { return true }
    let size = session.app.size
    switch session.app.top {
    case .overview(let screen):
      return screen.focus != .list ? cursor.row == 1 : stands(screen.list, OverviewView.listRect(size))
    case .mine(let screen): return stands(screen.list, MineScreen.listRect(size))
    case .agenda(let screen):
      // Headings stand between its lines.
      return screen.list.selected == nil || (cursor.column == 0 && canvas[cursor.row, 0].text == "▸")
    case .history(let screen): return screen.opened != nil || stands(screen.list, HistoryScreen.listRect(size))
    case .triptych(let screen):
      return screen.snapshot == nil || canvas[cursor.row, cursor.column].text == "▸"
    case .item(let screen):
      let wide = ItemView.isWide(size)
      return screen.snapshot == nil || (wide ? canvas[cursor.row, cursor.column].text == "▸" : cursor.row == 2)
    case .report: return true
    case .people(let screen): return stands(screen.list, PeopleScreen.listRect(size))
    case .employers(let screen):
      return screen.isSearching ? cursor.row == 1 : stands(screen.list, EmployersScreen.listRect(size))
    case .register(let screen): return stands(screen.list, screen.listRect(size))
    case .entries(let screen): return stands(screen.list, EntriesScreen.listRect(size))
    case .entry: return cursor == Point(column: 1, row: 2)
    case .wizard(let screen):
      return screen.snapshot == nil || (cursor.row >= 2 && cursor.row < size.rows - 1)
    case .form: return cursor.row >= 3 && cursor.row < size.rows - 2
    case .scans(let screen): return screen.lines == nil || stands(screen.list, ScansScreen.listRect(size))
    case .judgement(let screen): return screen.snapshot == nil || stands(screen.list, JudgementScreen.listRect(size))
    case .conditions(let screen):
      return screen.snapshot == nil || screen.isOpened || stands(screen.list, ConditionsScreen.listRect(size))
    case .compare(let screen):
      return screen.comparison == nil || screen.opened != nil || cursor.column == 0
    case .help, .page, .question, .outcome: return true
    }
  }
}
