import Foundation
import Testing
import WerkendLeren

@testable import Exchange

@Suite("Mend file")
struct ImportMendFileTests {
  private let today = Day(number: 20_780)

  /// Imports a file and writes its bad lines; the mend file's path.
  private func mend(_ path: String, message: String = "niet goed") throws -> String {
    let input = CSVInput.file(path: path)
    let file = try ImportFile(input, today: today, text: importTestText)
    let mend = try ImportMendFile(of: file, input: input)
    while let line = try file.next() {
      if line.row == nil { try mend.add(line.record, message: message) }
    }
    return try mend.publish()
  }

  @Test("the header, the bad lines byte for byte, and what is wrong, in the file's own form")
  func byteForByte() throws {
    let folder = try CSVFolder()
    let path = try folder.write(
      "\u{FEFF}Studentnummer;student;\"opleiding\"\r\n1;Jan;A\r\n ;\"Pi\r\net\";A\r\n3;\"x;A\r\n4;Jan;A\r\n5;é",
      to: "in.csv")
    let written = try mend(path, message: "leeg; \"a\" €")
    #expect(written == "\(folder.path)/in.mend.csv")
    #expect(
      try folder.read("in.mend.csv")
        == Array(
          ("\u{FEFF}Studentnummer;student;\"opleiding\";fout\r\n ;\"Pi\r\net\";A;\"leeg; \"\"a\"\" €\"\r\n"
            + "3;\"x;A;\"leeg; \"\"a\"\" €\"\r\n5;é;\"leeg; \"\"a\"\" €\"\r\n").utf8))
    #expect(try folder.names == ["in.csv", "in.mend.csv"])
  }

  @Test("Windows-1252 stays so")
  func windows1252() throws {
    let folder = try CSVFolder()
    let path = try folder.write(
      Array("studentnummer,student,opleiding\n,Chlo".utf8) + [0xEB] + Array(",A\n".utf8), to: "in.csv")
    _ = try mend(path, message: "één → twee, €")
    let end: [UInt8] = Array(",A,\"".utf8) + [0xE9, 0xE9] + Array("n ? twee, ".utf8) + [0x80] + Array("\"\n".utf8)
    #expect(
      try folder.read("in.mend.csv")
        == Array("studentnummer,student,opleiding,fout\n,Chlo".utf8) + [0xEB] + end)
  }

  @Test("it never goes over another file")
  func counting() throws {
    let folder = try CSVFolder()
    let path = try folder.write("studentnummer;student;opleiding\n;;A\n", to: "in.CSV")
    #expect(try mend(path).hasSuffix("/in.mend.csv"))
    #expect(try mend(path).hasSuffix("/in.mend-2.csv"))
    #expect(try mend("\(folder.path)/in.mend.csv").hasSuffix("/in.mend-3.csv"))
    #expect(try mend("\(folder.path)/in.mend-2.csv").hasSuffix("/in.mend-4.csv"))
    #expect(try folder.names == ["in.CSV", "in.mend-2.csv", "in.mend-3.csv", "in.mend-4.csv", "in.mend.csv"])
  }

  @Test("its name comes from the file's, and from standard input it is import.mend.csv in the current folder")
  func names() {
    func place(_ input: CSVInput) -> [String] {
      let place = ImportMendFile.place(for: input)
      return [place.folder, place.base]
    }
    #expect(place(.standardInput) == ["", "import"])
    #expect(place(.file(path: "a/b.csv")) == ["a", "b"])
    #expect(place(.file(path: "b.txt")) == ["", "b.txt"])
    #expect(place(.file(path: "/b.Csv")) == ["/", "b"])
    #expect(place(.file(path: "b.mend-12.csv")) == ["", "b"])
    #expect(place(.file(path: "b.mend-x.csv")) == ["", "b.mend-x"])
    #expect(place(.file(path: ".mend.csv")) == ["", ".mend"])
    #expect(place(.file(path: ".csv")) == ["", ".csv"])
  }

  @Test("mended and imported again it is clean; bad again it gets no second column")
  func again() throws {
    let folder = try CSVFolder()
    let path = try folder.write("studentnummer;student;opleiding\n;Jan;A\n2;Piet\n", to: "in.csv")
    let first = try mend(path)
    let second = try mend(first, message: "nog steeds")
    let expected = "studentnummer;student;opleiding;fout\n;Jan;A;nog steeds\n2;Piet;niet goed;nog steeds\n"
    #expect(String(decoding: try folder.read("in.mend-2.csv"), as: UTF8.self) == expected)
    let mended = try folder.write(
      expected.replacingOccurrences(of: "\n;", with: "\n1;").replacingOccurrences(of: "Piet;niet goed", with: "Piet;A"),
      to: "mended.csv")
    let file = try ImportFile(.file(path: mended), today: today, text: importTestText)
    var rows: [ImportRow] = []
    while let line = try file.next() {
      #expect(line.problems.isEmpty)
      if let row = line.row { rows.append(row) }
    }
    #expect(rows.map(\.student) == ["Jan", "Piet"])
    #expect(file.header.unknownNames.isEmpty)
    #expect(second.hasSuffix("in.mend-2.csv"))
  }

  @Test("a line too long to be held is copied whole")
  func tooLong() throws {
    let folder = try CSVFolder()
    let long = "1;" + String(repeating: "x", count: CSVReader.recordLimit + 100_000) + ";A"
    let path = try folder.write("studentnummer;student;opleiding\n\(long)\n2;Jan;A", to: "in.csv")
    _ = try mend(path)
    #expect(
      try folder.read("in.mend.csv") == Array("studentnummer;student;opleiding;fout\n\(long);niet goed\n".utf8))
  }

  @Test("a message that begins like a formula is guarded and stays on one line")
  func message() throws {
    let folder = try CSVFolder()
    let path = try folder.write("studentnummer;student;opleiding\n;Jan;A\n", to: "in.csv")
    _ = try mend(path, message: "=1\n+2")
    #expect(try folder.read("in.mend.csv").suffix(13) == Array(";Jan;A;'=1 +2\n".utf8).suffix(13))
  }

  @Test("given up, nothing is left behind")
  func givenUp() throws {
    let folder = try CSVFolder()
    let path = try folder.write("studentnummer;student;opleiding\n;Jan;A\n", to: "in.csv")
    do {
      let file = try ImportFile(.file(path: path), today: today, text: importTestText)
      let mend = try ImportMendFile(of: file, input: .file(path: path))
      #expect(mend.lineCount == 0)
    }
    #expect(try folder.names == ["in.csv"])
  }
}
