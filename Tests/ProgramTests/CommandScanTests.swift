import Foundation
import Testing

@Suite("The command line: the workplace scan")
struct CommandScanTests {
  /// Everything in order, as in the fourth worked example.
  private static let sound = """
    {"A1": "Van Dijk Techniek", "A3": "Kade 1", "A4": "10-49", "A5": "Installaties", "A6": "Jan van Dijk", "B1": "Ontwerpen",
     "B2": 3, "B3": 3, "B4": 3, "B6": true, "C1": true, "C2": {"name": "Sanne Mol"}, "C3": 9, "C4": 3, "C5": 120, "C6": 3,
     "C7": true, "C7a": "Piet", "C8": "fully", "D1": 3, "D2": 3, "D3": 3, "D4": true, "D5": true, "E1": true,
     "E3": ["none"], "E5": true, "E6": true, "F1": 32, "F2": 8, "F3": true, "F4": "whole_programme", "F5": true,
     "F6": "cao", "F7": 3, "F8": true, "G1": true, "G2": 3, "G3": 3, "G4": "mail", "H2": "Jan van Dijk", "H3": true}
    """

  @Test("the outcome of answers for programs")
  func json() throws {
    let place = try CommandPlace()
    let file = try place.write("answers.json", Self.sound)
    let outcome = try place.run(["scan", "try", file, "--json"])
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    let json = try outcome.json()
    #expect(Set(json.keys) == ["sections", "knockouts", "advice", "rules", "missing"])
    let sections = try #require(json["sections"] as? [String: Any])
    #expect(Set(sections.keys) == ["B", "C", "D", "E", "F", "G"])
    #expect(sections["B"] as? Int == 67 && sections["E"] is NSNull)
    #expect(json["advice"] as? String == "suitable")
    #expect((json["rules"] as? [Any])?.isEmpty == true && (json["missing"] as? [Any])?.isEmpty == true)
    #expect(!place.has("data"))
  }

  @Test("rules and knock-outs with the questions behind them, also from standard input")
  func rules() throws {
    let place = try CommandPlace()
    let answers = Self.sound.replacingOccurrences(of: "\"C1\": true", with: "\"C1\": false")
      .replacingOccurrences(of: "\"G3\": 3", with: "\"G3\": 1").replacingOccurrences(of: "\"G2\": 3", with: "\"G2\": 2")
    let json = try place.run(["scan", "try", "-", "--json"], input: answers).json()
    #expect(json["advice"] as? String == "not_yet" && json["knockouts"] as? [String] == ["C1"])
    let rules = try #require(json["rules"] as? [[String: Any]])
    #expect(rules.map { $0["rule"] as? String } == ["knockout", "section_below_33"])
    #expect(rules.map { $0["questions"] as? [String] } == [["C1"], ["G2", "G3"]])
  }

  @Test("what is missing is no error")
  func missing() throws {
    let place = try CommandPlace()
    let file = try place.write("answers.yaml", "{B2: 3, C1: true, C8: ja, E3: [machines]}\n")
    let outcome = try place.run(["scan", "try", file, "--json"])
    #expect(outcome.code == 0)
    let json = try outcome.json()
    #expect(json["advice"] is NSNull)
    let missing = try #require(json["missing"] as? [String])
    #expect(missing.first == "A1" && missing.contains("E4") && !missing.contains("B2") && !missing.contains("A2"))
    let lines = try place.run(["scan", "try", file]).lines
    #expect(lines.first == "Advies: nog niet te geven")
    #expect(lines.contains("Onderdeel B Het werk: 67 van 100, goed"))
  }

  @Test("for people: the advice, why, and what is proposed")
  func lines() throws {
    let place = try CommandPlace()
    let file = try place.write("a.json", Self.sound.replacingOccurrences(of: "\"F7\": 3", with: "\"F7\": 2"))
    let lines = try place.run(["scan", "try", file, "--language", "en"]).lines
    #expect(
      lines.prefix(2) == ["Advice: suitable with conditions", "Reason: a section scores below 60 (F7)"])
    #expect(lines.contains("Section F Time, contract and pay: 33 of 100, could be better"))
    #expect(lines.contains("Proposal for F7: Give a fixed class day off, without leave hours."))
  }

  @Test("every fault is named with file, line and field")
  func faults() throws {
    let place = try CommandPlace()
    let file = try place.write("answers.yaml", "B2: 3\nB9: 1\nC1: soms\nF1: 10\nF2: 11\n")
    let outcome = try place.run(["scan", "try", file])
    #expect(outcome.code == 65 && outcome.output.isEmpty)
    let found = outcome.errors.split(separator: "\n").map { $0.split(separator: ": ", maxSplits: 1)[0] }
    #expect(
      found.map { $0.split(separator: "/").last ?? "" } == [
        "answers.yaml, regel 2, B9", "answers.yaml, regel 3, C1", "answers.yaml, regel 5, F2",
      ])
    #expect(try place.run(["scan", "try", "none.yaml"]).code == 66)
    #expect(try place.run(["scan", "try"]).code == 64)
  }

  @Test("a school checks and tries its own questionnaire")
  func own() throws {
    let place = try CommandPlace()
    let own = try place.write(
      "own.yaml",
      """
      version: "eigen 1"
      sections:
        - id: X
          title: {nl: "Werk", en: "Work"}
          questions:
            - id: X1
              kind: level
              required: yes
              text: {nl: "Past het?", en: "Does it fit?"}
              levels: {1: {nl: a, en: a}, 2: {nl: b, en: b}, 3: {nl: c, en: c}, 4: {nl: d, en: d}}
              action: {nl: "Doe iets.", en: "Do something."}
      advice:
        - advice: conditional
          rules:
            - {rule: level, value: 2}

      """)
    let check = try place.run(["scan", "check", own])
    #expect(check.code == 0 && check.output.hasSuffix("versie eigen 1, 1 vraag in 1 onderdeel.\n"))
    let answers = try place.write("a.yaml", "version: 2026-11\nX1: 2\n")
    let tried = try place.run(["scan", "try", answers, "--questionnaire", own, "--json"])
    #expect(try tried.json()["advice"] as? String == "conditional")
    #expect(tried.code == 0 && tried.errors.contains("versie 2026-11"))
    let bad = try place.write("bad.yaml", (place.text("own.yaml") ?? "").replacingOccurrences(of: "3: {", with: "5: {"))
    let refused = try place.run(["scan", "check", bad])
    #expect(refused.code == 65 && refused.errors.contains("bad.yaml, regel 10, questions.X1.levels.3: "))
    #expect(try place.run(["scan", "try", answers, "--questionnaire", bad]).code == 65)
  }
}
