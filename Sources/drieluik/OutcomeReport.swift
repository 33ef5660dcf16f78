import Language
import WerkendLeren

/// The outcome of a workplace scan as lines and as JSON.
struct OutcomeReport {
  /// The texts.
  let words: Words
  /// The questionnaire that was answered.
  let questionnaire: Questionnaire

  /// What programs read.
  static func json(_ outcome: ScanOutcome) -> String {
    func names(_ ids: [QuestionID]) -> JSONValue { .list(ids.map { .text($0.text) }) }
    let sections = outcome.scores.map { ($0.section, $0.score.map(JSONValue.number) ?? .null) }
    let rules = outcome.rules.map { rule in
      JSONValue.object([("rule", .text(rule.name)), ("questions", names(rule.questions))])
    }
    let value = JSONValue.object([
      ("sections", .object(sections)), ("knockouts", names(outcome.knockouts)),
      ("advice", outcome.advice.map { .text($0.adviceName) } ?? .null), ("rules", .list(rules)),
      ("missing", names(outcome.missing)),
    ])
    return value.written + "\n"
  }

  /// The same for people, one fact a line, with what is proposed to the employer.
  func lines(_ outcome: ScanOutcome) -> [String] {
    var lines = [advice(outcome)]
    for rule in outcome.rules {
      lines.append(words("scan.rule", ["rule": words.rule(rule.rule), "questions": list(rule.questions)]))
    }
    lines += outcome.knockouts.map { words("scan.knockout", ["question": named($0)]) }
    lines += outcome.scores.map(score)
    if !outcome.missing.isEmpty {
      let details = ["count": String(outcome.missing.count), "questions": list(outcome.missing)]
      lines.append(words("scan.missing", details))
    }
    for id in outcome.weakPoints {
      guard let action = questionnaire[id]?.action else { continue }
      lines.append(words("scan.action", ["question": id.text, "action": action.text(words.language)]))
    }
    return lines
  }

  private func advice(_ outcome: ScanOutcome) -> String {
    guard let advice = outcome.advice else { return words("scan.noAdvice") }
    let key = outcome.isProvisional ? "scan.provisional" : "scan.advice"
    return words(key, ["advice": words("decision.\(advice.rawValue)")])
  }

  private func score(_ score: SectionScore) -> String {
    let title = questionnaire.sections.first { $0.id == score.section }?.title.text(words.language) ?? ""
    let section = "\(score.section) \(title)"
    guard let value = score.score else { return words("scan.noScore", ["section": section]) }
    let standing = words("scan.standing.\(questionnaire.standing(of: value).adviceName)")
    return words("scan.score", ["section": section, "score": String(value), "standing": standing])
  }

  private func list(_ ids: [QuestionID]) -> String { ids.map(\.text).joined(separator: ", ") }

  private func named(_ id: QuestionID) -> String {
    "\(id) \(questionnaire[id]?.text.text(words.language) ?? "")"
  }
}
