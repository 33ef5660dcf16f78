import ArgumentParser
import Exchange
import Glibc
import Language
import StateStore
import WerkendLeren

extension ScanCommand {
  /// `drieluik scan export ID`.
  struct Export: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "export", abstract: helpText("help.scan.export"), discussion: helpText("help.scan.export.more"))
    }

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: help("help.scan.id", "ID|PLACEMENT")) var scan: String
    @Flag(help: help("help.scan.yaml")) var yaml = false
    @Flag(help: help("help.json")) var json = false

    func run() throws {
      let call = try Call(common)
      defer { call.leave() }
      if json, yaml { throw Failure(64, call.words("usage.jsonAndYAML")) }
      let store = try call.storeOrPassing().store
      let viewer = try call.identity.viewer(in: store)
      let found = try call.scan(scan, open: false, in: store, as: viewer)
      let view = try inWords { () throws(StoreProblem) in try store.scan(found.id, as: viewer) }
      guard viewer.party != .student || view.records.scan.isShared else {
        throw Failure(77, call.words("scan.notShared"))
      }
      let sink = try OutputSink(output, call: call)
      // What must not reach a terminal stands in both as an escape.
      try sink.writeExactly(
        json
          ? AnswerFile.json(view.records.sheet, of: view.questionnaire)
          : AnswerFile.yaml(view.records.sheet, of: view.questionnaire, words: call.words))
      try sink.finish()
      if let path = sink.path { try Output.write(lines: [call.words("file.written", ["path": path])]) }
    }
  }

  /// `drieluik scan import FILE`.
  struct Import: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "import", abstract: helpText("help.scan.import"), discussion: helpText("help.scan.import.more"))
    }

    @OptionGroup var common: CommonOptions
    @Argument(help: help("help.scan.answers", "FILE"), completion: .answers) var file: String
    @Argument(help: help("help.scan.open", "ID|PLACEMENT")) var scan: String?
    @Option(help: help("help.scan.placement", "PLACEMENT")) var placement: String?
    @Flag(help: help("help.scan.replace")) var replace = false

    func run() throws {
      let call = try Call(common)
      defer { call.leave() }
      guard (scan == nil) != (placement == nil) else { throw Failure(64, call.words("usage.scanOrPlacement")) }
      let (file, scan) = Self.inOrder(file, scan)
      let store = try call.store()
      let viewer = try call.identity.viewer(in: store)
      if let scan {
        let found = try call.scan(scan, open: true, in: store, as: viewer)
        return try fill(found.id, from: file, replacing: replace, in: store, as: viewer, call)
      }
      let row = try call.placement(placement ?? "", in: store, as: viewer)
      if let open = try call.newestScan(at: row, open: true, in: store, as: viewer) {
        return try fill(open, from: file, replacing: replace, in: store, as: viewer, call)
      }
      guard file != "-" else { throw Failure(64, call.words("usage.newFromFile")) }
      // Checked before anything is begun. A new scan holds what the file says and nothing of an earlier one.
      let newest = try inWords { () throws(StoreProblem) in try store.newestQuestionnaire()?.questionnaire }
      _ = try ScanCommand.answers(file, to: newest ?? BuiltInQuestionnaire.load(), isDraft: true)
      let begun = try call.beginScan(at: row, in: store, as: viewer)
      try Output.write(
        lines: [call.words("scan.begun", ["scan": String(begun.scan.id), "workplace": begun.workplace.name])])
      try fill(begun.scan.id, from: file, replacing: true, in: store, as: viewer, call)
    }

    /// File and scan, also where they were named the other way round.
    private static func inOrder(_ file: String, _ scan: String?) -> (file: String, scan: String?) {
      func isFile(_ path: String) -> Bool { path == "-" || access(path, F_OK) == 0 }
      guard let other = scan, !isFile(file), isFile(other) else { return (file, scan) }
      return (other, file)
    }

    private func fill(
      _ scan: Int64, from file: String, replacing: Bool, in store: Store, as viewer: Viewer, _ call: Call
    ) throws {
      let view = try inWords { () throws(StoreProblem) in try store.scan(scan, as: viewer) }
      let answers = try ScanCommand.answers(file, to: view.questionnaire, isDraft: true)
      if let version = answers.version, version != view.questionnaire.version {
        let details = ["given": version, "used": view.questionnaire.version]
        Output.complain([call.words("scan.otherVersion", details)])
      }
      var changes: [QuestionID: Answer?] = [:]
      for (question, answer) in answers.sheet.answers where view.records.sheet[question] != answer {
        changes[question] = .some(answer)
      }
      if replacing {
        for question in view.records.sheet.answers.keys where answers.sheet[question] == nil {
          changes.updateValue(nil, forKey: question)
        }
      }
      if changes.isEmpty {
        try Output.write(lines: [call.words("scan.imported.none", ["scan": String(scan)])])
      } else {
        let result = try inWords { () throws(StoreProblem) in
          try store.perform(
            .answer(changes), onScan: scan, as: viewer, at: call.clock.now(), seen: view.lastChange)
        }
        switch result {
        case .done: break
        case .refused(let refusal): throw call.failure(refusal)
        case .conflict(let conflict): throw call.failure(conflict)
        }
        let values = ["scan": String(scan), "count": String(changes.count)]
        try Output.write(lines: [call.words("scan.imported", values)])
      }
      try tellProblems(of: scan, in: store, as: viewer, call)
    }

    /// What stands in the way of handing in: a draft may hold it.
    private func tellProblems(of scan: Int64, in store: Store, as viewer: Viewer, _ call: Call) throws {
      let view = try inWords { () throws(StoreProblem) in try store.scan(scan, as: viewer) }
      let problems = SheetReading(view.records.sheet, of: view.questionnaire).problems
      guard !problems.isEmpty else { return try Output.write(lines: [call.words["scan.complete"]]) }
      let lines = problems.filter { $0.problem.kind != .missing }.compactMap { problem in
        view.questionnaire[problem.question].map { question in
          call.words(
            "scan.problem",
            ["question": question.id.text, "problem": call.words.problem(problem.problem, at: question)])
        }
      }
      let missing = problems.filter { $0.problem.kind == .missing }.map(\.question.text)
      let details = ["count": String(missing.count), "questions": missing.joined(separator: ", ")]
      try Output.write(lines: lines + (missing.isEmpty ? [] : [call.words("scan.missing", details)]))
    }
  }

  /// `drieluik scan questionnaire FILE`.
  struct UseQuestionnaire: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "questionnaire", abstract: helpText("help.scan.use"), discussion: helpText("help.scan.use.more"))
    }

    @OptionGroup var common: CommonOptions
    @Argument(help: help("help.scan.file", "FILE"), completion: .yaml) var file: String?
    @Flag(name: .customLong("built-in"), help: help("help.scan.builtIn")) var builtIn = false

    func run() throws {
      let call = try Call(common)
      defer { call.leave() }
      if builtIn, file != nil { throw Failure(64, call.words("usage.fileOrBuiltIn")) }
      guard builtIn || file != nil else { return try show(call) }
      let wanted = try ScanCommand.questionnaire(file)
      let store = try call.store()
      guard try call.identity.viewer(in: store).party == .school else {
        throw Failure(77, call.words("refusal.schoolOnly"))
      }
      let before = try inWords { () throws(StoreProblem) in try store.newestQuestionnaire()?.questionnaire }
      let values = Self.values(wanted)
      guard before != wanted else { return try Output.write(lines: [call.words("scan.sameQuestionnaire", values)]) }
      try inWords { () throws(StoreProblem) in
        try store.ensureQuestionnaire(wanted, at: call.clock.now())
        try store.close()
      }
      try Output.write(lines: [call.words("scan.usedQuestionnaire", values)])
    }

    /// With what new scans begin.
    private func show(_ call: Call) throws {
      let store = try call.storeIfThere()
      let newest = try inWords { () throws(StoreProblem) in try store?.newestQuestionnaire()?.questionnaire }
      try Output.write(
        lines: [call.words("scan.presentQuestionnaire", Self.values(newest ?? BuiltInQuestionnaire.load()))])
    }

    private static func values(_ questionnaire: Questionnaire) -> [String: String] {
      [
        "version": questionnaire.version, "count": String(questionnaire.questions.count),
        "sections": String(questionnaire.sections.count),
      ]
    }
  }
}
