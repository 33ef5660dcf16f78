import WerkendLeren

/// The responsibilities model as plain text, one field a line: the form in which it travels in the binary and in which each version
/// stands in the store. It is read without a YAML parser, because that costs too much before the first screen.
///
/// A line is `name value`; in a value `\\`, `\n`, `\r`, `\t` and `\0` stand for a backslash, the two line breaks, a tab and a zero. Empty
/// optional fields are left out; lists repeat their line. The first line names the form, so that a later one can be told apart.
public enum ModelPlainForm {
  private static let header = "drieluik-model 2"
  /// The form before entries: its duties list those that the built-in ones of the same ids do.
  private static let headerBeforeEntries = "drieluik-model 1"

  /// Writes a model. `decode` gives the same one back, whatever its texts hold.
  public static func encode(_ model: DutyModel) -> String {
    var text = header + "\n"
    func line(_ name: String, _ value: String) {
      text += name
      text += " "
      text += escaped(value)
      text += "\n"
    }
    func unlessEmpty(_ name: String, _ value: String) {
      if !value.isEmpty { line(name, value) }
    }
    line("model", model.name)
    for duty in model.duties {
      line("duty", duty.id.text)
      line("party", duty.party.rawValue)
      line("phase", duty.phase.rawValue)
      line("kind", duty.kind.rawValue)
      if duty.gate { line("gate", "yes") }
      for party in duty.parties { line("part", party.rawValue) }
      if let record = duty.record { line("record", record.rawValue) }
      if let mirrors = duty.mirrors { line("mirrors", mirrors.text) }
      if let days = duty.rhythmDays { line("rhythm_days", String(days)) }
      if let condition = duty.condition {
        line("condition_nl", condition.reasonDutch)
        line("condition_en", condition.reasonEnglish)
        for programme in condition.programmes { line("programme", programme) }
        for employer in condition.employers { line("employer", employer) }
      }
      for kind in duty.entryKinds { line("entry", kind.rawValue) }
      unlessEmpty("short_nl", duty.shortDutch)
      unlessEmpty("short_en", duty.shortEnglish)
      unlessEmpty("nl", duty.dutch)
      unlessEmpty("en", duty.english)
      unlessEmpty("source_nl", duty.sourceDutch)
      unlessEmpty("source_en", duty.sourceEnglish)
    }
    return text
  }

  /// Reads what `encode` wrote; nil for anything else.
  public static func decode(_ text: String) -> DutyModel? {
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    // The last line ends in a break, so that an empty piece follows it; without one the text was cut.
    guard lines.popLast()?.isEmpty == true, let first = lines.popFirst(),
      [header, headerBeforeEntries].contains(where: { first.elementsEqual($0.utf8) }),
      let second = lines.popFirst(), let (name, modelName) = field(second), name == "model"
    else { return nil }
    var duties: [Duty] = []
    var draft: Draft?
    for line in lines {
      guard let (name, value) = field(line) else { return nil }
      if name == "duty" {
        if let finished = draft {
          guard let duty = finished.duty else { return nil }
          duties.append(duty)
        }
        draft = Draft(id: value)
      } else if draft?.take(name, value) != true {
        return nil
      }
    }
    if let finished = draft {
      guard let duty = finished.duty else { return nil }
      duties.append(duty)
    }
    if !first.elementsEqual(header.utf8) {
      let builtIn = BuiltInModel.load()
      for place in duties.indices { duties[place].entryKinds = builtIn[duties[place].id]?.entryKinds ?? [] }
    }
    return DutyModel(name: modelName, duties: duties)
  }

  /// The name and the value of a line; nil if it has none or an unknown escape.
  static func field(_ line: Substring.UTF8View) -> (String, String)? {
    guard let space = line.firstIndex(of: 0x20), let value = unescaped(line[line.index(after: space)...]) else {
      return nil
    }
    return (String(Substring(line[..<space])), value)
  }

  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x5C || $0 < 0x20 }) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 8)
    for byte in text.utf8 {
      switch byte {
      case 0x5C: bytes += [0x5C, 0x5C]
      case 0x0A: bytes += [0x5C, UInt8(ascii: "n")]
      case 0x0D: bytes += [0x5C, UInt8(ascii: "r")]
      case 0x09: bytes += [0x5C, UInt8(ascii: "t")]
      case 0x00: bytes += [0x5C, UInt8(ascii: "0")]
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func unescaped(_ text: Substring.UTF8View) -> String? {
    guard text.contains(0x5C) else { return String(Substring(text)) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var escaped = false
    for byte in text {
      if escaped {
        switch byte {
        case 0x5C: bytes.append(0x5C)
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case UInt8(ascii: "r"): bytes.append(0x0D)
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "0"): bytes.append(0x00)
        default: return nil
        }
        escaped = false
      } else if byte == 0x5C {
        escaped = true
      } else {
        bytes.append(byte)
      }
    }
    return escaped ? nil : String(decoding: bytes, as: UTF8.self)
  }
}

extension ModelPlainForm {
  /// A duty of which not every line has been read yet.
  private struct Draft {
    let id: String
    var party: Party?
    var phase: Phase?
    var kind: DutyKind?
    var gate = false
    var parties: [Party] = []
    var record: RecordKind?
    var mirrors: DutyID?
    var rhythmDays: Int?
    var condition: DutyCondition?
    var entryKinds: [EntryKind] = []
    var texts: [String: String] = [:]

    init(id: String) { self.id = id }

    /// Takes a line over; false if there is no such field or its value is none.
    mutating func take(_ name: String, _ value: String) -> Bool {
      switch name {
      case "party":
        party = Party(rawValue: value)
        return party != nil
      case "phase":
        phase = Phase(rawValue: value)
        return phase != nil
      case "kind":
        kind = DutyKind(rawValue: value)
        return kind != nil
      case "gate":
        gate = value == "yes"
        return gate
      case "part":
        guard let party = Party(rawValue: value) else { return false }
        parties.append(party)
      case "record":
        record = RecordKind(rawValue: value)
        return record != nil
      case "mirrors": mirrors = DutyID(value)
      case "rhythm_days":
        rhythmDays = Int(value)
        return rhythmDays != nil
      case "condition_nl":
        condition = DutyCondition(programmes: [], employers: [], reasonDutch: value, reasonEnglish: "")
      case "condition_en": condition?.reasonEnglish = value
      case "programme": condition?.programmes.append(value)
      case "employer": condition?.employers.append(value)
      case "entry":
        guard let kind = EntryKind(rawValue: value) else { return false }
        entryKinds.append(kind)
      case "short_nl", "short_en", "nl", "en", "source_nl", "source_en": texts[name] = value
      default: return false
      }
      return true
    }

    /// The duty; nil while one of the fields that each has is missing.
    var duty: Duty? {
      guard let party, let phase, let kind else { return nil }
      return Duty(
        id: DutyID(id), party: party, phase: phase, kind: kind, gate: gate, parties: parties, record: record,
        mirrors: mirrors, rhythmDays: rhythmDays, condition: condition, entryKinds: entryKinds,
        shortDutch: texts["short_nl"] ?? "",
        shortEnglish: texts["short_en"] ?? "", dutch: texts["nl"] ?? "", english: texts["en"] ?? "",
        sourceDutch: texts["source_nl"] ?? "", sourceEnglish: texts["source_en"] ?? "")
    }
  }
}
