import ArgumentParser
import Dashboards
import Glibc
import Language
import StateStore
import WerkendLeren

extension ModelCommand {
  /// `drieluik model list`.
  struct List: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: "list", abstract: helpText("help.model.list"))
    }

    @OptionGroup var common: CommonOptions

    func run() throws {
      let call = try Call(common)
      defer { call.leave() }
      let (store, isThere) = try call.storeOrPassing()
      if !isThere { Output.complain([call.words("status.noStore", ["path": call.place.path])]) }
      let versions = try inWords { () throws(StoreProblem) in try store.modelVersions() }
      try Output.write(lines: versions.map { ModelMoveRun.line($0, call.words) })
    }
  }

  /// `drieluik model move`.
  struct Move: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "move", abstract: helpText("help.model.move"), discussion: helpText("help.model.move.more"))
    }

    @OptionGroup var common: CommonOptions
    @Argument(help: help("help.model.placements", "PLACEMENT")) var placements: [String] = []
    @Flag(help: help("help.model.all")) var all = false
    @Option(help: help("help.model.to", "VERSION")) var to: String = "newest"
    @Option(help: help("help.model.reason", "TEXT")) var reason: String = ""
    @Flag(help: help("help.yes")) var yes = false
    @Flag(name: .customLong("dry-run"), help: help("help.dryRun")) var dryRun = false

    func run() throws {
      let call = try Call(common)
      defer { call.leave() }
      guard all != !placements.isEmpty else { throw Failure(64, call.words("move.whichOnes")) }
      try ModelMoveRun(call: call, reason: TextDoor.clean(reason, limit: 500))
        .run(all ? nil : placements, to: TextDoor.clean(to, limit: 200), isConfirmed: yes, isDryRun: dryRun)
    }
  }
}

/// One move of placements to another version of the duties: what it would change, the question, and what was done.
struct ModelMoveRun {
  let call: Call
  let reason: String
  private var words: Words { call.words }

  /// Goes through all of it. Ends with 65 where something that was asked for was not done.
  /// - Parameter named: The placements, as they were typed; nil: all that go on.
  func run(_ named: [String]?, to text: String, isConfirmed: Bool, isDryRun: Bool) throws {
    let store = try call.store()
    let viewer = try call.identity.viewer(in: store)
    guard viewer.party == .school else { throw Failure(77, words("refusal.schoolOnly")) }
    let target = try version(text, in: store)
    let rows = try named?.map { try call.placement($0, in: store, as: viewer) }
    let found = try inWords { () throws(StoreProblem) in try store.candidates(movingTo: target.id, among: rows) }
    let moving = found.filter { !$0.isOver && $0.model != target.id }
    for row in found where row.model == target.id {
      try Output.write(lines: [words("move.isThere", ["placement": row.key])])
    }
    let over = found.filter { $0.isOver && $0.model != target.id }
    Output.complain(over.map { words("move.isOver", ["placement": $0.key]) })
    guard !moving.isEmpty else {
      try Output.write(lines: [words("move.nothing", ["name": target.name])])
      return try end(over.count)
    }
    if reason.isEmpty, moving.contains(where: { $0.model > target.id }) { throw Failure(64, words["move.needsReason"]) }
    try preview(moving, target, store, viewer)
    if isDryRun {
      try Output.write(lines: ["", words["move.dryRun"]])
      return try end(over.count)
    }
    guard try isConfirmed || ask(moving.count, target) else {
      return try Output.write(lines: [words["move.cancelled"]])
    }
    try move(moving, to: target, store, viewer, left: over.count)
  }

  /// The version that a text names: the newest, one by its name, or one by its number in `model list`.
  private func version(_ text: String, in store: Store) throws(Failure) -> ModelVersion {
    let versions = try inWords { () throws(StoreProblem) in try store.modelVersions() }
    if text == "newest", let newest = versions.last { return newest }
    let same = versions.filter { TextDoor.folded($0.name) == TextDoor.folded(text) }
    if same.count == 1 { return same[0] }
    if same.isEmpty, let number = Int64(text), let found = versions.first(where: { $0.id == number }) { return found }
    let listed = (same.isEmpty ? versions : same).map { "  " + Self.line($0, words) }
    throw Failure(65, [words(same.isEmpty ? "move.unknownVersion" : "move.ambiguousVersion", ["name": text])] + listed)
  }

  /// Shows what would change, once for each version from which placements come.
  private func preview(
    _ moving: [ModelMoveCandidate], _ target: ModelVersion, _ store: Store, _ viewer: Viewer
  ) throws {
    let new = try inWords { () throws(StoreProblem) in try store.model(target.id) }
    var isFirst = true
    for (from, rows) in Dictionary(grouping: moving, by: \.model).sorted(by: { $0.key < $1.key }) {
      let old = try inWords { () throws(StoreProblem) in try store.model(from) }
      let wording = ModelMoveWording(words: words, from: old, to: new, target: target.id)
      let values = ["from": old.name, "to": new.name, "count": String(rows.count), "placement": rows[0].key]
      var records: PlacementRecords?
      if rows.count == 1 {
        records = try inWords { () throws(StoreProblem) in try store.records(rows[0].id, as: viewer) }.records
      }
      let title = words(rows.count == 1 ? "move.title.one" : "move.title.many", values)
      try Output.write(lines: (isFirst ? [] : [""]) + [title] + wording.lines(for: records))
      isFirst = false
    }
  }

  /// Asks on a terminal; without one nobody can answer.
  private func ask(_ count: Int, _ target: ModelVersion) throws -> Bool {
    guard isatty(STDIN_FILENO) != 0, isatty(STDOUT_FILENO) != 0 else { throw Failure(64, words["move.needsYes"]) }
    try Output.write(
      "\n" + Output.oneLine(words("move.question", ["count": String(count), "name": target.name])) + " ")
    let answer = TextDoor.folded(readLine() ?? "")
    return ["j", "ja", "y", "yes"].contains(answer)
  }

  private func move(
    _ moving: [ModelMoveCandidate], to target: ModelVersion, _ store: Store, _ viewer: Viewer, left: Int
  ) throws {
    Interruption.hold()
    let progress = ProgressLine(words: words, key: "move.progress")
    let result = try inWords { () throws(StoreProblem) in
      try store.moveModels(
        moving.map(\.id), to: target.id, reason: reason, as: viewer, at: call.clock.now(),
        progress: { count in
          progress.show(count)
          return !Interruption.isAsked
        })
    }
    progress.clear()
    let keys = Dictionary(moving.map { ($0.id, $0.key) }, uniquingKeysWith: { first, _ in first })
    let wording = RefusalWording(words: words, today: call.clock.now().today)
    Output.complain(
      result.refused.map { "\(keys[$0.placement] ?? ""): \(wording.text($0.refusal, model: nil))" })
    try Output.write(
      lines: [words("move.done", ["count": String(result.done.count), "name": target.name])])
    let missing = moving.count - result.done.count - result.refused.count
    if missing > 0 {
      Output.complain([words("move.stopped", ["count": String(missing)])])
      throw Ended(exitCode: 130)
    }
    try end(left + result.refused.count)
  }

  private func end(_ refused: Int) throws { if refused > 0 { throw Ended(exitCode: 65) } }

  /// A version as `model list` shows it.
  static func line(_ version: ModelVersion, _ words: Words) -> String {
    let day = Day(iso: version.added.prefix(10)).map { DateWords(words).full($0) } ?? version.added
    return words(
      "model.version",
      ["number": String(version.id), "name": version.name, "day": day, "count": String(version.placements)])
  }
}
