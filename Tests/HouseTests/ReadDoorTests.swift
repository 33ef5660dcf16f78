import Foundation
import Testing

/// Whatever the store tells a viewer is held against entries that they may not read.
@Suite("The read door")
struct ReadDoorTests {
  @Test("every query that takes a viewer stands in the test of what may not be read")
  func everyQueryIsTested() throws {
    let test = try Repository.text("Tests/StateStoreTests/EntryPrivacyTests.swift")
    let declaration = try NSRegularExpression(
      pattern: #"public func (\w+)\(((?:[^()]|\([^()]*\))*)\)"#, options: [.dotMatchesLineSeparators])
    var names: Set<String> = []
    for file in Repository.files(in: "Sources/StateStore", endings: ["swift"]) {
      let text = try file.text()
      for match in declaration.matches(in: text, range: NSRange(text.startIndex..., in: text)) {
        guard let name = Range(match.range(at: 1), in: text), let list = Range(match.range(at: 2), in: text),
          text[list].contains(": Viewer")
        else { continue }
        names.insert(String(text[name]))
      }
    }
    // An import is the school's alone and gives back what it was given.
    names.remove("importPlacements")
    #expect(names.count >= 12, "the queries could not be read")
    for name in names.sorted() {
      #expect(
        test.contains("\(name)("),
        "Store.\(name) may tell of entries that its viewer may not read: add it to everything(…)")
    }
  }
}
