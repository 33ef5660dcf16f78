import Canvas
import Language
import Testing
import WerkendLeren
import Widgets

@testable import Dashboards

/// Keys and texts: no conflicts, nothing that needs a rare key, and every text of ours fits at home size in both languages.
@Suite struct FitTests {
  private static func tables(_ words: Words) -> [(String, BindingTable)] {
    KeyScreen.allCases.filter { $0 != .everywhere }.map { ($0.rawValue, KeyMap.standard.table($0, words)) }
  }

  @Test func keysHaveNoConflicts() {
    for (name, table) in Self.tables(Words(.dutch)) {
      #expect(table.conflicts.isEmpty, "\(name): \(table.conflicts)")
    }
  }

  @Test func noKeyNeedsAltOrAltGr() {
    // Shift alone is in everybody's reach, and what V does is in the palette too.
    let easy = "abcdefghijklmnopqrstuvwxyz /:?V"
    for (name, table) in Self.tables(Words(.dutch)) {
      for key in table.bindings.flatMap(\.keys) {
        switch key {
        case .alt: Issue.record("\(name) has a key with Alt")
        case .character(let character): #expect(easy.contains(character), "\(name): \(character)")
        default: break
        }
      }
    }
  }

  @Test func everyScreenNamesItsWayBackOrOut() {
    for words in Language.allCases.map(Words.init) {
      for (name, table) in Self.tables(words) {
        var canvas = Canvas(size: Size(columns: 60, rows: 1))
        table.hints.draw(into: &canvas, in: canvas.bounds, theme: .plain)
        let ways = ["key.back", "key.quit", "key.close", "key.toList"].map { words($0) }
        #expect(ways.contains { canvas.text.contains($0) }, "\(name): \(canvas.text)")
      }
    }
  }

  @Test func helpFitsTheSmallestWindowLineByLine() {
    for words in Language.allCases.map(Words.init) {
      for screen in KeyScreen.allCases {
        for line in KeyMap.standard.helpLines(screen, words)
          + words["help.signs"].split(separator: "\n").map(String.init)
        {
          #expect(TextWidth.columns(of: line) <= 58, "\(screen): \(line)")
        }
      }
    }
  }

  @Test(arguments: Scene.all.map(\.name))
  func noTextOfOursIsCutAtHomeSize(name: String) throws {
    let scene = try #require(Scene.all.first { $0.name == name })
    for language in Language.allCases {
      let session = scene.play(language: language, size: Size(columns: 80, rows: 24))
      #expect(!session.line(0).contains("…"), "title: \(session.line(0))")
      let hints = session.line(23)
      #expect(hints.firstRange(of: "…").map { hints[$0.upperBound...].allSatisfy { $0 == " " } } ?? true)
      #expect(!session.noticeLine.contains("…"), "\(session.noticeLine)")
      if case .overview = session.app.top { #expect(!session.line(3).contains("…"), "\(session.line(3))") }
      if case .triptych = session.app.top {
        for row in 1...3 { #expect(!session.line(row).contains("…"), "\(session.line(row))") }
      }
    }
  }

  @Test func everyRefusalCanBeReadWhole() {
    for language in Language.allCases {
      let wording = RefusalWording(words: Words(language), today: Fixture.today)
      for kind in Refusal.Kind.allCases {
        var session = Session(Fixture.store, language: language, size: App.smallest)
        session.open("Amira")
        let refusal = Refusal(
          kind, duty: DutyID("employer.preparation.contact"), party: .employer, day: Fixture.today,
          duties: [DutyID("school.preparation.agreement"), DutyID("employer.preparation.workplace")])
        session.app.refuse(refusal)
        let text = wording.text(refusal, model: Fixture.store.model)
        #expect(!text.contains("[") && !text.contains("{"), "\(text)")
        #expect(session.said.contains(text), "\(text)\n\(session.text)")
      }
    }
  }

  @Test func dialogsAndListsStandOnTheScreenInTheSmallestWindow() throws {
    for name in ["conflict", "form-leave", "undo-elsewhere", "gates", "palette"] {
      let scene = try #require(Scene.all.first { $0.name == name })
      for language in Language.allCases {
        let session = scene.play(language: language, size: App.smallest)
        let words = session.app.words
        let needed: [String] =
          switch name {
          case "conflict": [words["conflict.leave"], words["conflict.anyway"]]
          case "form-leave": [words["form.leave.stay"], words["form.leave.save"], words["form.leave.discard"]]
          case "undo-elsewhere": [words["dialog.no"], words["dialog.yes"]]
          case "gates": [words["palette.gates"]]
          default: [words["palette.title"]]
          }
        for text in needed { #expect(session.text.contains(text), "\(name): \(session.text)") }
      }
    }
  }
}
