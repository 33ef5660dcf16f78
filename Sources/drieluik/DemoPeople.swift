import WerkendLeren

/// The invented people and places of the demonstration.
enum DemoPeople {
  /// An employer with one workplace, its people and what was decided on its scan.
  struct Employer {
    let name: String
    let workplace: String
    let address: String
    let contact: (name: String, mail: String, phone: String)
    let supervisor: (name: String, mail: String, experience: String)
    let scan: Scan
  }

  /// What became of a workplace's scan; days from today.
  enum Scan {
    case none
    case decided(ScanDecision, on: Int, validUntil: Int)
    case withdrawn(on: Int, withdrawnOn: Int)
  }

  /// Where a placement stands; days from today.
  enum Course {
    /// In preparation; how far the records are.
    case preparation(start: Int?, Prepared)
    /// Running since that day; each continuing duty was last confirmed `confirmed` days ago, but for those named.
    case running(start: Int, end: Int?, confirmed: Int, late: [String: Int])
    /// Paused since a day; started or not.
    case paused(start: Int, isStarted: Bool, since: Int, intendedReturn: Int?)
    /// Ended on a day.
    case ended(start: Int, Ending, on: Int, by: Party?)
  }

  /// How far a preparation is.
  enum Prepared {
    case nothing, agreementPartly, agreement, everything
  }

  /// One placement.
  struct Entry {
    let number: String
    let name: String
    let programme: String
    /// The employer's place in `employers`; nil: none yet.
    let employer: Int?
    let course: Course
  }

  /// The contact persons at the school, in turn.
  static let school = [
    ("Noor Bakker", "noor.bakker@hogeschool.example"), ("Pieter Jansma", "pieter.jansma@hogeschool.example"),
    ("Fatma Yıldız", "fatma.yildiz@hogeschool.example"),
  ]

  /// The employers.
  static let employers = [
    Employer(
      name: "Van Dijk Techniek", workplace: "Werkplaats Ede", address: "Ambachtsweg 12, Ede",
      contact: ("Jan van Dijk", "jan@vandijk.example", "0318 555 010"),
      supervisor: ("Sanne Mol", "sanne@vandijk.example", "9 jaar, praktijkbegeleider sinds 2021"),
      scan: .decided(.suitable, on: -166, validUntil: 565)),
    Employer(
      name: "Zorggroep Noord", workplace: "De Linde", address: "Lindelaan 3, Assen",
      contact: ("Griet Postma", "g.postma@zorgnoord.example", "0592 555 020"),
      supervisor: ("Bouke Hoekstra", "b.hoekstra@zorgnoord.example", "werkbegeleider sinds 2018"),
      scan: .decided(.suitableWithConditions, on: -140, validUntil: 590)),
    Employer(
      name: "Waterschap Vechtstromen", workplace: "Gemaal Oost", address: "Kade 1, Almelo",
      contact: ("Henk ter Braak", "h.terbraak@vecht.example", "0546 555 030"),
      supervisor: ("Loes Wolters", "l.wolters@vecht.example", ""), scan: .none),
    Employer(
      name: "Gemeente Zwolle", workplace: "Stadskantoor", address: "Grote Kerkplein 15, Zwolle",
      contact: ("Aïsha Benali", "a.benali@zwolle.example", "038 555 040"),
      supervisor: ("Koen de Graaf", "k.degraaf@zwolle.example", "begeleidt sinds 2015"),
      scan: .decided(.notYetSuitable, on: -12, validUntil: 700)),
    Employer(
      name: "Bakkerij Øvergård", workplace: "Bakkerij", address: "Molenstraat 8, Deventer",
      contact: ("Åse Øvergård", "ase@overgard.example", "0570 555 050"),
      supervisor: ("Jeroen Smit", "jeroen@overgard.example", "leermeester sinds 2012"),
      scan: .decided(.suitable, on: -722, validUntil: 9)),
    Employer(
      name: "Köhler & Zn.", workplace: "Fabriek Hengelo", address: "Industrieplein 40, Hengelo",
      contact: ("Ute Köhler", "ute@kohler.example", "074 555 060"),
      supervisor: ("Marek Łukasik", "marek@kohler.example", "praktijkopleider, 6 jaar"),
      scan: .withdrawn(on: -170, withdrawnOn: -2)),
    Employer(
      name: "Ziekenhuis Twente", workplace: "Afdeling C4", address: "Geerdinksweg 141, Hengelo",
      contact: ("Willemijn Oude Luttikhuis", "w.oudeluttikhuis@zht.example", "088 555 070"),
      supervisor: ("Renée Çelik", "r.celik@zht.example", "werkbegeleider, 12 jaar"),
      scan: .decided(.suitable, on: -210, validUntil: 520)),
    Employer(
      name: "Softwarehuis Zuid", workplace: "Team Platform", address: "Stratumsedijk 5, Eindhoven",
      contact: ("Dirk-Jan Peeters", "dj@softwarezuid.example", "040 555 080"),
      supervisor: ("Ngọc Trần", "ngoc@softwarezuid.example", "mentor van stagiairs sinds 2019"),
      scan: .decided(.suitable, on: -190, validUntil: 540)),
  ]

  private static let supervision = "employer.during.supervision"
  private static let involvement = "employer.during.involvement"
  private static let salary = "employer.during.salary"
  private static let communication = "student.during.communication"
  private static let participation = "student.during.participation"
  private static let support = "school.during.support"

  private static func running(
    _ number: String, _ name: String, _ programme: String, _ employer: Int, start: Int, confirmed: Int = 20,
    end: Int? = nil, late: [String: Int] = [:]
  ) -> Entry {
    Entry(
      number: number, name: name, programme: programme, employer: employer,
      course: .running(start: start, end: end ?? start + 730, confirmed: confirmed, late: late))
  }

  private static func coming(
    _ number: String, _ name: String, _ programme: String, _ employer: Int?, start: Int?, _ prepared: Prepared
  ) -> Entry {
    Entry(
      number: number, name: name, programme: programme, employer: employer,
      course: .preparation(start: start, prepared))
  }

  private static func other(
    _ number: String, _ name: String, _ programme: String, _ employer: Int, _ course: Course
  ) -> Entry {
    Entry(number: number, name: name, programme: programme, employer: employer, course: course)
  }

  /// The forty placements.
  static let entries: [Entry] = [
    running(
      "500123", "Amira El Idrissi", "HBO-ICT", 0, start: -83, confirmed: 21,
      late: [supervision: 67, involvement: 60, salary: 47, communication: 53, support: 51]),
    running("500456", "Daan Visser", "Verpleegkunde", 1, start: -83, confirmed: 18, late: [salary: 53]),
    coming("500789", "Bram de Wit", "Civiele Techniek", 2, start: 21, .agreementPartly),
    coming("500790", "Chloë Janssen", "Bestuurskunde", nil, start: 21, .nothing),
    running("500801", "Øyvind Haugen", "HBO-ICT", 7, start: -83, late: [communication: 59]),
    running("500802", "Zoë van den Berg", "Verpleegkunde", 6, start: -83, confirmed: 25, late: [support: 58]),
    running("500803", "Łukasz Wiśniewski", "Werktuigbouwkunde", 5, start: -83, confirmed: 30),
    running("500804", "王小明", "HBO-ICT", 7, start: -76, confirmed: 12),
    running("500805", "Fleur Hendriks", "Verpleegkunde", 1, start: -76, confirmed: 46),
    running("500806", "Mehmet Aydın", "Bedrijfskunde", 3, start: -69, confirmed: 10, late: [participation: 61]),
    running("500807", "Sjoerd Terpstra", "Werktuigbouwkunde", 0, start: -62, confirmed: 15),
    running("500808", "Inês Carvalho", "Voedingsmiddelentechnologie", 4, start: -62, confirmed: 9),
    running("500809", "Jochem 't Hart", "HBO-ICT", 0, start: -48),
    running("500810", "Nour Haddad", "Verpleegkunde", 6, start: -45),
    running("500811", "Tess Kuipers", "Bedrijfskunde", 7, start: -41),
    running("500812", "Rıza Öztürk", "HBO-ICT", 7, start: -20),
    running("500813", "Liselotte Brandsma", "Verpleegkunde", 1, start: -13),
    running("500814", "Björn Aalbers", "Werktuigbouwkunde", 0, start: -6),
    running("500815", "Anouk Dijkstra", "Verpleegkunde", 6, start: -300, confirmed: 17),
    running("500816", "Samir Boukhari", "HBO-ICT", 7, start: -300, confirmed: 33),
    running("500817", "Eva Groenewegen", "Verpleegkunde", 6, start: -390, end: -5),
    running("500818", "Matthijs Ruiter", "Voedingsmiddelentechnologie", 4, start: -390, confirmed: 44),
    coming("500821", "Ayşe Demir", "Verpleegkunde", 6, start: 7, .everything),
    coming("500822", "Thijs Oosterhuis", "HBO-ICT", 0, start: 14, .everything),
    coming("500823", "Femke Vos", "Bestuurskunde", 3, start: 28, .agreement),
    coming("500824", "José Martínez", "Werktuigbouwkunde", 0, start: 28, .agreementPartly),
    coming("500825", "Hanneke Prins", "Civiele Techniek", 2, start: 70, .nothing),
    coming("500826", "Ruben Çetin", "Bedrijfskunde", nil, start: 70, .nothing),
    coming("500827", "Maud Schouten", "HBO-ICT", 7, start: nil, .nothing),
    coming("500828", "Sven Lindström", "Verpleegkunde", 1, start: -3, .agreementPartly),
    coming("500829", "Olga Šimková", "Bestuurskunde", 3, start: 70, .nothing),
    coming("500830", "Yara el Amrani", "Verpleegkunde", 6, start: 70, .agreement),
    other(
      "500831", "Willem Kok", "HBO-ICT", 7,
      .paused(start: -83, isStarted: true, since: -20, intendedReturn: -1)),
    other(
      "500832", "Marijn Peters", "Verpleegkunde", 6,
      .paused(start: -83, isStarted: true, since: -10, intendedReturn: 60)),
    other(
      "500833", "Esmée de Boer", "Civiele Techniek", 2,
      .paused(start: 35, isStarted: false, since: -7, intendedReturn: nil)),
    other("500834", "Kees Hofman", "Werktuigbouwkunde", 0, .ended(start: -400, .completed, on: -30, by: nil)),
    other("500835", "Priya Ramdin", "HBO-ICT", 7, .ended(start: -400, .completed, on: -16, by: nil)),
    other("500836", "Gijs Meijer", "Verpleegkunde", 1, .ended(start: -90, .endedEarly, on: -40, by: .employer)),
    other("500837", "Lotte Wessels", "Bedrijfskunde", 3, .ended(start: -60, .endedEarly, on: -15, by: .student)),
    other("500838", "Niels Bosch", "Civiele Techniek", 2, .ended(start: -50, .neverStarted, on: -45, by: .student)),
  ]
}
