import Language
import WerkendLeren

extension EntryKind {
  /// The kind in words, as it stands within a sentence.
  public func name(_ words: Words) -> String { words("entry.kind.\(rawValue)") }
}

extension Circle {
  /// The parties in words: "student-werknemer en hogeschool".
  public func names(_ words: Words) -> String {
    let names = parties.map { $0.inSentence(words) }
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return words("entry.and", ["first": names.dropLast().joined(separator: ", "), "last": last])
  }
}
