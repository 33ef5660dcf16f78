import Canvas
import Language
import Testing
import WerkendLeren
import Widgets

@testable import Dashboards

/// Signs, words and letters; and what gives way where the window is narrow.
@Suite struct WordingTests {
  @Test func eachStateHasASignOfItsOwnAndAWordInBothLanguages() {
    #expect(ItemState.allCases.map(\.sign).sorted() == ["!", "–", "○", "●", "◐", "◷", "✓"].sorted())
    for language in Language.allCases {
      let words = Words(language)
      #expect(Set(ItemState.allCases.map { $0.word(words) }).count == ItemState.allCases.count)
    }
    var canvas = Canvas(size: Size(columns: 9, rows: 1))
    canvas.write("✓●○◷!◐–◆▸", at: Point(column: 0, row: 0))
    #expect(canvas.asciiFallback().text == "x*o@!%-#>")
  }

  @Test(arguments: [
    (Fixture.amira, "employer.during.supervision", ItemState.overdue),
    (Fixture.amira, "student.during.communication", .dueSoon),
    (Fixture.amira, "school.during.support", .yours), (Fixture.amira, "employer.during.salary", .dueSoon),
    (Fixture.amira, "school.preparation.agreement", .done), (Fixture.bram, "school.preparation.agreement", .partial),
    (Fixture.bram, "school.preparation.plan", .yours), (Fixture.bram, "employer.preparation.plan", .open),
    (Fixture.bram, "school.during.support", .open), (Fixture.chloe, "employer.preparation.workplace", .open),
    (Fixture.emre, "employer.during.team", .open),
  ])
  func aLineHasTheSignOfItsState(placement: Int64, duty: String, state: ItemState) throws {
    let records = try #require(Fixture.store[placement])
    var session = Session(Fixture.store)
    session.run(session.app.openPlacement(placement))
    session.go(to: duty)
    let item = try #require(session.item(duty, of: placement))
    #expect(item.state(on: Fixture.today, for: .school) == state)
    #expect(session.cursorLine.dropFirst(3).hasPrefix(state.sign), "\(records.student.name): \(session.cursorLine)")
    #expect(session.cursorLine.contains(state.word(session.app.words)))
  }

  @Test func lettersSayWhoHasConfirmedInTheLanguageOfTheScreen() throws {
    let item = try #require(Fixture.store.snapshot(Fixture.bram)?.derivation[DutyID("school.preparation.agreement")])
    #expect(ItemWording(words: Words(.dutch), today: Fixture.today).letters(of: item) == "S H ·")
    #expect(ItemWording(words: Words(.english), today: Fixture.today).letters(of: item) == "S U ·")
  }

  @Test func columnsOfTheOverviewGiveWayInTheirOrder() {
    var seen: [[String]] = []
    let titles = ["Nu", "Werkgever", "Fase", "Start", "S   H   W"]
    for columns in stride(from: 100, through: 60, by: -1) {
      let session = Session(Fixture.store, size: Size(columns: columns, rows: 18))
      let heading = session.line(3)
      let shown = titles.filter { heading.contains($0) }
      if seen.last != shown { seen.append(shown) }
      let now = heading.firstRange(of: "Nu")
      #expect(now != nil && !heading[..<(now?.lowerBound ?? heading.startIndex)].contains("Werkgever"))
    }
    let order = [titles, titles.filter { $0 != "Start" }, ["Nu", "Werkgever", "S   H   W"], ["Nu", "S   H   W"]]
    #expect(seen == Array(order.prefix(seen.count)) && seen.count >= 3, "\(seen)")
  }

  @Test func hintsGoWhole() {
    for language in Language.allCases {
      let words = Words(language)
      for screen in KeyScreen.allCases {
        let table = KeyMap.standard.table(screen, words)
        let all = table.hints.hints.map { "\($0.key) \($0.label)" }
        for columns in 60...140 {
          var canvas = Canvas(size: Size(columns: columns, rows: 1))
          table.hints.draw(into: &canvas, in: canvas.bounds, theme: .plain)
          let shown = canvas.text.split(separator: "  ").map { $0.trimmingPrefix(" ") }.map(String.init)
          #expect(shown.allSatisfy { all.contains($0) || $0 == "…" }, "\(columns): \(shown)")
          #expect(shown.contains("…") == (shown.filter { $0 != "…" }.count < all.count))
        }
      }
    }
  }

  @Test func anItemWithoutEmployerSaysSo() {
    var session = Session(Fixture.store, size: Size(columns: 120, rows: 40))
    session.open("Chloe")
    for duty in Fixture.store.model.duties where duty.party == .employer && !duty.isShared {
      session.go(to: duty.id.text)
      #expect(session.cursorLine.contains("nog geen werkgever"), "\(duty.id)")
    }
    #expect(session.text.contains("0/4") && session.text.contains("0/8"))
  }

  @Test func whileAPlacementRestsNothingIsDueAndTheLineSaysHowLateItWas() {
    var session = Session(Fixture.store)
    session.open("Emre")
    #expect(session.line(2).contains("Gepauzeerd sinds 26 okt: ouderschapsverlof · was 4 d te laat · terug 11 jan"))
    #expect(!session.text.contains("◷") && !session.text.contains("!"))
  }

  @Test func theLinesOfTheTriptychAreTheTwentyFiveDuties() throws {
    let snapshot = try #require(Fixture.store.snapshot(Fixture.amira))
    let wording = ItemWording(words: Words(.dutch), today: Fixture.today)
    let contents = Party.allCases.map { PanelContent(party: $0, snapshot: snapshot, wording: wording) }
    #expect(contents.map { $0.count(in: .preparation).total } == [2, 4, 4])
    #expect(contents.map { $0.count(in: .during).total } == [3, 4, 8])
    #expect(contents.map { $0.progress(in: .during) } == ["3/3 ✓", "4/4 ✓", "6/8"])
  }
}
