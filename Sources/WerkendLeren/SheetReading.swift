/// How far one section is.
public struct SectionProgress: Hashable, Sendable {
  /// The section's letter.
  public var id: String
  /// How many of its questions are shown now.
  public var shown: Int
  /// How many of these have an answer.
  public var answered: Int
  /// How many of these must have one still.
  public var missing: Int

  /// Whether nothing is missing and something was answered.
  public var isDone: Bool { missing == 0 && answered > 0 }
}

/// A question whose answer stands in the way of submitting, and why.
public struct QuestionProblem: Hashable, Sendable {
  /// The question.
  public var question: QuestionID
  /// What is wrong.
  public var problem: AnswerProblem
}

/// A sheet of answers read with its questionnaire: which questions are shown, which answers count, what is missing. An answer to a question
/// that is hidden is kept in the sheet and counts nowhere.
public struct SheetReading: Sendable {
  /// The questionnaire.
  public let questionnaire: Questionnaire
  /// All answers, the hidden ones too.
  public let sheet: AnswerSheet
  private let counted: [QuestionID: Answer]
  private let shownPlaces: [Bool]

  /// Reads a sheet. One walk suffices, because conditions name earlier questions only.
  public init(_ sheet: AnswerSheet, of questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
    self.sheet = sheet
    var counted: [QuestionID: Answer] = [:]
    var places: [Bool] = []
    places.reserveCapacity(questionnaire.questions.count)
    for question in questionnaire.questions {
      let isShown = question.condition?.holds { counted[$0] } ?? true
      places.append(isShown)
      if isShown, let answer = sheet[question.id], question.fits(answer) { counted[question.id] = answer }
    }
    self.counted = counted
    shownPlaces = places
  }

  /// Whether a question is shown now.
  public func isShown(_ id: QuestionID) -> Bool { questionnaire.place(of: id).map { shownPlaces[$0] } ?? false }

  /// The answer to a question, if it is shown and has one.
  public func answer(_ id: QuestionID) -> Answer? { counted[id] }

  /// The questions that are shown now, in order.
  public var shown: [Question] { zip(questionnaire.questions, shownPlaces).filter(\.1).map(\.0) }

  /// How far each section is, in order.
  public var sections: [SectionProgress] {
    questionnaire.sections.map { section in
      let shown = section.questions.filter { isShown($0.id) }
      return SectionProgress(
        id: section.id, shown: shown.count, answered: shown.count { counted[$0.id] != nil },
        missing: shown.count { $0.required && counted[$0.id] == nil })
    }
  }

  /// How many questions are shown now, required or not.
  public var shownCount: Int { shownPlaces.count(where: { $0 }) }

  /// How many of these have an answer.
  public var answeredCount: Int { counted.count }

  /// The questions that are shown and open and must be answered, in order: the required ones, and those that a rule of the advice reads.
  public var missing: [QuestionID] {
    let read = questionnaire.readByRules
    return shown.filter { counted[$0.id] == nil && ($0.required || read.contains($0.id)) }.map(\.id)
  }

  /// The first question after this one that is shown and open, then those before it; without one the first of all. Required ones come first only
  /// where they stand first.
  public func nextOpen(after id: QuestionID? = nil) -> QuestionID? {
    let start = id.flatMap { questionnaire.place(of: $0) }.map { $0 + 1 } ?? 0
    let questions = questionnaire.questions
    let places = Array(start..<questions.count) + Array(0..<min(start, questions.count))
    return places.first { shownPlaces[$0] && counted[questions[$0].id] == nil }.map { questions[$0].id }
  }

  /// What is wrong with the answer to a question as it stands, seen with the others; nil where it may stand or is open.
  public func problem(at id: QuestionID) -> AnswerProblem? {
    guard let question = questionnaire[id], isShown(id), let answer = sheet[id] else { return nil }
    if let problem = question.problem(with: answer) { return problem }
    return failedCheck(of: question)
  }

  /// What is wrong with an answer that is about to be given to a question; nil where it may stand.
  public func problem(with answer: Answer, at id: QuestionID) -> AnswerProblem? {
    guard let question = questionnaire[id] else { return AnswerProblem(.wrongKind) }
    if let problem = question.problem(with: answer) { return problem }
    var changed = sheet
    changed[id] = answer
    return SheetReading(changed, of: questionnaire).failedCheck(of: question)
  }

  /// Everything that stands in the way of submitting, in the order of the questions.
  public var problems: [QuestionProblem] {
    let missing = Set(missing)
    return shown.compactMap { question in
      if missing.contains(question.id), sheet[question.id] == nil {
        return QuestionProblem(question: question.id, problem: AnswerProblem(.missing))
      }
      if let problem = problem(at: question.id) { return QuestionProblem(question: question.id, problem: problem) }
      if let wanted = question.mustBe, let answer = counted[question.id], answer.word != wanted {
        return QuestionProblem(question: question.id, problem: AnswerProblem(.mustBe, ["option": wanted]))
      }
      return nil
    }
  }

  /// Whether the scan may be submitted.
  public var maySubmit: Bool { problems.isEmpty }

  private func failedCheck(of question: Question) -> AnswerProblem? {
    guard let check = question.check, isShown(question.id),
      check.condition.questions.allSatisfy({ counted[$0] != nil }), !check.condition.holds({ counted[$0] })
    else { return nil }
    return AnswerProblem(.check, message: check.message)
  }
}
