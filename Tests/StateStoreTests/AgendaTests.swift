import GRDB
import StateStore
import StateStoreProbe
import Synchronization
import Testing
import WerkendLeren

@Suite struct AgendaTests {
  private let today = Fixture.today

  /// Every line of these placements that a viewer may see, put in order without the store, with the school's contact persons of its
  /// placement.
  private func everyLine(
    _ store: Store, as viewer: Viewer, _ placements: [Int64]
  ) throws -> [(row: AgendaRow, contacts: Set<Int64>)] {
    var found: [(row: AgendaRow, contacts: Set<Int64>)] = []
    for id in placements {
      guard let view = try? store.records(id, as: viewer) else { continue }
      let records = view.records
      let contacts = Set(records.current(.schoolContact, on: today).map(\.id))
      for line in AgendaLine.all(Derivation(records, model: view.model), of: records) {
        let row = AgendaRow(
          line: line, placement: id, key: records.key, student: records.student.name,
          employer: records.currentEmployer?.name ?? "", programme: records.placement.programme,
          model: records.placement.model)
        found.append((row, contacts))
      }
    }
    func subject(_ row: AgendaRow) -> Int64 { row.line.entry?.id ?? row.line.duty.map(Int64.init) ?? -1 }
    return found.sorted { first, second in
      let (one, two) = (first.row, second.row)
      return (one.line.day, one.placement, one.line.kind.rawValue, subject(one))
        < (two.line.day, two.placement, two.line.kind.rawValue, subject(two))
    }
  }

  private func rows(
    _ lines: [(row: AgendaRow, contacts: Set<Int64>)], _ query: AgendaQuery, as viewer: Viewer
  ) -> [AgendaRow] {
    lines.filter { row, contacts in
      if let party = query.party, !row.line.parties.contains(party) { return false }
      if let from = query.from, row.line.day < from { return false }
      if let until = query.until, row.line.day > until { return false }
      return !query.mine || viewer.persons.map { !contacts.isDisjoint(with: $0) } ?? true
    }.map(\.row)
  }

  /// Some of everything: paused and ended placements, entries of every circle, dates set by hand.
  private func live(_ store: Store, _ placements: [Int64]) throws {
    var generator = SeededGenerator(seed: 20_261_123)
    for placement in placements {
      for _ in 0..<6 {
        let records = try store.records(placement, as: Fixture.school).records
        let command = RandomCommands.command(for: records, today: today, using: &generator)
        _ = try store.perform(command, on: placement, as: Fixture.school, at: Fixture.moment())
      }
    }
  }

  @Test func everyPartOfEveryAgendaIsThatOfASlowList() throws {
    let folder = try StoreFolder()
    let store = try folder.filled(60, running: true)
    let placements = try (1...60).map(store.placement)
    try live(store, placements)
    let own = try store.records(placements[3], as: Fixture.school).records
    guard case .one(let contact) = try store.findPerson("Docent 5", party: .school) else {
      Issue.record("no Docent 5")
      return
    }
    let viewers = [
      Fixture.school, contact, Viewer(party: .student, name: "S", scope: .student(own.student.id)),
      Viewer(party: .employer, name: "E", scope: .employer(own.currentLink?.employer ?? 0)),
    ]
    let kinds = Set(try everyLine(store, as: Fixture.school, placements).map(\.row.line.kind))
    #expect(kinds.isSuperset(of: [.item, .endDate, .startDate, .intendedReturn, .handling]))
    for viewer in viewers {
      let lines = try everyLine(store, as: viewer, placements)
      for party in [nil, Party.student, .school, .employer] {
        for mine in [false, true] {
          for (from, until) in [(nil, nil), (today, nil), (today.adding(days: -30), today.adding(days: 27))] {
            let query = AgendaQuery(party: party, mine: mine, from: from, until: until)
            let expected = rows(lines, query, as: viewer)
            let note = Comment(rawValue: "\(viewer) \(query)")
            let whole = try store.agenda(query, as: viewer, offset: 0, limit: 10_000, today: today)
            #expect(whole.rows == expected, note)
            #expect(whole.total == expected.count, note)
            let part = try store.agenda(query, as: viewer, offset: 7, limit: 20, counted: false, today: today)
            #expect(part.rows == Array(expected.dropFirst(7).prefix(20)) && part.total == nil, note)
            let place = try store.agendaPosition(of: today.adding(days: 8), in: query, as: viewer, today: today)
            #expect(place == expected.count { $0.line.day < today.adding(days: 8) }, note)
            var paged: [AgendaRow] = []
            while true {
              let next = try store.agendaRows(query, as: viewer, after: paged.last, limit: 40, today: today)
              if next.isEmpty { break }
              paged += next
            }
            #expect(paged == expected, note)
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
