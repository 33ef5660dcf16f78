import Language
import WerkendLeren
import Widgets

/// Makes the fields of a form from what is known, as data.
struct FormBuilding {
  let kind: FormKind
  let snapshot: PlacementSnapshot?
  let words: Words
  let viewer: Viewer
  let today: Day
  /// The rhythm that this user's settings name, in weeks.
  var rhythmWeeks: Int?

  var dates: DateWords { DateWords(words) }

  /// The form, ready to be filled in.
  var form: Form {
    let (fields, values) = contents
    return Form(fields: fields, values: values, submitLabel: words["form.submit"])
  }

  /// The form's title.
  var title: String {
    let duty = kind.duty.flatMap { snapshot?.model[$0] }?.short(words) ?? ""
    var party = ""
    if case .onBehalf(_, let named) = kind { party = named.inSentence(words) }
    var entry = ""
    if case .entry(let form) = kind { entry = form.entry?.kind.title(words) ?? "" }
    var count = ""
    if case .group(let form) = kind { count = String(form.rows.count) }
    var question = ""
    if case .judge(let form) = kind { question = form.question?.text ?? "" }
    let details = ["duty": duty, "party": party, "entry": entry, "count": count, "question": question]
    return words("form.title.\(kind.name)", details)
  }

  func text(_ day: Day) -> String { day.written }

  func line(_ id: String, help: String = "", required: Bool = false) -> FormField {
    FormField(
      id: id, label: words("field.\(id)"), help: help, kind: .line, required: required, maximumLength: 200)
  }

  func field(_ id: String, _ kind: FormField.Kind, required: Bool = false) -> FormField {
    FormField(id: id, label: words("field.\(id)"), help: "", kind: kind, required: required, maximumLength: 200)
  }

  func prose(_ id: String, required: Bool = true) -> FormField {
    FormField(
      id: id, label: words("field.\(id)"), help: "", kind: .prose(rows: 4), required: required, maximumLength: 10_000)
  }

  func date(_ id: String, required: Bool = true, side: FormField.DateSide = .either) -> FormField {
    FormField(
      id: id, label: words("field.\(id)"), help: words["field.date.help"], kind: .date, required: required,
      maximumLength: 20, dateSide: side)
  }

  func information(_ text: String) -> FormField {
    FormField(
      id: "information " + text, label: "", help: "", kind: .information(text), required: false, maximumLength: 0)
  }

  private var contents: ([FormField], [String: String]) {
    switch kind {
    case .onBehalf(_, let party):
      return (
        [information(words("form.onBehalf.why", ["party": party.inSentence(words)])), prose("howTold")], [:]
      )
    case .confirmOn(_, let party):
      let other = party != viewer.party
      return (
        [date("day", side: .past), prose(other ? "howTold" : "remark", required: other)], ["day": text(today)]
      )
    case .note: return ([prose("note")], [:])
    case .dueDate(let duty):
      let due = snapshot?.derivation[duty]?.due
      return (
        [information(words["form.dueDate.why"]), date("due", required: false)], ["due": due.map(text) ?? ""]
      )
    case .exclude: return ([information(words["form.exclude.why"]), prose("reason")], [:])
    case .withdraw, .withdrawScan, .takeStartBack, .reopen:
      return ([information(words("form.\(kind.name).why")), prose("reason")], [:])
    case .course(let form): return course(form)
    case .entry(let form): return entry(form)
    case .judge(let form): return judgement(form)
    case .agreement: return agreement
    case .plan: return plan
    case .workplace: return workplace
    case .person(let role): return (personFields(role, why: words["form.person.why"]), ["from": text(today)])
    case .people(let form): return people(form)
    case .scan: return scan
    case .start: return start
    case .viewer: return viewerFields
    case .group(let form): return group(form)
    case .create(let contact): return creation(contact)
    }
  }

  private var agreement: ([FormField], [String: String]) {
    let newest = snapshot?.records.agreements.last
    var fields = [
      information(words["form.agreement.why"]), line("label", help: words["field.label.help"], required: true),
      date("date"), line("kept", help: words["field.kept.help"]),
    ]
    for section in ["content", "guidance", "programme", "assessment"] {
      fields.append(
        FormField(
          id: section, label: words("form.agreement.\(section)"), help: "", kind: .tick, required: false,
          maximumLength: 0))
      fields.append(
        FormField(
          id: section + "Line", label: words["field.sectionLine"], help: "", kind: .line, required: false,
          maximumLength: 200))
    }
    let count = (snapshot?.records.agreements.count ?? 0) + 1
    var values = ["label": words("form.version", ["count": String(count)]), "date": text(today)]
    if let newest {
      values["kept"] = newest.kept
      values["content"] = newest.hasContent ? "true" : "false"
      values["contentLine"] = newest.contentLine
      values["guidance"] = newest.hasGuidance ? "true" : "false"
      values["guidanceLine"] = newest.guidanceLine
      values["programme"] = newest.hasProgramme ? "true" : "false"
      values["programmeLine"] = newest.programmeLine
      values["assessment"] = newest.hasAssessment ? "true" : "false"
      values["assessmentLine"] = newest.assessmentLine
    }
    return (fields, values)
  }

  private var plan: ([FormField], [String: String]) {
    let count = (snapshot?.records.plans.count ?? 0) + 1
    return (
      [
        information(words["form.plan.why"]), line("label", help: words["field.label.help"], required: true),
        date("date"), line("kept", help: words["field.kept.help"]),
      ],
      [
        "label": words("form.version", ["count": String(count)]), "date": text(today),
        "kept": snapshot?.records.plans.last?.kept ?? "",
      ]
    )
  }

  private var workplace: ([FormField], [String: String]) {
    let records = snapshot?.records
    return (
      [
        information(words["form.workplace.why"]), field("employer", .search([], allowsOther: true), required: true),
        line("workplace", required: true),
        line("address"), date("from", side: .past),
      ],
      [
        "employer": records?.currentEmployer?.name ?? "", "workplace": records?.currentWorkplace?.name ?? "",
        "address": records?.currentWorkplace?.address ?? "", "from": text(today),
      ]
    )
  }

  private var scan: ([FormField], [String: String]) {
    (
      [
        information(words["form.scan.why"]), date("date", side: .past),
        FormField(
          id: "decision", label: words["field.decision"], help: "",
          kind: .choice(ScanDecision.allCases.map { .init(id: $0.rawValue, label: $0.short(words)) }),
          required: true, maximumLength: 0),
        date("validUntil"), line("by", required: true), line("kept", help: words["field.kept.help"]),
      ],
      [
        "date": text(today), "validUntil": text(today.adding(years: 2)), "by": viewer.name,
        "decision": "",
      ]
    )
  }

  private var start: ([FormField], [String: String]) {
    let scanHolds =
      snapshot?.derivation.items.contains {
        $0.applies && $0.duty.record == .scan && !$0.settled.holds(on: today)
      } != true
    var fields = [information(words["form.start.why"]), date("day", side: .past)]
    if !scanHolds {
      fields.append(information(words["form.start.noScan"]))
      fields.append(prose("scanReason"))
    }
    return (fields, ["day": text(today)])
  }

  private var viewerFields: ([FormField], [String: String]) {
    (
      [
        information(words["form.viewer.why"]),
        FormField(
          id: "role", label: words["field.role"], help: "",
          kind: .choice(Party.allCases.map { .init(id: $0.rawValue, label: $0.name(words)) }), required: true,
          maximumLength: 0),
        line("who", help: words["field.who.help"]),
      ], ["role": viewer.party.rawValue, "who": viewer.party == .school ? viewer.name : ""]
    )
  }
}
