import CEmbedded

extension PlacementPaper {
  /// As one page of HTML that needs nothing else, without pictures.
  public var html: String {
    let parts = [header, "<main>\n", triptych, duties, records, changes, "</main>\n", foot]
    return HTMLPage.whole(
      language: language, title: title, style: HTMLPage.style(drieluik_embedded_report_style),
      margin: HTMLPage.short("\(title) · \(subtitle)", 90), body: parts.joined())
  }

  private static func escaped(_ text: String) -> String { HTMLText.escaped(text) }

  private static func element(_ name: String, _ text: String, class kind: String? = nil) -> String {
    HTMLPage.element(name, text, class: kind)
  }

  private static func list(_ lines: [String], class kind: String) -> String {
    guard !lines.isEmpty else { return "" }
    // A line that begins with a sign needs no dash before it.
    return "<ul class=\"\(kind)\">"
      + lines.map { element("li", $0, class: $0.hasPrefix("✓ ") || $0.hasPrefix("○ ") ? "mark" : nil) }.joined()
      + "</ul>\n"
  }

  private var header: String {
    "<header>\n" + Self.element("p", labels.document, class: "document") + "\n" + Self.element("h1", title) + "\n"
      + Self.element("p", subtitle, class: "subtitle") + "\n<dl class=\"facts\">"
      + facts.map { "<div>" + Self.element("dt", $0.name) + Self.element("dd", $0.value) + "</div>" }.joined()
      + "</dl>\n" + notices.map { Self.element("p", $0, class: "notice") + "\n" }.joined() + "</header>\n"
  }

  /// The three side by side: people, progress, each item with its sign.
  private var triptych: String {
    "<section class=\"triptych\">\n" + parties.map(panel).joined() + "</section>\n"
      + "<p class=\"signs\">"
      + signs.map { "<span>" + Self.sign($0.name) + " \(Self.escaped($0.value))</span>" }.joined(separator: " ")
      + "</p>\n"
  }

  private func panel(_ party: Party) -> String {
    var text = "<section class=\"panel\">\n" + Self.element("h2", party.name) + "\n<div>\n"
    for person in party.people {
      text += "<div class=\"person\">" + Self.element("p", person.name, class: "name")
      if !person.role.isEmpty { text += Self.element("p", person.role, class: "role") }
      text += person.lines.map { Self.element("p", $0) }.joined() + "</div>\n"
    }
    return text + "</div>\n" + party.phases.map(items).joined() + "</section>\n"
  }

  /// The items of a phase, a line each.
  private func items(_ phase: Phase) -> String {
    var text = "<div>\n"
    if !phase.duties.isEmpty {
      text += "<h3><span>\(Self.escaped(phase.name))</span>"
      if phase.total > 0 { text += " <span class=\"count\">\(phase.done)/\(phase.total)</span>" }
      text += "</h3>\n" + Self.bar(phase) + "<ul class=\"items\">"
      for duty in phase.duties {
        text += "<li" + (duty.isLate ? " class=\"late\"" : "") + ">" + Self.sign(duty.sign)
        text +=
          "<span class=\"what\">\(Self.escaped(duty.name))" + (duty.isGate ? " " + Self.sign("◆") : "") + "</span>"
        text += Self.element("span", duty.short, class: "short") + "</li>"
      }
      text += "</ul>\n"
    }
    return text + "</div>\n"
  }

  /// A bar that prints without colours: drawn by borders.
  private static func bar(_ phase: Phase) -> String {
    guard phase.total > 0 else { return "" }
    let share = phase.done * 100 / phase.total
    return "<div class=\"bar\" aria-hidden=\"true\"><div style=\"width: \(share)%\"></div></div>\n"
  }

  /// A sign, which stands beside its word and is not read out.
  private static func sign(_ sign: String) -> String {
    "<span class=\"sign\" aria-hidden=\"true\">\(escaped(sign))</span>"
  }

  private var duties: String {
    var text = "<section class=\"duties\">\n" + Self.element("h2", labels.duties) + "\n"
    for party in parties {
      for phase in party.phases where !phase.duties.isEmpty {
        text +=
          "<section class=\"phase\">\n<h3>\(Self.escaped(party.name)) <span>\(Self.escaped(phase.name))</span></h3>\n"
        text += phase.duties.map(article).joined() + "</section>\n"
      }
    }
    return text + "</section>\n"
  }

  private func article(_ duty: Duty) -> String {
    var text = "<article" + (duty.isLate ? " class=\"late\"" : "") + ">\n<h4>" + Self.sign(duty.sign)
    text += " \(Self.escaped(duty.name))"
    if duty.isGate { text += " <span class=\"gate\">" + Self.sign("◆") + " \(Self.escaped(labels.gate))</span>" }
    text += " " + Self.element("span", duty.state, class: "state") + "</h4>\n"
    text += Self.element("p", duty.text, class: "text") + "\n" + Self.list(duty.facts, class: "details")
    if !duty.notes.isEmpty {
      text += Self.element("p", labels.notes, class: "label") + Self.list(duty.notes, class: "notes")
    }
    return text + "</article>\n"
  }

  private var records: String {
    sections.map { section in
      "<section class=\"records\">\n" + Self.element("h2", section.title) + "\n"
        + section.records.map { record in
          "<article>" + Self.element("h4", record.title) + Self.list(record.lines, class: "details") + "</article>\n"
        }.joined() + "</section>\n"
    }.joined()
  }

  private var changes: String {
    guard let history else { return "" }
    let heads = [labels.when, labels.what, labels.who, labels.note].map { Self.element("th", $0) }.joined()
    let rows = history.map { change in
      "<tr>" + [change.when, change.what, change.who, change.note].map { Self.element("td", $0) }.joined() + "</tr>\n"
    }
    return "<section class=\"history\">\n" + Self.element("h2", labels.history)
      + "\n<table>\n<thead><tr>\(heads)</tr></thead>\n<tbody>\n" + rows.joined() + "</tbody>\n</table>\n</section>\n"
  }

  private var foot: String { "<footer>" + Self.element("p", footer) + "</footer>\n" }
}
