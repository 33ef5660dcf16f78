import Canvas
import Language
import WerkendLeren
import Widgets

/// A workplace scan that is being filled in: the questions of one section at a time. What was typed stays until it is saved.
struct WizardScreen: Equatable, Sendable {
  /// What is seen.
  enum Page: Equatable, Sendable {
    /// What this is, before the first question, or what the school asks to complete.
    case intro
    /// The questions of a section.
    case questions
    /// Before handing in.
    case handIn
    /// What happens next, after it.
    case closing
  }

  /// How far everything is, of the answers that are saved.
  struct Progress: Equatable, Sendable {
    var sections: [SectionProgress] = []
    var shown = 0
    var answered = 0
  }

  /// The question in which one is, as it was when one came there.
  struct Entered: Equatable, Sendable {
    var question: QuestionID
    var answer: Answer?
    /// The newest change that was known then.
    var seen: Int64
  }

  let scan: Int64
  let placement: Int64
  /// The duties, for what a question is asked for.
  let model: DutyModel?
  /// Nil until it is read.
  var snapshot: ScanSnapshot?
  var page = Page.intro
  /// The place of the section among all.
  var section = 0
  var form = Form(fields: [], submitLabel: "")
  /// The text of the other pages.
  var text = ScrollText("")
  /// What was typed and is not saved, by field: because it cannot be an answer, or because the store could not write it.
  var drafts: [String: String] = [:]
  /// Answers on their way to the store.
  var pending: [QuestionID: Answer?] = [:]
  /// The questions that were left: what is wrong there is said.
  var left: Set<QuestionID> = []
  var entered: Entered?
  /// When the last answer was saved.
  var savedAt: String?
  /// What went wrong; shown above the questions.
  var problem: String?
  /// Whether it closes as soon as the last answer is saved.
  var isLeaving = false
  private(set) var progress = Progress()
  /// The questions on which it depends whether others are shown, or may stand.
  private var named: Set<QuestionID> = []

  init(scan: Int64, placement: Int64, model: DutyModel?) {
    self.scan = scan
    self.placement = placement
    self.model = model
  }

  var effect: Effect { .scan(.load(scan)) }

  var questionnaire: Questionnaire? { snapshot?.questionnaire }

  /// The section whose questions are seen.
  var currentSection: QuestionSection? {
    guard let sections = questionnaire?.sections, sections.indices.contains(section) else { return nil }
    return sections[section]
  }

  /// The question in which the cursor stands; nil on the button and on other pages.
  var focusedQuestion: QuestionID? {
    guard page == .questions else { return nil }
    return form.focusedField.map { WizardFields.question(of: $0.id) }
  }

  /// The answers as they are saved, with those on their way.
  var sheet: AnswerSheet {
    var sheet = snapshot?.records.sheet ?? AnswerSheet()
    for (question, answer) in pending { sheet[question] = answer }
    return sheet
  }

  /// The answers as they are seen: with what stands in the field where the cursor is.
  func live(_ context: ScreenContext) -> SheetReading? {
    guard let questionnaire else { return nil }
    var sheet = sheet
    if let id = focusedQuestion, let question = questionnaire[id],
      case .success(let answer) = answer(to: question, context)
    {
      sheet[id] = answer
    }
    return SheetReading(sheet, of: questionnaire)
  }

  /// The answer that stands in the fields of a question.
  func answer(to question: Question, _ context: ScreenContext) -> Result<Answer?, WizardFields.Problem> {
    WizardFields(words: context.words, today: context.today).answer(to: question, value)
  }

  /// What stands in a field of the form.
  func value(of id: String) -> String {
    form.fields.first { $0.id == id }.flatMap { form.value(of: $0) } ?? drafts[id] ?? ""
  }

  // MARK: - Fields

  private func fields(_ reading: SheetReading, _ context: ScreenContext) -> [FormField] {
    guard let currentSection, let snapshot else { return [] }
    let maker = WizardFields(words: context.words, today: context.today)
    let rows = context.size.rows >= 24 ? 6 : 4
    let comments = Dictionary(
      snapshot.records.comments.compactMap { comment in comment.question.map { ($0, comment.text) } },
      uniquingKeysWith: { $1 })
    return currentSection.questions.filter { reading.isShown($0.id) }.flatMap { question in
      maker.fields(
        for: question, help: help(of: question, context), comment: comments[question.id] ?? "", rows: rows)
    }
  }

  /// What is said of a question while one is there: its explanation, and where there is room what it is asked for.
  private func help(of question: Question, _ context: ScreenContext) -> String {
    let words = context.words
    var parts = question.help.map { [words.text($0)] } ?? []
    if context.size.rows >= 24, let model, let questionnaire {
      let duties = questionnaire.informed(by: question.id).compactMap { model[$0]?.short(words) }
      let names = duties.enumerated().filter { !duties[..<$0.offset].contains($0.element) }.map(\.element)
      if !names.isEmpty { parts.append(words("wizard.informs", ["duties": names.joined(separator: ", ")])) }
    }
    return parts.joined(separator: " ")
  }

  private func values(_ fields: [FormField], _ context: ScreenContext) -> [String: String] {
    guard let questionnaire else { return [:] }
    let maker = WizardFields(words: context.words, today: context.today)
    let sheet = sheet
    var values: [String: String] = [:]
    for id in Set(fields.map { WizardFields.question(of: $0.id) }) {
      guard let question = questionnaire[id] else { continue }
      values.merge(maker.values(of: sheet[id], to: question)) { $1 }
    }
    return values.merging(drafts.filter { values[$0.key] != nil }) { $1 }
  }

  /// Makes the form of the section anew.
  mutating func openSection(_ context: ScreenContext) {
    guard let questionnaire else { return }
    page = .questions
    let reading = SheetReading(sheet, of: questionnaire)
    let fields = fields(reading, context)
    let isLast = section == questionnaire.sections.count - 1
    form = Form(
      fields: fields, values: values(fields, context),
      submitLabel: context.words[isLast ? "wizard.toEnd" : "wizard.next"])
    form.showsPosition = false
    settle(context)
  }

  /// Something was typed or chosen: what depends on it is brought up to it. In a text on which nothing depends that is nothing, so that a
  /// key costs the same however long everything is.
  mutating func changed(_ context: ScreenContext) {
    guard let field = form.focusedField, let id = focusedQuestion else { return }
    if case .date = field.kind { readDates(context) }
    let isText = [.text, .prose, .person, .email, .phone, .url].contains(questionnaire?[id]?.kind)
    if isText, !named.contains(id), form.errors[field.id] == nil { return }
    settle(context)
  }

  /// Takes what was read.
  mutating func take(_ snapshot: ScanSnapshot) {
    self.snapshot = snapshot
    guard named.isEmpty else { return }
    for question in snapshot.questionnaire.questions {
      named.formUnion(question.condition?.questions ?? [])
      if let check = question.check { named.formUnion(check.condition.questions) }
    }
  }

  /// Brings the fields, what is wrong and the progress up to the answers as they are seen.
  mutating func settle(_ context: ScreenContext) {
    guard let snapshot else { return }
    let saved = snapshot.reading
    progress = Progress(sections: saved.sections, shown: saved.shownCount, answered: saved.answeredCount)
    guard page == .questions, let reading = live(context) else { return }
    let fields = fields(reading, context)
    if fields != form.fields { form.setFields(fields, values: values(fields, context)) }
    form.errors = errors(reading, context)
    readDates(context)
  }

  /// Shows beside each date the day that it means.
  private mutating func readDates(_ context: ScreenContext) {
    let check = FieldCheck(words: context.words, today: context.today)
    for field in form.fields {
      guard case .date = field.kind, let text = form.value(of: field) else { continue }
      form.readings[field.id] = check.day(field, text).map { DateWords(context.words).reading($0, of: text) }
    }
  }

  /// Puts the answer to a question, as it is known now, into its fields.
  mutating func show(_ id: QuestionID, _ context: ScreenContext) {
    guard let question = questionnaire?[id] else { return }
    let maker = WizardFields(words: context.words, today: context.today)
    for (field, value) in maker.values(of: sheet[id], to: question) where self.value(of: field) != value {
      form.set(value, for: field)
    }
  }

  // MARK: - What is wrong

  /// What is wrong in the section that is seen, by field.
  private func errors(_ reading: SheetReading, _ context: ScreenContext) -> [String: String] {
    guard let currentSection else { return [:] }
    let maker = WizardFields(words: context.words, today: context.today)
    var errors: [String: String] = [:]
    for question in currentSection.questions where reading.isShown(question.id) {
      if question.id == focusedQuestion, !left.contains(question.id) { continue }
      guard let problem = problem(at: question, reading, maker) else { continue }
      errors[problem.field] = problem.text
    }
    return errors
  }

  private func problem(at question: Question, _ reading: SheetReading, _ maker: WizardFields) -> WizardFields.Problem? {
    // What is saved was read before; only what is not has to be read.
    let isDraft = maker.ids(of: question).contains { drafts[$0] != nil }
    if isDraft || question.id == focusedQuestion {
      if case .failure(let problem) = maker.answer(to: question, value) { return problem }
      if isDraft, pending[question.id] == nil {
        return .init(field: maker.ids(of: question)[0], text: maker.words["wizard.notSaved"])
      }
    }
    if let problem = reading.problem(at: question.id) { return maker.problem(problem, question) }
    guard left.contains(question.id), question.required, reading.answer(question.id) == nil else { return nil }
    return maker.problem(AnswerProblem(.missing), question)
  }

  /// Everything that stands in the way of handing in: what cannot be an answer and so is not saved, and what is missing or wrong.
  /// One that is on its way to the store counts as saved.
  func problems(_ context: ScreenContext, except saved: QuestionID? = nil) -> [(question: Question, text: String)] {
    guard let questionnaire else { return [] }
    let maker = WizardFields(words: context.words, today: context.today)
    let reading = SheetReading(sheet, of: questionnaire)
    let wrong = Dictionary(
      reading.problems.map { ($0.question, $0.problem) }, uniquingKeysWith: { first, _ in first })
    return reading.shown.compactMap { question in
      if question.id != saved, maker.ids(of: question).contains(where: { drafts[$0] != nil }) {
        guard case .failure(let problem) = maker.answer(to: question, { drafts[$0] ?? "" }) else {
          return (question, context.words["wizard.notSaved"])
        }
        return (question, problem.text)
      }
      guard let problem = wrong[question.id] else { return nil }
      // Of what is open the question says more than that it is.
      return (question, problem.kind == .missing ? context.words.text(question.text) : maker.text(problem, question))
    }
  }

  /// The fields in which a question is answered.
  func ids(of question: QuestionID, _ context: ScreenContext) -> [String] {
    guard let question = questionnaire?[question] else { return [] }
    return WizardFields(words: context.words, today: context.today).ids(of: question)
  }

  /// Whether something was typed into the question in which one is.
  func isTouched(_ context: ScreenContext) -> Bool {
    guard let entered, let question = questionnaire?[entered.question] else { return false }
    guard case .success(let answer) = answer(to: question, context) else { return true }
    return answer != entered.answer
  }
}
