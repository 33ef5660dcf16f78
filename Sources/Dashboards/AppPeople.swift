import Language
import WerkendLeren
import Widgets

/// A placement's own data and its people: their forms, who follows whom, and the archive.
extension App {
  /// Carries out a command about the open placement's data or people; nil where it is none.
  mutating func runPeople(_ command: String, _ snapshot: PlacementSnapshot) -> [Effect]? {
    let records = snapshot.records
    switch command {
    case "bewerken":
      var edit = PlacementEdit()
      edit.mail = records.student.mail + "?"
      return open(.people(.edit(records.student, records.placement)), unless: .edit(edit))
    case "sleutel":
      return open(
        .people(.correctKey(records.student, records.placement)),
        unless: .correctKey(number: records.student.number + "?", programme: "?", reason: "?"))
    case "archiveren":
      return open(.people(.archive(records.student)), unless: .archive(name: records.student.name))
    case "terughalen":
      if let refusal = refusal(.unarchive) {
        refuse(refusal)
        return []
      }
      return [.perform(PerformRequest(placement: snapshot.id, command: .unarchive, seen: snapshot.seen))]
    case "mensen":
      var screen = PeopleScreen()
      screen.list.setHeight(PeopleScreen.listRect(size).rows)
      screen.list.setCount(peopleRows.count)
      screens.append(.people(screen))
      return []
    default: return nil
    }
  }

  /// Opens a form, unless what it would ask for is refused anyway.
  private mutating func open(_ form: FormKind, unless command: Command) -> [Effect] {
    if let refusal = refusal(command) {
      refuse(refusal)
      return []
    }
    return open(form)
  }

  /// Commands of the palette about the open placement, with why they cannot be given now.
  var peopleEntries: [PaletteEntry] {
    guard let snapshot else { return [] }
    let student = snapshot.records.student
    func reason(_ command: Command) -> String? {
      refusal(command).map { RefusalWording(words: words, today: today).text($0, model: snapshot.model) }
    }
    guard viewer.party == .school else { return [] }
    var entries = [
      paletteEntry(
        "sleutel", text: "palette.correctKey",
        reason: reason(.correctKey(number: student.number + "?", programme: "?", reason: "?"))),
      paletteEntry("archiveren", text: "palette.archive", reason: reason(.archive(name: student.name))),
    ]
    if snapshot.records.placement.archivedOn != nil {
      entries.append(paletteEntry("terughalen", text: "palette.unarchive"))
    }
    return entries
  }

  // MARK: - The people of a placement

  /// The people of the open placement, by role.
  var peopleRows: [PeopleRow] { snapshot.map { PeopleRow.all(of: $0.records, viewer: viewer, today: today) } ?? [] }

  mutating func run(_ command: String, people screen: PeopleScreen) -> [Effect] {
    let rows = peopleRows
    guard let number = screen.list.selected, rows.indices.contains(number) else { return [] }
    let row = rows[number]
    switch (command, row) {
    case ("open", .student): return runPeople("bewerken", snapshot: snapshot)
    case ("open", .person(let assignment, let person)):
      var content = PersonContent(name: person.name, function: person.function + "?", from: assignment.from)
      content.until = assignment.until
      return open(
        .people(.holder(assignment, person)), unless: .editPerson(person.id, assignment: nil, content))
    case ("open", .nobody(let role)), ("opvolger", .nobody(let role)): return succeed(role)
    case ("opvolger", .person(let assignment, _)): return succeed(assignment.role)
    default: return []
    }
  }

  private mutating func runPeople(_ command: String, snapshot: PlacementSnapshot?) -> [Effect] {
    snapshot.flatMap { runPeople(command, $0) } ?? []
  }

  /// The form of who takes over a role, or of who is the first to have it.
  private mutating func succeed(_ role: PersonRole) -> [Effect] {
    let latest = snapshot?.records.assignments(of: role).last
    let form = latest.map { FormKind.people(.successor(role, of: $0.assignment, $0.person)) } ?? .person(role)
    return open(form, unless: .setPerson(role: role, PersonContent(name: "?", from: today)))
  }

  // MARK: - What forms say and ask

  /// What is to know about what stands in a form; nil where its remark stays as it is.
  func remark(of screen: FormScreen) -> String? {
    guard case .people(let form) = screen.kind else { return nil }
    let values = screen.form.values
    switch form {
    case .holder(_, let person), .person(let person):
      let name = TextDoor.clean(values["name"] ?? "")
      if case .holder = form, !name.isEmpty, TextDoor.folded(name) != TextDoor.folded(person.name) {
        return words("form.holder.renamed", ["former": person.name])
      }
      guard let count = screen.sharedBy, count > 1 else { return "" }
      return words("form.holder.shared", ["count": String(count)])
    case .successor(_, let assignment, let former):
      let field = screen.form.fields.first { $0.id == "from" }
      let check = FieldCheck(words: words, today: today)
      guard let field, let day = check.day(field, values["from"] ?? ""), day >= assignment.from else { return "" }
      return words("form.successor.replaces", ["former": former.name, "day": DateWords(words).short(day, today: nil)])
    default: return nil
    }
  }

  /// What has to be read for a form about a person: in how many placements they are.
  func counting(for kind: FormKind) -> [Effect] {
    switch kind {
    case .people(.holder(_, let person)), .people(.person(let person)): [.countPlacements(person: person.id)]
    default: []
    }
  }

  mutating func take(placements count: Int, ofPerson person: Int64) {
    guard case .form(var screen) = top, counting(for: screen.kind) == [.countPlacements(person: person)] else { return }
    screen.sharedBy = count
    screen.remark = remark(of: screen) ?? screen.remark
    top = .form(screen)
  }

  /// Another name in the form of who has a role: a successor, or the same person? It is asked before anything is saved.
  mutating func asksWhoThatIs(_ screen: FormScreen, _ command: Command) -> Bool {
    guard case .people(.holder(let assignment, let person)) = screen.kind,
      case .editPerson(_, _, let content) = command, TextDoor.folded(content.name) != TextDoor.folded(person.name)
    else { return false }
    // Who had the role earlier has a successor already.
    guard snapshot?.records.assignments(of: assignment.role).last?.assignment.id == assignment.id else { return false }
    let names = ["name": content.name, "former": person.name]
    overlay = .dialog(
      Dialog(
        title: screen.title, lines: [words("form.holder.who", names)],
        choices: [
          .init(id: "successor", label: words("form.holder.successor", names)),
          .init(id: "correction", label: words("form.holder.correction", names)),
        ]), .whoIsThat(content))
    return true
  }

  /// The answer to that. A successor does not take over what was the former's, unless it was typed anew.
  mutating func decided(whoThatIs content: PersonContent, _ answer: String) -> [Effect] {
    guard case .form(let screen) = top, case .people(.holder(let assignment, let person)) = screen.kind,
      let placement = screen.placement
    else { return [] }
    func perform(_ command: Command) -> [Effect] {
      [.perform(PerformRequest(placement: placement, command: command, seen: screen.seen))]
    }
    if answer == "correction" { return perform(.editPerson(person.id, assignment: assignment.id, content)) }
    guard answer == "successor" else { return [] }
    var own = content
    func leave(_ place: WritableKeyPath<PersonContent, String>, _ former: String) {
      if own[keyPath: place] == former { own[keyPath: place] = "" }
    }
    leave(\.function, person.function)
    leave(\.mail, person.mail)
    leave(\.phone, person.phone)
    leave(\.reachable, person.reachable)
    leave(\.experience, person.experience)
    leave(\.basis, person.basis)
    leave(\.hours, assignment.hours)
    leave(\.standIn, assignment.standIn)
    if own.from == assignment.from { own.from = today }
    if own.until == assignment.until { own.until = nil }
    if own == content, own.from >= assignment.from { return perform(.setPerson(role: assignment.role, own)) }
    screens.removeLast()
    let effects = open(.people(.successor(assignment.role, of: assignment, person)))
    fill(own)
    return effects
  }

  private mutating func fill(_ content: PersonContent) {
    guard case .form(var screen) = top else { return }
    let values = [
      "name": content.name, "function": content.function, "mail": content.mail, "phone": content.phone,
      "reachable": content.reachable, "experience": content.experience, "basis": content.basis,
      "hours": content.hours, "standIn": content.standIn, "from": content.from.written,
      "until": content.until?.written ?? "",
    ]
    for (id, value) in values { screen.form.set(value, for: id) }
    screen.readDates(words: words, today: today)
    screen.remark = remark(of: screen) ?? screen.remark
    top = .form(screen)
  }

  /// What was saved, in words: a successor is named with whom they follow.
  func saved(_ request: PerformRequest) -> String? {
    guard case .setPerson(let role, let content) = request.command, let snapshot, snapshot.id == request.placement,
      let former = snapshot.records.assignments(of: role).last?.person,
      TextDoor.folded(former.name) != TextDoor.folded(content.name)
    else { return nil }
    return words(
      "notice.successor",
      ["name": content.name, "former": former.name, "day": DateWords(words).short(content.from, today: nil)])
  }
}
