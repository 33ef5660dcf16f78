/// The file to mend after an import: the header, the bad lines byte for byte, and one last column `fout` that says what is
/// wrong with each. It keeps the encoding, the byte order mark, the separator and the line breaks of the file it comes from.
public final class ImportMendFile {
  private let reader: CSVReader
  private let file: SafeFile
  private let base: String
  private let folder: String
  private let lineBreak: [UInt8]
  /// Where the header already ends with the column of an earlier mend file, its message is replaced.
  private let replacesLastCell: Bool
  /// How many lines it holds, without the header.
  public private(set) var lineCount = 0

  /// Begins the mend file of an import. It will stand beside the file it comes from, and for standard input in the current
  /// folder; `folder` names another one. Throws `SafeFileFailure` or, where the file cannot be read again, `CSVFailure`.
  public init(of source: ImportFile, input: CSVInput, folder: String? = nil) throws {
    reader = source.reader
    let place = Self.place(for: input)
    self.folder = folder ?? place.folder
    base = place.base
    file = try SafeFile(folder: self.folder)
    let header = reader.header
    let found = try reader.lineBreak(of: header)
    lineBreak = found.isEmpty ? [0x0A] : found
    replacesLastCell = source.header.columns.last == .mendMessage
    if reader.hasByteOrderMark { try file.write([0xEF, 0xBB, 0xBF]) }
    try file.write(header.bytes)
    if !replacesLastCell { try file.write([reader.delimiter] + Array(ImportColumn.mendMessage.dutchName.utf8)) }
    try file.write(lineBreak)
  }

  /// Adds a bad line with what is wrong with it, as one text.
  public func add(_ record: CSVRecord, message: String) throws {
    let found = try reader.lineBreak(of: record)
    if record.bytes.isEmpty {
      // Too long to be held in memory: copied block by block.
      var offset = record.range.lowerBound
      let end = record.range.upperBound - found.count
      while offset < end {
        let block = try reader.source.read(at: offset, count: min(1 << 16, end - offset))
        if block.isEmpty { break }
        try file.write(block)
        offset += block.count
      }
      try file.write([reader.delimiter])
    } else if replacesLastCell, record.problems.isEmpty, record.cellCount == reader.header.cellCount,
      let last = record.cells.last
    {
      try file.write(record.bytes[..<Int(last.start)])
    } else {
      try file.write(record.bytes)
      try file.write([reader.delimiter])
    }
    let text = CSVCell.exported(ImportCheck.oneLine(message), delimiter: reader.delimiter)
    try file.write(reader.encoding.encode(text))
    try file.write(found.isEmpty ? lineBreak : found)
    lineCount += 1
  }

  /// Puts the file in its place, never over another one, and gives its path: `FILE.mend.csv`, else `FILE.mend-2.csv` and on.
  public func publish() throws(SafeFileFailure) -> String {
    var number = 1
    while true {
      let name = number == 1 ? "\(base).mend.csv" : "\(base).mend-\(number).csv"
      do throws(SafeFileFailure) {
        try file.publish(as: name, replacing: false)
        return folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      } catch {
        guard case .exists = error, number < 10_000 else { throw error }
        number += 1
      }
    }
  }

  /// The folder (empty: the current one) and the name before `.mend.csv`. The mend file of a mend file counts on from it.
  static func place(for input: CSVInput) -> (folder: String, base: String) {
    guard case .file(let path) = input else { return ("", "import") }
    let (folder, name) = SafeFile.split(path)
    guard name.utf8.count > 4, name.lowercased().hasSuffix(".csv") else { return (folder, name) }
    var base = name.dropLast(4)
    if let mark = base.range(ofLast: ".mend"), mark.lowerBound > base.startIndex {
      let rest = base[mark.upperBound...]
      let isCount = rest.first == "-" && rest.count > 1 && rest.dropFirst().allSatisfy { ("0"..."9").contains($0) }
      if rest.isEmpty || isCount { base = base[..<mark.lowerBound] }
    }
    return (folder, String(base))
  }
}

extension Substring {
  /// Where this text stands last.
  fileprivate func range(ofLast text: String) -> Range<Index>? {
    var start = endIndex
    while start > startIndex {
      start = index(before: start)
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
    }
    return nil
  }
}
