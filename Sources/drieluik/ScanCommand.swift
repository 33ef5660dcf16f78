import ArgumentParser
import Exchange
import Language
import WerkendLeren

/// `drieluik scan`: the workplace scan.
struct ScanCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "scan", abstract: helpText("help.scan"),
      subcommands: [
        New.self, List.self, Fill.self, Export.self, Import.self, Decide.self, Check.self, Try.self,
        Report.self, UseQuestionnaire.self,
      ])
  }

  /// `drieluik scan check FILE`.
  struct Check: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: "check", abstract: helpText("help.scan.check"))
    }

    @OptionGroup var common: CommonOptions
    @Argument(help: help("help.scan.file", "FILE"), completion: .yaml) var file: String

    func run() throws {
      let questionnaire = try ScanCommand.questionnaire(file)
      let details = [
        "file": file, "version": questionnaire.version, "sections": String(questionnaire.sections.count),
        "count": String(questionnaire.questions.count),
      ]
      try Output.write(lines: [programWords("scan.sound", details)])
    }
  }

  /// `drieluik scan try ANSWERS`.
  struct Try: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: "try", abstract: helpText("help.scan.try"))
    }

    @OptionGroup var common: CommonOptions
    @Argument(help: help("help.scan.answers", "ANSWERS"), completion: .answers) var answers: String
    @Option(help: help("help.scan.questionnaire", "FILE"), completion: .yaml) var questionnaire: String?
    @Flag(help: help("help.json")) var json = false

    func run() throws {
      let questionnaire = try ScanCommand.questionnaire(questionnaire)
      let file = try ScanCommand.answers(answers, to: questionnaire)
      if let version = file.version, version != questionnaire.version {
        let details = ["given": version, "used": questionnaire.version]
        Output.complain([programWords("scan.otherVersion", details)])
      }
      let outcome = ScanOutcome(file.sheet, of: questionnaire)
      if json { return try Output.write(OutcomeReport.json(outcome)) }
      try Output.write(lines: OutcomeReport(words: programWords, questionnaire: questionnaire).lines(outcome))
    }
  }

  /// Reads and checks a questionnaire; the built-in one without a file.
  static func questionnaire(_ file: String?) throws(Failure) -> Questionnaire {
    guard let file else { return BuiltInQuestionnaire.load() }
    switch QuestionnaireFile.load(bytes: try SmallFile.read(file), file: file) {
    case .success(let questionnaire): return questionnaire
    case .failure(let problems): throw Failure(problems)
    }
  }

  /// Reads and checks a file of answers. In a draft a check between two of them may fail.
  static func answers(
    _ file: String, to questionnaire: Questionnaire, isDraft: Bool = false
  ) throws(Failure) -> AnswerFile {
    let bytes = try SmallFile.read(file, mebibytes: AnswerFile.mebibytes)
    let language = programWords.language
    switch AnswerFile.load(
      bytes: bytes, file: file, questionnaire: questionnaire, language: language, isDraft: isDraft)
    {
    case .success(let answers): return answers
    case .failure(let problems): throw Failure(problems)
    }
  }
}
