import Language
import WerkendLeren

/// What can be done with the course of a placement, in the order in which it comes about. Source: `rules.md`, "The course".
enum CourseAction: String, CaseIterable {
  case start
  case pause
  case intendedReturn
  case resume
  case complete
  case endEarly
  case neverStarted
  case workplace
  case dates
  case rhythm
  case takeStartBack
  case reopen

  /// What is typed for it after `:`.
  var id: String {
    switch self {
    case .start: "start"
    case .pause: "pauzeren"
    case .intendedReturn: "terugkeer"
    case .resume: "hervatten"
    case .complete: "afronden"
    case .endEarly: "stoppen"
    case .neverStarted: "nooit-begonnen"
    case .workplace: "werkplek-wijzigen"
    case .dates: "data"
    case .rhythm: "ritme"
    case .takeStartBack: "start-terug"
    case .reopen: "heropenen"
    }
  }

  /// The action of what was typed.
  init?(id: String) {
    guard let found = CourseAction.allCases.first(where: { $0.id == id }) else { return nil }
    self = found
  }

  /// Its name, such as "Pauzeren".
  func name(_ words: Words) -> String { words("course.\(rawValue)") }

  /// What it does, in a sentence.
  func explanation(_ words: Words) -> String { words("course.\(rawValue).what") }

  /// The form that it opens; nil for the start, which has a way of its own.
  var form: FormKind? {
    switch self {
    case .start: nil
    case .pause: .course(.pause)
    case .intendedReturn: .course(.intendedReturn)
    case .resume: .course(.resume)
    case .complete: .course(.end(.completed))
    case .endEarly: .course(.end(.endedEarly))
    case .neverStarted: .course(.end(.neverStarted))
    case .workplace: .workplace
    case .dates: .course(.dates)
    case .rhythm: .course(.rhythm(nil))
    case .takeStartBack: .takeStartBack
    case .reopen: .reopen
    }
  }

  /// A command of its kind, as whole as it can be, to ask whether it can be done at all.
  func trial(_ records: PlacementRecords, today: Day) -> Command {
    switch self {
    case .start: .start(day: today, withoutScanReason: "?")
    case .pause: .pause(from: today, intendedReturn: nil, reason: "?")
    case .intendedReturn: .setIntendedReturn(nil)
    case .resume: .resume(day: today, newStart: nil)
    case .complete: .end(.completed, day: today, reason: "", by: nil)
    case .endEarly: .end(.endedEarly, day: today, reason: "?", by: nil)
    case .neverStarted: .end(.neverStarted, day: today, reason: "?", by: nil)
    case .workplace:
      .setWorkplace(
        employer: records.currentEmployer?.name ?? "?", workplace: records.currentWorkplace?.name ?? "?", address: "",
        from: today)
    case .dates: .setDates(start: records.placement.start, end: records.placement.end)
    case .rhythm: .setRhythm(duty: nil, weeks: nil)
    case .takeStartBack: .takeStartBack(reason: "?")
    case .reopen: .reopen(reason: "?")
    }
  }
}
