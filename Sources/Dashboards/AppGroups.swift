import Canvas
import Language
import WerkendLeren
import Widgets

/// Many at once: `v` marks rows of a list, and a command goes to all of them, with one preview and one undo.
extension App {
  /// The marks of the list that is seen; empty where there is none.
  var marks: Marks {
    get {
      switch top {
      case .overview(let screen): screen.marks
      case .mine(let screen): screen.marks
      case .agenda(let screen): screen.marks
      default: Marks()
      }
    }
    set {
      switch top {
      case .overview(var screen):
        screen.marks = newValue
        top = .overview(screen)
      case .mine(var screen):
        screen.marks = newValue
        top = .mine(screen)
      case .agenda(var screen):
        screen.marks = newValue
        top = .agenda(screen)
      default: break
      }
    }
  }

  /// The row that the cursor stands on.
  private var rowToMark: MarkedRow? {
    switch top {
    case .overview(let screen): screen.selectedRow.map { MarkedRow(placement: $0.id) }
    case .mine(let screen): screen.selected.map { screen.row($0, of: viewer.party) }
    case .agenda(let screen): screen.selected.map { screen.row($0, of: viewer.party) }
    default: nil
    }
  }

  /// Carries out a command of marking or of what is marked; nil where it is none.
  mutating func runMarks(_ command: String) -> [Effect]? {
    switch command {
    case "markeren":
      guard let row = rowToMark else { return [] }
      var marks = marks
      guard marks.toggle(row) else {
        tellTooMany(marks.count + 1)
        return []
      }
      self.marks = marks
      // On to the next, so that a few in a row are a few presses.
      return move(.key(.down))
    case "alles-markeren":
      switch top {
      case .overview(let screen): return [.findAll(screen.filter, limit: Marks.limit)]
      case .agenda(let screen): return [.findAllOfAgenda(screen.filter, limit: Marks.limit)]
      case .mine(let screen):
        mark(screen.entries.map { screen.row($0, of: viewer.party) }, of: screen.entries.count)
        return []
      default: return nil
      }
    case "back", "clear":
      guard !marks.isEmpty else { return nil }
      marks = Marks()
      return []
    case "groep":
      guard !marks.isEmpty else {
        notice = Notice(text: words["group.none"], kind: .note)
        return []
      }
      var menu = CourseMenu()
      menu.settle(size, count: groupEntries.count)
      overlay = .group(menu)
      return []
    default: return GroupAction(id: command).map { begin($0) }
    }
  }

  /// What can be done with all that is marked.
  var groupEntries: [CourseMenu.Entry] {
    guard !marks.isEmpty else { return [] }
    return GroupAction.allCases.filter { viewer.party == .school || $0.isForAll }.map { action in
      let isPossible = !action.isOfItems || isOverview || marks.rows.contains { $0.duty != nil }
      return CourseMenu.Entry(
        id: action.id, name: action.name(words),
        explanation: isPossible ? action.explanation(words) : words["group.noItems"], isPossible: isPossible)
    }
  }

  /// The same for the palette.
  var groupPaletteEntries: [PaletteEntry] {
    groupEntries.map { entry in
      let label = words("palette.group", ["count": String(marks.count), "what": entry.name])
      return PaletteEntry(id: entry.id, label: label, reason: entry.isPossible ? nil : entry.explanation)
    }
  }

  private var isOverview: Bool { if case .overview = top { true } else { false } }

  /// The form of an action; confirming one's own parts asks nothing more.
  private mutating func begin(_ action: GroupAction) -> [Effect] {
    guard let entry = groupEntries.first(where: { $0.id == action.id }) else {
      notice = Notice(text: words["group.none"], kind: .note)
      return []
    }
    guard entry.isPossible else {
      notice = Notice(text: entry.explanation, kind: .refused)
      return []
    }
    var models: [DutyModel] = []
    if case .overview(let screen) = top {
      models = screen.page.models.sorted { $0.key > $1.key }.map(\.value)
    }
    let form = GroupForm(
      action: action, rows: marks.rows, choices: GroupForm.choices(action, models, viewer: viewer.party))
    if action == .confirm, form.choices.isEmpty, !form.isForOthers(viewer.party) {
      let day = today
      let request = form.request(nil) { duty, party in .confirm(duty: duty, party: party, day: day, note: "") }
      return [.tryGroup(request)]
    }
    return open(.group(form))
  }

  // MARK: - What was found to mark

  /// Marks all rows that were found; `count` of them there are.
  mutating func mark(_ rows: [MarkedRow], of count: Int) {
    var marks = marks
    guard count <= Marks.limit, marks.add(rows) else {
      tellTooMany(count)
      return
    }
    self.marks = marks
  }

  private mutating func tellTooMany(_ count: Int) {
    notice = Notice(
      text: words("marks.tooMany", ["count": String(count), "limit": String(Marks.limit)]), kind: .refused)
  }

  mutating func take(all page: AgendaPage, _ filter: AgendaFilter) {
    guard case .agenda(let screen) = top, screen.filter == filter else { return }
    let party = viewer.party
    let rows = page.entries.map { AgendaScreen.row($0, models: page.models, of: party) }
    mark(rows, of: page.total ?? rows.count)
  }

  mutating func take(all placements: [Int64], of count: Int, _ filter: OverviewFilter) {
    guard case .overview(let screen) = top, screen.filter == filter else { return }
    mark(placements.map { MarkedRow(placement: $0) }, of: count)
  }

  // MARK: - What became of it

  private var groupTitle: String {
    if case .form(let form) = top { return form.title }
    return words("form.title.group.confirm", ["count": String(marks.count)])
  }

  mutating func grouped(_ request: GroupRequest, _ agreed: GroupOutcome?, _ answer: GroupAnswer) -> [Effect] {
    // How far it was is over.
    notice = nil
    let wording = GroupWording(request, words: words, today: today, model: anyModel)
    switch answer {
    case .tried(let outcome), .changed(let outcome):
      var isChanged = false
      if case .changed = answer { isChanged = true }
      overlay = .dialog(
        wording.dialog(outcome, title: groupTitle, isChanged: isChanged), .group(request, outcome))
      return []
    case .saved(let outcome):
      if case .form(let form) = top, case .group = form.kind { screens.removeLast() }
      marks = Marks()
      let left = outcome.refused.count + request.skipped
      notice = Notice(
        text: words(
          left == 0 ? "notice.group" : "notice.group.some",
          ["what": wording.what, "count": String(outcome.done.count), "left": String(left)]), kind: .done)
      return reload
    case .stopped: notice = Notice(text: words["group.stopped"], kind: .note)
    case .failed(let text):
      tell(text)
      offerFile(agreed.map { .performGroup(request, agreed: $0) } ?? .tryGroup(request), because: text)
    }
    return []
  }

  /// The keys of a list, with hints at what can be done with its marks.
  func withMarks(_ table: BindingTable) -> BindingTable {
    guard !marks.isEmpty else { return table }
    return BindingTable(
      table.bindings.map { binding in
        var binding = binding
        switch binding.command {
        case "groep": binding.priority = 10
        case "markeren": binding.priority = 9
        case "clear", "back":
          binding.label = words["key.unmark"]
          binding.priority = 10
        default: break
        }
        return binding
      })
  }
}

extension MineScreen {
  /// What a line stands for where it is marked.
  func row(_ entry: Entry, of party: Party) -> MarkedRow {
    let isItem = entry.reason == .item || entry.reason == .withdrawal
    guard isItem, let duty = entry.duty else {
      let other = entry.item.entry?.id ?? entry.item.condition ?? -1 - entry.reason.rawValue
      return MarkedRow(placement: entry.placement, other: other)
    }
    return MarkedRow(placement: entry.placement, duty: duty.id, party: party)
  }
}

extension AgendaScreen {
  /// What a line stands for where it is marked.
  func row(_ entry: AgendaEntry, of party: Party) -> MarkedRow { Self.row(entry, models: page.models, of: party) }

  static func row(_ entry: AgendaEntry, models: [Int64: DutyModel], of party: Party) -> MarkedRow {
    let line = entry.line
    guard line.kind == .item || line.kind == .withdrawal, let place = line.duty,
      let duties = models[entry.model]?.duties, duties.indices.contains(place)
    else {
      return MarkedRow(placement: entry.placement, other: line.entry?.id ?? line.condition ?? -1 - line.kind.rawValue)
    }
    // The viewer's own part where there is one, else that of the first of those on whom the date falls.
    let whose = line.parties.contains(party) ? party : line.parties.first
    return MarkedRow(placement: entry.placement, duty: duties[place].id, party: whose)
  }
}
