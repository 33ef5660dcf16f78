import Language
import StateStore
import WerkendLeren

/// Random numbers that come again with the same seed (SplitMix64).
struct ExportSeed: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// A file to import whose cells hold what breaks files, spreadsheets, terminals and pages.
enum HostileFile {
  private static let pieces = [
    "=1+1", "+31 6", "-2", "@SUM(A1)", "'", "''=", "'t Hart", "\"", ";", ",", "é", "😀", "<script>alert(1)</script>",
    "|",
    "`", "](javascript:x)", "\u{202E}", "\t", "\u{1B}[31m", "\n", "x", " ", "&amp;", "\\", "*", "_", "\u{301}",
  ]

  static func text(using random: inout ExportSeed) -> String {
    (0..<Int.random(in: 1...4, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "x" }.joined() + "z"
  }

  /// Some placements; persons and workplaces come back in several of them.
  static func file(using random: inout ExportSeed) -> String {
    let employers = (0..<3).map { _ in text(using: &random) }
    let people = (0..<6).map { _ in text(using: &random) }
    func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
    var lines = [
      "studentnummer;student;opleiding;werkgever;werkplek;adres werkplek;startdatum;contactpersoon school;"
        + "mail contactpersoon school;contactpersoon werkgever;telefoon contactpersoon werkgever;werkbegeleider;"
        + "gestart op;overeenkomst getekend op;scan op;scan besluit"
    ]
    for number in 1...25 {
      let place = Int.random(in: 0..<4, using: &random)
      let isRunning = place < 3 && Bool.random(using: &random)
      let person = Int.random(in: 0..<6, using: &random)
      func cell(_ text: String) -> String { place < 3 ? quoted(text) : "" }
      lines.append(
        [
          "\(number)" + (Bool.random(using: &random) ? "" : "=a"), quoted(text(using: &random)),
          quoted("HBO" + people[0]),
          cell(place < 3 ? employers[place] : ""), cell("Hal \(number % 2)"), cell("=Kade \(place)"), "2026-09-01",
          quoted(people[person]), "p\(person)@x.nl", cell(people[person]), cell("+31 \(person)"), cell(people[0]),
          isRunning ? "2026-09-01" : "", isRunning ? "2026-06-01" : "", isRunning ? "2026-05-01" : "",
          isRunning ? "nog niet geschikt" : "",
        ].joined(separator: ";"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Opens a store as the program does.
  static func open(_ path: String) throws -> Store {
    try Store.open(
      path,
      options: StoreOptions(
        fold: TextDoor.folded, encodeModel: ModelPlainForm.encode, decodeModel: ModelPlainForm.decode,
        encodeQuestionnaire: QuestionnairePlainForm.encode, decodeQuestionnaire: QuestionnairePlainForm.decode))
  }

  /// Some of what happens to placements: other people, workplaces, agreements and decisions.
  static func live(_ store: Store, using random: inout ExportSeed) throws {
    let today = Day(number: 20_780)
    let school = Viewer.school(name: "Noor")
    let moment = Moment(today: today, text: "\(today.iso)T10:00:00+01:00")
    let agreement = DutyID("school.preparation.agreement")
    let page = try store.placements(PlacementSelection(), as: school)
    for view in page.placements {
      let records = view.records
      let section = AgreementContent.Section(included: true)
      let commands: [Command] = [
        .setWorkplace(employer: "=\(records.student.name)", workplace: "-1", address: "@", from: today),
        .setPerson(
          role: .schoolContact,
          PersonContent(name: "'=Kim", mail: "kim@x.nl", from: today.adding(days: 20), until: nil)),
        .setPerson(
          role: .supervisor, PersonContent(name: "+Lee", phone: "=1", from: today.adding(days: -9), until: today)),
        .addAgreement(
          AgreementContent(
            label: "2", date: today, kept: "", content: section, guidance: section, programme: section,
            assessment: section)),
        .confirm(duty: agreement, party: .student, day: today, note: "gebeld"),
        .addPaperScan(
          PaperScanContent(
            date: today, decision: .suitable, validUntil: today.adding(days: 100), by: "Noor", kept: "")),
        .withdrawScan(scan: records.newestScan?.id ?? 0, reason: "dak"),
        .pause(from: today, intendedReturn: nil, reason: "ziek"),
      ]
      for command in commands where Int.random(in: 0..<3, using: &random) == 0 {
        _ = try store.perform(command, on: records.placement.id, as: school, at: moment)
      }
    }
  }
}
