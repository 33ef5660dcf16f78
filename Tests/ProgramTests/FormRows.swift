import WerkendLeren

/// Every form of the program: how it is opened, what is wrong at each of its fields, what is right.
enum FormRows {
  static let future: (FormAnswer.Input, String, [String: String]) = (.text("+3d"), "error.future", [:])
  private static let support = DutyID("school.during.support")
  private static let versionOfDocument: [FormAnswer] = [
    .line("field.label", "versie toets", required: true), .date("field.date", "20-11-2026"),
    .line("field.kept", "kast 3, map 12"),
  ]

  private static func command(_ student: String, _ id: String) -> FormWay {
    .placement(student, keys: ":\(id)\r")
  }

  /// The fields of a person in a role.
  private static func person(isSupervisor: Bool = false, from: String = "1-12-2026") -> [FormAnswer] {
    var fields: [FormAnswer] = [
      .line("field.name", "Jan de Tester", required: true), .line("field.function", "tester"),
    ]
    if isSupervisor {
      fields += [.line("field.experience", "negen jaar in het vak"), .line("field.basis", "een training in 2024")]
    }
    fields += [.mail("jan.de.tester"), .phone, .line("field.reachable", "ma tot en met do")]
    if isSupervisor { fields += [.line("field.hours", "vier uur per week"), .line("field.standIn", "Ria Reserve")] }
    return fields + [
      .date("field.from", from),
      .date("field.until", "1-8-2027", also: [(.text("1-1-2020"), "error.untilBeforeFrom", [:])]),
    ]
  }

  static let all: [FormRow] =
    items + records + course + people + successors + entries + groups + registers + others + scans

  private static let items: [FormRow] = [
    FormRow(
      name: "onBehalf", way: .item("Amira", DutyID("employer.during.environment"), keys: " "),
      fields: [.prose("field.howTold", "gebeld met Sanne")]),
    FormRow(
      name: "confirmOn", way: .item("Amira", support, keys: "\ro"),
      fields: [
        .date("field.day", "20-11-2026", also: [future]),
        .prose("field.remark", "gesproken op school", required: false),
      ]),
    FormRow(
      name: "note", way: .item("Amira", support, keys: "n"), fields: [.prose("field.note", "een briefje van toets")]),
    FormRow(name: "dueDate", way: .item("Amira", support, keys: "d"), fields: [.date("field.due", "+5w")]),
    FormRow(
      name: "exclude", way: .item("Amira", DutyID("employer.during.team"), keys: "x"),
      fields: [.prose("field.reason", "werkt alleen")]),
    FormRow(
      name: "withdraw", way: .item("Amira", DutyID("school.preparation.information"), keys: "\ri"),
      fields: [.prose("field.reason", "het was een ander")]),
    FormRow(
      name: "rhythmOfDuty", way: .item("Amira", support, keys: "\r:ritme\r"),
      fields: [
        FormAnswer(
          "field.weeks", wrong: [(.text("0"), "error.number", ["lowest": "1", "highest": "104"])], .text("6"))
      ]),
  ]

  private static let records: [FormRow] = [
    FormRow(
      name: "agreement", way: .item("Chloë", DutyID("school.preparation.agreement"), keys: " "),
      fields: versionOfDocument
        + ["content", "guidance", "programme", "assessment"].flatMap { section in
          [
            FormAnswer("form.agreement.\(section)", .keys(" ")),
            FormAnswer.line("field.sectionLine", "bladzijde van \(section)"),
          ]
        }),
    FormRow(
      name: "plan", way: .item("Bram", DutyID("school.preparation.plan"), keys: " "), fields: versionOfDocument),
    FormRow(
      name: "workplace", way: .item("Chloë", DutyID("student.preparation.workplace"), keys: " "),
      fields: [
        .line("field.employer", "Toetsbedrijf", required: true), .line("field.workplace", "Toetskamer", required: true),
        .line("field.address", "Kade 9, Zwolle"), .date("field.from", "23-11-2026", also: [future]),
      ]),
    FormRow(
      name: "schoolContact", way: .item("Chloë", DutyID("school.during.contact"), keys: " "), fields: person()),
    FormRow(
      name: "employerContact", way: .item("Bram", DutyID("employer.preparation.contact"), keys: " "), fields: person()),
    FormRow(
      name: "supervisor", way: .item("Bram", DutyID("employer.preparation.supervisor"), keys: " "),
      fields: person(isSupervisor: true)),
    FormRow(
      name: "scan", way: .item("Bram", DutyID("school.preparation.scan"), keys: " "),
      fields: [
        .date("field.date", "19-11-2026", also: [future]),
        .choice("field.decision"),
        .date("field.validUntil", "1-11-2028", also: [(.text("+9j"), "error.validity", [:])]),
        .line("field.by", "Noor Bakker", required: true), .line("field.kept", "map scans"),
      ]),
    FormRow(
      name: "withdrawScan", way: command("Gijs", "scan-intrekken"),
      fields: [.prose("field.reason", "de werkplek is dicht")]),
  ]

  private static let course: [FormRow] = [
    FormRow(
      name: "start", way: .placement("Gijs", keys: "b"), fields: [.date("field.day", "23-11-2026", also: [future])]),
    FormRow(
      name: "takeStartBack", way: command("Amira", "start-terug"), fields: [.prose("field.reason", "te vroeg begonnen")]
    ),
    FormRow(name: "reopen", way: command("Fenna", "heropenen"), fields: [.prose("field.reason", "gaat toch verder")]),
    FormRow(
      name: "pause", way: command("Amira", "pauzeren"),
      fields: [
        .date("field.from", "20-11-2026", also: [future]),
        .date("field.intendedReturn", "1-2-2027", also: [(.text("1-1-2020"), "error.returnBeforeFrom", [:])]),
        .prose("field.reason", "zwangerschapsverlof"),
      ]),
    FormRow(
      name: "intendedReturn", way: command("Emre", "terugkeer"), fields: [.date("field.intendedReturn", "1-2-2027")]),
    FormRow(
      name: "resume", way: command("Emre", "hervatten"), fields: [.date("field.day", "23-11-2026", also: [future])]),
    FormRow(
      name: "complete", way: command("Amira", "afronden"),
      fields: [
        .date("field.day", "23-11-2026", also: [future]), .prose("field.remark", "diploma in de post", required: false),
      ]),
    FormRow(
      name: "endEarly", way: command("Amira", "stoppen"),
      fields: [
        .date("field.day", "23-11-2026", also: [future]),
        .choice("field.endedBy"),
        .prose("field.reason", "andere baan gevonden"),
      ]),
    FormRow(
      name: "neverStarted", way: command("Bram", "nooit-begonnen"),
      fields: [.date("field.day", "23-11-2026", also: [future]), .prose("field.reason", "koos een andere studie")]),
    FormRow(
      name: "dates", way: command("Bram", "data"),
      fields: [
        .date("field.start", "1-2-2027"),
        .date("field.end", "1-2-2029", also: [(.text("1-1-2020"), "error.untilBeforeFrom", [:])]),
      ]),
    FormRow(
      name: "rhythm", way: command("Amira", "ritme"),
      fields: [
        FormAnswer(
          "field.weeks", wrong: [(.text("105"), "error.number", ["lowest": "1", "highest": "104"])], .text("6"))
      ]),
  ]

  private static let people: [FormRow] = [
    FormRow(
      name: "edit", way: .placement("Bram", keys: "e"),
      fields: [
        .line("field.student", "Bram Bezig-Anders", required: true), .mail("jan.de.tester"), .phone,
        .date("field.start", "1-2-2027"),
        .date("field.end", "1-2-2029", also: [(.text("1-1-2020"), "error.untilBeforeFrom", [:])]),
      ]),
    FormRow(
      name: "correctKey", way: command("Bram", "sleutel"),
      fields: [
        FormAnswer(
          "field.number", wrong: [(.text(""), "error.required", [:]), (.text("2/2"), "error.slash", [:])],
          .text("2992"), kept: "2992"), .line("field.programme", "Toetskunde", required: true),
        .prose("field.reason", "het nummer was verkeerd"),
      ]),
    FormRow(
      name: "archive", way: command("Fenna", "archiveren"),
      fields: [
        FormAnswer("field.typedName", wrong: [(.text("Fenna"), "refusal.nameDiffers", [:])], .text("Fenna Klaar"))
      ]),
  ]

  /// Who follows somebody, from the list of people, in which the roles stand below the student.
  private static let successors: [FormRow] = ["school-contact", "employer-contact", "supervisor"].enumerated().map {
    number, role in
    FormRow(
      name: "successor.\(role)",
      way: .placement("Amira", keys: "p" + String(repeating: Arrow.down, count: number + 1) + "o"),
      fields: person(isSupervisor: role == "supervisor"))
  }

  private static let others: [FormRow] = [
    FormRow(
      name: "viewer", way: .overview(":wie\r"),
      fields: [
        FormAnswer("field.role", .keys(Arrow.left), isBelow: true),
        FormAnswer("field.who", wrong: [(.text(""), "error.required", [:])], .text("Amira Lopend")),
      ], changes: 0),
    FormRow(
      name: "create", way: .overview("n"),
      fields: [
        FormAnswer(
          "field.number", wrong: [(.text(""), "error.required", [:]), (.text("2/2"), "error.slash", [:])],
          .text("2999"), kept: "2999"), .line("field.student", "Nieuw van Toets", required: true),
        .line("field.programme", "Toetskunde", required: true), .mail("jan.de.tester"), .phone,
        .date("field.start", "1-2-2027"),
        .date("field.end", "1-2-2029", also: [(.text("1-1-2020"), "error.untilBeforeFrom", [:])]),
        .line("field.employer", "Toetsbedrijf"), .line("field.workplace", "Toetskamer"),
        .line("field.address", "Kade 9, Zwolle"),
      ]
        + ["Clara", "Els", "Sanne"].flatMap { name in
          [FormAnswer.line("field.name", "\(name) van Toets"), .mail(name.lowercased()), .phone]
        } + [.line("field.experience", "negen jaar in het vak")]),
  ]

  /// What xterm sends for arrows.
  private enum Arrow {
    static let left = "\u{1B}[D"
    static let down = "\u{1B}[B"
  }
}
