import Canvas
import Language
import Widgets

/// A test picture, by which a person sees how a terminal shows colours, lines and widths, and which keys arrive. It needs no store.
public struct ScreenTest: Sendable {
  /// One picture.
  public enum Page: Int, CaseIterable, Sendable {
    /// The sixteen colours, the roles of the theme, attributes.
    case colors
    /// Frames and bars.
    case lines
    /// Characters of one column and of two, beside a line that shows whether they are.
    case widths
    /// What arrives from keyboard and mouse.
    case keys
  }

  /// The picture that is shown.
  public private(set) var page = Page.colors
  /// What arrived, as words, the newest first.
  private(set) var arrived: [String] = []
  private(set) var size: Size
  let words: Words
  let theme: Theme
  let terminal: String
  let colors: Int
  let isASCII: Bool
  private var hasMouse: Bool

  /// How many of the things that arrived are kept.
  private static let kept = 40

  /// Begins with the first picture.
  /// - Parameters:
  ///   - words: The texts.
  ///   - theme: The styles that the screens have.
  ///   - size: Columns and rows of the window.
  ///   - terminal: The terminal's name.
  ///   - colors: How many colours there are.
  ///   - isASCII: Whether everything is drawn in ASCII, which the title then says.
  ///   - hasMouse: Whether the mouse is asked for.
  public init(
    words: Words, theme: Theme, size: Size, terminal: String, colors: Int, isASCII: Bool = false, hasMouse: Bool = true
  ) {
    self.words = words
    self.theme = theme
    self.size = size
    self.terminal = terminal
    self.colors = colors
    self.isASCII = isASCII
    self.hasMouse = hasMouse
  }

  /// The keys of the picture that is shown. On the last one letters and arrows are only named.
  var keys: BindingTable {
    let pages = Page.allCases.map { String($0.rawValue + 1) }
    var bindings = [
      Binding(
        command: "pages", keys: [], keyName: pages.joined(separator: " "), label: words["test.pages"], priority: 5)
    ]
    bindings += pages.map {
      Binding(command: $0, keys: [.character(Character($0))], keyName: $0, label: words["test.pages"], isListed: false)
    }
    if page != .keys {
      let next: [Key] = [.right, .tab, .down, .pageDown, .enter, .character(" ")]
      let previous: [Key] = [.left, .backTab, .up, .pageUp, .backspace]
      bindings += [
        Binding(command: "next", keys: next, keyName: "→", label: words["test.next"], priority: 7),
        Binding(command: "previous", keys: previous, keyName: "←", label: words["test.previous"], priority: 6),
      ]
    }
    return BindingTable(
      bindings + [
        Binding(command: "mouse", keys: [.function(8)], keyName: "F8", label: words["key.mouse"], priority: 3),
        Binding(
          command: "repaint", keys: [.control("l")], keyName: "Ctrl-L", label: words["key.repaint"], priority: 2),
        Binding(command: "suspend", keys: [.control("z")], keyName: "Ctrl-Z", label: words["key.suspend"]),
        Binding(
          command: "quit", keys: [.character("q"), .escape, .control("c")], keyName: "q", label: words["test.quit"],
          priority: 9),
      ])
  }

  var hintRow: Rect { Rect(column: 0, row: size.rows - 1, columns: size.columns, rows: 1) }

  /// Takes an event in, and gives what is to be done: leave, paint anew, mouse on or off, to the shell.
  public mutating func update(_ event: Event) -> [Effect] {
    if let text = name(event) { arrived = Array(([text] + arrived).prefix(Self.kept)) }
    switch event {
    case .key(let key): return keys.command(for: key).map { carryOut($0) } ?? []
    case .mouse(let mouse) where mouse.action == .press:
      return keys.hints.hint(at: mouse.place, in: hintRow).map { carryOut($0.command) } ?? []
    case .resize(let size):
      self.size = size
      return []
    case .resumed: return [.repaint]
    case .ended: return [.quit]
    case .mouse, .paste: return []
    }
  }

  private mutating func carryOut(_ command: String) -> [Effect] {
    switch command {
    case "quit": return [.quit]
    case "repaint": return [.repaint]
    case "suspend": return [.suspend]
    case "mouse":
      hasMouse.toggle()
      return [.setMouse(hasMouse)]
    case "next": turn(1)
    case "previous": turn(-1)
    default: if let number = Int(command), let chosen = Page(rawValue: number - 1) { page = chosen }
    }
    return []
  }

  private mutating func turn(_ step: Int) {
    let count = Page.allCases.count
    page = Page(rawValue: (page.rawValue + step + count) % count) ?? page
  }

  /// What arrived, in words; nil for what is no deed of a person.
  private func name(_ event: Event) -> String? {
    switch event {
    case .key(let key):
      return words("test.event.key", ["key": KeyName.text(key, space: words["key.space"])])
    case .paste(let text): return words("test.event.paste", ["count": String(text.count)])
    case .resize(let size):
      return words("test.event.resize", ["columns": String(size.columns), "rows": String(size.rows)])
    case .mouse(let mouse):
      let place = ["column": String(mouse.place.column + 1), "row": String(mouse.place.row + 1)]
      switch mouse.action {
      case .press: return words("test.event.press", place)
      case .release: return words("test.event.release", place)
      case .wheelUp: return words["test.event.wheelUp"]
      case .wheelDown: return words["test.event.wheelDown"]
      }
    case .resumed, .ended: return nil
    }
  }

  /// The first three pictures below each other as lines of text, for where there is no terminal.
  public static func lines(words: Words, isASCII: Bool) -> [String] {
    let size = Size(columns: 78, rows: 18)
    var test = ScreenTest(words: words, theme: .plain, size: size, terminal: "–", colors: 0, isASCII: isASCII)
    return Page.allCases.filter { $0 != .keys }.flatMap { page in
      test.page = page
      var canvas = Canvas(size: size)
      ScreenTestView(test: test).drawPage(into: &canvas)
      let text = (isASCII ? canvas.asciiFallback() : canvas).text
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).map(String.init)
      while lines.last?.isEmpty ?? false { lines.removeLast() }
      return lines + [""]
    }
  }

  /// The picture as it is shown.
  public func view() -> Canvas {
    var canvas = Canvas(size: size)
    ScreenTestView(test: self).draw(into: &canvas)
    return canvas
  }
}
