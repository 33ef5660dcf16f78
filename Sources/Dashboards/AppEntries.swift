import Canvas
import Language
import WerkendLeren
import Widgets

/// A form that opens as soon as its placement is read.
struct AwaitedForm: Equatable, Sendable {
  var placement: Int64
  var kind: FormKind
}

/// Entries: `m`, their list, one opened, and what is done with it.
extension App {
  /// The entry that the keys are about.
  var currentEntry: Entry? {
    switch top {
    case .triptych(let screen): screen.selectedHandling(wording: wording)?.entry
    case .entries(let screen): screen.selected
    case .entry(let screen): screen.entry
    default: nil
    }
  }

  /// Carries out a command about entries; nil where it is none.
  mutating func runEntries(_ command: String, _ snapshot: PlacementSnapshot) -> [Effect]? {
    switch (command, currentEntry) {
    case ("melding", let entry):
      return openEntryForm(newEntry(entry), command)
    case ("meldingen", _):
      var duty: DutyID?
      if case .item(let item) = top { duty = item.duty }
      var screen = EntriesScreen(placement: snapshot.id, duty: duty, snapshot: nil)
      screen.list.setHeight(EntriesScreen.listRect(size).rows)
      screen.take(snapshot)
      screens.append(.entries(screen))
      return []
    case ("soort", _):
      guard case .entries(var screen) = top else { return nil }
      screen.turn()
      top = .entries(screen)
      return []
    case ("open", let entry?): return openEntry(entry.id, snapshot)
    case ("confirm", let entry?), ("afhandelen", let entry?): return openEntryForm(.close(entry), "afhandelen")
    case ("melding-wijzigen", let entry?): return openEntryForm(.edit(entry), command)
    case ("melding-heropenen", let entry?): return openEntryForm(.reopen(entry), command)
    case ("note", _?), ("due", _?), ("exclude", _?):
      notice = Notice(text: words["entry.noItem"], kind: .refused)
      return []
    default: return nil
    }
  }

  /// A new entry, as it is meant here: of an opened item; of a selected one, if it lists entries; else of the placement.
  private func newEntry(_ entry: Entry?) -> EntryForm {
    if let item = currentItem {
      if case .item = top { return .new(item.duty.id, isOfDuty: true) }
      return .new(item.duty.id, isOfDuty: !item.duty.entryKinds.isEmpty)
    }
    if let duty = listedDuty { return .new(duty, isOfDuty: true) }
    return .new(entry?.duty, isOfDuty: false)
  }

  /// The duty whose entries are listed.
  private var listedDuty: DutyID? {
    for screen in screens.reversed() { if case .entries(let list) = screen { return list.duty } }
    return nil
  }

  /// Why a command about entries cannot be given now, whatever would be filled in; nil where it can.
  func entryRefusal(_ command: String) -> Refusal? {
    switch (command, currentEntry) {
    case ("afhandelen", let entry?): refusal(.closeEntry(entry: entry.id, outcome: "?"))
    case ("melding-heropenen", let entry?): refusal(.reopenEntry(entry: entry.id, reason: "?"))
    case ("melding-wijzigen", let entry?):
      // The least that can be changed.
      refusal(
        .editEntry(
          entry: entry.id,
          EntryContent(
            kind: entry.kind, day: entry.day, people: entry.people, text: entry.text,
            followUp: entry.followUp == nil ? max(today, entry.day) : nil, readers: entry.readers)))
    default:
      // A text that the party may always write.
      refusal(
        .addEntry(
          duty: nil, party: viewer.party,
          EntryContent(kind: .application, day: today, text: "?", readers: Circle(viewer.party))))
    }
  }

  private mutating func openEntryForm(_ form: EntryForm, _ command: String) -> [Effect] {
    if let refusal = entryRefusal(command) {
      refuse(refusal)
      return []
    }
    return open(.entry(form))
  }

  mutating func openEntry(_ id: Int64, _ snapshot: PlacementSnapshot) -> [Effect] {
    let screen = EntryScreen(placement: snapshot.id, id: id, snapshot: snapshot)
    screens.append(.entry(screen))
    return [entryHistory(screen)]
  }

  func entryHistory(_ screen: EntryScreen) -> Effect {
    .loadEntryHistory(placement: screen.placement, entry: screen.id)
  }

  /// `m` in a list of placements: the form opens above it once the placement is read.
  mutating func beginEntry(_ placement: Int64, on duty: Duty? = nil) -> [Effect] {
    let form = EntryForm.new(duty?.id, isOfDuty: duty?.entryKinds.isEmpty == false)
    awaited = AwaitedForm(placement: placement, kind: .entry(form))
    return [.loadPlacement(placement)]
  }

  /// The keys of an entry, without hints at what cannot be done with it.
  func fitting(_ table: BindingTable) -> BindingTable {
    guard scanSnapshot == nil else { return fittingScan(table) }
    return BindingTable(
      table.bindings.map { binding in
        var binding = binding
        switch (top, binding.command) {
        case (.entry, "afhandelen"), (.entry, "melding-wijzigen"), (.entry, "melding-heropenen"):
          if entryRefusal(binding.command) != nil { binding.priority = nil }
        // For an employer the scan is the largest thing to do.
        case (.triptych, "werkplekscan"): if viewer.party == .employer { binding.priority = 7 }
        case (.entries, "afhandelen"): if viewer.party != .school { binding.priority = nil }
        default: break
        }
        return binding
      })
  }

  /// What was read of a placement goes to the screens of its entries; one that is there no more is left.
  mutating func takeEntries(_ snapshot: PlacementSnapshot) -> [Effect] {
    for index in screens.indices {
      switch screens[index] {
      case .entries(var screen) where screen.placement == snapshot.id:
        screen.take(snapshot)
        screens[index] = .entries(screen)
      case .entry(var screen) where screen.placement == snapshot.id:
        screen.snapshot = snapshot
        screens[index] = .entry(screen)
      default: break
      }
    }
    let count = screens.count
    screens.removeAll { screen in
      if case .entry(let opened) = screen { return opened.placement == snapshot.id && opened.entry == nil }
      return false
    }
    if screens.count < count, notice == nil { notice = Notice(text: words["notice.entryGone"], kind: .refused) }
    guard let awaited, awaited.placement == snapshot.id else { return [] }
    self.awaited = nil
    let isEnded = snapshot.records.placement.ending != nil
    let least = awaited.kind.leastSharedChange(today: today)
    if let refusal = least.map({ refusal($0, on: snapshot) }) ?? (isEnded ? Refusal(.ended) : nil) {
      refuse(refusal)
      return []
    }
    return open(awaited.kind, on: snapshot)
  }

  mutating func takeEntryHistory(_ entry: Int64, _ lines: [ChangeLine]) {
    for index in screens.indices {
      guard case .entry(var screen) = screens[index], screen.id == entry else { continue }
      screen.history = lines
      screens[index] = .entry(screen)
    }
  }

  /// Arrows, wheel and clicks on the list of entries and on an opened one.
  mutating func moveEntries(_ event: Event) -> [Effect] {
    switch top {
    case .entries(var screen):
      let outcome = screen.list.handle(event, in: EntriesScreen.listRect(size))
      top = .entries(screen)
      if case .activated = outcome { return run("open") }
    case .entry(var screen):
      screen.scroll(event, context: context)
      top = .entry(screen)
    default: break
    }
    return []
  }

  /// The title of the screens of entries.
  func entryTitles(_ screen: Screen, student: String?) -> [[String?]] {
    switch screen {
    case .entries(let list):
      let duty = list.duty.flatMap { list.snapshot?.model[$0] }?.short(words)
      return [[student, duty, words["title.entries"]], [student, words["title.entries"]]]
    case .entry(let opened):
      let kind = opened.entry?.kind.title(words)
      return [[student, words["title.entries"], kind], [student, kind]]
    default: return []
    }
  }
}
