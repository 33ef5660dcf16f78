/// One question in two scans of one workplace: what each has there.
public struct ComparedQuestion: Hashable, Sendable, Identifiable {
  /// One scan's side of a question.
  public struct Side: Hashable, Sendable {
    /// The question as that scan's version of the questionnaire asks it.
    public var question: Question
    /// Whether it was shown there; a hidden one keeps its answer, which does not count.
    public var isShown: Bool
    /// The answer that counts there as it was given; nil where it is hidden or open.
    public var answer: Answer?
    /// The school's own answer in its place.
    public var ownAnswer: Answer?

    /// What counts in the judgement: the school's own answer, else the one that was given.
    public var judged: Answer? { ownAnswer ?? answer }
  }

  /// Its id, by which the versions are laid beside one another.
  public var id: QuestionID
  /// The section in which it stands.
  public var section: String
  /// The earlier scan's side; nil: its version does not ask this.
  public var first: Side?
  /// The later scan's side; nil: its version does not ask this.
  public var second: Side?

  /// Whether what was answered, or what the school made of it, is not the same. Where only one version asks it, an answer there is a difference.
  public var isDifferent: Bool { first?.answer != second?.answer || first?.judged != second?.judged }

  /// Whether both versions ask it, but in other words, or with other answers to choose from.
  public var isReworded: Bool {
    guard let first = first?.question, let second = second?.question else { return false }
    return first.kind != second.kind || first.text != second.text || first.options != second.options
      || first.levels != second.levels
  }

  /// How many levels the judged answer went up; nil where it is none in one of the two.
  public var rise: Int? {
    guard case .level(let before) = first?.judged, case .level(let after) = second?.judged else { return nil }
    return after - before
  }
}

/// A section's scores in two scans, as they were given and as the school judged.
public struct ComparedScore: Hashable, Sendable, Identifiable {
  /// The section's letter.
  public var section: String
  /// The earlier scan's score with the school's own answers; nil: none.
  public var first: Int?
  /// The later scan's.
  public var second: Int?

  /// The section's letter.
  public var id: String { section }

  /// Whether they are not the same.
  public var isDifferent: Bool { first != second }
}

/// A scan with the version of the questionnaire that it was filled in with.
public struct VersionedScan: Hashable, Sendable {
  /// The scan.
  public var records: ScanRecords
  /// The version.
  public var questionnaire: Questionnaire

  /// Makes it.
  public init(records: ScanRecords, questionnaire: Questionnaire) {
    self.records = records
    self.questionnaire = questionnaire
  }

  /// The outcome of the answers as they were given.
  public var outcome: ScanOutcome { records.outcome(questionnaire) }

  /// The outcome with the school's own answers: what the decision is compared with.
  public var judgedOutcome: ScanOutcome { records.judgedOutcome(questionnaire) }

  /// The questions as the employer answered them.
  public var reading: SheetReading { SheetReading(records.sheet, of: questionnaire) }

  /// The questions with the school's own answers.
  public var judgedReading: SheetReading { SheetReading(records.judgedSheet, of: questionnaire) }
}

/// Two scans of one workplace side by side, each read with the version of the questionnaire that it was filled in with.
public struct ScanComparison: Hashable, Sendable {
  /// The earlier scan.
  public let first: VersionedScan
  /// The later scan.
  public let second: VersionedScan
  /// The earlier one's outcome.
  public let firstOutcome: ScanOutcome
  /// The later one's outcome.
  public let secondOutcome: ScanOutcome
  /// The sections that either scores, in the later version's order.
  public let scores: [ComparedScore]
  /// Every question that is shown in one of the two, in the later version's order; one that only the earlier version asks follows the question that it
  /// followed there.
  public let questions: [ComparedQuestion]

  /// Compares two scans, given in any order: the one that was begun first is the earlier.
  public init(_ one: VersionedScan, _ other: VersionedScan) {
    let isInOrder = one.records.scan.id <= other.records.scan.id
    first = isInOrder ? one : other
    second = isInOrder ? other : one
    firstOutcome = first.judgedOutcome
    secondOutcome = second.judgedOutcome
    scores = Self.scores(firstOutcome, secondOutcome)
    questions = Self.questions(first, second)
  }

  /// Whether both were filled in with the same questions.
  public var isOneVersion: Bool { first.questionnaire == second.questionnaire }

  /// Whether the decisions, or that there is one, are not the same.
  public var isDecisionDifferent: Bool {
    first.records.decision?.decision != second.records.decision?.decision
      || (first.records.decision?.withdrawnOn == nil) != (second.records.decision?.withdrawnOn == nil)
  }

  /// Whether the advice is not the same.
  public var isAdviceDifferent: Bool { firstOutcome.advice != secondOutcome.advice }

  private static func scores(_ first: ScanOutcome, _ second: ScanOutcome) -> [ComparedScore] {
    let sections = second.scores.map(\.section)
    let gone = first.scores.map(\.section).filter { !sections.contains($0) }
    return (sections + gone).map {
      ComparedScore(section: $0, first: first.score(of: $0), second: second.score(of: $0))
    }
  }

  private static func questions(_ first: VersionedScan, _ second: VersionedScan) -> [ComparedQuestion] {
    let sides = [first, second].map { scan -> [QuestionID: ComparedQuestion.Side] in
      let (reading, given) = (scan.judgedReading, scan.reading)
      let own = Set(scan.records.ownAnswers.map(\.question))
      return Dictionary(
        scan.questionnaire.questions.map { question in
          let id = question.id
          let isShown = reading.isShown(id) || given.isShown(id)
          return (
            id,
            ComparedQuestion.Side(
              question: question, isShown: isShown, answer: given.answer(id),
              ownAnswer: own.contains(id) ? reading.answer(id) : nil)
          )
        }, uniquingKeysWith: { side, _ in side })
    }
    return order(first.questionnaire, second.questionnaire).compactMap { id, section in
      let compared = ComparedQuestion(id: id, section: section, first: sides[0][id], second: sides[1][id])
      return compared.first?.isShown == true || compared.second?.isShown == true ? compared : nil
    }
  }

  /// The ids of both versions with the section in which each stands.
  private static func order(_ first: Questionnaire, _ second: Questionnaire) -> [(QuestionID, String)] {
    var order = second.sections.flatMap { section in section.questions.map { ($0.id, section.id) } }
    var places = Dictionary(order.map { ($0.0, true) }, uniquingKeysWith: { place, _ in place })
    var before: QuestionID?
    for section in first.sections {
      for question in section.questions {
        defer { before = question.id }
        guard places[question.id] == nil else { continue }
        places[question.id] = true
        let next = before.flatMap { known in order.firstIndex { $0.0 == known } }.map { $0 + 1 } ?? 0
        // In another section than the one before it, it begins that section, or ends the list.
        let place =
          next > 0 && order[next - 1].1 == section.id
          ? next : order.firstIndex { $0.1 == section.id } ?? order.count
        order.insert((question.id, section.id), at: place)
      }
    }
    return order
  }
}
