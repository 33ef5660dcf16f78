import Foundation
import Language
import Testing
import WerkendLeren

@testable import Exchange

/// A setting changed in the user's own file: all else stays as it was written.
struct SettingsEditTests {
  private func edited(_ text: String, theme: String = "light") throws -> String {
    var edit = SettingsEdit()
    edit.set(theme: theme)
    return String(decoding: try edit.apply(to: Array(text.utf8), file: "config.yaml").get(), as: UTF8.self)
  }

  @Test(arguments: [
    ("", "theme: light\n"), ("# mine\n", "# mine\ntheme: light\n"), ("mouse: no", "mouse: no\ntheme: light\n"),
    ("theme: dark\n", "theme: light\n"),
    ("theme: dark # for the evening\nmouse: no\n", "theme: light # for the evening\nmouse: no\n"),
    ("theme: 'a''b'   # x\n", "theme: light   # x\n"), ("theme: \"a\\\"b\"\n", "theme: light\n"),
    ("theme:\n", "theme: light\n"), ("theme:   # none yet\n", "theme: light # none yet\n"),
    ("theme :  dark\n", "theme : light\n"), ("a: 1\r\n", ""), ("mouse: no\r\n", "mouse: no\r\ntheme: light\r\n"),
    ("theme: dark\r\nmouse: no\r\n", "theme: light\r\nmouse: no\r\n"),
    ("theme: >-\n  dark\n# keep\nmouse: no\n", "theme: light\n# keep\nmouse: no\n"),
    (
      "theme:\n  dark\nkeys:\n  overview:\n    search: F3 # mine\n",
      "theme: light\nkeys:\n  overview:\n    search: F3 # mine\n"
    ),
    ("keys:\n  overview:\n    search: F3\n", "keys:\n  overview:\n    search: F3\ntheme: light\n"),
    ("\u{FEFF}theme: dark\n", "\u{FEFF}theme: light\n"),
    // Written in one piece it cannot be changed in place: the settings stay, the layout does not.
    ("{mouse: no, theme: dark}\n", "mouse: no\ntheme: \"light\"\n"),
    ("---\nmouse: no\n...\n", "mouse: no\ntheme: \"light\"\n"),
  ])
  func onlyTheThemeChanges(_ text: String, _ expected: String) throws {
    if expected.isEmpty {
      #expect(throws: YAMLProblems.self) { try edited(text) }
    } else {
      #expect(try edited(text) == expected)
    }
  }

  @Test func aRoleAndAPersonGoWithoutTouchingTheRest() throws {
    let text = "# who\nrole: employer # jan\nas: jan@vandijk.nl\n\n# looks\ntheme: dark\n"
    var edit = SettingsEdit()
    edit.set(role: .school, person: nil)
    let away = try edit.apply(to: Array(text.utf8), file: "f").get()
    #expect(String(decoding: away, as: UTF8.self) == "# who\nrole: school # jan\n\n# looks\ntheme: dark\n")
    edit = SettingsEdit()
    edit.set(role: .student, person: "Amira \"A\" \\ El")
    let back = try edit.apply(to: away, file: "f").get()
    #expect(try Settings.read(bytes: back, file: "f").get().person == "Amira \"A\" \\ El")
  }

  @Test func whateverTheFileOnlyTheChangedSettingDiffers() throws {
    let pieces = [
      "role: student\n", "as: \"Jan # Jansen\"\n", "# a comment: theme: dark\n", "theme: dark\n",
      "theme: 'it''s' # c\n",
      "theme: |\n  dark\n", "theme: \"da\\\n  rk\"\n", "mouse: no # theme: x\n", "\n", "color: 16\n", "rhythm: 9\n",
      "keys:\n  # mine\n  overview:\n    search: [\"/\", F3]\n", "language: en\r\n", "plain: yes   ",
    ]
    for seed in 1...modelTrials {
      var random = CSVSeed(seed)
      let text = (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      guard let before = try? Settings.read(bytes: Array(text.utf8), file: "f").get() else { continue }
      let theme = ["light", "drieluik", "no", "010", "a b", "'", "é#", "-x"].randomElement(using: &random) ?? ""
      var expected = before
      expected.theme = Settings.Name(theme)
      let changed = try edited(text, theme: theme)
      let after = try Settings.read(bytes: Array(changed.utf8), file: "f").get()
      #expect(after.text == expected.text, "seed \(seed): \(text)\n→\n\(changed)")
      for comment in ["# a comment: theme: dark", "# theme: x", "# mine"] where text.contains(comment) {
        #expect(changed.contains(comment), "seed \(seed): \(text)\n→\n\(changed)")
      }
    }
  }
}
