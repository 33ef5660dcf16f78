import Foundation
import Language
import Testing

@Suite struct TextDoorTests {
  @Test(arguments: [
    ("Anna de Vries", "Anna de Vries"), ("  Anna\t", "Anna"), ("Anna\r\nde Vries", "Anna de Vries"),
    ("a\u{1B}[31mb", "a[31mb"), ("a\u{9B}31mb", "a31mb"), ("a\u{0}b\u{7F}c", "abc"), ("\u{FEFF}Anna", "Anna"),
    ("Ame\u{301}lie", "Amélie"), ("a\u{202E}b\u{2066}c\u{2069}", "abc"), ("a\u{2028}b", "a b"),
    ("a\u{200B}b\u{2060}c", "abc"),
    ("e\u{200E}\u{301}", "é"), ("", ""), ("\u{202E}\u{1B}", ""), ("👩‍👩‍👧 Chloë", "👩‍👩‍👧 Chloë"), ("’t Hart", "’t Hart"),
    ("a\u{0B}b\u{0C}c", "a b c"),
  ])
  func oneLineIsCleaned(text: String, expected: String) {
    let cleaned = TextDoor.clean(text)
    #expect(Array(cleaned.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(arguments: [
    ("een\r\ntwee\rdrie\nvier", "een\ntwee\ndrie\nvier"), ("een\u{2029}twee", "een\ntwee"), ("\n\neen\n\n", "een"),
    ("een\n\ntwee", "een\n\ntwee"), ("een\ttwee", "een twee"),
  ])
  func manyLinesKeepTheirBreaks(text: String, expected: String) {
    let cleaned = TextDoor.clean(text, lines: .many)
    #expect(Array(cleaned.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func theLimitCountsCharactersAndLeavesNoSpaceBehind() {
    #expect(TextDoor.clean("abcdef", limit: 3) == "abc")
    #expect(TextDoor.clean("ab cdef", limit: 3) == "ab")
    #expect(TextDoor.clean("ééé", limit: 2) == "éé")
    #expect(TextDoor.clean("abc", limit: 0) == "")
  }

  @Test func oneCharacterCannotCarryThousandsOfMarks() {
    let heap = "a" + String(repeating: "\u{301}\u{302}", count: 10_000)
    #expect(TextDoor.clean(heap, limit: 20).unicodeScalars.count <= 200)
  }

  @Test(arguments: [
    ("Øverli", "overli"), ("ØVERLI", "overli"), ("Chloë", "chloe"), ("  Anna   de  Vries ", "anna de vries"),
    ("Łódź", "lodz"),
    ("Đorđe", "dorde"), ("Ærø", "aero"), ("Œuvre", "oeuvre"), ("Straße", "strasse"), ("STRASSE", "strasse"),
    ("Þór", "thor"),
    ("Işık", "isik"), ("İzmir", "izmir"), ("’t Hart", "'t hart"), ("", ""), ("\n\t", ""), ("ＡＢＣ", "abc"),
    ("e\u{301}", "e"),
  ])
  func foldingLeavesCaseAndAccentsOut(text: String, expected: String) {
    #expect(TextDoor.folded(text) == expected)
  }

  @Test func cleaningAndFoldingTwiceChangeNothingMore() {
    var generator = SeededGenerator(seed: 20_261_123)
    let alphabet: [Unicode.Scalar] = [
      "a", "Z", " ", "\t", "\n", "\r", "\u{1B}", "\u{9B}", "é", "\u{301}", "\u{308}", "\u{327}", "\u{202E}", "\u{FEFF}",
      "\u{200B}",
      "\u{200D}", "ß", "İ", "Ø", "\u{1100}", "\u{1161}", "\u{2028}", "👩", "\u{2126}", "\u{212B}", "ﬁ", "\u{FF21}", "'",
      "’",
    ]
    for round in 0..<3000 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...24, using: &generator) {
        scalars.append(alphabet[Int.random(in: 0..<alphabet.count, using: &generator)])
      }
      let text = String(scalars)
      let where_ = Comment(
        rawValue: "seed 20261123, round \(round), \(text.unicodeScalars.map { String($0.value, radix: 16) })")
      for lines in [TextDoor.Lines.one, .many] {
        let cleaned = TextDoor.clean(text, lines: lines, limit: 12)
        #expect(
          Array(TextDoor.clean(cleaned, lines: lines, limit: 12).unicodeScalars) == Array(cleaned.unicodeScalars),
          where_)
        #expect(cleaned.count <= 12, where_)
        let allowed = cleaned.unicodeScalars.allSatisfy {
          ($0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0.value != 0x202E && $0.value != 0xFEFF)
            || (lines == .many && $0 == "\n")
        }
        #expect(allowed, where_)
        #expect(
          Array(cleaned.precomposedStringWithCanonicalMapping.unicodeScalars) == Array(cleaned.unicodeScalars), where_)
      }
      let folded = TextDoor.folded(text)
      #expect(TextDoor.folded(folded) == folded, where_)
    }
  }
}

/// A generator that gives the same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
