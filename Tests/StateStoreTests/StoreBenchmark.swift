import StateStore
import StateStoreProbe
import Testing
import WerkendLeren

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Times what a screen waits for. Runs only where `DRIELUIK_BENCHMARK` is set to the numbers of placements; decides nothing.
@Suite(.serialized, .enabled(if: getenv("DRIELUIK_BENCHMARK") != nil)) struct StoreBenchmark {
  @Test func timesOfWindowsFiltersAndStatus() throws {
    let sizes = getenv("DRIELUIK_BENCHMARK").map { String(cString: $0) } ?? ""
    for size in sizes.split(separator: ",").compactMap({ Int($0) }) {
      let folder = try StoreFolder()
      let clock = ContinuousClock()
      let store = try folder.open()
      let first = try clock.measure { try store.fill(size, running: true) }
      let second = try clock.measure { try store.fill(size, running: true) }
      print("\(size): import \(first), again \(second)")
      func time(_ name: String, _ work: () throws -> Void) throws {
        try work()
        let times = try (0..<7).map { _ in try clock.measure(work) }.sorted()
        print("\(size): \(name) \(times[3])")
      }
      let viewer = Fixture.school
      let today = Fixture.today
      func window(_ query: OverviewQuery, _ offset: Int = 0) throws {
        _ = try store.window(query, as: viewer, offset: offset, limit: 20, today: today)
      }
      try time("window") { try window(OverviewQuery()) }
      try time("window at the end") { try window(OverviewQuery(), size - 20) }
      try time("filter that matches much") { try window(OverviewQuery(words: ["student"])) }
      try time("filter that matches few") { try window(OverviewQuery(words: ["student 12 "])) }
      try time("filter that matches nothing") { try window(OverviewQuery(words: ["zzzz"])) }
      try time("filter by gate and stage") {
        try window(
          OverviewQuery(stages: [.preparation], failingGate: DutyID("school.preparation.agreement")))
      }
      try time("filter by overdue, nothing") { try window(OverviewQuery(words: ["zzzz"], overdue: true)) }
      try time("status") { _ = try store.status(today: today, as: viewer) }
      let placement = try store.placement(5)
      try time("records") { _ = try store.records(placement, as: viewer) }
      try time("position") {
        _ = try store.position(of: placement, in: OverviewQuery(), as: viewer, today: today)
      }
      try time("mine") { _ = try store.mineRows(viewer, limit: 50, today: today) }
      if case .one(let noor) = try store.findPerson("Docent 5", party: .school) {
        try time("status, mine") { _ = try store.status(today: today, as: noor, mine: true) }
        try time("window, mine") {
          _ = try store.window(OverviewQuery(mine: true), as: noor, offset: 0, limit: 20, today: today)
        }
      }
      var count = 0
      try time("note") {
        count += 1
        _ = try store.perform(
          .addNote(duty: nil, text: "n\(count)"), on: placement, as: viewer, at: Fixture.moment())
      }
      let group = try (1...min(1000, size)).map { number in
        (placement: try store.placement(number), command: GroupCommand.same(.addNote(duty: nil, text: "g")))
      }
      try time("group of \(group.count), tried") {
        _ = try store.performGroup(group, as: viewer, at: Fixture.moment(), isTrial: true)
      }
      try time("group of \(group.count), done and taken back") {
        _ = try store.performGroup(group, as: viewer, at: Fixture.moment())
        _ = try store.undo(as: viewer, at: Fixture.moment())
      }
      try time("open") { _ = try folder.open() }
      var findings: [String] = []
      let whole = try clock.measure { findings = try store.verify() }
      #expect(findings == [])
      print("\(size): verify \(whole)")
    }
  }
}
