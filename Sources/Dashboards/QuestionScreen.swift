import Canvas
import Language
import WerkendLeren
import Widgets

/// One question of a scan, opened: the answer beside its rubric, and what the school says of it.
struct QuestionScreen: Equatable, Sendable {
  var scan: Int64
  var placement: Int64
  var id: QuestionID
  var snapshot: ScanSnapshot?
  var text = ScrollText("")

  init(scan: Int64, placement: Int64, id: QuestionID, snapshot: ScanSnapshot?) {
    self.scan = scan
    self.placement = placement
    self.id = id
    self.snapshot = snapshot
  }

  var question: JudgedQuestion? { snapshot.flatMap { JudgedQuestion.all($0.versioned).first { $0.id == id } } }

  static func textRect(_ size: Size) -> Rect {
    Rect(column: 1, row: 2, columns: size.columns - 2, rows: size.rows - 4)
  }

  /// The text with its place, ready to be drawn or moved.
  func filled(_ context: ScreenContext) -> ScrollText {
    var text = text
    guard let snapshot, let question else { return text }
    let wording = JudgementWording(snapshot: snapshot, words: context.words, today: context.today)
    text.setText(wording.lines(question, columns: Self.textRect(context.size).columns).joined(separator: "\n"))
    return text
  }

  func draw(into canvas: inout Canvas, context: ScreenContext) {
    canvas.drawHorizontalLine(at: Point(column: 0, row: 1), length: canvas.size.columns, style: context.theme.border)
    filled(context).draw(
      into: &canvas, in: Self.textRect(canvas.size), theme: context.theme, position: context.position)
  }
}

/// What a scan comes to, to read.
struct OutcomeScreen: Equatable, Sendable {
  var scan: Int64
  var placement: Int64
  var snapshot: ScanSnapshot?
  var text = ScrollText("")

  init(scan: Int64, placement: Int64, snapshot: ScanSnapshot?) {
    self.scan = scan
    self.placement = placement
    self.snapshot = snapshot
  }

  func filled(_ context: ScreenContext) -> ScrollText {
    var text = text
    guard let snapshot else { return text }
    let columns = QuestionScreen.textRect(context.size).columns
    let outcome = OutcomeText(snapshot.versioned, words: context.words, today: context.today, columns: columns)
    let head = JudgementWording(snapshot: snapshot, words: context.words, today: context.today).reportLines(columns)
    text.setText((outcome.lines + head).joined(separator: "\n"))
    return text
  }

  func draw(into canvas: inout Canvas, context: ScreenContext) {
    canvas.drawHorizontalLine(at: Point(column: 0, row: 1), length: canvas.size.columns, style: context.theme.border)
    filled(context).draw(
      into: &canvas, in: QuestionScreen.textRect(canvas.size), theme: context.theme, position: context.position)
  }
}

extension JudgementWording {
  /// What else belongs to the outcome: the visit, the comment on the whole, what has to be completed.
  func reportLines(_ columns: Int) -> [String] {
    let records = snapshot.records
    let dates = DateWords(words)
    var facts: [String] = []
    if let judgement = records.judgement {
      if let day = judgement.visitedOn {
        facts.append(
          words(
            judgement.spokenWith.isEmpty ? "judge.visit" : "judge.visit.with",
            ["day": dates.short(day, today: nil), "by": judgement.visitedBy, "with": judgement.spokenWith]))
      } else {
        facts.append(words("judge.visit.none", ["reason": judgement.notVisitedReason]))
      }
    }
    if let comment = records.comments.first(where: { $0.question == nil }) {
      facts.append(words("judge.commentOf", ["name": comment.by, "text": comment.text]))
    }
    if !records.scan.sentBackNote.isEmpty, let day = records.scan.sentBackOn {
      facts.append(
        words(
          "judge.sentBackNote", ["day": dates.short(day, today: nil), "text": records.scan.sentBackNote]))
    }
    return facts.flatMap { [""] + $0.wrappedLines(to: columns, by: 0) }
  }
}
