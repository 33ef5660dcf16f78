import Language
import WerkendLeren

/// Changes in words.
struct HistoryWording {
  let words: Words
  let today: Day
  let model: DutyModel?

  private var dates: DateWords { DateWords(words) }

  /// What was done, such as `Begeleiding bevestigd`.
  func what(_ change: ChangeLine) -> String {
    let duty = change.duty.flatMap { model?[$0] }?.short(words) ?? change.duty?.text ?? ""
    let entry = entry(change)
    let kind = entry?.kind.name(words) ?? words["table.entry"].lowercased()
    // What was undone of an entry has no other name than its kind.
    let name = duty.isEmpty && entry != nil ? kind : duty
    let text = words(ended(change) ?? "change.\(change.kind.rawValue)", ["duty": name, "entry": kind])
    return text.split(separator: " ").joined(separator: " ")
  }

  /// The text that says how a placement ended; nil for other changes.
  private func ended(_ change: ChangeLine) -> String? {
    guard change.kind == .ended,
      let row = change.rows.compactMap({ $0.after }).first(where: { $0.table == .placement }),
      let ending = Placement(id: row.id, values: row.values)?.ending
    else { return nil }
    return "change.ended.\(ending.stage.rawValue)"
  }

  /// The entry that a change is about, as it is or was.
  private func entry(_ change: ChangeLine) -> Entry? {
    change.rows.lazy.compactMap { $0.after ?? $0.before }.first { $0.table == .entry }
      .flatMap { Entry(id: $0.id, values: $0.values) }
  }

  /// Who did it, and for whom.
  func who(_ change: ChangeLine) -> String {
    guard let party = change.onBehalfOf else { return change.actor }
    return words("change.onBehalf", ["actor": change.actor, "party": party.inSentence(words)])
  }

  /// When it was recorded.
  func when(_ change: ChangeLine) -> String { dates.moment(change.moment, today: today) }

  /// One line: who, what, when.
  func line(_ change: ChangeLine) -> String {
    words("change.line", ["who": who(change), "what": what(change), "when": when(change)])
  }

  /// The reason or note that was given.
  func note(_ change: ChangeLine) -> String {
    guard [.scanAdded, .scanDecided].contains(change.kind), let decision = ScanDecision(rawValue: change.note) else {
      return change.note
    }
    return decision.short(words)
  }

  /// The change in full: when, who, the note, and what stood before and after.
  func details(_ change: ChangeLine) -> [String] {
    var lines = [what(change), words("change.by", ["who": who(change), "when": moment(change.moment)])]
    if !change.note.isEmpty { lines.append(words("change.note", ["note": note(change)])) }
    if change.undoes != nil { lines.append(words["change.undoes"]) }
    for row in change.rows {
      lines.append("")
      lines.append(words("change.row", ["table": table(row)]))
      lines.append(words("change.before", ["values": values(row.before)]))
      lines.append(words("change.after", ["values": values(row.after)]))
    }
    return lines
  }

  private func table(_ row: RecordChange) -> String {
    guard let table = row.after?.table ?? row.before?.table else { return "" }
    return words("table.\(table.rawValue)")
  }

  /// The values that say something to a person, in the order in which they stand.
  private func values(_ row: StoredRow?) -> String {
    guard let row else { return words["change.nothing"] }
    let columns = row.table.columns
    let texts = row.values.enumerated().compactMap { place, value -> String? in
      let column = columns.indices.contains(place) ? columns[place] : ""
      if case .integer(let number) = value, row.table == .entry, column == "readers" {
        return words("entry.readBy", ["parties": Circle(rawValue: number).names(words)])
      }
      guard case .text(let text) = value, !text.isEmpty else { return nil }
      return said(text, column: column, of: row.table)
    }
    return texts.isEmpty ? "–" : texts.joined(separator: " · ")
  }

  /// One stored text in words; nil where it names something of the store alone.
  private func said(_ text: String, column: String, of table: RecordTable) -> String? {
    if column == "asked_on" || column == "follow_up_set" { return nil }
    if let day = Day(iso: text) { return dates.short(day, today: nil) }
    switch column {
    case "kind" where table == .entry: return EntryKind(rawValue: text)?.name(words) ?? text
    case "form", "question": return column == "form" ? nil : text
    case "state": return words["scanState.\(text)"]
    case "duty": return model?[DutyID(text)]?.short(words) ?? text
    case "party", "by_party", "ended_by": return Party(rawValue: text)?.inSentence(words)
    case "moment": return moment(text)
    case "decision": return ScanDecision(rawValue: text)?.short(words) ?? text
    case "role": return PersonRole(rawValue: text).map { words[$0 == .supervisor ? "role.supervisor" : "role.contact"] }
    case "ending":
      return Ending(rawValue: text)?.stage.name(words) ?? text
    case "added", "dropped", "reworded":
      return text.split(separator: " ").map { model?[DutyID(String($0))]?.short(words) ?? String($0) }
        .joined(separator: ", ")
    case "record_table": return RecordTable(rawValue: text).map { words("table.\($0.rawValue)") }
    default: return text
    }
  }

  private func moment(_ text: String) -> String {
    guard let day = Day(iso: text.prefix(10)), text.count >= 16 else { return text }
    return "\(dates.long(day)), \(text.dropFirst(11).prefix(5))"
  }
}
