import ArgumentParser
import Dashboards
import Exchange
import Language

/// `drieluik keys`: every screen's commands and their keys.
struct KeysCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "keys", abstract: helpText("help.keys"))
  }

  @OptionGroup var common: CommonOptions
  @Flag(help: help("help.markdown")) var markdown = false

  func run() throws {
    let map: KeyMap
    do throws(Failure) {
      map = try SettingsFile.read().keyMap(programWords)
    } catch {
      // Whoever has to mend the settings needs the names.
      try write(.standard)
      throw error
    }
    try write(map)
  }

  private func write(_ map: KeyMap) throws {
    let words = programWords
    try Output.write(lines: markdown ? KeyListing.markdown(map, words) : KeyListing.lines(map, words))
  }
}

extension Settings {
  /// The keys with the user's own among them.
  func keyMap(_ words: Words) throws(Failure) -> KeyMap {
    let wishes = keys.map { setting in
      KeyWish(
        screen: KeyWish.Name(setting.screen.text, line: setting.screen.line),
        command: KeyWish.Name(setting.command.text, line: setting.command.line),
        keys: setting.keys.map { KeyWish.Name($0.text, line: $0.line) })
    }
    let (map, problems) = KeyMap.read(wishes, words)
    guard problems.isEmpty else {
      let file = SettingsFile(environment: programEnvironment).path
      throw Failure(
        YAMLProblems(
          problems.map {
            YAMLProblem(
              file: file, line: $0.line, field: TextDoor.clean($0.field, limit: 100), key: $0.key,
              details: $0.details.mapValues { TextDoor.clean($0, limit: 400) })
          }))
    }
    return map
  }
}
