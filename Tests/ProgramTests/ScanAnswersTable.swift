/// One answer of the workplace scan as a person gives it, and as it is stored. The same table goes through every front end: the questions and answers of
/// `scan fill --accessible`, and the wizard.
struct ScanAnswerRow {
  /// How a person gives an answer, whatever the front end.
  enum Given: Equatable {
    /// Yes or no.
    case yes(Bool)
    /// The option, or the level, of that number, from 1.
    case choice(Int)
    /// The options of those numbers, from 1.
    case choices([Int])
    /// One line, a number or a day.
    case text(String)
    /// Several lines.
    case prose([String])
    /// Name, function, mail and phone.
    case person(String, String, String, String)
    /// Nothing: the question is skipped.
    case nothing
  }

  /// The question's id.
  var question: String
  /// What is given.
  var given: Given
  /// The stored answer as `scan export --json` writes it; nil where there is none.
  var json: String?

  init(_ question: String, _ given: Given, _ json: String?) {
    self.question = question
    self.given = given
    self.json = json
  }

  /// The lines that give it in the accessible mode.
  func lines(dutch: Bool) -> [String] {
    switch given {
    case .yes(let yes): [dutch ? (yes ? "ja" : "nee") : (yes ? "yes" : "no")]
    case .choice(let number): [String(number)]
    case .choices(let numbers): [numbers.map(String.init).joined(separator: ",")]
    case .text(let text): [text]
    case .prose(let lines): lines + ["."]
    case .person(let name, let function, let mail, let phone): [name, function, mail, phone]
    case .nothing: [""]
    }
  }
}

/// Answers that every front end must take, and some that each must refuse at the field.
enum ScanAnswersTable {
  /// A whole scan, in the order of the questions: every kind of question, most of the questions that appear by themselves, and one that is skipped.
  static let full: [ScanAnswerRow] = [
    .init("A1", .text("Van Dijk Techniek B.V."), "\"Van Dijk Techniek B.V.\""),
    .init("A2", .text("12345678"), "\"12345678\""),
    .init("A3", .text("Kade 1, Utrecht"), "\"Kade 1, Utrecht\""),
    .init("A4", .choice(2), "\"small\""),
    .init(
      "A5", .prose(["Installaties ontwerpen en bouwen.", "", "De afdeling tekent."]),
      "\"Installaties ontwerpen en bouwen.\\n\\nDe afdeling tekent.\""),
    .init(
      "A6", .person("Jan van Dijk", "directeur", "jan@vandijk.nl", "06-12345678"),
      "{\"name\": \"Jan van Dijk\", \"function\": \"directeur\", \"mail\": \"jan@vandijk.nl\", \"phone\": \"06-12345678\"}"
    ),
    .init("A7", .text("4"), "4"),
    .init("A8", .yes(true), "true"),
    .init(
      "B1", .prose(["Tekenen, rekenen, één keer per week mee naar de klant"]),
      "\"Tekenen, rekenen, één keer per week mee naar de klant\""),
    .init("B2", .choice(3), "3"),
    .init("B3", .choice(3), "3"),
    .init("B4", .choice(4), "4"),
    .init("B5", .choices([1, 2, 6]), "[\"own_workplace\", \"computer\", \"other\"]"),
    .init("B5a", .text("een auto"), "\"een auto\""),
    .init("B6", .yes(true), "true"),
    .init("C1", .yes(true), "true"),
    .init("C2", .person("Sanne Mol", "monteur", "", ""), "{\"name\": \"Sanne Mol\", \"function\": \"monteur\"}"),
    .init("C3", .text("9"), "9"),
    .init("C4", .choice(3), "3"),
    .init("C5", .text("120"), "120"),
    .init("C6", .choice(3), "3"),
    .init("C7", .yes(true), "true"),
    .init(
      "C7a", .person("Piet Pot", "", "piet@vandijk.nl", ""), "{\"name\": \"Piet Pot\", \"mail\": \"piet@vandijk.nl\"}"),
    .init("C8", .choice(1), "\"fully\""),
    .init("D1", .choice(3), "3"),
    .init("D2", .choice(3), "3"),
    .init("D3", .choice(4), "4"),
    .init("D4", .yes(true), "true"),
    .init("D4a", .prose(["Een week meelopen."]), "\"Een week meelopen.\""),
    .init("D5", .yes(true), "true"),
    .init("E1", .yes(true), "true"),
    .init("E2", .text("2026-03-01"), "\"2026-03-01\""),
    .init("E3", .choices([2, 5]), "[\"machines\", \"lifting\"]"),
    .init("E4", .choice(3), "3"),
    .init("E5", .yes(true), "true"),
    .init("E6", .yes(true), "true"),
    .init("F1", .text("32"), "32"),
    .init("F2", .text("8"), "8"),
    .init("F3", .yes(true), "true"),
    .init("F4", .choice(1), "\"whole_programme\""),
    .init("F5", .yes(true), "true"),
    .init("F6", .choice(1), "\"collective_agreement\""),
    .init("F7", .choice(3), "3"),
    .init("F8", .yes(true), "true"),
    .init("G1", .yes(true), "true"),
    .init("G2", .choice(3), "3"),
    .init("G3", .choice(3), "3"),
    .init("G4", .choice(3), "\"visit\""),
    .init("G5", .nothing, nil),
    .init("H1", .prose(["Wij hebben er zin in.", "Tot ziens."]), "\"Wij hebben er zin in.\\nTot ziens.\""),
    .init("H2", .person("Jan van Dijk", "", "", ""), "{\"name\": \"Jan van Dijk\"}"),
    .init("H3", .yes(true), "true"),
  ]

  /// What is typed into a field, and the key of the text that refuses it there. Each stands at a question that is shown from the start.
  static let refused: [(question: String, typed: String, problem: String)] = [
    ("A2", "1234567", "answer.wantsDigits"),
    ("A2", "kvk", "answer.wantsDigits"),
    ("A4", "9", "answer.noSuchOption"),
    ("A7", "duizend", "answer.outOfRange"),
    ("A7", "1000", "answer.outOfRange"),
    ("A8", "misschien", "answer.wantsYesNo"),
    ("B2", "5", "answer.outOfRange"),
    ("B2", "0", "answer.outOfRange"),
    ("B5", "1,9", "answer.noSuchOption"),
    ("E3", "1,2", "answer.excludesOthers"),
    ("F1", "41", "answer.outOfRange"),
  ]

  /// The whole scan as `scan export --json` writes it.
  static func json(version: String) -> String {
    let lines =
      ["  \"version\": \"\(version)\""] + full.compactMap { row in row.json.map { "  \"\(row.question)\": \($0)" } }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }
}
