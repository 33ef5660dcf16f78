import WerkendLeren

/// Days as people write them in a spreadsheet.
public enum ImportDate {
  /// The years that an import takes.
  public static let years = 1950...2200

  /// What became of a text.
  public enum Reading: Equatable, Sendable {
    case day(Day)
    case outOfRange
    case notADate
  }

  /// Reads `1-9-2027`, `01-09-2027` and `2027-09-01`, with `-`, `/` or `.` between: day, month, year, or the year first. The
  /// year has four digits.
  public static func read(_ text: String) -> Reading {
    var parts: [(value: Int, digits: Int)] = [(0, 0)]
    var separator: UInt8?
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39:
        let last = parts[parts.count - 1]
        guard last.digits < 4 else { return .notADate }
        parts[parts.count - 1] = (last.value * 10 + Int(byte - 0x30), last.digits + 1)
      case 0x2D, 0x2F, 0x2E:
        guard parts.count < 3, separator == nil || separator == byte else { return .notADate }
        separator = byte
        parts.append((0, 0))
      default:
        return .notADate
      }
    }
    guard parts.count == 3, (1...2).contains(parts[1].digits) else { return .notADate }
    let year: Int
    let day: Int
    switch (parts[0].digits, parts[2].digits) {
    case (1...2, 4): (day, year) = (parts[0].value, parts[2].value)
    case (4, 1...2): (year, day) = (parts[0].value, parts[2].value)
    default: return .notADate
    }
    guard let found = Day(year: year, month: parts[1].value, day: day) else { return .notADate }
    return years.contains(year) ? .day(found) : .outOfRange
  }
}
