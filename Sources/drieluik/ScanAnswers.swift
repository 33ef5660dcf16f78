import Dashboards
import Language
import StateStore
import WerkendLeren

/// The store's answers about workplace scans.
extension StoreAnswers {
  /// So many scans of one workplace are listed at most: one every two years, and those in between.
  private static let mostScans = 200

  func answer(_ request: ScanRequest) throws(StoreProblem) -> Message? {
    switch request {
    case .list(let workplace):
      let lines = try store.scans(of: workplace, as: viewer, limit: Self.mostScans)
      return .scan(
        .listed(workplace: workplace, lines.map { ScanListLine(scan: $0.scan, decision: $0.decision) }))
    case .load(let id):
      let view = try store.scan(id, as: viewer)
      return .scan(
        .loaded(
          id,
          ScanSnapshot(
            records: view.records, questionnaire: view.questionnaire, employer: view.employer, seen: view.lastChange,
            place: places.place(in: id, of: viewer))))
    case .begin(let placement): return .scan(.begun(placement: placement, try begin(placement)))
    case .step(let request): return .scan(.stepped(request, try take(request)))
    case .keepPlace(let scan, let question):
      places.keep(question, in: scan, of: viewer)
      return nil
    }
  }

  /// What is told where the store could not do it.
  func failed(_ problem: StoreProblem, _ text: String, _ request: ScanRequest) -> Message {
    switch request {
    case .begin(let placement): .scan(.begun(placement: placement, .failed(text)))
    case .step(let request): .scan(.stepped(request, .failed(text)))
    case .load(let id) where problem.kind == .noSuchScan: .scan(.loaded(id, nil))
    case .list, .load, .keepPlace: .failed(text)
    }
  }

  private func begin(_ placement: Int64) throws(StoreProblem) -> ScanBeginning {
    switch try store.beginScan(at: placement, as: viewer, at: clock.now()) {
    case .done(_, let records): return .begun(records.scan.id)
    case .refused(let refusal): return .refused(refusal)
    case .conflict: throw StoreProblem(.unexpected)
    }
  }

  private func take(_ request: ScanStepRequest) throws(StoreProblem) -> ScanStepResult {
    let now = clock.now()
    let outcome = try store.perform(
      request.step, onScan: request.scan, from: request.placement, as: viewer, at: now, seen: request.seen)
    switch outcome {
    case .done(let change, let records): return .saved(change: change, moment: now.text, records)
    case .refused(let refusal): return .refused(refusal)
    case .conflict(let conflict): return .conflict(ChangeLine(conflict.change))
    }
  }
}
