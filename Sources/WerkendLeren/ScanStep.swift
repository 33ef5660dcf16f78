/// What the school found when it looked at the workplace.
public struct ScanVisit: Hashable, Sendable {
  /// The day of the visit; nil: there was none.
  public var day: Day?
  /// Who visited.
  public var by: String
  /// Who was spoken with.
  public var spokenWith: String
  /// Why there was no visit.
  public var notVisitedReason: String

  /// Makes it.
  public init(day: Day?, by: String = "", spokenWith: String = "", notVisitedReason: String = "") {
    self.day = day
    self.by = by
    self.spokenWith = spokenWith
    self.notVisitedReason = notVisitedReason
  }
}

/// What the form of a condition holds.
public struct ScanConditionContent: Hashable, Sendable {
  /// What has to be done.
  public var text: String
  /// Who has to do it.
  public var owner: Party
  /// The day by which it has to be met.
  public var due: Day
  /// Whether the placement may not start before it is met and accepted.
  public var beforeStart: Bool
  /// The weak point that it came from.
  public var question: QuestionID?

  /// Makes it.
  public init(text: String, owner: Party, due: Day, beforeStart: Bool = false, question: QuestionID? = nil) {
    self.text = text
    self.owner = owner
    self.due = due
    self.beforeStart = beforeStart
    self.question = question
  }
}

/// Everything that can be asked of one scan. `decideScan` says whether it may be done and what it changes.
public enum ScanStep: Hashable, Sendable {
  /// Gives answers; nil takes one away.
  case answer([QuestionID: Answer?])
  /// Hands it in.
  case submit
  /// Sends it back to be completed.
  case sendBack(note: String)
  /// Writes a comment on an answer, or on the whole scan; an empty one takes it away.
  case comment(QuestionID?, text: String)
  /// Puts the school's own level, or its own yes or no on a knock-out, beside the employer's.
  case setOwnAnswer(QuestionID, Answer, reason: String)
  /// Takes it away again.
  case dropOwnAnswer(QuestionID)
  /// Records the visit.
  case recordVisit(ScanVisit)
  /// Sets a condition, or changes the one of that row.
  case setCondition(Int64?, ScanConditionContent)
  /// Drops a condition that does not count yet.
  case dropCondition(Int64)
  /// Decides and signs. A reason is needed where it differs from the judged advice.
  case decide(ScanDecision, reason: String, validUntil: Day, by: String)
  /// Lets the student see the answers, or no longer.
  case share(Bool)
  /// Says that a condition is met. For another party than the viewer's it needs a note of how it was told.
  case meetCondition(Int64, day: Day, note: String)
  /// Accepts that it is met.
  case acceptCondition(Int64)
  /// Says that it is not met, with a reason.
  case refuseCondition(Int64, reason: String)
}

/// What `decideScan` must know beside the records.
public struct ScanContext {
  /// The version of the questionnaire on which the scan stands.
  public var questionnaire: Questionnaire
  /// Who acts.
  public var viewer: Viewer
  /// Today.
  public var today: Day
  /// Now, as `YYYY-MM-DDTHH:MM:SS±HH:MM`.
  public var moment: String
  /// The next free row number.
  public var nextRow: Int64

  /// Makes a context.
  public init(questionnaire: Questionnaire, viewer: Viewer, today: Day, moment: String, nextRow: Int64) {
    self.questionnaire = questionnaire
    self.viewer = viewer
    self.today = today
    self.moment = moment
    self.nextRow = nextRow
  }

  /// Takes a free row number.
  mutating func row() -> Int64 {
    defer { nextRow += 1 }
    return nextRow
  }
}

/// What a step that may be taken changes.
public struct ScanStepDecision: Hashable, Sendable {
  /// The records as they will be.
  public var records: ScanRecords
  /// What the change is called.
  public var kind: ChangeKind
  /// What it is about, for noticing that two people change the same thing: `scan:<row>:<question>`, `scan:<row>`, `decision:<row>`,
  /// `condition:<row>`.
  public var subject: String?
  /// The party for which it was recorded, if that is another than the viewer's.
  public var onBehalfOf: Party?
  /// The reason or the note that was given.
  public var note: String
  /// The next free row number.
  public var nextRow: Int64
}
