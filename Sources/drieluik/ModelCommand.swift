import ArgumentParser
import Exchange
import Language
import StateStore
import WerkendLeren

/// `drieluik model`: the duties, and a school's own file of them.
struct ModelCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "model", abstract: helpText("help.model"),
      subcommands: [Check.self, Show.self, Use.self, List.self, Move.self])
  }

  /// `drieluik model check FILE`.
  struct Check: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: "check", abstract: helpText("help.model.check"))
    }

    @OptionGroup var common: CommonOptions
    @Argument(help: help("help.model.file", "FILE"), completion: .yaml) var file: String

    func run() throws {
      let base = BuiltInModel.load()
      let loaded = try ModelCommand.load(file, base: base)
      let report = ModelReport(words: programWords)
      try Output.write(lines: report.sound(file, loaded) + report.differences(from: base, to: loaded.model))
    }
  }

  /// `drieluik model show`.
  struct Show: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: "show", abstract: helpText("help.model.show"))
    }

    @OptionGroup var common: CommonOptions
    @Flag(help: help("help.json")) var json = false

    func run() throws {
      let call = try Call(common)
      defer { call.leave() }
      // What new placements begin with: the newest of the store, else the built-in one.
      let store = try call.storeIfThere()
      let model = try inWords { () throws(StoreProblem) in try store?.newestModel()?.model } ?? BuiltInModel.load()
      if json { return try Output.write(ModelReport.json(model)) }
      try Output.write(lines: ModelReport(words: call.words).lines(model))
    }
  }

  /// `drieluik model use FILE`.
  struct Use: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: "use", abstract: helpText("help.model.use"))
    }

    @OptionGroup var common: CommonOptions
    @Argument(help: help("help.model.file", "FILE"), completion: .yaml) var file: String

    func run() throws {
      let call = try Call(common)
      defer { call.leave() }
      let loaded = try ModelCommand.load(file, base: BuiltInModel.load())
      let store = try call.store()
      guard try call.identity.viewer(in: store).party == .school else {
        throw Failure(77, call.words("refusal.schoolOnly"))
      }
      let before = try inWords { () throws(StoreProblem) in try store.newestModel()?.model } ?? BuiltInModel.load()
      guard before != loaded.model else { return try Output.write(lines: [call.words("model.same")]) }
      try inWords { () throws(StoreProblem) in
        try store.ensureModel(loaded.model, at: call.clock.now())
        try store.close()
      }
      let report = ModelReport(words: call.words)
      try Output.write(
        lines: [call.words("model.used", ["name": loaded.model.name])]
          + report.differences(from: before, to: loaded.model))
    }
  }

  /// Reads and checks a file.
  private static func load(_ file: String, base: DutyModel) throws(Failure) -> LoadedModel {
    switch ModelFile.load(bytes: try SmallFile.read(file), file: file, base: base) {
    case .success(let loaded): return loaded
    case .failure(let problems): throw Failure(problems)
    }
  }
}
