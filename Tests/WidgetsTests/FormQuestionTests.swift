import Canvas
import Testing

@testable import Widgets

/// What questions ask of a form: headings, levels with keys, several answers, fields that come and go.
@Suite struct FormQuestionTests {
  private let rect = Rect(column: 0, row: 0, columns: 44, rows: 20)

  private static let levels = [
    "geen", "heeft eens een stagiair of een nieuwe collega begeleid", "begeleidt regelmatig", "is geschoold",
  ]
  private static let risks = ["geen bijzondere", "machines", "tillen", "anders"]

  private static let level = FormField(
    id: "C4", heading: "C4  Hoeveel ervaring heeft de werkbegeleider met begeleiden? *", label: "",
    kind: .choice(
      levels.enumerated().map { .init(id: "\($0 + 1)", label: $1, key: Character(String($0 + 1))) }),
    required: true)
  private static let several = FormField(
    id: "E3", heading: "E3  Welke risico's heeft het werk?", label: "",
    kind: .several(risks.enumerated().map { .init(id: "r\($0)", label: $1, excludesOthers: $0 == 0) }))
  private static let name = FormField(id: "A6.name", heading: "A6  Wie is het?", label: "Naam")
  private static let mail = FormField(id: "A6.mail", label: "Mail", kind: .email)
  private static let site = FormField(id: "A9", heading: "A9  Website", label: "", kind: .url)
  private static let text = FormField(id: "B1", heading: "B1  Welke taken?", label: "", kind: .prose(rows: 3))

  private func draw(_ form: Form, rows: Int = 20) -> Canvas {
    picture(44, rows) {
      form.draw(
        into: &$0, in: $1, theme: .plain, position: { "\($0) van \($1)" }, listPosition: { "\($0)–\($1) van \($2)" })
    }
  }

  @discardableResult
  private func press(_ keys: Key..., in form: inout Form) -> Form.Outcome {
    var outcome = Form.Outcome.unchanged
    for key in keys { outcome = form.handle(.key(key), in: rect) }
    return outcome
  }

  private func type(_ text: String, in form: inout Form) {
    for character in text { _ = form.handle(.key(.character(character)), in: rect) }
  }

  @Test func levelsShowEveryDescriptionHangingBelowItselfWhileChoosing() {
    var form = Form(fields: [Self.level, Self.name, Self.mail], submitLabel: "Verder")
    press(.down, in: &form)
    #expect(
      draw(form).text == """
          C4  Hoeveel ervaring heeft de
              werkbegeleider met begeleiden? *
          ( ) 1  geen
        ▸ ( ) 2  heeft eens een stagiair of een
                 nieuwe collega begeleid
          ( ) 3  begeleidt regelmatig
          ( ) 4  is geschoold

          A6  Wie is het?
          Naam
          Mail

          [ Verder ]
        """ + String(repeating: "\n", count: 7))
    #expect(draw(form).cursor == Point(column: 2, row: 3))
  }

  @Test func aDigitChoosesItsLevelAndEnterGoesOn() {
    var form = Form(fields: [Self.level, Self.several], submitLabel: "Verder")
    #expect(press(.character("3"), in: &form) == .changed)
    #expect(form.values["C4"] == "3")
    #expect(press(.character("7"), in: &form) == .unchanged)
    #expect(press(.enter, in: &form) == .unchanged)
    #expect(form.values["C4"] == "3" && form.focusedField?.id == "E3")
  }

  @Test func oneStepAmongLevelsChangesTheKeysAndTheMarkerAlone() {
    var form = Form(fields: [Self.level], submitLabel: "Verder")
    let before = draw(form)
    press(.down, in: &form)
    let after = draw(form)
    var changed = 0
    for row in 0..<20 {
      for (old, new) in zip(before.cells(inRow: row), after.cells(inRow: row)) where old != new { changed += 1 }
    }
    #expect(changed == 4)
  }

  @Test func severalAreTickedAndTheOneThatExcludesTheOthersStandsAlone() {
    var form = Form(fields: [Self.several], submitLabel: "Verder")
    press(.down, .character(" "), .down, .right, in: &form)
    #expect(form.values["E3"] == "r1,r2")
    press(.up, .up, .character(" "), in: &form)
    #expect(form.values["E3"] == "r0")
    press(.down, .right, in: &form)
    #expect(form.values["E3"] == "r1")
    press(.left, in: &form)
    #expect(form.values["E3"] == "")
    #expect(press(.left, in: &form) == .unchanged)
  }

  @Test func enterTakesTheAnswerThatOneWentToWhereNoneIsTicked() {
    var form = Form(fields: [Self.several, Self.name], submitLabel: "Verder")
    press(.down, .down, .enter, in: &form)
    #expect(form.values["E3"] == "r2" && form.focusedField?.id == "A6.name")
    press(.backTab, .up, .enter, in: &form)
    #expect(form.values["E3"] == "r2")
  }

  @Test func aClickTicks() {
    var form = Form(fields: [Self.several], submitLabel: "Verder")
    _ = form.handle(.mouse(MouseEvent(action: .press, place: Point(column: 4, row: 3))), in: rect)
    #expect(form.values["E3"] == "r2")
  }

  @Test func fieldsComeAndGoAndWhatWasTypedStays() {
    var form = Form(fields: [Self.name, Self.several, Self.site], submitLabel: "Verder")
    type("Jan", in: &form)
    press(.tab, in: &form)
    form.setFields([Self.name, Self.several, Self.text, Self.site], values: ["B1": "taken", "A6.name": "Piet"])
    #expect(form.focusedField?.id == "E3")
    #expect(form.values == ["A6.name": "Jan", "E3": "", "B1": "taken", "A9": ""])
    // The focus goes with its field, and to the next one where that goes.
    form.setFields([Self.name, Self.site])
    #expect(form.focusedField?.id == "A9")
    form.setFields([Self.name])
    #expect(form.focusedField == nil)
    form.setFields([Self.name, Self.text], values: [:])
    #expect(form.focusedField == nil && form.values["B1"] == "")
  }

  @Test(arguments: 0..<40)
  func whatWasTypedInFieldsThatStayIsNeverLost(seed: Int) {
    var generator = SeededNumbers(seed: UInt64(seed))
    let all = [Self.level, Self.several, Self.name, Self.mail, Self.site, Self.text]
    var form = Form(fields: all, submitLabel: "Verder")
    for _ in 0..<60 {
      switch Int.random(in: 0..<5, using: &generator) {
      case 0:
        let before = form.values
        let fields = all.filter { _ in Int.random(in: 0..<3, using: &generator) > 0 }
        form.setFields(fields)
        for (id, value) in form.values where before[id] != nil { #expect(value == before[id], "seed \(seed), \(id)") }
      case 1: press(.tab, in: &form)
      case 2: press(.down, in: &form)
      case 3: type("3x", in: &form)
      default: press(.character(" "), .right, in: &form)
      }
      let canvas = draw(form, rows: 12)
      #expect(canvas.cursor != nil, "seed \(seed)")
      if let chosen = form.values["E3"], chosen.contains("r0") { #expect(chosen == "r0", "seed \(seed)") }
    }
  }

  @Test func aTextThatIsLongerThanItsRoomSaysWhichPartIsSeen() {
    var form = Form(fields: [Self.text, Self.name], submitLabel: "Verder")
    for number in 1...5 { type("regel \(number)", in: &form); press(.enter, in: &form) }
    #expect(draw(form).text.contains("4–6 van 6"))
    press(.tab, in: &form)
    #expect(!draw(form).text.contains("van 6"))
  }

  @Test func thePartsOfAPersonComeIntoViewTogether() {
    var form = Form(fields: [Self.level, Self.several, Self.name, Self.mail, Self.site], submitLabel: "Verder")
    let small = Rect(column: 0, row: 0, columns: 44, rows: 9)
    for _ in 0..<2 { _ = form.handle(.key(.tab), in: small) }
    let canvas = draw(form, rows: 9)
    #expect(form.focusedField?.id == "A6.name")
    #expect(canvas.text.contains("A6  Wie is het?") && canvas.text.contains("Mail"))
  }

  @Test func aboveTheFirstFieldOrItsFirstAnswerTheCallerGoesOn() {
    var form = Form(fields: [Self.several, Self.text], submitLabel: "Verder")
    #expect(form.goesAbove(.key(.up)) && form.goesAbove(.key(.backTab)) && !form.goesAbove(.key(.down)))
    press(.down, in: &form)
    #expect(!form.goesAbove(.key(.up)) && form.goesAbove(.key(.backTab)))
    press(.tab, in: &form)
    #expect(!form.goesAbove(.key(.backTab)))
  }
}

/// Numbers that are the same for the same seed (SplitMix64).
private struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
