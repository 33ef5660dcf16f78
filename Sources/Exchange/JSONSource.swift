/// Reads the bytes of a JSON file into the nodes that YAML files give: every value is the text that stands there, with its line. YAML parsers
/// refuse some JSON (tabs, `\/`, characters in two escapes), and tell a key that stands twice at the wrong line.
enum JSONSource {
  /// Whether a file can be JSON with fields: its first sign is `{`.
  static func mayBe(_ bytes: [UInt8]) -> Bool { firstSigns(bytes, 1) == [UInt8(ascii: "{")] }

  /// Whether a file looks as if it was meant as JSON: its first key stands in quotes.
  static func isMeant(_ bytes: [UInt8]) -> Bool { firstSigns(bytes, 2) == Array("{\"".utf8) }

  private static func firstSigns(_ bytes: [UInt8], _ count: Int) -> [UInt8] {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return Array(content.lazy.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }.prefix(count))
  }

  /// The whole file as one node; `mebibytes` is the most that is read.
  static func read(_ bytes: [UInt8], file: String, mebibytes: Int) -> Result<YAMLNode, YAMLProblems> {
    func failure(_ problem: Scanner.Problem) -> Result<YAMLNode, YAMLProblems> {
      let problem = YAMLProblem(
        file: file, line: problem.line, field: problem.field, key: "yaml.\(problem.key)", details: problem.details)
      return .failure(YAMLProblems([problem]))
    }
    guard bytes.count <= mebibytes << 20 else {
      return failure(.init(line: 1, key: "tooLarge", details: ["limit": "\(mebibytes) MiB"]))
    }
    var scanner = Scanner(bytes: bytes)
    do throws(Scanner.Problem) { return .success(try scanner.whole()) } catch { return failure(error) }
  }
}

extension JSONSource {
  private struct Scanner {
    struct Problem: Error {
      var line: Int
      var field = ""
      var key: String
      var details: [String: String] = [:]
    }

    let bytes: [UInt8]
    var place = 0
    var line = 1
    var path: [String] = []

    init(bytes: [UInt8]) {
      self.bytes = bytes
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    }

    func problem(_ key: String, _ details: [String: String] = [:]) -> Problem {
      Problem(line: line, field: path.joined(separator: "."), key: key, details: details)
    }

    /// That something else was expected here.
    func unexpected() -> Problem {
      guard place < bytes.count else { return problem("syntax", ["reason": "end of file"]) }
      var end = place + 1
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      guard let sign = String(validating: bytes[place..<end], as: UTF8.self) else { return problem("notUTF8") }
      if let scalar = sign.unicodeScalars.first, !YAMLSource.isAllowed(scalar) { return control(scalar) }
      return problem("syntax", ["reason": YAMLSource.shown(sign)])
    }

    func control(_ scalar: Unicode.Scalar) -> Problem {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return problem("control", ["code": "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits])
    }

    mutating func skip() {
      while place < bytes.count {
        switch bytes[place] {
        case 0x0A: line += 1
        // A return alone ends a line too; with a line feed after it, that one counts.
        case 0x0D: if place + 1 >= bytes.count || bytes[place + 1] != 0x0A { line += 1 }
        case 0x20, 0x09: break
        default: return
        }
        place += 1
      }
    }

    mutating func takes(_ sign: Unicode.Scalar) -> Bool {
      guard place < bytes.count, bytes[place] == UInt8(ascii: sign) else { return false }
      place += 1
      return true
    }

    mutating func whole() throws(Problem) -> YAMLNode {
      let value = try value(depth: 0)
      skip()
      guard place == bytes.count else { throw unexpected() }
      return value
    }

    mutating func value(depth: Int) throws(Problem) -> YAMLNode {
      guard depth <= YAMLSource.depthLimit else {
        throw problem("nesting", ["limit": String(YAMLSource.depthLimit)])
      }
      skip()
      let start = line
      guard place < bytes.count else { throw unexpected() }
      switch bytes[place] {
      case UInt8(ascii: "{"): return YAMLNode(line: start, content: .map(try object(depth: depth)))
      case UInt8(ascii: "["): return YAMLNode(line: start, content: .list(try list(depth: depth)))
      case UInt8(ascii: "\""): return YAMLNode(line: start, content: .text(try string()))
      default: return YAMLNode(line: start, content: .text(try word()))
      }
    }

    mutating func object(depth: Int) throws(Problem) -> [YAMLEntry] {
      place += 1
      var entries: [YAMLEntry] = []
      var lines: [String: Int] = [:]
      skip()
      if takes("}") { return [] }
      while true {
        skip()
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { throw unexpected() }
        let start = line
        let key = try string()
        let name = YAMLSource.shown(key)
        path.append(name)
        if let first = lines[key] { throw problem("duplicateKey", ["key": name, "first": String(first)]) }
        lines[key] = start
        skip()
        guard takes(":") else { throw unexpected() }
        entries.append(YAMLEntry(key: key, line: start, value: try value(depth: depth + 1)))
        path.removeLast()
        skip()
        if takes(",") { continue }
        guard takes("}") else { throw unexpected() }
        return entries
      }
    }

    mutating func list(depth: Int) throws(Problem) -> [YAMLNode] {
      place += 1
      var members: [YAMLNode] = []
      skip()
      if takes("]") { return [] }
      while true {
        members.append(try value(depth: depth + 1))
        skip()
        if takes(",") { continue }
        guard takes("]") else { throw unexpected() }
        return members
      }
    }

    /// `true`, `false`, a number as it is written, or nothing for `null`.
    mutating func word() throws(Problem) -> String {
      for (name, text) in [("true", "true"), ("false", "false"), ("null", "")]
      where bytes[place...].starts(with: name.utf8) {
        place += name.utf8.count
        return text
      }
      let start = place
      _ = takes("-")
      let whole = digits()
      // A number has no zeros in front.
      guard whole > 0, whole == 1 || bytes[place - whole] != UInt8(ascii: "0") else {
        place = start
        throw unexpected()
      }
      if takes("."), digits() == 0 { throw unexpected() }
      if takes("e") || takes("E") {
        if !takes("+") { _ = takes("-") }
        if digits() == 0 { throw unexpected() }
      }
      return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func digits() -> Int {
      let start = place
      while place < bytes.count, bytes[place] >= 0x30, bytes[place] <= 0x39 { place += 1 }
      return place - start
    }

    mutating func string() throws(Problem) -> String {
      place += 1
      var text: [UInt8] = []
      while true {
        let start = place
        while place < bytes.count, bytes[place] != UInt8(ascii: "\""), bytes[place] != UInt8(ascii: "\\"),
          bytes[place] >= 0x20
        {
          place += 1
        }
        text += bytes[start..<place]
        guard place < bytes.count, bytes[place] >= 0x20 else { throw unexpected() }
        place += 1
        if bytes[place - 1] == UInt8(ascii: "\"") { break }
        text += try escape()
      }
      guard let read = String(validating: text, as: UTF8.self) else { throw problem("notUTF8") }
      if let wrong = read.unicodeScalars.first(where: { !YAMLSource.isAllowed($0) }) { throw control(wrong) }
      return read
    }

    private mutating func escape() throws(Problem) -> [UInt8] {
      guard place < bytes.count else { throw unexpected() }
      let sign = bytes[place]
      switch sign {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
        place += 1
        return [sign]
      case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"):
        place += 1
        let plain: [UInt8: UInt8] = [0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09, 0x62: 0x08, 0x66: 0x0C]
        return [plain[sign] ?? 0x20]
      case UInt8(ascii: "u"):
        place += 1
        var value = try hexadecimal()
        if (0xD800..<0xDC00).contains(value), bytes[place...].starts(with: "\\u".utf8) {
          place += 2
          let low = try hexadecimal()
          guard (0xDC00..<0xE000).contains(low) else { throw problem("syntax", ["reason": "\\u"]) }
          value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(value) else { throw problem("syntax", ["reason": "\\u"]) }
        return Array(String(Character(scalar)).utf8)
      default: throw unexpected()
      }
    }

    private mutating func hexadecimal() throws(Problem) -> UInt32 {
      guard place + 4 <= bytes.count,
        bytes[place..<place + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
        let value = UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
      else { throw unexpected() }
      place += 4
      return value
    }
  }
}
