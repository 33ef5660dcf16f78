import Foundation
import FoundationXML

/// Texts that would become more than text in a page, a drawing, Markdown or a style, if anything let them.
let hostilePaperTexts = [
  "<script>alert(1)</script>", "a | b", "`code`", "[hier](javascript:alert(1))", "![x](http://x/y.png)", "# kop",
  "- punt", "1. een", "> citaat", "***", "---", "===", "a\n\n# b", "&lt;b&gt;", "\" onload=\"x", "' x='", "]]>",
  "-->", "</style><img src=x onerror=alert(1)>", "\\", "\\`", "$x$", "~~weg~~", "https://x.nl", "| --- |", "   ",
  "{{x}}", "<!-- x", "&amp", "&#0;", "</svg></title>", "שלום (x) عربي", "日本 \u{1F468}\u{200D}\u{1F469} é",
]

/// What a parser that knows nothing of us finds in a page.
final class Page: NSObject, XMLParserDelegate {
  var elements: Set<String> = []
  var attributes: Set<String> = []
  var counts: [String: Int] = [:]
  var text = ""
  /// What stands in the elements of each name.
  var texts: [String: [String]] = [:]
  private var open: [String] = []

  init(_ html: String) throws {
    super.init()
    let parser = XMLParser(data: Data(html.utf8))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes found: [String: String]
  ) {
    elements.insert(name)
    attributes.formUnion(found.keys)
    counts[name, default: 0] += 1
    texts[name, default: []].append("")
    open.append(name)
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters found: String) {
    text += found
    for name in Set(open) {
      var all = texts[name] ?? []
      all.append((all.popLast() ?? "") + found)
      texts[name] = all
    }
  }
}

/// The characters of a line of Markdown that no backslash stands before.
func unescapedMarkdown(_ line: Substring) -> [Character] {
  var result: [Character] = []
  var isEscaped = false
  for character in line {
    if isEscaped {
      isEscaped = false
    } else if character == "\\" {
      isEscaped = true
    } else {
      result.append(character)
    }
  }
  return result
}
