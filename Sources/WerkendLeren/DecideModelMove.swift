/// Bringing a placement to another version of the duties. Source: `rules.md`, "Shared duties and change", and `domain.md`, "The course of a
/// placement".
extension Draft {
  mutating func moveModel(to row: Int64, reason: String) throws(Refusal) {
    try onlySchool()
    let before = records.placement.model
    guard row != before else { throw Refusal(.nothingChanges) }
    guard let new = context.models[row] else { throw Refusal(.noSuchRecord) }
    // Going back takes something away that people may rely on.
    if row < before { try text(reason, else: .needsReason) }
    let old = context.model
    for index in records.marks.indices {
      let mark = records.marks[index]
      let given = mark.model.flatMap { context.models[$0] } ?? old
      let isSame = given.wording(of: mark.duty, for: mark.party) == new.wording(of: mark.duty, for: mark.party)
      records.marks[index].model = isSame ? nil : mark.model ?? before
    }
    let difference = ModelDifference(from: old, to: new)
    records.modelMoves.append(
      ModelMove(
        id: context.row(), placement: placement, from: before, to: row, day: today, by: viewer.name, reason: reason,
        added: difference.added.map(\.id), dropped: difference.dropped.map(\.id),
        reworded: difference.reworded.map(\.after.id)))
    records.placement.model = row
    kind = .modelMoved
    subject = "model"
    note = "\(old.name) → \(new.name)" + (reason.isEmpty ? "" : ": \(reason)")
  }
}
