import StateStore
import StateStoreProbe
import Testing
import WerkendLeren

@Suite struct ImportTests {
  private func take(_ rows: [ImportedPlacement], into store: Store, dryRun: Bool = false) throws -> ImportResult {
    var place = 0
    return try store.importPlacements(
      file: "f.csv", as: Fixture.school, at: Fixture.moment(), dryRun: dryRun,
      next: {
        guard place < rows.count else { return nil }
        place += 1
        return rows[place - 1]
      })
  }

  @Test func theSameFileTwiceChangesNothing() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    let first = try store.fill(700, running: true)
    #expect((first.new, first.changed, first.unchanged, first.refused.count) == (700, 0, 0, 0))
    let before = try store.contentText()
    let last = try store.lastChange()
    let second = try store.fill(700, running: true)
    #expect((second.new, second.changed, second.unchanged, second.refused.count) == (0, 0, 700, 0))
    #expect(second.batch == nil)
    #expect(try store.contentText() == before)
    #expect(try store.lastChange() == last)
    #expect(try store.verify() == [])
  }

  @Test func aTrialRunSaysTheSameAndWritesNothing() throws {
    let folder = try StoreFolder()
    let store = try folder.filled(20)
    let before = try store.contentText()
    let rows = (10...40).map { number in
      var row = Fixture.row(number)
      row.student += " Jr"
      return row
    }
    let trial = try take(rows, into: store, dryRun: true)
    #expect((trial.new, trial.changed) == (20, 11))
    #expect(try store.contentText() == before)
    var real = try take(rows, into: store)
    #expect(real.batch != nil)
    real.batch = nil
    #expect(real == trial)
    #expect(trial.missing == 9)
    #expect(trial.missingKeys.count == 9)
    #expect(try store.verify() == [])
  }

  @Test func oneStudentInTwoProgrammesIsOneRow() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    var second = Fixture.row(1)
    second.programme = "Logopedie"
    second.student = "Another Spelling"
    let result = try take([Fixture.row(1), second], into: store)
    #expect(result.new == 2)
    guard case .ambiguous(let keys) = try store.find(second.number, as: Fixture.school) else {
      Issue.record("not ambiguous")
      return
    }
    #expect(keys.count == 2)
    let page = try store.window(OverviewQuery(), as: Fixture.school, offset: 0, limit: 5, today: Fixture.today)
    #expect(Set(page.rows.map(\.student)) == ["Another Spelling"])
    #expect(try store.verify() == [])
  }

  @Test func aSharedPersonsNewNameReachesEveryPlacement() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    var rows = (1...30).map { Fixture.row($0) }
    for place in rows.indices { rows[place].schoolContact = .init(name: "Noor Bakker", mail: "noor@school.test") }
    _ = try take(rows, into: store)
    rows[7].schoolContact.name = "Noor de Wit"
    let result = try take([rows[7]], into: store)
    #expect(result.changed == 1)
    #expect(try store.verify() == [])
    let found = try store.window(
      OverviewQuery(words: ["noor", "wit"]), as: Fixture.school, offset: 0, limit: 5, today: Fixture.today)
    #expect(found.total == 30)
  }

  @Test func aCancelledImportWritesNothing() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    var number = 0
    #expect(throws: StoreProblem.self) {
      try store.importPlacements(
        file: "f.csv", as: Fixture.school, at: Fixture.moment(),
        next: {
          number += 1
          return number < 2000 ? Fixture.row(number) : nil
        }, progress: { $0 < 1000 })
    }
    #expect(try store.lastChange() == 0)
    #expect(try store.status(today: Fixture.today, as: Fixture.school).total == 0)
  }

  @Test func whoIsMeantByANameIsFound() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    var rows = (1...6).map { Fixture.row($0) }
    rows[0].schoolContact = .init(name: "Noor Bakker", mail: "noor@school.test")
    rows[1].schoolContact = .init(name: "Noor Bakker", mail: "noor2@school.test")
    rows[2].schoolContact = .init(name: "Piet Smit")
    _ = try take(rows, into: store)
    guard case .ambiguous(let names) = try store.findPerson("noor bakker", party: .school) else {
      Issue.record("not ambiguous")
      return
    }
    #expect(names.count == 2)
    guard case .one(let noor) = try store.findPerson("NOOR@school.test", party: .school) else {
      Issue.record("not found")
      return
    }
    #expect(noor.persons?.count == 1)
    let mine = try store.window(
      OverviewQuery(mine: true), as: noor, offset: 0, limit: 5, today: Fixture.today)
    #expect(mine.rows.map(\.key) == ["\(rows[0].number)/\(rows[0].programme)"])
    #expect(try store.status(today: Fixture.today, as: noor, mine: true).total == 1)
    #expect(try store.findPerson("Piet", party: .school) == .none(near: ["Piet Smit"]))
    guard case .one(let jan) = try store.findPerson("Contact 4", party: .employer) else {
      Issue.record("not found")
      return
    }
    #expect(try store.window(OverviewQuery(), as: jan, offset: 0, limit: 5, today: Fixture.today).total == 1)
  }
}
