import Dashboards
import Language
import WerkendLeren

extension FakeStore {
  /// Carries out what is asked of several placements, or only tries it.
  mutating func group(_ request: GroupRequest, agreed: GroupOutcome?) -> GroupAnswer {
    if let text = failure {
      failure = nil
      return .failed(text)
    }
    var after = self
    let outcome = after.carryOut(request)
    if let agreed, agreed.done != outcome.done || agreed.refused != outcome.refused { return .changed(outcome) }
    guard agreed != nil else { return .tried(outcome) }
    self = after
    return .saved(outcome)
  }

  private mutating func carryOut(_ request: GroupRequest) -> GroupOutcome {
    var outcome = GroupOutcome(done: [], refused: [], students: [:])
    let first = changes.count
    for (place, order) in request.orders.enumerated() {
      guard let records = self[order.placement], viewer.maySee(records) else {
        outcome.refused.append(.init(place: place, refusal: Refusal(.notYours)))
        continue
      }
      outcome.students[order.placement] = records.student.name
      let result: PerformResult =
        switch order.command.command(for: records, today: today, fold: TextDoor.folded) {
        case .failure(let refusal): .refused(refusal)
        case .success(let command):
          perform(PerformRequest(placement: order.placement, command: command, seen: nil))
        }
      if case .refused(let refusal) = result {
        outcome.refused.append(.init(place: place, refusal: refusal))
      } else {
        outcome.done.append(place)
      }
    }
    for number in first..<changes.count { changes[number].batch = Int64(first + 1) }
    return outcome
  }

  /// The numbers of the changes that were made at once with one, newest first.
  func together(_ number: Int) -> [Int] {
    guard let batch = changes[number].batch else { return [number] }
    return changes.indices.reversed().filter {
      changes[$0].batch == batch && !changes[$0].isUndone
        && (changes[$0].line.kind == .undone) == (changes[number].line.kind == .undone)
    }
  }
}
