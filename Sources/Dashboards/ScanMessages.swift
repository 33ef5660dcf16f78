import WerkendLeren

/// One scan as it was read at a moment.
public struct ScanSnapshot: Equatable, Sendable {
  /// Its records, as far as the viewer may see them.
  public var records: ScanRecords
  /// The version of the questionnaire on which it stands.
  public var questionnaire: Questionnaire
  /// The employer's name.
  public var employer: String
  /// The newest change of the whole store when it was read: a step carries it, so that nobody overwrites another unseen.
  public var seen: Int64
  /// The question at which this person left it last; nil where that is not known.
  public var place: QuestionID?

  /// Makes a snapshot.
  public init(
    records: ScanRecords, questionnaire: Questionnaire, employer: String, seen: Int64, place: QuestionID? = nil
  ) {
    self.records = records
    self.questionnaire = questionnaire
    self.employer = employer
    self.seen = seen
    self.place = place
  }

  /// The answers read with their questionnaire.
  public var reading: SheetReading { SheetReading(records.sheet, of: questionnaire) }
}

/// One scan in a list.
public struct ScanListLine: Equatable, Sendable, Identifiable {
  /// The scan.
  public var scan: Scan
  /// Its decision; nil until it is decided.
  public var decision: ScanDecisionRecord?

  /// The scan's row.
  public var id: Int64 { scan.id }

  /// Makes a line.
  public init(scan: Scan, decision: ScanDecisionRecord?) {
    self.scan = scan
    self.decision = decision
  }
}

/// A step on a scan on its way to the store.
public struct ScanStepRequest: Equatable, Sendable {
  /// The scan.
  public var scan: Int64
  /// The placement from which it was opened, under which the history keeps the change.
  public var placement: Int64?
  /// What is asked.
  public var step: ScanStep
  /// The newest change that the screen had seen; nil to do it whatever others did.
  public var seen: Int64?

  /// Makes a request.
  public init(scan: Int64, placement: Int64?, step: ScanStep, seen: Int64?) {
    self.scan = scan
    self.placement = placement
    self.step = step
    self.seen = seen
  }
}

/// What became of a step.
public enum ScanStepResult: Equatable, Sendable {
  /// It is on disk since that moment, as the change of that number; these are the records now.
  case saved(change: Int64, moment: String, ScanRecords)
  /// It may not be done.
  case refused(Refusal)
  /// Somebody else changed the same thing since it was read.
  case conflict(ChangeLine)
  /// The store could not write; the words say why.
  case failed(String)
}

/// What became of a new scan.
public enum ScanBeginning: Equatable, Sendable {
  /// It is there, under this number.
  case begun(Int64)
  /// It may not be begun.
  case refused(Refusal)
  /// The store could not write; the words say why.
  case failed(String)
}

/// What the application asks of the world about scans.
public enum ScanRequest: Equatable, Sendable {
  /// Read the scans of a workplace, newest first.
  case list(workplace: Int64)
  /// Read one scan.
  case load(Int64)
  /// Begin one of the present workplace of a placement.
  case begin(placement: Int64)
  /// Take a step on one.
  case step(ScanStepRequest)
  /// Remember at which question this person is.
  case keepPlace(scan: Int64, QuestionID)
}

/// What the world answers about scans.
public enum ScanReply: Equatable, Sendable {
  /// The scans of a workplace, newest first.
  case listed(workplace: Int64, [ScanListLine])
  /// A scan, or nil if it is not there or may not be seen.
  case loaded(Int64, ScanSnapshot?)
  /// What became of a new one.
  case begun(placement: Int64, ScanBeginning)
  /// What became of a step.
  case stepped(ScanStepRequest, ScanStepResult)
}
