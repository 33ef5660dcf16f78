import Language
import WerkendLeren
import Widgets

/// The forms of the course. Source: `rules.md`, "The course".
public enum CourseForm: Equatable, Sendable {
  /// From when, until when and why it rests.
  case pause
  /// Another day for the return.
  case intendedReturn
  /// From when it goes on.
  case resume
  /// How, when and why it ends.
  case end(Ending)
  /// The planned start and end.
  case dates
  /// How often one continuing duty comes back, or all.
  case rhythm(DutyID?)

  /// The end of the key of its title.
  var name: String {
    switch self {
    case .pause: "pause"
    case .intendedReturn: "intendedReturn"
    case .resume: "resume"
    case .end(.completed): "complete"
    case .end(.endedEarly): "endEarly"
    case .end(.neverStarted): "neverStarted"
    case .dates: "dates"
    case .rhythm(nil): "rhythm"
    case .rhythm: "rhythmOfDuty"
    }
  }

  /// The duty it is about.
  var duty: DutyID? { if case .rhythm(let duty) = self { duty } else { nil } }
}

extension FormBuilding {
  /// The fields of a form of the course, and what stands in them.
  func course(_ form: CourseForm) -> ([FormField], [String: String]) {
    let placement = snapshot?.records.placement
    switch form {
    case .pause:
      return (
        [
          information(words["form.pause.why"]), date("from", side: .past),
          date("intendedReturn", required: false, side: .coming), prose("reason"),
        ], ["from": text(today)]
      )
    case .intendedReturn:
      let pause = snapshot?.records.openPause
      return (
        [
          information(words("form.paused.since", ["day": pause.map { dates.short($0.from, today: today) } ?? "–"])),
          date("intendedReturn", required: false, side: .coming),
        ], ["intendedReturn": pause?.intendedReturn.map(text) ?? ""]
      )
    case .resume: return resume
    case .end(let ending): return end(ending, stillOpen: stillOpen)
    case .dates:
      return (
        [information(words["form.dates.why"]), date("start", required: false), date("end", required: false)],
        ["start": placement?.start.map(text) ?? "", "end": placement?.end.map(text) ?? ""]
      )
    case .rhythm(let duty): return rhythm(duty)
    }
  }

  private var resume: ([FormField], [String: String]) {
    let pause = snapshot?.records.openPause
    let placement = snapshot?.records.placement
    var fields = [
      information(words("form.paused.since", ["day": pause.map { dates.short($0.from, today: today) } ?? "–"])),
      information(words["form.resume.why"]), date("day", side: .past),
    ]
    var values = ["day": text(today)]
    // In preparation no date runs on by itself but the start, which the pause has moved.
    if placement?.startedOn == nil {
      fields.append(information(words["form.resume.newStart"]))
      fields.append(date("newStart", required: placement?.start != nil, side: .coming))
      if let start = placement?.start, let pause {
        values["newStart"] = text(start.adding(days: max(0, today.days(since: pause.from))))
      }
    }
    return (fields, values)
  }

  /// The fields of an ending; those that complete say what is still open.
  func end(_ ending: Ending, stillOpen: String?) -> ([FormField], [String: String]) {
    var fields = [information(words("form.end.\(CourseForm.end(ending).name)")), date("day", side: .past)]
    if ending == .endedEarly {
      let parties = Party.allCases.map { FormField.Choice(id: $0.rawValue, label: $0.name(words)) }
      fields.append(
        FormField(
          id: "endedBy", label: words["field.endedBy"], help: "",
          kind: .choice(parties + [.init(id: "together", label: words["form.end.together"])]), required: true,
          maximumLength: 0))
    }
    fields.append(ending == .completed ? prose("remark", required: false) : prose("reason"))
    if ending == .completed, let stillOpen { fields.insert(information(stillOpen), at: 1) }
    return (fields, ["day": text(today)])
  }

  /// What is not done yet, by name; it may be left so.
  private var stillOpen: String {
    let open = snapshot?.derivation.items.filter { $0.applies && !$0.isDone(on: today) } ?? []
    let waiting = snapshot?.derivation.handlings.filter { !$0.isDone } ?? []
    let names =
      open.map { "\($0.duty.short(words)) (\($0.duty.party.letter(words)))" }
      + waiting.map { $0.entry.kind.name(words) }
    guard !names.isEmpty else { return words["form.end.nothingOpen"] }
    return words("form.end.open", ["count": String(names.count), "items": names.joined(separator: ", ")])
  }

  private func rhythm(_ duty: DutyID?) -> ([FormField], [String: String]) {
    let own = snapshot?.records.rhythms.filter { $0.duty != nil } ?? []
    let set = snapshot?.records.rhythms.last { $0.duty == duty }.map { String($0.days / 7) }
    var fields = [information(words[duty == nil ? "form.rhythm.why" : "form.rhythm.whyDuty"])]
    if duty == nil, !own.isEmpty {
      let names = own.map { rhythm in
        let name = rhythm.duty.flatMap { snapshot?.model[$0] }?.short(words) ?? ""
        return "\(name) (\(words("item.rhythm", ["count": String(rhythm.days / 7)])))"
      }
      fields.append(information(words("form.rhythm.own", ["items": names.joined(separator: ", ")])))
    }
    if let duty, let item = snapshot?.derivation[duty] {
      fields.append(information(words("form.rhythm.now", ["count": String(item.rhythmDays / 7)])))
    }
    fields.append(field("weeks", .number(.init(1...104, unit: words["field.weeks.unit"]))))
    // What the settings name is offered where the placement has no rhythm of its own yet.
    let offered = duty == nil ? rhythmWeeks.map(String.init) : nil
    return (fields, ["weeks": set ?? offered ?? ""])
  }
}

extension FormReading {
  /// What a form of the course asks for.
  mutating func course(_ form: CourseForm) -> Command {
    switch form {
    case .pause:
      let from = pastDate("from")
      let back = optionalDate("intendedReturn")
      inOrder("from", "intendedReturn", else: "error.returnBeforeFrom")
      return .pause(from: from, intendedReturn: back, reason: required("reason", prose("reason")))
    case .intendedReturn: return .setIntendedReturn(optionalDate("intendedReturn"))
    case .resume:
      let day = pastDate("day")
      // Asked only in preparation, and there left empty only where there was no start date.
      return .resume(day: day, newStart: text("newStart").isEmpty ? nil : date("newStart"))
    case .end(let ending):
      let day = pastDate("day")
      guard ending != .completed else { return .end(ending, day: day, reason: prose("remark"), by: nil) }
      if ending == .endedEarly, text("endedBy").isEmpty { refuse("endedBy", words["error.choose"]) }
      return .end(
        ending, day: day, reason: required("reason", prose("reason")), by: Party(rawValue: text("endedBy")))
    case .dates:
      inOrder("start", "end")
      return .setDates(start: optionalDate("start"), end: optionalDate("end"))
    case .rhythm(let duty):
      return .setRhythm(duty: duty, weeks: Int(text("weeks")))
    }
  }
}
