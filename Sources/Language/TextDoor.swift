import Foundation

/// The one door through which text enters: typing, imports, files, arguments. Source: `design.md`, "Hostile text".
public enum TextDoor {
  /// Whether a text has one line or many.
  public enum Lines: Sendable {
    /// One: line breaks become a space.
    case one
    /// Many: line breaks stay.
    case many
  }

  /// Cleans a text: NFC, no control characters, no bidirectional overrides, no line separators, single outer edges; cut after `limit`
  /// characters.
  public static func clean(_ text: String, lines: Lines = .one, limit: Int = 10_000) -> String {
    if isPlain(text), text.utf8.count <= limit { return text }
    let composed = text.precomposedStringWithCanonicalMapping
    var scalars = String.UnicodeScalarView()
    var spaceOwed = false
    for scalar in composed.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x0D, 0x2028, 0x2029, 0x85:
        if lines == .many {
          // CR LF is one break; a lone CR is one too.
          if scalar.value == 0x0A, spaceOwed {
            spaceOwed = false
            continue
          }
          scalars.append("\n")
          spaceOwed = scalar.value == 0x0D
        } else if scalars.last != " " {
          scalars.append(" ")
        }
        continue
      case 0x09: scalars.append(" ")
      case 0x00..<0x20, 0x7F..<0xA0: break
      case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: break
      default: scalars.append(scalar)
      }
      spaceOwed = false
    }
    let trimmed = String(scalars).trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed.count > limit ? String(trimmed.prefix(limit)) : trimmed
  }

  /// Whether it is printable ASCII without outer spaces, so that cleaning changes nothing.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return true }
    return first != 0x20 && last != 0x20 && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  /// The text by which names are compared and searched: without case and accents, with single spaces. "overli" finds "Øverli".
  public static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return foldedASCII(text) }
    var result = String.UnicodeScalarView()
    let open = text.decomposedStringWithCompatibilityMapping.lowercased().decomposedStringWithCanonicalMapping
    for scalar in open.unicodeScalars {
      if scalar.properties.generalCategory == .nonspacingMark { continue }
      switch scalar {
      case "ø": result.append("o")
      case "ł": result.append("l")
      case "đ", "ð": result.append("d")
      case "ħ": result.append("h")
      case "ı": result.append("i")
      case "æ": result.append(contentsOf: "ae".unicodeScalars)
      case "œ": result.append(contentsOf: "oe".unicodeScalars)
      case "ß": result.append(contentsOf: "ss".unicodeScalars)
      case "þ": result.append(contentsOf: "th".unicodeScalars)
      case "’", "‘": result.append("'")
      default: result.append(scalar)
      }
    }
    return String(result).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func foldedASCII(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      } else {
        bytes.append(byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
