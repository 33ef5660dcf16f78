/// The outside name of a duty, such as `school.preparation.agreement`; it never changes once marks refer to it.
public struct DutyID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The id as it is written in files and in the store.
  public let text: String
  /// Makes an id from its text.
  public init(_ text: String) { self.text = text }
  /// The text itself.
  public var description: String { text }
  /// Compares the texts.
  public static func < (first: DutyID, second: DutyID) -> Bool { first.text < second.text }
}

/// How a duty is fulfilled. Source: `domain.md`, "Kinds".
public enum DutyKind: String, CaseIterable, Hashable, Sendable {
  /// Done once, ticked by the party that owns it.
  case task
  /// True as soon as its record exists; nobody ticks it by hand.
  case evidence
  /// Done only when every party named has confirmed its own part.
  case joint
  /// Never done for good: confirmed at a day, comes due again.
  case continuing
  /// Each party concerned says once that it has read it and agrees.
  case declaration
}

/// The record that an evidence, joint or continuing duty stands on.
public enum RecordKind: String, CaseIterable, Hashable, Sendable {
  /// The placement's current employer and workplace (duty 2).
  case workplace
  /// The same record, failing too while the scan of that workplace says so (duty 14).
  case suitableWorkplace = "suitable-workplace"
  /// The tripartite agreement (duty 7).
  case agreement
  /// The individual training plan (duties 8 and 15).
  case plan
  /// A decided workplace scan of the current workplace (duty 9).
  case scan
  /// One contact person at the school (duty 13).
  case schoolContact = "school-contact"
  /// One contact person at the employer (duties 17 and 25).
  case employerContact = "employer-contact"
  /// A named work supervisor at the employer (duty 16).
  case supervisor
  /// A current supervisor who is marked experienced (duty 20).
  case experiencedSupervisor = "experienced-supervisor"
}

/// When a duty applies, for schools' own conditional duties: only where the programme is one of those named, and the employer one of those
/// named; an empty list asks for nothing.
public struct DutyCondition: Hashable, Sendable {
  /// Programmes it applies to, as written; empty: all.
  public var programmes: [String]
  /// Employers it applies to, as written; empty: all.
  public var employers: [String]
  /// Why it does not apply elsewhere, in Dutch.
  public var reasonDutch: String
  /// Why it does not apply elsewhere, in English.
  public var reasonEnglish: String

  /// Makes a condition.
  public init(programmes: [String], employers: [String], reasonDutch: String, reasonEnglish: String) {
    self.programmes = programmes
    self.employers = employers
    self.reasonDutch = reasonDutch
    self.reasonEnglish = reasonEnglish
  }
}

/// One duty (verantwoordelijkheid) of the responsibilities model.
public struct Duty: Hashable, Sendable {
  /// Its id.
  public var id: DutyID
  /// The party that owns it and under which it counts.
  public var party: Party
  /// The phase in which it stands.
  public var phase: Phase
  /// How it is fulfilled.
  public var kind: DutyKind
  /// Whether it must hold before the placement may start.
  public var gate: Bool
  /// The parties that confirm a part of a joint duty or a declaration; the owner among them. Empty for other kinds.
  public var parties: [Party]
  /// The record it stands on, if any.
  public var record: RecordKind?
  /// The duty whose record and status it shares and mirrors under its own owner (15 mirrors 8); nil for most.
  public var mirrors: DutyID?
  /// Days between confirmations of a continuing duty, 1–730; nil: the ordinary 56.
  public var rhythmDays: Int?
  /// When it applies; nil: always.
  public var condition: DutyCondition?
  /// The kinds of entries that its screen lists, beside those raised on it.
  public var entryKinds: [EntryKind]
  /// Short name in Dutch and English.
  public var shortDutch: String
  /// Short name in English.
  public var shortEnglish: String
  /// Full Dutch text, verbatim from the source.
  public var dutch: String
  /// Full English text.
  public var english: String
  /// Where the text comes from, and its slips if any, in Dutch; empty for none.
  public var sourceDutch: String
  /// The same in English.
  public var sourceEnglish: String

  /// Makes a duty.
  public init(
    id: DutyID, party: Party, phase: Phase, kind: DutyKind, gate: Bool = false, parties: [Party] = [],
    record: RecordKind? = nil, mirrors: DutyID? = nil, rhythmDays: Int? = nil, condition: DutyCondition? = nil,
    entryKinds: [EntryKind] = [], shortDutch: String, shortEnglish: String, dutch: String, english: String,
    sourceDutch: String = "", sourceEnglish: String = ""
  ) {
    self.id = id
    self.party = party
    self.phase = phase
    self.kind = kind
    self.gate = gate
    self.parties = parties
    self.record = record
    self.mirrors = mirrors
    self.rhythmDays = rhythmDays
    self.condition = condition
    self.entryKinds = entryKinds
    self.shortDutch = shortDutch
    self.shortEnglish = shortEnglish
    self.dutch = dutch
    self.english = english
    self.sourceDutch = sourceDutch
    self.sourceEnglish = sourceEnglish
  }

  /// Whether several parties confirm parts of it.
  public var isShared: Bool { kind == .joint || kind == .declaration }

  /// The kinds as `domain.md` lists them, for `model show --json`: the gate and the condition beside the kind itself.
  public var kindNames: [String] {
    var names: [String] = []
    if gate { names.append("gate") }
    names.append(kind.rawValue)
    if record != nil, kind != .evidence { names.append("evidence") }
    if condition != nil { names.append("conditional") }
    return names
  }
}
