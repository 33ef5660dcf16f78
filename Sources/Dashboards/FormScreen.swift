import Canvas
import Language
import WerkendLeren
import Widgets

/// Answers that the store refuses together.
struct RefusedAnswer: Equatable, Sendable {
  /// The answers, folded, by their field.
  var values: [String: String]
  /// Why, in words.
  var text: String
}

/// A form that is being filled in. What was typed stays until it is saved or thrown away on purpose.
struct FormScreen: Equatable, Sendable {
  let kind: FormKind
  let title: String
  /// The placement it is about; nil for settings.
  let placement: Int64?
  /// The newest change that the form knew of.
  var seen: Int64?
  var form: Form
  /// The values with which it opened, to know whether something was typed.
  let original: [String: String]
  /// The fields that were left, or judged before saving: their errors are shown.
  var left: Set<String> = []
  /// Why it could not be saved, in words; shown above the fields.
  var problem: String?
  /// What is to know about what was typed so far; shown there while nothing is wrong.
  var remark = ""
  /// In how many placements the person is whom it is about; nil while that is not known.
  var sharedBy: Int?
  /// Answers that cannot be, as the store knows, by the field at which that is said.
  var refused: [String: RefusedAnswer] = [:]

  init(kind: FormKind, title: String, placement: Int64?, seen: Int64?, form: Form) {
    self.kind = kind
    self.title = title
    self.placement = placement
    self.seen = seen
    self.form = form
    original = form.values
  }

  var isChanged: Bool { form.values != original }

  /// Where the fields stand: below what is said, of which a long text takes several rows.
  func rect(_ size: Size) -> Rect {
    let top = 2 + max(1, saidLines(size).count)
    return Rect(column: 1, row: top, columns: size.columns - 2, rows: size.rows - 1 - top)
  }

  private func saidLines(_ size: Size) -> [String] {
    Array(TextWidth.wrapped(problem ?? remark, to: size.columns - 2).prefix(4))
  }

  /// The names that its fields offer, by the field.
  var offers: [String: NameList] {
    var lists: [String: NameList] = [:]
    for field in form.fields {
      if case .search = field.kind { lists[field.id] = NameList(rawValue: field.id) }
    }
    return lists
  }

  /// What is wrong with answers that the store refuses.
  var refusedErrors: [String: String] {
    let values = form.values
    return refused.filter { _, answer in
      answer.values.allSatisfy { TextDoor.folded(values[$0.key] ?? "") == $0.value }
    }.mapValues(\.text)
  }

  /// Shows beside each date the day that it means.
  mutating func readDates(words: Words, today: Day) {
    let check = FieldCheck(words: words, today: today)
    for field in form.fields {
      guard case .date = field.kind, let text = form.value(of: field) else { continue }
      form.readings[field.id] = check.day(field, text).map { DateWords(words).reading($0, of: text) }
    }
  }

  func draw(into canvas: inout Canvas, context: ScreenContext) {
    let size = canvas.size
    canvas.drawHorizontalLine(at: Point(column: 0, row: 1), length: size.columns, style: context.theme.border)
    let style = problem == nil ? context.theme.text : context.theme.error
    for (offset, line) in saidLines(size).enumerated() {
      canvas.write(line, at: Point(column: 1, row: 2 + offset), width: size.columns - 2, style: style)
    }
    form.draw(
      into: &canvas, in: rect(size), theme: context.theme,
      position: { context.words("form.position", ["number": String($0), "count": String($1)]) },
      listPosition: context.position)
  }
}
