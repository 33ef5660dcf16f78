/// Why a command was not carried out. The text is found by `refusal.<kind>`.
public struct Refusal: Error, Hashable, Sendable {
  /// The reason.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The viewer may not see this placement.
    case notYours
    /// Another party's item or part; only the school records for others.
    case otherParty
    /// Only the school may do this.
    case schoolOnly
    /// A note of how it was told is needed when recording for another party.
    case needsHowTold
    /// The duty is not in the placement's model.
    case unknownDuty
    /// The item does not apply.
    case notApplicable
    /// It is done or confirmed already; undo or withdraw is the way back.
    case alreadyConfirmed
    /// Evidence is not ticked: its record makes it true.
    case evidenceNotTicked
    /// There is no version to confirm yet.
    case noVersion
    /// A continuing duty can be confirmed only from the start of the programme on.
    case notStarted
    /// The day lies before the start.
    case beforeStart
    /// The day lies after today.
    case dayInFuture
    /// The day lies before the one it has to follow.
    case dayTooEarly
    /// No current supervisor is marked experienced.
    case noExperiencedSupervisor
    /// There is no employer yet.
    case noEmployer
    /// There is no workplace yet.
    case noWorkplace
    /// Only tasks and continuing duties that are no gates can be set to "not applicable".
    case notExcludable
    /// A reason is needed.
    case needsReason
    /// A text is needed.
    case needsText
    /// A name is needed.
    case needsName
    /// Gates do not hold.
    case gatesFail
    /// There is no valid workplace scan and no reason why to begin without.
    case needsScanReason
    /// It has started already.
    case alreadyStarted
    /// The placement has ended and is read only until it is reopened.
    case ended
    /// It is paused already.
    case alreadyPaused
    /// It is not paused.
    case notPaused
    /// Pauses may not overlap.
    case pausesOverlap
    /// It has not ended.
    case notEnded
    /// That record is not there, or was withdrawn already.
    case noSuchRecord
    /// The scan's validity is over four years or ends before it begins.
    case badValidity
    /// The last day lies before the first.
    case endBeforeStart
    /// Rhythms are 1–104 weeks.
    case badRhythm
    /// Nothing would change.
    case nothingChanges
    /// Only withdrawing with a reason takes this back.
    case needsWithdrawal
    /// There is a placement of that student number and programme already.
    case keyTaken
    /// Another student has that number.
    case numberTaken
    /// Another employer, or another workplace there, has that name.
    case nameTaken
    /// The name typed is not the student's.
    case nameDiffers
    /// It lies in the archive and is read only until it is taken back.
    case archived
    /// It does not lie in the archive.
    case notArchived
    /// Two persons would have one role at the same time.
    case rolesOverlap
    /// The entry is closed already.
    case entryClosed
    /// Its words are another party's.
    case entryOfOther
    /// The school reads every question, problem and need, and whatever two parties share.
    case circleNeedsSchool
    /// The party whose entry it is, and the one that recorded it, always read it.
    case circleNeedsParty
    /// Only the party whose entry it is lets more parties read it.
    case circleNotYours
    /// The circle of a closed entry grows no more: others would read what was answered in confidence.
    case circleClosed
    /// A scan of this workplace is open already.
    case scanOpen
    /// That cannot be done with the scan as it stands now.
    case scanState
    /// The questionnaire has no such question.
    case noSuchQuestion
    /// That answer cannot be given to this question.
    case badAnswer
    /// Questions stand in the way of handing in.
    case notComplete
    /// The school has an answer of its own on levels and knock-outs only.
    case noOwnAnswer
    /// The school's own answer is that of the employer.
    case sameAnswer
    /// Neither a visit is recorded nor why there was none.
    case needsVisit
    /// A decision that differs from the advice needs a reason.
    case needsAdviceReason
    /// "Suitable with conditions" needs a condition.
    case needsCondition
    /// "Suitable" leaves no conditions.
    case conditionsLeft
    /// The condition is not met yet.
    case conditionNotMet
  }
  /// The reason.
  public var kind: Kind
  /// The duty it is about.
  public var duty: DutyID?
  /// The party it is about.
  public var party: Party?
  /// The day it is about.
  public var day: Day?
  /// The duties it is about, such as failing gates.
  public var duties: [DutyID]
  /// The questions of a scan that it is about.
  public var questions: [QuestionID]

  /// Makes a refusal.
  public init(
    _ kind: Kind, duty: DutyID? = nil, party: Party? = nil, day: Day? = nil, duties: [DutyID] = [],
    questions: [QuestionID] = []
  ) {
    self.kind = kind
    self.duty = duty
    self.party = party
    self.day = day
    self.duties = duties
    self.questions = questions
  }
}
