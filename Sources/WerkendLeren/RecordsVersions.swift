/// The school's decision on a workplace scan. Source: `workplace-scan.md`.
public enum ScanDecision: String, CaseIterable, Hashable, Sendable {
  /// Geschikt.
  case suitable
  /// Geschikt onder voorwaarden.
  case suitableWithConditions = "suitable_with_conditions"
  /// Nog niet geschikt.
  case notYetSuitable = "not_yet_suitable"
}

/// One version of the tripartite agreement; confirmations belong to it.
public struct AgreementVersion: RecordRow {
  /// The table.
  public static let table = RecordTable.agreement
  /// The columns, in the order of the values.
  public static let columns = [
    "placement", "label", "on_date", "added_on", "kept", "has_content", "content_line", "has_guidance", "guidance_line",
    "has_programme", "programme_line", "has_assessment", "assessment_line",
  ]
  /// The row's number.
  public let id: Int64
  /// The placement's row.
  public var placement: Int64
  /// What the version is called.
  public var label: String
  /// Its date.
  public var date: Day
  /// The day it was recorded; asked again from then on.
  public var addedOn: Day
  /// Where the document is kept.
  public var kept: String
  /// Whether form and content of the programme stand in it.
  public var hasContent: Bool
  /// A line about that; may be empty.
  public var contentLine: String
  /// Whether manner and frequency of guidance stand in it.
  public var hasGuidance: Bool
  /// A line about that; may be empty.
  public var guidanceLine: String
  /// Whether the personal learning programme stands in it.
  public var hasProgramme: Bool
  /// A line about that; may be empty.
  public var programmeLine: String
  /// Whether the testing and assessment method stands in it.
  public var hasAssessment: Bool
  /// A line about that; may be empty.
  public var assessmentLine: String

  /// Makes a row.
  public init(
    id: Int64, placement: Int64, label: String = "", date: Day, addedOn: Day, kept: String = "",
    hasContent: Bool = false, contentLine: String = "", hasGuidance: Bool = false, guidanceLine: String = "",
    hasProgramme: Bool = false, programmeLine: String = "", hasAssessment: Bool = false, assessmentLine: String = ""
  ) {
    self.id = id
    self.placement = placement
    self.label = label
    self.date = date
    self.addedOn = addedOn
    self.kept = kept
    self.hasContent = hasContent
    self.contentLine = contentLine
    self.hasGuidance = hasGuidance
    self.guidanceLine = guidanceLine
    self.hasProgramme = hasProgramme
    self.programmeLine = programmeLine
    self.hasAssessment = hasAssessment
    self.assessmentLine = assessmentLine
  }

  /// Its values in the order of `columns`.
  public var values: [RecordValue] {
    [
      RecordValue(placement),
      RecordValue(label),
      RecordValue(date),
      RecordValue(addedOn),
      RecordValue(kept),
      RecordValue(hasContent),
      RecordValue(contentLine),
      RecordValue(hasGuidance),
      RecordValue(guidanceLine),
      RecordValue(hasProgramme),
      RecordValue(programmeLine),
      RecordValue(hasAssessment),
      RecordValue(assessmentLine),
    ]
  }

  /// Reads it back; nil where the values do not fit.
  public init?(id: Int64, values: [RecordValue]) {
    var reader = ValueReader(values)
    self.id = id
    placement = reader.integer()
    label = reader.text()
    date = reader.day()
    addedOn = reader.day()
    kept = reader.text()
    hasContent = reader.truth()
    contentLine = reader.text()
    hasGuidance = reader.truth()
    guidanceLine = reader.text()
    hasProgramme = reader.truth()
    programmeLine = reader.text()
    hasAssessment = reader.truth()
    assessmentLine = reader.text()
    guard reader.isComplete else { return nil }
  }
}

/// One version of the individual training plan; confirmations belong to it.
public struct PlanVersion: RecordRow {
  /// The table.
  public static let table = RecordTable.plan
  /// The columns, in the order of the values.
  public static let columns = [
    "placement", "label", "on_date", "added_on", "kept",
  ]
  /// The row's number.
  public let id: Int64
  /// The placement's row.
  public var placement: Int64
  /// What the version is called.
  public var label: String
  /// Its date.
  public var date: Day
  /// The day it was recorded; asked again from then on.
  public var addedOn: Day
  /// Where the document is kept.
  public var kept: String

  /// Makes a row.
  public init(
    id: Int64, placement: Int64, label: String = "", date: Day, addedOn: Day, kept: String = ""
  ) {
    self.id = id
    self.placement = placement
    self.label = label
    self.date = date
    self.addedOn = addedOn
    self.kept = kept
  }

  /// Its values in the order of `columns`.
  public var values: [RecordValue] {
    [
      RecordValue(placement),
      RecordValue(label),
      RecordValue(date),
      RecordValue(addedOn),
      RecordValue(kept),
    ]
  }

  /// Reads it back; nil where the values do not fit.
  public init?(id: Int64, values: [RecordValue]) {
    var reader = ValueReader(values)
    self.id = id
    placement = reader.integer()
    label = reader.text()
    date = reader.day()
    addedOn = reader.day()
    kept = reader.text()
    guard reader.isComplete else { return nil }
  }
}

/// A decided workplace scan of a workplace, here one done on paper.
public struct ScanDecisionRecord: RecordRow {
  /// The table.
  public static let table = RecordTable.scanDecision
  /// The columns, in the order of the values.
  public static let columns = [
    "workplace", "on_date", "decision", "valid_until", "by_whom", "kept", "withdrawn_on", "withdrawn_reason",
  ]
  /// The row's number.
  public let id: Int64
  /// The workplace's row.
  public var workplace: Int64
  /// The day of the decision.
  public var date: Day
  /// The decision.
  public var decision: ScanDecision
  /// Last valid day.
  public var validUntil: Day
  /// Who decided.
  public var by: String
  /// Where the paper is kept.
  public var kept: String
  /// The day it was withdrawn; nil if it stands.
  public var withdrawnOn: Day?
  /// Why it was withdrawn.
  public var withdrawnReason: String

  /// Makes a row.
  public init(
    id: Int64, workplace: Int64, date: Day, decision: ScanDecision, validUntil: Day, by: String = "", kept: String = "",
    withdrawnOn: Day? = nil, withdrawnReason: String = ""
  ) {
    self.id = id
    self.workplace = workplace
    self.date = date
    self.decision = decision
    self.validUntil = validUntil
    self.by = by
    self.kept = kept
    self.withdrawnOn = withdrawnOn
    self.withdrawnReason = withdrawnReason
  }

  /// Its values in the order of `columns`.
  public var values: [RecordValue] {
    [
      RecordValue(workplace),
      RecordValue(date),
      RecordValue(decision.rawValue),
      RecordValue(validUntil),
      RecordValue(by),
      RecordValue(kept),
      RecordValue(withdrawnOn),
      RecordValue(withdrawnReason),
    ]
  }

  /// Reads it back; nil where the values do not fit.
  public init?(id: Int64, values: [RecordValue]) {
    var reader = ValueReader(values)
    self.id = id
    workplace = reader.integer()
    date = reader.day()
    decision = reader.choice(ScanDecision.notYetSuitable)
    validUntil = reader.day()
    by = reader.text()
    kept = reader.text()
    withdrawnOn = reader.optionalDay()
    withdrawnReason = reader.text()
    guard reader.isComplete else { return nil }
  }
}
