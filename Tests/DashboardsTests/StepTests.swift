import Canvas
import Language
import Testing
import WerkendLeren

@testable import Dashboards

/// Moving, on every screen: the cursor goes with the selected line, two rows change, every item can be reached.
@Suite struct StepTests {
  /// The rows in which two pictures differ.
  private func changedRows(_ first: Canvas, _ second: Canvas) -> [Int] {
    (0..<first.size.rows).filter { Array(first.cells(inRow: $0)) != Array(second.cells(inRow: $0)) }
  }

  @Test(
    arguments: ["overview", "triptych", "to-do", "history", "agenda", "employers", "employer"],
    [(60, 18), (80, 24), (120, 40)])
  func oneStepChangesTwoRowsAndTheCursor(screen: String, size: (Int, Int)) {
    var session = Session(Fixture.store, size: Size(columns: size.0, rows: size.1))
    switch screen {
    case "triptych": session.open("Amira")
    case "to-do": session.press(.character("t"))
    case "agenda": session.press(.character("a"))
    case "employers": session.press(.character("w"))
    case "employer":
      session.store.fillVanDijk()
      session.openRegister("werkgever")
    case "history":
      session.open("Amira")
      session.press(.character("h"))
    default: break
    }
    for key in [Key.down, .down, .up, .down] {
      let before = session.canvas
      session.press(key)
      let after = session.canvas
      let rows = changedRows(before, after)
      #expect(
        Set(rows) == Set([before.cursor?.row, after.cursor?.row].compactMap { $0 }), "\(screen) \(size): \(rows)")
      #expect(rows.count == 2)
      #expect(session.cursorLine.contains("▸"))
    }
  }

  @Test(arguments: [Language.dutch, .english])
  func everyItemCanBeReachedByArrowsInTheSmallestWindow(language: Language) {
    var session = Session(Fixture.store, language: language, size: App.smallest)
    session.open("Amira")
    var seen: Set<DutyID> = []
    for _ in Party.allCases {
      session.press(.home)
      for _ in 0..<30 {
        guard let item = session.app.currentItem else { break }
        #expect(session.cursorLine.contains("▸"), "\(item.duty.id)")
        #expect(session.cursorLine.contains(item.duty.short(session.app.words)), "\(session.cursorLine)")
        seen.insert(item.duty.id)
        session.press(.down)
      }
      session.press(.right)
    }
    #expect(seen.count == 25)
    #expect(seen == Set(Fixture.store.model.duties.map(\.id)))
  }

  @Test func stepsInAnOpenedItemGoThroughTheChecklistBesideItsText() {
    var session = Session(Fixture.store, size: Size(columns: 120, rows: 40))
    session.open("Amira")
    session.go(to: "employer.during.supervision")
    session.press(.enter, .down)
    #expect(session.line(0).contains("Betrokkenheid"))
    #expect(session.cursorLine.contains("Betrokkenheid"))
    session.press(.escape)
    #expect(session.app.currentItem?.duty.id == DutyID("employer.during.involvement"))
  }

  @Test func theListFollowsWhatWasChosenWhenTheWindowBecomesSmallAndLarge() {
    var session = Session(Fixture.store)
    session.press(.down, times: 12)
    let chosen = session.cursorLine
    session.resize(60, 18)
    session.resize(40, 10)
    session.resize(200, 60)
    session.resize(80, 24)
    #expect(session.cursorLine == chosen)
    session.press(.end)
    #expect(session.cursorLine.contains("Fenna"))
    session.press(.home)
    #expect(session.cursorLine.contains("Amira"))
  }

  @Test func theMouseChoosesOpensAndPressesKeysOfTheBottomLine() {
    var session = Session(Fixture.store)
    session.send(.mouse(MouseEvent(action: .press, place: Point(column: 5, row: 6))))
    #expect(session.cursorLine.contains("Gijs"))
    // A later click is no second one: it selects what is selected.
    session.send(.mouse(MouseEvent(action: .press, place: Point(column: 5, row: 6))))
    #expect(!session.isTriptych)
    session.doubleClick(column: 5, row: 6)
    #expect(session.isTriptych)
    session.press(.escape)
    session.send(.mouse(MouseEvent(action: .wheelDown, place: Point(column: 5, row: 6))))
    #expect(!session.cursorLine.contains("Gijs"))
    guard let help = session.line(23).firstRange(of: "? hulp") else {
      Issue.record("no hint")
      return
    }
    let column = session.line(23).distance(from: session.line(23).startIndex, to: help.lowerBound)
    session.send(.mouse(MouseEvent(action: .press, place: Point(column: column, row: 23))))
    #expect(session.line(0).contains("Hulp"))
  }

  @Test func aDoubleClickOpensFromTheSearchFieldToo() {
    var session = Session(Fixture.store)
    session.press(.character("/"))
    session.type("amira")
    session.doubleClick(column: 5, row: 4)
    #expect(session.isTriptych)
  }

  @Test func aDoubleClickOpensItemsAndCommands() throws {
    var session = Session(Fixture.store, size: Size(columns: 120, rows: 40))
    session.open("Amira")
    func row(_ text: String) throws -> Int { try #require((0..<40).first { session.line($0).contains(text) }) }
    let supervision = try row("Begeleiding")
    session.send(.mouse(MouseEvent(action: .press, place: Point(column: 90, row: supervision))))
    #expect(session.isTriptych && session.app.currentItem?.duty.id.text == "employer.during.supervision")
    // The second click in another panel opens nothing there.
    session.send(.mouse(MouseEvent(action: .press, place: Point(column: 50, row: supervision), isDouble: true)))
    #expect(session.isTriptych && session.app.currentItem?.duty.party == .school)
    session.doubleClick(column: 90, row: supervision)
    #expect(!session.isTriptych && session.text.contains("onschatbare"))
    session.press(.escape, .character(":"))
    session.type("geschiedenis")
    session.doubleClick(column: 40, row: try row("Wie deed wat"))
    #expect(session.line(0).contains("Geschiedenis"))
  }

  @Test func oneClickPressesAButton() throws {
    var session = Session(Fixture.store)
    session.open("Amira")
    session.press(.character("n"))
    session.type("x")
    session.press(.escape)
    let words = session.app.words
    let row = try #require((0..<24).first { session.line($0).contains(words["form.leave.discard"]) })
    let line = session.line(row)
    let place = try #require(line.firstRange(of: words["form.leave.discard"]))
    let column = line.distance(from: line.startIndex, to: place.lowerBound)
    session.send(.mouse(MouseEvent(action: .press, place: Point(column: column, row: row))))
    #expect(session.isTriptych)
  }
}
