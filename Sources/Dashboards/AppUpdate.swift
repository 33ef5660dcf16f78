import Canvas
import Language
import WerkendLeren
import Widgets

extension App {
  /// Takes what happened, and says what has to be done in the world.
  public mutating func update(_ message: Message) -> [Effect] {
    let heldMouse = holdsMouse
    let effects = react(to: message)
    guard holdsMouse != heldMouse, !effects.contains(.setMouse(holdsMouse)) else { return effects }
    return effects + [.setMouse(holdsMouse)]
  }

  private mutating func react(to message: Message) -> [Effect] {
    switch message {
    case .event(let event): return take(event)
    case .overviewLoaded(let filter, let page):
      for index in screens.indices {
        guard case .overview(var screen) = screens[index], screen.filter == filter else { continue }
        screen.take(page)
        screens[index] = .overview(screen)
        if !screen.isWindowRead { return [screen.window] }
      }
    case .countsLoaded(let counts):
      for index in screens.indices {
        guard case .overview(var screen) = screens[index] else { continue }
        screen.counts = counts
        screens[index] = .overview(screen)
      }
    case .placementLoaded(let snapshot): return take(snapshot)
    case .mineLoaded(let page, let more):
      for index in screens.indices {
        guard case .mine(var screen) = screens[index] else { continue }
        screen.take(page, more: more, party: viewer.party, today: today)
        screens[index] = .mine(screen)
      }
    case .agendaLoaded(let filter, let page): return take(filter, page)
    case .agendaFound(let filter, let number): return goTo(number, filter)
    case .historyLoaded(let placement, let duty, let offset, let lines, let total):
      takeHistory(placement, duty, offset: offset, lines: lines, total: total)
    case .newestModelLoaded(let newest): take(newest)
    case .employersLoaded(let text, let page): return take(text, page)
    case .registerLoaded(let subject, let page): return take(subject, page)
    case .entryHistoryLoaded(let entry, let lines): takeEntryHistory(entry, lines)
    case .namesLoaded(let list, let names): take(names, of: list)
    case .performed(let request, let result): return performed(request, result)
    case .creationPrepared(let person): return open(.create(contact: person))
    case .placementsCounted(let person, let count): take(placements: count, ofPerson: person)
    case .imported(let path, let isTrial, let answer): return imported(path, isTrial: isTrial, answer)
    case .importProgress(let lines):
      notice = Notice(text: words("import.screen.progress", ["count": String(lines)]), kind: .note)
    case .lookedUp(let lookup, let finding): take(lookup, finding)
    case .created(let new, let result): return created(new, result)
    case .undoFound(let change, let redo, let count): return foundUndo(change, redo: redo, count: count)
    case .undone(let result, let redo): return undone(result, redo: redo)
    case .scan(let reply): return take(reply)
    case .allFound(let filter, let placements, let count): take(all: placements, of: count, filter)
    case .allOfAgendaFound(let filter, let page): take(all: page, filter)
    case .grouped(let request, let agreed, let answer): return grouped(request, agreed, answer)
    case .groupProgress(let count, let total, let isUndo):
      notice = Notice(
        text: words(isUndo ? "undo.progress" : "group.progress", ["count": String(count), "total": String(total)]),
        kind: .note)
    case .storeChanged: return reload
    case .today(let day):
      today = day
      return reload
    case .themesListed(let choices): showThemes(choices)
    case .themeTried(let name, let theme, let problem): tried(name, theme, problem)
    case .themeKept(let name, let problem): kept(name, problem)
    case .failed(let text): notice = Notice(text: text, kind: .refused)
    case .viewerChanged(let viewer, let text): return take(viewer, text)
    case .textEdited(let text, let problem): return edited(text, problem)
    case .typedKept(let path, let problem): kept(path, problem)
    }
    return []
  }

  private mutating func take(_ viewer: Viewer?, _ text: String) -> [Effect] {
    guard let viewer else {
      if case .form(var form) = top {
        form.problem = text
        top = .form(form)
      } else {
        notice = Notice(text: text, kind: .refused)
      }
      return []
    }
    self.viewer = viewer
    screens = App.firstScreens(for: viewer)
    resizeLists()
    notice = Notice(text: text, kind: .done)
    return reload
  }

  private mutating func take(_ snapshot: PlacementSnapshot?) -> [Effect] {
    guard let snapshot else {
      // Gone, or no longer this viewer's: nothing of it stays on screen.
      overlay = nil
      awaited = nil
      screens.removeAll { screen in
        switch screen {
        case .triptych, .item, .history, .people, .entries, .entry, .scans, .wizard, .judgement, .question, .conditions,
          .outcome, .compare:
          true
        case .page(let page): page.placement != nil
        default: false
        }
      }
      notice = Notice(text: words["notice.placementGone"], kind: .refused)
      return []
    }
    for index in screens.indices {
      switch screens[index] {
      case .triptych(var screen) where screen.placement == snapshot.id:
        screen.snapshot = snapshot
        screen.settle(size: size, wording: wording)
        screens[index] = .triptych(screen)
      case .item(var screen) where screen.placement == snapshot.id:
        screen.snapshot = snapshot
        screen.settle(height: ItemView.listRect(size).rows, wording: wording)
        screens[index] = .item(screen)
      case .history(var screen) where screen.placement == snapshot.id:
        screen.model = snapshot.model
        screens[index] = .history(screen)
      case .people(var screen):
        screen.list.setCount(peopleRows.count)
        screens[index] = .people(screen)
      case .page(var screen) where screen.placement == snapshot.id:
        screen.snapshot = snapshot
        screens[index] = .page(screen)
      default: break
      }
    }
    closeNeedlessMove()
    return takeEntries(snapshot)
  }

  private mutating func takeHistory(
    _ placement: Int64, _ duty: DutyID?, offset: Int, lines: [ChangeLine], total: Int
  ) {
    for index in screens.indices {
      switch screens[index] {
      case .item(var screen) where screen.placement == placement && screen.duty == duty && offset == 0:
        screen.history = lines
        screens[index] = .item(screen)
      case .history(var screen) where screen.placement == placement && screen.duty == duty:
        screen.offset = offset
        screen.lines = lines
        screen.list.setCount(total)
        screens[index] = .history(screen)
      default: break
      }
    }
  }

  // MARK: - What became of commands

  private mutating func performed(_ request: PerformRequest, _ result: PerformResult) -> [Effect] {
    switch result {
    case .saved:
      let what = saved(request) ?? what(request)
      if case .form(let form) = top, form.placement == request.placement { screens.removeLast() }
      notice = Notice(text: words("notice.saved", ["what": what]), kind: .done)
      return reload
    case .refused(let refusal):
      refuse(refusal)
      return reload
    case .failed(let text):
      tell(text)
      offerFile(.perform(request), because: text)
    case .conflict(let other):
      overlay = .dialog(conflictDialog(other, yours: what(request)), .conflict(request))
      return reload
    }
    return []
  }

  /// What somebody else did meanwhile beside what is asked now, and which of both is to be.
  func conflictDialog(_ other: ChangeLine, yours: String) -> Dialog {
    let wording = HistoryWording(words: words, today: today, model: snapshot?.model)
    let note = other.note.isEmpty ? [] : ["  \"\(wording.note(other))\""]
    return Dialog(
      title: words["conflict.title"],
      lines: [words["conflict.theirs"], "  " + wording.line(other)] + note
        + ["", words["conflict.yours"], "  " + yours, "", words["conflict.question"]],
      choices: [
        .init(id: "leave", label: words["conflict.leave"]),
        .init(id: "anyway", label: words["conflict.anyway"], isDestructive: true),
      ])
  }

  /// Says in words why something was refused: in the form that asked for it, else on the line below.
  mutating func refuse(_ refusal: Refusal) {
    tell(RefusalWording(words: words, today: today).text(refusal, model: snapshot?.model))
  }

  mutating func tell(_ text: String) {
    if case .form(var form) = top {
      form.problem = text
      top = .form(form)
    } else {
      notice = Notice(text: text, kind: .refused)
    }
  }

  /// The placement on screen, as it was last read.
  var snapshot: PlacementSnapshot? {
    for screen in screens.reversed() {
      switch screen {
      case .triptych(let screen): return screen.snapshot
      case .item(let screen): return screen.snapshot
      case .page(let screen) where screen.snapshot != nil: return screen.snapshot
      case .entries(let screen): return screen.snapshot
      case .entry(let screen): return screen.snapshot
      // What lies below these is not what they are about.
      case .employers, .register: return nil
      default: continue
      }
    }
    return nil
  }

  private func what(_ request: PerformRequest) -> String {
    let model = snapshot?.model
    return HistoryWording(words: words, today: today, model: model)
      .what(request.command, among: snapshot?.records.entries ?? [])
  }

  private mutating func foundUndo(_ change: ChangeLine?, redo: Bool, count: Int) -> [Effect] {
    guard let change else {
      notice = Notice(text: redo ? words["notice.nothingToRedo"] : words["notice.nothingToUndo"], kind: .refused)
      return []
    }
    if count == 1, change.placement == snapshot?.id || isShown(change) { return [.undo(redo: redo)] }
    let wording = HistoryWording(words: words, today: today, model: snapshot?.model ?? anyModel)
    overlay = .dialog(
      Dialog(
        title: redo ? words["redo.title"] : words["undo.title"],
        lines: count == 1
          ? [change.student, wording.line(change)]
          : [wording.line(change), "", words(redo ? "redo.many" : "undo.many", ["count": String(count)])],
        choices: [
          .init(id: "no", label: words["dialog.no"]), .init(id: "yes", label: words["dialog.yes"], isDestructive: true),
        ]), .undo(redo: redo))
    return []
  }

  /// A model for the names of duties where no placement is open.
  var anyModel: DutyModel? {
    for screen in screens { if case .overview(let overview) = screen { return overview.page.models.values.first } }
    return nil
  }

  private mutating func undone(_ result: UndoResult, redo: Bool) -> [Effect] {
    let wording = HistoryWording(words: words, today: today, model: snapshot?.model ?? anyModel)
    switch result {
    case .done(let change, let count):
      if change.kind == .created, !redo { leavePlacement(change.placement) }
      notice = Notice(
        text: words(
          count > 1
            ? (redo ? "notice.redone.many" : "notice.undone.many") : redo ? "notice.redone" : "notice.undone",
          ["what": wording.what(change), "student": change.student, "count": String(count)]),
        kind: .done)
      return reload
    case .nothing:
      notice = Notice(text: redo ? words["notice.nothingToRedo"] : words["notice.nothingToUndo"], kind: .refused)
    case .refused(let change, let why):
      notice = Notice(
        text: words("undo.refused.\(why.rawValue)", ["what": wording.what(change), "student": change.student]),
        kind: .refused)
    case .failed(let text): notice = Notice(text: text, kind: .refused)
    }
    return []
  }
}
