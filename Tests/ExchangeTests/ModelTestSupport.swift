import Foundation
import Language
import Testing
import WerkendLeren

@testable import Exchange

/// The files of this repository that tests compare with what the program holds.
enum ModelTestFiles {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: root.appendingPathComponent(path))) }

  static func model() throws -> [UInt8] { try bytes("Sources/CEmbedded/data/model.yaml") }
}

/// How often property tests on our YAML files try: few in `make test`, many in `make test-long`.
let modelTrials: UInt64 = ProcessInfo.processInfo.environment["DRIELUIK_TEST_LONG"] == nil ? 500 : 10_000

/// Loads a model from text, over the built-in one.
func loadModel(_ text: String) -> Result<LoadedModel, ModelProblems> {
  ModelFile.load(bytes: Array(text.utf8), file: "own.yaml", base: BuiltInModel.load())
}

/// What is wrong in a model's text, each as `line field key`.
func modelProblems(_ text: String) -> [String] { shown(loadModel(text)) }

/// What is wrong, each as `line field key`.
func shown<Value>(_ result: Result<Value, YAMLProblems>) -> [String] {
  guard case .failure(let problems) = result else { return [] }
  return problems.problems.map { "\($0.line) \($0.field) \($0.key)" }
}

/// A text of characters that make trouble where text is escaped, cut or compared.
func troubleText(using random: inout some RandomNumberGenerator) -> String {
  let pieces = [
    "a", "é", "e\u{301}", " ", "\n", "\r", "\r\n", "\t", "\\", "\\n", "\0", "\"", ":", "#", "- ", "👩‍👩‍👧", "\u{7F}",
    "duty x", "",
    "\u{2028}", "n",
  ]
  return (0..<Int.random(in: 0...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
}

/// Changes bytes, cuts, doubles and swaps lines at random.
func mutated(_ bytes: [UInt8], _ random: inout CSVSeed) -> [UInt8] {
  let signs = Array("[]{}:,#&*!|>'\"%@`?-\n\t \\~<=".utf8) + [0x00, 0x80, 0xC3, 0xEF, 0xFF, 0x0D]
  var changed = bytes
  for _ in 0..<Int.random(in: 1...6, using: &random) where !changed.isEmpty {
    let place = Int.random(in: 0..<changed.count, using: &random)
    switch Int.random(in: 0..<7, using: &random) {
    case 0: changed[place] = UInt8.random(in: 0...255, using: &random)
    case 1: changed[place] = signs.randomElement(using: &random) ?? 0x3A
    case 2: changed.insert(signs.randomElement(using: &random) ?? 0x3A, at: place)
    case 3: changed.removeSubrange(place..<min(changed.count, place + Int.random(in: 1...40, using: &random)))
    case 4: changed.insert(contentsOf: changed[place..<min(changed.count, place + 300)], at: place)
    case 5: changed = Array(changed.prefix(place))
    default:
      var lines = changed.split(separator: 0x0A, omittingEmptySubsequences: false)
      lines.swapAt(Int.random(in: 0..<lines.count, using: &random), Int.random(in: 0..<lines.count, using: &random))
      changed = Array(lines.joined(separator: [0x0A]))
    }
  }
  return changed
}

/// Each problem has a line of the file, a known key, and a text without empty places; nothing from the file can harm a terminal.
func expectUseful(_ problems: YAMLProblems, _ bytes: [UInt8], seed: UInt64) {
  #expect(!problems.problems.isEmpty, "seed \(seed)")
  let lines = problems.problems.map(\.line)
  let count = bytes.count { $0 == 0x0A || $0 == 0x0D } + 2
  #expect(lines == lines.sorted() && lines.allSatisfy { $0 >= 1 && $0 <= count }, "seed \(seed)")
  for problem in problems.problems {
    #expect(YAMLProblem.allKeys.contains(problem.key), "seed \(seed): \(problem.key)")
    let shown = problem.field + problem.details.values.joined()
    #expect(shown.unicodeScalars.allSatisfy { $0.value >= 0x20 && YAMLSource.isAllowed($0) }, "seed \(seed)")
    let words = Words(.dutch)(problem.key, problem.parameters)
    #expect(problem.details.values.contains { $0.contains("{") } || !words.contains("{"), "seed \(seed): \(words)")
  }
}
