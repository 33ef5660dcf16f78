import Language
import StateStore
import WerkendLeren

/// The facts of `drieluik status`, as plain lines and as JSON. Source: `rules.md`, "`status`".
struct StatusReport {
  private let figures: StatusFigures
  private let model: DutyModel
  private let words: Words
  /// Scans that were handed in and wait for the school; nil for others, and for one placement.
  private let scansToJudge: Int?

  /// Counts what the viewer of this call may see; of one placement where one is named.
  init(_ call: Call, placement: String? = nil) throws(Failure) {
    words = call.words
    let today = call.clock.now().today
    let (store, isThere) = try call.storeOrPassing()
    if !isThere { Output.complain([call.words("status.noStore", ["path": call.place.path])]) }
    let viewer = try call.identity.viewer(in: store)
    let row = try placement.map { (text) throws(Failure) in try call.placement(text, in: store, as: viewer) }
    // The school's first ones are those of all three, unless it asked for its own.
    let party = viewer.party == .school && call.common.role == nil ? nil : viewer.party
    figures = try inWords { () throws(StoreProblem) in
      try store.status(today: today, as: viewer, party: party, placement: row)
    }
    scansToJudge = try inWords { () throws(StoreProblem) in
      viewer.party == .school && row == nil ? try store.scanCount(in: .submitted, as: viewer) : nil
    }
    model = try inWords { () throws(StoreProblem) in try store.newestModel()?.model } ?? BuiltInModel.load()
  }

  // MARK: - Plain lines

  /// One fact a line, "name: value"; courses with no placement are left out.
  func lines() -> [String] {
    let dates = DateWords(words)
    var lines = [line("status.total", figures.total, ["day": dates.full(figures.today)])]
    for stage in Stage.allCases {
      let count = figures.stages[stage] ?? 0
      if count > 0 { lines.append("\(words("stage.\(stage.rawValue)")): \(count)") }
    }
    for party in Party.allCases {
      lines.append(line("status.overdue", figures.overdue[party], ["party": words("party.\(party.rawValue).small")]))
    }
    for gate in figures.joinedGates(model) {
      let duty = model[gate.duty] == nil ? gate.duty.text : name(gate.duty).lowercased()
      lines.append(line("status.gate", gate.placements, ["duty": duty]))
    }
    if let scansToJudge { lines.append(line("status.scansToJudge", scansToJudge)) }
    lines.append(line("status.startingSoon", figures.startingWithin28Days))
    lines.append(line("status.startPassed", figures.startPassed))
    return lines
      + figures.first.map { first in
        words(
          "status.first",
          [
            "student": first.row.student, "party": words("party.\(first.urgency.item.party.rawValue).small"),
            "what": what(first), "when": dates.distance(to: first.urgency.day, today: figures.today, form: .long),
          ])
      }
  }

  private func line(_ key: String, _ count: Int, _ values: [String: String] = [:]) -> String {
    words(key, values.merging(["count": String(count)]) { $1 })
  }

  private func what(_ first: StatusFigures.First) -> String {
    switch first.urgency.reason {
    case .endDate: words("status.endDate")
    case .intendedReturn: words("status.intendedReturn")
    case .item, .scan, .withdrawal:
      first.duty.map(name) ?? first.urgency.item.entry?.kind.name(words)
        ?? words(first.urgency.item.condition == nil ? "status.placement" : "condition.name")
    }
  }

  private func name(_ id: DutyID) -> String {
    guard let duty = model[id] else { return id.text }
    return words.language == .english ? duty.shortEnglish : duty.shortDutch
  }

  // MARK: - JSON

  /// The same facts as one JSON object (`docs/status-json.md`).
  var json: String {
    JSONValue.object([
      ("version", .number(1)), ("today", .text(figures.today.iso)),
      (
        "placements",
        .object(
          [("total", .number(figures.total))]
            + Stage.allCases.map { ($0.rawValue, .number(figures.stages[$0] ?? 0)) })
      ),
      ("overdue", .object(Party.allCases.map { ($0.rawValue, .number(figures.overdue[$0])) })),
      ("gates", .object(figures.gates.map { ($0.duty.text, .number($0.placements)) })),
      ("startingWithin28Days", .number(figures.startingWithin28Days)), ("startPassed", .number(figures.startPassed)),
      ("first", .list(figures.first.map(json))),
    ]).written + "\n"
  }

  private func json(_ first: StatusFigures.First) -> JSONValue {
    .object([
      ("placement", .text(first.row.key)), ("student", .text(first.row.student)),
      ("party", .text(first.urgency.item.party.rawValue)), ("duty", first.duty.map { .text($0.text) } ?? .null),
      ("due", .text(first.urgency.day.iso)), ("daysOverdue", .number(first.daysOverdue)),
    ])
  }
}
