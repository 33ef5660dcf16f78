import Testing
import WerkendLeren

@testable import drieluik

@Suite("A placement as JSON")
struct PlacementJSONTests {
  /// Records with a row in each table.
  private static func records() -> PlacementRecords {
    let day = Day(number: 20_780)
    var records = PlacementRecords(
      placement: Placement(
        id: 2, student: 1, programme: "p", start: day, end: day, model: 1, startedOn: day, importedOn: day,
        startReason: "r", ending: .endedEarly, endedOn: day, endReason: "r", endedBy: .school, archivedOn: day),
      student: Student(id: 1, number: "n", name: "n", mail: "m", phone: "p"))
    records.employers = [Employer(id: 3, name: "e")]
    records.workplaces = [Workplace(id: 4, employer: 3, name: "w", address: "a")]
    records.persons = [Person(id: 5, party: .employer, employer: 3, name: "p")]
    records.links = [WorkplaceLink(id: 6, placement: 2, employer: 3, workplace: 4, from: day, until: day)]
    records.assignments = [Assignment(id: 7, placement: 2, person: 5, role: .supervisor, from: day, until: day)]
    records.pauses = [Pause(id: 8, placement: 2, from: day, intendedReturn: day, until: day, reason: "r")]
    records.agreements = [AgreementVersion(id: 9, placement: 2, date: day, addedOn: day)]
    records.plans = [PlanVersion(id: 10, placement: 2, date: day, addedOn: day)]
    records.scans = [
      ScanDecisionRecord(id: 11, workplace: 4, date: day, decision: .suitable, validUntil: day, withdrawnOn: day)
    ]
    records.conditions = [
      ScanCondition(
        id: 20, workplace: 4, scan: 21, decision: 11, question: "B1", text: "t", due: day, setOn: day, metOn: day,
        metBy: "b", metParty: .school, metNote: "n", acceptedOn: day, acceptedBy: "b")
    ]
    records.marks = [
      Mark(
        id: 12, placement: 2, duty: DutyID("d"), party: .school, day: day, byParty: .school, version: 9, employer: 3,
        withdrawnOn: day, model: 1)
    ]
    records.dueDates = [DueDateRecord(id: 13, placement: 2, duty: DutyID("d"), due: day, setOn: day)]
    records.exclusions = [Exclusion(id: 14, placement: 2, duty: DutyID("d"), day: day)]
    records.notes = [Note(id: 15, placement: 2, duty: DutyID("d"), party: .school)]
    records.rhythms = [Rhythm(id: 16, placement: 2, duty: DutyID("d"), days: 56)]
    records.gateRecords = [GateRecord(id: 17, placement: 2, duty: DutyID("d"), record: 9)]
    records.entries = [
      Entry(
        id: 19, placement: 2, duty: DutyID("d"), kind: .problem, day: day, text: "t", party: .student, byParty: .school,
        readers: .everyone, employer: 3, askedOn: day, followUp: day, followUpSet: day, closedOn: day, closedBy: "b")
    ]
    records.modelMoves = [
      ModelMove(
        id: 18, placement: 2, from: 1, to: 2, day: day, added: [DutyID("d")], dropped: [DutyID("d")],
        reworded: [DutyID("d")])
    ]
    return records
  }

  @Test("every text and day of every record comes out")
  func everything() {
    var rows = Self.records().storedRows
    // A scan belongs to its workplace, whatever placements are there; its decisions and conditions stand here.
    let ofScans: Set<RecordTable> = [.scan, .scanAnswer, .scanOwnAnswer, .scanComment, .scanJudgement]
    #expect(Set(rows.map(\.table)) == Set(RecordTable.allCases).subtracting(ofScans), "a table has no row here")
    // Each value becomes one that stands nowhere else; where that does not fit, it is one of a few words.
    var marked: [String: String] = [:]
    var number = 0
    for index in rows.indices {
      for place in rows[index].values.indices {
        guard case .text(let text) = rows[index].values[place] else { continue }
        number += 1
        let value = Day(iso: text) == nil ? "mark\(number)." : Day(number: 30_000 + number).iso
        var changed = rows
        changed[index].values[place] = .text(value)
        guard PlacementRecords(rows: changed) != nil else { continue }
        rows = changed
        marked[value] = "\(rows[index].table.rawValue).\(rows[index].table.columns[place])"
      }
    }
    #expect(marked.count > 60)
    guard let records = PlacementRecords(rows: rows) else {
      Issue.record("not read")
      return
    }
    let json = PlacementJSON(
      records: records, model: DutyModel(name: "m", duties: []), viewer: .school(name: "Noor"), today: Day(number: 0))
    let text = json.value(changes: nil).onOneLine
    for (value, column) in marked { #expect(text.contains(value), "\(column) is missing") }
  }
}
