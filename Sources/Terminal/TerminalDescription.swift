import CNcurses
import Glibc

/// Which terminfo entry is used for the name in `TERM`.
struct TerminalDescription: Equatable {
  /// The name of the entry.
  var name: String
  /// What the user should know.
  var note: TerminalNote?

  /// What stands in for a terminal that terminfo does not know. Nearly every terminal of today follows xterm.
  static let fallback = "xterm-256color"

  /// Finds an entry that can move the cursor and leaves it loaded for `Terminal.open` to read keys from.
  ///
  /// - Throws: `cannotShowScreens` where the name is empty, where the terminal cannot move its cursor, or where
  ///   neither it nor the fallback is known.
  static func load(_ name: String) throws(TerminalError) -> TerminalDescription {
    guard !name.isEmpty else { throw .cannotShowScreens(name: name) }
    if known(name) {
      guard movesCursor() else { throw .cannotShowScreens(name: name) }
      guard cn_number_capability("colors") > 256 else { return TerminalDescription(name: name, note: nil) }
      // Millions of colours, numbered by their red, green and blue: ncurses takes long to open such a screen and much
      // memory. The same terminal has an entry with 256.
      let family = name.split(separator: "-direct", maxSplits: 1).first ?? ""
      for candidate in [family + "-256color", fallback] where known(candidate) && movesCursor() {
        return TerminalDescription(name: candidate, note: nil)
      }
      throw .cannotShowScreens(name: name)
    }
    // "unknown" is terminfo's own name for a terminal of which nothing is known; where its entry is not
    // installed it must not become an xterm. A path is no name of a terminal.
    guard name != "unknown", name != "dumb", !name.contains("/"), known(fallback), movesCursor() else {
      throw .cannotShowScreens(name: name)
    }
    return TerminalDescription(name: fallback, note: .unknownTerminal(name: name, used: fallback))
  }

  /// A capability's string without its padding marks (`$<5>`), empty where the terminal has none.
  static func bytes(_ capability: String) -> [UInt8] {
    guard let value = cn_string_capability(capability) else { return [] }
    return withoutPadding(Array(UnsafeBufferPointer(start: value, count: strlen(value))))
  }

  /// The bytes that bring the cursor to a place.
  static func cursorAddress(row: Int, column: Int) -> [UInt8] {
    guard let value = cn_cursor_address(Int32(row), Int32(column)) else { return [] }
    return withoutPadding(Array(UnsafeBufferPointer(start: value, count: strlen(value))))
  }

  private static func known(_ name: String) -> Bool { cn_load_description(name, STDOUT_FILENO) == 1 }

  private static func movesCursor() -> Bool { cn_string_capability("cup") != nil }

  private static func withoutPadding(_ characters: [CChar]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = characters.map { UInt8(bitPattern: $0) }[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
        rest = rest[(end + 1)...]
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
