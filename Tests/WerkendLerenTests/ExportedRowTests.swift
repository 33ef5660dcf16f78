import Testing
import WerkendLeren

@Suite("What a line of an import would say")
struct ExportedRowTests {
  private func row(_ world: World) -> ImportedPlacement {
    ImportedPlacement(world.records, model: world.model, today: world.today)
  }

  /// What an import of the row changes; nil: nothing.
  private func imported(_ row: ImportedPlacement, into world: World) throws -> Decision? {
    try decideImport(row, on: world.records, file: "f.csv", context: world.context(world.viewer(.school))).get()
  }

  @Test("a whole placement says everything, and changes nothing where it came from")
  func whole() throws {
    let world = try World.running()
    let row = row(world)
    #expect(row.employer == "Van Dijk Techniek" && row.workplace == "Werkplaats")
    #expect(row.schoolContact == .init(name: "Noor Bakker", mail: "noor@school.nl"))
    #expect(row.startedOn == day("2026-09-01") && row.agreementSignedOn == day("2026-06-20"))
    #expect(row.scanOn == day("2026-06-10") && row.scanDecision == .suitable)
    #expect(try imported(row, into: world) == nil)
  }

  @Test("an agreement that not everybody confirmed is not signed")
  func unsigned() throws {
    var world = World()
    try world.setWorkplace(on: "2026-05-28")
    try world.addAgreement(on: "2026-06-20")
    try world.confirm(7, .student)
    #expect(row(world).agreementSignedOn == nil)
    try world.confirm(7, .school)
    try world.confirm(7, .employer)
    #expect(row(world).agreementSignedOn == day("2026-06-20"))
    try world.addAgreement("2", on: "2026-06-25")
    #expect(row(world).agreementSignedOn == nil)
  }

  @Test("without an employer, student and school suffice, as in an import")
  func withoutEmployer() throws {
    var world = World()
    try world.addAgreement(on: "2026-06-20")
    try world.confirm(7, .student)
    #expect(row(world).agreementSignedOn == nil)
    try world.confirm(7, .school)
    #expect(row(world).agreementSignedOn == day("2026-06-20"))
    #expect(try imported(row(world), into: world) == nil)
  }

  @Test("a decision that was withdrawn is none")
  func withdrawn() throws {
    var world = try World.ready()
    let scan = try #require(world.records.newestScan)
    try world.perform(.withdrawScan(scan: scan.id, reason: "dak lekt"), on: "2026-07-02")
    #expect(row(world).scanOn == nil && row(world).scanDecision == nil)
  }

  @Test("who has left is not named; who has a successor is, and the successor stays")
  func persons() throws {
    var world = try World.ready()
    try world.setPerson(.schoolContact, "Noor Bakker", mail: "noor@school.nl", on: "2026-07-02", until: "2026-07-31")
    world.today = day("2026-08-01")
    #expect(row(world).schoolContact.isEmpty)
    world.today = day("2026-07-10")
    try world.setPerson(.schoolContact, "Tim Kuiper", on: "2026-07-10", from: "2026-08-01")
    #expect(row(world).schoolContact.name == "Noor Bakker")
    #expect(try imported(row(world), into: world) == nil)
    world.today = day("2026-08-01")
    #expect(row(world).schoolContact.name == "Tim Kuiper")
    #expect(try imported(row(world), into: world) == nil)
  }

  @Test("a changed phone of who has the role today is an edit, also where a successor is known")
  func editBeforeSuccessor() throws {
    var world = try World.ready()
    try world.setPerson(.employerContact, "Kim Vos", on: "2026-07-10", from: "2026-08-01")
    var row = row(world)
    row.employerContact.phone = "0318 555 010"
    let decision = try #require(try imported(row, into: world))
    #expect(decision.records.assignments == world.records.assignments)
    #expect(decision.records.persons.first { $0.name == "Jan van Dijk" }?.phone == "0318 555 010")
  }

  @Test(
    "Any line is the same again after an import of it, and changes nothing where it came from", arguments: propertySeeds
  )
  func roundTrip(_ seed: UInt64) throws {
    var random = RandomWorld(seed: seed)
    for _ in 0..<60 {
      random.wait()
      let (command, party) =
        random.random.chance(2, in: 3) ? random.usefulCommand() : (random.command(), random.speaker())
      _ = try? random.world.perform(command, as: party)
      let world = random.world
      let row = row(world)
      // After the end, and with dates that no import takes, a line is bad; it still says nothing that is not so.
      guard world.records.placement.ending == nil, row.startedOn.map({ $0 <= world.today }) ?? true,
        !(row.start.map { start in row.end.map { $0 < start } ?? false } ?? false)
      else { continue }
      #expect(try imported(row, into: world) == nil, "seed \(seed)")
      var empty = world.context(world.viewer(.school))
      empty.nextRow = 1
      guard let made = try decideImport(row, on: nil, file: "f.csv", context: empty).get() else {
        Issue.record("seed \(seed): nothing came of \(row)")
        continue
      }
      #expect(ImportedPlacement(made.records, model: world.model, today: world.today) == row, "seed \(seed)")
    }
  }

  @Test("an employer sees nothing of the one before it")
  func shown() throws {
    var world = try World.running()
    try world.perform(.addNote(duty: nil, text: "van de oude werkgever"), on: "2026-09-02", as: .employer)
    try world.setWorkplace("Zorggroep Noord", "De Linde", on: "2026-10-01")
    try world.setPerson(.employerContact, "Griet Postma", on: "2026-10-01")
    let shown = world.records.shown(to: world.viewer(.employer))
    #expect(shown.employers.map(\.name) == ["Zorggroep Noord"])
    #expect(shown.persons.map(\.name) == ["Noor Bakker", "Griet Postma"])
    #expect(shown.scans.isEmpty && shown.notes.isEmpty && shown.links.count == 1)
    #expect(!shown.marks.contains { $0.party == .employer })
    #expect(world.records.shown(to: world.viewer(.student)) == world.records)
    #expect(!world.records.isShown("2026-09-02T10:00:00+02:00", to: world.viewer(.employer)))
    #expect(world.records.isShown("2026-10-02T10:00:00+02:00", to: world.viewer(.employer)))
  }
}
