/// Writes JSON without a coder, which would cost more than the facts themselves. The order of the keys is the order of writing.
enum JSONValue {
  case null
  case truth(Bool)
  case number(Int)
  case text(String)
  case list([JSONValue])
  case object([(String, JSONValue)])

  /// The value as text; short lists and objects on one line.
  var written: String { text(indent: "") }

  /// The value on one line.
  var onOneLine: String {
    switch self {
    case .list(let values): "[" + values.map(\.onOneLine).joined(separator: ", ") + "]"
    case .object(let fields):
      "{" + fields.map { "\(JSONValue.quoted($0.0)): \($0.1.onOneLine)" }.joined(separator: ", ") + "}"
    case .null, .truth, .number, .text: text(indent: "")
    }
  }

  private var isFlat: Bool {
    switch self {
    case .null, .truth, .number, .text: true
    case .list(let values): values.isEmpty
    case .object(let fields):
      fields.allSatisfy { field in
        switch field.1 {
        case .null, .truth, .number, .text: true
        case .list, .object: false
        }
      }
    }
  }

  private func text(indent: String) -> String {
    let deeper = indent + "  "
    switch self {
    case .null: return "null"
    case .truth(let value): return value ? "true" : "false"
    case .number(let value): return String(value)
    case .text(let text): return JSONValue.quoted(text)
    case .list(let values):
      if values.isEmpty { return "[]" }
      let lines = values.map { deeper + $0.text(indent: deeper) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(indent)]"
    case .object(let fields):
      let parts = fields.map { "\(JSONValue.quoted($0.0)): \($0.1.text(indent: deeper))" }
      if isFlat { return "{" + parts.joined(separator: ", ") + "}" }
      return "{\n" + parts.map { deeper + $0 }.joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  /// The text in quotes. What a terminal or an older JavaScript would take for more than text is written as an escape.
  static func quoted(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) { return "\"" + text + "\"" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x0A: result += "\\n"
      case 0x09: result += "\\t"
      case 0x0D: result += "\\r"
      case 0x00..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
