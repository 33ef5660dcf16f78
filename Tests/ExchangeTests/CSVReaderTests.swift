import Foundation
import Testing

@testable import Exchange

@Suite("CSV reader")
struct CSVReaderTests {
  @Test("quotes, doubled quotes and line breaks in quotes are read, with the line where each record starts")
  func quotes() throws {
    let reader = try csvReader("a,b,c\r\n1,\"x, \"\"y\"\"\r\nz\",3\n4,5\" nail,6\r\"\",,\"\n\"")
    #expect(reader.header.texts == ["a", "b", "c"])
    let records = try csvRecords(reader)
    #expect(records.map(\.texts) == [["1", "x, \"y\"\r\nz", "3"], ["4", "5\" nail", "6"], ["", "", "\n"]])
    #expect(records.map(\.line) == [2, 4, 5])
    #expect(records.map(\.lastLine) == [3, 4, 6])
    #expect(records.allSatisfy { $0.problems.isEmpty })
  }

  @Test(
    "the separator is guessed outside quotes",
    arguments: [
      ("a;b;c\n", ";"), ("a,b,c\n", ","), ("a\tb\tc\n", "\t"), ("a\n", ","), ("\"a,b,c,d\";e\n", ";"),
      ("\"a \"\",\"\",\";b\n", ";"), ("a;b,c\n", ";"), ("\n\r\n\na;b\n", ";"), ("5\"x;y\"z;b\n", ";"),
    ])
  func separator(header: String, expected: String) throws {
    #expect([try csvReader(header).delimiter] == Array(expected.utf8))
  }

  @Test("empty lines are passed over and counted")
  func emptyLines() throws {
    let records = try csvRecords(csvReader("\n\na;b\n\n1;2\r\n\r\n\r3;4\n\n"))
    #expect(records.map(\.line) == [5, 8])
  }

  @Test("text after a closing quote is a problem of that record alone")
  func textAfterQuote() throws {
    let records = try csvRecords(csvReader("a;b\n1;\"x\"y\n3;4\n"))
    #expect(records.map(\.problems) == [[CSVProblem(line: 2, cell: 2, kind: .textAfterQuote)], []])
    #expect(records[1].texts == ["3", "4"])
    #expect(records[0].bytes == Array("1;\"x\"y".utf8))
  }

  @Test("an unclosed quote loses its own line only, whatever comes after it")
  func unclosedQuote() throws {
    let good = (0..<100_000).map { "\($0);x" }.joined(separator: "\n")
    for tail in ["", "\n9;\"quoted\"\n"] {
      let records = try csvRecords(csvReader("a;b\n1;2\n3;\"open\n" + good + tail))
      #expect(records.count == 100_002 + (tail.isEmpty ? 0 : 1))
      #expect(records[1].problems == [CSVProblem(line: 3, cell: 2, kind: .unclosedQuote)])
      #expect(records[1].bytes == Array("3;\"open".utf8))
      #expect(records[1].line == 3 && records[1].lastLine == 3)
      #expect(records[2].line == 4)
      #expect(records.filter { !$0.problems.isEmpty }.count == 1)
    }
  }

  @Test("an unclosed quote that begins on a later line of its record is reported where it began")
  func unclosedQuoteLater() throws {
    let records = try csvRecords(csvReader("a;b\n\"x\ny\";\"z\nlast;1\n"))
    #expect(records[0].line == 2 && records[0].lastLine == 3)
    #expect(records[0].problems == [CSVProblem(line: 3, cell: 2, kind: .unclosedQuote)])
    #expect(records[1].texts == ["last", "1"])
    #expect(records[1].line == 4)
  }

  @Test("a record over the limit is skipped to the end of its line, with its place in the file")
  func tooLong() throws {
    let long = String(repeating: "x", count: 5000)
    for blockSize in [1, 7, 64, 100_000] {
      let reader = try csvReader("a;b\n1;\(long)\r\n3;4\n", blockSize: blockSize, recordLimit: 64)
      let records = try csvRecords(reader)
      #expect(records.count == 2)
      #expect(records[0].problems == [CSVProblem(line: 2, cell: 2, kind: .recordTooLong(limit: 64))])
      #expect(records[0].range == 4..<4 + 2 + 5000 + 2)
      #expect(records[1].texts == ["3", "4"])
      #expect(records[1].line == 3)
    }
  }

  @Test("zero bytes and broken UTF-8 are problems with line and cell")
  func damagedBytes() throws {
    let text = Array("a;b\né;ü\n1;\"x\n".utf8) + [0x00] + Array("\"\n2;".utf8) + [0xC3] + Array("\n5;é\n".utf8)
    let records = try csvRecords(CSVReader(.bytes(text)))
    #expect(
      records.map(\.problems) == [
        [], [CSVProblem(line: 4, cell: 2, kind: .zeroByte)], [CSVProblem(line: 5, cell: 2, kind: .notUTF8)], [],
      ])
  }

  @Test("blocks may end anywhere")
  func blockBoundaries() throws {
    let text =
      "\u{FEFF}a;b;c\r\n1;\"x\"\"é\r\n\"\"\";\"\"\r\r\n\n2;\"a\"b;\"\r\n3;\"open;5\r\n6;7;8\r9;\"\r\r\n\";10\n11;\"end"
    let whole = try csvRecords(csvReader(text))
    for blockSize in 1...text.utf8.count + 1 {
      let records = try csvRecords(csvReader(text, blockSize: blockSize))
      #expect(records.map(\.range) == whole.map(\.range), "block size \(blockSize)")
      #expect(records.map(\.texts) == whole.map(\.texts), "block size \(blockSize)")
      #expect(records.map(\.problems) == whole.map(\.problems), "block size \(blockSize)")
      #expect(records.map(\.line) == whole.map(\.line), "block size \(blockSize)")
    }
  }

  @Test("any bytes at all: no trap, no byte lost, lines counted right, the same for every block size")
  func fuzz() throws {
    let alphabet: [UInt8] = Array(";,\t\"\"\"\n\r\r\nab é'€".utf8) + [0x00, 0xFF, 0x81, 0xC3]
    for seed in 0..<UInt64(csvTrials) {
      var random = CSVSeed(seed)
      let bytes = (0..<Int.random(in: 1...120, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      let limit = [12, 40, CSVReader.recordLimit][Int.random(in: 0...2, using: &random)]
      func read(_ blockSize: Int) -> (failure: CSVFailure?, records: [CSVRecord]) {
        do throws(CSVFailure) {
          let reader = try CSVReader(.bytes(bytes), blockSize: blockSize, recordLimit: limit)
          var records = [reader.header]
          while let record = try reader.next() { records.append(record) }
          return (nil, records)
        } catch {
          return (error, [])
        }
      }
      let whole = read(1000)
      let split = read(Int.random(in: 1...9, using: &random))
      #expect(whole.failure == split.failure, "seed \(seed)")
      #expect(whole.records.map(\.range) == split.records.map(\.range), "seed \(seed)")
      #expect(whole.records.map(\.problems) == split.records.map(\.problems), "seed \(seed)")
      #expect(whole.records.map(\.texts) == split.records.map(\.texts), "seed \(seed)")
      var end = 0
      for record in whole.records {
        let gap = bytes[end..<record.range.lowerBound]
        #expect(gap.allSatisfy { $0 == 0x0A || $0 == 0x0D }, "seed \(seed)")
        let before = Array(bytes[..<record.range.lowerBound])
        let breaks = before.indices.count { index in
          before[index] == 0x0D || (before[index] == 0x0A && (index == 0 || before[index - 1] != 0x0D))
        }
        #expect(record.line == 1 + breaks, "seed \(seed)")
        if !record.bytes.isEmpty { #expect(bytes[record.range].starts(with: record.bytes), "seed \(seed)") }
        end = record.range.upperBound
      }
      if whole.failure == nil {
        #expect(bytes[end...].allSatisfy { $0 == 0x0A || $0 == 0x0D }, "seed \(seed)")
      }
    }
  }

  @Test("a file, a pipe and bytes read alike, and each can be read again")
  func sources() throws {
    let folder = try CSVFolder()
    let text = "a;b\n1;2\n3;\"4\n5\"\n"
    let path = try folder.write(text, to: "x.csv")
    let pipe = "\(folder.path)/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    let writer = Thread { try? text.write(toFile: pipe, atomically: false, encoding: .utf8) }
    writer.start()
    for input in [CSVInput.file(path: path), .file(path: pipe), .bytes(Array(text.utf8))] {
      let reader = try CSVReader(input)
      let first = try csvRecords(reader)
      #expect(first.map(\.texts) == [["1", "2"], ["3", "4\n5"]])
      reader.rewind()
      let second = try csvRecords(reader)
      #expect(second.map(\.texts) == first.map(\.texts))
      #expect(second.map(\.line) == first.map(\.line))
      #expect(reader.bytesRead == text.utf8.count)
    }
  }

  @Test("what cannot be read says why")
  func failures() throws {
    let folder = try CSVFolder()
    let missing = "\(folder.path)/missing.csv"
    #expect(throws: CSVFailure.notFound(path: missing)) { try CSVReader(.file(path: missing)) }
    #expect(throws: CSVFailure.isFolder(path: folder.path)) { try CSVReader(.file(path: folder.path)) }
    for empty in ["", "\n\r\n\r", "\u{FEFF}", "\u{FEFF}\n"] {
      #expect(throws: CSVFailure.empty(path: "-")) { try csvReader(empty) }
    }
    for encoding in [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian, .utf32] {
      let bytes = Array(try #require("studentnummer;student\n1;Jan\n".data(using: encoding)))
      #expect(throws: CSVFailure.notText(path: "-")) { try CSVReader(.bytes(bytes)) }
    }
    let problem = CSVProblem(line: 1, cell: 2, kind: .unclosedQuote)
    #expect(throws: CSVFailure.brokenHeader(path: "-", problem: problem)) { try csvReader("a;\"b\n1;2\n") }
  }

  @Test("what a pipe brings is limited")
  func largestSpool() throws {
    let folder = try CSVFolder()
    let pipe = "\(folder.path)/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    let writer = Thread { try? "a;b\n1;2\n".write(toFile: pipe, atomically: false, encoding: .utf8) }
    writer.start()
    #expect(throws: CSVFailure.tooLarge(limit: 4)) {
      try CSVReader(.file(path: pipe), blockSize: 64, recordLimit: 64, largestSpool: 4)
    }
  }
}
