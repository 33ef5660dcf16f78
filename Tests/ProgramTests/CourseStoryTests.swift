import Glibc
import Language
import TerminalTesting
import Testing

/// The course of a placement in a real terminal: each step by its form, and what triptych, overview and `status` then say.
@Suite struct CourseStoryTests {
  static let places: [(rows: Int, columns: Int, language: String)] = [(24, 80, "nl"), (18, 60, "en")]

  /// A person at the program, with its store.
  private struct Visit {
    let world: World
    let terminal: PseudoTerminal
    let words: Words

    init(_ world: World? = nil, rows: Int, columns: Int, language: String) throws {
      self.world = try world ?? FormStore.world(language)
      words = Words(language == "nl" ? .dutch : .english)
      terminal = try self.world.start(["--as", "Noor Bakker"], rows: rows, columns: columns)
      #expect(terminal.waitForText("Amira Lopend"))
    }

    /// The screen as one line of words, for texts that are wrapped.
    var said: String { terminal.screenText.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    func expect(_ text: String, line: Int = #line) {
      let found = terminal.wait { screen in
        screen.screenText.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(text)
      }
      #expect(found, "line \(line), no \(text):\n\(terminal.screenText)")
    }

    /// Waits for the note that a change was saved.
    func expectSaved(_ key: String, line: Int = #line) {
      expect(words("notice.saved", ["what": words(key)]), line: line)
    }

    func open(_ student: String) {
      terminal.send("/")
      // What was looked for before goes.
      terminal.send(.control("u"))
      terminal.send(student + "\r\r")
      #expect(terminal.wait { $0.row(0).contains(student) && !isForm($0) }, "\(terminal.screenText)")
    }

    private func isForm(_ terminal: PseudoTerminal) -> Bool {
      terminal.row(terminal.screen.size.rows - 1).contains("Ctrl-S")
    }

    /// Opens the form of a command by its name.
    func command(_ id: String) {
      terminal.send(":")
      expect(words["palette.title"])
      terminal.send(id)
      terminal.send(.enter)
      #expect(terminal.wait(until: isForm), "no form for \(id):\n\(terminal.screenText)")
    }

    /// Goes back to the overview, and waits until the line of a student there says something.
    func overviewSays(_ text: String, of student: String) -> Bool {
      terminal.send(.escape)
      return terminal.wait { screen in
        // Below what is looked for.
        screen.screenText.contains(words["overview.search"])
          && (2..<screen.screen.size.rows).contains {
            screen.row($0).contains(student) && screen.row($0).contains(text)
          }
      }
    }

    /// What `drieluik status` says under a name.
    func status(_ stage: String) throws -> String {
      let terminal = try PseudoTerminal(
        program: world.program, arguments: ["status", "--store", world.store, "--language", words.language.rawValue],
        environment: world.environment, rows: 60, columns: 100)
      #expect(terminal.waitForExit() == .exited(0))
      let name = words("stage.\(stage)") + ": "
      let lines = (0..<60).map { terminal.row($0) }
      let line = lines.first { $0.hasPrefix(name) } ?? ""
      return line.dropFirst(name.count).trimmingSpaces
    }

    func leave() {
      terminal.send("q")
      #expect(terminal.waitForExit() == .exited(0))
      #expect((try? FormStore.look(world).findings) == [])
    }
  }

  @Test(arguments: places)
  func startPauseResumeAndComplete(rows: Int, columns: Int, language: String) throws {
    let visit = try Visit(rows: rows, columns: columns, language: language)
    let terminal = visit.terminal
    let words = visit.words
    visit.open("Gijs Gereed")
    #expect(try visit.status("during") == "1")

    terminal.send("b")
    visit.expect(words["form.title.start"])
    terminal.send(.control("s"))
    visit.expectSaved("change.started")
    visit.expect(words("triptych.onTime"))
    #expect(try visit.status("during") == "2")
    #expect(
      visit.overviewSays(columns < 80 ? "Gijs" : words("phase.during.week", ["week": "1"]), of: "Gijs Gereed"),
      "\(terminal.screenText)")

    visit.open("Gijs Gereed")
    visit.command("pauzeren")
    terminal.send(.tab)
    terminal.send("+8w")
    terminal.send(.tab)
    terminal.send("verlof")
    terminal.send(.control("s"))
    visit.expectSaved("change.paused")
    visit.expect(words("triptych.paused.short", ["day": language == "nl" ? "23 nov" : "23 Nov"]))
    #expect(try visit.status("paused") == "2")
    // When it is meant to come back stands in the overview.
    let back = language == "nl" ? "terug 18 jan" : "back 18 Jan"
    #expect(visit.overviewSays(back, of: "Gijs Gereed"), "\(terminal.screenText)")

    visit.open("Gijs Gereed")
    visit.command("hervatten")
    terminal.send(.control("s"))
    visit.expectSaved("change.resumed")
    visit.expect(words("triptych.onTime"))
    #expect(try visit.status("paused") == "1")

    visit.command("afronden")
    terminal.send(.control("s"))
    visit.expectSaved("change.ended.completed")
    visit.expect(words["stage.completed"])
    #expect(try visit.status("completed") == "1")
    #expect(visit.overviewSays(words["stage.completed"], of: "Gijs Gereed"), "\(terminal.screenText)")
    // What has ended says so, and one key takes it back.
    terminal.send("u")
    visit.expect(words["dialog.yes"])
    terminal.send(.right)
    terminal.send(.enter)
    visit.expect(words("notice.undone", ["what": words["change.ended.completed"], "student": "Gijs Gereed"]))
    #expect(try visit.status("completed") == "", "a course with no placement is left out")
    visit.leave()
  }

  @Test(arguments: places)
  func endingEarlyIsThereAfterAKillAndCanBeReopened(rows: Int, columns: Int, language: String) throws {
    var visit = try Visit(rows: rows, columns: columns, language: language)
    let words = visit.words
    let before = try visit.status("ended")
    visit.open("Amira Lopend")
    visit.command("stoppen")
    visit.terminal.send(.tab)
    // The first of those who can end it: the student.
    visit.terminal.send(" ")
    visit.terminal.send(.tab)
    visit.terminal.send("ziek")
    visit.terminal.send(.control("s"))
    visit.expectSaved("change.ended.ended")
    visit.expect("ziek")
    visit.expect(words("triptych.endedBy", ["party": words["party.student.small"]]))
    visit.terminal.kill(SIGKILL)
    #expect(visit.terminal.waitForExit() == .signalled(SIGKILL))

    let world = visit.world
    visit = try Visit(world, rows: rows, columns: columns, language: language)
    #expect(try Int(visit.status("ended")) == Int(before).map { $0 + 1 })
    visit.open("Amira Lopend")
    visit.expect("ziek")
    // Read only until it is reopened.
    visit.terminal.send(":pauzeren\r")
    visit.expect(words["refusal.ended"])
    visit.command("heropenen")
    visit.terminal.send("toch niet gestopt")
    visit.terminal.send(.control("s"))
    visit.expectSaved("change.reopened")
    #expect(try visit.status("ended") == before)
    visit.leave()
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    split(separator: " ").joined(separator: " ")
  }
}
