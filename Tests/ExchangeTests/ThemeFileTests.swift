import Foundation
import Language
import Testing

@testable import Exchange

/// Colour schemes in files.
struct ThemeFileTests {
  private func read(_ text: String) -> Result<ThemeFile, YAMLProblems> {
    ThemeFile.read(bytes: Array(text.utf8), file: "own.yaml")
  }
  private func scheme(_ value: String = "0a1B2c", indent: String = "") -> String {
    ThemeFile.slots.map { "\(indent)\($0): \"\(value)\"\n" }.joined()
  }

  @Test func theSchemesInTheBinaryEqualTheirYAML() throws {
    let folder = ModelTestFiles.root.appendingPathComponent("Themes").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }.sorted()
    #expect(ColorScheme.builtInNames.sorted() == files.map { String($0.dropLast(5)) }, "run scripts/plain-forms")
    #expect(files.count >= 8 && ColorScheme.builtInNames.first == ColorScheme.standard)
    for name in ColorScheme.builtInNames {
      let file = try ThemeFile.read(bytes: try ModelTestFiles.bytes("Themes/\(name).yaml"), file: name).get()
      let expected = ColorScheme(name: name, variant: file.variant, depth: file.depth, colors: file.colors)
      #expect(ColorScheme.builtIn(name) == expected, "run scripts/plain-forms")
      #expect(file.colors.count == 16, "\(name)")
      for language in Language.allCases { #expect(Words(language).has("theme.name.\(name)"), "\(name)") }
    }
    #expect(ColorScheme.builtIn("drie") == nil && ColorScheme.builtIn("") == nil)
  }

  @Test func whatASchemeIsForIsRead() throws {
    let dark = try read("variant: dark\ncolors: 16\n" + scheme()).get()
    #expect(dark.variant == .dark && dark.depth == .sixteen)
    let plain = try read(scheme()).get()
    #expect(plain.variant == .any && plain.depth == .full)
    #expect(shown(read("variant: dusk\n" + scheme())) == ["1 variant yaml.wantsChoice"])
    #expect(shown(read("colors: 8\n" + scheme())) == ["1 colors yaml.wantsChoice"])
  }

  @Test func bothFormsOfBase16AreRead() throws {
    let expected = [RGB](repeating: RGB(red: 10, green: 27, blue: 44), count: 16)
    let older = try read("scheme: \"One\"\nauthor: x\n" + scheme()).get()
    #expect(older.name == "One" && older.colors == expected)
    let newer = try read("system: base16\nname: Two\nvariant: dark\npalette:\n" + scheme("#0a1b2c", indent: "  ")).get()
    #expect(newer.name == "Two" && newer.colors == expected)
    #expect(try read(scheme()).get().name == "own.yaml")
  }

  @Test func digitsThatYAMLTakesForNumbersAreColours() throws {
    let text = ThemeFile.slots.map { "\($0): 001020\n" }.joined()
    #expect(try read(text).get().colors.first == RGB(red: 0, green: 16, blue: 32))
  }

  @Test func aWrongColourIsNamedWithItsLineAndField() {
    let text = scheme().replacingOccurrences(of: "base03: \"0a1B2c\"", with: "base03: \"red\"")
    #expect(shown(read(text)) == ["4 base03 theme.color"])
    #expect(shown(read(scheme("+12345"))).count == 16)
    #expect(shown(read(scheme().replacingOccurrences(of: "base0F", with: "base1F"))) == ["1 base0F yaml.missing"])
    #expect(shown(read("palette: x\n")) == ["1 palette yaml.wantsMap"])
  }
}
