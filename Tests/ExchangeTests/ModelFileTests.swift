import Foundation
import Language
import Testing
import WerkendLeren

@testable import Exchange

/// A school's own model: what it may say, and each thing that can be wrong with its line and field.
struct ModelFileTests {
  /// A complete model of one task, to which a test adds lines.
  static let complete = """
    name: "Eigen"
    duties:
      - id: school.preparation.visit
        party: school
        phase: preparation
        kind: task
        short_nl: Bezoek
        short_en: Visit
        nl: "De hogeschool bezoekt de werkplek."
        en: "The university visits the workplace."

    """

  private func with(_ lines: String) -> String { ModelFileTests.complete + lines }
  private func replacing(_ old: String, _ new: String) -> String {
    ModelFileTests.complete.replacingOccurrences(of: old, with: new)
  }

  @Test func aCompleteModelIsRead() throws {
    let loaded = try loadModel(with("    source_nl: \"Reglement\"\n    gate: ja\n")).get()
    #expect(loaded.model.name == "Eigen" && loaded.model.duties.count == 1 && !loaded.isBasedOnBuiltIn)
    let duty = try #require(loaded.model.duties.first)
    #expect(duty.gate && duty.shortDutch == "Bezoek" && duty.sourceDutch == "Reglement" && duty.sourceEnglish.isEmpty)
    #expect(loaded.closingDutch == nil)
  }

  @Test func aFileBasedOnTheBuiltInChangesAddsAndHides() throws {
    let text = """
      name: "Hogeschool Noord 2027"
      based_on: built-in
      hide: [school.preparation.scan, employer.during.team]
      duties:
        - id: student.during.participation
          rhythm_weeks: 4
          short_nl: Meedoen
        - id: employer.during.supervision
          record:
        - id: employer.preparation.safety
          party: employer
          phase: preparation
          kind: declaration
          parties: [employer, school]
          condition:
            programmes: ["Bouwkunde, voltijd"]
            employers: []
            reason_nl: "alleen Bouwkunde"
            reason_en: "only Bouwkunde"
          short_nl: Veiligheid
          short_en: Safety
          nl: |
            De werkgever
            legt de regels uit.
          en: "The employer explains the rules."
      """
    let base = BuiltInModel.load()
    let model = try loadModel(text).get().model
    #expect(model.duties.count == 24 && model.name == "Hogeschool Noord 2027")
    #expect(model[DutyID("school.preparation.scan")] == nil)
    let changed = try #require(model[DutyID("student.during.participation")])
    let before = try #require(base[DutyID("student.during.participation")])
    #expect(changed.rhythmDays == 28 && changed.shortDutch == "Meedoen" && changed.dutch == before.dutch)
    #expect(model.place(of: changed.id) == base.place(of: changed.id))
    #expect(model[DutyID("employer.during.supervision")]?.record == nil)
    let added = try #require(model.duties.last)
    #expect(added.dutch == "De werkgever legt de regels uit." && added.parties == [.employer, .school])
    #expect(added.condition?.programmes == ["Bouwkunde, voltijd"])
    #expect(try loadModel(text.replacingOccurrences(of: "\n", with: "\r\n")).get().model == model)
  }

  @Test(arguments: [("yes", true), ("\"true\"", true), ("Ja", true), ("nee", false), ("no", false), ("FALSE", false)])
  func yesAndNoAreReadByTheirText(_ word: String, _ value: Bool) throws {
    #expect(try loadModel(with("    gate: \(word)\n")).get().model.duties.first?.gate == value)
  }

  @Test func numbersAndWordsOfYAMLStayTextWhereTextIsMeant() throws {
    let text = replacing("name: \"Eigen\"", "name: 010").replacingOccurrences(of: "Bezoek", with: "0301234567")
    let model = try loadModel(text.replacingOccurrences(of: "short_en: Visit", with: "short_en: no")).get().model
    #expect(model.name == "010" && model.duties.first?.shortDutch == "0301234567")
    #expect(model.duties.first?.shortEnglish == "no")
  }

  @Test(arguments: [
    ("    colour: red\n", "11 duties.colour yaml.unknownKey"),
    ("    party: school\n", "11 party yaml.duplicateKey"),
    ("    gate: maybe\n", "11 duties.school.preparation.visit.gate yaml.wantsYesNo"),
    ("    gate: [yes]\n", "11 duties.school.preparation.visit.gate yaml.wantsText"),
    ("    record: passport\n", "11 duties.school.preparation.visit.record yaml.wantsChoice"),
    ("    parties: school\n", "11 duties.school.preparation.visit.parties yaml.wantsList"),
    ("    parties: [school]\n", "11 duties.school.preparation.visit.parties model.partiesNotShared"),
    ("    rhythm_weeks: 4\n", "11 duties.school.preparation.visit.rhythm_weeks model.rhythmKind"),
    ("    condition: always\n", "11 duties.school.preparation.visit.condition yaml.wantsMap"),
    ("    mirrors: school.preparation.nothing\n", "11 duties.school.preparation.visit.mirrors model.mirrorsMissing"),
    ("    source_nl: \"a\\eb\"\n", "11 duties.source_nl yaml.control"),
    ("    source_nl: &here x\n", "11 duties.source_nl yaml.alias"),
    ("    source_nl: *there\n", "11  yaml.alias"),
    ("    ? [a, b]\n    : c\n", "11 duties yaml.wantsText"),
    ("hide: [x]\n", "11 hide model.hideWithoutBase"),
    ("based_on: other\n", "11 based_on model.basedOn"),
    ("---\nname: x\n", "11  yaml.documents"),
    ("  - id: school.preparation.visit\n", "11 duties.id model.duplicateID"),
    ("  - id: Grote Letters\n", "11 duties.id model.badID"),
    ("  - party: school\n", "11 duties.id yaml.missing"),
    ("  - just a text\n", "11 duties yaml.wantsMap"),
    ("    \"nl: x\n", "11  yaml.syntax"),
  ])
  func aWrongLineIsNamedWithItsLineAndField(_ lines: String, _ expected: String) {
    #expect(modelProblems(with(lines)) == [expected])
  }

  @Test(arguments: [
    ("party: school", "party: parent", "4 duties.school.preparation.visit.party yaml.wantsChoice"),
    ("phase: preparation", "phase: later", "5 duties.school.preparation.visit.phase yaml.wantsChoice"),
    ("kind: task", "kind: wish", "6 duties.school.preparation.visit.kind yaml.wantsChoice"),
    ("kind: task", "kind: evidence", "3 duties.school.preparation.visit.record model.recordMissing"),
    ("kind: task", "kind: joint", "3 duties.school.preparation.visit.parties model.partiesMissing"),
    ("kind: task", "{kind: joint", "7  yaml.syntax"),
    (
      "    kind: task\n", "    kind: joint\n    parties: [student, employer]\n",
      "7 duties.school.preparation.visit.parties model.ownerMissing"
    ),
    (
      "    kind: task\n", "    kind: declaration\n    parties: [school, school]\n",
      "7 duties.school.preparation.visit.parties model.partyTwice"
    ),
    (
      "    phase: preparation\n", "    phase: during\n    gate: yes\n",
      "6 duties.school.preparation.visit.gate model.gateDuring"
    ),
    (
      "    kind: task\n", "    kind: continuing\n    rhythm_weeks: 105\n",
      "7 duties.school.preparation.visit.rhythm_weeks yaml.wantsNumber"
    ),
    (
      "    kind: task\n", "    kind: continuing\n    rhythm_weeks: 1_0\n",
      "7 duties.school.preparation.visit.rhythm_weeks yaml.wantsNumber"
    ),
    ("    kind: task\n", "", "3 duties.school.preparation.visit.kind yaml.missing"),
    ("    short_nl: Bezoek\n", "", "3 duties.school.preparation.visit.short_nl yaml.missing"),
    ("Bezoek", "\"\"", "7 duties.school.preparation.visit.short_nl yaml.emptyField"),
    ("Bezoek", "EenNaamDieNietPast", "7 duties.school.preparation.visit.short_nl yaml.tooLong"),
    ("name: \"Eigen\"\n", "", "1 name yaml.missing"),
    ("\"Eigen\"", "", "1 name yaml.emptyField"),
    ("Eigen", "Ei\u{202E}gen", "1  yaml.control"),
  ])
  func aWrongFieldIsNamedWithItsLineAndField(_ old: String, _ new: String, _ expected: String) {
    #expect(modelProblems(replacing(old, new)) == [expected])
  }

  @Test(arguments: [
    ("hide: [nothing]", ["3 hide model.hideUnknown"]),
    ("hide: [school.preparation.plan]", ["3 hide model.mirrorsHidden"]),
    ("hide: [school.preparation.plan, employer.preparation.plan]", []),
    (
      "hide: [employer.during.salary]\nduties:\n  - id: employer.during.salary\n    short_nl: Loon",
      ["3 hide model.hiddenAndChanged"]
    ),
    (
      "duties:\n  - id: school.preparation.plan\n    kind: task\n    parties: []",
      ["5 duties.employer.preparation.plan.mirrors model.mirrorsNotJoint"]
    ),
    (
      "duties:\n  - id: school.preparation.plan\n    parties: [school, student]",
      ["4 duties.employer.preparation.plan.mirrors model.mirrorsDiffers"]
    ),
    (
      "duties:\n  - id: school.preparation.plan\n    mirrors: school.preparation.plan",
      [
        "5 duties.school.preparation.plan.mirrors model.mirrorsItself",
        "4 duties.employer.preparation.plan.mirrors model.mirrorsChain",
      ]
    ),
    (
      "duties:\n  - id: student.during.ownership\n    mirrors: school.preparation.plan",
      ["5 duties.student.during.ownership.mirrors model.mirrorsKind"]
    ),
    (
      "duties:\n  - id: employer.preparation.workplace\n    phase: during",
      ["5 duties.employer.preparation.workplace.phase model.gateDuring"]
    ),
    (
      "duties:\n  - id: student.during.ownership\n    condition:\n      programmes: []\n      reason_nl: a",
      ["6 duties.student.during.ownership.condition.reason_en yaml.missing"]
    ),
    (
      "duties:\n  - id: student.during.ownership\n    condition: {reason_nl: a, reason_en: b}",
      ["5 duties.student.during.ownership.condition model.conditionEmpty"]
    ),
  ])
  func changesToTheBuiltInAreCheckedTogether(_ lines: String, _ expected: [String]) {
    let found = modelProblems("name: x\nbased_on: built-in\n\(lines)\n")
    #expect(Set(found) == Set(expected) && found.count == expected.count, "\(found)")
  }

  @Test func hidingEverythingLeavesNoModel() {
    let ids = BuiltInModel.load().duties.map(\.id.text).joined(separator: ", ")
    #expect(modelProblems("name: x\nbased_on: built-in\nhide: [\(ids)]\n") == ["1 hide model.noDuties"])
    #expect(modelProblems("name: x\nduties: []\n") == ["2 duties model.noDuties"])
    #expect(modelProblems("name: x\n") == ["1 duties yaml.missing"])
  }

  @Test func allProblemsComeInTheOrderOfTheirLines() {
    let text = with("    gate: maybe\n    wrong: x\n").replacingOccurrences(of: "party: school", with: "party: parent")
      .replacingOccurrences(of: "\"Eigen\"", with: "\"\"")
    #expect(
      modelProblems(text) == [
        "1 name yaml.emptyField", "4 duties.school.preparation.visit.party yaml.wantsChoice",
        "11 duties.school.preparation.visit.gate yaml.wantsYesNo", "12 duties.wrong yaml.unknownKey",
      ])
  }

  @Test func tooManyDutiesAreRefused() {
    let rest = "party: school, phase: during, kind: task, short_nl: a, short_en: a, nl: a, en: a"
    let duties = (0...300).map { "  - {id: a\($0), \(rest)}\n" }
    #expect(modelProblems("name: x\nduties:\n" + duties.joined()) == ["303 duties model.tooMany"])
    #expect(modelProblems("name: x\nduties:\n" + duties.dropLast().joined()) == [])
  }

  @Test func theWordsOfAProblemNameWhatWasFound() throws {
    guard case .failure(let problems) = loadModel(replacing("kind: task", "kind: wish")) else {
      Issue.record("accepted")
      return
    }
    let problem = try #require(problems.problems.first)
    #expect(
      Words(.dutch)(problem.placeKey, problem.parameters).contains("own.yaml, regel 6, duties.school.preparation"))
    let words = Words(.english)(problem.key, problem.parameters)
    #expect(words == "wish cannot stand here. Choose from: task, evidence, joint, continuing, declaration.")
  }
}
