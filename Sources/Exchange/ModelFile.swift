import WerkendLeren

/// A responsibilities model as a file gave it.
public struct LoadedModel: Equatable, Sendable {
  /// The model.
  public var model: DutyModel
  /// The closing paragraph in Dutch, if the file has one.
  public var closingDutch: String?
  /// The closing paragraph in English, if the file has one.
  public var closingEnglish: String?
  /// Whether the file builds on the built-in model (`based_on: built-in`).
  public var isBasedOnBuiltIn: Bool
}

/// All that is wrong in a model's file.
public typealias ModelProblems = YAMLProblems

/// A responsibilities model in a YAML file: the built-in one, or a school's own.
///
/// A file is a whole model, or names `based_on: built-in`; then each of its `duties` changes the duty of that id field by field, or
/// is added at the end, and `hide` takes duties away. An optional field with nothing behind it is taken away.
public enum ModelFile {
  /// The most duties in one model.
  static let dutyLimit = 300
  private static let rootFields = ["name", "based_on", "closing_nl", "closing_en", "hide", "duties"]

  /// Reads and checks a file. All problems come at once, in the order of their lines; `base` is the built-in model.
  public static func load(bytes: [UInt8], file: String, base: DutyModel) -> Result<LoadedModel, ModelProblems> {
    switch YAMLSource.read(bytes, file: file) {
    case .failure(let problems): return .failure(problems)
    case .success(let root):
      var fields = YAMLFields(file: file)
      let loaded = read(root, base: base, &fields)
      guard let loaded, fields.problems.isEmpty else { return .failure(YAMLProblems(fields.problems)) }
      return .success(loaded)
    }
  }

  private static func read(_ root: YAMLNode, base: DutyModel, _ fields: inout YAMLFields) -> LoadedModel? {
    if root.isNothing {
      fields.refuse(root.line, "", "empty")
      return nil
    }
    guard let entries = fields.map(root, "", known: rootFields) else { return nil }
    func entry(_ key: String) -> YAMLEntry? { entries.first { $0.key == key } }
    let name = entry("name").map { fields.text($0.value, "name", limit: 60) }
    if name == nil { fields.refuse(root.line, "name", "missing", ["key": "name"]) }
    let closing = ["closing_nl", "closing_en"].map { key in
      entry(key).flatMap { fields.text($0.value, key, limit: ModelDraft.textLimit, mayBeEmpty: true) }
    }
    let basedOn = entry("based_on")
    if let basedOn, let text = fields.text(basedOn.value, "based_on", limit: 1000), text.lowercased() != "built-in" {
      fields.refuse(basedOn.line, "based_on", "model.basedOn", ["text": YAMLSource.shown(text)])
    }
    var drafts = basedOn == nil ? [] : base.duties.map { ModelDraft($0) }
    if let duties = entry("duties") { read(duties.value, into: &drafts, &fields) }
    if let duties = entry("duties"), basedOn == nil, case .list(let members) = duties.value.content, members.isEmpty {
      fields.refuse(duties.line, "duties", "model.noDuties")
    } else if entry("duties") == nil, basedOn == nil {
      fields.refuse(root.line, "duties", "missing", ["key": "duties"])
    }
    if drafts.count > dutyLimit, let line = drafts.last?.line {
      fields.refuse(line, "duties", "model.tooMany", ["limit": String(dutyLimit)])
    }
    let hidden = entry("hide").map { hide($0, in: &drafts, isBased: basedOn != nil, &fields) } ?? [:]
    ModelChecks(drafts: drafts, hidden: hidden).run(&fields)
    if basedOn != nil, drafts.isEmpty { fields.refuse(root.line, "hide", "model.noDuties") }
    return LoadedModel(
      model: DutyModel(name: (name ?? nil) ?? "", duties: drafts.compactMap(\.duty)), closingDutch: closing[0],
      closingEnglish: closing[1], isBasedOnBuiltIn: basedOn != nil)
  }

  /// Reads the list of duties over those that are there.
  private static func read(_ node: YAMLNode, into drafts: inout [ModelDraft], _ fields: inout YAMLFields) {
    guard let members = fields.list(node, "duties") else { return }
    var places = Dictionary(
      drafts.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    for member in members {
      guard let entries = fields.map(member, "duties", known: ModelDraft.fields) else { continue }
      guard let named = entries.first(where: { $0.key == "id" }) else {
        fields.refuse(member.line, "duties.id", "missing", ["key": "id"])
        continue
      }
      guard let text = fields.text(named.value, "duties.id", limit: 100) else { continue }
      let id = DutyID(text)
      guard isID(text) || places[id] != nil else {
        fields.refuse(named.line, "duties.id", "model.badID", ["text": YAMLSource.shown(text)])
        continue
      }
      let place = places[id] ?? drafts.count
      if place == drafts.count {
        drafts.append(ModelDraft(id: id, line: member.line))
        places[id] = place
      } else if let first = drafts[place].line {
        fields.refuse(named.line, "duties.id", "model.duplicateID", ["id": text, "first": String(first)])
        continue
      }
      drafts[place].line = member.line
      drafts[place].take(entries, &fields)
    }
  }

  /// Takes the hidden duties out; gives their lines.
  private static func hide(
    _ entry: YAMLEntry, in drafts: inout [ModelDraft], isBased: Bool, _ fields: inout YAMLFields
  ) -> [DutyID: Int] {
    guard isBased else {
      fields.refuse(entry.line, "hide", "model.hideWithoutBase")
      return [:]
    }
    guard let members = fields.list(entry.value, "hide") else { return [:] }
    let lines = Dictionary(drafts.map { ($0.id, $0.line) }, uniquingKeysWith: { first, _ in first })
    var hidden: [DutyID: Int] = [:]
    for member in members {
      guard let text = fields.text(member, "hide", limit: 200) else { continue }
      let id = DutyID(text)
      guard let changedAt = lines[id] else {
        fields.refuse(member.line, "hide", "model.hideUnknown", ["id": YAMLSource.shown(text)])
        continue
      }
      if let changedAt {
        fields.refuse(member.line, "hide", "model.hiddenAndChanged", ["id": text, "first": String(changedAt)])
      }
      hidden[id] = member.line
    }
    drafts.removeAll { hidden[$0.id] != nil }
    return hidden
  }

  /// Whether a text can be a new duty's id: small letters, digits, `.`, `_` and `-`, beginning with a letter.
  private static func isID(_ text: String) -> Bool {
    guard let first = text.utf8.first, first >= 0x61, first <= 0x7A else { return false }
    return text.utf8.allSatisfy { byte in
      (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || [0x2E, 0x5F, 0x2D].contains(byte)
    }
  }
}
