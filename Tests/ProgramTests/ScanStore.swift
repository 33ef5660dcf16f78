import Language
import StateStore
import TerminalTesting
import WerkendLeren

/// Scans for the stories, made through the store itself.
enum ScanStore {
  static let questionnaire = BuiltInQuestionnaire.load()
  static let school = Viewer.school(name: "Noor Bakker")
  static let today = Day(iso: FormStore.today) ?? Day(number: 0)
  private static let moment = Moment(today: today, text: "\(FormStore.today)T09:30:00+01:00")

  /// An answer to every question: all in order, but for those that are given.
  static func answers(_ changed: [QuestionID: Answer]) -> [QuestionID: Answer?] {
    var answers: [QuestionID: Answer?] = [:]
    for question in questionnaire.questions {
      let answer: Answer? =
        switch question.kind {
        case .yesno: .yesNo(true)
        case .level: .level(3)
        case .one: question.options.first.map { .one($0.id) }
        case .several: question.options.first.map { .several([$0.id]) }
        case .number: .number(min(question.maximum, 20))
        case .date: .date(today)
        case .person: .person(PersonAnswer(name: "Jan van Toets"))
        case .text, .prose: .text(question.digits.map { String(repeating: "1", count: $0) } ?? "in orde")
        case .email: .text("jan@voorbeeld.nl")
        case .phone: .text("038-1234567")
        case .url: .text("www.voorbeeld.nl")
        }
      answers[question.id] = .some(changed[question.id] ?? answer)
    }
    return answers
  }

  /// Begins a scan at a placement, fills it in for the employer and hands it in.
  static func handIn(_ store: Store, _ number: String, _ changed: [QuestionID: Answer]) throws -> Int64 {
    guard case .one(let placement) = try store.find(number, as: school) else {
      throw TestingError.notStarted(number, code: 0)
    }
    try store.ensureQuestionnaire(questionnaire, at: moment)
    guard case .done(_, let records) = try store.beginScan(at: placement, as: school, at: moment) else {
      throw TestingError.notStarted("scan of \(number)", code: 0)
    }
    let scan = records.scan.id
    try take(store, scan, .answer(answers(changed)), .submit)
    return scan
  }

  /// Takes steps that must be allowed.
  @discardableResult
  static func take(_ store: Store, _ scan: Int64, _ steps: ScanStep...) throws -> ScanRecords? {
    var last: ScanRecords?
    for step in steps {
      guard case .done(_, let records) = try store.perform(step, onScan: scan, as: school, at: moment) else {
        throw TestingError.notStarted("\(step)", code: 0)
      }
      last = records
    }
    return last
  }

  static func condition(_ text: String, in days: Int, beforeStart: Bool = false) -> ScanStep {
    .setCondition(
      nil,
      ScanConditionContent(text: text, owner: .employer, due: today.adding(days: days), beforeStart: beforeStart))
  }

  static let visit = ScanStep.recordVisit(ScanVisit(day: today, by: "Noor Bakker", spokenWith: "Jan van Toets"))

  static func decide(_ decision: ScanDecision) -> ScanStep {
    .decide(decision, reason: "", validUntil: today.adding(years: 2), by: "Noor Bakker")
  }

  /// One that was handed in and visited, and one that was decided with two conditions, of which the later is met.
  static func fill(_ store: Store) throws {
    let weak: [QuestionID: Answer] = ["B3": .level(2), "C7": .yesNo(false)]
    try take(store, try handIn(store, "2002", weak), visit)
    let decided = try handIn(store, "2004", weak)
    let records = try take(
      store, decided, visit, condition("Wijs een vervanger aan.", in: 10),
      condition("Beschrijf elke periode.", in: 20), decide(.suitableWithConditions))
    let late = records?.conditions.max { $0.due < $1.due }
    try take(store, decided, .meetCondition(late?.id ?? 0, day: today, note: "gebeld"))
  }
}
