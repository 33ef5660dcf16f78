/// Reads a CSV file record by record, by RFC 4180 over bytes, with as much memory as one block and one record take.
///
/// The separator is guessed from the first line among comma, semicolon and tab; line breaks are LF, CR or CRLF; the encoding
/// is recognised from the whole file. Empty lines are passed over. A record that is not well formed comes with its problems,
/// and reading goes on with the next line.
public final class CSVReader {
  /// The longest record that is taken, in bytes.
  public static let recordLimit = 1 << 20

  /// The first record, which names the columns. It is not among those of `next`.
  public let header: CSVRecord
  /// The byte between cells.
  public let delimiter: UInt8
  /// The file's encoding.
  public var encoding: CSVEncoding { source.encoding }
  /// Whether the file begins with the byte order mark of UTF-8.
  public var hasByteOrderMark: Bool { source.contentStart > 0 }
  /// How many bytes have been read so far, for a progress line.
  public var bytesRead: Int { window.position }

  let source: CSVSource
  private let scanner: CSVScanner
  private var window: CSVWindow
  private var cells: [CSVCellPlace] = []
  private var line = 1
  private let blockSize: Int

  /// Opens the file, recognises its encoding and separator and reads its header.
  public convenience init(_ input: CSVInput) throws(CSVFailure) {
    try self.init(input, blockSize: 1 << 18, recordLimit: Self.recordLimit)
  }

  /// `blockSize` and `recordLimit` in bytes; tests make them small.
  init(
    _ input: CSVInput, blockSize: Int, recordLimit: Int, largestSpool: Int = CSVSource.largestSpool
  ) throws(CSVFailure) {
    self.blockSize = blockSize
    source = try CSVSource(input, largestSpool: largestSpool)
    var window = CSVWindow(blockSize: blockSize, position: source.contentStart)
    var line = 1
    try window.fill(from: source)
    guard window.count > 0 else { throw .empty(path: source.name) }
    var guess: UInt8?
    while guess == nil {
      let isAtEnd = window.isAtEnd || window.count >= recordLimit
      guess = window.withBytes { bytes in
        CSVScanner.guessDelimiter(UnsafeBufferPointer(rebasing: bytes.prefix(recordLimit)), atEnd: isAtEnd)
      }
      if guess == nil { try window.fill(from: source) }
    }
    delimiter = guess ?? 0x2C
    scanner = CSVScanner(delimiter: delimiter, limit: recordLimit)
    var cells: [CSVCellPlace] = []
    guard
      let header = try Self.readRecord(
        source: source, scanner: scanner, window: &window, cells: &cells, line: &line)
    else { throw .empty(path: source.name) }
    if let problem = header.problems.first { throw .brokenHeader(path: source.name, problem: problem) }
    self.header = header
    self.window = window
    self.line = line
  }

  /// The next record; nil after the last one.
  public func next() throws(CSVFailure) -> CSVRecord? {
    try Self.readRecord(source: source, scanner: scanner, window: &window, cells: &cells, line: &line)
  }

  /// Goes back to the first record after the header, also where the file came in through a pipe.
  public func rewind() {
    window = CSVWindow(blockSize: blockSize, position: header.range.upperBound)
    line = header.lastLine + 1
  }

  /// The line break after a record, as it stands in the file; empty where the file ends without one.
  func lineBreak(of record: CSVRecord) throws(CSVFailure) -> [UInt8] {
    let count = min(2, record.range.count)
    let tail = try source.read(at: record.range.upperBound - count, count: count)
    if tail == [0x0D, 0x0A] { return tail }
    return tail.last == 0x0A || tail.last == 0x0D ? tail.suffix(1) : []
  }

  private static func readRecord(
    source: CSVSource, scanner: CSVScanner, window: inout CSVWindow, cells: inout [CSVCellPlace], line: inout Int
  ) throws(CSVFailure) -> CSVRecord? {
    while true {
      if window.count == 0, try !window.fill(from: source) { return nil }
      let scan = window.withBytes { scanner.scan($0, atEnd: window.isAtEnd, cells: &cells) }
      if scan.outcome == .needsMore {
        try window.fill(from: source)
        continue
      }
      let start = window.position
      if case .tooLong(let cell, let linesBefore) = scan.outcome {
        let problem = CSVProblem(line: line + linesBefore, cell: cell, kind: .recordTooLong(limit: scanner.limit))
        let breaks = try skipLine(from: scanner.limit, source: source, window: &window)
        defer { line += breaks }
        return CSVRecord(
          line: line, lastLine: line + max(0, breaks - 1), range: start..<window.position, problems: [problem],
          bytes: [],
          encoding: source.encoding, cells: [])
      }
      defer {
        window.advance(scan.length)
        line += scan.lineBreaks
      }
      // An empty line is no record.
      if scan.contentLength == 0, scan.outcome == .record { continue }
      let bytes = window.withBytes { Array($0[0..<scan.contentLength]) }
      let endsWithBreak = scan.length > scan.contentLength
      return CSVRecord(
        line: line, lastLine: line + scan.lineBreaks - (endsWithBreak ? 1 : 0), range: start..<start + scan.length,
        problems: problems(of: scan, bytes: bytes, cells: cells, line: line, source: source), bytes: bytes,
        encoding: source.encoding, cells: cells)
    }
  }

  /// Drops the rest of a record that is too long, up to the end of its physical line; the line breaks passed.
  private static func skipLine(
    from limit: Int, source: CSVSource, window: inout CSVWindow
  ) throws(CSVFailure) -> Int {
    var breaks = window.withBytes { breakCount($0[0..<limit]) }
    // A carriage return just before the limit belongs with a line feed just after it.
    window.advance(limit - 1)
    if window.first == 0x0D { breaks -= 1 } else { window.advance(1) }
    while true {
      if window.count == 0, try !window.fill(from: source) { return breaks }
      let found = window.withBytes { bytes in bytes.firstIndex { $0 == 0x0A || $0 == 0x0D } }
      guard let found else {
        window.advance(window.count)
        continue
      }
      window.advance(found)
      if window.first == 0x0D, window.count < 2 { try window.fill(from: source) }
      window.advance(window.first == 0x0D && window.second == 0x0A ? 2 : 1)
      return breaks + 1
    }
  }

  private static func problems(
    of scan: CSVScan, bytes: [UInt8], cells: [CSVCellPlace], line: Int, source: CSVSource
  ) -> [CSVProblem] {
    var problems: [CSVProblem] = []
    if let place = scan.textAfterQuote {
      problems.append(CSVProblem(line: line + place.linesBefore, cell: place.cell, kind: .textAfterQuote))
    }
    if case .unclosedQuote(let cell, let linesBefore) = scan.outcome {
      problems.append(CSVProblem(line: line + linesBefore, cell: cell, kind: .unclosedQuote))
    }
    func add(_ kind: CSVProblem.Kind, at index: Int) {
      let cell = cells.firstIndex { index <= $0.end } ?? max(0, cells.count - 1)
      let before = bytes.withUnsafeBufferPointer { breakCount($0[0..<index]) }
      problems.append(CSVProblem(line: line + before, cell: cell + 1, kind: kind))
    }
    if let index = bytes.firstIndex(of: 0) { add(.zeroByte, at: index) }
    switch source.encoding {
    case .utf8:
      // Only where the whole file was seen to hold such bytes: looking costs time.
      guard source.hasFlaws else { break }
      for (number, cell) in cells.enumerated()
      where String(validating: bytes[Int(cell.start)..<Int(cell.end)], as: UTF8.self) == nil {
        let before = bytes.withUnsafeBufferPointer { breakCount($0[0..<Int(cell.start)]) }
        problems.append(CSVProblem(line: line + before, cell: number + 1, kind: .notUTF8))
      }
    case .windows1252:
      if let index = bytes.firstIndex(where: CSVEncoding.isUndefined) { add(.undefinedByte(bytes[index]), at: index) }
    }
    return problems
  }

  /// Line breaks in these bytes: LF, CR and CRLF each count as one.
  private static func breakCount(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { count += 1 }
      previous = byte
    }
    return count
  }
}

/// The part of the file that is in memory: from the current record's first byte to the end of the last block read.
struct CSVWindow {
  private var bytes: [UInt8] = []
  private var start = 0
  private let blockSize: Int
  /// Where the first byte of the window stands in the file.
  private(set) var position: Int
  /// Whether the file has no bytes after the window.
  private(set) var isAtEnd = false

  init(blockSize: Int, position: Int) {
    self.blockSize = max(1, blockSize)
    self.position = position
  }

  var count: Int { bytes.count - start }
  var first: UInt8? { start < bytes.count ? bytes[start] : nil }
  var second: UInt8? { start + 1 < bytes.count ? bytes[start + 1] : nil }

  /// Reads one more block after what is there; false at the end of the file.
  @discardableResult
  mutating func fill(from source: CSVSource) throws(CSVFailure) -> Bool {
    if isAtEnd { return false }
    if start > 0 {
      bytes.removeFirst(start)
      start = 0
    }
    let block = try source.read(at: position + bytes.count, count: blockSize)
    isAtEnd = block.isEmpty
    bytes.append(contentsOf: block)
    return !block.isEmpty
  }

  mutating func advance(_ count: Int) {
    let step = min(count, self.count)
    start += step
    position += step
  }

  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start...])) }
  }
}
