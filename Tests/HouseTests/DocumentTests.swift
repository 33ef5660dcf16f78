import Foundation
import Testing

/// The documents say what is there.
@Suite("Documents")
struct DocumentTests {
  static let documents =
    ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map { Repository.File(path: $0) }
    + Repository.files(in: "docs", endings: ["md"])

  /// Documents for those who use the program: each option in them is one of the program's.
  static let guides = [
    "README.md", "docs/guide.md", "docs/handleiding.md", "docs/status-json.md", "docs/export-json.md",
    "docs/model-file.md", "docs/questionnaire-file.md",
  ]

  /// Whether the program reads a command line.
  static let hasCommandLine = Repository.files(in: "Sources/drieluik", endings: ["swift"]).contains { file in
    (try? file.text())?.contains("ParsableCommand") ?? false
  }

  @Test("links lead to files that are there", arguments: documents)
  func linksLeadSomewhere(document: Repository.File) throws {
    let text = try document.text()
    let folder = document.url.deletingLastPathComponent()
    for target in Self.matches(#"\]\(([^)#\s]+)[^)]*\)"#, in: text) where !target.contains("://") {
      let path = folder.appendingPathComponent(target).path
      #expect(FileManager.default.fileExists(atPath: path), "\(document.path) points to \(target)")
    }
  }

  @Test(
    "names only options that the program has", .enabled(if: hasCommandLine, "no command line yet"),
    arguments: guides)
  func optionsExist(path: String) throws {
    let program = try Repository.files(in: "Sources/drieluik", endings: ["swift"]).map { try $0.text() }.joined()
    let options = Set(Self.matches(#"(?<![\w-])--([a-z][a-z-]*[a-z])"#, in: try Repository.text(path)))
    let unknown = options.filter { !Self.isKnown($0, in: program) }.map { "--\($0)" }.sorted()
    #expect(unknown.isEmpty, "\(path) names what Sources/drieluik does not have")
  }

  /// Whether the program has the option: by a name of its own, by the property that it is made of, or as the "no" to one.
  private static func isKnown(_ option: String, in program: String) -> Bool {
    if ["help", "version"].contains(option) { return true }
    let words = option.split(separator: "-").map(String.init)
    let property = words[0] + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    if program.contains("\"\(option)\"") || program.contains("\"--\(option)\"") { return true }
    if program.contains("var \(property):") || program.contains("var \(property) =") { return true }
    return words[0] == "no" && words.count > 1 && program.contains("prefixedNo")
      && isKnown(words.dropFirst().joined(separator: "-"), in: program)
  }

  @Test("the README names every command and option", .enabled(if: hasCommandLine, "no command line yet"))
  func commandLineIsNamed() throws {
    let program = try Repository.files(in: "Sources/drieluik", endings: ["swift"]).map { try $0.text() }.joined()
    let readme = try Repository.text("README.md")
    let long = Self.matches(#"@(?:Flag|Option)\(name: \.customLong\("([a-z-]+)"\)"#, in: program)
    let plain = Self.matches(#"@(?:Flag|Option)\(help: .*\) var (\w+)"#, in: program)
    #expect(long.count + plain.count > 10, "the options could not be read")
    for option in long + plain {
      let isNamed = readme.range(of: "--\(option)(?![a-z-])", options: .regularExpression) != nil
      #expect(isNamed, "README.md does not name --\(option)")
    }
    let commands = Self.matches(#"commandName: "([a-z]+)""#, in: program)
    #expect(commands.count > 5, "the commands could not be read")
    for command in commands { #expect(readme.contains(" \(command)") || command == "drieluik", "\(command)") }
  }

  @Test("the guides list every column of an import", arguments: ["docs/guide.md", "docs/handleiding.md"])
  func columnsAreListed(path: String) throws {
    let source = try Repository.text("Sources/Exchange/ImportColumn.swift")
    let names = Self.matches(#"case \.\w+: \("([^"]+)", "[^"]+"\)"#, in: source)
    let englishNames = Self.matches(#"case \.\w+: \("[^"]+", "([^"]+)"\)"#, in: source)
    #expect(names.count > 20 && names.count == englishNames.count, "the columns could not be read")
    let guide = try Repository.text(path)
    for name in names + englishNames { #expect(guide.contains("`\(name)`"), "\(path) does not list \(name)") }
  }

  @Test("the example of the status is JSON with the fields of its table")
  func statusExampleIsJSON() throws {
    let text = try Repository.text("docs/status-json.md")
    let example = try #require(Self.matches(#"(?s)```json\n(.*?)\n```"#, in: text).first)
    let value = try JSONSerialization.jsonObject(with: Data(example.utf8))
    let status = try #require(value as? [String: Any])
    #expect(status["version"] as? Int == 1)
    for key in status.keys { #expect(text.contains("| `\(key)"), "\(key) is not in the table") }
    let placements = try #require(status["placements"] as? [String: Int])
    let total = try #require(placements["total"])
    #expect(placements.filter { $0.key != "total" }.values.reduce(0, +) == total)
  }

  @Test("the description of a model file names every field and record")
  func modelFieldsAreNamed() throws {
    let draft = try Repository.text("Sources/Exchange/ModelDraft.swift")
    let fields = try #require(Self.matches(#"static let fields = \[([^\]]+)\]"#, in: draft).first)
    let duty = try Repository.text("Sources/WerkendLeren/Duty.swift")
    let records = try #require(Self.matches(#"(?s)enum RecordKind: (.*?)\n\}"#, in: duty).first)
    let names = Self.matches(#""([a-z_]+)""#, in: fields) + Self.matches(#"case \w+ = "([a-z-]+)""#, in: records)
    #expect(names.count > 18, "the fields could not be read")
    let text = try Repository.text("docs/model-file.md")
    for name in names { #expect(text.contains("`\(name)`"), "docs/model-file.md does not name \(name)") }
  }

  @Test("the description of a questionnaire names every field and kind")
  func questionFieldsAreNamed() throws {
    let draft = try Repository.text("Sources/Exchange/QuestionDraft.swift")
    let fields = try #require(Self.matches(#"static let fields = \[([^\]]+)\]"#, in: draft).first)
    let question = try Repository.text("Sources/WerkendLeren/Question.swift")
    let kinds = try #require(Self.matches(#"(?s)enum QuestionKind: (.*?)\n\}"#, in: question).first)
    let names = Self.matches(#""([a-z_]+)""#, in: fields) + Self.matches(#"case (\w+)\n"#, in: kinds)
    #expect(names.count > 28, "the fields could not be read")
    let text = try Repository.text("docs/questionnaire-file.md")
    for name in names { #expect(text.contains("`\(name)`"), "docs/questionnaire-file.md does not name \(name)") }
  }

  @Test("the picture of the house shows every room")
  func architectureShowsEveryRoom() throws {
    let text = try Repository.text("docs/architecture.md")
    for room in try Repository.rooms() { #expect(text.contains("`\(room)`"), "\(room) is missing") }
  }

  /// What the first group of a pattern finds, each time.
  private static func matches(_ pattern: String, in text: String) -> [String] {
    guard let expression = try? NSRegularExpression(pattern: pattern) else {
      Issue.record("not a pattern: \(pattern)")
      return []
    }
    return expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap { match in
      Range(match.range(at: 1), in: text).map { String(text[$0]) }
    }
  }
}
