import Dashboards
import Exchange
import Language
import StateStore
import WerkendLeren

/// The lines of `drieluik agenda`, read and written page by page.
struct AgendaReport {
  private let call: Call
  private let store: Store
  private let viewer: Viewer
  private let query: AgendaQuery
  private let moment: Moment
  private var words: Words { call.words }
  private var today: Day { moment.today }

  init(_ call: Call, party: Party?, mine: Bool, from: Day?, until: Day?) throws {
    self.call = call
    moment = call.clock.now()
    let (store, isThere) = try call.storeOrPassing()
    if !isThere { Output.complain([call.words("status.noStore", ["path": call.place.path])]) }
    self.store = store
    viewer = try call.identity.viewer(in: store)
    query = AgendaQuery(party: party, mine: mine, from: from, until: until)
  }

  // MARK: - Plain lines

  /// One fact a line, "day: student, party, what, when".
  func writeLines(to options: OutputOptions) throws {
    let sink = try OutputSink(options, call: call)
    let dates = DateWords(words)
    let wording = AgendaWording(words: words, today: today, viewer: viewer.party)
    let count = try forEachPage { page in
      let lines = page.map { found -> String in
        let row = found.row
        let week = Week(of: row.line.day)
        let day = words("agenda.day", ["week": String(week.number), "day": dates.long(row.line.day)])
        let parts = [
          row.student, parties(row.line), wording.name(row.line, duty: found.duty, condition: found.condition),
          wording.distance(row.line, form: .long),
        ]
        return Output.oneLine("\(day): " + parts.joined(separator: ", ")) + "\n"
      }
      try sink.write(lines.joined())
    }
    if count == 0 { Output.complain([words["agenda.none"]]) }
    try finish(sink, count)
  }

  private func parties(_ line: AgendaLine) -> String {
    line.parties.map { $0.inSentence(words) }.joined(separator: "/")
  }

  // MARK: - JSON

  /// The same as one JSON object (`docs/agenda-json.md`), a line each.
  func writeJSON(to options: OutputOptions) throws {
    let sink = try OutputSink(options, call: call)
    let day = { (day: Day?) in day.map { JSONValue.quoted($0.iso) } ?? "null" }
    try sink.write(
      "{\n\"version\": 1,\n\"today\": \(day(today)),\n\"from\": \(day(query.from)),\n\"until\": \(day(query.until)),\n"
        + "\"lines\": [")
    var isFirst = true
    let count = try forEachPage { page in
      var text = ""
      for found in page {
        text += (isFirst ? "\n" : ",\n") + json(found).onOneLine
        isFirst = false
      }
      try sink.write(text)
    }
    try sink.write("\n]\n}\n")
    try finish(sink, count)
  }

  private func json(_ found: FoundLine) -> JSONValue {
    let (row, duty) = (found.row, found.duty)
    let week = Week(of: row.line.day)
    let number = week.number < 10 ? "0\(week.number)" : String(week.number)
    return .object([
      ("due", .text(row.line.day.iso)), ("week", .text("\(week.year)-W\(number)")),
      ("kind", .text(row.line.kind.name)), ("duty", duty.map { .text($0.id.text) } ?? .null),
      ("parties", .list(row.line.parties.map { .text($0.rawValue) })), ("placement", .text(row.key)),
      ("student", .text(row.student)), ("programme", .text(row.programme)),
      ("employer", row.employer.isEmpty ? .null : .text(row.employer)),
      ("condition", found.condition.map { .text($0) } ?? .null), ("done", .truth(row.line.settled)),
      ("daysOverdue", .number(max(0, today.days(since: row.line.day)))), ("uid", .text(uid(found))),
    ])
  }

  // MARK: - Calendar

  /// A calendar file (RFC 5545), each line an event that lasts all day.
  func writeCalendar(to options: OutputOptions) throws {
    let sink = try OutputSink(options, call: call)
    let file = CalendarFile(today: today, moment: moment.text)
    // In a calendar nothing is past yet: its names do not change when their day has come.
    let wording = AgendaWording(words: words, today: Day(number: .min), viewer: viewer.party)
    try sink.writeExactly(file.head(name: words["agenda.calendar"], language: words.language.rawValue))
    let count = try forEachPage { page in
      let events = page.map { found in
        let row = found.row
        let name = wording.name(row.line, duty: found.duty, condition: found.condition)
        return file.event(
          CalendarEvent(
            uid: uid(found), day: row.line.day,
            summary: words(
              "agenda.summary", ["what": name, "student": row.student, "party": parties(row.line)]),
            description: description(found), categories: row.line.parties.map { $0.name(words) }))
      }
      try sink.writeExactly(events.joined())
    }
    try sink.writeExactly(file.tail)
    try finish(sink, count)
  }

  private func description(_ found: FoundLine) -> String {
    let row = found.row
    let place = row.employer.isEmpty ? row.programme : "\(row.programme), \(row.employer)"
    return [place, found.condition ?? found.duty?.full(words)].compactMap { $0 }.joined(separator: "\n\n")
  }

  /// The same for the same thing of the same placement, whatever its day, whoever asks.
  private func uid(_ found: FoundLine) -> String {
    let row = found.row
    let number = row.line.entry?.id ?? row.line.condition
    let subject = number.map { String($0) } ?? found.duty?.id.text ?? ""
    return CalendarFile.uid(of: [TextDoor.folded(row.key), row.line.kind.name, subject])
  }

  // MARK: - Pages

  private func forEachPage(_ body: ([FoundLine]) throws -> Void) throws -> Int {
    var count = 0
    var last: AgendaRow?
    var models: [Int64: DutyModel] = [:]
    while true {
      let page = try inWords { () throws(StoreProblem) in
        try store.agendaRows(query, as: viewer, after: last, limit: 500, today: today)
      }
      for row in page where models[row.model] == nil {
        models[row.model] = try inWords { () throws(StoreProblem) in try store.model(row.model) }
      }
      let conditions = try inWords { () throws(StoreProblem) in
        try store.conditionTexts(Set(page.compactMap(\.line.condition)), as: viewer)
      }
      try body(
        page.map { row in
          let duty = row.line.duty.flatMap { place in
            models[row.model].flatMap { $0.duties.indices.contains(place) ? $0.duties[place] : nil }
          }
          return FoundLine(row: row, duty: duty, condition: row.line.condition.flatMap { conditions[$0] })
        })
      count += page.count
      guard page.count == 500 else { return count }
      last = page.last
    }
  }

  private func finish(_ sink: OutputSink, _ count: Int) throws {
    try sink.finish()
    if let path = sink.path {
      try Output.write(lines: [words("agenda.written", ["path": path, "count": String(count)])])
    }
  }
}

/// A line with the duty or the condition that it is about.
private struct FoundLine {
  var row: AgendaRow
  var duty: Duty?
  var condition: String?
}

extension AgendaLine.Kind {
  /// Its name in JSON and in what calendars know it by; never changed.
  fileprivate var name: String {
    switch self {
    case .item: "item"
    case .endDate: "endDate"
    case .intendedReturn: "intendedReturn"
    case .scan: "scan"
    case .withdrawal: "withdrawal"
    case .startDate: "startDate"
    case .handling: "handling"
    case .condition: "condition"
    }
  }
}
