import Canvas
import Language
import Testing
import WerkendLeren
import Widgets

@testable import Dashboards

/// Employers, workplaces and students by keys.
@Suite struct RegisterFlowTests {
  private func session(
    _ viewer: Viewer = Fixture.viewer, size: Size = Size(columns: 80, rows: 24)
  ) -> Session {
    var store = Fixture.store
    store.fillVanDijk()
    store.viewer = viewer
    return Session(store, size: size)
  }

  private func register(_ session: Session) -> RegisterScreen? {
    if case .register(let screen) = session.app.top { screen } else { nil }
  }

  private func names(_ session: Session) -> [String] {
    (register(session)?.page?.lines ?? []).map { line in
      switch line {
      case .workplace(let workplace, _): workplace.name
      case .person(let entry): entry.person.name
      case .placement(let placement): placement.student
      }
    }
  }

  private func value(_ session: Session, _ id: String) -> String? {
    guard case .form(let screen) = session.app.top else { return nil }
    return screen.form.values[id]
  }

  private func employer(_ session: Session, of placement: Int64 = Fixture.amira) -> Employer? {
    session.store[placement]?.currentEmployer
  }

  // MARK: - The list

  @Test func theListHasAllEmployersByNameWithTheirPlacements() {
    var session = session()
    session.press(.character("w"))
    let lines = (4..<21).map { session.line($0) }.filter { $0.contains { !$0.isWhitespace } }
    #expect(lines.count == 7 && lines[0].hasPrefix("▸Bakkerij ’t Hart"))
    #expect(lines.map { $0.dropFirst() }.sorted() == lines.map { $0.dropFirst() })
    let dijk = lines.first { $0.contains("Van Dijk Techniek ") } ?? ""
    #expect(dijk.split(separator: " ").joined(separator: " ").contains("Techniek 3 2 Werkplaats Ede · Werkplaats"))
    #expect(session.noticeLine.contains("1–7 van 7"))
  }

  @Test func typingFindsByTheNameOfEmployerOrWorkplace() {
    var session = session()
    session.press(.character("w"), .character("/"))
    session.type("DIJK")
    #expect(session.text.contains("Van Dijk Techniek Noord") && !session.text.contains("Zorggroep"))
    #expect(session.canvas.cursor?.row == 1)
    session.type(" noo")
    #expect(session.text.contains("Van Dijk Techniek Noord") && session.noticeLine.contains("1–1 van 1"))
    session.press(.control("u"))
    session.type("stadhuis")
    session.press(.enter)
    #expect(session.cursorLine.contains("Gemeente Zwolle"))
    session.press(.enter)
    #expect(session.line(0).contains("Werkgevers › Gemeente Zwolle"))
    session.press(.escape)
    #expect(session.cursorLine.contains("Gemeente Zwolle"))
    // What was searched is taken back first.
    session.press(.escape)
    #expect(session.noticeLine.contains("van 7") && session.line(0).contains("Drieluik · Werkgevers"))
    session.press(.escape)
    #expect(session.line(0).contains("Overzicht"))
  }

  @Test func escapeInTheSearchFieldShowsEverythingAgain() {
    var session = session()
    session.press(.character("w"), .character("/"))
    session.type("q:?")
    #expect(session.text.contains("Geen werkgever gevonden"))
    session.press(.escape)
    #expect(session.noticeLine.contains("van 7") && !session.hasQuit)
    session.press(.down)
    #expect(session.cursorLine.hasPrefix("▸DSM Delft"))
  }

  // MARK: - The screens

  @Test func anEmployerHasItsWorkplacesItsPeopleAndAllItsPlacements() {
    var session = session()
    session.openRegister("werkgever")
    #expect(
      names(session) == [
        "Werkplaats Ede", "Werkplaats Utrecht", "Jan van Dijk", "Ömer Çelik", "Sanne Mol", "Amira El Idrissi",
        "Ilse van den Berg-Oosterhuis", "Joris Łukasik", "Lotte Smit", "Mo Haddad",
      ])
    #expect(session.line(2).contains("3 lopend, 2 eerder"))
    let lines = (3..<21).map { session.line($0) }
    #expect(lines.contains { $0.contains("Lotte Smit") && $0.contains("Nu elders") && $0.contains("1 jun – 11 okt") })
    #expect(lines.contains { $0.contains("Mo Haddad") && $0.contains("Niet begonnen, archief") })
    #expect(lines.contains { $0.contains("Amira") && $0.contains("Tijdens de opleiding") && $0.contains("sinds") })
    #expect(lines.contains { $0.contains("Sanne Mol") && $0.contains("werkbegeleider") })
  }

  @Test func eachLineOpensWhatItNamesAndEscComesBackToIt() {
    var session = session()
    session.openRegister("werkgever")
    session.press(.enter)
    #expect(session.line(0).contains("Van Dijk Techniek › Werkplaats Ede"))
    #expect(register(session)?.subject == .workplace(session.store[22]?.currentWorkplace?.id ?? 0))
    #expect(
      names(session) == ["Ömer Çelik", "Ilse van den Berg-Oosterhuis", "Joris Łukasik", "Lotte Smit"])
    session.press(.end, .enter)
    #expect(session.isTriptych && session.line(0).contains("Lotte Smit"))
    session.press(.escape)
    #expect(session.cursorLine.contains("Lotte Smit"))
    session.run(session.app.run("werkgever"))
    #expect(session.cursorLine.hasPrefix("▸Werkplaats Ede"))
    // The placement from which one came is not opened a second time.
    session.press(.down, .down, .down, .down, .down, .enter)
    #expect(session.isTriptych && session.line(0).contains("Amira"))
    session.press(.escape)
    #expect(session.line(0).contains("Overzicht"))
  }

  @Test func aStudentHasAllTheirPlacements() {
    var session = session()
    _ = session.store.create(
      NewPlacement(number: session.store[Fixture.amira]?.student.number ?? "", student: "Amira", programme: "Chemie"))
    session.openRegister("student")
    #expect(session.text.contains("0301211") && session.text.contains("amira@student.nl"))
    #expect(session.text.contains("HBO-ICT") && session.text.contains("Chemie") && session.text.contains("(nog geen)"))
    #expect(session.cursorLine.hasPrefix("▸Chemie"))
    session.press(.down)
    #expect(session.cursorLine.hasPrefix("▸HBO-ICT"))
  }

  @Test func aPlacementWithoutAnEmployerSaysSo() {
    var session = session()
    session.open("Chloe")
    for command in ["werkgever", "werkplek"] {
      session.run(session.app.run(command))
      #expect(session.isTriptych && session.noticeLine.contains("heeft nog geen werk"))
      #expect(session.app.paletteEntries.first { $0.id == command }?.reason?.contains("nog geen") == true)
    }
  }

  @Test(arguments: [(60, 18), (80, 24), (120, 40)])
  func everyLineIsReachedByArrowsAndTheCursorStandsOnIt(size: (Int, Int)) {
    var session = session(size: Size(columns: size.0, rows: size.1))
    session.openRegister("werkgever")
    let all = names(session)
    for keys in [(Key.down, all), (.up, all.reversed())] {
      for name in keys.1 {
        #expect(session.cursorLine.hasPrefix("▸") && session.cursorLine.contains(name.prefix(16)), "\(session.text)")
        session.press(keys.0)
      }
    }
    // The first heading is seen above the first line again.
    #expect(session.line(3).contains("Werkplekken"))
    for key in [Key.pageDown, .pageDown, .pageUp, .end, .home, .pageUp, .end, .up] {
      session.press(key)
      #expect(session.cursorLine.hasPrefix("▸"), "\(key)")
    }
  }

  @Test func aStepReadsOnlyWhatIsNotThereYet() {
    var session = session(size: Size(columns: 60, rows: 18))
    session.openRegister("werkgever")
    session.store.asked = []
    session.press(.down, times: 20)
    session.press(.up, times: 20)
    #expect(session.store.asked.isEmpty)
  }

  // MARK: - Changing

  @Test func anEmployerIsRenamedEverywhereAndBackAgain() {
    var session = session()
    session.openRegister("werkgever")
    session.press(.character("e"))
    #expect(session.line(0).contains("Naam van de werkgever") && !session.line(0).contains("Amira"))
    session.press(.control("u"))
    session.type("Van Dijk & Dochter")
    session.press(.control("s"))
    #expect(session.noticeLine.contains("Bewaard: werkgever hernoemd"))
    #expect(session.line(0).contains("Werkgevers › Van Dijk & Dochter"))
    for placement in [Fixture.amira, 22, 23] { #expect(employer(session, of: placement)?.name == "Van Dijk & Dochter") }
    // The history of the placement keeps it, with what stood there before.
    session.press(.escape, .character("h"), .enter)
    #expect(session.text.contains("Van Dijk Techniek") && session.text.contains("Van Dijk & Dochter"))
    session.press(.escape, .escape)
    session.run(session.app.run("werkgever"))
    session.press(.character("u"))
    #expect(session.noticeLine.contains("Ongedaan gemaakt: werkgever hernoemd"))
    #expect(session.line(0).contains("Van Dijk Techniek") && employer(session, of: 22)?.name == "Van Dijk Techniek")
    session.press(.control("r"))
    #expect(employer(session, of: 23)?.name == "Van Dijk & Dochter")
  }

  @Test func aNameThatIsThereAlreadyIsRefusedAndNothingTypedIsLost() {
    var session = session()
    session.openRegister("werkgever")
    session.press(.character("e"), .control("u"))
    session.type("zorggroep NOORD")
    session.press(.control("s"))
    #expect(session.text.contains("Die naam is er al") && value(session, "name") == "zorggroep NOORD")
    session.press(.control("u"), .control("s"))
    #expect(session.text.contains("Vul dit in.") && employer(session)?.name == "Van Dijk Techniek")
  }

  @Test func workplacePersonAndStudentAreChangedFromTheirScreens() {
    var session = session()
    session.openRegister("werkplek", of: "Ilse")
    session.press(.character("e"), .tab, .control("u"))
    session.type("Nieuwe Kade 3")
    session.press(.control("s"))
    #expect(
      session.line(3).contains("Nieuwe Kade 3") && session.store[23]?.currentWorkplace?.address == "Nieuwe Kade 3")
    session.press(.enter)
    #expect(session.line(0).contains("Gegevens van een persoon") && value(session, "name") == "Ömer Çelik")
    session.press(.tab)
    session.type("chef")
    session.press(.control("s"))
    #expect(session.store[22]?.current(.supervisor, on: Fixture.today).first?.function == "chef")
    session.press(.character("u"))
    #expect(session.said.contains("Ongedaan gemaakt: gegevens van persoon gewijzigd"))
    session.press(.escape)
    session.run(session.app.run("student"))
    session.press(.character("e"))
    #expect(value(session, "start") == nil && value(session, "student") == "Ilse van den Berg-Oosterhuis")
    session.press(.tab)
    session.type("ilse@nieuw.nl")
    session.press(.control("s"))
    #expect(session.line(3).contains("ilse@nieuw.nl") && session.store[22]?.student.mail == "ilse@nieuw.nl")
  }

  @Test func whatHasNoPlacementNowIsNotChangedAndSaysWhy() {
    var session = session()
    _ = session.store.perform(
      PerformRequest(
        placement: Fixture.ready,
        command: .setWorkplace(employer: "DSM Delft", workplace: "Lab", address: "", from: Fixture.today), seen: nil))
    session.press(.character("w"), .character("/"))
    session.type("noord")
    session.press(.enter)
    for _ in 0..<3 where !session.cursorLine.contains("Dijk") { session.press(.down) }
    session.press(.enter, .character("e"))
    #expect(!session.isForm && session.said.contains("Er is hier nu geen traject"))
    session.press(.down, .enter)
    #expect(!session.isForm && session.said.contains("Er is hier nu geen traject"))
  }

  @Test func anEndedStudentsDataStayAsTheyAre() {
    var session = session()
    session.openRegister("student", of: "Fenna")
    session.press(.character("e"))
    #expect(!session.isForm && session.said.contains("alleen te lezen"))
    // What placements share may be changed from one that has ended.
    session.press(.escape)
    session.run(session.app.run("werkgever"))
    session.press(.character("e"))
    #expect(session.isForm && value(session, "name") == "DSM Delft")
  }

  @Test func anotherSessionsChangeShowsInPlace() {
    var session = session()
    session.openRegister("werkgever")
    session.press(.down, .down)
    let line = session.canvas.cursor
    _ = session.store.perform(
      PerformRequest(
        placement: Fixture.amira, command: .renameEmployer(employer(session)?.id ?? 0, name: "Anders"), seen: nil))
    session.run(session.app.update(.storeChanged))
    #expect(session.line(0).contains("Werkgevers › Anders") && session.canvas.cursor == line)
  }

  // MARK: - Others than the school

  @Test func anEmployersPersonSeesTheirOwnOrganisationAndChangesItsData() {
    let own = ViewerTests.employer(Fixture.store)
    var session = session(own)
    session.press(.escape, .character("w"))
    #expect(session.text.contains("Van Dijk Techniek") && session.noticeLine.contains("1–1 van 1"))
    #expect(!session.text.contains("Zorggroep"))
    session.press(.enter)
    // Who went elsewhere is no longer theirs to see.
    #expect(!session.text.contains("Lotte") && session.text.contains("Mo Haddad"))
    session.press(.character("e"))
    #expect(!session.isForm && session.noticeLine.contains("Alleen de hogeschool"))
    session.press(.enter, .character("e"))
    #expect(value(session, "name") == "Werkplaats Ede")
    session.press(.tab, .control("u"))
    session.type("Poort 4")
    session.press(.control("s"))
    #expect(session.store[22]?.currentWorkplace?.address == "Poort 4")
    let other = session.store[Fixture.daan]?.currentEmployer?.id ?? 0
    session.run(session.app.open(.employer(other)))
    #expect(session.noticeLine.contains("niet meer van u") && !session.text.contains("Zorggroep"))
  }

  @Test func aStudentSeesTheirOwnPlacementsAndChangesNobodyElse() {
    var session = session(ViewerTests.student)
    session.press(.escape, .character("w"), .enter)
    #expect(names(session) == ["Werkplaats Utrecht", "Jan van Dijk", "Sanne Mol", "Amira El Idrissi"])
    for other in ["Ede", "Ömer", "Ilse", "Lotte"] { #expect(!session.text.contains(other)) }
    session.press(.character("e"))
    #expect(!session.isForm && session.noticeLine.contains("Alleen de hogeschool"))
    session.press(.down, .enter)
    #expect(!session.isForm && session.said.contains("deel van een andere partij"))
    session.press(.end, .enter)
    session.run(session.app.run("student"))
    session.press(.character("e"))
    #expect(value(session, "student") == nil || session.line(0).contains("Gegevens van de student"))
    session.press(.control("u"))
    session.type("mij@thuis.nl")
    session.press(.control("s"))
    #expect(session.store[Fixture.amira]?.student.mail == "mij@thuis.nl")
    session.run(session.app.open(.student(Fixture.daan + 100)))
    #expect(!session.text.contains("Daan"))
  }

  // MARK: - Hostile names

  @Test(arguments: [(60, 18), (80, 24), (120, 40)])
  func namesThatNobodyHasBreakNothing(size: (Int, Int)) {
    var store = Fixture.store
    store.fillHostile()
    var session = Session(store, size: Size(columns: size.0, rows: size.1))
    session.press(.character("w"))
    for _ in 0..<14 {
      let commands = session.text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" }
      #expect(!commands && session.cursorLine.hasPrefix("▸"))
      session.press(.enter)
      #expect(session.canvas.size == session.app.size && session.canvas.cursor != nil)
      session.press(.escape, .down)
    }
  }
}
