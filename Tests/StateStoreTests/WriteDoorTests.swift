import StateStore
import StateStoreProbe
import Testing
import WerkendLeren

@Suite struct WriteDoorTests {
  private let information = DutyID("school.preparation.information")

  private func confirm(_ duty: DutyID, _ party: Party = .school) -> Command {
    .confirm(duty: duty, party: party, day: Fixture.today, note: "")
  }

  @Test func aConfirmationIsThereAfterReopening() throws {
    let folder = try StoreFolder()
    let store = try folder.filled(3)
    let placement = try store.placement(1)
    let done = try store.perform(confirm(information), on: placement, as: Fixture.school, at: Fixture.moment())
    guard case .done(let change, let records) = done else {
      Issue.record("\(done)")
      return
    }
    #expect(records.marks.map(\.duty) == [information])
    let again = try folder.open()
    #expect(try again.lastChange() == change)
    #expect(try again.records(placement, as: Fixture.school).records == records)
    #expect(try again.history(of: placement, as: Fixture.school, limit: 10).map(\.kind) == [.confirmed, .imported])
  }

  @Test func whatIsRefusedWritesNothing() throws {
    let folder = try StoreFolder()
    let store = try folder.filled(1)
    let placement = try store.placement(1)
    let before = try store.lastChange()
    let done = try store.perform(
      .start(day: Fixture.today, withoutScanReason: ""), on: placement, as: Fixture.school, at: Fixture.moment())
    guard case .refused(let refusal) = done else {
      Issue.record("\(done)")
      return
    }
    #expect(refusal.kind == .gatesFail)
    #expect(try store.lastChange() == before)
  }
}
