import Language
import WerkendLeren

@testable import Dashboards

/// Screens that the guides show besides: those of other viewers than the school.
extension Scene {
  static let guide: [Scene] = [
    Scene("employer-to-do", viewer: ViewerTests.employer(Fixture.store)) { _ in },
    Scene("employer-overview", viewer: ViewerTests.employer(Fixture.store)) { $0.press(.character("t")) },
    Scene("student-to-do", viewer: ViewerTests.student) { _ in },
    Scene("student-triptych", viewer: ViewerTests.student) { $0.press(.character("p")) },
  ]
}
