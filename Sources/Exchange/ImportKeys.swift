/// The keys (student number and programme) met so far in a file, with the line of each. Two are the same without regard to
/// case and to outer or double spaces. Kept as 128 bits of hash each, so that 100,000 lines take a few megabytes.
struct ImportKeys {
  private struct Mark: Hashable {
    let first: Int
    let second: Int
  }

  private var lines: [Mark: Int] = [:]

  /// The line on which this key stood before; nil, and remembered, where it is new.
  mutating func add(studentNumber: String, programme: String, line: Int) -> Int? {
    let number = Self.comparable(studentNumber)
    let programme = Self.comparable(programme)
    func hash(_ seed: Int) -> Int {
      var hasher = Hasher()
      hasher.combine(seed)
      hasher.combine(number)
      hasher.combine(programme)
      return hasher.finalize()
    }
    let mark = Mark(first: hash(1), second: hash(2))
    if let earlier = lines[mark] { return earlier }
    lines[mark] = line
    return nil
  }

  /// Small letters, no outer spaces, single ones within.
  static func comparable(_ text: String) -> String {
    let small = text.lowercased()
    guard ImportCheck.hasWhitespace(small) else { return small }
    return small.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
