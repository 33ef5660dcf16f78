import Canvas
import Language
import WerkendLeren

@testable import Dashboards

/// A screen and the keys that lead to it.
struct Scene: Sendable {
  let name: String
  let viewer: Viewer
  let keys: @Sendable (inout Session) -> Void

  init(
    _ name: String, viewer: Viewer = Fixture.viewer, _ keys: @escaping @Sendable (inout Session) -> Void
  ) {
    self.name = name
    self.viewer = viewer
    self.keys = keys
  }

  func play(language: Language, size: Size) -> Session {
    var store = Fixture.store
    store.viewer = viewer
    var session = Session(store, language: language, size: size)
    keys(&session)
    return session
  }

  /// Opens a form on an item of a placement.
  private static func form(_ name: String, _ student: String, _ duty: String, _ keys: Character...) -> Scene {
    Scene(name) { session in
      session.open(student)
      session.go(to: duty)
      for key in keys { session.press(key == "\n" ? .enter : .character(key)) }
    }
  }

  /// Runs a command of the palette on the triptych of a placement.
  private static func command(_ name: String, _ student: String, _ id: String) -> Scene {
    Scene(name) { session in
      session.open(student)
      session.run(session.app.run(id))
    }
  }

  static let all =
    screens + groups + course + agenda + paper + guide + entries + scans + judgement + registers

  static let screens: [Scene] = [
    Scene("overview") { _ in },
    Scene("overview-search") { session in
      session.press(.character("/"))
      session.type("overli")
    },
    Scene("overview-filter") { session in
      session.press(.tab, .tab, .tab, .character(" "))
    },
    Scene("overview-nothing-found") { session in
      session.press(.character("/"))
      session.type("zzz")
      session.press(.enter)
    },
    Scene("overview-empty") { session in
      session.store.placements = []
      session.run(session.app.update(.storeChanged))
    },
    Scene("to-do") { $0.press(.character("t")) },
    Scene("triptych") { session in
      session.open("Amira")
      session.press(.right, .down, .down, .down, .down, .down, .down)
    },
    Scene("triptych-preparation") { $0.open("Bram") },
    Scene("triptych-no-employer") { session in
      session.open("Chloe")
      session.press(.right)
    },
    Scene("triptych-ready") { $0.open("Gijs") },
    Scene("triptych-paused") { $0.open("Emre") },
    Scene("triptych-ended") { $0.open("Fenna") },
    form("item", "Amira", "employer.during.supervision", "\n"),
    form("item-agreement", "Bram", "school.preparation.agreement", "\n"),
    form("item-workplace", "Chloe", "student.preparation.workplace", "\n"),
    form("item-scan", "Amira", "school.preparation.scan", "\n"),
    form("form-on-behalf", "Amira", "employer.during.supervision", " "),
    form("form-other-day", "Amira", "school.during.support", "\n", "o"),
    form("form-note", "Amira", "employer.during.supervision", "n"),
    form("form-due-date", "Amira", "employer.during.supervision", "d"),
    form("form-exclude", "Amira", "employer.during.team", "x"),
    form("form-withdraw", "Amira", "school.preparation.information", "\n", "i"),
    form("form-agreement", "Chloe", "school.preparation.agreement", " "),
    form("form-plan", "Bram", "school.preparation.plan", " "),
    form("form-workplace", "Chloe", "student.preparation.workplace", " "),
    form("form-school-contact", "Bram", "school.during.contact", " "),
    form("form-employer-contact", "Bram", "employer.preparation.contact", " "),
    form("form-supervisor", "Amira", "employer.preparation.supervisor", " "),
    form("form-scan", "Bram", "school.preparation.scan", " "),
    form("form-start", "Gijs", "school.preparation.scan", "b"),
    command("form-withdraw-scan", "Amira", "scan-intrekken"),
    command("form-take-start-back", "Amira", "start-terug"),
    command("form-reopen", "Fenna", "heropenen"),
    command("form-viewer", "Amira", "wie"),
    Scene("import-report") { session in
      session.store.placements = []
      session.run(session.app.update(.storeChanged))
      session.press(.character("i"))
      session.type("trajecten.csv")
      session.press(.control("s"))
    },
    Scene("people") { session in
      session.open("Amira")
      _ = session.store.perform(
        PerformRequest(
          placement: Fixture.amira,
          command: .setPerson(
            role: .supervisor, PersonContent(name: "Piet Groen", phone: "06-11112222", from: Fixture.day("2026-11-01"))),
          seen: nil))
      _ = session.store.perform(
        PerformRequest(
          placement: Fixture.amira,
          command: .setPerson(role: .employerContact, PersonContent(name: "Els Kok", from: Fixture.day("2027-01-01"))),
          seen: nil))
      session.run(session.app.update(.storeChanged))
      session.press(.character("p"), .down, .down)
    },
    Scene("people-none") { session in
      session.open("Chloe")
      session.press(.character("p"))
    },
    Scene("form-edit") { session in
      session.open("Amira")
      session.press(.character("e"))
    },
    command("form-correct-key", "Amira", "sleutel"),
    command("form-archive", "Fenna", "archiveren"),
    Scene("form-successor") { session in
      session.open("Amira")
      session.press(.character("p"), .end, .character("o"))
      session.type("Piet Groen")
    },
    Scene("form-who-is-that") { session in
      session.open("Amira")
      session.press(.character("p"), .end, .enter, .control("u"))
      session.type("Piet Groen")
      session.press(.control("s"))
    },
    Scene("overview-archive") { session in
      _ = session.store.perform(
        PerformRequest(placement: Fixture.fenna, command: .archive(name: "Fenna Hoekstra"), seen: nil))
      session.press(.tab)
      for _ in 0..<5 { session.press(.character(" ")) }
      session.press(.escape)
    },
    Scene("form-create") { $0.press(.character("n")) },
    Scene("form-create-known") { session in
      session.press(.character("n"))
      session.type("0301211")
      session.press(.tab, .tab)
      session.type("Chemie")
      session.press(.tab)
    },
    Scene("form-create-taken") { session in
      session.press(.character("n"))
      session.type("0301211")
      session.press(.tab, .tab)
      session.type("hbo-ict")
      session.press(.tab)
    },
    Scene("form-errors") { session in
      session.open("Bram")
      session.go(to: "school.preparation.scan")
      session.press(.character(" "), .control("u"))
      session.type("31-2")
      session.press(.tab, .tab, .tab, .tab, .tab, .enter)
    },
    Scene("form-error") { session in
      session.open("Bram")
      session.go(to: "employer.preparation.contact")
      session.press(.character(" "), .tab, .tab, .control("u"))
      session.type("jan@")
      session.press(.tab)
      session.type("wacht")
      session.press(.backTab)
    },
    Scene("form-calendar") { session in
      session.open("Amira")
      session.go(to: "employer.during.supervision")
      session.press(.character("d"), .function(3), .down, .right)
    },
    Scene("form-search") { session in
      session.open("Chloe")
      session.go(to: "student.preparation.workplace")
      session.press(.character(" "))
      session.type("ge")
      session.press(.down)
    },
    Scene("form-store-failed") { session in
      session.open("Amira")
      session.go(to: "employer.during.supervision")
      session.press(.character("n"))
      session.type("Sanne belt morgen")
      session.store.failure = "De schijf is vol. Maak ruimte en probeer het opnieuw."
      session.press(.control("s"))
    },
    Scene("form-kept") { session in
      session.open("Amira")
      session.go(to: "employer.during.supervision")
      session.press(.character("n"))
      session.type("Sanne belt morgen")
      session.store.failure = "De schijf is vol. Maak ruimte en probeer het opnieuw."
      session.press(.control("s"), .right, .enter)
    },
    Scene("form-leave") { session in
      session.open("Amira")
      session.go(to: "employer.during.supervision")
      session.press(.character("n"))
      session.type("Sanne belt morgen")
      session.press(.escape)
    },
    form("history", "Amira", "employer.during.supervision", "h"),
    form("history-item", "Amira", "employer.during.supervision", "\n", "h"),
    form("history-change", "Amira", "employer.during.supervision", "h", "\n"),
    form("help-triptych", "Amira", "employer.during.supervision", "?"),
    Scene("help-overview") { $0.press(.character("?")) },
    form("palette", "Amira", "employer.during.supervision", ":"),
    Scene("theme-switch") { session in
      session.open("Amira")
      session.run(session.app.run("thema"))
      session.press(.down, .down)
    },
    form("gates", "Bram", "employer.preparation.workplace", "b"),
    Scene("saved") { session in
      session.open("Amira")
      session.go(to: "school.during.support")
      session.press(.character(" "))
    },
    Scene("refused") { session in
      session.open("Amira")
      session.go(to: "school.preparation.information")
      session.press(.character(" "))
    },
    Scene("undo-elsewhere") { session in
      session.open("Amira")
      session.go(to: "school.during.support")
      session.press(.character(" "), .escape, .character("u"))
    },
    Scene("conflict") { session in
      session.open("Amira")
      session.go(to: "school.during.support")
      let other = Viewer(party: .school, name: "Tim Kuiper", scope: .all)
      let own = session.store.viewer
      session.store.viewer = other
      _ = session.store.perform(
        PerformRequest(
          placement: Fixture.amira,
          command: .confirm(
            duty: DutyID("school.during.support"), party: .school, day: Fixture.today, note: "gesproken op school"),
          seen: nil), at: "09:12")
      session.store.viewer = own
      session.press(.character(" "))
    },
  ]
}
