import Foundation
import Testing
import WerkendLeren

@testable import Exchange

/// The calendar file by itself, and through Python's `vobject`, which reads and checks it as other calendars do.
@Suite("Calendar files")
struct CalendarFileTests {
  private let file = CalendarFile(today: Day(iso: "2026-11-23") ?? Day(number: 0), moment: "2026-11-23T14:10:05+01:00")

  /// The Python that Debian's `python3-vobject` belongs to; `scripts/setup test` installs it.
  static let python: String? = {
    let path = "/usr/bin/python3"
    guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-c", "import vobject"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    process.waitUntilExit()
    return process.terminationStatus == 0 ? path : nil
  }()

  private struct Reading: Decodable, Equatable {
    var uid: String
    var day: String
    var summary: String
    var description: String
    var categories: [String]
  }

  private static let script = """
    import json, sys, vobject
    calendar = vobject.readOne(open(sys.argv[1], 'rb').read().decode('utf-8'))
    calendar.validate(raiseException=True)
    assert calendar.version.value == '2.0' and calendar.prodid.value
    for event in calendar.vevent_list:
        assert event.dtstamp.value.isoformat() == '2026-11-23T13:10:05+00:00', event.dtstamp.value
        assert type(event.dtstart.value).__name__ == 'date' and 'dtend' not in event.contents
        print(json.dumps({
            'uid': event.uid.value, 'day': event.dtstart.value.isoformat(), 'summary': event.summary.value,
            'description': event.description.value, 'categories': event.categories.value}))
    """

  private func read(_ text: String) throws -> [Reading] {
    let folder = try CSVFolder()
    let input = try folder.write(Array(text.utf8), to: "agenda.ics")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.python))
    process.arguments = ["-c", Self.script, input]
    process.environment = ["PYTHONIOENCODING": "utf-8"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try bytes.split(separator: 0x0A).map { try JSONDecoder().decode(Reading.self, from: $0) }
  }

  /// What a text is after the characters that no text may hold are gone, worked out another way.
  private func meant(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    var place = 0
    while place + 1 < scalars.count {
      if scalars[place] == "\r", scalars[place + 1] == "\n" { scalars.remove(at: place) }
      place += 1
    }
    let bad = CharacterSet.controlCharacters
      .union(CharacterSet(charactersIn: "\u{200E}\u{200F}\u{2066}\u{2067}\u{2068}\u{2069}\u{FEFF}\u{061C}"))
    var result = String.UnicodeScalarView()
    for scalar in scalars {
      switch scalar {
      case "\n", "\r", "\u{2028}", "\u{2029}": result.append("\n")
      // Format characters that join emoji and letters are text.
      case "\u{200B}", "\u{200C}", "\u{200D}", "\u{AD}": result.append(scalar)
      default: result.append(bad.contains(scalar) ? " " : scalar)
      }
    }
    return String(result)
  }

  private static let hostile = [
    "Begeleiding", "a,b;c\\d", "\\n is no break", "line\nbreak", "\r\n\r\n", "BEGIN:VEVENT\nEND:VEVENT",
    "x\r\nUID:stolen",
    "\u{1B}[31mred\u{7}", "", " ", "\"quoted\": yes", "tab\there", String(repeating: "ü", count: 200),
    String(repeating: "漢字", count: 90), String(repeating: "👩‍👩‍👧‍👦", count: 30), "e\u{301}\u{301}\u{301}",
    String(repeating: ",;\\", count: 80), "\u{2028}\u{2029}", "a:b=c;VALUE=DATE", "\u{202E}evil", "Ünïcödé—“quotes”",
  ]

  @Test("Any text comes back as it was written", .enabled(if: CalendarFileTests.python != nil), arguments: 0..<4)
  func roundTrip(_ run: Int) throws {
    var random = CalendarSeed(state: UInt64(run) &+ 20_261_123)
    var events: [CalendarEvent] = []
    for number in 0..<150 {
      func text() -> String {
        var result = ""
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          result += Self.hostile.randomElement(using: &random) ?? ""
        }
        return result
      }
      events.append(
        CalendarEvent(
          uid: CalendarFile.uid(of: ["\(run)", "\(number)"]),
          day: Day(number: Int.random(in: -719_162...2_932_896, using: &random)), summary: text(), description: text(),
          categories: ["Werkgever", "Student, werknemer"]))
    }
    let text = file.head(name: text(of: events), language: "nl") + events.map(file.event).joined() + file.tail
    let read = try read(text)
    #expect(read.count == events.count, "seed \(run)")
    for (event, reading) in zip(events, read) {
      #expect(reading.uid == event.uid, "seed \(run)")
      #expect(reading.day == event.day.iso, "seed \(run)")
      #expect(reading.summary == meant(event.summary), "seed \(run)")
      #expect(reading.description == meant(event.description), "seed \(run)")
      #expect(reading.categories == event.categories, "seed \(run)")
    }
    check(text)
  }

  private func text(of events: [CalendarEvent]) -> String { events.first?.summary ?? "" }

  /// Every line ends in CR LF, has at most 75 octets, and is whole UTF-8.
  private func check(_ text: String) {
    let bytes = Array(text.utf8)
    var line: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if bytes[place] == 0x0D {
        #expect(place + 1 < bytes.count && bytes[place + 1] == 0x0A)
        #expect(line.count <= 75)
        #expect(String(validating: line, as: UTF8.self) != nil, "a character is cut")
        line = []
        place += 2
        continue
      }
      #expect(bytes[place] >= 0x20, "a control character")
      line.append(bytes[place])
      place += 1
    }
    #expect(line.isEmpty, "the last line ends too")
  }

  @Test("Lines are folded at 75 octets, never within a character", arguments: [73, 74, 75, 76, 77, 149, 150, 1000])
  func folding(_ length: Int) {
    for character in ["a", "é", "漢", "👍"] {
      let line = String(repeating: character, count: length)
      let folded = CalendarFile.folded(line)
      check(folded)
      #expect(folded.replacing("\r\n ", with: "") == line + "\r\n")
      #expect((folded == line + "\r\n") == (line.utf8.count <= 75))
    }
  }

  @Test(
    "The moment of writing stands in UTC",
    arguments: [
      ("2026-11-23T14:10:05+01:00", "20261123T131005Z"), ("2026-11-23T00:10:05+01:00", "20261122T231005Z"),
      ("2026-12-31T23:30:00-05:30", "20270101T050000Z"), ("2026-03-01T12:00:59+00:00", "20260301T120059Z"),
      ("2024-03-01T00:00:00+14:00", "20240229T100000Z"), ("today", nil), ("2026-11-23T14:10", nil),
    ])
  func stamps(_ moment: String, _ stamp: String?) {
    #expect(CalendarFile.stamp(moment) == stamp)
  }

  @Test("The same thing has the same name for ever, other things have others, and none tells what it is of")
  func names() {
    let parts = ["0301234/hbo-ict", "item", "employer.during.supervision"]
    let uid = CalendarFile.uid(of: parts)
    #expect(uid == "e98f11291eadbebf8bd278346d7d3425@drieluik")
    #expect(CalendarFile.uid(of: parts) == uid)
    var seen: Set<String> = []
    for number in 0..<2000 {
      for kind in ["item", "scan"] { seen.insert(CalendarFile.uid(of: ["\(number)/x", kind, ""])) }
    }
    #expect(seen.count == 4000)
    #expect(CalendarFile.uid(of: ["a", "b"]) != CalendarFile.uid(of: ["ab", ""]))
  }
}

/// A generator that gives the same numbers for the same seed (SplitMix64).
private struct CalendarSeed: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
