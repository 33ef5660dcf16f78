import Canvas

/// Turns the bytes that a terminal sends into events. Pure: it reads nothing and knows no clock.
///
/// ncurses' own key reading is not used: it hands on the rest of every sequence it does not know as if it had been
/// typed, loses a UTF-8 character that comes in two reads, and blocks while it waits after an Escape. Here a
/// sequence is read by its grammar (ECMA-48), so an unknown one is dropped whole.
struct InputDecoder {
  /// What the decoder waits for when a read ends inside something.
  enum Waiting: Equatable {
    /// Nothing: all that came has been handed on, or only the rest of a UTF-8 character is missing.
    case nothing
    /// An Escape that may stand alone, or that a sequence or a letter (Alt) may follow.
    case escape
    /// The rest of a sequence.
    case sequence
    /// The end of a paste.
    case paste
  }

  /// The most bytes of one paste that are kept; the rest is dropped.
  static let pasteLimit = 1 << 20

  /// The longest sequence that is waited for.
  private static let sequenceLimit = 64

  private let terminalKeys: [[UInt8]: Key]
  private let longestTerminalKey: Int
  private var pending: [UInt8] = []
  private var paste: PasteBuffer?

  /// Makes a decoder.
  ///
  /// - Parameter terminalKeys: what this terminal sends for its keys, from terminfo; each sequence begins with Escape.
  init(terminalKeys: [[UInt8]: Key] = [:]) {
    self.terminalKeys = terminalKeys
    longestTerminalKey = terminalKeys.keys.map(\.count).max() ?? 0
  }

  /// What is being waited for.
  var waiting: Waiting {
    if paste != nil { return .paste }
    guard pending.first == Byte.escape else { return .nothing }
    return pending.count == 1 || pending == [Byte.escape, Byte.escape] ? .escape : .sequence
  }

  /// Takes bytes and gives the events that they complete.
  mutating func decode(_ bytes: some Sequence<UInt8>) -> [Event] {
    pending.append(contentsOf: bytes)
    return drain(complete: false)
  }

  /// Says that nothing more came in time: what was waited for is taken as it stands.
  mutating func finishWaiting() -> [Event] {
    if let paste {
      self.paste = nil
      return [.paste(paste.text)]
    }
    return drain(complete: true)
  }

  private mutating func drain(complete: Bool) -> [Event] {
    var collected = EventCollector()
    var rest = pending[...]
    loop: while let first = rest.first {
      if paste != nil {
        paste?.take(&rest)
        if let finished = paste, finished.isComplete {
          paste = nil
          collected.add(.paste(finished.text))
        }
        continue
      }
      if first == Byte.escape {
        switch escape(rest, complete: complete) {
        case .more: break loop
        case .took(let count, let events):
          rest = rest.dropFirst(count)
          events.forEach { collected.add($0) }
        case .pasteBegan(let count):
          rest = rest.dropFirst(count)
          paste = PasteBuffer(limit: Self.pasteLimit)
        }
      } else if first < 0x80 {
        rest = rest.dropFirst()
        if let key = Self.key(ofControl: first) {
          collected.add(.key(key))
        } else {
          collected.add(Unicode.Scalar(first))
        }
      } else {
        switch UTF8Reading.read(rest) {
        case .incomplete:
          // A partial character is waited for without limit; finishing the wait for something else keeps it.
          break loop
        case .invalid(let count): rest = rest.dropFirst(count)
        case .scalar(let scalar, let count):
          rest = rest.dropFirst(count)
          // C1 controls are no text, and no key sends them in UTF-8.
          if scalar.value >= 0xA0 { collected.add(scalar) }
        }
      }
    }
    pending = Array(rest)
    return collected.finished()
  }

  private enum EscapeReading {
    case more
    case took(Int, [Event])
    case pasteBegan(Int)
  }

  /// Reads what begins with an Escape. `complete` says that no more bytes will come.
  private func escape(_ bytes: ArraySlice<UInt8>, complete: Bool) -> EscapeReading {
    if let (key, count) = terminalKey(bytes) { return .took(count, [.key(key)]) }
    guard let second = bytes.dropFirst().first else {
      return complete ? .took(1, [.key(.escape)]) : .more
    }
    switch second {
    case Byte.escape:
      // Alt with a key that sends a sequence, as rxvt does it; else one Escape and then another.
      guard let third = bytes.dropFirst(2).first else { return complete ? .took(1, [.key(.escape)]) : .more }
      guard third == Byte.bracket || third == UInt8(ascii: "O") else { return .took(1, [.key(.escape)]) }
      switch escape(bytes.dropFirst(), complete: complete) {
      case .took(let count, let events): return .took(count + 1, events.map(Self.withAlt))
      case .more: return .more
      case .pasteBegan: return .took(1, [.key(.escape)])
      }
    case Byte.bracket:
      return sequence(bytes, complete: complete, single: false)
    case UInt8(ascii: "O"):
      return sequence(bytes, complete: complete, single: true)
    case UInt8(ascii: "]"), UInt8(ascii: "P"):
      return controlString(bytes, complete: complete)
    case 0x7F, 0x08:
      // Alt-Backspace takes a word away in every shell, as Ctrl-W does.
      return .took(2, [.key(.control("w"))])
    case 0..<0x20:
      return .took(1, [.key(.escape)])
    case 0x20..<0x7F:
      return .took(2, [.key(.alt(Character(Unicode.Scalar(second))))])
    default:
      switch UTF8Reading.read(bytes.dropFirst()) {
      case .incomplete: return complete ? .took(bytes.count, [.key(.escape)]) : .more
      case .invalid(let count): return .took(1 + count, [.key(.escape)])
      case .scalar(let scalar, let count):
        return .took(1 + count, scalar.value >= 0xA0 ? [.key(.alt(Character(scalar)))] : [])
      }
    }
  }

  /// Reads `ESC [ …` or, when `single`, `ESC O …`.
  private func sequence(_ bytes: ArraySlice<UInt8>, complete: Bool, single: Bool) -> EscapeReading {
    var body = bytes.dropFirst(2)
    // The Linux console sends ESC [ [ A … E for F1–F5.
    if !single, body.first == Byte.bracket {
      guard let letter = body.dropFirst().first else { return complete ? .took(bytes.count, []) : .more }
      let key = KeySequence.linuxFunctionKey(letter)
      return .took(4, key.map { [.key($0)] } ?? [])
    }
    var parameters: [UInt8] = []
    while let byte = body.first {
      body = body.dropFirst()
      let length = bytes.count - body.count
      switch byte {
      case UInt8(ascii: "$") where !single && KeySequence.rxvtShifted(parameters) != nil:
        // rxvt ends keys with Shift by a dollar, which elsewhere is never the end.
        return .took(length, KeySequence.rxvtShifted(parameters).map { [.key($0)] } ?? [])
      case 0x20..<0x40 where length < Self.sequenceLimit:
        parameters.append(byte)
      case 0x40..<0x7F:
        if !single, byte == UInt8(ascii: "M"), parameters.isEmpty {
          // The mouse as terminals without mode 1006 send it: three bytes follow.
          guard body.count >= 3 else { return complete ? .took(bytes.count, []) : .more }
          let event = MouseReading.old(Array(body.prefix(3)))
          return .took(length + 3, event.map { [.mouse($0)] } ?? [])
        }
        if !single, byte == Byte.tilde, parameters == Array("200".utf8) { return .pasteBegan(length) }
        return .took(length, KeySequence.event(parameters: parameters, final: byte, single: single).map { [$0] } ?? [])
      default:
        // No sequence goes on with this byte: what came is dropped, and the byte is read for itself.
        return .took(length - 1, [])
      }
    }
    guard complete else { return .more }
    if bytes.count == 2, let second = bytes.last { return .took(2, [.key(.alt(Character(Unicode.Scalar(second))))]) }
    return .took(bytes.count, [])
  }

  /// Drops a terminal's late answer to what another program asked (`ESC ] 11 ; rgb:… BEL`); else Alt with the letter.
  private func controlString(_ bytes: ArraySlice<UInt8>, complete: Bool) -> EscapeReading {
    guard let second = bytes.dropFirst().first else { return .more }
    let alt = EscapeReading.took(2, [.key(.alt(Character(Unicode.Scalar(second))))])
    guard let third = bytes.dropFirst(2).first else { return complete ? alt : .more }
    let begins = (0x30..<0x3A).contains(third) || third == UInt8(ascii: ">") || third == UInt8(ascii: "!")
    guard begins else { return alt }
    var previous: UInt8 = 0
    for (offset, byte) in bytes.enumerated().dropFirst(2) {
      if byte == 0x07 || (byte == UInt8(ascii: "\\") && previous == Byte.escape) { return .took(offset + 1, []) }
      if offset > 256 || (byte < 0x20 && byte != Byte.escape) { return alt }
      previous = byte
    }
    return complete ? alt : .more
  }

  private func terminalKey(_ bytes: ArraySlice<UInt8>) -> (Key, Int)? {
    guard longestTerminalKey >= 2 else { return nil }
    var count = min(longestTerminalKey, bytes.count)
    while count >= 2 {
      if let key = terminalKeys[Array(bytes.prefix(count))] { return (key, count) }
      count -= 1
    }
    return nil
  }

  private static func withAlt(_ event: Event) -> Event {
    switch event {
    case .key(.left): .key(.wordLeft)
    case .key(.right): .key(.wordRight)
    default: event
    }
  }

  /// The key of a control byte, or nil for a printable one.
  private static func key(ofControl byte: UInt8) -> Key? {
    switch byte {
    case 0x00: .control("@")
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1C...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
    default: nil
    }
  }
}

/// Bytes with a name.
enum Byte {
  static let escape: UInt8 = 0x1B
  static let bracket = UInt8(ascii: "[")
  static let tilde = UInt8(ascii: "~")
}

/// Collects events; characters that belong together become one key.
private struct EventCollector {
  private var events: [Event] = []
  private var text = String.UnicodeScalarView()

  mutating func add(_ scalar: Unicode.Scalar) { text.append(scalar) }

  mutating func add(_ event: Event) {
    endText()
    events.append(event)
  }

  mutating func finished() -> [Event] {
    endText()
    return events
  }

  private mutating func endText() {
    guard !text.isEmpty else { return }
    events.append(contentsOf: String(text).map { Event.key(.character($0)) })
    text = String.UnicodeScalarView()
  }
}

/// One scalar from UTF-8 bytes.
enum UTF8Reading: Equatable {
  /// More bytes are needed.
  case incomplete
  /// This many bytes are no UTF-8.
  case invalid(Int)
  /// A scalar and how many bytes it took.
  case scalar(Unicode.Scalar, Int)

  /// Reads the first scalar; `bytes` is not empty.
  static func read(_ bytes: ArraySlice<UInt8>) -> UTF8Reading {
    guard let first = bytes.first else { return .incomplete }
    let length: Int
    // The second byte's range shuts out overlong forms, surrogates and what is above U+10FFFF.
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0..<0x80: return .scalar(Unicode.Scalar(first), 1)
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return .invalid(1)
    }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for (offset, byte) in bytes.prefix(length).enumerated().dropFirst() {
      guard (offset == 1 ? second : 0x80...0xBF).contains(byte) else { return .invalid(offset) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard bytes.count >= length else { return .incomplete }
    guard let scalar = Unicode.Scalar(value) else { return .invalid(length) }
    return .scalar(scalar, length)
  }
}
