import StateStore
import WerkendLeren

extension StatusFigures {
  /// The gates in model order, those that stand on the workplace as one: the second of them fails wherever the first does (`rules.md`, "Shared duties
  /// and change").
  func joinedGates(_ model: DutyModel) -> [Gate] {
    var result: [Gate] = []
    var workplace: Int?
    for gate in gates {
      let record = model[gate.duty]?.record
      let isWorkplace = record == .workplace || record == .suitableWorkplace
      if isWorkplace, let place = workplace {
        result[place].placements = max(result[place].placements, gate.placements)
        continue
      }
      if isWorkplace { workplace = result.count }
      result.append(gate)
    }
    return result
  }
}
