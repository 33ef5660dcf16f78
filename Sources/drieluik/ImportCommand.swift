import ArgumentParser

/// `drieluik import FILE`: takes placements in from a CSV file.
struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import", abstract: helpText("help.import"), discussion: helpText("help.import.more"))
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: help("help.import.file", "FILE"), completion: .file()) var file: String
  @Flag(name: .customLong("dry-run"), help: help("help.dryRun")) var dryRun = false
  @Flag(help: help("help.strict")) var strict = false

  func run() throws {
    let call = try Call(common)
    defer { call.leave() }
    try PlacementImport(words: call.words, clock: call.clock, path: file, isDryRun: dryRun, isStrict: strict).run(call)
  }
}
