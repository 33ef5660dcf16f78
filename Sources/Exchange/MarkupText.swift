/// Text in Markdown that stays text, whatever it holds.
public enum MarkdownText {
  /// The text on one line, with everything escaped that would begin something: emphasis, code, links, HTML, entities, cells of a table, and at
  /// its start headings, lists and rules.
  public static func escaped(_ text: String) -> String {
    let line = oneLine(text)
    var result = ""
    result.reserveCapacity(line.utf8.count + 8)
    for character in line {
      if "\\`*_[]<>|~&$".contains(character) { result.append("\\") }
      result.append(character)
    }
    guard let first = result.first else { return result }
    if "#-+=".contains(first) { return "\\" + result }
    let digits = result.prefix { ("0"..."9").contains($0) }
    guard !digits.isEmpty, let next = result.dropFirst(digits.count).first, next == "." || next == ")" else {
      return result
    }
    return digits + "\\" + result.dropFirst(digits.count)
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ").split(separator: " ").joined(separator: " ")
  }
}

/// Text in HTML that stays text, also within an attribute's quotes.
public enum HTMLText {
  /// The text with the five characters escaped that mean something there.
  public static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x26, 0x3C, 0x3E, 0x22, 0x27].contains($0) }) else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
