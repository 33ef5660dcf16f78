import Language
import WerkendLeren

/// One thing that two scans are compared in, in words.
struct ComparedRow: Equatable {
  /// What a row is about.
  enum Subject: Hashable {
    case decision
    case advice
    case score(String)
    case question(QuestionID)
  }
  var subject: Subject
  /// What it is called.
  var label: String
  /// What the earlier scan has.
  var first: String
  /// What the later scan has.
  var second: String
  /// How they differ, in a word; nil where they do not.
  var difference: String?
  /// What is to know of the question itself, such as that it was reworded; empty for nothing.
  var remark = ""

  var isDifferent: Bool { difference != nil }
}

/// Two scans side by side in words.
struct CompareWording {
  let comparison: ScanComparison
  let words: Words
  let today: Day

  private var dates: DateWords { DateWords(words) }

  /// Everything, in order: decision, advice, scores, questions.
  var rows: [ComparedRow] {
    [decisionRow, adviceRow].compactMap { $0 } + comparison.scores.map(row) + comparison.questions.map(row)
  }

  /// What a scan is called above its column: when it was decided or where it stands.
  func name(_ scan: VersionedScan) -> String {
    let records = scan.records
    let number = String(records.scan.id)
    guard records.decision == nil else {
      return words("compare.decided", ["number": number, "day": day(scan)])
    }
    let state = words("scanState.\(records.scan.state.rawValue)")
    return words("compare.open", ["number": number, "state": state, "day": day(scan)])
  }

  /// The day of its decision, else that on which it was handed in or begun.
  func day(_ scan: VersionedScan) -> String {
    let records = scan.records
    return dates.short(records.decision?.date ?? records.scan.submittedOn ?? records.scan.begunOn, today: nil)
  }

  private var decisionRow: ComparedRow? {
    let decisions = [comparison.first, comparison.second].map { scan -> String in
      guard let decision = scan.records.decision else { return words["compare.none"] }
      let text = words("decision.\(decision.decision.rawValue)")
      return decision.withdrawnOn == nil ? text : text + " (" + words["compare.withdrawn"] + ")"
    }
    return ComparedRow(
      subject: .decision, label: words["compare.decision"], first: decisions[0], second: decisions[1],
      difference: comparison.isDecisionDifferent ? words["compare.other"] : nil)
  }

  /// Nil where one of them may not be seen.
  private var adviceRow: ComparedRow? {
    guard !comparison.first.records.answers.isEmpty, !comparison.second.records.answers.isEmpty else { return nil }
    let texts = [comparison.firstOutcome, comparison.secondOutcome].map { outcome in
      outcome.advice.map { words("decision.\($0.rawValue)") } ?? words["compare.noAdvice"]
    }
    return ComparedRow(
      subject: .advice, label: words["compare.advice"], first: texts[0], second: texts[1],
      difference: comparison.isAdviceDifferent ? words["compare.other"] : nil)
  }

  private func row(_ score: ComparedScore) -> ComparedRow {
    let sides = [comparison.first, comparison.second]
    let section = sides.reversed().lazy.compactMap { scan in
      scan.questionnaire.sections.first { $0.id == score.section }
    }.first
    let texts = zip(sides, [score.first, score.second]).map { scan, value -> String in
      guard let value else { return words["outcome.noScore"] }
      let standing = words("scan.standing.\(scan.questionnaire.standing(of: value).adviceName)")
      return words("compare.score", ["score": String(value), "standing": standing])
    }
    var difference: String?
    if score.isDifferent {
      difference = words["compare.other"]
      if let first = score.first, let second = score.second {
        difference = words[second > first ? "compare.higher" : "compare.lower"]
      }
    }
    let title = "\(score.section) \(section?.title.text(words.language) ?? "")"
    return ComparedRow(
      subject: .score(score.section), label: words("compare.scoreOf", ["section": title]), first: texts[0],
      second: texts[1], difference: difference)
  }

  private func row(_ question: ComparedQuestion) -> ComparedRow {
    let text = (question.second ?? question.first)?.question.text.text(words.language) ?? ""
    var remark = ""
    if question.first == nil { remark = words["compare.newQuestion"] }
    if question.second == nil { remark = words["compare.goneQuestion"] }
    if question.isReworded { remark = words["compare.reworded"] }
    return ComparedRow(
      subject: .question(question.id), label: "\(question.id) \(text)", first: said(question.first),
      second: said(question.second), difference: difference(question), remark: remark)
  }

  private func difference(_ question: ComparedQuestion) -> String? {
    guard question.isDifferent else { return nil }
    guard let rise = question.rise, rise != 0 else { return words["compare.other"] }
    return words[rise > 0 ? "compare.higher" : "compare.lower"]
  }

  /// What stands on one side: the answer, and the school's own where it has one.
  private func said(_ side: ComparedQuestion.Side?) -> String {
    guard let side else { return words["compare.notAsked"] }
    guard side.isShown else { return words["compare.notShown"] }
    let given = side.answer.map { words.line($0, to: side.question) } ?? words["outcome.open"]
    guard let own = side.ownAnswer else { return given }
    return words("outcome.both", ["employer": given, "school": words.line(own, to: side.question)])
  }
}
