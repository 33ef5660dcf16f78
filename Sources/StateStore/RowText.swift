import WerkendLeren

/// Row changes as JSON, written and read here so that no coder of Foundation is needed:
/// `[["mark",12,null,[1,"a",null]], …]`, each a table, a number, the values before and after (null: no row).
enum RowText {
  /// Writes changes.
  static func encode(_ changes: [RecordChange]) -> String {
    var text = "["
    for change in changes {
      guard let row = change.after ?? change.before else { continue }
      if text.utf8.count > 1 { text += "," }
      text += "[\"\(row.table.rawValue)\",\(row.id),"
      append(change.before, to: &text)
      text += ","
      append(change.after, to: &text)
      text += "]"
    }
    return text + "]"
  }

  private static func append(_ row: StoredRow?, to text: inout String) {
    guard let row else {
      text += "null"
      return
    }
    text += "["
    for (place, value) in row.values.enumerated() {
      if place > 0 { text += "," }
      switch value {
      case .null: text += "null"
      case .integer(let number): text += String(number)
      case .text(let string): append(string, to: &text)
      }
    }
    text += "]"
  }

  private static func append(_ string: String, to text: inout String) {
    text += "\""
    if string.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
      text += string
    } else {
      for scalar in string.unicodeScalars {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "\n": text += "\\n"
        default:
          if scalar.value < 0x20 {
            let digits = String(scalar.value, radix: 16)
            text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          } else {
            text.unicodeScalars.append(scalar)
          }
        }
      }
    }
    text += "\""
  }

  /// Reads changes; nil where the text is none.
  static func decode(_ text: String) -> [RecordChange]? {
    var reader = Reader(bytes: Array(text.utf8))
    guard let changes = reader.changes(), reader.isAtEnd else { return nil }
    return changes
  }

  private struct Reader {
    let bytes: [UInt8]
    var place = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard place < bytes.count, bytes[place] == UInt8(ascii: character) else { return false }
      place += 1
      return true
    }

    mutating func takeNull() -> Bool {
      guard bytes[place...].starts(with: "null".utf8) else { return false }
      place += 4
      return true
    }

    mutating func changes() -> [RecordChange]? {
      guard take("[") else { return nil }
      if take("]") { return [] }
      var result: [RecordChange] = []
      repeat {
        guard take("["), let name = string(), let table = RecordTable(rawValue: name), take(","), let id = number(),
          take(","), let before = row(table, id), take(","), let after = row(table, id), take("]")
        else { return nil }
        result.append(RecordChange(before: before.row, after: after.row))
      } while take(",")
      return take("]") ? result : nil
    }

    /// A row or null; nil where it is neither.
    mutating func row(_ table: RecordTable, _ id: Int64) -> (row: StoredRow?, Void)? {
      if takeNull() { return (nil, ()) }
      guard take("[") else { return nil }
      var values: [RecordValue] = []
      if !take("]") {
        repeat {
          if takeNull() {
            values.append(.null)
          } else if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
            guard let text = string() else { return nil }
            values.append(.text(text))
          } else {
            guard let number = number() else { return nil }
            values.append(.integer(number))
          }
        } while take(",")
        guard take("]") else { return nil }
      }
      return (StoredRow(table: table, id: id, values: values), ())
    }

    mutating func number() -> Int64? {
      let start = place
      if place < bytes.count, bytes[place] == UInt8(ascii: "-") { place += 1 }
      while place < bytes.count, (0x30...0x39).contains(bytes[place]) { place += 1 }
      return Int64(String(decoding: bytes[start..<place], as: UTF8.self))
    }

    mutating func string() -> String? {
      guard take("\"") else { return nil }
      var result: [UInt8] = []
      while place < bytes.count {
        let byte = bytes[place]
        place += 1
        if byte == UInt8(ascii: "\"") { return String(decoding: result, as: UTF8.self) }
        guard byte == UInt8(ascii: "\\") else {
          result.append(byte)
          continue
        }
        guard place < bytes.count else { return nil }
        let escaped = bytes[place]
        place += 1
        switch escaped {
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "u"):
          guard place + 4 <= bytes.count,
            let code = UInt8(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
          else { return nil }
          result.append(code)
          place += 4
        default: result.append(escaped)
        }
      }
      return nil
    }
  }
}
