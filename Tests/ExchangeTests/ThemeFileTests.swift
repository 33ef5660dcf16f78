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

  @Test func theSchemeInTheBinaryEqualsItsYAML() throws {
    let bytes = try ModelTestFiles.bytes("Themes/drieluik.yaml")
    let theme = try ThemeFile.read(bytes: bytes, file: "drieluik.yaml").get()
    #expect(theme.name == "Drieluik" && theme.colors.count == 16)
    #expect(BuiltInTheme.load() == theme.colors, "run scripts/plain-forms")
  }

  @Test func everySchemeInTheFolderIsRead() throws {
    let folder = ModelTestFiles.root.appendingPathComponent("Themes").path
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasSuffix(".yaml") {
      let theme = try ThemeFile.read(bytes: try ModelTestFiles.bytes("Themes/\(name)"), file: name).get()
      #expect(theme.colors.count == 16, "\(name)")
    }
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
