import Language
import WerkendLeren

/// What a filled-in form asks for: a command, or what is wrong with which field.
struct FormReading {
  /// The outcome of reading.
  enum Outcome: Equatable {
    /// A command for the placement.
    case command(Command)
    /// Another person looks from now on.
    case viewer(Party, String)
    /// Fields with what is wrong, in words.
    case wrong([String: String])
  }

  let kind: FormKind
  let words: Words
  let viewer: Viewer
  let today: Day
  private var values: [String: String]
  private var errors: [String: String] = [:]

  init(kind: FormKind, values: [String: String], words: Words, viewer: Viewer, today: Day) {
    self.kind = kind
    self.words = words
    self.viewer = viewer
    self.today = today
    self.values = values
  }

  private func text(_ id: String) -> String {
    TextDoor.clean(values[id] ?? "", lines: .one, limit: 200)
  }

  private func prose(_ id: String) -> String {
    TextDoor.clean(values[id] ?? "", lines: .many, limit: 10_000)
  }

  private mutating func required(_ id: String, _ value: String) -> String {
    if value.isEmpty { errors[id] = words["error.required"] }
    return value
  }

  private mutating func date(_ id: String) -> Day {
    let written = text(id)
    if written.isEmpty {
      errors[id] = words["error.required"]
    } else if let day = DayText.parse(written, today: today) {
      return day
    } else {
      errors[id] = words("error.date", ["text": written])
    }
    return today
  }

  private mutating func optionalDate(_ id: String) -> Day? {
    text(id).isEmpty ? nil : date(id)
  }

  /// Reads the form.
  static func read(kind: FormKind, values: [String: String], words: Words, viewer: Viewer, today: Day) -> Outcome {
    var reading = FormReading(kind: kind, values: values, words: words, viewer: viewer, today: today)
    let outcome = reading.outcome()
    return reading.errors.isEmpty ? outcome : .wrong(reading.errors)
  }

  private mutating func outcome() -> Outcome {
    switch kind {
    case .onBehalf(let duty, let party):
      return .command(.confirm(duty: duty, party: party, day: today, note: required("howTold", prose("howTold"))))
    case .confirmOn(let duty, let party):
      let day = date("day")
      let note = party == viewer.party ? prose("remark") : required("howTold", prose("howTold"))
      return .command(.confirm(duty: duty, party: party, day: day, note: note))
    case .note(let duty): return .command(.addNote(duty: duty, text: required("note", prose("note"))))
    case .dueDate(let duty): return .command(.setDueDate(duty: duty, day: optionalDate("due")))
    case .exclude(let duty):
      return .command(.exclude(duty: duty, reason: required("reason", prose("reason"))))
    case .withdraw(let mark, _):
      return .command(.withdrawConfirmation(mark: mark, reason: required("reason", prose("reason"))))
    case .withdrawScan(let scan):
      return .command(.withdrawScan(scan: scan, reason: required("reason", prose("reason"))))
    case .takeStartBack: return .command(.takeStartBack(reason: required("reason", prose("reason"))))
    case .reopen: return .command(.reopen(reason: required("reason", prose("reason"))))
    case .agreement: return .command(.addAgreement(agreement()))
    case .plan:
      return .command(
        .addPlan(label: required("label", text("label")), date: date("date"), kept: text("kept")))
    case .workplace:
      return .command(
        .setWorkplace(
          employer: required("employer", text("employer")), workplace: required("workplace", text("workplace")),
          address: text("address"), from: date("from")))
    case .person(let role): return .command(.setPerson(role: role, person()))
    case .scan: return .command(.addPaperScan(scan()))
    case .start:
      let asks = values["scanReason"] != nil
      return .command(
        .start(day: date("day"), withoutScanReason: asks ? required("scanReason", prose("scanReason")) : ""))
    case .viewer:
      let party = Party(rawValue: values["role"] ?? "") ?? .school
      let name = text("who")
      if party != .school, name.isEmpty { errors["who"] = words["error.required"] }
      return .viewer(party, name)
    }
  }

  private mutating func agreement() -> AgreementContent {
    func section(_ id: String) -> AgreementContent.Section {
      .init(included: values[id] == "true", line: text(id + "Line"))
    }
    return AgreementContent(
      label: required("label", text("label")), date: date("date"), kept: text("kept"), content: section("content"),
      guidance: section("guidance"), programme: section("programme"), assessment: section("assessment"))
  }

  private mutating func person() -> PersonContent {
    let mail = text("mail")
    if !mail.isEmpty, !mail.contains("@") || mail.contains(" ") { errors["mail"] = words["error.mail"] }
    let from = date("from")
    let until = optionalDate("until")
    if let until, until < from { errors["until"] = words["error.untilBeforeFrom"] }
    return PersonContent(
      name: required("name", text("name")), function: text("function"), mail: mail, phone: text("phone"),
      reachable: text("reachable"), experience: text("experience"), from: from, until: until)
  }

  private mutating func scan() -> PaperScanContent {
    let decision = ScanDecision(rawValue: values["decision"] ?? "")
    if decision == nil { errors["decision"] = words["error.choose"] }
    let day = date("date")
    if day > today { errors["date"] = words["error.future"] }
    let until = date("validUntil")
    if until < day || until > day.adding(years: 4) { errors["validUntil"] = words["error.validity"] }
    return PaperScanContent(
      date: day, decision: decision ?? .notYetSuitable, validUntil: until, by: required("by", text("by")),
      kept: text("kept"))
  }
}
