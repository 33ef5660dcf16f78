import WerkendLeren

@testable import Dashboards

extension FakeStore {
  /// More at one employer: a second workplace, somebody who went elsewhere, somebody who stopped and lies in the archive.
  mutating func fillVanDijk() {
    func give(_ placement: Int64, _ command: Command) {
      _ = perform(PerformRequest(placement: placement, command: command, seen: nil))
    }
    func work(_ placement: Int64, _ employer: String, _ workplace: String, _ address: String, _ day: String) {
      give(
        placement,
        .setWorkplace(employer: employer, workplace: workplace, address: address, from: Fixture.day(day)))
    }
    work(22, "Van Dijk Techniek", "Werkplaats Ede", "Ambachtsweg 12, Ede", "2026-09-07")
    work(23, "Van Dijk Techniek", "Werkplaats Ede", "Ambachtsweg 12, Ede", "2026-09-14")
    give(
      22,
      .setPerson(
        role: .supervisor,
        PersonContent(
          name: "Ömer Çelik", mail: "omer@vandijk.example", phone: "0318 555 012", from: Fixture.day("2026-09-07"))))
    work(25, "Van Dijk Techniek", "Werkplaats Ede", "Ambachtsweg 12, Ede", "2026-06-01")
    work(25, "Zorggroep Noord", "Afdeling 3", "", "2026-10-12")
    work(26, "Van Dijk Techniek", "Werkplaats Utrecht", "", "2026-05-04")
    give(26, .end(.neverStarted, day: Fixture.day("2026-08-20"), reason: "andere studie", by: nil))
    give(26, .archive(name: "Mo Haddad"))
  }

  /// Names that nobody has: as long as they may be, from right to left, wide, with marks, with what a terminal would take for a command.
  mutating func fillHostile() {
    let names = [
      String(repeating: "Zeer lange naam ", count: 12) + "bv", "שלום בע״מ", "شركة المثال", "株式会社テスト工業",
      "a\u{301}\u{302}\u{303}\u{304} Z\u{335}a\u{336}l\u{337}go", "\u{1B}[31mrood\u{7}\u{202E}omgekeerd", "👩‍👩‍👧 & zn.",
    ]
    for (number, name) in names.enumerated() {
      _ = perform(
        PerformRequest(
          placement: 22,
          command: .setWorkplace(
            employer: "Proef \(number)", workplace: name, address: name, from: Fixture.day("2026-10-0\(number + 1)")),
          seen: nil))
      if let employer = self[22]?.currentLink?.employer {
        _ = perform(
          PerformRequest(placement: 22, command: .renameEmployer(employer, name: name), seen: nil))
      }
      _ = perform(
        PerformRequest(
          placement: 22,
          command: .setPerson(
            role: .supervisor,
            PersonContent(name: name, mail: name, phone: name, from: Fixture.day("2026-10-0\(number + 1)"))), seen: nil)
      )
    }
  }
}

extension Session {
  /// Opens the screen of the employer, workplace or student of a placement.
  mutating func openRegister(_ command: String, of student: String = "Amira") {
    open(student)
    run(app.run(command))
  }
}

extension Scene {
  private static func register(_ name: String, _ command: String, _ keys: Character...) -> Scene {
    Scene(name) { session in
      session.store.fillVanDijk()
      session.openRegister(command)
      for key in keys { session.press(key == "\n" ? .enter : .character(key)) }
    }
  }

  /// Employers, workplaces and students.
  static let registers: [Scene] = [
    Scene("employers") { session in
      session.store.fillVanDijk()
      session.press(.character("w"), .down)
    },
    Scene("employers-search") { session in
      session.press(.character("w"), .character("/"))
      session.type("stadh")
    },
    Scene("employers-none-found") { session in
      session.press(.character("w"), .character("/"))
      session.type("zzz")
      session.press(.enter)
    },
    Scene("employers-hostile") { session in
      session.store.fillHostile()
      session.press(.character("w"))
    },
    register("employer", "werkgever"),
    register("workplace", "werkplek"),
    Scene("workplace-empty") { session in
      session.openRegister("werkplek", of: "Hanna")
    },
    Scene("student") { session in
      session.openRegister("student")
    },
    Scene("employer-hostile") { session in
      session.store.fillHostile()
      session.openRegister("werkgever", of: "Ilse")
    },
    register("form-employer", "werkgever", "e"),
    register("form-workplace-data", "werkplek", "e"),
    register("form-student-data", "student", "e"),
    Scene("form-person") { session in
      session.store.fillVanDijk()
      session.openRegister("werkgever")
      session.press(.down, .down, .enter)
    },
  ]
}
