import Canvas
import Language
import WerkendLeren
import Widgets

/// What the school sees where there are no placements yet: with what to begin.
struct Welcome: Equatable, Sendable {
  /// The choices, in their order; the raw value is the command.
  enum Choice: String, CaseIterable, Sendable {
    /// A list of placements from a file.
    case importing = "importeren"
    /// One placement.
    case creating = "nieuw"
    /// The examples.
    case demonstration = "voorbeelden"
  }

  var list = WindowedList(count: Choice.allCases.count, height: Choice.allCases.count)

  var selected: Choice? { list.selected.map { Choice.allCases[$0] } }

  static func listRect(_ size: Size) -> Rect {
    Rect(column: 0, row: 6, columns: size.columns, rows: Choice.allCases.count)
  }

  func draw(into canvas: inout Canvas, context: ScreenContext) {
    let words = context.words
    let theme = context.theme
    let size = canvas.size
    canvas.drawHorizontalLine(at: Point(column: 0, row: 1), length: size.columns, style: theme.border)
    canvas.write(words["welcome.hello"], at: Point(column: 1, row: 3), width: size.columns - 2, style: theme.text)
    canvas.write(words["welcome.question"], at: Point(column: 1, row: 4), width: size.columns - 2, style: theme.text)
    let columns = [ListColumn(width: 26, isLabel: true), ListColumn(width: 28, stretch: 1)]
    list.draw(into: &canvas, in: Self.listRect(size), theme: theme, columns: columns) { number in
      let choice = Choice.allCases[number].rawValue
      return ListRow([
        .init(words("welcome.\(choice)"), style: theme.text),
        .init(words("welcome.\(choice).what"), style: theme.faint),
      ])
    }
    for (offset, line) in TextWidth.wrapped(words["welcome.more"], to: size.columns - 2).enumerated() {
      canvas.write(line, at: Point(column: 1, row: 10 + offset), style: theme.text)
    }
    canvas.drawHorizontalLine(at: Point(column: 0, row: size.rows - 3), length: size.columns, style: theme.border)
  }
}

/// What an import would do, or did, as text to read.
struct ImportScreen: Equatable, Sendable {
  /// The file.
  let path: String
  var text: ScrollText
  /// Whether it was only tried so far, and there is something to take in.
  var canTake: Bool

  static func textRect(_ size: Size) -> Rect {
    Rect(column: 1, row: 2, columns: size.columns - 2, rows: size.rows - 4)
  }
}

/// What came of an import, tried or taken.
public enum ImportAnswer: Equatable, Sendable {
  /// The report, one fact a line; whether there is something to take in.
  case report([String], canTake: Bool)
  /// The file cannot be read, or nothing was written; why.
  case failed(String)
  /// It was broken off; nothing was written.
  case cancelled
}

extension App {
  /// Whether the choices of the beginning stand in place of the list.
  var isWelcome: Bool {
    guard case .overview(let screen) = top, viewer.party == .school else { return false }
    return screen.focus == .list && !screen.filter.isActive && screen.counts?.isEmpty == true
  }

  /// Commands about beginning and taking in a file; nil where it is none.
  mutating func runBeginning(_ command: String) -> [Effect]? {
    switch command {
    case "open" where isWelcome:
      guard case .overview(let screen) = top, let choice = screen.welcome.selected else { return [] }
      return run(choice.rawValue)
    case "importeren":
      guard viewer.party == .school else {
        refuse(Refusal(.schoolOnly))
        return []
      }
      return open(.people(.importFile))
    case "voorbeelden": return [.openDemonstration]
    case "take":
      guard case .report(let screen) = top, screen.canTake else { return [] }
      return [.importFile(path: screen.path, isTrial: false)]
    default: return nil
    }
  }

  /// Palette entries about them, for the school's overview.
  var beginningEntries: [PaletteEntry] {
    guard case .overview = top, viewer.party == .school else { return [] }
    return [paletteEntry("importeren", text: "palette.import")]
  }

  mutating func imported(_ path: String, isTrial: Bool, _ answer: ImportAnswer) -> [Effect] {
    notice = nil
    switch answer {
    case .report(let lines, let canTake):
      if case .form = top { screens.removeLast() }
      let screen = ImportScreen(
        path: path, text: ScrollText(lines.joined(separator: "\n")), canTake: isTrial && canTake)
      if case .report = top { top = .report(screen) } else { screens.append(.report(screen)) }
      if !isTrial { notice = Notice(text: words["notice.imported"], kind: .done) }
      return isTrial ? [] : reload
    case .failed(let text):
      if case .form(var form) = top {
        form.left.insert("file")
        form.refused["file"] = RefusedAnswer(
          values: ["file": TextDoor.folded(form.form.values["file"] ?? "")], text: text)
        form.form.errors["file"] = text
        form.form.focus(on: "file")
        top = .form(form)
      } else {
        notice = Notice(text: text, kind: .refused)
      }
    case .cancelled: notice = Notice(text: words["import.cancelled"], kind: .note)
    }
    return []
  }
}
