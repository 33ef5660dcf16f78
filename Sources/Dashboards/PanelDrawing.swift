import Canvas
import Language
import WerkendLeren
import Widgets

/// Draws the lines of a panel or a checklist.
struct PanelDrawing {
  let wording: ItemWording
  let records: PlacementRecords
  let viewer: Party
  /// The party whose panel or checklist it is.
  let party: Party
  let theme: Theme

  /// Draws a line in one row of `rect`; `selected` puts the marker and the hardware cursor on it.
  func draw(_ line: PanelLine, into canvas: inout Canvas, row: Int, in rect: Rect, selected: Bool) {
    switch line {
    case .blank: break
    case .person(let name, let role):
      let room = roleRoom(role, in: rect)
      canvas.write(name, at: Point(column: rect.left, row: row), width: rect.columns - room, style: theme.text)
      if room > 0 {
        canvas.write(
          role, at: Point(column: rect.right - room + 1, row: row), width: room - 1, style: theme.faint,
          alignment: .trailing)
      }
    case .heading(let text, let progress):
      canvas.write(text, at: Point(column: rect.left, row: row), width: rect.columns - 8, style: theme.title)
      canvas.write(
        progress, at: Point(column: rect.right - 8, row: row), width: 8, style: theme.title, alignment: .trailing)
    case .item(let item, _):
      draw(item, into: &canvas, row: row, in: rect, selected: selected)
    }
  }

  /// The room for what a person is, with a space before it; none where it would leave the name too little.
  private func roleRoom(_ role: String, in rect: Rect) -> Int {
    guard !role.isEmpty else { return 0 }
    let wanted = TextWidth.columns(of: role) + 1
    return rect.columns - wanted >= 10 ? wanted : 0
  }

  private func draw(_ item: Item, into canvas: inout Canvas, row: Int, in rect: Rect, selected: Bool) {
    let state = item.state(on: wording.today, for: viewer)
    let left = rect.left
    if selected {
      canvas.write("▸", at: Point(column: left, row: row), style: theme.accent)
      canvas.cursor = Point(column: left, row: row)
    }
    canvas.write(state.sign, at: Point(column: left + 1, row: row), style: state.style(theme))
    if item.duty.gate { canvas.write("◆", at: Point(column: left + 2, row: row), style: theme.gate) }
    let pieces = ItemColumns(
      item, of: party, wording: wording, records: records, viewer: viewer, room: rect.columns - 4)
    let name = TextWidth.clipped(pieces.name, to: pieces.nameWidth)
    canvas.write(
      name, at: Point(column: left + 4, row: row), style: selected ? theme.selected : theme.text)
    var right = rect.right
    if !pieces.value.isEmpty {
      canvas.write(
        pieces.value, at: Point(column: right - pieces.valueWidth, row: row), width: pieces.valueWidth,
        style: state == .overdue || state == .yours ? state.style(theme) : theme.text, alignment: .trailing)
      right -= pieces.valueWidth + 2
    }
    if !pieces.letters.isEmpty {
      let width = TextWidth.columns(of: pieces.letters)
      canvas.write(pieces.letters, at: Point(column: right - width, row: row), style: theme.text)
      right -= 7
    }
    if !pieces.state.isEmpty {
      canvas.write(
        pieces.state, at: Point(column: left + 4 + pieces.nameWidth + 1, row: row), width: pieces.stateWidth,
        style: state.style(theme))
    }
  }
}

/// How a checklist line shares its room: the name, the state in words where there is room, who has confirmed, and the date.
struct ItemColumns {
  let name: String
  private(set) var nameWidth: Int
  private(set) var state = ""
  private(set) var stateWidth = 0
  let letters: String
  let value: String
  let valueWidth: Int

  init(_ item: Item, of party: Party, wording: ItemWording, records: PlacementRecords, viewer: Party, room: Int) {
    let state = item.state(on: wording.today, for: viewer)
    // Two declarations have one name: in "Samen" the letter says whose it is.
    let isOthers = item.duty.kind == .declaration && item.duty.party != party
    let name = item.duty.short(wording.words) + (isOthers ? " (\(item.duty.party.letter(wording.words)))" : "")
    var letters = wording.letters(of: item)
    var value = wording.value(of: item, in: records, viewer: viewer)
    let needs = TextWidth.columns(of: name)
    func right() -> Int {
      (value.isEmpty ? 0 : TextWidth.columns(of: value) + 1) + (letters.isEmpty ? 0 : 7)
    }
    if needs + right() > room, !letters.isEmpty {
      // Too narrow for both: an overdue date says more than who has confirmed, else the letters do.
      if state == .overdue { letters = "" } else { value = "" }
    }
    let word = state.word(wording.words)
    // Where the state stands in words, the same word is not said twice.
    if room >= 52, value == word { value = "" }
    self.name = name
    self.letters = letters
    self.value = value
    valueWidth = TextWidth.columns(of: value)
    let left = min(max(needs, 1), room - right())
    nameWidth = left > 0 ? left : max(1, room)
    let widest = 18
    let wordRoom = min(16, room - widest - right() - 2)
    guard room >= 52, wordRoom >= TextWidth.columns(of: word) else { return }
    self.state = word
    stateWidth = wordRoom
    nameWidth = widest
  }
}
