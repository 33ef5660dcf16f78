import CVterm

/// How one cell looks in a terminal.
public struct VirtualCell: Equatable, Sendable {
  /// A colour as the terminal was told it.
  public enum Color: Equatable, Sendable {
    /// The terminal's own.
    case standard
    /// A number of the palette, 0–255.
    case indexed(Int)
    /// Red, green and blue.
    case rgb(Int, Int, Int)
  }
  /// The character with its marks; empty where nothing was written, and in the right half of a wide one.
  public var text: String
  /// 1 or 2 columns.
  public var width: Int
  /// Attributes.
  public var bold: Bool
  /// Underlined.
  public var underline: Bool
  /// Foreground and background exchanged.
  public var reverse: Bool
  /// The colour of the letters.
  public var foreground: Color
  /// The colour behind them.
  public var background: Color
}

/// A terminal without a window: libvterm reads what a program writes, and tells what would be seen.
public final class VirtualTerminal {
  /// Whether the second screen is shown.
  public fileprivate(set) var isAlternateScreen = false
  /// Whether the cursor is shown.
  public fileprivate(set) var isCursorVisible = true
  /// Whether button presses are reported.
  public fileprivate(set) var reportsMouse = false
  /// How often the bell was rung.
  public fileprivate(set) var bells = 0

  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private let callbacks: UnsafeMutablePointer<VTermScreenCallbacks>

  /// Makes an empty terminal.
  public init(rows: Int, columns: Int) {
    terminal = vterm_new(Int32(rows), Int32(columns))
    vterm_set_utf8(terminal, 1)
    screen = vterm_obtain_screen(terminal)
    callbacks = .allocate(capacity: 1)
    callbacks.initialize(to: VTermScreenCallbacks())
    callbacks.pointee.settermprop = { property, value, user in
      guard let user, let value else { return 0 }
      let terminal = Unmanaged<VirtualTerminal>.fromOpaque(user).takeUnretainedValue()
      switch property {
      case VTERM_PROP_ALTSCREEN: terminal.isAlternateScreen = value.pointee.boolean != 0
      case VTERM_PROP_CURSORVISIBLE: terminal.isCursorVisible = value.pointee.boolean != 0
      case VTERM_PROP_MOUSE: terminal.reportsMouse = value.pointee.number != 0
      default: break
      }
      return 1
    }
    callbacks.pointee.bell = { user in
      guard let user else { return 0 }
      Unmanaged<VirtualTerminal>.fromOpaque(user).takeUnretainedValue().bells += 1
      return 1
    }
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_set_callbacks(screen, callbacks, Unmanaged.passUnretained(self).toOpaque())
    vterm_screen_reset(screen, 1)
  }

  deinit {
    vterm_free(terminal)
    callbacks.deallocate()
  }

  /// Takes what a program wrote.
  public func feed(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { _ = vterm_input_write(terminal, $0.baseAddress, $0.count) }
  }

  /// Gives the screen another size.
  public func resize(rows: Int, columns: Int) {
    vterm_set_size(terminal, Int32(rows), Int32(columns))
  }

  /// Rows and columns.
  public var size: (rows: Int, columns: Int) {
    var rows: Int32 = 0
    var columns: Int32 = 0
    vterm_get_size(terminal, &rows, &columns)
    return (Int(rows), Int(columns))
  }

  /// Where the cursor stands, from 0.
  public var cursor: (row: Int, column: Int) {
    var place = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &place)
    return (Int(place.row), Int(place.col))
  }

  /// One cell.
  public func cell(row: Int, column: Int) -> VirtualCell {
    var cell = VTermScreenCell()
    vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell)
    var text = String.UnicodeScalarView()
    withUnsafeBytes(of: cell.chars) { bytes in
      for value in bytes.bindMemory(to: UInt32.self) {
        guard value != 0, let scalar = Unicode.Scalar(value) else { break }
        text.append(scalar)
      }
    }
    return VirtualCell(
      text: String(text), width: Int(cell.width), bold: cell.attrs.bold != 0, underline: cell.attrs.underline != 0,
      reverse: cell.attrs.reverse != 0, foreground: Self.color(cell.fg), background: Self.color(cell.bg))
  }

  /// A row as text, without the spaces at its end.
  public func row(_ row: Int) -> String {
    var text = ""
    var column = 0
    while column < size.columns {
      let cell = cell(row: row, column: column)
      text += cell.text.isEmpty ? " " : cell.text
      column += max(1, cell.width)
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// All rows, joined by line breaks, without the spaces at their ends.
  public var text: String { (0..<size.rows).map(row).joined(separator: "\n") }

  private static func color(_ color: VTermColor) -> VirtualCell.Color {
    // The macros that tell the kinds apart are not imported.
    let kind = UInt32(color.type)
    if kind & (VTERM_COLOR_DEFAULT_FG.rawValue | VTERM_COLOR_DEFAULT_BG.rawValue) != 0 { return .standard }
    if kind & VTERM_COLOR_TYPE_MASK.rawValue == VTERM_COLOR_INDEXED.rawValue { return .indexed(Int(color.indexed.idx)) }
    return .rgb(Int(color.rgb.red), Int(color.rgb.green), Int(color.rgb.blue))
  }
}
