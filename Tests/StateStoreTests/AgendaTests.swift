import GRDB
import StateStore
import StateStoreProbe
import Synchronization
import Testing
import WerkendLeren

@Suite struct AgendaTests {
  private let today = Fixture.today

  /// Every line of every placement that a viewer may see, put in order without the store.
  private func slow(_ store: Store, as viewer: Viewer, _ count: Int, _ query: AgendaQuery) throws -> [AgendaRow] {
    var rows: [AgendaRow] = []
    for number in 1...count {
      let id = try store.placement(number)
      guard let view = try? store.records(id, as: viewer) else { continue }
      let records = view.records
      for line in AgendaLine.all(Derivation(records, model: view.model), of: records) {
        if let party = query.party, !line.parties.contains(party) { continue }
        if let from = query.from, line.day < from { continue }
        if let until = query.until, line.day > until { continue }
        if query.mine, let persons = viewer.persons,
          !records.current(.schoolContact, on: today).contains(where: { persons.contains($0.id) })
        {
          continue
        }
        rows.append(
          AgendaRow(
            line: line, placement: id, key: records.key, student: records.student.name,
            employer: records.currentEmployer?.name ?? "", programme: records.placement.programme,
            model: records.placement.model))
      }
    }
    return rows.sorted {
      ($0.line.day, $0.placement, $0.line.kind.rawValue, $0.line.duty ?? -1)
        < ($1.line.day, $1.placement, $1.line.kind.rawValue, $1.line.duty ?? -1)
    }
  }

  @Test func everyPartOfEveryAgendaIsThatOfASlowList() throws {
    let folder = try StoreFolder()
    let store = try folder.filled(60, running: true)
    let student = try store.records(store.placement(4), as: Fixture.school).records
    guard case .one(let contact) = try store.findPerson("Docent 5", party: .school) else {
      Issue.record("no Docent 5")
      return
    }
    let viewers = [
      Fixture.school, contact, Viewer(party: .student, name: "S", scope: .student(student.student.id)),
      Viewer(party: .employer, name: "E", scope: .employer(student.currentLink?.employer ?? 0)),
    ]
    for viewer in viewers {
      for party in [nil, Party.student, .school, .employer] {
        for mine in [false, true] {
          for (from, until) in [(nil, nil), (today, nil), (today.adding(days: -30), today.adding(days: 27))] {
            let query = AgendaQuery(party: party, mine: mine, from: from, until: until)
            let expected = try slow(store, as: viewer, 60, query)
            let note = Comment(rawValue: "\(viewer) \(query)")
            let whole = try store.agenda(query, as: viewer, offset: 0, limit: 10_000, today: today)
            #expect(whole.rows == expected, note)
            #expect(whole.total == expected.count, note)
            let part = try store.agenda(query, as: viewer, offset: 7, limit: 20, counted: false, today: today)
            #expect(part.rows == Array(expected.dropFirst(7).prefix(20)) && part.total == nil, note)
            let place = try store.agendaPosition(of: today.adding(days: 8), in: query, as: viewer, today: today)
            #expect(place == expected.count { $0.line.day < today.adding(days: 8) }, note)
          }
        }
      }
    }
  }

  @Test func aScreenAsksForOneOrTwoStatementsHoweverManyPlacementsThereAre() throws {
    func counts(_ size: Int) throws -> [Int] {
      let folder = try StoreFolder()
      let store = try folder.filled(size, running: true)
      let counter = Mutex(0)
      try store.trace { _ in counter.withLock { $0 += 1 } }
      func count(_ work: () throws -> Void) rethrows -> Int {
        counter.withLock { $0 = 0 }
        try work()
        return counter.withLock { $0 }
      }
      let query = AgendaQuery(party: .employer)
      return [
        try count { _ = try store.agenda(query, as: Fixture.school, offset: 0, limit: 60, today: today) },
        try count {
          _ = try store.agenda(query, as: Fixture.school, offset: 60, limit: 60, counted: false, today: today)
        },
        try count { _ = try store.agendaPosition(of: today, in: query, as: Fixture.school, today: today) },
      ]
    }
    let few = try counts(10)
    #expect(try counts(600) == few)
    // BEGIN and COMMIT are two of the first and the second.
    #expect(few == [4, 3, 1])
  }

  @Test func anUndoneChangeLeavesTheAgendaAsItWas() throws {
    let folder = try StoreFolder()
    _ = try folder.filled(4, running: true)
    let store = try folder.open()
    let placement = try store.placement(2)
    func lines() throws -> [AgendaRow] {
      try store.agenda(AgendaQuery(), as: Fixture.school, offset: 0, limit: 1000, today: today).rows
    }
    let before = try lines()
    _ = try store.perform(
      .pause(from: today, intendedReturn: today.adding(days: 30), reason: "ill"), on: placement, as: Fixture.school,
      at: Fixture.moment())
    #expect(try lines().filter { $0.placement == placement }.map(\.line.kind) == [.intendedReturn])
    _ = try store.undo(as: Fixture.school, at: Fixture.moment())
    #expect(try lines() == before)
  }

  @Test func whatIsNotAsDerivedIsFoundAndDerivedAnew() throws {
    let folder = try StoreFolder()
    let store = try folder.filled(5, running: true)
    #expect(try store.verify() == [])
    let good = try store.contentText()
    try store.close()
    let raw = try DatabaseQueue(path: folder.store)
    try raw.inDatabase { try $0.execute(sql: "UPDATE agenda SET day = day + 1 WHERE placement % 2 = 0") }
    try raw.close()
    let again = try folder.open()
    let findings = try again.verify()
    #expect(!findings.isEmpty && findings.allSatisfy { $0.hasPrefix("agenda ") })
    try again.rebuildSummaries()
    #expect(try again.verify() == [])
    #expect(try again.contentText() == good)
  }

  @Test func aStoreWithAnOlderFormOfWhatIsDerivedIsBroughtUpToDateWhenItIsOpened() throws {
    let folder = try StoreFolder()
    let store = try folder.filled(5, running: true)
    let good = try store.contentText()
    try store.close()
    let raw = try DatabaseQueue(path: folder.store)
    try raw.inDatabase {
      try $0.execute(sql: "DELETE FROM agenda; UPDATE summary SET urgency = 1; UPDATE derived SET form = 0")
    }
    try raw.close()
    // Two at once: one does it, the other finds it done.
    let first = try folder.open()
    let second = try folder.open()
    #expect(try first.contentText() == good)
    #expect(try second.verify() == [])
  }
}
