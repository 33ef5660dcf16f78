import Dashboards
import WerkendLeren

extension FakeStore {
  /// All that the filter leaves, by day.
  func agendaEntries(_ filter: AgendaFilter) -> [AgendaEntry] {
    placements.filter(viewer.maySee).flatMap { records -> [AgendaEntry] in
      if filter.mine, let persons = viewer.persons,
        !records.current(.schoolContact, on: today).contains(where: { persons.contains($0.id) })
      {
        return []
      }
      return agendaLines(records).map { line in
        AgendaEntry(
          line: line, placement: records.placement.id, student: records.student.name,
          employer: records.currentEmployer?.name, programme: records.placement.programme, model: 1)
      }
    }.filter { entry in filter.party.map(entry.line.parties.contains) ?? true }
      .sorted {
        ($0.line.day, $0.placement, $0.line.kind.rawValue, $0.line.duty ?? -1)
          < ($1.line.day, $1.placement, $1.line.kind.rawValue, $1.line.duty ?? -1)
      }
  }

  private func agendaLines(_ records: PlacementRecords) -> [AgendaLine] {
    // Deriving is the slow part here: what nobody changed was derived once for all tests.
    if let known = Fixture.agendaLines[records.placement.id], known.records == records { return known.lines }
    return AgendaLine.all(Derivation(records, model: model), of: records)
  }

  func agenda(_ filter: AgendaFilter, offset: Int, limit: Int, counted: Bool) -> AgendaPage {
    let entries = agendaEntries(filter)
    return AgendaPage(
      offset: offset, entries: Array(entries.dropFirst(offset).prefix(limit)), total: counted ? entries.count : nil,
      models: [1: model], conditions: conditionTexts)
  }
}

extension Fixture {
  /// The dated things of each placement as it stands on 23 November 2026.
  static let agendaLines = Dictionary(
    store.placements.map { records in
      let lines = AgendaLine.all(Derivation(records, model: store.model), of: records)
      return (records.placement.id, (records: records, lines: lines))
    }, uniquingKeysWith: { first, _ in first })
}
