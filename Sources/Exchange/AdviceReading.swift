import WerkendLeren

/// Reads the rows of the advice, in which the worst comes first.
struct AdviceReading {
  /// What a row advises, by its word in the file.
  enum Word: String, CaseIterable {
    case notYet = "not_yet"
    case conditional

    var decision: ScanDecision { self == .notYet ? .notYetSuitable : .suitableWithConditions }
  }

  /// The questions that rules may name.
  let checks: QuestionChecks

  /// Reads them; what could not be read is left out.
  func read(_ entry: YAMLEntry, _ fields: inout YAMLFields) -> [AdviceRow] {
    var rows: [AdviceRow] = []
    var names: [String: Int] = [:]
    guard let members = fields.list(entry.value, "advice") else { return [] }
    if members.isEmpty { fields.refuse(entry.line, "advice", "emptyField") }
    for member in members {
      guard let entries = fields.map(member, "advice", known: ["advice", "rules"]) else { continue }
      for name in ["advice", "rules"] where !entries.contains(where: { $0.key == name }) {
        fields.refuse(member.line, "advice.\(name)", "missing", ["key": name])
      }
      guard let named = entries.first(where: { $0.key == "advice" }),
        let word = fields.choice(named.value, "advice.advice", Word.self)
      else { continue }
      if rows.contains(where: { $0.advice == word.decision }) || (word == .notYet && !rows.isEmpty) {
        fields.refuse(named.line, "advice.advice", "questionnaire.adviceOrder", ["text": word.rawValue])
      }
      var row = AdviceRow(word.decision, [])
      let path = "advice.\(word.rawValue)"
      if let entry = entries.first(where: { $0.key == "rules" }), let members = fields.list(entry.value, path) {
        if members.isEmpty { fields.refuse(entry.line, path, "emptyField") }
        for member in members {
          guard let rule = rule(member, path, &fields) else { continue }
          if let first = names[rule.name] {
            let details = ["text": rule.name, "first": String(first)]
            fields.refuse(member.line, path, "questionnaire.ruleTwice", details)
          }
          names[rule.name] = member.line
          row.rules.append(rule)
        }
      }
      rows.append(row)
    }
    return rows
  }

  private func rule(_ node: YAMLNode, _ path: String, _ fields: inout YAMLFields) -> AdviceRule? {
    guard let entries = fields.map(node, path, known: ["rule", "value", "if"]) else { return nil }
    func entry(_ key: String) -> YAMLEntry? { entries.first { $0.key == key } }
    guard let named = entry("rule") else {
      fields.refuse(node.line, YAMLFields.path(path, "rule"), "missing", ["key": "rule"])
      return nil
    }
    guard let name = fields.text(named.value, YAMLFields.path(path, "rule"), limit: 100) else { return nil }
    let inside = YAMLFields.path(path, YAMLSource.shown(name))
    let wanted = ["knockout": nil, "section_below": "value", "level": "value"][name, default: "if"]
    for entry in entries where entry.key != "rule" && entry.key != wanted {
      let details = ["rule": YAMLSource.shown(name), "field": entry.key]
      fields.refuse(entry.line, YAMLFields.path(inside, entry.key), "questionnaire.notForRule", details)
      return nil
    }
    if name == "knockout" { return .knockout }
    guard let wanted, let given = entry(wanted) else {
      if wanted == "if" {
        let details = ["text": YAMLSource.shown(name), "choices": "knockout, section_below, level"]
        fields.refuse(named.line, inside, "questionnaire.ruleUnknown", details)
      } else {
        fields.refuse(node.line, YAMLFields.path(inside, "value"), "missing", ["key": "value"])
      }
      return nil
    }
    let field = YAMLFields.path(inside, wanted)
    switch name {
    case "section_below": return fields.number(given.value, field, in: 1...100).map { .sectionBelow($0) }
    case "level": return fields.number(given.value, field, in: 1...3).map { .level($0) }
    default: return answers(name, named, given, field, &fields)
    }
  }

  private func answers(
    _ name: String, _ named: YAMLEntry, _ given: YAMLEntry, _ field: String, _ fields: inout YAMLFields
  ) -> AdviceRule? {
    guard QuestionnaireFile.isName(name) else {
      fields.refuse(named.line, field, "questionnaire.badID", ["text": YAMLSource.shown(name)])
      return nil
    }
    guard let condition = fields.condition(given.value, field) else { return nil }
    let before = fields.problems.count
    checks.check(condition, given.line, field, .all, &fields)
    guard fields.problems.count == before else { return nil }
    if !condition.questions.contains(where: { checks[$0]?.has("action") ?? false }) {
      let ids = condition.questions.sorted().map(\.text).joined(separator: ", ")
      fields.refuse(given.line, field, "questionnaire.actionMissing", ["id": ids])
    }
    return .answers(name: name, condition)
  }
}
