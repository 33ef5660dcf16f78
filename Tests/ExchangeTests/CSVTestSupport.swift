import Foundation

@testable import Exchange

/// Random numbers that come again with the same seed (SplitMix64).
struct CSVSeed: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// How often property tests try: few in `make test`, many where `DRIELUIK_TEST_LONG` is set.
let csvTrials = ProcessInfo.processInfo.environment["DRIELUIK_TEST_LONG"] == nil ? 300 : 20_000

/// A folder of its own for one test, gone with the last reference to it.
final class CSVFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("drieluik-csv-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = "\(path)/\(name)"
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }

  func read(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))) }

  var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }
}

/// A reader over text in memory.
func csvReader(
  _ text: String, blockSize: Int = 1 << 16, recordLimit: Int = CSVReader.recordLimit
) throws -> CSVReader {
  try CSVReader(.bytes(Array(text.utf8)), blockSize: blockSize, recordLimit: recordLimit)
}

/// All records after the header.
func csvRecords(_ reader: CSVReader) throws -> [CSVRecord] {
  var records: [CSVRecord] = []
  while let record = try reader.next() { records.append(record) }
  return records
}

/// A text door as the program's, near enough for these tests.
let importTestText = ImportText(
  clean: { text in
    let kept = text.precomposedStringWithCanonicalMapping.unicodeScalars.filter {
      $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
    }
    return String(String.UnicodeScalarView(kept))
  },
  fold: { $0.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil) })
