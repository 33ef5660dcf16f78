/// A text in both languages.
public struct Bilingual: Hashable, Sendable {
  /// In Dutch.
  public var dutch: String
  /// In English.
  public var english: String

  /// Makes it.
  public init(dutch: String, english: String) {
    self.dutch = dutch
    self.english = english
  }
}

/// What a version of the questionnaire advises where one of its rules fires; the rows stand in the order in which they are tried.
public struct AdviceRow: Hashable, Sendable {
  /// The advice.
  public var advice: ScanDecision
  /// The rules, each of which is enough.
  public var rules: [AdviceRule]

  /// Makes a row.
  public init(_ advice: ScanDecision, _ rules: [AdviceRule]) {
    self.advice = advice
    self.rules = rules
  }
}

/// One rule of the advice. Source: `workplace-scan.md`, "Scores and advice".
public enum AdviceRule: Hashable, Sendable {
  /// A knock-out holds.
  case knockout
  /// A section has a score below this one.
  case sectionBelow(Int)
  /// A level is this one or lower.
  case level(Int)
  /// What a condition on the answers says, under a name of its own.
  case answers(name: String, QuestionCondition)

  /// The name by which the outcome tells it.
  public var name: String {
    switch self {
    case .knockout: "knockout"
    case .sectionBelow(let score): "section_below_\(score)"
    case .level(let level): "level_\(level)"
    case .answers(let name, _): name
    }
  }
}

/// A section of the questionnaire.
public struct QuestionSection: Hashable, Sendable {
  /// Its letter, such as `B`.
  public var id: String
  /// Its title.
  public var title: Bilingual
  /// The duties that all its questions inform.
  public var informs: [DutyID]
  /// Its questions, in order; ids are unique in the whole questionnaire.
  public var questions: [Question]

  /// Makes a section.
  public init(id: String, title: Bilingual, informs: [DutyID] = [], questions: [Question]) {
    self.id = id
    self.title = title
    self.informs = informs
    self.questions = questions
  }

  /// Whether it can have a score: one of its questions is answered by a level.
  public var isScored: Bool { questions.contains { $0.kind == .level } }
}

/// One version of the workplace scan's questionnaire. A scan keeps the version that it was filled in with.
public struct Questionnaire: Hashable, Sendable {
  /// What the version is called, such as `2026-11`; shown, never compared.
  public var version: String
  /// The sections, in order.
  public let sections: [QuestionSection]
  /// The rows of the advice; where no rule fires the advice is "suitable".
  public let advice: [AdviceRow]
  /// All questions, in order.
  public let questions: [Question]
  private let places: [QuestionID: Int]
  private let sectionPlaces: [Int]

  /// Makes a questionnaire. Where an id stands twice, the first place counts; the reader of files refuses that beforehand.
  public init(version: String, sections: [QuestionSection], advice: [AdviceRow]) {
    self.version = version
    self.sections = sections
    self.advice = advice
    questions = sections.flatMap(\.questions)
    places = Dictionary(
      questions.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    sectionPlaces = sections.enumerated().flatMap { place, section in section.questions.map { _ in place } }
  }

  /// The question of that id.
  public subscript(id: QuestionID) -> Question? { places[id].map { questions[$0] } }

  /// The place of a question among all, from 0.
  public func place(of id: QuestionID) -> Int? { places[id] }

  /// The section in which a question stands.
  public func section(of id: QuestionID) -> QuestionSection? { places[id].map { sections[sectionPlaces[$0]] } }

  /// The duties that a question informs: its own, else those of its section.
  public func informed(by id: QuestionID) -> [DutyID] {
    guard let question = self[id] else { return [] }
    return question.informs.isEmpty ? section(of: id)?.informs ?? [] : question.informs
  }

  /// The questions whose answers the rules of the advice read: levels, knock-outs, those that a rule names, and those on which it depends whether
  /// one of these is shown.
  public var readByRules: Set<QuestionID> {
    var read = Set(questions.filter { $0.kind == .level || $0.knockout != nil }.map(\.id))
    for case .answers(_, let condition) in advice.flatMap(\.rules) { read.formUnion(condition.questions) }
    // Conditions look back only, so that one walk from the end finds them all.
    for question in questions.reversed() where read.contains(question.id) {
      if let condition = question.condition { read.formUnion(condition.questions) }
    }
    return read
  }

  /// What a score of a section alone comes to by the rules: the first row with a bound above it, else "suitable".
  public func standing(of score: Int) -> ScanDecision {
    advice.first { row in
      row.rules.contains { rule in
        if case .sectionBelow(let bound) = rule { return score < bound }
        return false
      }
    }?.advice ?? .suitable
  }
}

extension ScanDecision {
  /// The advice's name in questionnaires and in the outcome that programs read.
  public var adviceName: String {
    switch self {
    case .suitable: "suitable"
    case .suitableWithConditions: "conditional"
    case .notYetSuitable: "not_yet"
    }
  }
}
