import WerkendLeren

@testable import Dashboards

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
  ]
}
