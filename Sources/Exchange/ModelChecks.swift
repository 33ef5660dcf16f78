import WerkendLeren

/// What must be true of the duties of a model together, after each field by itself was read. Source: `domain.md`, "Kinds", and `rules.md`,
/// "Shared duties and change".
struct ModelChecks {
  /// All duties of the model, in order.
  let drafts: [ModelDraft]
  /// The ids that the file hides, with their lines.
  let hidden: [DutyID: Int]
  private let places: [DutyID: Int]

  /// Prepares the checks.
  init(drafts: [ModelDraft], hidden: [DutyID: Int]) {
    self.drafts = drafts
    self.hidden = hidden
    places = Dictionary(drafts.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// Runs them all.
  func run(_ fields: inout YAMLFields) {
    for draft in drafts {
      // What stands only in the model it is based on can go wrong by a change elsewhere alone: by its mirrored duty.
      if draft.line != nil {
        required(draft, &fields)
        phase(draft, &fields)
        parties(draft, &fields)
        kind(draft, &fields)
      }
      mirrors(draft, &fields)
    }
  }

  private func required(_ draft: ModelDraft, _ fields: inout YAMLFields) {
    func need(_ field: String, _ isThere: Bool) {
      if isThere || draft.broken.contains(field) { return }
      fields.refuse(draft.line ?? 1, draft.path(field), "missing", ["key": field])
    }
    need("party", draft.party != nil)
    need("phase", draft.phase != nil)
    need("kind", draft.kind != nil)
    for field in ["short_nl", "short_en", "nl", "en"] { need(field, draft.texts[field] != nil) }
  }

  private func phase(_ draft: ModelDraft, _ fields: inout YAMLFields) {
    guard draft.gate, draft.phase == .during else { return }
    let field = draft.lines["gate"] == nil && draft.lines["phase"] != nil ? "phase" : "gate"
    fields.refuse(draft.place(field), draft.path(field), "model.gateDuring")
  }

  private func parties(_ draft: ModelDraft, _ fields: inout YAMLFields) {
    guard let kind = draft.kind, !draft.broken.contains("parties") else { return }
    let isShared = kind == .joint || kind == .declaration
    let place = draft.place("parties")
    if !isShared, !draft.parties.isEmpty {
      fields.refuse(place, draft.path("parties"), "model.partiesNotShared", ["kind": kind.rawValue])
    } else if isShared, draft.parties.isEmpty {
      fields.refuse(place, draft.path("parties"), "model.partiesMissing", ["kind": kind.rawValue])
    } else if isShared, let owner = draft.party, !draft.parties.contains(owner) {
      fields.refuse(place, draft.path("parties"), "model.ownerMissing", ["party": owner.rawValue])
    }
  }

  private func kind(_ draft: ModelDraft, _ fields: inout YAMLFields) {
    if draft.kind == .evidence, draft.record == nil, !draft.broken.contains("record") {
      fields.refuse(draft.place("record"), draft.path("record"), "model.recordMissing")
    }
    if draft.rhythmDays != nil, let kind = draft.kind, kind != .continuing {
      let place = draft.place("rhythm_weeks")
      fields.refuse(place, draft.path("rhythm_weeks"), "model.rhythmKind", ["kind": kind.rawValue])
    }
  }

  private func mirrors(_ draft: ModelDraft, _ fields: inout YAMLFields) {
    guard let target = draft.mirrors else { return }
    let details = ["id": draft.id.text, "other": YAMLSource.shown(target.text)]
    guard let leader = places[target].map({ drafts[$0] }) else {
      if let line = hidden[target], draft.lines["mirrors"] == nil {
        fields.refuse(line, "hide", "model.mirrorsHidden", details)
      } else {
        fields.refuse(draft.place("mirrors"), draft.path("mirrors"), "model.mirrorsMissing", details)
      }
      return
    }
    // Either may have been changed here: the line is that of the one that was.
    let changed = draft.line == nil ? leader : draft
    func refuse(_ key: String) {
      let line = draft.line == nil ? changed.place("kind") : draft.place("mirrors")
      fields.refuse(line, draft.path("mirrors"), "model.\(key)", details)
    }
    guard let kind = draft.kind, let leaderKind = leader.kind else { return }
    if target == draft.id {
      refuse("mirrorsItself")
    } else if kind != .joint {
      refuse("mirrorsKind")
    } else if leaderKind != .joint {
      refuse("mirrorsNotJoint")
    } else if leader.mirrors != nil {
      refuse("mirrorsChain")
    } else if draft.broken.union(leader.broken).isDisjoint(with: ["record", "parties"]),
      draft.record != leader.record || Set(draft.parties) != Set(leader.parties)
    {
      refuse("mirrorsDiffers")
    }
  }
}
