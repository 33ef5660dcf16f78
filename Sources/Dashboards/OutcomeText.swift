import Canvas
import Language
import WerkendLeren
import Widgets

/// What a scan comes to, line by line, for a width: the decision, the advice with what led to it, all sections in one picture, weak points with what is
/// proposed. The picture is bars of block characters with the figures and words beside them, so that it says the same in monochrome, in ASCII and
/// read aloud.
struct OutcomeText {
  let scan: VersionedScan
  let words: Words
  let today: Day
  let columns: Int
  private let given: ScanOutcome
  private let judged: ScanOutcome

  init(_ scan: VersionedScan, words: Words, today: Day, columns: Int) {
    self.scan = scan
    self.words = words
    self.today = today
    self.columns = max(20, columns)
    given = scan.outcome
    judged = scan.judgedOutcome
  }

  private var questionnaire: Questionnaire { scan.questionnaire }
  private var records: ScanRecords { scan.records }
  private var language: Language { words.language }
  private var dates: DateWords { DateWords(words) }

  /// Whether the school's own answers lead to something else.
  var isJudged: Bool { given != judged }

  /// All lines.
  var lines: [String] { content.flatMap { TextWidth.columns(of: $0) <= columns ? [$0] : wrapped($0) } }

  private var content: [String] {
    let decision = decisionLines
    // The student sees the answers only where the school shares them: without answers there is no outcome to show.
    guard !records.answers.isEmpty else { return decision + blank(decision) + [words["outcome.notShared"]] }
    return decision + blank(decision) + adviceLines + [""] + picture + knockoutLines + ruleLines + weakLines
      + missingLines + sectionLines
  }

  private func blank(_ before: [String]) -> [String] { before.isEmpty ? [] : [""] }

  // MARK: - Decision and advice

  /// The decision, its conditions, and why it differs from the advice.
  var decisionLines: [String] {
    guard let decision = records.decision else { return [] }
    var lines = [
      words(
        "outcome.decision",
        ["decision": words("decision.\(decision.decision.rawValue)"), "day": day(decision.date), "by": decision.by])
    ]
    if let withdrawn = decision.withdrawnOn {
      lines.append("! " + words("outcome.withdrawn", ["day": day(withdrawn), "reason": decision.withdrawnReason]))
    } else {
      lines.append(words("outcome.valid", ["day": day(decision.validUntil)]))
    }
    if let reason = records.judgement?.reason, !reason.isEmpty {
      lines += wrapped(words("outcome.reason", ["reason": reason]))
    }
    return lines + conditionLines
  }

  private var conditionLines: [String] {
    guard !records.conditions.isEmpty else { return [] }
    return ["", words["outcome.conditions"]]
      + records.conditions.flatMap { condition in
        wrapped("\(Self.sign(condition)) " + ConditionWording(words: words, today: today).line(condition), by: 2)
      }
  }

  /// The sign of a condition: accepted, met, or open.
  static func sign(_ condition: ScanCondition) -> String {
    condition.acceptedOn != nil ? "✓" : condition.metOn != nil ? "◐" : "○"
  }

  private var adviceLines: [String] {
    guard isJudged else { return wrapped(advice(given)) }
    return wrapped(words("outcome.of.employer", ["advice": advice(given)]))
      + wrapped(words("outcome.of.school", ["advice": advice(judged)]))
  }

  private func advice(_ outcome: ScanOutcome) -> String {
    guard let advice = outcome.advice else { return words["scan.noAdvice"] }
    let key = outcome.isProvisional ? "scan.provisional" : "scan.advice"
    return words(key, ["advice": words("decision.\(advice.rawValue)")])
  }

  // MARK: - The picture

  /// All sections at once: each a bar with its score and what that is called, on a scale with the bounds of the rules.
  var picture: [String] {
    let sections = questionnaire.sections.filter(\.isScored)
    guard !sections.isEmpty else { return [] }
    let standings = ScanDecision.allCases.map { TextWidth.columns(of: words("scan.standing.\($0.adviceName)")) }
    let word = max(standings.max() ?? 0, TextWidth.columns(of: words["outcome.noScore"]))
    let names = sections.map { "\($0.id)  \($0.title.text(language))" } + [partyLabel(.employer), partyLabel(.school)]
    let name = min(names.map { TextWidth.columns(of: $0) }.max() ?? 0, max(12, columns - word - 20))
    let bar = min(50, columns - name - word - 8)
    guard bar >= 8 else { return sections.map { plainScore($0) } }
    var lines = [cut("", name) + " " + scale(bar)]
    for section in sections {
      let title = cut("\(section.id)  \(section.title.text(language))", name)
      let (first, second) = (given.score(of: section.id), judged.score(of: section.id))
      if first == second {
        lines.append(row(title, first, bar))
      } else {
        lines.append(title.trimmedEnd)
        lines.append(row(cut(partyLabel(.employer), name), first, bar))
        lines.append(row(cut(partyLabel(.school), name), second, bar))
      }
    }
    return lines
  }

  private func partyLabel(_ party: Party) -> String { "   " + party.inSentence(words) }

  /// The bounds below which a score has a consequence, lowest first.
  private var bounds: [Int] {
    let rules = questionnaire.advice.flatMap(\.rules)
    return Set(rules.compactMap { if case .sectionBelow(let bound) = $0 { bound } else { nil } }).sorted()
  }

  private func scale(_ width: Int) -> String {
    var cells = [Character](repeating: " ", count: width)
    var free = 0
    func put(_ text: String, at place: Int) {
      guard place >= free, place + text.count <= width else { return }
      for (offset, character) in text.enumerated() { cells[place + offset] = character }
      free = place + text.count + 1
    }
    put("0", at: 0)
    for bound in bounds where bound < 100 && place(bound, width) + 2 < width - 3 {
      put(String(bound), at: place(bound, width))
    }
    put("100", at: width - 3)
    return String(cells).trimmedEnd
  }

  private func place(_ score: Int, _ width: Int) -> Int { min(width - 1, score * width / 100) }

  private func row(_ label: String, _ score: Int?, _ width: Int) -> String {
    guard let score else { return label + " " + cut("", width) + "   –  " + words["outcome.noScore"] }
    let number = String(repeating: " ", count: max(0, 3 - String(score).count)) + String(score)
    return label + " " + bar(score, width) + " " + number + "  " + standing(score)
  }

  /// The filled part, and in the rest where the bounds lie.
  private func bar(_ score: Int, _ width: Int) -> String {
    let filled = ProgressBar(done: score, total: 100).filled(of: width)
    let marks = Set(bounds.map { place($0, width) })
    return String((0..<width).map { $0 < filled ? "█" : marks.contains($0) ? "│" : "░" })
  }

  private func standing(_ score: Int) -> String {
    words("scan.standing.\(questionnaire.standing(of: score).adviceName)")
  }

  private func plainScore(_ section: QuestionSection) -> String {
    guard let score = judged.score(of: section.id) else { return words("scan.noScore", ["section": section.id]) }
    return words("scan.score", ["section": section.id, "score": String(score), "standing": standing(score)])
  }

  // MARK: - What led to it

  private var knockoutLines: [String] {
    guard !judged.knockouts.isEmpty || !given.knockouts.isEmpty else { return [] }
    let all = questionnaire.questions.map(\.id).filter { judged.knockouts.contains($0) || given.knockouts.contains($0) }
    return ["", words["outcome.knockouts"]] + all.flatMap { id in wrapped("! " + answered(id), by: 2) }
  }

  /// The rules that fired, each with the questions behind it and what was answered there.
  private var ruleLines: [String] {
    guard judged.advice != nil else { return [] }
    guard !judged.rules.isEmpty else { return ["", words["outcome.noRule"]] }
    return ["", words["outcome.why"]]
      + judged.rules.flatMap { fired in
        wrapped("· " + words.rule(fired.rule) + ":", by: 2)
          + fired.questions.flatMap { wrapped("  " + answered($0), by: 5) }
      }
  }

  private var weakLines: [String] {
    guard !judged.weakPoints.isEmpty else { return [] }
    return ["", words("outcome.weak", ["count": String(judged.weakPoints.count)])]
      + judged.weakPoints.flatMap { id in
        wrapped("· " + answered(id), by: 2)
          + wrapped("  " + words("outcome.action", ["action": questionnaire[id]?.action?.text(language) ?? ""]), by: 2)
      }
  }

  private var missingLines: [String] {
    guard !judged.missing.isEmpty else { return [] }
    return ["", words("outcome.missing", ["count": String(judged.missing.count)])]
      + judged.missing.flatMap { id in
        wrapped("○ \(id) \(questionnaire[id]?.text.text(language) ?? "")", by: 2)
      }
  }

  /// Each section with the levels that made its score, in the words of its rubric.
  private var sectionLines: [String] {
    let reading = scan.judgedReading
    return questionnaire.sections.filter(\.isScored).flatMap { section -> [String] in
      let levels = section.questions.filter { question in
        if case .level = reading.answer(question.id) { return true }
        return false
      }
      let heading = "\(section.id). \(section.title.text(language))"
      guard let score = judged.score(of: section.id) else {
        return ["", "\(heading): \(words["outcome.noScore"])"] + wrapped("  " + words["outcome.noLevels"], by: 2)
      }
      let line = words("outcome.section", ["section": heading, "score": String(score), "standing": standing(score)])
      return [""] + wrapped(line)
        + levels.flatMap { question in
          wrapped(
            "· " + answered(question.id)
              + (question.weight > 1 ? " " + words("outcome.weight", ["count": String(question.weight)]) : ""), by: 2)
        }
    }
  }

  /// A question with its answer, and beside it the school's own where that differs.
  private func answered(_ id: QuestionID) -> String {
    guard let question = questionnaire[id] else { return id.text }
    func said(_ answer: Answer?) -> String { answer.map { words.line($0, to: question) } ?? words["outcome.open"] }
    let name = "\(id) \(question.text.text(language))"
    let separator = name.last?.isPunctuation == true ? " " : ": "
    let own = records.ownAnswers.first { $0.question == id }.flatMap { Answer($0.form, $0.value) }
    guard let own else { return name + separator + said(records.sheet[id]) }
    return name + separator + words("outcome.both", ["employer": said(records.sheet[id]), "school": said(own)])
  }

  // MARK: - Room

  private func day(_ day: Day) -> String { dates.short(day, today: nil) }

  private func cut(_ text: String, _ width: Int) -> String {
    let columns = TextWidth.columns(of: text)
    if columns <= width { return text + String(repeating: " ", count: width - columns) }
    var short = text
    while TextWidth.columns(of: short) > width - 1, !short.isEmpty { short.removeLast() }
    return short + "…" + String(repeating: " ", count: max(0, width - 1 - TextWidth.columns(of: short)))
  }

  private func wrapped(_ text: String, by indent: Int = 0) -> [String] { text.wrappedLines(to: columns, by: indent) }
}

extension String {
  /// The text in rows of a width, the later ones set in.
  func wrappedLines(to columns: Int, by indent: Int) -> [String] {
    let lead = String(prefix { $0 == " " })
    let rest = String(dropFirst(lead.count))
    let room = max(10, columns - max(lead.count, indent))
    let rows = TextWidth.wrapped(rest, to: room)
    let inset = String(repeating: " ", count: max(lead.count, indent))
    return rows.enumerated().map { $0.offset == 0 ? lead + $0.element : inset + $0.element }
  }

  /// Its first words, as many as fit in a width; the whole where it fits, or where the first is longer.
  func firstWords(upTo columns: Int) -> String {
    guard TextWidth.columns(of: self) > columns else { return self }
    var words = split(separator: " ", omittingEmptySubsequences: false)
    while words.count > 1, TextWidth.columns(of: words.joined(separator: " ")) > columns { words.removeLast() }
    return words.joined(separator: " ").trimmedEnd
  }

  /// Without the spaces at its end.
  var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
