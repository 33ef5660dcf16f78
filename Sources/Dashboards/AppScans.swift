import Canvas
import Language
import WerkendLeren
import Widgets

/// The workplace scans of a placement: their list, and what is opened from it.
extension App {
  /// Whether a viewer may begin scans and fill them in: the school, and the employer of the workplace; other employers see none.
  var fillsInScans: Bool { viewer.party != .student }

  /// `w`: the scans of the present workplace.
  mutating func openScans(_ snapshot: PlacementSnapshot) -> [Effect] {
    guard let workplace = snapshot.records.currentWorkplace, !workplace.name.isEmpty else {
      refuse(Refusal(.noWorkplace))
      return []
    }
    let employer = snapshot.records.currentEmployer?.name
    var screen = ScansScreen(
      placement: snapshot.id, workplace: workplace.id,
      name: [workplace.name, employer].compactMap { $0 }.joined(separator: ", "))
    screen.list.setHeight(ScansScreen.listRect(size).rows)
    screens.append(.scans(screen))
    return [screen.effect]
  }

  mutating func run(_ command: String, scans screen: ScansScreen) -> [Effect] {
    switch command {
    case "open":
      guard let line = screen.selected else { return screen.lines?.isEmpty == true ? beginScan(screen) : [] }
      return openScan(line.scan, from: screen.placement)
    case "scan-nieuw": return askToBegin(screen)
    case "scan-lezen": return screen.selected.map { openJudgement($0.scan.id, from: screen.placement) } ?? []
    case "scan-markeren":
      var screen = screen
      screen.mark()
      top = .scans(screen)
      return []
    case "scan-vergelijken":
      guard let pair = screen.pair else {
        notice = Notice(text: words["compare.needTwo"], kind: .refused)
        return []
      }
      return openComparison(pair.0, pair.1)
    default: return []
    }
  }

  /// Where a decision stands, a new scan is needed only to replace it: that is asked first.
  private mutating func askToBegin(_ screen: ScansScreen) -> [Effect] {
    let isOpen = screen.lines?.contains { $0.scan.state != .decided } == true
    guard fillsInScans, !isOpen, let standing = screen.standing(on: today), let decision = standing.decision else {
      return beginScan(screen)
    }
    let details = [
      "number": String(standing.scan.id), "decision": decision.decision.short(words),
      "day": DateWords(words).short(decision.validUntil, today: nil),
    ]
    overlay = .dialog(
      Dialog(
        title: words["scans.reuse.title"], lines: [words("scans.reuse.question", details), words["scans.reuse.copy"]],
        choices: [
          .init(id: "reuse", label: words["scans.reuse.use"]), .init(id: "new", label: words["scans.reuse.new"]),
        ]), .beginScan(placement: screen.placement))
    return []
  }

  private mutating func beginScan(_ screen: ScansScreen) -> [Effect] {
    guard fillsInScans else {
      refuse(Refusal(.otherParty, party: .employer))
      return []
    }
    return [.scan(.begin(placement: screen.placement))]
  }

  /// Opens a scan: to be filled in by those who may, else to be read.
  mutating func openScan(_ scan: Scan, from placement: Int64) -> [Effect] {
    if scan.state.takesAnswers, fillsInScans {
      let screen = WizardScreen(scan: scan.id, placement: placement, model: snapshot?.model)
      screens.append(.wizard(screen))
      return [screen.effect]
    }
    return openJudgement(scan.id, from: placement)
  }

  /// Takes what the world answers about scans.
  mutating func take(_ reply: ScanReply) -> [Effect] {
    switch reply {
    case .listed(let workplace, let lines):
      for index in screens.indices {
        guard case .scans(var screen) = screens[index], screen.workplace == workplace else { continue }
        screen.take(lines)
        screens[index] = .scans(screen)
      }
    case .loaded(let id, let snapshot): return take(snapshot, ofScan: id)
    case .begun(let placement, let beginning):
      switch beginning {
      case .begun(let id):
        guard case .scans(let screen) = top, screen.placement == placement else { return reload }
        let scan = Scan(id: id, workplace: screen.workplace, questionnaire: 0, begunOn: today)
        return [screen.effect] + openScan(scan, from: placement)
      case .refused(let refusal): refuse(refusal)
      case .failed(let text): tell(text)
      }
    case .stepped(let request, let result): return stepped(request, result)
    }
    return []
  }

  private mutating func take(_ snapshot: ScanSnapshot?, ofScan id: Int64) -> [Effect] {
    guard let snapshot else {
      // Gone, or no longer this viewer's: nothing of it stays on screen.
      screens.removeAll { screen in
        switch screen {
        case .wizard(let screen): screen.scan == id
        case .judgement(let screen): screen.scan == id
        case .question(let screen): screen.scan == id
        case .conditions(let screen): screen.scan == id
        case .outcome(let screen): screen.scan == id
        case .compare(let screen): screen.scans.contains(id)
        default: false
        }
      }
      overlay = nil
      notice = Notice(text: words["notice.scanGone"], kind: .refused)
      return []
    }
    return takeForWizard(snapshot) + takeJudged(snapshot)
  }

  private mutating func stepped(_ request: ScanStepRequest, _ result: ScanStepResult) -> [Effect] {
    if let effects = steppedInWizard(request, result) ?? judged(request, result) { return effects }
    switch result {
    case .saved: return reload
    case .refused(let refusal):
      refuse(refusal)
      return reload
    case .conflict(let other):
      let wording = HistoryWording(words: words, today: today, model: nil)
      notice = Notice(text: wording.line(other), kind: .refused)
      return reload
    case .failed(let text): tell(text)
    }
    return []
  }

  /// Arrows, wheel and clicks on the list of scans.
  mutating func moveScans(_ event: Event) -> [Effect] {
    guard case .scans(var screen) = top else { return [] }
    let outcome = screen.list.handle(event, in: ScansScreen.listRect(size))
    top = .scans(screen)
    if case .activated = outcome { return run("open") }
    return []
  }
}
