import Dashboards
import StateStore
import WerkendLeren

/// The store's answers about the agenda.
extension StoreAnswers {
  func query(_ filter: AgendaFilter) -> AgendaQuery { AgendaQuery(party: filter.party, mine: filter.mine) }

  func agendaPage(
    _ filter: AgendaFilter, offset: Int, limit: Int, counted: Bool
  ) throws(StoreProblem) -> Dashboards.AgendaPage {
    let page = try store.agenda(
      query(filter), as: viewer, offset: offset, limit: limit, counted: counted, today: clock.now().today)
    var models: [Int64: DutyModel] = [:]
    for row in page.rows where models[row.model] == nil { models[row.model] = try store.model(row.model) }
    return Dashboards.AgendaPage(
      offset: offset,
      entries: page.rows.map { row in
        AgendaEntry(
          line: row.line, placement: row.placement, student: row.student,
          employer: row.employer.isEmpty ? nil : row.employer, programme: row.programme, model: row.model)
      }, total: page.total, models: models,
      conditions: try store.conditionTexts(Set(page.rows.compactMap(\.line.condition)), as: viewer))
  }
}
