/// The character encoding of a CSV file, as recognised from all of its bytes.
public enum CSVEncoding: Equatable, Sendable {
  /// UTF-8, with or without a byte order mark; plain ASCII too.
  case utf8
  /// Windows-1252, what spreadsheets in Western Europe write when not asked for UTF-8.
  case windows1252

  /// The text of these bytes; what stands for no character becomes U+FFFD.
  public func decode(_ bytes: some Collection<UInt8>) -> String {
    switch self {
    case .utf8:
      return String(decoding: bytes, as: UTF8.self)
    case .windows1252:
      if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
      var scalars = String.UnicodeScalarView()
      for byte in bytes { scalars.append(Self.scalar(of: byte)) }
      return String(scalars)
    }
  }

  /// The bytes of this text; what Windows-1252 cannot write becomes a question mark.
  public func encode(_ text: String) -> [UInt8] {
    switch self {
    case .utf8:
      return Array(text.utf8)
    case .windows1252:
      return text.unicodeScalars.map { scalar in
        if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
        let index = Self.upperHalf.firstIndex(of: UInt16(truncatingIfNeeded: scalar.value))
        guard let index, scalar.value < 0x1_0000, scalar.value != 0xFFFD else { return 0x3F }
        return UInt8(0x80 + index)
      }
    }
  }

  /// Whether the byte stands for no character in Windows-1252.
  static func isUndefined(_ byte: UInt8) -> Bool {
    (0x80...0x9F).contains(byte) && upperHalf[Int(byte) - 0x80] == 0xFFFD
  }

  private static func scalar(of byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(upperHalf[Int(byte) - 0x80]) ?? "\u{FFFD}"
  }

  /// 0x80 to 0x9F of Windows-1252 (unicode.org, CP1252.TXT); the rest equals Latin-1.
  private static let upperHalf: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
    0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}

/// Looks at all bytes of a file, block by block, and tells its encoding.
struct CSVEncodingSurvey {
  /// Well-formed sequences of more than one byte.
  private(set) var sequences = 0
  /// Bytes at which UTF-8 breaks.
  private(set) var flaws = 0
  private var zeroBytesAtStart = 0
  private var start: [UInt8] = []
  private var missing = 0
  private var lowest: UInt8 = 0x80
  private var highest: UInt8 = 0xBF

  /// Whether the file begins with the byte order mark of UTF-8.
  var hasByteOrderMark: Bool { start.starts(with: [0xEF, 0xBB, 0xBF]) }

  /// UTF-16 and UTF-32 have their own mark, or a zero byte in every letter; pictures and archives have many too.
  var isText: Bool {
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { return false }
    return zeroBytesAtStart * 4 <= start.count
  }

  /// Windows-1252 where UTF-8 breaks at least as often as it makes sense; a file in UTF-8 with a few damaged bytes stays
  /// UTF-8, for else every name with an accent in it would be read wrongly and without a word.
  var encoding: CSVEncoding { !hasByteOrderMark && flaws > 0 && flaws >= sequences ? .windows1252 : .utf8 }

  mutating func add(_ block: UnsafeBufferPointer<UInt8>) {
    if start.count < 4096 {
      let more = block.prefix(4096 - start.count)
      start.append(contentsOf: more)
      zeroBytesAtStart += more.count(where: { $0 == 0 })
    }
    let raw = UnsafeRawBufferPointer(block)
    var index = 0
    while index < block.count {
      if missing == 0 {
        while index + 8 <= block.count,
          raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          index += 8
        }
        if index >= block.count { return }
      }
      take(block[index])
      index += 1
    }
  }

  /// A sequence that the end of the file cuts off is a flaw too.
  mutating func finish() {
    if missing > 0 { flaws += 1 }
    missing = 0
  }

  private mutating func take(_ byte: UInt8) {
    if missing > 0 {
      if byte >= lowest, byte <= highest {
        missing -= 1
        (lowest, highest) = (0x80, 0xBF)
        if missing == 0 { sequences += 1 }
        return
      }
      flaws += 1
      missing = 0
      (lowest, highest) = (0x80, 0xBF)
    }
    // The second byte's range keeps out overlong forms, surrogates and what lies above U+10FFFF (Unicode, table 3-7).
    switch byte {
    case 0x00...0x7F: break
    case 0xC2...0xDF: missing = 1
    case 0xE0: (missing, lowest) = (2, 0xA0)
    case 0xED: (missing, highest) = (2, 0x9F)
    case 0xE1...0xEF: missing = 2
    case 0xF0: (missing, lowest) = (3, 0x90)
    case 0xF4: (missing, highest) = (3, 0x8F)
    case 0xF1...0xF3: missing = 3
    default: flaws += 1
    }
  }
}
