import Language
import WerkendLeren

/// The workplace scans of the demonstration that were filled in with Drieluik; the others were done on paper.
enum DemoScans {
  /// The employers whose decided scan is one of these.
  static let decided: Set = [0, 1, 4, 5]
  /// The employer that is filling in its first one, and the one that has just handed in another.
  static let (draft, submitted) = (2, 3)

  /// What they have in common, as people type it.
  private static let common: [QuestionID: String] = [
    "A4": "10–49", "A5": "Wij maken en onderhouden wat de streek nodig heeft. De afdeling werkt in kleine ploegen.",
    "A7": "3", "A8": "ja",
    "B1": "Meewerken in de ploeg, eigen opdrachten van klein naar groot, elke maand iets nieuws.",
    "B2": "3", "B3": "3", "B4": "3", "B5": "own_workplace, computer", "B6": "ja", "C1": "ja", "C3": "8", "C4": "3",
    "C5": "120", "C6": "3", "C7": "ja", "C7a": "Joke Visser", "C8": "fully", "D1": "3", "D2": "3", "D3": "4",
    "D4": "ja",
    "D4a": "Een week meelopen op elke plek, daarna een vaste ploeg.", "D5": "ja", "E1": "ja", "E3": "none", "E5": "ja",
    "E6": "ja", "F1": "32", "F2": "8", "F3": "ja", "F4": "whole_programme", "F5": "ja", "F6": "cao", "F7": "3",
    "F8": "ja",
    "G1": "ja", "G2": "3", "G3": "3", "G4": "mail", "H3": "ja",
  ]

  /// Where an employer answers otherwise.
  private static let others: [Int: [QuestionID: String]] = [
    0: ["B2": "4", "D1": "4", "E3": "machines, lifting", "E4": "3", "F7": "4"],
    1: [
      "B4": "2", "C7": "nee", "G2": "2", "E3": "night_work", "E4": "3",
      "E7": "Nooit alleen; een vaste collega staat ernaast.",
    ],
    4: ["B4": "2", "E3": "machines", "E4": "4"],
    5: ["A4": "50–249", "E3": "machines, hazardous_substances", "E4": "3"],
    3: ["A4": "250+", "B3": "3", "C4": "4", "G2": "4"],
  ]

  /// The answers of an employer.
  static func answers(of place: Int) -> [QuestionID: Answer?] {
    let employer = DemoPeople.employers[place]
    var typed = common.merging(others[place] ?? [:]) { $1 }
    typed["A1"] = employer.name
    typed["A3"] = employer.address
    for question in ["A6", "H2"] { typed[QuestionID(question)] = employer.contact.name }
    typed["C2"] = employer.supervisor.name
    if place == draft {
      typed = typed.filter { "AB".contains($0.key.text.prefix(1)) || ["C1", "C2"].contains($0.key.text) }
    }
    let questionnaire = BuiltInQuestionnaire.load()
    var answers: [QuestionID: Answer?] = [:]
    for (id, text) in typed {
      guard let question = questionnaire[id], case .success(let answer) = AnswerText.read(text, for: question) else {
        continue
      }
      answers[id] = .some(answer)
    }
    return answers
  }

  /// The conditions of a scan that was decided with them: the question, when it is due, when it was met and when accepted; days from today.
  static let conditions: [(question: QuestionID, due: Int, met: Int?, accepted: Int?)] = [
    ("C7", -100, -112, -105), ("G2", 33, -3, nil), ("B4", 40, nil, nil),
  ]
}

extension DemoScript {
  /// What happened to the scan of the employer in this place: handed in within a week, visited and decided on that day.
  mutating func scanInDrieluik(of place: Int, _ decision: ScanDecision, on day: Int, validUntil: Int) {
    let answers = DemoScans.answers(of: place)
    let (questionnaire, today) = (BuiltInQuestionnaire.load(), today)
    scanStep(day - 7, .employer, turn: 1) { _ in nil }
    scanStep(day - 5, .employer, turn: 2) { _ in .answer(answers) }
    scanStep(day - 4, .employer, turn: 3) { _ in .submit }
    let visit = ScanVisit(
      day: today.adding(days: day - 1), by: DemoPeople.school[1].0,
      spokenWith: "\(DemoPeople.employers[place].contact.name), \(DemoPeople.employers[place].supervisor.name)")
    scanStep(day, .school, turn: 4) { _ in .recordVisit(visit) }
    scanStep(day, .school, turn: 5) { _ in .comment("B1", text: "Ter plekke gezien: klopt.") }
    if decision == .suitableWithConditions {
      for (turn, condition) in DemoScans.conditions.enumerated() {
        let content = ScanConditionContent(
          text: questionnaire[condition.question]?.action?.dutch ?? "", owner: .employer,
          due: today.adding(days: condition.due), question: condition.question)
        scanStep(day, .school, turn: 6 + turn) { _ in .setCondition(nil, content) }
        func row(_ records: ScanRecords) -> Int64? {
          records.conditions.first { $0.question == condition.question }?.id
        }
        if let met = condition.met {
          let metOn = today.adding(days: met)
          scanStep(met, .employer, turn: 1) {
            row($0).map { .meetCondition($0, day: metOn, note: "geregeld met het team") }
          }
        }
        if let accepted = condition.accepted {
          scanStep(accepted, .school, turn: 1) { row($0).map { .acceptCondition($0) } }
        }
      }
    }
    let until = today.adding(days: validUntil)
    scanStep(day, .school, turn: 9) { records in
      let advice = records.judgedOutcome(questionnaire).advice
      return .decide(
        decision, reason: advice == decision ? "" : "gezien tijdens het bezoek", validUntil: until,
        by: DemoPeople.school[1].0)
    }
  }

  /// A scan that is not decided yet.
  mutating func openScan(of place: Int, on day: Int, handedIn: Int?) {
    let answers = DemoScans.answers(of: place)
    scanStep(day, .employer, turn: 1) { _ in nil }
    scanStep(day, .employer, turn: 2) { _ in .answer(answers) }
    if let handedIn { scanStep(handedIn, .employer, turn: 3) { _ in .submit } }
  }
}
