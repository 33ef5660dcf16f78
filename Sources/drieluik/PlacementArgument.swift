import Language
import StateStore
import WerkendLeren

extension Call {
  /// The row of a placement that an argument names, by `number/programme`, or by the number alone where that is clear.
  func placement(_ text: String, in store: Store, as viewer: Viewer) throws(Failure) -> Int64 {
    let text = TextDoor.clean(text, limit: 500)
    switch try inWords({ () throws(StoreProblem) in try store.find(text, as: viewer) }) {
    case .one(let row): return row
    case .none: throw Failure(65, words("status.unknownPlacement", ["placement": text]))
    case .ambiguous(let keys):
      throw Failure(65, [words("status.ambiguousPlacement", ["placement": text])] + keys.map { "  \($0)" })
    }
  }
}
