import Canvas
import Language
import WerkendLeren
import Widgets

/// Filling in forms: keys, leaving a field, leaving the form, saving.
extension App {
  /// Opens a form above the screen that is seen.
  /// - Returns: What has to be read for it, such as the names that it offers.
  @discardableResult
  mutating func open(_ kind: FormKind) -> [Effect] {
    let placement = kind.isOfPlacement ? snapshot : nil
    let building = FormBuilding(kind: kind, snapshot: placement, words: words, viewer: viewer, today: today)
    var screen = FormScreen(
      kind: kind, title: building.title, placement: placement?.id, seen: placement?.seen, form: building.form)
    screen.readDates(words: words, today: today)
    screens.append(.form(screen))
    return Set(screen.offers.values).sorted { $0.rawValue < $1.rawValue }.map(Effect.loadNames)
  }

  /// Names that were asked for have been read: forms that offer them do.
  mutating func take(_ names: [String], of list: NameList) {
    for index in screens.indices {
      guard case .form(var screen) = screens[index] else { continue }
      let choices = names.map { FormField.Choice(id: $0, label: $0, folded: TextDoor.folded($0)) }
      for (field, offered) in screen.offers where offered == list { screen.form.setChoices(choices, for: field) }
      screens[index] = .form(screen)
    }
  }

  mutating func take(_ event: Event, _ screen: FormScreen) -> [Effect] {
    if case .key(let key) = event, let command = keys.command(for: key) {
      return runOnForm(command, screen)
    }
    var screen = screen
    let left = screen.form.focusedField
    let outcome = screen.form.handle(event, in: FormScreen.rect(size), fold: TextDoor.folded)
    if outcome == .changed, let id = left?.id, !(screen.form.errors[id] ?? "").isEmpty, errors(in: screen)[id] == nil {
      screen.form.errors[id] = nil
    }
    var effects: [Effect] = []
    if let left, left.id != screen.form.focusedField?.id {
      leave(left, of: &screen)
      effects = lookups(leaving: left.id, of: screen)
    }
    screen.readDates(words: words, today: today)
    top = .form(screen)
    switch outcome {
    case .submitted: return submit(screen)
    case .closed: return leave(screen)
    case .changed, .unchanged: return effects
    }
  }

  /// What a key or a click on the bottom line does in a form.
  mutating func runOnForm(_ command: String, _ screen: FormScreen) -> [Effect] {
    switch command {
    case "submit": return submit(screen)
    case "close": return take(.key(.escape), screen)
    case "next": return take(.key(.tab), screen)
    case "previous": return take(.key(.backTab), screen)
    case "toggle": return take(.key(.character(" ")), screen)
    case "choose":
      var screen = screen
      screen.form.showAllSuggestions()
      top = .form(screen)
      return []
    case "help", "palette": return run(command)
    default: return []
    }
  }

  /// A field was left: its date is written out, and what is wrong is said there, also at fields that were judged before
  /// or filled in.
  func leave(_ field: FormField, of screen: inout FormScreen) {
    let check = FieldCheck(words: words, today: today)
    if case .date = field.kind, let text = screen.form.value(of: field), let day = check.day(field, text),
      day.written != text
    {
      screen.form.set(day.written, for: field.id)
    }
    screen.left.insert(field.id)
    let values = screen.form.values
    screen.form.errors = errors(in: screen).filter { id, _ in
      screen.left.contains(id) || !(values[id] ?? "").isEmpty
    }
    if screen.form.errors.isEmpty { screen.problem = nil }
  }

  /// Everything that is wrong in a form now.
  func errors(in screen: FormScreen) -> [String: String] {
    let outcome = FormReading.read(kind: screen.kind, form: screen.form, words: words, viewer: viewer, today: today)
    guard case .wrong(let errors) = outcome else { return screen.refusedErrors }
    return errors.merging(screen.refusedErrors) { first, _ in first }
  }

  private mutating func leave(_ screen: FormScreen) -> [Effect] {
    guard screen.isChanged else {
      screens.removeLast()
      return []
    }
    overlay = .dialog(
      Dialog(
        title: screen.title, lines: [words["form.leave"]],
        choices: [
          .init(id: "stay", label: words["form.leave.stay"]), .init(id: "save", label: words["form.leave.save"]),
          .init(id: "discard", label: words["form.leave.discard"], isDestructive: true),
        ]), .leaveForm)
    return []
  }

  mutating func submit(_ screen: FormScreen) -> [Effect] {
    var screen = screen
    screen.problem = nil
    let outcome = FormReading.read(
      kind: screen.kind, form: screen.form, words: words, viewer: viewer, today: today)
    switch outcome {
    case .wrong(let errors):
      screen.left.formUnion(errors.keys)
      screen.form.errors = errors
      screen.form.focusOnFirstError()
      screen.problem = words("form.errors", ["count": String(errors.count)])
      top = .form(screen)
      return []
    case .viewer(let role, let name):
      screen.form.errors = [:]
      top = .form(screen)
      return [.chooseViewer(role: role, name: name)]
    case .creation(let new):
      screen.form.errors = [:]
      top = .form(screen)
      return [.create(new)]
    case .command(let command):
      screen.form.errors = [:]
      top = .form(screen)
      guard let placement = screen.placement else { return [] }
      return [.perform(PerformRequest(placement: placement, command: command, seen: screen.seen))]
    }
  }
}

extension Day {
  /// `1-9-2027`, as people write it.
  var written: String {
    let parts = civil
    return "\(parts.day)-\(parts.month)-\(parts.year)"
  }
}
