import Dashboards
import Language
import StateStore
import WerkendLeren

/// A scan that an argument named.
struct NamedScan {
  /// Its row, the number that `scan list` shows.
  var id: Int64
  /// The placement by which it was named; nil where it was named by its number.
  var placement: Int64?
}

extension Call {
  /// The scan of that number, else the one of the workplace of a placement: the open one, or without `open` the newest.
  func scan(_ text: String, open: Bool, in store: Store, as viewer: Viewer) throws(Failure) -> NamedScan {
    let text = TextDoor.clean(text, limit: 500)
    if let number = Int64(text), number > 0 {
      if try inWords({ () throws(StoreProblem) in try has(number, in: store, as: viewer) }) {
        return NamedScan(id: number, placement: nil)
      }
      // A student's number is a number, too.
      if case .none = try inWords({ () throws(StoreProblem) in try store.find(text, as: viewer) }) {
        throw Failure(65, words("scan.unknown", ["scan": text]))
      }
    }
    return try scan(
      at: try placement(text, in: store, as: viewer), named: text, open: open, in: store, as: viewer)
  }

  /// The open or the newest scan of a placement's workplace; nil where there is none.
  func newestScan(at placement: Int64, open: Bool, in store: Store, as viewer: Viewer) throws(Failure) -> Int64? {
    try inWords { () throws(StoreProblem) -> Int64? in
      guard let workplace = try store.records(placement, as: viewer).records.currentWorkplace else { return nil }
      let states = open ? ScanState.allCases.filter { $0 != .decided } : ScanState.allCases
      return try store.scans(of: workplace.id, in: states, as: viewer, limit: 1).first?.id
    }
  }

  private func scan(at placement: Int64, named text: String, open: Bool, in store: Store, as viewer: Viewer)
    throws(Failure)
    -> NamedScan
  {
    guard let found = try newestScan(at: placement, open: open, in: store, as: viewer) else {
      throw Failure(65, words(open ? "scan.noneOpen" : "scan.none", ["placement": text]))
    }
    return NamedScan(id: found, placement: placement)
  }

  private func has(_ scan: Int64, in store: Store, as viewer: Viewer) throws(StoreProblem) -> Bool {
    do throws(StoreProblem) {
      _ = try store.scan(scan, as: viewer)
      return true
    } catch {
      if error.kind == .noSuchScan { return false }
      throw error
    }
  }

  /// A refusal of the domain as a failure of the command.
  func failure(_ refusal: Refusal, model: DutyModel? = nil) -> Failure {
    let text = RefusalWording(words: words, today: clock.now().today).text(refusal, model: model ?? BuiltInModel.load())
    switch refusal.kind {
    case .schoolOnly, .otherParty, .notYours: return Failure(77, text)
    default: return Failure(65, text)
    }
  }

  /// Somebody else changed the same thing meanwhile.
  func failure(_ conflict: Conflict) -> Failure {
    Failure(69, words("scan.conflict", ["by": conflict.change.actor]))
  }
}
