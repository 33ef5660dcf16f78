import Canvas
import Language
import WerkendLeren
import Widgets

/// What the world answers while a workplace scan is filled in.
extension App {
  /// Changes each screen on which this scan is filled in.
  private mutating func onWizards(of scan: Int64, _ change: (inout WizardScreen) -> Void) {
    for index in screens.indices {
      guard case .wizard(var screen) = screens[index], screen.scan == scan else { continue }
      change(&screen)
      screens[index] = .wizard(screen)
    }
  }

  /// The name of the school's contact person of the placement that is open.
  private var schoolContact: String? { snapshot?.records.current(.schoolContact, on: today).first?.name }

  /// A scan was read, for the first time or because somebody changed the store.
  /// - Returns: What follows from that.
  mutating func takeForWizard(_ snapshot: ScanSnapshot) -> [Effect] {
    let context = context
    let school = schoolContact
    var told: String?
    var goesOn = false
    onWizards(of: snapshot.records.scan.id) { screen in
      guard screen.snapshot != nil else {
        screen.take(snapshot)
        screen.settle(context)
        screen.fillText(context, school: school)
        goesOn = screen.isBegun
        return
      }
      told = screen.renew(snapshot, context, school: school)
    }
    if let told { notice = Notice(text: told, kind: .note) }
    if case .wizard(var screen) = top, screen.page == .closing, !screen.drafts.isEmpty {
      // Handed in by another: what cannot be saved any more goes to a file.
      let text = typed(in: screen)
      screen.drafts = [:]
      top = .wizard(screen)
      return [.keepTyped(text)]
    }
    guard goesOn, case .wizard(let screen) = top, screen.scan == snapshot.records.scan.id else { return [] }
    return begin(screen)
  }

  /// What became of a step while a scan is filled in; nil where none is.
  mutating func steppedInWizard(_ request: ScanStepRequest, _ result: ScanStepResult) -> [Effect]? {
    guard case .wizard(let shown) = top, shown.scan == request.scan else { return nil }
    let context = context
    var answers: [QuestionID: Answer?] = [:]
    if case .answer(let given) = request.step { answers = given }
    onWizards(of: request.scan) { screen in for id in answers.keys { screen.pending[id] = nil } }
    switch result {
    case .saved(let change, let moment, let records):
      let school = schoolContact
      onWizards(of: request.scan) { screen in
        screen.saved(answers, change: change, moment: moment, records, context)
        guard request.step == .submit else { return }
        screen.page = .closing
        screen.settle(context)
        screen.fillText(context, school: school)
      }
      return shown.isLeaving ? endWizard() : []
    case .refused(let refusal) where refusal.kind == .nothingChanges:
      // Somebody else answered the same meanwhile.
      onWizards(of: request.scan) { screen in
        for id in answers.keys { for field in screen.ids(of: id, context) { screen.drafts[field] = nil } }
      }
      return [.scan(.load(request.scan))] + (shown.isLeaving ? endWizard() : [])
    case .refused(let refusal):
      stay()
      notice = Notice(text: RefusalWording(words: words, today: today).text(refusal, model: nil), kind: .refused)
      return [.scan(.load(request.scan))]
    case .conflict(let other):
      stay()
      ask(about: other, answers, request)
      return []
    case .failed(let text):
      stay()
      overlay = .dialog(
        Dialog(
          title: words["title.scan"], lines: [text, words["form.failed.kept"]],
          choices: [
            .init(id: "again", label: words["form.failed.again"]), .init(id: "file", label: words["form.failed.file"]),
            .init(id: "stay", label: words["form.leave.stay"]),
          ]), .storeFailed(.scan(.step(request))))
      return []
    }
  }

  private mutating func stay() {
    guard case .wizard(var screen) = top else { return }
    screen.isLeaving = false
    screen.settle(context)
    top = .wizard(screen)
  }

  /// Two people answered one question: both answers, and which of them it is to be.
  private mutating func ask(about other: ChangeLine, _ answers: [QuestionID: Answer?], _ request: ScanStepRequest) {
    guard case .wizard(let screen) = top, let (id, answer) = answers.first, let question = screen.questionnaire?[id]
    else { return }
    let row = other.rows.compactMap(\.after).first { $0.table == .scanAnswer }
      .flatMap { ScanAnswer(id: $0.id, values: $0.values) }
    func lines(_ answer: Answer?) -> [String] {
      let text = answer.map { words.answer($0, to: question) } ?? words["scans.noAnswer"]
      return text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
    }
    let theirs = row.flatMap { Answer($0.form, $0.value) }
    overlay = .dialog(
      Dialog(
        title: words("wizard.conflict", ["question": id.text]),
        lines: [words("wizard.conflict.theirs", ["name": other.actor])] + lines(theirs) + [
          "", words["wizard.conflict.yours"],
        ] + lines(answer) + ["", words["conflict.question"]],
        choices: [
          .init(id: "theirs", label: words["wizard.conflict.keep"]),
          .init(id: "mine", label: words["wizard.conflict.mine"], isDestructive: true),
        ], defaultChoice: "theirs"), .scanConflict(request))
  }

  /// Which of two answers it is to be.
  mutating func decided(scanConflict request: ScanStepRequest, _ id: String) -> [Effect] {
    guard case .wizard(var screen) = top, case .answer(let answers) = request.step else { return [] }
    if id == "mine" {
      var request = request
      request.seen = nil
      for (question, answer) in answers { screen.pending[question] = .some(answer) }
      top = .wizard(screen)
      return [.scan(.step(request))]
    }
    for question in answers.keys {
      for field in screen.ids(of: question, context) { screen.drafts[field] = nil }
      screen.show(question, context)
    }
    screen.settle(context)
    top = .wizard(screen)
    return [.scan(.load(request.scan))]
  }

  /// What was typed in a scan and is not saved, as text to keep.
  func typed(in screen: WizardScreen) -> String {
    var lines = [words["title.scan"], screen.snapshot?.employer ?? "", DateWords(words).long(today)]
    for question in screen.questionnaire?.questions ?? [] {
      let values = screen.ids(of: question.id, context).compactMap { screen.drafts[$0] }.filter { !$0.isEmpty }
      guard !values.isEmpty else { continue }
      lines += ["", "\(question.id.text)  \(words.text(question.text))"] + values
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text came back from the person's own editor.
  mutating func edited(_ text: String?, _ problem: String) -> [Effect] {
    guard case .wizard(var screen) = top, let field = screen.form.focusedField, case .prose = field.kind else {
      return []
    }
    guard let text else {
      notice = Notice(text: problem, kind: .refused)
      return []
    }
    screen.form.set(text, for: field.id)
    screen.changed(context)
    top = .wizard(screen)
    let lost = TextDoor.clean(text, lines: .many, limit: .max).count - screen.value(of: field.id).count
    guard lost > 0 else { return [] }
    // What does not fit is not thrown away.
    notice = Notice(text: words("editor.tooLong", ["limit": String(field.maximumLength)]), kind: .refused)
    return [.keepTyped(text)]
  }
}

extension WizardScreen {
  /// Whether it was begun before and nothing has to be told first: then it goes on where it was.
  var isBegun: Bool {
    guard let snapshot, snapshot.records.scan.state == .draft else { return false }
    if snapshot.place != nil { return true }
    return snapshot.records.scan.copiedFrom == nil && !snapshot.records.answers.isEmpty
  }

  /// Answers are on disk.
  mutating func saved(
    _ answers: [QuestionID: Answer?], change: Int64, moment: String, _ records: ScanRecords, _ context: ScreenContext
  ) {
    let before = sheet
    let wasTouched = isTouched(context)
    snapshot?.records = records
    snapshot?.seen = change
    if !answers.isEmpty { savedAt = moment.split(separator: "T").last.map { String($0.prefix(5)) } }
    for id in answers.keys {
      for field in ids(of: id, context) { drafts[field] = nil }
      if entered?.question != id { show(id, context) }
    }
    let after = sheet
    // What others saved meanwhile came with it.
    for id in Set(after.answers.keys).union(before.answers.keys) where answers[id] == nil && before[id] != after[id] {
      if id != entered?.question || !wasTouched { show(id, context) }
    }
    if let question = entered?.question, !wasTouched || answers[question] != nil {
      entered = .init(question: question, answer: after[question], seen: change)
    }
    settle(context)
  }

  /// Takes what somebody else changed; what was typed here stays.
  /// - Returns: Who answered what meanwhile.
  mutating func renew(_ new: ScanSnapshot, _ context: ScreenContext, school: String?) -> String? {
    let isTouched = isTouched(context)
    let before = sheet
    let place = snapshot?.place
    take(new)
    snapshot?.place = place
    guard new.records.scan.state.takesAnswers else {
      if page != .closing {
        if isTouched, let id = entered?.question {
          for field in ids(of: id, context) { drafts[field] = value(of: field) }
        }
        entered = nil
        page = .closing
        settle(context)
        fillText(context, school: school)
      }
      return nil
    }
    if isTouched, let id = entered?.question, !new.reading.isShown(id) {
      // Its fields go, with what another answered; what was typed in them stays.
      for field in ids(of: id, context) { drafts[field] = value(of: field) }
    }
    let after = sheet
    let changed = new.questionnaire.questions.map(\.id).filter { before[$0] != after[$0] }
    for id in changed where ids(of: id, context).allSatisfy({ drafts[$0] == nil }) {
      if id == entered?.question, isTouched { continue }
      show(id, context)
    }
    if let question = entered?.question, !isTouched {
      entered = .init(question: question, answer: after[question], seen: new.seen)
    }
    settle(context)
    if page != .questions { fillText(context, school: school) }
    guard !changed.isEmpty else { return nil }
    let names = Set(new.records.answers.filter { changed.contains($0.question) }.map(\.by)).sorted()
    let questions = changed.map(\.text).joined(separator: ", ")
    guard !names.isEmpty else { return context.words("wizard.changed", ["questions": questions]) }
    return context.words("wizard.changedBy", ["names": names.joined(separator: ", "), "questions": questions])
  }
}
