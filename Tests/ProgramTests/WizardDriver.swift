import Language
import StateStore
import TerminalTesting
import Testing
import WerkendLeren

/// Plays a person who fills in a workplace scan by keys alone, and knows what should then be on the screen and on disk.
final class WizardDriver {
  /// How much is answered.
  enum Manner: Sendable {
    /// Every question.
    case all
    /// Only what must be, as short as can be.
    case fewest
  }

  let words: Words
  let world: World
  let questionnaire = BuiltInQuestionnaire.load()
  private(set) var terminal: PseudoTerminal
  /// What was answered, and the screen said to be saved.
  private(set) var sheet = AnswerSheet()
  /// How many keys were pressed.
  private(set) var keys = 0
  private let rows: Int
  private let columns: Int
  private let options: [String]

  init(
    _ language: String, rows: Int = 24, columns: Int = 80, world: World? = nil, options: [String] = []
  ) throws {
    words = Words(language == "nl" ? .dutch : .english)
    self.world = try world ?? FormStore.world(language)
    self.rows = rows
    self.columns = columns
    self.options = options
    terminal = try self.world.start(options, rows: rows, columns: columns)
  }

  private var about: Comment { Comment(rawValue: terminal.screenText) }

  @discardableResult
  func expect(_ what: String, _ condition: @escaping (PseudoTerminal) -> Bool) -> Bool {
    if terminal.wait(until: condition) { return true }
    Issue.record("\(what):\n\(terminal.screenText)")
    return false
  }

  func said(_ terminal: PseudoTerminal) -> String {
    terminal.screenText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  func press(_ keys: TypedKey...) {
    for key in keys {
      self.keys += 1
      terminal.send(key)
    }
  }

  func type(_ text: String) {
    keys += text.count
    terminal.send(text)
  }

  // MARK: - Opening

  /// From the overview to the list of scans of Amira's workplace.
  func openList() -> Bool {
    guard expect("no overview", { $0.screenText.contains("Amira Lopend") }) else { return false }
    terminal.send("/Amira\r")
    guard expect("not found", { !$0.screenText.contains("Bram Bezig") && $0.screenText.contains("Amira Lopend") })
    else { return false }
    terminal.send("\r")
    let bottom = rows - 1
    guard expect("no placement", { $0.row(0).contains("Amira Lopend") && !$0.row(bottom).contains("/") }) else {
      return false
    }
    terminal.send("w")
    return expect("no list") { $0.row(0).contains(self.words["title.scans"]) }
  }

  /// Begins a scan, up to its first question.
  func begin() -> Bool {
    guard openList(), expect("not read", { self.said($0).contains(self.words["scans.none"]) }) else { return false }
    press(.enter)
    guard expect("no first page", { self.said($0).contains(self.words["wizard.intro.saving"]) }) else { return false }
    press(.enter)
    return isAt("A1")
  }

  /// Opens the newest scan, where it goes on by itself.
  func goOn() -> Bool {
    guard openList(), expect("no scan", { $0.screenText.contains(self.words["scans.state.draft"]) }) else {
      return false
    }
    terminal.send(.enter)
    return expect("no questions") { self.place($0) != nil }
  }

  /// Starts the program anew after it ended.
  func restart() throws { terminal = try world.start(options, rows: rows, columns: columns) }

  // MARK: - Where one is

  private var reading: SheetReading { SheetReading(sheet, of: questionnaire) }

  /// The place that the screen names: the section, the number of the question in it, and how many there are.
  private func place(_ terminal: PseudoTerminal) -> (section: String, number: Int, count: Int)? {
    let row = terminal.row(2)
    for section in questionnaire.sections {
      let title = "\(section.id)  \(words.text(section.title))"
      guard row.contains(title.prefix(12)) else { continue }
      // A screen that is half painted has the counts of the sections at the left, but not yet the place in this one.
      let whole = row.firstMatch(of: /(?:vraag|question) (\d+) (?:van|of) (\d+)/)
      let short = columns < 80 ? row.firstMatch(of: /\s(\d+)\/(\d+)/) : nil
      guard let last = whole ?? short else { continue }
      return (section.id, Int(last.1) ?? 0, Int(last.2) ?? 0)
    }
    return nil
  }

  /// The question at which the screen says one is.
  func question(_ terminal: PseudoTerminal) -> QuestionID? {
    guard let place = place(terminal), let section = questionnaire.sections.first(where: { $0.id == place.section })
    else { return nil }
    let shown = section.questions.filter { reading.isShown($0.id) }
    return shown.count == place.count && place.number > 0 ? shown[place.number - 1].id : nil
  }

  func isAt(_ id: QuestionID) -> Bool { expect("not at \(id)") { self.question($0) == id } }

  // MARK: - Answering

  /// An answer and the keys that give it.
  func input(_ question: Question, _ manner: Manner) -> (answer: Answer?, keys: [String]) {
    if manner == .fewest, !question.required, !questionnaire.readByRules.contains(question.id) {
      return (nil, [question.kind == .prose ? TypedKey.tab.bytes : TypedKey.enter.bytes])
    }
    let enter = TypedKey.enter.bytes
    func letters(_ text: String) -> [String] { text.map { String($0) } }
    switch question.kind {
    case .yesno: return (.yesNo(true), [TypedKey.left.bytes, enter])
    case .one: return (.one(question.options[0].id), [TypedKey.right.bytes, enter])
    case .several: return (.several([question.options[0].id]), [TypedKey.right.bytes, enter])
    case .level: return (.level(3), ["3", enter])
    case .number:
      let number = question.id == "F2" ? 4 : (question.minimum + question.maximum) / 2
      return (.number(number), letters(String(number)) + [enter])
    case .date: return (.date(Day(iso: "2026-09-01") ?? Day(number: 0)), letters("1-9-2026") + [enter])
    case .person:
      let name = manner == .fewest ? "S" : "Sanne Mol"
      return (
        .person(PersonAnswer(name: name)),
        letters(name) + (question.id.text.isEmpty ? [] : Array(repeating: enter, count: 4))
      )
    case .prose:
      let text = manner == .fewest ? "x" : "Een tekst over \(question.id)"
      return (.text(text), letters(text) + [TypedKey.tab.bytes])
    case .text, .email, .phone, .url:
      let text = question.digits.map { String(repeating: "1", count: $0) } ?? (manner == .fewest ? "x" : "Regel één")
      return (.text(text), letters(text) + [enter])
    }
  }

  /// Notes that a question has this answer.
  func know(_ answer: Answer?, to id: QuestionID) { sheet[id] = answer }

  /// Whether the screen counts what is answered as this driver does.
  func isCounted(_ terminal: PseudoTerminal) -> Bool {
    let counts = ["answered": String(reading.answeredCount), "count": String(reading.shownCount)]
    return terminal.row(0).contains(words("wizard.progress.short", counts))
  }

  /// The question that comes after one, when one goes on by Tab and Enter; nil before handing in.
  func next(after id: QuestionID) -> QuestionID? {
    guard let section = questionnaire.section(of: id), let own = section.questions.firstIndex(where: { $0.id == id })
    else { return nil }
    let reading = reading
    if let next = section.questions.dropFirst(own + 1).first(where: { reading.isShown($0.id) }) { return next.id }
    let place = questionnaire.sections.firstIndex { $0.id == section.id } ?? 0
    return questionnaire.sections.dropFirst(place + 1).flatMap(\.questions)
      .first { reading.isShown($0.id) && reading.answer($0.id) == nil }?.id
  }

  /// Whether leaving this question by Tab comes to the button of its section.
  func endsOnButton(_ question: Question) -> Bool {
    let shown = questionnaire.section(of: question.id)?.questions.filter { reading.isShown($0.id) }
    return question.kind == .prose && shown?.last?.id == question.id
  }

  /// Answers the question in which one is, and waits until the screen says that it is saved.
  func answer(_ id: QuestionID, _ manner: Manner) -> Bool {
    guard let question = questionnaire[id] else { return false }
    let (answer, keys) = input(question, manner)
    for key in keys {
      self.keys += 1
      terminal.send(key)
    }
    know(answer, to: id)
    if endsOnButton(question) { press(.enter) }
    return expect("\(id) is not counted") { self.isCounted($0) }
  }

  /// Hands in, up to the list of scans.
  func handIn() -> Bool {
    guard expect("not before handing in", { self.said($0).contains(self.words["wizard.handIn.after"]) }) else {
      return false
    }
    press(.enter)
    guard expect("not handed in", { self.said($0).contains(self.words["wizard.closing.back"]) }) else { return false }
    terminal.send(.enter)
    return expect("not in the list") { $0.screenText.contains(self.words["scans.state.submitted"]) }
  }

  // MARK: - On disk

  /// The newest scan as it is on disk, and what is wrong with the store.
  func onDisk() throws -> (records: ScanRecords?, findings: [String]) {
    let store = try FormStore.open(world.store)
    let viewer = Viewer.school(name: "Noor Bakker")
    let newest = try store.scans(as: viewer, limit: 1).first
    let records = try newest.map { try store.scan($0.id, as: viewer).records }
    let findings = try store.verify()
    try store.close()
    return (records, findings)
  }
}
