/// What is asked of each of several placements at once. It becomes a command of each by what that one's records say.
public enum GroupCommand: Hashable, Sendable {
  /// The same command for all.
  case same(Command)
  /// The person becomes the contact person at the school, where that is not so yet.
  case assignContact(PersonContent)
  /// Into the archive; how many that are was typed, instead of every student's name.
  case archive

  /// The duty that it is about; nil for none.
  public var duty: DutyID? {
    guard case .same(let command) = self else { return nil }
    switch command {
    case .confirm(let duty, _, _, _), .setDueDate(let duty, _), .exclude(let duty, _), .include(let duty): return duty
    case .addNote(let duty, _), .setRhythm(let duty, _): return duty
    default: return nil
    }
  }

  /// The command for one placement, or why there is none.
  public func command(
    for records: PlacementRecords, today: Day, fold: (String) -> String
  ) -> Result<Command, Refusal> {
    switch self {
    case .same(let command): return .success(command)
    case .archive: return .success(.archive(name: records.student.name))
    case .assignContact(let content):
      guard let latest = records.assignments(of: .schoolContact).last,
        fold(latest.person.name) == fold(content.name)
      else { return .success(.setPerson(role: .schoolContact, content)) }
      // Who has the role stays in it since the day on which that began.
      if latest.assignment.until.map({ $0 >= today }) ?? true {
        return .failure(Refusal(.nothingChanges, duty: nil))
      }
      // What is known of the person is not cleared by a form that does not ask for it.
      var known = content
      let person = latest.person
      if known.function.isEmpty { known.function = person.function }
      if known.mail.isEmpty { known.mail = person.mail }
      if known.phone.isEmpty { known.phone = person.phone }
      if known.reachable.isEmpty { known.reachable = person.reachable }
      known.experience = person.experience
      known.basis = person.basis
      return .success(.setPerson(role: .schoolContact, known))
    }
  }
}
