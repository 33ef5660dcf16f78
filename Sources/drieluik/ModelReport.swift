import Exchange
import Language
import WerkendLeren

/// A responsibilities model as lines and as JSON, and how two of them differ.
struct ModelReport {
  /// The texts.
  let words: Words

  /// The duties by party and phase, with their kinds.
  func lines(_ model: DutyModel) -> [String] {
    var lines = [words("model.name", ["name": model.name, "count": String(model.duties.count)])]
    for party in Party.allCases {
      for phase in Phase.allCases {
        let duties = model.duties.filter { $0.party == party && $0.phase == phase }
        guard !duties.isEmpty else { continue }
        lines += ["", "\(words("party.\(party.rawValue)")), \(words("phase.\(phase.rawValue)").lowercased())"]
        for duty in duties {
          let kinds = duty.kindNames.map { words("kind.\($0)") }.joined(separator: ", ")
          lines.append("- \(short(duty)) (\(kinds)) [\(duty.id.text)]")
          lines.append("  \(words.language == .english ? duty.english : duty.dutch)")
        }
      }
    }
    return lines
  }

  /// The list that programs read: one object a duty.
  static func json(_ model: DutyModel) -> String {
    JSONValue.list(model.duties.map(value)).written + "\n"
  }

  /// One duty, for programs.
  static func value(_ duty: Duty) -> JSONValue {
    .object([
      ("id", .text(duty.id.text)), ("party", .text(duty.party.rawValue)), ("phase", .text(duty.phase.rawValue)),
      ("kinds", .list(duty.kindNames.map { .text($0) })), ("short_nl", .text(duty.shortDutch)),
      ("short_en", .text(duty.shortEnglish)), ("nl", .text(duty.dutch)), ("en", .text(duty.english)),
    ])
  }

  /// That a file is sound, and what it holds.
  func sound(_ file: String, _ loaded: LoadedModel) -> [String] {
    let key = loaded.isBasedOnBuiltIn ? "model.soundBased" : "model.sound"
    let count = String(loaded.model.duties.count)
    return [words(key, ["file": file, "name": loaded.model.name, "count": count])]
  }

  /// What one model adds, changes and hides against another, a line each.
  func differences(from old: DutyModel, to new: DutyModel) -> [String] {
    var lines: [String] = []
    for duty in new.duties {
      guard let before = old[duty.id] else {
        lines.append(words("model.adds", ["duty": short(duty), "id": duty.id.text]))
        continue
      }
      if before != duty { lines.append(words("model.changes", ["duty": short(duty), "id": duty.id.text])) }
    }
    for duty in old.duties where new[duty.id] == nil {
      lines.append(words("model.hides", ["duty": short(duty), "id": duty.id.text]))
    }
    return lines.isEmpty ? [words("model.noDifference")] : lines
  }

  private func short(_ duty: Duty) -> String { words.language == .english ? duty.shortEnglish : duty.shortDutch }
}
