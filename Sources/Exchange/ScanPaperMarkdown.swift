import Language

extension ScanPaper {
  /// As Markdown (CommonMark, with tables as GitHub knows them). Nothing that stands in it is taken for more than text.
  public var markdown: String {
    var lines = ["# \(Self.escaped(heading))"]
    if !subtitle.isEmpty { lines += ["", Self.escaped(subtitle)] }
    lines += Self.table([document, ""], facts.map { [$0.name, $0.value] })
    for notice in notices { lines += ["", "> " + Self.escaped(notice)] }
    lines += decisionLines + conditionLines + outcomeLines + judgementLines + answerLines
    if !leftOut.isEmpty { lines += [""] + Self.list(leftOut) }
    lines += part("scanReport.signatures")
    lines += Self.table(
      ["scanReport.role", "scanReport.who", "scanReport.day", "scanReport.signature"].map { words($0) },
      signatures.map { sign in
        // Room to sign, which is no more than a line of underscores.
        let line = String(repeating: "_", count: 20)
        guard sign.isSigned else { return [sign.role, line, line, line] }
        return [sign.role, sign.name, sign.day, words("scanReport.signed")]
      })
    return (lines + ["", Self.escaped(footer)]).joined(separator: "\n") + "\n"
  }

  /// The title with what it is before it.
  var heading: String { words("scanReport.heading", ["workplace": title]) }

  private static func escaped(_ text: String) -> String { MarkdownText.escaped(text) }

  private func part(_ key: String) -> [String] { ["", "## " + Self.escaped(words(key))] }

  private static func list(_ texts: [String]) -> [String] { texts.map { "- " + escaped($0) } }

  private static func facts(_ facts: [Fact]) -> [String] {
    facts.map { "- \(escaped($0.name)): \(escaped($0.value))" }
  }

  private static func table(_ heads: [String], _ rows: [[String]]) -> [String] {
    [
      "", "| " + heads.map(escaped).joined(separator: " | ") + " |",
      "|" + String(repeating: " --- |", count: heads.count),
    ]
      + rows.map { "| " + $0.map(escaped).joined(separator: " | ") + " |" }
  }

  private var decisionLines: [String] {
    guard !decision.isEmpty else { return [] }
    return part("item.scan") + ["", "**\(Self.escaped(decision))**", ""] + Self.facts(decisionFacts)
  }

  private var conditionLines: [String] {
    guard !conditions.isEmpty else { return [] }
    let heads = [
      "scanReport.number", "scanReport.condition", "scanReport.owner", "scanReport.due", "scanReport.standing",
    ]
    return part("scanReport.conditions")
      + Self.table(
        heads.map { words($0) },
        conditions.map { condition in
          let text = condition.text + condition.marks.map { " (\($0))" }.joined()
          let state = condition.note.isEmpty ? condition.state : "\(condition.state): \(condition.note)"
          return [String(condition.number), text, condition.owner, condition.due, state]
        })
  }

  private var outcomeLines: [String] {
    guard !outcomes.isEmpty else { return [] }
    var lines = part("scanReport.outcome")
    for outcome in outcomes {
      lines += ["", "**\(Self.escaped(outcome.name)): \(Self.escaped(outcome.advice))**"]
      if !outcome.reasons.isEmpty { lines += [""] + Self.list(outcome.reasons) }
    }
    if !knockouts.isEmpty {
      lines += ["", Self.escaped(words("scanReport.knockouts")), ""] + Self.list(knockouts)
    }
    if !scores.isEmpty {
      let hasOwn = scores.contains { $0.own != nil }
      let heads = ["scanReport.section", "scanReport.score"] + (hasOwn ? ["scanReport.ownScore"] : [])
      lines += Self.table(
        (heads + ["scanReport.bar", "scanReport.meaning"]).map { words($0) },
        scores.map { score in
          let own = (score.own ?? score.value).map { [String($0)] } ?? [""]
          return [score.section, score.value.map { String($0) } ?? ""] + (hasOwn ? own : [])
            + [score.value.map(ScorePicture.bar) ?? "", score.standing]
        })
    }
    if !proposals.isEmpty {
      let isDecided = proposals.contains { !$0.outcome.isEmpty }
      lines += ["", "### " + Self.escaped(words("scanReport.proposals"))]
      lines += Self.table(
        (["scanReport.question", "scanReport.proposal"] + (isDecided ? ["scanReport.proposalOutcome"] : []))
          .map { words($0) },
        proposals.map { [$0.question, $0.text] + (isDecided ? [$0.outcome] : []) })
    }
    return lines
  }

  private var judgementLines: [String] {
    guard !judgement.isEmpty || !remarks.isEmpty else { return [] }
    var lines = part("scanReport.judgement") + [""] + Self.facts(judgement)
    if !remarks.isEmpty { lines += [""] + Self.broken(remarks, indented: "") }
    return lines
  }

  private var answerLines: [String] {
    guard !sections.isEmpty else { return [] }
    var lines = part("scanReport.answers")
    for section in sections {
      let title = [section.title, section.score].filter { !$0.isEmpty }.joined(separator: " — ")
      lines += ["", "### " + Self.escaped(title), ""]
      for item in section.items { lines += self.lines(item) }
    }
    return lines
  }

  private func lines(_ item: Item) -> [String] {
    var first = "- **\(Self.escaped(item.id)) \(Self.escaped(item.question))**"
    first += item.marks.map { " (\(Self.escaped($0)))" }.joined()
    var lines = [first + "\\"] + Self.broken(Self.lines(item.reply, open: words("scanReport.open")), indented: "  ")
    if let own = item.own {
      let text = "\(words("scanReport.ownAnswer")): " + Self.lines(own, open: "").joined(separator: " ")
      lines += Self.broken([text, item.ownReason].filter { !$0.isEmpty }, indented: "  - ", then: "    ")
    }
    if !item.comment.isEmpty {
      let comment = ["\(words("scanReport.comment")): \(item.comment[0])"] + item.comment.dropFirst()
      lines += Self.broken(comment, indented: "  - ", then: "    ")
    }
    return lines
  }

  /// The lines of a reply, a level with its four signs before it.
  private static func lines(_ reply: Reply, open: String) -> [String] {
    guard !reply.lines.isEmpty else { return [open] }
    guard let level = reply.level else { return reply.lines }
    return ["\(signs(of: level)) \(reply.lines[0])"] + reply.lines.dropFirst()
  }

  /// A level as four signs.
  static func signs(of level: Int) -> String {
    String(repeating: "■", count: max(0, min(level, 4))) + String(repeating: "□", count: 4 - max(0, min(level, 4)))
  }

  /// Lines that stay lines.
  private static func broken(_ lines: [String], indented: String, then: String? = nil) -> [String] {
    lines.enumerated().map { place, line in
      (place == 0 ? indented : then ?? indented) + escaped(line) + (place == lines.count - 1 ? "" : "\\")
    }
  }
}
