import Language
import WerkendLeren

/// A scan as the talk about it needs it.
public struct TalkScan: Sendable {
  /// Its records.
  public var records: ScanRecords
  /// The version of the questionnaire that it is filled in with.
  public var questionnaire: Questionnaire
  /// The newest change when it was read, so that nobody overwrites another unseen.
  public var seen: Int64

  /// Makes it.
  public init(records: ScanRecords, questionnaire: Questionnaire, seen: Int64) {
    self.records = records
    self.questionnaire = questionnaire
    self.seen = seen
  }
}

/// What became of a step that the talk asked for.
public enum TalkResult: Sendable {
  /// It is on disk since this moment, `YYYY-MM-DDTHH:MM:SS±HH:MM`.
  case saved(moment: String)
  /// It may not be taken.
  case refused(Refusal)
  /// Another person changed the same answer meanwhile.
  case conflict(by: String)
  /// The store could not write; why, in words.
  case failed(String)
}

/// What the talk asks of the world.
public protocol ScanTalkDoor {
  /// What can go wrong while reading; it ends the talk.
  associatedtype Trouble: Error
  /// Reads the scan.
  func load() throws(Trouble) -> TalkScan
  /// Takes a step on it.
  func perform(_ step: ScanStep, seen: Int64) -> TalkResult
  /// Writes a text to a file that could not be saved; says where it is now, or why it is nowhere.
  func keep(_ text: String) -> String
  /// What the answers come to, a fact a line.
  func outcome(_ records: ScanRecords, _ questionnaire: Questionnaire) -> [String]
  /// The next line that the person typed, after a prompt; nil at the end of what they type.
  func read(_ prompt: String) throws(Trouble) -> String?
  /// Where this person was last; nil where that is not known.
  func place() -> QuestionID?
  /// Remembers where they are.
  func keep(place: QuestionID)
  /// Says lines.
  func say(_ lines: [String]) throws(Trouble)
}

/// How a talk ended.
public enum TalkEnding: Equatable, Sendable {
  /// The person left; everything that was given is saved.
  case left
  /// The scan was handed in.
  case submitted
  /// The scan takes no answers: another person handed it in, or it is past that.
  case closed
}

/// The workplace scan as plain questions and answers, a line each, for screen readers and terminals without cursor addressing. It stands on the same
/// reading of answers, the same checks and the same steps as the screens. Source: issue 4, item 8; `lessons.md`, part 3.
public struct ScanTalk<Door: ScanTalkDoor> {
  let door: Door
  let words: Words
  let today: Day
  /// For what a question informs.
  let model: DutyModel
  var scan: TalkScan
  private var section = ""

  /// Reads the scan.
  public init(_ door: Door, words: Words, today: Day, model: DutyModel) throws(Door.Trouble) {
    self.door = door
    self.words = words
    self.today = today
    self.model = model
    scan = try door.load()
  }

  /// Where the talk goes on.
  enum Turn {
    /// To this question.
    case to(QuestionID)
    /// To handing in.
    case finish
    /// Away.
    case end(TalkEnding)
  }

  var reading: SheetReading { SheetReading(scan.records.sheet, of: scan.questionnaire) }

  /// Talks until the person leaves or hands in.
  public mutating func run() throws(Door.Trouble) -> TalkEnding {
    guard scan.records.scan.state.takesAnswers else {
      try door.say([words("talk.closed", ["state": words("scanState.\(scan.records.scan.state.rawValue)")])])
      return .closed
    }
    try introduce()
    let known = door.place().flatMap { reading.isShown($0) ? $0 : nil }
    let start = known ?? scan.records.resumePlace(in: scan.questionnaire)
    var turn = start.map(Turn.to) ?? .finish
    while true {
      switch turn {
      case .to(let id): turn = try talk(about: id)
      case .finish: turn = try finish()
      case .end(let ending):
        if ending == .left { try door.say([words["talk.left"]]) }
        return ending
      }
    }
  }

  private func introduce() throws(Door.Trouble) {
    let reading = reading
    var lines = [
      words("talk.title", ["scan": String(scan.records.scan.id), "workplace": scan.records.workplace.name]),
      words(
        "talk.progress", ["answered": String(reading.answeredCount), "shown": String(reading.shownCount)]),
    ]
    if scan.records.scan.state == .sentBack {
      lines.append(words("talk.sentBack", ["note": scan.records.scan.sentBackNote]))
    }
    lines.append(words["talk.howTo"])
    try door.say(lines)
  }

  // MARK: - One question

  private mutating func talk(about id: QuestionID) throws(Door.Trouble) -> Turn {
    scan = try door.load()
    guard scan.records.scan.state.takesAnswers else {
      try door.say([words("talk.closed", ["state": words("scanState.\(scan.records.scan.state.rawValue)")])])
      return .end(.closed)
    }
    guard let question = scan.questionnaire[id], reading.isShown(id) else { return next(after: id) }
    door.keep(place: id)
    try door.say(announcement(of: question))
    if question.kind == .person { return try askPerson(question) }
    while true {
      guard let line = try door.read(words["talk.prompt"]) else { return .end(.left) }
      if let order = TalkOrder(line, at: question) {
        if let turn = try follow(order, at: question) { return turn }
        continue
      }
      if line.allSatisfy(\.isWhitespace) {
        try door.say([words[scan.records.sheet[id] == nil ? "talk.skipped" : "talk.kept"]])
        return next(after: id)
      }
      let (text, isLast) = question.kind == .prose ? try prose(from: line) : (line, false)
      let turn = try take(text, at: question)
      if isLast, turn.map({ if case .end = $0 { false } else { true } }) ?? true { return .end(.left) }
      if let turn { return turn }
    }
  }

  /// What is said before a question is asked: where it stands, what it asks, what can be answered and what stands there.
  private mutating func announcement(of question: Question) -> [String] {
    let reading = reading
    let shown = reading.shown
    var lines: [String] = []
    if let section = scan.questionnaire.section(of: question.id), section.id != self.section {
      self.section = section.id
      lines += ["", words("talk.section", ["section": section.id, "title": section.title.text(words.language)])]
    }
    let number = (shown.firstIndex { $0.id == question.id } ?? 0) + 1
    lines += [
      "",
      words(
        question.required ? "talk.question.required" : "talk.question",
        [
          "number": String(number), "count": String(shown.count), "question": question.id.text,
          "text": question.text.text(words.language),
        ]),
    ]
    lines += TalkChoices(question).lines(words)
    if question.kind != .person { lines += [present(at: question), expectation(of: question)] }
    if let comment = scan.records.comments.first(where: { $0.question == question.id }) {
      lines.append(words("talk.comment", ["by": comment.by, "text": comment.text]))
    }
    if let problem = reading.problem(at: question.id) { lines.append(words.problem(problem, at: question)) }
    return lines
  }

  /// What stands there now, and what Enter alone does with it.
  private func present(at question: Question) -> String {
    guard let answer = scan.records.sheet[question.id] else { return words["talk.none"] }
    let whole = words.spoken(answer, to: question)
    let lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1 || whole.count > Self.longest else { return words("talk.now", ["answer": whole]) }
    return words(
      "talk.now.long",
      [
        "answer": String((lines.first ?? "").prefix(Self.longest)), "lines": String(lines.count),
        "count": String(whole.count),
      ])
  }

  /// The most characters of an answer that are said unasked.
  private static var longest: Int { 300 }

  private func expectation(of question: Question) -> String {
    let bounds = ["first": String(question.minimum), "last": String(question.maximum)]
    let text = words("talk.expects.\(question.kind.rawValue)", bounds)
    guard question.kind == .number, let unit = question.unit else { return text }
    return words("talk.unit", ["text": text, "unit": unit.text(words.language)])
  }

  /// The further lines of a text of several, up to a full stop alone; whether what is typed ends with them.
  private func prose(from first: String) throws(Door.Trouble) -> (text: String, isLast: Bool) {
    var lines = [first]
    while let line = try door.read("") {
      if line == "." { return (lines.joined(separator: "\n"), false) }
      // A line that is to be a full stop is written as two.
      lines.append(line == ".." ? "." : line)
    }
    return (lines.joined(separator: "\n"), true)
  }

  /// Reads a text as the answer and saves it; nil where the question is to be asked again.
  private mutating func take(_ text: String, at question: Question) throws(Door.Trouble) -> Turn? {
    switch TalkChoices(question).answer(text, today: today) {
    case .failure(let problem):
      var lines = [words.problem(problem, at: question), words["talk.notSaved"]]
      // What was written at length is not thrown away.
      if question.kind == .prose { lines.append(door.keep(text)) }
      try door.say(lines)
      return nil
    case .success(let answer):
      switch try save(answer, at: question) {
      case .again: return nil
      case .turn(let turn): return turn
      case .saved:
        guard let problem = reading.problem(at: question.id) else { return next(after: question.id) }
        try door.say([words.problem(problem, at: question), words["talk.mend"]])
        return nil
      }
    }
  }

  // MARK: - Ways through the questions

  func next(after id: QuestionID) -> Turn {
    let questions = scan.questionnaire.questions
    let reading = reading
    guard let place = scan.questionnaire.place(of: id) else { return .finish }
    return questions.dropFirst(place + 1).first { reading.isShown($0.id) }.map { .to($0.id) } ?? .finish
  }

  private func before(_ id: QuestionID) -> QuestionID? {
    let reading = reading
    guard let place = scan.questionnaire.place(of: id) else { return nil }
    return scan.questionnaire.questions.prefix(place).last { reading.isShown($0.id) }?.id
  }

  /// Does what a word asked for instead of an answer; nil where the question is to be asked again.
  mutating func follow(_ order: TalkOrder, at question: Question) throws(Door.Trouble) -> Turn? {
    switch order {
    case .stop: return .end(.left)
    case .back:
      if let before = before(question.id) { return .to(before) }
      try door.say([words["talk.first"]])
    case .next:
      if let open = reading.nextOpen(after: question.id) { return .to(open) }
      try door.say([words["talk.allAnswered"]])
      return .finish
    case .submit: return .finish
    case .go(let name):
      if let id = named(name) { return .to(id) }
      try door.say([words("talk.noSuchQuestion", ["name": name])])
    case .help: try door.say(help(on: question))
    case .list: try door.say(overview)
    case .show:
      let answer = scan.records.sheet[question.id].map { words.spoken($0, to: question) }
      try door.say(
        answer?.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) ?? [present(at: question)])
    case .outcome: try door.say(door.outcome(scan.records, scan.questionnaire))
    case .clear:
      guard scan.records.sheet[question.id] != nil else {
        try door.say([words["talk.none"]])
        return nil
      }
      if case .turn(let turn) = try save(nil, at: question) { return turn }
    case .more:
      guard question.kind == .prose, case .text(let before)? = scan.records.sheet[question.id] else {
        try door.say([words["talk.moreNothing"]])
        return nil
      }
      try door.say([words["talk.more"]])
      guard let first = try door.read("") else { return .end(.left) }
      let (text, isLast) = first == "." ? ("", false) : try prose(from: first)
      let turn = text.isEmpty ? nil : try take(before + "\n" + text, at: question)
      return isLast ? .end(.left) : turn
    }
    return nil
  }

  /// The question of that id, or the first of that section.
  private func named(_ name: String) -> QuestionID? {
    let wanted = TextDoor.folded(name)
    let reading = reading
    if let question = scan.questionnaire.questions.first(where: { TextDoor.folded($0.id.text) == wanted }) {
      return reading.isShown(question.id) ? question.id : nil
    }
    let section = scan.questionnaire.sections.first { TextDoor.folded($0.id) == wanted }
    return section?.questions.first { reading.isShown($0.id) }?.id
  }

  /// How far each section is.
  private var overview: [String] {
    let progress = reading.sections
    return zip(scan.questionnaire.sections, progress).map { section, progress in
      words(
        progress.missing > 0 ? "talk.list.missing" : "talk.list",
        [
          "section": section.id, "title": section.title.text(words.language), "answered": String(progress.answered),
          "shown": String(progress.shown), "missing": String(progress.missing),
        ])
    }
  }

  /// The question once more with its explanation, why it is asked, and the words that do something.
  private func help(on question: Question) -> [String] {
    var lines = [words("talk.again", ["question": question.id.text, "text": question.text.text(words.language)])]
    if let help = question.help { lines.append(help.text(words.language)) }
    lines += TalkChoices(question).lines(words) + [present(at: question), expectation(of: question)]
    for duty in scan.questionnaire.informed(by: question.id).compactMap({ model[$0] }) {
      lines.append(words("talk.why", ["text": duty.full(words)]))
    }
    return lines
      + ["back", "next", "list", "go", "show", "clear", "more", "outcome", "submit", "stop", "text"].map { order in
        words("talk.help.\(order)")
      }
  }
}
