import Glibc
import StateStore
import WerkendLeren

/// The one place that asks what time it is. `DRIELUIK_TODAY` fixes the day, for tests and examples.
struct Clock: Sendable {
  /// The day to work with; nil: that of the machine.
  let fixedDay: Day?

  /// Now, in the time zone of the machine.
  func now() -> Moment {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    let day = fixedDay ?? Clock.day(parts)
    let offset = abs(parts.tm_gmtoff) / 60
    let sign = parts.tm_gmtoff < 0 ? "-" : "+"
    let clock = [parts.tm_hour, parts.tm_min, min(parts.tm_sec, 59)].map { Clock.two(Int($0)) }.joined(separator: ":")
    return Moment(
      today: day, text: "\(day.iso)T\(clock)\(sign)\(Clock.two(Int(offset / 60))):\(Clock.two(Int(offset % 60)))")
  }

  private static func day(_ parts: tm) -> Day {
    // A calendar day from the system is always one of ours.
    Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday)) ?? Day(number: 0)
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}

extension Clock {
  /// The clock of this call; refused where `DRIELUIK_TODAY` is no day.
  init(environment: [String: String]) throws(Failure) {
    guard let text = environment["DRIELUIK_TODAY"], !text.isEmpty else {
      fixedDay = nil
      return
    }
    guard let day = Day(iso: text) else { throw Failure(64, programWords("usage.badToday", ["text": text])) }
    fixedDay = day
  }
}
