import WerkendLeren

@testable import Dashboards

/// Many at once: marks, what can be done with them, forms, the preview.
extension Scene {
  /// Marks those of the overview that a filter leaves, and opens a form.
  private static func form(_ name: String, _ id: String, marks: Int = 3) -> Scene {
    Scene("form-group-\(name)") { session in
      session.press(.character("v"), times: marks)
      session.run(session.app.run(id))
    }
  }

  /// Marks all in the overview, fills in that duty 6 is confirmed, and asks what would happen.
  private static func preview(_ session: inout Session) {
    session.press(.character("V"))
    session.run(session.app.run("groep-bevestigen"))
    session.type(session.app.words.language == .dutch ? "informatie" : "information")
    session.press(.enter, .control("s"))
  }

  static let groups: [Scene] = [
    Scene("overview-marked") { $0.press(.character("v"), times: 3) },
    Scene("to-do-marked") { session in
      session.press(.character("t"))
      session.press(.character("v"), times: 2)
    },
    Scene("agenda-marked") { session in
      session.press(.character("a"))
      session.press(.character("v"), .down, .character("v"))
    },
    Scene("group") { session in
      session.press(.character("v"), times: 3)
      session.press(.character(" "), .down)
    },
    form("confirm", "groep-bevestigen"), form("due", "groep-datum"), form("contact", "groep-contactpersoon"),
    form("start", "groep-start"), form("archive", "groep-archiveren"),
    Scene("form-group-others") { session in
      session.press(.character("a"))
      session.press(.character("v"), times: 3)
      session.run(session.app.run("groep-bevestigen"))
    },
    Scene("group-preview") { preview(&$0) },
    Scene("group-done") { session in
      preview(&session)
      session.press(.right, .enter)
    },
    Scene("group-undo") { session in
      preview(&session)
      session.press(.right, .enter, .character("u"))
    },
  ]
}
