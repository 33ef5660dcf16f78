import Canvas
import Language
import WerkendLeren
import Widgets

/// Filling in a workplace scan: keys, going from question to question, saving when one is left.
extension App {
  mutating func take(_ event: Event, _ screen: WizardScreen) -> [Effect] {
    if case .key(let key) = event, let command = keys.command(for: key) { return runOnWizard(command, screen) }
    guard screen.snapshot != nil else { return event == .key(.escape) ? closeWizard() : [] }
    guard screen.page == .questions else { return takeOnPage(event, screen) }
    var screen = screen
    if case .mouse(let mouse) = event, mouse.action == .press, let number = screen.section(at: mouse.place, size) {
      return goTo(section: number, screen)
    }
    let before = screen.focusedQuestion
    if screen.form.goesAbove(event) { return goBack(screen) }
    let field = screen.form.focusedField?.id
    let outcome = screen.form.handle(event, in: screen.formRect(size), fold: TextDoor.folded)
    if event == .key(.tab), before == nil, outcome == .unchanged { return goOn(screen) }
    if outcome == .changed || outcome == .submitted { follow(event, before, &screen) }
    switch outcome {
    case .submitted where screen.focusedQuestion == before: return goOn(screen)
    case .closed: return leaveWizard(screen)
    default: break
    }
    var effects: [Effect] = []
    if let before, before == screen.focusedQuestion, field != screen.form.focusedField?.id {
      // From one part of a person to another: what is wrong is said where it was left.
      screen.left.insert(before)
      screen.settle(context)
    }
    if screen.focusedQuestion != before {
      effects = leave(before, &screen)
      effects += arrive(&screen)
    }
    top = .wizard(screen)
    return effects
  }

  /// Something was answered: questions may have come below it, and whoever goes on comes to those first.
  private func follow(_ event: Event, _ answered: QuestionID?, _ screen: inout WizardScreen) {
    let before = screen.form.fields.map(\.id)
    guard let answered, screen.focusedQuestion != answered || event == .key(.enter) else {
      screen.changed(context)
      return
    }
    // The answer is read where it stands.
    let went = screen.form.focusedField?.id
    let last = screen.form.fields.last { WizardFields.question(of: $0.id) == answered }?.id
    if let last { screen.form.focus(on: last) }
    screen.settle(context)
    let fields = screen.form.fields
    if fields.map(\.id) != before,
      let place = fields.lastIndex(where: { WizardFields.question(of: $0.id) == answered }),
      let next = fields.dropFirst(place + 1).first(where: \.isAsked)
    {
      screen.form.focus(on: next.id)
    } else if let went {
      screen.form.focus(on: went)
    } else {
      screen.form.focusOnButton()
    }
  }

  private mutating func takeOnPage(_ event: Event, _ screen: WizardScreen) -> [Effect] {
    var screen = screen
    if case .mouse(let mouse) = event, mouse.action == .press, screen.isButton(mouse.place, size) {
      return press(screen)
    }
    switch event {
    case .key(.enter), .key(.tab), .key(.character(" ")): return press(screen)
    case .key(.escape), .key(.backTab):
      guard screen.page == .handIn else { return event == .key(.escape) ? closeWizard() : [] }
      return goTo(section: (screen.questionnaire?.sections.count ?? 1) - 1, screen, atEnd: true)
    default:
      _ = screen.text.handle(event, in: WizardScreen.textRect(size))
      top = .wizard(screen)
      return []
    }
  }

  /// The button of a page.
  private mutating func press(_ screen: WizardScreen) -> [Effect] {
    switch screen.page {
    case .intro: return begin(screen)
    // With something that is not saved yet one does not hand in.
    case .handIn: return screen.drafts.isEmpty ? [step(.submit, of: screen)] : handIn(screen)
    case .closing: return closeWizard()
    case .questions: return []
    }
  }

  /// The first question: where one was, else the first that is open after the last answer.
  mutating func begin(_ screen: WizardScreen) -> [Effect] {
    guard let snapshot = screen.snapshot else { return [] }
    let reading = snapshot.reading
    if let place = snapshot.place, reading.isShown(place) { return go(to: place, screen) }
    let questions = snapshot.questionnaire
    // What was copied is to be looked at from the beginning.
    if snapshot.records.scan.copiedFrom != nil { return reading.shown.first.map { go(to: $0.id, screen) } ?? [] }
    let newest = snapshot.records.answers.max {
      ($0.moment, questions.place(of: $0.question) ?? 0) < ($1.moment, questions.place(of: $1.question) ?? 0)
    }
    let first = reading.nextOpen(after: newest?.question) ?? reading.shown.first?.id
    return first.map { go(to: $0, screen) } ?? []
  }

  /// What a key, a click on the bottom line or the palette does while a scan is filled in.
  mutating func runOnWizard(_ command: String, _ screen: WizardScreen) -> [Effect] {
    switch command {
    case "close": return take(.key(.escape), screen)
    case "next": return take(.key(.tab), screen)
    case "previous": return take(.key(.backTab), screen)
    case "toggle": return take(.key(.character(" ")), screen)
    case "onderdelen": return showSections(screen)
    case "eerste-open":
      guard let reading = screen.live(context) else { return [] }
      return reading.nextOpen(after: screen.focusedQuestion).map { go(to: $0, screen) } ?? handIn(screen)
    case "submit": return handIn(screen)
    case "editor":
      guard case .prose = screen.form.focusedField?.kind, let field = screen.form.focusedField else {
        notice = Notice(text: words["editor.onlyText"], kind: .refused)
        return []
      }
      return [.editText(screen.value(of: field.id))]
    case "choose":
      guard case .date = screen.form.focusedField?.kind, let field = screen.form.focusedField else { return [] }
      let day = FieldCheck(words: words, today: today).day(field, screen.value(of: field.id))
      let name = WizardFields.question(of: field.id).text
      overlay = .calendar(CalendarBox(field: field.id, title: name, day: day, today: today))
      return []
    case "help", "palette": return run(command)
    default: return []
    }
  }

  // MARK: - Leaving and coming

  /// A question is left: its answer goes to the store, if it is another and can be one.
  private mutating func leave(_ id: QuestionID?, _ screen: inout WizardScreen) -> [Effect] {
    guard let id, let question = screen.questionnaire?[id] else { return [] }
    screen.left.insert(id)
    screen.problem = nil
    let ids = screen.ids(of: id, context)
    let answer = screen.answer(to: question, context)
    // Whoever typed nothing writes nothing, whatever others did meanwhile.
    let entered = screen.entered.flatMap { $0.question == id ? $0 : nil }
    let isUntouched =
      entered.map { .success($0.answer) == answer } ?? false && ids.allSatisfy { screen.drafts[$0] == nil }
    let isSame = isUntouched || .success(screen.sheet[id]) == answer
    for field in ids { screen.drafts[field] = isSame ? nil : screen.value(of: field) }
    if isUntouched { screen.show(id, context) }
    defer { screen.settle(context) }
    guard !isSame, case .success(let answer) = answer else { return [] }
    screen.pending[id] = .some(answer)
    let seen = entered?.seen ?? screen.snapshot?.seen
    return [
      .scan(
        .step(ScanStepRequest(scan: screen.scan, placement: screen.placement, step: .answer([id: answer]), seen: seen)))
    ]
  }

  /// The cursor came to a question: what it holds now is remembered, and that one is there.
  private mutating func arrive(_ screen: inout WizardScreen) -> [Effect] {
    guard let id = screen.focusedQuestion, let snapshot = screen.snapshot else {
      screen.entered = nil
      return []
    }
    screen.entered = .init(question: id, answer: screen.sheet[id], seen: snapshot.seen)
    return [.scan(.keepPlace(scan: screen.scan, id))]
  }

  /// Goes to a question, in whatever section.
  mutating func go(to id: QuestionID, _ screen: WizardScreen) -> [Effect] {
    guard let sections = screen.questionnaire?.sections,
      let place = sections.firstIndex(where: { $0.questions.contains { $0.id == id } })
    else { return [] }
    var screen = screen
    let effects = leave(screen.focusedQuestion, &screen)
    screen.section = place
    screen.openSection(context)
    if let field = screen.ids(of: id, context).first { screen.form.focus(on: field) }
    screen.settle(context)
    let arriving = arrive(&screen)
    top = .wizard(screen)
    return effects + arriving
  }

  /// Goes to a section: to its first open question, else its first; coming back, to its last.
  private mutating func goTo(section number: Int, _ screen: WizardScreen, atEnd: Bool = false) -> [Effect] {
    guard let reading = screen.live(context), let sections = screen.questionnaire?.sections,
      sections.indices.contains(number)
    else { return [] }
    let shown = sections[number].questions.filter { reading.isShown($0.id) }
    let wanted = atEnd ? shown.last : shown.first { reading.answer($0.id) == nil } ?? shown.first
    return wanted.map { go(to: $0.id, screen) } ?? []
  }

  private mutating func goBack(_ screen: WizardScreen) -> [Effect] {
    guard let reading = screen.live(context), let sections = screen.questionnaire?.sections else { return [] }
    let earlier = sections.prefix(screen.section).flatMap(\.questions).last { reading.isShown($0.id) }
    guard let earlier else { return [] }
    let effects = go(to: earlier.id, screen)
    // A person is entered from below.
    if case .wizard(var screen) = top, let last = screen.ids(of: earlier.id, context).last {
      screen.form.focus(on: last)
      top = .wizard(screen)
    }
    return effects
  }

  /// From the end of a section: the first open question behind it; with none, handing in.
  private mutating func goOn(_ screen: WizardScreen) -> [Effect] {
    guard let reading = screen.live(context), let sections = screen.questionnaire?.sections else { return [] }
    let later = sections.dropFirst(screen.section + 1).flatMap(\.questions).first {
      reading.isShown($0.id) && reading.answer($0.id) == nil
    }
    return later.map { go(to: $0.id, screen) } ?? handIn(screen)
  }

  /// The page before handing in, or the list of what is missing.
  private mutating func handIn(_ screen: WizardScreen) -> [Effect] {
    var screen = screen
    let effects = leave(screen.focusedQuestion, &screen)
    screen.entered = nil
    let problems = screen.problems(context, except: effects.isEmpty ? nil : screen.focusedQuestion)
    guard problems.isEmpty else {
      screen.left.formUnion(problems.map(\.question.id))
      screen.settle(context)
      let arriving = arrive(&screen)
      top = .wizard(screen)
      overlay = .errors(
        JumpList(
          title: words("wizard.problems", ["count": String(problems.count)]),
          entries: problems.map { .init(id: $0.question.id.text, label: $0.question.id.text, text: $0.text) }))
      return effects + arriving
    }
    screen.page = .handIn
    screen.fillText(context, school: nil)
    top = .wizard(screen)
    return effects
  }

  /// The sections to choose from.
  private mutating func showSections(_ screen: WizardScreen) -> [Effect] {
    guard let questionnaire = screen.questionnaire else { return [] }
    let entries = zip(questionnaire.sections, screen.progress.sections).map { section, progress in
      JumpList.Entry(
        id: "section:\(section.id)", label: section.id,
        text: words(
          progress.isDone ? "wizard.section.done" : "wizard.section.open",
          [
            "title": words.text(section.title), "answered": String(progress.answered), "count": String(progress.shown),
          ]))
    }
    overlay = .errors(JumpList(title: words["wizard.sections"], entries: entries, selection: screen.section))
    return []
  }

  /// What was chosen from a list: a section or a question.
  mutating func jump(to id: String, _ screen: WizardScreen) -> [Effect] {
    guard id.hasPrefix("section:") else { return go(to: QuestionID(id), screen) }
    let number = screen.questionnaire?.sections.firstIndex { $0.id == id.dropFirst("section:".count) }
    return number.map { goTo(section: $0, screen) } ?? []
  }

  // MARK: - Closing

  private func step(_ step: ScanStep, of screen: WizardScreen) -> Effect {
    .scan(
      .step(
        ScanStepRequest(
          scan: screen.scan, placement: screen.placement, step: step, seen: screen.snapshot?.seen)))
  }

  /// Escape: what stands in the field is saved first.
  private mutating func leaveWizard(_ screen: WizardScreen) -> [Effect] {
    var screen = screen
    let effects = leave(screen.focusedQuestion, &screen)
    screen.isLeaving = !effects.isEmpty
    top = .wizard(screen)
    return effects.isEmpty ? endWizard() : effects
  }

  /// Closes, unless something was typed that is not saved: then it asks.
  mutating func endWizard() -> [Effect] {
    guard case .wizard(var screen) = top else { return [] }
    screen.isLeaving = false
    top = .wizard(screen)
    guard !screen.drafts.isEmpty else { return closeWizard() }
    let names = Set(screen.drafts.keys.map(WizardFields.question)).sorted().map(\.text).joined(separator: ", ")
    overlay = .dialog(
      Dialog(
        title: words["title.scan"], lines: [words("wizard.leave", ["questions": names])],
        choices: [
          .init(id: "stay", label: words["form.leave.stay"]),
          .init(id: "leave", label: words["wizard.leave.anyway"], isDestructive: true),
        ]), .leaveWizard)
    return []
  }

  mutating func closeWizard() -> [Effect] {
    guard case .wizard = top, screens.count > 1 else { return [] }
    screens.removeLast()
    return reload
  }
}
