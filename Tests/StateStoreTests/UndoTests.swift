import StateStore
import StateStoreProbe
import Testing
import WerkendLeren

@Suite struct UndoTests {
  private let viewer = Fixture.school
  private let moment = Fixture.moment()

  private func perform(_ store: Store, _ command: Command, _ placement: Int64) throws {
    let done = try store.perform(command, on: placement, as: viewer, at: moment)
    guard case .done = done else {
      Issue.record("\(done)")
      return
    }
  }

  private func information(_ note: String = "") -> Command {
    .confirm(duty: DutyID("school.preparation.information"), party: .school, day: Fixture.today, note: note)
  }

  @Test func aBatchIsTakenBackAndDoneAgainAsOne() throws {
    let folder = try StoreFolder()
    try folder.filled(5).close()
    let store = try folder.open()
    let placements = try (1...5).map { try store.placement($0) }
    let before = try store.contentText()
    let preview = try store.performAll(placements.map { ($0, information()) }, as: viewer, at: moment, dryRun: true)
    #expect(preview.done.count == 5)
    #expect(try store.contentText() == before)
    let all = try store.performAll(placements.map { ($0, information()) }, as: viewer, at: moment)
    #expect(all.done == placements)
    let after = try store.contentText()
    let named = try #require(try store.nextUndo(as: viewer))
    #expect(try store.batchCount(named) == 5)
    guard case .done(let undone, _) = try store.undo(as: viewer, at: moment, expected: named.id) else {
      Issue.record("not undone")
      return
    }
    #expect(undone.count == 5)
    #expect(try store.contentText() == before)
    guard case .done = try store.redo(as: viewer, at: moment) else {
      Issue.record("not redone")
      return
    }
    #expect(try store.contentText() == after)
  }

  @Test func anotherSessionsChangesAreNotTakenBack() throws {
    let folder = try StoreFolder()
    let mine = try folder.filled(1)
    let other = try folder.open()
    try perform(other, information(), try mine.placement(1))
    #expect(try other.nextUndo(as: viewer)?.kind == .confirmed)
    guard case .refused(.wasImported, _) = try mine.undo(as: viewer, at: moment) else {
      Issue.record("the import was taken back")
      return
    }
    #expect(try other.undo(as: Viewer.school(name: "Somebody else"), at: moment) == .nothing)
  }

  @Test func aChangeOnWhichALaterOneStandsStays() throws {
    let folder = try StoreFolder()
    try folder.filled(1).close()
    let mine = try folder.open()
    let other = try folder.open()
    let placement = try mine.placement(1)
    try perform(mine, .setDates(start: Fixture.today, end: nil), placement)
    try perform(other, .setDates(start: Fixture.today.adding(days: 3), end: nil), placement)
    let before = try mine.contentText()
    guard case .refused(.changedSince(let later), _) = try mine.undo(as: viewer, at: moment) else {
      Issue.record("taken back")
      return
    }
    #expect(later?.session == other.session)
    #expect(try mine.contentText() == before)
  }

  @Test func anEmployerThatAnotherPlacementTookOverStays() throws {
    let folder = try StoreFolder()
    try folder.filled(2).close()
    let mine = try folder.open()
    let other = try folder.open()
    let (first, second) = (try mine.placement(1), try mine.placement(2))
    let command = Command.setWorkplace(employer: "Nieuw", workplace: "", address: "", from: Fixture.today)
    try perform(mine, command, first)
    try perform(other, command, second)
    guard case .refused(.isReferred, _) = try mine.undo(as: viewer, at: moment) else {
      Issue.record("taken back")
      return
    }
    #expect(try mine.verify() == [])
  }

  @Test func aNewChangeEndsTheRedoList() throws {
    let folder = try StoreFolder()
    try folder.filled(1).close()
    let store = try folder.open()
    let placement = try store.placement(1)
    try perform(store, information(), placement)
    _ = try store.undo(as: viewer, at: moment)
    #expect(try store.nextRedo(as: viewer) != nil)
    try perform(store, .addNote(duty: nil, text: "new"), placement)
    #expect(try store.nextRedo(as: viewer) == nil)
  }

  @Test func aScanIsTakenBackOnlyByItsOwnCommand() throws {
    let folder = try StoreFolder()
    try folder.filled(1).close()
    let store = try folder.open()
    let placement = try store.placement(1)
    try perform(
      store,
      .addPaperScan(
        PaperScanContent(
          date: Fixture.today, decision: .suitable, validUntil: Fixture.today.adding(years: 2), by: "Noor",
          kept: "")), placement)
    guard case .refused(.needsWithdrawal, _) = try store.undo(as: viewer, at: moment) else {
      Issue.record("taken back")
      return
    }
  }

  @Test func theStartStaysAfterAConfirmationDuringTheProgramme() throws {
    let folder = try StoreFolder()
    try folder.filled(1).close()
    let store = try folder.open()
    let placement = try store.placement(1)
    let section = AgreementContent.Section(included: true)
    try perform(
      store,
      .addAgreement(
        AgreementContent(
          label: "1", date: Fixture.today, kept: "", content: section, guidance: section, programme: section,
          assessment: section)), placement)
    for party in Party.allCases {
      try perform(
        store,
        .confirm(
          duty: DutyID("school.preparation.agreement"), party: party, day: Fixture.today, note: "by mail"),
        placement)
    }
    try perform(store, .start(day: Fixture.today, withoutScanReason: "urgent"), placement)
    let started = try #require(try store.nextUndo(as: viewer))
    #expect(started.kind == .started)
    let other = try folder.open()
    try perform(
      other, .confirm(duty: DutyID("school.during.support"), party: .school, day: Fixture.today, note: ""), placement)
    guard case .refused(.needsWithdrawal, let change) = try store.undo(as: viewer, at: moment) else {
      Issue.record("taken back")
      return
    }
    #expect(change.id == started.id)
    _ = try other.undo(as: viewer, at: moment)
    guard case .done = try store.undo(as: viewer, at: moment) else {
      Issue.record("not taken back")
      return
    }
  }
}
