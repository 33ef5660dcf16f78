import Dashboards
import Language
import StateStore
import WerkendLeren

/// Carries out what the screens ask of the store, and answers in their words.
struct StoreAnswers {
  let store: Store
  let clock: Clock
  let words: Words
  /// The newest model when the screens opened: its gates are counted below the overview.
  let model: DutyModel
  /// Where people left their scans.
  let places: ScanPlaces
  var viewer: Viewer

  /// The answer to an effect; nil for effects that are not the store's.
  func answer(_ effect: Effect) -> Message? {
    do throws(StoreProblem) {
      return try read(effect)
    } catch {
      return failed(error, effect)
    }
  }

  var today: Day { clock.now().today }

  private func text(_ problem: StoreProblem) -> String { words(problem.key, problem.parameters) }

  /// Reading that fails is told; writing that fails keeps what was typed and is told there.
  private func failed(_ problem: StoreProblem, _ effect: Effect) -> Message {
    switch effect {
    case .perform(let request): .performed(request, .failed(text(problem)))
    case .create(let new): .created(new, .failed(text(problem)))
    case .undo(let redo): .undone(.failed(text(problem)), redo: redo)
    case .scan(let request): failed(problem, text(problem), request)
    case .loadPlacement where problem.kind == .noSuchPlacement: .placementLoaded(nil)
    default: .failed(text(problem))
    }
  }

  private func read(_ effect: Effect) throws(StoreProblem) -> Message? {
    switch effect {
    case .loadOverview(let filter, let offset, let limit):
      let page = try store.window(query(filter), as: viewer, offset: offset, limit: limit, today: today)
      return .overviewLoaded(filter, try screenPage(page.rows, offset: offset, total: page.total))
    case .loadCounts:
      let figures = try store.status(today: today, as: viewer, first: 0)
      return .countsLoaded(
        OverviewCounts(
          placements: figures.total, overdue: figures.overdueForAny,
          failingGates: figures.joinedGates(model).reduce(0) { $0 + $1.placements },
          startingSoon: figures.startingWithin28Days,
          isEmpty: figures.total == 0 ? try store.isEmpty(as: viewer) : false))
    case .loadPlacement(let id):
      let view = try store.records(id, as: viewer)
      let latest = try store.history(of: id, as: viewer, limit: 1).first
      return .placementLoaded(
        PlacementSnapshot(
          records: view.records, model: view.model, seen: view.lastChange, latest: latest.map(line)))
    case .loadMine(let limit):
      let rows = try store.mineRows(viewer, limit: limit + 1, today: today)
      return .mineLoaded(
        try screenPage(Array(rows.prefix(limit)), offset: 0, total: rows.count), more: rows.count > limit)
    case .loadAgenda(let filter, let offset, let limit, let counted):
      return .agendaLoaded(filter, try agendaPage(filter, offset: offset, limit: limit, counted: counted))
    case .findAgenda(let filter, let day):
      return .agendaFound(filter, try store.agendaPosition(of: day, in: query(filter), as: viewer, today: today))
    case .loadHistory(let placement, let duty, let offset, let limit):
      // One more than asked for tells whether the list goes on.
      let rows = try store.history(of: placement, duty: duty, as: viewer, offset: offset, limit: limit + 1)
      return .historyLoaded(
        placement: placement, duty: duty, offset: offset, lines: rows.prefix(limit).map(line),
        total: offset + rows.count)
    case .loadEmployers(let text, let offset, let limit):
      let words = TextDoor.folded(text).split(separator: " ").map(String.init)
      return .employersLoaded(text, try store.employers(matching: words, as: viewer, offset: offset, limit: limit))
    case .loadRegister(let subject, let offset, let limit):
      return .registerLoaded(
        subject, try store.register(subject, as: viewer, offset: offset, limit: limit, today: today))
    case .loadEntryHistory(let placement, let entry):
      let rows = try store.history(ofEntry: entry, in: placement, as: viewer, limit: 50)
      return .entryHistoryLoaded(entry: entry, lines: rows.map(line))
    case .loadNames(.programmes): return .namesLoaded(.programmes, try store.programmeNames(as: viewer))
    case .loadNames(.employers): return .namesLoaded(.employers, try store.employerNames(as: viewer))
    case .loadNewestModel:
      guard let newest = try store.newestModel() else { return nil }
      return .newestModelLoaded(KeptModel(row: newest.id, model: newest.model))
    case .perform(let request): return .performed(request, try perform(request))
    case .findUndo(let redo):
      let change = try redo ? store.nextRedo(as: viewer) : store.nextUndo(as: viewer)
      guard let change else { return .undoFound(nil, redo: redo) }
      return .undoFound(line(try original(of: change)), redo: redo, count: try store.batchCount(change))
    case .undo(let redo): return try undo(redo: redo) { _, _ in }
    case .findAll(let filter, let limit): return try all(filter, limit: limit)
    case .findAllOfAgenda(let filter, let limit): return try all(filter, limit: limit)
    case .tryGroup(let request):
      return .grouped(request, agreed: nil, group(request, agreed: nil) { _ in true })
    case .performGroup(let request, let agreed):
      return .grouped(request, agreed: agreed, group(request, agreed: agreed) { _ in true })
    case .prepareCreation: return .creationPrepared(try store.ownPerson(of: viewer))
    case .countPlacements(let person):
      return .placementsCounted(person: person, try store.placementCount(ofPerson: person, as: viewer))
    case .lookUp(let lookup): return .lookedUp(lookup, try look(up: lookup))
    case .create(let new): return .created(new, try create(new))
    case .scan(let request): return try answer(request)
    case .keepTyped, .editText, .chooseViewer, .listThemes, .tryTheme, .keepTheme, .importFile, .openDemonstration,
      .setMouse,
      .repaint,
      .suspend, .quit:
      return nil
    }
  }

  private func perform(_ request: PerformRequest) throws(StoreProblem) -> PerformResult {
    switch try store.perform(
      request.command, on: request.placement, as: viewer, at: clock.now(), seen: request.seen)
    {
    case .done(let change, _): .saved(change)
    case .refused(let refusal): .refused(refusal)
    case .conflict(let conflict): .conflict(line(conflict.change))
    }
  }

  func result(_ outcome: UndoOutcome) throws(StoreProblem) -> UndoResult {
    switch outcome {
    case .done(let changes, _):
      guard let change = changes.first else { return .nothing }
      return .done(line(try original(of: change)), count: changes.count)
    case .nothing: return .nothing
    case .refused(let why, let change): return .refused(line(try original(of: change)), refusal(why))
    }
  }

  /// The change that an undo or redo is about: undo of a redo of an undo … leads back to one that a person made.
  private func original(of change: ChangeRow) throws(StoreProblem) -> ChangeRow {
    var change = change
    while change.kind == .undone || change.kind == .redone, let before = change.undoes,
      let found = try store.change(before, as: viewer)
    {
      change = found
    }
    return change
  }

  private func refusal(_ why: StateStore.UndoRefusal) -> Dashboards.UndoRefusal {
    switch why {
    case .changedSince, .isReferred, .notYours: .laterChange
    case .wasImported: .imported
    case .needsWithdrawal: .needsReason
    }
  }

  private func line(_ row: ChangeRow) -> ChangeLine { ChangeLine(row) }

  func query(_ filter: OverviewFilter) -> OverviewQuery {
    let stages: Set<Stage>? =
      switch filter.stages {
      case .all, .archived: nil
      case .preparation: [.preparation]
      case .during: [.during]
      case .paused: [.paused]
      case .finished: [.completed, .ended, .neverStarted]
      }
    return OverviewQuery(
      words: TextDoor.folded(filter.text).split(separator: " ").map(String.init), stages: stages, mine: filter.mine,
      overdue: filter.overdue, failingGate: filter.gate, archived: filter.stages == .archived)
  }

  private func screenPage(
    _ rows: [StateStore.OverviewRow], offset: Int, total: Int
  ) throws(StoreProblem) -> Dashboards.OverviewPage {
    var models: [Int64: DutyModel] = [:]
    for row in rows where models[row.model] == nil { models[row.model] = try store.model(row.model) }
    return Dashboards.OverviewPage(
      offset: offset,
      rows: rows.map { row in
        Dashboards.OverviewRow(
          id: row.id, student: row.student, employer: row.employer.isEmpty ? nil : row.employer,
          programme: row.programme, model: row.model, summary: row.summary)
      }, total: total, models: models, conditions: try store.conditionTexts(conditions(rows), as: viewer))
  }

  /// The conditions of workplace scans that rows name.
  private func conditions(_ rows: [StateStore.OverviewRow]) -> Set<Int64> {
    Set(rows.flatMap { $0.summary.open.compactMap(\.condition) })
  }
}
