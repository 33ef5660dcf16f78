import Language
import WerkendLeren

/// What changes when placements are brought to another version of the duties, in words.
public struct ModelMoveWording {
  private let words: Words
  private let old: DutyModel
  private let new: DutyModel
  private let target: Int64
  private let difference: ModelDifference

  /// Compares two versions in a language; `target` is the row of the new one.
  public init(words: Words, from old: DutyModel, to new: DutyModel, target: Int64) {
    self.words = words
    self.old = old
    self.new = new
    self.target = target
    difference = ModelDifference(from: old, to: new)
  }

  /// Line by line: what is added, dropped and reworded, with the words before and after, and what that means for what was confirmed.
  /// - Parameter records: The placement that is to move, to say who of it is asked again; nil where several move.
  public func lines(for records: PlacementRecords? = nil) -> [String] {
    var lines: [String] = []
    func part(_ key: String, _ count: Int) {
      if count > 0 { lines += ["", words(key, ["count": String(count)])] }
    }
    part("move.added", difference.added.count)
    for duty in difference.added {
      lines += ["  \(name(duty))", "    \(duty.full(words))"]
      if duty.gate { lines.append("    ◆ " + words["item.gate"]) }
    }
    part("move.dropped", difference.dropped.count)
    for duty in difference.dropped {
      lines.append("  \(name(duty))")
      if let count = records?.marks.count(where: { $0.duty == duty.id }), count > 0 {
        lines.append("    " + words("move.marksKept", ["count": String(count)]))
      }
    }
    part("move.reworded", difference.reworded.count)
    for change in difference.reworded {
      // The Dutch words count; where the translation stayed as it was, they are shown.
      let isShown = change.before.full(words) != change.after.full(words)
      let texts = [change.before, change.after].map { isShown ? $0.full(words) : $0.dutch }
      lines += [
        "  \(name(change.after))", "    " + words("move.before", ["text": texts[0]]),
        "    " + words("move.after", ["text": texts[1]]),
      ]
      lines += consequence(of: change, records).map { "    " + $0 }
    }
    part("move.changed", difference.changed.count)
    for change in difference.changed {
      lines.append("  \(name(change.after)): \(fields(change).joined(separator: ", "))")
    }
    return lines.isEmpty ? [words["move.sameDuties"]] : Array(lines.dropFirst())
  }

  private func name(_ duty: Duty) -> String {
    "\(duty.short(words)) (\(duty.party.inSentence(words)), \(duty.phase.name(words).lowercased()))"
  }

  /// What a rewording means for those who confirmed.
  private func consequence(of change: ModelDifference.Change, _ records: PlacementRecords?) -> [String] {
    guard change.asksAgain else { return [words["move.keepsMark"]] }
    guard let records else { return [words["move.asksAgain"]] }
    let leading = new.leader(of: change.after).id
    let confirmed = Derivation(records, model: old)[leading]?.confirmed ?? []
    // On the way back these are the words again on which it was confirmed.
    let marks = records.marks.filter { $0.duty == leading && $0.withdrawnOn == nil && $0.model == target }
    let restored = Set(marks.map(\.party))
    // The words of a mirror are those of its owner alone.
    let owners = Party.allCases.filter { leading == change.after.id || $0 == change.after.party }
    func line(_ key: String, _ parties: [Party]) -> [String] {
      parties.isEmpty ? [] : [words(key, ["parties": parties.map { $0.inSentence(words) }.joined(separator: ", ")])]
    }
    let lines =
      line("move.asks", owners.filter { confirmed.contains($0) && !restored.contains($0) })
      + line("move.holdsAgain", owners.filter(restored.contains))
    return lines.isEmpty ? [words["move.asksNobody"]] : lines
  }

  private func fields(_ change: ModelDifference.Change) -> [String] {
    let (before, after) = (change.before, change.after)
    var fields: [String] = []
    if before.shortDutch != after.shortDutch || before.shortEnglish != after.shortEnglish {
      fields.append(words["move.field.short"])
    }
    if before.kind != after.kind { fields.append(words["move.field.kind"]) }
    if before.gate != after.gate { fields.append(words[after.gate ? "move.field.gate" : "move.field.noGate"]) }
    if before.rhythmDays != after.rhythmDays { fields.append(words["move.field.rhythm"]) }
    if before.parties != after.parties || before.party != after.party { fields.append(words["move.field.parties"]) }
    if before.condition != after.condition { fields.append(words["move.field.condition"]) }
    return fields.isEmpty ? [words["move.field.other"]] : fields
  }
}
