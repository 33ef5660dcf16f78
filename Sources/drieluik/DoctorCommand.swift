import ArgumentParser

/// `drieluik doctor`: looks whether the store is whole and whether this machine and terminal are in order.
struct DoctorCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "doctor", abstract: helpText("help.doctor"), discussion: helpText("help.doctor.more"))
  }

  @OptionGroup var common: CommonOptions
  @Flag(help: help("help.json")) var json = false
  @Flag(help: help("help.screen")) var screen = false

  func run() throws {
    if screen { return try DoctorScreen().run() }
    let report = try DoctorReport(common)
    if json { try Output.write(report.json) } else { try Output.write(lines: report.lines) }
    if report.exitCode != 0 { throw Ended(exitCode: report.exitCode) }
  }
}
