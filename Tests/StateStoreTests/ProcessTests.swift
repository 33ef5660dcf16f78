import StateStore
import StateStoreProbe
import Testing
import WerkendLeren

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite(.serialized) struct ProcessTests {
  private let viewer = Fixture.school

  @Test func everyAcknowledgedChangeSurvivesBeingKilled() throws {
    let folder = try StoreFolder()
    try folder.filled(2).close()
    let placement = try folder.open().placement(1)
    var random = SeededGenerator(seed: 9)
    for round in 0..<(isLongRun ? 100 : 20) {
      let probe = try ProbeProcess(["notes", folder.store, String(placement), "0", "r\(round)"])
      // The first line is there; then it dies at some moment.
      let first = probe.some(4096)
      usleep(UInt32.random(in: 0...30_000, using: &random))
      probe.killAtOnce()
      let said = String(decoding: first, as: UTF8.self).split(separator: "\n").map(String.init) + probe.lines()
      #expect(probe.wait() == 128 + SIGKILL)
      let store = try folder.open()
      #expect(try store.verify() == [], "round \(round)")
      let notes = Set(try store.records(placement, as: viewer).records.notes.map(\.text))
      #expect(!said.isEmpty)
      for line in said {
        let parts = line.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[1].split(separator: " ").count == 2 else { continue }
        #expect(notes.contains(String(parts[1])), "round \(round): \(line)")
      }
      try store.close()
    }
  }

  @Test func manyWritersLoseNothing() throws {
    let folder = try StoreFolder()
    try folder.filled(2).close()
    let store = try folder.open()
    let placement = try store.placement(1)
    let before = try store.lastChange()
    let each = isLongRun ? 200 : 25
    let probes = try (0..<6).map { number in
      try ProbeProcess(["notes", folder.store, String(placement), String(each), "w\(number)"])
    }
    var changes: [Int64] = []
    for probe in probes {
      let lines = probe.lines()
      #expect(probe.wait() == 0)
      #expect(lines.count == each)
      changes += lines.compactMap { line in line.split(separator: " ").first.flatMap { Int64($0) } }
    }
    // Each change has a place of its own in one order, and each row stands.
    #expect(changes.sorted() == Array(before + 1...before + Int64(6 * each)))
    let notes = try store.records(placement, as: viewer).records.notes
    #expect(Set(notes.map(\.text)).count == 6 * each)
    #expect(try store.verify() == [])
  }

  @Test func ofTwoWhoConfirmTheSameAtOnceOneIsToldSo() throws {
    let folder = try StoreFolder()
    try folder.filled(2).close()
    let store = try folder.open()
    let placement = try store.placement(1)
    let duty = "school.preparation.information"
    let probes = try (0..<4).map { _ in try ProbeProcess(["confirm", folder.store, String(placement), duty]) }
    let said = probes.flatMap { $0.lines() }
    probes.forEach { $0.wait() }
    #expect(said.sorted() == ["done", "refused", "refused", "refused"])
    #expect(try store.records(placement, as: viewer).records.marks.count == 1)
  }

  @Test func manyWhoOpenANewStoreAtOnceShareIt() throws {
    for _ in 0..<(isLongRun ? 40 : 6) {
      let folder = try StoreFolder()
      let probes = try (0..<6).map { _ in try ProbeProcess(["open", folder.store]) }
      for probe in probes {
        // There is no placement 1 yet, and that is what it says.
        #expect(probe.lines() == ["open", "problem noSuchPlacement 65"])
        probe.wait()
      }
    }
  }
}
