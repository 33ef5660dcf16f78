import ArgumentParser
import Language
import StateStore
import WerkendLeren

extension ScanCommand {
  /// `drieluik scan new PLACEMENT`.
  struct New: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "new", abstract: helpText("help.scan.new"), discussion: helpText("help.scan.new.more"))
    }

    @OptionGroup var common: CommonOptions
    @Argument(help: help("help.placement", "PLACEMENT")) var placement: String

    func run() throws {
      let call = try Call(common)
      defer { call.leave() }
      let store = try call.store()
      let viewer = try call.identity.viewer(in: store)
      let row = try call.placement(placement, in: store, as: viewer)
      // A valid scan of the workplace counts for this placement, too: a new one may be needless.
      let records = try inWords { () throws(StoreProblem) in try store.records(row, as: viewer).records }
      let begun = try call.beginScan(at: row, in: store, as: viewer)
      let values = ["scan": String(begun.scan.id), "workplace": begun.workplace.name]
      let line = call.words(begun.scan.copiedFrom == nil ? "scan.begun" : "scan.begun.copy", values)
      try Output.write(lines: [line] + stillValid(records, call))
    }

    /// What is said of a decision that holds on the day that counts: that of the start, once started today.
    private func stillValid(_ records: PlacementRecords, _ call: Call) -> [String] {
      guard let scan = records.newestScan, scan.withdrawnOn == nil, scan.decision != .notYetSuitable else { return [] }
      let today = call.clock.now().today
      let day = records.placement.startedOn == nil ? max(records.placement.start ?? today, today) : today
      guard scan.validUntil >= day else { return [] }
      let values = [
        "decision": call.words("decision.\(scan.decision.rawValue)"),
        "day": DateWords(call.words).full(scan.validUntil),
      ]
      return [call.words("scan.stillValid", values)]
    }
  }

  /// `drieluik scan list`.
  struct List: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "list", abstract: helpText("help.scan.list"), discussion: helpText("help.scan.list.more"))
    }

    @OptionGroup var common: CommonOptions
    @Argument(help: help("help.scan.list.placement", "PLACEMENT")) var placement: String?
    @Flag(help: help("help.json")) var json = false

    func run() throws {
      let call = try Call(common)
      defer { call.leave() }
      let store = try call.storeOrPassing().store
      let viewer = try call.identity.viewer(in: store)
      let report = ScanListReport(call: call)
      let scans = try lines(in: store, as: viewer, call)
      if json { return try Output.write(report.json(scans)) }
      try Output.write(lines: report.lines(scans))
    }

    private func lines(in store: Store, as viewer: Viewer, _ call: Call) throws(Failure) -> [ScanLine] {
      let row = try placement.map { (text) throws(Failure) in try call.placement(text, in: store, as: viewer) }
      return try inWords { () throws(StoreProblem) -> [ScanLine] in
        var workplace: Int64?
        if let row {
          guard let found = try store.records(row, as: viewer).records.currentWorkplace else { return [] }
          workplace = found.id
        }
        var all: [ScanLine] = []
        while true {
          let page = try store.scans(of: workplace, as: viewer, offset: all.count, limit: 500)
          all += page
          if page.count < 500 { return all }
        }
      }
    }
  }
}

extension Call {
  /// Begins a scan of a placement's workplace.
  func beginScan(at placement: Int64, in store: Store, as viewer: Viewer) throws(Failure) -> ScanRecords {
    let result = try inWords { () throws(StoreProblem) in
      try store.beginScan(at: placement, as: viewer, at: clock.now())
    }
    switch result {
    case .done(_, let records): return records
    case .refused(let refusal): throw failure(refusal)
    case .conflict(let conflict): throw failure(conflict)
    }
  }
}

/// Scans as lines and as JSON.
struct ScanListReport {
  let call: Call

  private var words: Words { call.words }
  private var today: Day { call.clock.now().today }

  /// A scan a line, the newest first.
  func lines(_ scans: [ScanLine]) -> [String] {
    guard !scans.isEmpty else { return [words["scan.list.empty"]] }
    let dates = DateWords(words)
    return scans.map { line in
      var facts = [line.employer, line.workplace, words("scans.state.\(line.standing(on: today).rawValue)")]
      if let decision = line.decision {
        facts.append(words("decision.\(decision.decision.rawValue)"))
        facts.append(words("scan.list.until", ["day": dates.full(decision.validUntil)]))
      } else {
        facts.append(words("scan.list.begun", ["day": dates.full(line.scan.begunOn)]))
      }
      return words("scan.list.line", ["scan": String(line.id), "facts": facts.joined(separator: ", ")])
    }
  }

  /// What programs read.
  func json(_ scans: [ScanLine]) -> String {
    func day(_ day: Day?) -> JSONValue { day.map { .text($0.iso) } ?? .null }
    let list = scans.map { line in
      JSONValue.object([
        ("id", .number(Int(line.id))), ("employer", .text(line.employer)), ("workplace", .text(line.workplace)),
        ("state", .text(line.standing(on: today).rawValue)), ("begun", day(line.scan.begunOn)),
        ("submitted", day(line.scan.submittedOn)),
        ("decision", line.decision.map { .text($0.decision.rawValue) } ?? .null), ("decided", day(line.decision?.date)),
        ("validUntil", day(line.decision?.validUntil)), ("withdrawn", day(line.decision?.withdrawnOn)),
      ])
    }
    let value = JSONValue.object([("version", .number(1)), ("today", .text(today.iso)), ("scans", .list(list))])
    return value.written + "\n"
  }
}
