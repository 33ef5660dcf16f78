import Language
import WerkendLeren
import Widgets

/// The form of a new placement: its fields, and what it asks for.
extension FormBuilding {
  func creation(_ contact: Person?) -> ([FormField], [String: String]) {
    func field(_ role: PersonRole, _ id: String, _ kind: FormField.Kind, help: String = "") -> FormField {
      FormField(id: role.field(id), label: words("field.\(id)"), help: help, kind: kind, maximumLength: 200)
    }
    func search(_ id: String, help: String = "", required: Bool = false) -> FormField {
      FormField(
        id: id, label: words("field.\(id)"), help: help, kind: .search([], allowsOther: true), required: required,
        maximumLength: 200)
    }
    var fields = [
      information(words["form.create.why"]), line("number", required: true), line("student", required: true),
      search("programme", required: true), self.field("mail", .email), self.field("phone", .phone),
      date("start", required: false), date("end", required: false),
      search("employer", help: words["form.create.employer.help"]), line("workplace"), line("address"),
    ]
    var values: [String: String] = [:]
    for role in PersonRole.allCases {
      fields.append(information(words("form.title.\(FormKind.person(role).name)")))
      fields += [field(role, "name", .line), field(role, "mail", .email), field(role, "phone", .phone)]
      if role == .supervisor {
        fields.append(field(role, "experience", .line, help: words["field.experience.help"]))
      }
    }
    if let contact {
      values[PersonRole.schoolContact.field("name")] = contact.name
      values[PersonRole.schoolContact.field("mail")] = contact.mail
      values[PersonRole.schoolContact.field("phone")] = contact.phone
    }
    return (fields, values)
  }
}

extension FormReading {
  mutating func creation() -> NewPlacement {
    var new = NewPlacement(
      number: number(), student: required("student", text("student")),
      programme: required("programme", text("programme")))
    new.mail = text("mail")
    new.phone = text("phone")
    new.start = optionalDate("start")
    new.end = optionalDate("end")
    inOrder("start", "end")
    new.employer = text("employer")
    new.workplace = text("workplace")
    new.address = text("address")
    if new.workplace.isEmpty, !new.address.isEmpty { refuse("workplace", words["error.required"]) }
    for role in PersonRole.allCases {
      let person = PersonContent(
        name: text(role.field("name")), mail: text(role.field("mail")), phone: text(role.field("phone")),
        experience: text(role.field("experience")), from: today)
      if !person.name.isEmpty {
        new.persons[role] = person
      } else if !(person.mail + person.phone + person.experience).isEmpty {
        refuse(role.field("name"), words["error.required"])
      }
    }
    let needsEmployer = !new.workplace.isEmpty || new.persons.keys.contains { $0.party == .employer }
    if new.employer.isEmpty, needsEmployer { refuse("employer", words["error.employerFirst"]) }
    return new
  }
}
