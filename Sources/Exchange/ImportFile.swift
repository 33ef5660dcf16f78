import WerkendLeren

/// One line of an import: a row, or what is wrong with it.
public struct ImportLine: Sendable {
  /// The line as it stands in the file, for the mend file.
  public let record: CSVRecord
  /// What the line says; nil where it is bad.
  public let row: ImportRow?
  /// All that is wrong with the line; empty where it is good.
  public let problems: [ImportProblem]
}

/// A file to import, read line by line. It checks what can be told from the line itself, today and the lines before it; what
/// depends on the store is checked by whoever writes there.
public final class ImportFile {
  /// The CSV reader below.
  public let reader: CSVReader
  /// Which column stands where.
  public let header: ImportHeader
  private let today: Day
  private let text: ImportText
  private var keys = ImportKeys()

  /// Opens the file and reads its header. Throws `CSVFailure` where it cannot be read, `ImportRefusal` where its columns will
  /// not do.
  public init(_ input: CSVInput, today: Day, text: ImportText) throws {
    let reader = try CSVReader(input)
    let header = try ImportHeader(texts: reader.header.texts, text: text)
    self.reader = reader
    self.header = header
    self.today = today
    self.text = text
  }

  /// The next line; nil after the last one. Lines with nothing in any cell are passed over.
  public func next() throws(CSVFailure) -> ImportLine? {
    while let record = try reader.next() {
      if record.isBlank { continue }
      var check = ImportCheck(record: record, header: header, today: today, text: text)
      let row = check.row(keys: &keys)
      return ImportLine(record: record, row: row, problems: check.problems)
    }
    return nil
  }

  /// Goes back to the first line, also where the file came in through a pipe.
  public func rewind() {
    reader.rewind()
    keys = ImportKeys()
  }
}
