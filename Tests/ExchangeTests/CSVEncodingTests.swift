import Foundation
import Testing

@testable import Exchange

@Suite("CSV encoding")
struct CSVEncodingTests {
  private func survey(_ bytes: [UInt8], blockSize: Int = 1000) -> CSVEncodingSurvey {
    var survey = CSVEncodingSurvey()
    for start in stride(from: 0, to: bytes.count, by: blockSize) {
      Array(bytes[start..<min(bytes.count, start + blockSize)]).withUnsafeBufferPointer { survey.add($0) }
    }
    survey.finish()
    return survey
  }

  @Test("Windows-1252 is recognised, by its letters and its signs")
  func windows1252() throws {
    let bytes: [UInt8] = Array("naam;plaats\nChlo".utf8) + [0xEB] + Array(";".utf8) + [0x80, 0x0A]
    let reader = try CSVReader(.bytes(bytes))
    #expect(reader.encoding == .windows1252)
    #expect(try csvRecords(reader).map(\.texts) == [["Chloë", "€"]])
  }

  @Test("a byte that Windows-1252 leaves empty is a problem, not a silent question mark")
  func undefined() throws {
    let bytes: [UInt8] = Array("a;b\n".utf8) + [0xEB] + Array(";x".utf8) + [0x81, 0x0A]
    let records = try csvRecords(CSVReader(.bytes(bytes)))
    #expect(records.map(\.problems) == [[CSVProblem(line: 2, cell: 2, kind: .undefinedByte(0x81))]])
  }

  @Test("a byte order mark is no part of the first header")
  func byteOrderMark() throws {
    let reader = try csvReader("\u{FEFF}\"a\";b\n1;2\n")
    #expect(reader.hasByteOrderMark)
    #expect(reader.header.texts == ["a", "b"])
    #expect(reader.header.range.lowerBound == 3)
  }

  @Test("one damaged byte does not make a UTF-8 file Windows-1252")
  func damaged() {
    let survey = survey(Array("éëïöü".utf8) + [0xC3, 0x28])
    #expect(survey.encoding == .utf8)
    #expect(survey.flaws == 1)
  }

  @Test("the survey agrees with Swift's own decoder, wherever blocks end")
  func agreesWithSwift() {
    for seed in 0..<UInt64(csvTrials) {
      var random = CSVSeed(seed)
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        if Bool.random(using: &random) {
          let scalar = Unicode.Scalar(UInt32.random(in: 1...0x10FFFF, using: &random)) ?? "x"
          bytes += Array(String(scalar).utf8)
        } else {
          bytes += Array("0123456789".utf8)
        }
      }
      if Bool.random(using: &random), !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 1...255, using: &random)
      }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      for blockSize in [1, 2, 3, 1000] {
        #expect((survey(bytes, blockSize: blockSize).flaws == 0) == isValid, "seed \(seed), block size \(blockSize)")
      }
    }
  }

  @Test("Windows-1252 goes out as it came in, and what it lacks becomes a question mark")
  func roundTrip() {
    for byte in UInt8.min...UInt8.max where !CSVEncoding.isUndefined(byte) {
      #expect(CSVEncoding.windows1252.encode(CSVEncoding.windows1252.decode([byte])) == [byte])
    }
    #expect(CSVEncoding.windows1252.encode("a→\u{FFFD}é\u{81}") == [0x61, 0x3F, 0x3F, 0xE9, 0x3F])
  }
}
