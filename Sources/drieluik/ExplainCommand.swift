import ArgumentParser
import Dashboards
import Exchange
import Glibc
import Language
import StateStore
import WerkendLeren

/// `drieluik explain`: what the school hands out about werkend leren.
struct ExplainCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain", abstract: helpText("help.explain"), discussion: helpText("help.explain.more"))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: OutputOptions
  @Flag(help: help("help.explain.markdown")) var markdown = false

  func run() throws {
    let call = try Call(common)
    defer { call.leave() }
    // What new placements begin with: the newest of the store, else the built-in one. It is nobody's data: no name is asked for.
    let store = try call.storeIfThere()
    let model = try inWords { () throws(StoreProblem) in try store?.newestModel()?.model } ?? BuiltInModel.load()
    let explanation = Explanation(words: call.words, model: model, party: common.role)
    let sink = try OutputSink(output, call: call)
    let columns = sink.path == nil ? Output.terminalColumns ?? 80 : 80
    let lines = markdown ? explanation.markdown : explanation.lines(columns: columns)
    try sink.write(lines.map { Output.oneLine($0) + "\n" }.joined())
    try sink.finish()
    if let path = sink.path { try Output.write(lines: [call.words("file.written", ["path": path])]) }
  }
}

extension Explanation {
  /// As Markdown, a block a line.
  var markdown: [String] {
    var lines: [String] = []
    for (place, block) in blocks.enumerated() {
      var isInList = false
      if case .item = block, place > 0, case .item = blocks[place - 1] { isInList = true }
      if place > 0, !isInList { lines.append("") }
      switch block {
      case .title(let text): lines.append("# " + MarkdownText.escaped(text))
      case .heading(let text): lines.append("## " + MarkdownText.escaped(text))
      case .subheading(let text): lines.append("### " + MarkdownText.escaped(text))
      case .paragraph(let text): lines.append(MarkdownText.escaped(text))
      case .item(let text): lines.append("- " + MarkdownText.escaped(text))
      }
    }
    return lines
  }
}

/// `drieluik contacts PLACEMENT`: whom to turn to, as lines to copy.
struct ContactsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "contacts", abstract: helpText("help.contacts"))
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: help("help.placement", "PLACEMENT")) var placement: String

  func run() throws {
    let call = try Call(common)
    defer { call.leave() }
    let store = try call.storeOrPassing().store
    let viewer = try call.identity.viewer(in: store)
    let row = try call.placement(placement, in: store, as: viewer)
    let view = try inWords { () throws(StoreProblem) in try store.records(row, as: viewer) }
    try Output.write(lines: ContactLines.of(view.records, words: call.words, today: call.clock.now().today))
  }
}
