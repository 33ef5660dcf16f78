import Canvas
import Language
import WerkendLeren
import Widgets

/// Filling in forms: keys, leaving a field, leaving the form, saving.
extension App {
  /// Opens a form above the screen that is seen.
  /// - Returns: What has to be read for it, such as the names that it offers.
  @discardableResult
  mutating func open(_ kind: FormKind, on other: PlacementSnapshot? = nil) -> [Effect] {
    let placement = kind.isOfPlacement ? other ?? snapshot : nil
    let kind = kind.settled(in: placement)
    let building = FormBuilding(
      kind: kind, snapshot: placement, words: words, viewer: viewer, today: today,
      rhythmWeeks: rhythmWeeks)
    var (name, seen) = (kind.isShared ? nil : placement?.records.student.name, placement?.seen)
    if case .judge(let form) = kind { (name, seen) = (form.scan.employer, form.scan.seen) }
    var screen = FormScreen(
      kind: kind, title: building.title, placement: placement?.id, student: name, seen: seen, form: building.form)
    screen.readDates(words: words, today: today)
    screen.remark = remark(of: screen) ?? ""
    screens.append(.form(screen))
    return Set(screen.offers.values).sorted { $0.rawValue < $1.rawValue }.map(Effect.loadNames) + counting(for: kind)
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
    let outcome = screen.form.handle(event, in: screen.rect(size), fold: TextDoor.folded)
    if outcome == .changed, let left { takeAwayError(at: left.id, of: &screen) }
    var effects: [Effect] = []
    if let left, left.id != screen.form.focusedField?.id {
      leave(left, of: &screen)
      effects = lookups(leaving: left.id, of: screen)
    }
    screen.readDates(words: words, today: today)
    screen.remark = remark(of: screen) ?? screen.remark
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
    case "choose": return choose(screen)
    case "help", "palette": return run(command)
    default: return []
    }
  }

  /// F3: the calendar of a date, or all that a field that searches offers.
  private mutating func choose(_ screen: FormScreen) -> [Effect] {
    guard let field = screen.form.focusedField else { return [] }
    if case .date = field.kind {
      let day = screen.form.value(of: field).flatMap { FieldCheck(words: words, today: today).day(field, $0) }
      overlay = .calendar(CalendarBox(field: field.id, title: field.label, day: day, today: today))
    } else {
      var screen = screen
      screen.form.showAllSuggestions()
      top = .form(screen)
    }
    return []
  }

  /// A day was chosen in the calendar.
  mutating func fill(_ field: String, with day: Day) -> [Effect] {
    if case .wizard(var screen) = top {
      screen.form.set(day.written, for: field)
      screen.changed(context)
      top = .wizard(screen)
    }
    guard case .form(var screen) = top else { return [] }
    screen.form.set(day.written, for: field)
    takeAwayError(at: field, of: &screen)
    screen.readDates(words: words, today: today)
    top = .form(screen)
    return []
  }

  /// Takes an error away that was mended; one that still holds stays as it is until the field is left.
  private func takeAwayError(at field: String, of screen: inout FormScreen) {
    guard !(screen.form.errors[field] ?? "").isEmpty, errors(in: screen)[field] == nil else { return }
    screen.form.errors[field] = nil
    if screen.form.wrongFields.isEmpty { screen.problem = nil }
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
      let entries = screen.form.fields.compactMap { field in
        errors[field.id].map { JumpList.Entry(id: field.id, label: field.label, text: $0) }
      }
      if entries.count > 1 {
        overlay = .errors(
          JumpList(title: words("form.errors.title", ["count": String(errors.count)]), entries: entries))
      }
      return []
    case .step(let step):
      screen.form.errors = [:]
      top = .form(screen)
      return request(step, of: screen)
    case .viewer(let role, let name):
      screen.form.errors = [:]
      top = .form(screen)
      return [.chooseViewer(role: role, name: name)]
    case .group(let request):
      screen.form.errors = [:]
      if request.orders.isEmpty { screen.problem = words["group.noItems"] }
      top = .form(screen)
      return request.orders.isEmpty ? [] : [.tryGroup(request)]
    case .importFile(let path):
      screen.form.errors = [:]
      top = .form(screen)
      return [.importFile(path: path, isTrial: true)]
    case .creation(var new):
      new.rhythmWeeks = rhythmWeeks
      screen.form.errors = [:]
      top = .form(screen)
      return [.create(new)]
    case .command(let command):
      screen.form.errors = [:]
      top = .form(screen)
      guard let placement = screen.placement, !asksWhoThatIs(screen, command) else { return [] }
      return [.perform(PerformRequest(placement: placement, command: command, seen: screen.seen))]
    }
  }
}

// MARK: - When the store fails

extension App {
  /// The store could not write: it can be tried again, and what was typed can be kept in a file meanwhile.
  mutating func offerFile(_ again: Effect, because text: String) {
    guard case .form(let screen) = top else { return }
    overlay = .dialog(
      Dialog(
        title: screen.title, lines: [text, words["form.failed.kept"]],
        choices: [
          .init(id: "again", label: words["form.failed.again"]), .init(id: "file", label: words["form.failed.file"]),
          .init(id: "stay", label: words["form.leave.stay"]),
        ]), .storeFailed(again))
  }

  /// What was typed in a form, as text to keep: which form, whose placement, and each answer below its label.
  func typed(in screen: FormScreen) -> String {
    var lines = [screen.title, DateWords(words).long(today)]
    if let student = screen.student { lines.insert(student, at: 0) }
    for field in screen.form.fields {
      guard let value = screen.form.value(of: field) else { continue }
      var answer = value
      switch field.kind {
      case .choice(let choices), .search(let choices, _): answer = choices.first { $0.id == value }?.label ?? value
      case .yesNo(let yes, let no): answer = value.isEmpty ? "" : value == "true" ? yes : no
      case .tick: answer = value == "true" ? "[x]" : "[ ]"
      default: break
      }
      lines += ["", field.label + ":", answer]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What was typed stands in a file, or could not be written there either.
  mutating func kept(_ path: String?, _ problem: String) {
    if case .wizard(var screen) = top {
      let text = path.map { words("form.failed.written", ["path": $0]) } ?? problem
      if screen.page == .questions { screen.problem = text } else { notice = Notice(text: text, kind: .refused) }
      top = .wizard(screen)
    }
    guard case .form(var screen) = top else { return }
    screen.problem = path.map { words("form.failed.written", ["path": $0]) } ?? problem
    top = .form(screen)
  }
}

extension Day {
  /// `1-9-2027`, as people write it.
  var written: String {
    let parts = civil
    return "\(parts.day)-\(parts.month)-\(parts.year)"
  }
}
