import StateStore
import WerkendLeren

/// Commands of every kind, most of them sensible, some refused.
package enum RandomCommands {
  /// A command for a placement.
  package static func command(
    for records: PlacementRecords, today: Day, using generator: inout some RandomNumberGenerator
  ) -> Command {
    func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &generator)] }
    func near(_ range: ClosedRange<Int>) -> Day { today.adding(days: Int.random(in: range, using: &generator)) }
    let duties = Fixture.model.duties
    let duty = pick(duties)
    if Int.random(in: 0..<6, using: &generator) == 0 {
      return entryCommand(for: records, today: today, using: &generator)
    }
    switch Int.random(in: 0..<25, using: &generator) {
    case 0...4:
      let party = duty.isShared ? pick(duty.parties) : duty.party
      return .confirm(duty: duty.id, party: party, day: near(-20...0), note: "by phone")
    case 5:
      return .withdrawConfirmation(mark: records.marks.last?.id ?? 0, reason: "mistake")
    case 6: return .setDueDate(duty: duty.id, day: Bool.random(using: &generator) ? near(-10...60) : nil)
    case 7: return .exclude(duty: duty.id, reason: "not here")
    case 8: return .include(duty: records.exclusions.last?.duty ?? duty.id)
    case 9: return .addNote(duty: Bool.random(using: &generator) ? duty.id : nil, text: "note \"\\\n\u{1F600}")
    case 10:
      let section = AgreementContent.Section(included: true, line: "as agreed")
      return .addAgreement(
        AgreementContent(
          label: "v\(records.agreements.count + 1)", date: near(-30...0), kept: "drive", content: section,
          guidance: section, programme: section, assessment: section))
    case 11: return .addPlan(label: "p\(records.plans.count + 1)", date: near(-30...0), kept: "drive")
    case 12:
      let number = Int.random(in: 0..<4, using: &generator)
      return .setWorkplace(
        employer: ["Anker", "Boog", "anker ", "Cirkel"][number], workplace: pick(["", "Noord", "Zuid"]),
        address: pick(["", "Kade 1"]), from: near(-5...0))
    case 13, 14:
      return .setPerson(
        role: pick(PersonRole.allCases),
        PersonContent(
          name: pick(["Sanne Mol", "Jan van Dijk", "noor bakker"]), mail: pick(["", "x@y.test"]),
          experience: pick(["", "9 years"]), from: near(-20...3), until: pick([nil, near(1...40)])))
    case 15:
      return .addPaperScan(
        PaperScanContent(
          date: near(-30...0), decision: pick(ScanDecision.allCases), validUntil: near(1...700), by: "Noor",
          kept: "cabinet"))
    case 16: return .withdrawScan(scan: records.scans.last?.id ?? 0, reason: "mistake")
    case 17: return .start(day: today, withoutScanReason: "agreed")
    case 18:
      return pick([
        .setDates(start: near(-40...60), end: near(100...400)), .takeStartBack(reason: "too early"),
        .setRhythm(duty: pick([nil, duty.id]), weeks: pick([nil, 4, 12])),
      ])
    case 19: return .pause(from: near(-3...0), intendedReturn: near(5...30), reason: "ill")
    case 22, 23: return peopleCommand(for: records, today: today, using: &generator)
    case 20: return pick([.resume(day: today, newStart: near(1...30)), .setIntendedReturn(near(0...30))])
    case 21: return .moveModel(to: Int64.random(in: 0...2, using: &generator), reason: "new year")
    default:
      return pick([
        .end(pick(Ending.allCases), day: today, reason: "done", by: nil), .reopen(reason: "mistake"),
        .reopen(reason: "mistake"),
      ])
    }
  }
}
