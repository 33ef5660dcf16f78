import Dashboards
import Language
import WerkendLeren

/// Workplace scans in the store in memory; steps go through the real domain.
extension FakeStore {
  static let questionnaire = BuiltInQuestionnaire.load()

  mutating func answer(_ request: ScanRequest) -> Message? {
    switch request {
    case .list(let workplace):
      let lines = scans.reversed().filter { $0.workplace.id == workplace }.compactMap { $0.seen(by: viewer) }
      return .scan(.listed(workplace: workplace, lines.map { ScanListLine(scan: $0.scan, decision: $0.decision) }))
    case .load(let id): return .scan(.loaded(id, scan(id)))
    case .begin(let placement): return .scan(.begun(placement: placement, begin(placement)))
    case .step(let request): return .scan(.stepped(request, take(request)))
    case .keepPlace(let scan, let question):
      scanPlaces["\(scan) \(viewer.name)"] = question
      return nil
    }
  }

  func scan(_ id: Int64) -> ScanSnapshot? {
    guard let records = scans.first(where: { $0.scan.id == id })?.seen(by: viewer) else { return nil }
    return ScanSnapshot(
      records: records, questionnaire: questionnaire, employer: employer(records.workplace.employer),
      seen: Int64(changes.count), place: scanPlaces["\(id) \(viewer.name)"])
  }

  private func employer(_ id: Int64) -> String {
    directory.employers.first { $0.id == id }?.name ?? ""
  }

  private func context(at time: String) -> ScanContext {
    ScanContext(questionnaire: questionnaire, viewer: viewer, today: today, moment: moment(time), nextRow: nextRow)
  }

  private mutating func begin(_ placement: Int64) -> ScanBeginning {
    if let text = failure {
      failure = nil
      return .failed(text)
    }
    guard let workplace = self[placement]?.currentWorkplace else { return .refused(Refusal(.noWorkplace)) }
    let others = scans.filter { $0.workplace.id == workplace.id }
    let result = beginScan(
      of: workplace, questionnaire: 1, others: others.map(\.scan),
      copying: others.last { $0.scan.state == .decided }, context: context(at: "14:03"))
    switch result {
    case .failure(let refusal): return .refused(refusal)
    case .success(let decision):
      scans.append(decision.records)
      write(decision, of: placement, rows: [], at: "14:03")
      return .begun(decision.records.scan.id)
    }
  }

  mutating func take(_ request: ScanStepRequest, at time: String = "14:03") -> ScanStepResult {
    if let text = failure {
      failure = nil
      return .failed(text)
    }
    guard let place = scans.firstIndex(where: { $0.scan.id == request.scan }) else {
      return .refused(Refusal(.notYours))
    }
    switch decideScan(request.step, on: scans[place], context: context(at: time)) {
    case .failure(let refusal): return .refused(refusal)
    case .success(let decision):
      if let seen = request.seen,
        let other = changes.last(where: {
          $0.line.sequence > seen && $0.subject == decision.subject && $0.subject != nil
            && $0.line.actor != viewer.name
        })
      {
        return .conflict(other.line)
      }
      let rows = scans[place].changes(to: decision.records)
      scans[place] = decision.records
      spread(decision.records)
      write(decision, of: request.placement ?? 0, rows: rows, at: time)
      return .saved(
        change: Int64(changes.count), moment: moment(time), decision.records.seen(by: viewer) ?? decision.records)
    }
  }

  private mutating func write(_ decision: ScanStepDecision, of placement: Int64, rows: [RecordChange], at time: String)
  {
    nextRow = decision.nextRow
    let line = ChangeLine(
      sequence: Int64(changes.count + 1), moment: moment(time), actor: viewer.name, party: viewer.party,
      onBehalfOf: decision.onBehalfOf, kind: decision.kind, duty: nil, note: decision.note, placement: placement,
      student: self[placement]?.student.name ?? "", rows: rows, undoes: nil)
    changes.append(Change(line: line, subject: decision.subject))
  }

  /// A decision and its conditions count in every placement at the workplace.
  private mutating func spread(_ records: ScanRecords) {
    for index in placements.indices {
      guard placements[index].workplaces.contains(where: { $0.id == records.workplace.id }) else { continue }
      if let decision = records.decision {
        var scans = placements[index].scans.filter { $0.id != decision.id }
        scans.append(decision)
        placements[index].scans = scans.sorted { $0.id < $1.id }
      }
      var conditions = placements[index].conditions.filter { $0.scan != records.scan.id }
      conditions += records.conditions.filter { $0.decision != nil }
      placements[index].conditions = conditions
    }
  }

  /// What a command on a placement did to a decision is so on its scan, and in the other placements there.
  mutating func spreadDecisions(of records: PlacementRecords) {
    for decision in records.scans {
      for place in scans.indices where scans[place].decision?.id == decision.id { scans[place].decision = decision }
      for index in placements.indices {
        for place in placements[index].scans.indices where placements[index].scans[place].id == decision.id {
          placements[index].scans[place] = decision
        }
      }
    }
  }

  /// Takes back a change of a scan; whether it was one.
  mutating func takeBackScan(_ change: ChangeLine) -> Bool {
    let tables: Set<RecordTable> = [.scan, .scanAnswer, .scanOwnAnswer, .scanComment, .scanJudgement, .scanCondition]
    let touched = change.rows.compactMap { $0.after ?? $0.before }.filter { tables.contains($0.table) }
    guard !touched.isEmpty,
      let place = scans.firstIndex(where: { scan in
        let known = Set(scan.storedRows.map { "\($0.table) \($0.id)" })
        return change.rows.contains { row in
          guard let now = row.after else { return true }
          return known.contains("\(now.table) \(now.id)")
        }
      })
    else { return false }
    var rows = scans[place].storedRows + [scans[place].workplace.stored]
    for row in change.rows.reversed() {
      guard let now = row.after ?? row.before else { continue }
      rows.removeAll { $0.table == now.table && $0.id == now.id }
      if let before = row.before { rows.append(before) }
    }
    guard let records = ScanRecords(rows: rows) else { return false }
    scans[place] = records
    spread(records)
    return true
  }
}
