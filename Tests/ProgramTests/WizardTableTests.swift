import TerminalTesting
import Testing
import WerkendLeren

extension ScanAnswerRow {
  /// The answer as it is kept.
  func answer(to question: Question) -> Answer? {
    switch (given, question.kind) {
    case (.yes(let yes), _): .yesNo(yes)
    case (.choice(let number), .level): .level(number)
    case (.choice(let number), _): .one(question.options[number - 1].id)
    case (.choices(let numbers), _): .several(numbers.map { question.options[$0 - 1].id })
    case (.text(let text), .number): Int(text).map { .number($0) }
    case (.text(let text), .date): Day(iso: text).map { .date($0) }
    case (.text(let text), _): .text(text)
    case (.prose(let lines), _): .text(lines.joined(separator: "\n"))
    case (.person(let name, let function, let mail, let phone), _):
      .person(PersonAnswer(name: name, function: function, mail: mail, phone: phone))
    case (.nothing, _): nil
    }
  }

  /// The keys that give it in the wizard.
  func keys(at question: Question) -> [String] {
    let (enter, down) = (TypedKey.enter.bytes, TypedKey.down.bytes)
    func letters(_ text: String) -> [String] { text.map { String($0) } }
    switch given {
    case .yes(let yes): return [yes ? TypedKey.left.bytes : TypedKey.right.bytes, enter]
    case .choice(let number):
      if question.kind == .level { return [String(number), enter] }
      return Array(repeating: down, count: number - 1) + [" ", enter]
    case .choices(let numbers):
      var keys: [String] = []
      var place = 1
      for number in numbers {
        keys += Array(repeating: down, count: number - place) + [" "]
        place = number
      }
      return keys + [enter]
    case .text(let text): return letters(text) + [enter]
    case .prose(let lines): return lines.map(letters).joined(separator: [enter]) + [TypedKey.tab.bytes]
    case .person(let name, let function, let mail, let phone):
      return [name, function, mail, phone].flatMap { letters($0) + [enter] }
    case .nothing: return [question.kind == .prose ? TypedKey.tab.bytes : enter]
    }
  }
}

/// The answers that go through the questions and answers without a screen go through the wizard, too, and come to the same.
@Suite struct WizardTableTests {
  @Test(arguments: ["nl", "en"])
  func theTableOfAnswersGoesThroughTheWizardToo(language: String) throws {
    let driver = try WizardDriver(language)
    guard driver.begin() else { return }
    for row in ScanAnswersTable.full {
      let question = try #require(driver.questionnaire[QuestionID(row.question)])
      guard driver.isAt(question.id) else { return }
      for key in row.keys(at: question) { driver.terminal.send(key) }
      driver.know(row.answer(to: question), to: question.id)
      if driver.endsOnButton(question) { driver.press(.enter) }
      guard driver.expect("\(question.id) is not counted", { driver.isCounted($0) }) else { return }
    }
    guard driver.handIn() else { return }
    driver.terminal.send("q")
    #expect(driver.terminal.waitForExit() == .exited(0))
    let disk = try driver.onDisk()
    #expect(disk.findings.isEmpty && disk.records?.sheet == driver.sheet)
    #expect(disk.records?.answers.count == ScanAnswersTable.full.count { $0.json != nil })
  }
}
