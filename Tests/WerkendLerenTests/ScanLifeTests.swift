import Testing
import WerkendLeren

@Suite("The life of a workplace scan")
struct ScanLifeTests {
  private typealias World = ScanWorld

  @Test("the employer fills it in and hands it in; the school judges and decides")
  func wholeLife() throws {
    var world = try World()
    #expect(world.records.scan.state == .draft && world.records.scan.begunBy == "Jan van Dijk")
    try world.submitted()
    #expect(world.records.scan.state == .submitted && world.records.scan.submittedOn == world.today)
    #expect(world.records.answers.map(\.by) == Array(repeating: "Jan van Dijk", count: 4))
    #expect(world.records.judgedOutcome(World.questionnaire).advice == .suitableWithConditions)
    try world.take(.recordVisit(ScanVisit(day: nil, notVisitedReason: "werk op locatie")))
    try world.take(
      .setCondition(nil, ScanConditionContent(text: "Kies taken.", owner: .employer, due: world.nextYear)))
    let decided = try world.take(
      .decide(.suitableWithConditions, reason: "", validUntil: world.nextYear, by: "Noor Bakker"))
    #expect(decided.kind == .scanDecided && decided.note == "suitable_with_conditions")
    let decision = try #require(world.records.decision)
    #expect(world.records.scan.decision == decision.id && decision.workplace == 3 && decision.by == "Noor Bakker")
    #expect(world.records.conditions.map(\.decision) == [decision.id])
    #expect(world.records.judgement?.notVisitedReason == "werk op locatie")
  }

  @Test("answers change only in draft and sent back; sent back keeps everything")
  func answersAndStates() throws {
    var world = try World()
    try world.submitted()
    #expect(world.refusal(.answer(["B1": .level(4)]), as: World.employer) == .scanState)
    #expect(world.refusal(.submit, as: World.employer) == .scanState)
    try world.take(.comment("B1", text: "Welke taken?"))
    try world.take(.setOwnAnswer("B1", .level(3), reason: "gezien bij het bezoek"))
    try world.take(.recordVisit(ScanVisit(day: world.today, by: "Noor", spokenWith: "Jan")))
    let before = world.records
    #expect(world.refusal(.sendBack(note: " ")) == .needsReason)
    try world.take(.sendBack(note: "Vul B4 in."))
    #expect(world.records.answers == before.answers && world.records.ownAnswers == before.ownAnswers)
    #expect(world.records.comments == before.comments && world.records.judgement == before.judgement)
    try world.take(.answer(["B4": .person(PersonAnswer(name: "Sanne"))]), as: World.employer)
    try world.take(.submit, as: World.employer)
    #expect(world.records.scan.sentBackNote == "Vul B4 in.")
    let condition = try World().records
    #expect(condition.scan.state == .draft)
  }

  @Test("the same answer again changes nothing, another one says who gave it, none takes it away")
  func answering() throws {
    var world = try World()
    let one = try world.take(.answer(["B1": .level(2)]), as: World.employer)
    #expect(one.subject == "scan:10:B1" && one.onBehalfOf == nil)
    #expect(world.refusal(.answer(["B1": .level(2)]), as: World.employer) == .nothingChanges)
    let namens = try world.take(.answer(["B1": .level(3), "B2": .yesNo(true)]))
    #expect(namens.onBehalfOf == .employer && namens.subject == "scan:10:answers" && namens.note == "B1 B2")
    #expect(world.records.answers.map(\.by) == ["Noor Bakker", "Noor Bakker"])
    #expect(world.records.answers.map(\.byParty) == [.school, .school])
    let row = world.records.answers[0].id
    try world.take(.answer(["B1": .level(4)]), as: World.employer)
    #expect(world.records.answers[0].id == row)
    try world.take(.answer(["B1": nil, "B2": .yesNo(false)]), as: World.employer)
    #expect(world.records.sheet == AnswerSheet(["B2": .yesNo(false)]))
    #expect(world.refusal(.answer(["B1": nil]), as: World.employer) == .nothingChanges)
    #expect(world.refusal(.answer(["B3": .text("  ")]), as: World.employer) == .nothingChanges)
  }

  @Test("what cannot be an answer is refused, and names the question")
  func badAnswers() throws {
    let world = try World()
    #expect(world.refusal(.answer(["B1": .level(5)]), as: World.employer) == .badAnswer)
    #expect(
      world.refusal(.answer(["B3": .text(String(repeating: "a", count: 20_001))]), as: World.employer) == .badAnswer)
    #expect(world.refusal(.answer(["X1": .level(1)]), as: World.employer) == .noSuchQuestion)
    guard case .failure(let refusal) = decideScan(.submit, on: world.records, context: world.context(World.employer))
    else {
      Issue.record("handed in")
      return
    }
    #expect(refusal.kind == .notComplete && refusal.questions == ["B1", "B2", "B5"])
  }

  @Test("an answer to a question that is hidden is kept, and handing in does not ask for it")
  func hidden() throws {
    var world = try World()
    try world.take(
      .answer(["B1": .level(3), "B2": .yesNo(true), "B3": .text("genoeg"), "B5": .yesNo(true)]), as: World.employer)
    try world.take(.answer(["B2": .yesNo(false)]), as: World.employer)
    try world.take(.submit, as: World.employer)
    #expect(world.records.sheet["B3"] == .text("genoeg"))
    #expect(world.records.outcome(World.questionnaire).knockouts == ["B2"])
  }

  @Test("each party does its own part")
  func parties() throws {
    var world = try World()
    for viewer in [World.student, World.stranger] {
      #expect(world.refusal(.answer(["B1": .level(2)]), as: viewer) == .otherParty)
      #expect(world.refusal(.submit, as: viewer) == .otherParty)
    }
    for step: ScanStep in [
      .sendBack(note: "x"), .comment("B1", text: "x"), .setOwnAnswer("B1", .level(3), reason: "x"), .share(true),
      .recordVisit(ScanVisit(day: nil, notVisitedReason: "x")), .dropCondition(1), .acceptCondition(1),
      .decide(.suitable, reason: "", validUntil: world.today, by: "Jan"), .refuseCondition(1, reason: "x"),
      .setCondition(nil, ScanConditionContent(text: "x", owner: .employer, due: world.today)),
    ] {
      #expect(world.refusal(step, as: World.employer) == .schoolOnly, "\(step)")
    }
    try world.submitted()
    #expect(world.refusal(.submit, as: World.stranger) == .otherParty)
  }

  @Test("one scan of a workplace is open at a time; a new one begins as a copy of the answers")
  func beginning() throws {
    var world = try World()
    let context = world.context(World.school)
    func begin(_ former: ScanRecords? = nil, as viewer: Viewer = World.school) -> Result<ScanStepDecision, Refusal> {
      var context = world.context(viewer)
      context.nextRow = 100
      return beginScan(
        of: World.workplace, questionnaire: 1, others: [world.records.scan], copying: former, context: context)
    }
    guard case .failure(let refusal) = begin() else {
      Issue.record("begun twice")
      return
    }
    #expect(refusal.kind == .scanOpen)
    try world.decided()
    #expect(throws: Refusal.self) { try begin(as: World.student).get() }
    #expect(throws: Refusal.self) { try begin(as: World.stranger).get() }
    let copy = try begin(world.records, as: World.employer).get().records
    // All but the declaration, which is given anew.
    #expect(copy.sheet == AnswerSheet(["B1": .level(2), "B2": .yesNo(true), "B3": .text("genoeg")]))
    #expect(copy.scan.copiedFrom == world.records.scan.id && copy.scan.state == .draft && copy.decision == nil)
    #expect(copy.answers.map(\.by) == world.records.answers.prefix(3).map(\.by) && copy.conditions.isEmpty)
    // On another version only what still fits is taken over.
    var other = context
    other.questionnaire = Questionnaire(
      version: "2",
      sections: [
        QuestionSection(
          id: "B", title: World.both("b"),
          questions: [
            Question(id: "B1", kind: .yesno, text: World.both("?")),
            Question(id: "B3", kind: .prose, text: World.both("?")),
          ])
      ], advice: [])
    let fitting = try beginScan(
      of: World.workplace, questionnaire: 2, others: [], copying: world.records, context: other
    ).get().records
    #expect(fitting.sheet == AnswerSheet(["B3": .text("genoeg")]))
  }

  @Test("the school's own answers need a reason, differ, and change the judged outcome alone")
  func ownAnswers() throws {
    var world = try World()
    #expect(world.refusal(.setOwnAnswer("B1", .level(3), reason: "x")) == .scanState)
    try world.submitted()
    #expect(world.refusal(.setOwnAnswer("B1", .level(3), reason: "")) == .needsReason)
    #expect(world.refusal(.setOwnAnswer("B1", .level(2), reason: "x")) == .sameAnswer)
    #expect(world.refusal(.setOwnAnswer("B1", .level(9), reason: "x")) == .badAnswer)
    #expect(world.refusal(.setOwnAnswer("B3", .text("y"), reason: "x")) == .noOwnAnswer)
    #expect(world.refusal(.setOwnAnswer("B5", .yesNo(false), reason: "x")) == .noOwnAnswer)
    #expect(world.refusal(.setOwnAnswer("Z", .level(1), reason: "x")) == .noSuchQuestion)
    try world.take(.setOwnAnswer("B1", .level(3), reason: "gezien"))
    #expect(world.records.outcome(World.questionnaire).advice == .suitableWithConditions)
    #expect(world.records.judgedOutcome(World.questionnaire).advice == .suitable)
    try world.take(.setOwnAnswer("B2", .yesNo(false), reason: "geen salaris"))
    #expect(world.records.judgedOutcome(World.questionnaire).knockouts == ["B2"])
    #expect(world.records.outcome(World.questionnaire).knockouts == [])
    try world.take(.dropOwnAnswer("B2"))
    #expect(world.refusal(.dropOwnAnswer("B2")) == .noSuchRecord)
    #expect(world.records.judgedOutcome(World.questionnaire).advice == .suitable)
  }

  @Test("a decision that differs from the judged advice needs a reason, which is kept")
  func overruling() throws {
    var world = try World()
    try world.submitted()
    let end = world.nextYear
    #expect(world.refusal(.decide(.suitable, reason: "", validUntil: end, by: "Noor")) == .needsVisit)
    try world.take(.recordVisit(ScanVisit(day: world.today, by: "Noor")))
    #expect(world.refusal(.decide(.suitable, reason: "", validUntil: end, by: "Noor")) == .needsAdviceReason)
    #expect(world.refusal(.decide(.suitable, reason: "x", validUntil: end, by: " ")) == .needsName)
    #expect(world.refusal(.decide(.suitableWithConditions, reason: "", validUntil: end, by: "Noor")) == .needsCondition)
    let long = world.today.adding(years: 4)
    #expect(
      world.refusal(.decide(.suitable, reason: "x", validUntil: long.adding(days: 1), by: "Noor")) == .badValidity)
    #expect(
      world.refusal(.decide(.suitable, reason: "x", validUntil: world.today.adding(days: -1), by: "Noor"))
        == .badValidity)
    try world.take(.decide(.suitable, reason: "ervaren bedrijf", validUntil: long, by: "Noor"))
    #expect(world.records.judgement?.reason == "ervaren bedrijf" && world.records.decision?.validUntil == long)
  }

  @Test("suitable leaves no conditions; a condition's day has not passed at the decision")
  func conditionsAtTheDecision() throws {
    var world = try World()
    try world.submitted()
    try world.take(.recordVisit(ScanVisit(day: world.today, by: "Noor")))
    let content = ScanConditionContent(text: "Kies taken.", owner: .employer, due: world.today.adding(days: -1))
    try world.take(.setCondition(nil, content))
    let row = try #require(world.records.conditions.first?.id)
    let end = world.nextYear
    #expect(world.refusal(.decide(.suitable, reason: "x", validUntil: end, by: "Noor")) == .conditionsLeft)
    #expect(world.refusal(.decide(.suitableWithConditions, reason: "", validUntil: end, by: "Noor")) == .dayTooEarly)
    var later = content
    later.due = world.today
    later.owner = .school
    try world.take(.setCondition(row, later))
    #expect(world.records.conditions.map(\.owner) == [.school] && world.records.conditions.count == 1)
    #expect(world.refusal(.setCondition(99, later)) == .noSuchRecord)
    try world.take(.dropCondition(row))
    #expect(world.records.conditions.isEmpty)
  }

  @Test("a decided scan is never edited; its conditions are met by their owner and accepted by the school")
  func conditions() throws {
    var world = try World()
    let row = try world.decided()
    for step: ScanStep in [
      .answer(["B1": .level(4)]), .submit, .sendBack(note: "x"), .comment("B1", text: "x"), .dropCondition(row),
      .setOwnAnswer("B1", .level(3), reason: "x"), .recordVisit(ScanVisit(day: world.today, by: "x")),
    ] {
      #expect(world.refusal(step) == .scanState, "\(step)")
    }
    #expect(world.refusal(.acceptCondition(row)) == .conditionNotMet)
    #expect(world.refusal(.refuseCondition(row, reason: "x")) == .conditionNotMet)
    let today = world.today
    #expect(world.refusal(.meetCondition(row, day: today, note: ""), as: World.student) == .otherParty)
    #expect(world.refusal(.meetCondition(row, day: today, note: ""), as: World.stranger) == .otherParty)
    #expect(world.refusal(.meetCondition(row, day: today, note: "")) == .needsHowTold)
    #expect(
      world.refusal(.meetCondition(row, day: today.adding(days: 1), note: ""), as: World.employer) == .dayInFuture)
    #expect(world.refusal(.meetCondition(99, day: today, note: ""), as: World.employer) == .noSuchRecord)
    try world.take(.meetCondition(row, day: today, note: "klaar"), as: World.employer)
    #expect(world.refusal(.meetCondition(row, day: today, note: ""), as: World.employer) == .alreadyConfirmed)
    try world.take(.refuseCondition(row, reason: "nog niet op papier"))
    #expect(world.records.conditions[0].metOn == nil && world.records.conditions[0].metNote.isEmpty)
    let namens = try world.take(.meetCondition(row, day: today, note: "per mail"))
    #expect(namens.onBehalfOf == .employer && world.records.conditions[0].metParty == .school)
    try world.take(.acceptCondition(row))
    #expect(world.records.conditions[0].acceptedBy == "Noor Bakker")
    #expect(world.refusal(.acceptCondition(row)) == .nothingChanges)
  }

  @Test("who may see what: the student the decision, the employer what the school found once it is told")
  func seeing() throws {
    var world = try World()
    #expect(world.records.seen(by: World.student) == nil && world.records.seen(by: World.stranger) == nil)
    #expect(world.records.seen(by: World.employer) == world.records)
    try world.submitted()
    try world.take(.comment(nil, text: "Goed ingevuld"))
    try world.take(.setOwnAnswer("B1", .level(1), reason: "gezien"))
    try world.take(.recordVisit(ScanVisit(day: world.today, by: "Noor")))
    let judging = try #require(world.records.seen(by: World.employer))
    #expect(judging.comments.isEmpty && judging.ownAnswers.isEmpty && judging.judgement == nil)
    #expect(judging.answers == world.records.answers)
    try world.take(.sendBack(note: "Vul B4 in."))
    #expect(world.records.seen(by: World.employer)?.comments.count == 1)
    #expect(world.records.seen(by: World.employer)?.ownAnswers.isEmpty == true)
    try world.take(.submit, as: World.employer)
    try world.take(.decide(.notYetSuitable, reason: "", validUntil: world.nextYear, by: "Noor"))
    #expect(world.records.seen(by: World.employer) == world.records)
    let student = try #require(world.records.seen(by: World.student))
    #expect(student.decision == world.records.decision && student.answers.isEmpty && student.comments.isEmpty)
    try world.take(.share(true))
    #expect(world.records.seen(by: World.student)?.answers == world.records.answers)
    #expect(world.records.seen(by: World.student)?.ownAnswers.isEmpty == true)
  }

  @Test("valid until its last day, due again eight weeks before, withdrawn by its decision")
  func standing() throws {
    var world = try World()
    #expect(world.records.standing(on: world.today) == .draft)
    try world.decided()
    let end = world.nextYear
    #expect(world.records.standing(on: end.adding(days: -57)) == .decided)
    #expect(world.records.standing(on: end.adding(days: -56)) == .expiring)
    #expect(world.records.standing(on: end) == .expiring)
    #expect(world.records.standing(on: end.adding(days: 1)) == .expired)
    world.records.decision?.withdrawnOn = world.today
    #expect(world.records.standing(on: world.today) == .withdrawn)
    let row = world.records.conditions[0].id
    #expect(world.refusal(.meetCondition(row, day: world.today, note: ""), as: World.employer) == .noSuchRecord)
  }

  @Test("records come back from their rows, and differences lead from one state to the next", arguments: propertySeeds)
  func rows(_ seed: UInt64) throws {
    var random = Seeded(seed)
    var world = try World()
    var table = Dictionary(uniqueKeysWithValues: world.records.storedRows.map { ($0.id, $0) })
    for _ in 0..<60 {
      let viewer = random.pick([World.school, World.employer, World.student], or: World.school)
      let before = world.records
      guard let made = try? decideScan(step(&random, world), on: before, context: world.context(viewer)).get() else {
        continue
      }
      let changes = before.changes(to: made.records)
      for change in changes {
        #expect(change.before == change.before.flatMap { table[$0.id] }, "seed \(seed)")
        if let after = change.after { table[after.id] = after } else { table[change.before?.id ?? 0] = nil }
      }
      #expect(ScanRecords(rows: Array(table.values) + [World.workplace.stored]) == made.records, "seed \(seed)")
      // The inverse is the identity.
      let back = made.records.changes(to: before)
      #expect(Set(back.map { $0.inverse }).isSubset(of: changes), "seed \(seed)")
      world.records = made.records
      world.nextRow = made.nextRow
      world.today = world.today.adding(days: Int.random(in: 0...2, using: &random))
    }
  }

  private func step(_ random: inout Seeded, _ world: ScanWorld) -> ScanStep {
    let question = random.pick(World.questionnaire.questions, or: World.questionnaire.questions[0])
    let condition = world.records.conditions.randomElement(using: &random)?.id ?? 0
    switch Int.random(in: 0..<18, using: &random) {
    case 0...5: return .answer([question.id: random.chance(1, in: 8) ? nil : RandomScan.answer(to: question, &random)])
    case 6: return .answer(World.middling)
    case 7: return .submit
    case 8: return random.chance(1, in: 3) ? .sendBack(note: "x") : .submit
    case 9: return .comment(question.id, text: random.pick(["", "a", "b"], or: "a"))
    case 10: return .setOwnAnswer(question.id, RandomScan.answer(to: question, &random), reason: "x")
    case 11: return .dropOwnAnswer(question.id)
    case 12: return .recordVisit(ScanVisit(day: world.today, by: "x"))
    case 13:
      return .setCondition(
        random.chance(1, in: 2) ? nil : condition,
        ScanConditionContent(
          text: "x", owner: random.pick(Party.allCases, or: .school), due: world.today.adding(days: 9)))
    case 14:
      let decision = random.pick(ScanDecision.allCases, or: .suitable)
      return .decide(decision, reason: "x", validUntil: world.today.adding(days: 300), by: "Noor")
    case 15: return .meetCondition(condition, day: world.today, note: "x")
    case 16: return random.chance(1, in: 2) ? .acceptCondition(condition) : .refuseCondition(condition, reason: "x")
    default: return random.chance(1, in: 2) ? .share(true) : .dropCondition(condition)
    }
  }

  @Test("every answer stands in the store as a text that is read back")
  func stored() {
    let answers: [Answer] = [
      .yesNo(true), .yesNo(false), .one("a_b"), .several(["a", "b.c"]), .several([]), .level(3), .text("a\n,b"),
      .text(""),
      .number(-3), .date(Day(number: 0)), .person(PersonAnswer(name: "Ada", function: "", mail: "a@b.nl", phone: "1")),
    ]
    for answer in answers { #expect(Answer(answer.form, answer.stored) == answer) }
    #expect(Answer(.level, "drie") == nil && Answer(.date, "1-1-2026") == nil && Answer(.person, "Ada") == nil)
    #expect(Answer(.yesNo, "ja") == nil && Answer(.number, "") == nil)
    #expect(Answer.person(PersonAnswer(name: "A\nda")).stored == "A da\n\n\n")
  }
}
