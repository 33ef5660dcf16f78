import Testing

@Suite("The command line: explain and contacts")
struct CommandPaperTests {
  @Test("the explanation needs no store and no name, and makes none")
  func explain() throws {
    let place = try CommandPlace()
    let outcome = try place.run(["explain"])
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    #expect(outcome.lines.allSatisfy { $0.count <= 80 })
    #expect(outcome.lines.filter { $0.hasPrefix("- ") }.count == 25)
    #expect(outcome.lines.first?.hasPrefix("Werkend leren opleiden: ") == true)
    #expect(!place.has("data"))
    let student = try place.run(["explain", "--role", "student", "--language", "en"])
    #expect(student.code == 0)
    #expect(student.lines.contains("STUDENT-EMPLOYEE") && !student.lines.contains("UNIVERSITY"))
  }

  @Test("as Markdown it has headings and lists, and a school's own words stay words")
  func markdown() throws {
    let place = try CommandPlace()
    let own = """
      name: "eigen"
      based_on: built-in
      duties:
        - id: school.preparation.laptop
          party: school
          phase: preparation
          kind: task
          short_nl: "Laptop"
          short_en: "Laptop"
          nl: "1. <script>x</script> [hier](javascript:x) | *nu*"
          en: "Laptop"
      """
    #expect(try place.run(["model", "use", try place.write("own.yaml", own)]).code == 0)
    let outcome = try place.run(["explain", "--markdown"])
    #expect(outcome.lines.first?.hasPrefix("# Werkend leren opleiden") == true)
    #expect(outcome.lines.filter { $0.hasPrefix("## ") }.count == 4)
    #expect(outcome.lines.filter { $0.hasPrefix("### ") }.count == 6)
    #expect(
      outcome.lines.contains(#"- 1\. \<script\>x\</script\> \[hier\](javascript:x) \| \*nu\*"#), "\(outcome.output)")
    let path = place.folder + "/uitleg.md"
    #expect(try place.run(["explain", "--markdown", "--output", path]).output == "Geschreven: \(path)\n")
    #expect(place.text("uitleg.md") == outcome.output)
  }

  @Test("contacts are lines to copy, of one's own placements only")
  func contacts() throws {
    let place = try CommandPlace()
    let file = try place.write(
      "in.csv",
      """
      studentnummer;student;opleiding;werkgever;contactpersoon werkgever;telefoon contactpersoon werkgever
      1;Ada;HBO-ICT;Van Dijk;Jan;'+31 6 123
      2;Bob;Pabo;;;

      """)
    #expect(try place.run(["import", file]).code == 0)
    let outcome = try place.run(["contacts", "1"])
    #expect(outcome.lines.contains("+31 6 123") && outcome.lines.contains("Jan") && outcome.lines.contains("Ada"))
    #expect(try place.run(["contacts", "2", "--role", "student", "--as", "Ada"]).code == 65)
    #expect(try place.run(["contacts", "9"]).code == 65)
    #expect(try place.run(["contacts"]).code == 64)
  }
}
