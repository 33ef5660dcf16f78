import WerkendLeren

/// Commands on entries in a random world.
extension RandomWorld {
  private mutating func entryContent() -> EntryContent {
    EntryContent(
      kind: random.pick(EntryKind.allCases, or: .meeting), day: day(), people: text(), text: text(),
      followUp: optionalDay(), readers: Circle(rawValue: Int64.random(in: 0...7, using: &random)))
  }

  /// A command on an entry, as wrong as can be.
  mutating func entryCommand() -> Command {
    let entry = random.pick(world.records.entries.map(\.id) + [-1], or: 0)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return .addEntry(duty: random.chance(1, in: 2) ? nil : duty(), party: party(), entryContent())
    case 1: return .editEntry(entry: entry, entryContent())
    case 2: return .closeEntry(entry: entry, outcome: text())
    default: return .reopenEntry(entry: entry, reason: text())
    }
  }

  /// A command on an entry that is likely to be carried out.
  mutating func usefulEntryCommand() -> (Command, Party) {
    let known = world.records.entries.randomElement(using: &random)
    if let known, random.chance(1, in: 2) {
      if known.closedOn != nil { return (.reopenEntry(entry: known.id, reason: "toch niet"), known.party) }
      if random.chance(1, in: 2) { return (.closeEntry(entry: known.id, outcome: "besproken"), .school) }
      let content = EntryContent(
        kind: known.kind, day: known.day, people: known.people, text: known.text + "!", followUp: optionalDay(),
        readers: random.chance(1, in: 2) ? .everyone : [.init(known.party), .init(.school)])
      return (.editEntry(entry: known.id, content), known.party)
    }
    let party = party()
    let circles: [Circle] = [.everyone, [.init(party), .init(.school)], .init(party)]
    return (
      .addEntry(
        duty: random.chance(1, in: 2) ? nil : duty(), party: party,
        EntryContent(
          kind: random.pick(EntryKind.allCases, or: .meeting), day: world.today, text: "gesproken",
          followUp: random.chance(1, in: 3) ? world.today.adding(days: 9) : nil,
          readers: random.pick(circles, or: .everyone))), party
    )
  }
}
