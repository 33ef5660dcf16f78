import StateStore
import WerkendLeren

/// One placement with all its records and its checklist, for programs. The form is that of `docs/export-json.md`.
struct PlacementJSON {
  private let whole: PlacementRecords
  /// What the viewer may see of it.
  private let records: PlacementRecords
  private let model: DutyModel
  private let today: Day

  /// Takes what was read, the viewer who asks and the day for which states are said.
  init(records: PlacementRecords, model: DutyModel, viewer: Viewer, today: Day) {
    whole = records
    self.records = records.shown(to: viewer)
    self.model = model
    self.today = today
  }

  /// The placement, with the changes that were read where they were asked for.
  func value(changes: [ChangeRow]?) -> JSONValue {
    let derivation = Derivation(whole, model: model)
    var fields: [(String, JSONValue)] = placement(derivation.stage)
    fields.append(("workplaces", .list(records.links.map(workplace))))
    fields.append(("persons", .list(records.assignments.compactMap(person))))
    fields.append(("pauses", .list(records.pauses.map(Self.pause))))
    fields.append(("agreements", .list(records.agreements.map(Self.agreement))))
    fields.append(("plans", .list(records.plans.map(Self.plan))))
    fields.append(("scans", .list(records.scans.map(scan))))
    let conditions = Dictionary(derivation.conditions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    fields.append(("conditions", .list(records.conditions.map { condition($0, conditions[$0.id]) })))
    fields.append(("marks", .list(records.marks.map(mark))))
    fields.append(("dueDates", .list(records.dueDates.map(Self.dueDate))))
    fields.append(("exclusions", .list(records.exclusions.map(Self.exclusion))))
    fields.append(("notes", .list(records.notes.map(Self.note))))
    fields.append(("rhythms", .list(records.rhythms.map(Self.rhythm))))
    fields.append(("gateRecords", .list(records.gateRecords.map(Self.gateRecord))))
    fields.append(("modelMoves", .list(records.modelMoves.map(Self.modelMove))))
    let handlings = Dictionary(derivation.handlings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    fields.append(("entries", .list(records.entries.map { entry($0, handlings[$0.id]) })))
    fields.append(("items", .list(derivation.items.map(item))))
    if let changes { fields.append(("changes", .list(changes.map(Self.change)))) }
    return .object(fields)
  }

  private func placement(_ stage: Stage) -> [(String, JSONValue)] {
    let placement = records.placement
    let student = records.student
    return [
      ("placement", .text(records.key)),
      (
        "student",
        .object([
          ("number", .text(student.number)), ("name", .text(student.name)), ("mail", .text(student.mail)),
          ("phone", .text(student.phone)),
        ])
      ), ("programme", .text(placement.programme)), ("stage", .text(stage.rawValue)),
      ("start", .day(placement.start)), ("end", .day(placement.end)), ("startedOn", .day(placement.startedOn)),
      ("importedOn", .day(placement.importedOn)), ("startReason", .text(placement.startReason)),
      (
        "ending",
        placement.ending.map { ending in
          .object([
            ("kind", .text(ending.rawValue)), ("on", .day(placement.endedOn)), ("reason", .text(placement.endReason)),
            ("by", .name(placement.endedBy?.rawValue)),
          ])
        } ?? .null
      ), ("archivedOn", .day(placement.archivedOn)), ("model", .id(placement.model)),
    ]
  }

  private func employer(_ id: Int64?) -> JSONValue { .name(records.employers.first { $0.id == id }?.name) }

  private func workplace(_ link: WorkplaceLink) -> JSONValue {
    let place = records.workplaces.first { $0.id == link.workplace }
    return .object([
      ("employer", employer(link.employer)), ("workplace", .name(place?.name)), ("address", .name(place?.address)),
      ("from", .day(link.from)), ("until", .day(link.until)),
    ])
  }

  private func person(_ assignment: Assignment) -> JSONValue? {
    guard let person = records.person(assignment.person) else { return nil }
    return .object([
      ("role", .text(assignment.role.rawValue)), ("name", .text(person.name)), ("function", .text(person.function)),
      ("mail", .text(person.mail)), ("phone", .text(person.phone)), ("reachable", .text(person.reachable)),
      ("experience", .text(person.experience)), ("basis", .text(person.basis)), ("hours", .text(assignment.hours)),
      ("standIn", .text(assignment.standIn)), ("employer", employer(person.employer)),
      ("from", .day(assignment.from)), ("until", .day(assignment.until)),
    ])
  }

  private static func pause(_ pause: Pause) -> JSONValue {
    .object([
      ("from", .day(pause.from)), ("intendedReturn", .day(pause.intendedReturn)), ("until", .day(pause.until)),
      ("reason", .text(pause.reason)),
    ])
  }

  private static func agreement(_ version: AgreementVersion) -> JSONValue {
    func section(_ included: Bool, _ line: String) -> JSONValue {
      .object([("included", .truth(included)), ("line", .text(line))])
    }
    return .object([
      ("id", .id(version.id)), ("label", .text(version.label)), ("date", .day(version.date)),
      ("addedOn", .day(version.addedOn)), ("kept", .text(version.kept)),
      ("content", section(version.hasContent, version.contentLine)),
      ("guidance", section(version.hasGuidance, version.guidanceLine)),
      ("programme", section(version.hasProgramme, version.programmeLine)),
      ("assessment", section(version.hasAssessment, version.assessmentLine)),
    ])
  }

  private static func plan(_ version: PlanVersion) -> JSONValue {
    .object([
      ("id", .id(version.id)), ("label", .text(version.label)), ("date", .day(version.date)),
      ("addedOn", .day(version.addedOn)), ("kept", .text(version.kept)),
    ])
  }

  private func scan(_ scan: ScanDecisionRecord) -> JSONValue {
    let place = records.workplaces.first { $0.id == scan.workplace }
    return .object([
      ("employer", employer(place?.employer)), ("workplace", .name(place?.name)), ("date", .day(scan.date)),
      ("decision", .text(scan.decision.rawValue)), ("validUntil", .day(scan.validUntil)), ("by", .text(scan.by)),
      ("kept", .text(scan.kept)), ("withdrawnOn", .day(scan.withdrawnOn)),
      ("withdrawnReason", .text(scan.withdrawnReason)),
    ])
  }

  /// A condition of a scan; its due date and state where it counts now.
  private func condition(_ condition: ScanCondition, _ item: ConditionItem?) -> JSONValue {
    .object([
      ("workplace", .name(records.workplaces.first { $0.id == condition.workplace }?.name)),
      ("question", .name(condition.question?.text)), ("text", .text(condition.text)),
      ("owner", .text(condition.owner.rawValue)), ("setOn", .day(condition.setOn)), ("setFor", .day(condition.due)),
      ("beforeStart", .truth(condition.beforeStart)), ("metOn", .day(condition.metOn)),
      ("metBy", .name(condition.metBy)), ("metParty", .name(condition.metParty?.rawValue)),
      ("metNote", .text(condition.metNote)), ("acceptedOn", .day(condition.acceptedOn)),
      ("acceptedBy", .name(condition.acceptedBy)), ("due", .day(item?.due)),
      ("state", .name(item?.state(on: today, for: nil).rawValue)),
    ])
  }

  private func mark(_ mark: Mark) -> JSONValue {
    .object([
      ("duty", .text(mark.duty.text)), ("party", .text(mark.party.rawValue)), ("day", .day(mark.day)),
      ("moment", .text(mark.moment)), ("by", .text(mark.by)), ("byParty", .text(mark.byParty.rawValue)),
      ("note", .text(mark.note)), ("version", mark.version.map(JSONValue.id) ?? .null),
      ("employer", employer(mark.employer)), ("withdrawnOn", .day(mark.withdrawnOn)),
      ("withdrawnReason", .text(mark.withdrawnReason)), ("model", mark.model.map(JSONValue.id) ?? .null),
    ])
  }

  private static func dueDate(_ date: DueDateRecord) -> JSONValue {
    .object([("duty", .text(date.duty.text)), ("due", .day(date.due)), ("setOn", .day(date.setOn))])
  }

  private static func exclusion(_ exclusion: Exclusion) -> JSONValue {
    .object([
      ("duty", .text(exclusion.duty.text)), ("reason", .text(exclusion.reason)), ("day", .day(exclusion.day)),
      ("by", .text(exclusion.by)),
    ])
  }

  private static func note(_ note: Note) -> JSONValue {
    .object([
      ("duty", .name(note.duty?.text)), ("text", .text(note.text)), ("moment", .text(note.moment)),
      ("by", .text(note.by)), ("party", .text(note.party.rawValue)),
    ])
  }

  private static func rhythm(_ rhythm: Rhythm) -> JSONValue {
    .object([("duty", .name(rhythm.duty?.text)), ("days", .id(rhythm.days))])
  }

  private static func gateRecord(_ record: GateRecord) -> JSONValue {
    .object([
      ("duty", .text(record.duty.text)), ("record", .text(record.recordTable)), ("id", .id(record.record)),
    ])
  }

  private static func modelMove(_ move: ModelMove) -> JSONValue {
    func list(_ duties: [DutyID]) -> JSONValue { .list(duties.map { .text($0.text) }) }
    return .object([
      ("from", .id(move.from)), ("to", .id(move.to)), ("day", .day(move.day)), ("by", .text(move.by)),
      ("reason", .text(move.reason)), ("added", list(move.added)), ("dropped", list(move.dropped)),
      ("reworded", list(move.reworded)),
    ])
  }

  private func entry(_ entry: Entry, _ handling: Handling?) -> JSONValue {
    .object([
      ("id", .id(entry.id)), ("duty", .name(entry.duty?.text)), ("kind", .text(entry.kind.rawValue)),
      ("day", .day(entry.day)), ("people", .text(entry.people)), ("text", .text(entry.text)),
      ("party", .text(entry.party.rawValue)), ("by", .text(entry.by)), ("byParty", .text(entry.byParty.rawValue)),
      ("moment", .text(entry.moment)), ("readers", .list(entry.readers.parties.map { .text($0.rawValue) })),
      ("employer", employer(entry.employer)), ("askedOn", .day(entry.askedOn)), ("followUp", .day(entry.followUp)),
      ("followUpSet", .day(entry.followUpSet)), ("closedOn", .day(entry.closedOn)),
      ("closedBy", .name(entry.closedBy)), ("outcome", .text(entry.outcome)), ("due", .day(handling?.due)),
      ("state", .name(handling?.state(on: today, for: nil).rawValue)),
    ])
  }

  private func item(_ item: Item) -> JSONValue {
    .object([
      ("duty", .text(item.duty.id.text)), ("party", .text(item.duty.party.rawValue)),
      ("phase", .text(item.duty.phase.rawValue)), ("state", .text(item.state(on: today, for: nil).rawValue)),
      ("done", .truth(item.applies && item.isDone(on: today))), ("due", .day(item.due)),
      ("parties", .list(item.parties.map { .text($0.rawValue) })),
      ("confirmed", .list(item.parties.filter(item.confirmed.contains).map { .text($0.rawValue) })),
      ("missing", .name(item.isDone(on: today) ? nil : item.missing?.rawValue)),
      ("rhythmDays", item.duty.kind == .continuing ? .number(item.rhythmDays) : .null),
    ])
  }

  private static func change(_ change: ChangeRow) -> JSONValue {
    .object([
      ("number", .id(change.id)), ("moment", .text(change.moment)), ("actor", .text(change.actor)),
      ("party", .text(change.party.rawValue)), ("onBehalfOf", .name(change.onBehalfOf?.rawValue)),
      ("kind", .text(change.kind.rawValue)), ("duty", .name(change.duty?.text)), ("note", .text(change.note)),
      ("undoes", change.undoes.map(JSONValue.id) ?? .null),
    ])
  }

  /// A version of the duties that placements of the export name.
  static func model(_ model: DutyModel, id: Int64) -> JSONValue {
    .object([
      ("id", .id(id)), ("name", .text(model.name)), ("duties", .list(model.duties.map(ModelReport.value))),
    ])
  }
}

extension JSONValue {
  /// A day, or null where none is known.
  static func day(_ day: Day?) -> JSONValue { day.map { .text($0.iso) } ?? .null }

  /// A text, or null where there is none.
  static func name(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }

  /// A row's number.
  static func id(_ number: Int64) -> JSONValue { .number(Int(number)) }
}
