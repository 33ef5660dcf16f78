import WerkendLeren

@testable import Dashboards

extension Scene {
  /// The list of what can be done with the course of a placement, moved down so many lines.
  private static func list(_ name: String, _ student: String, down: Int = 0) -> Scene {
    Scene(name) { session in
      session.open(student)
      session.press(.character("l"))
      session.press(.down, times: down)
    }
  }

  private static func course(_ name: String, _ student: String, _ id: String) -> Scene {
    Scene(name) { session in
      session.open(student)
      session.run(session.app.run(id))
    }
  }

  /// The course: its list and its forms.
  static let course: [Scene] = [
    list("course", "Amira", down: 1), list("course-preparation", "Bram"), list("course-paused", "Emre", down: 3),
    list("course-ended", "Fenna", down: 11),
    course("form-pause", "Amira", "pauzeren"), course("form-return", "Emre", "terugkeer"),
    course("form-resume", "Emre", "hervatten"), course("form-complete", "Amira", "afronden"),
    course("form-end-early", "Amira", "stoppen"), course("form-never-started", "Bram", "nooit-begonnen"),
    course("form-dates", "Amira", "data"), course("form-rhythm", "Amira", "ritme"),
    Scene("form-rhythm-item") { session in
      session.open("Amira")
      session.go(to: "employer.during.supervision")
      session.press(.enter)
      session.run(session.app.run("ritme"))
    },
    Scene("form-resume-preparation") { session in
      session.open("Bram")
      session.run(session.app.run("pauzeren"))
      session.press(.tab, .tab)
      session.type("stage in het buitenland")
      session.press(.tab, .enter)
      session.run(session.app.run("hervatten"))
    },
    Scene("triptych-return-passed") { session in
      session.store.today = Fixture.day("2027-01-14")
      session.run(session.app.update(.today(session.store.today)))
      session.open("Emre")
    },
  ]
}
