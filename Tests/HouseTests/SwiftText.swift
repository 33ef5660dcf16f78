/// Swift source with its comments and string literals told apart from its code, well enough for looking for words.
struct SwiftText: Sendable {
  /// The lines with the text of comments and of string literals replaced by nothing.
  let code: [String]
  /// The lines as they are.
  let lines: [String]

  init(_ source: String) {
    lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    code = SwiftText.stripped(source).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    imports = SwiftText.imports(code)
  }

  /// The modules that the source imports.
  let imports: Set<String>

  private static func imports(_ code: [String]) -> Set<String> {
    var found: Set<String> = []
    for line in code {
      let words = line.split(whereSeparator: \.isWhitespace)
      // Attributes and access levels may stand before, a kind (`struct`, `func` …) may stand after.
      guard let keyword = words.firstIndex(of: "import") else { continue }
      let before = words[..<keyword].allSatisfy { $0.hasPrefix("@") || SwiftText.accessLevels.contains(String($0)) }
      guard before, let name = words[(keyword + 1)...].first(where: { !SwiftText.kinds.contains(String($0)) }) else {
        continue
      }
      found.insert(String(name.prefix { $0 != "." && $0 != ";" }))
    }
    return found
  }

  private static let accessLevels: Set = ["public", "package", "internal", "fileprivate", "private"]
  private static let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias", "actor"]

  private static func stripped(_ source: String) -> String {
    let bytes = Array(source.utf8)
    var result: [UInt8] = []
    var place = 0
    func starts(_ text: StaticString, at index: Int) -> Bool {
      let count = text.utf8CodeUnitCount
      guard index + count <= bytes.count else { return false }
      return (0..<count).allSatisfy { bytes[index + $0] == text.utf8Start[$0] }
    }
    /// Goes on to the first place where `ends` holds and keeps the line breaks on the way.
    func skip(until ends: (Int) -> Bool) {
      while place < bytes.count, !ends(place) {
        if bytes[place] == UInt8(ascii: "\n") { result.append(bytes[place]) }
        place += 1
      }
    }
    while place < bytes.count {
      if starts("//", at: place) {
        skip { bytes[$0] == UInt8(ascii: "\n") }
      } else if starts("/*", at: place) {
        skip { starts("*/", at: $0) }
        place += 2
      } else if bytes[place] == UInt8(ascii: "\"") {
        // The `#` of a raw literal stand before it and come after its end.
        let marks = result.reversed().prefix { $0 == UInt8(ascii: "#") }.count
        let quotes = starts("\"\"\"", at: place) ? 3 : 1
        place += quotes
        var escaped = false
        skip { index in
          if escaped {
            escaped = false
            return false
          }
          if marks == 0, bytes[index] == UInt8(ascii: "\\") {
            escaped = true
            return false
          }
          let end = index + quotes + marks
          guard end <= bytes.count, bytes[index..<index + quotes].allSatisfy({ $0 == UInt8(ascii: "\"") }) else {
            return false
          }
          return bytes[index + quotes..<end].allSatisfy { $0 == UInt8(ascii: "#") }
        }
        place += quotes
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
