import WerkendLeren

/// What happened in one placement of the demonstration, day by day.
struct DemoScript {
  private let entry: DemoPeople.Entry
  let today: Day
  private let model: DutyModel
  private let placement: Int64
  private let viewers: PerParty<Viewer?>

  /// Everything that happened, in any order of days.
  private(set) var steps: [DemoStep] = []

  /// Writes the script of an entry that was imported as these records.
  init(entry: DemoPeople.Entry, records: PlacementRecords, today: Day, model: DutyModel, contact: String) {
    self.entry = entry
    self.today = today
    self.model = model
    placement = records.placement.id
    let employer = entry.employer.map { DemoPeople.employers[$0] }
    viewers = PerParty(
      student: Viewer(party: .student, name: entry.name, scope: .student(records.student.id)),
      school: Viewer.school(name: contact),
      employer: records.currentLink.map {
        Viewer(party: .employer, name: employer?.contact.name ?? "", scope: .employer($0.employer))
      })
    write()
  }

  /// Planned start and end, in days from today.
  static func dates(of entry: DemoPeople.Entry) -> (start: Int?, end: Int?) {
    switch entry.course {
    case .preparation(let start, _): (start, start.map { $0 + 730 })
    case .running(let start, let end, _, _): (start, end)
    case .paused(let start, _, _, _): (start, start + 730)
    case .ended(let start, _, let day, _): (start, max(start, day) + 14)
    }
  }

  /// The day on which it came in: a good three months before the start, and some weeks ago at the latest.
  static func firstDay(of entry: DemoPeople.Entry) -> Int { min((dates(of: entry).start ?? 0) - 110, -40) }

  private var firstDay: Int { Self.firstDay(of: entry) }

  private mutating func write() {
    scan()
    tell()
    switch entry.course {
    case .preparation(_, let prepared): prepare(prepared)
    case .running(let start, _, let confirmed, let late):
      prepare(.everything)
      begin(start)
      confirm(start: start, last: confirmed, late: late)
    case .paused(let start, let isStarted, let since, let back):
      prepare(isStarted ? .everything : .agreementPartly)
      if isStarted {
        begin(start)
        confirm(start: start, last: -since + 5, late: [:])
      }
      add(
        since, .school,
        .pause(
          from: today.adding(days: since), intendedReturn: back.map(today.adding(days:)),
          reason: isStarted ? "ziekte" : "familieomstandigheden"))
    case .ended(let start, let ending, let day, let by):
      prepare(ending == .neverStarted ? .agreementPartly : .everything)
      if ending != .neverStarted {
        begin(start)
        confirm(start: start, last: -day + 10, late: [:])
      }
      let reason = ending == .completed ? "" : by == .employer ? "afdeling gesloten" : "andere studie gekozen"
      add(day, .school, .end(ending, day: today.adding(days: day), reason: reason, by: by), turn: 9)
    }
  }

  private mutating func add(_ day: Int, _ party: Party, _ command: Command, turn: Int = 0) {
    guard let viewer = viewers[party] else { return }
    steps.append(DemoStep(day: day, turn: turn, viewer: viewer, placement: placement, act: .command(command)))
  }

  /// What was said, and what the school did about it.
  private mutating func tell() {
    for told in DemoEntries.all where told.number == entry.number {
      let content = EntryContent(
        kind: told.kind, day: today.adding(days: told.day), people: told.people, text: told.text,
        followUp: told.followUp.map(today.adding(days:)), readers: told.readers)
      let duty = told.duty.map { DutyID($0) }
      add(told.day, told.party, .addEntry(duty: duty, party: told.party, content), turn: 5)
      if let handled = told.handled, let viewer = viewers[.school] {
        steps.append(
          DemoStep(
            day: handled.day, turn: 6, viewer: viewer, placement: placement, act: .handle(handled.outcome)))
      }
    }
  }

  private mutating func confirm(_ id: String, _ party: Party, _ day: Int, _ note: String = "", turn: Int = 1) {
    add(day, party, .confirm(duty: DutyID(id), party: party, day: today.adding(days: day), note: note), turn: turn)
  }

  /// Something that was done with the scan of the placement's workplace; nil begins one.
  mutating func scanStep(
    _ day: Int, _ party: Party, turn: Int, _ step: @escaping (ScanRecords) -> ScanStep?
  ) {
    guard let viewer = viewers[party] else { return }
    steps.append(DemoStep(day: day, turn: turn, viewer: viewer, placement: placement, act: .scan(step)))
  }

  /// The scan belongs to the workplace: it is recorded with the first placement there.
  private mutating func scan() {
    guard let place = entry.employer,
      DemoPeople.entries.first(where: { $0.employer == place })?.number == entry.number
    else { return }
    let known: (decision: ScanDecision, on: Int, until: Int)
    switch DemoPeople.employers[place].scan {
    case .none:
      if place == DemoScans.draft { openScan(of: place, on: -6, handedIn: nil) }
      return
    case .decided(let decision, let on, let until): known = (decision, on, until)
    case .withdrawn(let on, _): known = (.suitable, on, on + 730)
    }
    if DemoScans.decided.contains(place) {
      // It is begun from a placement there, a week before the decision.
      return scanInDrieluik(of: place, known.decision, on: max(known.on, firstDay + 8), validUntil: known.until)
    }
    if place == DemoScans.submitted { openScan(of: place, on: -4, handedIn: -1) }
    // The paper may be older than the placement.
    let content = PaperScanContent(
      date: today.adding(days: known.on), decision: known.decision, validUntil: today.adding(days: known.until),
      by: DemoPeople.school[1].0, kept: "map Werkplekscans")
    add(max(known.on, firstDay + 1), .school, .addPaperScan(content))
  }

  private mutating func prepare(_ prepared: DemoPeople.Prepared) {
    confirm("school.preparation.information", .school, firstDay + 1)
    if prepared == .nothing { return }
    let day = firstDay + 20
    confirm("student.preparation.orientation", .student, firstDay + 12, "open avond en een meeloopdag")
    if let place = entry.employer, !DemoPeople.employers[place].supervisor.experience.isEmpty {
      let supervisor = DemoPeople.employers[place].supervisor
      add(
        day, .employer,
        .setPerson(
          role: .supervisor,
          PersonContent(
            name: supervisor.name, function: "werkbegeleider", mail: supervisor.mail, reachable: "ma–do",
            experience: supervisor.experience, from: today.adding(days: firstDay))))
    }
    let section = AgreementContent.Section(included: true)
    add(
      day, .school,
      .addAgreement(
        AgreementContent(
          label: "versie 1", date: today.adding(days: day), kept: "dossier \(entry.number)", content: section,
          guidance: .init(included: true, line: "gesprek elke week"), programme: section, assessment: section)))
    confirm("school.preparation.agreement", .student, day)
    confirm("school.preparation.agreement", .school, day)
    if prepared == .agreementPartly { return }
    confirm("school.preparation.agreement", .employer, day + 2)
    if prepared == .agreement { return }
    add(
      day + 4, .school,
      .addPlan(label: "versie 1", date: today.adding(days: day + 4), kept: "dossier \(entry.number)"))
    for party in Party.allCases { confirm("school.preparation.plan", party, day + 5) }
  }

  private mutating func begin(_ start: Int) {
    let day = today.adding(days: start)
    add(start, .school, .start(day: day, withoutScanReason: "scan volgt; werkplek is bekend"), turn: 2)
    for id in ["school.during.no_fee", "employer.during.no_fee"] {
      for party in [Party.school, .employer] { confirm(id, party, min(start + 3, 0), turn: 3) }
    }
  }

  /// The last confirmation of each continuing duty; none where the first one is not due yet.
  private mutating func confirm(start: Int, last: Int, late: [String: Int]) {
    guard -start > DutyModel.ordinaryRhythmDays else { return }
    for duty in model.duties where duty.kind == .continuing {
      let ago = late[duty.id.text] ?? last
      let note = duty.id.text == "employer.during.supervision" ? "gesprek elke dinsdag" : ""
      confirm(duty.id.text, duty.party, -ago, note, turn: 4)
    }
  }
}
