import Foundation
import Glibc
import TerminalTesting
import Testing

/// The manual pages name what the program has, in both languages, and `man` reads them without a word of complaint.
@Suite struct ManualTests {
  static let repository =
    URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let sections = ["nl": ["NAAM", "OPDRACHTEN", "AFSLUITCODES"], "en": ["NAME", "COMMANDS", "FILES"]]

  private func page(_ place: CommandPlace, _ language: String) throws -> String {
    let outcome = try place.run(["man-page", "--language", language])
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome)")
    return outcome.output
  }

  @Test(arguments: ["nl", "en"])
  func everyCommandAndOptionIsOnThePage(language: String) throws {
    let place = try CommandPlace()
    let page = try page(place, language)
    let help = try place.run(["--experimental-dump-help", "--language", language]).json()
    var names: [String] = []
    func gather(_ command: [String: Any], _ path: [String]) {
      let isShown = command["shouldDisplay"] as? Bool ?? true
      let name = command["commandName"] as? String ?? ""
      guard isShown, name != "help" else { return }
      let below = command["subcommands"] as? [[String: Any]] ?? []
      let here = path + [name]
      if below.isEmpty { names.append(here.joined(separator: " ")) }
      for argument in command["arguments"] as? [[String: Any]] ?? [] where argument["shouldDisplay"] as? Bool ?? true {
        for name in argument["names"] as? [[String: Any]] ?? [] {
          names.append((name["kind"] as? String == "long" ? "--" : "-") + (name["name"] as? String ?? ""))
        }
        if let text = argument["abstract"] as? String, !text.contains("Show ") { names.append(text) }
      }
      for command in below { gather(command, here) }
    }
    gather(try #require(help["command"] as? [String: Any]), [])
    #expect(names.count > 60, "the command line could not be read")
    let shown = Self.unescaped(page)
    for name in names { #expect(shown.contains(name), "the page does not name \(name)") }
    for section in Self.sections[language] ?? [] { #expect(page.contains(".SH \(section)")) }
  }

  /// The page with what troff writes otherwise as people read it.
  private static func unescaped(_ page: String) -> String {
    var text = page
    for (from, to) in [("\\-", "-"), ("\\(aq", "'"), ("\\(dq", "\""), ("\\(ti", "~"), ("\\fB", ""), ("\\fR", "")] {
      text = text.replacingOccurrences(of: from, with: to)
    }
    return text.replacing(/\\\[u([0-9A-F]+)\]/) { match in
      UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
    }
  }

  @Test func thePageIsASCIIAndHasTheExitCodesOfTheREADME() throws {
    let place = try CommandPlace()
    let readme = try String(contentsOf: Self.repository.appendingPathComponent("README.md"), encoding: .utf8)
    let codes = readme.matches(of: #/(?m)^\| (\d+) \| /#).map { String($0.1) }
    #expect(codes.count > 8)
    for language in ["nl", "en"] {
      let page = try page(place, language)
      #expect(page.utf8.allSatisfy { $0 < 0x80 })
      for code in codes { #expect(page.contains("\n.B \(code)\n"), "\(code)") }
    }
  }

  @Test func thePageExplainsEveryVariableThatTheProgramReads() throws {
    let sources = Self.repository.appendingPathComponent("Sources")
    var found: Set<String> = []
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      found.formUnion(text.matches(of: /nvironment\["([A-Z_]+)"\]/).map { String($0.1) })
    }
    #expect(found.count > 8, "the variables could not be read")
    let page = try page(try CommandPlace(), "en")
    for variable in found { #expect(page.contains(variable), "the page does not explain \(variable)") }
  }

  static func program(_ name: String) -> String? {
    ["/usr/bin/", "/usr/local/bin/", "/bin/"].map { $0 + name }.first { access($0, X_OK) == 0 }
  }

  @Test(.enabled(if: program("mandoc") != nil, "there is no mandoc"))
  func mandocFindsNothing() throws {
    let outcome = try CommandPlace().shell(
      "for l in nl en; do $DRIELUIK man-page --language $l >$l.1 && mandoc -Tlint -W warning $l.1 || exit 1; done")
    #expect(outcome.code == 0 && outcome.output.isEmpty, "\(outcome.output)")
  }

  @Test(.enabled(if: program("groff") != nil, "there is no groff"))
  func groffFindsNothing() throws {
    let outcome = try CommandPlace().shell(
      "for l in nl en; do $DRIELUIK man-page --language $l | groff -man -ww -z -Tutf8 || exit 1; done")
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
  }

  @Test(arguments: [
    (["stat"], "drieluik status"), (["model", "chek"], "drieluik model check"), (["help", "stat"], "drieluik status"),
    (["--demo", "imprt"], "drieluik import"), (["doktor", "--json"], "drieluik doctor"),
    (["help", "doctr"], "drieluik doctor"),
  ])
  func anUnknownCommandNamesThoseThatComeNear(arguments: [String], near: String) throws {
    let place = try CommandPlace()
    let dutch = try place.run(arguments)
    #expect(dutch.code == 64 && dutch.output.isEmpty && dutch.errors.contains("Bedoelt u: \(near)\n"), "\(dutch)")
    let english = try place.run(arguments + ["--language", "en"])
    #expect(english.errors.contains("Do you mean: \(near)\n"), "\(english)")
    #expect(!place.has("data"))
  }

  @Test(arguments: [["zzz"], ["help", "zzz"], ["status", "x"], ["model", "show", "x"], ["--stor"]])
  func whatComesNearNothingIsNotGuessedAt(arguments: [String]) throws {
    let outcome = try CommandPlace().run(arguments)
    #expect(outcome.code == 64 && !outcome.errors.contains("Bedoelt u"), "\(outcome)")
    #expect(outcome.errors.hasSuffix("De opdrachtregel klopt niet. Kijk met: drieluik --help\n"))
  }

  @Test func helpAfterAKnownCommandIsHelp() throws {
    let place = try CommandPlace()
    for arguments in [["help"], ["help", "status"], ["help", "model", "check"], ["status", "--help"], ["--help"]] {
      let outcome = try place.run(arguments + ["--language", "en"])
      #expect(outcome.code == 0 && outcome.output.hasPrefix("OVERVIEW: "), "\(arguments): \(outcome)")
    }
  }
}
