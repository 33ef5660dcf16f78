import WerkendLeren

extension RandomCommands {
  /// A command on an entry: a new one, or one on the last.
  static func entryCommand(
    for records: PlacementRecords, today: Day, using generator: inout some RandomNumberGenerator
  ) -> Command {
    func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &generator)] }
    func near(_ range: ClosedRange<Int>) -> Day { today.adding(days: Int.random(in: range, using: &generator)) }
    guard let entry = records.entries.last, Bool.random(using: &generator) else {
      let party = pick(Party.allCases)
      return .addEntry(
        duty: pick([nil, pick(Fixture.model.duties).id]), party: party,
        EntryContent(
          kind: pick(EntryKind.allCases), day: near(-9...0), people: pick(["", "Sanne"]), text: "said \"so\"",
          followUp: pick([nil, near(0...30)]), readers: pick([.everyone, [.init(party), .init(.school)]])))
    }
    if entry.closedOn != nil { return .reopenEntry(entry: entry.id, reason: "not yet") }
    if Bool.random(using: &generator) { return .closeEntry(entry: entry.id, outcome: "done") }
    return .editEntry(
      entry: entry.id,
      EntryContent(
        kind: entry.kind, day: entry.day, people: entry.people, text: entry.text, followUp: near(0...30),
        readers: pick([entry.readers, [.init(entry.party), .init(.school)]])))
  }
}
