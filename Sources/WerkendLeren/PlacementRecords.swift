/// All that is stored about one placement: what derivation reads and what commands change. Rows stand in the order of their numbers.
public struct PlacementRecords: Hashable, Sendable {
  /// The placement itself.
  public var placement: Placement
  /// Its student.
  public var student: Student
  /// Every employer that a link or a person of this placement names.
  public var employers: [Employer] = []
  /// Every workplace that a link names.
  public var workplaces: [Workplace] = []
  /// Every person that an assignment names.
  public var persons: [Person] = []
  /// Employers and workplaces over time.
  public var links: [WorkplaceLink] = []
  /// Persons over time.
  public var assignments: [Assignment] = []
  /// Pauses; the last may be open.
  public var pauses: [Pause] = []
  /// Agreement versions.
  public var agreements: [AgreementVersion] = []
  /// Plan versions.
  public var plans: [PlanVersion] = []
  /// Decided scans of the workplaces above.
  public var scans: [ScanDecisionRecord] = []
  /// Confirmations, the withdrawn ones too.
  public var marks: [Mark] = []
  /// Due dates set by hand.
  public var dueDates: [DueDateRecord] = []
  /// Items that were set to "not applicable".
  public var exclusions: [Exclusion] = []
  /// Notes.
  public var notes: [Note] = []
  /// Rhythms of this placement.
  public var rhythms: [Rhythm] = []
  /// What met the gates at the start.
  public var gateRecords: [GateRecord] = []
  /// When it was brought to another version of the duties.
  public var modelMoves: [ModelMove] = []
  /// Entries.
  public var entries: [Entry] = []
  /// Conditions that came with decisions on the workplaces above.
  public var conditions: [ScanCondition] = []

  /// Makes the records of a placement of which nothing else is known.
  public init(placement: Placement, student: Student) {
    self.placement = placement
    self.student = student
  }

  /// Makes the records from stored rows, in any order; nil if a row does not fit its type, or placement or student is missing.
  public init?(rows: [StoredRow]) {
    var byTable: [RecordTable: [StoredRow]] = [:]
    for row in rows { byTable[row.table, default: []].append(row) }
    var fits = true
    func read<Row: RecordRow>(_ type: Row.Type) -> [Row] {
      (byTable[Row.table] ?? []).compactMap { row in
        let typed = Row(id: row.id, values: row.values)
        if typed == nil { fits = false }
        return typed
      }.sorted { $0.id < $1.id }
    }
    guard let placement = read(Placement.self).first, let student = read(Student.self).first else { return nil }
    self.init(placement: placement, student: student)
    employers = read(Employer.self)
    workplaces = read(Workplace.self)
    persons = read(Person.self)
    links = read(WorkplaceLink.self)
    assignments = read(Assignment.self)
    pauses = read(Pause.self)
    agreements = read(AgreementVersion.self)
    plans = read(PlanVersion.self)
    scans = read(ScanDecisionRecord.self)
    marks = read(Mark.self)
    dueDates = read(DueDateRecord.self)
    exclusions = read(Exclusion.self)
    notes = read(Note.self)
    rhythms = read(Rhythm.self)
    gateRecords = read(GateRecord.self)
    modelMoves = read(ModelMove.self)
    entries = read(Entry.self)
    conditions = read(ScanCondition.self)
    if !fits { return nil }
  }

  /// Every row, as the store knows it.
  public var storedRows: [StoredRow] {
    var rows = [placement.stored, student.stored]
    rows += employers.map(\.stored) + workplaces.map(\.stored) + persons.map(\.stored)
    rows += links.map(\.stored) + assignments.map(\.stored) + pauses.map(\.stored)
    rows += agreements.map(\.stored) + plans.map(\.stored) + scans.map(\.stored) + marks.map(\.stored)
    rows += dueDates.map(\.stored) + exclusions.map(\.stored) + notes.map(\.stored)
    rows += rhythms.map(\.stored) + gateRecords.map(\.stored) + modelMoves.map(\.stored) + entries.map(\.stored)
    return rows + conditions.map(\.stored)
  }

  /// What has to be written to come from these records to the others: additions parents first, then changes, then removals children first.
  public func changes(to after: PlacementRecords) -> [RecordChange] {
    // Shared rows that the placement no longer names are not taken away: other placements may name them, and history does.
    RecordChange.between(
      storedRows, and: after.storedRows,
      keeping: [.student, .employer, .workplace, .person, .scanDecision, .scanCondition])
  }

  /// The student number and the programme: `<student number>/<programme>`, by which the placement is named outside.
  public var key: String { student.number + "/" + placement.programme }

  /// The link that is current; nil while there is no employer.
  public var currentLink: WorkplaceLink? { links.last { $0.until == nil } }

  /// The current employer; nil while there is none.
  public var currentEmployer: Employer? {
    guard let link = currentLink else { return nil }
    return employers.first { $0.id == link.employer }
  }

  /// The current workplace; nil while only the employer, or nothing, is known.
  public var currentWorkplace: Workplace? {
    guard let id = currentLink?.workplace else { return nil }
    return workplaces.first { $0.id == id }
  }

  /// The newest decided scan of the current workplace; of two on one day the one recorded later.
  public var newestScan: ScanDecisionRecord? {
    guard let workplace = currentLink?.workplace else { return nil }
    return scans.filter { $0.workplace == workplace }.max { ($0.date, $0.id) < ($1.date, $1.id) }
  }

  /// The person of that row.
  public func person(_ id: Int64) -> Person? { persons.first { $0.id == id } }

  /// The assignments of a role that can count: the school's, or those of people of the current employer.
  public func assignments(of role: PersonRole) -> [(assignment: Assignment, person: Person)] {
    assignments.compactMap { assignment in
      guard assignment.role == role, let person = person(assignment.person) else { return nil }
      if role.party == .employer {
        guard let employer = currentLink?.employer, person.employer == employer else { return nil }
      }
      return (assignment, person)
    }
  }

  /// The persons who have a role on that day.
  public func current(_ role: PersonRole, on day: Day) -> [Person] {
    assignments(of: role).filter { entry in
      entry.assignment.from <= day && entry.assignment.until.map { $0 >= day } ?? true
    }.map(\.person)
  }

  /// The same records without shared rows that nothing in them names any more, and in order: what the store reads.
  var withoutUnnamed: PlacementRecords {
    var result = self
    let persons = Set(assignments.map(\.person))
    let workplaces = Set(links.compactMap(\.workplace))
    result.persons.removeAll { !persons.contains($0.id) }
    let employers = Set(links.map(\.employer)).union(result.persons.compactMap(\.employer))
    result.employers.removeAll { !employers.contains($0.id) }
    result.workplaces.removeAll { !workplaces.contains($0.id) }
    result.scans.removeAll { !workplaces.contains($0.workplace) }
    result.conditions.removeAll { !workplaces.contains($0.workplace) }
    // Rows that were found by name are older than the last ones here.
    result.employers.sort { $0.id < $1.id }
    result.workplaces.sort { $0.id < $1.id }
    result.persons.sort { $0.id < $1.id }
    result.scans.sort { $0.id < $1.id }
    return result
  }

  /// The pause that is open.
  public var openPause: Pause? { pauses.last { $0.until == nil } }

  /// Whether it is past the start and not ended.
  public var isDuring: Bool { placement.startedOn != nil }
}

private struct RowPlace: Hashable {
  let table: RecordTable
  let id: Int64
  init(_ row: StoredRow) {
    table = row.table
    id = row.id
  }
}

extension RecordChange {
  /// The row's table.
  public var table: RecordTable? { after?.table ?? before?.table }

  /// What has to be written to come from these rows to the others: additions parents first, then changes, then removals children first. Rows of
  /// the tables in `keeping` are not taken away.
  static func between(
    _ before: [StoredRow], and after: [StoredRow], keeping: Set<RecordTable>
  ) -> [RecordChange] {
    let old = Dictionary(before.map { (RowPlace($0), $0) }, uniquingKeysWith: { first, _ in first })
    let new = Set(after.map { RowPlace($0) })
    var added: [RecordChange] = []
    var changed: [RecordChange] = []
    for row in after {
      guard let former = old[RowPlace(row)] else {
        added.append(RecordChange(before: nil, after: row))
        continue
      }
      if former != row { changed.append(RecordChange(before: former, after: row)) }
    }
    let removed = before.filter { !new.contains(RowPlace($0)) && !keeping.contains($0.table) }
      .map { RecordChange(before: $0, after: nil) }
    return parentsFirst(added) + changed + parentsFirst(removed).reversed()
  }

  /// The same changes, those of tables that others refer to first.
  static func parentsFirst(_ changes: [RecordChange]) -> [RecordChange] {
    let order = Dictionary(
      RecordTable.allCases.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    func place(_ change: RecordChange) -> Int { change.table.flatMap { order[$0] } ?? 0 }
    return changes.enumerated()
      .sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }.map(\.element)
  }
}
