import Testing
import WerkendLeren

@Suite("Changing what is there")
struct EditTests {
  private func ended() throws -> World {
    var world = World()
    try world.perform(.end(.neverStarted, day: day("2026-05-10"), reason: "andere studie", by: nil), on: "2026-05-10")
    return world
  }

  private func edit(_ change: (inout PlacementEdit) -> Void) -> Command {
    var edit = PlacementEdit()
    change(&edit)
    return .edit(edit)
  }

  @Test("only what was named changes; the student may change mail and phone, the school all, the employer nothing")
  func data() throws {
    var world = World()
    let decision = try world.perform(edit { $0.student = "Amira Idrissi" })
    #expect(decision.kind == .edited && decision.subject == "student" && decision.onBehalfOf == nil)
    #expect(world.records.student.mail == "amira@school.nl" && world.records.key == "0301234/HBO-ICT")
    try world.perform(edit { $0.mail = "" }, as: .student)
    #expect(world.records.student.mail == "")
    try world.perform(edit { $0.dates = .init(start: nil, end: day("2028-01-01")) })
    #expect(world.records.placement.start == nil && world.records.placement.end == day("2028-01-01"))
    #expect(world.refusal(edit { $0.student = " " })?.kind == .needsName)
    #expect(world.refusal(edit { $0.student = "X" }, as: .student)?.kind == .schoolOnly)
    #expect(world.refusal(edit { $0.dates = .init(start: nil, end: nil) }, as: .student)?.kind == .schoolOnly)
    #expect(world.refusal(edit { $0.mail = "x@y.nl" }, as: .employer)?.kind == .otherParty)
    #expect(
      world.refusal(edit { $0.dates = .init(start: day("2027-01-01"), end: day("2026-01-01")) })?.kind
        == .endBeforeStart)
    #expect(world.refusal(edit { _ in })?.kind == .nothingChanges)
  }

  @Test("a key is corrected by the school with a reason, and stays one of its own")
  func key() throws {
    var world = World()
    let other = Student(id: 60, number: "999", name: "Daan")
    world.directory = Directory(
      students: [other],
      placements: [world.records.placement, Placement(id: 61, student: 1, programme: "Chemie", model: 1)])
    func refusal(_ number: String, _ programme: String, _ reason: String = "tikfout", as party: Party = .school)
      -> Refusal.Kind?
    {
      world.refusal(.correctKey(number: number, programme: programme, reason: reason), as: party)?.kind
    }
    #expect(refusal(" 999", "HBO-ICT") == .numberTaken)
    #expect(refusal("0301234", "chemie") == .keyTaken)
    #expect(refusal("0301235", "HBO-ICT", " ") == .needsReason)
    #expect(refusal("", "HBO-ICT") == .needsName)
    #expect(refusal("0301235", "HBO-ICT", as: .student) == .schoolOnly)
    let decision = try world.perform(.correctKey(number: "0301235", programme: "hbo-ict", reason: "tikfout"))
    #expect(decision.kind == .keyCorrected && decision.note == "tikfout" && world.records.key == "0301235/hbo-ict")
  }

  @Test("only what has ended is archived, by typing the name; then only taking it back is possible")
  func archive() throws {
    var world = World()
    #expect(world.refusal(.archive(name: "Amira El Idrissi"))?.kind == .notEnded)
    world = try ended()
    #expect(world.refusal(.archive(name: "Amira"))?.kind == .nameDiffers)
    #expect(world.refusal(.unarchive)?.kind == .notArchived)
    #expect(world.refusal(.archive(name: "amira el  idrissi"), as: .student)?.kind == .schoolOnly)
    try world.perform(.archive(name: "amira el  idrissi "))
    #expect(world.records.placement.archivedOn == world.today)
    #expect(world.derivation.stage == .neverStarted)
    #expect(world.refusal(.reopen(reason: "x"))?.kind == .archived)
    #expect(world.refusal(.archive(name: "Amira El Idrissi"))?.kind == .archived)
    #expect(world.refusal(.addNote(duty: nil, text: "x"))?.kind == .archived)
    try world.perform(.unarchive)
    #expect(world.refusal(.addNote(duty: nil, text: "x"))?.kind == .ended)
    try world.perform(.reopen(reason: "toch"))
  }

  @Test("a person's data change without making another person; dates never give a role to two at once")
  func person() throws {
    var world = try World.running()
    try world.setPerson(.employerContact, "Els Kok", on: "2026-10-02", from: "2026-10-15")
    let roles = world.records.assignments.filter { $0.role == .employerContact }
    let jan = try #require(roles.first)
    let els = try #require(roles.last)
    var content = PersonContent(name: "Jan van Dijck", mail: "jan@dijk.nl", from: jan.from, until: jan.until)
    try world.perform(.editPerson(jan.person, assignment: nil, content))
    #expect(world.records.person(jan.person)?.name == "Jan van Dijck")
    #expect(world.records.assignments.filter { $0.role == .employerContact } == roles)
    content.until = day("2026-10-15")
    #expect(world.refusal(.editPerson(jan.person, assignment: jan.id, content))?.kind == .rolesOverlap)
    content.until = nil
    #expect(world.refusal(.editPerson(jan.person, assignment: jan.id, content))?.kind == .rolesOverlap)
    content.until = day("2026-10-10")
    try world.perform(.editPerson(jan.person, assignment: jan.id, content))
    var other = PersonContent(name: "Els Kok", hours: "2 uur per week", standIn: "Piet", from: day("2026-10-11"))
    let decision = try world.perform(.editPerson(els.person, assignment: els.id, other))
    #expect(decision.subject == "person:employer-contact" && decision.onBehalfOf == .employer)
    #expect(
      world.records.assignments.last?.standIn == "Piet" && world.records.assignments.last?.hours == "2 uur per week")
    other.from = day("2026-10-10")
    #expect(world.refusal(.editPerson(els.person, assignment: els.id, other))?.kind == .rolesOverlap)
    #expect(world.refusal(.setPerson(role: .employerContact, other))?.kind == .rolesOverlap)
    #expect(world.refusal(.editPerson(els.person, assignment: nil, other), as: .student)?.kind == .otherParty)
    #expect(world.refusal(.editPerson(els.person, assignment: jan.id, other))?.kind == .noSuchRecord)
    let noor = try #require(world.records.assignments.first { $0.role == .schoolContact })
    #expect(world.refusal(.editPerson(noor.person, assignment: nil, other), as: .employer)?.kind == .otherParty)
  }

  @Test("an employer's name is the school's to change, a workplace's theirs too; no two have one name")
  func shared() throws {
    var world = try World.running()
    let employer = try #require(world.records.currentLink?.employer)
    let workplace = try #require(world.records.currentLink?.workplace)
    world.directory = Directory(
      employers: [Employer(id: 70, name: "Zorggroep Noord")],
      workplaces: [Workplace(id: 71, employer: employer, name: "Kantoor")])
    #expect(world.refusal(.renameEmployer(employer, name: "zorggroep noord"))?.kind == .nameTaken)
    #expect(world.refusal(.renameEmployer(employer, name: "X"), as: .employer)?.kind == .schoolOnly)
    #expect(world.refusal(.renameEmployer(70, name: "X"))?.kind == .noSuchRecord)
    #expect(world.refusal(.editWorkplace(workplace, name: "kantoor", address: ""))?.kind == .nameTaken)
    #expect(world.refusal(.editWorkplace(workplace, name: "X", address: ""), as: .student)?.kind == .otherParty)
    let own = try world.perform(.editWorkplace(workplace, name: "WERKPLAATS", address: "Kade 1"), as: .employer)
    #expect(own.onBehalfOf == nil && own.subject == "workplace:\(workplace)")
    // On a placement that has ended too: the rows are those of others as well.
    try world.perform(.end(.completed, day: world.today, reason: "", by: nil))
    let renamed = try world.perform(.renameEmployer(employer, name: "Van Dijk Groep"))
    #expect(renamed.kind == .employerRenamed && world.records.currentEmployer?.name == "Van Dijk Groep")
  }
}
