import Canvas
import Dashboards
import Language
import StateStore
import Terminal
import WerkendLeren

/// The loop that ties the terminal, the application and the store together: one thread, no timer but the store's tick.
struct SessionLoop {
  /// How often another session's changes are looked for.
  private static let tickMilliseconds = 1000

  let terminal: Terminal
  var app: App
  var answers: StoreAnswers
  let request: OpenRequest
  private var tick: Int64
  private var today: Day
  /// Whether the person left for the examples.
  private(set) var wantsDemonstration = false

  init(terminal: Terminal, app: App, request: OpenRequest) {
    self.terminal = terminal
    self.app = app
    self.request = request
    answers = StoreAnswers(
      store: request.store, clock: request.clock, words: request.words, model: request.model, places: request.places,
      viewer: request.viewer)
    tick = (try? request.store.changeTick()) ?? 0
    today = app.today
  }

  /// Runs until the person leaves or the terminal goes.
  mutating func run() {
    if carryOut(app.firstEffects) { return }
    terminal.paint(app.view())
    while true {
      let events = terminal.nextEvents(timeoutMilliseconds: Self.tickMilliseconds)
      if events.isEmpty {
        if !lookAround() { continue }
      } else if take(events) {
        return
      }
      terminal.paint(app.view())
    }
  }

  /// Takes events in their order; true when it is time to leave.
  private mutating func take(_ events: [Event]) -> Bool {
    let now = request.clock.now().today
    if now != today {
      today = now
      if carryOut(app.update(.today(now))) { return true }
    }
    for event in events {
      if event == .ended { return true }
      if carryOut(app.update(.event(event))) { return true }
    }
    return false
  }

  /// Looks whether somebody else changed the store, or a day began; false when nothing has to be painted.
  private mutating func lookAround() -> Bool {
    var changed = false
    let now = request.clock.now().today
    if now != today {
      today = now
      _ = carryOut(app.update(.today(now)))
      changed = true
    }
    if let current = try? request.store.changeTick(), current != tick {
      tick = current
      _ = carryOut(app.update(.storeChanged))
      changed = true
    }
    return changed
  }

  /// Takes a file in, or tries it. A long one shows how far it is, and Esc breaks it off.
  private mutating func importFile(_ path: String, isTrial: Bool) -> [Effect] {
    let work = ScreenImport(
      store: request.store, viewer: answers.viewer, words: request.words, clock: request.clock)
    var last = ContinuousClock.now
    let answer = work.run(path, isTrial: isTrial) { lines in
      guard last.duration(to: .now) > .milliseconds(200) else { return true }
      last = .now
      _ = app.update(.importProgress(lines))
      terminal.paint(app.view())
      let events = terminal.nextEvents(timeoutMilliseconds: 0)
      return !events.contains { [.key(.escape), .key(.control("c")), .ended].contains($0) }
    }
    return app.update(.imported(path: path, isTrial: isTrial, answer))
  }

  /// Carries out a command for several placements, or tries it. A long one shows how far it is, and Esc breaks it off.
  private mutating func group(_ request: GroupRequest, agreed: GroupOutcome?) -> [Effect] {
    let answers = answers
    var last = ContinuousClock.now
    let answer = answers.group(request, agreed: agreed) { count in
      guard last.duration(to: .now) > .milliseconds(200) else { return true }
      last = .now
      _ = app.update(.groupProgress(count, of: request.orders.count, isUndo: false))
      terminal.paint(app.view())
      let events = terminal.nextEvents(timeoutMilliseconds: 0)
      return !events.contains { [.key(.escape), .key(.control("c")), .ended].contains($0) }
    }
    return app.update(.grouped(request, agreed: agreed, answer))
  }

  /// Takes back what was done last, or does it again; for many at once it shows how far it is.
  private mutating func undo(redo: Bool) -> [Effect] {
    let answers = answers
    var last = ContinuousClock.now
    let message = answers.undone(redo: redo) { count, total in
      guard last.duration(to: .now) > .milliseconds(200) else { return }
      last = .now
      _ = app.update(.groupProgress(count, of: total, isUndo: true))
      terminal.paint(app.view())
    }
    return app.update(message)
  }

  /// Carries out effects, and those that follow from their answers; true when it is time to leave.
  private mutating func carryOut(_ effects: [Effect]) -> Bool {
    var waiting = effects[...]
    while let effect = waiting.popFirst() {
      switch effect {
      case .quit: return true
      case .suspend: terminal.suspend()
      case .setMouse(let on): terminal.setMouse(on)
      case .repaint: terminal.repaint()
      case .keepTyped(let text): waiting += app.update(TypedTextFile.keep(text, on: today, words: request.words))
      case .chooseViewer(let role, let name):
        switch request.remember(role, name) {
        case .success(let viewer):
          answers.viewer = viewer
          waiting += app.update(
            .viewerChanged(
              viewer,
              request.words("notice.viewer", ["name": viewer.name, "party": role.inSentence(request.words)])))
        case .failure(let problem): waiting += app.update(.viewerChanged(nil, problem.text))
        }
      case .editText(let text):
        let editor = OwnEditor(environment: programEnvironment, words: request.words)
        waiting += app.update(editor.edit(text, in: terminal))
      case .importFile(let path, let isTrial): waiting += importFile(path, isTrial: isTrial)
      case .tryGroup(let request): waiting += group(request, agreed: nil)
      case .performGroup(let request, let agreed): waiting += group(request, agreed: agreed)
      case .undo(let redo): waiting += undo(redo: redo)
      case .openDemonstration:
        wantsDemonstration = true
        return true
      case .listThemes, .tryTheme, .keepTheme:
        let themes = ThemeAnswers(shelf: request.themes, colors: terminal.colors)
        if let message = themes.answer(effect) { waiting += app.update(message) }
      default:
        if let message = answers.answer(effect) { waiting += app.update(message) }
      }
    }
    return false
  }
}
