import Foundation
import Testing

@testable import Exchange

/// The same files through Python's `csv`, which has read other people's files for twenty years.
@Suite("CSV reader against Python's csv")
struct CSVOracleTests {
  static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  private struct Reading: Decodable, Equatable {
    var lines: [Int]
    var records: [[String]]
  }

  private static let script = """
    import csv, io, json, sys
    for case in json.load(open(sys.argv[1], encoding='utf-8')):
        reader = csv.reader(io.StringIO(case['text'], newline=''), delimiter=case['delimiter'])
        lines, records = [], []
        for record in reader:
            if record:
                lines.append(reader.line_num)
                records.append(record)
        print(json.dumps({'lines': lines, 'records': records}))
    """

  private struct Case: Codable {
    var text: String
    var delimiter: String
  }

  private func ask(_ cases: [Case]) throws -> [Reading] {
    let folder = try CSVFolder()
    let input = try folder.write(Array(try JSONEncoder().encode(cases)), to: "cases.json")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.python))
    process.arguments = ["-c", Self.script, input]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try bytes.split(separator: 0x0A).map { try JSONDecoder().decode(Reading.self, from: $0) }
  }

  /// What our reader makes of a text; nil where it finds anything wrong.
  private func read(_ text: String, blockSize: Int) -> (delimiter: String, reading: Reading)? {
    guard let reader = try? csvReader(text, blockSize: blockSize), let records = try? csvRecords(reader),
      records.allSatisfy({ $0.problems.isEmpty })
    else { return nil }
    let all = [reader.header] + records
    let delimiter = String(Unicode.Scalar(reader.delimiter))
    return (delimiter, Reading(lines: all.map(\.lastLine), records: all.map(\.texts)))
  }

  private func compare(_ texts: [(seed: UInt64, text: String)], blockSize: Int) throws -> Int {
    var cases: [Case] = []
    var ours: [(seed: UInt64, reading: Reading)] = []
    for (seed, text) in texts {
      guard let (delimiter, reading) = read(text, blockSize: blockSize) else { continue }
      cases.append(Case(text: text, delimiter: delimiter))
      ours.append((seed, reading))
    }
    let theirs = try ask(cases)
    try #require(theirs.count == ours.count)
    for (our, their) in zip(ours, theirs) { #expect(our.reading == their, "seed \(our.seed)") }
    return ours.count
  }

  @Test("well-formed files", .enabled(if: CSVOracleTests.python != nil, "needs python3"))
  func wellFormed() throws {
    let letters = ["a", "b", " ", "é", "€", "😀", ";", ",", "\t", "\"", "\n", "\r", "\r\n", "'"]
    let texts = (0..<UInt64(csvTrials)).map { seed in
      var random = CSVSeed(seed)
      let separator = [";", ",", "\t"][Int.random(in: 0...2, using: &random)]
      let count = Int.random(in: 2...6, using: &random)
      var text = (0..<count).map { "column\($0)" }.joined(separator: separator)
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        text += ["\n", "\r\n", "\r"][Int.random(in: 0...2, using: &random)]
        text += (0..<count).map { _ in
          let cell = (0..<Int.random(in: 0...8, using: &random)).map { _ in
            letters[Int.random(in: 0..<letters.count, using: &random)]
          }.joined()
          let isSafe = !cell.unicodeScalars.contains { ";,\t\"\n\r".unicodeScalars.contains($0) }
          if isSafe, Bool.random(using: &random) { return cell }
          return "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\""
        }.joined(separator: separator)
      }
      if Bool.random(using: &random) { text += "\n" }
      return (seed, text)
    }
    #expect(try compare(texts, blockSize: 37) == csvTrials)
  }

  @Test("any characters, where we find nothing wrong", .enabled(if: CSVOracleTests.python != nil, "needs python3"))
  func anyCharacters() throws {
    let letters = ["a", "b", " ", "é", ";", ";", ",", "\"", "\"", "\n", "\r", "\r\n"]
    let texts = (0..<UInt64(csvTrials)).map { seed in
      var random = CSVSeed(seed)
      let text = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &random)]
      }
      return (seed, text.joined())
    }
    #expect(try compare(texts, blockSize: 5) > csvTrials / 4)
  }
}
