/// One cell on its way out to a spreadsheet and back.
public enum CSVCell {
  /// The text with one `'` before it where a spreadsheet would take it for a formula: it begins with `=`, `+`, `-`, `@`, tab
  /// or return, or with any number of `'` and then one of these. (OWASP, "CSV Injection".)
  public static func guarded(_ text: String) -> String {
    isFormulaLike(text.utf8) ? "'" + text : text
  }

  /// Takes away the one `'` that `guarded` puts there; any other `'` stays, so that `'t Hart` is untouched.
  public static func unguarded(_ text: String) -> String {
    guard text.utf8.first == 0x27, isFormulaLike(text.utf8.dropFirst()) else { return text }
    return String(text.unicodeScalars.dropFirst())
  }

  /// The text as it stands between two separators: within quotes, its own doubled, where it holds a separator, a quote or a
  /// line break or begins or ends with a space.
  public static func quoted(_ text: String, delimiter: UInt8) -> String {
    let bytes = text.utf8
    let needsQuotes =
      bytes.first == 0x20 || bytes.last == 0x20
      || bytes.contains { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result.unicodeScalars.append(scalar) }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }

  /// Guarded and quoted: what an export writes.
  public static func exported(_ text: String, delimiter: UInt8) -> String {
    quoted(guarded(text), delimiter: delimiter)
  }

  private static func isFormulaLike(_ bytes: some Sequence<UInt8>) -> Bool {
    guard let first = bytes.first(where: { $0 != 0x27 }) else { return false }
    return [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first)
  }
}
