/// One record of a CSV file: its cells, its own bytes and where it stands.
public struct CSVRecord: Sendable {
  /// The physical line where the record starts, from 1.
  public let line: Int
  /// The physical line where it ends.
  public let lastLine: Int
  /// Where its bytes stand in the file, line break included, from 0.
  public let range: Range<Int>
  /// What is wrong with the record; its cells are then a best guess.
  public let problems: [CSVProblem]
  /// Its bytes as they stand in the file, without the line break. Empty for a record that is too long: those are reached
  /// through `range` alone.
  public let bytes: [UInt8]
  /// The encoding of the file.
  public let encoding: CSVEncoding
  let cells: [CSVCellPlace]

  /// How many cells the record has.
  public var cellCount: Int { cells.count }

  /// Whether no cell holds anything but spaces.
  public var isBlank: Bool {
    !cells.isEmpty && problems.isEmpty && cells.indices.allSatisfy { cellBytes($0).allSatisfy { $0 == 0x20 } }
  }

  /// The cell's text, from 0: without its quotes, doubled ones made single. Nothing else is cleaned. Empty where there is
  /// no such cell.
  public func text(at index: Int) -> String {
    guard cells.indices.contains(index) else { return "" }
    let inside = cellBytes(index)
    guard cells[index].form == .doubled else { return encoding.decode(inside) }
    var single: [UInt8] = []
    single.reserveCapacity(inside.count)
    var skipsQuote = false
    for byte in inside {
      if byte == 0x22 {
        skipsQuote.toggle()
        if !skipsQuote { continue }
      } else {
        skipsQuote = false
      }
      single.append(byte)
    }
    return encoding.decode(single)
  }

  /// The texts of all cells.
  public var texts: [String] { cells.indices.map(text(at:)) }

  /// The cell's bytes within its quotes; doubled quotes stand as they are.
  func cellBytes(_ index: Int) -> ArraySlice<UInt8> {
    let cell = cells[index]
    let isQuoted = cell.form == .quoted || cell.form == .doubled
    return bytes[Int(cell.start) + (isQuoted ? 1 : 0)..<Int(cell.end) - (isQuoted ? 1 : 0)]
  }

  /// Whether the cell's text is its bytes: printable ASCII with no doubled quotes.
  func isPlainASCII(_ index: Int) -> Bool {
    cells[index].form != .doubled && cellBytes(index).allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }
}
