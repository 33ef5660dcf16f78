import Canvas
import Language
import Widgets

/// A theme that can be chosen.
public struct ThemeChoice: Equatable, Sendable {
  /// Its name.
  public var name: String
  /// Whether it is a file of the user's own.
  public var isOwn: Bool

  /// Makes a choice.
  public init(name: String, isOwn: Bool) {
    self.name = name
    self.isOwn = isOwn
  }
}

/// The list of themes, at the side of a screen that shows the selected one at once.
struct ThemeSwitch: Equatable, Sendable {
  var list: PaletteList
  /// All themes.
  let entries: [PaletteEntry]
  /// What Escape gives back.
  let former: Theme
  /// Why the selected theme cannot be shown; nil when it is.
  var problem: String?
}

extension App {
  mutating func showThemes(_ choices: [ThemeChoice]) {
    let entries = choices.map { choice in
      let key = "theme.name.\(choice.name)"
      let label = !choice.isOwn && words.has(key) ? words[key] : words("theme.own", ["name": choice.name])
      return PaletteEntry(id: choice.name, label: label, keys: choice.name)
    }
    overlay = .themes(
      ThemeSwitch(list: PaletteList(entries: entries, selected: themeName), entries: entries, former: theme))
    if colors < 256 { notice = Notice(text: words("theme.fewColors", ["count": String(colors)]), kind: .note) }
  }

  mutating func take(_ event: Event, _ themes: ThemeSwitch) -> [Effect] {
    var themes = themes
    let outcome = themes.list.handle(event, in: themeRoom(themes)) { App.matching(themes.entries, $0) }
    overlay = .themes(themes)
    switch outcome {
    case .chosen(let name):
      if let problem = themes.problem {
        notice = Notice(text: problem, kind: .refused)
        return []
      }
      overlay = nil
      return [.keepTheme(name)]
    case .closed:
      overlay = nil
      theme = themes.former
    case .moved, .changed:
      if let name = themes.list.selected?.id { return [.tryTheme(name)] }
    case .unchanged: break
    }
    return []
  }

  mutating func tried(_ name: String, _ found: Theme?, _ problem: String?) {
    // What is no longer selected comes too late.
    guard case .themes(var themes) = overlay, themes.list.selected?.id == name else { return }
    themes.problem = found == nil ? problem ?? "" : nil
    overlay = .themes(themes)
    theme = found ?? themes.former
    if found == nil { notice = Notice(text: problem ?? "", kind: .refused) }
  }

  mutating func kept(_ name: String, _ problem: String?) {
    themeName = name
    notice =
      problem.map { Notice(text: words("theme.notKept", ["reason": $0]), kind: .refused) }
      ?? Notice(text: words("theme.kept", ["name": name]), kind: .done)
  }

  func draw(_ themes: ThemeSwitch, into canvas: inout Canvas) {
    let box = themeBox(themes)
    canvas.fill(box)
    let inside = Panel(title: words["theme.title"], hasFocus: true).draw(into: &canvas, in: box, theme: theme)
    themes.list.draw(into: &canvas, in: inside, theme: theme, prompt: ":", nothingFound: words["theme.nothing"])
  }

  /// At the right, so that the screen behind it is seen in the theme.
  private func themeBox(_ themes: ThemeSwitch) -> Rect {
    let columns = min(56, size.columns - 4)
    let rows = min(themes.entries.count + 3, size.rows - 5)
    return Rect(column: size.columns - columns - 1, row: 2, columns: columns, rows: rows)
  }

  private func themeRoom(_ themes: ThemeSwitch) -> Rect {
    themeBox(themes).inset(left: 2, top: 1, right: 2, bottom: 1)
  }
}
