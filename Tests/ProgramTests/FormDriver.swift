import Language
import TerminalTesting
import Testing
import WerkendLeren

/// What is done at one field.
struct FormAnswer: Sendable {
  /// What is typed.
  enum Input: Sendable {
    /// Takes away what stands there and types this.
    case text(String)
    /// Keys as they are, for choices and ticks.
    case keys(String)
    /// Leaves what stands there.
    case asItIs
  }

  /// The key of its label.
  let label: String
  /// Inputs that are wrong, with the text that has to be seen at the field.
  let wrong: [(input: Input, error: String, values: [String: String])]
  let right: Input
  /// What has to be found on disk afterwards.
  let kept: String?
  /// Whether it stands below its label, as texts of many lines and lists of answers do.
  let isBelow: Bool

  init(
    _ label: String, wrong: [(Input, String, [String: String])] = [], _ right: Input, kept: String? = nil,
    isBelow: Bool = false
  ) {
    self.label = label
    self.isBelow = isBelow
    self.wrong = wrong.map { ($0.0, $0.1, $0.2) }
    self.right = right
    self.kept = kept
  }

  /// A line of text that is kept as it is typed.
  static func line(_ label: String, _ text: String, required: Bool = false) -> FormAnswer {
    FormAnswer(label, wrong: required ? [(.text(""), "error.required", [:])] : [], .text(text), kept: text)
  }

  /// A date; what is no day is refused.
  static func date(
    _ label: String, _ text: String, also: [(Input, String, [String: String])] = []
  ) -> FormAnswer {
    FormAnswer(label, wrong: [(.text("31-2"), "error.date", ["text": "31-2"])] + also, .text(text))
  }

  /// A text of many lines, such as a reason.
  static func prose(_ label: String, _ text: String, required: Bool = true) -> FormAnswer {
    FormAnswer(
      label, wrong: required ? [(.text(""), "error.required", [:])] : [], .text(text), kept: text, isBelow: true)
  }

  /// A list of answers, of which the first is taken; none is refused.
  static func choice(_ label: String) -> FormAnswer {
    FormAnswer(label, wrong: [(.asItIs, "error.choose", [:])], .keys(" "), isBelow: true)
  }

  /// A mail address. Two people with one address would be one person.
  static func mail(_ name: String) -> FormAnswer {
    FormAnswer(
      "field.mail", wrong: [(.text("geen mail"), "error.mail", [:])], .text("\(name)@voorbeeld.nl"),
      kept: "\(name)@voorbeeld.nl")
  }
  static let phone = FormAnswer(
    "field.phone", wrong: [(.text("bel maar"), "error.phone", [:])], .text("+31 6 (12) 34-56"), kept: "+31 6 (12) 34-56"
  )
}

/// How a form is opened.
enum FormWay: Sendable {
  /// On the overview: a key.
  case overview(String)
  /// On a placement: a key, or `:` with a name.
  case placement(String, keys: String)
  /// On an item of a placement.
  case item(String, DutyID, keys: String)
}

/// A form of the program as a person meets it.
struct FormRow: Sendable {
  /// The end of the key of its title.
  let name: String
  let way: FormWay
  let fields: [FormAnswer]
  /// Keys that answer what is asked when it is saved.
  var question = ""
  /// How many changes it makes; none for settings.
  var changes = 1
}

/// A place where forms are filled in.
struct FormPlace: Sendable, CustomStringConvertible {
  let columns: Int
  let rows: Int
  let language: String
  var description: String { "\(columns)x\(rows) \(language)" }

  static let all = [
    FormPlace(columns: 60, rows: 18, language: "nl"), FormPlace(columns: 80, rows: 24, language: "en"),
    FormPlace(columns: 80, rows: 24, language: "nl"), FormPlace(columns: 60, rows: 18, language: "en"),
  ]
}

/// Plays a person who fills in a form by keys alone.
struct FormDriver {
  let row: FormRow
  let place: FormPlace
  let words: Words
  let world: World
  let terminal: PseudoTerminal

  init(_ row: FormRow, _ place: FormPlace) throws {
    self.row = row
    self.place = place
    words = Words(place.language == "nl" ? .dutch : .english)
    world = try FormStore.world(place.language)
    terminal = try world.start([], rows: place.rows, columns: place.columns)
  }

  private var about: Comment { Comment(rawValue: "\(row.name) at \(place):\n\(terminal.screenText)") }

  /// The screen as one line of words, for texts that are wrapped.
  private func said(_ terminal: PseudoTerminal) -> String {
    terminal.screenText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func expect(_ what: String, _ condition: @escaping (PseudoTerminal) -> Bool) -> Bool {
    if terminal.wait(until: condition) { return true }
    Issue.record("\(what): \(about)")
    return false
  }

  // MARK: - Opening

  /// Opens the form by keys.
  func open() -> Bool {
    guard expect("no overview", { $0.screenText.contains("Amira Lopend") }) else { return false }
    switch row.way {
    case .overview(let keys): terminal.send(keys)
    case .placement(let student, let keys):
      guard openPlacement(student) else { return false }
      terminal.send(keys)
    case .item(let student, let duty, let keys):
      guard openPlacement(student), select(duty) else { return false }
      terminal.send(keys)
    }
    let title = words("form.title.\(row.name)")
    let parts = title.split(separator: "{", omittingEmptySubsequences: false).enumerated().map { number, part in
      number == 0 ? String(part) : String(part.drop { $0 != "}" }.dropFirst())
    }
    return expect("no form") { terminal in
      let line = terminal.row(0)
      return isForm(terminal)
        && (line.contains("…")
          || parts.filter { !$0.isEmpty }.allSatisfy { line.contains($0.split(separator: " ").joined(separator: " ")) })
    }
  }

  private func openPlacement(_ student: String) -> Bool {
    terminal.send("/" + student)
    let found = { (terminal: PseudoTerminal) in
      terminal.screenText.contains(student) && (student == "Amira" || !terminal.screenText.contains("Amira Lopend"))
    }
    guard expect("not found", found) else { return false }
    terminal.send("\r\r")
    return expect("not opened") { $0.row(0).contains(student) && !$0.row($0.screen.size.rows - 1).contains("/") }
  }

  /// Goes to an item of the triptych: to its party, then down.
  private func select(_ duty: DutyID) -> Bool {
    guard let found = BuiltInModel.load()[duty] else { return false }
    let name = words.language == .dutch ? found.shortDutch : found.shortEnglish
    switch found.party {
    case .student: terminal.send(.left)
    case .school: break
    case .employer: terminal.send(.right)
    }
    terminal.send(.home)
    for _ in 0..<20 {
      terminal.settle(milliseconds: 40)
      let line = Array(terminal.row(terminal.cursor.row))
      let label = String(line.dropFirst(terminal.cursor.column).prefix(28))
      if label.contains(name) { return true }
      terminal.send(.down)
    }
    Issue.record("no item \(name): \(about)")
    return false
  }

  private func isForm(_ terminal: PseudoTerminal) -> Bool {
    terminal.row(terminal.screen.size.rows - 1).contains("Ctrl-S")
  }

  // MARK: - Filling in

  private func type(_ input: FormAnswer.Input) {
    switch input {
    case .text(let text):
      terminal.send(.end)
      terminal.send(.control("u"))
      terminal.send(text)
    case .keys(let keys): terminal.send(keys)
    case .asItIs: break
    }
  }

  /// Waits until the focus stands on a field: the marker is beside its label, or below it for texts and choices.
  private func isAt(_ answer: FormAnswer) -> Bool {
    let label = words(answer.label).split(separator: " ").prefix(3).joined(separator: " ")
    return expect("the focus is not on \(label)") { terminal in
      let rows = terminal.screen.size.rows
      guard let marker = (2..<rows).first(where: { terminal.row($0).hasPrefix(" ▸") }) else { return false }
      let labels = answer.isBelow ? max(2, marker - 6)..<marker : marker..<(marker + 1)
      return labels.contains { terminal.row($0).contains(label) }
    }
  }

  /// Fills in the fields, with wrong input first where asked for; stops before the field `end`.
  func fill(wrongFirst: Bool, until end: Int? = nil) -> Bool {
    let last = end ?? row.fields.count
    for (number, answer) in row.fields.prefix(last).enumerated() {
      guard isAt(answer) else { return false }
      for wrong in wrongFirst ? answer.wrong : [] {
        let error = words(wrong.error, wrong.values)
        type(wrong.input)
        terminal.send(.tab)
        terminal.send(.backTab)
        guard isAt(answer), expect("no error \(error)", { said($0).contains("! " + error) }) else { return false }
      }
      if wrongFirst, number == row.fields.count / 2 {
        let other = place.columns == 60 ? (rows: 40, columns: 120) : (rows: 18, columns: 60)
        terminal.resize(rows: other.rows, columns: other.columns)
        guard expect("not painted", isForm), isAt(answer) else { return false }
        terminal.resize(rows: place.rows, columns: place.columns)
        guard expect("not painted", isForm), isAt(answer) else { return false }
      }
      // Fields that were passed by may say the same; a screen is painted from above, so they come last.
      if wrongFirst, !answer.wrong.isEmpty { terminal.settle(milliseconds: 40) }
      let shown = answer.wrong.last.map { count($0, terminal) } ?? 0
      type(answer.right)
      terminal.send(.tab)
      if wrongFirst, let wrong = answer.wrong.last {
        guard expect("still \(wrong.error)", { isMended(answer, wrong, $0) || count(wrong, $0) < shown }) else {
          return false
        }
      }
    }
    terminal.settle(milliseconds: 30)
    return true
  }

  /// How often an error is on the screen.
  private func count(
    _ wrong: (input: FormAnswer.Input, error: String, values: [String: String]), _ terminal: PseudoTerminal
  ) -> Int {
    said(terminal).ranges(of: "! " + words(wrong.error, wrong.values)).count
  }

  /// Whether the rows of a field on one line, up to the free row below it, no longer say what was wrong. Another field that was passed
  /// by may say the same, sooner or later than it is counted.
  private func isMended(
    _ answer: FormAnswer, _ wrong: (input: FormAnswer.Input, error: String, values: [String: String]),
    _ terminal: PseudoTerminal
  ) -> Bool {
    let rows = (2..<terminal.screen.size.rows).map { terminal.row($0) }
    let name = words(answer.label)
    guard !answer.isBelow, let label = rows.firstIndex(where: { $0.contains(name) }) else { return false }
    let own = rows[(label + 1)...].prefix { !$0.allSatisfy(\.isWhitespace) }
    let isLeft = !rows[label].hasPrefix(" ▸")
    return isLeft && !own.joined(separator: " ").contains("! " + words(wrong.error, wrong.values).prefix(12))
  }

  /// Goes to the button and saves; the form is gone when it was.
  func save() -> Bool {
    guard expect("not on the button", { $0.row($0.cursor.row).contains("▸ [ " + words["form.submit"]) }) else {
      return false
    }
    terminal.send(.enter)
    if !row.question.isEmpty {
      guard expect("no question", { $0.row($0.cursor.row).contains("[ ") && $0.screenText.contains("╭") }) else {
        return false
      }
      terminal.send(row.question)
    }
    return expect("not saved") { !isForm($0) }
  }

  /// Kills the program at once.
  func kill() {
    terminal.kill(9)
    #expect(terminal.waitForExit() == .signalled(9), about)
  }
}
