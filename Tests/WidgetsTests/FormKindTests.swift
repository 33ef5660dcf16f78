import Canvas
import Testing

@testable import Widgets

/// Kinds of fields with ways of their own.
@Suite struct FormKindTests {
  private let rect = Rect(column: 0, row: 0, columns: 50, rows: 18)
  private static let names = [
    "Ambulance Øst", "Bakkerij Bé", "Gemeente Zwolle", "Zorggroep IJssel", "Zorg aan Zee", "Zuster Ons",
  ]

  private func choices(_ names: [String] = names) -> [FormField.Choice] {
    names.enumerated().map { .init(id: "\($0.offset)", label: $0.element, folded: fold($0.element)) }
  }

  /// Enough of a folding for these names.
  private func fold(_ text: String) -> String {
    text.lowercased().replacing("ø", with: "o").replacing("é", with: "e")
  }

  private func form(other: Bool = true) -> Form {
    Form(
      fields: [
        FormField(id: "hours", label: "Uren", kind: .number(.init(1...40, unit: "uur per week"))),
        FormField(id: "employer", label: "Werkgever", kind: .search(choices(), allowsOther: other)),
        FormField(
          id: "agreed", label: "Akkoord", help: "Ja als u het ermee eens bent", kind: .yesNo(yes: "ja", no: "nee")),
        FormField(id: "day", label: "Dag", kind: .date),
        FormField(id: "phone", label: "Telefoon", kind: .phone),
      ], submitLabel: "Bewaren")
  }

  private func draw(_ form: Form, rows: Int = 18) -> Canvas {
    picture(50, rows) {
      form.draw(
        into: &$0, in: $1, theme: .plain, position: { "\($0) van \($1)" }, listPosition: { "\($0)–\($1) van \($2)" })
    }
  }

  @discardableResult
  private func press(_ keys: Key..., in form: inout Form) -> Form.Outcome {
    var outcome = Form.Outcome.unchanged
    for key in keys { outcome = form.handle(.key(key), in: rect, fold: fold) }
    return outcome
  }

  private func type(_ text: String, in form: inout Form) {
    for character in text { _ = form.handle(.key(.character(character)), in: rect, fold: fold) }
  }

  @Test func rowsStandCloseWithWhatIsSaidBesideThemAndHelpBelow() {
    var form = form()
    type("36", in: &form)
    form.readings["day"] = "di, week 36"
    form.set("1-9-2026", for: "day")
    form.set("true", for: "agreed")
    press(.tab, .tab, in: &form)
    #expect(
      draw(form).text == """
          Uren       36     uur per week
          Werkgever
        ▸ Akkoord    (•) ja  ( ) nee
          Dag        1-9-2026     di, week 36
          Telefoon

          [ Bewaren ]

          Ja als u het ermee eens bent









        """)
    #expect(draw(form).cursor == Point(column: 13, row: 2))
  }

  @Test func yesAndNoAreChosenByArrowsSpaceAndLettersAndTakenBack() {
    var form = form()
    press(.tab, .tab, in: &form)
    #expect(form.values["agreed"] == "")
    #expect(press(.right, in: &form) == .changed)
    #expect(form.values["agreed"] == "true")
    press(.right, in: &form)
    #expect(form.values["agreed"] == "false")
    #expect(draw(form).cursor == Point(column: 21, row: 2))
    press(.character("j"), in: &form)
    #expect(form.values["agreed"] == "true")
    #expect(press(.character("x"), in: &form) == .unchanged)
    press(.character(" "), in: &form)
    #expect(form.values["agreed"] == "false")
    press(.backspace, in: &form)
    #expect(form.values["agreed"] == "")
    let click = Event.mouse(MouseEvent(action: .press, place: Point(column: 23, row: 2)))
    #expect(form.handle(click, in: rect) == .changed)
    #expect(form.values["agreed"] == "false")
  }

  @Test func searchingOffersWhatFitsTheBestFirst() {
    var form = form()
    press(.tab, in: &form)
    type("zo", in: &form)
    #expect(
      draw(form).text == """
          Uren              uur per week
        ▸ Werkgever  zo
              Zorggroep IJssel
              Zorg aan Zee


          Akkoord    ( ) ja  ( ) nee
          Dag
          Telefoon

          [ Bewaren ]







        """, "the room of the four that fitted z stays")
    #expect(form.values["employer"] == "zo", "what is typed is an answer where others are allowed")
    press(.down, .down, in: &form)
    #expect(draw(form).cursor == Point(column: 6, row: 3))
    #expect(press(.enter, in: &form) == .changed)
    #expect(form.values["employer"] == "4" && form.focusedField?.id == "agreed")
    #expect(draw(form).text.contains("Werkgever  Zorg aan Zee"))
  }

  @Test func aNameTypedInAnotherSpellingIsThatName() {
    var form = form()
    press(.tab, in: &form)
    type("AMBULANCE ost", in: &form)
    press(.tab, in: &form)
    #expect(form.values["employer"] == "0")
    #expect(draw(form).text.contains("Ambulance Øst"))
    press(.backTab, .backspace, in: &form)
    #expect(form.values["employer"] == "Ambulance Øs")
    press(.function(4), .tab, in: &form)
    #expect(form.values["employer"] == "0")
  }

  @Test func aClosedListTakesTheBestAndNeverWhatWasTyped() {
    var form = form(other: false)
    press(.tab, in: &form)
    type("zee", in: &form)
    press(.tab, in: &form)
    #expect(form.values["employer"] == "4")
    press(.backTab, .control("u"), in: &form)
    type("4", in: &form)
    #expect(form.values["employer"] == "", "an id that is typed is no choice")
    press(.control("u"), in: &form)
    type("elders", in: &form)
    press(.tab, in: &form)
    #expect(
      form.values["employer"] == "elders" && draw(form).text.contains("elders"), "the caller refuses it; it is not lost"
    )
  }

  @Test func escapeClosesTheListFirstAndAllCanBeShown() {
    var form = form()
    press(.tab, in: &form)
    form.showAllSuggestions()
    #expect(draw(form).text.contains("1–5 van 6"))
    press(.down, .up, .down, .down, .down, .down, .down, .down, in: &form)
    #expect(draw(form).text.contains("2–6 van 6"))
    #expect(press(.escape, in: &form) == .unchanged)
    #expect(!form.showsSuggestions && form.values["employer"] == "")
    #expect(press(.escape, in: &form) == .closed)
  }

  @Test func theMouseTakesWhatIsOffered() {
    var form = form()
    press(.tab, in: &form)
    type("zo", in: &form)
    let click = Event.mouse(MouseEvent(action: .press, place: Point(column: 8, row: 3)))
    #expect(form.handle(click, in: rect, fold: fold) == .changed)
    #expect(form.values["employer"] == "4" && form.focusedField?.id == "employer")
  }

  @Test func namesThatComeLaterKeepWhatWasTyped() {
    var form = Form(
      fields: [FormField(id: "employer", label: "Werkgever", kind: .search([], allowsOther: true))],
      values: ["employer": "Bakkerij"], submitLabel: "Bewaren")
    form.setChoices(choices(["Bakkerij", "Slagerij"]), for: "employer")
    #expect(form.values["employer"] == "Bakkerij")
    type(" Zuid", in: &form)
    #expect(form.values["employer"] == "Bakkerij Zuid")
  }

  @Test func everyOfferedNameIsReachedInALowWindow() {
    let low = Rect(column: 0, row: 0, columns: 50, rows: 5)
    var form = form()
    _ = form.handle(.key(.tab), in: low, fold: fold)
    form.showAllSuggestions()
    var seen: Set<String> = []
    for _ in 0..<8 {
      let canvas = picture(50, 5) { form.draw(into: &$0, in: $1, theme: .plain) { "\($0) van \($1)" } }
      guard let cursor = canvas.cursor else {
        Issue.record("no cursor")
        return
      }
      let line = canvas.cells(inRow: cursor.row).map(\.text).joined()
      for name in Self.names where line.contains(name) { seen.insert(name) }
      _ = form.handle(.key(.down), in: low, fold: fold)
    }
    #expect(seen.count == Self.names.count)
  }

  @Test func whatTheProgramFillsInCanBeTakenBack() {
    var form = form()
    form.focus(on: "day")
    type("1-9", in: &form)
    form.set("1-9-2026", for: "day")
    press(.function(4), in: &form)
    #expect(form.values["day"] == "1-9")
    press(.function(5), in: &form)
    #expect(form.values["day"] == "1-9-2026")
  }

  @Test func aListOfPlacesScrollsAndJumps() {
    let entries = (1...9).map { JumpList.Entry(id: "\($0)", label: "veld \($0)", text: "Vul dit in.") }
    var list = JumpList(title: "9 velden", entries: entries)
    let room = Rect(column: 0, row: 0, columns: 40, rows: 8)
    let draw = { (list: JumpList) in
      picture(40, 8) { list.draw(into: &$0, in: $1, theme: .plain) { "\($0)–\($1) van \($2)" } }
    }
    #expect(draw(list).text.contains("1–4 van 9"))
    #expect(draw(list).cursor.map { draw(list)[$0.row, $0.column].text } == "▸")
    for _ in 0..<6 { #expect(list.handle(.key(.down), in: room) == .unchanged) }
    #expect(draw(list).text.contains("▸veld 7"))
    #expect(list.handle(.key(.enter), in: room) == .chosen("7"))
    #expect(list.handle(.key(.escape), in: room) == .closed)
  }
}
