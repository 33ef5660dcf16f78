import Canvas
import Testing

@testable import Widgets

/// Whatever a person does, in whatever room: nothing traps, the cursor stays inside, the selection is seen, and nothing
/// is drawn outside.
@Suite struct RandomEventTests {
  private static let hostile = [
    "", "een", "\u{1B}[2J", "a\u{202E}b", "日本語", "e\u{301}", "👨‍👩‍👧‍👦", "\n", "\r\n", "\t", "\u{200B}", "\u{301}", " ", "   ",
    "क्षि", "x\u{0}y", "\u{2028}", String(repeating: "lang woord ", count: 30), String(repeating: "e\u{301}", count: 90),
    "a" + String(repeating: "\u{301}", count: 60), "\u{1F1F3}", "\u{1F1F1}", "\u{200D}", "\u{FE0F}",
  ]

  private func text(_ random: inout SeededGenerator) -> String {
    Self.hostile[Int.random(in: 0..<Self.hostile.count, using: &random)]
  }

  private func event(_ random: inout SeededGenerator) -> Event {
    let keys: [Key] = [
      .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right, .wordLeft, .wordRight,
      .home, .end, .pageUp, .pageDown, .function(1), .control("a"), .control("e"), .control("k"), .control("u"),
      .control("w"), .control("d"), .control("j"), .alt("b"), .alt("f"), .character(" "), .character("a"),
    ]
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<11: return .key(keys[Int.random(in: 0..<keys.count, using: &random)])
    case 11..<15: return .key(.character(text(&random).first ?? "z"))
    case 15, 16: return .paste(text(&random))
    case 17: return .resize(Size(columns: 3, rows: 3))
    default:
      let actions: [MouseEvent.Action] = [.press, .release, .wheelUp, .wheelDown]
      let place = Point(column: Int.random(in: -2...50, using: &random), row: Int.random(in: -2...14, using: &random))
      return .mouse(
        MouseEvent(
          action: actions[Int.random(in: 0..<4, using: &random)], place: place, isDouble: Bool.random(using: &random)))
    }
  }

  private func rect(_ random: inout SeededGenerator) -> Rect {
    Rect(
      column: Int.random(in: 0...4, using: &random), row: Int.random(in: 0...3, using: &random),
      columns: Int.random(in: 0...44, using: &random), rows: Int.random(in: 0...12, using: &random))
  }

  /// Draws on a canvas with a margin, and looks that only the rectangle was touched and the cursor is in it.
  private func check(
    _ rect: Rect, seed: UInt64, needsCursor: Bool = true, _ draw: (inout Canvas, Rect) -> Void
  ) {
    var canvas = Canvas(size: Size(columns: rect.right + 3, rows: rect.bottom + 3))
    draw(&canvas, rect)
    if let cursor = canvas.cursor {
      #expect(rect.contains(cursor), "seed \(seed): cursor \(cursor) outside \(rect)")
    } else {
      #expect(!needsCursor || rect.columns == 0 || rect.rows == 0, "seed \(seed): no cursor in \(rect)")
    }
    var outside: [Point] = []
    for row in 0..<canvas.size.rows {
      for column in 0..<canvas.size.columns where canvas[row, column] != .blank {
        let point = Point(column: column, row: row)
        if !rect.contains(point) { outside.append(point) }
      }
    }
    #expect(outside.isEmpty, "seed \(seed): drawn at \(outside), outside \(rect)")
  }

  @Test func listsKeepTheSelectionInView() {
    for seed in UInt64(1)...200 {
      var random = SeededGenerator(seed: seed)
      var list = WindowedList(
        count: Int.random(in: 0...60, using: &random), height: Int.random(in: -1...20, using: &random))
      for _ in 0..<40 {
        let room = rect(&random)
        if Bool.random(using: &random) { list.setHeight(room.rows) }
        _ = list.handle(event(&random), in: room)
        if Int.random(in: 0..<10, using: &random) == 0 { list.setCount(Int.random(in: -1...60, using: &random)) }
        #expect(list.count == 0 || list.visible.contains(list.selection), "seed \(seed)")
        let label = text(&random)
        check(room, seed: seed, needsCursor: list.count > 0) { canvas, rect in
          let columns = [ListColumn(width: 2), ListColumn(width: 9, stretch: 2, isLabel: true), ListColumn(width: 5)]
          list.draw(into: &canvas, in: rect, theme: .plain, columns: columns) { _ in
            ListRow([.init("!"), .init(label), .init(label)])
          }
        }
      }
    }
  }

  @Test func fieldsAndAreasHoldOnlyCleanTextWithTheCursorInIt() {
    for seed in UInt64(1)...200 {
      var random = SeededGenerator(seed: seed)
      var field = TextField(text(&random), maximumLength: 40)
      var area = TextArea(text(&random), maximumLength: 60)
      for _ in 0..<60 {
        let room = rect(&random)
        let event = event(&random)
        _ = field.handle(event, in: room)
        _ = area.handle(event, in: room)
        #expect((0...field.text.count).contains(field.cursor) && field.text.count <= 40, "seed \(seed)")
        #expect((0...area.text.count).contains(area.cursor) && area.text.count <= 60, "seed \(seed)")
        #expect(!field.text.unicodeScalars.contains(where: TextWidth.isRefused), "seed \(seed)")
        #expect(!area.text.unicodeScalars.contains { $0 != "\n" && TextWidth.isRefused($0) }, "seed \(seed)")
        let line = Rect(column: room.left, row: room.top, columns: room.columns, rows: min(1, room.rows))
        check(line, seed: seed) { field.draw(into: &$0, in: $1, theme: .plain) }
        check(room, seed: seed) { area.draw(into: &$0, in: $1, theme: .plain) }
      }
    }
  }

  @Test func formsStayInTheirRoom() {
    for seed in UInt64(1)...150 {
      var random = SeededGenerator(seed: seed)
      var fields: [FormField] = []
      for number in 0..<Int.random(in: 0...6, using: &random) {
        let choices = (0..<Int.random(in: 0...4, using: &random)).map {
          let label = text(&random)
          return FormField.Choice(id: "\($0)", label: label, folded: label.lowercased())
        }
        let kinds: [FormField.Kind] = [
          .line, .date, .prose(rows: Int.random(in: -1...5, using: &random)), .choice(choices), .tick,
          .information(text(&random)), .email, .phone, .number(.init(-5...Int.random(in: -5...9999, using: &random))),
          .yesNo(yes: text(&random), no: text(&random)), .search(choices, allowsOther: Bool.random(using: &random)),
        ]
        fields.append(
          FormField(
            id: "\(number)", label: text(&random), help: text(&random),
            kind: kinds[Int.random(in: 0..<kinds.count, using: &random)], required: Bool.random(using: &random),
            maximumLength: 30))
      }
      var form = Form(fields: fields, values: ["0": text(&random)], submitLabel: text(&random))
      for _ in 0..<40 {
        let room = rect(&random)
        let before = form.values
        let outcome = form.handle(event(&random), in: room)
        #expect(outcome != .unchanged || form.values == before, "seed \(seed)")
        #expect(outcome != .changed || form.values != before, "seed \(seed)")
        form.errors = Bool.random(using: &random) ? ["1": text(&random)] : [:]
        form.readings = Bool.random(using: &random) ? ["0": text(&random), "2": text(&random)] : [:]
        if Int.random(in: 0..<8, using: &random) == 0 { form.showAllSuggestions() }
        check(room, seed: seed) { canvas, rect in
          form.draw(into: &canvas, in: rect, theme: .plain) { "\($0) van \($1)" }
        }
      }
    }
  }

  @Test func dialogsPalettesTextsAndLinesStayInTheirRoom() {
    for seed in UInt64(1)...150 {
      var random = SeededGenerator(seed: seed)
      let choices = (0..<Int.random(in: 0...4, using: &random)).map {
        Dialog.Choice(id: "\($0)", label: text(&random), key: "w", isDestructive: Bool.random(using: &random))
      }
      var dialog = Dialog(title: text(&random), lines: [text(&random), text(&random)], choices: choices)
      #expect(dialog.focus.map { !choices[$0].isDestructive } ?? true)
      var scroll = ScrollText(text(&random) + text(&random))
      let entries = (0..<9).map { PaletteEntry(id: "\($0)", label: text(&random), keys: text(&random)) }
      var palette = PaletteList(entries: entries)
      let hints = KeyHints(entries.map { KeyHint(key: $0.id, label: $0.label) })
      let title = TitleLine(left: text(&random), right: text(&random))
      let panel = Panel(title: text(&random), note: text(&random), hasFocus: Bool.random(using: &random))
      for _ in 0..<20 {
        let room = rect(&random)
        let event = event(&random)
        _ = dialog.handle(event, in: room)
        _ = scroll.handle(event, in: room)
        _ = palette.handle(event, in: room) { query in entries.filter { $0.label.hasPrefix(query) } }
        let words = text(&random)
        check(room, seed: seed) { dialog.draw(into: &$0, in: $1, theme: .plain) { _, _, _ in words } }
        check(room, seed: seed) { scroll.draw(into: &$0, in: $1, theme: .plain) { _, _, _ in words } }
        check(room, seed: seed) {
          palette.draw(into: &$0, in: $1, theme: .plain, prompt: words, nothingFound: words)
        }
        check(room, seed: seed, needsCursor: false) { hints.draw(into: &$0, in: $1, theme: .plain) }
        check(room, seed: seed, needsCursor: false) { title.draw(into: &$0, in: $1, theme: .plain) }
        check(room, seed: seed, needsCursor: false) { panel.draw(into: &$0, in: $1, theme: .plain) }
        check(room, seed: seed, needsCursor: false) {
          ProgressBar(done: words.count, total: 7).draw(into: &$0, in: $1, theme: .plain)
        }
      }
    }
  }
}

/// A small generator with a seed (SplitMix64), so that a failure can be seen again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
