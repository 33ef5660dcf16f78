import Canvas
import Language
import WerkendLeren
import Widgets

extension App {
  /// What is done above a scan that is being filled in; all else is the scan's own.
  private static let aboveWizard: Set = ["help", "palette", "mouse", "suspend", "repaint"]

  /// Carries out a command of the key table or the palette on the screen that is seen.
  mutating func run(_ command: String) -> [Effect] {
    if case .wizard(let screen) = top, !Self.aboveWizard.contains(command) { return runOnWizard(command, screen) }
    if let effects = runMarks(command) { return effects }
    switch command {
    case "quit": return [.quit]
    case "back", "close": return back()
    case "undo": return [.findUndo(redo: false)]
    case "redo": return [.findUndo(redo: true)]
    case "suspend": return [.suspend]
    case "repaint": return [.repaint]
    case "mouse":
      guard !isCopying else {
        notice = Notice(text: words["contacts.mouse"], kind: .note)
        return []
      }
      hasMouse.toggle()
      notice = Notice(text: hasMouse ? words["notice.mouseOn"] : words["notice.mouseOff"], kind: .done)
      return [.setMouse(hasMouse)]
    case "help":
      let lines = keyMap.helpLines(keyScreen, words)
      screens.append(
        .help(ScrollText(([words["help.intro"], ""] + lines + ["", words["help.signs"]]).joined(separator: "\n"))))
      return []
    case "thema": return [.listThemes]
    case "toetsen":
      screens.append(.help(ScrollText(KeyListing.page(keyMap, words).joined(separator: "\n"))))
      return []
    case "palette":
      overlay = .palette(PaletteList(entries: paletteEntries), paletteEntries)
      return []
    case "wie":
      open(.viewer)
      return []
    case "nieuw": return beginCreation()
    case "agenda": return openAgenda()
    case "overview":
      while screens.count > 1 { screens.removeLast() }
      return reload
    case "mine":
      var mine = MineScreen()
      mine.list.setHeight(MineScreen.listRect(size).rows)
      screens.append(.mine(mine))
      return [.loadMine(limit: MineScreen.limit)]
    default: break
    }
    if let effects = openPage(command) ?? runBeginning(command) ?? runRegisters(command) { return effects }
    if command.hasPrefix("gate:") { return openItem(DutyID(String(command.dropFirst(5)))) }
    switch top {
    case .overview(let screen): return run(command, overview: screen)
    case .mine(let screen): return run(command, mine: screen)
    case .agenda(let screen): return run(command, agenda: screen)
    case .history(let screen): return run(command, history: screen)
    case .triptych, .item: return runOnPlacement(command)
    case .people(let screen): return run(command, people: screen)
    case .employers(let screen): return run(command, employers: screen)
    case .register(let screen): return run(command, register: screen)
    case .entries, .entry: return snapshot.flatMap { runEntries(command, $0) } ?? []
    case .scans(let screen): return run(command, scans: screen)
    case .judgement, .question, .conditions, .outcome, .compare: return runJudgement(command)
    case .form(let screen): return runOnForm(command, screen)
    case .page(let page): return run(command, page: page)
    case .wizard, .report, .help: return []
    }
  }

  private mutating func back() -> [Effect] {
    if case .history(var screen) = top, screen.opened != nil {
      screen.opened = nil
      top = .history(screen)
      return []
    }
    if case .employers(let screen) = top, !screen.text.isEmpty { return run("clear", employers: screen) }
    guard !closeOpened(), screens.count > 1 else { return [] }
    let left = screens.removeLast()
    // Back from an opened item, the triptych stands on that item.
    if case .item(let item) = left, case .triptych(var triptych) = top {
      triptych.party = item.party
      triptych.select(item.duty, wording: wording)
      triptych.settle(size: size, wording: wording)
      top = .triptych(triptych)
    }
    return []
  }

  // MARK: - Overview, to do, history

  private mutating func run(_ command: String, overview screen: OverviewScreen) -> [Effect] {
    var screen = screen
    switch command {
    case "open":
      guard let row = screen.selectedRow else { return [] }
      return openPlacement(row.id)
    case "melding": return screen.selectedRow.map { beginEntry($0.id) } ?? []
    case "search": screen.focus = .search
    case "filters": screen.focus = .filter(0)
    case "filter.stages", "filter.mine", "filter.overdue", "filter.gate":
      let numbers = ["filter.stages": 0, "filter.mine": 1, "filter.overdue": 2, "filter.gate": 3]
      screen.turn(filter: numbers[command] ?? 0, gates: gates.map(\.id))
      screen.restart()
      top = .overview(screen)
      return [screen.window]
    case "clear":
      guard screen.filter.isActive else { return [] }
      screen.filter = OverviewFilter()
      screen.search = TextField(maximumLength: 80)
      screen.restart()
      top = .overview(screen)
      return [screen.window]
    default: return []
    }
    top = .overview(screen)
    return []
  }

  private mutating func run(_ command: String, mine screen: MineScreen) -> [Effect] {
    guard let entry = screen.selected else { return [] }
    switch command {
    case "melding": return beginEntry(entry.placement, on: entry.duty)
    case "open":
      return openLine(
        of: entry.placement, entry: entry.item.entry, condition: entry.item.condition, duty: entry.duty,
        party: viewer.party)
    case "placement": return openPlacement(entry.placement)
    default: return []
    }
  }

  private mutating func run(_ command: String, history screen: HistoryScreen) -> [Effect] {
    guard command == "open", screen.opened == nil, let number = screen.list.selected, let line = screen.line(number)
    else { return [] }
    var screen = screen
    let wording = HistoryWording(words: words, today: today, model: screen.model)
    screen.opened = ScrollText(wording.details(line).joined(separator: "\n"))
    top = .history(screen)
    return []
  }

  mutating func openPlacement(_ id: Int64) -> [Effect] {
    screens.append(.triptych(TriptychScreen(placement: id, party: viewer.party)))
    return [.loadPlacement(id)]
  }

  /// Opens what a line of a list is about: above its placement the entry that waits or the item, as soon as the placement is read; of a
  /// condition the placement, standing on it.
  mutating func openLine(
    of placement: Int64, entry: OpenEntry?, condition: Int64?, duty: Duty?, party: Party
  ) -> [Effect] {
    let effects = openPlacement(placement)
    if let entry {
      let opened = EntryScreen(placement: placement, id: entry.id, snapshot: nil)
      screens.append(.entry(opened))
      return effects + [entryHistory(opened)]
    }
    if let condition, case .triptych(var triptych) = top {
      triptych.wanted = condition
      top = .triptych(triptych)
    }
    guard let duty else { return effects }
    let item = ItemScreen(placement: placement, party: party, duty: duty.id, snapshot: nil)
    screens.append(.item(item))
    return effects + [itemHistory(item)]
  }

  // MARK: - One placement

  /// The item that the keys are about.
  var currentItem: Item? {
    switch top {
    case .triptych(let screen): screen.selectedItem(wording: wording)
    case .item(let screen): screen.item
    default: nil
    }
  }

  private mutating func openItem(_ duty: DutyID) -> [Effect] {
    guard let snapshot, let item = snapshot.derivation[duty] else { return [] }
    var party = item.duty.party
    if case .triptych(let screen) = top {
      party = screen.selectedItem(wording: wording)?.duty.id == duty ? screen.party : party
    }
    var screen = ItemScreen(placement: snapshot.id, party: party, duty: duty, snapshot: snapshot)
    screen.settle(height: ItemView.listRect(size).rows, wording: wording)
    screens.append(.item(screen))
    return [itemHistory(screen)]
  }

  private mutating func runOnPlacement(_ command: String) -> [Effect] {
    guard let snapshot else { return [] }
    switch command {
    case "party", "next", "previous": return turn(command)
    case "werkplekscan": return openScans(snapshot)
    case "scan-intrekken":
      if let scan = snapshot.records.newestScan, scan.withdrawnOn == nil { open(.withdrawScan(scan.id)) }
      return []
    default: break
    }
    if let effects = runCondition(command, snapshot) ?? runCourse(command, snapshot) ?? runPeople(command, snapshot)
      ?? runEntries(command, snapshot)
    {
      return effects
    }
    if command == "history" { return openHistory(snapshot) }
    guard let item = currentItem else { return [] }
    switch command {
    case "open": return openItem(item.duty.id)
    case "confirm": return confirm(item, snapshot)
    case "record":
      guard let kind = FormKind.record(of: item),
        item.duty.kind == .evidence || item.duty.kind == .joint || item.duty.record == .experiencedSupervisor
      else { return item.duty.kind == .evidence ? [] : confirm(item, snapshot) }
      return open(kind)
    case "confirmOn":
      guard let party = party(for: item) else { return [] }
      open(.confirmOn(duty: item.duty.id, party: party))
    case "note": open(.note(item.duty.id))
    case "due":
      if let refusal = refusal(.setDueDate(duty: item.duty.id, day: today.adding(days: 40_000))) {
        refuse(refusal)
      } else {
        open(.dueDate(item.duty.id))
      }
    case "exclude":
      if item.exclusion != nil { return [perform(.include(duty: item.duty.id), snapshot)] }
      if let refusal = refusal(.exclude(duty: item.duty.id, reason: "?")) {
        refuse(refusal)
      } else {
        open(.exclude(item.duty.id))
      }
    case "withdraw":
      guard let mark = item.lastMark, mark.party == viewer.party || viewer.party == .school else {
        notice = Notice(text: words["notice.nothingToWithdraw"], kind: .refused)
        return []
      }
      open(.withdraw(mark: mark.id, duty: item.duty.id))
    default: break
    }
    return []
  }

  private mutating func openHistory(_ snapshot: PlacementSnapshot) -> [Effect] {
    var duty: DutyID?
    if case .item(let item) = top { duty = item.duty }
    var history = HistoryScreen(placement: snapshot.id, duty: duty, model: snapshot.model)
    history.list.setHeight(HistoryScreen.listRect(size).rows)
    screens.append(.history(history))
    return [history.window]
  }

  private mutating func turn(_ command: String) -> [Effect] {
    switch top {
    case .triptych(var screen):
      screen.turn(by: command == "previous" ? -1 : 1)
      screen.settle(size: size, wording: wording)
      top = .triptych(screen)
    case .item(var screen):
      let before = screen.duty
      screen.step(command == "previous" ? -1 : 1, wording: wording)
      screen.settle(height: ItemView.listRect(size).rows, wording: wording)
      top = .item(screen)
      return screen.duty == before ? [] : [itemHistory(screen)]
    default: break
    }
    return []
  }

  private func perform(_ command: Command, _ snapshot: PlacementSnapshot) -> Effect {
    .perform(PerformRequest(placement: snapshot.id, command: command, seen: snapshot.seen))
  }

  /// What would refuse a command, so that no form is opened in vain.
  func refusal(_ command: Command) -> Refusal? { snapshot.flatMap { refusal(command, on: $0) } }

  func refusal(_ command: Command, on snapshot: PlacementSnapshot) -> Refusal? {
    let context = DecisionContext(
      model: snapshot.model, viewer: viewer, today: today, moment: "", nextRow: Int64.max / 2, fold: TextDoor.folded)
    if case .failure(let refusal) = decide(command, on: snapshot.records, context: context) { return refusal }
    return nil
  }

  /// For which party Space would confirm: the viewer's own where it has an open part, else for the school the first open one.
  private func party(for item: Item) -> Party? {
    let open = item.openParties(on: today)
    if open.contains(viewer.party) { return viewer.party }
    if item.duty.kind == .continuing {
      return viewer.party == item.duty.party || viewer.party == .school ? item.duty.party : nil
    }
    return viewer.party == .school ? open.first : nil
  }

  /// Space. Source: `rules.md`, "Who acts".
  mutating func confirm(_ item: Item, _ snapshot: PlacementSnapshot) -> [Effect] {
    let id = item.duty.id
    if item.duty.kind == .evidence || (item.missing == .version && viewer.party == .school) {
      return FormKind.record(of: item).map { open($0) } ?? []
    }
    let party = party(for: item) ?? (item.parties.contains(viewer.party) ? viewer.party : item.duty.party)
    if let refusal = refusal(.confirm(duty: id, party: party, day: today, note: "?")) {
      refuse(refusal)
      return []
    }
    if party == viewer.party {
      return [perform(.confirm(duty: id, party: party, day: today, note: ""), snapshot)]
    }
    open(.onBehalf(duty: id, party: party))
    return []
  }

  /// `b`: the form of the start, or the gates that fail, each to be opened.
  mutating func start(_ snapshot: PlacementSnapshot) -> [Effect] {
    guard let refusal = refusal(.start(day: today, withoutScanReason: "?")) else {
      open(.start)
      return []
    }
    guard refusal.kind == .gatesFail else {
      refuse(refusal)
      return []
    }
    let entries = refusal.duties.compactMap { id -> PaletteEntry? in
      guard let item = snapshot.derivation[id] else { return nil }
      let missing = item.missing.map(wording.short) ?? wording.letters(of: item)
      return PaletteEntry(
        id: "gate:\(id.text)", label: "◆ \(item.duty.short(words)) (\(item.duty.party.inSentence(words)))",
        keys: missing)
    }
    overlay = .palette(PaletteList(entries: entries), entries)
    refuse(refusal)
    return []
  }
}
