import ArgumentParser
import WerkendLeren

/// `drieluik export`: gives placements back, as CSV with the columns of an import or as JSON with everything.
struct ExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export", abstract: helpText("help.export"), discussion: helpText("help.export.more"))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: OutputOptions
  @Option(help: help("help.placement", "PLACEMENT")) var placement: String?
  @Option(help: help("help.export.phase", StageArgument.names)) var phase: [StageArgument] = []
  @Option(help: help("help.export.programme", "NAME")) var programme: String?
  @Flag(help: help("help.archived")) var archived = false
  @Flag(help: help("help.export.json")) var json = false
  @Flag(help: help("help.export.history")) var history = false
  @Flag(help: help("help.bom")) var bom = false

  func run() throws {
    let call = try Call(common)
    defer { call.leave() }
    if bom, json { throw Failure(64, call.words("usage.bomAndJSON")) }
    if history, !json { throw Failure(64, call.words("usage.historyWithoutJSON")) }
    let export = PlacementExport(
      call: call, placement: placement, stages: phase.isEmpty ? nil : Set(phase.map(\.stage)), programme: programme,
      withArchived: archived)
    if json {
      try export.writeJSON(to: output, withHistory: history)
    } else {
      try export.writeCSV(to: output, withByteOrderMark: bom)
    }
  }
}

/// A stage, as an option names it.
enum StageArgument: String, CaseIterable, ExpressibleByArgument {
  case preparation, during, paused, completed, ended
  case neverStarted = "never-started"

  static let names = allCases.map(\.rawValue).joined(separator: "|")

  /// The stage.
  var stage: Stage {
    switch self {
    case .preparation: .preparation
    case .during: .during
    case .paused: .paused
    case .completed: .completed
    case .ended: .ended
    case .neverStarted: .neverStarted
    }
  }
}
