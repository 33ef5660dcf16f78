/// What `Package.swift` says of its targets, read as text.
struct Manifest {
  /// The dependencies of each target by its name: other targets and products of packages alike.
  let dependencies: [String: Set<String>]

  init(_ source: String) {
    var found: [String: Set<String>] = [:]
    // Literals are read here, so only comments go.
    let text = source.split(separator: "\n").filter { !$0.drop(while: \.isWhitespace).hasPrefix("//") }
      .joined(separator: "\n")
    var rest = Substring(text)
    while let start = Manifest.nextCall(in: rest) {
      let call = Manifest.balanced(rest[start.upperBound...], open: "(", close: ")")
      rest = rest[start.upperBound...].dropFirst(call.count)
      guard let name = Manifest.literals(call).first else { continue }
      var names: Set<String> = []
      if let list = call.range(ofFirst: "dependencies: [") {
        let inside = Manifest.balanced(call[list.upperBound...], open: "[", close: "]")
        names = Set(Manifest.literals(inside))
      }
      found[name] = names
    }
    dependencies = found
  }

  private static let targetCalls = [".target(", ".executableTarget(", ".systemLibrary(", ".testTarget("]

  /// Where the next target begins: the call up to its open bracket.
  private static func nextCall(in text: Substring) -> Range<Substring.Index>? {
    targetCalls.compactMap { text.range(ofFirst: $0) }.min { $0.lowerBound < $1.lowerBound }
  }

  /// The text up to the bracket that closes the one just opened.
  private static func balanced(_ text: Substring, open: Character, close: Character) -> Substring {
    var depth = 1
    for index in text.indices {
      if text[index] == open { depth += 1 }
      if text[index] == close { depth -= 1 }
      if depth == 0 { return text[..<index] }
    }
    return text
  }

  /// The texts between quotes; of `.product(name: "A", package: "B")` the package's name too, which does no harm.
  private static func literals(_ text: Substring) -> [String] {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    return stride(from: 1, to: parts.count, by: 2).map { String(parts[$0]) }
  }
}

extension Substring {
  /// Where a text stands first.
  fileprivate func range(ofFirst text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
