import Language
import WerkendLeren

@testable import Dashboards

extension Session {
  /// Begins a scan at Amira's workplace and opens it; `answered`: with every question of these sections answered.
  mutating func beginScan(answered sections: String = "") {
    open("Amira")
    press(.character("w"), .enter)
    guard !sections.isEmpty else { return }
    press(.escape)
    store.fill(sections)
    press(.enter)
  }

  /// Goes to a question of the scan that is being filled in.
  mutating func go(toQuestion id: QuestionID) {
    guard case .wizard(let screen) = app.top else { return }
    run(app.go(to: id, screen))
  }
}

extension FakeStore {
  /// Answers every question of the sections of the newest scan that is shown, well.
  mutating func fill(_ sections: String, by name: String? = nil) {
    guard let scan = scans.last else { return }
    let before = viewer
    defer { viewer = before }
    if let name { viewer.name = name }
    var sheet = scan.sheet
    var answers: [QuestionID: Answer?] = [:]
    for section in questionnaire.sections where sections.contains(section.id) {
      for question in section.questions where SheetReading(sheet, of: questionnaire).isShown(question.id) {
        let answer = FakeStore.goodAnswer(to: question, on: today)
        sheet[question.id] = answer
        answers[question.id] = answer
      }
    }
    _ = take(
      ScanStepRequest(scan: scan.scan.id, placement: Fixture.amira, step: .answer(answers), seen: nil), at: "13:55")
  }

  /// An answer that is right and leads to no condition.
  static func goodAnswer(to question: Question, on today: Day) -> Answer {
    switch question.kind {
    case .yesno: .yesNo(true)
    case .one: .one(question.options[0].id)
    case .several: .several([question.options[0].id])
    case .level: .level(3)
    case .text: .text(question.digits == nil ? "Een regel" : "12345678")
    case .prose: .text("Een tekst van\ntwee regels.")
    case .number: .number((question.minimum + question.maximum) / 2)
    case .date: .date(today)
    case .person: .person(PersonAnswer(name: "Sanne Mol", function: "teamleider", mail: "sanne@vandijk.nl"))
    case .email: .text("sanne@vandijk.nl")
    case .phone: .text("06-12345678")
    case .url: .text("www.vandijk.nl")
    }
  }
}

extension Scene {
  static let scans: [Scene] = [
    Scene("scans-none") { session in
      session.open("Amira")
      session.press(.character("w"))
    },
    Scene("scans") { session in
      session.open("Amira")
      session.press(.character("w"), .enter, .escape)
    },
    Scene("wizard-intro") { $0.beginScan() },
    Scene("wizard") { session in
      session.beginScan()
      session.press(.enter)
      session.type("Van Dijk Techniek")
      session.press(.enter)
      session.type("1234")
      session.press(.enter)
    },
    Scene("wizard-level") { session in
      session.beginScan(answered: "AB")
      session.go(toQuestion: "B2")
      session.press(.character("4"))
    },
    Scene("wizard-several") { session in
      session.beginScan(answered: "ABCD")
      session.go(toQuestion: "E3")
      session.press(.down, .character(" "), .down, .down, .right)
    },
    Scene("wizard-person") { session in
      session.beginScan()
      session.go(toQuestion: "A6")
      session.type("Sanne Mol")
      session.press(.tab, .tab)
      session.type("sanne@")
      session.press(.tab)
    },
    Scene("wizard-prose") { session in
      session.beginScan()
      session.go(toQuestion: "A5")
      session.type("Wij maken en onderhouden machines voor de voedingsindustrie in de regio. ")
      for number in 1...8 { session.type("Dit is regel \(number).\n") }
    },
    Scene("wizard-number") { session in
      session.beginScan(answered: "A")
      session.go(toQuestion: "F1")
      session.type("36")
      session.press(.enter)
      session.type("40")
      session.press(.enter)
    },
    Scene("wizard-sections") { session in
      session.beginScan(answered: "AB")
      session.press(.function(2))
    },
    Scene("wizard-problems") { session in
      session.beginScan(answered: "ABCDEG")
      session.press(.control("s"))
    },
    Scene("wizard-hand-in") { session in
      session.beginScan(answered: "ABCDEFGH")
      session.press(.control("s"))
    },
    Scene("wizard-closing") { session in
      session.beginScan(answered: "ABCDEFGH")
      session.press(.control("s"), .enter)
    },
    Scene("wizard-conflict") { session in
      session.beginScan()
      session.go(toQuestion: "A1")
      session.type("Van Dijk")
      session.store.answer("A1", .text("Van Dijk Techniek BV"), as: "Sanne Mol")
      session.press(.tab)
    },
    Scene("wizard-changed-by") { session in
      session.beginScan()
      session.go(toQuestion: "A4")
      session.store.answer("A1", .text("Van Dijk Techniek BV"), as: "Sanne Mol")
      session.run(session.app.update(.storeChanged))
    },
    Scene("wizard-store-failed") { session in
      session.beginScan()
      session.go(toQuestion: "A1")
      session.type("Van Dijk")
      session.store.failure = "De schijf is vol. Maak ruimte en probeer het opnieuw."
      session.press(.tab)
    },
    Scene("wizard-leave") { session in
      session.beginScan()
      session.go(toQuestion: "A2")
      session.type("12")
      session.press(.escape)
    },
    Scene("wizard-sent-back") { session in
      session.beginScan(answered: "ABCDEFGH")
      session.press(.control("s"), .enter, .enter)
      session.store.step(.comment("B1", text: "Noem ook de taken in het tweede jaar."))
      session.store.step(.sendBack(note: "Vul B1 nog aan: wat doet de student-werknemer na een jaar?"))
      session.run(session.app.update(.storeChanged))
      session.press(.enter)
    },
    Scene("wizard-comment") { session in
      session.beginScan(answered: "ABCDEFGH")
      session.press(.control("s"), .enter, .enter)
      session.store.step(.comment("B1", text: "Noem ook de taken in het tweede jaar."))
      session.store.step(.sendBack(note: "Vul B1 nog aan."))
      session.run(session.app.update(.storeChanged))
      session.press(.enter, .enter)
      session.go(toQuestion: "B1")
    },
    Scene("scan-text") { session in
      session.beginScan(answered: "ABCDEFGH")
      session.press(.control("s"), .enter, .enter, .enter)
    },
  ]
}

extension FakeStore {
  /// Takes a step on the newest scan.
  mutating func step(_ step: ScanStep) {
    guard let scan = scans.last?.scan.id else { return }
    _ = take(ScanStepRequest(scan: scan, placement: Fixture.amira, step: step, seen: nil), at: "14:01")
  }

  /// Somebody else answers a question of the newest scan.
  mutating func answer(_ question: QuestionID, _ answer: Answer?, as name: String) {
    let before = viewer
    defer { viewer = before }
    viewer.name = name
    step(.answer([question: answer]))
  }
}
