import Testing
import WerkendLeren

@Suite("Two scans side by side")
struct ScanComparisonTests {
  private func scan(
    _ answers: [QuestionID: Answer?], own: [QuestionID: Answer] = [:], id: Int64 = 10,
    of questionnaire: Questionnaire = ScanWorld.questionnaire
  ) throws -> VersionedScan {
    let day = try #require(Day(iso: "2026-11-23"))
    var records = ScanRecords(
      scan: Scan(id: id, workplace: 3, questionnaire: 1, state: .submitted, begunOn: day),
      workplace: ScanWorld.workplace)
    for (question, answer) in answers {
      guard let answer else { continue }
      records.answers.append(
        ScanAnswer(id: 0, scan: id, question: question, form: answer.form, value: answer.stored, moment: "m"))
    }
    for (question, answer) in own {
      records.ownAnswers.append(
        ScanOwnAnswer(id: 0, scan: id, question: question, form: answer.form, value: answer.stored, reason: "r"))
    }
    return VersionedScan(records: records, questionnaire: questionnaire)
  }

  private func different(_ comparison: ScanComparison) -> [QuestionID] {
    comparison.questions.filter(\.isDifferent).map(\.id)
  }

  @Test("The same answers differ in nothing, whatever the order in which the scans are given")
  func same() throws {
    let (one, other) = (try scan(ScanWorld.middling), try scan(ScanWorld.middling, id: 20))
    for comparison in [ScanComparison(one, other), ScanComparison(other, one)] {
      #expect(different(comparison).isEmpty && comparison.scores.allSatisfy { !$0.isDifferent })
      #expect(comparison.isOneVersion && !comparison.isDecisionDifferent && !comparison.isAdviceDifferent)
      #expect(comparison.first.records.scan.id == 10)
      #expect(comparison.questions.map(\.id) == ["B1", "B2", "B3", "B4", "B5"])
    }
  }

  @Test("A level that rose, an answer that went, and a question that is hidden now")
  func answers() throws {
    var later = ScanWorld.middling
    later["B1"] = .level(4)
    later["B2"] = .yesNo(false)
    let comparison = ScanComparison(try scan(ScanWorld.middling), try scan(later, id: 20))
    #expect(different(comparison) == ["B1", "B2", "B3"])
    #expect(comparison.questions[0].rise == 2)
    #expect(comparison.questions[1].rise == nil)
    let hidden = comparison.questions[2]
    #expect(hidden.first?.isShown == true && hidden.second?.isShown == false && hidden.second?.answer == nil)
    #expect(comparison.scores.map(\.section) == ["B"])
    #expect(comparison.scores.first?.first == 33 && comparison.scores.first?.second == 100)
    #expect(comparison.isAdviceDifferent, "a knock-out holds in the later one")
  }

  @Test("The school's own answer counts beside the employer's")
  func ownAnswers() throws {
    let comparison = ScanComparison(
      try scan(ScanWorld.middling), try scan(ScanWorld.middling, own: ["B1": .level(1)], id: 20))
    #expect(different(comparison) == ["B1"])
    let row = try #require(comparison.questions.first)
    #expect(row.second?.answer == .level(2) && row.second?.judged == .level(1) && row.rise == -1)
    #expect(comparison.scores.first?.second == 0)
  }

  @Test("Across versions: a new question, one that went, one that was reworded, each in its place")
  func versions() throws {
    let sections = ScanWorld.questionnaire.sections.map { section in
      var questions = section.questions.filter { $0.id != "B4" }
      questions[0].text = Bilingual(dutch: "anders", english: "other")
      questions.insert(
        Question(id: "B2a", kind: .yesno, text: Bilingual(dutch: "nieuw", english: "new")), at: 2)
      return QuestionSection(id: section.id, title: section.title, questions: questions)
    }
    let later = Questionnaire(version: "2", sections: sections, advice: ScanWorld.questionnaire.advice)
    let comparison = ScanComparison(
      try scan(ScanWorld.middling), try scan(ScanWorld.middling, id: 20, of: later))
    #expect(comparison.questions.map(\.id) == ["B1", "B2", "B2a", "B3", "B4", "B5"])
    #expect(comparison.questions[0].isReworded && !comparison.questions[0].isDifferent)
    #expect(comparison.questions[2].first == nil && comparison.questions[2].second != nil)
    #expect(comparison.questions[4].second == nil)
    #expect(different(comparison).isEmpty, "an open question is no difference")
    #expect(!comparison.isOneVersion)
  }

  @Test("A section that only the earlier version has stands at the end")
  func goneSection() throws {
    let extra = QuestionSection(
      id: "A", title: ScanWorld.both("old"),
      questions: [Question(id: "A1", kind: .text, text: ScanWorld.both("name"))])
    let earlier = Questionnaire(
      version: "0", sections: [extra] + ScanWorld.questionnaire.sections, advice: ScanWorld.questionnaire.advice)
    let comparison = ScanComparison(
      try scan(["A1": .text("x")], of: earlier), try scan(ScanWorld.middling, id: 20))
    #expect(comparison.questions.first?.id == "B1" && comparison.questions.last?.id == "A1")
    #expect(comparison.questions.last?.isDifferent == true)
  }

  @Test("Decisions differ by what was decided, and by being withdrawn")
  func decisions() throws {
    let day = try #require(Day(iso: "2026-11-23"))
    func decided(_ decision: ScanDecision, id: Int64, withdrawn: Bool = false) throws -> VersionedScan {
      var scan = try scan(ScanWorld.middling, id: id)
      scan.records.decision = ScanDecisionRecord(
        id: id, workplace: 3, date: day, decision: decision, validUntil: day, withdrawnOn: withdrawn ? day : nil)
      return scan
    }
    let first = try decided(.suitable, id: 10)
    #expect(ScanComparison(first, try decided(.suitable, id: 20)).isDecisionDifferent == false)
    #expect(ScanComparison(first, try decided(.notYetSuitable, id: 20)).isDecisionDifferent)
    #expect(ScanComparison(first, try decided(.suitable, id: 20, withdrawn: true)).isDecisionDifferent)
    #expect(ScanComparison(first, try scan(ScanWorld.middling, id: 20)).isDecisionDifferent)
  }
}
