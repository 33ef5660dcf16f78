import Dashboards
import Language
import WerkendLeren
import Widgets

/// A store in memory that answers the application's effects: reads are lists of records, writes go through the real `decide`.
struct FakeStore {
  /// A change as it was written.
  struct Change {
    var line: ChangeLine
    var subject: String?
    var isUndone = false
    /// What all changes made at once have in common.
    var batch: Int64?
  }

  let model: DutyModel
  /// A later version of it, where there is one, as row 2.
  var newest: DutyModel?
  var viewer: Viewer
  var today: Day
  var placements: [PlacementRecords] = []
  var changes: [Change] = []
  var scans: [ScanRecords] = []
  /// The questionnaire of all scans.
  var questionnaire = FakeStore.questionnaire
  /// Where people left their scans, by scan and name.
  var scanPlaces: [String: QuestionID] = [:]
  /// What the person's own editor makes of a text; nil: there is none.
  var edited: (@Sendable (String) -> String)?
  var nextRow: Int64 = 1000
  /// Placements whose making was taken back.
  var gone: [Int64: PlacementRecords] = [:]
  /// Said instead of writing, once.
  var failure: String?
  /// What was written to files, newest last.
  var kept: [String] = []
  /// The effects that were asked, newest last.
  var asked: [Effect] = []

  init(model: DutyModel, viewer: Viewer, today: Day) {
    self.model = model
    self.viewer = viewer
    self.today = today
  }

  subscript(id: Int64) -> PlacementRecords? { placements.first { $0.placement.id == id } }

  // MARK: - Reading

  private var visible: [PlacementRecords] {
    placements.filter(viewer.maySee).map { $0.entries.isEmpty ? $0 : $0.readable(by: viewer) }
  }

  /// The changes of a placement that the viewer may see, as they may see them.
  private func lines(of placement: Int64) -> [ChangeLine] {
    changes.map(\.line).filter { $0.placement == placement }.compactMap { line in
      guard let changed = ChangedEntry(line.rows) else { return line }
      guard viewer.mayRead(changed.readers, of: changed.employer),
        self[placement]?.entries.first(where: { $0.id == changed.entry }).map(viewer.mayRead)
          ?? (line.party == viewer.party)
      else { return nil }
      var seen = line
      seen.rows = line.rows.compactMap { $0.readable(by: viewer) }
      return seen
    }
  }

  private func row(_ records: PlacementRecords) -> OverviewRow {
    // Deriving is the slow part here: what nobody changed was derived once for all tests.
    if let known = Fixture.rows[records.placement.id], known.records == records { return known.row }
    return FakeStore.row(records, model: model)
  }

  static func row(_ records: PlacementRecords, model: DutyModel) -> OverviewRow {
    OverviewRow(
      id: records.placement.id, student: records.student.name, employer: records.currentEmployer?.name,
      programme: records.placement.programme, model: 1, summary: Summary(records, model: model))
  }

  private func fits(_ records: PlacementRecords, _ row: OverviewRow, _ filter: OverviewFilter) -> Bool {
    if (records.placement.archivedOn != nil) != (filter.stages == .archived) { return false }
    let text = TextDoor.folded(
      ([row.student, row.programme, row.employer ?? "", records.student.number] + records.persons.map(\.name))
        .joined(separator: " "))
    guard TextDoor.folded(filter.text).split(separator: " ").allSatisfy({ text.contains($0) }) else { return false }
    switch filter.stages {
    case .all: break
    case .archived: break
    case .preparation: if row.summary.stage != .preparation { return false }
    case .during: if row.summary.stage != .during { return false }
    case .paused: if row.summary.stage != .paused { return false }
    case .finished: if ![.completed, .ended, .neverStarted].contains(row.summary.stage) { return false }
    }
    if filter.mine, let persons = viewer.persons,
      !records.current(.schoolContact, on: today).contains(where: { persons.contains($0.id) })
    {
      return false
    }
    if filter.overdue, overdue(row) == 0 { return false }
    if let gate = filter.gate, !row.summary.failingGates.contains(where: { $0.duty == gate && $0.fails(on: today) }) {
      return false
    }
    return true
  }

  private func overdue(_ row: OverviewRow) -> Int {
    row.summary.overdueCount(of: viewer.party == .school ? nil : viewer.party, on: today)
  }

  private func rows(_ filter: OverviewFilter) -> [OverviewRow] {
    func day(_ row: OverviewRow) -> Int {
      (viewer.party == .school ? row.summary.urgency : row.summary.urgencyOf[viewer.party])?.day.number ?? Int.max
    }
    return visible.map { ($0, row($0)) }.filter { fits($0.0, $0.1, filter) }.map(\.1).sorted {
      (day($0), $0.summary.start?.number ?? Int.max, TextDoor.folded($0.student), $0.id)
        < (day($1), $1.summary.start?.number ?? Int.max, TextDoor.folded($1.student), $1.id)
    }
  }

  private func page(_ rows: [OverviewRow], offset: Int, limit: Int) -> OverviewPage {
    OverviewPage(
      offset: offset, rows: Array(rows.dropFirst(offset).prefix(limit)), total: rows.count, models: [1: model],
      conditions: conditionTexts)
  }

  /// What has to be done for the conditions of workplace scans that the viewer may see.
  var conditionTexts: [Int64: String] {
    Dictionary(
      placements.filter(viewer.maySee).flatMap(\.conditions).map { ($0.id, $0.text) }, uniquingKeysWith: { $1 })
  }

  func snapshot(_ id: Int64) -> PlacementSnapshot? {
    guard let records = self[id], viewer.maySee(records) else { return nil }
    let own = lines(of: id).last
    return PlacementSnapshot(
      records: records.readable(by: viewer), model: records.placement.model == 2 ? newest ?? model : model,
      seen: own?.sequence ?? 0, latest: own)
  }

  private var counts: OverviewCounts {
    let rows = rows(OverviewFilter())
    let waiting = rows.filter { $0.summary.stage == .preparation }
    return OverviewCounts(
      placements: rows.count, overdue: rows.count { overdue($0) > 0 },
      // The workplace of student and employer is one record, and so one gate.
      failingGates: waiting.reduce(0) { sum, row in
        sum
          + row.summary.failingGates.count { gate in
            gate.fails(on: today) && model[gate.duty]?.record != .workplace
          }
      },
      startingSoon: waiting.count { $0.summary.start.map { (0...28).contains($0.days(since: today)) } ?? false },
      isEmpty: viewer.scope == .all && placements.isEmpty)
  }

  /// Answers an effect; nil where it asks nothing of a store.
  mutating func answer(_ effect: Effect) -> Message? {
    asked.append(effect)
    switch effect {
    case .loadOverview(let filter, let offset, let limit):
      return .overviewLoaded(filter, page(rows(filter), offset: offset, limit: limit))
    case .loadCounts: return .countsLoaded(counts)
    case .loadPlacement(let id): return .placementLoaded(snapshot(id))
    case .loadMine(let limit):
      let own = rows(OverviewFilter()).filter { row in
        row.summary.open.contains { $0.party == viewer.party } || row.summary.urgencyOf[viewer.party] != nil
      }
      return .mineLoaded(page(own, offset: 0, limit: limit), more: own.count > limit)
    case .loadAgenda(let filter, let offset, let limit, let counted):
      return .agendaLoaded(filter, agenda(filter, offset: offset, limit: limit, counted: counted))
    case .findAgenda(let filter, let day):
      return .agendaFound(filter, agendaEntries(filter).count { $0.line.day < day })
    case .loadHistory(let placement, let duty, let offset, let limit):
      guard let records = self[placement], viewer.maySee(records) else { return nil }
      let lines = lines(of: placement).filter { duty == nil || $0.duty == duty }.reversed()
      return .historyLoaded(
        placement: placement, duty: duty, offset: offset, lines: Array(lines.dropFirst(offset).prefix(limit)),
        total: lines.count)
    case .loadEntryHistory(let placement, let entry):
      let own = lines(of: placement).filter { ChangedEntry($0.rows)?.entry == entry }
      return .entryHistoryLoaded(entry: entry, lines: own.reversed())
    case .loadEmployers(let text, let offset, let limit):
      return .employersLoaded(text, employersPage(text, offset: offset, limit: limit))
    case .loadRegister(let subject, let offset, let limit):
      return .registerLoaded(subject, registerPage(subject, offset: offset, limit: limit))
    case .loadNames(.programmes):
      return .namesLoaded(
        .programmes, viewer.scope == .all ? Set(placements.map(\.placement.programme)).sorted() : [])
    case .loadNames(.employers):
      let employers = placements.filter(viewer.maySee).flatMap(\.employers)
      return .namesLoaded(.employers, Set(employers.map(\.name)).sorted())
    case .perform(let request): return .performed(request, perform(request))
    case .findUndo(let redo):
      let next = candidate(redo: redo)
      return .undoFound(
        next.map { original(of: changes[$0].line) }, redo: redo, count: next.map { together($0).count } ?? 0)
    case .findAll(let filter, let limit):
      let rows = rows(filter)
      return .allFound(filter, rows.count > limit ? [] : rows.map(\.id), count: rows.count)
    case .findAllOfAgenda(let filter, let limit):
      return .allOfAgendaFound(filter, agenda(filter, offset: 0, limit: limit, counted: true))
    case .tryGroup(let request): return .grouped(request, agreed: nil, group(request, agreed: nil))
    case .performGroup(let request, let agreed):
      return .grouped(request, agreed: agreed, group(request, agreed: agreed))
    case .undo(let redo): return .undone(undo(redo: redo), redo: redo)
    case .loadNewestModel: return .newestModelLoaded(KeptModel(row: newest == nil ? 1 : 2, model: newest ?? model))
    case .chooseViewer(let role, let name):
      viewer = .init(party: role, name: name, scope: .all)
      return .viewerChanged(viewer, name)
    case .prepareCreation:
      return .creationPrepared(viewer.persons?.max().flatMap { own in directory.persons.first { $0.id == own } })
    case .countPlacements(let person):
      return .placementsCounted(
        person: person,
        placements.count { records in viewer.maySee(records) && records.assignments.contains { $0.person == person } })
    case .importFile(let path, let isTrial):
      return .imported(
        path: path, isTrial: isTrial,
        path == "weg.csv" ? .failed("weg.csv is er niet.") : .report(["Nieuw: 4", "Gewijzigd: 0"], canTake: true))
    case .openDemonstration: return nil
    case .lookUp(let lookup): return .lookedUp(lookup, look(up: lookup))
    case .create(let new): return .created(new, create(new))
    case .scan(let request): return answer(request)
    case .editText(let text):
      return edited.map { .textEdited($0(text), problem: "") } ?? .textEdited(nil, problem: "geen editor")
    case .keepTyped(let text):
      kept.append(text)
      return .typedKept("/home/noor/drieluik-niet-bewaard-2026-11-23.txt", problem: "")
    case .listThemes:
      return .themesListed(ColorScheme.builtInNames.map { ThemeChoice(name: $0, isOwn: false) })
    case .tryTheme(let name):
      let scheme = ColorScheme.builtIn(name)
      return .themeTried(
        name, scheme.map { Theme(base16: $0.colors.map(\.parts)) }, problem: scheme == nil ? "geen thema" : nil)
    case .keepTheme(let name): return .themeKept(name, problem: nil)
    case .setMouse, .repaint, .suspend, .quit: return nil
    }
  }

  // MARK: - Writing

  /// Every shared row of all placements.
  var directory: Directory {
    func unique<Row: RecordRow>(_ rows: [Row]) -> [Row] {
      var seen: Set<Int64> = []
      return rows.filter { seen.insert($0.id).inserted }
    }
    return Directory(
      students: unique(placements.map(\.student)), placements: placements.map(\.placement),
      employers: unique(placements.flatMap(\.employers)), workplaces: unique(placements.flatMap(\.workplaces)),
      persons: unique(placements.flatMap(\.persons)), scans: unique(placements.flatMap(\.scans)))
  }

  func moment(_ time: String) -> String { "\(today.iso)T\(time):00+01:00" }

  mutating func perform(_ request: PerformRequest, at time: String = "14:10") -> PerformResult {
    if let text = failure {
      failure = nil
      return .failed(text)
    }
    guard let place = placements.firstIndex(where: { $0.placement.id == request.placement }) else {
      return .refused(Refusal(.notYours))
    }
    let before = placements[place]
    let context = DecisionContext(
      model: model, viewer: viewer, today: today, moment: moment(time), directory: directory, nextRow: nextRow,
      models: newest.map { [2: $0] } ?? [:], fold: TextDoor.folded)
    switch decide(request.command, on: before, context: context) {
    case .failure(let refusal): return .refused(refusal)
    case .success(let decision):
      if let seen = request.seen,
        let other = changes.last(where: {
          $0.line.placement == request.placement && $0.line.sequence > seen && $0.subject == decision.subject
            && $0.subject != nil
        })
      {
        return .conflict(other.line)
      }
      nextRow = decision.nextRow
      placements[place] = decision.records
      spreadDecisions(of: decision.records)
      let line = ChangeLine(
        sequence: Int64(changes.count + 1), moment: moment(time), actor: viewer.name, party: viewer.party,
        onBehalfOf: decision.onBehalfOf, kind: decision.kind, duty: decision.duty, note: decision.note,
        placement: request.placement, student: before.student.name, rows: before.changes(to: decision.records),
        undoes: nil)
      changes.append(Change(line: line, subject: decision.subject))
      share(line.rows)
      return .saved(line.sequence)
    }
  }

  /// The newest change of the viewer that can be undone, or the newest undoing that can be redone.
  private func candidate(redo: Bool) -> Int? {
    changes.lastIndex {
      $0.line.actor == viewer.name && !$0.isUndone && ($0.line.kind == .undone) == redo
        && $0.line.sequence > firstOfSession
    }
  }

  /// The change that a person made, behind undoing and doing again.
  private func original(of line: ChangeLine) -> ChangeLine {
    var line = line
    while line.kind == .undone || line.kind == .redone, let number = line.undoes,
      let found = changes.first(where: { $0.line.sequence == number })
    {
      line = found.line
    }
    return line
  }

  /// Changes up to this one belong to earlier sessions.
  var firstOfSession: Int64 = 0

  /// Takes back all that was done at once, or nothing.
  private mutating func undo(redo: Bool) -> UndoResult {
    guard let number = candidate(redo: redo) else { return .nothing }
    let numbers = together(number)
    let before = self
    let first = changes.count
    for one in numbers {
      let result = undo(one, redo: redo)
      guard case .done = result else {
        self = before
        return result
      }
    }
    if numbers.count > 1 {
      for place in first..<changes.count { changes[place].batch = Int64(first + 1) }
    }
    return .done(original(of: changes[number].line), count: numbers.count)
  }

  private mutating func undo(_ number: Int, redo: Bool) -> UndoResult {
    let change = changes[number]
    let touched = Set(change.line.rows.compactMap { ($0.after ?? $0.before)?.id })
    let later = changes[(number + 1)...].contains { other in
      !other.isUndone && other.line.kind != .undone
        && other.line.rows.contains { touched.contains(($0.after ?? $0.before)?.id ?? 0) }
    }
    if later { return .refused(change.line, .laterChange) }
    if takeBackScan(change.line) { return turned(number, redo: redo) }
    guard let place = placements.firstIndex(where: { $0.placement.id == change.line.placement }) else {
      guard let records = gone.removeValue(forKey: change.line.placement) else { return .nothing }
      placements.append(records)
      return turned(number, redo: redo)
    }
    if change.line.rows.contains(where: { ($0.after?.table, $0.before) == (.placement, nil) }) {
      gone[change.line.placement] = placements.remove(at: place)
      return turned(number, redo: redo)
    }
    var rows = placements[place].storedRows
    for row in change.line.rows.reversed() {
      guard let now = row.after ?? row.before else { continue }
      rows.removeAll { $0.table == now.table && $0.id == now.id }
      if let before = row.before { rows.append(before) }
    }
    guard let records = PlacementRecords(rows: rows) else { return .failed("rows") }
    placements[place] = records
    share(change.line.rows.map(\.inverse))
    return turned(number, redo: redo)
  }

  private mutating func turned(_ number: Int, redo: Bool) -> UndoResult {
    let change = changes[number]
    changes[number].isUndone = true
    var line = change.line
    line.sequence = Int64(changes.count + 1)
    line.kind = redo ? .redone : .undone
    line.rows = change.line.rows.reversed().map(\.inverse)
    line.undoes = change.line.sequence
    changes.append(Change(line: line, subject: change.subject))
    return .done(original(of: change.line))
  }
}
