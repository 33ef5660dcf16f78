import WerkendLeren

/// One date of a calendar file: it lasts all day and takes nobody's time.
public struct CalendarEvent: Hashable, Sendable {
  /// By what a calendar knows it again when the file is read once more; the same as long as it is the same thing, whatever its day.
  public var uid: String
  /// The day.
  public var day: Day
  /// What the calendar shows.
  public var summary: String
  /// What it shows when it is opened; line breaks stay.
  public var description: String
  /// By what it can be sorted.
  public var categories: [String]

  /// Makes an event.
  public init(uid: String, day: Day, summary: String, description: String, categories: [String]) {
    self.uid = uid
    self.day = day
    self.summary = summary
    self.description = description
    self.categories = categories
  }
}

/// A calendar file as RFC 5545 has it. Events, not to-dos: what calendars of phones, Outlook and Google show. Lines end in CR LF and are
/// folded at 75 octets; no text, however hostile, becomes a line of its own.
public struct CalendarFile: Sendable {
  /// The moment of writing, in UTC: `20261123T131000Z`.
  private let stamp: String
  /// Grows from day to day, so that calendars take a later file for newer.
  private let sequence: Int

  /// Makes a file of a day. `moment` is `YYYY-MM-DDTHH:MM:SS±HH:MM`.
  public init(today: Day, moment: String) {
    stamp = CalendarFile.stamp(moment) ?? CalendarFile.basic(today) + "T000000Z"
    sequence = max(0, today.number - 18_262)
  }

  /// What stands before the events; the name is shown by many calendars.
  public func head(name: String, language: String) -> String {
    let lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Drieluik//Drieluik//" + language.uppercased(), "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "X-WR-CALNAME:" + CalendarFile.escaped(name),
    ]
    return lines.map(CalendarFile.folded).joined()
  }

  /// One event. It is private: a calendar that is shared shows others that there is something, and not what.
  public func event(_ event: CalendarEvent) -> String {
    let lines = [
      "BEGIN:VEVENT", "UID:" + CalendarFile.escaped(event.uid), "DTSTAMP:" + stamp, "SEQUENCE:\(sequence)",
      "DTSTART;VALUE=DATE:" + CalendarFile.basic(event.day), "SUMMARY:" + CalendarFile.escaped(event.summary),
      "DESCRIPTION:" + CalendarFile.escaped(event.description),
      "CATEGORIES:" + event.categories.map(CalendarFile.escaped).joined(separator: ","), "CLASS:PRIVATE",
      "TRANSP:TRANSPARENT", "END:VEVENT",
    ]
    return lines.map(CalendarFile.folded).joined()
  }

  /// What stands after them.
  public var tail: String { "END:VCALENDAR\r\n" }

  /// A name for something that stays the same: 32 hexadecimal digits of its parts (FNV-1a twice over), which do not tell them.
  public static func uid(of parts: [String]) -> String {
    let bytes = Array(parts.joined(separator: "\u{1F}").utf8)
    let digits = [14_695_981_039_346_656_037, 1_099_511_628_211].map { (start: UInt64) -> String in
      let hash = bytes.reduce(start) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
      let text = String(hash, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }
    return digits.joined() + "@drieluik"
  }

  /// `20261123`.
  private static func basic(_ day: Day) -> String { day.iso.split(separator: "-").joined() }

  /// A moment in UTC; nil where it is written otherwise.
  static func stamp(_ moment: String) -> String? {
    let bytes = Array(moment.utf8)
    guard bytes.count == 25, let day = Day(iso: moment.prefix(10)) else { return nil }
    func two(_ place: Int) -> Int? { Int(String(decoding: bytes[place..<place + 2], as: UTF8.self)) }
    guard let hour = two(11), let minute = two(14), let second = two(17), let hours = two(20), let minutes = two(23)
    else { return nil }
    let offset = (hours * 60 + minutes) * (bytes[19] == UInt8(ascii: "-") ? -1 : 1)
    let total = hour * 60 + minute - offset
    let days = total >= 0 ? total / 1440 : (total - 1439) / 1440
    let left = total - days * 1440
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
    return "\(basic(day.adding(days: days)))T\(padded(left / 60))\(padded(left % 60))\(padded(second))Z"
  }

  /// A text as a value: backslash, semicolon and comma escaped, a line break as `\n`, other control characters as a space.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x5C, 0x3B, 0x2C:
        result.append("\\")
        result.append(scalar)
      // CR LF is one break.
      case 0x0A: if last != "\r" { result.append(contentsOf: "\\n".unicodeScalars) }
      case 0x0D, 0x2028, 0x2029: result.append(contentsOf: "\\n".unicodeScalars)
      case 0x00..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
        result.append(" ")
      default: result.append(scalar)
      }
      last = scalar
    }
    return String(result)
  }

  /// A content line, folded so that no line has more than 75 octets and no character is cut.
  static func folded(_ line: String) -> String {
    var result = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let width = UTF8.width(scalar)
      if octets + width > 75 {
        result += "\r\n "
        octets = 1
      }
      result.unicodeScalars.append(scalar)
      octets += width
    }
    return result + "\r\n"
  }
}
