import ArgumentParser
import Language
import WerkendLeren

/// `drieluik agenda`: what has a date, of all placements, the earliest day first; also as a calendar file.
struct AgendaCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "agenda", abstract: helpText("help.agenda"), discussion: helpText("help.agenda.more"))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: OutputOptions
  @Option(help: help("help.agenda.party", "student|school|employer")) var party: Party?
  @Flag(help: help("help.agenda.mine")) var mine = false
  @Option(help: help("help.agenda.from", "DAY")) var from: String?
  @Option(help: help("help.agenda.until", "DAY")) var until: String?
  @Option(help: help("help.agenda.weeks", "N")) var weeks: Int?
  @Flag(help: help("help.json")) var json = false
  @Flag(help: help("help.agenda.ics")) var ics = false

  func run() throws {
    let call = try Call(common)
    defer { call.leave() }
    if json, ics { throw Failure(64, call.words("usage.jsonAndICS")) }
    if weeks != nil, until != nil { throw Failure(64, call.words("usage.weeksAndUntil")) }
    let report = try AgendaReport(
      call, party: party, mine: mine, from: try day(from, "--from", call), until: try last(call))
    if ics {
      try report.writeCalendar(to: output)
    } else if json {
      try report.writeJSON(to: output)
    } else {
      try report.writeLines(to: output)
    }
  }

  /// The last day: as asked, or eight weeks on; a calendar file holds all.
  private func last(_ call: Call) throws(Failure) -> Day? {
    let today = call.clock.now().today
    if let weeks {
      guard (1...1000).contains(weeks) else { throw Failure(64, call.words("usage.weeks")) }
      return today.adding(days: weeks * 7)
    }
    if let until { return try day(until, "--until", call) }
    return ics ? nil : today.adding(days: DutyModel.ordinaryRhythmDays)
  }

  private func day(_ text: String?, _ option: String, _ call: Call) throws(Failure) -> Day? {
    guard let text else { return nil }
    if let day = DayText.parse(text, today: call.clock.now().today) { return day }
    throw Failure(64, call.words("usage.badDay", ["option": option, "text": TextDoor.clean(text, limit: 40)]))
  }
}
