import CEmbedded

/// The texts of the program in one language. They are data (`Sources/CEmbedded/data/texts`), found by key.
public struct Words: Equatable, Sendable {
  /// The language.
  public let language: Language

  /// Makes the texts of a language.
  public init(_ language: Language) { self.language = language }

  /// The text of a key; the key itself in brackets where there is none, which a test never lets happen.
  public subscript(key: String) -> String { self(key) }

  /// The text of a key with its values filled in: `{name}` by the value, `{count:one|more}` by the number in the value.
  public func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
    guard let text = TextTable.shared.text(key, language) else { return "[\(key)]" }
    return Words.fill(text, values)
  }

  /// Whether there is such a text.
  public func has(_ key: String) -> Bool { TextTable.shared.text(key, language) != nil }

  /// Fills values in a text; placeholders without a value stay as they are.
  static func fill(_ text: String, _ values: [String: String]) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}") else { break }
      let inside = rest[..<close].dropFirst()
      rest = rest[rest.index(after: close)...]
      let parts = inside.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.first.flatMap { values[String($0)] }
      if parts.count == 2, let value {
        let forms = parts[1].split(separator: "|", omittingEmptySubsequences: false)
        result += value == "1" ? forms[0] : forms.last ?? ""
      } else {
        result += value ?? "{\(inside)}"
      }
    }
    return result + rest
  }
}

/// All texts, as they stand in the binary: key, Dutch, English, a line each, sorted by the bytes of the key.
public struct TextTable: Sendable {
  /// The table of this program.
  public static let shared = TextTable()

  private let texts: [Substring.UTF8View.SubSequence]
  private let source: String

  init() {
    var length = 0
    guard let bytes = drieluik_embedded_texts(&length), length > 0 else {
      source = ""
      texts = []
      return
    }
    source = String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
    texts = source.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  /// Every key, sorted.
  public var keys: [String] { (0..<texts.count / 3).map { String(texts[$0 * 3]) ?? "" } }

  /// The text of a key in a language; nil where there is none.
  public func text(_ key: String, _ language: Language) -> String? {
    let wanted = Array(key.utf8)
    var low = 0
    var high = texts.count / 3
    while low < high {
      let middle = (low + high) / 2
      let found = texts[middle * 3]
      if found.elementsEqual(wanted) {
        return TextTable.unescape(texts[middle * 3 + (language == .dutch ? 1 : 2)])
      }
      if found.lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private static func unescape(_ line: Substring.UTF8View.SubSequence) -> String {
    guard line.contains(UInt8(ascii: "\\")) else { return String(Substring(line)) }
    var bytes: [UInt8] = []
    var escaped = false
    for byte in line {
      if escaped {
        bytes.append(byte == UInt8(ascii: "n") ? 0x0A : byte)
        escaped = false
      } else if byte == UInt8(ascii: "\\") {
        escaped = true
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
