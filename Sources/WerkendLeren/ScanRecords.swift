/// All that is stored about one scan. Rows stand in the order of their numbers.
public struct ScanRecords: Hashable, Sendable {
  /// The scan itself.
  public var scan: Scan
  /// The workplace that it is about.
  public var workplace: Workplace
  /// The answers, those to hidden questions too; one row a question.
  public var answers: [ScanAnswer] = []
  /// The school's own answers.
  public var ownAnswers: [ScanOwnAnswer] = []
  /// The school's comments.
  public var comments: [ScanComment] = []
  /// What the school found; nil while nothing is recorded.
  public var judgement: ScanJudgement?
  /// Its conditions.
  public var conditions: [ScanCondition] = []
  /// Its decision; nil until it is decided.
  public var decision: ScanDecisionRecord?

  /// Makes the records of a scan of which nothing else is known.
  public init(scan: Scan, workplace: Workplace) {
    self.scan = scan
    self.workplace = workplace
  }

  /// Makes the records from stored rows, in any order; nil if a row does not fit its type, or the scan or its workplace is missing.
  public init?(rows: [StoredRow]) {
    var fits = true
    func read<Row: RecordRow>(_ type: Row.Type) -> [Row] {
      rows.filter { $0.table == Row.table }.compactMap { row in
        let typed = Row(id: row.id, values: row.values)
        if typed == nil { fits = false }
        return typed
      }.sorted { $0.id < $1.id }
    }
    guard let scan = read(Scan.self).first,
      let workplace = read(Workplace.self).first(where: { $0.id == scan.workplace })
    else { return nil }
    self.init(scan: scan, workplace: workplace)
    answers = read(ScanAnswer.self)
    ownAnswers = read(ScanOwnAnswer.self)
    comments = read(ScanComment.self)
    judgement = read(ScanJudgement.self).first
    conditions = read(ScanCondition.self)
    decision = read(ScanDecisionRecord.self).first { $0.id == scan.decision }
    guard fits, (decision == nil) == (scan.decision == nil) else { return nil }
    let texts = answers.map { Answer($0.form, $0.value) } + ownAnswers.map { Answer($0.form, $0.value) }
    if texts.contains(nil) { return nil }
  }

  /// Every row of its own and its decision, as the store knows them.
  public var storedRows: [StoredRow] {
    var rows = [scan.stored]
    if let decision { rows.append(decision.stored) }
    rows += answers.map(\.stored) + ownAnswers.map(\.stored) + comments.map(\.stored)
    if let judgement { rows.append(judgement.stored) }
    return rows + conditions.map(\.stored)
  }

  /// What has to be written to come from these records to the others.
  public func changes(to after: ScanRecords) -> [RecordChange] {
    RecordChange.between(storedRows, and: after.storedRows, keeping: [.scan, .scanDecision])
  }

  /// The answers as they were given.
  public var sheet: AnswerSheet {
    AnswerSheet(
      Dictionary(
        answers.compactMap { row in Answer(row.form, row.value).map { (row.question, $0) } },
        uniquingKeysWith: { $1 }))
  }

  /// The answers with the school's own in the place of the employer's.
  public var judgedSheet: AnswerSheet {
    sheet.replacing(
      with: Dictionary(
        ownAnswers.compactMap { row in Answer(row.form, row.value).map { (row.question, $0) } },
        uniquingKeysWith: { $1 }))
  }

  /// The outcome of the answers as they were given.
  public func outcome(_ questionnaire: Questionnaire) -> ScanOutcome { ScanOutcome(sheet, of: questionnaire) }

  /// The outcome with the school's own answers: what the decision is compared with.
  public func judgedOutcome(_ questionnaire: Questionnaire) -> ScanOutcome {
    ScanOutcome(judgedSheet, of: questionnaire)
  }

  /// These records as far as a viewer may see them; nil where they may not be seen at all. The employer sees what the school
  /// finds once it is sent back or decided; the student the decision and its conditions, the answers where the school shares them.
  /// That the workplace is the student's is for the store to know.
  public func seen(by viewer: Viewer) -> ScanRecords? {
    switch viewer.scope {
    case .all: return self
    case .employer(let employer):
      guard workplace.employer == employer else { return nil }
      var seen = self
      if scan.state == .decided { return seen }
      if scan.state != .sentBack { seen.comments = [] }
      seen.ownAnswers = []
      seen.judgement = nil
      seen.conditions = []
      return seen
    case .student:
      guard scan.state == .decided else { return nil }
      var seen = self
      seen.comments = []
      seen.ownAnswers = []
      seen.judgement = nil
      if !scan.isShared { seen.answers = [] }
      return seen
    }
  }
}

/// What is shown of a scan's state on a day.
public enum ScanStanding: String, CaseIterable, Hashable, Sendable {
  /// Being filled in.
  case draft
  /// Handed in.
  case submitted
  /// Sent back.
  case sentBack = "sent-back"
  /// Decided and valid.
  case decided
  /// Decided and valid, but expiring within 8 weeks: due again.
  case expiring
  /// Its last valid day has passed.
  case expired
  /// Its decision was withdrawn.
  case withdrawn
}

extension ScanRecords {
  /// Days before the last valid one from which a scan is due again: 8 weeks.
  public static let renewalDays = 56
  /// Years for which a scan is valid unless another day is chosen.
  public static let ordinaryYears = 2
  /// Years for which it can be valid at most.
  public static let mostYears = 4

  /// Where it stands on a day.
  public func standing(on today: Day) -> ScanStanding { scan.standing(decision, on: today) }

  /// Where filling in goes on: at the first open question after the one that was answered last, then those before it. A copy of an earlier scan in
  /// which nothing was answered yet begins at its first question, so that all of it is looked at; nil where nothing is open.
  public func resumePlace(in questionnaire: Questionnaire) -> QuestionID? {
    let reading = SheetReading(sheet, of: questionnaire)
    // Answers that were copied are older than the scan.
    let own = answers.filter { $0.moment.prefix(10) >= scan.begunOn.iso && reading.isShown($0.question) }
    let last = own.max { first, second in
      (first.moment, questionnaire.place(of: first.question) ?? 0)
        < (second.moment, questionnaire.place(of: second.question) ?? 0)
    }
    if last == nil, !answers.isEmpty { return reading.shown.first?.id }
    return reading.nextOpen(after: last?.question)
  }
}

extension Scan {
  /// Where it stands on a day, with its decision.
  public func standing(_ decision: ScanDecisionRecord?, on today: Day) -> ScanStanding {
    switch state {
    case .draft: return .draft
    case .submitted: return .submitted
    case .sentBack: return .sentBack
    case .decided: break
    }
    guard let decision, decision.withdrawnOn == nil else { return .withdrawn }
    if decision.validUntil < today { return .expired }
    return decision.validUntil.days(since: today) <= ScanRecords.renewalDays ? .expiring : .decided
  }
}
