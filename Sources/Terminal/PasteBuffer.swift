/// Takes the bytes of one bracketed paste up to its end mark.
struct PasteBuffer {
  private static let endMark: [UInt8] = [Byte.escape, Byte.bracket] + Array("201~".utf8)

  /// Whether the end mark has come.
  private(set) var isComplete = false
  private let limit: Int
  private var bytes: [UInt8] = []
  private var matched = 0

  /// Makes a buffer that keeps at most `limit` bytes and drops the rest.
  init(limit: Int) {
    self.limit = limit
  }

  /// Takes bytes from the front of `rest` until the end mark or the end.
  mutating func take(_ rest: inout ArraySlice<UInt8>) {
    while !isComplete, let byte = rest.popFirst() {
      if byte == Self.endMark[matched] {
        matched += 1
        isComplete = matched == Self.endMark.count
      } else {
        // Escape stands only at the front of the mark, so a false start is plain content.
        keep(Self.endMark.prefix(matched))
        matched = byte == Byte.escape ? 1 : 0
        if matched == 0 { keep(CollectionOfOne(byte)) }
      }
    }
  }

  /// The text: line breaks as `\n`, a tab as a space, without other control characters and without what is no UTF-8.
  var text: String {
    var result = String.UnicodeScalarView()
    var previousWasReturn = false
    var rest = bytes[...]
    while let first = rest.first {
      guard first >= 0x80 else {
        rest = rest.dropFirst()
        switch first {
        case 0x0D: result.append("\n")
        case 0x0A: if !previousWasReturn { result.append("\n") }
        case 0x09: result.append(" ")
        case 0x20..<0x7F: result.append(Unicode.Scalar(first))
        default: break
        }
        previousWasReturn = first == 0x0D
        continue
      }
      previousWasReturn = false
      switch UTF8Reading.read(rest) {
      case .incomplete: rest = []
      case .invalid(let count): rest = rest.dropFirst(count)
      case .scalar(let scalar, let count):
        rest = rest.dropFirst(count)
        if scalar.value >= 0xA0 { result.append(scalar) }
      }
    }
    return String(result)
  }

  private mutating func keep(_ more: some Collection<UInt8>) {
    bytes.append(contentsOf: more.prefix(max(0, limit - bytes.count)))
  }
}
