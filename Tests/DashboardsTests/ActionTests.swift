import Canvas
import Language
import Testing
import WerkendLeren
import Widgets

@testable import Dashboards

/// Space, n, d, x, b, u and Ctrl-R from the key to the store and back to the screen. Source: `rules.md`, "Who acts".
@Suite struct ActionTests {
  private func session(_ student: String = "Amira", at duty: String, language: Language = .dutch) -> Session {
    var session = Session(Fixture.store, language: language)
    session.open(student)
    session.go(to: duty)
    return session
  }

  @Test func spaceConfirmsAContinuingItemTodayAndSaysSo() {
    var session = session(at: "school.during.support")
    session.press(.character(" "))
    let item = session.item("school.during.support")
    #expect(item?.lastMark?.day == Fixture.today && item?.lastMark?.byParty == .school)
    #expect(session.noticeLine.contains("✓ Bewaard: Ondersteuning bevestigd"))
    #expect(session.cursorLine.contains("✓  Ondersteuning") && session.cursorLine.contains("23 nov"))
    session.press(.character(" "))
    #expect(session.item("school.during.support")?.lastMark?.day == Fixture.today)
  }

  @Test func spaceOnADoneTaskSaysHowToTakeItBack() {
    var session = session(at: "school.preparation.information")
    let before = session.store.placements
    session.press(.character(" "))
    #expect(session.said.contains("Informatie is al bevestigd. Terugnemen: toets u"))
    #expect(session.store.placements == before)
  }

  @Test func forAnotherPartySpaceAsksHowItWasToldAndKeepsItAsNamens() {
    var session = session(at: "employer.during.supervision")
    session.press(.character(" "))
    #expect(session.isForm && session.line(0).contains("Begeleiding: namens werkgever"))
    session.press(.tab, .enter)
    #expect(session.isForm && session.text.contains("Vul dit in."))
    #expect(session.canvas.cursor?.row == 6)
    session.type("gebeld op maandag")
    session.press(.tab, .enter)
    #expect(session.isTriptych)
    let mark = session.item("employer.during.supervision")?.lastMark
    #expect(mark?.party == .employer && mark?.byParty == .school && mark?.note == "gebeld op maandag")
    session.press(.enter)
    #expect(session.text.contains("23 nov 2026 door Noor Bakker, namens werkgever: \"gebeld op maandag\""))
  }

  @Test func aJointItemIsConfirmedOnePartyAtATimeAndShowsWho() {
    var session = session("Bram", at: "school.preparation.agreement")
    #expect(session.cursorLine.contains("◐") && session.cursorLine.contains("S H ·"))
    session.press(.character(" "))
    #expect(session.line(0).contains("namens werkgever"))
    session.type("ondertekend per post")
    session.press(.tab, .enter)
    #expect(session.cursorLine.contains("✓") && session.cursorLine.contains("S H W"))
    #expect(session.item("school.preparation.agreement", of: Fixture.bram)?.isDone(on: Fixture.today) == true)
    #expect(session.line(2).contains("b begint de opleiding"))
  }

  @Test func aJointItemWithoutVersionOpensItsForm() {
    var session = session("Bram", at: "school.preparation.plan")
    session.press(.character(" "))
    #expect(session.line(0).contains("Opleidingsplan: nieuwe versie"))
    session.press(.tab, .tab, .tab, .enter)
    #expect(session.isTriptych)
    #expect(session.item("school.preparation.plan", of: Fixture.bram)?.version != nil)
    session.press(.character(" "))
    #expect(session.item("school.preparation.plan", of: Fixture.bram)?.confirmed == [.school])
  }

  @Test func evidenceIsNeverTickedItsFormMakesItTrue() {
    var session = session("Chloe", at: "student.preparation.workplace")
    session.press(.character(" "))
    #expect(session.line(0).contains("Werkgever en werkplek"))
    session.type("Gemeente Utrecht")
    session.press(.tab)
    session.type("Stadskantoor")
    session.press(.tab, .tab, .tab, .enter)
    #expect(session.item("student.preparation.workplace", of: Fixture.chloe)?.isDone(on: Fixture.today) == true)
    #expect(session.item("employer.preparation.workplace", of: Fixture.chloe)?.isDone(on: Fixture.today) == true)
    #expect(session.line(0).contains("Gemeente Utrecht"))
  }

  @Test func aDeclarationIsGivenByEachPartyForItself() {
    var session = session("Bram", at: "school.during.no_fee")
    #expect(session.cursorLine.contains("●"))
    session.press(.character(" "))
    #expect(session.item("school.during.no_fee", of: Fixture.bram)?.confirmed == [.school])
    #expect(session.cursorLine.contains("◐") && session.cursorLine.contains("H ·"))
    session.press(.character(" "))
    #expect(session.line(0).contains("namens werkgever"))
  }

  @Test func aContinuingItemWaitsForTheStart() {
    var session = session("Bram", at: "school.during.support")
    #expect(session.cursorLine.contains("○"))
    session.press(.character(" "))
    #expect(session.noticeLine.contains("Dit kan pas als de opleiding is begonnen."))
  }

  @Test func anotherDayIsChosenInTheOpenedItem() {
    var session = session(at: "school.during.support")
    session.press(.enter, .character("o"), .control("u"))
    session.type("20-11")
    session.press(.tab, .tab, .enter)
    #expect(session.item("school.during.support")?.lastMark?.day == Fixture.day("2026-11-20"))
    session.press(.character("o"), .control("u"))
    session.type("morgen")
    session.press(.tab, .tab, .enter)
    #expect(session.isForm && session.said.contains("Deze dag is nog niet geweest."))
  }

  @Test func aNoteIsKeptUnderTheItem() {
    var session = session(at: "employer.during.team")
    session.press(.character("n"))
    session.type("teamuitje in juni")
    session.press(.tab, .enter, .enter)
    #expect(session.said.contains("23 nov 14:10 Noor Bakker: teamuitje in juni"))
  }

  @Test func aDateReplacesTheDerivedOneAndEmptyGivesItBack() {
    var session = session("Bram", at: "school.preparation.scan")
    session.press(.character("d"), .control("u"))
    session.type("+1w")
    session.press(.tab, .enter)
    #expect(session.item("school.preparation.scan", of: Fixture.bram)?.due == Fixture.day("2026-11-30"))
    session.press(.character("d"), .control("u"), .tab, .enter)
    #expect(session.item("school.preparation.scan", of: Fixture.bram)?.due == Fixture.day("2026-12-14"))
  }

  @Test func notApplicableNeedsAReasonLeavesTheNumbersAndIsTakenBackByTheSameKey() {
    var session = session(at: "employer.during.team")
    session.press(.character("x"))
    session.type("werkt alleen")
    session.press(.tab, .enter)
    #expect(session.cursorLine.contains("–  Team") && session.cursorLine.contains("n.v.t."))
    #expect(session.text.contains("5/7"))
    session.press(.character("x"))
    #expect(session.cursorLine.contains("✓  Team"))
    #expect(session.text.contains("6/8"))
  }

  @Test(arguments: ["school.preparation.agreement", "employer.preparation.workplace", "school.during.no_fee"])
  func gatesEvidenceAndSharedItemsCannotBeSetToNotApplicable(duty: String) {
    var session = session(at: duty)
    session.press(.character("x"))
    #expect(!session.isForm)
    #expect(session.said.contains("kan niet op n.v.t.: alleen taken en doorlopende punten"))
  }

  @Test func theStartIsRefusedWithTheGatesThatFailEachToBeOpened() {
    var session = session("Chloe", at: "school.preparation.agreement")
    session.press(.character("b"))
    #expect(session.text.contains("Open poorten"))
    for line in ["◆ Werkplek (student-werknemer)", "◆ Overeenkomst (hogeschool)", "◆ Werkplek (werkgever)"] {
      #expect(session.text.contains(line))
    }
    session.press(.down, .enter)
    #expect(session.line(0).contains("Overeenkomst"))
    #expect(session.line(2).contains("◆ Overeenkomst"))
    session.press(.escape)
    #expect(session.isTriptych && session.store[Fixture.chloe]?.placement.startedOn == nil)
  }

  @Test func typingInTheListOfGatesSearchesTheGates() {
    var session = session("Chloe", at: "school.preparation.agreement")
    session.press(.character("b"))
    session.type("over")
    #expect(session.text.contains("◆ Overeenkomst (hogeschool)"))
    #expect(session.text.contains("Open poorten"))
  }

  @Test func withoutAScanTheStartAsksOnceWhy() {
    var session = session("Gijs", at: "school.preparation.scan")
    #expect(session.line(2).contains("Alle poorten in orde"))
    session.press(.character("b"), .tab, .tab, .enter)
    #expect(session.isForm && session.text.contains("Vul dit in."))
    session.type("scan volgt in december")
    session.press(.tab, .enter)
    let placement = session.store[Fixture.ready]?.placement
    #expect(placement?.startedOn == Fixture.today && placement?.startReason == "scan volgt in december")
    #expect(session.line(1).contains("week 1"))
  }

  @Test func undoNamesWhatItTookBackAndRedoDoesItAgain() {
    var session = session(at: "school.during.support")
    let before = session.store[Fixture.amira]
    session.press(.character(" "))
    let after = session.store[Fixture.amira]
    session.press(.character("u"))
    #expect(session.noticeLine.contains("Ongedaan gemaakt: Ondersteuning bevestigd (Amira El Idrissi)"))
    #expect(session.store[Fixture.amira] == before)
    session.press(.control("r"))
    #expect(session.noticeLine.contains("Opnieuw gedaan: Ondersteuning"))
    #expect(session.noticeLine.contains("Opnieuw gedaan: Ondersteuning bevestigd"))
    #expect(session.store[Fixture.amira] == after)
    #expect(session.store.changes.count == Fixture.store.changes.count + 3)
  }

  @Test func undoAsksWhereThePlacementIsNotOnScreen() {
    var session = session(at: "school.during.support")
    session.press(.character(" "), .escape, .character("u"))
    #expect(session.text.contains("Ongedaan maken?") && session.text.contains("Ondersteuning bevestigd"))
    let after = session.store[Fixture.amira]
    session.press(.enter)
    #expect(session.store[Fixture.amira] == after)
    session.press(.character("u"), .right, .enter)
    #expect(session.store[Fixture.amira] == Fixture.store[Fixture.amira])
  }

  @Test func nothingIsUndoneOfEarlierSessions() {
    var session = session(at: "school.during.support")
    session.press(.character("u"))
    #expect(session.noticeLine.contains("in deze sessie niets meer"))
    session.press(.control("r"))
    #expect(session.noticeLine.contains("Er is niets om opnieuw te doen."))
  }

  @Test func aConfirmationIsWithdrawnWithAReasonInTheOpenedItem() {
    var session = session(at: "school.preparation.information")
    session.press(.enter, .character("i"))
    session.type("verkeerd traject")
    session.press(.tab, .enter)
    #expect(session.item("school.preparation.information")?.isDone(on: Fixture.today) == false)
    #expect(session.said.contains("ingetrokken op 23 nov: verkeerd traject"))
  }

  @Test func anEndedPlacementIsReadOnlyUntilItIsReopened() {
    var session = session("Fenna", at: "school.during.support")
    #expect(session.line(2).contains("Gestopt · 30 sep · door student-werknemer · andere opleiding gekozen"))
    session.press(.character(" "))
    #expect(session.said.contains("afgesloten en alleen te lezen"))
    session.press(.character(":"))
    session.type("heropen")
    session.press(.enter)
    session.type("toch verder")
    session.press(.tab, .enter)
    #expect(session.store[Fixture.fenna]?.placement.ending == nil)
  }
}
