import Canvas
import Foundation
import Language
import Testing

@testable import Dashboards

/// Text pictures of every screen, for a person to read: `Pictures/<screen>-<size>-<language>.txt`. `UPDATE_PICTURES=1` writes them anew.
@Suite struct PictureTests {
  static let sizes = [(60, 18), (80, 24), (120, 40)]

  @Test(arguments: Scene.all.map(\.name))
  func everyScreenLooksAsItWasSeen(name: String) throws {
    let scene = try #require(Scene.all.first { $0.name == name })
    for (columns, rows) in Self.sizes {
      for language in Language.allCases {
        let session = scene.play(language: language, size: Size(columns: columns, rows: rows))
        try Picture.compare(session.canvas, to: "\(name)-\(columns)x\(rows)-\(language.rawValue)")
      }
    }
    let session = scene.play(language: .dutch, size: Size(columns: 80, rows: 24))
    try Picture.compare(session.canvas.asciiFallback(), to: "\(name)-80x24-ascii")
  }

  @Test func aWindowThatIsTooSmallSaysSo() throws {
    for language in Language.allCases {
      let session = Session(Fixture.store, language: language, size: Size(columns: 40, rows: 10))
      try Picture.compare(session.canvas, to: "too-small-40x10-\(language.rawValue)")
    }
  }

  @Test func thePlainModeHasWordsWithoutFrames() throws {
    var session = Session(Fixture.store, size: Size(columns: 120, rows: 40), isPlain: true)
    session.open("Amira")
    try Picture.compare(session.canvas, to: "triptych-120x40-plain")
    #expect(!session.text.unicodeScalars.contains { (0x2500...0x259F).contains($0.value) })
  }

  @Test func thePlainModeShowsNothingBesideTheLinesOfABox() {
    var session = Session(Fixture.store, isPlain: true)
    session.open("Amira")
    session.press(.character(":"))
    #expect(session.text.contains("Opdrachten") && !session.text.contains("Overeenkomst"))
  }
}

/// A picture in a file.
enum Picture {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Pictures")

  /// Compares a canvas with the stored picture, the cursor's place below it.
  static func compare(_ canvas: Canvas, to name: String) throws {
    let place = canvas.cursor.map { "cursor: row \($0.row), column \($0.column)" } ?? "no cursor"
    let drawn = canvas.text + "\n\n" + place + "\n"
    let file = folder.appendingPathComponent(name + ".txt")
    if ProcessInfo.processInfo.environment["UPDATE_PICTURES"] == "1" {
      try drawn.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let stored = try String(contentsOf: file, encoding: .utf8)
    #expect(stored == drawn, "\(name) differs; UPDATE_PICTURES=1 writes what is drawn now:\n\(drawn)")
  }
}
