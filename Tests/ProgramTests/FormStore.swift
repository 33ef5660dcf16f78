import Foundation
import Language
import StateStore
import TerminalTesting
import WerkendLeren

/// A store with a placement in each state in which a form opens, made once; each test has a copy of its own.
enum FormStore {
  static let today = "2026-11-23"

  /// Who is who: running, in preparation, in preparation without anybody, paused, ended, ready to start.
  static let placements = """
    studentnummer;student;opleiding;werkgever;werkplek;startdatum;contactpersoon school;contactpersoon werkgever;\
    werkbegeleider;gestart op;overeenkomst getekend op;scan op;scan besluit
    2001;Amira Lopend;HBO-ICT;Van Dijk Techniek;Werkplaats;1-9-2026;Noor Bakker;Els Kok;Sanne Mol;1-9-2026;25-8-2026;20-8-2026;geschikt
    2002;Bram Bezig;Verpleegkunde;Zorggroep Noord;Afdeling 3;21-12-2026;Noor Bakker;;;;;;
    2003;Chloë Kaal;HBO-ICT;;;28-12-2026;;;;;;;
    2004;Emre Rust;Bouwkunde;Bouw & Zn;Loods;1-9-2026;Noor Bakker;Bo Bouwman;;1-9-2026;25-8-2026;;
    2005;Fenna Klaar;Bouwkunde;Bouw & Zn;Loods;1-9-2026;Noor Bakker;;;1-9-2026;25-8-2026;;
    2006;Gijs Gereed;HBO-ICT;Gemeente Zwolle;Stadhuis;1-12-2026;Noor Bakker;Petra Pot;Tom Smit;;20-11-2026;19-11-2026;geschikt

    """

  static func open(_ path: String) throws -> Store {
    try Store.open(
      path,
      options: StoreOptions(
        fold: TextDoor.folded, encodeModel: ModelPlainForm.encode, decodeModel: ModelPlainForm.decode,
        encodeQuestionnaire: QuestionnairePlainForm.encode, decodeQuestionnaire: QuestionnairePlainForm.decode))
  }

  private static let viewer = Viewer.school(name: "Noor Bakker")

  /// The file as bytes.
  private static let template = Result<Data, any Error> {
    let world = try World(today: today)
    try world.importPlacements(placements)
    let store = try open(world.store)
    let moment = Moment(today: Day(iso: today) ?? Day(number: 0), text: "\(today)T09:00:00+01:00")
    let commands: [(String, Command)] = [
      ("2001", .confirm(duty: DutyID("school.preparation.information"), party: .school, day: moment.today, note: "")),
      ("2004", .pause(from: moment.today.adding(days: -10), intendedReturn: nil, reason: "ziek")),
      ("2005", .end(.endedEarly, day: moment.today, reason: "andere studie", by: .student)),
    ]
    for (number, command) in commands {
      guard case .one(let id) = try store.find(number, as: viewer),
        case .done = try store.perform(command, on: id, as: viewer, at: moment)
      else { throw TestingError.notStarted("\(command)", code: 0) }
    }
    guard case .one(let gijs) = try store.find("2006", as: viewer) else {
      throw TestingError.notStarted("2006", code: 0)
    }
    for text in ["Is de sleutel al besteld?", "Past het rooster?"] {
      let content = EntryContent(kind: .question, day: moment.today, text: text, readers: .everyone)
      guard
        case .done(_, let records) = try store.perform(
          .addEntry(duty: nil, party: .school, content), on: gijs, as: viewer, at: moment),
        let entry = records.entries.last
      else { throw TestingError.notStarted(text, code: 0) }
      if text.hasPrefix("Is") {
        _ = try store.perform(.closeEntry(entry: entry.id, outcome: "Ja."), on: gijs, as: viewer, at: moment)
      }
    }
    try ScanStore.fill(store)
    try store.close()
    return try Data(contentsOf: URL(fileURLWithPath: world.store))
  }

  /// A world with a copy of the store.
  static func world(_ language: String) throws -> World {
    let world = try World(language: language, today: today)
    try template.get().write(to: URL(fileURLWithPath: world.store))
    return world
  }

  /// What the store holds: the changes from a number on, and what is wrong with it.
  struct Look {
    var changes: [ChangeRow]
    var findings: [String]
  }

  static func look(_ world: World, from first: Int64 = 1) throws -> Look {
    let store = try open(world.store)
    var changes: [ChangeRow] = []
    var next = first
    while let change = try store.change(next, as: viewer) {
      changes.append(change)
      next += 1
    }
    let findings = try store.verify()
    try store.close()
    return Look(changes: changes, findings: findings)
  }
}
