import Testing

@testable import Exchange

@Suite("CSV cells")
struct CSVCellTests {
  @Test(
    "formulas are guarded, names are untouched",
    arguments: [
      ("=cmd", "'=cmd"), ("+31 6", "'+31 6"), ("-", "'-"), ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "'\rx"),
      ("'=x", "''=x"), ("'''@", "''''@"), ("\r\nx", "'\r\nx"), ("'t Hart", "'t Hart"), ("''", "''"), ("", ""),
      ("a=b", "a=b"), (" =x", " =x"),
    ])
  func guarding(text: String, expected: String) {
    #expect(CSVCell.guarded(text) == expected)
    #expect(CSVCell.unguarded(expected) == text)
  }

  @Test("whatever goes out comes back as it was, through a whole file")
  func roundTrip() throws {
    let alphabet = Array("='''\"\"+-@;,\t\r\n ab").map(String.init) + ["é", "\r\n", "\u{301}", "👩‍👩‍👧"]
    for seed in 0..<UInt64(csvTrials) {
      var random = CSVSeed(seed)
      let cells = (0..<3).map { _ in
        (0..<Int.random(in: 0...6, using: &random)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        }.joined()
      }
      let delimiter: UInt8 = [0x3B, 0x2C, 0x09][Int.random(in: 0...2, using: &random)]
      let separator = String(Unicode.Scalar(delimiter))
      let line = cells.map { CSVCell.exported($0, delimiter: delimiter) }.joined(separator: separator)
      let header = ["a", "b", "c"].joined(separator: separator)
      let records = try csvRecords(csvReader("\(header)\n\(line)\r\nx\(separator)y\(separator)z\n"))
      try #require(records.count == 2, "seed \(seed)")
      let back = records[0].texts.map { Array(CSVCell.unguarded($0).unicodeScalars) }
      #expect(back == cells.map { Array($0.unicodeScalars) }, "seed \(seed)")
    }
  }
}
