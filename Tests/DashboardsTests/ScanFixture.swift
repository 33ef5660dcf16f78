import Testing
import WerkendLeren

@testable import Dashboards

/// Scans of Amira's workplace for the pictures and the flows.
extension FakeStore {
  static func person(_ name: String, _ function: String) -> Answer {
    .person(PersonAnswer(name: name, function: function, mail: "info@vandijk.nl", phone: "038-1234567"))
  }

  /// What Jan van Dijk answers: mostly in order, with some weak points.
  static let scanAnswers: [QuestionID: Answer?] = [
    "A1": .text("Van Dijk Techniek"), "A2": .text("12345678"), "A3": .text("Kade 1, Zwolle"), "A4": .one("small"),
    "A5": .text("Installaties voor bedrijven.\nDe afdeling Beheer houdt netwerken en servers draaiend."),
    "A6": person("Jan van Dijk", "eigenaar"), "A7": .number(2), "A8": .yesNo(true),
    "B1": .text("Storingen oplossen, werkplekken inrichten, meebouwen aan het beheer van servers."), "B2": .level(3),
    "B3": .level(2), "B4": .level(3), "B5": .several(["own_workplace", "computer"]), "B6": .yesNo(true),
    "C1": .yesNo(true), "C2": person("Sanne Mol", "teamleider"), "C3": .number(9), "C4": .level(3),
    "C5": .number(120), "C6": .level(2), "C7": .yesNo(false), "C8": .one("partly"), "D1": .level(3), "D2": .level(3),
    "D3": .level(4), "D4": .yesNo(true), "D4a": .text("Een week meelopen op elke afdeling."), "D5": .yesNo(true),
    "E1": .yesNo(true), "E2": .date(Fixture.day("2025-03-14")), "E3": .several(["machines", "lifting"]),
    "E4": .level(2), "E5": .yesNo(true), "E6": .yesNo(true), "F1": .number(32), "F2": .number(8), "F3": .yesNo(true),
    "F4": .one("whole_programme"), "F5": .yesNo(true), "F6": .one("collective_agreement"), "F7": .level(3),
    "F8": .yesNo(true), "G1": .yesNo(true), "G2": .level(3), "G3": .level(3), "G4": .one("mail"),
    "G5": .text("De eisen van blok 2."), "H2": person("Jan van Dijk", "eigenaar"), "H3": .yesNo(true),
  ]

  /// Begins a scan at a placement and fills it in as its employer; gives its number.
  @discardableResult
  mutating func fillInScan(
    _ day: String, _ changed: [QuestionID: Answer?] = [:], at placement: Int64 = Fixture.amira, handsIn: Bool = true
  ) -> Int64 {
    let before = (viewer, today)
    defer { (viewer, today) = before }
    viewer = Viewer(
      party: .employer, name: "Jan van Dijk", scope: .employer(self[placement]?.currentLink?.employer ?? 0))
    today = Fixture.day(day)
    _ = answer(.scan(.begin(placement: placement)))
    let scan = scans.last?.scan.id ?? 0
    take(.answer(Self.scanAnswers.merging(changed) { $1 }), on: scan, at: placement)
    if handsIn { take(.submit, on: scan, at: placement) }
    return scan
  }

  /// Takes a step on a scan that must be allowed.
  mutating func take(_ step: ScanStep, on scan: Int64, at placement: Int64 = Fixture.amira) {
    let result = take(ScanStepRequest(scan: scan, placement: placement, step: step, seen: nil))
    guard case .saved = result else {
      Issue.record("\(step): \(result)")
      return
    }
  }

  /// The same as somebody on a day.
  mutating func take(_ step: ScanStep, on scan: Int64, _ day: String, as viewer: Viewer = Fixture.viewer) {
    let before = (self.viewer, today)
    defer { (self.viewer, today) = before }
    self.viewer = viewer
    today = Fixture.day(day)
    take(step, on: scan)
  }

  /// A scan that was handed in, with what Noor Bakker found so far: a comment, a level of her own, a visit and a condition.
  @discardableResult
  mutating func judgeScan() -> Int64 {
    let scan = fillInScan("2026-11-12")
    take(.comment("B3", text: "Per periode beschrijven; wij hebben een voorbeeld."), on: scan, "2026-11-18")
    take(
      .setOwnAnswer("C6", .level(1), reason: "Er staat geen enkel gesprek in de agenda."), on: scan, "2026-11-18")
    take(
      .recordVisit(
        ScanVisit(day: Fixture.day("2026-11-18"), by: "Noor Bakker", spokenWith: "Jan van Dijk, Sanne Mol")),
      on: scan, "2026-11-18")
    take(
      .setCondition(
        nil,
        ScanConditionContent(
          text: "Plan vaste gesprekken tussen werkbegeleider en student-werknemer.", owner: .employer,
          due: Fixture.day("2026-12-14"), beforeStart: true, question: "C6")), on: scan, "2026-11-18")
    return scan
  }

  /// The same, decided.
  @discardableResult
  mutating func decidedScan() -> Int64 {
    let scan = judgeScan()
    take(
      .setCondition(
        nil,
        ScanConditionContent(
          text: "Laat de hogeschool de eisen van de opleiding uitleggen aan de werkbegeleider.", owner: .school,
          due: Fixture.day("2026-12-01"))), on: scan, "2026-11-19")
    take(
      .decide(
        .suitableWithConditions, reason: "", validUntil: Fixture.day("2028-11-19"), by: "Noor Bakker"), on: scan,
      "2026-11-19")
    return scan
  }
}

extension Session {
  /// Opens the scan on the list's first line, from Amira's triptych.
  mutating func openScan() {
    open("Amira")
    press(.character("w"), .enter)
  }

  /// Goes to a question of the opened scan.
  mutating func stand(onQuestion id: QuestionID) {
    guard case .judgement(var screen) = app.top else {
      Issue.record("no scan for \(id)\n\(text)")
      return
    }
    screen.select(id)
    app.top = .judgement(screen)
  }
}

extension Scene {
  private static func scanned(
    _ name: String, viewer: Viewer = Fixture.viewer, _ make: @escaping @Sendable (inout FakeStore) -> Void,
    _ keys: @escaping @Sendable (inout Session) -> Void
  ) -> Scene {
    Scene(name, viewer: viewer) { session in
      make(&session.store)
      session.run(session.app.update(.storeChanged))
      keys(&session)
    }
  }

  /// Two scans of one workplace: an older one that was decided, and one that is being judged.
  private static func two(_ store: inout FakeStore) {
    let first = store.fillInScan(
      "2025-01-10",
      [
        "B2": .level(2), "C7": .yesNo(true), "C7a": FakeStore.person("Piet Groen", "monteur"), "E4": .level(3),
        "D5": .yesNo(false),
      ])
    store.take(
      .recordVisit(ScanVisit(day: nil, notVisitedReason: "Besproken per telefoon.")), on: first, "2025-01-12")
    store.take(
      .setCondition(
        nil,
        ScanConditionContent(
          text: "Wijs een vertrouwenspersoon aan.", owner: .employer, due: Fixture.day("2025-03-01"))), on: first,
      "2025-01-12")
    store.take(
      .decide(.suitableWithConditions, reason: "", validUntil: Fixture.day("2026-10-12"), by: "Noor Bakker"), on: first,
      "2025-01-12")
    store.judgeScan()
  }

  private static func judged(
    _ name: String, viewer: Viewer = Fixture.viewer, _ keys: @escaping @Sendable (inout Session) -> Void
  ) -> Scene {
    scanned(name, viewer: viewer, { $0.judgeScan() }, keys)
  }

  private static func decided(
    _ name: String, viewer: Viewer = Fixture.viewer, _ keys: @escaping @Sendable (inout Session) -> Void
  ) -> Scene {
    scanned(name, viewer: viewer, { $0.decidedScan() }, keys)
  }

  /// The school's judgement, what comes of it, and two scans side by side.
  static let judgement: [Scene] = [
    judged("judgement") { session in
      session.openScan()
      session.stand(onQuestion: "B2")
    },
    judged("judgement-weak") { session in
      session.openScan()
      session.press(.character("f"))
    },
    judged("judgement-question") { session in
      session.openScan()
      session.stand(onQuestion: "C6")
      session.press(.enter)
    },
    judged("judgement-question-several") { session in
      session.openScan()
      session.stand(onQuestion: "E3")
      session.press(.enter)
    },
    judged("judgement-outcome") { session in
      session.openScan()
      session.press(.character("a"))
    },
    scanned(
      "judgement-outcome-provisional",
      { $0.fillInScan("2026-11-20", ["A5": nil, "H3": nil, "B6": .yesNo(false)], handsIn: false) }
    ) {
      session in
      session.open("Amira")
      session.press(.character("w"), .character("l"), .character("a"))
    },
    judged("form-scan-comment") { session in
      session.openScan()
      session.stand(onQuestion: "C7")
      session.press(.character("n"))
    },
    judged("form-scan-own") { session in
      session.openScan()
      session.stand(onQuestion: "E4")
      session.press(.character("e"))
    },
    judged("form-scan-visit") { session in
      session.openScan()
      session.press(.character("z"))
    },
    judged("form-scan-condition") { session in
      session.openScan()
      session.stand(onQuestion: "E4")
      session.press(.character("v"))
    },
    judged("form-scan-decide") { session in
      session.openScan()
      session.press(.character("b"))
    },
    judged("form-scan-send-back") { session in
      session.openScan()
      session.press(.character("t"))
    },
    judged("conditions") { session in
      session.openScan()
      session.press(.character("o"))
    },
    decided("conditions-decided") { session in
      session.openScan()
      session.press(.character("o"), .down)
    },
    decided("condition") { session in
      session.openScan()
      session.press(.character("o"), .down, .enter)
    },
    decided("triptych-conditions") { session in
      session.open("Amira")
      session.press(.right, .end)
    },
    decided("judgement-employer", viewer: ViewerTests.employer(Fixture.store)) { session in
      session.press(.character("p"), .character("w"), .enter)
      session.stand(onQuestion: "C6")
    },
    decided("judgement-student", viewer: ViewerTests.student) { session in
      session.press(.character("p"), .character("w"), .enter)
    },
    decided("outcome-student", viewer: ViewerTests.student) { session in
      session.press(.character("p"), .character("w"), .enter, .character("a"))
    },
    decided("scans-reuse") { session in
      session.open("Amira")
      session.press(.character("w"), .character("n"))
    },
    scanned("scans-marked", two) { session in
      session.open("Amira")
      session.press(.character("w"), .character("v"), .down, .character("v"))
    },
    scanned("compare", two) { session in
      session.open("Amira")
      session.press(.character("w"), .character("k"))
    },
    scanned("compare-differences", two) { session in
      session.open("Amira")
      session.press(
        .character("w"), .character("k"), .character("n"), .character("n"), .character("n"), .character("n"),
        .character("f"))
    },
  ]
}
