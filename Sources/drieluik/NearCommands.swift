import ArgumentParser
import Widgets

/// Which command somebody may have meant by a word that is none.
enum NearCommands {
  /// The whole commands that come near, for the word that the parser's message names; empty where it is about something else.
  static func nearest(to message: String, arguments: [String]) -> [String] {
    let quoted = message.split(separator: "'", omittingEmptySubsequences: false).dropFirst().first.map(String.init)
    if let word = quoted, !word.hasPrefix("-"), let place = arguments.firstIndex(of: word) {
      return nearest(to: word, after: arguments[..<place])
    }
    // "doktor --json": the parser stumbles over the option, because it took the first word for one without meaning.
    guard let first = arguments.first, !first.hasPrefix("-") else { return [] }
    return subcommands(DrieluikCommand.self).contains { $0._commandName == first } ? [] : nearest(to: first, after: [])
  }

  /// The first word after `help` that names no command, with those that come near; nil where all do. The parser itself would show the help of
  /// what it did understand.
  static func unknownAfterHelp(_ arguments: [String]) -> (word: String, near: [String])? {
    guard let help = arguments.firstIndex(of: "help"), help == 0 || arguments[0].hasPrefix("-") else { return nil }
    let words = arguments[(help + 1)...].prefix { !$0.hasPrefix("-") }
    for (place, word) in zip(words.indices, words) where word != "help" {
      let (command, _) = reached(words[..<place])
      if !subcommands(command).contains(where: { $0._commandName == word }) {
        return (word, nearest(to: word, after: words[..<place]))
      }
    }
    return nil
  }

  private static func nearest(to word: String, after arguments: ArraySlice<String>) -> [String] {
    let (command, path) = reached(arguments)
    let names = subcommands(command).filter { $0.configuration.shouldDisplay }.map { $0._commandName }
    return Nearness.nearest(to: word, in: names).map { (["drieluik"] + path + [$0]).joined(separator: " ") }
  }

  /// The command to which words lead; options and their values lead nowhere.
  private static func reached(_ arguments: ArraySlice<String>) -> (any ParsableCommand.Type, path: [String]) {
    var command: any ParsableCommand.Type = DrieluikCommand.self
    var path: [String] = []
    for word in arguments {
      guard let next = subcommands(command).first(where: { $0._commandName == word }) else { continue }
      command = next
      path.append(word)
    }
    return (command, path)
  }

  private static func subcommands(_ command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
    command.configuration.subcommands
  }
}
