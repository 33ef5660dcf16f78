import Language
import WerkendLeren
import Widgets

/// What a filled-in form asks for: a command, or what is wrong with which field. It is read when a field is left, for the errors alone, and
/// before saving: what is wrong with an answer is the same in both.
struct FormReading {
  /// The outcome of reading.
  enum Outcome: Equatable {
    /// A command for the placement.
    case command(Command)
    /// A step on a scan.
    case step(ScanStep)
    /// A file to take in.
    case importFile(String)
    /// A command for all that is marked.
    case group(GroupRequest)
    /// A new placement.
    case creation(NewPlacement)
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
  private let fields: [String: FormField]
  /// What is wrong, by the id of the field.
  var errors: [String: String] = [:]

  /// Begins with what the kind of each field alone says of its value.
  init(kind: FormKind, form: Form, words: Words, viewer: Viewer, today: Day) {
    self.kind = kind
    self.words = words
    self.viewer = viewer
    self.today = today
    values = form.values
    fields = Dictionary(form.fields.map { ($0.id, $0) }) { first, _ in first }
    let check = FieldCheck(words: words, today: today)
    for field in form.fields {
      if let value = values[field.id], let error = check.error(field, value) { errors[field.id] = error }
    }
  }

  func text(_ id: String, limit: Int = 200) -> String {
    TextDoor.clean(values[id] ?? "", lines: .one, limit: limit)
  }

  func prose(_ id: String) -> String {
    TextDoor.clean(values[id] ?? "", lines: .many, limit: 10_000)
  }

  /// Says what is wrong with a field that was right so far.
  mutating func refuse(_ id: String, _ error: String) {
    if errors[id] == nil { errors[id] = error }
  }

  mutating func required(_ id: String, _ value: String) -> String {
    if value.isEmpty { refuse(id, words["error.required"]) }
    return value
  }

  /// The day of a field; today stands in where there is none that can be read, which is an error already.
  mutating func date(_ id: String) -> Day {
    let written = text(id)
    if written.isEmpty { refuse(id, words["error.required"]) }
    return day(id) ?? today
  }

  /// A day that has come.
  mutating func pastDate(_ id: String) -> Day {
    let day = date(id)
    if day > today { refuse(id, words["error.future"]) }
    return day
  }

  /// Says at the second day that it lies before the first, where both can be read.
  mutating func inOrder(_ first: String, _ second: String, else error: String = "error.untilBeforeFrom") {
    if let start = day(first), let end = day(second), end < start { refuse(second, words(error)) }
  }

  mutating func optionalDate(_ id: String) -> Day? {
    text(id).isEmpty ? nil : date(id)
  }

  /// The day of a field where it can be read: for comparing days.
  func day(_ id: String) -> Day? {
    fields[id].flatMap { FieldCheck(words: words, today: today).day($0, text(id)) }
  }

  /// Reads the form.
  static func read(kind: FormKind, form: Form, words: Words, viewer: Viewer, today: Day) -> Outcome {
    var reading = FormReading(kind: kind, form: form, words: words, viewer: viewer, today: today)
    let outcome = reading.outcome()
    return reading.errors.isEmpty ? outcome : .wrong(reading.errors)
  }

  private mutating func outcome() -> Outcome {
    switch kind {
    case .onBehalf(let duty, let party):
      return .command(.confirm(duty: duty, party: party, day: today, note: required("howTold", prose("howTold"))))
    case .confirmOn(let duty, let party):
      let day = pastDate("day")
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
    case .course(let form): return .command(course(form))
    case .entry(let form): return .command(entry(form))
    case .judge(let form): return .step(judgement(form))
    case .agreement: return .command(.addAgreement(agreement()))
    case .plan:
      return .command(
        .addPlan(label: required("label", text("label")), date: date("date"), kept: text("kept")))
    case .workplace:
      return .command(
        .setWorkplace(
          employer: required("employer", text("employer")), workplace: required("workplace", text("workplace")),
          address: text("address"), from: pastDate("from")))
    case .person(let role): return .command(.setPerson(role: role, personContent()))
    case .people(let form): return people(form)
    case .scan: return .command(.addPaperScan(scan()))
    case .start:
      let asks = values["scanReason"] != nil
      return .command(
        .start(day: pastDate("day"), withoutScanReason: asks ? required("scanReason", prose("scanReason")) : ""))
    case .viewer:
      let party = Party(rawValue: values["role"] ?? "") ?? .school
      let name = text("who")
      return .viewer(party, party == .school ? name : required("who", name))
    case .group(let form): return .group(group(form))
    case .create: return .creation(creation())
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

  private mutating func scan() -> PaperScanContent {
    let decision = ScanDecision(rawValue: required("decision", values["decision"] ?? ""))
    let decided = pastDate("date")
    let until = date("validUntil")
    if let first = day("date"), let last = day("validUntil"), last < first || last > first.adding(years: 4) {
      refuse("validUntil", words["error.validity"])
    }
    return PaperScanContent(
      date: decided, decision: decision ?? .notYetSuitable, validUntil: until, by: required("by", text("by")),
      kept: text("kept"))
  }
}
