import ArgumentParser
import Dashboards
import Exchange
import Language
import StateStore
import WerkendLeren

/// `drieluik report PLACEMENT`: the triptych on paper.
struct ReportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report", abstract: helpText("help.report"), discussion: helpText("help.report.more"))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: help("help.placement", "PLACEMENT")) var placement: String
  @Flag(help: help("help.report.html")) var html = false
  @Flag(help: help("help.report.history")) var history = false
  @Flag(help: help("help.report.confidential")) var confidential = false

  func run() throws {
    let call = try Call(common)
    defer { call.leave() }
    let store = try call.storeOrPassing().store
    let viewer = try call.identity.viewer(in: store)
    let row = try call.placement(placement, in: store, as: viewer)
    let sink = try OutputSink(output, call: call)
    let report = PlacementReport(call: call, viewer: viewer, isConfidential: confidential)
    let paper = try inWords { () throws(StoreProblem) in try report.paper(of: row, in: store, withHistory: history) }
    try sink.write(html ? paper.html : paper.markdown)
    try sink.finish()
    if let path = sink.path { try Output.write(lines: [call.words("file.written", ["path": path])]) }
  }
}
