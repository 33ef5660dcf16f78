import Language
import WerkendLeren

/// A condition of a workplace scan in words.
struct ConditionWording {
  let words: Words
  let today: Day

  private var dates: DateWords { DateWords(words) }

  /// What has to be done, by whom, by when, and how far it is.
  func line(_ condition: ScanCondition) -> String {
    "\(condition.text) (\(facts(condition).joined(separator: " · ")))"
  }

  /// The owner, the due date, whether it goes before the start, and how far it is.
  func facts(_ condition: ScanCondition) -> [String] {
    var facts = [
      condition.owner.inSentence(words), words("condition.due", ["day": dates.short(condition.due, today: nil)]),
    ]
    if condition.beforeStart { facts.append(words["condition.beforeStart"]) }
    return facts + [state(condition)]
  }

  /// How far it is: open, met, accepted.
  func state(_ condition: ScanCondition) -> String {
    if let day = condition.acceptedOn {
      return words("condition.accepted", ["day": dates.short(day, today: today), "by": condition.acceptedBy])
    }
    if let day = condition.metOn {
      return words("condition.met", ["day": dates.short(day, today: today), "by": condition.metBy])
    }
    return condition.due < today ? dates.distance(to: condition.due, today: today, form: .long) : words["state.open"]
  }

  /// How far it is, in a list: when it is due, that it is met, or when it was accepted.
  func short(_ condition: ScanCondition, due: Day? = nil) -> String {
    if let day = condition.acceptedOn {
      return words("condition.accepted.short", ["day": dates.short(day, today: today)])
    }
    if condition.metOn != nil { return words["condition.met.short"] }
    return ItemWording(words: words, today: today).distance(due ?? condition.due)
  }

  /// Everything about it, a fact a line.
  func details(_ condition: ScanCondition) -> [String] {
    var lines = facts(condition).dropLast().map { $0.prefix(1).uppercased() + $0.dropFirst() }
    if let question = condition.question { lines.append(words("condition.question", ["question": question.text])) }
    if let day = condition.metOn {
      let isOther = condition.metParty != nil && condition.metParty != condition.owner
      let name =
        isOther
        ? words("change.onBehalf", ["actor": condition.metBy, "party": condition.owner.inSentence(words)])
        : condition.metBy
      lines.append(
        words("condition.metOn", ["day": dates.short(day, today: nil), "by": name])
          + (condition.metNote.isEmpty ? "" : ": \"\(condition.metNote)\""))
    }
    if let day = condition.acceptedOn {
      lines.append(
        words("condition.acceptedOn", ["day": dates.short(day, today: nil), "by": condition.acceptedBy]))
    } else if condition.metOn != nil {
      lines.append(words["condition.toAccept"])
    }
    return lines
  }

  /// Its state on a day for a viewer's party, as it stands on the checklist of a running placement.
  static func state(_ condition: ScanCondition, on today: Day, for viewer: Party) -> ItemState {
    ConditionItem(
      condition: condition, rawDue: condition.due, due: condition.acceptedOn == nil ? condition.due : nil, frozenOn: nil
    ).state(on: today, for: viewer)
  }
}
