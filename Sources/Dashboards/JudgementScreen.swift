import Canvas
import Language
import WerkendLeren
import Widgets

/// A scan that was handed in: its questions with what was answered, for the school to judge and for the others to read.
struct JudgementScreen: Equatable, Sendable {
  /// Which questions are shown.
  enum Filter: String, CaseIterable, Hashable, Sendable {
    case all
    case weak
    case commented
    case differing

    func name(_ words: Words) -> String { words["judge.filter.\(rawValue)"] }
  }

  var scan: Int64
  var placement: Int64
  var snapshot: ScanSnapshot?
  var filter = Filter.all
  var list = WindowedList(count: 0, height: 1)
  /// The questions that the filter leaves, in order.
  private(set) var questions: [JudgedQuestion] = []

  init(scan: Int64, placement: Int64) {
    self.scan = scan
    self.placement = placement
  }

  var effect: Effect { .scan(.load(scan)) }

  var selected: JudgedQuestion? {
    list.selected.flatMap { questions.indices.contains($0) ? questions[$0] : nil }
  }

  /// Takes what was read; the same question stays selected.
  mutating func take(_ snapshot: ScanSnapshot) {
    self.snapshot = snapshot
    settle(on: selected?.id)
  }

  /// Goes to the next filter, round and round.
  mutating func turn() {
    let before = selected?.id
    let place = Filter.allCases.firstIndex(of: filter) ?? 0
    filter = Filter.allCases[(place + 1) % Filter.allCases.count]
    settle(on: before)
  }

  mutating func select(_ question: QuestionID) {
    if let place = questions.firstIndex(where: { $0.id == question }) { list.select(place) }
  }

  private mutating func settle(on question: QuestionID?) {
    guard let snapshot else { return }
    // Decided and without answers: they are not shared with this viewer.
    let isHidden = snapshot.records.answers.isEmpty && snapshot.records.scan.state == .decided
    questions = (isHidden ? [] : JudgedQuestion.all(snapshot.versioned)).filter { question in
      switch filter {
      case .all: true
      case .weak: question.isWeak
      case .commented: question.comment != nil
      case .differing: question.own != nil
      }
    }
    list.setCount(questions.count)
    if let question { select(question) }
  }

  static func listRect(_ size: Size) -> Rect {
    Rect(column: 0, row: 4, columns: size.columns, rows: size.rows - 7)
  }

  func draw(into canvas: inout Canvas, context: ScreenContext) {
    let words = context.words
    let theme = context.theme
    let size = canvas.size
    canvas.drawHorizontalLine(at: Point(column: 0, row: 1), length: size.columns, style: theme.border)
    canvas.drawHorizontalLine(at: Point(column: 0, row: size.rows - 3), length: size.columns, style: theme.border)
    guard let snapshot else { return }
    let wording = JudgementWording(snapshot: snapshot, words: words, today: context.today)
    let room = size.columns - 2
    let heads = wording.heads
    let head = heads.first { TextWidth.columns(of: $0) <= room } ?? heads.last ?? ""
    canvas.write(head, at: Point(column: 1, row: 2), width: room, style: theme.title)
    let rect = Self.listRect(size)
    let columns = [
      ListColumn(title: "", width: 1), ListColumn(title: "", width: 3, isLabel: true),
      ListColumn(title: words["judge.question"], width: 17, stretch: 3),
      ListColumn(title: words["judge.answer"], width: 16, stretch: 2),
      ListColumn(title: words["judge.remark"], width: 13, stretch: 1),
    ]
    ListLayout(columns: columns, width: size.columns - 1)
      .drawHeading(into: &canvas, at: Point(column: 1, row: 3), theme: theme)
    list.draw(into: &canvas, in: rect, theme: theme, columns: columns) { number in
      questions.indices.contains(number) ? row(questions[number], wording, theme) : ListRow([])
    }
    if questions.isEmpty {
      canvas.write(
        words[filter == .all ? "judge.none" : "judge.noneHere"], at: Point(column: 1, row: rect.top),
        width: size.columns - 2, style: theme.text)
      canvas.cursor = Point(column: 0, row: rect.top)
    }
    let position = list.position(context.position)
    let width = TextWidth.columns(of: position)
    canvas.write(position, at: Point(column: size.columns - width - 1, row: size.rows - 2), style: theme.text)
    guard context.notice == nil else { return }
    let texts = wording.states(filter: filter)
    let left = size.columns - width - 4
    canvas.write(
      texts.first { TextWidth.columns(of: $0) <= left } ?? texts.last ?? "", at: Point(column: 1, row: size.rows - 2),
      width: left, style: theme.text)
  }

  private func row(_ question: JudgedQuestion, _ wording: JudgementWording, _ theme: Theme) -> ListRow {
    let (sign, style) =
      question.own != nil ? ("≠", theme.attention) : question.isWeak ? ("!", theme.warning) : (" ", theme.text)
    return ListRow([
      .init(sign, style: style),
      .init(question.id.text, style: theme.text),
      .init(wording.words.text(question.question.text), style: theme.text),
      .init(wording.answer(question), style: theme.text),
      .init(wording.remarks(question), style: question.isWeak ? theme.warning : theme.text),
    ])
  }
}

/// A question of a scan with everything that employer and school said of it.
struct JudgedQuestion: Equatable, Sendable, Identifiable {
  var question: Question
  /// The employer's answer, if it counts.
  var answer: ScanAnswer?
  /// The school's own answer in its place.
  var own: ScanOwnAnswer?
  var comment: ScanComment?
  /// The conditions that came from it.
  var conditions: [ScanCondition]
  /// Whether the answer that counts in the judgement is a weak point, or was one as it was given.
  var isWeak: Bool
  /// Whether it is a knock-out in the judgement.
  var isKnockout: Bool

  var id: QuestionID { question.id }

  var given: Answer? { answer.flatMap { Answer($0.form, $0.value) } }
  var judged: Answer? { own.flatMap { Answer($0.form, $0.value) } ?? given }

  /// The questions that are shown as they were answered or as they are judged, in order.
  static func all(_ scan: VersionedScan) -> [JudgedQuestion] {
    let records = scan.records
    let (given, judged) = (scan.reading, scan.judgedReading)
    let outcome = ScanOutcome(judged)
    let weak = Set(outcome.weakPoints + ScanOutcome(given).weakPoints)
    let knockouts = Set(outcome.knockouts)
    let answers = Dictionary(records.answers.map { ($0.question, $0) }, uniquingKeysWith: { $1 })
    let own = Dictionary(records.ownAnswers.map { ($0.question, $0) }, uniquingKeysWith: { $1 })
    let comments = Dictionary(
      records.comments.compactMap { comment in comment.question.map { ($0, comment) } }, uniquingKeysWith: { $1 })
    let conditions = Dictionary(grouping: records.conditions) { $0.question }
    return scan.questionnaire.questions.filter { given.isShown($0.id) || judged.isShown($0.id) }.map { question in
      JudgedQuestion(
        question: question, answer: given.answer(question.id) == nil ? nil : answers[question.id],
        own: own[question.id], comment: comments[question.id], conditions: conditions[question.id] ?? [],
        isWeak: weak.contains(question.id), isKnockout: knockouts.contains(question.id))
    }
  }
}

extension ScanSnapshot {
  /// The scan with its version of the questionnaire.
  var versioned: VersionedScan { VersionedScan(records: records, questionnaire: questionnaire) }
}

extension Words {
  /// An answer on one line.
  func line(_ answer: Answer, to question: Question) -> String {
    if case .level(let level) = answer, question.levels.indices.contains(level - 1) {
      return "\(level), \(text(question.levels[level - 1]))"
    }
    return self.answer(answer, to: question).split(whereSeparator: \.isNewline).joined(separator: ", ")
  }
}
