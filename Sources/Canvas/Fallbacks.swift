extension Canvas {
  /// The canvas for a terminal without UTF-8: every cell one printable ASCII sign. Letters lose their marks, signs and
  /// lines have their own replacement, a wide character becomes `??`, what is unknown `?`.
  public func asciiFallback() -> Canvas {
    mappingCells { cell in
      guard let first = cell.text.unicodeScalars.first else { return " " }
      if first.value >= 0x20, first.value < 0x7F, cell.width == 1 {
        return cell.text.utf8.count == 1 ? nil : String(first)
      }
      return cell.width == 2 ? "?" : AsciiSigns.replacement(for: first)
    }
  }

  /// The canvas without what is only decoration: box drawing, bars and blocks become spaces, so that a screen reader or
  /// a braille display meets words alone. To be taken before `asciiFallback()`.
  public func withoutDecoration() -> Canvas {
    mappingCells { cell in
      guard let first = cell.text.unicodeScalars.first, (0x2500...0x259F).contains(first.value) else { return nil }
      return " "
    }
  }
}

/// One ASCII sign for each character that is not ASCII.
enum AsciiSigns {
  /// The sign for a scalar of one column; `?` where there is none.
  static func replacement(for scalar: Unicode.Scalar) -> String {
    let value = scalar.value
    if let letter = byte(value, in: latin, from: 0xC0) ?? byte(value, in: vietnamese, from: 0x1E00) { return letter }
    if let sign = signs[scalar] { return sign }
    if (0x2500...0x257F).contains(value) { return line(value) }
    return "?"
  }

  private static func byte(_ value: UInt32, in table: [UInt8], from first: UInt32) -> String? {
    guard value >= first, value - first < table.count else { return nil }
    return String(Unicode.Scalar(table[Int(value - first)]))
  }

  /// Box drawing: heavy and double horizontals `=`, light ones `-`, verticals `|`, the rest are corners and crossings.
  private static func line(_ value: UInt32) -> String {
    switch value {
    case 0x2500, 0x2504, 0x2508, 0x254C, 0x2574, 0x2576: "-"
    case 0x2501, 0x2505, 0x2509, 0x254D, 0x2550, 0x2578, 0x257A, 0x257C, 0x257E: "="
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551, 0x2575, 0x2577, 0x2579, 0x257B,
      0x257D, 0x257F:
      "|"
    case 0x2571: "/"
    case 0x2572: "\\"
    default: "+"
    }
  }

  /// U+00C0–U+024F, one letter each.
  private static let latin = Array(
    ("AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuytyAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGg"
      + "GgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs"
      + "bBBbbbOCcDDDddEEEFfGGhIIKkllMNnOOoOoPpRSsSstTtTUuUVYyZzZZzzz255tw|||!DDdLLlNNnAaIiOoUuUuUuUuUueAa"
      + "AaAaGgGgKkOoOoZzjDDdGgHWNnAaAaOoAaAaEeEeIiIiOoOoRrRrUuUuSsTtYyHhNdOoZzAaEeOoOoOoOoYylntjdqACcLTs"
      + "z??BUVEeJjQqRrYy").utf8)

  /// U+1E00–U+1EFF, one letter each.
  private static let vietnamese = Array(
    ("AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRr"
      + "SsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVvWwWwWwWwWwXxXxYyZzZzZzhtwyasssSdAaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe"
      + "EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYyLlVvYy").utf8)

  /// Signs and punctuation. The states of the checklists come first.
  private static let signs: [Unicode.Scalar: String] = [
    "✓": "x", "●": "*", "○": "o", "◷": "@", "◐": "%", "–": "-", "◆": "#", "▸": ">",
    "•": "*", "…": "~", "·": ".", "‹": "<", "›": ">", "«": "<", "»": ">", "←": "<", "→": ">", "↑": "^", "↓": "v",
    "↔": "-", "↕": "|", "⇧": "^", "⇥": ">", "⇤": "<", "↵": "<", "⏎": "<", "↩": "<", "⌫": "<", "⌃": "^", "◂": "<",
    "▴": "^", "▾": "v", "◀": "<", "▶": ">", "▲": "^", "▼": "v", "◇": "#", "◈": "#", "◉": "*", "◌": "o", "◯": "o",
    "■": "#", "□": "o", "▪": "*", "▫": "o", "★": "*", "☆": "*", "✔": "x", "✗": "x", "✘": "x", "☑": "x", "☒": "x",
    "☐": "o", "⚠": "!", "—": "-", "‐": "-", "‑": "-", "‒": "-", "―": "-", "−": "-", "‘": "'", "’": "'", "‚": ",",
    "‛": "'", "“": "\"", "”": "\"", "„": "\"", "‟": "\"", "′": "'", "″": "\"", "†": "+", "‡": "+", "⁄": "/",
    "\u{A0}": " ", "\u{AD}": "-", "¡": "!", "¢": "c", "£": "L", "¤": "o", "¥": "Y", "¦": "|", "§": "S", "¨": "\"",
    "©": "c", "ª": "a", "¬": "-", "®": "R", "¯": "-", "°": "o", "±": "+", "²": "2", "³": "3", "´": "'", "µ": "u",
    "¶": "P", "¸": ",", "¹": "1", "º": "o", "¼": "?", "½": "?", "¾": "?", "¿": "?", "€": "E", "™": "T", "№": "N",
    "≤": "<", "≥": ">", "≠": "#", "≈": "~", "∞": "8", "√": "v", "∙": ".", "‧": ".", "⋅": ".", "⋯": "~", "⋮": ":",
    "█": "#", "▓": "#", "▒": "+", "░": ".", "▀": "-", "▄": "_", "▌": "|", "▐": "|", "▏": "|", "▎": "|", "▍": "|",
    "▋": "|", "▊": "#", "▉": "#", "▕": "|", "▁": "_", "▂": "_", "▃": "_", "▅": "=", "▆": "=", "▇": "#", "▔": "-",
    "\u{2002}": " ", "\u{2003}": " ", "\u{2007}": " ", "\u{2009}": " ", "\u{200A}": " ", "\u{202F}": " ",
  ]
}
