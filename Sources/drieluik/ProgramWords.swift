import ArgumentParser
import Glibc
import Language

/// The version that `--version` gives.
let programVersion = "0.1.0"

/// The day of that version, for the manual page.
let programDate = "2026-11-26"

/// The variables of the process as it was started.
let programEnvironment: [String: String] = {
  var variables: [String: String] = [:]
  var place = environ
  while let entry = place.pointee {
    let text = String(cString: entry)
    if let equals = text.firstIndex(of: "=") {
      variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
    }
    place += 1
  }
  return variables
}()

/// The texts in the language of this call. It is found before anything is parsed, so that help follows it: by `--language`, else by the
/// settings, else by the environment.
let programWords = Words(
  languageOption(Array(CommandLine.arguments.dropFirst()))
    ?? SettingsFile.languageAtStart(programEnvironment) ?? Language(option: nil, environment: programEnvironment))

/// The language that the arguments name; nil where they name none or one that is not known. The last one counts, as it does for the parser.
func languageOption(_ arguments: [String]) -> Language? {
  var found: Language?
  var expectsValue = false
  for argument in arguments {
    if expectsValue {
      found = Language(rawValue: argument) ?? found
      expectsValue = false
    } else if argument == "--" {
      break
    } else if argument == "--language" {
      expectsValue = true
    } else if argument.hasPrefix("--language=") {
      found = Language(rawValue: String(argument.dropFirst("--language=".count))) ?? found
    }
  }
  return found
}

/// A text of the help in the language of this call.
func helpText(_ key: String) -> String { programWords(key) }

/// The help of an option or argument; `value` names what it takes.
func help(_ key: String, _ value: String? = nil) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: helpText(key)).naming(value)
}

extension ArgumentHelp {
  /// The same help with a name for the value.
  fileprivate func naming(_ value: String?) -> ArgumentHelp {
    guard let value else { return self }
    return ArgumentHelp(abstract, valueName: value)
  }
}
