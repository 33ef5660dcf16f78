import Foundation
import Language
import Testing

@testable import Exchange

/// Settings and colour schemes that mean harm, or are broken: a result that holds, or problems with their lines.
struct LooksHostileTests {
  private static let settings = """
    # mine
    role: employer
    as: "Jan 't Hart"   # who
    language: nl
    mouse: no
    ascii: ja
    plain: false
    color: 256
    theme: dark # evening
    rhythm: 6
    keys:
      everywhere: {down: [Down, j], up: [Up, k]}
      overview:
        search: ["/", F3]
        mine:
          - Ctrl-T
          - ß
      triptych:
        note: []

    """

  private static let scheme =
    "system: base16\nscheme: \"One\"\nauthor: x\nvariant: dark\ncolors: 256\n"
    + ThemeFile.slots.map { "\($0): \"0a1B2c\"\n" }.joined()

  @Test func randomChangesToTheSettingsNeverEndTheProgram() throws {
    for seed in 1...modelTrials {
      var random = CSVSeed(seed)
      let bytes = mutated(Array(Self.settings.utf8), &random)
      switch Settings.read(bytes: bytes, file: "config.yaml") {
      case .success(let settings):
        #expect(settings.rhythm.map(Settings.rhythmWeeks.contains) ?? true, "seed \(seed)")
        let again = try Settings.read(bytes: Array(settings.text.utf8), file: "config.yaml").get()
        #expect(again.text == settings.text, "seed \(seed)")
      case .failure(let problems): expectUseful(problems, bytes, seed: seed)
      }
    }
  }

  @Test func aThemeIsKeptInWhateverSettingsThereAre() throws {
    for seed in 1...modelTrials {
      var random = CSVSeed(seed)
      let bytes = mutated(Array(Self.settings.utf8), &random)
      var edit = SettingsEdit()
      edit.set(theme: "light")
      switch edit.apply(to: bytes, file: "config.yaml") {
      case .success(let changed):
        var expected = try Settings.read(bytes: bytes, file: "config.yaml").get()
        expected.theme = Settings.Name("light")
        #expect(try Settings.read(bytes: changed, file: "config.yaml").get().text == expected.text, "seed \(seed)")
      case .failure(let problems): expectUseful(problems, bytes, seed: seed)
      }
    }
  }

  @Test func randomChangesToASchemeNeverEndTheProgram() {
    for seed in 1...modelTrials {
      var random = CSVSeed(seed)
      let bytes = mutated(Array(Self.scheme.utf8), &random)
      switch ThemeFile.read(bytes: bytes, file: "own.yaml") {
      case .success(let theme):
        #expect(theme.colors.count == 16 && !theme.name.isEmpty && theme.name.count <= 100, "seed \(seed)")
      case .failure(let problems): expectUseful(problems, bytes, seed: seed)
      }
    }
  }

  private func problems(_ bytes: [UInt8]) -> [[String]] {
    [shown(Settings.read(bytes: bytes, file: "f")), shown(ThemeFile.read(bytes: bytes, file: "f"))]
  }

  @Test(arguments: [false, true])
  func anAliasBombIsRefusedAtOnce(_ asKey: Bool) {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      text += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", "))]\n"
    }
    if asKey { text += "? *a12\n: 1\n? *a11\n: 2\n" }
    #expect(problems(Array(text.utf8)) == [["1  yaml.alias"], ["1  yaml.alias"]])
  }

  @Test func aFileOverOneMebibyteIsRefused() {
    let room = 1 << 20
    #expect(problems([UInt8](repeating: 0x23, count: room + 1)) == [["1  yaml.tooLarge"], ["1  yaml.tooLarge"]])
    let fitting = Array(Self.settings.utf8) + [0x23]
    let full = fitting + [UInt8](repeating: 0x78, count: room - fitting.count)
    #expect(shown(Settings.read(bytes: full, file: "f")).isEmpty)
  }

  @Test func aVeryLongNameIsCutWhereItIsShown() {
    let long = String(repeating: "x", count: 100_000)
    for text in ["keys:\n  \(long):\n    a: [[b]]\n", "keys:\n  a:\n    \(long): {c: d}\n", "theme: \(long)\n"] {
      guard case .failure(let problems) = Settings.read(bytes: Array(text.utf8), file: "f") else {
        Issue.record("\(text.prefix(20)) is taken")
        continue
      }
      for problem in problems.problems { #expect(problem.field.count <= 200) }
    }
  }
}
