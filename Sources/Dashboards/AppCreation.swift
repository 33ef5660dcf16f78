import Language
import WerkendLeren
import Widgets

/// A new placement: its form, what the form fills in by itself, and what becomes of it.
extension App {
  /// Begins a new placement; the form opens as soon as it is known who asks.
  mutating func beginCreation() -> [Effect] {
    guard viewer.party == .school else {
      refuse(Refusal(.schoolOnly))
      return []
    }
    return [.prepareCreation]
  }

  /// What has to be looked up when a field of a form was left.
  func lookups(leaving field: String?, of form: FormScreen) -> [Effect] {
    guard let field else { return [] }
    func text(_ id: String) -> String { TextDoor.clean(form.form.values[id] ?? "", limit: 200) }
    if let role = form.kind.newcomer {
      guard field == "name", !text("name").isEmpty, text("mail").isEmpty else { return [] }
      return [.lookUp(.person(role, name: text("name"), employer: snapshot?.records.currentEmployer?.name ?? ""))]
    }
    guard case .create = form.kind else { return [] }
    if field == "number" || field == "programme" {
      return text("number").isEmpty ? [] : [.lookUp(.student(number: text("number")))]
    }
    if field == "employer" || field == "workplace" {
      return text("employer").isEmpty ? [] : [.lookUp(.employer(name: text("employer")))]
    }
    guard let role = PersonRole.allCases.first(where: { $0.field("name") == field }), !text(field).isEmpty,
      text(role.field("mail")).isEmpty
    else { return [] }
    return [.lookUp(.person(role, name: text(field), employer: text("employer")))]
  }

  /// Fills in what is known, where nothing was typed.
  mutating func take(_ lookup: FormLookup, _ finding: FormFinding) {
    guard case .form(var screen) = top else { return }
    if case .person(let person) = finding, screen.kind.newcomer != nil {
      fill(
        &screen,
        [
          "function": person.function, "mail": person.mail, "phone": person.phone, "reachable": person.reachable,
          "experience": person.experience, "basis": person.basis,
        ])
      top = .form(screen)
    }
    guard case .create = screen.kind else { return }
    switch (lookup, finding) {
    case (.student, .student(let student, let placements)):
      fill(&screen, ["student": student.name, "mail": student.mail, "phone": student.phone])
      let programme = TextDoor.folded(screen.form.values["programme"] ?? "")
      if let existing = placements.first(where: { TextDoor.folded($0.programme) == programme }) {
        return offer(existing.id, student: student.name, programme: existing.programme, screen)
      }
      screen.refused = [:]
      screen.remark =
        placements.isEmpty
        ? ""
        : words(
          "form.create.knownStudent",
          ["student": student.name, "programmes": placements.map(\.programme).joined(separator: ", ")])
    case (.student, _):
      screen.refused = [:]
      screen.remark = ""
    case (.employer, .employer(let employer, let workplaces, let contact)): take(&screen, employer, workplaces, contact)
    case (.person(let role, _, _), .person(let person)): fill(&screen, values(of: person, role))
    default: break
    }
    top = .form(screen)
  }

  private mutating func take(
    _ screen: inout FormScreen, _ employer: Employer, _ workplaces: [Workplace], _ contact: Person?
  ) {
    let typed = TextDoor.folded(screen.form.values["workplace"] ?? "")
    let place = workplaces.first { TextDoor.folded($0.name) == typed } ?? (workplaces.count == 1 ? workplaces[0] : nil)
    var known = place.map { ["workplace": $0.name, "address": $0.address] } ?? [:]
    if typed.isEmpty == false, place.map({ TextDoor.folded($0.name) != typed }) ?? true { known = [:] }
    if let contact, (screen.form.values[PersonRole.employerContact.field("name")] ?? "").isEmpty {
      known.merge(values(of: contact, .employerContact)) { first, _ in first }
    }
    let before = screen.form.values
    fill(&screen, known)
    if screen.form.values != before { screen.remark = words("form.create.knownEmployer", ["employer": employer.name]) }
  }

  private func values(of person: Person, _ role: PersonRole) -> [String: String] {
    [
      role.field("name"): person.name, role.field("mail"): person.mail, role.field("phone"): person.phone,
      role.field("experience"): person.experience,
    ]
  }

  private func fill(_ screen: inout FormScreen, _ known: [String: String]) {
    let typed = screen.form.values
    for (id, value) in known where typed[id]?.isEmpty == true && !value.isEmpty { screen.form.set(value, for: id) }
  }

  /// Says at the field that the placement is there already, and offers it once.
  private mutating func offer(_ existing: Int64, student: String, programme: String, _ screen: FormScreen) {
    var screen = screen
    let text = words("error.keyTaken", ["student": student, "programme": programme])
    let isKnown = screen.refusedErrors["programme"] == text
    refuse(&screen, text)
    screen.remark = ""
    top = .form(screen)
    if !isKnown { askToOpen(existing, text) }
  }

  /// Remembers that this number and programme cannot be, and says so at the programme.
  private func refuse(_ screen: inout FormScreen, _ text: String) {
    let values = screen.form.values
    screen.refused["programme"] = RefusedAnswer(
      values: ["number", "programme"].reduce(into: [:]) { $0[$1] = TextDoor.folded(values[$1] ?? "") }, text: text)
    screen.left.insert("programme")
    screen.form.errors["programme"] = text
  }

  private mutating func askToOpen(_ existing: Int64, _ text: String) {
    overlay = .dialog(
      Dialog(
        title: words["form.title.create"], lines: [text],
        choices: [
          .init(id: "stay", label: words["form.leave.stay"]), .init(id: "open", label: words["form.create.open"]),
        ]), .openExisting(existing))
  }

  /// Leaves the form for the placement that is there already.
  mutating func openExisting(_ placement: Int64) -> [Effect] {
    if case .form = top { screens.removeLast() }
    return openPlacement(placement)
  }

  mutating func created(_ new: NewPlacement, _ result: CreationResult) -> [Effect] {
    switch result {
    case .saved(let placement):
      if case .form = top { screens.removeLast() }
      notice = Notice(text: words("notice.saved", ["what": words["change.created"]]), kind: .done)
      _ = openPlacement(placement)
      return reload
    case .refused(let refusal, let existing):
      if let existing, case .form(var screen) = top {
        let text = words("error.keyTaken", ["student": new.student, "programme": new.programme])
        refuse(&screen, text)
        screen.form.focus(on: "programme")
        top = .form(screen)
        askToOpen(existing, text)
      } else {
        refuse(refusal)
      }
    case .failed(let text):
      tell(text)
      offerFile(.create(new), because: text)
    }
    return []
  }

  /// Takes the screens of a placement away that is no more.
  mutating func leavePlacement(_ placement: Int64) {
    screens.removeAll { screen in
      switch screen {
      case .triptych(let screen): screen.placement == placement
      case .item(let screen): screen.placement == placement
      case .history(let screen): screen.placement == placement
      case .form(let screen): screen.placement == placement
      case .people: true
      default: false
      }
    }
  }
}

extension PersonRole {
  /// The id of a field about the person of this role, where a form asks about several.
  func field(_ name: String) -> String { "\(rawValue).\(name)" }
}
