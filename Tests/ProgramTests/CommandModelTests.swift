import Foundation
import Testing

@Suite("The command line: models")
struct CommandModelTests {
  @Test("the built-in duties as a list for programs")
  func showJSON() throws {
    let place = try CommandPlace()
    let outcome = try place.run(["model", "show", "--json"])
    let list = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    #expect(list.count == 25)
    for duty in list {
      #expect(Set(duty.keys) == ["id", "party", "phase", "kinds", "short_nl", "short_en", "nl", "en"])
    }
    #expect(
      (list.first { $0["id"] as? String == "school.preparation.agreement" }?["kinds"] as? [String])?.first == "gate")
    #expect(!place.has("data"))
  }

  @Test("by party and phase in both languages")
  func show() throws {
    let place = try CommandPlace()
    let dutch = try place.run(["model", "show"])
    #expect(dutch.lines.first?.hasSuffix(": 25") == true)
    #expect(dutch.lines.contains("Werkgever, tijdens"))
    #expect(dutch.lines.filter { $0.hasPrefix("- ") }.count == 25)
    #expect(try place.run(["model", "show", "--language", "en"]).lines.contains("Employer, during"))
  }

  @Test("a sound file says what it adds, changes and hides")
  func check() throws {
    let place = try CommandPlace()
    let file = try place.write("own.yaml", Self.own)
    let outcome = try place.run(["model", "check", file, "--language", "en"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Adds: Laptop [school.preparation.laptop]"))
    #expect(outcome.output.contains("Changes: Begin [student.preparation.orientation]"))
    #expect(outcome.output.contains("Hides: Salary [employer.during.salary]"))
    #expect(!place.has("data"))
  }

  @Test("every fault is named with file, line and field")
  func faults() throws {
    let place = try CommandPlace()
    let file = try place.write(
      "bad.yaml",
      """
      name: "eigen"
      based_on: built-in
      colour: blue
      duties:
        - id: school.preparation.laptop
          party: teacher
      """)
    let outcome = try place.run(["model", "check", file])
    #expect(outcome.code == 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("bad.yaml, regel 3, colour: "))
    #expect(outcome.errors.contains("regel 6"))
    #expect(try place.run(["model", "check", file, "--language", "en"]).errors.contains("line 3"))
    #expect(try place.run(["model", "check", "none.yaml"]).code == 66)
    #expect(try place.run(["model", "check", place.folder]).code == 66)
  }

  @Test("new placements begin with the model in use; running ones keep theirs")
  func use() throws {
    let place = try CommandPlace()
    let old = try place.write("a.csv", "studentnummer,student,opleiding\n1,Ada,HBO-ICT\n")
    _ = try place.run(["import", old])
    let file = try place.write("own.yaml", Self.own)
    #expect(try place.run(["model", "use", file]).code == 0)
    #expect(try place.run(["model", "use", file]).output.contains("al met deze versie"))
    #expect(try place.run(["model", "show"]).lines.first?.contains("eigen") == true)
    let new = try place.write("b.csv", "studentnummer,student,opleiding\n2,Bob,HBO-ICT\n")
    _ = try place.run(["import", new])
    let gates = try #require(try place.run(["status", "--json"]).json()["gates"] as? [String: Int])
    #expect(gates["school.preparation.laptop"] == 1)
    #expect(gates["school.preparation.agreement"] == 2)
    #expect(try place.run(["model", "use", file, "--role", "student", "--as", "Ada"]).code == 77)
  }

  private static let own = """
    name: "eigen"
    based_on: built-in
    hide: [employer.during.salary]
    duties:
      - id: student.preparation.orientation
        short_nl: "Begin"
        short_en: "Begin"
      - id: school.preparation.laptop
        party: school
        phase: preparation
        kind: task
        gate: yes
        short_nl: "Laptop"
        short_en: "Laptop"
        nl: "De hogeschool regelt een laptop."
        en: "The university sees to a laptop."

    """
}
