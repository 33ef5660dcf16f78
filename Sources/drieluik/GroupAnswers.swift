import Dashboards
import StateStore
import WerkendLeren

/// The store's answers about many placements at once.
extension StoreAnswers {
  /// Tries or carries out what is asked of all that is marked. `progress` gets the number so far and says whether to go on.
  func group(
    _ request: GroupRequest, agreed: GroupOutcome?, progress: (Int) -> Bool
  ) -> GroupAnswer {
    do throws(StoreProblem) {
      let orders = request.orders.map { (placement: $0.placement, command: $0.command) }
      let ending = try store.performGroup(
        orders, as: viewer, at: clock.now(), isTrial: agreed == nil, agreed: agreed.map(performed), progress: progress)
      return switch ending {
      case .done(let result): agreed == nil ? .tried(outcome(result)) : .saved(outcome(result))
      case .differs(let result): .changed(outcome(result))
      case .stopped: .stopped
      }
    } catch {
      return .failed(words(error.key, error.parameters))
    }
  }

  /// Takes back what was done last, or does it again. `progress` gets how many were turned so far, and of how many.
  func undo(redo: Bool, progress: (Int, Int) -> Void) throws(StoreProblem) -> Message {
    let moment = clock.now()
    let outcome =
      try redo
      ? store.redo(as: viewer, at: moment, progress: progress) : store.undo(as: viewer, at: moment, progress: progress)
    return .undone(try result(outcome), redo: redo)
  }

  /// The same, with what went wrong as an answer.
  func undone(redo: Bool, progress: (Int, Int) -> Void) -> Message {
    do throws(StoreProblem) {
      return try undo(redo: redo, progress: progress)
    } catch {
      return .undone(.failed(words(error.key, error.parameters)), redo: redo)
    }
  }

  private func outcome(_ result: GroupPerformed) -> GroupOutcome {
    GroupOutcome(
      done: result.done, refused: result.refused.map { .init(place: $0.place, refusal: $0.refusal) },
      students: result.students)
  }

  private func performed(_ outcome: GroupOutcome) -> GroupPerformed {
    GroupPerformed(
      done: outcome.done, refused: outcome.refused.map { .init(place: $0.place, refusal: $0.refusal) })
  }

  /// All that a filter of the overview shows; none where they are more than can be marked.
  func all(_ filter: OverviewFilter, limit: Int) throws(StoreProblem) -> Message {
    let query = query(filter)
    let found = try store.window(query, as: viewer, offset: 0, limit: 0, today: today)
    guard found.total <= limit else { return .allFound(filter, [], count: found.total) }
    let placements = try store.placements(matching: query, as: viewer, limit: limit, today: today)
    return .allFound(filter, placements, count: placements.count)
  }

  /// The same of the agenda.
  func all(_ filter: AgendaFilter, limit: Int) throws(StoreProblem) -> Message {
    let counted = try store.agenda(query(filter), as: viewer, offset: 0, limit: 0, today: today)
    let count = counted.total ?? 0
    guard count <= limit else {
      return .allOfAgendaFound(
        filter, Dashboards.AgendaPage(offset: 0, entries: [], total: count, models: [:]))
    }
    return .allOfAgendaFound(filter, try agendaPage(filter, offset: 0, limit: limit, counted: true))
  }
}
