import Canvas
import Language
import WerkendLeren
import Widgets

/// Judging a scan, and reading one that was handed in: its questions, one of them, its conditions, its outcome, two side by side.
extension App {
  /// The scan that the keys are about, as it was read.
  var scanSnapshot: ScanSnapshot? {
    switch top {
    case .judgement(let screen): screen.snapshot
    case .question(let screen): screen.snapshot
    case .conditions(let screen): screen.snapshot
    case .outcome(let screen): screen.snapshot
    default: nil
    }
  }

  /// The placement from which the scan was opened.
  private var scanPlacement: Int64? {
    switch top {
    case .judgement(let screen): screen.placement
    case .question(let screen): screen.placement
    case .conditions(let screen): screen.placement
    case .outcome(let screen): screen.placement
    case .triptych(let screen): screen.placement
    default: nil
    }
  }

  /// The question that the keys are about.
  private var currentQuestion: JudgedQuestion? {
    switch top {
    case .judgement(let screen): screen.selected
    case .question(let screen): screen.question
    default: nil
    }
  }

  /// The condition that the keys are about.
  var currentCondition: ScanCondition? {
    switch top {
    case .conditions(let screen): screen.selected
    case .triptych(let screen): screen.selectedCondition(wording: wording)?.condition
    default: nil
    }
  }

  /// Opens a scan that is not to be filled in: with its answers where the viewer may see them, else with its decision.
  mutating func openJudgement(_ scan: Int64, from placement: Int64) -> [Effect] {
    let screen = JudgementScreen(scan: scan, placement: placement)
    screens.append(.judgement(screen))
    resizeLists()
    return [screen.effect]
  }

  // MARK: - What cannot be done

  /// Why a step cannot be taken on a scan, whatever would be filled in; nil where it can.
  func refusal(_ step: ScanStep, on snapshot: ScanSnapshot) -> Refusal? {
    let context = ScanContext(
      questionnaire: snapshot.questionnaire, viewer: viewer, today: today, moment: "", nextRow: Int64.max / 2)
    if case .failure(let refusal) = decideScan(step, on: snapshot.records, context: context) { return refusal }
    return nil
  }

  /// The step by which a command is tried; nil where it needs none.
  private func trial(_ command: String, _ snapshot: ScanSnapshot) -> ScanStep? {
    let condition = ScanConditionContent(text: "?", owner: .employer, due: today.adding(days: 40_000))
    switch command {
    case "scan-opmerking": return .comment(currentQuestion?.id, text: "? \(snapshot.seen)")
    case "scan-geheel": return .comment(nil, text: "? \(snapshot.seen)")
    case "scan-oordeel":
      guard let question = currentQuestion else { return nil }
      return .setOwnAnswer(question.id, .level(0), reason: "?")
    case "scan-voorwaarde": return .setCondition(nil, condition)
    case "scan-bezoek": return .recordVisit(ScanVisit(day: nil, notVisitedReason: "? \(snapshot.seen)"))
    case "scan-terugsturen": return .sendBack(note: "?")
    case "scan-besluit": return .decide(.notYetSuitable, reason: "?", validUntil: today, by: "?")
    case "scan-delen": return .share(!snapshot.records.scan.isShared)
    case "voorwaarde-wijzigen": return currentCondition.map { .setCondition($0.id, condition) }
    case "voorwaarde-schrappen": return currentCondition.map { .dropCondition($0.id) }
    case "voorwaarde-voldaan":
      guard let condition = currentCondition else { return nil }
      return viewer.party == .school && condition.metOn != nil
        ? .acceptCondition(condition.id) : .meetCondition(condition.id, day: today, note: "?")
    case "voorwaarde-afwijzen": return currentCondition.map { .refuseCondition($0.id, reason: "?") }
    default: return nil
    }
  }

  /// Why a command about a scan cannot be given now; nil where it can.
  func scanRefusal(_ command: String, _ snapshot: ScanSnapshot) -> Refusal? {
    if command == "scan-intrekken" {
      if viewer.party != .school { return Refusal(.schoolOnly) }
      return snapshot.records.decision.map { $0.withdrawnOn == nil } == true ? nil : Refusal(.scanState)
    }
    guard let refusal = trial(command, snapshot).flatMap({ refusal($0, on: snapshot) }) else { return nil }
    // What the form itself asks for does not stand in the way of opening it.
    switch (command, refusal.kind) {
    case ("scan-oordeel", .badAnswer), ("scan-besluit", .needsVisit), ("scan-besluit", .dayTooEarly): return nil
    default: return refusal
    }
  }

  /// The keys of a scan's screens, without hints at what cannot be done with it.
  func fittingScan(_ table: BindingTable) -> BindingTable {
    guard let snapshot = scanSnapshot else { return table }
    return BindingTable(
      table.bindings.map { binding in
        var binding = binding
        if binding.priority != nil, scanRefusal(binding.command, snapshot) != nil { binding.priority = nil }
        return binding
      })
  }

  // MARK: - Commands

  /// Carries out a command on the screens of a scan that was handed in.
  mutating func runJudgement(_ command: String) -> [Effect] {
    if case .compare(let screen) = top { return run(command, compare: screen) }
    guard let snapshot = scanSnapshot, let placement = scanPlacement else { return [] }
    if let effects = show(command, snapshot, placement) { return effects }
    if let refusal = scanRefusal(command, snapshot) {
      refuse(refusal)
      return []
    }
    switch command {
    case "scan-opmerking": return openForm(.comment(currentQuestion?.id), snapshot)
    case "scan-geheel": return openForm(.comment(nil), snapshot)
    case "scan-oordeel": return currentQuestion.map { openForm(.own($0.id), snapshot) } ?? []
    case "scan-voorwaarde":
      let weak = currentQuestion.flatMap { $0.isWeak ? $0.id : nil }
      return openForm(.condition(nil, of: weak ?? currentQuestion?.id), snapshot)
    case "scan-bezoek": return openForm(.visit, snapshot)
    case "scan-terugsturen": return openForm(.sendBack, snapshot)
    case "scan-besluit":
      guard snapshot.records.judgement != nil else {
        let effects = openForm(.visit, snapshot)
        tell(words["refusal.needsVisit"])
        return effects
      }
      return openForm(.decide, snapshot)
    case "scan-delen": return [step(.share(!snapshot.records.scan.isShared), snapshot)]
    case "scan-intrekken": return snapshot.records.decision.map { open(.withdrawScan($0.id)) } ?? []
    case "voorwaarde-wijzigen":
      return currentCondition.map { openForm(.condition($0.id, of: $0.question), snapshot) } ?? []
    case "voorwaarde-schrappen": return currentCondition.map { [step(.dropCondition($0.id), snapshot)] } ?? []
    case "voorwaarde-voldaan": return currentCondition.map { meet($0, snapshot) } ?? []
    case "voorwaarde-afwijzen": return currentCondition.map { openForm(.refuse($0.id), snapshot) } ?? []
    default: return []
    }
  }

  /// Space on a condition: its owner says that it is met, the school accepts it, or records it for another with a note.
  private mutating func meet(_ condition: ScanCondition, _ snapshot: ScanSnapshot) -> [Effect] {
    if viewer.party == .school, condition.metOn != nil { return [step(.acceptCondition(condition.id), snapshot)] }
    guard condition.owner != viewer.party else {
      return [step(.meetCondition(condition.id, day: today, note: ""), snapshot)]
    }
    return openForm(.meet(condition.id), snapshot)
  }

  /// Opens what is to be seen of the scan; nil where the command changes something.
  private mutating func show(_ command: String, _ snapshot: ScanSnapshot, _ placement: Int64) -> [Effect]? {
    let scan = snapshot.records.scan.id
    switch command {
    case "open":
      switch top {
      case .judgement(let screen):
        guard let question = screen.selected else { return [] }
        screens.append(
          .question(QuestionScreen(scan: scan, placement: placement, id: question.id, snapshot: snapshot)))
      case .conditions(var screen):
        screen.open()
        top = .conditions(screen)
      default: break
      }
      return []
    case "next", "previous":
      turnQuestion(command == "next" ? 1 : -1)
      return []
    case "scan-tonen":
      guard case .judgement(var screen) = top else { return [] }
      screen.turn()
      top = .judgement(screen)
      return []
    case "scan-uitkomst":
      screens.append(.outcome(OutcomeScreen(scan: scan, placement: placement, snapshot: snapshot)))
      return []
    case "scan-voorwaarden":
      screens.append(.conditions(ConditionsScreen(scan: scan, placement: placement, snapshot: snapshot)))
      resizeLists()
      return []
    default: return nil
    }
  }

  /// The next or previous question of the list below.
  private mutating func turnQuestion(_ step: Int) {
    guard case .question(var screen) = top else { return }
    for place in screens.indices.dropLast().reversed() {
      guard case .judgement(var list) = screens[place] else { continue }
      list.select(screen.id)
      list.list.select(list.list.selection + step)
      screens[place] = .judgement(list)
      if let question = list.selected, question.id != screen.id {
        screen.id = question.id
        screen.text = ScrollText("")
      }
      break
    }
    top = .question(screen)
  }

  private mutating func openForm(_ kind: ScanForm.Kind, _ snapshot: ScanSnapshot) -> [Effect] {
    open(.judge(ScanForm(kind: kind, scan: snapshot)))
  }

  private func step(_ step: ScanStep, _ snapshot: ScanSnapshot) -> Effect {
    .scan(
      .step(
        ScanStepRequest(
          scan: snapshot.records.scan.id, placement: scanPlacement, step: step, seen: snapshot.seen)))
  }

  /// What a filled-in form about a scan asks of the store.
  func request(_ step: ScanStep, of screen: FormScreen) -> [Effect] {
    guard case .judge(let form) = screen.kind else { return [] }
    return [
      .scan(
        .step(
          ScanStepRequest(
            scan: form.scan.records.scan.id, placement: screen.placement, step: step, seen: screen.seen)))
    ]
  }

  // MARK: - What was read, and what became of steps

  /// What was read of a scan goes to its screens.
  mutating func takeJudged(_ snapshot: ScanSnapshot) -> [Effect] {
    let id = snapshot.records.scan.id
    for index in screens.indices {
      switch screens[index] {
      case .judgement(var screen) where screen.scan == id:
        screen.take(snapshot)
        screens[index] = .judgement(screen)
      case .question(var screen) where screen.scan == id:
        screen.snapshot = snapshot
        screens[index] = .question(screen)
      case .conditions(var screen) where screen.scan == id:
        screen.take(snapshot)
        screens[index] = .conditions(screen)
      case .outcome(var screen) where screen.scan == id:
        screen.snapshot = snapshot
        screens[index] = .outcome(screen)
      case .compare(var screen) where screen.scans.contains(id):
        screen.read[id] = snapshot
        screen.settle(size: size, words: words, today: today)
        screens[index] = .compare(screen)
      default: break
      }
    }
    guard case .conditions(var screen) = top, let command = screen.pending else { return [] }
    screen.pending = nil
    top = .conditions(screen)
    return runJudgement(command)
  }

  /// Space or Enter on a condition of the triptych; nil for other commands.
  mutating func runCondition(_ command: String, _ snapshot: PlacementSnapshot) -> [Effect]? {
    guard case .triptych = top, let condition = currentCondition else { return nil }
    switch command {
    case "open", "confirm": break
    case "note", "due", "exclude":
      notice = Notice(text: words["condition.noItem"], kind: .refused)
      return []
    default: return nil
    }
    let mine = condition.metOn == nil ? condition.owner == viewer.party : viewer.party == .school
    if command == "confirm", mine, condition.acceptedOn == nil {
      let step: ScanStep =
        condition.metOn == nil ? .meetCondition(condition.id, day: today, note: "") : .acceptCondition(condition.id)
      return [
        .scan(
          .step(ScanStepRequest(scan: condition.scan, placement: snapshot.id, step: step, seen: snapshot.seen)))
      ]
    }
    // What asks for more than a key is asked above the list of conditions, once the scan is read.
    let screen = ConditionsScreen(
      scan: condition.scan, placement: snapshot.id, snapshot: nil, on: condition.id,
      pending: command == "confirm" ? "voorwaarde-voldaan" : nil)
    screens.append(.conditions(screen))
    resizeLists()
    return [.scan(.load(condition.scan))]
  }

  /// What became of a step of the judgement; nil for those of filling in.
  mutating func judged(_ request: ScanStepRequest, _ result: ScanStepResult) -> [Effect]? {
    switch request.step {
    case .answer, .submit: return nil
    default: break
    }
    let what = HistoryWording(words: words, today: today, model: snapshot?.model).what(request.step)
    switch result {
    case .saved:
      if case .form(let form) = top, case .judge = form.kind { screens.removeLast() }
      notice = Notice(text: words("notice.saved", ["what": what]), kind: .done)
      return reload
    case .refused(let refusal):
      refuse(refusal)
      return reload
    case .failed(let text):
      tell(text)
      offerFile(.scan(.step(request)), because: text)
      return []
    case .conflict(let other):
      overlay = .dialog(conflictDialog(other, yours: what), .judgeConflict(request))
      return reload
    }
  }

  // MARK: - Moving

  /// Arrows, wheel and clicks on the screens of a scan that was handed in.
  mutating func moveJudgement(_ event: Event) -> [Effect] {
    switch top {
    case .judgement(var screen):
      let outcome = screen.list.handle(event, in: JudgementScreen.listRect(size))
      top = .judgement(screen)
      if case .activated = outcome { return run("open") }
    case .question(var screen):
      screen.text = screen.filled(context)
      _ = screen.text.handle(event, in: QuestionScreen.textRect(size))
      top = .question(screen)
    case .outcome(var screen):
      screen.text = screen.filled(context)
      _ = screen.text.handle(event, in: QuestionScreen.textRect(size))
      top = .outcome(screen)
    case .conditions(var screen):
      if screen.isOpened {
        screen.scroll(event, context)
        top = .conditions(screen)
        return []
      }
      let outcome = screen.list.handle(event, in: ConditionsScreen.listRect(size))
      top = .conditions(screen)
      if case .activated = outcome { return run("open") }
    case .compare(var screen):
      if var text = screen.opened {
        _ = text.handle(event, in: CompareScreen.textRect(size))
        screen.opened = text
        top = .compare(screen)
        return []
      }
      let outcome = screen.list.handle(event, in: CompareScreen.listRect(size))
      top = .compare(screen)
      if case .activated = outcome { return run("open") }
    default: break
    }
    return []
  }

  /// Lists of the screens of a scan take their height.
  mutating func resizeJudgement(_ index: Int) {
    switch screens[index] {
    case .judgement(var screen):
      screen.list.setHeight(JudgementScreen.listRect(size).rows)
      screens[index] = .judgement(screen)
    case .conditions(var screen):
      screen.list.setHeight(ConditionsScreen.listRect(size).rows)
      screens[index] = .conditions(screen)
    case .compare(var screen):
      screen.settle(size: size, words: words, today: today)
      screens[index] = .compare(screen)
    default: break
    }
  }

  /// Escape in something opened closes that first; whether it did.
  mutating func closeOpened() -> Bool {
    switch top {
    case .conditions(var screen) where screen.isOpened:
      screen.isOpened = false
      top = .conditions(screen)
    case .compare(var screen) where screen.opened != nil:
      screen.opened = nil
      top = .compare(screen)
    default: return false
    }
    return true
  }

  // MARK: - Two scans

  /// Two scans side by side.
  mutating func openComparison(_ first: Int64, _ second: Int64) -> [Effect] {
    let screen = CompareScreen(first, second)
    screens.append(.compare(screen))
    return screen.scans.map { .scan(.load($0)) }
  }

  private mutating func run(_ command: String, compare screen: CompareScreen) -> [Effect] {
    var screen = screen
    switch command {
    case "open": screen.open(words)
    case "next": screen.goToDifference(1)
    case "previous": screen.goToDifference(-1)
    case "scan-tonen":
      screen.onlyDifferences.toggle()
      screen.settle(size: size, words: words, today: today)
    default: return []
    }
    top = .compare(screen)
    return []
  }

  // MARK: - Titles

  /// The title of a scan's screen, the fullest first; nil for another screen.
  func judgementTitles(_ screen: Screen) -> [[String?]]? {
    func name(_ scan: Int64, _ snapshot: ScanSnapshot?) -> String {
      words("title.scanNumber", ["number": String(scan)])
    }
    func place(_ snapshot: ScanSnapshot?) -> String? { snapshot?.employer }
    switch screen {
    case .judgement(let screen):
      return [
        [place(screen.snapshot), name(screen.scan, screen.snapshot)], [name(screen.scan, screen.snapshot)],
      ]
    case .question(let screen):
      let scan = name(screen.scan, screen.snapshot)
      return [[place(screen.snapshot), scan, screen.id.text], [scan, screen.id.text]]
    case .conditions(let screen):
      let scan = name(screen.scan, screen.snapshot)
      return [[place(screen.snapshot), scan, words["title.conditions"]], [scan, words["title.conditions"]]]
    case .outcome(let screen):
      let scan = name(screen.scan, screen.snapshot)
      return [[place(screen.snapshot), scan, words["title.outcome"]], [scan, words["title.outcome"]]]
    case .compare(let screen):
      let two = words("title.compare", ["first": String(screen.scans[0]), "second": String(screen.scans[1])])
      return [[place(screen.read.values.first), two], [two]]
    default: return nil
    }
  }
}
