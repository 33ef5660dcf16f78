import WerkendLeren

extension RandomWorld {
  /// A command about the placement's own data, its people, or the archive.
  mutating func peopleCommand() -> Command {
    switch Int.random(in: 0..<7, using: &random) {
    case 0:
      var edit = PlacementEdit()
      edit.student = random.chance(1, in: 2) ? nil : name()
      edit.phone = random.chance(1, in: 2) ? nil : text()
      edit.dates = random.chance(1, in: 2) ? nil : .init(start: optionalDay(), end: optionalDay())
      return .edit(edit)
    case 1: return .correctKey(number: random.pick(["0301234", "12"], or: ""), programme: text(), reason: text())
    case 2: return random.chance(1, in: 2) ? .archive(name: world.records.student.name) : .unarchive
    case 3, 4:
      let assignment = random.pick(world.records.assignments.map { $0 as Assignment? }, or: nil)
      let name = name()
      return .editPerson(
        assignment?.person ?? 0, assignment: random.chance(1, in: 3) ? nil : assignment?.id,
        PersonContent(
          name: name, mail: mail(of: name), basis: text(), hours: text(), standIn: text(), from: day(),
          until: optionalDay()))
    case 5: return .renameEmployer(random.pick(world.records.employers.map(\.id), or: 0), name: employer())
    default:
      return .editWorkplace(random.pick(world.records.workplaces.map(\.id), or: 0), name: text(), address: text())
    }
  }
}
