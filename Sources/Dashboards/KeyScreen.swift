import Canvas
import Language
import Widgets

/// A place with keys of its own, by the name that settings give it.
public enum KeyScreen: String, CaseIterable, Sendable {
  /// What works on every screen.
  case everywhere
  /// The overview's list.
  case overview
  /// The overview's search field.
  case search
  /// The overview's filters.
  case filters
  /// One placement.
  case triptych
  /// One item of it.
  case item
  /// What is mine to do.
  case todo
  /// The agenda.
  case agenda
  /// The history.
  case history
  /// The choices of the beginning.
  case welcome
  /// What an import would do.
  case report
  /// The people of a placement.
  case people
  /// The employers.
  case employers
  /// Their search field.
  case employerSearch
  /// An employer, a workplace or a student.
  case register
  /// The entries of a placement.
  case entries
  /// One of them.
  case entry
  /// The workplace scans of a workplace.
  case scans
  /// A workplace scan that is being filled in.
  case wizard
  /// The questions of a scan that was handed in.
  case judgement
  /// One of them.
  case question
  /// The conditions of a scan.
  case conditions
  /// What a scan comes to.
  case outcome
  /// Two scans side by side.
  case compare
  /// A text to read, such as the help.
  case reading
  /// The explanation, where it can be ticked off.
  case explanation
  /// What the newest version of the duties changes.
  case move
  /// A form.
  case form

  /// Its keys as the program has them.
  func bindings(_ words: Words) -> [Binding] {
    switch self {
    case .everywhere: Keys.common(words)
    case .overview: Keys.overview(words).bindings
    case .search: Keys.search(words).bindings
    case .filters: Keys.filters(words).bindings
    case .triptych: Keys.triptych(words).bindings
    case .item: Keys.item(words).bindings
    case .todo: Keys.mine(words).bindings
    case .agenda: Keys.agenda(words).bindings
    case .history: Keys.history(words).bindings
    case .welcome: Keys.welcome(words).bindings
    case .report: Keys.report(words).bindings
    case .people: Keys.people(words).bindings
    case .employers: Keys.employers(words).bindings
    case .employerSearch: Keys.employerSearch(words).bindings
    case .register: Keys.register(words).bindings
    case .entries: Keys.entries(words).bindings
    case .entry: Keys.entry(words).bindings
    case .scans: Keys.scanList(words).bindings
    case .wizard: Keys.wizard(words).bindings
    case .judgement: Keys.judgement(words).bindings
    case .question: Keys.question(words).bindings
    case .conditions: Keys.conditions(words).bindings
    case .outcome: Keys.outcome(words).bindings
    case .compare: Keys.compare(words).bindings
    case .reading: Keys.reading(words).bindings
    case .explanation: Keys.explanation(words).bindings
    case .move: Keys.modelMove(words).bindings
    case .form: Keys.form(words).bindings
    }
  }

  /// Whether letters are text here.
  var isForTyping: Bool { self == .search || self == .employerSearch || self == .form || self == .wizard }

  /// Whether a key types or moves in a text field.
  static func isTyping(_ key: Key) -> Bool {
    switch key {
    case .character, .backspace, .delete, .left, .right, .wordLeft, .wordRight, .home, .end: true
    case .control(let letter): "abdefkuwyz".contains(letter)
    case .alt(let letter): "bf".contains(letter)
    default: false
    }
  }

  /// Whether a key does something in the fields here, so that no command can have it.
  func needs(_ key: Key) -> Bool {
    switch key {
    case .enter, .tab, .backTab, .escape, .up, .down, .pageUp, .pageDown, .function(4), .function(5), .control("_"),
      .control("r"):
      self == .form || self == .wizard
    default: isForTyping && Self.isTyping(key)
    }
  }
}
