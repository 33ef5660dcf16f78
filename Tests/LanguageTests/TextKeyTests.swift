import Foundation
import Language
import Testing
import WerkendLeren

/// Texts are data and keys are literals: here both are held against each other.
@Suite struct TextKeyTests {
  @Test func plainFormEqualsTheYAMLFiles() throws {
    let entries = try TextFiles.entries()
    let table = TextTable.shared
    let outOfDate = Comment(rawValue: "run scripts/plain-forms")
    #expect(table.keys == entries.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, outOfDate)
    for (key, entry) in entries {
      #expect(table.text(key, .dutch) == entry.dutch, outOfDate)
      #expect(table.text(key, .english) == entry.english, outOfDate)
    }
  }

  @Test func everyTextIsThereInBothLanguagesWithTheSameValues() throws {
    for (key, entry) in try TextFiles.entries() {
      for text in [entry.dutch, entry.english] {
        #expect(!text.isEmpty, "\(entry.file), \(key): empty")
        let framed = "x\(text)x"
        #expect(framed == TextDoor.clean(framed, lines: .many), "\(entry.file), \(key): not clean")
      }
      #expect(
        Self.values(entry.dutch) == Self.values(entry.english), "\(entry.file), \(key): other values in nl and en")
    }
  }

  @Test func pluralsHaveTwoForms() throws {
    for (key, entry) in try TextFiles.entries() {
      for text in [entry.dutch, entry.english] {
        for choice in Self.placeholders(text) where choice.contains(":") {
          #expect(choice.split(separator: "|", omittingEmptySubsequences: false).count == 2, "\(key): {\(choice)}")
        }
      }
    }
  }

  @Test func everyKeyInTheSourcesHasAText() throws {
    let keys = Set(try TextFiles.entries().keys)
    for (file, literal) in try TextFiles.literals() where Self.isAsked(literal) {
      let found = literal.whole.map(keys.contains) ?? keys.contains(where: literal.canGive)
      #expect(found, "Sources/\(file):\(literal.line): no text \(literal.parts.joined(separator: "…"))")
    }
  }

  @Test func everyTextIsUsed() throws {
    let literals = try TextFiles.literals().map(\.literal)
    let whole = Set(literals.compactMap(\.whole))
    // An interpolation alone would match everything; a family is one that begins with a word and a dot.
    let families = literals.filter { $0.parts.count > 1 && $0.parts[0].contains(/^[a-z][A-Za-z]*\./) }
    for (key, entry) in try TextFiles.entries() where !whole.contains(key) {
      #expect(families.contains { $0.canGive(key) }, "\(entry.file): nobody uses \(key)")
    }
  }

  @Test func refusalsOfEveryKindHaveAText() throws {
    let words = Words(.dutch)
    for kind in Refusal.Kind.allCases { #expect(words.has("refusal.\(kind.rawValue)"), "refusal.\(kind.rawValue)") }
  }

  @Test func theScannerFindsLiteralsAndTheirInterpolations() {
    let source = #"""
      // "comment" is none
      let one = words["a.b"]; let two = words("c.\(kind == "x" ? 1 : (2)).d", [:])
      let three = "quote \" inside"
      """#
    let found = SwiftLiteral.all(in: source)
    #expect(found.map(\.parts) == [["a.b"], ["x"], ["c.", ".d"], ["quote  inside"]])
    #expect(found.map(\.line) == [2, 2, 2, 3])
    #expect(Self.isAsked(found[0]) && Self.isAsked(found[2]) && !Self.isAsked(found[3]))
    #expect(found[2].canGive("c.now.d"))
    #expect(!found[2].canGive("c.d") && !found[2].canGive("c..d"))
  }

  /// Whether a literal stands where the program asks for a text by its key.
  private static func isAsked(_ literal: SwiftLiteral) -> Bool {
    let before = literal.before
    if before.hasSuffix("words[") || before.hasSuffix("words(") || before.hasSuffix("words.has(") { return true }
    // Other values have `.text("…")` too, so that one counts only where it looks like a key.
    return before.hasSuffix(".text(") && literal.parts[0].contains(/^[a-z][A-Za-z]*\./)
  }

  /// What stands between braces in a text.
  private static func placeholders(_ text: String) -> [Substring] { text.matches(of: /\{([^{}]*)\}/).map(\.output.1) }

  /// The names of the values of a text.
  private static func values(_ text: String) -> Set<Substring> {
    Set(placeholders(text).map { $0.prefix { $0 != ":" } })
  }
}
