import Foundation
import Language
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
