import Language
import StateStore
import WerkendLeren

/// Example placements.
struct DemoData {
  let store: Store
  let today: Day
  let words: Words
  func fill() throws(StoreProblem) {}
}
