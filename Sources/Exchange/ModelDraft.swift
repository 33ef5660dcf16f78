import WerkendLeren

/// A duty as a file gives it, field by field, with the lines of its fields: new, or over one of the model it is based on.
struct ModelDraft: YAMLDraft {
  /// The fields of a duty, as they are named in the file.
  static let fields = [
    "id", "party", "phase", "kind", "gate", "parties", "record", "mirrors", "rhythm_weeks", "condition", "entries",
    "short_nl", "short_en", "nl", "en", "source_nl", "source_en",
  ]
  /// The widest short name, in characters: what the panels have room for.
  static let shortLimit = 16
  /// The longest text of a duty, in characters.
  static let textLimit = 4000

  /// Its id.
  let id: DutyID
  /// The line where the file begins it; nil where it stands only in the model the file is based on.
  var line: Int?
  /// The line of each field that the file gives.
  var lines: [String: Int] = [:]
  /// Fields that the file gives wrongly; nothing more is said of them.
  var broken: Set<String> = []

  var party: Party?
  var phase: Phase?
  var kind: DutyKind?
  var gate = false
  var parties: [Party] = []
  var record: RecordKind?
  var mirrors: DutyID?
  var rhythmDays: Int?
  var condition: DutyCondition?
  var entryKinds: [EntryKind] = []
  var texts: [String: String] = [:]

  /// Starts a new duty.
  init(id: DutyID, line: Int) {
    self.id = id
    self.line = line
  }

  /// Starts from a duty of the model that the file is based on.
  init(_ duty: Duty) {
    id = duty.id
    party = duty.party
    phase = duty.phase
    kind = duty.kind
    gate = duty.gate
    parties = duty.parties
    record = duty.record
    mirrors = duty.mirrors
    rhythmDays = duty.rhythmDays
    condition = duty.condition
    entryKinds = duty.entryKinds
    texts = [
      "short_nl": duty.shortDutch, "short_en": duty.shortEnglish, "nl": duty.dutch, "en": duty.english,
      "source_nl": duty.sourceDutch, "source_en": duty.sourceEnglish,
    ]
  }

  /// The path of one of its fields, for problems.
  func path(_ field: String) -> String { "duties.\(id.text).\(field)" }

  /// The line to name for a field: its own, else that of the duty.
  func place(_ field: String) -> Int { lines[field] ?? line ?? 1 }

  /// The duty; nil while a field that each has is missing.
  var duty: Duty? {
    guard let party, let phase, let kind else { return nil }
    return Duty(
      id: id, party: party, phase: phase, kind: kind, gate: gate, parties: parties, record: record, mirrors: mirrors,
      rhythmDays: rhythmDays, condition: condition, entryKinds: entryKinds, shortDutch: texts["short_nl"] ?? "",
      shortEnglish: texts["short_en"] ?? "", dutch: texts["nl"] ?? "", english: texts["en"] ?? "",
      sourceDutch: texts["source_nl"] ?? "", sourceEnglish: texts["source_en"] ?? "")
  }

  mutating func take(_ entry: YAMLEntry, _ fields: inout YAMLFields) {
    let node = entry.value
    let path = path(entry.key)
    switch entry.key {
    case "party": party = fields.choice(node, path, Party.self)
    case "phase": phase = fields.choice(node, path, Phase.self)
    case "kind": kind = fields.choice(node, path, DutyKind.self)
    case "gate": gate = fields.yesNo(node, path) ?? gate
    case "parties": takeParties(node, path, &fields)
    case "record": record = node.isNothing ? nil : fields.choice(node, path, RecordKind.self)
    case "mirrors": mirrors = node.isNothing ? nil : fields.text(node, path, limit: 200).map { DutyID($0) }
    case "rhythm_weeks": rhythmDays = node.isNothing ? nil : fields.number(node, path, in: 1...104).map { $0 * 7 }
    case "condition": condition = node.isNothing ? nil : readCondition(node, path, &fields)
    case "entries": takeEntryKinds(node, path, &fields)
    case "short_nl", "short_en": texts[entry.key] = fields.text(node, path, limit: ModelDraft.shortLimit)
    case "nl", "en": texts[entry.key] = fields.text(node, path, limit: ModelDraft.textLimit)
    case "source_nl", "source_en":
      texts[entry.key] = fields.text(node, path, limit: ModelDraft.textLimit, mayBeEmpty: true)
    default: break
    }
  }

  private mutating func takeParties(_ node: YAMLNode, _ path: String, _ fields: inout YAMLFields) {
    guard let members = fields.list(node, path) else { return }
    parties = []
    for member in members {
      guard let party = fields.choice(member, path, Party.self) else { continue }
      if parties.contains(party) {
        fields.refuse(member.line, path, "model.partyTwice", ["party": party.rawValue])
      } else {
        parties.append(party)
      }
    }
  }

  private mutating func takeEntryKinds(_ node: YAMLNode, _ path: String, _ fields: inout YAMLFields) {
    entryKinds = []
    guard !node.isNothing, let members = fields.list(node, path) else { return }
    for member in members {
      guard let kind = fields.choice(member, path, EntryKind.self) else { continue }
      if entryKinds.contains(kind) {
        fields.refuse(member.line, path, "model.entryTwice", ["kind": kind.rawValue])
      } else {
        entryKinds.append(kind)
      }
    }
  }

  private func readCondition(_ node: YAMLNode, _ path: String, _ fields: inout YAMLFields) -> DutyCondition? {
    let known = ["programmes", "employers", "reason_nl", "reason_en"]
    guard let entries = fields.map(node, path, known: known) else { return nil }
    var condition = DutyCondition(programmes: [], employers: [], reasonDutch: "", reasonEnglish: "")
    let before = fields.problems.count
    for entry in entries {
      let inside = YAMLFields.path(path, entry.key)
      switch entry.key {
      case "programmes": condition.programmes = fields.texts(entry.value, inside, limit: 200) ?? []
      case "employers": condition.employers = fields.texts(entry.value, inside, limit: 200) ?? []
      case "reason_nl": condition.reasonDutch = fields.text(entry.value, inside, limit: 200) ?? ""
      case "reason_en": condition.reasonEnglish = fields.text(entry.value, inside, limit: 200) ?? ""
      default: break
      }
    }
    for name in ["reason_nl", "reason_en"] where !entries.contains(where: { $0.key == name }) {
      fields.refuse(node.line, YAMLFields.path(path, name), "missing", ["key": name])
    }
    if fields.problems.count == before, condition.programmes.isEmpty, condition.employers.isEmpty {
      fields.refuse(node.line, path, "model.conditionEmpty")
    }
    return condition
  }
}
