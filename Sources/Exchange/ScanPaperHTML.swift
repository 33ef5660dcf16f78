import CEmbedded
import Language

extension ScanPaper {
  /// As one page of HTML that needs nothing else, with the scores as a drawing; made to be printed and to be turned into PDF, so its layout is of
  /// the kind that every program for that knows.
  public var html: String {
    let parts = [
      header, "<main>\n", decisionPart, conditionPart, outcomePart, judgementPart, answerPart, leftOutPart,
      signaturePart, "</main>\n", "<footer>" + Self.element("p", footer) + "</footer>\n",
    ]
    let margin = HTMLPage.short(heading + (subtitle.isEmpty ? "" : " · \(subtitle)"), 90)
    return HTMLPage.whole(
      language: words.language.rawValue, title: heading, style: HTMLPage.style(drieluik_embedded_scan_style),
      margin: margin, body: parts.joined())
  }

  private static func escaped(_ text: String) -> String { HTMLText.escaped(text) }

  private static func element(
    _ name: String, _ text: String, class kind: String? = nil, isForeign: Bool = false
  ) -> String {
    HTMLPage.element(name, text, class: kind, isForeign: isForeign)
  }

  private func part(_ key: String, class kind: String, _ content: String) -> String {
    "<section class=\"\(kind)\">\n" + Self.element("h2", words(key)) + "\n" + content + "</section>\n"
  }

  /// Names and values under each other.
  private static func facts(_ facts: [Fact]) -> String {
    guard !facts.isEmpty else { return "" }
    let rows = facts.map { fact in
      "<tr><th scope=\"row\">\(escaped(fact.name))</th>" + element("td", fact.value, isForeign: true) + "</tr>\n"
    }
    return "<table class=\"facts\">\n<tbody>\n" + rows.joined() + "</tbody>\n</table>\n"
  }

  /// A table whose head is repeated on every page.
  private func table(_ kind: String, _ heads: [String], _ rows: [String]) -> String {
    let head = heads.map { "<th scope=\"col\">\(Self.escaped(words($0)))</th>" }.joined()
    return "<table class=\"\(kind)\">\n<thead><tr>\(head)</tr></thead>\n<tbody>\n"
      + rows.map { "<tr>\($0)</tr>\n" }.joined() + "</tbody>\n</table>\n"
  }

  private static func cell(_ text: String, class kind: String? = nil) -> String {
    element("td", text, class: kind, isForeign: true)
  }

  private static func paragraphs(_ lines: [String], class kind: String) -> String {
    lines.map { element("p", $0, class: kind, isForeign: true) + "\n" }.joined()
  }

  private var header: String {
    "<header>\n" + Self.element("p", document, class: "document") + "\n"
      + Self.element("h1", title, isForeign: true) + "\n"
      + (subtitle.isEmpty ? "" : Self.element("p", subtitle, class: "subtitle", isForeign: true) + "\n")
      + Self.facts(facts) + Self.paragraphs(notices, class: "notice") + "</header>\n"
  }

  private var decisionPart: String {
    guard !decision.isEmpty else { return "" }
    return part(
      "item.scan", class: "decision", Self.element("p", decision, class: "verdict") + "\n" + Self.facts(decisionFacts))
  }

  private var conditionPart: String {
    guard !conditions.isEmpty else { return "" }
    let heads = [
      "scanReport.number", "scanReport.condition", "scanReport.owner", "scanReport.due", "scanReport.standing",
    ]
    let rows = conditions.map { condition in
      var text = Self.element("p", condition.text, isForeign: true)
      if !condition.marks.isEmpty { text += Self.element("p", condition.marks.joined(separator: ", "), class: "mark") }
      var state = Self.element("p", condition.state)
      if !condition.note.isEmpty { state += Self.element("p", condition.note, class: "mark", isForeign: true) }
      return Self.element("td", String(condition.number), class: "number") + "<td>\(text)</td>"
        + Self.element("td", condition.owner, class: "day") + Self.element("td", condition.due, class: "day")
        + "<td class=\"state\">\(state)</td>"
    }
    return part("scanReport.conditions", class: "conditions", table("rows", heads, rows))
  }

  private var outcomePart: String {
    guard !outcomes.isEmpty else { return "" }
    var text = ""
    for outcome in outcomes {
      text +=
        "<p class=\"advice\">\(Self.escaped(outcome.name)): <strong>\(Self.escaped(outcome.advice))</strong></p>\n"
      text += Self.list(outcome.reasons)
    }
    if !knockouts.isEmpty {
      text += Self.element("p", words("scanReport.knockouts"), class: "advice") + "\n" + Self.list(knockouts)
    }
    if !scores.isEmpty {
      let hasOwn = scores.contains { $0.own != nil }
      text += "<div class=\"picture\">\n" + ScorePicture(scores: scores, bounds: bounds, words: words).svg + "</div>\n"
      if hasOwn { text += scoreTable }
    }
    if !proposals.isEmpty {
      let isDecided = proposals.contains { !$0.outcome.isEmpty }
      text += "<section>\n" + Self.element("h3", words("scanReport.proposals")) + "\n"
      text += table(
        "rows", ["scanReport.question", "scanReport.proposal"] + (isDecided ? ["scanReport.proposalOutcome"] : []),
        proposals.map { proposal in
          Self.cell(proposal.question) + Self.cell(proposal.text)
            + (isDecided ? Self.element("td", proposal.outcome, class: "day") : "")
        })
      text += "</section>\n"
    }
    return part("scanReport.outcome", class: "outcome", text)
  }

  /// Both scores beside each other, where the school's differ.
  private var scoreTable: String {
    table(
      "rows", ["scanReport.section", "scanReport.ownScore", "scanReport.score", "scanReport.meaning"],
      scores.map { score in
        let own = score.own ?? score.value
        return Self.cell(score.section) + Self.element("td", own.map { String($0) } ?? "")
          + Self.element("td", score.value.map { String($0) } ?? "") + Self.element("td", score.standing)
      })
  }

  private static func list(_ lines: [String]) -> String {
    guard !lines.isEmpty else { return "" }
    return "<ul>" + lines.map { element("li", $0, isForeign: true) }.joined() + "</ul>\n"
  }

  private var judgementPart: String {
    guard !judgement.isEmpty || !remarks.isEmpty else { return "" }
    return part(
      "scanReport.judgement", class: "judgement", Self.facts(judgement) + Self.paragraphs(remarks, class: "remark"))
  }

  private var answerPart: String {
    guard !sections.isEmpty else { return "" }
    let text = sections.map { section in
      "<section class=\"questions\">\n<h3><span>\(Self.escaped(section.title))</span>"
        + (section.score.isEmpty ? "" : " " + Self.element("span", section.score, class: "score")) + "</h3>\n"
        + section.items.map(article).joined() + "</section>\n"
    }
    return part("scanReport.answers", class: "answers", text.joined())
  }

  private func article(_ item: Item) -> String {
    // A question stays with its answer, unless that is so long that it would leave half a page empty.
    let length = (item.reply.lines + item.comment).reduce(0) { $0 + $1.count }
    var text =
      "<article\(length > 900 ? " class=\"long\"" : "")>\n<h4><span class=\"id\">\(Self.escaped(item.id))</span> "
    text += Self.escaped(item.question)
    if !item.marks.isEmpty { text += " " + Self.element("span", item.marks.joined(separator: ", "), class: "flag") }
    text += "</h4>\n"
    text += reply(item.reply)
    if let own = item.own {
      text += "<div class=\"school\">" + Self.element("p", words("scanReport.ownAnswer"), class: "label") + reply(own)
      text += Self.element("p", item.ownReason, isForeign: true) + "</div>\n"
    }
    if !item.comment.isEmpty {
      text += "<div class=\"school\">" + Self.element("p", words("scanReport.comment"), class: "label")
      text += Self.paragraphs(item.comment, class: "remark") + "</div>\n"
    }
    return text + "</article>\n"
  }

  private func reply(_ reply: Reply) -> String {
    guard !reply.lines.isEmpty else { return Self.element("p", words("scanReport.open"), class: "open") + "\n" }
    guard let level = reply.level else { return Self.paragraphs(reply.lines, class: "answer") }
    return
      "<p class=\"answer\" dir=\"auto\"><span class=\"level\" aria-hidden=\"true\">\(Self.signs(of: level))</span> "
      + Self.escaped(reply.lines.joined(separator: " ")) + "</p>\n"
  }

  private var leftOutPart: String { Self.paragraphs(leftOut, class: "leftout") }

  private var signaturePart: String {
    let heads = ["scanReport.role", "scanReport.who", "scanReport.day", "scanReport.signature"]
    let rows = signatures.map { sign in
      Self.element("td", sign.role) + Self.element("td", sign.name, class: "name", isForeign: true)
        + Self.element("td", sign.day, class: "day")
        + Self.element("td", sign.isSigned ? words("scanReport.signed") : "", class: "line")
    }
    return part("scanReport.signatures", class: "signatures", table("rows", heads, rows))
  }
}
