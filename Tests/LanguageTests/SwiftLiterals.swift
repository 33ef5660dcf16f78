/// The string literals of a Swift source, with the parts that are made at run time left open: what a scan for text keys needs.
struct SwiftLiteral: Equatable {
  /// The fixed parts; between each two of them stands an interpolation.
  var parts: [String]
  /// The code directly before it on the same line, without the literal's own marks.
  var before: String
  /// The line on which it begins, from 1.
  var line: Int

  /// The text where nothing is interpolated; nil elsewhere.
  var whole: String? { parts.count == 1 ? parts[0] : nil }

  /// Whether a key can be what this literal gives: the fixed parts in their order, something simple between them.
  func canGive(_ key: String) -> Bool {
    guard parts.count > 1 else { return parts[0] == key }
    guard key.hasPrefix(parts[0]) else { return false }
    var rest = key.dropFirst(parts[0].count)
    for (place, part) in parts.enumerated().dropFirst() {
      let isLast = place == parts.count - 1
      if isLast { return rest.count > part.count && rest.hasSuffix(part) }
      guard let found = rest.dropFirst().firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }

  /// The literals of a source, those within interpolations too; comments are passed over.
  static func all(in source: String) -> [SwiftLiteral] {
    var scanner = Scanner(scalars: Array(source.unicodeScalars))
    scanner.code(untilClosing: false)
    return scanner.found
  }

  private struct Scanner {
    let scalars: [Unicode.Scalar]
    var place = 0
    var line = 1
    var found: [SwiftLiteral] = []
    var before = ""

    mutating func step() {
      if scalars[place] == "\n" {
        line += 1
        before = ""
      }
      place += 1
    }

    func starts(_ text: String, at index: Int) -> Bool {
      let wanted = Array(text.unicodeScalars)
      return index + wanted.count <= scalars.count && Array(scalars[index..<index + wanted.count]) == wanted
    }

    /// Reads code to the end, or to the `)` that closes an interpolation.
    mutating func code(untilClosing: Bool) {
      var depth = 0
      while place < scalars.count {
        if starts("//", at: place) {
          while place < scalars.count, scalars[place] != "\n" { place += 1 }
        } else if starts("/*", at: place) {
          while place < scalars.count, !starts("*/", at: place) { step() }
          place = min(place + 2, scalars.count)
        } else if scalars[place] == "\"" {
          literal()
        } else {
          if scalars[place] == "(" { depth += 1 }
          if scalars[place] == ")" {
            if untilClosing, depth == 0 { return }
            depth -= 1
          }
          before.unicodeScalars.append(scalars[place])
          step()
        }
      }
    }

    mutating func literal() {
      let marks = before.reversed().prefix { $0 == "#" }.count
      let end =
        String(repeating: "\"", count: starts("\"\"\"", at: place) ? 3 : 1) + String(repeating: "#", count: marks)
      let escape = "\\" + String(repeating: "#", count: marks)
      var own = SwiftLiteral(parts: [""], before: before, line: line)
      place += end.count - marks
      while place < scalars.count, !starts(end, at: place) {
        if starts(escape + "(", at: place) {
          place += escape.count + 1
          code(untilClosing: true)
          place = min(place + 1, scalars.count)
          own.parts.append("")
        } else if starts(escape, at: place) {
          place = min(place + escape.count + 1, scalars.count)
        } else {
          own.parts[own.parts.count - 1].unicodeScalars.append(scalars[place])
          step()
        }
      }
      place = min(place + end.count, scalars.count)
      before += "\"\""
      found.append(own)
    }
  }
}
