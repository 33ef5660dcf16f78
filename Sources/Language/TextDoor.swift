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

  /// Cleans a text: NFC, no control characters, no bidirectional marks and overrides, nothing invisible but what joins characters, no
  /// line separators, no spaces outside; cut after `limit` characters.
  public static func clean(_ text: String, lines: Lines = .one, limit: Int = 10_000) -> String {
    if isPlain(text), text.utf8.count <= limit { return text }
    var scalars = String.UnicodeScalarView()
    var afterReturn = false
    var marks = 0
    for scalar in text.unicodeScalars {
      let isSecondOfBreak = afterReturn && scalar == "\n"
      afterReturn = scalar == "\r"
      if isSecondOfBreak { continue }
      switch scalar.value {
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029: scalars.append(lines == .many ? "\n" : " ")
      case 0x09: scalars.append(" ")
      case 0x00..<0x20, 0x7F..<0xA0: continue
      case 0xAD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
        0xFFFE, 0xFFFF, 0xE0000...0xE007F:
        continue
      case 0..<0x300: scalars.append(scalar)
      default:
        // A character with thousands of marks would pass any limit that counts characters.
        marks = scalar.properties.generalCategory == .nonspacingMark ? marks + 1 : 0
        if marks <= mostMarks { scalars.append(scalar) }
        continue
      }
      marks = 0
    }
    // Composing comes last: what was taken out may have stood between a letter and its accent.
    let composed = String(scalars).precomposedStringWithCanonicalMapping
    let trimmed = trimmed(composed[...])
    return trimmed.count > limit ? String(self.trimmed(trimmed.prefix(limit))) : String(trimmed)
  }

  /// As many marks on one character are kept; no living script needs more.
  private static let mostMarks = 8

  private static func trimmed(_ text: Substring) -> Substring {
    let head = text.drop(while: \.isWhitespace)
    return head.prefix(head.count - head.reversed().prefix(while: \.isWhitespace).count)
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
      if scalar.properties.isWhitespace {
        if let last = result.last, last != " " { result.append(" ") }
        continue
      }
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
      default:
        // Accents, and what nobody sees or types.
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: break
        default: result.append(scalar)
        }
      }
    }
    if result.last == " " { result.removeLast() }
    return String(result)
  }

  private static func foldedASCII(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      } else if byte >= 0x20, byte != 0x7F {
        bytes.append(byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
