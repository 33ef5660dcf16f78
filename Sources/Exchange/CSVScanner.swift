/// Where a cell stands in its record's bytes.
struct CSVCellPlace: Equatable, Sendable {
  /// How the cell was written.
  enum Form: UInt8, Sendable {
    case plain
    case quoted
    /// Within quotes, some of them doubled.
    case doubled
    /// Not well formed: taken as it stands.
    case broken
  }

  var start: Int32
  var end: Int32
  var form: Form
}

/// What scanning one record came to.
struct CSVScan {
  enum Outcome: Equatable {
    /// The bytes at hand end before the record does.
    case needsMore
    case record
    /// The quote opened in this cell, so many line breaks into the record, is never closed; the record ends with that line.
    case unclosedQuote(cell: Int, linesBefore: Int)
    /// More bytes than the limit.
    case tooLong(cell: Int, linesBefore: Int)
  }

  var outcome = Outcome.needsMore
  /// Bytes of the record without its line break.
  var contentLength = 0
  /// Bytes with its line break: where the next record starts.
  var length = 0
  /// Line breaks within `length`.
  var lineBreaks = 0
  /// The first cell with text after its closing quote, and the line breaks before it.
  var textAfterQuote: (cell: Int, linesBefore: Int)?
}

/// Finds the end of one record and of its cells by RFC 4180, over bytes: a state machine without memory. It begins again
/// at the record's first byte when more bytes have come, so that no state has to outlive a block.
struct CSVScanner {
  /// The byte between cells.
  let delimiter: UInt8
  /// A record of so many bytes is too long.
  let limit: Int

  private static let quote: UInt8 = 0x22
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  /// Scans the record that starts at the first of the bytes. `atEnd` says that nothing follows them. The cells' places are
  /// left in `cells`.
  func scan(_ bytes: UnsafeBufferPointer<UInt8>, atEnd: Bool, cells: inout [CSVCellPlace]) -> CSVScan {
    cells.removeAll(keepingCapacity: true)
    let overLimit = bytes.count >= limit
    let end = min(bytes.count, limit)
    let complete = atEnd && !overLimit
    var scan = CSVScan()
    var lines = 0
    var index = 0

    func stopped() -> CSVScan {
      scan.outcome = overLimit ? .tooLong(cell: cells.count + 1, linesBefore: lines) : .needsMore
      return scan
    }

    while true {
      let start = index
      var form = CSVCellPlace.Form.plain
      if index < end, bytes[index] == Self.quote {
        form = .quoted
        let openedAfter = lines
        // Just after, and just before, the first line break within the quotes.
        var nextLine: Int?
        var lineEnd = 0
        index += 1
        var isOpen = true
        quoted: while index < end {
          switch bytes[index] {
          case Self.quote:
            if index + 1 == end, !complete { break quoted }
            if index + 1 < end, bytes[index + 1] == Self.quote {
              form = .doubled
              index += 2
            } else {
              index += 1
              isOpen = false
              break quoted
            }
          case Self.lineFeed, Self.carriageReturn:
            if needsPeek(bytes, at: index, end: end), !complete { break quoted }
            let length = breakLength(bytes, at: index, end: end)
            lines += 1
            if nextLine == nil { (lineEnd, nextLine) = (index, index + length) }
            index += length
          default:
            index += 1
          }
        }
        let isFollowedByText = !isOpen && index < end && !isSeparator(bytes[index])
        if (isOpen && (complete || (overLimit && nextLine != nil))) || (isFollowedByText && nextLine != nil) {
          // A quote that closes on a later line with text after it is the opening quote of another cell: the one here was
          // never closed. Only its own line is lost, and the next one is read anew.
          let content = nextLine == nil ? index : lineEnd
          cells.append(CSVCellPlace(start: Int32(start), end: Int32(content), form: .broken))
          scan.contentLength = content
          scan.length = nextLine ?? index
          scan.lineBreaks = openedAfter + (nextLine == nil ? 0 : 1)
          scan.outcome = .unclosedQuote(cell: cells.count, linesBefore: openedAfter)
          return scan
        }
        if isOpen { return stopped() }
        if isFollowedByText {
          form = .broken
          if scan.textAfterQuote == nil { scan.textAfterQuote = (cells.count + 1, lines) }
        }
      }
      while index < end, !isSeparator(bytes[index]) { index += 1 }
      if index == end, !complete { return stopped() }
      if index < end, bytes[index] == delimiter {
        cells.append(CSVCellPlace(start: Int32(start), end: Int32(index), form: form))
        index += 1
        continue
      }
      var length = 0
      if index < end {
        if needsPeek(bytes, at: index, end: end), !complete { return stopped() }
        length = breakLength(bytes, at: index, end: end)
      }
      cells.append(CSVCellPlace(start: Int32(start), end: Int32(index), form: form))
      scan.contentLength = index
      scan.length = index + length
      scan.lineBreaks = lines + (length > 0 ? 1 : 0)
      scan.outcome = .record
      return scan
    }
  }

  /// The separator that stands most often in the first line, outside quotes; where two are even, the one that is rarer in
  /// names. Nil where the line does not end within these bytes and more may follow.
  static func guessDelimiter(_ bytes: UnsafeBufferPointer<UInt8>, atEnd: Bool) -> UInt8? {
    let candidates: [UInt8] = [0x09, 0x3B, 0x2C]
    var counts = [0, 0, 0]
    var isInQuotes = false
    var isAtStart = true
    var hasJustClosed = false
    var isComplete = atEnd
    // Empty lines before the first one do not count.
    for byte in bytes.drop(while: { $0 == lineFeed || $0 == carriageReturn }) {
      if byte == quote {
        let opens = isAtStart || hasJustClosed
        hasJustClosed = isInQuotes
        isInQuotes = !isInQuotes && opens
        isAtStart = false
        continue
      }
      hasJustClosed = false
      if isInQuotes { continue }
      if byte == lineFeed || byte == carriageReturn {
        isComplete = true
        break
      }
      let found = candidates.firstIndex(of: byte)
      if let found { counts[found] += 1 }
      isAtStart = found != nil
    }
    guard isComplete else { return nil }
    let most = counts.max() ?? 0
    guard most > 0, let winner = counts.firstIndex(of: most) else { return 0x2C }
    return candidates[winner]
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn
  }

  /// Whether the byte after this carriage return has to be seen and is not at hand.
  private func needsPeek(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, end: Int) -> Bool {
    bytes[index] == Self.carriageReturn && index + 1 == end
  }

  private func breakLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, end: Int) -> Int {
    bytes[index] == Self.carriageReturn && index + 1 < end && bytes[index + 1] == Self.lineFeed ? 2 : 1
  }
}
