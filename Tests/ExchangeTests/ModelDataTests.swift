import Foundation
import Language
import Testing
import WerkendLeren

@testable import Exchange

/// The built-in model: its YAML, its plain form in the binary, and the source text.
struct ModelDataTests {
  private func loaded() throws -> LoadedModel {
    let bytes = try ModelTestFiles.model()
    return try ModelFile.load(bytes: bytes, file: "model.yaml", base: DutyModel(name: "", duties: [])).get()
  }

  @Test func theModelInTheBinaryEqualsItsYAML() throws {
    let loaded = try loaded()
    #expect(BuiltInModel.load() == loaded.model, "run scripts/plain-forms")
    #expect(BuiltInModel.closing(.dutch) == loaded.closingDutch)
    #expect(BuiltInModel.closing(.english) == loaded.closingEnglish)
    #expect(!loaded.isBasedOnBuiltIn)
  }

  @Test func thePlainFormInTheBinaryIsWhatEncodeWrites() throws {
    let text = String(decoding: try ModelTestFiles.bytes("Sources/CEmbedded/plain/model.txt"), as: UTF8.self)
    let lines = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
    try #require(lines.count == 3)
    #expect(String(lines[2]) == ModelPlainForm.encode(BuiltInModel.load()))
  }

  @Test func the25DutiesStandInTheirOrderWithTheirKinds() {
    let model = BuiltInModel.load()
    let lines = model.duties.map { duty in
      let parts = duty.parties.map { String($0.rawValue.prefix(2)) }.joined(separator: "+")
      let words: [String?] = [
        duty.id.text, duty.kind.rawValue, duty.gate ? "gate" : nil, duty.record?.rawValue, parts.isEmpty ? nil : parts,
        duty.mirrors.map { "mirrors \($0)" }, duty.rhythmDays.map(String.init),
        duty.condition.map { _ in "conditional" },
      ]
      return words.compactMap { $0 }.joined(separator: " ")
    }
    #expect(
      lines == [
        "student.preparation.orientation task",
        "student.preparation.workplace evidence gate workplace",
        "student.during.participation continuing",
        "student.during.communication continuing",
        "student.during.ownership continuing",
        "school.preparation.information task",
        "school.preparation.agreement joint gate agreement st+sc+em",
        "school.preparation.plan joint plan st+sc+em",
        "school.preparation.scan evidence scan",
        "school.during.support continuing",
        "school.during.coordination continuing",
        "school.during.no_fee declaration sc+em",
        "school.during.contact evidence school-contact",
        "employer.preparation.workplace evidence gate suitable-workplace",
        "employer.preparation.plan joint plan st+sc+em mirrors school.preparation.plan",
        "employer.preparation.supervisor evidence supervisor",
        "employer.preparation.contact evidence employer-contact",
        "employer.during.environment continuing",
        "employer.during.team continuing",
        "employer.during.supervision continuing experienced-supervisor",
        "employer.during.involvement continuing",
        "employer.during.salary continuing",
        "employer.during.no_fee declaration sc+em",
        "employer.during.assessment continuing",
        "employer.during.contact evidence employer-contact",
      ])
    for duty in model.duties {
      #expect(duty.id.text.hasPrefix("\(duty.party.rawValue).\(duty.phase.rawValue)."))
      #expect(!duty.sourceDutch.isEmpty && !duty.sourceEnglish.isEmpty)
      #expect(duty.shortDutch.count <= 16 && duty.shortEnglish.count <= 16)
      #expect(duty.english.hasSuffix("."))
    }
  }

  /// `Fixtures/seed.txt` is the source as it came: lines broken, its closing paragraph in the middle of the second duty.
  @Test func everyDutchTextIsVerbatimFromTheSource() throws {
    let seed = String(decoding: try ModelTestFiles.bytes("Tests/ExchangeTests/Fixtures/seed.txt"), as: UTF8.self)
    var source = seed.filter { !$0.isWhitespace }
    let closing = BuiltInModel.closing(.dutch).filter { !$0.isWhitespace }
    let place = try #require(source.range(of: closing))
    source.removeSubrange(place)
    // What a duty says runs from its bullet to the next one or to a heading.
    let bullets = source.components(separatedBy: "•").dropFirst()
    let duties = BuiltInModel.load().duties
    try #require(bullets.count == duties.count)
    let headings: Set = [
      "", "Tijdensdedualeopleiding",
      "HogeschoolVoorbereidingsfase", "Tijdensdeopleidingvanuithetwerkendlerenprincipe",
      "Werkgever/bedrijfVoorbereiding",
    ]
    for (bullet, duty) in zip(bullets, duties) {
      let text = duty.dutch.filter { !$0.isWhitespace }
      #expect(bullet.hasPrefix(text), "\(duty.id)")
      #expect(headings.contains(String(bullet.dropFirst(text.count))), "\(duty.id): \(bullet.dropFirst(text.count))")
    }
  }

  /// Joining the source's lines must not have glued or parted words.
  @Test func theSpacesOfTheDutchTextsAreThoseOfTheSource() throws {
    let seed = String(decoding: try ModelTestFiles.bytes("Tests/ExchangeTests/Fixtures/seed.txt"), as: UTF8.self)
    let words = Set(
      seed.replacingOccurrences(of: "student-\\s+", with: "student-", options: .regularExpression)
        .split(whereSeparator: \.isWhitespace).map(String.init))
    for duty in BuiltInModel.load().duties {
      #expect(!duty.dutch.contains("  ") && !duty.dutch.contains("- werknemer"))
      for word in duty.dutch.split(separator: " ") { #expect(words.contains(String(word)), "\(duty.id): \(word)") }
    }
  }

  @Test func slipsOfTheSourceAreKeptAndNamed() throws {
    let model = BuiltInModel.load()
    for (id, slip) in [
      ("student.preparation.orientation", "leren leren"), ("school.preparation.agreement", "toetsing-"),
      ("employer.during.environment", "student-medeweker"), ("employer.during.salary", "betaald"),
    ] {
      let duty = try #require(model[DutyID(id)])
      #expect(duty.dutch.contains(slip) && duty.sourceDutch.contains(slip) && duty.sourceEnglish.contains(slip))
    }
  }

  @Test func everyProblemHasItsTextInBothLanguages() {
    for key in YAMLProblem.allKeys + ["yaml.place", "yaml.placeField"] {
      #expect(Words(.dutch).has(key) && Words(.english).has(key), "\(key)")
    }
  }
}
