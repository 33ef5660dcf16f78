import Testing
import WerkendLeren

@Suite("A new placement")
struct CreationTests {
  private func full(_ number: String = "0309999", programme: String = "Verpleegkunde") -> NewPlacement {
    var new = NewPlacement(number: number, student: "Chloë Janssen", programme: programme)
    new.mail = "chloe@school.nl"
    new.start = day("2026-09-01")
    new.employer = "Zorggroep Noord"
    new.workplace = "Afdeling 3"
    new.address = "Kade 1"
    for role in PersonRole.allCases {
      new.persons[role] = PersonContent(
        name: role.rawValue, mail: "\(role.rawValue)@x.nl", phone: "06", experience: role == .supervisor ? "veel" : "",
        from: day("2026-05-03"))
    }
    return new
  }

  private func refusal(_ new: NewPlacement, _ world: World, as party: Party = .school) -> Refusal.Kind? {
    if case .failure(let refusal) = decideCreation(new, context: world.context(world.viewer(party))) {
      return refusal.kind
    }
    return nil
  }

  @Test("has from the beginning the rhythm that the user's settings name")
  func ownRhythm() throws {
    var new = full()
    new.rhythmWeeks = 6
    let world = World()
    let records = try decideCreation(new, context: world.context(world.viewer(.school))).get().records
    #expect(records.rhythms.map(\.days) == [42] && records.rhythms.first?.duty == nil)
    new.rhythmWeeks = 105
    #expect(refusal(new, world) == .badRhythm)
  }

  @Test("begins in preparation with all that was filled in, as one change")
  func everything() throws {
    let world = World()
    let decision = try decideCreation(full(), context: world.context(world.viewer(.school))).get()
    let records = decision.records
    #expect(decision.kind == .created && decision.onBehalfOf == nil)
    #expect(records.key == "0309999/Verpleegkunde" && records.student.mail == "chloe@school.nl")
    #expect(records.currentEmployer?.name == "Zorggroep Noord" && records.currentWorkplace?.address == "Kade 1")
    for role in PersonRole.allCases {
      #expect(records.current(role, on: world.today).map(\.name) == [role.rawValue])
    }
    let derivation = Derivation(records, model: world.model)
    #expect(derivation.stage == .preparation)
    for number in [2, 13, 14, 16, 17, 25] { #expect(derivation[TestModel.id(number)]?.settled == .forGood) }
    #expect(Set(records.storedRows.map(\.id)).count == records.storedRows.count)
    #expect(records.storedRows.allSatisfy { $0.id >= world.nextRow && $0.id < decision.nextRow })
  }

  @Test("needs a number, a name and a programme, and nothing else")
  func needed() throws {
    let world = World()
    #expect(refusal(NewPlacement(number: "1", student: "A", programme: "B"), world) == nil)
    for (number, name, programme) in [("", "A", "B"), ("1", " ", "B"), ("1", "A", "")] {
      #expect(refusal(NewPlacement(number: number, student: name, programme: programme), world) == .needsName)
    }
    var late = full()
    late.end = day("2026-08-31")
    #expect(refusal(late, world) == .endBeforeStart)
    var nowhere = full()
    nowhere.employer = ""
    #expect(refusal(nowhere, world) == .noEmployer)
    nowhere.workplace = ""
    nowhere.address = ""
    #expect(refusal(nowhere, world) == .noEmployer)
    nowhere.persons[.employerContact] = nil
    nowhere.persons[.supervisor] = nil
    #expect(refusal(nowhere, world) == nil)
    for party in [Party.student, .employer] { #expect(refusal(full(), world, as: party) == .schoolOnly) }
  }

  @Test("has a key of its own, whatever the spelling; a known number is a known student")
  func key() throws {
    var world = World()
    world.directory = Directory(students: [world.records.student], placements: [world.records.placement])
    #expect(refusal(full("0301234", programme: " hbo-ict "), world) == .keyTaken)
    let second = try decideCreation(full("0301234"), context: world.context(world.viewer(.school))).get()
    #expect(second.records.student.id == world.records.student.id)
    #expect(second.records.student.name == "Chloë Janssen" && second.records.student.number == "0301234")
    var sparse = NewPlacement(number: "0301234", student: "Amira", programme: "X")
    sparse.mail = ""
    let third = try decideCreation(sparse, context: world.context(world.viewer(.school))).get()
    #expect(third.records.student.mail == "amira@school.nl")
  }

  @Test("takes employers, workplaces and persons that are known as they are")
  func known() throws {
    var world = World()
    world.directory = Directory(
      employers: [Employer(id: 50, name: "Zorggroep Noord")],
      workplaces: [Workplace(id: 51, employer: 50, name: "AFDELING 3", address: "Oud 2")],
      persons: [
        Person(id: 52, party: .employer, employer: 50, name: "Jan", mail: "supervisor@x.nl", experience: "9 jaar")
      ],
      scans: [
        ScanDecisionRecord(
          id: 53, workplace: 51, date: day("2026-01-01"), decision: .suitable, validUntil: day("2028-01-01"))
      ])
    var new = full()
    new.persons[.supervisor]?.experience = ""
    let records = try decideCreation(new, context: world.context(world.viewer(.school))).get().records
    #expect(records.currentEmployer?.id == 50 && records.currentWorkplace?.id == 51)
    #expect(records.currentWorkplace?.name == "AFDELING 3" && records.currentWorkplace?.address == "Kade 1")
    #expect(records.newestScan?.id == 53)
    let supervisor = records.current(.supervisor, on: world.today).first
    #expect(supervisor?.id == 52 && supervisor?.experience == "9 jaar" && supervisor?.name == "supervisor")
  }
}
