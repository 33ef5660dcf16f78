import ArgumentParser
import Language
import StateStore
import WerkendLeren

extension ScanCommand {
  /// `drieluik scan decide PLACEMENT`: records the decision on a scan that was done on paper.
  struct Decide: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "decide", abstract: helpText("help.scan.decide"), discussion: helpText("help.scan.decide.more"))
    }

    @OptionGroup var common: CommonOptions
    @Argument(help: help("help.placement", "PLACEMENT")) var placement: String
    @Option(help: help("help.scan.decision", "DECISION")) var decision: String
    @Option(help: help("help.scan.date", "DAY")) var date: String?
    @Option(name: .customLong("valid-until"), help: help("help.scan.validUntil", "DAY")) var validUntil: String?
    @Option(help: help("help.scan.by", "NAME")) var by: String?
    @Option(help: help("help.scan.kept", "WHERE")) var kept: String = ""

    func run() throws {
      let call = try Call(common)
      defer { call.leave() }
      guard let decision = ScanDecision(named: decision) else {
        let known = ScanDecision.allCases.map { call.words("decision.\($0.rawValue)") }.joined(separator: ", ")
        throw Failure(
          64,
          call.words("usage.decision", ["text": TextDoor.clean(self.decision, limit: 60), "known": known]))
      }
      let today = call.clock.now().today
      let day = try date.map { (text) throws(Failure) in try read(text, "--date", .past, call) } ?? today
      let until =
        try validUntil.map { (text) throws(Failure) in try read(text, "--valid-until", .coming, call) }
        ?? day.adding(years: ScanRecords.ordinaryYears)
      let store = try call.store()
      let viewer = try call.identity.viewer(in: store)
      let row = try call.placement(placement, in: store, as: viewer)
      let content = PaperScanContent(
        date: day, decision: decision, validUntil: until, by: by.map { TextDoor.clean($0, limit: 200) } ?? viewer.name,
        kept: TextDoor.clean(kept, limit: 200))
      let result = try inWords { () throws(StoreProblem) in
        try store.perform(.addPaperScan(content), on: row, as: viewer, at: call.clock.now())
      }
      switch result {
      case .done: break
      case .refused(let refusal): throw call.failure(refusal)
      case .conflict(let conflict): throw call.failure(conflict)
      }
      let dates = DateWords(call.words)
      let values = [
        "decision": call.words("decision.\(decision.rawValue)"), "day": dates.full(day), "until": dates.full(until),
      ]
      try Output.write(lines: [call.words("scan.decidedOnPaper", values)])
    }

    private func read(_ text: String, _ option: String, _ nearest: DayText.Nearest, _ call: Call) throws(Failure) -> Day
    {
      if let day = DayText.parse(text, today: call.clock.now().today, nearest: nearest) { return day }
      throw Failure(64, call.words("usage.badDay", ["option": option, "text": TextDoor.clean(text, limit: 40)]))
    }
  }
}

extension ScanDecision {
  /// A decision by its id, by its name in questionnaires, or by its words in either language.
  init?(named text: String) {
    let wanted = Self.key(text)
    let found = Self.allCases.first { decision in
      let names =
        [decision.rawValue, decision.adviceName] + Language.allCases.map { Words($0)("decision.\(decision.rawValue)") }
      return names.contains { Self.key($0) == wanted }
    }
    guard let found else { return nil }
    self = found
  }

  private static func key(_ text: String) -> String {
    TextDoor.folded(text).filter { !$0.isWhitespace && $0 != "_" && $0 != "-" }
  }
}
