import WerkendLeren

@testable import Dashboards

extension FakeStore {
  /// Carries out a command of a party's person on a day; gives the change's number, 0 where it was refused.
  @discardableResult
  mutating func tell(_ day: String, _ party: Party, _ command: Command, on placement: Int64 = Fixture.amira) -> Int64 {
    let before = (viewer, today)
    defer { (viewer, today) = before }
    viewer = party == .school ? Fixture.viewer : party == .student ? ViewerTests.student : ViewerTests.employer(self)
    today = Fixture.day(day)
    let result = perform(PerformRequest(placement: placement, command: command, seen: nil))
    if case .saved(let number) = result { return number }
    return 0
  }

  /// An entry on an item of Amira's placement.
  @discardableResult
  mutating func write(
    _ day: String, _ party: Party, _ kind: EntryKind, _ text: String, readers: Circle, duty: String? = nil,
    people: String = "", followUp: String? = nil, by writer: Party? = nil
  ) -> Int64 {
    let content = EntryContent(
      kind: kind, day: Fixture.day(day), people: people, text: text, followUp: followUp.map(Fixture.day),
      readers: readers)
    tell(day, writer ?? party, .addEntry(duty: duty.map { DutyID($0) }, party: party, content))
    return self[Fixture.amira]?.entries.last?.id ?? 0
  }

  /// What was said and done in Amira's first months.
  mutating func addEntries() {
    let need = write(
      "2026-10-12", .student, .need, "Een laptop om thuis te kunnen oefenen.",
      readers: [.init(.student), .init(.school)],
      by: .school)
    tell("2026-10-19", .school, .closeEntry(entry: need, outcome: "Leenlaptop opgehaald bij de servicedesk."))
    write(
      "2026-11-02", .school, .evaluation,
      "Eerste evaluatie. Amira werkt zelfstandig aan kleine storingen.\nVolgende keer: het verslag van blok 1.",
      readers: .everyone, duty: "employer.during.involvement", people: "Amira, Jan van Dijk, Sanne Mol, Noor Bakker",
      followUp: "2027-02-01")
    let question = write(
      "2026-11-05", .student, .question, "Moet het verslag in het Engels?", readers: [.init(.student), .init(.school)],
      duty: "student.during.communication", people: "Amira El Idrissi")
    tell("2026-11-11", .school, .closeEntry(entry: question, outcome: "Nederlands mag; gemaild aan Amira."))
    write(
      "2026-11-13", .employer, .question, "Mag Amira in januari een week mee met de storingsdienst?",
      readers: [.init(.school), .init(.employer)], people: "Jan van Dijk")
    write(
      "2026-11-19", .student, .problem,
      "Op dinsdag kom ik niet aan leren toe: er is dan altijd spoed. Ik wil dit eerst met u bespreken.",
      readers: [.init(.student), .init(.school)], duty: "student.during.communication", people: "Amira El Idrissi")
  }
}

extension Scene {
  private static func told(
    _ name: String, viewer: Viewer = Fixture.viewer, _ keys: @escaping @Sendable (inout Session) -> Void
  ) -> Scene {
    Scene(name, viewer: viewer) { session in
      session.store.addEntries()
      session.run(session.app.update(.storeChanged))
      keys(&session)
    }
  }

  /// Stands on the handling of the open triptych, so many below the first.
  private static func standOnHandling(_ session: inout Session, _ number: Int = 0) {
    session.go(to: "school.during.support")
    session.press(.end)
    session.press(.up, times: 3 - number)
  }

  /// Entries: their forms, their list, one opened, what is to be handled.
  static let entries: [Scene] = [
    told("triptych-entries") { session in
      session.open("Amira")
      standOnHandling(&session)
    },
    told("entries") { session in
      session.open("Amira")
      session.press(.character("g"))
    },
    told("entries-kind") { session in
      session.open("Amira")
      session.press(.character("g"))
      session.press(.character("f"), times: 3)
    },
    Scene("entries-empty") { session in
      session.open("Amira")
      session.press(.character("g"))
    },
    told("entry") { session in
      session.open("Amira")
      session.press(.character("g"), .down, .enter)
    },
    told("entry-closed") { session in
      session.open("Amira")
      session.press(.character("g"), .end, .up, .enter)
    },
    told("entry-student", viewer: ViewerTests.student) { session in
      session.press(.character("p"), .character("g"), .enter)
    },
    told("entries-employer", viewer: ViewerTests.employer(Fixture.store)) { session in
      session.press(.character("p"), .character("g"))
    },
    told("item-entries") { session in
      session.open("Amira")
      session.go(to: "student.during.communication")
      session.press(.enter)
    },
    told("to-do-entries") { $0.press(.character("t")) },
    told("overview-entries") { _ in },
    Scene("form-entry") { session in
      session.open("Amira")
      session.go(to: "student.during.communication")
      session.press(.character("m"))
    },
    Scene("form-entry-student", viewer: ViewerTests.student) { session in
      session.press(.character("p"), .character("m"), .tab, .tab, .tab, .tab)
      session.type("Op dinsdag kom ik niet aan leren toe.")
      session.press(.tab, .tab)
    },
    told("form-entry-edit") { session in
      session.open("Amira")
      session.press(.character("g"), .down, .enter, .enter)
    },
    told("form-entry-close") { session in
      session.open("Amira")
      session.press(.character("g"), .down, .character(" "))
    },
    told("form-entry-reopen") { session in
      session.open("Amira")
      session.press(.character("g"), .end, .enter, .character("i"))
    },
  ]
}
