import Language
import WerkendLeren
import Widgets

/// The forms of a placement's own data, its people, and of what placements share.
public enum PeopleForm: Equatable, Sendable {
  /// The student's name, mail, phone, and the planned dates, as they are.
  case edit(Student, Placement)
  /// Student number and programme, as they are.
  case correctKey(Student, Placement)
  /// Whose placement is put away.
  case archive(Student)
  /// Who has or had a role, as they are.
  case holder(Assignment, Person)
  /// Who takes over a role, and from whom.
  case successor(PersonRole, of: Assignment, Person)
  /// A person, in all placements.
  case person(Person)
  /// An employer.
  case employer(Employer)
  /// A workplace.
  case workplace(Workplace)
  /// A student, in all placements.
  case student(Student)
  /// Which file is taken in.
  case importFile

  /// The end of the key of its title.
  var name: String {
    switch self {
    case .edit: "edit"
    case .correctKey: "correctKey"
    case .archive: "archive"
    case .holder(let assignment, _): FormKind.person(assignment.role).name
    case .successor(let role, _, _): "successor.\(role.rawValue)"
    case .person: "person"
    case .employer: "employer"
    case .workplace: "workplaceData"
    case .student: "studentData"
    case .importFile: "importFile"
    }
  }
}

extension FormKind {
  /// The role for which it names somebody who does not have it yet.
  var newcomer: PersonRole? {
    switch self {
    case .person(let role), .people(.successor(let role, _, _)): role
    case .group(let form): form.action == .contact ? .schoolContact : nil
    default: nil
    }
  }

  /// Whether it is about what placements share, and named by itself rather than by one of them.
  var isShared: Bool {
    switch self {
    case .people(.person), .people(.employer), .people(.workplace), .people(.student): true
    default: false
    }
  }

  /// The least that such a form can change, to know beforehand whether it would be refused; nil for other forms.
  func leastSharedChange(today: Day) -> Command? {
    switch self {
    case .people(.person(let person)):
      .editPerson(
        person.id, assignment: nil, PersonContent(name: person.name, function: person.function + "?", from: today))
    case .people(.employer(let employer)): .renameEmployer(employer.id, name: employer.name + "?")
    case .people(.workplace(let workplace)):
      .editWorkplace(workplace.id, name: workplace.name, address: workplace.address + "?")
    case .people(.student(let student)): .edit(PlacementEdit(mail: student.mail + "?"))
    default: nil
    }
  }

  /// The form as it is for a placement: where somebody has the role already, that of their data.
  func settled(in snapshot: PlacementSnapshot?) -> FormKind {
    guard case .person(let role) = self, let entry = snapshot?.records.assignments(of: role).last else { return self }
    return .people(.holder(entry.assignment, entry.person))
  }
}

extension FormBuilding {
  /// The fields of a form about people and placements, and what stands in them.
  func people(_ form: PeopleForm) -> ([FormField], [String: String]) {
    switch form {
    case .edit(let student, let placement): return edit(student, placement)
    case .student(let student): return edit(student, nil)
    case .correctKey(let student, let placement):
      return (
        [
          information(words["form.correctKey.why"]), line("number", required: true),
          field("programme", .search([], allowsOther: true), required: true), prose("reason"),
        ], ["number": student.number, "programme": placement.programme]
      )
    case .archive(let student):
      return (
        [
          information(words["form.archive.why"]),
          FormField(
            id: "typedName", label: words["field.typedName"],
            help: words("field.typedName.help", ["name": student.name]), required: true, maximumLength: 200),
        ], [:]
      )
    case .holder(let assignment, let person):
      var values = values(of: person)
      values["hours"] = assignment.hours
      values["standIn"] = assignment.standIn
      values["from"] = text(assignment.from)
      values["until"] = assignment.until.map(text) ?? ""
      return (personFields(assignment.role, why: words["form.holder.why"]), values)
    case .successor(let role, _, let former):
      return (
        personFields(role, why: words("form.successor.why", ["former": former.name])), ["from": text(today)]
      )
    case .person(let person):
      let fields = personFields(person.party == .employer ? .supervisor : .schoolContact, why: words["form.person.all"])
      return (fields.filter { !["from", "until", "hours", "standIn"].contains($0.id) }, values(of: person))
    case .employer(let employer):
      return (
        [information(words["form.employer.why"]), line("name", required: true)], ["name": employer.name]
      )
    case .workplace(let workplace):
      return (
        [information(words["form.workplaceData.why"]), line("name", required: true), line("address")],
        ["name": workplace.name, "address": workplace.address]
      )
    case .importFile:
      return (
        [information(words["form.importFile.why"]), line("file", help: words["field.file.help"], required: true)], [:]
      )
    }
  }

  /// The student's data, with the planned dates where it is about one placement.
  private func edit(_ student: Student, _ placement: Placement?) -> ([FormField], [String: String]) {
    let mail = [field("mail", .email), field("phone", .phone)]
    var values = ["student": student.name, "mail": student.mail, "phone": student.phone]
    guard viewer.party == .school else { return ([information(words["form.edit.own"])] + mail, values) }
    let name = line("student", required: true)
    guard let placement else { return ([information(words["form.studentData.why"]), name] + mail, values) }
    values["start"] = placement.start.map(text) ?? ""
    values["end"] = placement.end.map(text) ?? ""
    return (
      [information(words["form.edit.why"]), name] + mail
        + [date("start", required: false), date("end", required: false)], values
    )
  }

  /// The fields about somebody in a role.
  func personFields(_ role: PersonRole, why: String) -> [FormField] {
    let isSupervisor = role == .supervisor
    var fields = [information(why), line("name", required: true), line("function")]
    if isSupervisor {
      fields += [
        line("experience", help: words["field.experience.help"]), line("basis", help: words["field.basis.help"]),
      ]
    }
    fields += [
      field("mail", .email), field("phone", .phone), line("reachable", help: words["field.reachable.help"]),
    ]
    if isSupervisor { fields += [line("hours", help: words["field.hours.help"]), line("standIn")] }
    return fields + [date("from"), date("until", required: false)]
  }

  private func values(of person: Person) -> [String: String] {
    [
      "name": person.name, "function": person.function, "mail": person.mail, "phone": person.phone,
      "reachable": person.reachable, "experience": person.experience, "basis": person.basis,
    ]
  }
}

extension FormReading {
  /// What a form about people and placements asks for.
  mutating func people(_ form: PeopleForm) -> Outcome {
    if form == .importFile { return .importFile(required("file", text("file", limit: 4000))) }
    return command(form).map(Outcome.command) ?? .wrong(errors)
  }

  private mutating func command(_ form: PeopleForm) -> Command? {
    switch form {
    case .importFile: return nil
    case .edit(let student, let placement): return .edit(edit(student, placement))
    case .student(let student): return .edit(edit(student, nil))
    case .correctKey:
      let number = number()
      return .correctKey(
        number: number, programme: required("programme", text("programme")),
        reason: required("reason", prose("reason")))
    case .archive(let student):
      let name = required("typedName", text("typedName"))
      if TextDoor.folded(name) != TextDoor.folded(student.name) { refuse("typedName", words["refusal.nameDiffers"]) }
      return .archive(name: name)
    case .holder(let assignment, let person):
      return .editPerson(person.id, assignment: assignment.id, personContent())
    case .successor(let role, let assignment, let former):
      if let first = day("from"), first < assignment.from {
        let since = DateWords(words).short(assignment.from, today: nil)
        refuse("from", words("error.beforeFormer", ["name": former.name, "day": since]))
      }
      return .setPerson(role: role, personContent())
    case .person(let person): return .editPerson(person.id, assignment: nil, personContent(hasDates: false))
    case .employer(let employer): return .renameEmployer(employer.id, name: required("name", text("name")))
    case .workplace(let workplace):
      return .editWorkplace(workplace.id, name: required("name", text("name")), address: text("address"))
    }
  }

  /// A student number; the slash stands between number and programme wherever a placement is named.
  mutating func number() -> String {
    let number = required("number", text("number"))
    if number.contains("/") { refuse("number", words["error.slash"]) }
    return number
  }

  /// Only what is another than it was, so that somebody else's change at the same time stays.
  private mutating func edit(_ student: Student, _ placement: Placement?) -> PlacementEdit {
    var edit = PlacementEdit()
    func changed(_ id: String, from old: String) -> String? { text(id) == old ? nil : text(id) }
    edit.mail = changed("mail", from: student.mail)
    edit.phone = changed("phone", from: student.phone)
    guard viewer.party == .school else { return edit }
    edit.student = required("student", text("student")) == student.name ? nil : text("student")
    guard let placement else { return edit }
    let dates = PlacementEdit.Dates(start: optionalDate("start"), end: optionalDate("end"))
    inOrder("start", "end")
    if dates != .init(start: placement.start, end: placement.end) { edit.dates = dates }
    return edit
  }

  /// What is said of a person; without dates they are not asked for.
  mutating func personContent(hasDates: Bool = true) -> PersonContent {
    let from = hasDates ? date("from") : today
    let until = hasDates ? optionalDate("until") : nil
    inOrder("from", "until")
    return PersonContent(
      name: required("name", text("name")), function: text("function"), mail: text("mail"), phone: text("phone"),
      reachable: text("reachable"), experience: text("experience"), basis: text("basis"), hours: text("hours"),
      standIn: text("standIn"), from: from, until: until)
  }
}
