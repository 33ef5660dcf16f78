import CNcurses
import Canvas

/// What control sequences mean: keys with modifiers and mouse buttons, in the forms of xterm, the Linux console, the VT
/// terminals, rxvt, screen and tmux.
enum KeySequence {
  /// The keys that a sequence's modifier parameter names.
  private struct Modifiers {
    var shift = false
    var alt = false
    var control = false

    init(parameter: Int) {
      let bits = max(0, parameter - 1)
      shift = bits & 1 != 0
      // Meta (8) is told from Alt by few keyboards and by nobody's hands.
      alt = bits & 2 != 0 || bits & 8 != 0
      control = bits & 4 != 0
    }
  }

  /// The event of `ESC [ parameters final` or, when `single`, `ESC O parameters final`; nil for what has no meaning here.
  static func event(parameters: [UInt8], final: UInt8, single: Bool) -> Event? {
    if parameters.first == UInt8(ascii: "<") {
      return MouseReading.modern(parameters.dropFirst(), released: final == UInt8(ascii: "m")).map(Event.mouse)
    }
    let numbers = Self.numbers(parameters)
    guard let numbers else { return nil }
    let key = single ? singleKey(numbers: numbers, final: final) : controlKey(numbers: numbers, final: final)
    return key.map(Event.key)
  }

  /// F1–F5 of the Linux console: the letter after `ESC [ [`.
  static func linuxFunctionKey(_ letter: UInt8) -> Key? {
    (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter) ? .function(Int(letter - UInt8(ascii: "A")) + 1) : nil
  }

  /// rxvt's keys with Shift, which end with a dollar and have no other final byte: `ESC [ 3 $`.
  static func rxvtShifted(_ parameters: [UInt8]) -> Key? {
    guard let numbers = numbers(parameters), numbers.count == 1 else { return nil }
    return tildeKey(numbers[0], Modifiers(parameter: 2))
  }

  /// What this terminal sends for its keys by its loaded description; only what begins with Escape.
  static func ofLoadedDescription() -> [[UInt8]: Key] {
    var names: [(String, Key)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
      ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
      ("kent", .enter), ("kLFT3", .wordLeft), ("kLFT5", .wordLeft), ("kRIT3", .wordRight), ("kRIT5", .wordRight),
      ("kbs", .backspace),
    ]
    names += (1...24).map { ("kf\($0)", .function($0)) }
    var keys: [[UInt8]: Key] = [:]
    for (name, key) in names {
      let bytes = TerminalDescription.bytes(name)
      // Descriptions give some sequences to two keys (rxvt: F11 and Shift-F1); the first one stays.
      if bytes.count >= 2, bytes.first == Byte.escape, keys[bytes] == nil { keys[bytes] = key }
    }
    return keys
  }

  /// The numbers between semicolons; what follows a colon is a refinement and left out. Nil where there is other text.
  private static func numbers(_ parameters: some Collection<UInt8>) -> [Int]? {
    var result: [Int] = []
    for part in parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      var number = 0
      for digit in part.prefix(while: { $0 != UInt8(ascii: ":") }) {
        guard (0x30..<0x3A).contains(digit), number < 1_000_000 else { return nil }
        number = number * 10 + Int(digit - 0x30)
      }
      result.append(number)
    }
    return result
  }

  private static func controlKey(numbers: [Int], final: UInt8) -> Key? {
    let first = numbers.first ?? 0
    let modifiers = Modifiers(parameter: numbers.count > 1 ? numbers[1] : 1)
    switch final {
    case UInt8(ascii: "~"):
      if first == 27, numbers.count == 3 { return coded(numbers[2], modifiers) }
      return tildeKey(first, modifiers)
    case UInt8(ascii: "u"): return coded(first, modifiers)
    case UInt8(ascii: "^"): return tildeKey(first, Modifiers(parameter: 5))
    case UInt8(ascii: "@"): return tildeKey(first, Modifiers(parameter: 6))
    case UInt8(ascii: "Z"): return .backTab
    // rxvt: Shift with an arrow.
    case UInt8(ascii: "a")...UInt8(ascii: "d"): return letterKey(final - 0x20, Modifiers(parameter: 2))
    default: return letterKey(final, modifiers)
    }
  }

  private static func singleKey(numbers: [Int], final: UInt8) -> Key? {
    // Old xterms put the modifier alone between O and the letter.
    let modifiers = Modifiers(parameter: numbers.last.map { max(1, $0) } ?? 1)
    switch final {
    case UInt8(ascii: "M"): return .enter
    case UInt8(ascii: "I"): return .tab
    case UInt8(ascii: "X"): return .character("=")
    // rxvt: Control with an arrow.
    case UInt8(ascii: "a")...UInt8(ascii: "d"): return letterKey(final - 0x20, Modifiers(parameter: 5))
    // The number pad in application mode: the letters lie 0x40 above the signs * + , - . / 0 … 9.
    case UInt8(ascii: "j")...UInt8(ascii: "y"): return .character(Character(Unicode.Scalar(final - 0x40)))
    default: return letterKey(final, modifiers)
    }
  }

  private static func letterKey(_ final: UInt8, _ modifiers: Modifiers) -> Key? {
    let byWord = modifiers.control || modifiers.alt
    switch final {
    case UInt8(ascii: "A"): return .up
    case UInt8(ascii: "B"): return .down
    case UInt8(ascii: "C"): return byWord ? .wordRight : .right
    case UInt8(ascii: "D"): return byWord ? .wordLeft : .left
    case UInt8(ascii: "F"): return .end
    case UInt8(ascii: "H"): return .home
    case UInt8(ascii: "P")...UInt8(ascii: "S"): return functionKey(Int(final - UInt8(ascii: "P")) + 1, modifiers)
    default: return nil
    }
  }

  private static func tildeKey(_ number: Int, _ modifiers: Modifiers) -> Key? {
    switch number {
    case 1, 7: return .home
    case 2: return .insert
    case 3: return .delete
    case 4, 8: return .end
    case 5: return .pageUp
    case 6: return .pageDown
    case 11...15: return functionKey(number - 10, modifiers)
    case 17...21: return functionKey(number - 11, modifiers)
    case 23...26: return functionKey(number - 12, modifiers)
    case 28, 29: return functionKey(number - 13, modifiers)
    case 31...34: return functionKey(number - 14, modifiers)
    default: return nil
    }
  }

  /// Shift with F1–F12 counts on as F13–F24, as terminfo has it; with Control or Alt they mean nothing.
  private static func functionKey(_ number: Int, _ modifiers: Modifiers) -> Key? {
    guard !modifiers.control, !modifiers.alt else { return nil }
    return .function(modifiers.shift && number <= 12 ? number + 12 : number)
  }

  /// A key by its Unicode number, as terminals send it that tell all keys apart.
  private static func coded(_ number: Int, _ modifiers: Modifiers) -> Key? {
    switch number {
    case 9: return modifiers.shift ? .backTab : .tab
    case 13: return .enter
    case 27: return .escape
    case 8, 127: return modifiers.alt || modifiers.control ? .control("w") : .backspace
    default: break
    }
    guard let value = UInt32(exactly: number), value >= 0x20, !(0x7F..<0xA0).contains(value),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    if modifiers.control {
      let lowered = scalar.properties.lowercaseMapping
      guard let letter = lowered.first, "abcdefghijklmnopqrstuvwxyz_]\\^@".contains(letter) else { return nil }
      return .control(letter)
    }
    return modifiers.alt ? .alt(Character(scalar)) : .character(Character(scalar))
  }
}

/// What a terminal reports of the mouse.
enum MouseReading {
  /// The form of mode 1006: `button;column;row`, counted from 1; nil for what is not asked for.
  static func modern(_ parameters: some Collection<UInt8>, released: Bool) -> MouseEvent? {
    let numbers = parameters.split(separator: UInt8(ascii: ";")).map { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 3, let button = numbers[0], let column = numbers[1], let row = numbers[2] else { return nil }
    return event(button: button, column: column, row: row, released: released)
  }

  /// The form of mode 1000 alone: three bytes, each 32 above its number. The release of every button is 3.
  static func old(_ bytes: [UInt8]) -> MouseEvent? {
    guard bytes.count == 3, bytes.allSatisfy({ $0 > 32 }) || bytes[0] == 32 else { return nil }
    let button = Int(bytes[0]) - 32
    let released = button & 3 == 3 && button & 64 == 0
    return event(
      button: released ? button & ~3 : button, column: Int(bytes[1]) - 32, row: Int(bytes[2]) - 32, released: released)
  }

  private static func event(button: Int, column: Int, row: Int, released: Bool) -> MouseEvent? {
    guard column >= 1, row >= 1, button >= 0, button < 128 else { return nil }
    // Shift (4), Alt (8) and Control (16) make no difference here; motion (32) is not asked for.
    let action: MouseEvent.Action
    switch button & ~28 {
    case 0: action = released ? .release : .press
    case 64 where !released: action = .wheelUp
    case 65 where !released: action = .wheelDown
    default: return nil
    }
    return MouseEvent(action: action, place: Point(column: column - 1, row: row - 1))
  }
}
