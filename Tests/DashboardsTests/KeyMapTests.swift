import Canvas
import Foundation
import Language
import Testing
import Widgets

@testable import Dashboards

/// The user's own keys.
@Suite struct KeyMapTests {
  private func wish(_ screen: String, _ command: String, _ keys: String..., line: Int = 3) -> KeyWish {
    KeyWish(
      screen: KeyWish.Name(screen, line: line - 1), command: KeyWish.Name(command, line: line),
      keys: keys.map { KeyWish.Name($0, line: line) })
  }

  private func problems(_ wishes: KeyWish...) -> [String] {
    KeyMap.read(wishes, Words(.dutch)).problems.map { "\($0.line) \($0.field) \($0.key)" }
  }

  @Test func ownKeysTakeThePlaceOfTheProgramsEverywhereTheyAreNamed() {
    let words = Words(.dutch)
    let (map, problems) = KeyMap.read(
      [wish("overview", "search", "z", "F3"), wish("everywhere", "down", "j", "Down")], words)
    #expect(problems.isEmpty)
    let table = map.table(.overview, words)
    #expect(table.command(for: .character("z")) == "search" && table.command(for: .function(3)) == "search")
    #expect(table.command(for: .character("/")) == nil)
    #expect(table.command(for: .character("j")) == "down" && table.command(for: .down) == "down")
    #expect(table.hints.hints.contains { $0.key == "z" && $0.command == "search" })
    #expect(map.helpLines(.overview, words).contains { $0.hasPrefix("z ") && $0.contains("(ook F3)") })
    #expect(map.helpLines(.history, words).contains { $0.hasPrefix("j ") })
    #expect(KeyListing.lines(map, words).contains { $0.hasPrefix("overview.search: z, F3; ") })
    // Where letters are text, a letter of `everywhere` stays one.
    #expect(map.table(.search, words).command(for: .character("j")) == nil)
  }

  @Test func ownKeysWorkOnTheScreens() throws {
    let (map, problems) = KeyMap.read(
      [
        wish("everywhere", "down", "ß"), wish("everywhere", "up", "й"), wish("everywhere", "back", "ä"),
        wish("everywhere", "suspend", "F9"), wish("overview", "search", "s"), wish("search", "list", "F7"),
        wish("filters", "change", "v"),
      ], Words(.dutch))
    #expect(problems.isEmpty)
    var session = Session(Fixture.store, keyMap: map)
    let first = session.cursorLine
    session.press(.character("ß"))
    #expect(session.cursorLine != first)
    session.press(.character("й"))
    #expect(session.cursorLine == first)
    session.press(.enter)
    #expect(session.isTriptych)
    session.press(.character("ä"))
    #expect(!session.isTriptych)
    session.press(.character("/"))
    session.press(.character("s"))
    session.type("overli")
    #expect(session.text.contains("Øverli"))
    session.press(.function(7), .tab, .character("v"))
    #expect(session.text.contains("fase: voorb"))
    #expect(session.app.update(.event(.key(.control("z")))).isEmpty)
    #expect(session.app.update(.event(.key(.function(9)))) == [.suspend])
  }

  @Test func aCommandWithoutAKeyIsStillInThePalette() {
    let (map, problems) = KeyMap.read([wish("triptych", "note")], Words(.dutch))
    #expect(problems.isEmpty)
    var session = Session(Fixture.store, size: Size(columns: 160, rows: 40), keyMap: map)
    session.open("Amira")
    #expect(!session.line(39).contains("notitie"))
    #expect(session.app.paletteEntries.contains { $0.id == "note" && $0.keys == "–" })
    session.press(.character("n"))
    #expect(session.isTriptych)
  }

  @Test func whatIsWrongIsNamedWithItsLineAndField() {
    #expect(problems(wish("overveiw", "search", "z")) == ["2 keys.overveiw keys.unknownScreenNear"])
    #expect(problems(wish("zzzzzz", "search", "z")) == ["2 keys.zzzzzz keys.unknownScreen"])
    #expect(problems(wish("overview", "serach", "z")) == ["3 keys.overview.serach keys.unknownCommandNear"])
    #expect(problems(wish("overview", "confirm", "z")).first?.contains("keys.unknownCommand") ?? false)
    #expect(problems(wish("overview", "search", "Entre")) == ["3 keys.overview.search keys.unknownKeyNear"])
    #expect(problems(wish("overview", "search", "Ctrl-I")) == ["3 keys.overview.search keys.sameAs"])
    #expect(problems(wish("overview", "search", "Ctrl-1")) == ["3 keys.overview.search keys.neverSent"])
    #expect(problems(wish("search", "list", "z")) == ["3 keys.search.list keys.isTyping"])
    #expect(problems(wish("search", "list", "Ctrl-A")) == ["3 keys.search.list keys.isTyping"])
    #expect(problems(wish("form", "submit", "F4")) == ["3 keys.form.submit keys.isTyping"])
    #expect(problems(wish("form", "toggle", "F6")) == ["3 keys.form.toggle keys.fixed"])
    #expect(problems(wish("triptych", "move", "z")) == ["3 keys.triptych.move keys.fixed"])
    #expect(problems(wish("everywhere", "quit")) == ["3 keys.everywhere.quit keys.needed"])
    #expect(problems(wish("overview", "search", "Alt-x", "é", "F12")).isEmpty)
  }

  @Test func aConflictIsNamedOnceWithTheOtherCommand() throws {
    let words = Words(.english)
    let found = KeyMap.read([wish("overview", "search", "t", line: 9)], words).problems
    #expect(found.count == 1)
    let problem = try #require(found.first)
    #expect(problem.line == 9 && problem.field == "keys.overview.search" && problem.key == "keys.conflict")
    #expect(problem.details["other"] == "mine" && problem.details["key"] == "t")
    #expect(words(problem.key, problem.details).contains("mine"))
    // Across all screens it is one conflict, too.
    #expect(problems(wish("everywhere", "undo", "x")) == ["3 keys.everywhere.undo keys.conflict"])
    #expect(
      problems(wish("overview", "search", "F3"), wish("overview", "mine", "F3", line: 5))
        == ["5 keys.overview.mine keys.conflict"])
    // Two that change places have none.
    #expect(problems(wish("overview", "search", "t"), wish("overview", "mine", "/", line: 4)).isEmpty)
  }

  /// Every key of every command on every screen, given to another command there, in the long tests to every other: a conflict, always named.
  @Test func everyConflictOnEveryScreenIsFound() {
    let words = Words(.dutch)
    let isLong = ProcessInfo.processInfo.environment["DRIELUIK_TEST_LONG"] != nil
    for screen in KeyScreen.allCases where screen != .everywhere {
      let bindings = KeyMap.standard.table(screen, words).bindings.filter { !$0.keys.isEmpty }
      for (place, binding) in bindings.enumerated() {
        let next = bindings[(place + 1) % bindings.count]
        for other in isLong ? bindings : [next] where other.command != binding.command {
          for key in other.keys where !screen.needs(key) {
            let name = KeyName.text(key)
            let found = problems(wish(screen.rawValue, binding.command, name))
            #expect(
              found == ["3 keys.\(screen.rawValue).\(binding.command) keys.conflict"],
              "\(screen).\(binding.command): \(name) of \(other.command)")
          }
        }
      }
    }
  }

  @Test func everyScreenHasANameInBothLanguages() {
    for language in Language.allCases {
      for screen in KeyScreen.allCases { #expect(Words(language).has("keys.screen.\(screen.rawValue)"), "\(screen)") }
    }
  }

  @Test func ctrlAHasHomeBesideIt() {
    for screen in KeyScreen.allCases {
      for binding in KeyMap.standard.table(screen, Words(.dutch)).bindings where binding.keys.contains(.control("a")) {
        #expect(binding.keys.contains(.home), "\(screen).\(binding.command)")
      }
    }
    for key in [Key.control("a"), .home] {
      var field = TextField("abc")
      _ = field.handle(.key(key))
      #expect(field.cursor == 0)
    }
  }

  /// The documents list the keys as the program has them; `UPDATE_PICTURES=1` writes them anew.
  @Test(arguments: [("docs/keys.md", Language.english), ("docs/toetsen.md", .dutch)])
  func theDocumentsListAllKeys(path: String, language: Language) throws {
    let file = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: path)
    let text = KeyListing.markdown(.standard, Words(language)).joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["UPDATE_PICTURES"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text, "UPDATE_PICTURES=1 writes it anew")
  }

  /// Random wishes, half of them of names that there are: either every problem has its line and its text, or no screen has a conflict.
  @Test func randomWishesGiveProblemsOrAMapWithoutConflicts() {
    let isLong = ProcessInfo.processInfo.environment["DRIELUIK_TEST_LONG"] != nil
    let words = Words(.dutch)
    let screens = KeyScreen.allCases
    let letters = Array("abcxyzäß й中/:?-^{}\u{301}\u{7}'\"🙂")
    let names = [
      "F3", "F99", "Ctrl-R", "Ctrl-I", "Ctrl-", "Alt-x", "Tab", "Enter", "Esc", "PgUp", "Home", "Space", "Shift-Tab",
      "",
      "Ctrl-Ctrl", "F", "Down", "Up", "q", "n", "u",
    ]
    for seed in 1...UInt64(isLong ? 10_000 : 300) {
      var random = SeededGenerator(seed: seed)
      func garbage() -> String {
        String((0..<Int.random(in: 0...6, using: &random)).compactMap { _ in letters.randomElement(using: &random) })
      }
      let wishes = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        let screen = screens.randomElement(using: &random) ?? .overview
        let command = screen.bindings(words).randomElement(using: &random)?.command ?? ""
        let isWild = Int.random(in: 0..<4, using: &random) == 0
        return KeyWish(
          screen: KeyWish.Name(isWild && Bool.random(using: &random) ? garbage() : screen.rawValue, line: 2),
          command: KeyWish.Name(isWild ? garbage() : command, line: 3),
          keys: (0..<Int.random(in: 0...2, using: &random)).map { _ in
            let isName = Int.random(in: 0..<4, using: &random) > 0
            return KeyWish.Name(isName ? names.randomElement(using: &random) ?? "" : garbage(), line: 4)
          })
      }
      let (map, problems) = KeyMap.read(wishes, words)
      for problem in problems {
        #expect((2...4).contains(problem.line), "seed \(seed)")
        let text = words(problem.key, problem.details)
        #expect(!text.hasPrefix("[") || text.count > problem.key.count + 2, "seed \(seed): \(text)")
        #expect(text.contains("{") == problem.details.values.contains { $0.contains("{") }, "seed \(seed): \(text)")
      }
      guard problems.isEmpty else { continue }
      for screen in screens { #expect(map.table(screen, words).conflicts.isEmpty, "seed \(seed): \(wishes)") }
    }
  }
}
