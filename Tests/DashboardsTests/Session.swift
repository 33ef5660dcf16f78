import Canvas
import Language
import Testing
import WerkendLeren
import Widgets

@testable import Dashboards

/// The application with a store in memory behind it: events go in, canvases come out.
struct Session {
  var app: App
  var store: FakeStore
  /// Whether the application asked to leave.
  var hasQuit = false

  init(
    _ store: FakeStore, language: Language = .dutch, size: Size = Size(columns: 80, rows: 24), theme: Theme = .plain,
    isPlain: Bool = false, keyMap: KeyMap = .standard, rhythmWeeks: Int? = nil
  ) {
    self.store = store
    self.store.firstOfSession = Int64(store.changes.count)
    app = App(
      words: Words(language), viewer: store.viewer, today: store.today, size: size, theme: theme, isPlain: isPlain,
      hasMouse: true, gates: store.model.gates, keyMap: keyMap, rhythmWeeks: rhythmWeeks)
    run(app.firstEffects)
  }

  /// Carries out effects and what follows from their answers.
  mutating func run(_ effects: [Effect]) {
    var waiting = effects
    var steps = 0
    while !waiting.isEmpty, steps < 1000 {
      let effect = waiting.removeFirst()
      if effect == .quit { hasQuit = true }
      if let message = store.answer(effect) { waiting += app.update(message) }
      steps += 1
    }
    if steps >= 1000 {
      let asked = store.asked.suffix(3)
      Issue.record("effects that never end: \(asked)")
    }
  }

  mutating func send(_ event: Event) { run(app.update(.event(event))) }

  mutating func doubleClick(column: Int, row: Int) {
    let place = Point(column: column, row: row)
    send(.mouse(MouseEvent(action: .press, place: place)))
    send(.mouse(MouseEvent(action: .release, place: place)))
    send(.mouse(MouseEvent(action: .press, place: place, isDouble: true)))
  }

  mutating func press(_ keys: Key...) { for key in keys { send(.key(key)) } }

  mutating func press(_ key: Key, times: Int) { for _ in 0..<times { send(.key(key)) } }

  mutating func type(_ text: String) { for character in text { send(.key(.character(character))) } }

  mutating func resize(_ columns: Int, _ rows: Int) { send(.resize(Size(columns: columns, rows: rows))) }

  var canvas: Canvas { app.view() }
  var text: String { canvas.text }

  /// One row of the screen.
  func line(_ row: Int) -> String {
    canvas.cells(inRow: row).map(\.text).joined()
  }

  /// The row on which the cursor stands.
  var cursorLine: String { canvas.cursor.map { line($0.row) } ?? "" }
  /// The line that says what happened.
  var noticeLine: String { line(app.size.rows - 2) }

  /// The screen with every run of spaces and line breaks as one space: for texts that may be wrapped.
  var said: String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// Opens a placement of the overview by its student.
  mutating func open(_ student: String) {
    press(.character("/"))
    type(student)
    press(.enter, .enter)
  }

  /// Goes to an item of the open triptych.
  mutating func go(to duty: String) {
    guard case .triptych(var screen) = app.top else {
      Issue.record("no triptych for \(duty)")
      return
    }
    screen.select(DutyID(duty), wording: app.wording)
    screen.settle(size: app.size, wording: app.wording)
    app.top = .triptych(screen)
  }

  /// What is derived of a duty of the open placement now.
  func item(_ duty: String, of placement: Int64 = Fixture.amira) -> Item? {
    store.snapshot(placement)?.derivation[DutyID(duty)]
  }

  var isForm: Bool { if case .form = app.top { true } else { false } }
  var isTriptych: Bool { if case .triptych = app.top { true } else { false } }
}

/// A generator that gives the same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
