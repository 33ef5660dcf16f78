import Foundation
import Language
import Testing
import WerkendLeren

@testable import Exchange

/// Files that mean harm, or are none of ours at all: each gives problems, none ends the program or keeps it busy.
struct YAMLHostileTests {
  private func problems(_ bytes: [UInt8]) -> [String] {
    let base = BuiltInModel.load()
    _ = Settings.read(bytes: bytes, file: "own.yaml")
    _ = ThemeFile.read(bytes: bytes, file: "own.yaml")
    return shown(ModelFile.load(bytes: bytes, file: "own.yaml", base: base))
  }
  private func problems(_ text: String) -> [String] { problems(Array(text.utf8)) }

  @Test(arguments: ["", "\n\n", "# only a note\n", "---\n", "''"])
  func anEmptyFileIsSaidToBeEmpty(_ text: String) {
    let keys = problems(text).map { $0.split(separator: " ").last.map(String.init) ?? "" }
    #expect(keys == ["yaml.empty"], "\(keys)")
  }

  @Test func whatIsNoMappingIsRefused() {
    #expect(problems("just words\n") == ["1  yaml.notARoot"])
    #expect(problems("- a\n- b\n") == ["1  yaml.notARoot"])
  }

  @Test func bytesThatAreNoTextAreRefusedWithTheirLine() {
    #expect(problems(Array("name: x\nduties: caf".utf8) + [0xE9, 0x0A]) == ["2  yaml.notUTF8"])
    #expect(problems([0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x01, 0x00]) == ["1  yaml.control"])
    #expect(problems([0xFF, 0xFE, 0x6E, 0x00]) == ["1  yaml.notUTF8"])
    #expect(problems(Array("name: x\n\u{0}".utf8)) == ["2  yaml.control"])
    #expect(problems(Array("name: x\r\n\u{1B}[2J".utf8)) == ["2  yaml.control"])
  }

  @Test func aByteOrderMarkIsNoPartOfTheText() {
    #expect(problems([0xEF, 0xBB, 0xBF] + Array(ModelFileTests.complete.utf8)) == [])
  }

  @Test func aFileOverOneMebibyteIsRefused() {
    let room = 1 << 20
    #expect(problems([UInt8](repeating: 0x23, count: room + 1)) == ["1  yaml.tooLarge"])
    let filled = Array(ModelFileTests.complete.utf8) + [0x23]
    #expect(problems(filled + [UInt8](repeating: 0x78, count: room - filled.count)) == [])
  }

  @Test(arguments: ["[", "{", "{a: ", "- ", "? ", "[{"])
  func twentyThousandNestedListsAreRefused(_ opening: String) {
    let found = problems(String(repeating: opening, count: 20_000))
    #expect(found.count == 1 && (found.first?.hasSuffix("yaml.nesting") ?? false), "\(found.prefix(2))")
  }

  @Test func nestingBeyondOurOwnFilesIsRefusedWithItsLine() {
    let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
    #expect(problems("name: x\nduties:\n  \(deep)\n") == ["3 duties yaml.nesting"])
  }

  @Test(arguments: [false, true])
  func anAliasBombIsRefusedAtOnce(_ asKey: Bool) {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let row = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(row)]\n"
    }
    // As a key it would be compared with others while it is parsed.
    if asKey { text += "? *a12\n: 1\n? *a11\n: 2\n" }
    #expect(problems(text) == ["1  yaml.alias"])
  }

  @Test func ordinarySignsInTextAreNoReferences() {
    let text = ModelFileTests.complete.replacingOccurrences(of: "bezoekt", with: "*bezoekt* (R&D, a & b, 2*3, &amp;)")
    #expect(problems(text) == [])
  }

  @Test func aLongErrorOfTheParserIsCut() {
    let long = String(repeating: "x", count: 100_000)
    for text in ["\(long): \"", "\(long): 1\n\(long): 2\n", "\(long)\n", "role: \(long)\n"] {
      guard case .failure(let problems) = Settings.read(bytes: Array(text.utf8), file: "f") else { continue }
      for problem in problems.problems {
        #expect(problem.field.count <= 100)
        #expect(problem.details.values.allSatisfy { $0.count <= 100 })
      }
    }
  }

  @Test func randomChangesToTheModelNeverEndTheProgram() throws {
    let model = try ModelTestFiles.model()
    let base = BuiltInModel.load()
    for seed in 1...modelTrials {
      var random = CSVSeed(seed)
      // Half of them shorter, so that the changes meet the rules more often than the long texts.
      let start = Bool.random(using: &random) ? model : Array(ModelFileTests.complete.utf8)
      let bytes = mutated(start, &random)
      switch ModelFile.load(bytes: bytes, file: "own.yaml", base: base) {
      case .success(let loaded):
        #expect(Set(loaded.model.duties.map(\.id)).count == loaded.model.duties.count, "seed \(seed)")
        #expect(ModelPlainForm.decode(ModelPlainForm.encode(loaded.model)) == loaded.model, "seed \(seed)")
      case .failure(let problems):
        expectUseful(problems, bytes, seed: seed)
      }
    }
  }
}
