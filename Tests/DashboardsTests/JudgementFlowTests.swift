import Canvas
import Language
import Testing
import WerkendLeren

@testable import Dashboards

/// The school's judgement of a scan, from key press to what the others see.
@Suite struct JudgementFlowTests {
  private func session(
    _ make: (inout FakeStore) -> Void, viewer: Viewer = Fixture.viewer, size: Size = Size(columns: 80, rows: 24)
  ) -> Session {
    var store = Fixture.store
    make(&store)
    store.viewer = viewer
    return Session(store, size: size)
  }

  private func records(_ session: Session) -> ScanRecords? { session.store.scans.last }

  private func isCurrent(_ session: Session, _ id: QuestionID) -> Bool {
    if case .judgement(let screen) = session.app.top { return screen.selected?.id == id }
    if case .question(let screen) = session.app.top { return screen.id == id }
    return false
  }

  @Test func aScanThatWasHandedInOpensWithItsAnswersBesideTheQuestions() {
    var session = session { $0.fillInScan("2026-11-12") }
    session.openScan()
    #expect(session.said.contains("Advies: geschikt onder voorwaarden"), "\(session.text)")
    session.stand(onQuestion: "B2")
    #expect(session.cursorLine.contains("B2") && session.cursorLine.contains("3, het meeste werk"))
    session.press(.enter)
    #expect(
      session.said.contains(
        "(•) 3 het meeste werk hoort bij het vak en past bij het niveau van de opleiding — werkgever"))
    session.press(.tab)
    #expect(isCurrent(session, "B3") && session.said.contains("Voorstel: Beschrijf per periode"))
    session.press(.escape)
    #expect(isCurrent(session, "B3"))
  }

  @Test func theFilterShowsWeakPointsCommentsAndWhatTheSchoolJudgesDifferently() {
    var session = session { $0.judgeScan() }
    session.openScan()
    guard case .judgement(let all) = session.app.top else { return }
    #expect(all.questions.count > 40)
    let shown: [[QuestionID]] = [["B3", "C6", "C7", "E4"], ["B3"], ["C6"]]
    for expected in shown {
      session.press(.character("f"))
      guard case .judgement(let screen) = session.app.top else { return }
      #expect(screen.questions.map(\.id) == expected)
    }
    session.press(.character("f"))
    guard case .judgement(let again) = session.app.top else { return }
    #expect(again.questions == all.questions)
  }

  @Test func aCommentIsWrittenChangedAndTakenAway() {
    var session = session { $0.fillInScan("2026-11-12") }
    session.openScan()
    session.stand(onQuestion: "B3")
    session.press(.character("n"))
    session.type("Beschrijf het")
    session.press(.control("s"))
    #expect(records(session)?.comments.map(\.text) == ["Beschrijf het"])
    #expect(session.noticeLine.contains("Bewaard: opmerking bij de werkplekscan"))
    #expect(session.cursorLine.contains("opmer"))
    session.press(.character("n"), .control("u"), .control("s"))
    #expect(records(session)?.comments.isEmpty == true, "\(session.text)")
    session.press(.character("g"))
    session.type("Prima bedrijf")
    session.press(.control("s"))
    #expect(records(session)?.comments.map(\.question) == [nil])
  }

  @Test func anOwnLevelCountsInTheAdviceAndBothStandSideBySide() {
    var session = session { $0.fillInScan("2026-11-12") }
    session.openScan()
    session.stand(onQuestion: "E4")
    session.press(.character("e"))
    // The employer's own level is no judgement of one's own.
    session.press(.down, .character(" "), .control("s"))
    #expect(session.said.contains("Dat is het antwoord van de werkgever zelf."), "\(session.text)")
    session.press(.escape, .up, .character(" "), .tab)
    session.type("Er is geen toezicht")
    session.press(.control("s"))
    #expect(records(session)?.ownAnswers.map(\.question) == ["E4"], "\(session.text)")
    #expect(session.said.contains("Advies: nog niet geschikt"))
    #expect(session.cursorLine.contains("≠"))
    session.press(.character("a"))
    #expect(session.said.contains("Volgens de werkgever. Advies: geschikt onder voorwaarden"), "\(session.text)")
    #expect(session.said.contains("Na het oordeel van de hogeschool. Advies: nog niet geschikt"))
    session.press(.escape, .character("u"))
    #expect(records(session)?.ownAnswers.isEmpty == true)
  }

  @Test func theProposalAtAWeakPointBecomesAConditionWithOneKey() throws {
    var session = session { $0.fillInScan("2026-11-12") }
    session.openScan()
    session.stand(onQuestion: "C7")
    session.press(.character("v"), .control("s"))
    let condition = try #require(records(session)?.conditions.first, "\(session.text)")
    #expect(condition.text.hasPrefix("Wijs een vervanger aan") && condition.question == "C7")
    #expect(condition.owner == .employer && condition.due == Fixture.today.adding(days: 56) && !condition.beforeStart)
    session.press(.character("o"), .character("e"))
    session.press(.tab, .tab, .control("u"))
    session.type("1-2-2027")
    session.press(.tab, .character(" "), .control("s"))
    let changed = try #require(records(session)?.conditions.first)
    #expect(changed.due == Fixture.day("2027-02-01") && changed.beforeStart, "\(session.text)")
    session.press(.character("x"))
    #expect(records(session)?.conditions.isEmpty == true)
    session.press(.character("u"))
    #expect(records(session)?.conditions.count == 1)
  }

  @Test func theDecisionAsksForTheVisitFirstThenForAReasonWhereItDepartsFromTheAdvice() throws {
    var session = session { $0.fillInScan("2026-11-12") }
    session.openScan()
    session.press(.character("b"))
    #expect(session.said.contains("Leg eerst het bezoek vast"), "\(session.text)")
    session.type("18-11-2026")
    session.press(.tab, .tab)
    session.type("Jan van Dijk")
    session.press(.control("s"), .character("b"))
    #expect(session.said.contains("Advies volgens de regels"))
    session.press(.character(" "), .control("s"))
    #expect(session.said.contains("Het besluit wijkt af van het advies"), "\(session.text)")
    session.type("Alles is intussen geregeld")
    session.press(.control("s"))
    let decision = try #require(records(session)?.decision, "\(session.text)")
    #expect(decision.decision == .suitable && decision.validUntil == Fixture.day("2028-11-23"))
    #expect(records(session)?.judgement?.reason == "Alles is intussen geregeld")
    #expect(session.said.contains("Besluit: geschikt"))
    // Decided, it is not judged any more, and says so.
    session.press(.character("n"))
    #expect(!session.isForm && session.said.contains("Dit kan nu niet"))
  }

  @Test func undoDoesNotReachBehindADecisionButWithdrawingDoesAndSaysWhy() {
    var session = session { $0.decidedScan() }
    session.openScan()
    session.press(.character("i"))
    session.type("Ongeval op de werkvloer")
    session.press(.control("s"))
    #expect(records(session)?.decision?.withdrawnReason == "Ongeval op de werkvloer")
    #expect(session.said.contains("ingetrokken"), "\(session.text)")
    #expect(session.item("school.preparation.scan")?.missing == .scanWithdrawn)
    #expect(session.item("employer.preparation.workplace")?.missing == .scanWithdrawn)
  }

  @Test func aScanThatIsSentBackKeepsEverythingAndIsFilledInAgain() {
    var session = session { $0.judgeScan() }
    session.openScan()
    session.press(.character("t"))
    session.type("Vul C6 aan.")
    session.press(.control("s"))
    #expect(records(session)?.scan.state == .sentBack && records(session)?.comments.count == 1)
    #expect(records(session)?.ownAnswers.count == 1 && records(session)?.conditions.count == 1)
    session.press(.escape)
    #expect(session.cursorLine.contains("teruggestuurd"), "\(session.text)")
    session.press(.character("l"), .character("a"), .end)
    #expect(session.said.contains("Vul C6 aan."), "\(session.text)")
  }

  @Test func theConditionsStandOnTheTriptychMetByTheirOwnerAndAcceptedByTheSchool() throws {
    var session = session({ $0.decidedScan() }, viewer: ViewerTests.employer(Fixture.store))
    session.press(.character("p"))
    #expect(session.isTriptych)
    session.press(.end)
    #expect(session.cursorLine.contains("Plan vaste gesprekken"), "\(session.text)")
    session.press(.character(" "))
    let condition = try #require(records(session)?.conditions.first)
    #expect(condition.metOn == Fixture.today && condition.metBy == "Jan van Dijk")

    var store = session.store
    store.viewer = Fixture.viewer
    var other = Session(store)
    other.open("Amira")
    other.press(.end)
    #expect(other.cursorLine.contains("Plan vaste gesprekken"), "\(other.text)")
    other.press(.character(" "))
    #expect(records(other)?.conditions.first?.acceptedOn == Fixture.today, "\(other.text)")
  }

  @Test func theSchoolRecordsForTheEmployerWithANoteAndSendsBackWhatIsNotInOrder() {
    var session = session { $0.decidedScan() }
    session.open("Amira")
    session.press(.right, .end)
    #expect(session.cursorLine.contains("Plan vaste gesprekken"), "\(session.text)")
    session.press(.character(" "))
    #expect(session.isForm && session.line(0).contains("Voorwaarde vervuld"), "\(session.text)")
    session.press(.tab)
    session.type("Jan belde: elke dinsdag")
    session.press(.control("s"))
    #expect(records(session)?.conditions.first?.metNote == "Jan belde: elke dinsdag", "\(session.text)")
    session.press(.character("i"))
    session.type("Nog niet met Sanne afgesproken")
    session.press(.control("s"))
    #expect(records(session)?.conditions.first?.metOn == nil, "\(session.text)")
  }

  @Test func aConditionBeforeTheStartKeepsTheGateShutUntilItIsAccepted() throws {
    var session = session { store in
      let scan = store.fillInScan("2026-11-12", at: Fixture.ready)
      for step: ScanStep in [
        .recordVisit(ScanVisit(day: nil, notVisitedReason: "per telefoon")),
        .setCondition(
          nil,
          ScanConditionContent(
            text: "Wijs een vervanger aan.", owner: .employer, due: Fixture.day("2026-12-01"), beforeStart: true)),
        .decide(.suitableWithConditions, reason: "", validUntil: Fixture.day("2028-11-19"), by: "Noor Bakker"),
      ] { store.take(step, on: scan, "2026-11-19") }
    }
    let gate = "employer.preparation.workplace"
    #expect(session.item(gate, of: Fixture.ready)?.missing == .condition)
    session.open("Gijs")
    session.press(.character("b"))
    #expect(session.said.contains("voorwaarde open"), "\(session.text)")
    session.press(.escape, .right, .end, .character(" "), .tab)
    session.type("gebeld")
    session.press(.control("s"), .character(" "))
    #expect(session.item(gate, of: Fixture.ready)?.missing == nil, "\(session.text)")
  }

  @Test func theEmployerReadsTheJudgementAndTheStudentTheDecisionAlone() {
    var employer = session({ $0.decidedScan() }, viewer: ViewerTests.employer(Fixture.store))
    employer.press(.character("p"), .character("w"), .enter)
    employer.stand(onQuestion: "C6")
    employer.press(.enter)
    #expect(employer.said.contains("Eigen oordeel van de hogeschool: 1, niet"), "\(employer.text)")
    employer.press(.character("e"))
    #expect(!employer.isForm && employer.said.contains("hogeschool"))

    var student = session({ $0.decidedScan() }, viewer: ViewerTests.student)
    student.press(.character("p"), .character("w"), .enter)
    #expect(!student.said.contains("netwerken"))
    student.press(.character("a"))
    #expect(student.said.contains("Besluit: geschikt onder voorwaarden"), "\(student.text)")
    #expect(student.said.contains("niet met u gedeeld") && student.said.contains("Plan vaste gesprekken"))
    #expect(!student.said.contains("geen enkel gesprek"))
  }

  @Test func beforeTheDecisionTheEmployerSeesNothingOfTheJudgement() {
    var employer = session({ $0.judgeScan() }, viewer: ViewerTests.employer(Fixture.store))
    employer.press(.character("p"), .character("w"), .enter, .character("a"))
    #expect(
      !employer.said.contains("Na het oordeel")
        && !employer.said.contains("Plan vaste gesprekken tussen werkbegeleider en student-werknemer. (werkgever"))
    employer.press(.escape, .character("f"), .character("f"))
    #expect(employer.said.contains("Geen vragen in dit filter"), "\(employer.text)")
  }

  @Test func twoWhoJudgeAtOnceSeeEachOther() {
    var session = session { $0.fillInScan("2026-11-12") }
    session.openScan()
    session.stand(onQuestion: "B3")
    session.press(.character("n"))
    session.type("van Noor")
    let scan = records(session)?.scan.id ?? 0
    session.store.take(
      .comment("B3", text: "van Tim"), on: scan, "2026-11-23",
      as: Viewer(party: .school, name: "Tim Kuiper", scope: .all))
    session.press(.control("s"))
    #expect(session.said.contains("Tim Kuiper") && session.said.contains("van Tim"), "\(session.text)")
    session.press(.escape)
    #expect(session.isForm)
    session.press(.control("s"), .right, .enter)
    #expect(records(session)?.comments.map(\.text) == ["van Noor"], "\(session.text)")
  }

  @Test func aFailingStoreKeepsWhatWasTyped() {
    var session = session { $0.fillInScan("2026-11-12") }
    session.openScan()
    session.press(.character("t"))
    session.type("Vul aan")
    session.store.failure = "De schijf is vol."
    session.press(.control("s"))
    #expect(session.said.contains("De schijf is vol."))
    session.press(.enter)
    #expect(records(session)?.scan.state == .sentBack, "\(session.text)")
  }

  @Test func aValidScanIsOfferedBeforeANewOneBegins() {
    var session = session { $0.decidedScan() }
    session.open("Amira")
    session.press(.character("w"), .character("n"))
    #expect(session.said.contains("geldt ook voor"))
    session.press(.enter)
    #expect(session.store.scans.count == 1)
    session.press(.character("n"), .right, .enter)
    #expect(
      session.store.scans.count == 2 && session.store.scans.last?.scan.copiedFrom == session.store.scans[0].scan.id)
    // The declaration is given anew.
    #expect(session.store.scans.last?.sheet["H3"] == nil && session.store.scans.last?.sheet["B2"] == .level(3))
  }

  @Test(arguments: [(60, 18), (80, 24), (120, 40)])
  func oneStepChangesTwoRowsInTheListsOfAScan(size: (Int, Int)) {
    for keys in [[Key.enter], [.enter, .character("o")], [.character("k")]] {
      var session = session(
        { store in
          store.decidedScan()
          store.fillInScan("2026-11-20", ["B2": .level(1)])
        }, size: Size(columns: size.0, rows: size.1))
      session.open("Amira")
      session.press(.character("w"), keys == [.enter, .character("o")] ? .down : .home)
      for key in keys { session.press(key) }
      for _ in 0..<2 {
        let before = session.canvas
        session.press(.down)
        let after = session.canvas
        let rows = (0..<size.1).filter { Array(before.cells(inRow: $0)) != Array(after.cells(inRow: $0)) }
        #expect(
          Set(rows).isSubset(of: Set([before.cursor?.row, after.cursor?.row].compactMap { $0 })),
          "\(keys) \(size): \(rows)\n\(after.text)")
        #expect(session.cursorLine.contains("▸"), "\(keys) \(size)\n\(session.text)")
      }
    }
  }

  @Test(arguments: [(60, 18), (80, 24)])
  func twoScansAreLaidSideBySideWithTheirDifferencesInWords(size: (Int, Int)) {
    var session = session(
      { store in
        store.decidedScan()
        store.fillInScan("2026-11-20", ["B2": .level(1), "C1": .yesNo(false)])
      }, size: Size(columns: size.0, rows: size.1))
    session.open("Amira")
    session.press(.character("w"), .character("v"), .down, .character("v"))
    #expect(session.said.contains("2 gemarkeerd"))
    session.press(.character("k"))
    #expect(session.cursorLine.contains("≠") && session.cursorLine.contains("Besluit [anders]"), "\(session.text)")
    var seen: [String] = []
    for _ in 0..<40 {
      session.press(.character("n"))
      seen.append(session.cursorLine)
    }
    #expect(seen.contains { $0.contains("B2") } && seen.contains { $0.contains("C1") }, "\(seen)")
    #expect(seen.allSatisfy { $0.contains("≠") })
    session.press(.character("f"))
    guard case .compare(let screen) = session.app.top else { return }
    #expect(screen.list.count == screen.differences && screen.differences > 5)
    while !session.cursorLine.contains("B2"), session.cursorLine != "" {
      session.press(.character("n"))
      if seen.isEmpty { break }
      seen.removeLast()
    }
    session.press(.enter)
    #expect(session.said.contains("1, losse of ondersteunende taken buiten het vak"), "\(session.text)")
    session.press(.escape)
    #expect(session.cursorLine.contains("B2"))
  }
}
