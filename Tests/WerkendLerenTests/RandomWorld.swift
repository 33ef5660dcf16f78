import Foundation
import WerkendLeren

/// Random numbers that come again with the same seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func chance(_ one: Int, in all: Int) -> Bool { Int.random(in: 0..<all, using: &self) < one }

  mutating func pick<Element>(_ list: [Element], or fallback: Element) -> Element {
    list.randomElement(using: &self) ?? fallback
  }
}

/// The seeds of property tests: few in `make test`, many where `DRIELUIK_TEST_LONG` is set.
let propertySeeds: ClosedRange<UInt64> =
  ProcessInfo.processInfo.environment["DRIELUIK_TEST_LONG"] == nil ? 1...60 : 1...2_000

/// A world in which random people give random commands on random days.
struct RandomWorld {
  var random: Seeded
  var world: World

  init(seed: UInt64) {
    random = Seeded(seed)
    let model = Self.model(&random)
    world = World(start: random.chance(1, in: 5) ? nil : "2026-09-01", today: "2026-05-01", model: model)
    world.models[2] = Self.next(after: model, &random)
    world.models[3] = Self.next(after: model, &random)
  }

  /// Some of the duties, some of them changed.
  private static func model(_ random: inout Seeded) -> DutyModel {
    var duties = TestModel.duties + (random.chance(1, in: 2) ? TestModel.schoolsOwn : [])
    if random.chance(1, in: 2) {
      let keep = Int.random(in: 1...9, using: &random)
      duties = duties.filter { _ in random.chance(keep, in: 10) }
    }
    for place in duties.indices {
      if random.chance(1, in: 10) { duties[place].gate.toggle() }
      if random.chance(1, in: 10) { duties[place].rhythmDays = Int.random(in: 1...730, using: &random) }
      if random.chance(1, in: 20) {
        duties[place].condition = DutyCondition(
          programmes: [], employers: ["Van Dijk Techniek", "Zorggroep Noord"], reasonDutch: "", reasonEnglish: "")
      }
    }
    return DutyModel(name: "random", duties: duties)
  }

  /// A later version: some duties dropped, reworded or changed, some of a school's own added.
  private static func next(after model: DutyModel, _ random: inout Seeded) -> DutyModel {
    var duties = model.duties.filter { _ in random.chance(9, in: 10) }
    let known = Set(duties.map(\.id))
    duties += (TestModel.duties + TestModel.schoolsOwn).filter { !known.contains($0.id) && random.chance(1, in: 4) }
    for place in duties.indices {
      if random.chance(1, in: 4) { duties[place].dutch += random.pick(["!", "?"], or: "") }
      if random.chance(1, in: 20) { duties[place].gate.toggle() }
    }
    return DutyModel(name: "next", duties: duties)
  }

  mutating func day() -> Day {
    switch Int.random(in: 0..<40, using: &random) {
    case 0: Day(number: .max)
    case 1: Day(number: .min)
    case 2: Day(number: Int.random(in: -800_000...3_000_000, using: &random))
    case 3..<20: world.today
    case 20..<34: world.today.adding(days: -Int.random(in: 0...40, using: &random))
    default: world.today.adding(days: Int.random(in: 1...400, using: &random))
    }
  }

  mutating func optionalDay() -> Day? { random.chance(1, in: 3) ? nil : day() }

  mutating func text() -> String { random.pick(["", " ", "ziek", "per mail", "x\u{301}"], or: "") }

  mutating func duty() -> DutyID {
    random.chance(1, in: 30)
      ? DutyID("no.such.duty") : random.pick(world.model.duties.map(\.id), or: DutyID("no.such.duty"))
  }

  mutating func party() -> Party { random.pick(Party.allCases, or: .school) }

  mutating func employer() -> String {
    random.pick(["Van Dijk Techniek", "van dijk  techniek", "Zorggroep Noord", "Waterschap", " "], or: "")
  }

  mutating func name() -> String { random.pick(["Noor", "noor", "Jan", "Sanne", "Kim", ""], or: "") }

  /// A mail address belongs to one name here; without a name to any.
  mutating func mail(of name: String) -> String {
    if random.chance(1, in: 2) { return "" }
    return switch name.lowercased() {
    case "noor": "noor@school.nl"
    case "jan": "jan@vandijk.nl"
    case "": random.pick(["noor@school.nl", "jan@vandijk.nl"], or: "")
    default: ""
    }
  }

  /// Lets days pass.
  mutating func wait() {
    let days = random.chance(1, in: 50) ? 3000 : Int.random(in: 0...25, using: &random)
    world.today = world.today.adding(days: random.chance(1, in: 2) ? 0 : days)
  }

  /// Who gives the next command: mostly the school.
  mutating func speaker() -> Party { random.chance(3, in: 5) ? .school : party() }

  mutating func command() -> Command {
    if random.chance(1, in: 7) { return entryCommand() }
    switch Int.random(in: 0..<40, using: &random) {
    case 0..<8: return .confirm(duty: duty(), party: party(), day: day(), note: text())
    case 8:
      let known = world.records.marks.map(\.id) + [-1]
      return .withdrawConfirmation(mark: random.pick(known, or: 0), reason: text())
    case 9, 10: return .setDueDate(duty: duty(), day: optionalDay())
    case 11: return .exclude(duty: duty(), reason: text())
    case 12: return .include(duty: duty())
    case 13: return .addNote(duty: random.chance(1, in: 2) ? nil : duty(), text: text())
    case 14, 15:
      let section = AgreementContent.Section(included: random.chance(1, in: 2))
      return .addAgreement(
        AgreementContent(
          label: text(), date: day(), kept: "", content: section, guidance: section, programme: section,
          assessment: section))
    case 16: return .addPlan(label: text(), date: day(), kept: text())
    case 17, 18:
      return .setWorkplace(
        employer: employer(), workplace: random.pick(["Werkplaats", "werkplaats ", "Kantoor", ""], or: ""),
        address: text(), from: day())
    case 19..<23:
      let name = name()
      return .setPerson(
        role: random.pick(PersonRole.allCases, or: .supervisor),
        PersonContent(name: name, mail: mail(of: name), experience: text(), from: day(), until: optionalDay()))
    case 23, 24:
      return .addPaperScan(
        PaperScanContent(
          date: day(), decision: random.pick(ScanDecision.allCases, or: .suitable),
          validUntil: random.chance(1, in: 4) ? day() : world.today.adding(days: 300), by: "Noor", kept: ""))
    case 25: return .withdrawScan(scan: random.pick(world.records.scans.map(\.id), or: 0), reason: text())
    case 26: return .start(day: day(), withoutScanReason: text())
    case 27:
      return random.chance(1, in: 4)
        ? .takeStartBack(reason: text()) : .setDates(start: optionalDay(), end: optionalDay())
    case 28:
      let weeks = random.pick([nil, 0, 1, 4, 104, .max], or: nil)
      return .setRhythm(duty: random.chance(1, in: 2) ? nil : duty(), weeks: weeks)
    case 29: return .pause(from: day(), intendedReturn: optionalDay(), reason: text())
    case 30, 31: return .resume(day: day(), newStart: optionalDay())
    case 32:
      guard random.chance(1, in: 3) else { return .resume(day: world.today, newStart: nil) }
      return .end(random.pick(Ending.allCases, or: .completed), day: day(), reason: text(), by: party())
    case 33: return .setIntendedReturn(optionalDay())
    case 34: return .moveModel(to: Int64.random(in: 0...4, using: &random), reason: text())
    case 35..<39: return peopleCommand()
    default: return .reopen(reason: "vergissing")
    }
  }

  /// A command of those that bring a placement on, so that random worlds get beyond preparation.
  mutating func usefulCommand() -> (Command, Party) {
    let today = world.today
    let section = AgreementContent.Section(included: true)
    if random.chance(1, in: 7) { return usefulEntryCommand() }
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      return (.setWorkplace(employer: "Van Dijk Techniek", workplace: "Werkplaats", address: "", from: today), .school)
    case 1 where world.records.agreements.isEmpty:
      return (
        .addAgreement(
          AgreementContent(
            label: "1", date: today, kept: "", content: section, guidance: section, programme: section,
            assessment: section)), .school
      )
    case 2: return (.start(day: today, withoutScanReason: "haast"), .school)
    case 3:
      let role = random.pick(PersonRole.allCases, or: .supervisor)
      return (.setPerson(role: role, PersonContent(name: "Sanne", experience: "veel", from: today)), .school)
    default:
      let item = world.derivation.items.randomElement(using: &random)
      let party = item.map { random.pick($0.openParties(on: today), or: $0.duty.party) } ?? .school
      return (.confirm(duty: item?.duty.id ?? duty(), party: party, day: today, note: ""), party)
    }
  }

  mutating func row() -> ImportedPlacement {
    var row = ImportedPlacement(
      number: world.records.student.number, student: "Amira", programme: world.records.placement.programme)
    if random.chance(2, in: 3) { row.employer = random.pick(["Van Dijk Techniek", "ZORGGROEP Noord"], or: "") }
    if random.chance(1, in: 2) { row.workplace = random.pick(["Werkplaats", "Kantoor"], or: "") }
    if random.chance(1, in: 3) { row.start = day() }
    if random.chance(1, in: 3) { row.end = day() }
    for path in [\ImportedPlacement.schoolContact, \.employerContact, \.supervisor] where random.chance(1, in: 2) {
      let name = name()
      let mail = mail(of: name)
      row[keyPath: path] = .init(name: name.isEmpty ? nil : name, mail: mail.isEmpty ? nil : mail)
    }
    if random.chance(1, in: 4) { row.startedOn = day() }
    if random.chance(1, in: 4) { row.agreementSignedOn = day() }
    if random.chance(1, in: 3) {
      row.scanOn = day()
      row.scanDecision = ScanDecision.allCases.randomElement(using: &random)
    }
    return row
  }
}
