/// Where a scan stands. Withdrawn is a decided one whose decision was withdrawn; expired is derived from its last valid day.
public enum ScanState: String, CaseIterable, Hashable, Sendable {
  /// Being filled in.
  case draft
  /// Handed in; the school judges.
  case submitted
  /// Sent back to be completed.
  case sentBack = "sent-back"
  /// Decided; never edited again.
  case decided

  /// Whether answers can change.
  public var takesAnswers: Bool { self == .draft || self == .sentBack }
}

/// A workplace scan: of one workplace, on one version of the questionnaire. Source: `workplace-scan.md`, "Life of a scan".
public struct Scan: RecordRow {
  /// The table.
  public static let table = RecordTable.scan
  /// The columns, in the order of the values.
  public static let columns = [
    "workplace", "questionnaire", "state", "begun_on", "begun_by", "begun_party", "copied_from", "submitted_on",
    "submitted_by", "sent_back_on", "sent_back_note", "is_shared", "decision",
  ]
  /// The row's number.
  public let id: Int64
  /// The workplace's row.
  public var workplace: Int64
  /// The row of the version of the questionnaire.
  public var questionnaire: Int64
  /// Where it stands.
  public var state: ScanState
  /// The day it was begun.
  public var begunOn: Day
  /// Who began it.
  public var begunBy: String
  /// The party of who began it.
  public var begunParty: Party
  /// The scan whose answers it began with.
  public var copiedFrom: Int64?
  /// The day it was handed in last.
  public var submittedOn: Day?
  /// Who handed it in last.
  public var submittedBy: String
  /// The day it was sent back last.
  public var sentBackOn: Day?
  /// What has to be completed.
  public var sentBackNote: String
  /// Whether the student may see the answers.
  public var isShared: Bool
  /// The row of its decision.
  public var decision: Int64?

  /// Makes a row.
  public init(
    id: Int64, workplace: Int64, questionnaire: Int64, state: ScanState = .draft, begunOn: Day, begunBy: String = "",
    begunParty: Party = .school, copiedFrom: Int64? = nil, submittedOn: Day? = nil, submittedBy: String = "",
    sentBackOn: Day? = nil, sentBackNote: String = "", isShared: Bool = false, decision: Int64? = nil
  ) {
    self.id = id
    self.workplace = workplace
    self.questionnaire = questionnaire
    self.state = state
    self.begunOn = begunOn
    self.begunBy = begunBy
    self.begunParty = begunParty
    self.copiedFrom = copiedFrom
    self.submittedOn = submittedOn
    self.submittedBy = submittedBy
    self.sentBackOn = sentBackOn
    self.sentBackNote = sentBackNote
    self.isShared = isShared
    self.decision = decision
  }

  /// Its values in the order of `columns`.
  public var values: [RecordValue] {
    [
      RecordValue(workplace),
      RecordValue(questionnaire),
      RecordValue(state.rawValue),
      RecordValue(begunOn),
      RecordValue(begunBy),
      RecordValue(begunParty.rawValue),
      RecordValue(copiedFrom),
      RecordValue(submittedOn),
      RecordValue(submittedBy),
      RecordValue(sentBackOn),
      RecordValue(sentBackNote),
      RecordValue(isShared),
      RecordValue(decision),
    ]
  }

  /// Reads it back; nil where the values do not fit.
  public init?(id: Int64, values: [RecordValue]) {
    var reader = ValueReader(values)
    self.id = id
    workplace = reader.integer()
    questionnaire = reader.integer()
    state = reader.choice(ScanState.draft)
    begunOn = reader.day()
    begunBy = reader.text()
    begunParty = reader.choice(Party.school)
    copiedFrom = reader.optionalInteger()
    submittedOn = reader.optionalDay()
    submittedBy = reader.text()
    sentBackOn = reader.optionalDay()
    sentBackNote = reader.text()
    isShared = reader.truth()
    decision = reader.optionalInteger()
    guard reader.isComplete else { return nil }
  }
}

/// What the school found when it judged a scan. Source: `workplace-scan.md`, "J".
public struct ScanJudgement: RecordRow {
  /// The table.
  public static let table = RecordTable.scanJudgement
  /// The columns, in the order of the values.
  public static let columns = [
    "scan", "visited_on", "visited_by", "spoken_with", "not_visited_reason", "reason",
  ]
  /// The row's number.
  public let id: Int64
  /// The scan's row.
  public var scan: Int64
  /// The day of the visit; nil: not visited.
  public var visitedOn: Day?
  /// Who visited.
  public var visitedBy: String
  /// Who was spoken with.
  public var spokenWith: String
  /// Why there was no visit.
  public var notVisitedReason: String
  /// Why the decision differs from the advice.
  public var reason: String

  /// Makes a row.
  public init(
    id: Int64, scan: Int64, visitedOn: Day? = nil, visitedBy: String = "", spokenWith: String = "",
    notVisitedReason: String = "", reason: String = ""
  ) {
    self.id = id
    self.scan = scan
    self.visitedOn = visitedOn
    self.visitedBy = visitedBy
    self.spokenWith = spokenWith
    self.notVisitedReason = notVisitedReason
    self.reason = reason
  }

  /// Its values in the order of `columns`.
  public var values: [RecordValue] {
    [
      RecordValue(scan),
      RecordValue(visitedOn),
      RecordValue(visitedBy),
      RecordValue(spokenWith),
      RecordValue(notVisitedReason),
      RecordValue(reason),
    ]
  }

  /// Reads it back; nil where the values do not fit.
  public init?(id: Int64, values: [RecordValue]) {
    var reader = ValueReader(values)
    self.id = id
    scan = reader.integer()
    visitedOn = reader.optionalDay()
    visitedBy = reader.text()
    spokenWith = reader.text()
    notVisitedReason = reader.text()
    reason = reader.text()
    guard reader.isComplete else { return nil }
  }
}
