import Foundation
import Language
import Yams

/// Reads the bytes of a YAML file of ours into nodes with their lines. The bytes may be anything at all: what is not plain YAML is refused
/// with its line, before and after Yams has seen it.
enum YAMLSource {
  /// The largest file that is read, in bytes.
  static let sizeLimit = 1 << 20
  /// How deep lists and mappings may stand in one another; our own files need four.
  static let depthLimit = 16

  /// The whole file as one node; `mebibytes` is the most that is read.
  static func read(_ bytes: [UInt8], file: String, mebibytes: Int = 1) -> Result<YAMLNode, YAMLProblems> {
    var reader = Reader(file: file)
    guard let root = reader.read(bytes, mebibytes: mebibytes), reader.problems.isEmpty else {
      return .failure(YAMLProblems(reader.problems))
    }
    return .success(root)
  }

  /// A text from the file as it may be shown: cleaned, one line, at most 60 characters.
  static func shown(_ text: String) -> String { TextDoor.clean(String(text.prefix(200)), limit: 60) }

  /// Whether a file of ours may hold this character: no controls but tab and line breaks, nothing that turns the direction of text.
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0x00..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}

extension YAMLSource {
  /// Whether a text has something that looks like an anchor or an alias of YAML: `&name` or `*name`, nothing of a name before it.
  static func hasReference(_ text: String) -> Bool {
    var before: UInt8 = 0x0A
    var sign = false
    for byte in text.utf8 {
      if sign, isName(byte) { return true }
      sign = (byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*")) && !isName(before)
      before = byte
    }
    return false
  }

  /// Whether a byte can stand in the name of an anchor.
  static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }
}

private struct Reader {
  let file: String
  var problems: [YAMLProblem] = []

  init(file: String) { self.file = file }

  mutating func refuse(_ line: Int, _ key: String, field: String = "", _ details: [String: String] = [:]) {
    problems.append(YAMLProblem(file: file, line: line, field: field, key: "yaml.\(key)", details: details))
  }

  mutating func read(_ bytes: [UInt8], mebibytes: Int) -> YAMLNode? {
    guard bytes.count <= mebibytes << 20 else {
      refuse(1, "tooLarge", ["limit": "\(mebibytes) MiB"])
      return nil
    }
    // A byte order mark is no part of the text.
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else {
      refuse(brokenLine(content), "notUTF8")
      return nil
    }
    guard charactersAllowed(text), aliasesAbsent(Array(content)) else { return nil }
    do {
      // The encoding is named because the default one looks at the environment, and prints. The parser must outlive the walk: nodes
      // hold their anchors weakly.
      let parser = try Yams.Parser(yaml: text, encoding: .utf8)
      guard let root = try parser.singleRoot() else {
        refuse(1, "empty")
        return nil
      }
      return withExtendedLifetime(parser) { node(root, field: "", depth: 0) }
    } catch let error as YamlError {
      refuse(error, text)
    } catch {
      refuse(1, "syntax", ["reason": YAMLSource.shown("\(error)")])
    }
    return nil
  }

  /// The line where the bytes stop being UTF-8.
  private func brokenLine(_ bytes: ArraySlice<UInt8>) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var line = 1
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      if scalar == "\n" { line += 1 }
    }
    return line
  }

  private mutating func charactersAllowed(_ text: String) -> Bool {
    var line = 1
    for scalar in text.unicodeScalars {
      if scalar == "\n" { line += 1 }
      if !YAMLSource.isAllowed(scalar) {
        refuse(line, "control", ["code": hexadecimal(scalar)])
        return false
      }
    }
    return true
  }

  private func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Refuses a file in which an `&name` has its `*name`, wherever they stand. Yams compares the keys of a mapping while it parses, which
  /// never ends for a key of aliases in aliases, so they must not reach it. An anchor that nothing uses does no harm and is
  /// refused later, exactly; the same name after both signs inside ordinary text is not to be expected.
  private mutating func aliasesAbsent(_ bytes: [UInt8]) -> Bool {
    var anchors: [[UInt8]: Int] = [:]
    var aliases: Set<[UInt8]> = []
    var line = 1
    var before: UInt8 = 0x0A
    for (place, byte) in bytes.enumerated() {
      if byte == 0x0A { line += 1 }
      if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*"), !YAMLSource.isName(before) {
        let name = Array(bytes[(place + 1)...].prefix(200).prefix(while: YAMLSource.isName))
        if !name.isEmpty {
          if byte == UInt8(ascii: "&") {
            if anchors[name] == nil { anchors[name] = line }
          } else {
            aliases.insert(name)
          }
        }
      }
      before = byte
    }
    guard let first = anchors.filter({ aliases.contains($0.key) }).values.min() else { return true }
    refuse(first, "alias")
    return false
  }
}

extension Reader {
  private mutating func refuse(_ error: YamlError, _ text: String) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
      // A quote that never closes shows at the end of the file; the line where it opens is the one to mend.
      let mark = context.flatMap { $0.text.contains("quoted") ? $0.mark : nil } ?? mark
      let key = problem.hasPrefix("Maximum nesting") ? "nesting" : "syntax"
      refuse(mark.line, key, ["reason": YAMLSource.shown(problem), "limit": String(YAMLSource.depthLimit)])
    case .composer(_, let problem, let mark, _):
      switch problem {
      case let problem where problem.contains("another document"): refuse(mark.line, "documents")
      case let problem where problem.contains("alias"): refuse(mark.line, "alias")
      default: refuse(mark.line, "syntax", ["reason": YAMLSource.shown(problem)])
      }
    case .duplicatedKeysInMapping(let duplicates, let context):
      // The error's text carries the whole file; only the key and its line are taken.
      let name = duplicates.first ?? ""
      refuse(
        secondLine(of: name, from: context.mark, text), "duplicateKey", field: YAMLSource.shown(name),
        ["key": YAMLSource.shown(name), "first": String(context.mark.line)])
    case .reader(let problem, _, _, _): refuse(1, "syntax", ["reason": YAMLSource.shown(problem)])
    default: refuse(1, "syntax", ["reason": "?"])
    }
  }

  /// The line where a key stands for the second time: Yams names the first. In a mapping on one line that is the same.
  private func secondLine(of key: String, from mark: Mark, _ text: String) -> Int {
    // By bytes: to Swift, CR LF is one character and no "\n".
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard !key.isEmpty, mark.line >= 1, mark.line <= lines.count else { return max(1, mark.line) }
    for number in mark.line..<lines.count {
      let line = Substring(lines[number])
      let indent = line.prefix { $0 == " " }.count
      let rest = line.dropFirst(indent)
      if rest.isEmpty || rest.hasPrefix("#") { continue }
      if indent < mark.column - 1 { break }
      if indent == mark.column - 1, rest.hasPrefix("\(key):") || rest.hasPrefix("\"\(key)\":") { return number + 1 }
    }
    return mark.line
  }

  /// Takes a node of Yams over, with all below it; nil after a problem.
  private mutating func node(_ source: Node, field: String, depth: Int) -> YAMLNode? {
    let line = max(1, source.mark?.line ?? 1)
    guard depth <= YAMLSource.depthLimit else {
      refuse(line, "nesting", field: field, ["limit": String(YAMLSource.depthLimit)])
      return nil
    }
    switch source {
    case .scalar(let scalar):
      guard scalar.anchor == nil else { return anchored(line, field) }
      guard let wrong = scalar.string.unicodeScalars.first(where: { !YAMLSource.isAllowed($0) }) else {
        return YAMLNode(line: line, content: .text(scalar.string))
      }
      refuse(line, "control", field: field, ["code": hexadecimal(wrong)])
      return nil
    case .sequence(let sequence):
      guard sequence.anchor == nil else { return anchored(line, field) }
      var members: [YAMLNode] = []
      for member in sequence {
        if let taken = node(member, field: field, depth: depth + 1) { members.append(taken) }
      }
      return YAMLNode(line: line, content: .list(members))
    case .mapping(let mapping):
      guard mapping.anchor == nil else { return anchored(line, field) }
      return YAMLNode(line: line, content: .map(entries(mapping, field: field, depth: depth)))
    case .alias:
      return anchored(line, field)
    }
  }

  private mutating func anchored(_ line: Int, _ field: String) -> YAMLNode? {
    refuse(line, "alias", field: field)
    return nil
  }

  private mutating func entries(_ mapping: Node.Mapping, field: String, depth: Int) -> [YAMLEntry] {
    var entries: [YAMLEntry] = []
    var lines: [String: Int] = [:]
    for (name, value) in mapping {
      guard let key = node(name, field: field, depth: depth + 1) else { continue }
      guard case .text(let text) = key.content else {
        refuse(key.line, "wantsText", field: field)
        continue
      }
      let inside = (field.isEmpty ? "" : "\(field).") + YAMLSource.shown(text)
      if let first = lines[text] {
        // Yams finds equal keys itself, but tells `yes` from `"yes"`; for us both are the same text.
        refuse(key.line, "duplicateKey", field: inside, ["key": YAMLSource.shown(text), "first": String(first)])
        continue
      }
      lines[text] = key.line
      guard let taken = node(value, field: inside, depth: depth + 1) else { continue }
      entries.append(YAMLEntry(key: text, line: key.line, value: taken))
    }
    return entries
  }
}
