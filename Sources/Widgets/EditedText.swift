import Canvas

/// A text that is being typed: its characters as a person knows them, the cursor, and what can be taken back.
///
/// A key costs no more than the part of the text that it changes: characters are found again only between two places at
/// which nothing can join.
struct EditedText: Equatable, Sendable {
  /// The text, character by character; their line breaks are `\n`.
  private(set) var characters: [Character]
  /// Characters before the cursor.
  private(set) var cursor: Int
  /// The longest text, in characters; more is not taken.
  let maximumLength: Int
  /// Whether line breaks stay, or become spaces.
  let keepsLineBreaks: Bool
  /// Another number after each change.
  private(set) var revision = 0
  private var done: [Step] = []
  private var undone: [Step] = []
  /// What the last step was, while another key may still become a part of it.
  private var open: Kind?

  /// A change that is taken back as a whole: at a place some characters gave way to others.
  fileprivate struct Step: Equatable, Sendable {
    var start: Int
    var old: [Character]
    var new: [Character]
    var cursorBefore: Int
    var cursorAfter: Int
  }

  private enum Kind { case typing, deleting, other }

  /// So many steps are kept.
  static let mostSteps = 500

  /// Makes a text with the cursor behind it, cleaned and cut as if it had been pasted.
  init(_ text: String, maximumLength: Int, keepsLineBreaks: Bool) {
    self.maximumLength = max(0, maximumLength)
    self.keepsLineBreaks = keepsLineBreaks
    let cleaned = TextEditing.cleaned(text, keepingLineBreaks: keepsLineBreaks)
    characters = Array(cleaned.prefix(self.maximumLength))
    cursor = characters.count
  }

  /// The text as a string.
  var text: String { String(characters) }

  // MARK: - Keys

  /// Does what a key does in every text; false for other keys.
  mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): type(String(character))
    case .left, .control("b"): move(to: cursor - 1)
    case .right, .control("f"): move(to: cursor + 1)
    case .wordLeft, .alt("b"): move(to: TextEditing.wordStart(in: characters, before: cursor))
    case .wordRight, .alt("f"): move(to: TextEditing.wordEnd(in: characters, after: cursor))
    case .backspace, .control("h"): remove(max(0, cursor - 1)..<cursor)
    case .delete, .control("d"): remove(cursor..<min(characters.count, cursor + 1))
    case .control("w"): remove(TextEditing.wordStart(in: characters, before: cursor)..<cursor)
    case .alt("d"): remove(cursor..<TextEditing.wordEnd(in: characters, after: cursor))
    case .control("_"), .function(4): undo()
    case .control("r"), .function(5): redo()
    default: return false
    }
    return true
  }

  /// Puts the cursor at a place, or at the nearest that there is.
  mutating func move(to place: Int) {
    cursor = max(0, min(place, characters.count))
    open = nil
  }

  /// Adds what one key gives.
  mutating func type(_ text: String) {
    let startsWord = cursor > 0 && characters[cursor - 1].isWhitespace && text.first?.isWhitespace == false
    if startsWord { open = nil }
    replace(cursor..<cursor, with: text, as: .typing)
  }

  /// Adds a text that was pasted.
  mutating func paste(_ text: String) { replace(cursor..<cursor, with: text, as: .other) }

  /// Takes characters away.
  mutating func remove(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    replace(range, with: "", as: range.count == 1 ? .deleting : .other)
  }

  /// Puts another text in the place of all.
  mutating func replaceAll(with text: String) { replace(0..<characters.count, with: text, as: .other) }

  // MARK: - Changing

  /// Puts a text in the place of some characters, as much of it as the length allows, with the cursor behind it.
  private mutating func replace(_ range: Range<Int>, with text: String, as kind: Kind) {
    var addition = TextEditing.cleaned(text, keepingLineBreaks: keepsLineBreaks)
    let window = window(around: range)
    let before = String(characters[window.lowerBound..<range.lowerBound])
    let after = String(characters[range.upperBound..<window.upperBound])
    let room = maximumLength - (characters.count - window.count)
    var new = Array(before + addition + after)
    while new.count > room, !addition.isEmpty {
      addition.removeLast(min(addition.count, max(1, new.count - room)))
      new = Array(before + addition + after)
    }
    let reached = (before + addition).count
    let cursorAfter = window.lowerBound + min(reached, new.count)
    var step = Step(
      start: window.lowerBound, old: Array(characters[window]), new: new, cursorBefore: cursor, cursorAfter: cursorAfter
    )
    step.trim(head: range.lowerBound - window.lowerBound, tail: window.upperBound - range.upperBound)
    guard step.old != step.new else { return }
    characters.replaceSubrange(step.start..<step.start + step.old.count, with: step.new)
    cursor = cursorAfter
    keep(step, as: kind)
  }

  /// The characters around a place that may join what comes there: to the nearest one at each side that begins with an
  /// ASCII scalar, before which there is always a boundary.
  private func window(around range: Range<Int>) -> Range<Int> {
    var first = range.lowerBound
    while first > 0 {
      first -= 1
      if characters[first].unicodeScalars.first?.isASCII == true { break }
    }
    var end = range.upperBound
    while end < characters.count {
      end += 1
      if characters[end - 1].unicodeScalars.first?.isASCII == true { break }
    }
    return first..<end
  }

  private mutating func keep(_ step: Step, as kind: Kind) {
    revision += 1
    undone = []
    if kind != .other, open == kind, var last = done.last, last.cursorAfter == step.cursorBefore, last.join(step) {
      done[done.count - 1] = last
    } else {
      done.append(step)
      if done.count > Self.mostSteps { done.removeFirst(done.count - Self.mostSteps) }
    }
    open = kind
  }

  private mutating func undo() {
    guard let step = done.popLast() else { return }
    undone.append(step)
    carryOut(step.reversed)
  }

  private mutating func redo() {
    guard let step = undone.popLast() else { return }
    done.append(step)
    carryOut(step)
  }

  private mutating func carryOut(_ step: Step) {
    characters.replaceSubrange(step.start..<step.start + step.old.count, with: step.new)
    cursor = step.cursorAfter
    open = nil
    revision += 1
  }
}

extension EditedText.Step {
  /// The step that takes this one back.
  fileprivate var reversed: Self {
    Self(start: start, old: new, new: old, cursorBefore: cursorAfter, cursorAfter: cursorBefore)
  }

  /// Leaves out what is the same before and after, of the characters at both ends that were only looked at.
  mutating func trim(head mostHead: Int, tail mostTail: Int) {
    let head = zip(old, new).prefix(mostHead).prefix { $0 == $1 }.count
    let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed()).prefix(mostTail).prefix { $0 == $1 }
      .count
    old = Array(old.dropFirst(head).dropLast(tail))
    new = Array(new.dropFirst(head).dropLast(tail))
    start += head
  }

  /// Takes in the step that followed, where the two touch; false where they do not.
  mutating func join(_ next: EditedText.Step) -> Bool {
    let end = start + new.count
    let nextEnd = next.start + next.old.count
    guard next.start <= end, nextEnd >= start else { return false }
    let head = next.old.prefix(max(0, start - next.start))
    let tail = next.old.suffix(max(0, nextEnd - end))
    let newHead = new.prefix(max(0, next.start - start))
    let newTail = new.suffix(max(0, end - nextEnd))
    old = head + old + tail
    new = newHead + next.new + newTail
    start = min(start, next.start)
    cursorAfter = next.cursorAfter
    return true
  }
}
