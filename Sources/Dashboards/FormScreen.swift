import Canvas
import WerkendLeren
import Widgets

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
  /// Why it could not be saved, in words; shown above the fields.
  var problem: String?

  init(kind: FormKind, title: String, placement: Int64?, seen: Int64?, form: Form) {
    self.kind = kind
    self.title = title
    self.placement = placement
    self.seen = seen
    self.form = form
    original = form.values
  }

  var isChanged: Bool { form.values != original }

  static func rect(_ size: Size) -> Rect {
    Rect(column: 1, row: 3, columns: size.columns - 2, rows: size.rows - 5)
  }

  func draw(into canvas: inout Canvas, context: ScreenContext) {
    let size = canvas.size
    canvas.drawHorizontalLine(at: Point(column: 0, row: 1), length: size.columns, style: context.theme.border)
    if let problem {
      canvas.write(
        problem, at: Point(column: 1, row: 2), width: size.columns - 2, style: context.theme.error)
    }
    form.draw(into: &canvas, in: Self.rect(size), theme: context.theme) { number, count in
      context.words("form.position", ["number": String(number), "count": String(count)])
    }
  }
}
