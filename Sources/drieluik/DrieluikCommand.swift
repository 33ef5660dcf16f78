import ArgumentParser
import Exchange
import Glibc
import Language
import WerkendLeren

/// `drieluik` itself: without a subcommand it opens the screens.
@main
struct DrieluikCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "drieluik", abstract: helpText("help.drieluik"), discussion: helpText("help.drieluik.more"),
      version: programVersion,
      subcommands: [
        StatusCommand.self,
        AgendaCommand.self,
        ImportCommand.self,
        ExportCommand.self,
        ReportCommand.self,
        ExplainCommand.self,
        ContactsCommand.self,
        ModelCommand.self,
        KeysCommand.self,
        ThemeCommand.self,
        ScanCommand.self,
        DoctorCommand.self,
        ManualCommand.self,
      ])
  }

  @OptionGroup var common: CommonOptions
  @Flag(name: .customLong("no-mouse"), help: help("help.noMouse")) var noMouse = false
  @Flag(help: help("help.ascii")) var ascii = false
  @Flag(help: help("help.plain")) var plain = false
  @Option(help: help("help.color", "auto|always|never|8|16|256")) var color: Settings.Color?
  @Option(help: help("help.theme", "NAME"), completion: .themes) var theme: String?

  func run() throws {
    let call = try Call(common)
    defer { call.leave() }
    try call.openScreens(noMouse: noMouse, ascii: ascii, plain: plain, color: color, theme: theme)
  }
}

extension DrieluikCommand {
  /// Parses and runs, and ends the process with the exit code that belongs to what happened.
  static func main() {
    // A reader that stops early, as `head` does, shows as a failed write and not as a signal, so that everything is tidied up.
    signal(SIGPIPE, SIG_IGN)
    StandardStreams.holdClosedOnes()
    Glibc.exit(outcome(Array(CommandLine.arguments.dropFirst())))
  }

  private static func outcome(_ arguments: [String]) -> Int32 {
    if let (word, near) = NearCommands.unknownAfterHelp(arguments) {
      return wrong([programWords("usage.noCommand", ["word": word])], near: near)
    }
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
      return 0
    } catch let failure as Failure {
      Output.complain(failure.lines)
      return failure.exitCode
    } catch let ending as Ended {
      return ending.exitCode
    } catch let closed as OutputClosed {
      if let reason = closed.reason { Output.complain([programWords("output.failed", ["reason": reason])]) }
      return closed.exitCode
    } catch {
      return parserOutcome(error, arguments)
    }
  }

  /// What the parser itself has to say: help and version on standard output, errors in its own words followed by one line of ours.
  private static func parserOutcome(_ error: any Error, _ arguments: [String]) -> Int32 {
    let text = fullMessage(for: error)
    if exitCode(for: error).isSuccess {
      do throws(OutputClosed) { try Output.write(text + "\n") } catch { return error.exitCode }
      return 0
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return wrong(lines, near: NearCommands.nearest(to: lines.first ?? "", arguments: arguments))
  }

  /// Says what is wrong with the command line, which commands come near, and where to look.
  private static func wrong(_ lines: [String], near: [String]) -> Int32 {
    Output.complain(lines)
    if !near.isEmpty { Output.complain([programWords("usage.near", ["commands": near.joined(separator: ", ")])]) }
    Output.complain([programWords("usage.hint")])
    return 64
  }
}

/// What every command knows: the store, who acts, and the language.
struct CommonOptions: ParsableArguments {
  @Flag(help: help("help.demo")) var demo = false
  @Option(help: help("help.store", "PATH"), completion: .file()) var store: String?
  @Option(help: help("help.role", "student|school|employer")) var role: Party?
  @Option(name: .customLong("as"), help: help("help.as", "MAIL|NAME")) var person: String?
  @Option(help: help("help.language", "nl|en")) var language: Language?
}

extension Party: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension Settings.Color: ExpressibleByArgument {}
