import ArgumentParser

/// `drieluik status`: the quick review, one fact a line.
struct StatusCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "status", abstract: helpText("help.status"))
  }

  @OptionGroup var common: CommonOptions
  @Option(help: help("help.placement", "PLACEMENT")) var placement: String?
  @Flag(help: help("help.json")) var json = false

  func run() throws {
    let call = try Call(common)
    defer { call.leave() }
    let report = try StatusReport(call, placement: placement)
    if json { try Output.write(report.json) } else { try Output.write(lines: report.lines()) }
  }
}
