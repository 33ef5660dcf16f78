import ArgumentParser

/// `drieluik man-page`: the manual page in the language of this call. `make install` keeps it; nobody needs to know it.
struct ManualCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "man-page", abstract: helpText("help.manual"), shouldDisplay: false)
  }

  @OptionGroup var common: CommonOptions

  func run() throws {
    try Output.write(try ManualPage(help: DrieluikCommand._dumpHelp(), words: programWords).text)
  }
}
