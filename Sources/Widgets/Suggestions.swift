import Canvas

/// The choices below a field that searches as one types: those that fit, best first.
struct Suggestions: Equatable, Sendable {
  /// The numbers of the choices that fit.
  private(set) var found: [Int]
  /// The place in `found` that Enter takes; nil: what is typed stays as it is.
  private(set) var selected: Int?
  /// Whether the cursor was moved down into the list.
  private(set) var isInList = false
  private(set) var top = 0
  /// The rows that the list takes; it does not shrink while it is open, so that nothing below it jumps.
  private(set) var rows: Int

  /// As many rows are shown at once.
  static let mostRows = 5

  /// Opens the list with what fits. `takesFirst`: the best one is taken by Enter at once.
  init(_ found: [Int], takesFirst: Bool, rows: Int = 0) {
    self.found = found
    self.rows = max(rows, min(found.count, Self.mostRows))
    selected = takesFirst && !found.isEmpty ? 0 : nil
  }

  /// The choices in which every word of the text is found: first those that begin with it, then those in which a word
  /// does. The order is otherwise that of the choices.
  static func fitting(_ text: String, in choices: [FormField.Choice]) -> [Int] {
    let words = text.split(separator: " ").map { Array($0.utf8) }
    guard let first = words.first else { return Array(choices.indices) }
    var ranked: [[Int]] = [[], [], []]
    for (number, choice) in choices.enumerated() {
      let label = Array(choice.folded.utf8)
      guard words.allSatisfy({ isFound($0, in: label) }) else { continue }
      let rank = label.starts(with: text.utf8) ? 0 : isFound(first, in: label, atWordStart: true) ? 1 : 2
      ranked[rank].append(number)
    }
    return ranked.flatMap { $0 }
  }

  private static func isFound(_ word: [UInt8], in label: [UInt8], atWordStart: Bool = false) -> Bool {
    guard word.count <= label.count else { return false }
    return (0...label.count - word.count).contains { start in
      (!atWordStart || start == 0 || label[start - 1] == UInt8(ascii: " "))
        && word.indices.allSatisfy { label[start + $0] == word[$0] }
    }
  }

  /// Moves into the list and in it; false where there is nowhere to go.
  mutating func move(_ step: Int) -> Bool {
    let start = isInList ? selected ?? -1 : -1
    let next = max(0, min(start + step, found.count - 1))
    guard !found.isEmpty, next != start || !isInList else { return false }
    isInList = true
    select(next)
    return true
  }

  /// Goes back up into the text.
  mutating func leaveList(takesFirst: Bool) {
    isInList = false
    top = 0
    selected = takesFirst && !found.isEmpty ? 0 : nil
  }

  /// Selects one by its place, as a click does.
  mutating func select(_ place: Int) {
    selected = place
    top = Window.top(top, showing: place..<(place + 1), height: rows, count: found.count)
  }

  /// The numbers of the choices that are seen.
  var visible: ArraySlice<Int> { found[min(top, found.count)..<min(found.count, top + rows)] }
}
