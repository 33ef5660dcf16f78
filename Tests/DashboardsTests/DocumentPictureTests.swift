import Canvas
import Foundation
import Language
import Testing

/// Pictures of screens in the documents: the code block below a line `<!-- picture: overview-80x24-nl -->` is what the scene of that name
/// draws, whole, or the rows that are named: `<!-- picture: gates-80x24-nl rows 1-9 -->`. `UPDATE_PICTURES=1` writes them anew.
@Suite struct DocumentPictureTests {
  private static let top =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The documents that may hold pictures.
  static let documents: [String] = {
    let folder = top.appendingPathComponent("docs").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return ["README.md"] + names.filter { $0.hasSuffix(".md") }.sorted().map { "docs/" + $0 }
  }()

  @Test(arguments: documents)
  func picturesAreWhatTheScreensShow(path: String) throws {
    let file = Self.top.appendingPathComponent(path)
    let document = PictureDocument(try String(contentsOf: file, encoding: .utf8))
    for problem in document.problems { Issue.record("\(path): \(problem)") }
    var lines = document.lines
    for block in document.blocks.reversed() {
      let drawn = try #require(block.picture.drawn(), "\(path) asks for \(block.picture.name), which is no scene")
      if ProcessInfo.processInfo.environment["UPDATE_PICTURES"] == "1" {
        lines.replaceSubrange(block.lines, with: drawn)
      } else if Array(lines[block.lines]) != drawn {
        let difference = Self.difference(Array(lines[block.lines]), drawn)
        Issue.record(
          "\(path): \(block.picture.name) differs; UPDATE_PICTURES=1 writes what is drawn now:\n\(difference)")
      }
    }
    if lines != document.lines { try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8) }
  }

  @Test func bothGuidesShowScreensInTheirOwnLanguage() throws {
    for (path, language) in [("docs/guide.md", Language.english), ("docs/handleiding.md", .dutch)] {
      let text = try String(contentsOf: Self.top.appendingPathComponent(path), encoding: .utf8)
      let pictures = PictureDocument(text).blocks.map(\.picture)
      #expect(pictures.count >= 6, "\(path) has lost its pictures")
      for picture in pictures { #expect(picture.language == language, "\(path): \(picture.name)") }
    }
  }

  @Test func aPictureIsFoundWithItsRows() throws {
    let document = PictureDocument("text\n<!-- picture: overview-80x24-nl rows 1-2 -->\n```text\nold\n```\nmore")
    #expect(document.problems.isEmpty)
    let block = try #require(document.blocks.first)
    #expect(block.lines == 3..<4)
    let drawn = try #require(block.picture.drawn())
    #expect(drawn.count == 2 && drawn[0].hasPrefix(" Drieluik · Overzicht"))
  }

  @Test(arguments: [
    "<!-- picture: overview-80x24-nl -->\nno block", "<!-- picture: overview-80x24 -->\n```text\n```",
    "<!-- picture: overview-80x24-nl -->\n```text\nnever closed", "```text\n Drieluik · Overzicht\n```",
  ])
  func aPictureThatIsNotKeptTrueIsNamed(text: String) {
    #expect(PictureDocument(text).problems.count == 1)
  }

  /// The rows that differ, those of the document first.
  private static func difference(_ old: [String], _ new: [String]) -> String {
    var lines: [String] = []
    for row in 0..<max(old.count, new.count) {
      let (before, after) = (row < old.count ? old[row] : nil, row < new.count ? new[row] : nil)
      guard before != after else { continue }
      if let before { lines.append("-\(before)") }
      if let after { lines.append("+\(after)") }
    }
    return lines.joined(separator: "\n")
  }
}

/// A picture that a document asks for.
struct DocumentPicture {
  /// As it stands in the document.
  let name: String
  let language: Language
  private let scene: String
  private let size: Size
  private let isASCII: Bool
  /// Counted from 1; nil for all.
  private let rows: ClosedRange<Int>?

  /// Reads `scene-80x24-nl`, `-ascii` and `rows 3-10` behind it where wanted; nil where it is something else.
  init?(_ text: String) {
    let form = /([a-z0-9-]+)-(\d{2,3})x(\d{2,3})-(nl|en)(-ascii)?(?: rows (\d+)-(\d+))?/
    guard let match = text.wholeMatch(of: form), let language = Language(rawValue: String(match.4)),
      let columns = Int(match.2), let rows = Int(match.3)
    else { return nil }
    name = text
    scene = String(match.1)
    size = Size(columns: columns, rows: rows)
    self.language = language
    isASCII = match.5 != nil
    if let first = match.6.flatMap({ Int($0) }), let last = match.7.flatMap({ Int($0) }) {
      guard first >= 1, first <= last, last <= rows else { return nil }
      self.rows = first...last
    } else {
      self.rows = nil
    }
  }

  private var canvas: Canvas? {
    if let scene = Scene.all.first(where: { $0.name == scene }) {
      return scene.play(language: language, size: size).canvas
    }
    guard let page = scene.wholeMatch(of: /screen-test-(\d)/)?.1.first else { return nil }
    return ScreenTestTests.test(language, size.columns, size.rows, page: page).view()
  }

  /// What the scene draws now, a line for each row; nil where there is no such scene.
  func drawn() -> [String]? {
    guard let canvas else { return nil }
    let lines = (isASCII ? canvas.asciiFallback() : canvas).text.components(separatedBy: "\n")
    guard let rows else { return lines }
    return Array(lines[(rows.lowerBound - 1)...(rows.upperBound - 1)])
  }
}

/// A document with the places of its pictures.
struct PictureDocument {
  let lines: [String]
  /// Each picture with the lines of its block, without the fences.
  private(set) var blocks: [(picture: DocumentPicture, lines: Range<Int>)] = []
  /// What is wrong in the document, a line each.
  private(set) var problems: [String] = []

  init(_ text: String) {
    lines = text.components(separatedBy: "\n")
    var row = 0
    while row < lines.count {
      if let match = lines[row].wholeMatch(of: /<!-- picture: (.*) -->/) {
        row = readBlock(String(match.1), after: row)
      } else if lines[row].hasPrefix("```"), row + 1 < lines.count, lines[row + 1].hasPrefix(" Drieluik · ") {
        problems.append("line \(row + 1): a screen without the name of its picture above it")
      }
      row += 1
    }
  }

  /// Takes the block below a picture's line and gives the row on which it ends.
  private mutating func readBlock(_ name: String, after row: Int) -> Int {
    guard let picture = DocumentPicture(name) else {
      problems.append("line \(row + 1): \(name) is no picture, such as overview-80x24-nl")
      return row + 1
    }
    guard row + 1 < lines.count, lines[row + 1] == "```text",
      let end = lines[(row + 2)...].firstIndex(of: "```")
    else {
      problems.append("line \(row + 1): no block of text below \(name)")
      return row
    }
    blocks.append((picture, (row + 2)..<end))
    return end
  }
}
