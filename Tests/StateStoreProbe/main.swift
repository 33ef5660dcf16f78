// A second process for the store's tests: opens a store, changes it, and says so.
import StateStore
import WerkendLeren

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

func say(_ text: String) {
  let bytes = Array((text + "\n").utf8)
  _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
}

/// `notes STORE PLACEMENT COUNT NAME`: writes notes, one acknowledged line each; a count of 0 goes on for ever.
func writeNotes(_ store: Store, _ placement: Int64, _ count: Int, _ name: String) throws {
  var number = 0
  while count == 0 || number < count {
    number += 1
    let done = try store.perform(
      .addNote(duty: nil, text: "\(name) \(number)"), on: placement, as: .school(name: name), at: Fixture.moment())
    guard case .done(let change, _) = done else {
      say("refused")
      exit(1)
    }
    say("\(change) \(name) \(number)")
  }
}

/// `groups STORE PLACEMENTS COUNT NAME`: writes the same note to the first placements at once, one acknowledged line each; a count of 0 goes on
/// for ever.
func writeGroups(_ store: Store, _ placements: [Int64], _ count: Int, _ name: String) throws {
  var number = 0
  while count == 0 || number < count {
    number += 1
    let note = GroupCommand.same(.addNote(duty: nil, text: "\(name) \(number)"))
    let ending = try store.performGroup(
      placements.map { (placement: $0, command: note) }, as: .school(name: name), at: Fixture.moment())
    guard case .done(let result) = ending else {
      say("not done")
      exit(1)
    }
    say("done \(number) \(result.done.count)")
  }
}

let arguments = CommandLine.arguments
do {
  switch arguments.dropFirst().first {
  case "notes" where arguments.count == 6:
    let store = try Fixture.open(arguments[2])
    try writeNotes(store, Int64(arguments[3]) ?? 0, Int(arguments[4]) ?? 0, arguments[5])
  case "groups" where arguments.count == 6:
    let store = try Fixture.open(arguments[2])
    let placements = try (1...(Int(arguments[3]) ?? 1)).compactMap { number -> Int64? in
      let row = Fixture.row(number)
      guard case .one(let id) = try store.find("\(row.number)/\(row.programme)", as: Fixture.school) else { return nil }
      return id
    }
    try writeGroups(store, placements, Int(arguments[4]) ?? 0, arguments[5])
  case "confirm" where arguments.count == 5:
    let store = try Fixture.open(arguments[2])
    let done = try store.perform(
      .confirm(duty: DutyID(arguments[4]), party: .school, day: Fixture.today, note: ""),
      on: Int64(arguments[3]) ?? 0, as: Fixture.school, at: Fixture.moment())
    if case .done = done { say("done") } else { say("refused") }
  case "open" where arguments.count == 3:
    let store = try Fixture.open(arguments[2])
    say(store.isReadOnly ? "read-only" : "open")
    _ = try store.status(today: Fixture.today, as: Fixture.school)
    let done = try store.perform(
      .addNote(duty: nil, text: "x"), on: 1, as: Fixture.school, at: Fixture.moment())
    say("\(done)")
  default:
    say("usage")
    exit(64)
  }
} catch let problem as StoreProblem {
  say("problem \(problem.kind.rawValue) \(problem.exitCode)")
  exit(problem.exitCode)
} catch {
  say("\(error)")
  exit(70)
}
