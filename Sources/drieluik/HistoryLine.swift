import Dashboards
import StateStore

extension ChangeLine {
  /// A change of the store, as screens and papers need it.
  init(_ row: ChangeRow) {
    self.init(
      sequence: row.id, moment: row.moment, actor: row.actor, party: row.party, onBehalfOf: row.onBehalfOf,
      kind: row.kind, duty: row.duty, note: row.note, placement: row.placement, student: row.student, rows: row.rows,
      undoes: row.undoes)
  }
}
