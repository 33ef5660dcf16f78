import GRDB
import StateStore
import StateStoreProbe
import Synchronization
import Testing
import WerkendLeren

@Suite struct RegisterTests {
  private let today = Fixture.today

  /// Placements in all states: some moved to another employer, ended, archived, paused, with several workplaces and changing people.
  private func filled(_ folder: StoreFolder, _ count: Int) throws -> Store {
    let store = try folder.open()
    var number = 0
    _ = try store.importPlacements(
      file: "test.csv", as: Fixture.school, at: Fixture.moment(),
      next: {
        guard number < count else { return nil }
        number += 1
        var row = Fixture.row(number, running: number % 2 == 0)
        // Few employers with many placements each.
        if row.employer != nil { row.employer = "Werkgever \(number % 5)" }
        if number % 9 == 0 { row.number = Fixture.row(number - 1).number }
        return row
      })
    let all = try placements(store)
    for (place, placement) in all.enumerated() {
      let records = try store.records(placement, as: Fixture.school).records
      var commands: [Command] = []
      switch place % 8 {
      case 0:
        let from = max(today.adding(days: -20), records.currentLink?.from ?? today)
        commands = [
          .setWorkplace(employer: "Werkgever \(place / 8 % 4)", workplace: "Verhuisd", address: "Kade 1", from: from)
        ]
      case 1:
        commands = [
          .end(.neverStarted, day: today, reason: "x", by: nil),
          .end(.endedEarly, day: today, reason: "x", by: .school),
          .archive(name: records.student.name),
        ]
      case 2: commands = [.end(.endedEarly, day: today, reason: "x", by: .student)]
      case 3: commands = [.pause(from: today, intendedReturn: nil, reason: "x")]
      case 4:
        commands = [
          .setPerson(
            role: .supervisor, PersonContent(name: "Opvolger \(place % 3)", from: today.adding(days: place % 5 - 2)))
        ]
      default: break
      }
      for command in commands {
        _ = try store.perform(command, on: placement, as: Fixture.school, at: Fixture.moment())
      }
    }
    return store
  }

  private func placements(_ store: Store) throws -> [Int64] {
    var all: [Int64] = []
    var next: String? = ""
    while let start = next {
      let page = try store.placements(PlacementSelection(archivedToo: true), as: Fixture.school, from: start)
      all += page.placements.map(\.records.placement.id)
      next = page.next
    }
    return all.sorted()
  }

  // MARK: - What a slow reader finds

  private struct Slow {
    var seen: [PlacementRecords]
    var all: [PlacementRecords]
    var stages: [Int64: Stage]
    let viewer: Viewer
    let today: Day

    func isRunning(_ records: PlacementRecords) -> Bool {
      records.placement.archivedOn == nil && stages[records.placement.id].map(Stage.running.contains) ?? false
    }

    func counts(_ isPlace: (WorkplaceLink) -> Bool) -> PlacementCounts {
      let there = seen.filter { $0.links.contains(where: isPlace) }
      let running = there.count { records in
        isRunning(records) && records.links.contains { isPlace($0) && $0.until == nil }
      }
      return PlacementCounts(running: running, former: there.count - running)
    }

    func workplaces(of employer: Int64) -> [Workplace] {
      let named = Set((viewer.scope == .all || viewer.party == .employer ? all : seen).flatMap(\.workplaces))
      let own = viewer.party == .student ? Set(seen.flatMap(\.links).compactMap(\.workplace)) : nil
      return named.filter { $0.employer == employer && own?.contains($0.id) ?? true }
        .sorted { (Fixture.fold($0.name), $0.id) < (Fixture.fold($1.name), $1.id) }
    }

    func people(of employer: Int64, at workplace: Int64? = nil) -> [RegisterPerson] {
      let persons = Set(all.flatMap(\.persons)).filter { $0.employer == employer }
      return persons.compactMap { person -> RegisterPerson? in
        let own = seen.filter { $0.assignments.contains { $0.person == person.id } }
        if viewer.party == .student, own.isEmpty { return nil }
        let here = own.filter { $0.currentLink?.employer == employer }
        var roles: Set<PersonRole> = []
        var placements = 0
        for records in here where isRunning(records) {
          if let workplace, records.currentLink?.workplace != workplace { continue }
          let now = records.assignments.filter {
            $0.person == person.id && $0.from <= today && $0.until.map { $0 >= today } ?? true
          }
          roles.formUnion(now.map(\.role))
          if !now.isEmpty { placements += 1 }
        }
        if workplace != nil, roles.isEmpty { return nil }
        return RegisterPerson(
          person: person, roles: PersonRole.allCases.filter(roles.contains), placements: placements,
          anchor: here.map(\.placement.id).min())
      }.sorted {
        ($0.roles.isEmpty ? 1 : 0, Fixture.fold($0.person.name), $0.id)
          < ($1.roles.isEmpty ? 1 : 0, Fixture.fold($1.person.name), $1.id)
      }
    }

    func placements(_ subject: RegisterSubject) -> [RegisterPlacement] {
      let found = seen.compactMap { records -> (RegisterPlacement, String)? in
        let placement = records.placement
        let links = records.links.filter { link in
          switch subject {
          case .employer(let id): link.employer == id
          case .workplace(let id): link.workplace == id
          case .student: true
          }
        }
        var from = links.map(\.from).min()
        var isHere = links.contains { $0.until == nil }
        var until = isHere ? placement.endedOn : links.compactMap(\.until).max()
        if case .student(let id) = subject {
          guard records.student.id == id else { return nil }
          (from, isHere, until) = (placement.startedOn ?? placement.start, true, placement.endedOn ?? placement.end)
        } else if links.isEmpty {
          return nil
        }
        return (
          RegisterPlacement(
            id: placement.id, student: records.student.name, programme: placement.programme,
            employer: records.currentEmployer?.name, stage: stages[placement.id] ?? .preparation,
            isArchived: placement.archivedOn != nil, isHere: isHere, from: from, until: until), records.key
        )
      }
      return found.sorted {
        ($0.0.isRunning ? 0 : 1, Fixture.fold($0.0.student), $0.1) < (
          $1.0.isRunning ? 0 : 1, Fixture.fold($1.0.student), $1.1
        )
      }.map(\.0)
    }

    func page(_ subject: RegisterSubject, _ head: RegisterPage.Head) -> RegisterPage {
      var places: [RegisterLine] = []
      var persons: [RegisterPerson] = []
      switch head {
      case .employer(let employer):
        places = workplaces(of: employer.id).map { place in
          .workplace(place, counts { $0.workplace == place.id })
        }
        persons = people(of: employer.id)
      case .workplace(let workplace, _): persons = people(of: workplace.employer, at: workplace.id)
      case .student: break
      }
      let placements = placements(subject)
      let here = placements.filter(\.isHere)
      let running = placements.filter(\.isRunning)
      return RegisterPage(
        head: head, anchor: running.map(\.id).min() ?? here.map(\.id).min(), workplaces: places.count,
        people: persons.count,
        placements: PlacementCounts(running: running.count, former: placements.count - running.count), offset: 0,
        lines: places + persons.map { .person($0) } + placements.map { .placement($0) })
    }
  }

  private func slow(_ store: Store, as viewer: Viewer) throws -> Slow {
    let ids = try placements(store)
    let all = try ids.map { try store.records($0, as: Fixture.school) }
    var stages: [Int64: Stage] = [:]
    for view in all { stages[view.records.placement.id] = Summary(view.records, model: view.model).stage }
    // What the viewer may see of each, but with every link: the list says itself what of them it shows.
    let seen = all.map(\.records).filter(viewer.maySee)
    return Slow(seen: seen, all: all.map(\.records), stages: stages, viewer: viewer, today: today)
  }

  private func viewers(_ store: Store) throws -> [Viewer] {
    let records = try store.records(try placements(store)[7], as: Fixture.school).records
    return [
      Fixture.school, Viewer(party: .student, name: "S", scope: .student(records.student.id)),
      Viewer(party: .employer, name: "E", scope: .employer(records.currentLink?.employer ?? 0)),
    ]
  }

  @Test func everyScreenIsThatOfASlowReaderForEachParty() throws {
    let folder = try StoreFolder()
    let store = try filled(folder, 60)
    #expect(try store.verify() == [])
    for viewer in try viewers(store) {
      let slow = try slow(store, as: viewer)
      var subjects: [RegisterSubject: RegisterPage.Head] = [:]
      let employers = Set(slow.all.flatMap(\.employers))
      for employer in employers {
        let isOwn: Bool =
          switch viewer.scope {
          case .all: true
          case .employer(let id): id == employer.id
          case .student: slow.seen.contains { $0.links.contains { $0.employer == employer.id } }
          }
        if isOwn { subjects[.employer(employer.id)] = .employer(employer) }
        for workplace in isOwn ? slow.workplaces(of: employer.id) : [] {
          subjects[.workplace(workplace.id)] = .workplace(workplace, employer)
        }
      }
      for records in slow.seen { subjects[.student(records.student.id)] = .student(records.student) }
      let everything: [RegisterSubject] =
        employers.map { .employer($0.id) } + Set(slow.all.flatMap(\.workplaces)).map { .workplace($0.id) }
        + Set(slow.all.map(\.student.id)).map { .student($0) } + [.employer(999_999), .workplace(999_999), .student(0)]
      #expect(subjects.count < everything.count)
      for subject in everything {
        let note = Comment(rawValue: "\(viewer.party) \(subject)")
        let page = try store.register(subject, as: viewer, offset: 0, limit: 1000, today: today)
        #expect(page == subjects[subject].map { slow.page(subject, $0) }, note)
        guard let page else { continue }
        var parts: [RegisterLine] = []
        while parts.count < page.total {
          let part = try #require(
            try store.register(subject, as: viewer, offset: parts.count, limit: 3, today: today), note)
          if part.lines.isEmpty { break }
          parts += part.lines
        }
        #expect(parts == page.lines, note)
      }
      let list = try store.employers(as: viewer, offset: 0, limit: 1000)
      let own = employers.filter { subjects[.employer($0.id)] != nil }
        .sorted { (Fixture.fold($0.name), $0.id) < (Fixture.fold($1.name), $1.id) }
      #expect(
        list.lines
          == own.map { employer in
            EmployerLine(
              id: employer.id, name: employer.name,
              workplaces: slow.workplaces(of: employer.id).prefix(EmployerLine.namedWorkplaces).map(\.name),
              placements: slow.counts { $0.employer == employer.id })
          })
      #expect(list.total == own.count && list.lines.contains { $0.placements.former > 0 } || viewer.party == .student)
      let part = try store.employers(as: viewer, offset: 1, limit: 2)
      #expect(part.lines == Array(list.lines.dropFirst().prefix(2)) && part.total == list.total)
    }
  }

  @Test func wordsAreFoundInNamesAsTheyStandThere() throws {
    let folder = try StoreFolder()
    let store = try filled(folder, 40)
    let records = try store.records(try store.placement(4), as: Fixture.school).records
    let employer = try #require(records.currentEmployer)
    _ = try store.perform(
      .renameEmployer(employer.id, name: "100%_zeker\\ \"DROP TABLE\""), on: records.placement.id, as: Fixture.school,
      at: Fixture.moment())
    func found(_ words: String..., viewer: Viewer = Fixture.school) throws -> [Int64] {
      try store.employers(matching: words, as: viewer, offset: 0, limit: 100).lines.map(\.id)
    }
    for word in ["100%_", "zeker\\", "\"drop", "%", "_"] { #expect(try found(word) == [employer.id], "\(word)") }
    #expect(try found("zeker", "100%").count == 1 && found("zeker", "werkgever").isEmpty)
    // A workplace's name finds its employer, for the school alone.
    #expect(try found("verhuisd").count > 1)
    let own = Viewer(party: .employer, name: "E", scope: .employer(employer.id))
    #expect(try found(viewer: own) == [employer.id] && found("zeker", viewer: own) == [employer.id])
    #expect(try found("locatie", viewer: own).isEmpty && found("werkgever", viewer: own).isEmpty)
  }

  @Test func aScreenCostsTheSameNumberOfStatementsHoweverManyPlacementsThereAre() throws {
    func counts(_ size: Int) throws -> [Int] {
      let folder = try StoreFolder()
      let store = try folder.filled(size, running: true)
      let records = try store.records(try store.placement(5), as: Fixture.school).records
      let employer = try #require(records.currentLink?.employer)
      let workplace = try #require(records.currentLink?.workplace)
      let counter = Mutex(0)
      try store.trace { _ in counter.withLock { $0 += 1 } }
      func count(_ work: () throws -> Void) rethrows -> Int {
        counter.withLock { $0 = 0 }
        try work()
        return counter.withLock { $0 }
      }
      func register(_ subject: RegisterSubject) throws -> Int {
        try count {
          let page = try store.register(subject, as: Fixture.school, offset: 0, limit: 60, today: today)
          #expect(page != nil)
        }
      }
      return [
        try count { _ = try store.employers(as: Fixture.school, offset: 0, limit: 60) },
        try count { _ = try store.employers(matching: ["gever", "1"], as: Fixture.school, offset: 20, limit: 60) },
        try register(.employer(employer)), try register(.workplace(workplace)),
        try register(.student(records.student.id)),
      ]
    }
    let few = try counts(10)
    #expect(try counts(isLongRun ? 10_000 : 1200) == few)
    // BEGIN and COMMIT are two of each.
    #expect(few.prefix(2) == [4, 4] && few.suffix(3).allSatisfy { $0 <= 12 })
  }

  @Test func whatPlacementsShareIsNotOverwrittenUnseenFromAnotherPlacement() throws {
    let folder = try StoreFolder()
    let store = try filled(folder, 30)
    let employer = try #require(
      try store.employers(as: Fixture.school, offset: 0, limit: 9).lines.first { $0.placements.running > 1 })
    let page = try #require(
      try store.register(.employer(employer.id), as: Fixture.school, offset: 0, limit: 99, today: today))
    let running = page.lines.compactMap { line -> Int64? in
      if case .placement(let placement) = line, placement.isRunning { placement.id } else { nil }
    }
    let seen = try store.records(running[0], as: Fixture.school).lastChange
    let colleague = try folder.open(session: "colleague")
    _ = try colleague.perform(
      .renameEmployer(employer.id, name: "Van een ander"), on: running[1], as: Fixture.school, at: Fixture.moment())
    let mine = Command.renameEmployer(employer.id, name: "Van mij")
    guard
      case .conflict(let conflict) = try store.perform(
        mine, on: running[0], as: Fixture.school, at: Fixture.moment(), seen: seen)
    else {
      Issue.record("no conflict")
      return
    }
    #expect(conflict.change.kind == .employerRenamed && conflict.change.note == "Van een ander")
    guard case .done = try store.perform(mine, on: running[0], as: Fixture.school, at: Fixture.moment()) else {
      Issue.record("not done")
      return
    }
    #expect(try store.records(running[1], as: Fixture.school).records.currentEmployer?.name == "Van mij")
    #expect(try store.verify() == [])
  }
}
