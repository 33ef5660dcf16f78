import Foundation
import Language
import Testing
import WerkendLeren

@testable import Exchange

/// The user's settings as a file.
struct SettingsTests {
  private func read(_ text: String) -> Result<Settings, YAMLProblems> {
    Settings.read(bytes: Array(text.utf8), file: "config.yaml")
  }

  @Test func everySettingIsRead() throws {
    let text = """
      role: employer
      as: "Jan 't Hart"
      language: en
      mouse: no
      ascii: ja
      plain: false
      color: 256
      theme: dark
      rhythm: 6
      keys:
        overview:
          search: ["/", F3]
          mine: n
        everywhere:
          note: []
      """
    let expected = Settings(
      role: .employer, person: "Jan 't Hart", language: .english, mouse: false, ascii: true, plain: false, color: .many,
      theme: Settings.Name("dark", line: 8), rhythm: 6,
      keys: [
        Settings.KeySetting(
          screen: Settings.Name("overview", line: 11), command: Settings.Name("search", line: 12),
          keys: [Settings.Name("/", line: 12), Settings.Name("F3", line: 12)]),
        Settings.KeySetting(
          screen: Settings.Name("overview", line: 11), command: Settings.Name("mine", line: 13),
          keys: [Settings.Name("n", line: 13)]),
        Settings.KeySetting(
          screen: Settings.Name("everywhere", line: 14), command: Settings.Name("note", line: 15), keys: []),
      ])
    #expect(try read(text).get() == expected)
  }

  @Test(arguments: ["", "# nothing yet\n", "role:\nas: \"\"\n", "{}\n"])
  func aFileWithNothingInItSetsNothing(_ text: String) throws { #expect(try read(text).get() == Settings()) }

  @Test(arguments: [
    ("role: parent", "1 role yaml.wantsChoice"), ("\nmouse: perhaps", "2 mouse yaml.wantsYesNo"),
    ("colour: never", "1 colour yaml.unknownKey"), ("language: fr", "1 language yaml.wantsChoice"),
    ("as: [a]", "1 as yaml.wantsText"), ("ascii: yes\n\nascii: no", "3 ascii yaml.duplicateKey"),
    ("\"ascii\": yes\nascii: no", "2 ascii yaml.duplicateKey"),
    ("{ascii: yes, ascii: no}", "1 ascii yaml.duplicateKey"),
    ("color: 88", "1 color yaml.wantsChoice"), ("ascii: yes\n  bad: x", "2  yaml.syntax"),
    ("rhythm: 0", "1 rhythm yaml.wantsNumber"), ("rhythm: 105", "1 rhythm yaml.wantsNumber"),
    ("theme: [dark]", "1 theme yaml.wantsText"), ("keys: x", "1 keys yaml.wantsMap"),
    ("keys:\n  overview: x", "2 keys.overview yaml.wantsMap"),
    ("keys:\n  overview:\n    search: {a: b}", "3 keys.overview.search yaml.wantsText"),
    ("keys:\n  overview:\n    search: [[a]]", "3 keys.overview.search yaml.wantsText"),
    ("keys:\n  overview:\n    search: a\n    search: b", "4 search yaml.duplicateKey"),
  ])
  func aWrongSettingIsNamedWithItsLineAndField(_ text: String, _ expected: String) {
    let found = shown(read(text))
    #expect(found.count == 1 && found.first == expected, "\(found)")
  }

  @Test func whatIsWrittenIsReadBack() throws {
    for seed in 1...modelTrials {
      var random = CSVSeed(seed)
      let name = TextDoor.clean(troubleText(using: &random), limit: 200)
      let settings = Settings(
        role: Party.allCases.randomElement(using: &random), person: name.isEmpty ? nil : name,
        language: Language.allCases.randomElement(using: &random), mouse: Bool.random(using: &random) ? true : nil,
        ascii: Bool.random(using: &random) ? false : nil, plain: Bool.random(using: &random) ? true : nil,
        color: Settings.Color.allCases.randomElement(using: &random))
      #expect(try read(settings.text).get() == settings, "seed \(seed): \(settings.text)")
    }
  }

  @Test func noSettingsAreAnEmptyFile() { #expect(Settings().text.isEmpty) }
}
