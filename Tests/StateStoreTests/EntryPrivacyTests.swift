import StateStore
import StateStoreProbe
import Testing
import WerkendLeren

/// What a party may not read leaves no trace in anything that the read door gives it. Two stores live the same life, but for one thing: what
/// is hidden from the party happens in its own placement in the one store, and in a stranger's in the other. Every query of that party has to
/// answer the same, byte for byte, numbers of rows and changes too. (In a store without those entries the numbers of later rows would be
/// lower; no number of a row or change is ever shown, and those of others' placements leave gaps as well.)
@Suite struct EntryPrivacyTests {
  /// A store with one session for each party.
  private final class Life {
    let folder: StoreFolder
    let stores: PerParty<Store>
    let own: Int64
    let other: Int64
    /// The open workplace scan of each of the two.
    let scans: [Int64: Int64]

    init() throws {
      folder = try StoreFolder()
      // They start in a hundred days: what entries ask comes first. Lines 200 and 5245 have one employer, the others their own; the
      // second one comes after the first unless its entries count.
      let building = try folder.open(session: "import")
      var lines = [199, 200, 201, 202, 5245].map { Fixture.row($0) }[...]
      _ = try building.importPlacements(
        file: "test.csv", as: Fixture.school, at: Fixture.moment(), next: { lines.popFirst() })
      own = try building.placement(5245)
      other = try building.placement(201)
      try building.ensureQuestionnaire(Fixture.questionnaire, at: Fixture.moment())
      var scans: [Int64: Int64] = [:]
      for placement in [own, other] {
        let begun = try building.beginScan(at: placement, as: Fixture.school, at: Fixture.moment())
        guard case .done(_, let records) = begun else {
          Issue.record("no scan begun: \(begun)")
          continue
        }
        scans[placement] = records.scan.id
        _ = try building.perform(
          .answer(Fixture.answers), onScan: records.scan.id, as: Fixture.school, at: Fixture.moment())
      }
      self.scans = scans
      try building.close()
      stores = PerParty(
        student: try folder.open(session: "student"), school: try folder.open(session: "school"),
        employer: try folder.open(session: "employer"))
    }

    func viewer(_ party: Party, of placement: Int64) throws -> Viewer {
      let records = try stores.school.records(placement, as: Fixture.school).records
      switch party {
      case .school: return Fixture.school
      case .student: return Viewer(party: .student, name: "Student", scope: .student(records.student.id))
      case .employer:
        return Viewer(party: .employer, name: "Employer", scope: .employer(records.currentLink?.employer ?? 0))
      }
    }

    /// The entries of a placement as whoever wrote them knows them: all three together see every one.
    func entries(_ placement: Int64) throws -> [Entry] {
      var found: [Int64: Entry] = [:]
      for party in Party.allCases {
        let records = try stores[party].records(placement, as: viewer(party, of: placement)).records
        for entry in records.entries { found[entry.id] = entry }
      }
      return found.values.sorted { $0.id < $1.id }
    }
  }

  /// A step of both lives.
  private enum Step {
    /// Something that has nothing to do with what is hidden.
    case open(Party, Command)
    /// A new entry that the party may not read.
    case hidden(Party, of: Party, EntryContent)
    /// Another entry command on the newest hidden entry, by the party whose it is or by the school.
    case onHidden(Party, (Entry) -> Command)
    /// What the school notes on the open scan of a workplace before it is sent back or decided.
    case comment(String)
    /// Undo or redo in a party's session, by whoever wrote last there.
    case undo(Party, redo: Bool)
  }

  private func circles(without reader: Party) -> [Circle] {
    (1...7).map { Circle(rawValue: $0) }.filter { !$0.contains(reader) }
  }

  private func content(
    _ readers: Circle, today: Day, using generator: inout SeededGenerator
  ) -> EntryContent {
    let kinds = EntryKind.allCases.filter { readers.contains(.school) || !$0.asksForHandling }
    return EntryContent(
      kind: kinds.randomElement(using: &generator) ?? .meeting,
      day: today.adding(days: -Int.random(in: 0...9, using: &generator)), people: "x", text: "geheim",
      followUp: Bool.random(using: &generator) ? today.adding(days: Int.random(in: 0...40, using: &generator)) : nil,
      readers: readers)
  }

  private func step(_ reader: Party, today: Day, _ records: PlacementRecords, using generator: inout SeededGenerator)
    -> Step
  {
    let parties = Party.allCases
    let writer = parties.filter { $0 != reader }.randomElement(using: &generator) ?? .school
    switch Int.random(in: 0..<13, using: &generator) {
    case 12 where reader != .school: return .comment("geheim \(Int.random(in: 0..<9, using: &generator))")
    case 0...2:
      let circle =
        circles(without: reader).filter { $0.contains(writer) }.randomElement(using: &generator) ?? .init(writer)
      return .hidden(writer, of: writer, content(circle, today: today, using: &generator))
    case 3:
      return .onHidden(.school) { .closeEntry(entry: $0.id, outcome: "besproken") }
    case 4:
      let by = writer
      return .onHidden(by) { .reopenEntry(entry: $0.id, reason: "toch niet") }
    case 5:
      let day = Bool.random(using: &generator) ? today.adding(days: 5) : nil
      return .onHidden(writer) { entry in
        .editEntry(
          entry: entry.id,
          EntryContent(
            kind: entry.kind, day: entry.day, people: entry.people, text: entry.text + "!", followUp: day,
            readers: entry.readers))
      }
    case 6: return .undo(writer, redo: Bool.random(using: &generator))
    case 7:
      // Entries that the party reads along with.
      let writer = parties.randomElement(using: &generator) ?? .school
      return .open(
        writer,
        .addEntry(
          duty: nil, party: writer, content(.everyone, today: today, using: &generator)))
    case 8:
      return .open(
        .school, .closeEntry(entry: records.entries.last { $0.readers == .everyone }?.id ?? 0, outcome: "klaar"))
    default:
      let party = parties.randomElement(using: &generator) ?? .school
      var command = RandomCommands.command(for: records, today: today, using: &generator)
      switch command {
      case .end, .reopen, .setWorkplace, .addEntry, .editEntry, .closeEntry, .reopenEntry:
        command = .addNote(duty: nil, text: "n")
      default: break
      }
      return .open(party, command)
    }
  }

  /// Two texts from a little before where they part.
  private static func shown(_ first: String, _ second: String) -> String {
    let start = max(0, zip(first, second).prefix { $0 == $1 }.count - 200)
    return [first, second].map { text in
      "\(text.prefix(30))…\(text.dropFirst(start).prefix(500))"
    }.joined(separator: "\n≠\n")
  }

  /// Carries out a step; what is hidden happens in `place`.
  private func live(_ life: Life, _ step: Step, hiddenIn place: Int64, reader: Party, at moment: Moment) throws {
    switch step {
    case .open(let party, let command):
      _ = try life.stores[party].perform(command, on: life.own, as: life.viewer(party, of: life.own), at: moment)
    case .hidden(let party, let owner, let content):
      _ = try life.stores[party].perform(
        .addEntry(duty: DutyID("student.during.communication"), party: owner, content), on: place,
        as: life.viewer(party, of: place), at: moment)
    case .onHidden(let party, let command):
      guard let entry = try life.entries(place).last(where: { !$0.readers.contains(reader) }) else { return }
      let viewer = try life.viewer(party, of: place)
      _ = try life.stores[party].perform(command(entry), on: place, as: viewer, at: moment)
    case .comment(let text):
      _ = try life.stores.school.perform(
        .comment("B1", text: text), onScan: life.scans[place] ?? 0, from: place, as: Fixture.school, at: moment)
    case .undo(let party, let redo):
      // People of both placements share the session: whoever made its newest change takes it back.
      let store = life.stores[party]
      let anybody = try life.viewer(party, of: life.own)
      guard let change = try redo ? store.nextRedo(as: anybody) : store.nextUndo(as: anybody) else { return }
      let viewer = try life.viewer(party, of: change.placement)
      _ = try redo ? store.redo(as: viewer, at: moment) : store.undo(as: viewer, at: moment)
    }
  }

  /// Everything that the read door, and the refusals of the write door, say to a party.
  private func everything(_ life: Life, _ reader: Party, today: Day) throws -> [String] {
    let store = life.stores[reader]
    let viewer = try life.viewer(reader, of: life.own)
    let moment = Fixture.moment(today)
    var said: [String] = []
    func say(_ name: String, _ value: Any) { said.append("\(name): \(value)") }
    let view = try store.records(life.own, as: viewer)
    say("records", view)
    say("snapshot", Derivation(view.records, model: view.model).handlings)
    say("find", try store.find(view.records.key, as: viewer))
    say("findPerson", try store.findPerson(view.records.student.number, party: .student))
    for person in view.records.persons {
      say("placementCount", try store.placementCount(ofPerson: person.id, as: viewer))
    }
    for limit in [1, 3, 500] {
      say("history", try store.history(of: life.own, as: viewer, limit: limit))
      say("history", try store.history(of: life.own, as: viewer, offset: 2, limit: limit))
    }
    for duty in Fixture.model.duties {
      say("history of duty", try store.history(of: life.own, duty: duty.id, as: viewer, limit: 500))
    }
    let last = try store.lastChange()
    say("lastChange", last)
    for number in 0..<40 {
      say(
        "change",
        try store.change(last - Int64(number), as: viewer).flatMap { $0.placement == life.own ? $0 : nil } as Any)
    }
    for entry in try life.entries(life.own) where viewer.mayRead(entry) {
      say("history of entry", try store.history(ofEntry: entry.id, in: life.own, as: viewer, limit: 500))
    }
    var queries = [
      OverviewQuery(), OverviewQuery(mine: true), OverviewQuery(overdue: true), OverviewQuery(archived: true),
    ]
    queries += [OverviewQuery(words: ["geheim"]), OverviewQuery(words: ["student"])]
    queries += Stage.allCases.map { OverviewQuery(stages: [$0]) }
    queries += Fixture.model.gates.map { OverviewQuery(failingGate: $0.id) }
    for query in queries {
      say("window", try store.window(query, as: viewer, offset: 0, limit: 50, today: today))
      say("placements", try store.placements(matching: query, as: viewer, limit: 50, today: today))
      say("window", try store.window(query, as: viewer, offset: 1, limit: 1, today: today))
      say("position", try store.position(of: life.own, in: query, as: viewer, today: today) as Any)
    }
    say("mineRows", try store.mineRows(viewer, limit: 50, today: today))
    for party in [nil, Party.school, reader] {
      for mine in [false, true] {
        let query = AgendaQuery(party: party, mine: mine)
        say("agenda", try store.agenda(query, as: viewer, offset: 0, limit: 200, today: today))
        say("agenda", try store.agenda(query, as: viewer, offset: 3, limit: 2, counted: false, today: today))
        say("agendaRows", try store.agendaRows(query, as: viewer, after: nil, limit: 200, today: today))
        say("agendaPosition", try store.agendaPosition(of: today, in: query, as: viewer, today: today))
      }
    }
    for party in [nil, Party.student, .school, .employer] {
      for placement in [nil, life.own] {
        var figures = try store.status(
          today: today, as: viewer, party: party, mine: placement != nil, placement: placement)
        say("stages", Stage.allCases.map { figures.stages[$0] })
        // A dictionary is written in another order each time.
        figures.stages = [:]
        say("status", figures)
      }
    }
    for (name, next) in [
      ("nextUndo", try store.nextUndo(as: viewer)), ("nextRedo", try store.nextRedo(as: viewer)),
    ] {
      say(name, next as Any)
      if let next { say("batchCount", try store.batchCount(next)) }
    }
    say("placements", try store.placements(PlacementSelection(), as: viewer))
    say("placements", try store.placements(PlacementSelection(placement: life.own), as: viewer))
    say("employerNames", try store.employerNames(as: viewer))
    for words in [[], ["werkgever"]] {
      say("employers", try store.employers(matching: words, as: viewer, offset: 0, limit: 50))
    }
    var subjects = [RegisterSubject.student(view.records.student.id)]
    subjects += view.records.employers.map { .employer($0.id) } + view.records.workplaces.map { .workplace($0.id) }
    for subject in subjects {
      say("register", try store.register(subject, as: viewer, offset: 0, limit: 50, today: today) as Any)
    }
    say("programmeNames", try store.programmeNames(as: viewer))
    say("conditionTexts", try store.conditionTexts([1, 2, 3], as: viewer).sorted { $0.key < $1.key })
    say("student", try store.student(number: view.records.student.number, as: viewer) as Any)
    say("employer", try store.employer(named: "Werkgever 200", as: viewer, today: today) as Any)
    say("person", try store.person(named: "Docent 5", role: .schoolContact, employer: "", as: viewer) as Any)
    for person in view.records.persons {
      say("placementCount", try store.placementCount(ofPerson: person.id, as: viewer))
    }
    say("ownPerson", try store.ownPerson(of: viewer) as Any)
    for assignment in view.records.assignments {
      say("placementCount", try store.placementCount(ofPerson: assignment.person, as: viewer))
    }
    say("isEmpty", try store.isEmpty(as: viewer))
    let taken = NewPlacement(
      number: view.records.student.number, student: "x", programme: view.records.placement.programme)
    say("create", try store.create(taken, as: viewer, at: moment))
    say("moveModels", try store.moveModels([life.own], to: 99, reason: "", as: viewer, at: moment))
    // Writing to what is hidden is refused like writing to what is not there.
    let hidden = try life.entries(life.own).first { !viewer.mayRead($0) }?.id ?? 999_999
    for command in [
      Command.closeEntry(entry: hidden, outcome: "x"), .reopenEntry(entry: hidden, reason: "x"),
      .editEntry(
        entry: hidden,
        EntryContent(kind: .meeting, day: today, text: "x", readers: .init(viewer.party))),
    ] {
      say("perform", try store.perform(command, on: life.own, as: viewer, at: moment))
      say(
        "performGroup",
        try store.performGroup(
          [(life.own, .same(command)), (999_999, .same(command))], as: viewer, at: moment))
      say("performAll", try store.performAll([(life.own, command)], as: viewer, at: moment))
    }
    say("history of hidden", try store.history(ofEntry: hidden, in: life.own, as: viewer, limit: 5))
    say("scans", try store.scans(as: viewer, limit: 50))
    let scan = life.scans[life.own] ?? 0
    say("scan", (try? store.scan(scan, as: viewer)) as Any)
    say("placement of scan", try store.placement(ofScan: scan, as: viewer) as Any)
    for state in ScanState.allCases { say("scanCount", try store.scanCount(in: state, as: viewer)) }
    say("history of scan", try store.history(ofScan: scan, as: viewer, limit: 50))
    for step: ScanStep in [.submit, .sendBack(note: ""), .acceptCondition(1)] {
      say("perform scan", (try? store.perform(step, onScan: scan, as: viewer, at: moment)) as Any)
    }
    say("beginScan", try store.beginScan(at: life.own, as: viewer, at: moment))
    say("changeTick", try store.changeTick() >= 0)
    return said
  }

  @Test(arguments: Party.allCases)
  func nothingTellsOfWhatMayNotBeRead(reader: Party) throws {
    for seed in 0..<UInt64(isLongRun ? 60 : 2) {
      let (one, two) = (try Life(), try Life())
      var random = SeededGenerator(seed: seed &* 7_919 &+ UInt64(reader.index))
      var hidden = 0
      for number in 0..<60 {
        let today = Fixture.today.adding(days: number / 3)
        let records = try one.stores.school.records(one.own, as: Fixture.school).records
        let step = step(reader, today: today, records, using: &random)
        let moment = Fixture.moment(today)
        try live(one, step, hiddenIn: one.own, reader: reader, at: moment)
        try live(two, step, hiddenIn: two.other, reader: reader, at: moment)
        if number % 12 == 11 {
          hidden += try one.entries(one.own).count { !$0.readers.contains(reader) }
          for day in [today, today.adding(days: 30)] {
            let first = try everything(one, reader, today: day)
            let second = try everything(two, reader, today: day)
            let difference = zip(first, second).first { !$0.utf8.elementsEqual($1.utf8) }.map(Self.shown)
            let isSame = difference == nil && first.count == second.count
            #expect(isSame, "seed \(seed), step \(number): \(difference ?? "")")
          }
        }
      }
      #expect(hidden > 0, "seed \(seed): nothing was hidden")
      for life in [one, two] { #expect(try life.stores.school.verify() == [], "seed \(seed)") }
    }
  }

  // MARK: - By example

  private func told(_ readers: Circle, in life: Life? = nil) throws -> (Life, Int64) {
    let life = try life ?? Life()
    let done = try life.stores.student.perform(
      .addEntry(
        duty: nil, party: .student,
        EntryContent(kind: .problem, day: Fixture.today, text: "geheim", readers: readers)),
      on: life.own, as: life.viewer(.student, of: life.own), at: Fixture.moment())
    guard case .done(_, let records) = done, let entry = records.entries.last else {
      throw StoreProblem(.unexpected)
    }
    return (life, entry.id)
  }

  private func kinds(_ life: Life, _ party: Party) throws -> [ChangeKind] {
    try life.stores[party].history(of: life.own, as: life.viewer(party, of: life.own), limit: 50).map(\.kind)
  }

  @Test func theSchoolsNumbersCountWhatItWasToldAloneAndTheEmployersDoNot() throws {
    let (life, _) = try told([.init(.student), .init(.school)])
    let late = Fixture.today.adding(days: 30)
    func overdue(_ party: Party) throws -> Int {
      let viewer = try life.viewer(party, of: life.own)
      let page = try life.stores[party].window(OverviewQuery(), as: viewer, offset: 0, limit: 50, today: late)
      return page.rows.first { $0.id == life.own }?.summary.overdueCount(of: .school, on: late) ?? -1
    }
    #expect(try overdue(.school) == overdue(.employer) + 1)
    #expect(try overdue(.student) == overdue(.school))
    #expect(try kinds(life, .school).contains(.entryAdded))
    #expect(try kinds(life, .student).contains(.entryAdded))
    #expect(try !kinds(life, .employer).contains(.entryAdded))
    #expect(try life.stores.school.verify() == [])
  }

  @Test func theOrderOfThePlacementsTellsTheEmployerNothing() throws {
    let life = try Life()
    let employer = try life.viewer(.employer, of: life.own)
    func figures() throws -> [StatusFigures] {
      try [nil, Party.student, .school, .employer].map { party in
        try life.stores.employer.status(
          today: Fixture.today.adding(days: 10), as: employer, party: party)
      }
    }
    let before = try figures()
    #expect(before[0].first.map(\.row.id).last == life.own && before[0].first.count == 2)
    _ = try told([.init(.student), .init(.school)], in: life)
    #expect(try figures() == before)
    let school = try life.stores.school.status(today: Fixture.today.adding(days: 10), as: Fixture.school)
    #expect(school.first.first?.row.id == life.own && school.overdue.school == 1 && school.overdueForAny == 1)
  }

  @Test func aWiderCircleShowsWhatStandsThereNowAndNothingOfBefore() throws {
    let (life, entry) = try told([.init(.student), .init(.school)])
    let student = try life.viewer(.student, of: life.own)
    let wider = EntryContent(kind: .problem, day: Fixture.today, text: "ook voor u", readers: .everyone)
    _ = try life.stores.student.perform(
      .editEntry(entry: entry, wider), on: life.own, as: student, at: Fixture.moment())
    let employer = try life.viewer(.employer, of: life.own)
    #expect(try life.stores.employer.records(life.own, as: employer).records.entries.map(\.text) == ["ook voor u"])
    let seen = try life.stores.employer.history(of: life.own, as: employer, limit: 50)
    #expect(seen.map(\.kind) == [.entryEdited, .imported])
    #expect(seen[0].rows.map(\.before) == [nil])
    #expect(!"\(seen)".contains("geheim"))
    // Taken back, it is gone again, with all that was said of it.
    guard case .done = try life.stores.student.undo(as: student, at: Fixture.moment()) else {
      Issue.record("not undone")
      return
    }
    #expect(try kinds(life, .employer) == [.imported])
    #expect(try life.stores.employer.records(life.own, as: employer).records.entries.isEmpty)
  }

  @Test func whatWasTakenBackAtOnceIsSeenByItsWriterAlone() throws {
    let (life, _) = try told(.everyone)
    let student = try life.viewer(.student, of: life.own)
    #expect(try kinds(life, .employer) == [.entryAdded, .imported])
    guard case .done = try life.stores.student.undo(as: student, at: Fixture.moment()) else {
      Issue.record("not undone")
      return
    }
    #expect(try kinds(life, .employer) == [.imported])
    #expect(try kinds(life, .school) == [.scanAnswered, .scanBegun, .imported])
    #expect(try kinds(life, .student) == [.undone, .entryAdded, .imported])
  }

  @Test func aLaterEmployerReadsNothingOfAFormerOnesTime() throws {
    let (life, _) = try told(.everyone)
    #expect(try kinds(life, .employer) == [.entryAdded, .imported])
    _ = try life.stores.school.perform(
      .setWorkplace(employer: "Cirkel", workplace: "Noord", address: "", from: Fixture.today), on: life.own,
      as: Fixture.school, at: Fixture.moment())
    #expect(try kinds(life, .employer) == [.workplaceSet, .imported])
    let employer = try life.viewer(.employer, of: life.own)
    #expect(try life.stores.employer.records(life.own, as: employer).records.entries.isEmpty)
    #expect(try life.stores.school.verify() == [])
  }

  @Test func twoWhoHandleTheSameEntryBothSeeIt() throws {
    let (life, entry) = try told([.init(.student), .init(.school)])
    let seen = try life.stores.school.records(life.own, as: Fixture.school).lastChange
    let colleague = try life.folder.open(session: "colleague")
    let close = Command.closeEntry(entry: entry, outcome: "gebeld")
    _ = try colleague.perform(close, on: life.own, as: Fixture.school, at: Fixture.moment(), seen: seen)
    let student = try life.viewer(.student, of: life.own)
    let edit = Command.editEntry(
      entry: entry,
      EntryContent(kind: .problem, day: Fixture.today, text: "beter", readers: [.init(.student), .init(.school)]))
    guard
      case .conflict(let conflict) = try life.stores.student.perform(
        edit, on: life.own, as: student, at: Fixture.moment(), seen: seen)
    else {
      Issue.record("no conflict")
      return
    }
    #expect(conflict.change.kind == .entryClosed && conflict.change.note == "gebeld")
  }
}
