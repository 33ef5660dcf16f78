import Canvas
import Foundation
import Testing

@testable import Widgets

/// A text and a cursor as plainly as they can be written: strings, made anew at each key, and a copy before each change.
private struct PlainText {
  var text = ""
  var cursor = 0
  let maximumLength: Int
  let keepsLineBreaks: Bool
  var done: [Change] = []
  var undone: [Change] = []
  /// What the last change was, while another key may still become a part of it.
  var group = ""

  struct Change {
    var before: (text: String, cursor: Int)
    var after: (text: String, cursor: Int)
  }

  var characters: [Character] { Array(text) }

  mutating func change(_ range: Range<Int>, _ addition: String, group name: String) {
    var addition = TextEditing.cleaned(addition, keepingLineBreaks: keepsLineBreaks)
    let head = String(text.prefix(range.lowerBound))
    let tail = String(text.dropFirst(range.upperBound))
    while !addition.isEmpty, (head + addition + tail).count > maximumLength { addition.removeLast() }
    let whole = head + addition + tail
    guard whole != text else { return }
    if group != name || name.isEmpty {
      done.append(Change(before: (text, cursor), after: (text, cursor)))
      if done.count > EditedText.mostSteps { done.removeFirst() }
    }
    undone = []
    group = name
    text = whole
    cursor = min((head + addition).count, whole.count)
    done[done.count - 1].after = (text, cursor)
  }

  mutating func type(_ addition: String) {
    let characters = characters
    if cursor > 0, characters[cursor - 1].isWhitespace, addition.first?.isWhitespace == false { group = "" }
    change(cursor..<cursor, addition, group: "typing")
  }

  mutating func remove(_ range: Range<Int>) {
    if !range.isEmpty { change(range, "", group: range.count == 1 ? "deleting" : "") }
  }

  mutating func move(to place: Int) {
    cursor = max(0, min(place, text.count))
    group = ""
  }

  mutating func undo() {
    guard let last = done.popLast() else { return }
    undone.append(last)
    (text, cursor) = last.before
    group = ""
  }

  mutating func redo() {
    guard let next = undone.popLast() else { return }
    done.append(next)
    (text, cursor) = next.after
    group = ""
  }

  /// What keys do, `line` being the cursor's line from its first to its last place. False for other keys.
  mutating func handle(_ key: Key, line: ClosedRange<Int>) -> Bool {
    let characters = characters
    switch key {
    case .character(let character): type(String(character))
    case .enter where keepsLineBreaks: type("\n")
    case .left: move(to: cursor - 1)
    case .right: move(to: cursor + 1)
    case .wordLeft: move(to: wordStart(characters))
    case .wordRight: move(to: wordEnd(characters))
    case .home, .control("a"): move(to: line.lowerBound)
    case .end, .control("e"): move(to: line.upperBound)
    case .backspace: remove(max(0, cursor - 1)..<cursor)
    case .delete: remove(cursor..<min(characters.count, cursor + 1))
    case .control("w"): remove(wordStart(characters)..<cursor)
    case .alt("d"): remove(cursor..<wordEnd(characters))
    case .control("u"): remove(line.lowerBound..<cursor)
    case .control("k"): remove(cursor..<line.upperBound)
    case .function(4), .control("_"): undo()
    case .function(5), .control("r"): redo()
    default: return false
    }
    return true
  }

  private func wordStart(_ characters: [Character]) -> Int {
    let spaces = characters[..<cursor].reversed().prefix(while: \.isWhitespace).count
    return cursor - spaces - characters[..<(cursor - spaces)].reversed().prefix { !$0.isWhitespace }.count
  }

  private func wordEnd(_ characters: [Character]) -> Int {
    let spaces = characters[cursor...].prefix(while: \.isWhitespace).count
    return cursor + spaces + characters[(cursor + spaces)...].prefix { !$0.isWhitespace }.count
  }
}

/// Whatever is typed: text and cursor agree with a plain model, and the cursor is drawn where the text goes on.
@Suite struct TextModelTests {
  private static let isLong = ProcessInfo.processInfo.environment["DRIELUIK_TEST_LONG"] == "1"
  private static let seeds = UInt64(1)...(isLong ? 4000 : 250)

  /// Pieces that join what stands beside them, in every way there is: marks, joiners, flags, jamo, conjuncts, prepended signs.
  private static let pieces = [
    "e", "x", "Z", "3", " ", "  ", ".", "é", "e\u{301}", "\u{301}", "\u{200D}", "\u{FE0F}", "👩", "👩‍🚒", "🏽", "🇳", "🇱",
    "🇳🇱",
    "日", "本", "ﾊﾞ", "ᄒ", "ᅡ", "ᆫ", "한", "क", "\u{94D}", "ष", "ि", "\u{600}", "ا", "ש", "\u{5B8}", "ไ", "้", "\u{AD}",
    "\u{A0}", "\u{3000}", "≠", "\u{338}",
    "\u{1F1E6}", "§", "“", "een woord ", "\u{7F}", "\u{1B}[31m", "\u{202E}", "\t", "\r\n", "\n", "\u{2028}", "ß", "ŉ",
    "\u{FFFD}",
  ]

  private static let keys: [Key] = [
    .left, .left, .right, .right, .wordLeft, .wordRight, .home, .end, .control("a"), .control("e"), .backspace,
    .backspace,
    .delete, .delete, .control("w"), .alt("d"), .control("u"), .control("k"), .function(4), .function(4), .control("_"),
    .function(5), .function(5), .control("r"), .enter, .tab, .insert,
  ]

  private func event(_ random: inout SeededGenerator) -> Event {
    let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<8: return .key(Self.keys[Int.random(in: 0..<Self.keys.count, using: &random)])
    case 8: return .paste((0..<Int.random(in: 0...9, using: &random)).map { _ in piece }.joined(separator: "a \n"))
    case 9: return .paste(String(Character(UnicodeScalar(UInt32.random(in: 0x20...0x1FFFF, using: &random)) ?? "?")))
    default: return .key(.character(piece.first ?? "?"))
    }
  }

  /// Looks that the character at the cursor stands under the cursor, where it can be seen at all.
  private func check(_ canvas: Canvas, _ model: PlainText, _ rect: Rect, _ comment: Comment) {
    guard let cursor = canvas.cursor else {
      Issue.record(comment)
      return
    }
    #expect(rect.contains(cursor), comment)
    let characters = model.characters
    guard model.cursor < characters.count else { return }
    let next = characters[model.cursor]
    guard next.isLetter || next.isNumber, next.unicodeScalars.count == 1, cursor.column + 3 <= rect.right else {
      return
    }
    let columns = TextWidth.columns(of: next)
    guard columns > 0, columns < rect.columns - 1 else { return }
    #expect(canvas[cursor.row, cursor.column].text == String(next), comment)
  }

  @Test func aFieldAgreesWithAPlainModel() {
    for seed in Self.seeds {
      var random = SeededGenerator(seed: seed)
      let maximum = [0, 1, 3, 30, 500].randomElement(using: &random) ?? 30
      var field = TextField(maximumLength: maximum)
      var model = PlainText(maximumLength: maximum, keepsLineBreaks: false)
      for step in 0..<80 {
        let event = event(&random)
        let old = model
        var known = true
        switch event {
        case .key(let key): known = model.handle(key, line: 0...model.text.count)
        case .paste(let text): model.change(model.cursor..<model.cursor, text, group: "")
        default: break
        }
        let outcome = field.handle(event)
        let comment = Comment(
          rawValue:
            "seed \(seed), step \(step), \(event): \(field.text.debugDescription) \(model.text.debugDescription)")
        #expect(field.text == model.text && field.cursor == model.cursor, comment)
        #expect(
          outcome
            == (!known
              ? .unhandled : old.text != model.text ? .changed : old.cursor != model.cursor ? .moved : .unchanged),
          comment)
        guard field.text == model.text, field.cursor == model.cursor else { break }
        let columns = Int.random(in: 1...40, using: &random)
        let rect = Rect(column: 1, row: 0, columns: columns, rows: 1)
        var canvas = Canvas(size: Size(columns: columns + 2, rows: 1))
        field.draw(into: &canvas, in: rect, theme: .plain)
        check(canvas, model, rect, comment)
      }
    }
  }

  @Test func anAreaAgreesWithAPlainModel() {
    for seed in Self.seeds {
      var random = SeededGenerator(seed: seed)
      let maximum = [0, 2, 40, 2000].randomElement(using: &random) ?? 40
      var area = TextArea(maximumLength: maximum)
      var model = PlainText(maximumLength: maximum, keepsLineBreaks: true)
      var columns = Int.random(in: 1...30, using: &random)
      for step in 0..<80 {
        if Int.random(in: 0..<12, using: &random) == 0 { columns = Int.random(in: 1...30, using: &random) }
        let rect = Rect(column: 0, row: 0, columns: columns, rows: Int.random(in: 1...6, using: &random))
        let rows = TextWidth.wrappedLines(model.text, to: columns, keepingSpaces: true)
        let row = rows.lastIndex { $0.start <= model.cursor } ?? 0
        let line =
          rows[row].start...max(rows[row].start, rows[row].start + rows[row].length - (rows[row].continues ? 1 : 0))
        let steps: [Key: Int] = [.up: -1, .down: 1, .pageUp: -max(1, rect.rows - 1), .pageDown: max(1, rect.rows - 1)]
        var event = event(&random)
        if Int.random(in: 0..<5, using: &random) == 0,
          let key = steps.keys.sorted(by: { steps[$0] ?? 0 < steps[$1] ?? 0 }).randomElement(using: &random)
        {
          event = .key(key)
        }
        let outcome = area.handle(event, in: rect)
        let comment = Comment(rawValue: "seed \(seed), step \(step), \(event): \(area.text.debugDescription)")
        if case .key(let key) = event, let distance = steps[key] {
          let target = max(0, min(row + distance, rows.count - 1))
          let reached = rows.lastIndex { $0.start <= area.cursor }
          #expect(reached == target && area.text == model.text && (outcome == .unhandled) == (target == row), comment)
          if target != row { model.move(to: area.cursor) }
        } else {
          switch event {
          case .key(let key): _ = model.handle(key, line: line)
          case .paste(let text): model.change(model.cursor..<model.cursor, text, group: "")
          default: break
          }
        }
        #expect(area.text == model.text && area.cursor == model.cursor, comment)
        guard area.text == model.text, area.cursor == model.cursor else { break }
        var canvas = Canvas(size: Size(columns: columns + 2, rows: rect.rows))
        area.draw(into: &canvas, in: rect, theme: .plain)
        check(canvas, model, rect, comment)
      }
    }
  }

  @Test func whatIsTakenBackWordByWordComesAgain() {
    var field = TextField("een")
    func press(_ keys: Key...) { for key in keys { _ = field.handle(.key(key)) } }
    for character in " twee drie" { press(.character(character)) }
    press(.function(4))
    #expect(field.text == "een twee ")
    press(.control("_"), .control("_"), .control("_"))
    #expect(field.text == "een" && field.cursor == 3)
    press(.function(5), .control("r"))
    #expect(field.text == "een twee ")
    press(.backspace, .backspace, .backspace, .function(4))
    #expect(field.text == "een twee ")
    field.replace(with: "iets anders")
    press(.function(4))
    #expect(field.text == "een twee " && field.cursor == 9)
  }

  /// Typing in the middle of a long text may not cost a multiple of what it costs in a short one for each character in it.
  @Test func aKeyInALongTextTouchesOnlyItsSurroundings() {
    let long = (0..<4000).map { "woord\($0 % 7) " }.joined()
    var area = TextArea(String(long.prefix(20_000)), maximumLength: 30_000)
    let rect = Rect(column: 0, row: 0, columns: 56, rows: 5)
    for _ in 0..<100 { _ = area.handle(.key(.up), in: rect) }
    let start = ContinuousClock.now
    for _ in 0..<20 {
      _ = area.handle(.key(.character("é")), in: rect)
      _ = area.handle(.key(.backspace), in: rect)
    }
    let spent = (ContinuousClock.now - start) / 40
    print("a key in 20,000 characters: \(spent)")
    #expect(area.text.count == 20_000)
  }
}
