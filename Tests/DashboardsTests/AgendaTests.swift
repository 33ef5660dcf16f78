import Canvas
import Language
import Testing
import WerkendLeren
import Widgets

@testable import Dashboards

/// The agenda by keys.
@Suite struct AgendaTests {
  private func session(_ size: Size = Size(columns: 80, rows: 24)) -> Session {
    var session = Session(Fixture.store, size: size)
    session.press(.character("a"))
    return session
  }

  private var headings: (Session) -> [String] {
    { session in
      (3..<21).map(session.line).filter { $0.hasPrefix(" week") || $0.hasPrefix(" Te laat") }
        .map { $0.split(separator: " ").joined(separator: " ") }
    }
  }

  @Test func whatIsLateStandsFirstThenWeekByWeek() {
    let session = session()
    #expect(
      headings(session) == [
        "Te laat of voorbij", "week 48 · 23–29 nov", "week 49 · 30 nov – 6 dec", "week 51 · 14–20 dec",
      ])
    #expect(session.cursorLine.contains("Begeleiding") && session.cursorLine.contains("11 d te laat"))
  }

  @Test func enterOpensTheItemAndEscComesBackToTheSameLine() {
    var session = session()
    session.press(.down, .down, .enter)
    #expect(session.line(0).contains("Amira El Idrissi › Student-werknemer › Communicatie"))
    session.press(.escape, .escape)
    #expect(session.cursorLine.contains("Communicatie") && session.line(0).contains("Agenda"))
  }

  @Test func aDateThatNoDutyGivesOpensThePlacement() {
    var session = session()
    for _ in 0..<40 where !session.cursorLine.contains("Begin opleiding") { session.press(.down) }
    session.press(.enter)
    #expect(session.isTriptych && session.line(0).contains("Gijs Brouwer"))
    session.press(.escape, .up, .character("p"))
    #expect(session.isTriptych && session.line(0).contains("Gijs Brouwer"))
  }

  @Test func theArrowsGoFromWeekToWeekAndBack() {
    var session = session()
    session.press(.right)
    #expect(session.line(3).contains("week 48 · 23–29 nov") && session.canvas.cursor?.row == 4)
    session.press(.right, .right)
    #expect(session.line(3).contains("week 51 · 14–20 dec"))
    session.press(.right)
    #expect(session.line(3).contains("week 53 · 28 dec – 3 jan"))
    session.press(.right)
    #expect(session.line(3).contains("week 1 · 4–10 jan 2027"))
    session.press(.down, .down, .left)
    #expect(session.line(3).contains("week 1 · 4–10 jan 2027"))
    session.press(.left)
    #expect(session.line(3).contains("week 53 · 28 dec – 3 jan"))
    session.press(.left, .left, .left, .left)
    #expect(session.line(3).contains("Te laat of voorbij"))
    for _ in 0..<40 { session.press(.right) }
    #expect(session.cursorLine.contains("Einddatum"))
  }

  @Test func theFilterGoesThroughThePartiesAndMine() {
    var session = session()
    session.press(.character("f"))
    #expect(session.line(1).contains("partij: student-werknemer"))
    for row in 3..<21 {
      let line = session.line(row)
      #expect(
        line.hasPrefix(" week") || line.hasPrefix(" Te") || line.contains("Student") || line.contains("S "), "\(line)")
    }
    session.press(.character("f"), .character("f"), .character("f"), .character("m"))
    #expect(session.line(1).contains("partij: alle  mijn: ja"))
    #expect(session.noticeLine.contains("van 150"))
  }

  @Test func theOverviewsMineComesAlong() {
    var session = Session(Fixture.store)
    session.press(.character("m"), .character("a"))
    #expect(session.line(1).contains("mijn: ja"))
  }

  @Test func aStudentSeesWhatFallsOnThemFirstAndNobodyElse() {
    var store = Fixture.store
    store.viewer = Viewer(party: .student, name: "Amira El Idrissi", scope: .student(Fixture.amira + 100))
    var session = Session(store)
    session.press(.escape, .character("a"))
    #expect(session.line(1).contains("partij: student-werknemer"))
    #expect(!session.text.contains("Daan") && session.text.contains("Communicatie"))
  }

  @Test(arguments: [(60, 18), (80, 24), (120, 40)])
  func everyLineIsReachedOnceByArrowsAndTheCursorStandsOnIt(size: (Int, Int)) {
    var session = session(Size(columns: size.0, rows: size.1))
    let all = session.store.agendaEntries(AgendaFilter())
    for entry in all {
      guard case .agenda(let screen) = session.app.top else { return }
      #expect(screen.selected == entry)
      #expect(session.cursorLine.hasPrefix("▸") && session.cursorLine.contains(entry.student.prefix(8)))
      session.press(.down)
    }
    for entry in all.reversed() {
      guard case .agenda(let screen) = session.app.top else { return }
      #expect(screen.selected == entry)
      #expect(session.cursorLine.hasPrefix("▸") && session.cursorLine.contains(entry.student.prefix(8)))
      session.press(.up)
    }
  }

  @Test func pagesAndEndsKeepTheSelectionInView() {
    var session = session(Size(columns: 60, rows: 18))
    for key in [Key.pageDown, .pageDown, .pageDown, .pageUp, .end, .pageUp, .home, .end, .up, .pageDown] {
      session.press(key)
      #expect(session.cursorLine.hasPrefix("▸"), "\(key)")
      #expect((3..<15).contains(session.canvas.cursor?.row ?? 0))
    }
  }

  @Test func anotherSessionsChangeShowsInPlace() {
    var session = session()
    _ = session.store.perform(
      PerformRequest(
        placement: Fixture.amira, command: .pause(from: Fixture.today, intendedReturn: nil, reason: "ziek"), seen: nil))
    session.run(session.app.update(.storeChanged))
    #expect(!session.text.contains("Begeleiding") && session.cursorLine.contains("Daan Visser"))
  }

  @Test func aStepReadsOnlyWhatIsNotThereYet() {
    var session = session()
    session.store.asked = []
    session.press(.down, times: 14)
    let reads = session.store.asked.filter { if case .loadAgenda = $0 { true } else { false } }
    #expect(reads.isEmpty)
    session.press(.down, times: 60)
    let counted = session.store.asked.contains { effect in
      if case .loadAgenda(_, _, _, counted: true) = effect { return true }
      return false
    }
    #expect(!counted)
  }
}
