import Language
import WerkendLeren

/// Refusals in words that say what to do.
public struct RefusalWording {
  private let words: Words
  private let today: Day

  /// Makes the wording of a language.
  public init(words: Words, today: Day) {
    self.words = words
    self.today = today
  }

  /// The refusal in a sentence; the model gives the names of duties.
  public func text(_ refusal: Refusal, model: DutyModel?) -> String {
    let dates = DateWords(words)
    func name(_ id: DutyID) -> String { model?[id]?.short(words) ?? id.text }
    return words(
      "refusal.\(refusal.kind.rawValue)",
      [
        "duty": refusal.duty.map(name) ?? "", "party": refusal.party?.inSentence(words) ?? "",
        "day": refusal.day.map { dates.short($0, today: nil) } ?? "",
        "duties": refusal.duties.map(name).joined(separator: ", "),
        "questions": refusal.questions.map(\.text).joined(separator: ", "),
      ])
  }
}

extension HistoryWording {
  /// What a command does, such as `Begeleiding bevestigd`.
  func what(_ command: Command, among entries: [Entry] = [], ofDuty: Bool = true) -> String {
    if case .end(let ending, _, _, _) = command { return words("change.ended.\(ending.stage.rawValue)") }
    let (kind, duty): (ChangeKind, DutyID?) =
      switch command {
      case .confirm(let duty, _, _, _): (.confirmed, duty)
      case .withdrawConfirmation: (.confirmationWithdrawn, nil)
      case .setDueDate(let duty, _): (.dueDateSet, duty)
      case .exclude(let duty, _): (.excluded, duty)
      case .include(let duty): (.included, duty)
      case .addNote(let duty, _): (.noteAdded, duty)
      case .addAgreement: (.agreementAdded, nil)
      case .addPlan: (.planAdded, nil)
      case .setWorkplace: (.workplaceSet, nil)
      case .setPerson: (.personSet, nil)
      case .addPaperScan: (.scanAdded, nil)
      case .withdrawScan: (.scanWithdrawn, nil)
      case .start: (.started, nil)
      case .takeStartBack: (.startTakenBack, nil)
      case .setDates: (.datesSet, nil)
      case .setRhythm(let duty, _): (.rhythmSet, duty)
      case .pause: (.paused, nil)
      case .setIntendedReturn: (.returnSet, nil)
      case .resume: (.resumed, nil)
      case .end: (.ended, nil)
      case .reopen: (.reopened, nil)
      case .moveModel: (.modelMoved, nil)
      case .edit: (.edited, nil)
      case .correctKey: (.keyCorrected, nil)
      case .archive: (.archived, nil)
      case .unarchive: (.unarchived, nil)
      case .editPerson: (.personEdited, nil)
      case .renameEmployer: (.employerRenamed, nil)
      case .editWorkplace: (.workplaceEdited, nil)
      case .addEntry: (.entryAdded, nil)
      case .editEntry: (.entryEdited, nil)
      case .closeEntry: (.entryClosed, nil)
      case .reopenEntry: (.entryReopened, nil)
      }
    let name = ofDuty ? duty.flatMap { model?[$0] }?.short(words) ?? duty?.text ?? "" : ""
    return words("change.\(kind.rawValue)", ["duty": name, "entry": entryName(command, among: entries)])
      .split(separator: " ").joined(separator: " ")
  }

  /// What the entry of a command is called.
  private func entryName(_ command: Command, among entries: [Entry]) -> String {
    let kind: EntryKind?
    switch command {
    case .addEntry(_, _, let content), .editEntry(_, let content): kind = content.kind
    case .closeEntry(let id, _), .reopenEntry(let id, _): kind = entries.first { $0.id == id }?.kind
    default: kind = nil
    }
    return kind?.name(words) ?? words["table.entry"].lowercased()
  }
}
