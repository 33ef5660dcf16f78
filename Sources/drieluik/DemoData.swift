import Language
import StateStore
import WerkendLeren

/// Fills an empty store with forty placements in all states, through the same doors as everything else and on earlier days, so that their
/// histories read as if people had done it.
struct DemoData {
  private let store: Store
  private let today: Day
  private let model = BuiltInModel.load()
  private let importer = Viewer.school(name: DemoPeople.school[0].0)

  /// Takes the store and today, to which all dates are relative.
  init(store: Store, today: Day) {
    self.store = store
    self.today = today
  }

  /// Fills the store.
  func fill() throws(StoreProblem) {
    try importAll()
    var steps: [DemoStep] = []
    for (place, entry) in DemoPeople.entries.enumerated() {
      guard case .one(let placement) = try store.find("\(entry.number)/\(entry.programme)", as: importer) else {
        continue
      }
      let records = try store.records(placement, as: importer).records
      let script = DemoScript(
        entry: entry, records: records, today: today, model: model, contact: DemoPeople.school[place % 3].0)
      steps += script.steps
    }
    try carryOut(steps)
    try withdrawScans()
  }

  /// Each cohort comes in on a day of its own, before anything else happens to it.
  private func importAll() throws(StoreProblem) {
    var cohorts: [Int: [ImportedPlacement]] = [:]
    for (place, entry) in DemoPeople.entries.enumerated() {
      cohorts[DemoScript.firstDay(of: entry), default: []].append(row(entry, place))
    }
    for (offset, rows) in cohorts.sorted(by: { $0.key < $1.key }) {
      var rest = rows[...]
      _ = try store.importPlacements(
        file: "cohort.csv", as: importer, at: DemoStep.moment(today.adding(days: offset)), next: { rest.popFirst() })
    }
  }

  private func row(_ entry: DemoPeople.Entry, _ place: Int) -> ImportedPlacement {
    var row = ImportedPlacement(number: entry.number, student: entry.name, programme: entry.programme)
    row.studentMail = "s\(entry.number)@student.example"
    row.studentPhone = "06 5555 \(1000 + place)"
    let dates = DemoScript.dates(of: entry)
    row.start = dates.start.map(today.adding(days:))
    row.end = dates.end.map(today.adding(days:))
    let contact = DemoPeople.school[place % 3]
    row.schoolContact = .init(name: contact.0, mail: contact.1)
    if let place = entry.employer {
      let employer = DemoPeople.employers[place]
      row.employer = employer.name
      row.workplace = employer.workplace
      row.workplaceAddress = employer.address
      row.employerContact = .init(
        name: employer.contact.name, mail: employer.contact.mail, phone: employer.contact.phone)
      row.supervisor = .init(name: employer.supervisor.name, mail: employer.supervisor.mail)
    }
    return row
  }

  /// In the order of the days; what one person did on one day is one transaction.
  private func carryOut(_ steps: [DemoStep]) throws(StoreProblem) {
    let order = steps.enumerated().sorted { first, second in
      (first.element.day, first.element.turn, first.offset) < (second.element.day, second.element.turn, second.offset)
    }.map(\.element)
    var rest = order[...]
    while let first = rest.first {
      // A person's own steps of one day and turn come together, wherever others' stand between them.
      let same = rest.prefix { $0.day == first.day && $0.turn == first.turn }
      rest = rest.dropFirst(same.count)
      var viewers: [Viewer] = []
      for step in same where !viewers.contains(step.viewer) { viewers.append(step.viewer) }
      for viewer in viewers {
        let commands = try commands(same.filter { $0.viewer == viewer })
        _ = try store.performAll(commands, as: viewer, at: DemoStep.moment(today.adding(days: first.day)))
      }
      for step in same { if case .scan(let make) = step.act { try scan(step, make) } }
    }
  }

  /// Takes a step on the open or newest scan of the placement's workplace, or begins one.
  private func scan(_ step: DemoStep, _ make: (ScanRecords) -> ScanStep?) throws(StoreProblem) {
    let moment = DemoStep.moment(today.adding(days: step.day))
    guard let workplace = try store.records(step.placement, as: importer).records.currentWorkplace else { return }
    if let newest = try store.scans(of: workplace.id, as: importer, limit: 1).first,
      let taken = make(try store.scan(newest.id, as: importer).records)
    {
      _ = try store.perform(taken, onScan: newest.id, from: step.placement, as: step.viewer, at: moment)
    } else {
      _ = try store.beginScan(at: step.placement, as: step.viewer, at: moment)
    }
  }

  /// The commands of steps; what handles an entry looks for the one that waits.
  private func commands(_ steps: [DemoStep]) throws(StoreProblem) -> [(placement: Int64, command: Command)] {
    var commands: [(placement: Int64, command: Command)] = []
    for step in steps {
      switch step.act {
      case .command(let command): commands.append((step.placement, command))
      case .handle(let outcome):
        let entries = try store.records(step.placement, as: step.viewer).records.entries
        guard let entry = entries.last(where: { $0.isWaiting && $0.kind.asksForHandling }) else { continue }
        commands.append((step.placement, .closeEntry(entry: entry.id, outcome: outcome)))
      case .scan: break
      }
    }
    return commands
  }

  private func withdrawScans() throws(StoreProblem) {
    for (place, employer) in DemoPeople.employers.enumerated() {
      guard case .withdrawn(_, let day) = employer.scan,
        let entry = DemoPeople.entries.first(where: { $0.employer == place }),
        case .one(let placement) = try store.find(entry.number, as: importer),
        let scan = try store.records(placement, as: importer).records.scans.last
      else { continue }
      _ = try store.perform(
        .withdrawScan(scan: scan.id, reason: "de afdeling is verhuisd; nieuwe scan nodig"), on: placement,
        as: importer, at: DemoStep.moment(today.adding(days: day)))
    }
  }
}

/// Something that a person did on a day, in days from today. Within a day the turns follow each other.
struct DemoStep {
  let day: Int
  let turn: Int
  let viewer: Viewer
  let placement: Int64
  let act: Act

  /// What it was.
  enum Act {
    /// A command.
    case command(Command)
    /// Handling the entry that waits.
    case handle(String)
    /// A step on the scan of its workplace, made from what the scan holds; without a step one is begun.
    case scan((ScanRecords) -> ScanStep?)
  }

  /// An afternoon of that day.
  static func moment(_ day: Day) -> Moment { Moment(today: day, text: "\(day.iso)T14:10:00+01:00") }
}
