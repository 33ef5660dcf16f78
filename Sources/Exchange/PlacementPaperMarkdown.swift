extension PlacementPaper {
  /// As Markdown (CommonMark, with tables as GitHub knows them). Nothing that stands in it is taken for more than text.
  public var markdown: String {
    var lines: [String] = []
    func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
    func block(_ more: String...) { lines += [""] + more }
    func table(_ heads: [String], _ rows: [[String]]) {
      lines += ["", "| " + heads.map(escaped).joined(separator: " | ") + " |"]
      lines.append("|" + String(repeating: " --- |", count: heads.count))
      lines += rows.map { "| " + $0.map(escaped).joined(separator: " | ") + " |" }
    }
    lines.append("# \(escaped(title))")
    block(escaped(subtitle))
    table([labels.document, ""], facts.map { [$0.name, $0.value] })
    for notice in notices { block("> " + escaped(notice)) }
    for party in parties {
      block("## \(escaped(party.name))", "")
      lines += party.people.map { person in
        "- **\(escaped(person.name))**, \(escaped(([person.role] + person.lines).joined(separator: " · ")))"
      }
      for phase in party.phases where !phase.duties.isEmpty {
        block("### \(escaped(phase.name))" + (phase.total > 0 ? " \(phase.done)/\(phase.total)" : ""))
        for duty in phase.duties { lines += markdown(duty) }
      }
    }
    for section in sections {
      block("## \(escaped(section.title))", "")
      for record in section.records {
        lines.append("- **\(escaped(record.title))**")
        lines += record.lines.map { "  - " + escaped($0) }
      }
    }
    if let history {
      block("## \(escaped(labels.history))")
      table([labels.when, labels.what, labels.who, labels.note], history.map { [$0.when, $0.what, $0.who, $0.note] })
    }
    block(signs.map { escaped("\($0.name) \($0.value)") }.joined(separator: " · "))
    block(escaped(footer))
    return lines.joined(separator: "\n") + "\n"
  }

  private func markdown(_ duty: Duty) -> [String] {
    let gate = duty.isGate ? " ◆" : ""
    var lines = [
      "", "#### \(duty.sign)\(gate) \(MarkdownText.escaped(duty.name)): \(MarkdownText.escaped(duty.state))", "",
      MarkdownText.escaped(duty.text),
    ]
    let facts = duty.facts + duty.notes.map { "\(labels.notes): \($0)" }
    if !facts.isEmpty { lines += [""] + facts.map { "- " + MarkdownText.escaped($0) } }
    return lines
  }
}
