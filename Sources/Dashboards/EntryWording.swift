import Language
import WerkendLeren

extension EntryKind {
  /// The kind in words, as it stands within a sentence.
  public func name(_ words: Words) -> String { words("entry.kind.\(rawValue)") }

  /// The kind as a heading: with a capital.
  func title(_ words: Words) -> String {
    let name = name(words)
    return name.prefix(1).uppercased() + name.dropFirst()
  }
}

extension Circle {
  /// The parties in words: "student-werknemer en hogeschool".
  public func names(_ words: Words) -> String {
    let names = parties.map { $0.inSentence(words) }
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return words("entry.and", ["first": names.dropLast().joined(separator: ", "), "last": last])
  }

  /// Who reads along and who does not, in a sentence.
  func sentence(_ words: Words) -> String {
    let missing = Circle.everyone.subtracting(self)
    if missing.isEmpty { return words["entry.circle.everyone"] }
    if parties.count == 1 { return words("entry.circle.one", ["party": names(words)]) }
    return words("entry.circle.without", ["parties": names(words), "missing": missing.names(words)])
  }

  /// The parties' letters, a point for who does not read along: `S H ·`.
  func letters(_ words: Words) -> String {
    Party.allCases.map { contains($0) ? $0.letter(words) : "·" }.joined(separator: " ")
  }
}

extension ItemWording {
  /// What an entry is called in a list: its kind, and the letter of whose it is, if not the school's.
  func name(of entry: Entry) -> String {
    entry.kind.title(words) + (entry.party == .school ? "" : " (\(entry.party.letter(words)))")
  }

  /// The text at the right of its line: when it is due, or when it was closed; empty for what asks nothing.
  func value(of entry: Entry, _ handling: Handling?) -> String {
    if let day = entry.closedOn { return words("entry.closed.short", ["day": self.day(day)]) }
    guard let handling else { return "" }
    return handling.due.map(distance) ?? words["state.open"]
  }

  /// The state of an entry in words, for the line below the title.
  func state(of entry: Entry, _ handling: Handling?, viewer: Party) -> String {
    if let day = entry.closedOn { return words("entry.closed.short", ["day": dates.short(day, today: nil)]) }
    guard let handling else { return words["entry.asksNothing"] }
    let state = handling.state(on: today, for: viewer)
    guard let due = handling.due else { return state.word(words) }
    let distance = dates.distance(to: due, today: today, form: .long)
    return state == .overdue ? distance : "\(state.word(words)) · \(distance)"
  }

  /// An entry as an item's screen lists it: what it says, and who reads along.
  func lines(_ entry: Entry, _ handling: Handling?, viewer: Party) -> [String] {
    let sign = handling?.state(on: today, for: viewer).sign ?? (entry.closedOn == nil ? " " : ItemState.done.sign)
    let parts = [day(entry.day), name(of: entry), value(of: entry, handling)]
    let first = entry.text.split(separator: "\n").first.map(String.init) ?? ""
    return [
      "  \(sign) " + parts.filter { !$0.isEmpty }.joined(separator: " · ") + ": " + first,
      "    " + words("entry.readBy", ["parties": entry.readers.sentence(words)]),
    ]
  }
}

/// Everything about one entry, line by line.
struct EntryText {
  let entry: Entry
  let snapshot: PlacementSnapshot
  let context: ScreenContext
  let history: [ChangeLine]

  private var words: Words { context.words }
  private var wording: ItemWording { context.wording }

  /// What it asks of the school; nil for nothing.
  var handling: Handling? { snapshot.derivation.handlings.first { $0.id == entry.id } }

  /// The state in words, for the line below the title.
  var stateLine: String { wording.state(of: entry, handling, viewer: context.viewer.party) }

  /// All lines, not yet wrapped.
  var lines: [String] {
    var lines = [entry.text, ""]
    lines.append(words("entry.day", ["day": wording.dates.long(entry.day)]))
    lines.append(whose)
    if !entry.people.isEmpty { lines.append(words("entry.people", ["people": entry.people])) }
    lines.append(words("entry.readers", ["readers": entry.readers.sentence(words)]))
    if let duty = entry.duty.flatMap({ snapshot.model[$0] }) {
      lines.append(words("entry.duty", ["duty": "\(duty.short(words)) (\(duty.party.inSentence(words)))"]))
    }
    if let day = entry.followUp { lines.append(words("entry.followUp", ["day": wording.dates.long(day)])) }
    if let due = handling?.due { lines.append(words("entry.due", ["day": wording.dates.long(due)])) }
    if let day = entry.closedOn {
      lines += [
        "", words("entry.closed", ["day": wording.dates.long(day), "by": entry.closedBy ?? ""]), entry.outcome,
      ]
    } else if entry.kind.asksForHandling {
      lines += ["", words[context.viewer.party == .school ? "entry.handleIt" : "entry.schoolHandles"]]
    }
    let changes = HistoryWording(words: words, today: context.today, model: snapshot.model)
    lines += ["", words["item.history"]]
    return lines
      + history.map { change in
        "  " + changes.line(change) + (change.kind == .entryReopened ? ": \"\(change.note)\"" : "")
      }
  }

  private var whose: String {
    let party = entry.party.inSentence(words)
    guard entry.byParty != entry.party else { return words("entry.whose", ["party": party, "by": entry.by]) }
    return words("entry.whose.onBehalf", ["party": party, "by": entry.by])
  }
}
