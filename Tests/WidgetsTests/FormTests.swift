import Canvas
import Testing

@testable import Widgets

@Suite struct FormTests {
  private let rect = Rect(column: 0, row: 0, columns: 40, rows: 24)
  private let fields = [
    FormField(id: "name", label: "Naam", kind: .line, required: true, maximumLength: 20),
    FormField(id: "info", label: "", kind: .information("De werkgever leest dit mee.")),
    FormField(id: "day", label: "Dag", help: "bijvoorbeeld 1-9", kind: .date),
    FormField(
      id: "level", label: "Hoeveel ervaring?",
      kind: .choice([.init(id: "1", label: "geen"), .init(id: "2", label: "enige"), .init(id: "3", label: "veel")])),
    FormField(id: "agree", label: "Akkoord", kind: .tick),
    FormField(id: "note", label: "Notitie", kind: .prose(rows: 2)),
  ]

  private func form() -> Form { Form(fields: fields, values: ["name": "Sanne Mol"], submitLabel: "Bewaren") }

  private func draw(_ form: Form, rows: Int = 24) -> Canvas {
    picture(40, rows) { form.draw(into: &$0, in: $1, theme: .plain) { "\($0) van \($1)" } }
  }

  @discardableResult
  private func press(_ keys: [Key], _ form: inout Form) -> Form.Outcome {
    var outcome = Form.Outcome.unchanged
    for key in keys { outcome = form.handle(.key(key), in: rect) }
    return outcome
  }

  @Test func showsLabelsInputsHelpAndErrors() {
    var form = form()
    form.errors = ["day": "Dit is geen datum"]
    press([.tab, .tab, .character(" "), .tab, .character(" ")], &form)
    #expect(
      draw(form).text == """
          Naam *  Sanne Mol

          De werkgever leest dit mee.

          Dag
          ! Dit is geen datum

          Hoeveel ervaring?
          (•) geen
          ( ) enige
          ( ) veel

        ▸ [x] Akkoord

          Notitie



          [ Bewaren ]





        """)
  }

  @Test func keysGoFromFieldToFieldAndChangeValues() {
    var form = form()
    #expect(form.takesText)
    #expect(press([.character("?")], &form) == .changed)
    #expect(form.values["name"] == "Sanne Mol?")
    press([.enter, .character("1"), .character("/"), .character("9")], &form)
    #expect(form.values["day"] == "1/9")
    press([.down], &form)
    #expect(form.focusedField?.id == "level")
    #expect(!form.takesText)
    #expect(press([.enter], &form) == .unchanged)
    #expect(form.values["level"] == "", "an Enter that went to no answer takes none")
    press([.backTab, .down, .down], &form)
    #expect(draw(form).cursor == Point(column: 2, row: 9))
    #expect(press([.enter], &form) == .changed)
    #expect(form.values["level"] == "3")
    #expect(press([.up], &form) == .unchanged)
    #expect(press([.left], &form) == .changed)
    #expect(form.values["level"] == "2")
    press([.tab, .character(" "), .tab], &form)
    #expect(form.values["agree"] == "true")
    _ = form.handle(.paste("een\r\ntwee"), in: rect)
    #expect(form.values["note"] == "een\ntwee")
    #expect(press([.enter], &form) == .changed)
    #expect(form.values["note"] == "een\ntwee\n", "in a text of many lines Enter makes a line break")
    press([.tab], &form)
    #expect(form.focusedField == nil)
    #expect(press([.enter], &form) == .submitted)
    #expect(press([.escape], &form) == .closed)
    #expect(form.values.keys.sorted() == ["agree", "day", "level", "name", "note"])
  }

  @Test func theFirstErrorGetsTheFocus() {
    var form = form()
    form.errors = ["note": "te kort", "level": "kies er een"]
    form.focusOnFirstError()
    #expect(form.focusedField?.id == "level")
    #expect(form.place == (3, 5))
  }

  @Test func clicksChooseTickAndSubmit() {
    var form = form()
    func click(_ words: String) -> Form.Outcome {
      let lines = draw(form).text.split(separator: "\n", omittingEmptySubsequences: false)
      guard let row = lines.firstIndex(where: { $0.contains(words) }) else { return .closed }
      return form.handle(.mouse(MouseEvent(action: .press, place: Point(column: 6, row: row))), in: rect)
    }
    #expect(click("enige") == .changed)
    #expect(form.values["level"] == "2")
    #expect(click("Akkoord") == .changed)
    #expect(form.values["agree"] == "true")
    #expect(click("Dag") == .unchanged)
    #expect(form.focusedField?.id == "day")
    #expect(click("leest dit mee") == .unchanged)
    #expect(form.focusedField?.id == "day")
    #expect(click("Bewaren") == .submitted)
  }

  @Test func aFormThatIsTooHighShowsEveryFieldOnTheWay() {
    var form = form()
    let low = Rect(column: 0, row: 0, columns: 40, rows: 6)
    var seen: Set<String> = []
    let wanted = ["Naam", "Dag", "geen", "enige", "veel", "Akkoord", "Notitie", "Bewaren"]
    for _ in 0..<20 {
      let canvas = picture(40, 6) { form.draw(into: &$0, in: $1, theme: .plain) { "\($0) van \($1)" } }
      #expect(canvas.text.contains("\(form.place.number) van 5"))
      #expect(canvas.text.contains("▸"))
      for word in wanted where canvas.text.contains(word) { seen.insert(word) }
      _ = form.handle(.key(.down), in: low)
    }
    #expect(seen.count == wanted.count)
    for _ in 0..<20 { _ = form.handle(.key(.up), in: low) }
    #expect(form.focusedField?.id == "name")
  }
}
