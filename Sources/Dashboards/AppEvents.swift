import Canvas
import Language
import WerkendLeren
import Widgets

extension App {
  /// Takes a key, the mouse, a paste or a new size.
  mutating func take(_ event: Event) -> [Effect] {
    switch event {
    case .resize(let size):
      self.size = size
      resizeLists()
      return unreadWindows
    case .resumed: return [.repaint] + reload
    case .ended: return [.quit]
    case .key, .paste, .mouse: break
    }
    if isTooSmall { return event == .key(.character("q")) || event == .key(.control("c")) ? [.quit] : [] }
    if case .mouse(let mouse) = event, mouse.action == .release { return [] }
    notice = nil
    if case .key(let key) = event, let command = commandAnywhere(key) { return run(command) }
    if let overlay { return take(event, overlay) }
    if case .mouse(let mouse) = event, mouse.action == .press, hintRect.contains(mouse.place) {
      guard let hint = keys.hints.hint(at: mouse.place, in: hintRect) else { return [] }
      if case .form(let form) = top { return runOnForm(hint.command, form) }
      if case .wizard(let wizard) = top { return runOnWizard(hint.command, wizard) }
      return run(hint.command)
    }
    switch top {
    case .form(let form): return take(event, form)
    case .wizard(let wizard): return take(event, wizard)
    case .overview(let screen) where screen.focus != .list: return takeInFilters(event, screen)
    case .employers(let screen) where screen.isSearching: return takeInSearch(event, screen)
    default: break
    }
    if case .key(let key) = event, let command = keys.command(for: key) {
      return Keys.step(command).map { move(.key($0)) } ?? run(command)
    }
    return move(event)
  }

  /// The commands that work above every screen, in dialogs and in forms too, by keys that are not text.
  private func commandAnywhere(_ key: Key) -> String? {
    guard !KeyScreen.isTyping(key), let command = keyMap.table(.everywhere, words).command(for: key),
      ["suspend", "repaint", "mouse"].contains(command)
    else { return nil }
    return command
  }

  /// Windows that a new size has opened wider than what was read.
  private var unreadWindows: [Effect] {
    screens.compactMap { screen in
      switch screen {
      case .overview(let overview): overview.isWindowRead ? nil : overview.window
      case .history(let history): history.isWindowRead ? nil : history.window
      case .agenda(let agenda): agenda.isWindowRead ? nil : agenda.window(counted: false)
      case .employers(let employers): employers.isWindowRead ? nil : employers.window
      case .register(let register): register.isWindowRead ? nil : register.window
      default: nil
      }
    }
  }

  // MARK: - Above the screens

  private mutating func take(_ event: Event, _ overlay: Overlay) -> [Effect] {
    switch overlay {
    case .dialog(var dialog, let purpose):
      let outcome = dialog.handle(event, in: overlayRoom)
      self.overlay = .dialog(dialog, purpose)
      switch outcome {
      case .chosen(let id):
        self.overlay = nil
        return decided(purpose, id)
      case .cancelled: self.overlay = nil
      case .unchanged, .moved: break
      }
    case .palette(var palette, let all):
      let outcome = palette.handle(event, in: paletteRoom) { query in App.matching(all, query) }
      self.overlay = .palette(palette, all)
      switch outcome {
      case .chosen(let id):
        self.overlay = nil
        if let reason = palette.selected?.reason {
          notice = Notice(text: reason, kind: .refused)
          return []
        }
        return run(id)
      case .closed: self.overlay = nil
      case .unchanged, .moved, .changed: break
      }
    case .themes(let themes): return take(event, themes)
    case .course(let menu): return take(event, menu)
    case .group(let menu): return takeGroup(event, menu)
    case .calendar(var calendar):
      let outcome = calendar.handle(event, in: overlayRoom)
      self.overlay = outcome == .unchanged ? .calendar(calendar) : nil
      if case .chosen(let day) = outcome { return fill(calendar.field, with: day) }
    case .errors(var list):
      let outcome = list.handle(event, in: overlayRoom)
      self.overlay = outcome == .unchanged ? .errors(list) : nil
      guard case .chosen(let id) = outcome else { return [] }
      if case .wizard(let screen) = top { return jump(to: id, screen) }
      if case .form(var screen) = top {
        screen.form.focus(on: id)
        top = .form(screen)
      }
    }
    return []
  }

  private mutating func decided(_ purpose: DialogPurpose, _ id: String) -> [Effect] {
    switch purpose {
    case .undo(let redo): return id == "yes" ? [.undo(redo: redo)] : []
    case .leaveForm:
      if id == "discard", case .form = top { screens.removeLast() }
      if id == "save", case .form(let form) = top { return submit(form) }
      return []
    case .storeFailed(let again):
      if id == "again" { return [again] }
      if id == "file", case .form(let screen) = top { return [.keepTyped(typed(in: screen))] }
      if id == "file", case .wizard(let screen) = top { return [.keepTyped(typed(in: screen))] }
      return []
    case .conflict(var request):
      guard id == "anyway" else {
        if case .form = top { return [] }
        return reload
      }
      request.seen = nil
      return [.perform(request)]
    case .group(let request, let outcome): return id == "do" ? [.performGroup(request, agreed: outcome)] : []
    case .beginScan(let placement): return id == "new" ? [.scan(.begin(placement: placement))] : []
    case .judgeConflict(var request):
      guard id == "anyway" else { return [] }
      request.seen = nil
      return [.scan(.step(request))]
    case .moveModel(let row): return id == "yes" ? bring(to: row) : []
    case .openExisting(let placement): return id == "open" ? openExisting(placement) : []
    case .leaveWizard: return id == "leave" ? closeWizard() : []
    case .scanConflict(let request): return decided(scanConflict: request, id)
    case .whoIsThat(let content): return decided(whoThatIs: content, id)
    }
  }

  /// What the palette offers here: the keys of this screen, and what has no key.
  var paletteEntries: [PaletteEntry] {
    var entries = keyEntries
    // Above a form only what a form can do: what was typed must not be left behind.
    if case .form = top { return entries }
    if case .wizard = top { return entries }
    entries += pageEntries + beginningEntries + groupPaletteEntries + registerEntries
    if snapshot != nil { entries.append(paletteEntry("meldingen", text: "key.entries.help")) }
    if case .overview(let screen) = top, screen.selectedRow != nil {
      entries.append(paletteEntry("melding", text: "palette.entry"))
    }
    entries.append(paletteEntry("toetsen", text: "palette.keys"))
    entries.append(paletteEntry("wie", text: "palette.who"))
    entries.append(paletteEntry("thema", text: "palette.theme", reason: colors == 0 ? words["theme.noColors"] : nil))
    if let snapshot {
      if viewer.party == .school {
        entries += coursePaletteEntries + peopleEntries
        if snapshot.records.scans.contains(where: { $0.withdrawnOn == nil }) {
          entries.append(paletteEntry("scan-intrekken", text: "palette.withdrawScan"))
        }
      }
    }
    var seen: Set<String> = []
    return entries.filter { seen.insert($0.id).inserted }
  }

  // MARK: - The filters of the overview

  /// A screen's command of a key that is one even where letters are text.
  func commandInText(_ key: Key, of screen: KeyScreen) -> String? {
    switch key {
    case .function, .control, .alt:
      KeyScreen.isTyping(key) ? nil : keyMap.table(screen, words).command(for: key)
    default: nil
    }
  }

  private mutating func takeInFilters(_ event: Event, _ screen: OverviewScreen) -> [Effect] {
    var screen = screen
    if case .mouse = event {
      screen.focus = .list
      top = .overview(screen)
      return move(event)
    }
    var command: String?
    if case .key(let key) = event {
      command = keys.command(for: key)
      if command == nil, let other = commandInText(key, of: .overview) { return run(other) }
    }
    defer { top = .overview(screen) }
    if case .filter(let number) = screen.focus {
      let last = OverviewScreen.filterCount - 1
      switch command {
      case "next": screen.focus = number == last ? .list : .filter(number + 1)
      case "previous": screen.focus = number == 0 ? .search : .filter(number - 1)
      case "change":
        screen.turn(filter: number, gates: gates.map(\.id))
        screen.restart()
        return [screen.window]
      case "list": screen.focus = .list
      default: break
      }
      return []
    }
    switch command {
    case "list":
      screen.focus = .list
      return []
    case "filters":
      screen.focus = .filter(0)
      return []
    case "clear":
      screen.focus = .list
      guard !screen.search.text.isEmpty else { return [] }
      screen.search = TextField(maximumLength: 80)
    default:
      guard screen.search.handle(event) == .changed else { return [] }
    }
    screen.filter.text = TextDoor.clean(screen.search.text)
    screen.restart()
    return [screen.window]
  }

  // MARK: - Moving

  /// Arrows, wheel and clicks on what the screen shows.
  mutating func move(_ event: Event) -> [Effect] {
    switch top {
    case .overview(var screen) where isWelcome:
      let outcome = screen.welcome.list.handle(event, in: Welcome.listRect(size))
      top = .overview(screen)
      if case .activated = outcome { return run("open") }
    case .overview(var screen):
      let view = OverviewView(screen: screen, context: context)
      if case .mouse(let mouse) = event, mouse.action == .press {
        if view.isSearch(at: mouse.place) { return run("search") }
        if let number = view.filter(at: mouse.place) {
          screen.turn(filter: number, gates: gates.map(\.id))
          screen.restart()
          top = .overview(screen)
          return [screen.window]
        }
      }
      let outcome = screen.list.handle(event, in: OverviewView.listRect(size))
      top = .overview(screen)
      if case .activated = outcome { return run("open") }
      return screen.isWindowRead ? [] : [screen.window]
    case .mine(var screen):
      let outcome = screen.list.handle(event, in: MineScreen.listRect(size))
      top = .mine(screen)
      if case .activated = outcome { return run("open") }
    case .history(var screen):
      if var text = screen.opened {
        _ = text.handle(event, in: HistoryScreen.textRect(size))
        screen.opened = text
        top = .history(screen)
        return []
      }
      let outcome = screen.list.handle(event, in: HistoryScreen.listRect(size))
      top = .history(screen)
      if case .activated = outcome { return run("open") }
      return screen.isWindowRead ? [] : [screen.window]
    case .report(var screen):
      _ = screen.text.handle(event, in: ImportScreen.textRect(size))
      top = .report(screen)
    case .people(var screen):
      let outcome = screen.list.handle(event, in: PeopleScreen.listRect(size))
      top = .people(screen)
      if case .activated = outcome { return run("open") }
    case .page(var page):
      page.text = page.filled(context)
      _ = page.text.handle(event, in: PageScreen.rect(page.kind, size))
      top = .page(page)
    case .help(var text):
      _ = text.handle(event, in: readingRect)
      top = .help(text)
    case .agenda(let screen): return moveAgenda(event, screen)
    case .triptych(let screen): return moveTriptych(event, screen)
    case .item(let screen): return moveItem(event, screen)
    case .employers(let screen): return moveEmployers(event, screen)
    case .register(let screen): return moveRegister(event, screen)
    case .entries, .entry: return moveEntries(event)
    case .scans: return moveScans(event)
    case .judgement, .question, .conditions, .outcome, .compare: return moveJudgement(event)
    case .form, .wizard: break
    }
    return []
  }

  private mutating func moveTriptych(_ event: Event, _ screen: TriptychScreen) -> [Effect] {
    var screen = screen
    let page = max(1, TriptychView.panelHeight(size) - 2)
    switch event {
    case .key(.up): screen.move(by: -1, wording: wording)
    case .key(.down): screen.move(by: 1, wording: wording)
    case .key(.pageUp): screen.move(by: -page, wording: wording)
    case .key(.pageDown): screen.move(by: page, wording: wording)
    case .key(.home): screen.move(by: -10_000, wording: wording)
    case .key(.end): screen.move(by: 10_000, wording: wording)
    case .mouse(let mouse):
      switch mouse.action {
      case .wheelUp: screen.move(by: -1, wording: wording)
      case .wheelDown: screen.move(by: 1, wording: wording)
      case .press:
        guard let place = TriptychView(screen: screen, context: context).item(at: mouse.place) else { return [] }
        let again = mouse.isDouble && place.party == screen.party && place.number == screen.selection[place.party]
        screen.party = place.party
        if let number = place.number { screen.selection[place.party] = number }
        if again, place.number != nil {
          top = .triptych(screen)
          return run("open")
        }
      case .release: break
      }
    default: return []
    }
    screen.settle(size: size, wording: wording)
    top = .triptych(screen)
    return []
  }

  private mutating func moveItem(_ event: Event, _ screen: ItemScreen) -> [Effect] {
    var screen = screen
    let wide = ItemView.isWide(size)
    let before = screen.duty
    switch event {
    case .key(.up) where wide: screen.step(-1, wording: wording)
    case .key(.down) where wide: screen.step(1, wording: wording)
    case .mouse(let mouse) where mouse.action == .press:
      if let duty = ItemView(screen: screen, context: context).duty(at: mouse.place), duty != screen.duty {
        screen.duty = duty
        screen.history = []
        screen.text = ScrollText("")
      }
    default:
      guard let snapshot = screen.snapshot, let item = screen.item else { return [] }
      let text = ItemText(item: item, snapshot: snapshot, context: context, history: screen.history)
      screen.text.setText(text.lines.joined(separator: "\n"))
      _ = screen.text.handle(event, in: ItemView.textRect(size))
    }
    screen.settle(height: ItemView.listRect(size).rows, wording: wording)
    top = .item(screen)
    return screen.duty == before ? [] : [itemHistory(screen)]
  }
}
