import Canvas
import Language
import Testing
import WerkendLeren
import Widgets

@testable import Dashboards

/// Entries from key press to screen: written, read by those alone who may, handled, opened again.
@Suite struct EntryFlowTests {
  private func session(_ viewer: Viewer = Fixture.viewer, told: Bool = true, language: Language = .dutch) -> Session {
    var store = Fixture.store
    if told { store.addEntries() }
    store.viewer = viewer
    return Session(store, language: language)
  }

  private var employer: Viewer { ViewerTests.employer(Fixture.store) }

  @Test func aStudentTellsTheSchoolAloneUnlessItSaysOtherwise() throws {
    var session = session(ViewerTests.student, told: false)
    session.press(.character("p"))
    session.go(to: "student.during.communication")
    session.press(.character("m"))
    #expect(session.line(0).contains("Nieuwe melding"))
    session.press(.down, .down, .down, .character(" "), .tab)
    session.press(.tab, .tab, .tab)
    session.type("Op dinsdag is er altijd spoed.")
    session.press(.control("s"))
    #expect(!session.isForm, "\(session.text)")
    #expect(session.noticeLine.contains("Bewaard: probleem vastgelegd"))
    let entry = try #require(session.store[Fixture.amira]?.entries.last)
    #expect(entry.kind == .problem && entry.party == .student && entry.people == "Amira El Idrissi")
    #expect(entry.readers == [.init(.student), .init(.school)])
    #expect(entry.duty == DutyID("student.during.communication"))
    // It stands in the school's panel, for whoever may read it.
    session.press(.right, .end)
    #expect(session.text.contains("Afhandelen") && session.text.contains("Probleem (S)"))
  }

  @Test func theSchoolMustSayWhoReadsAlong() throws {
    var session = session(told: false)
    session.open("Amira")
    session.press(.character("m"), .character(" "), .tab)
    session.press(.tab, .tab, .tab, .tab)
    session.type("Kennismaking")
    session.press(.control("s"))
    #expect(session.isForm && session.text.contains("! Kies een antwoord."))
    #expect(session.cursorLine.contains("( )"))
    session.press(.character(" "), .control("s"))
    let entry = try #require(session.store[Fixture.amira]?.entries.last)
    #expect(entry.readers == .everyone && entry.party == .school && entry.kind == .meeting)
    // The keys stood on an item that lists no entries: it is the placement's.
    #expect(entry.duty == nil)
  }

  @Test func whatTheSchoolWasToldIsTheirsForEver() throws {
    var session = session(told: false)
    session.open("Amira")
    session.go(to: "student.during.communication")
    session.press(.character("m"), .down, .down, .character(" "), .tab)
    session.press(.tab, .down, .character(" "), .tab, .tab, .tab)
    session.type("Mag ik een dag ruilen?")
    session.press(.tab, .tab, .down, .down, .down, .character(" "), .control("s"))
    #expect(session.text.contains("Dit is van student-werknemer; die leest het ook."))
    session.press(.up, .up, .character(" "), .control("s"))
    #expect(!session.isForm, "\(session.text)")
    let entry = try #require(session.store[Fixture.amira]?.entries.last)
    #expect(entry.party == .student && entry.byParty == .school)
    #expect(entry.readers == [.init(.student), .init(.school)])
    session.press(.character("g"), .enter)
    #expect(session.said.contains("Van: student-werknemer, vastgelegd door Noor Bakker namens student-werknemer"))
    #expect(session.said.contains("de werkgever ziet het niet"))
  }

  @Test(arguments: [Language.dutch, .english])
  func nothingOnAnyScreenTellsTheEmployerOfWhatItMayNotRead(language: Language) {
    var texts: [[String]] = []
    for told in [false, true] {
      var store = Fixture.store
      if told {
        let own = Circle([.student, .school])
        let need = store.write("2026-10-12", .student, .need, "geheim", readers: own, by: .school)
        store.tell("2026-10-19", .school, .closeEntry(entry: need, outcome: "geheim"))
        store.write("2026-11-02", .student, .problem, "geheim", readers: own, duty: "employer.during.supervision")
        store.write("2026-11-03", .school, .meeting, "geheim", readers: .init(.school), followUp: "2026-11-04")
        store.write("2026-11-04", .student, .application, "geheim", readers: .init(.student))
      }
      store.viewer = ViewerTests.employer(store)
      var session = Session(store, language: language)
      var seen: [String] = []
      func look() { seen.append(session.text + "\(String(describing: session.canvas.cursor))") }
      look()
      for key in [Key.character("t"), .enter, .right, .right, .end, .character("h"), .enter, .escape, .escape] {
        session.press(key)
        look()
      }
      for duty in session.store.model.duties.map(\.id.text) {
        session.go(to: duty)
        session.press(.enter, .end)
        look()
        session.press(.character("h"))
        look()
        session.press(.escape, .character("g"))
        look()
        session.press(.escape, .escape)
      }
      for key in [Key.character("g"), .character("f"), .character("f"), .escape, .character(":")] {
        session.press(key)
        look()
      }
      texts.append(seen)
    }
    #expect(texts[0].count > 80)
    for (without, with) in zip(texts[0], texts[1]) { #expect(without == with) }
  }

  @Test func theSchoolHandlesFromThePanelAndTheStudentSeesByWhom() throws {
    var session = session()
    session.open("Amira")
    session.press(.right)
    session.go(to: "school.during.support")
    session.press(.end, .up, .up)
    #expect(session.cursorLine.contains("Probleem (S)"))
    session.press(.character("n"))
    #expect(session.noticeLine.contains("Dit kan bij een punt"))
    session.press(.enter)
    #expect(session.line(0).contains("Meldingen › Probleem"))
    session.press(.character(" "))
    #expect(session.isForm && session.said.contains("Op dinsdag kom ik niet aan leren toe"))
    session.type("Dinsdag wordt leerdag; afgesproken met Sanne.")
    session.press(.control("s"))
    #expect(session.noticeLine.contains("Bewaard: probleem afgehandeld"))
    #expect(session.line(2).contains("✓ Probleem") && session.line(2).contains("klaar 23 nov"))
    session.press(.character(" "))
    #expect(session.said.contains("al afgehandeld"))

    session.store.viewer = ViewerTests.student
    var student = Session(session.store)
    student.press(.character("p"), .right, .end)
    #expect(student.text.contains("✓  Probleem (S)"))
    student.press(.character("g"), .end)
    student.press(.up, times: 2)
    student.press(.enter)
    #expect(student.said.contains("Afgehandeld op maandag 23 november 2026 door Noor Bakker"))
    #expect(student.said.contains("Dinsdag wordt leerdag"))
    // Who asked says whether it was answered.
    student.press(.character("i"))
    student.type("Nog steeds elke week spoed.")
    student.press(.control("s"))
    #expect(student.store[Fixture.amira]?.entries.last?.closedOn == nil)
    #expect(student.said.contains("Nog steeds elke week spoed."))
  }

  @Test func handlingIsTakenBackWithUndo() throws {
    var session = session()
    session.open("Amira")
    session.press(.character("g"), .character(" "))
    session.type("Besproken.")
    session.press(.control("s"))
    #expect(session.noticeLine.contains("Bewaard: probleem afgehandeld"))
    session.press(.character("u"))
    #expect(session.noticeLine.contains("Ongedaan gemaakt: probleem afgehandeld"))
    #expect(session.cursorLine.contains("● Probleem (S)"))
  }

  @Test func theToDoListOpensAnEntryAndMakesOne() throws {
    var session = session()
    session.press(.character("t"))
    #expect(session.cursorLine.contains("Vraag") && session.cursorLine.contains("3 d te laat"))
    session.press(.enter)
    #expect(session.line(0).contains("Meldingen › Vraag"))
    #expect(session.text.contains("storingsdienst"))
    session.press(.escape, .escape)
    #expect(session.line(0).contains("Te doen"))
    session.press(.down, .down, .character("m"))
    #expect(session.isForm && session.line(0).contains("Amira El Idrissi › Nieuwe melding"))
    #expect(session.text.contains("( ) Ondersteuning"))
    session.press(.escape)
    #expect(session.line(0).contains("Te doen"))
  }

  @Test func nobodyElseHandlesOrChangesWhatIsNotTheirs() {
    var student = session(ViewerTests.student)
    student.press(.character("p"), .character("g"), .character(" "))
    #expect(!student.isForm && student.noticeLine.contains("Alleen de hogeschool"))
    var other = session(employer)
    other.press(.character("p"), .character("g"), .end, .enter, .enter)
    #expect(other.line(0).contains("Evaluatie") && !other.isForm)
    #expect(other.said.contains("Deze melding is van hogeschool"))
  }

  @Test func theStudentLetsTheEmployerReadAlongAfterAll() throws {
    var session = session(ViewerTests.student)
    session.press(.character("p"), .character("g"), .enter, .enter)
    #expect(session.isForm)
    session.press(.tab, .tab, .tab, .tab, .tab, .down, .character(" "), .control("s"))
    #expect(session.said.contains("alle drie: student-werknemer, hogeschool en werkgever"), "\(session.text)")
    session.store.viewer = employer
    var other = Session(session.store)
    other.press(.character("p"), .character("g"))
    #expect(other.text.contains("Probleem (S)"))
    other.press(.character("h"))
  }

  @Test func anEntryThatOneMayNoLongerReadLeavesTheScreen() throws {
    var store = Fixture.store
    let id = store.write("2026-11-19", .student, .problem, "van ons drie", readers: .everyone)
    store.viewer = employer
    var session = Session(store)
    session.press(.character("p"), .character("g"), .enter)
    #expect(session.text.contains("van ons drie"))
    session.store.tell(
      "2026-11-23", .student,
      .editEntry(
        entry: id,
        EntryContent(
          kind: .problem, day: Fixture.day("2026-11-19"), text: "van ons drie",
          readers: [.init(.student), .init(.school)])))
    session.run(session.app.update(.storeChanged))
    #expect(!session.text.contains("van ons drie"))
    #expect(session.noticeLine.contains("Deze melding is er niet meer"))
    #expect(session.line(0).contains("Meldingen"))
  }

  @Test func inAnEndedPlacementNothingIsWritten() {
    var session = session(told: false)
    session.open("Fenna")
    session.press(.character("m"))
    #expect(!session.isForm && session.said.contains("afgesloten en alleen te lezen"))
    session.press(.escape, .character("/"))
    session.press(.enter, .character(":"))
    session.type("melding")
    session.press(.enter)
    #expect(!session.isForm && session.said.contains("afgesloten en alleen te lezen"), "\(session.text)")
  }

  @Test func theListIsFilteredByKind() {
    var session = session()
    session.open("Amira")
    session.press(.character("g"))
    #expect(session.line(22).contains("3 open · soort: alle"))
    session.press(.character("f"))
    #expect(session.line(22).contains("soort: open") && session.line(22).contains("1–3 van 3"))
    session.press(.character("f"))
    #expect(
      session.line(22).contains("soort: bijeenkomst") && session.text.contains("Geen melding past bij dit filter"))
  }

  @Test func aPausedPlacementHasNothingToHandle() {
    var session = session()
    session.store.tell(
      "2026-11-23", .school,
      .pause(from: Fixture.today, intendedReturn: Fixture.day("2027-01-11"), reason: "ziek"))
    session.run(session.app.update(.storeChanged))
    session.open("Amira")
    session.press(.end)
    #expect(session.text.contains("○  Probleem (S)") && !session.text.contains("Vraag (W)            3 d te laat"))
  }

  @Test func theOverviewNamesWhatGivesItsDate() {
    var store = Fixture.store
    let readers: Circle = [.init(.student), .init(.school)]
    store.viewer = Fixture.viewer
    _ = store.perform(
      PerformRequest(
        placement: Fixture.ready,
        command: .addEntry(
          duty: nil, party: .student,
          EntryContent(
            kind: .question, day: Fixture.today, text: "Waar begin ik?", followUp: Fixture.day("2026-11-27"),
            readers: readers)), seen: nil))
    var session = Session(store, size: Size(columns: 120, rows: 40))
    #expect(session.text.contains("● Gijs Brouwer") && session.text.contains("Vraag · over 4 d"))
    session.press(.character("t"))
    #expect(session.text.contains("●   Vraag"))
  }

  @Test(arguments: [Language.dutch, .english])
  func theAgendaSaysWhatIsToBeHandledAndOpensIt(language: Language) throws {
    var session = session(language: language)
    session.press(.character("a"))
    let names =
      language == .dutch ? ["Probleem afhandelen", "Vraag afhandelen"] : ["Handle problem", "Handle question"]
    for name in names { #expect(session.text.contains(name), "\(session.text)") }
    for _ in 0..<20 where !session.cursorLine.contains(names[0]) { session.press(.down) }
    session.press(.enter)
    #expect(session.said.contains("Op dinsdag kom ik niet aan leren toe"))
    session.press(.escape)
    #expect(session.isTriptych)
  }

  @Test func aFollowUpIsCalledOneInTheAgenda() {
    let wording = AgendaWording(words: Words(.dutch), today: Fixture.today, viewer: .school)
    for (kind, name) in [(EntryKind.evaluation, "Vervolg evaluatie"), (.need, "Behoefte afhandelen")] {
      let line = AgendaLine(
        day: Fixture.today, kind: .handling, parties: [.school], entry: OpenEntry(id: 1, kind: kind))
      #expect(wording.name(line, duty: nil) == name)
    }
  }

  @Test func whatIsToBeHandledOrMetIsOverdueInTheAgendaAndADateHasPassed() {
    let wording = AgendaWording(words: Words(.dutch), today: Fixture.today, viewer: .school)
    let day = Fixture.today.adding(days: -5)
    for kind in [AgendaLine.Kind.handling, .condition, .item] {
      let line = AgendaLine(day: day, kind: kind, parties: [.school], actors: [.school], condition: 7)
      #expect(wording.distance(line) == "5 d te laat" && wording.state(line) == .overdue)
    }
    let end = AgendaLine(day: day, kind: .endDate, parties: [.school])
    #expect(wording.distance(end) == "5 d geleden" && wording.state(end) == .yours)
  }

  @Test func aConditionSaysItsTextInTheLists() throws {
    var row = try #require(Fixture.rows[Fixture.amira]?.row)
    let item = OpenItem(
      duty: nil, party: .school, due: Fixture.day("2026-11-20"), gate: false, partial: false, actable: true,
      condition: 7)
    row.summary.open = [item]
    row.summary.urgency = Urgency(day: Fixture.day("2026-11-20"), reason: .item, item: item)
    let page = OverviewPage(
      offset: 0, rows: [row], total: 1, models: [:], conditions: [7: "Sanne volgt de training"])
    var session = Session(Fixture.store, size: Size(columns: 120, rows: 40))
    session.press(.character("t"))
    _ = session.app.update(.mineLoaded(page, more: false))
    #expect(session.text.contains("Voorwaarde: Sanne volgt de"), "\(session.text)")
    session.press(.character("t"))
    _ = session.app.update(.overviewLoaded(OverviewFilter(), page))
    #expect(session.text.contains("1 te laat · Voorwaarde: S"), "\(session.text)")
  }

  @Test func aConditionOpensFromTheAgendaWhereItStandsInItsPanel() throws {
    var store = Fixture.store
    let place = try #require(store.placements.firstIndex { $0.placement.id == Fixture.amira })
    let scan = try #require(store.placements[place].newestScan)
    store.placements[place].conditions = [
      ScanCondition(
        id: 900, workplace: scan.workplace, scan: 1, decision: scan.id, text: "Wijs een vervanger aan.",
        owner: .employer,
        due: Fixture.day("2026-12-01"), beforeStart: false, setOn: scan.date)
    ]
    var session = Session(store)
    session.press(.character("a"))
    for _ in 0..<20 where !session.cursorLine.contains("Voorwaarde: Wijs") { session.press(.down) }
    #expect(session.cursorLine.contains("Voorwaarde: Wijs"), "\(session.text)")
    session.press(.enter)
    #expect(session.isTriptych && session.cursorLine.contains("Wijs een"), "\(session.text)")
  }
}
