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
  /// The widest date beside letters among the lines, so that the letters stand below each other.
  let dateRoom: Int

  init(
    _ lines: [PanelLine], of party: Party, wording: ItemWording, records: PlacementRecords, viewer: Party, theme: Theme
  ) {
    self.party = party
    self.wording = wording
    self.records = records
    self.viewer = viewer
    self.theme = theme
    dateRoom =
      lines.compactMap { line in
        guard case .item(let item, _) = line, item.duty.isShared, !wording.isWithoutEmployer(item, records) else {
          return nil
        }
        return TextWidth.columns(of: wording.value(of: item, in: records, viewer: viewer))
      }.max() ?? 0
  }

  /// Draws a line in one row of `rect`; `selected` puts the marker and the hardware cursor on it.
  func draw(_ line: PanelLine, into canvas: inout Canvas, row: Int, in rect: Rect, selected: Bool) {
    switch line {
    case .blank: break
    case .person(let name, let role):
      let room = roleRoom(role, in: rect)
      canvas.write(
        whole(name, in: rect.columns - room), at: Point(column: rect.left, row: row), width: rect.columns - room,
        style: theme.text)
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
    case .handling(let handling, _):
      drawBeside(
        wording.name(of: handling.entry), wording.value(of: handling.entry, handling),
        handling.state(on: wording.today, for: viewer), into: &canvas, row: row, in: rect, selected: selected)
    case .condition(let item, _):
      let name = item.condition.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let sign = item.condition.beforeStart && records.placement.startedOn == nil && !item.isDone
      drawBeside(
        name, ConditionWording(words: wording.words, today: wording.today).short(item.condition, due: item.due),
        item.state(on: wording.today, for: viewer), isGate: sign, into: &canvas, row: row, in: rect,
        selected: selected)
    }
  }

  /// A line of what is not among the duties: what an entry asks, or a condition.
  private func drawBeside(
    _ title: String, _ value: String, _ state: ItemState, isGate: Bool = false, into canvas: inout Canvas, row: Int,
    in rect: Rect, selected: Bool
  ) {
    let left = rect.left
    if selected {
      canvas.write("▸", at: Point(column: left, row: row), style: theme.text)
      canvas.cursor = Point(column: left, row: row)
    }
    canvas.write(state.sign, at: Point(column: left + 1, row: row), style: state.style(theme))
    if isGate { canvas.write("◆", at: Point(column: left + 2, row: row), style: theme.gate) }
    let width = TextWidth.columns(of: value)
    let room = rect.columns - 4
    let name = TextWidth.clipped(title, to: max(1, room - width - 1))
    canvas.write(name, at: Point(column: left + 4, row: row), style: theme.text)
    // Of a long text only the first words stand out, so that a step changes few cells.
    if selected {
      canvas.write(name.firstWords(upTo: 18), at: Point(column: left + 4, row: row), style: theme.selected)
    }
    canvas.write(
      value, at: Point(column: rect.right - width, row: row), width: width,
      style: state == .overdue || state == .yours ? state.style(theme) : theme.text, alignment: .trailing)
    let word = state.word(wording.words)
    let column = left + 4 + max(18, TextWidth.columns(of: name)) + 1
    // Where there is room the state stands in words too, as beside the items.
    guard room >= 52, column + TextWidth.columns(of: word) < rect.right - width else { return }
    canvas.write(word, at: Point(column: column, row: row), style: state.style(theme))
  }

  /// Mail and phone stand both or the first alone: half a number helps nobody.
  private func whole(_ text: String, in room: Int) -> String {
    guard TextWidth.columns(of: text) > room, let gap = text.firstRange(of: "  ") else { return text }
    return String(text[..<gap.lowerBound])
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
      canvas.write("▸", at: Point(column: left, row: row), style: theme.text)
      canvas.cursor = Point(column: left, row: row)
    }
    canvas.write(state.sign, at: Point(column: left + 1, row: row), style: state.style(theme))
    if item.duty.gate { canvas.write("◆", at: Point(column: left + 2, row: row), style: theme.gate) }
    let pieces = ItemColumns(
      item, of: party, wording: wording, records: records, viewer: viewer, room: rect.columns - 4,
      dateRoom: dateRoom)
    let name = TextWidth.clipped(pieces.name, to: pieces.nameWidth)
    canvas.write(
      name, at: Point(column: left + 4, row: row), style: selected ? theme.selected : theme.text)
    if !pieces.value.isEmpty {
      canvas.write(
        pieces.value, at: Point(column: rect.right - pieces.valueWidth, row: row), width: pieces.valueWidth,
        style: state == .overdue || state == .yours ? state.style(theme) : theme.text, alignment: .trailing)
    }
    if !pieces.letters.isEmpty {
      let width = TextWidth.columns(of: pieces.letters)
      canvas.write(
        pieces.letters, at: Point(column: rect.right - pieces.dateRoom - width, row: row), style: theme.text)
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
  /// The columns of the date and the space before it, right of the letters; the same for all lines of a panel that have both.
  let dateRoom: Int

  init(
    _ item: Item, of party: Party, wording: ItemWording, records: PlacementRecords, viewer: Party, room: Int,
    dateRoom wanted: Int
  ) {
    let state = item.state(on: wording.today, for: viewer)
    // Two declarations have one name: in "Samen" the letter says whose it is.
    let isOthers = item.duty.kind == .declaration && item.duty.party != party
    let name = item.duty.short(wording.words) + (isOthers ? " (\(item.duty.party.letter(wording.words)))" : "")
    var letters = wording.letters(of: item)
    var value = wording.value(of: item, in: records, viewer: viewer)
    let needs = TextWidth.columns(of: name)
    var date = value.isEmpty ? 0 : TextWidth.columns(of: value) + 2
    func right() -> Int {
      let width = TextWidth.columns(of: letters)
      return width > 0 ? width + 1 + max(date, 0) : date > 0 ? date - 1 : 0
    }
    if !letters.isEmpty {
      let own = date
      date = max(own, wanted + 2)
      if needs + right() > room { date = own }
      if needs + right() > room {
        // Too narrow for both: an overdue date, or that nobody is there to confirm, says more than who has confirmed; else the letters do.
        let says = state == .overdue || wording.isWithoutEmployer(item, records)
        if says, needs + date - 1 <= room {
          letters = ""
        } else {
          value = ""
          date = 0
        }
      }
    }
    let word = state.word(wording.words)
    // Where the state stands in words, the same word is not said twice.
    if room >= 52, value == word { value = "" }
    self.name = name
    self.letters = letters
    self.value = value
    valueWidth = TextWidth.columns(of: value)
    dateRoom = date
    let left = min(max(needs, 1), room - right())
    nameWidth = left > 0 ? left : max(1, room)
    let widest = 18
    let wordRoom = min(16, room - widest - right() - 2)
    guard room >= 52, wordRoom >= TextWidth.columns(of: word) else { return }
    self.state = word
    stateWidth = wordRoom
    nameWidth = max(widest, min(needs, widest + 2))
  }
}
