import Foundation
import Language
import Testing
import WerkendLeren

@testable import Exchange

/// The plain form of a model: what is written is read back, and nothing else is read.
struct ModelPlainFormTests {
  private func randomModel(using random: inout CSVSeed) -> DutyModel {
    let duties = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      let hasCondition = Bool.random(using: &random)
      return Duty(
        id: DutyID(troubleText(using: &random)), party: Party.allCases.randomElement(using: &random) ?? .school,
        phase: Bool.random(using: &random) ? .preparation : .during,
        kind: DutyKind.allCases.randomElement(using: &random) ?? .task, gate: Bool.random(using: &random),
        parties: Party.allCases.filter { _ in Bool.random(using: &random) },
        record: Bool.random(using: &random) ? RecordKind.allCases.randomElement(using: &random) : nil,
        mirrors: Bool.random(using: &random) ? DutyID(troubleText(using: &random)) : nil,
        rhythmDays: Bool.random(using: &random) ? Int.random(in: 1...730, using: &random) : nil,
        condition: hasCondition
          ? DutyCondition(
            programmes: (0..<Int.random(in: 0...3, using: &random)).map { _ in troubleText(using: &random) },
            employers: (0..<Int.random(in: 0...3, using: &random)).map { _ in troubleText(using: &random) },
            reasonDutch: troubleText(using: &random), reasonEnglish: troubleText(using: &random)) : nil,
        entryKinds: EntryKind.allCases.filter { _ in Bool.random(using: &random) },
        shortDutch: troubleText(using: &random), shortEnglish: troubleText(using: &random),
        dutch: troubleText(using: &random), english: troubleText(using: &random),
        sourceDutch: troubleText(using: &random), sourceEnglish: troubleText(using: &random))
    }
    return DutyModel(name: troubleText(using: &random), duties: duties)
  }

  @Test func anyModelIsReadBackAsWritten() {
    for seed in 1...modelTrials {
      var random = CSVSeed(seed)
      let model = randomModel(using: &random)
      let text = ModelPlainForm.encode(model)
      guard let back = ModelPlainForm.decode(text) else {
        Issue.record("seed \(seed): not read")
        continue
      }
      // By their bytes: two texts that look alike are equal to Swift.
      #expect(ModelPlainForm.encode(back).utf8.elementsEqual(text.utf8), "seed \(seed)")
      #expect(back == model, "seed \(seed)")
      #expect(!text.utf8.contains(0x09) && !text.utf8.contains(0x0D) && !text.utf8.contains(0x00), "seed \(seed)")
    }
  }

  @Test func aModelKeptBeforeEntriesListsThoseOfTheBuiltInDuties() throws {
    let model = BuiltInModel.load()
    let lines = ModelPlainForm.encode(model).split(separator: "\n", omittingEmptySubsequences: false)
    let before = (["drieluik-model 1"] + lines.dropFirst().filter { !$0.hasPrefix("entry ") }).joined(separator: "\n")
    #expect(ModelPlainForm.decode(before) == model)
    let communication = try #require(model[DutyID("student.during.communication")])
    #expect(communication.entryKinds == [.question, .problem, .need])
  }

  @Test func whatWasCutOrChangedIsNoModelOrAnotherOne() {
    let model = BuiltInModel.load()
    let bytes = Array(ModelPlainForm.encode(model).utf8)
    for seed in 1...modelTrials {
      var random = CSVSeed(seed)
      var changed = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
      if !changed.isEmpty, Bool.random(using: &random) {
        changed[Int.random(in: 0..<changed.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      // Reading must end without a trap; a text cut inside a line must not pass.
      let read = ModelPlainForm.decode(String(decoding: changed, as: UTF8.self))
      if changed.last != 0x0A { #expect(read == nil, "seed \(seed)") }
    }
  }

  @Test(arguments: [
    "", "\n", "drieluik-model 1", "drieluik-model 1\n", "drieluik-model 3\nmodel x\n", "drieluik-model 1\nduty a\n",
    "drieluik-model 1\nmodel x\nparty school\n", "drieluik-model 1\nmodel x\nduty a\n",
    "drieluik-model 1\nmodel x\nduty a\nparty school\nphase during\nkind task\ncolour red\n",
    "drieluik-model 1\nmodel x\nduty a\nparty nobody\nphase during\nkind task\n",
    "drieluik-model 1\nmodel x\nduty a\nparty school\nphase during\nkind task\nnl a\\q\n",
    "drieluik-model 1\nmodel x\\\n", "drieluik-model 1\r\nmodel x\r\n",
  ])
  func otherTextIsNoModel(_ text: String) { #expect(ModelPlainForm.decode(text) == nil) }

  @Test func aModelWithoutDutiesHasAPlainForm() {
    let model = DutyModel(name: "leeg", duties: [])
    #expect(ModelPlainForm.decode(ModelPlainForm.encode(model)) == model)
  }
}
