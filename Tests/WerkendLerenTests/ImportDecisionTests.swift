import Testing
import WerkendLeren

@Suite("Import of one row")
struct ImportDecisionTests {
  private let file = "cohort.csv"

  private func row(_ change: (inout ImportedPlacement) -> Void = { _ in }) -> ImportedPlacement {
    var row = ImportedPlacement(number: "0301234", student: "Amira El Idrissi", programme: "HBO-ICT")
    change(&row)
    return row
  }

  private func full(_ change: (inout ImportedPlacement) -> Void = { _ in }) -> ImportedPlacement {
    row {
      $0.studentMail = "amira@school.nl"
      $0.employer = "Van Dijk Techniek"
      $0.workplace = "Werkplaats"
      $0.start = day("2026-09-01")
      $0.end = day("2028-07-01")
      $0.schoolContact = .init(name: "Noor Bakker", mail: "noor@school.nl")
      $0.employerContact = .init(name: "Jan van Dijk", mail: "jan@vandijk.nl", phone: "06-1")
      $0.supervisor = .init(name: "Sanne Mol")
      change(&$0)
    }
  }

  /// Imports a row as a new placement.
  private func fresh(_ row: ImportedPlacement, on text: String = "2026-05-03") throws -> World {
    var world = World(today: text)
    let decision = try #require(
      try decideImport(row, on: nil, file: file, context: world.context(world.viewer(.school))).get())
    world.records = decision.records
    world.nextRow = decision.nextRow
    return world
  }

  /// Imports a row into what is there; whether it changed anything.
  private func take(_ row: ImportedPlacement, into world: inout World, on text: String) throws -> Bool {
    world.today = day(text)
    let result = decideImport(row, on: world.records, file: file, context: world.context(world.viewer(.school)))
    guard let decision = try result.get() else { return false }
    world.records = decision.records
    world.nextRow = decision.nextRow
    return true
  }

  @Test("New: required are number, student, programme; an empty start date is allowed")
  func new() throws {
    let world = try fresh(row())
    #expect(world.records.key == "0301234/HBO-ICT")
    #expect(world.derivation.stage == .preparation)
    #expect(world.summary.urgency == nil)
    #expect(world.records.links.isEmpty && world.records.persons.isEmpty)
  }

  @Test("New with everything: evidence is there, gates that nothing states are open and listed")
  func newWithAll() throws {
    let world = try fresh(full())
    for number in [2, 13, 14, 16, 17, 25] { #expect(try world.item(number).settled == .forGood) }
    #expect(world.summary.failingGates.map(\.duty) == [TestModel.id(7)])
    #expect(world.records.links[0].from == day("2026-05-03"))
    #expect(world.records.placement.end == day("2028-07-01"))
  }

  @Test("Students are told apart by number: a second programme finds the first's row")
  func knownStudent() throws {
    var world = World()
    world.directory = Directory(students: [Student(id: 44, number: "0301234", name: "Amira")])
    let decision = try #require(
      try decideImport(row(), on: nil, file: file, context: world.context(world.viewer(.school))).get())
    #expect(decision.records.student.id == 44)
    #expect(decision.records.student.name == "Amira El Idrissi")
    #expect(decision.records.placement.student == 44)
  }

  @Test("The same file twice changes nothing", arguments: ["2026-05-03", "2026-05-04", "2027-05-04"])
  func twice(_ text: String) throws {
    let running = full {
      $0.startedOn = day("2026-04-01")
      $0.agreementSignedOn = day("2026-03-20")
      $0.scanOn = day("2026-03-01")
      $0.scanDecision = .suitable
    }
    for row in [row(), full(), running] {
      var world = try fresh(row)
      let before = world.records
      #expect(try !take(row, into: &world, on: text))
      #expect(world.records == before)
    }
  }

  @Test("An absent column or an empty cell leaves the store as it is")
  func emptyCells() throws {
    var world = try fresh(full())
    #expect(try !take(row(), into: &world, on: "2026-06-01"))
  }

  @Test("A changed person or employer is a change from today")
  func changed() throws {
    var world = try fresh(full())
    #expect(try take(full { $0.supervisor = .init(name: "Piet Smit") }, into: &world, on: "2026-06-01"))
    let supervisors = world.records.assignments(of: .supervisor)
    #expect(supervisors.map(\.person.name) == ["Sanne Mol", "Piet Smit"])
    #expect(supervisors.map(\.assignment.from) == [day("2026-05-03"), day("2026-06-01")])
    #expect(supervisors[0].assignment.until == day("2026-05-31"))
    let next = full {
      $0.employer = "Zorggroep Noord"
      $0.workplace = "Afdeling 3"
      $0.employerContact = .init(name: "Els Kok")
      $0.supervisor = .init(name: "Kim Bos")
    }
    #expect(try take(next, into: &world, on: "2026-07-01"))
    #expect(world.records.links.map(\.from) == [day("2026-05-03"), day("2026-07-01")])
    #expect(world.records.assignments(of: .supervisor).map(\.person.name) == ["Kim Bos"])
    #expect(world.records.current(.employerContact, on: day("2026-07-01")).map(\.name) == ["Els Kok"])
    #expect(world.records.assignments.filter { $0.role == .supervisor }.count == 3)
  }

  @Test("A changed mail or phone of the same name is an edit; a new name with the same mail too")
  func edited() throws {
    var world = try fresh(full())
    let mail = full { $0.employerContact = .init(name: "jan van dijk", mail: "j@vandijk.nl", phone: "06-2") }
    #expect(try take(mail, into: &world, on: "2026-06-01"))
    let contacts = world.records.assignments(of: .employerContact)
    #expect(contacts.map(\.person.mail) == ["j@vandijk.nl"])
    #expect(contacts.map(\.person.phone) == ["06-2"])
    #expect(contacts.map(\.assignment.from) == [day("2026-05-03")])
    let renamed = full { $0.employerContact = .init(name: "Jan van Dijk-Smit", mail: "J@vandijk.nl") }
    #expect(try take(renamed, into: &world, on: "2026-06-02"))
    #expect(world.records.assignments(of: .employerContact).map(\.person.name) == ["Jan van Dijk-Smit"])
    let student = full { $0.student = "Amira Idrissi" }
    #expect(try take(student, into: &world, on: "2026-06-03"))
    #expect(world.records.student.name == "Amira Idrissi")
  }

  @Test("A row that names only a mail or a phone is about whoever has the role")
  func mailOnly() throws {
    var world = try fresh(full())
    #expect(try take(row { $0.supervisor = .init(phone: "06-3") }, into: &world, on: "2026-06-01"))
    #expect(world.records.assignments(of: .supervisor).map(\.person.phone) == ["06-3"])
  }

  @Test("A row that names only the mail of somebody known means that person, whose name stays")
  func mailOfKnown() throws {
    var world = World()
    world.directory = Directory(persons: [Person(id: 50, party: .school, name: "Noor Bakker", mail: "noor@school.nl")])
    let context = world.context(world.viewer(.school))
    func imported(_ mail: String) throws -> [String] {
      try decideImport(row { $0.schoolContact = .init(mail: mail) }, on: nil, file: file, context: context).get()?
        .records.persons.map(\.name) ?? []
    }
    #expect(try imported("Noor@school.nl") == ["Noor Bakker"])
    #expect(try imported("els@school.nl") == ["els@school.nl"])
  }

  @Test("Two others are the same if mail is equal or, with no mail on either side, name, party and organisation are")
  func knownPersons() throws {
    var world = World()
    world.directory = Directory(persons: [
      Person(id: 50, party: .school, name: "N. Bakker", mail: "noor@school.nl"),
      Person(id: 51, party: .school, name: "Kees Mol"),
      Person(id: 52, party: .school, name: "Ans Vos", mail: "ans@school.nl"),
    ])
    func contact(_ person: ImportedPlacement.Person) throws -> Int64? {
      let context = world.context(world.viewer(.school))
      return try decideImport(row { $0.schoolContact = person }, on: nil, file: file, context: context).get()?.records
        .assignments.first?.person
    }
    #expect(try contact(.init(name: "Noor Bakker", mail: "noor@school.nl")) == 50)
    #expect(try contact(.init(name: "kees  mol")) == 51)
    #expect(try contact(.init(name: "Ans Vos")).map { $0 >= 100 } == true)
    #expect(try contact(.init(name: "Kees Mol", mail: "kees@school.nl")).map { $0 >= 100 } == true)
  }

  @Test("Running: a started on up to today places the row in during, counted from the day of import")
  func running() throws {
    let world = try fresh(full { $0.startedOn = day("2025-09-01") }, on: "2026-05-03")
    #expect(world.derivation.stage == .during)
    #expect(world.records.placement.startedOn == day("2025-09-01"))
    #expect(world.records.placement.importedOn == day("2026-05-03"))
    for number in [1, 6, 7, 8, 9, 12, 15, 23] { #expect(try world.due(number) == "2026-05-31") }
    for number in [3, 10, 22] { #expect(try world.due(number) == "2026-06-28") }
    #expect(world.records.links[0].from == day("2025-09-01"))
    #expect(world.records.assignments.filter { $0.role != .schoolContact }.allSatisfy { $0.from == day("2025-09-01") })
    #expect(world.derivation.failingGates(on: world.today).map(\.duty.id) == [TestModel.id(7)])
    #expect(world.records.gateRecords.map(\.duty) == [2, 14].map(TestModel.id))
    #expect(world.summary.overdueCount(on: day("2026-05-31")) == 0)
  }

  @Test("A confirmation dated between start and import counts from its own day")
  func confirmedAfterImport() throws {
    var world = try fresh(full { $0.startedOn = day("2025-09-01") }, on: "2026-05-03")
    try world.perform(
      .confirm(duty: TestModel.id(10), party: .school, day: day("2026-04-20"), note: ""), on: "2026-05-04")
    #expect(try world.due(10) == "2026-06-15")
  }

  @Test("The agreement signed is recorded namens all parties by the importer; a scan is valid two years")
  func stated() throws {
    let world = try fresh(
      full {
        $0.startedOn = day("2026-03-01")
        $0.agreementSignedOn = day("2026-02-20")
        $0.scanOn = day("2024-02-29")
        $0.scanDecision = .suitableWithConditions
      }, on: "2026-05-03")
    #expect(try world.item(7).settled == .forGood)
    #expect(try world.item(7).confirmed == Set(Party.allCases))
    #expect(world.records.marks.map(\.party) == Party.allCases)
    #expect(world.records.marks.allSatisfy { $0.byParty == .school && $0.by == "Noor Bakker" && $0.note == file })
    #expect(world.records.marks.allSatisfy { $0.day == day("2026-02-20") })
    #expect(world.records.scans.map(\.validUntil) == [day("2026-02-28")], "29 February + two years: 28 February")
    #expect(world.records.gateRecords.map(\.duty) == [2, 7, 14].map(TestModel.id))
  }

  @Test("What had fallen before a running placement was imported (an expired or negative scan) is due import + 4 weeks")
  func fallenBefore() throws {
    for decision in [ScanDecision.suitable, .notYetSuitable] {
      let world = try fresh(
        full {
          $0.startedOn = day("2023-09-01")
          $0.scanOn = day("2023-10-01")
          $0.scanDecision = decision
        })
      #expect(try world.item(9).isDone(on: world.today) == false)
      #expect(try world.due(9) == "2026-05-31")
      #expect(try world.due(14) == "2026-05-31")
      #expect(world.summary.urgencyOf.school?.day == day("2026-05-31"))
      #expect(world.summary.urgency?.day == day("2026-05-31"))
    }
  }

  @Test("What falls after the import is asked again as ever")
  func fallenAfter() throws {
    var world = try fresh(
      full {
        $0.startedOn = day("2025-09-01")
        $0.agreementSignedOn = day("2025-08-20")
      })
    try world.addAgreement("2", on: "2026-08-01")
    #expect(try world.due(7) == "2026-08-15")
    try world.setPerson(.supervisor, "Sanne Mol", on: "2026-08-02", from: "2025-09-01", until: "2026-09-30")
    #expect(try world.due(16) == "2026-09-30")
  }

  @Test(
    "Signed with no employer: student and school are recorded, the gate stays open; the first employer asks all again")
  func signedWithoutEmployer() throws {
    let signed = row {
      $0.startedOn = day("2026-03-01")
      $0.agreementSignedOn = day("2026-02-20")
    }
    var world = try fresh(signed)
    #expect(try world.item(7).confirmed == [.student, .school])
    #expect(try world.state(7, on: "2026-05-03") == .partial)
    #expect(try world.item(7).dueParties == [.school])
    #expect(try world.due(7) == "2026-05-31")
    #expect(try take(full(), into: &world, on: "2026-06-10"))
    #expect(try world.item(7).confirmed == [])
    #expect(try world.due(7) == "2026-06-24")
  }

  @Test(
    "A stored placement that a later import starts counts from that import's day; a started one is not started again")
  func startedLater() throws {
    var world = try fresh(full())
    #expect(try take(full { $0.startedOn = day("2026-09-01") }, into: &world, on: "2026-10-01"))
    #expect(world.records.placement.importedOn == day("2026-10-01"))
    #expect(try world.due(3) == "2026-11-26")
    #expect(try !take(full { $0.startedOn = day("2026-09-03") }, into: &world, on: "2026-10-05"))
    #expect(world.records.placement.startedOn == day("2026-09-01"))
  }

  @Test("A scan's day without a decision, or a scan on a row without a workplace, is ignored")
  func ignored() throws {
    let dayOnly = try fresh(full { $0.scanOn = day("2026-03-01") })
    #expect(dayOnly.records.scans.isEmpty)
    let homeless = try fresh(
      row {
        $0.scanOn = day("2026-03-01")
        $0.scanDecision = .suitable
      })
    #expect(homeless.records.scans.isEmpty)
  }

  @Test("Refused: days after today, an end before the start, a workplace without an employer, who is not the school")
  func refused() throws {
    let world = World()
    func refusal(_ row: ImportedPlacement, as party: Party = .school) -> Refusal.Kind? {
      if case .failure(let refusal) = decideImport(
        row, on: nil, file: file, context: world.context(world.viewer(party)))
      {
        return refusal.kind
      }
      return nil
    }
    #expect(refusal(full { $0.startedOn = day("2026-05-04") }) == .dayInFuture)
    #expect(refusal(full { $0.agreementSignedOn = day("2026-05-04") }) == .dayInFuture)
    #expect(
      refusal(
        full {
          $0.scanOn = day("2026-05-04")
          $0.scanDecision = .suitable
        }) == .dayInFuture)
    #expect(refusal(full { $0.end = day("2026-08-31") }) == .endBeforeStart)
    #expect(refusal(row { $0.workplace = "A" }) == .noEmployer)
    #expect(refusal(row { $0.supervisor = .init(name: "A") }) == .noEmployer)
    #expect(refusal(row(), as: .student) == .schoolOnly)
  }

  @Test("An ended placement is read only for an import too, but unchanged it is no error")
  func ended() throws {
    var world = try fresh(full())
    try world.perform(.end(.neverStarted, day: day("2026-06-01"), reason: "x", by: nil), on: "2026-06-01")
    #expect(try !take(full(), into: &world, on: "2026-06-02"))
    let context = world.context(world.viewer(.school))
    let changed = decideImport(full { $0.end = day("2029-01-01") }, on: world.records, file: file, context: context)
    if case .failure(let refusal) = changed {
      #expect(refusal.kind == .ended)
    } else {
      Issue.record("an ended placement was changed")
    }
  }
}
