import Glibc
import Language
import StateStore
import TerminalTesting
import Testing
import WerkendLeren

/// A whole workplace scan in a real terminal, from the first key to handing in: by arrows, Tab, Enter and letters alone.
@Suite struct WizardStoryTests {
  @Test(arguments: FormPlace.all)
  func aWholeScanIsFilledInAndHandedIn(place: FormPlace) throws {
    let driver = try WizardDriver(place.language, rows: place.rows, columns: place.columns)
    guard driver.begin() else { return }
    var id: QuestionID? = "A1"
    var count = 0
    while let question = id, count < 60 {
      guard driver.isAt(question) else { return }
      if count == 20 {
        let other = place.columns == 60 ? (rows: 40, columns: 120) : (rows: 18, columns: 60)
        driver.terminal.resize(rows: other.rows, columns: other.columns)
        guard driver.isAt(question) else { return }
        driver.terminal.resize(rows: place.rows, columns: place.columns)
        guard driver.isAt(question) else { return }
      }
      if question == "B1" {
        driver.terminal.paste("eerste taak\r\ntweede taak\n\nderde taak")
        driver.press(.tab)
        driver.know(.text("eerste taak\ntweede taak\n\nderde taak"), to: question)
        guard driver.expect("not saved", { driver.isCounted($0) }) else { return }
      } else {
        guard driver.answer(question, .all) else { return }
      }
      id = driver.next(after: question)
      count += 1
    }
    #expect(count == 50)
    guard driver.handIn() else { return }
    driver.terminal.send("q")
    #expect(driver.terminal.waitForExit() == .exited(0))
    let disk = try driver.onDisk()
    #expect(disk.findings.isEmpty && disk.records?.scan.state == .submitted)
    #expect(disk.records?.sheet == driver.sheet)
  }

  @Test func theFewestKeysForAnHonestScanAreCounted() throws {
    let driver = try WizardDriver("nl")
    guard driver.begin() else { return }
    var id: QuestionID? = "A1"
    while let question = id {
      guard driver.isAt(question), driver.answer(question, .fewest) else { return }
      id = driver.next(after: question)
    }
    guard driver.handIn() else { return }
    #expect(driver.keys <= 113)
    driver.terminal.send("q")
    #expect(driver.terminal.waitForExit() == .exited(0))
  }

  @Test func aLongScanCostsNoMoreBytesAKeyThanAShortOne() throws {
    let world = try FormStore.world("nl")
    let store = try FormStore.open(world.store)
    let viewer = Viewer.school(name: "Noor Bakker")
    let moment = Moment(today: Day(iso: FormStore.today) ?? Day(number: 0), text: "\(FormStore.today)T09:30:00+01:00")
    let questions = (1...300).map { number in
      Question(
        id: QuestionID("X\(number)"), kind: number.isMultiple(of: 2) ? .prose : .level,
        text: Bilingual(dutch: "Vraag \(number)", english: "Question \(number)"),
        levels: (1...4).map { Bilingual(dutch: "niveau \($0)", english: "level \($0)") })
    }
    let title = Bilingual(dutch: "Alles", english: "All")
    try store.ensureQuestionnaire(
      Questionnaire(
        version: "lang", sections: [QuestionSection(id: "X", title: title, questions: questions)], advice: []),
      at: moment)
    guard case .one(let placement) = try store.find("2001", as: viewer),
      case .done(_, let records) = try store.beginScan(at: placement, as: viewer, at: moment)
    else {
      Issue.record("no scan")
      return
    }
    let long = String(repeating: "Twintigduizend tekens. ", count: 869)
    let answers = questions.filter { $0.kind == .prose }.map {
      ($0.id, Answer?.some(.text(String(long.prefix(20_000)))))
    }
    _ = try store.perform(
      .answer(Dictionary(answers) { $1 }), onScan: records.scan.id, from: placement, as: viewer, at: moment)
    try store.close()
    let driver = try WizardDriver("nl", world: world)
    guard driver.openList() else { return }
    driver.terminal.send(.enter)
    guard driver.expect("no questions", { $0.screenText.contains("vraag 1 van 300") }) else { return }
    driver.press(.tab)
    guard driver.expect("not there", { $0.screenText.contains("vraag 2 van 300") }) else { return }
    driver.terminal.settle()
    let clock = ContinuousClock()
    var slowest = Duration.zero
    // The cursor stands in a text of 20,000 characters, which is full: one character goes and comes again.
    for key in [TypedKey.backspace.bytes, "x", TypedKey.backspace.bytes, "y", TypedKey.backspace.bytes, "z"] {
      driver.terminal.markBytes()
      let start = clock.now
      driver.terminal.send(key)
      guard driver.expect("no answer", { $0.bytesSinceMark > 0 }) else { return }
      slowest = max(slowest, start.duration(to: clock.now))
      driver.terminal.settle(milliseconds: 60)
      #expect(driver.terminal.bytesSinceMark <= 40, "\(driver.terminal.textSinceMark.debugDescription)")
    }
    // So slow that nobody would call it fluent, on the slowest of machines.
    #expect(slowest < .seconds(2), "\(slowest)")
    driver.terminal.markBytes()
    driver.terminal.send(.control("c"))
    #expect(driver.expect("not closed") { $0.row(0).contains("Werkplekscans") })
  }

  @Test func killedAtEveryTenthKeyNothingThatWasCalledSavedIsLost() throws {
    let driver = try WizardDriver("nl")
    guard driver.begin() else { return }
    var id: QuestionID? = "A1"
    var sent = 0
    var kills = 0
    while let current = id {
      guard driver.isAt(current), let question = driver.questionnaire[current] else { return }
      var (answer, keys) = driver.input(question, .fewest)
      if driver.endsOnButton(question) { keys.append(TypedKey.enter.bytes) }
      if let place = keys.indices.first(where: { (sent + $0 + 1).isMultiple(of: 10) }), sent / 10 == kills {
        for key in keys[...place] { driver.terminal.send(key) }
        kills += 1
        driver.terminal.kill(SIGKILL)
        #expect(driver.terminal.waitForExit() == .signalled(SIGKILL))
        let disk = try driver.onDisk()
        let found = disk.records?.sheet ?? AnswerSheet()
        #expect(disk.findings.isEmpty, "\(disk.findings)")
        for (saved, answer) in driver.sheet.answers { #expect(found[saved] == answer, "kill \(kills): \(saved)") }
        try driver.restart()
        // The last key may have saved what it left before the kill.
        if found[current] != nil, found[current] == answer { driver.know(answer, to: current) }
        guard driver.goOn() else { return }
        var here: QuestionID?
        guard
          driver.expect(
            "nowhere",
            {
              here = driver.question($0); return here != nil
            })
        else { return }
        #expect(here == current || here == driver.next(after: current), "kill \(kills) at \(current)")
        id = here
        if here != current { sent += keys.count }
        continue
      }
      for key in keys { driver.terminal.send(key) }
      driver.know(answer, to: current)
      guard driver.expect("\(current) is not counted", { driver.isCounted($0) }) else { return }
      sent += keys.count
      id = driver.next(after: current)
    }
    #expect(kills >= 10)
    guard driver.handIn() else { return }
    driver.terminal.send("q")
    #expect(driver.terminal.waitForExit() == .exited(0))
    #expect(try driver.onDisk().records?.sheet == driver.sheet)
  }

  @Test func afterADroppedLineItGoesOnAtTheSameQuestion() throws {
    let driver = try WizardDriver("en", rows: 18, columns: 60)
    guard driver.begin() else { return }
    for question: QuestionID in ["A1", "A2", "A3"] {
      guard driver.isAt(question), driver.answer(question, .all) else { return }
    }
    guard driver.isAt("A4") else { return }
    driver.press(.tab)
    guard driver.isAt("A5") else { return }
    driver.type("half a sen")
    #expect(driver.terminal.waitForText("half a sen"))
    driver.terminal.hangUp()
    #expect(driver.terminal.waitForExit() != nil)
    try driver.restart()
    guard driver.goOn() else { return }
    #expect(driver.isAt("A5"))
  }

  @Test func twoPeopleInOneScanSeeEachOtherAndAConflictShowsBoth() throws {
    let first = try WizardDriver("nl")
    guard first.begin() else { return }
    let second = try WizardDriver("nl", world: first.world, options: ["--role", "employer", "--as", "Els Kok"])
    guard second.expect("no placement", { $0.screenText.contains("Amira Lopend") }) else { return }
    // The employer begins with what is theirs to do; the placement stands behind it.
    second.terminal.send("p")
    guard second.expect("not opened", { $0.row(0).contains("Amira Lopend") }) else { return }
    second.terminal.send("w")
    guard second.expect("no scan", { $0.screenText.contains("wordt ingevuld") }) else { return }
    second.terminal.send(.enter)
    guard second.expect("no first page", { second.said($0).contains("Beginnen") || second.question($0) != nil }) else {
      return
    }
    second.terminal.send(.enter)
    guard second.isAt("A1") else { return }
    // What one saves the other sees by the next tick.
    first.type("Van Dijk")
    first.press(.tab)
    guard
      second.expect("not seen", { $0.screenText.contains("Van Dijk") && second.said($0).contains("intussen in: A1") })
    else { return }
    // Both answer A3; the second leaves it first.
    first.press(.tab)
    second.press(.tab, .tab)
    guard first.expect("not there", { $0.row(2).contains("vraag 3 van 8") }),
      second.expect("not there", { $0.row(2).contains("vraag 3 van 8") })
    else { return }
    first.type("Kerkstraat 1")
    second.type("Dorpsplein 2")
    guard first.expect("not typed", { $0.screenText.contains("Kerkstraat 1") }),
      second.expect("not typed", { $0.screenText.contains("Dorpsplein 2") })
    else { return }
    second.press(.tab)
    guard second.expect("not saved", { $0.row(0).contains("2 van") }),
      first.expect("not told", { first.said($0).contains("Els Kok vulde intussen in: A3") })
    else { return }
    #expect(first.terminal.waitForText("Kerkstraat 1"))
    first.press(.tab)
    guard first.expect("no conflict", { first.said($0).contains("Els Kok antwoordde intussen") }) else { return }
    #expect(first.terminal.waitForText("Dorpsplein 2") && first.terminal.waitForText("Kerkstraat 1"))
    first.press(.tab, .enter)
    guard second.expect("not seen", { $0.screenText.contains("Kerkstraat 1") }) else { return }
    first.terminal.kill(SIGKILL)
    second.terminal.kill(SIGKILL)
    #expect(first.terminal.waitForExit() != nil && second.terminal.waitForExit() != nil)
    let sheet = try first.onDisk().records?.sheet
    #expect(sheet?["A1"] == .text("Van Dijk") && sheet?["A3"] == .text("Kerkstraat 1"))
  }
}
