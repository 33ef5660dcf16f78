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
    let text = words("change.\(change.kind.rawValue)", ["duty": duty])
    return text.split(separator: " ").joined(separator: " ")
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

  /// The change in full: when, who, the note, and what stood before and after.
  func details(_ change: ChangeLine) -> [String] {
    var lines = [what(change), words("change.by", ["who": who(change), "when": change.moment])]
    if !change.note.isEmpty { lines.append(words("change.note", ["note": change.note])) }
    if let undone = change.undoes { lines.append(words("change.undoes", ["number": String(undone)])) }
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

  /// The values that say something, in the order in which they stand.
  private func values(_ row: StoredRow?) -> String {
    guard let row else { return words["change.nothing"] }
    let texts = row.values.compactMap { value -> String? in
      switch value {
      case .null, .integer: return nil
      case .text(let text):
        if text.isEmpty { return nil }
        if let day = Day(iso: text) { return dates.short(day, today: nil) }
        return text
      }
    }
    return texts.isEmpty ? "–" : texts.joined(separator: " · ")
  }
}
