import StateStore
import StateStoreProbe
import Testing
import WerkendLeren

/// Workplace scans in the store.
@Suite struct ScanStoreTests {
  private let school = Fixture.school
  private let moment = Fixture.moment()

  /// A store with running placements and the questionnaire. Numbers 1 and 1010 share an employer, not the workplace.
  private func filled(_ folder: StoreFolder) throws -> Store {
    let store = try folder.filled(3, running: true)
    try store.ensureQuestionnaire(Fixture.questionnaire, at: moment)
    return store
  }

  private func employer(of placement: Int64, in store: Store) throws -> Viewer {
    let records = try store.records(placement, as: school).records
    let employer = try #require(records.currentEmployer)
    return Viewer(party: .employer, name: "Contact", scope: .employer(employer.id))
  }

  private func student(of placement: Int64, in store: Store) throws -> Viewer {
    let records = try store.records(placement, as: school).records
    return Viewer(party: .student, name: records.student.name, scope: .student(records.student.id))
  }

  private func begin(_ store: Store, at placement: Int64, as viewer: Viewer? = nil) throws -> Int64 {
    guard case .done(_, let records) = try store.beginScan(at: placement, as: viewer ?? school, at: moment) else {
      Issue.record("not begun")
      return 0
    }
    return records.scan.id
  }

  @discardableResult
  private func take(
    _ step: ScanStep, _ scan: Int64, in store: Store, as viewer: Viewer? = nil
  ) throws -> PerformedScan {
    let result = try store.perform(step, onScan: scan, as: viewer ?? school, at: moment)
    guard case .done = result else {
      Issue.record("\(step): \(result)")
      return result
    }
    return result
  }

  /// Filled in, judged with one condition and decided.
  private func decided(_ store: Store, at placement: Int64, beforeStart: Bool = false) throws -> Int64 {
    let scan = try begin(store, at: placement)
    try take(.answer(Fixture.answers), scan, in: store)
    try take(.submit, scan, in: store)
    try take(.recordVisit(ScanVisit(day: Fixture.today, by: "Noor", spokenWith: "Jan")), scan, in: store)
    let due = Fixture.today.adding(days: 20)
    let content = ScanConditionContent(text: "Kies taken.", owner: .employer, due: due, beforeStart: beforeStart)
    try take(.setCondition(nil, content), scan, in: store)
    try take(
      .decide(.suitableWithConditions, reason: "", validUntil: Fixture.today.adding(years: 2), by: "Noor"), scan,
      in: store)
    return scan
  }

  @Test func aScanIsFilledInJudgedAndDecided() throws {
    let folder = try StoreFolder()
    let store = try filled(folder)
    let placement = try store.placement(1)
    let jan = try employer(of: placement, in: store)
    let scan = try begin(store, at: placement, as: jan)
    guard case .refused(let refusal) = try store.beginScan(at: placement, as: school, at: moment) else {
      Issue.record("begun twice")
      return
    }
    #expect(refusal.kind == .scanOpen)
    try take(.answer(["B1": .level(2)]), scan, in: store, as: jan)
    try take(.answer(Fixture.answers), scan, in: store, as: jan)
    try take(.submit, scan, in: store, as: jan)
    try store.close()
    // Another day: everything is there.
    let later = try folder.open()
    let view = try later.scan(scan, as: school)
    #expect(view.questionnaire == Fixture.questionnaire && view.records.sheet.answers.count == 4)
    #expect(view.records.scan.state == .submitted && view.employer.hasPrefix("Werkgever"))
    #expect(try later.scans(in: [.submitted], as: school, limit: 10).map(\.id) == [scan])
    #expect(try later.verify() == [])
  }

  @Test func theDecisionMakesDutyNineTrueAndOnlyTheDecision() throws {
    let folder = try StoreFolder()
    let store = try filled(folder)
    let placement = try store.placement(1)
    func isDone() throws -> Bool {
      let view = try store.records(placement, as: school)
      let item = Derivation(view.records, model: view.model)[DutyID("school.preparation.scan")]
      return item?.state(on: Fixture.today, for: .school) == .done
    }
    let scan = try begin(store, at: placement)
    try take(.answer(Fixture.answers), scan, in: store)
    try take(.submit, scan, in: store)
    #expect(try !isDone())
    try take(.recordVisit(ScanVisit(day: nil, notVisitedReason: "bekend")), scan, in: store)
    try take(
      .decide(.suitable, reason: "ervaren", validUntil: Fixture.today.adding(years: 2), by: "Noor"), scan, in: store)
    #expect(try isDone())
    let records = try store.records(placement, as: school).records
    #expect(records.newestScan?.id == (try store.scan(scan, as: school).records.decision?.id))
    // Withdrawn by the same command as a decision on paper.
    let withdrawn = try store.perform(
      .withdrawScan(scan: try #require(records.newestScan?.id), reason: "verbouwing"), on: placement, as: school,
      at: moment)
    guard case .done = withdrawn else {
      Issue.record("\(withdrawn)")
      return
    }
    #expect(try !isDone())
    #expect(try store.scan(scan, as: school).records.standing(on: Fixture.today) == .withdrawn)
    #expect(try store.verify() == [])
  }

  @Test func undoGoesStepByStepAndNotBehindTheDecision() throws {
    let folder = try StoreFolder()
    try filled(folder).close()
    let store = try folder.open()
    let placement = try store.placement(1)
    var states = [try store.contentText()]
    let scan = try begin(store, at: placement)
    states.append(try store.contentText())
    for step: ScanStep in [
      .answer(["B1": .level(3)]), .answer(Fixture.answers), .submit, .comment(nil, text: "x"),
      .setOwnAnswer("B1", .level(3), reason: "x"), .recordVisit(ScanVisit(day: Fixture.today, by: "Noor")),
      .dropOwnAnswer("B1"),
      .setCondition(nil, ScanConditionContent(text: "x", owner: .school, due: Fixture.today, beforeStart: true)),
    ] {
      try take(step, scan, in: store)
      states.append(try store.contentText())
    }
    for place in states.indices.dropLast().reversed() {
      guard case .done = try store.undo(as: school, at: moment) else {
        Issue.record("not undone to \(place)")
        return
      }
      #expect(try store.contentText() == states[place], "\(place)")
    }
    #expect(try store.undo(as: school, at: moment) == .nothing)
    for place in states.indices.dropFirst() {
      guard case .done = try store.redo(as: school, at: moment) else {
        Issue.record("not done again to \(place)")
        return
      }
      #expect(try store.contentText() == states[place], "\(place)")
    }
    try take(
      .decide(.suitableWithConditions, reason: "", validUntil: Fixture.today, by: "Noor"), scan, in: store)
    guard case .refused(.needsWithdrawal, _) = try store.undo(as: school, at: moment) else {
      Issue.record("the decision was undone")
      return
    }
    #expect(try store.verify() == [])
  }

  @Test func answersThatWereHandedInMeanwhileAreNotUndone() throws {
    let folder = try StoreFolder()
    let store = try filled(folder)
    let placement = try store.placement(1)
    let jan = try employer(of: placement, in: store)
    let scan = try begin(store, at: placement)
    let theirs = try folder.open()
    try take(.answer(Fixture.answers), scan, in: theirs, as: jan)
    try take(.submit, scan, in: store)
    guard case .refused(.changedSince, _) = try theirs.undo(as: jan, at: moment) else {
      Issue.record("answers were taken back")
      return
    }
    #expect(try store.scan(scan, as: school).records.sheet.answers.count == 4)
  }

  @Test func twoPeopleInOneScanDoNotOverwriteEachOther() throws {
    let folder = try StoreFolder()
    let store = try filled(folder)
    let placement = try store.placement(1)
    let jan = try employer(of: placement, in: store)
    let scan = try begin(store, at: placement)
    let theirs = try folder.open()
    let seen = try theirs.scan(scan, as: jan).lastChange
    try take(.answer(["B1": .level(3)]), scan, in: store)
    // The same question: both are to be shown. Another one: nothing in the way.
    let same = try theirs.perform(.answer(["B1": .level(4)]), onScan: scan, as: jan, at: moment, seen: seen)
    guard case .conflict(let conflict) = same else {
      Issue.record("\(same)")
      return
    }
    #expect(conflict.change.subject == "scan:\(scan):B1" && conflict.change.actor == school.name)
    let other = try theirs.perform(.answer(["B2": .yesNo(false)]), onScan: scan, as: jan, at: moment, seen: seen)
    guard case .done(_, let records) = other else {
      Issue.record("\(other)")
      return
    }
    #expect(records.sheet == AnswerSheet(["B1": .level(3), "B2": .yesNo(false)]))
  }

  @Test func othersSeeNothingOfIt() throws {
    let folder = try StoreFolder()
    let store = try filled(folder)
    let placement = try store.placement(1)
    let (jan, amira) = (try employer(of: placement, in: store), try student(of: placement, in: store))
    let stranger = try employer(of: store.placement(2), in: store)
    let scan = try begin(store, at: placement)
    try take(.answer(Fixture.answers), scan, in: store, as: jan)
    try take(.submit, scan, in: store, as: jan)
    try take(.comment("B1", text: "geheim"), scan, in: store)
    for viewer in [amira, stranger] {
      #expect(throws: StoreProblem.self) { try store.scan(scan, as: viewer) }
      #expect(throws: StoreProblem.self) {
        try store.perform(.answer(["B1": .level(1)]), onScan: scan, as: viewer, at: moment)
      }
      #expect(try store.scans(as: viewer, limit: 10) == [])
      #expect(try store.history(ofScan: scan, as: viewer, limit: 10) == [])
    }
    #expect(try store.scan(scan, as: jan).records.comments.isEmpty)
    #expect(try store.history(ofScan: scan, as: jan, limit: 10) == [])
    #expect(
      try store.history(ofScan: scan, as: school, limit: 10).map(\.kind) == [
        .scanCommented, .scanSubmitted, .scanAnswered, .scanBegun,
      ])
    // The history of the placement tells none of it to the employer and the student.
    for viewer in [jan, amira] {
      let told = try store.history(of: placement, as: viewer, limit: 100)
      #expect(told.allSatisfy { $0.subject?.hasPrefix("scan:") != true && !"\($0)".contains("geheim") })
    }
    #expect(try store.history(of: placement, as: school, limit: 100).filter { $0.kind == .scanCommented }.count == 1)
  }

  @Test func theStudentSeesTheDecisionAndItsConditions() throws {
    let folder = try StoreFolder()
    let store = try filled(folder)
    let placement = try store.placement(1)
    let amira = try student(of: placement, in: store)
    let scan = try decided(store, at: placement)
    let seen = try store.scan(scan, as: amira).records
    #expect(seen.decision?.decision == .suitableWithConditions && seen.conditions.count == 1 && seen.answers.isEmpty)
    #expect(try store.scans(as: amira, limit: 10).map(\.id) == [scan])
    let told = try store.history(of: placement, as: amira, limit: 100).filter { $0.kind == .scanDecided }
    #expect(told.count == 1)
    #expect(Set(told.flatMap(\.rows).compactMap { $0.after?.table }) == [.scanDecision, .scanCondition])
    try take(.share(true), scan, in: store)
    #expect(try store.scan(scan, as: amira).records.answers.count == 4)
  }

  @Test func aNewScanBeginsAsACopyOnTheNewestVersionAndTheOldOneKeepsItsOwn() throws {
    let folder = try StoreFolder()
    let store = try filled(folder)
    let placement = try store.placement(1)
    let old = try decided(store, at: placement)
    try store.ensureQuestionnaire(Fixture.laterQuestionnaire, at: moment)
    try store.ensureQuestionnaire(Fixture.laterQuestionnaire, at: moment)
    let new = try begin(store, at: placement)
    let view = try store.scan(new, as: school)
    #expect(view.questionnaire.version == "later" && view.records.scan.copiedFrom == old)
    #expect(view.records.sheet == AnswerSheet(["B1": .level(2), "B2": .yesNo(true)]))
    #expect(try store.scan(old, as: school).questionnaire.version == "tests")
    #expect(try store.scans(as: school, limit: 10).map(\.id) == [new, old])
    #expect(try store.scans(as: school, offset: 1, limit: 1).map(\.id) == [old])
    #expect(try store.newestQuestionnaire()?.questionnaire.version == "later")
  }

  @Test func whatCannotBeIsRefused() throws {
    let folder = try StoreFolder()
    let store = try folder.filled(11)
    let without = try store.placement(11)
    guard case .refused(let refusal) = try store.beginScan(at: without, as: school, at: moment) else {
      Issue.record("begun without a workplace")
      return
    }
    #expect(refusal.kind == .noWorkplace)
    #expect(throws: StoreProblem.self) { try store.scan(4711, as: school) }
    #expect(throws: StoreProblem.self) { try store.perform(.submit, onScan: 4711, as: school, at: moment) }
    // Without a questionnaire there is nothing to fill in.
    #expect(throws: StoreProblem.self) { try store.beginScan(at: store.placement(1), as: school, at: moment) }
  }

  @Test func anyStepsLeaveTheStoreWhole() throws {
    for seed in UInt64(1)...(isLongRun ? 40 : 4) {
      var generator = SeededGenerator(seed: seed)
      let folder = try StoreFolder()
      let before = try filled(folder)
      let scans = try (1...3).map { try begin(before, at: before.placement($0)) }
      // A session of its own, so that undo does not reach the beginning.
      try before.close()
      let store = try folder.open()
      for step in 0..<80 {
        let scan = scans[Int.random(in: 0..<3, using: &generator)]
        let today = Fixture.today.adding(days: step / 8)
        let records = try store.scan(scan, as: school).records
        _ = try store.perform(
          Fixture.scanStep(for: records, today: today, using: &generator), onScan: scan, as: school,
          at: Fixture.moment(today))
        switch Int.random(in: 0..<12, using: &generator) {
        case 0: _ = try store.undo(as: school, at: Fixture.moment(today))
        case 1: _ = try store.redo(as: school, at: Fixture.moment(today))
        case 2:
          let decision = ScanDecision.allCases.randomElement(using: &generator) ?? .suitable
          _ = try store.perform(
            .decide(decision, reason: "x", validUntil: today.adding(days: 300), by: "Noor"), onScan: scan, as: school,
            at: Fixture.moment(today))
        default: break
        }
      }
      #expect(try store.verify() == [], "seed \(seed)")
      #expect(
        try Store.examine(folder.store, options: Fixture.options()).findings.values.allSatisfy(\.isEmpty),
        "seed \(seed)")
    }
  }
}

/// What conditions do to the placements at the workplace.
@Suite struct ScanConditionStoreTests {
  private let school = Fixture.school
  private let moment = Fixture.moment()

  @Test func aConditionBeforeTheStartShutsGate14UntilItIsAcceptedAtEveryPlacementThere() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    // Two placements at one workplace.
    var rows = [Fixture.row(200), Fixture.row(201)]
    rows[1].employer = rows[0].employer
    rows[1].workplace = rows[0].workplace
    var lines = rows[...]
    _ = try store.importPlacements(file: "test.csv", as: school, at: moment, next: { lines.popFirst() })
    try store.ensureQuestionnaire(Fixture.questionnaire, at: moment)
    let placements = try [200, 201].map { try store.placement($0) }
    let gate = DutyID("employer.preparation.workplace")
    func failing() throws -> [Bool] {
      try placements.map { placement in
        try store.window(
          OverviewQuery(failingGate: gate), as: school, offset: 0, limit: 10, today: Fixture.today
        ).rows.contains { $0.id == placement }
      }
    }
    guard case .done(_, let begun) = try store.beginScan(at: placements[0], as: school, at: moment) else {
      Issue.record("not begun")
      return
    }
    let scan = begun.scan.id
    func take(_ step: ScanStep) throws -> ScanRecords? {
      guard case .done(_, let records) = try store.perform(step, onScan: scan, as: school, at: moment) else {
        Issue.record("\(step)")
        return nil
      }
      return records
    }
    _ = try take(.answer(Fixture.answers))
    _ = try take(.submit)
    _ = try take(.recordVisit(ScanVisit(day: Fixture.today, by: "Noor")))
    let content = ScanConditionContent(
      text: "Kies taken.", owner: .employer, due: Fixture.today.adding(days: 20), beforeStart: true)
    let condition = try #require(try take(.setCondition(nil, content))?.conditions.first?.id)
    #expect(try failing() == [false, false])
    _ = try take(.decide(.suitableWithConditions, reason: "", validUntil: Fixture.today.adding(years: 2), by: "Noor"))
    #expect(try failing() == [true, true])
    for placement in placements {
      let view = try store.records(placement, as: school)
      #expect(Derivation(view.records, model: view.model).conditions.map(\.id) == [condition])
    }
    _ = try take(.meetCondition(condition, day: Fixture.today, note: "per mail"))
    #expect(try failing() == [true, true])
    _ = try take(.acceptCondition(condition))
    #expect(try failing() == [false, false])
    // Undone: open again everywhere.
    guard case .done = try store.undo(as: school, at: moment) else {
      Issue.record("not undone")
      return
    }
    #expect(try failing() == [true, true])
    #expect(try store.verify() == [])
  }

  @Test func expiryAndWithdrawalAreUrgentForEveryRunningPlacementThere() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    var rows = [Fixture.row(200, running: true), Fixture.row(204, running: true)]
    rows[1].employer = rows[0].employer
    rows[1].workplace = rows[0].workplace
    var lines = rows[...]
    _ = try store.importPlacements(file: "test.csv", as: school, at: moment, next: { lines.popFirst() })
    let placements = try [200, 204].map { try store.placement($0) }
    let content = PaperScanContent(
      date: Fixture.today, decision: .suitable, validUntil: Fixture.today.adding(days: 400), by: "Noor", kept: "")
    _ = try store.perform(.addPaperScan(content), on: placements[0], as: school, at: moment)
    func toDo(on day: Day) throws -> [Bool] {
      let rows = try store.mineRows(school, limit: 10, today: day)
      return placements.map { id in
        rows.first { $0.id == id }?.summary.open.contains { item in
          item.party == .school && item.isToDo(on: day)
            && item.duty == Fixture.model.duties.firstIndex { $0.record == .scan }
        } ?? false
      }
    }
    #expect(try toDo(on: Fixture.today.adding(days: 343)) == [false, false])
    // Eight weeks before its last day, at both.
    #expect(try toDo(on: Fixture.today.adding(days: 344)) == [true, true])
    let scan = try #require(try store.records(placements[1], as: school).records.newestScan?.id)
    let later = Fixture.today.adding(days: 10)
    _ = try store.perform(
      .withdrawScan(scan: scan, reason: "verbouwing"), on: placements[1], as: school, at: Fixture.moment(later))
    #expect(try toDo(on: later) == [true, true])
    let window = try store.window(OverviewQuery(), as: school, offset: 0, limit: 10, today: later)
    #expect(window.rows.count == 2 && window.rows.allSatisfy { $0.summary.urgency?.day == later })
    #expect(window.rows.allSatisfy { $0.summary.urgency?.reason == .scan })
    let figures = try store.status(today: later, as: school, first: 5)
    #expect(figures.first.count == 2 && figures.first.allSatisfy { $0.urgency.day == later })
    #expect(try store.verify() == [])
  }

  @Test func conditionsStandInTheAgendaWithTheirText() throws {
    let folder = try StoreFolder()
    let store = try folder.filled(3, running: true)
    try store.ensureQuestionnaire(Fixture.questionnaire, at: moment)
    let placement = try store.placement(1)
    guard case .done(_, let begun) = try store.beginScan(at: placement, as: school, at: moment) else {
      Issue.record("not begun")
      return
    }
    let due = Fixture.today.adding(days: 20)
    let content = ScanConditionContent(text: "Kies taken.", owner: .employer, due: due)
    for step: ScanStep in [
      .answer(Fixture.answers), .submit, .recordVisit(ScanVisit(day: Fixture.today, by: "Noor")),
      .setCondition(nil, content),
      .decide(.suitableWithConditions, reason: "", validUntil: Fixture.today.adding(years: 2), by: "Noor"),
    ] {
      _ = try store.perform(step, onScan: begun.scan.id, as: school, at: moment)
    }
    let rows = try store.agenda(
      AgendaQuery(from: due, until: due), as: school, offset: 0, limit: 50, today: Fixture.today
    ).rows.filter { $0.line.kind == .condition }
    #expect(rows.map(\.placement) == [placement] && rows.map(\.line.parties) == [[.employer]])
    let texts = try store.conditionTexts(Set(rows.compactMap(\.line.condition)), as: school)
    #expect(Array(texts.values) == ["Kies taken."])
    #expect(try store.verify() == [])
  }
}
