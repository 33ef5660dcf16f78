import ArgumentParser
import Canvas
import Exchange
import Glibc
import Language
import Terminal
import Widgets

/// `drieluik theme`: the colours of the screens, and a file of one's own with them.
struct ThemeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "theme", abstract: helpText("help.themes"), subcommands: [List.self, Show.self, Check.self])
  }

  /// `drieluik theme list`.
  struct List: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: "list", abstract: helpText("help.theme.list"))
    }

    @OptionGroup var common: CommonOptions
    @Flag(help: help("help.theme.names")) var names = false

    func run() throws {
      let words = programWords
      let all = ThemeShelf(environment: programEnvironment, words: words).all
      if names { return try Output.write(lines: all.map(\.name)) }
      try Output.write(
        lines: all.map { theme in
          let what = theme.isOwn ? words["theme.ownFile"] : words["theme.name.\(theme.name)"]
          return "\(theme.name): \(what)"
        })
    }
  }

  /// `drieluik theme show NAME`.
  struct Show: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: "show", abstract: helpText("help.theme.show"))
    }

    @OptionGroup var common: CommonOptions
    @Argument(help: help("help.theme.name", "NAME"), completion: .themes) var name: String

    func run() throws {
      let words = programWords
      let scheme = try ThemeShelf(environment: programEnvironment, words: words).named(name)
      let report = ThemeReport(scheme: scheme, words: words)
      // How many colours there are, as far as the environment and terminfo say.
      let colors = Surroundings.look(TerminalOptions(environment: programEnvironment), signs: "").colors
      try Output.write(lines: [report.heading])
      for role in report.roles {
        let codes = isatty(STDOUT_FILENO) == 0 ? [] : TerminalColor.codes(of: role.shown(colors), among: colors)
        try Output.write(role.name, codes: codes, ": " + role.what)
      }
    }
  }

  /// `drieluik theme check FILE`.
  struct Check: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: "check", abstract: helpText("help.theme.check"))
    }

    @OptionGroup var common: CommonOptions
    @Argument(help: help("help.model.file", "FILE"), completion: .yaml) var file: String

    func run() throws {
      let words = programWords
      let read = try ThemeShelf.read(file)
      let scheme = ColorScheme(name: read.name, variant: read.variant, depth: read.depth, colors: read.colors)
      let report = ThemeReport(scheme: scheme, words: words)
      try Output.write(
        lines: [words("theme.sound", ["file": file, "name": read.name]), report.ground] + report.warnings)
    }
  }
}

extension CompletionKind {
  /// The names of all themes, asked for when somebody presses Tab: the user's own may have come since.
  static var themes: CompletionKind {
    .custom { _, _, _ in ThemeShelf(environment: programEnvironment, words: programWords).all.map(\.name) }
  }
}
