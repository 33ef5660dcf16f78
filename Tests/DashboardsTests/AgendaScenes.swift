import WerkendLeren

@testable import Dashboards

extension Scene {
  /// The agenda.
  static let agenda: [Scene] = [
    Scene("agenda") { $0.press(.character("a")) },
    Scene("agenda-employer") { $0.press(.character("a"), .character("f"), .character("f"), .character("f")) },
    Scene("agenda-weeks-on") { $0.press(.character("a"), .right, .right, .right, .right) },
    Scene("agenda-end") { $0.press(.character("a"), .end) },
    Scene("agenda-nothing") { session in
      session.press(.character("a"))
      session.store.placements = []
      session.run(session.app.update(.storeChanged))
    },
  ]
}
