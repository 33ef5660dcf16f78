import StateStore
import WerkendLeren

extension RandomCommands {
  /// A command about the placement's own data, its people, or the archive.
  static func peopleCommand(
    for records: PlacementRecords, today: Day, using generator: inout some RandomNumberGenerator
  ) -> Command {
    func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &generator)] }
    func near(_ range: ClosedRange<Int>) -> Day { today.adding(days: Int.random(in: range, using: &generator)) }
    switch Int.random(in: 0..<6, using: &generator) {
    case 0:
      var edit = PlacementEdit()
      edit.student = pick([nil, "Amira", "Øverli"])
      edit.mail = pick([nil, "", "new@x.test"])
      edit.dates = pick([nil, .init(start: near(-40...60), end: near(100...400))])
      return .edit(edit)
    case 1:
      return .correctKey(
        number: pick(["900 1", "9001", records.student.number]),
        programme: pick(["Logopedie", records.placement.programme]), reason: "typing mistake")
    case 2:
      return pick([
        .archive(name: records.student.name), .unarchive, .end(.endedEarly, day: today, reason: "done", by: .student),
      ])
    case 3:
      let assignment = pick(records.assignments.isEmpty ? [nil] : records.assignments)
      return .editPerson(
        assignment?.person ?? 0, assignment: pick([nil, assignment?.id]),
        PersonContent(
          name: pick(["Sanne de Mol", "Jan van Dijk"]), mail: pick(["", "x@y.test"]), basis: "course", hours: "2",
          standIn: pick(["", "Piet"]), from: near(-20...3), until: pick([nil, near(1...40)])))
    case 4:
      return .renameEmployer(records.employers.last?.id ?? 0, name: pick(["Anker", "Anker BV", "Boog BV"]))
    default:
      return .editWorkplace(
        records.workplaces.last?.id ?? 0, name: pick(["Noord", "Oost"]), address: pick(["", "Kade 2"]))
    }
  }
}
