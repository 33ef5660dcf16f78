import Canvas
import Language
import WerkendLeren
import Widgets

/// The workplace scans of a placement: their list, one to read, one to fill in.
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
    case "scan-nieuw": return beginScan(screen)
    default: return []
    }
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
    let screen = ScanTextScreen(scan: scan.id, placement: placement)
    screens.append(.scan(screen))
    return [screen.effect]
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
        case .scan(let screen): screen.scan == id
        case .wizard(let screen): screen.scan == id
        default: false
        }
      }
      overlay = nil
      notice = Notice(text: words["notice.scanGone"], kind: .refused)
      return []
    }
    let following = takeForWizard(snapshot)
    let context = context
    for index in screens.indices {
      guard case .scan(var screen) = screens[index], screen.scan == id else { continue }
      screen.take(snapshot, context)
      screens[index] = .scan(screen)
    }
    return following
  }

  private mutating func stepped(_ request: ScanStepRequest, _ result: ScanStepResult) -> [Effect] {
    if let effects = steppedInWizard(request, result) { return effects }
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

  /// Arrows, wheel and clicks on the list of scans and on one to read.
  mutating func moveScans(_ event: Event) -> [Effect] {
    switch top {
    case .scans(var screen):
      let outcome = screen.list.handle(event, in: ScansScreen.listRect(size))
      top = .scans(screen)
      if case .activated = outcome { return run("open") }
    case .scan(var screen):
      _ = screen.text.handle(event, in: readingRect)
      top = .scan(screen)
    default: break
    }
    return []
  }
}
