/// A page of HTML that needs nothing else: its style is inside, there are no scripts and nothing is fetched. It is well-formed XML too.
enum HTMLPage {
  /// The whole page. `style` is ours; `title` and what stands in the margin may hold anything.
  static func whole(language: String, title: String, style: String, margin: String? = nil, body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(HTMLText.escaped(language))">
    <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
    <meta name="referrer" content="no-referrer" />
    <meta name="generator" content="Drieluik" />
    <title>\(HTMLText.escaped(title))</title>
    <style>
    \(style)\(margin.map(pageHead) ?? "")</style>
    </head>
    <body>
    \(body)</body>
    </html>

    """
  }

  /// An element that holds text alone.
  static func element(_ name: String, _ text: String, class kind: String? = nil, isForeign: Bool = false) -> String {
    var start = "<\(name)"
    if let kind { start += " class=\"\(kind)\"" }
    // Text of people may run from right to left; then it does so by itself, and not what stands around it.
    if isForeign { start += " dir=\"auto\"" }
    return start + ">\(HTMLText.escaped(text))</\(name)>"
  }

  /// The text, cut where it would run into what stands beside it; wide characters count twice.
  static func short(_ text: String, _ most: Int) -> String {
    var width = 0
    var result = ""
    for character in text {
      width += character.unicodeScalars.contains { $0.value >= 0x1100 } ? 2 : 1
      if width > most { return result + "…" }
      result.append(character)
    }
    return result
  }

  /// The bytes of a style that travels in the binary.
  static func style(_ embedded: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?) -> String {
    var length = 0
    guard let bytes = embedded(&length), length > 0 else { return "" }
    return String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
  }

  /// What stands above every page but the first.
  private static func pageHead(_ text: String) -> String {
    "@page { @top-left { content: \"\(CSSText.escaped(text))\"; } }\n@page :first { @top-left { content: none; } }\n"
  }
}

/// Text in a string of CSS that stays text, also within an element `style` of HTML or XML.
enum CSSText {
  /// The text with every character written as its number that is no letter, digit or space.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20, 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xA1...: result.unicodeScalars.append(scalar)
      // A number of zero is none to CSS.
      case 0: continue
      default: result += "\\" + String(scalar.value, radix: 16) + " "
      }
    }
    return result
  }
}
